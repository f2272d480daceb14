"""Every screen of the program, looked at in every language and size."""
