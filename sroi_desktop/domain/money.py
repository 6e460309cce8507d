"""Money as whole euro cents, and the one place where an exact amount is rounded to it."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

CENTS = 100


@dataclass(frozen=True, order=True, slots=True)
class Money:
    """An amount in euro cents; exact, may be negative in a correction."""

    cents: int = 0

    def __add__(self, other: Money) -> Money:
        return Money(self.cents + other.cents)

    def __sub__(self, other: Money) -> Money:
        return Money(self.cents - other.cents)

    def __neg__(self) -> Money:
        return Money(-self.cents)

    def __bool__(self) -> bool:
        return self.cents != 0

    @property
    def euros(self) -> Fraction:
        """The amount in euros, exact."""
        return Fraction(self.cents, CENTS)

    @property
    def plain(self) -> str:
        """The amount as machines exchange it: a point and two decimals, "13333.33"."""
        sign = "-" if self.cents < 0 else ""
        whole, rest = divmod(abs(self.cents), CENTS)
        return f"{sign}{whole}.{rest:02d}"

    @classmethod
    def from_euros(cls, euros: Fraction | int) -> Money:
        """Round exact euros half up to the cent; a negative amount mirrors a positive one."""
        # In whole numbers, which is twenty times as fast as with fractions.
        cents, denominator = abs(euros.numerator) * CENTS, euros.denominator
        rounded = (2 * cents + denominator) // (2 * denominator)
        return cls(rounded if euros.numerator >= 0 else -rounded)


ZERO = Money(0)


def total(amounts: Iterable[Money]) -> Money:
    """Return the sum of the amounts, zero for none."""
    return Money(sum(amount.cents for amount in amounts))


def divide(amount: Money, weights: Sequence[Fraction]) -> tuple[Money, ...]:
    """Divide an amount in proportion to the weights, so that the parts add up to the whole.

    Cents that do not divide go to the largest remainders first, earlier parts winning ties.

    Args:
        amount: what is divided; a negative amount mirrors a positive one.
        weights: zero or more each; all zero gives equal parts.
    """
    if not weights:
        return ()
    if amount.cents < 0:
        return tuple(-part for part in divide(-amount, weights))
    sum_of_weights = sum(weights, Fraction(0))
    shares = (
        [weight / sum_of_weights for weight in weights]
        if sum_of_weights
        else [Fraction(1, len(weights))] * len(weights)
    )
    exact = [amount.cents * share for share in shares]
    parts = [int(part) for part in exact]
    by_remainder = sorted(range(len(parts)), key=lambda i: (parts[i] - exact[i], i))
    for i in by_remainder[: amount.cents - sum(parts)]:
        parts[i] += 1
    return tuple(Money(part) for part in parts)
