"""A place to drop files on, with a button for those who do not drag."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from sroi_desktop.language import _
from sroi_desktop.ui.kit.buttons import Button
from sroi_desktop.ui.kit.dialogs import FileKind, ask_open_files
from sroi_desktop.ui.kit.look import current_look
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.kit.text import Muted, RoundIcon, Text


class FileDropArea(QFrame):
    """Takes files by dropping or by choosing.

    Signals:
        files_given(object): tuple of `Path`, one or more.
    """

    files_given = Signal(object)

    def __init__(
        self,
        title: str,
        hint: str = "",
        *,
        kinds: tuple[FileKind, ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._title = title
        self._kinds = kinds
        self._active = False
        self.setAcceptDrops(True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Text(title, "strong", wrap=True, parent=self))
        if hint:
            words.addWidget(Muted(hint, "small", parent=self))
        self.button = Button(_("Choose file…"), icon_name="folder-open", parent=self)
        self.button.setAccessibleDescription(title)
        self.button.clicked.connect(self._choose)
        across = QHBoxLayout(self)
        across.setContentsMargins(18, 14, 18, 14)
        across.setSpacing(14)
        across.addWidget(RoundIcon("upload", Tone.ACCENT, parent=self))
        across.addLayout(words, 1)
        across.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Show that files may be dropped here."""
        if local_files(event.mimeData()):
            event.acceptProposedAction()
            self._mark(active=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Look as before."""
        self._mark(active=False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the files."""
        self._mark(active=False)
        files = local_files(event.mimeData())
        if files:
            event.acceptProposedAction()
            self.files_given.emit(files)

    def changeEvent(self, event: QEvent) -> None:
        """Repaint when the theme changes."""
        super().changeEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the dashed border, stronger while files hang over it."""
        look = current_look()
        wide = 2 if self._active else 1
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(
            look.colour("accent" if self._active else "edge"), wide, Qt.PenStyle.CustomDashLine
        )
        pen.setDashPattern([5.0 / wide, 4.0 / wide])
        painter.setPen(pen)
        painter.setBrush(look.colour("accent_soft" if self._active else "card"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 10, 10)
        painter.end()

    def _mark(self, *, active: bool) -> None:
        self._active = active
        self.update()

    @Slot()
    def _choose(self) -> None:
        files = ask_open_files(self, self._title, self._kinds)
        if files:
            self.files_given.emit(files)


def local_files(data: QMimeData) -> tuple[Path, ...]:
    """Return the files of this computer in what is dragged; links to elsewhere are left out."""
    paths = (Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
    return tuple(path for path in paths if path.is_file())
