"""Which pages there are, in which order; the code of a screen is loaded when it is opened."""

from __future__ import annotations

from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, cast

from sroi_desktop.language import _, pgettext
from sroi_desktop.ui import pages
from sroi_desktop.ui.shell.page import Page, Screen, Section

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from sroi_desktop.ui.workbench import Workbench


def _screen(bench: Workbench, room: str, parent: QWidget) -> Screen:
    """Make the screen of a room of `ui`: its `make_screen(bench, parent)`."""
    make = cast(
        "Callable[[Workbench, QWidget], Screen]",
        import_module(f"sroi_desktop.ui.{room}.screen").make_screen,
    )
    return make(bench, parent)


def all_pages(bench: Workbench) -> tuple[Page, ...]:
    """Return the pages of the program, from top to bottom."""
    make = partial(partial, _screen, bench)
    reference, bottom = Section.REFERENCE, Section.BOTTOM
    return (
        Page(pages.HOME, _("Overview"), "layout-dashboard", make("home")),
        Page(pages.CONTRACTS, _("Contracts"), "file-text", make("contracts")),
        Page(pages.EFFORTS, _("Efforts"), "hand-heart", make("efforts")),
        Page(pages.EVIDENCE, pgettext("page", "Evidence"), "paperclip", make("evidence")),
        Page(pages.REPORTS, _("Reports"), "printer", make("reports")),
        Page(pages.RULES, _("Rules by municipality"), "scale", make("rules"), reference),
        Page(pages.HELP, _("Help and terms"), "circle-question-mark", make("help"), bottom),
        Page(pages.SETTINGS, _("Settings"), "settings", make("settings"), bottom),
        *_apart(make),
    )


def _apart(make: Callable[[str], Callable[[QWidget], Screen]]) -> tuple[Page, ...]:
    """Return the pages that others lead to; they have no place in the navigation."""
    led_to = (
        (pages.CONTRACT, _("Contract"), "file-text", pages.CONTRACTS),
        (pages.NEW_CONTRACT, _("New contract"), "file-plus", pages.CONTRACTS),
        (pages.BOOKING, _("Book an effort"), "plus", pages.EFFORTS),
        (pages.RULE_EDITOR, _("Own rule set"), "file-pen", pages.RULES),
        (pages.EDITION, _("Another edition of the rules"), "layers", pages.RULES),
        (pages.CALCULATOR, _("Work out an obligation"), "calculator", pages.HOME),
        (pages.CLAUSE, _("Read a tender"), "file-search", pages.CONTRACTS),
    )
    return tuple(
        Page(key, title, icon, make(key), belongs_to=marked, in_navigation=False)
        for key, title, icon, marked in led_to
    )
