"""Whether a supplier counts as a social enterprise under a rule set, and what it lacks.

The owner fills in what the supplier says about itself; the authority decides.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import TYPE_CHECKING

from sroi_desktop.domain.periods import add_months

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from sroi_desktop.domain.rules import Recognition


@dataclass(frozen=True, slots=True)
class SupplierFacts:
    """What is known of a supplier; None is "not known". Shares are fractions of 1.

    `schemes` are the recognitions that are valid on the day in question; `aspirant_since` is
    the day on which it began to work towards the conditions.
    """

    schemes: tuple[str, ...] = ()
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


def judge(facts: SupplierFacts, rows: Iterable[Recognition], day: date) -> tuple[Judged, ...]:
    """Hold a supplier against every row of a rule set, the best first.

    Rows that it meets come before rows of which something is not known, and those before rows
    that it does not meet; a full recognition comes before that of an aspirant.

    Args:
        facts: what is known of the supplier.
        rows: who the authority recognises.
        day: the day of the purchase.
    """
    found = [_judged(facts, row, day) for row in rows]
    return tuple(sorted(found, key=_rank))


def _rank(one: Judged) -> tuple[bool, bool, bool]:
    return bool(one.unmet), bool(one.unknown), one.row.aspirant


def _judged(facts: SupplierFacts, row: Recognition, day: date) -> Judged:
    if _has_scheme(facts, row):
        return Judged(row)
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


def _has_scheme(facts: SupplierFacts, row: Recognition) -> bool:
    held = {scheme.casefold() for scheme in facts.schemes}
    return any(scheme.casefold() in held for scheme in row.schemes)


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
