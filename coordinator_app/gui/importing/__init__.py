"""Bringing in what is in files from elsewhere."""
