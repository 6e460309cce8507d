"""What a page is to the frame: its place in the navigation, and the screen it shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sroi_desktop.ui.kit.content import HeaderContent


class Section(Enum):
    """The parts of the navigation column, from top to bottom."""

    MAIN = "main"
    REFERENCE = "reference"
    BOTTOM = "bottom"


class Screen(QWidget):
    """The widget of a page. The frame shows its header and hands it the acts of that header.

    Signals:
        header_changed(): `header()` has something else to say.
        page_wanted(str, object): the user wants another page, with that argument.
    """

    header_changed = Signal()
    page_wanted = Signal(str, object)

    def header(self) -> HeaderContent:
        """Return what stands at the head of the page now."""
        raise NotImplementedError

    def open_at(self, argument: object) -> None:
        """Show the page; called each time it is opened. `argument` is the page's own affair."""

    def run_act(self, key: str) -> None:
        """Carry out an act of the header."""

    def go_to_crumb(self, key: str) -> None:
        """Go to a place of the breadcrumb: by default the page of that key."""
        self.page_wanted.emit(key, None)

    def may_leave(self) -> bool:
        """Tell whether the page can be left now; one with unfinished work asks first."""
        return True


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the main window. Its screen is made when it is first opened.

    Pages without a place in the navigation (`in_navigation` False) are opened by others;
    `belongs_to` is then the key of the page that stays marked.
    """

    key: str
    title: str
    icon: str
    factory: Callable[[QWidget], Screen]
    section: Section = Section.MAIN
    in_navigation: bool = True
    belongs_to: str | None = None
