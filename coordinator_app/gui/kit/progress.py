"""A long job as it goes on: what it is, how far it has come, and the button that stops it."""

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import text_label
from coordinator_app.gui.kit.tasks import Job
from coordinator_app.gui.kit.voice import Labels
from coordinator_app.i18n import N_, Words


class WorkBar(QWidget):
    """Shown from `follow` until the job ends."""

    def __init__(self, kit: Kit, text: str) -> None:
        """`text` says what is being done (`N_`): "Making the pictures"."""
        super().__init__()
        self._job: Job | None = None
        self._text = text_label(wrap=False)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._stop = QPushButton()
        self._stop.clicked.connect(self._stop_job)
        self._labels = Labels(kit.voice.words)
        self._labels.put(self._text.setText, text)
        self._labels.put(self._bar.setAccessibleName, text)
        self._labels.put(self._stop.setText, N_("Stop"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._text)
        row.addWidget(self._bar, 1)
        row.addWidget(self._stop)
        self.hide()

    def follow(self, job: Job) -> None:
        """Shows how this job goes on; until its first report the bar only moves."""
        self._job = job
        self._bar.setRange(0, 0)
        job.progressed.connect(self._progressed)
        job.ended.connect(self._ended)
        self.show()

    def say(self, words: Words) -> None:
        """Speaks this language."""
        self._labels.say(words)

    def _progressed(self, done: int, total: int) -> None:
        if self.sender() is self._job:
            self._bar.setRange(0, total)
            self._bar.setValue(done)

    def _ended(self) -> None:
        if self.sender() is self._job:
            self.hide()

    def _stop_job(self) -> None:
        if self._job is not None:
            self._job.stop()
