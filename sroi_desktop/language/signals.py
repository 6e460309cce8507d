"""What looks doubtful about an obligation, as sentences; information, never legal advice."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from sroi_desktop.domain.money import ZERO
from sroi_desktop.domain.obligation import SignalKind
from sroi_desktop.language import _
from sroi_desktop.language.labels import label
from sroi_desktop.language.numbers import date_text, number_text, short_money_text

if TYPE_CHECKING:
    from sroi_desktop.domain.obligation import Signal


def signal_text(signal: Signal) -> str:
    """Return a signal as a sentence that says what to do."""
    return _sentences()[signal.kind].format(
        amount=short_money_text(signal.amount or ZERO),
        number=number_text(signal.number or Fraction(0)),
        base="" if signal.base is None else label(signal.base),
        date="" if signal.day is None else date_text(signal.day),
    )


def _sentences() -> dict[SignalKind, str]:
    return {**_about_the_sum(), **_about_the_offer(), **_about_units_and_pso()}


def _about_the_sum() -> dict[SignalKind, str]:
    return {
        SignalKind.SUM_UNKNOWN: _("The contract sum is not known yet."),
        SignalKind.PERCENTAGE_UNKNOWN: _(
            "The percentage is not known yet. Look it up in your contract or tender."
        ),
        SignalKind.CATEGORY_UNKNOWN: _(
            "The threshold depends on the kind of contract: works, services or supplies."
        ),
        SignalKind.LABOUR_UNKNOWN: _(
            "The percentage depends on how much of the price is labour. Fill that in."
        ),
        SignalKind.BASE_PRESUMED: _(
            "The percentage is taken of the {base}, which is not filled in; the contract sum "
            "stands in for it."
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
    }


def _about_the_offer() -> dict[SignalKind, str]:
    return {
        SignalKind.OFFERED_BINDS: _("You offered {number}% in your bid; that binds you."),
        SignalKind.OFFER_BELOW_DEMAND: _(
            "You offered less than the {number}% that is asked; what is asked holds."
        ),
        SignalKind.OFFER_ABOVE_MAXIMUM: _(
            "You offered more than {number}%, from which a higher offer brings nothing in the "
            "award; it binds you all the same."
        ),
    }


def _about_units_and_pso() -> dict[SignalKind, str]:
    return {
        SignalKind.IN_UNITS: _(
            "This obligation is not in euros but in hours, years at full time or placements."
        ),
        SignalKind.PSO_DISCOUNT: _(
            "Your PSO certificate takes {number}% off, as long as it stays valid."
        ),
        SignalKind.PSO_ENDS: _(
            "Your PSO certificate no longer covers {date}. Renew it before that day, or the "
            "whole obligation comes back."
        ),
        SignalKind.PSO_LAPSED: _(
            "Your PSO certificate did not cover {date}: what it took off is lost."
        ),
        SignalKind.PSO_BID_UNKNOWN: _(
            "The day of your bid is not filled in. Your PSO certificate has to have been valid "
            "on that day."
        ),
        SignalKind.PSO_BESIDE_FIXED: _(
            "Your contract names an amount. Ask whether your PSO certificate takes anything off."
        ),
    }
