"""Opening the book: what is seen first."""
