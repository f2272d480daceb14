"""What a user typed, where Qt would read more into it than letters."""


def on_button(text: str) -> str:
    """For buttons, menus and tabs, where `&` marks a key and is not shown."""
    return text.replace("&", "&&")
