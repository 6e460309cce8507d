"""What looks doubtful about an obligation, as sentences; information, never legal advice."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from sroi_desktop.domain.money import ZERO
from sroi_desktop.domain.obligation import SignalKind
from sroi_desktop.language import _
from sroi_desktop.language.numbers import number_text, short_money_text

if TYPE_CHECKING:
    from sroi_desktop.domain.obligation import Signal


def signal_text(signal: Signal) -> str:
    """Return a signal as a sentence that says what to do."""
    return _sentences()[signal.kind].format(
        amount=short_money_text(signal.amount or ZERO),
        number=number_text(signal.number or Fraction(0)),
    )


def _sentences() -> dict[SignalKind, str]:
    return {
        SignalKind.SUM_UNKNOWN: _("The contract sum is not known yet."),
        SignalKind.PERCENTAGE_UNKNOWN: _(
            "The rule set names no percentage. Look it up in your contract or tender."
        ),
        SignalKind.CATEGORY_UNKNOWN: _(
            "The threshold depends on the kind of contract: works, services or supplies."
        ),
        SignalKind.BELOW_THRESHOLD: _(
            "The sum is below the threshold of {amount}: nothing is owed under this rule set. "
            "Does your contract name an amount all the same? Then fill in that amount."
        ),
        SignalKind.TOO_SHORT: _("The contract is shorter than {number} months: nothing is owed."),
        SignalKind.DOUBTFUL_SUM: _(
            "{amount} is a very large sum. Are you sure, or are there three zeros too many?"
        ),
        SignalKind.ABOVE_USUAL: _(
            "{number}% is more than the usual 5%. You may ask the authority why "
            "(Commissie van Aanbestedingsexperts, advice 290). This is not legal advice."
        ),
        SignalKind.LITTLE_LABOUR: _(
            "Labour is a small part of this delivery (below {number}%). Some authorities then "
            "ask less or nothing; you may ask. This is not legal advice."
        ),
        SignalKind.CAPPED: _("The rule set has a maximum of {amount}."),
        SignalKind.RUNNING_TURNOVER: _(
            "The obligation grows with what you invoice; this is the amount for the sum named."
        ),
        SignalKind.OFFERED_BINDS: _("You offered {number}% in your bid; that binds you."),
    }
