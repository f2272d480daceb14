"""Settings: the look, the locality, keys, backups, privacy, what was done, handing over, bringing in, and about the program."""
