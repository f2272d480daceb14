"""Files that come and go: signed and sealed files of the network, and the formats of other programs."""
