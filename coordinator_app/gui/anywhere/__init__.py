"""The search over everything, laid over the window: records, screens and commands by their names."""
