"""From whom something was bought, and whether the recognition of that supplier holds."""

from __future__ import annotations

from datetime import date

from sroi_desktop.domain.parties import Supplier
from sroi_desktop.domain.periods import Period
from sroi_desktop.domain.rules import EffortKind
from sroi_desktop.language import _
from sroi_desktop.language.numbers import date_text
from sroi_desktop.ui.booking.answers import Answers
from sroi_desktop.ui.booking.form import NEW
from sroi_desktop.ui.booking.situation import Situation


def supplier(
    now: Situation, answers: Answers, period: Period | None
) -> tuple[int | None, Supplier | None]:
    """Return the id of a known supplier, or else the new one that was typed in."""
    if now.kind is not EffortKind.PURCHASE:
        return None, None
    day = None if period is None else period.end
    known = now.known.supplier(now.form.supplier)
    if known is not None:
        _judge(known, answers, day, ("supplier", "supplier"))
        return known.id, None
    if now.form.supplier != NEW:
        answers.lacks.append("supplier")
        return None, None
    new = _typed(now, answers)
    if new is not None:
        _judge(new, answers, day, ("scheme", "valid_until"))
    return None, new


def _typed(now: Situation, answers: Answers) -> Supplier | None:
    form = now.form
    name = answers.text("supplier_name", form.supplier_name)
    if name is None and "supplier_name" not in answers.wrong:
        answers.lacks.append("supplier_name")
    scheme = answers.text("scheme", form.scheme)
    issuer = answers.text("issuer", form.issuer)
    until = answers.day("valid_until", form.valid_until, needed=False)
    return None if name is None else Supplier(name, scheme, issuer, valid_until=until)


def _judge(supplier: Supplier, answers: Answers, day: date | None, at: tuple[str, str]) -> None:
    """Say so where the recognition did not hold on the day of the purchase, or is not known.

    `at` are the questions that the remark stands at: of the scheme, and of its last day.
    """
    if day is None:
        return
    holds = supplier.recognised_on(day)
    if holds is None:
        answers.doubts[at[0]] = _("No recognition is on record. The authority may ask for it.")
    elif not holds:
        text = _("The recognition did not hold on {date}. Ask the supplier for a valid one.")
        answers.doubts[at[1]] = text.format(date=date_text(day))
