"""What the authority said of an effort, as far as that is not simply yes. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass

from sroi_desktop.domain.bsn import refuse_bsn
from sroi_desktop.domain.errors import DomainError
from sroi_desktop.domain.money import Money
from sroi_desktop.language import _
from sroi_desktop.language.errors import error_text
from sroi_desktop.language.numbers import money_text
from sroi_desktop.language.parsing import parse_money


@dataclass(frozen=True, slots=True)
class Verdict:
    """What counts, where that is not the whole, and the reason that was given."""

    accepted: Money | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Read:
    """A verdict as it was read: None while `wrong` says what is the matter, by field."""

    verdict: Verdict | None
    wrong: dict[str, str]


def read_verdict(amount: str | None, reason: str, value: Money) -> Read:
    """Read what was typed.

    Args:
        amount: what counts; None where that is not asked.
        reason: the words of the authority, which may be left out.
        value: what the effort is worth: no more can be accepted.
    """
    wrong: dict[str, str] = {}
    accepted = None
    try:
        refuse_bsn("reason", reason)
    except DomainError as error:
        wrong["reason"] = error_text(error)
    if amount is not None:
        try:
            accepted = parse_money(amount)
        except DomainError as error:
            wrong["amount"] = error_text(error)
        if accepted is not None and accepted > value:
            text = _("This is more than it is worth ({value}).")
            wrong["amount"] = text.format(value=money_text(value))
    return Read(None if wrong else Verdict(accepted, reason.strip() or None), wrong)
