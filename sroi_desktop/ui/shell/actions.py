"""The actions every page has: undo, redo, search, help, and a key for each page."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from sroi_desktop.language import _
from sroi_desktop.ui.kit.icons import icon


class WindowActions(QWidget):
    """Owns the actions and their keys; the window listens to its signals.

    Signals:
        undo_asked(), redo_asked(), search_asked(), help_asked(), quit_asked(): as they say.
        page_asked(str): key of a page asked for with Ctrl and a figure.
    """

    undo_asked = Signal()
    redo_asked = Signal()
    search_asked = Signal()
    help_asked = Signal()
    quit_asked = Signal()
    page_asked = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.hide()
        self.setObjectName("window.actions")
        self._window = window
        self.undo = self._action("undo", _("Undo"), ("Ctrl+Z",), "undo-2")
        self.redo = self._action("redo", _("Redo"), ("Ctrl+Y", "Ctrl+Shift+Z"), "redo-2")
        self.search = self._action("search", _("Search"), ("Ctrl+K",), "search")
        self.help = self._action("help", _("Help"), ("F1",), "circle-question-mark")
        self.quit = self._action("quit", _("Quit"), ("Ctrl+Q",), "log-out")
        self.undo.triggered.connect(self.undo_asked)
        self.redo.triggered.connect(self.redo_asked)
        self.search.triggered.connect(self.search_asked)
        self.help.triggered.connect(self.help_asked)
        self.quit.triggered.connect(self.quit_asked)
        self.set_undo(None)
        self.set_redo(None)

    def set_undo(self, what: str | None) -> None:
        """Name what would be undone; None when there is nothing."""
        text = _("Undo") if what is None else _("Undo: {what}").format(what=what)
        self.undo.setText(_shown(text))
        self.undo.setEnabled(what is not None)

    def set_redo(self, what: str | None) -> None:
        """Name what would be done again; None when there is nothing."""
        text = _("Redo") if what is None else _("Redo: {what}").format(what=what)
        self.redo.setText(_shown(text))
        self.redo.setEnabled(what is not None)

    def set_pages(self, keys: tuple[str, ...]) -> None:
        """Give the first nine pages the keys Ctrl+1 to Ctrl+9."""
        for number, key in enumerate(keys[:9], 1):
            action = QAction(self)
            action.setData(key)
            action.setShortcut(QKeySequence(f"Ctrl+{number}"))
            action.triggered.connect(self._on_page)
            self._window.addAction(action)

    def fit_to_look(self) -> None:
        """Draw the icons of the menu again."""
        for action in (self.undo, self.redo, self.search, self.help, self.quit):
            action.setIcon(icon(str(action.data()), "muted"))

    def _action(self, name: str, text: str, keys: tuple[str, ...], icon_name: str) -> QAction:
        action = QAction(text, self)
        action.setObjectName(f"action.{name}")
        action.setData(icon_name)
        action.setIcon(icon(icon_name, "muted"))
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        self._window.addAction(action)
        return action

    @Slot()
    def _on_page(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.page_asked.emit(str(action.data()))


def _shown(text: str) -> str:
    """Return a text in which `&` is shown and marks no shortcut: names of firms have them."""
    return text.replace("&", "&&")
