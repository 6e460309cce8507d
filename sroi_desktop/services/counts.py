"""What everything booked for a contract adds to its totals on a day.

Where rules let some category fill only a part of the obligation, no share counts by itself: it
depends on all the others. Such contracts are worked out here, effort by effort; the others can
be added up by the database (`positions`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sroi_desktop.domain import limited
from sroi_desktop.domain.account import NO_TOTALS, Totals
from sroi_desktop.domain.effort import ACCEPTED, HAPPENED
from sroi_desktop.domain.limited import Held, Part, is_limiting
from sroi_desktop.services import bookings, owing

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from sroi_desktop.domain.contract import Contract
    from sroi_desktop.domain.derivation import Valuation
    from sroi_desktop.domain.money import Money
    from sroi_desktop.domain.rules import RuleSet
    from sroi_desktop.services.bookings import Entry
    from sroi_desktop.services.desk import Desk

__all__ = ["Count", "Under", "held", "is_limiting", "of_contract", "on", "total", "under"]


@dataclass(frozen=True, slots=True)
class Under:
    """What shares are counted by: a contract, its own copy of the rules, and what is owed."""

    contract: Contract
    rules: RuleSet
    owed: Money | None


@dataclass(frozen=True, slots=True)
class Count:
    """A share with its worth up to a day, and what it adds to the totals of its contract."""

    entry: Entry
    so_far: Valuation
    held: Held

    @property
    def adds(self) -> Totals:
        """What it adds to the totals on that day."""
        return self.held.adds

    def lacks_evidence(self, day: date) -> bool:
        """Tell whether it was done by a day, wholly or in part, and lacks evidence."""
        effort = self.entry.effort
        is_done = effort.state in HAPPENED - ACCEPTED and effort.period.start <= day
        return is_done and bool(self.entry.booked.missing)


def under(desk: Desk, contract_id: int, day: date | None = None) -> Under:
    """Return what the shares of a contract are counted by, today or by the end of a day."""
    contract, rules = desk.store.contract(contract_id), desk.store.rule_set(contract_id)
    return Under(contract, rules, owing.ledger(desk, day).owed(contract, rules).amount)


def of_contract(desk: Desk, contract_id: int, day: date) -> tuple[Count, ...]:
    """Return everything that is booked for a contract, as it counts by the end of a day."""
    return on(bookings.entries(desk, contract_id), under(desk, contract_id, day), day)


def on(entries: Sequence[Entry], by: Under, day: date) -> tuple[Count, ...]:
    """Return what shares count for by the end of a day, in the given order.

    Args:
        entries: everything that is booked for the contract: what one may add depends on all.
        by: what they are counted by.
        day: what comes after it is planned.
    """
    worth = [bookings.worth_until(entry, by.rules, by.contract, day) for entry in entries]
    alone = [entry.counts(value.value) for entry, value in zip(entries, worth, strict=True)]
    found = zip(entries, worth, held(entries, worth, alone, by, day), strict=True)
    return tuple(Count(*one) for one in found)


def total(counts: Iterable[Count]) -> Totals:
    """Return what shares add up to."""
    return sum((count.adds for count in counts), NO_TOTALS)


def held(
    entries: Sequence[Entry],
    worth: Sequence[Valuation],
    alone: Sequence[Totals],
    by: Under,
    day: date,
) -> Iterable[Held]:
    """Return what shares add once the limits of the rules have done their work.

    Args:
        entries: everything that is booked for the contract.
        worth: what each is worth up to the day.
        alone: what each would add to the totals if nothing were limited.
        by: what they are counted by.
        day: what comes after it is planned.
    """
    if not is_limiting(by.rules):
        return map(Held, alone)
    parts = [
        Part(entry.effort, adds, so_far, entry.booked.valuation)
        for entry, so_far, adds in zip(entries, worth, alone, strict=True)
    ]
    return limited.held(parts, by.rules, by.owed, day)
