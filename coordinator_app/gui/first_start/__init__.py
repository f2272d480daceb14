"""The first start: five steps to a book."""
