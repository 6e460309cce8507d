"""What the overview tells of one contract, and which contracts come first. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sroi_desktop.domain.contract import ENDED
from sroi_desktop.language import _
from sroi_desktop.language.numbers import date_text, whole_money_text
from sroi_desktop.ui.contracts.amounts import (
    is_known,
    open_amounts,
    owed_text,
    planned_text,
    realised_text,
)
from sroi_desktop.ui.contracts.cards import course_pill, shares_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from sroi_desktop.domain.account import Totals
    from sroi_desktop.domain.guidance import NextStep, Position
    from sroi_desktop.ui.kit.content import PillContent, ProgressShares

MOST_CARDS = 8


@dataclass(frozen=True, slots=True)
class HomeCard:
    """One contract. `shares` is None while there is no bar to draw; `spoken` says all of it."""

    contract_id: int
    title: str
    about: str
    pill: PillContent
    shares: ProgressShares | None
    realised: str
    owed: str
    proven: str
    open: str
    spoken: str


def home_card(position: Position, today: date) -> HomeCard:
    """Return what the overview tells of a contract.

    Raises:
        ValueError: the contract was never kept.
    """
    contract = position.contract
    if contract.id is None:
        raise ValueError("a contract of the books has an id")
    about = contract.authority
    if contract.ends_on is not None:
        until = _("until {date}").format(date=date_text(contract.ends_on))
        about = f"{about} · {until}"
    pill = course_pill(position, today)
    realised, owed = realised_text(position), owed_text(position)
    # What is proven is known in euros alone.
    proven = _proven(position.totals) if position.measure is None else ""
    left = _open(position)
    planned = planned_text(position)
    said = (contract.title, about, pill.text, realised, proven, owed, planned, left)
    return HomeCard(
        contract.id,
        contract.title,
        about,
        pill,
        shares_of(position, today),
        realised,
        owed,
        proven,
        left,
        ", ".join(part for part in said if part),
    )


def cards_shown(positions: Sequence[Position], steps: Sequence[NextStep]) -> tuple[Position, ...]:
    """Return which contracts get a card.

    Ended contracts are left out. Where all fit they keep the order of their numbers, so that
    each has its place; of many, those that need attention come first.
    """
    live = [one for one in positions if one.contract.state not in ENDED]
    if len(live) <= MOST_CARDS:
        return tuple(live)
    places: dict[int | None, int] = {}
    for place, step in enumerate(steps):
        places.setdefault(step.contract_id, place)
    live.sort(key=lambda one: (places.get(one.contract.id, len(steps)), one.contract.number))
    return tuple(live[:MOST_CARDS])


def _proven(totals: Totals) -> str:
    if not totals.realised:
        return ""
    if not totals.unproven:
        return _("all of it proven")
    return _("{amount} of it proven").format(amount=whole_money_text(totals.proven))


def _open(position: Position) -> str:
    left = open_amounts(position)
    if left:
        return _("{amount} still open").format(amount=left)
    return _("nothing left open") if is_known(position) else ""
