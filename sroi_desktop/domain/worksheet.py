"""The sheet on which one valuation is worked out, step by step."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING

from sroi_desktop.domain.derivation import (
    Assumption,
    AssumptionKind,
    NotCounted,
    Operation,
    ReasonKind,
    Step,
    StepKind,
    Valuation,
)
from sroi_desktop.domain.money import Money

if TYPE_CHECKING:
    from datetime import date

    from sroi_desktop.domain.contract import Contract
    from sroi_desktop.domain.effort import Effort
    from sroi_desktop.domain.periods import Period
    from sroi_desktop.domain.rules import Basis, Block, RuleSet


@dataclass(slots=True)
class Worksheet:
    """What is valued, and the steps, assumptions and exclusions so far.

    `counted` are the days that count, `before` those of the same effort that come before the
    days of the share that is valued.

    Mutable, made and used within one call of `valuation.value`; nobody else keeps one.
    """

    effort: Effort
    block: Block
    rules: RuleSet
    contract: Contract
    until: date | None = None
    within: Period | None = None
    counted: Period | None = None
    before: Period | None = None
    steps: list[Step] = field(default_factory=list)
    assumptions: list[Assumption] = field(default_factory=list)
    not_counted: list[NotCounted] = field(default_factory=list)

    @property
    def amount(self) -> Fraction:
        """The amount so far, exact euros."""
        return self.steps[-1].result if self.steps else Fraction(0)

    def start(self, kind: StepKind, amount: Money, *, basis: Basis | None = None) -> None:
        """Begin with an amount under the block's own label; `basis` is what a rate is per."""
        euros, label = amount.euros, self.block.label
        step = Step(kind, Operation.START, euros, euros, label=label, basis=basis)
        self.steps.append(step)

    def add(self, kind: StepKind, euros: Fraction, *, label: str | None = None) -> None:
        """Add exact euros."""
        result = self.amount + euros
        self.steps.append(Step(kind, Operation.ADD, euros, result, label=label))

    def times(
        self,
        kind: StepKind,
        factor: Fraction,
        *,
        of: tuple[Fraction, Fraction] | None = None,
        period: Period | None = None,
    ) -> None:
        """Multiply with an exact factor; `of` is the factor as people say it."""
        result = self.amount * factor
        self.steps.append(Step(kind, Operation.TIMES, factor, result, of=of, period=period))

    def at_most(
        self, kind: StepKind, euros: Fraction, *, of: tuple[Fraction, Fraction] | None = None
    ) -> None:
        """Limit the amount, where it is above the limit."""
        if self.amount > euros:
            self.steps.append(Step(kind, Operation.AT_MOST, euros, euros, of=of))

    def assume(
        self, kind: AssumptionKind, *, number: Fraction | None = None, text: str | None = None
    ) -> None:
        """Note something that the rules do not say."""
        assumption = Assumption(kind, number, text)
        if assumption not in self.assumptions:
            self.assumptions.append(assumption)

    def leave_out(
        self,
        kind: ReasonKind,
        *,
        period: Period | None = None,
        number: Fraction | None = None,
        label: str | None = None,
        since: date | None = None,
    ) -> None:
        """Note something that does not count, and why."""
        self.not_counted.append(NotCounted(kind, period, number, label, since))

    def finished(self) -> Valuation:
        """Round once and return the valuation."""
        return Valuation(
            Money.from_euros(self.amount),
            tuple(self.steps),
            tuple(self.assumptions),
            tuple(self.not_counted),
            self.counted,
        )
