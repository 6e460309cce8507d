"""Loading ahead, a little at a time, what the first act and the other screens will need.

Begins when the first screen has been drawn; each part takes less than a tenth of a second, so
that it is hardly in anyone's way: first the code, then the widgets of the likeliest pages, which
is half of what opening one for the first time takes. Whoever is faster loads what is needed then.
"""

from __future__ import annotations

import gc
from datetime import date
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from sroi_desktop import storage
from sroi_desktop.language.numbers import month_text
from sroi_desktop.ui import pages

if TYPE_CHECKING:
    from collections.abc import Callable

    from sroi_desktop.rulesets import Library

# Long enough for the first screen to be drawn and looked at.
WAIT_MS = 400
_BETWEEN_MS = 40
# The likeliest first.
_ROOMS = (
    "contract",
    "contracts",
    "efforts",
    "booking",
    "evidence",
    "reports",
    "new_contract",
    "rules",
    "rule_editor",
    "edition",
    "help",
    "settings",
    "calculator",
    "clause",
)
_PARTS: tuple[Callable[[], object], ...] = (
    storage.warm_up,
    partial(month_text, date.min),  # the months in words take 50 ms the first time
    *(partial(import_module, f"sroi_desktop.ui.{room}.screen") for room in _ROOMS),
)


# Pages that nearly everyone comes to, the likeliest first; the others are made when opened.
MADE = (
    pages.CONTRACT,
    pages.BOOKING,
    pages.CONTRACTS,
    pages.EFFORTS,
    pages.EVIDENCE,
    pages.REPORTS,
    pages.NEW_CONTRACT,
)


def _read(library: Library) -> None:
    """Read the shipped rules, which a new contract and the page of the rules begin with."""
    library.rule_sets  # noqa: B018 - read when first asked for


class LoadingAhead(QObject):
    """Loads one part after the other; made and started by a session."""

    def __init__(self, library: Library, make_page: Callable[[str], None], parent: QObject) -> None:
        super().__init__(parent)
        parts: tuple[Callable[[], object], ...] = (
            *_PARTS,
            partial(_read, library),
            *(partial(make_page, key) for key in MADE),
        )
        self._left = iter(parts)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._load)

    def start(self) -> None:
        """Begin in a moment."""
        self._timer.start(WAIT_MS)

    def stop(self) -> None:
        """Load no more: the window closes."""
        self._timer.stop()

    @Slot()
    def _load(self) -> None:
        part = next(self._left, None)
        if part is None:
            gc.freeze()  # all of it stays for good: no need to look for garbage there
            return
        part()
        self._timer.start(_BETWEEN_MS)
