"""Settings: the look, the locality, keys, backups, what was done, bringing in, and about the program."""
