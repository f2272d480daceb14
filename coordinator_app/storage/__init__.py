"""The encrypted book on disk: opening, changing, undoing, searching, backing up."""
