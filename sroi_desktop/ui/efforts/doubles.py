"""Efforts that may be booked twice: told above the table, looked at in it, set apart one by one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from sroi_desktop.language import _, ngettext
from sroi_desktop.language.labels import label
from sroi_desktop.language.numbers import period_text
from sroi_desktop.services import duplicates
from sroi_desktop.services.changes import Done
from sroi_desktop.services.desk import Desk
from sroi_desktop.services.duplicates import Likely, Trace
from sroi_desktop.services.refusals import REFUSALS, explain

Pair = tuple[int, int]
Job = Callable[[], tuple[Likely, ...]]


@dataclass(frozen=True, slots=True)
class DoubleLine:
    """Two efforts that may be the same, and why."""

    pair: Pair
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class DoublesContent:
    """What is told of duplicates; "" where there are none. The lines only while one looks."""

    text: str = ""
    is_open: bool = False
    lines: tuple[DoubleLine, ...] = ()


class DoublesView(Protocol):
    """What is asked of the screen."""

    def show_doubles(self, content: DoublesContent) -> None:
        """Show what may be booked twice."""
        ...


class DoublesHost(Protocol):
    """What is asked of the rest of the program."""

    def look(self, job: Job) -> None:
        """Have duplicates looked for, and hand what was found to `show_found`."""
        ...

    def done(self, done: Done, told: str) -> None:
        """Tell everyone what an act changed, and the user what was done."""
        ...

    def refused(self, why: str) -> None:
        """Tell the user why something cannot be done."""
        ...


class DoublesPresenter:
    """Finds, tells and sets apart; `narrow` has the table show some efforts, or all again."""

    def __init__(
        self,
        view: DoublesView,
        desk: Desk,
        host: DoublesHost,
        narrow: Callable[[frozenset[int] | None], None],
    ) -> None:
        self._view = view
        self._desk = desk
        self._host = host
        self._narrow = narrow
        self._found: tuple[Likely, ...] = ()
        self._is_open = False

    def look(self) -> None:
        """Look through all efforts."""
        self._host.look(duplicates.looking(self._desk))

    def show_found(self, found: tuple[Likely, ...]) -> None:
        """Tell what was found; who was looking goes on with what is left."""
        self._found = found
        if self._is_open:
            self._is_open = bool(found)
            self._narrow(self._efforts() if found else None)
        self._show()

    def toggle(self) -> None:
        """Show only these efforts in the table, or all of them again."""
        self._is_open = not self._is_open
        self._narrow(self._efforts() if self._is_open else None)
        self._show()

    def close(self) -> None:
        """Stop looking: the table shows something else."""
        if self._is_open:
            self._is_open = False
            self._show()

    def set_apart(self, pair: Pair) -> None:
        """Keep that two efforts are no duplicates."""
        found = next((one for one in self._found if one.key == pair), None)
        if found is None:
            return
        about = _("{first} and {second}").format(first=found.first.title, second=found.second.title)
        try:
            done = duplicates.set_apart(self._desk, pair, about)
        except REFUSALS as error:
            self._host.refused(explain(error))
            return
        told = _("Kept apart: {about}. This is not asked again.").format(about=about)
        self._host.done(done, told)

    def _efforts(self) -> frozenset[int]:
        return frozenset(one for pair in self._found for one in pair.key)

    def _show(self) -> None:
        count = len(self._efforts())
        words = ngettext(
            "{count} effort looks like a duplicate.",
            "{count} efforts look like duplicates.",
            count,
        )
        lines = tuple(_line(one) for one in self._found) if self._is_open else ()
        text = words.format(count=count) if count else ""
        self._view.show_doubles(DoublesContent(text, self._is_open, lines))


def _line(pair: Likely) -> DoubleLine:
    text = _("{first} and {second}").format(first=named(pair.first), second=named(pair.second))
    why = label(pair.ground)
    return DoubleLine(pair.key, text, why[:1].upper() + why[1:])


def named(trace: Trace) -> str:
    """Return by what one knows an effort: its name and its days."""
    return _("{title} ({days})").format(title=trace.title, days=period_text(trace.period))
