"""Proposals to divide an effort, side by side, each with what it leads to; one is taken over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from sroi_desktop.domain.allocation import PARTS, Allocation
from sroi_desktop.domain.dividing import Claim, Manner, Outcome, Proposal, proposals
from sroi_desktop.domain.effort import Effort
from sroi_desktop.domain.errors import DomainError
from sroi_desktop.domain.guidance import StepKind
from sroi_desktop.domain.hurry import Hurry
from sroi_desktop.domain.money import ZERO, Money, total
from sroi_desktop.domain.periods import Period
from sroi_desktop.language import _
from sroi_desktop.language.labels import label
from sroi_desktop.language.numbers import date_text, money_text, number_text, whole_money_text
from sroi_desktop.services.weighing import Place, weigh_together
from sroi_desktop.ui.booking.form import Form, ShareTyped
from sroi_desktop.ui.booking.parting import Parts
from sroi_desktop.ui.booking.situation import Situation

_PER_PERCENT = PARTS // 100


@dataclass(frozen=True, slots=True)
class ProposedFor:
    """What a proposal does for one contract: its name, the value it gets, what stays open."""

    title: str
    value: str
    open: str


@dataclass(frozen=True, slots=True)
class ProposalContent:
    """One proposal; `why` says which contract presses, `is_chosen` that the shares are these."""

    manner: Manner
    title: str
    total: str
    lines: tuple[ProposedFor, ...]
    why: str = ""
    is_chosen: bool = False


def made(now: Situation, effort: Effort | None, parts: Parts) -> tuple[Proposal, ...]:
    """Return the proposals: none for one contract, or while the effort cannot be weighed."""
    if effort is None or not parts.periods or len(now.form.sharing) == 1:
        return ()
    places = [now.known.places[key] for key in now.form.sharing]
    claims = [Claim(place.contract.id or 0, place.standing.open, place.hurry) for place in places]

    def value(shares: Sequence[Allocation]) -> Money:
        return worth(now, effort, shares)

    return proposals(claims, parts.periods, value)


def worth(now: Situation, effort: Effort, shares: Sequence[Allocation]) -> Money:
    """Return what counts of the shares that one contract gets together.

    Nothing for no shares, and where they cannot be valued.
    """
    if not shares:
        return ZERO
    place = now.known.places[shares[0].contract_id]
    try:
        found = weigh_together(effort, shares, place, now.known.today)
    except DomainError:
        return ZERO
    return max(ZERO, total(one.value - one.beyond for one in found))


def contents(
    now: Situation, found: tuple[Proposal, ...], divided: tuple[Allocation, ...]
) -> tuple[ProposalContent, ...]:
    """Return the proposals in words; `divided` is how the effort is divided now."""
    return tuple(_content(now, one, divided) for one in found)


def _content(
    now: Situation, proposal: Proposal, divided: tuple[Allocation, ...]
) -> ProposalContent:
    lines = tuple(
        _line(now.known.places[one.contract_id], one, proposal) for one in proposal.outcomes
    )
    why = ""
    if proposal.manner is Manner.MOST_URGENT:
        places = [now.known.places[key] for key in now.form.sharing]
        why = _presses(min(places, key=_hurry))
    return ProposalContent(
        proposal.manner,
        label(proposal.manner),
        money_text(proposal.total),
        lines,
        why,
        set(proposal.allocations) == set(divided),
    )


def _hurry(place: Place) -> Hurry:
    return place.hurry


def _line(place: Place, outcome: Outcome, proposal: Proposal) -> ProposedFor:
    key = outcome.contract_id
    percents = dict.fromkeys(
        number_text(one.share * 100, 1) for one in proposal.allocations if one.contract_id == key
    )
    value = money_text(outcome.value)
    if percents:
        shares = " / ".join(f"{percent}%" for percent in percents)
        value = _("{percent}: {amount}").format(percent=shares, amount=value)
    opened = _("open: {before} → {after}").format(
        before=whole_money_text(outcome.before), after=whole_money_text(outcome.after)
    )
    return ProposedFor(place.contract.title, value, "" if place.standing.owed is None else opened)


def _presses(place: Place) -> str:
    """Return why a contract presses most."""
    hurry, words = (
        place.hurry,
        {
            StepKind.REPORT_DUE: _("{title}: the report is due on {date}."),
            StepKind.CONTRACT_ENDING: _("{title}: ends on {date} and is not filled yet."),
            StepKind.BEHIND_SCHEDULE: _("{title}: behind schedule, ends on {date}."),
            StepKind.SETTLE: _("{title}: to be settled by {date}."),
        },
    )
    if hurry.due.year == hurry.due.max.year:
        return ""
    text = words.get(hurry.kind or StepKind.FIRST_EFFORT, _("{title}: ends first, on {date}."))
    return text.format(title=place.contract.title, date=date_text(hurry.due))


def taken_over(form: Form, proposal: Proposal, parts: tuple[Period, ...]) -> Form:
    """Return the form with the shares of a proposal, to be adjusted by hand."""
    shares = tuple(
        ShareTyped(key, _percent(proposal, key, part), number)
        for number, part in enumerate(parts)
        for key in form.sharing
    )
    return replace(form, shares=shares)


def _percent(proposal: Proposal, contract_id: int, part: Period) -> str:
    parts = sum(
        one.parts
        for one in proposal.allocations
        if one.contract_id == contract_id and part.start in one.period
    )
    return number_text(Fraction(parts, _PER_PERCENT), 4)
