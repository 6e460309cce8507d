"""Large figures with their name and a remark."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sroi_desktop.ui.kit.buttons import ActButton
from sroi_desktop.ui.kit.content import FigureContent
from sroi_desktop.ui.kit.flow import Columns, Wrap
from sroi_desktop.ui.kit.look import TextRole
from sroi_desktop.ui.kit.text import Muted, Text


class Figure(QWidget):
    """One large figure.

    Signals:
        act_chosen(str): key of the act beside the remark.
    """

    act_chosen = Signal(str)

    def __init__(
        self,
        content: FigureContent,
        *,
        role: TextRole = "figure",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._label = Muted(content.label, "hintstrong", parent=self)
        self._value = Text("", role, wrap=role == "hero", parent=self)  # words may stand for it
        self._value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._hint = Muted("", "hint", parent=self)
        self._foot = Wrap(self, spacing=8, line_spacing=0)
        self._foot.add(self._hint)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(2)
        body.addWidget(self._label)
        body.addWidget(self._value)
        body.addWidget(self._foot)
        body.addStretch(1)
        self._act: ActButton | None = None
        self.set_content(content)

    def set_content(self, content: FigureContent) -> None:
        """Show another figure."""
        self._label.setText(content.label)
        self._value.setText(content.value)
        self._value.set_tone(content.tone)
        self._hint.setText(content.hint)
        self._hint.setVisible(bool(content.hint))
        if self._act is not None:
            self._foot.remove(self._act)
            self._act = None
        if content.act is not None:
            self._act = ActButton(content.act, small=True, parent=self)
            self._act.act_chosen.connect(self.act_chosen)
            self._foot.add(self._act)
        self._foot.setVisible(bool(content.hint) or content.act is not None)

    def value_text(self) -> str:
        """Return the figure as shown."""
        return self._value.text()


class FigureRow(Columns):
    """Figures side by side, in fewer columns where the text is large or the window narrow.

    Signals:
        act_chosen(str): key of the act of one of the figures.
    """

    act_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, narrowest: float = 14) -> None:
        super().__init__(parent, narrowest=narrowest, most=4, spacing=24)

    def set_figures(self, figures: Sequence[FigureContent]) -> None:
        """Show these figures."""
        self.clear()
        self.set_most(len(figures))
        for content in figures:
            figure = Figure(content, parent=self)
            figure.act_chosen.connect(self.act_chosen)
            self.add(figure)
