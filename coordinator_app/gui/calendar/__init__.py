"""The calendar: a month, a week or a list of all that is held, and of what stands in its way."""
