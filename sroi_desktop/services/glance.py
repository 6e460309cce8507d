"""What is most pressing among many contracts, told before all of them are worked out.

What runs today takes most of the work: it has to be valued. So every contract is first looked at
as if nothing counted for it and as if it owed more than anyone does; its steps are then at least
as pressing as its real ones. Those at the head of that row are looked at more closely: with what
is owed, with the sums of what is over, as if all that runs were still to come, and as if what
lacks evidence were worth its whole value. Contracts are worked out in the order of that, until
nothing that the others may come up with can press more. So it is exact.

Where rules let a category fill only a part, more realised may mean less that counts: such a
contract is worked out where the others are looked at more closely.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from heapq import heappop, heappush
from itertools import islice
from typing import TYPE_CHECKING

from sroi_desktop.domain import guidance
from sroi_desktop.domain.account import NO_TOTALS, Totals
from sroi_desktop.domain.guidance import NextStep, Position, Rank, Unproven
from sroi_desktop.domain.money import ZERO, Money
from sroi_desktop.domain.position import certificate_ends
from sroi_desktop.services import counts, owing, positions, quantities, recognising
from sroi_desktop.services.deadlines import free_days
from sroi_desktop.storage import AddedUp, Outline

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sroi_desktop.domain.guidance import Unrecognised
    from sroi_desktop.domain.rules import RuleSet
    from sroi_desktop.services.desk import Desk
    from sroi_desktop.services.owing import Ledger
    from sroi_desktop.services.positions import Known

_SPARE = 1
_TRIES = 3
_AT_ONCE = 12
_NOTHING = AddedUp(NO_TOTALS, ZERO, 0)
_BLANK = Outline(is_booked_for=False, lacking=None, reported_until=None)
_MUCH = Money.from_euros(1_000_000_000_000)


@dataclass(frozen=True, slots=True)
class Glance:
    """The most pressing steps and the contracts that they are about, in order.

    `contracts` counts all contracts. More steps may follow; none of them comes in between.
    """

    steps: tuple[NextStep, ...]
    positions: tuple[Position, ...]
    contracts: int


@dataclass(frozen=True, slots=True)
class _Books:
    """What all contracts are looked at with."""

    desk: Desk
    known: Known
    ledger: Ledger
    rules: dict[int, RuleSet]
    purchases: dict[int, Unrecognised]
    outlines: dict[int, Outline]

    def position(self, key: int) -> Position:
        """Return a contract as if nothing counted for it, and as if much were owed.

        What lacks evidence is taken to be worth its whole value, the days to come included.
        """
        contract, rules = self.known.contracts[key], self.rules[key]
        purchase, outline = self.purchases.get(key), self.outlines.get(key, _BLANK)
        lacking = outline.lacking
        return Position(
            contract,
            rules,
            _MUCH,
            efforts=int(outline.is_booked_for),
            unproven=() if lacking is None else (Unproven(0, "", lacking, ()),),
            unrecognised=() if purchase is None else (purchase,),
            reported_until=outline.reported_until,
            free_days=free_days(contract, rules),
        )

    def owing(self, best: Position) -> Position:
        """Return a position with what is really owed."""
        owed = self.ledger.owed(best.contract, best.rules)
        certificate = certificate_ends(owed, best.contract, best.rules)
        return replace(best, owed=owed.amount, certificate=certificate)


def first(desk: Desk, most: int) -> Glance | None:
    """Return the contracts that press most; None where nothing is gained by a mere glance.

    That is where all is known already, where few contracts have anything that waits, or where
    too many of them would have to be worked out for it.
    """
    known = positions.begun(desk)
    if len(known.left) <= 2 * most:
        return None
    store = desk.store
    rules = store.rule_sets()
    purchases = dict(reversed(recognising.unrecognised(desk, rules.__getitem__)))
    outlines = store.outlines(desk.today)
    books = _Books(desk, known, owing.ledger(desk), rules, purchases, outlines)
    # What is owed in hours or placements no sum of the books tells: those are worked out.
    contracts = known.contracts.items()
    asked = [key for key, one in contracts if quantities.are_asked(one, rules[key])]
    positions.work_out(desk, known, known.left.intersection(asked))
    in_turn = _in_turn(books)
    seen: list[int] = []
    for _ in range(_TRIES):
        seen += [key for _rank, key in islice(in_turn, most + _SPARE)]
        limit, following = next(in_turn, (None, None))
        if limit is None or following is None:
            return None
        positions.work_out(desk, known, known.left.intersection(seen))
        steps = _steps(known, seen, limit, desk)
        pressing = list(dict.fromkeys(step.contract_id for step in steps))[:most]
        if len(pressing) == most:
            chosen = tuple(known.by_contract[one] for one in pressing if one is not None)
            return Glance(steps, chosen, len(known.contracts))
        seen.append(following)
    return None


def _steps(known: Known, seen: list[int], limit: Rank, desk: Desk) -> tuple[NextStep, ...]:
    """Return the steps of these contracts that no step of another can precede."""
    return guidance.in_order(
        step
        for contract_id in seen
        for step in guidance.steps_of(known.by_contract[contract_id], desk.today)
        if guidance.rank(step) < limit
    )


def _in_turn(books: _Books) -> Iterator[tuple[Rank, int]]:
    """Yield the contracts for which something may wait, with the most pressing place of it."""
    row = sorted(_placed(books, _at_best(books)))
    near: list[tuple[Rank, int]] = []
    while row or near:
        if near and (not row or near[0] <= row[0]):
            yield heappop(near)
            continue
        head, row = row[:_AT_ONCE], row[_AT_ONCE:]
        for one in _placed(books, _closer(books, [key for _rank, key in head])):
            heappush(near, one)


def _placed(books: _Books, found: Iterable[Position]) -> Iterator[tuple[Rank, int]]:
    for one in found:
        rank = guidance.most_pressing(one, books.desk.today)
        if rank is not None and one.contract.id is not None:
            yield rank, one.contract.id


def _at_best(books: _Books) -> Iterator[Position]:
    """Yield positions whose steps press at least as much as those of the real ones."""
    for key in books.known.contracts:
        if key in books.known.by_contract:
            yield books.known.by_contract[key]
            continue
        best = books.position(key)
        # A certificate that ends, or a sum that lacks: only what is really owed tells.
        at_once = books.ledger.certificates or best.contract.sum_excl_vat is None
        yield books.owing(best) if at_once else best


def _closer(books: _Books, keys: list[int]) -> Iterator[Position]:
    """Yield positions nearer to the real ones: what is owed is known, or all is."""
    store, today, known = books.desk.store, books.desk.today, books.known
    limiting = [key for key in keys if counts.is_limiting(books.rules[key])]
    positions.work_out(books.desk, known, known.left.intersection(limiting))
    yield from (known.by_contract[key] for key in keys if key in known.by_contract)
    rest = [key for key in keys if key not in known.by_contract]
    sums = store.added_up(today, rest)
    for key in rest:
        found = sums.get(key, _NOTHING)
        totals = found.totals + Totals(planned=found.under_way)
        best = replace(books.position(key), totals=totals, efforts=found.efforts)
        yield books.owing(best)
