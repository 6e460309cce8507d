"""The column at the left: where one can go, where one is, and what waits there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from sroi_desktop.language import _
from sroi_desktop.ui.kit.boxes import see_through
from sroi_desktop.ui.kit.content import PillContent
from sroi_desktop.ui.kit.look import current_look
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.kit.text import Text
from sroi_desktop.ui.shell.brand import Brand
from sroi_desktop.ui.shell.navigation_item import NavigationItem
from sroi_desktop.ui.shell.page import Page, Section


class NavigationColumn(QFrame):
    """The pages by section. Up and Down walk through them, Enter and Space open one.

    Signals:
        page_chosen(str): key of the page the user wants.
    """

    page_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "navigation")
        self.setAccessibleName(_("Pages"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._items: list[NavigationItem] = []
        self._heading = Text(_("REFERENCE"), "overline", tone=Tone.NEUTRAL, parent=self)
        self.brand = Brand(self)
        self._list = QVBoxLayout()
        self._compact = False
        self._build()

    def set_pages(self, pages: Sequence[Page]) -> None:
        """Show these pages, each in its section."""
        for page in pages:
            if page.in_navigation:
                item = NavigationItem(page, self)
                item.clicked.connect(self._on_chosen)
                item.walked.connect(self._on_walked)
                # A screen reader toggles the item where a mouse clicks it.
                item.toggled.connect(self._on_chosen)
                self._items.append(item)
        self._fill()

    def set_current(self, key: str) -> None:
        """Mark the page one is on; Tab stops there alone, from where Up and Down lead on."""
        for item in self._items:
            is_here = item.page.key == key
            with QSignalBlocker(item):
                item.setChecked(is_here)
            reached = Qt.FocusPolicy.StrongFocus if is_here else Qt.FocusPolicy.ClickFocus
            item.setFocusPolicy(reached)

    def focus_current(self) -> None:
        """Put the focus on the page one is on."""
        for item in self._items:
            if item.isChecked():
                item.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_badge(self, key: str, badge: PillContent | None, meaning: str = "") -> None:
        """Show what waits on a page; None takes the badge away."""
        for item in self._items:
            if item.page.key == key:
                item.set_badge(badge, meaning)
        self.fit_to_look()

    def set_compact(self, *, compact: bool) -> None:
        """Show icons only, where the window is narrow for the size of the text."""
        if compact == self._compact:
            return
        self._compact = compact
        self.brand.set_compact(compact=compact)
        self._heading.setVisible(not compact and self._has_reference())
        for item in self._items:
            item.set_compact(compact=compact)
        self.fit_to_look()

    def page_keys(self) -> tuple[str, ...]:
        """Return the keys of the pages, from top to bottom."""
        return tuple(item.page.key for item in self._items)

    def fit_to_look(self) -> None:
        """Be as wide as the widest name asks, within reason."""
        look = current_look()
        widest = max((item.sizeHint().width() for item in self._items), default=0)
        widest = max(widest, self.brand.sizeHint().width())
        least, most = (0, widest) if self._compact else (look.em(13.7), look.em(18))
        self.setFixedWidth(max(min(widest, most), least) + 25)

    @Slot(int)
    def _on_walked(self, key: int) -> None:
        """Walk through the pages with Up, Down, Home and End."""
        place = next((n for n, item in enumerate(self._items) if item is self.sender()), 0)
        last = len(self._items) - 1
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Home: -last}
        place = max(0, min(last, place + steps.get(Qt.Key(key), last)))
        self._items[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _build(self) -> None:
        host = QWidget(self)
        host.setProperty("surface", "scrolled")
        self._list = QVBoxLayout(host)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(2)
        scroll = QScrollArea(self)
        see_through(scroll)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(host)
        host.setAutoFillBackground(False)
        body = QVBoxLayout(self)
        body.setContentsMargins(12, 14, 12, 12)
        body.setSpacing(12)
        body.addWidget(self.brand)
        body.addWidget(scroll, 1)

    def _fill(self) -> None:
        for item in self._in(Section.MAIN):
            self._list.addWidget(item)
        if self._has_reference():
            self._list.addSpacing(14)
            self._heading.setContentsMargins(10, 0, 0, 4)
            self._list.addWidget(self._heading)
        self._heading.setVisible(self._has_reference())
        for item in self._in(Section.REFERENCE):
            self._list.addWidget(item)
        self._list.addStretch(1)
        for item in self._in(Section.BOTTOM):
            self._list.addWidget(item)
        ordered = [
            *self._in(Section.MAIN),
            *self._in(Section.REFERENCE),
            *self._in(Section.BOTTOM),
        ]
        self._items = ordered
        self.fit_to_look()

    def _in(self, section: Section) -> list[NavigationItem]:
        return [item for item in self._items if item.page.section is section]

    def _has_reference(self) -> bool:
        return bool(self._in(Section.REFERENCE))

    @Slot()
    def _on_chosen(self) -> None:
        item = self.sender()
        if isinstance(item, NavigationItem):
            self.page_chosen.emit(item.page.key)
