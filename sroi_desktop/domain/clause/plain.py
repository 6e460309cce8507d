"""Answers as data that JSON can hold, and back: by the kind of each part.

A question or part that this version does not know is left out; a value of the wrong shape is
refused.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from sroi_desktop.domain.clause.answers import Answer, Answers, Status
from sroi_desktop.domain.clause.kinds import Key, Part, PartKind
from sroi_desktop.domain.clause.questions import QUESTIONS, question
from sroi_desktop.domain.money import Money
from sroi_desktop.domain.plain import PlainDataError, from_plain, to_plain

if TYPE_CHECKING:
    from sroi_desktop.domain.clause.answers import Value
    from sroi_desktop.domain.plain import Plain

_FRACTIONS = (PartKind.PERCENTAGE, PartKind.NUMBER, PartKind.HOURS)
_WHOLES = (PartKind.WHOLE, PartKind.MONTHS, PartKind.DAYS)


def answers_to_plain(answers: Answers) -> dict[str, Plain]:
    """Return answers as data for JSON."""
    return {key.value: _answer(answer) for key, answer in answers.by_key}


def answers_from_plain(data: object) -> Answers:
    """Return the answers that `answers_to_plain` made the data from.

    Raises:
        PlainDataError: the data has another shape; it names the spot.
        CitizenNumberError: a text holds a number that could be a BSN.
    """
    found = []
    for key in (one.key for one in QUESTIONS):
        answer = _table(data, ()).get(key.value)
        if answer is not None:
            found.append((key, _read(key, answer)))
    return Answers(tuple(found))


def _answer(answer: Answer) -> Plain:
    values: dict[str, Plain] = {}
    for name, value in answer.values:
        values[name] = list(value) if isinstance(value, tuple) else to_plain(value)
    return {
        "status": answer.status.value,
        "values": values,
        "page": answer.page,
        "quote": answer.quote,
    }


def _read(key: Key, data: object) -> Answer:
    table = _table(data, (key.value,))
    values = _table(table.get("values", {}), (key.value, "values"))
    try:
        known = tuple(
            (part.name, _value(part, values[part.name]))
            for part in question(key).parts
            if part.name in values
        )
        status = from_plain(Status, table.get("status"))
        page, quote = (_text(table.get(name), name) for name in ("page", "quote"))
    except PlainDataError as error:
        raise error.under(key.value) from None
    if status is Status.GIVEN and not known:
        raise PlainDataError((key.value, "values"), "at least one value")
    return Answer(status, known, page, quote)


def _value(part: Part, data: object) -> Value:
    if part.kind is PartKind.SEVERAL:
        if not isinstance(data, list):
            raise PlainDataError((part.name,), "a list")
        return tuple(_option(part, one) for one in data)
    if part.kind is PartKind.CHOICE:
        return _option(part, data)
    kind: type[Money | Fraction | int | date | str] = str
    if part.kind is PartKind.AMOUNT:
        kind = Money
    elif part.kind in _FRACTIONS:
        kind = Fraction
    elif part.kind in _WHOLES:
        kind = int
    elif part.kind is PartKind.DATE:
        kind = date
    try:
        return from_plain(kind, data)
    except PlainDataError as error:
        raise error.under(part.name) from None


def _option(part: Part, data: object) -> str:
    if not isinstance(data, str) or data not in part.options:
        raise PlainDataError((part.name,), f"one of {', '.join(part.options)}")
    return data


def _text(data: object, name: str) -> str | None:
    if data is not None and not isinstance(data, str):
        raise PlainDataError((name,), "text")
    return data


def _table(data: object, path: tuple[str, ...]) -> Mapping[str, object]:
    if not isinstance(data, dict):
        raise PlainDataError(path, "a table")
    return data
