"""The tables of the first release, a file for each room of `core/model`."""
