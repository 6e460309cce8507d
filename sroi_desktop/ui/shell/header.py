"""The head of a page: where one is, the title, the search and what one can do here."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from sroi_desktop.language import _
from sroi_desktop.ui.kit.boxes import clear_layout
from sroi_desktop.ui.kit.breadcrumb import Breadcrumb
from sroi_desktop.ui.kit.buttons import ActButton, Button
from sroi_desktop.ui.kit.content import HeaderContent
from sroi_desktop.ui.kit.flow import Wrap
from sroi_desktop.ui.kit.pill import Pill
from sroi_desktop.ui.kit.placed import placed
from sroi_desktop.ui.kit.text import Muted, Text

_APART = 12
INDENT = 2


class PageHeader(QWidget):
    """Shows a `HeaderContent`; the acts go to a line of their own where there is no room.

    Signals:
        act_chosen(str): key of an act.
        crumb_chosen(str): key of a place above.
        search_asked(): the user wants to search.
    """

    act_chosen = Signal(str)
    crumb_chosen = Signal(str)
    search_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content: HeaderContent | None = None
        self._wrapped = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._trail = Breadcrumb(self)
        self._trail.crumb_chosen.connect(self.crumb_chosen)
        self._title = Text("", "title", wrap=True, parent=self)
        self._pill = Pill(parent=self)
        self._subtitle = Muted("", "small", parent=self)
        keys = QKeySequence("Ctrl+K").toString(QKeySequence.SequenceFormat.NativeText)
        search = _("Search")
        self._search_words = f"{search}   {keys.replace('+', ' ')}"
        self._search = Button(self._search_words, icon_name="search", parent=self)
        self._search.setAccessibleName(search)
        self._search.setObjectName("search.open")
        self._search.setToolTip(_("Search everything (Ctrl+K)"))
        self._search.clicked.connect(self.search_asked)
        self._acts_box = QWidget(self)
        self._acts = QHBoxLayout(self._acts_box)
        self._acts.setContentsMargins(_APART, 0, 0, 0)
        self._acts.setSpacing(_APART)
        self._build()

    def set_content(self, content: HeaderContent) -> None:
        """Show another head."""
        if content == self._content:
            return
        self._content = content
        self._trail.set_trail(content.trail, content.title)
        self._title.setText(content.title)
        self._pill.set_content(content.pill)
        self._subtitle.setText(content.subtitle)
        self._subtitle.setVisible(bool(content.subtitle))
        self._search.setVisible(content.search)
        focused = QApplication.focusWidget()
        held_focus = focused is not None and self._acts_box.isAncestorOf(focused)
        clear_layout(self._acts)
        for act in content.acts:
            self._add(ActButton(act, parent=self._acts_box))
        if content.primary is not None:
            button = ActButton(content.primary, parent=self._acts_box)
            button.set_kind("primary")
            self._add(button)
        # Empty, it would still keep its distance from the search.
        self._acts_box.setVisible(bool(content.acts) or content.primary is not None)
        self._settle()
        if held_focus:
            self._focus_last()

    def fit_to_look(self) -> None:
        """Measure again at the new text size."""
        self._settle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find out again whether all fits on one line."""
        super().resizeEvent(event)
        self._settle()

    def _add(self, button: ActButton) -> None:
        button.act_chosen.connect(self.act_chosen)
        self._acts.addWidget(button)
        button.show()

    def _focus_last(self) -> None:
        """Put the focus on the act that takes the place of the one that had it."""
        for button in tuple(placed(self._acts))[-1:]:
            if button.isEnabled():
                button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        titled = Wrap(self, spacing=_APART)
        titled.add(self._title, self._pill)
        self._grid = QGridLayout()
        # A link has room for its ring at both sides: its words begin where the title does.
        self._grid.setContentsMargins(INDENT, 0, 0, 0)
        self._grid.setHorizontalSpacing(0)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(0, 1)
        self._grid.addWidget(titled, 0, 0, Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(self._search, 0, 1)
        self._grid.addWidget(self._acts_box, 0, 2)
        self._grid.addWidget(self._subtitle, 1, 0, 1, 3)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(6)
        body.addWidget(self._trail)
        body.addLayout(self._grid)

    def _settle(self) -> None:
        """Put the acts beside the title, or beneath it where the title would be squeezed."""
        metrics = self._title.fontMetrics()
        title = min(metrics.horizontalAdvance(self._title.text()), self.width() // 2)
        pill = self._pill.sizeHint().width() if not self._pill.isHidden() else 0
        acts = 0 if self._acts_box.isHidden() else self._acts_box.sizeHint().width()
        room = self.width() - title - pill - acts - 3 * _APART
        wrapped = self._fit_search(room) > room
        if wrapped == self._wrapped:
            return
        self._wrapped = wrapped
        self._acts.setContentsMargins(0 if wrapped else _APART, 0, 0, 0)
        self._grid.removeWidget(self._acts_box)
        start = Qt.AlignmentFlag.AlignLeft
        if wrapped:
            self._grid.addWidget(self._acts_box, 2, 0, 1, 3, start)
        else:
            self._grid.addWidget(self._acts_box, 0, 2)

    def _fit_search(self, room: int) -> int:
        """Show the words of the search where they fit, else its icon; return its width."""
        if self._search.isHidden():
            return 0
        for words in (self._search_words, ""):
            if self._search.text() != words:
                self._search.setText(words)
                self._search.fit_to_look()
            if self._search.sizeHint().width() <= room:
                break
        return self._search.sizeHint().width()
