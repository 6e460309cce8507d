"""What a command prints: lines for people, or JSON with stable English keys."""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sroi_desktop.domain.derivation import Operation
from sroi_desktop.domain.money import Money
from sroi_desktop.language import _
from sroi_desktop.language.derivations import step_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sroi_desktop.domain.derivation import Step
    from sroi_desktop.domain.rules import Citation

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
    text = _as_json(answer) if as_json else "".join(f"{line}\n" for line in answer.lines)
    is_printed = tell(text)
    for complaint in answer.complaints:
        complain(complaint)
    return answer.status if is_printed else REFUSED


def _as_json(answer: Answer) -> str:
    """Return JSON that a terminal or file of any encoding takes without loss."""
    encoding = getattr(sys.stdout, "encoding", None) or ""
    is_utf8 = encoding.replace("-", "").lower() == "utf8"
    return json.dumps(answer.data, ensure_ascii=not is_utf8, indent=2) + "\n"


def tell(text: str = "") -> bool:
    """Print on stdout, down to whoever reads it; tell whether that was possible.

    A reader that had enough (`| head`) is no failure; a closed output or a full disk is.
    """
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        _silence()
    except (OSError, ValueError, AttributeError):  # full, closed, or not there at all
        _silence()
        complain(_("The output cannot be written."))
        return False
    return True


def complain(reason: str) -> None:
    """Print a reason on stderr, where there is one."""
    with suppress(OSError, ValueError, AttributeError):
        sys.stderr.write(f"sroi-desktop: {reason}\n")
        sys.stderr.flush()


def _silence() -> None:
    """Let Python's own farewell to stdout go nowhere: it would complain once more."""
    with suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


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


def citations_data(citations: Iterable[Citation]) -> list[dict[str, str | None]]:
    """Return where values were read: the key of each, page and words as far as they are noted."""
    return [{"key": one.key, "page": one.page, "quote": one.quote} for one in citations]


def _factor(step: Step) -> str:
    """Return the factor for machines: "24/36", "40000.00", "+10000.00", "<=300000.00"."""
    if step.of is not None and step.operation is not Operation.START:
        part, whole = step.of
        is_plain = part.denominator == whole.denominator == 1
        return f"{part}/{whole}" if is_plain else str(part / whole)
    if step.operation is Operation.TIMES:
        return str(step.operand)
    sign = {Operation.ADD: "+", Operation.AT_MOST: "<="}.get(step.operation, "")
    amount = Money.from_euros(step.operand)
    return f"{sign}{amount.plain if amount.euros == step.operand else step.operand}"


def steps_lines(steps: Iterable[Step]) -> list[str]:
    """Return a derivation as aligned lines for people."""
    words = [step_words(step) for step in steps]
    label = max((len(one.label) for one in words), default=0)
    factor = max((len(one.factor) for one in words), default=0)
    return [f"  {w.label:<{label}}  {w.factor:>{factor}}  = {w.result}" for w in words]
