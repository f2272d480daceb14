"""A bare PySide6 window: a label and a button, as in the first example of PySide6's own tutorial."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget

from tests.bench.windows.said import say_painted


def shown() -> tuple[QApplication, QWidget]:
    """The window, painted."""
    app = QApplication([])
    window = QWidget()
    column = QVBoxLayout(window)
    label = QLabel("Hello")
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    column.addWidget(label)
    column.addWidget(QPushButton("Click"))
    window.resize(800, 600)
    window.show()
    app.processEvents()
    return app, window


if __name__ == "__main__":
    kept = shown()
    say_painted()
