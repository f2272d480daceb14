"""The budgets of keys of a contact man's screens, each kept by keyboard alone in the real window over a real book."""
