"""People and organisations: a list, and everything of the one chosen."""
