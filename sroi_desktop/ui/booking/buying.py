"""From whom something was bought, and whether that supplier counts under the rules."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from fractions import Fraction

from sroi_desktop.domain.parties import Supplier
from sroi_desktop.domain.periods import Period
from sroi_desktop.domain.recognition import (
    Condition,
    Judged,
    held_against,
    is_recognised,
    other_schemes,
)
from sroi_desktop.domain.rules import EffortKind, RuleSet
from sroi_desktop.language import _
from sroi_desktop.language.numbers import date_text, number_text
from sroi_desktop.language.parsing import UnreadableError, parse_date
from sroi_desktop.language.steps import enumeration
from sroi_desktop.ui.booking.answers import Answers
from sroi_desktop.ui.booking.form import NEW, Form
from sroi_desktop.ui.booking.situation import Situation

_EXACT = 6
_HUNDRED = 100


def with_recognition(form: Form, supplier: Supplier | None) -> Form:
    """Return the form with what is on record about a supplier; of none that is nothing."""
    on_record = _on_record(supplier)
    return replace(
        form,
        recognition_of="" if supplier is None else str(supplier.id),
        recognition_read=tuple(on_record.values()),
        **on_record,  # type: ignore[arg-type]
    )


def up_to_date(form: Form, supplier: Supplier | None) -> Form:
    """Return a form from before with what is on record about its supplier now.

    What the user changed stays; what was only read then would undo what came on record since.
    """
    if supplier is None:
        return form
    fresh = with_recognition(form, supplier)
    if form.recognition_of != form.supplier:  # those were of another, or of no version with fields
        return fresh
    read = dict(zip(_ON_RECORD, form.recognition_read, strict=False))
    typed = {name: getattr(form, name) for name in _ON_RECORD}
    changed = {name: text for name, text in typed.items() if text != read.get(name, "")}
    return replace(fresh, **changed)


def _on_record(supplier: Supplier | None) -> dict[str, str]:
    """Return what is on record as it stands in the fields, in the order of `_ON_RECORD`."""
    known = supplier or Supplier("")
    return {
        "scheme": known.scheme or "",
        "issuer": known.issuer or "",
        "valid_until": _day(known.valid_until),
        "target_share": _percent(known.target_group_share),
        "market_share": _percent(known.market_income_share),
        "seat": known.seat or "",
        "aspirant_since": _day(known.aspirant_since),
    }


def asked(now: Situation) -> frozenset[str]:
    """Return what is asked about the recognition of a supplier: the names of the questions.

    Who has one that held is not asked for what the rules look at instead.
    """
    form = now.form
    if form.supplier != NEW and now.known.supplier(form.supplier) is None:
        return frozenset()
    shown = {"scheme"}
    if form.scheme.strip():
        shown |= {"issuer", "valid_until"}
    if not form.scheme.strip() or _had_ended(form):
        rows = () if now.rules is None else now.rules.recognition
        conditions = {
            "target_share": any(row.target_group_share is not None for row in rows),
            "market_share": any(row.market_income_share is not None for row in rows),
            "seat": any(row.seat_in_region for row in rows),
            "aspirant_since": any(row.within_months is not None for row in rows),
        }
        shown.update(name for name, is_asked in conditions.items() if is_asked)
    return frozenset(shown)


def _had_ended(form: Form) -> bool:
    """Tell whether the last day of the recognition lies before that of the purchase."""
    try:
        return parse_date(form.valid_until) < parse_date(form.ends or form.starts)
    except UnreadableError:
        return False


def supplier(
    now: Situation, answers: Answers, period: Period | None
) -> tuple[int | None, Supplier | None]:
    """Return the id of a known supplier, and the supplier where it is new or changed."""
    if now.kind is not EffortKind.PURCHASE:
        return None, None
    known = now.known.supplier(now.form.supplier)
    if known is None and now.form.supplier != NEW:
        answers.lacks.append("supplier")
        return None, None
    said = _said(now, answers, known)
    if said is None:
        return None, None
    if period is not None:
        _judge(said, now, answers, period.end)
    return said.id, None if said == known else said


def _said(now: Situation, answers: Answers, known: Supplier | None) -> Supplier | None:
    """Return the supplier as the form says; what is on record of one that it says nothing of."""
    form = now.form
    if known is None:
        name = answers.text("supplier_name", form.supplier_name)
        if name is None:
            if "supplier_name" not in answers.wrong:
                answers.lacks.append("supplier_name")
            return None
        known = Supplier(name)
    shown = asked(now)
    said: dict[str, object] = {}
    for name, field in _ON_RECORD.items():
        if name in shown:
            said[field] = _READ[name](answers, name, getattr(form, name))
    if "issuer" not in shown:  # of no recognition there is no issuer and no last day
        said |= {"issuer": None, "valid_until": None}
    if (said["scheme"], said["valid_until"]) != (known.scheme, known.valid_until):
        said["valid_from"] = None  # the first day was that of another certificate
    return replace(known, **said)  # type: ignore[arg-type]


def _judge(supplier: Supplier, now: Situation, answers: Answers, day: date) -> None:
    """Say so where the supplier did not count on the day of the purchase, or is not known to."""
    if now.rules is None:
        return
    if supplier.recognised_on(day):
        _name_others(supplier, now.rules, answers)
        return
    if is_recognised(supplier, now.rules, day):
        return
    if supplier.scheme is None:
        text = _("No recognition is on record. The authority may ask for it.")
        answers.doubts["scheme"] = text
    else:
        text = _("The recognition did not hold on {date}. Ask the supplier for a valid one.")
        answers.doubts["valid_until"] = text.format(date=date_text(day))
    nearest = held_against(supplier, now.rules, day)
    if nearest is not None:
        answers.doubts |= _lacking(nearest, supplier)


def _name_others(supplier: Supplier, rules: RuleSet, answers: Answers) -> None:
    """Say so where the rules name recognitions, and that of the supplier is none of them."""
    named = other_schemes(supplier, rules)
    if named:
        text = _("These rules name {schemes}. Ask the authority whether this one counts as well.")
        answers.doubts["scheme"] = text.format(schemes=enumeration(named))


def _lacking(nearest: Judged, supplier: Supplier) -> dict[str, str]:
    """Return what the rules do not find in a supplier, at the question about it."""
    label = nearest.row.label
    unmet = _("Under these rules that is not enough for “{row}”.").format(row=label)
    found = {_FIELDS[one]: unmet for one in nearest.unmet if one in _FIELDS}
    if supplier.seat is not None and Condition.SEAT in nearest.unknown:
        found["seat"] = _("Check whether this is in the region: the rules do not name it.")
    return found


def _day_of(answers: Answers, name: str, typed: str) -> date | None:
    return answers.day(name, typed, needed=False)


_ON_RECORD = {
    "scheme": "scheme",
    "issuer": "issuer",
    "valid_until": "valid_until",
    "target_share": "target_group_share",
    "market_share": "market_income_share",
    "seat": "seat",
    "aspirant_since": "aspirant_since",
}
_READ: dict[str, Callable[[Answers, str, str], object]] = {
    "scheme": Answers.text,
    "issuer": Answers.text,
    "valid_until": _day_of,
    "target_share": Answers.share,
    "market_share": Answers.share,
    "seat": Answers.text,
    "aspirant_since": _day_of,
}
_FIELDS = {
    Condition.TARGET_GROUP: "target_share",
    Condition.MARKET_INCOME: "market_share",
    Condition.TIME: "aspirant_since",
}


def _day(day: date | None) -> str:
    return "" if day is None else date_text(day)


def _percent(share: Fraction | None) -> str:
    return "" if share is None else number_text(share * _HUNDRED, _EXACT)
