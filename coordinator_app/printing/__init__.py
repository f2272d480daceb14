"""What goes on paper: one file per document, over one typesetter."""
