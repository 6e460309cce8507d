"""Above the table: how many efforts may be booked twice, and the pairs while one looks at them."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sroi_desktop.language import _
from sroi_desktop.ui.efforts.doubles import DoubleLine, DoublesContent
from sroi_desktop.ui.kit.boxes import Card, Separator, clear_layout, column
from sroi_desktop.ui.kit.buttons import Button
from sroi_desktop.ui.kit.content import Act
from sroi_desktop.ui.kit.messages import Banner
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.kit.text import Muted, Text
from sroi_desktop.ui.split import Split

DOUBLES = "doubles"
# Narrower than this, in heights of the text, the button stands beneath the words.
_NARROW = 44


class _PairRow(QWidget):
    """Two efforts with the button that says that they are two."""

    apart = Signal(object)

    def __init__(self, line: DoubleLine, parent: QWidget) -> None:
        super().__init__(parent)
        self._pair = line.pair
        words = QWidget(self)
        words.setLayout(
            column(
                Text(line.text, "small", wrap=True, parent=words),
                Muted(line.why, "hint", parent=words),
                spacing=2,
            )
        )
        button = Button(_("This is no duplicate"), parent=self)
        button.setObjectName(f"efforts.apart.{line.pair[0]}.{line.pair[1]}")
        button.setAccessibleDescription(line.text)
        button.clicked.connect(self._on_apart)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 4, 0, 4)
        body.addWidget(Split(words, button, shares=(1, 0), narrow=_NARROW, parent=self))

    @Slot()
    def _on_apart(self) -> None:
        self.apart.emit(self._pair)


class DoublesBar(QWidget):
    """Shows a `DoublesContent`; nothing where there are no duplicates.

    Signals:
        toggled(): look at them, or at everything again.
        apart(object): the pair of ids that are no duplicates.
    """

    toggled = Signal()
    apart = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = DoublesContent()
        self._banner = Banner("", Tone.WARNING, icon="copy", parent=self)
        self._pairs = Card(self, padding=14, spacing=4)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(8)
        body.addWidget(self._banner)
        body.addWidget(self._pairs)
        self._banner.act_chosen.connect(self._on_act)
        self.hide()

    def set_content(self, content: DoublesContent) -> None:
        """Show other duplicates."""
        if content == self._shown:
            return
        self._shown = content
        words = _("Show all") if content.is_open else _("View")
        act = Act(DOUBLES, words) if content.text else None
        self._banner.show_message(content.text, Tone.WARNING, icon="copy", act=act)
        self._fill(content)
        self.setVisible(bool(content.text))

    def _fill(self, content: DoublesContent) -> None:
        clear_layout(self._pairs.body)
        for number, line in enumerate(content.lines):
            if number:
                self._pairs.add(Separator(self._pairs))
            shown = _PairRow(line, self._pairs)
            shown.apart.connect(self.apart)
            self._pairs.add(shown)
        self._pairs.setVisible(bool(content.lines))

    @Slot(str)
    def _on_act(self, _key: str) -> None:
        self.toggled.emit()
