"""Whether a supplier counts as a social enterprise under a rule set, and what it lacks.

A recognition on record is enough by itself. Without one that holds, the rules may still set
conditions; the owner fills in what the supplier says about itself, and the authority decides.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import TYPE_CHECKING

from sroi_desktop.domain.names import lies_in, plain_name
from sroi_desktop.domain.periods import add_months

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from sroi_desktop.domain.parties import Supplier
    from sroi_desktop.domain.rules import Recognition, RuleSet


@dataclass(frozen=True, slots=True)
class SupplierFacts:
    """What is known of a supplier that no recognition speaks for; None is "not known".

    Shares are fractions of 1; `aspirant_since` is the day on which it began to work towards the
    conditions.
    """

    target_group_share: Fraction | None = None
    market_income_share: Fraction | None = None
    seat_in_region: bool | None = None
    aspirant_since: date | None = None


class Condition(Enum):
    """What a rule set asks of a social enterprise."""

    SCHEME = "scheme"
    TARGET_GROUP = "target_group"
    MARKET_INCOME = "market_income"
    SEAT = "seat"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class Judged:
    """A row of the recognition rules held against a supplier.

    It counts where nothing is unmet and nothing is unknown.
    """

    row: Recognition
    unmet: tuple[Condition, ...] = ()
    unknown: tuple[Condition, ...] = ()

    @property
    def counts(self) -> bool:
        """Tell whether the supplier counts by this row."""
        return not self.unmet and not self.unknown


def is_recognised(supplier: Supplier, rules: RuleSet, day: date) -> bool | None:
    """Tell whether a supplier counts under these rules; None where that is not known.

    Args:
        supplier: with its recognition and what it says about itself.
        rules: the rules of the contract.
        day: the day of the purchase.
    """
    held = supplier.recognised_on(day)
    if held:
        return True
    nearest = held_against(supplier, rules, day)
    return True if nearest is not None and nearest.counts else held


def held_against(supplier: Supplier, rules: RuleSet, day: date) -> Judged | None:
    """Return the row of the rules that a supplier comes nearest to.

    None where the rules name no recognition and set no condition: words alone decide nothing.
    """
    rows = [row for row in rules.recognition if row.schemes or _has_conditions(row)]
    return next(iter(judge(_facts(supplier, rules), rows, day)), None)


def other_schemes(supplier: Supplier, rules: RuleSet) -> tuple[str, ...]:
    """Return the recognitions that the rules name, where that of a supplier is none of them.

    A certificate of a higher step or a certain year is one of that scheme: "PSO 30+" of "PSO".
    """
    named = tuple(dict.fromkeys(name for row in rules.recognition for name in row.schemes))
    if supplier.scheme is None or any(_is_one_of(supplier.scheme, name) for name in named):
        return ()
    return named


def _is_one_of(held: str, scheme: str) -> bool:
    return f" {plain_name(scheme)} " in f" {plain_name(held)} "


def _facts(supplier: Supplier, rules: RuleSet) -> SupplierFacts:
    named = rules.covers if rules.region is None else (*rules.region.places, *rules.covers)
    return SupplierFacts(
        target_group_share=supplier.target_group_share,
        market_income_share=supplier.market_income_share,
        seat_in_region=None if supplier.seat is None else lies_in(supplier.seat, named),
        aspirant_since=supplier.aspirant_since,
    )


def judge(facts: SupplierFacts, rows: Iterable[Recognition], day: date) -> tuple[Judged, ...]:
    """Hold a supplier against every row of a rule set, the best first.

    Rows that it meets come before rows of which something is not known, and those before rows
    that it does not meet, least of all those that it lacks most for; a full recognition comes
    before that of an aspirant.

    Args:
        facts: what is known of the supplier.
        rows: who the authority recognises.
        day: the day of the purchase.
    """
    found = [_judged(facts, row, day) for row in rows]
    return tuple(sorted(found, key=_rank))


def _rank(one: Judged) -> tuple[int, int, bool]:
    return len(one.unmet), len(one.unknown), one.row.aspirant


def _judged(facts: SupplierFacts, row: Recognition, day: date) -> Judged:
    answers = [
        (Condition.TARGET_GROUP, _reaches(facts.target_group_share, row.target_group_share)),
        (Condition.MARKET_INCOME, _reaches(facts.market_income_share, row.market_income_share)),
        (Condition.SEAT, facts.seat_in_region if row.seat_in_region else True),
        (Condition.TIME, _in_time(facts, row, day)),
    ]
    if row.schemes and not _has_conditions(row):
        answers.append((Condition.SCHEME, False))
    return Judged(
        row,
        tuple(condition for condition, answer in answers if answer is False),
        tuple(condition for condition, answer in answers if answer is None),
    )


def _has_conditions(row: Recognition) -> bool:
    shares = (row.target_group_share, row.market_income_share)
    return row.seat_in_region or any(share is not None for share in shares)


def _reaches(share: Fraction | None, least: Fraction | None) -> bool | None:
    if least is None:
        return True
    return None if share is None else share >= least


def _in_time(facts: SupplierFacts, row: Recognition, day: date) -> bool | None:
    """Tell whether an aspirant is still within the time it has to meet the conditions."""
    if row.within_months is None:
        return True
    since = facts.aspirant_since
    return None if since is None else since <= day < add_months(since, row.within_months)
