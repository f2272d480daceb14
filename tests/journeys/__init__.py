"""Whole days of work through the real window, with real keys and clicks, over real books."""
