"""The screen of the groups: the list by weekday, and everything about one group beside it."""
