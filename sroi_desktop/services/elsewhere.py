"""What one effort would be worth elsewhere: under every contract, and every set with values."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from sroi_desktop.domain import elsewhere
from sroi_desktop.domain.likeness import Fit, Match, fit, ranked
from sroi_desktop.domain.tenure import FRESH
from sroi_desktop.services.like_rows import LikeRows
from sroi_desktop.services.tenures import People

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sroi_desktop.domain.contract import Contract
    from sroi_desktop.domain.effort import Effort
    from sroi_desktop.domain.elsewhere import Worth
    from sroi_desktop.domain.rules import Block, RuleSet
    from sroi_desktop.services.desk import Desk

_LEFT_OVER = Fit(None, Match.NONE)
CONTRACT, RULES = "contract", "rules"


@dataclass(frozen=True, slots=True)
class Place:
    """One row of the table: a contract with its own rules, or a set as if the contract had it."""

    key: str
    contract: Contract
    rules: RuleSet

    @property
    def is_contract(self) -> bool:
        """Tell whether it is one of the contracts in the books."""
        return self.key.startswith(CONTRACT)


@dataclass(frozen=True, slots=True)
class Row:
    """What the effort would be worth at a place; `lost` names the bonuses that are not there."""

    place: Place
    worth: Worth
    lost: tuple[str, ...] = ()


@dataclass(frozen=True)
class Comparison:
    """An effort with all that it can be compared under; read once, valued as often as asked.

    `base` is the contract that it counts for now, `block` its row there; `like_rows` are the rows
    of other tables that the owner chose for it; `without_values` counts the published sets that
    state terms only.
    """

    effort: Effort
    block: Block
    base: Place
    places: tuple[Place, ...]
    people: People
    like_rows: LikeRows
    without_values: int = 0
    _fits: dict[tuple[int, str | None], Fit] = field(default_factory=dict, compare=False)

    def row(self, place: Place, tried: Mapping[str, str] | None = None) -> Row:
        """Return what the effort would be worth at a place.

        Args:
            place: a contract or a set.
            tried: by the key of a place the code of a row there that is looked at for once.
        """
        code = (tried or {}).get(place.key)
        if code is None and not self.is_own(place):
            code = self.like_rows.code(place.rules.id)
        found = self._fit(place.rules, code)
        tenure = FRESH
        if found.block is not None:
            under = replace(self.effort, block=found.block.code)
            tenure = self.people.tenure(under, place.rules)
        worth = elsewhere.worth(
            self.effort, self.block, place.rules, place.contract, found=found, tenure=tenure
        )
        names = {one.code: one.label for one in self.base.rules.bonuses}
        return Row(place, worth, tuple(names.get(code, code) for code in worth.lost))

    def _fit(self, rules: RuleSet, code: str | None) -> Fit:
        """Return the row of a set; contracts under one edition share it, and it takes time."""
        key = id(rules), code
        if key not in self._fits:
            is_left_over = code is None and self.block in rules.left_over
            self._fits[key] = _LEFT_OVER if is_left_over else fit(self.block, rules, code)
        return self._fits[key]

    def is_own(self, place: Place) -> bool:
        """Tell whether a place has the rules that the effort stands under: its row is known."""
        return place.rules.id == self.base.rules.id

    def rows(self, tried: Mapping[str, str] | None = None) -> tuple[Row, ...]:
        """Return every place with the worth there, the present contract first."""
        return tuple(self.row(place, tried) for place in self.places)

    def choices(self, place: Place) -> tuple[Block, ...]:
        """Return the rows that the effort may fall under at a place, the likeliest first."""
        return ranked(self.block, place.rules)


def comparison(desk: Desk, effort: Effort, contract_id: int) -> Comparison:
    """Return an effort with all that it can be compared under.

    Args:
        desk: the open administration.
        effort: what is booked, or being booked.
        contract_id: a contract that it counts for; the sets are compared as if that had them.

    Raises:
        UnknownBlockError: the rules of that contract do not have its row.
        UnknownRecordError: there is no such contract.
    """
    base = _of_contract(desk, desk.store.contract(contract_id))
    others = tuple(
        _of_contract(desk, one) for one in desk.store.contracts() if one.id != contract_id
    )
    tables = tuple(_of_sets(desk, base.contract))
    return Comparison(
        effort,
        base.rules.block(effort.block),
        base,
        (base, *others, *tables),
        People(desk),
        LikeRows(desk, base.rules.id, effort.block),
        len(desk.library.terms),
    )


def _of_contract(desk: Desk, contract: Contract) -> Place:
    rules = desk.store.rule_set(contract.id or 0)
    return Place(f"{CONTRACT}.{contract.id}", contract, rules)


def _of_sets(desk: Desk, base: Contract) -> Iterator[Place]:
    """Yield the published tables and the owner's own sets, as if the contract had them."""
    for rules in (*desk.library.rule_sets, *desk.library.own_sets):
        if rules.blocks:
            under = replace(base, rule_set_id=rules.id, full_time_hours=None)
            yield Place(f"{RULES}.{rules.id}", under, rules)


def of_booked(desk: Desk, effort_id: int, contract_id: int) -> Comparison:
    """Return an effort in the books with all that it can be compared under; see `comparison`.

    Raises:
        UnknownRecordError: there is no such effort or contract (any more).
    """
    return comparison(desk, desk.store.effort(effort_id), contract_id)
