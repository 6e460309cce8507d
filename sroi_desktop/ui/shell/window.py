"""The main window: hosts the pages, decides nothing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSettings, Signal, Slot
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QStackedWidget,
    QWidget,
)

from sroi_desktop.ui.kit.content import Act, PillContent, SearchResult
from sroi_desktop.ui.kit.look import current_look
from sroi_desktop.ui.kit.messages import announce
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.shell import kept_size
from sroi_desktop.ui.shell.actions import WindowActions
from sroi_desktop.ui.shell.frame import framed
from sroi_desktop.ui.shell.header import PageHeader
from sroi_desktop.ui.shell.navigation import NavigationColumn
from sroi_desktop.ui.shell.overlays import Overlays
from sroi_desktop.ui.shell.page import Page, Screen
from sroi_desktop.ui.shell.status import StatusLine
from sroi_desktop.ui.tab_order import focus_first, set_tab_order

NAME = "SROI Desktop"
_COMPACT_BELOW_EM = 62


class MainWindow(QMainWindow):
    """Shows one page at a time beside the navigation column.

    Signals:
        page_opened(str, object): a page has been opened with that argument.
        undo_asked(), redo_asked(): the user wants the last act undone, or done again.
        search_changed(str): find hits and call `show_results`.
        help_asked(str): help is wanted; key of the page one is on.
        menu_chosen(str): key of an act of the menu.
        notice_act_chosen(str): key of the act of the notice at the foot.
        closing(): the window is about to close; it can no longer be stopped.
    """

    page_opened = Signal(str, object)
    undo_asked = Signal()
    redo_asked = Signal()
    search_changed = Signal(str)
    help_asked = Signal(str)
    menu_chosen = Signal(str)
    notice_act_chosen = Signal(str)
    closing = Signal()

    def __init__(
        self,
        pages: Sequence[Page],
        *,
        sizes: QSettings | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("main")
        self._pages = {page.key: page for page in pages}
        self._screens: dict[str, Screen] = {}
        self._current = ""
        self._subject = ""
        self._sizes = sizes
        self._actions = WindowActions(self)
        self._navigation = NavigationColumn(self)
        self._navigation.set_pages(pages)
        self._header = PageHeader(self)
        self._stack = QStackedWidget(self)
        self._status = StatusLine(self._actions.undo, self._actions.redo, self)
        self._over = Overlays(self._status.words, self)
        self.setCentralWidget(framed(self._navigation, self._header, self._stack, self._status))
        self.setAcceptDrops(False)
        self._actions.set_pages(self._navigation.page_keys())
        self.set_menu(())
        self._connect()
        kept_size.bring_back(self, sizes)
        self.setMinimumSize(640, 480)
        self.fit_to_look()

    # -- pages

    def open_page(self, key: str, argument: object = None) -> bool:
        """Open a page, unless the present one asks to stay.

        Returns:
            Whether the page is open now.

        Raises:
            KeyError: there is no such page.
        """
        page = self._pages[key]
        current = self.current_screen()
        first = current is None
        if current is not None and key != self._current and not current.may_leave():
            return False
        screen = self._screen(page)
        stays = key == self._current or self._navigation_has_focus()
        self._current = key
        self._over.leave()
        self._stack.setCurrentWidget(screen)
        if not stays:
            screen.setFocus()  # until the page chooses a place for it
        self._navigation.set_current(page.belongs_to or key)
        screen.open_at(argument)
        self._show_header()
        if first:
            self._navigation.focus_current()
        else:
            self._bring_focus(screen)
            announce(self._header, screen.header().title)
        self.page_opened.emit(key, argument)
        return True

    def make_page(self, key: str) -> None:
        """Make the screen of a page before it is opened.

        Raises:
            KeyError: there is no such page.
        """
        self._screen(self._pages[key])

    def has_page(self, key: str) -> bool:
        """Tell whether there is a page of that key."""
        return key in self._pages

    def current_page(self) -> str:
        """Return the key of the page shown, "" before the first."""
        return self._current

    def current_screen(self) -> Screen | None:
        """Return the screen shown."""
        return self._screens.get(self._current)

    def screen_of(self, key: str) -> Screen | None:
        """Return the screen of a page if it has been made."""
        return self._screens.get(key)

    # -- what the application tells the window

    def set_subject(self, subject: str) -> None:
        """Name the administration in the title bar."""
        self._subject = subject
        self._show_title()

    def set_badge(self, key: str, badge: PillContent | None, meaning: str = "") -> None:
        """Show what waits on a page; `meaning` says it in words."""
        self._navigation.set_badge(key, badge, meaning)

    def set_undo(self, what: str | None) -> None:
        """Name the act that can be undone, None when there is none."""
        self._actions.set_undo(what)

    def set_redo(self, what: str | None) -> None:
        """Name the act that can be done again, None when there is none."""
        self._actions.set_redo(what)

    def set_status(self, text: str) -> None:
        """Say how things are: "Last backup: today 09:12 · all saved"."""
        self._status.set_text(text)

    def set_menu(self, acts: Sequence[Act | None]) -> None:
        """Offer these acts in the menu, after undo and redo; None is a line."""
        fixed = (self._actions.undo, self._actions.redo, self._actions.search)
        self._navigation.brand.set_menu(fixed, acts, (self._actions.help, self._actions.quit))

    def say(self, text: str, tone: Tone = Tone.GOOD, act: Act | None = None) -> None:
        """Show a short word at the foot for some seconds, perhaps with a way back."""
        self._over.notice.say(text, tone, act)

    def show_results(self, results: Sequence[SearchResult]) -> None:
        """Show the hits of a search."""
        self._over.search.show_results(results)

    # -- inside

    def _screen(self, page: Page) -> Screen:
        if page.key not in self._screens:
            screen = page.factory(self._stack)
            screen.setObjectName(f"page.{page.key}")
            screen.header_changed.connect(self._show_header)
            screen.page_wanted.connect(self._on_page_wanted)
            self._stack.addWidget(screen)
            self._screens[page.key] = screen
        return self._screens[page.key]

    def _navigation_has_focus(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self._navigation.isAncestorOf(focused)

    def _bring_focus(self, screen: Screen) -> None:
        """Let the focus not stay behind on a page that is gone: to this page, where it begins."""
        focused = QApplication.focusWidget()
        if self._navigation_has_focus() or (
            focused is not None and focused is not screen and screen.isAncestorOf(focused)
        ):
            return
        if not focus_first(screen):
            self._navigation.focus_current()

    def _connect(self) -> None:
        self._navigation.page_chosen.connect(self._on_page_chosen)
        self._navigation.brand.act_chosen.connect(self.menu_chosen)
        self._actions.page_asked.connect(self._on_page_chosen)
        self._actions.undo_asked.connect(self.undo_asked)
        self._actions.redo_asked.connect(self.redo_asked)
        self._actions.search_asked.connect(self._on_search)
        self._actions.help_asked.connect(self._on_help)
        self._actions.quit_asked.connect(self.close)
        self._header.search_asked.connect(self._on_search)
        self._header.act_chosen.connect(self._on_act)
        self._header.crumb_chosen.connect(self._on_crumb)
        self._over.search_changed.connect(self.search_changed)
        self._over.result_chosen.connect(self._on_result)
        self._over.notice_act_chosen.connect(self.notice_act_chosen)

    @Slot()
    def _show_header(self) -> None:
        screen = self.current_screen()
        if screen is None or screen is not self._stack.currentWidget():
            return
        content = screen.header()
        self._header.set_content(content)
        # What was made last would be reached last.
        set_tab_order(self._navigation, self._header, screen, self._status)
        self._status.show_legend(visible=content.legend)
        self._show_title()

    def _show_title(self) -> None:
        """Name the page in the title bar, as the navigation does where it stands there."""
        page, screen = self._pages.get(self._current), self.current_screen()
        if page is None or screen is None:
            place = ""
        else:
            place = page.title if page.in_navigation else screen.header().title
        parts = (place, self._subject, NAME)
        self.setWindowTitle(" - ".join(part for part in parts if part))

    @Slot(str)
    def _on_page_chosen(self, key: str) -> None:
        if not self.open_page(key):
            current = self._pages[self._current]
            self._navigation.set_current(current.belongs_to or current.key)

    @Slot(str, object)
    def _on_page_wanted(self, key: str, argument: object) -> None:
        if self.has_page(key):
            self.open_page(key, argument)

    @Slot()
    def _on_search(self) -> None:
        self._over.search.open()

    @Slot(object)
    def _on_result(self, result: SearchResult) -> None:
        self._on_page_wanted(result.page, result.argument)

    @Slot(str)
    def _on_act(self, key: str) -> None:
        screen = self.current_screen()
        if screen is not None:
            screen.run_act(key)

    @Slot(str)
    def _on_crumb(self, key: str) -> None:
        screen = self.current_screen()
        if screen is not None:
            screen.go_to_crumb(key)

    @Slot()
    def _on_help(self) -> None:
        self.help_asked.emit(self._current)

    def fit_to_look(self) -> None:
        """Find out again whether the names of the pages fit beside them."""
        narrow = self.width() < current_look().em(_COMPACT_BELOW_EM)
        self._navigation.set_compact(compact=narrow)
        self._over.place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make room: on a narrow window the navigation shows icons only."""
        super().resizeEvent(event)
        self.fit_to_look()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close, unless the present page has unfinished work and asks to stay."""
        screen = self.current_screen()
        if screen is not None and not screen.may_leave():
            event.ignore()
            return
        kept_size.keep(self, self._sizes)
        self.closing.emit()
        super().closeEvent(event)
