"""The screen of everything printed: the documents as pictures, their options, and the pages beside them."""
