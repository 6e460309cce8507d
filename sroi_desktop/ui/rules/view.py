"""The page of the rules as widgets: the list at the left, one set or two beside it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from sroi_desktop.language import _
from sroi_desktop.ui.kit.boxes import Card
from sroi_desktop.ui.kit.content import Choice
from sroi_desktop.ui.kit.dialogs import Question, confirm
from sroi_desktop.ui.kit.drop import local_files
from sroi_desktop.ui.kit.look import current_look
from sroi_desktop.ui.kit.messages import Banner, EmptyState
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.kit.search import SearchField
from sroi_desktop.ui.opening import open_link
from sroi_desktop.ui.rules.compare_view import ComparePage
from sroi_desktop.ui.rules.content import ComparedContent, ListedSet, SetContent
from sroi_desktop.ui.rules.detail_view import SetPage
from sroi_desktop.ui.rules.list_view import SetList
from sroi_desktop.ui.rules.sharing_view import SharingPart
from sroi_desktop.ui.split import Split
from sroi_desktop.ui.tab_order import set_tab_order


class RulesPanel(QWidget):
    """The body of the page.

    Signals:
        search_changed(str): what to look for.
        head_changed(): the head of the page has something else to say.
        file_dropped(object): the path of a file with rules.
    """

    file_dropped = Signal(object)
    search_changed = Signal(str)
    head_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._search = SearchField(_("Search by municipality"), self)
        self._search.setObjectName("rules.search")
        self.list = SetList(self)
        self.detail = SetPage(self)
        self.compare = ComparePage(self)
        self._nothing = EmptyState("search", "", parent=self)
        self._problems = Banner(parent=self)
        self._problems.hide()
        self._places = QStackedWidget(self)
        self._places.addWidget(self.detail)
        self._places.addWidget(self._nothing)
        self._whole = QStackedWidget(self)
        self._whole.addWidget(self._browser())
        self._whole.addWidget(self.compare)
        self.sharing = SharingPart(self)
        self.setAcceptDrops(True)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(self._problems)
        body.addWidget(self.sharing)
        body.addWidget(self._whole, 1)
        self._search.search_changed.connect(self.search_changed)
        self.fit_to_look()

    def fit_to_look(self) -> None:
        """Keep the list usable at any text size."""
        self._left.setMinimumWidth(current_look().em(15))
        self._left.setMinimumHeight(current_look().em(14))

    def show_list(self, sets: tuple[ListedSet, ...], chosen: str | None) -> None:
        """List these rule sets, one of them chosen."""
        self.list.show_list(sets, chosen)
        self._whole.setCurrentIndex(0)

    def show_set(self, content: SetContent) -> None:
        """Show one rule set in full."""
        self.detail.show_set(content)
        self._places.setCurrentWidget(self.detail)
        set_tab_order(self)

    def show_nothing(self, title: str, text: str) -> None:
        """Say why no rule set is shown."""
        self._nothing.set_words(title, text)
        self._places.setCurrentWidget(self._nothing)

    def show_comparison(
        self, choices: tuple[Choice, ...], left: str, right: str, content: ComparedContent
    ) -> None:
        """Show two rule sets side by side."""
        self.compare.show_comparison(choices, left, right, content)
        self._whole.setCurrentWidget(self.compare)

    def show_head(self) -> None:
        """Show the head of the page again."""
        self.head_changed.emit()

    def show_problems(self, text: str) -> None:
        """Say which rule files could not be read."""
        self._problems.show_message(text, Tone.WARNING)

    def confirm_link(self, address: str) -> bool:
        """Ask whether the browser may open an address."""
        words = _("This opens {address} in your browser. The program itself sends nothing.")
        question = Question(
            _("Open this page in your browser?"),
            words.format(address=address),
            _("Open"),
        )
        return confirm(self, question)

    def open_link(self, address: str) -> None:
        """Open an address in the browser."""
        open_link(address)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Show that a file with rules may be dropped here."""
        if local_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the file: it is looked into first."""
        files = local_files(event.mimeData())
        if files:
            event.acceptProposedAction()
            self.file_dropped.emit(files[0])

    def _browser(self) -> QWidget:
        self._left = Card(self, padding=10, spacing=10)
        self._left.add(self._search, self.list)
        browser = QWidget(self)
        body = QVBoxLayout(browser)
        body.setContentsMargins(28, 4, 0, 0)
        body.addWidget(Split(self._left, self._places, shares=(1, 2), narrow=40, spacing=0,
                             parent=browser))  # fmt: skip
        return browser
