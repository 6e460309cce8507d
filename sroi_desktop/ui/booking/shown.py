"""What the frame, the fields and the third step show of the form as it stands."""

from __future__ import annotations

from collections.abc import Collection

from sroi_desktop.domain.money import total
from sroi_desktop.language import _
from sroi_desktop.language.errors import error_text
from sroi_desktop.language.numbers import money_text, period_text
from sroi_desktop.language.parsing import Fault, UnreadableError
from sroi_desktop.ui.booking import proposing, sharing
from sroi_desktop.ui.booking.contents import ContractsContent, HeadContent, Mark, PartContent
from sroi_desktop.ui.booking.form import STEPS
from sroi_desktop.ui.booking.situation import OPEN_STATES, Situation
from sroi_desktop.ui.booking.weighed import State
from sroi_desktop.ui.kit.content import Choice

WHAT, WHO, WHERE, PROOF = range(STEPS)
_OF_WHAT = ("contract", "kind")


def head(state: State) -> HeadContent:
    """Return the frame: the words on the buttons say what they do here."""
    step, is_change = state.now.form.step, state.now.known.effort is not None
    onward = _("Ne&xt")
    if step == PROOF:
        onward = _("Save the chan&ge") if is_change else _("Boo&k the effort")
    return HeadContent(
        title=_("Change the effort") if is_change else _("Book an effort"),
        step=step,
        onward=onward,
        aside=_("Sa&ve now") if is_change else _("Save as dra&ft"),
        can_go_back=step > WHAT,
        is_change=is_change,
    )


def marks(state: State, finished: Collection[str], *, missing: bool) -> dict[str, Mark]:
    """Return what stands at each field.

    An error waits until the user is done with the field, but for one that can never become
    right by typing on. What is `missing` is an error only once the user wanted to go on.
    """
    answers = state.reading.answers
    empty = error_text(UnreadableError(Fault.EMPTY, ""))
    found = {}
    for question in state.questions:
        name, error = question.name, ""
        readings: tuple[str, ...] = ()
        wrong = answers.wrong.get(name)
        if wrong is not None and (wrong.at_once or name in finished):
            error, readings = wrong.text, wrong.readings
        elif missing and name in answers.lacks:
            error = empty
        found[name] = Mark(error, readings, answers.read.get(name), answers.doubts.get(name, ""))
    return found


def contracts(state: State) -> ContractsContent:
    """Return the third step."""
    now, effort, divided = state.now, state.reading.effort, state.shares
    parts = tuple(_part(state, part) for part in range(max(1, len(divided.notes))))
    there = {row.contract_id for row in parts[0].rows}
    others = (
        place.contract
        for place in sharing.offered(now.known, now.form)
        if place.contract.id not in there and (effort is None or place.knows(effort))
    )
    return ContractsContent(
        now.form.is_shared,
        parts,
        tuple(Choice(str(one.id), f"{one.number} · {one.title}") for one in others),
        now.form.is_shared and effort is not None and effort.period.days > 1,
        proposing.contents(now, state.proposals, divided.allocations),
        _reported(now),
    )


def _part(state: State, part: int) -> PartContent:
    """Return one part of the days; of an effort for one contract there is one."""
    now, divided = state.now, state.shares
    rows = sharing.rows(now, state.reading.effort, divided, part)
    if not divided.notes:
        return PartContent(rows)
    note, form = divided.notes[part], now.form
    days = period_text(divided.parts.periods[part]) if divided.parts.periods else ""
    starts = form.cuts[part - 1] if part else ""
    wrong = (divided.parts.wrong or {}).get(part, "")
    return PartContent(rows, note.text, note.too_much, days, starts, wrong)


def _reported(now: Situation) -> str:
    """Return why the effort that is changed cannot be divided in another way, "" where it can."""
    reports, effort = now.known.reports, now.known.effort
    if not reports or effort is None or effort.state in OPEN_STATES:
        return ""
    text = _(
        "Report {number} tells how this effort is divided. To divide it in another way, first "
        "mark it as realised."
    )
    return text.format(number=reports[0])


def stops(state: State, step: int) -> str | None:
    """Return the question of a step that must be answered before one can go on, or None."""
    answers = state.reading.answers
    waiting = [*answers.lacks, *answers.wrong]
    if step == WHAT:
        return next((name for name in waiting if name in _OF_WHAT), None)
    if step == WHO:
        return next((name for name in waiting if name not in _OF_WHAT), None)
    if step == WHERE:
        shares = state.shares
        is_wrong = shares.too_much or shares.wrong or shares.parts.wrong
        return "shares" if is_wrong or not shares.allocations else None
    return None


def first_stop(state: State) -> int | None:
    """Return the first step that must be answered before anything can be booked, or None."""
    return next((step for step in range(STEPS) if stops(state, step) is not None), None)


def complaint(state: State, step: int) -> str:
    """Return what the first or the third step still needs."""
    if step == WHAT:
        return _("Choose what you did.")
    wrong = next(iter((state.shares.parts.wrong or {}).values()), "")
    return wrong or state.shares.note or _("Choose a contract.")


def told(state: State) -> str:
    """Return what was done, for the status line."""
    effort = state.reading.effort
    words = _("Booked: {title}, {amount}.")
    if state.now.known.effort is not None:
        words = _("Changed: {title}, {amount}.")
    value = total(one.weighed.value for one in state.weighed)
    return words.format(title="" if effort is None else effort.title, amount=money_text(value))
