"""What a command prints: lines for people, or JSON with stable English keys."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sroi_desktop.domain.derivation import Operation
from sroi_desktop.domain.money import Money
from sroi_desktop.language.derivations import step_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sroi_desktop.domain.derivation import Step

DONE, REFUSED, WRONG_USAGE = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Answer:
    """The outcome of a command: data for `--json`, lines for people, and its exit status."""

    data: dict[str, object]
    lines: tuple[str, ...] = ()
    status: int = DONE
    complaints: tuple[str, ...] = field(default=())


def show(answer: Answer, *, as_json: bool) -> int:
    """Print an answer, complaints on stderr, and return its exit status."""
    if as_json:
        sys.stdout.write(json.dumps(answer.data, ensure_ascii=False, indent=2) + "\n")
    else:
        sys.stdout.write("".join(f"{line}\n" for line in answer.lines))
    for complaint in answer.complaints:
        sys.stderr.write(f"sroi-desktop: {complaint}\n")
    return answer.status


def amount(money: Money | None) -> str | None:
    """Return an amount as "13333.33", or None."""
    return None if money is None else money.plain


def steps_data(steps: Iterable[Step]) -> list[dict[str, str]]:
    """Return a derivation: what each step is, its factor and the result so far."""
    return [
        {
            "what": step_words(step).label,
            "factor": _factor(step),
            "result": Money.from_euros(step.result).plain,
        }
        for step in steps
    ]


def _factor(step: Step) -> str:
    """Return the factor for machines: "24/36", "40000.00", "+10000.00", "<=300000.00"."""
    if step.operation is Operation.TIMES:
        if step.of is not None and all(part.denominator == 1 for part in step.of):
            return f"{step.of[0]}/{step.of[1]}"
        return str(step.operand)
    plain = Money.from_euros(step.operand).plain
    sign = {Operation.ADD: "+", Operation.AT_MOST: "<="}.get(step.operation, "")
    return f"{sign}{plain}"


def steps_lines(steps: Iterable[Step]) -> list[str]:
    """Return a derivation as aligned lines for people."""
    words = [step_words(step) for step in steps]
    label = max((len(one.label) for one in words), default=0)
    factor = max((len(one.factor) for one in words), default=0)
    return [f"  {w.label:<{label}}  {w.factor:>{factor}}  = {w.result}" for w in words]
