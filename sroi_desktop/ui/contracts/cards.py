"""What the list tells of one contract, in words and shares. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sroi_desktop.domain.account import Course, expected_part
from sroi_desktop.domain.contract import BEFORE_AWARD, ENDED
from sroi_desktop.language import _
from sroi_desktop.language.labels import label
from sroi_desktop.language.numbers import period_text
from sroi_desktop.ui.contracts.amounts import is_known, open_amounts, owed_text, realised_text
from sroi_desktop.ui.kit.content import PillContent, ProgressShares
from sroi_desktop.ui.kit.palette import Tone

if TYPE_CHECKING:
    from datetime import date
    from fractions import Fraction

    from sroi_desktop.domain.contract import Contract
    from sroi_desktop.domain.guidance import Position
    from sroi_desktop.domain.money import Money

_TONES = {
    Course.UNKNOWN: (Tone.NEUTRAL, "circle-question-mark"),
    Course.NOT_STARTED: (Tone.NEUTRAL, "clock"),
    Course.ON_COURSE: (Tone.GOOD, None),
    Course.NEARLY_DONE: (Tone.GOOD, None),
    Course.DONE: (Tone.GOOD, "check"),
    Course.BEHIND: (Tone.WARNING, None),
    Course.SHORT: (Tone.DANGER, "triangle-alert"),
}


@dataclass(frozen=True, slots=True)
class ContractCard:
    """One contract in the list.

    `shares` is None while it is not known what is owed. `spoken` says all of it in one line.
    """

    contract_id: int
    title: str
    about: str
    period: str
    pill: PillContent
    shares: ProgressShares | None
    realised: str
    owed: str
    open: str
    spoken: str
    is_ended: bool

    @property
    def words(self) -> str:
        """Everything that a search looks into."""
        return f"{self.title} {self.about} {self.pill.text}"


def card_of(position: Position, today: date) -> ContractCard:
    """Return what the list tells of a contract."""
    contract = position.contract
    if contract.id is None:
        raise ValueError("a contract of the books has an id")
    pill = course_pill(position, today)
    about = about_text(contract)
    realised, owed, left = realised_text(position), owed_text(position), _open(position)
    period = _("dates not known yet") if contract.period is None else period_text(contract.period)
    said = (contract.title, about, period, pill.text, realised, owed, left)
    return ContractCard(
        contract.id,
        contract.title,
        about,
        period,
        pill,
        shares_of(position, today),
        realised,
        owed,
        left,
        ", ".join(part for part in said if part),
        contract.state in ENDED,
    )


def about_text(contract: Contract) -> str:
    """Return for whom a contract is, what kind it is and its number, on one line."""
    kind = "" if contract.category is None else label(contract.category)
    return " · ".join(part for part in (contract.authority, kind, contract.number) if part)


def course_pill(position: Position, today: date) -> PillContent:
    """Return how a contract is going; before its award and after its end, its state says more."""
    state = position.contract.state
    if state in BEFORE_AWARD or state in ENDED:
        return PillContent(label(state), Tone.NEUTRAL)
    course = position.course(today)
    tone, icon = _TONES[course]
    return PillContent(label(course), tone, icon)


def shares_of(position: Position, today: date) -> ProgressShares | None:
    """Return the parts of the bar, or None while it is not known what is owed."""
    owed, totals, measure = position.owed, position.totals, position.measure
    period = position.contract.period
    is_running = period is not None and today in period
    if measure is not None:
        return ProgressShares(
            _drawn(measure.part_done),
            _drawn(measure.planned / measure.whole),
            _drawn(expected_part(period, today)) if is_running else None,
        )
    if not owed:
        return None
    return ProgressShares(
        share(totals.realised, owed),
        share(totals.planned, owed),
        share(position.expected(today), owed) if is_running else None,
    )


def share(amount: Money, owed: Money) -> float:
    """Return a part of what is owed, 0 to 1, to draw with; never to compute with."""
    return min(1.0, amount.cents / owed.cents)


def _drawn(part: Fraction) -> float:
    return min(1.0, float(part))


def _open(position: Position) -> str:
    left = open_amounts(position)
    if left:
        return _("{amount} open").format(amount=left)
    return _("nothing is open") if is_known(position) else ""
