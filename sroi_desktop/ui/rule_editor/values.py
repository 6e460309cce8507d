"""What is typed, as the file has it, and the other way round; one way for each kind. No Qt here."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Any

from sroi_desktop.domain.money import Money
from sroi_desktop.domain.obligation import HUNDRED
from sroi_desktop.language.numbers import date_text, number_text, short_money_text
from sroi_desktop.language.parsing import (
    Fault,
    UnreadableError,
    parse_date,
    parse_money,
    parse_number,
    parse_percent,
    parse_whole,
)
from sroi_desktop.ui.rule_editor.measures import age_text, limit_text, read_age, read_limit
from sroi_desktop.ui.rule_editor.questions import NO, YES, Kind

Number = int | Decimal | str
_DECIMALS = 9
_BETWEEN = re.compile(r"[,;\n]")
_BROKEN = re.compile(r"\d{1,9}/[1-9]\d{0,8}", re.ASCII)


# The whole sheet is read at every key stroke, and all but one of its answers are as they were.
@lru_cache(maxsize=2048)
def read(kind: Kind, text: str) -> object:
    """Return what was typed as the file has it; None where nothing was typed.

    Raises:
        UnreadableError: it cannot be read as an answer of that kind.
    """
    return _READ[kind](text) if text.strip() else None


def shown(kind: Kind, value: Any) -> str:  # noqa: ANN401 - whatever the file holds
    """Return a value of the file as it is typed; reading that gives the same value."""
    return _SHOWN[kind](value)


def _euros(text: str) -> str:
    return str(parse_money(text).euros)


def _fraction(text: str) -> Fraction:
    """Read a number; a broken one, as a file may hold it, is typed as "1/3".

    Raises:
        UnreadableError: it is no number.
    """
    bare = re.sub(r"\s", "", text)
    return Fraction(bare) if _BROKEN.fullmatch(bare) else parse_number(text)


def _percent(text: str) -> Fraction:
    bare = text.strip().removesuffix("%").strip()
    if not _BROKEN.fullmatch(bare):
        return parse_percent(text)
    if (found := Fraction(bare)) > HUNDRED:
        raise UnreadableError(Fault.ABOVE_HUNDRED, text)
    return found


def _plain_percent(text: str) -> str:
    return str(_percent(text))


def _share(text: str) -> str:
    return str(_percent(text) / HUNDRED)


def _number(text: str) -> str:
    return str(_fraction(text))


def _names(text: str) -> list[str]:
    found = (" ".join(name.split()) for name in _BETWEEN.split(text))
    return [*dict.fromkeys(name for name in found if name)]


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _yes(text: str) -> bool:
    return text == YES


def _flag(text: str) -> bool | None:
    return True if text == YES else None


def _long(text: str) -> str:
    return text.strip()


def _money_shown(value: Number) -> str:
    return short_money_text(Money.from_euros(Fraction(value)))


def _exact_shown(number: Fraction) -> str:
    if (number * 10**_DECIMALS).denominator == 1:
        return number_text(number, _DECIMALS)
    return str(number)


def _number_shown(value: Number) -> str:
    return _exact_shown(Fraction(value))


def _percent_shown(value: Number) -> str:
    return f"{_exact_shown(Fraction(value))}%"


def _share_shown(value: Number) -> str:
    return f"{_exact_shown(Fraction(value) * HUNDRED)}%"


def _names_shown(value: list[str]) -> str:
    return ", ".join(value)


def _lines_shown(value: list[str]) -> str:
    return "\n".join(value)


def _flag_shown(value: bool) -> str:
    return YES if value else ""


def _answer_shown(value: bool) -> str:
    return YES if value else NO


_READ: Mapping[Kind, Callable[[str], object]] = {
    Kind.TEXT: _long,
    Kind.LONG: _long,
    Kind.NAMES: _names,
    Kind.LINES: _lines,
    Kind.MONEY: _euros,
    Kind.PERCENT: _plain_percent,
    Kind.SHARE: _share,
    Kind.HOURS: _number,
    Kind.NUMBER: _number,
    Kind.WHOLE: parse_whole,
    Kind.DATE: parse_date,
    Kind.CHOICE: _long,
    Kind.ANSWER: _yes,
    Kind.FLAG: _flag,
    Kind.LIMIT: read_limit,
    Kind.AGE: read_age,
    Kind.KINDS: _names,
    Kind.BLOCKS: _names,
    Kind.GROUP: _long,
}
_SHOWN: Mapping[Kind, Callable[[Any], str]] = {
    Kind.TEXT: str,
    Kind.LONG: str,
    Kind.NAMES: _names_shown,
    Kind.LINES: _lines_shown,
    Kind.MONEY: _money_shown,
    Kind.PERCENT: _percent_shown,
    Kind.SHARE: _share_shown,
    Kind.HOURS: _number_shown,
    Kind.NUMBER: _number_shown,
    Kind.WHOLE: str,
    Kind.DATE: date_text,
    Kind.CHOICE: str,
    Kind.ANSWER: _answer_shown,
    Kind.FLAG: _flag_shown,
    Kind.LIMIT: limit_text,
    Kind.AGE: age_text,
    Kind.KINDS: _names_shown,
    Kind.BLOCKS: _names_shown,
    Kind.GROUP: str,
}
