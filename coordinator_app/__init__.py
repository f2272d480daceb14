"""Peer groups, people and activities of a locality: kept, printed and summed up without a network."""

__version__ = "0.1.0"
