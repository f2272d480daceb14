"""Home: what needs doing, most urgent first, and the next two weeks."""
