"""Who takes part: the company itself, the people placed and the social enterprises."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sroi_desktop.domain.bsn import refuse_bsn

if TYPE_CHECKING:
    from datetime import date
    from fractions import Fraction

_CODE = re.compile(r"K-(\d+)")


@dataclass(frozen=True, slots=True)
class Company:
    """The firm that owes social return. `tax_number` is an RSIN or a VAT number."""

    name: str
    kvk: str | None = None
    tax_number: str | None = None
    street: str | None = None
    postcode: str | None = None
    town: str | None = None
    contact: str | None = None
    email: str | None = None
    phone: str | None = None
    employees: int | None = None
    sector: str | None = None
    example: bool = False

    def __post_init__(self) -> None:
        for name in ("name", "street", "town", "contact", "email", "phone", "sector"):
            refuse_bsn(name, getattr(self, name))


@dataclass(frozen=True, slots=True)
class Candidate:
    """A person placed: a pseudonym such as K-01 and the work, never a name or diagnosis."""

    code: str
    role: str | None = None
    note: str | None = None
    id: int | None = None

    def __post_init__(self) -> None:
        refuse_bsn("code", self.code)
        if self.role is not None or self.note is not None:  # mostly neither, and many are read
            refuse_bsn("role", self.role)
            refuse_bsn("note", self.note)


def next_code(codes: tuple[str, ...]) -> str:
    """Return the first pseudonym after those in use: K-01, K-02, and on past K-99."""
    numbers = [int(match[1]) for code in codes if (match := _CODE.fullmatch(code))]
    return f"K-{max(numbers, default=0) + 1:02d}"


@dataclass(frozen=True, slots=True)
class Supplier:
    """A social enterprise or sheltered workplace, with its recognition.

    `valid_until` is the last day of the recognition; None means that it is not known. What
    follows `note` is what the supplier says about itself, for rules that set conditions: the
    shares, fractions of 1, of its staff from the target group and of its income from the
    market, the town of its seat, and since when it works towards the conditions.
    """

    name: str
    scheme: str | None = None
    issuer: str | None = None
    valid_from: date | None = None
    valid_until: date | None = None
    note: str | None = None
    target_group_share: Fraction | None = None
    market_income_share: Fraction | None = None
    seat: str | None = None
    aspirant_since: date | None = None
    id: int | None = None

    def __post_init__(self) -> None:
        for name in ("name", "scheme", "issuer", "note", "seat"):
            refuse_bsn(name, getattr(self, name))

    def recognised_on(self, day: date) -> bool | None:
        """Tell whether the recognition held on a day; None where there is none on record.

        A recognition without a first or last day on record is taken to hold on that side.
        """
        if self.scheme is None:
            return None
        if self.valid_from is not None and day < self.valid_from:
            return False
        return self.valid_until is None or day <= self.valid_until
