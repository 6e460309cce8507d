"""The domain's refusals as sentences that say what is the matter and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sroi_desktop.domain import errors
from sroi_desktop.language import _
from sroi_desktop.language.numbers import date_text, number_text
from sroi_desktop.language.parsing import Fault, UnreadableError

if TYPE_CHECKING:
    from collections.abc import Callable

    from sroi_desktop.domain.errors import DomainError


def error_text(error: DomainError) -> str:
    """Return a refusal as a sentence; one without words of its own names itself."""
    for kind in type(error).__mro__:
        words = _SENTENCES.get(kind)
        if words is not None:
            return words(error)
    return str(error) or type(error).__name__


def _unreadable(error: UnreadableError) -> str:
    sentence = {
        Fault.EMPTY: _("Fill in something here."),
        Fault.NOT_A_NUMBER: _("This is not a number. Write it like 4.250 or 4250,50."),
        Fault.NEGATIVE: _("Fill in zero or more."),
        Fault.TOO_LARGE: _("This is too large to be right."),
        Fault.TOO_MANY_DECIMALS: _("Use at most two figures behind the comma."),
        Fault.NOT_WHOLE: _("Fill in a whole number."),
        Fault.NOT_A_DATE: _("This is not a date. Write it like 31-08-2026."),
        Fault.NO_SUCH_DAY: _("This day does not exist."),
        Fault.YEAR: _("Check the year. Write it in full, like 2026."),
        Fault.NO_YEAR: _("Add the year, such as 2026."),
        Fault.IN_WORDS: _("Write the whole amount in figures."),
        Fault.ABOVE_HUNDRED: _("A percentage is at most 100."),
        Fault.DOUBTFUL: _("“{text}” can mean two things.").format(text=error.text.strip()),
    }[error.fault]
    if not error.readings:
        return sentence
    readings = _(" or ").join(error.readings)
    return sentence + " " + _("Do you mean {readings}?").format(readings=readings)


def _end_before_start(error: errors.EndBeforeStartError) -> str:
    return _("The end ({end}) lies before the start ({start}).").format(
        start=date_text(error.start), end=date_text(error.end)
    )


def _hours(error: errors.HoursOutOfRangeError) -> str:
    return _("{number} hours is not possible.").format(number=number_text(error.hours))


def _missing(error: errors.MissingInputError) -> str:
    return {
        "hours": _("Fill in how many hours each employee spent."),
        "quantity": _("Fill in how many."),
        "amount": _("Fill in the amount, excluding VAT."),
    }[error.field]


def _over_allocated(error: errors.OverAllocatedError) -> str:
    percent = number_text(error.claimed * 100, 4)
    if error.day is None:
        text = _("Together the shares are {percent}%; at most 100% of an effort counts.")
        return text.format(percent=percent)
    text = _("On {date} the shares are {percent}% together; at most 100% of an effort counts.")
    return text.format(date=date_text(error.day), percent=percent)


def _citizen_number(_error: errors.CitizenNumberError) -> str:
    return _(
        "This looks like a citizen service number (BSN). You may not keep one for social "
        "return. Leave the number out; a code such as K-01 is enough."
    )


def _state_change(_error: errors.StateChangeError) -> str:
    return _("That step is not possible from here.")


def _percent(_error: errors.PercentOutOfRangeError) -> str:
    return _("A percentage lies between 0 and 100.")


def _negative(_error: errors.NegativeAmountError) -> str:
    return _("Fill in zero or more.")


def _unknown_block(error: errors.UnknownBlockError) -> str:
    return _("The rule set {rules} has no block “{code}”.").format(
        rules=error.rule_set, code=error.code
    )


def _unknown_bonus(error: errors.UnknownBonusError) -> str:
    return _("The rule set {rules} has no bonus “{code}”.").format(
        rules=error.rule_set, code=error.code
    )


# Each function takes the error of its own key; the table as a whole cannot say that.
_SENTENCES: dict[type, Callable[..., str]] = {
    UnreadableError: _unreadable,
    errors.EndBeforeStartError: _end_before_start,
    errors.HoursOutOfRangeError: _hours,
    errors.MissingInputError: _missing,
    errors.OverAllocatedError: _over_allocated,
    errors.CitizenNumberError: _citizen_number,
    errors.StateChangeError: _state_change,
    errors.PercentOutOfRangeError: _percent,
    errors.NegativeAmountError: _negative,
    errors.UnknownBlockError: _unknown_block,
    errors.UnknownBonusError: _unknown_bonus,
}
