"""The screen of attendance: one meeting after another, or the numbers of a month."""
