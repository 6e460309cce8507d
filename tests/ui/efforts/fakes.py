"""A table of efforts without widgets, and the rest of the program around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sroi_desktop.ui.efforts.doubles import DoublesContent
from sroi_desktop.ui.efforts.narrowing import Choices, Filter, Sum
from sroi_desktop.ui.efforts.presenter import EffortsPresenter
from tests.ui.desks import Opened

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sroi_desktop.domain.effort import EffortState
    from sroi_desktop.services.changes import Done
    from sroi_desktop.services.desk import Desk
    from sroi_desktop.services.duplicates import Likely
    from sroi_desktop.services.effort_lines import EffortLine, Reached
    from sroi_desktop.ui.efforts.verdict import Verdict


class FakeEffortsView:
    def __init__(self) -> None:
        self.lines: tuple[EffortLine, ...] = ()
        self.choices = Choices((), (), ())
        self.filter = Filter()
        self.search = ""
        self.count = ""
        self.sums: tuple[Sum, ...] = ()
        self.drafts = ""
        self.verdict: Verdict | None = None
        self.asked: list[EffortState] = []
        self.has_tools = False
        self.doubles = DoublesContent()

    def show_tools(self, *, shown: bool) -> None:
        self.has_tools = shown

    def show_lines(self, lines: Sequence[EffortLine]) -> None:
        self.lines = tuple(lines)

    def shown_lines(self) -> tuple[EffortLine, ...]:
        return self.lines

    def show_choices(self, choices: Choices) -> None:
        self.choices = choices

    def show_filter(self, wanted: Filter, search: str) -> None:
        self.filter, self.search = wanted, search

    def show_totals(self, count: str, sums: tuple[Sum, ...]) -> None:
        self.count, self.sums = count, sums

    def show_drafts(self, text: str) -> None:
        self.drafts = text

    def show_doubles(self, content: DoublesContent) -> None:
        self.doubles = content

    def ask_verdict(self, state: EffortState, line: EffortLine) -> Verdict | None:
        self.asked.append(state)
        return self.verdict

    def sum_of(self, label: str) -> str:
        """Return the figure with a name that begins so, with ordinary spaces."""
        found = next(one.value for one in self.sums if one.label.startswith(label))
        return found.replace("\N{NO-BREAK SPACE}", " ")


class FakeHost:
    """Does slow work at once."""

    def __init__(self) -> None:
        self.presenter: EffortsPresenter
        self.open_page = Opened()
        self.told: list[str] = []
        self.refusals: list[str] = []
        self.compared: list[tuple[int, int]] = []

    def work(self, job: Callable[[], Reached]) -> None:
        self.presenter.show_reached(job())

    def look(self, job: Callable[[], tuple[Likely, ...]]) -> None:
        self.presenter.doubles.show_found(job())

    def compare(self, effort_id: int, contract_id: int) -> None:
        self.compared.append((effort_id, contract_id))

    def done(self, done: Done, told: str) -> None:
        self.told.append(told)
        self.presenter.reload()
        while self.presenter.load_more():
            pass

    def refused(self, why: str) -> None:
        self.refusals.append(why)


class Table:
    """The table, open."""

    def __init__(self, desk: Desk, search: str = "") -> None:
        self.view, self.host = FakeEffortsView(), FakeHost()
        self.presenter = EffortsPresenter(self.view, desk, self.host)
        self.host.presenter = self.presenter
        self.presenter.open(search)
        self.load()

    def load(self) -> None:
        """Let the screen read what is left."""
        while self.presenter.load_more():
            pass
