"""The table of efforts: what is shown, what it adds up to, and what can be done with a line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Protocol

from sroi_desktop.domain.effort import EffortState, next_states
from sroi_desktop.domain.rules import EffortKind
from sroi_desktop.language import _, ngettext
from sroi_desktop.language.labels import label
from sroi_desktop.services import drafts, effort_lines, efforts
from sroi_desktop.services.changes import Done
from sroi_desktop.services.desk import Desk
from sroi_desktop.services.effort_lines import EffortLine, Reached
from sroi_desktop.services.refusals import REFUSALS, explain
from sroi_desktop.ui import pages
from sroi_desktop.ui.begun import begun_text
from sroi_desktop.ui.efforts.doubles import DoublesHost, DoublesPresenter, DoublesView
from sroi_desktop.ui.efforts.narrowing import Choices, Filter, Sum, sums_of
from sroi_desktop.ui.efforts.verdict import Verdict
from sroi_desktop.ui.kit.content import Act, Choice, HeaderContent

# Enough to fill the tallest window; the rest follows part by part when these are on the screen.
FIRST, MORE = 200, 2_500
BOOK, CHANGE, REMOVE, PROVE, MOVE = "book", "change", "remove", "prove", "move."
DRAFTS, DIVIDE, ELSEWHERE = "drafts", "divide", "elsewhere"
_VERDICTS = frozenset({EffortState.ACCEPTED, EffortState.ACCEPTED_IN_PART, EffortState.REJECTED})


class EffortsView(DoublesView, Protocol):
    """What the presenter asks of the screen."""

    def show_lines(self, lines: Sequence[EffortLine]) -> None:
        """Show these lines, within the words that are searched for."""
        ...

    def shown_lines(self) -> tuple[EffortLine, ...]:
        """Return the lines that are left after searching."""
        ...

    def show_tools(self, *, shown: bool) -> None:
        """Offer to narrow down and to act: not where there is nothing yet."""
        ...

    def show_choices(self, choices: Choices) -> None:
        """Offer what can be filtered by."""
        ...

    def show_filter(self, wanted: Filter, search: str) -> None:
        """Show which filter is on."""
        ...

    def show_totals(self, count: str, sums: tuple[Sum, ...]) -> None:
        """Show what the lines add up to."""
        ...

    def show_drafts(self, text: str) -> None:
        """Offer to go on with what was not booked; "" offers nothing."""
        ...

    def ask_verdict(self, state: EffortState, line: EffortLine) -> Verdict | None:
        """Ask what the authority said; None where the user thinks better of it."""
        ...


class Host(DoublesHost, Protocol):
    """What the presenter asks of the rest of the program."""

    def work(self, job: Callable[[], Reached]) -> None:
        """Have slow work done, and hand its outcome to `show_reached`."""
        ...

    def open_page(self, key: str, argument: object) -> None:
        """Go to another page."""
        ...

    def compare(self, effort_id: int, contract_id: int) -> None:
        """Show what an effort is worth elsewhere."""
        ...


class EffortsPresenter:
    """Shows efforts, and carries out what is asked of a line."""

    def __init__(self, view: EffortsView, desk: Desk, host: Host) -> None:
        self._view = view
        self._desk = desk
        self._host = host
        self._lines: tuple[EffortLine, ...] = ()
        self._reached = Reached()
        self._filter = Filter()
        self._coming: tuple[EffortLine, ...] = ()
        self._is_whole = False
        self.doubles = DoublesPresenter(view, desk, host, self._narrow)

    def header(self) -> HeaderContent:
        """Return the head of the page; an empty one offers its first act in the middle."""
        act = Act(BOOK, _("Book an effort"), "plus") if self._lines else None
        return HeaderContent(_("Efforts"), _("What you did, do and plan."), primary=act)

    # -- loading

    def open(self, search: str = "") -> None:
        """Show the latest efforts at once; `load_more` brings the others."""
        if search:
            self._filter = Filter()  # what is looked for must not be hidden
        self._lines = effort_lines.first(self._desk, FIRST)
        self._coming = self._lines
        self._is_whole = len(self._lines) < FIRST
        self._view.show_filter(self._filter, search)
        self._show()
        self._view.show_drafts(self._drafts())

    def load_more(self) -> bool:
        """Read some more efforts; show them all once they are there, and what follows from them.

        Returns:
            Whether there is more to do; so that no part of it holds up the window.
        """
        if self._is_whole:
            self._view.show_choices(self._choices())
            self._host.work(effort_lines.under_way(self._desk))
            self.doubles.look()
            return False
        more = effort_lines.first(self._desk, MORE, len(self._coming))
        self._coming += more
        self._is_whole = len(more) < MORE
        if self._is_whole:
            self._lines = self._coming
            self._show()
        return True

    def reload(self) -> None:
        """Show everything as it is now, at the same place; of very much, `load_more` the rest."""
        self._view.show_drafts(self._drafts())
        self._coming, self._is_whole = (), False
        self.load_more()

    def show_reached(self, reached: Reached) -> None:
        """Take the worth up to today of what runs, and add up again."""
        self._reached = reached
        self.show_totals()

    def _show(self) -> None:
        self._view.show_tools(shown=bool(self._lines))
        self._view.show_lines([line for line in self._lines if self._filter.takes(line)])
        self.show_totals()

    def show_totals(self) -> None:
        """Add up what is on the screen."""
        shown = self._view.shown_lines()
        count = len({line.effort_id for line in shown})
        words = ngettext("{count} effort", "{count} efforts", count)
        totals = effort_lines.total(shown, self._reached, self._desk.today)
        self._view.show_totals(words.format(count=count), sums_of(totals))

    def _choices(self) -> Choices:
        contracts = {
            line.contract_id: f"{line.contract_number} · {line.contract_title}"
            for line in self._lines
            if line.contract_id is not None
        }
        kinds = {line.kind for line in self._lines}
        states = {line.state for line in self._lines}
        in_order = sorted(contracts.items(), key=_words)
        return Choices(
            tuple(Choice(str(key), text) for key, text in in_order),
            tuple(Choice(one.value, label(one)) for one in EffortKind if one in kinds),
            tuple(Choice(one.value, label(one)) for one in EffortState if one in states),
        )

    def _drafts(self) -> str:
        return begun_text(len(drafts.keys(self._desk, drafts.NEW_BOOKING)))

    # -- filtering

    def filter_contract(self, key: str | None) -> None:
        """Show the efforts of one contract, or of all."""
        self._take(replace(self._filter, contract_id=None if key is None else int(key)))

    def filter_kind(self, key: str | None) -> None:
        """Show one kind of effort, or all."""
        self._take(replace(self._filter, kind=None if key is None else EffortKind(key)))

    def filter_state(self, key: str | None) -> None:
        """Show the efforts in one state, or in all."""
        self._take(replace(self._filter, state=None if key is None else EffortState(key)))

    def filter_missing(self, *, only: bool) -> None:
        """Show only what lacks evidence, or everything."""
        self._take(replace(self._filter, missing_only=only))

    def clear_filter(self) -> None:
        """Show everything."""
        self.doubles.close()
        self._take(Filter())
        self._view.show_filter(self._filter, "")

    def _narrow(self, only: frozenset[int] | None) -> None:
        """Show some efforts whatever else was filtered by, or all of them again."""
        if only != self._filter.only:
            self._take(Filter(only=only))
            self._view.show_filter(self._filter, "")

    def _take(self, wanted: Filter) -> None:
        if wanted != self._filter:
            self._filter = wanted
            self._show()

    # -- acts

    def run_act(self, key: str) -> None:
        """Carry out an act of the page."""
        if key in {BOOK, DRAFTS}:
            self._host.open_page(pages.BOOKING, pages.BookingTarget(self._filter.contract_id))

    def menu(self, line: EffortLine) -> tuple[Act | None, ...]:
        """Return what can be done with a line; None stands for a separator."""
        moves = [
            Act(f"{MOVE}{state.value}", _("Mark as: {state}").format(state=label(state)))
            for state in EffortState
            if state in next_states(line.state)
        ]
        elsewhere = [Act(ELSEWHERE, _("What is this worth elsewhere?"), "scale")]
        if line.contract_id is None:
            elsewhere = []  # under which rules it is worth anything is not known yet
        return (
            Act(CHANGE, _("Change…"), "pencil"),
            Act(PROVE, _("Evidence…"), "paperclip"),
            Act(DIVIDE, _("Divide over contracts…"), "split"),
            *elsewhere,
            None,
            *moves,
            None,
            Act(REMOVE, _("Remove"), "trash-2", kind="danger"),
        )

    def open_line(self, line: EffortLine) -> None:
        """Change an effort."""
        self._host.open_page(pages.BOOKING, pages.BookingTarget(effort_id=line.effort_id))

    def act_on(self, key: str, line: EffortLine) -> None:
        """Carry out an act of the menu."""
        if key == CHANGE:
            self.open_line(line)
        elif key == PROVE:
            self._host.open_page(pages.EVIDENCE, pages.EvidenceTarget(effort_id=line.effort_id))
        elif key == DIVIDE:
            target = pages.BookingTarget(effort_id=line.effort_id, divide=True)
            self._host.open_page(pages.BOOKING, target)
        elif key == ELSEWHERE:
            self._host.compare(line.effort_id, line.contract_id or 0)
        elif key == REMOVE:
            told = _("Removed: {title}. Undo brings it back.").format(title=line.title)
            self._carry_out(efforts.remove, line, told)
        else:
            self._move(EffortState(key.removeprefix(MOVE)), line)

    def _move(self, state: EffortState, line: EffortLine) -> None:
        told = _("{title}: {state}.").format(title=line.title, state=label(state).lower())
        verdict = Verdict()
        if state in _VERDICTS and state is not EffortState.ACCEPTED:
            asked = self._view.ask_verdict(state, line)
            if asked is None:
                return
            verdict = asked

        def move(desk: Desk, effort_id: int) -> Done:
            if state in _VERDICTS:
                accepted, reason = verdict.accepted, verdict.reason
                return efforts.judge(desk, effort_id, state, accepted=accepted, verdict=reason)
            return efforts.move_on(desk, effort_id, state)

        self._carry_out(move, line, told)

    def _carry_out(self, act: Callable[[Desk, int], Done], line: EffortLine, told: str) -> None:
        try:
            done = act(self._desk, line.effort_id)
        except REFUSALS as error:
            self._host.refused(explain(error))
        else:
            self._host.done(done, told)


def _words(item: tuple[int, str]) -> str:
    return item[1]
