"""What the pages of the welcome window are made of: large choices and rows of files."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sroi_desktop.ui.card_button import CardButton
from sroi_desktop.ui.kit.boxes import clear_layout, column, row
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.kit.text import ElidedLabel, IconLabel, Muted, RoundIcon, Text
from sroi_desktop.ui.welcome.content import Row


class BigChoice(CardButton):
    """One of the ways to begin: icon, name, and a line that helps to choose.

    Signals:
        chosen(str): its key.
    """

    chosen = Signal(str)

    def __init__(
        self, key: str, icon: str, title: str, hint: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._key = key
        self.setObjectName(f"welcome.{key}")
        self.setAccessibleName(title)
        self.setAccessibleDescription(hint)
        words = column(
            Text(title, "strong", wrap=True, parent=self), Muted(hint, parent=self), spacing=3
        )
        words.addStretch(1)
        mark = RoundIcon(icon, Tone.ACCENT, size=40, parent=self)
        across = row(mark, words, spacing=14)
        across.setAlignment(mark, Qt.AlignmentFlag.AlignTop)
        across.setStretch(1, 1)
        across.setContentsMargins(18, 18, 18, 18)
        self.setLayout(across)
        self.settle()
        self.clicked.connect(self._on_clicked)

    @Slot()
    def _on_clicked(self) -> None:
        self.chosen.emit(self._key)


class FileRow(CardButton):
    """A file to choose.

    Signals:
        chosen(int): its place in the list.
    """

    chosen = Signal(int)

    def __init__(self, place: int, content: Row, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = place
        self.setObjectName(f"file.{place}")
        self.setAccessibleName(f"{content.title}, {content.detail}")
        self.setEnabled(content.is_there)
        tone = Tone.ACCENT if content.is_there else Tone.NEUTRAL
        title_tone = None if content.is_there else Tone.NEUTRAL
        words = column(
            ElidedLabel(content.title, "strong", tone=title_tone, parent=self),
            ElidedLabel(content.detail, "hint", tone=Tone.NEUTRAL, parent=self),
            spacing=1,
        )
        across = row(IconLabel(icon, tone, parent=self), words)
        across.setStretch(1, 1)
        across.setContentsMargins(14, 9, 14, 9)
        self.setLayout(across)
        self.settle()
        self.clicked.connect(self._on_clicked)

    @Slot()
    def _on_clicked(self) -> None:
        self.chosen.emit(self._place)


class FileRows(QWidget):
    """Files beneath each other.

    Signals:
        chosen(int): the place of the one that was chosen.
    """

    chosen = Signal(int)

    def __init__(self, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(6)

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these files."""
        clear_layout(self._body)
        for place, content in enumerate(rows):
            shown = FileRow(place, content, self._icon, self)
            shown.chosen.connect(self.chosen)
            self._body.addWidget(shown)
