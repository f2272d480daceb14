"""What every screen is built from: tasks, theme, icons, forms, lists, notices, dialogs."""
