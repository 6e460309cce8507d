"""What a recognition of a company is worth: its own PSO step, and which suppliers count."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction


class PsoLevel(Enum):
    """The steps of the Prestatieladder Socialer Ondernemen (PSO), lowest first."""

    ASPIRANT = "aspirant"
    STEP_1 = "1"
    STEP_2 = "2"
    STEP_3 = "3"
    STEP_30_PLUS = "30_plus"

    def reaches(self, level: PsoLevel) -> bool:
        """Tell whether this step is the other one or a higher one."""
        order = list(PsoLevel)
        return order.index(self) >= order.index(level)


@dataclass(frozen=True, slots=True)
class PsoDiscount:
    """What a valid certificate from this step on takes off: 100 per cent is an exemption."""

    from_level: PsoLevel
    percentage: Fraction


@dataclass(frozen=True, slots=True)
class Recognition:
    """Which suppliers an authority recognises as a social enterprise.

    `schemes` are recognitions that are enough by themselves. The other fields are conditions
    that hold together: shares are fractions of 1, of the staff and of the income. Aspirants do
    not meet the conditions yet and have `within_months` to do so; they stand in a row of
    their own.
    """

    code: str
    label: str
    aspirant: bool = False
    schemes: tuple[str, ...] = ()
    target_group_share: Fraction | None = None
    market_income_share: Fraction | None = None
    seat_in_region: bool = False
    within_months: int | None = None
    note: str | None = None
