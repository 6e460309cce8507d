"""The guard against citizen service numbers (BSN): found by their eleven-test, never kept."""

from __future__ import annotations

import re

from sroi_desktop.domain.errors import CitizenNumberError

_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)
_LENGTH = len(_WEIGHTS)
_MODULUS = 11
# Nine digits in one run, or grouped the way people write them: 123 456 782, 1234.56.782. The
# nine that follow a country code are a telephone number. Eight digits, which an old BSN may
# have, are left alone: dates and K.v.K. numbers have eight as well.
_GAP = r"[ .\-_/\u00a0\u202f]"
_CANDIDATE = (
    rf"(?<!\d)(?<!\+31{_GAP})(?<!0031{_GAP})"
    rf"(?:\d{{9}}|\d{{3}}({_GAP})\d{{3}}\1\d{{3}}|\d{{4}}({_GAP})\d{{2}}\2\d{{3}})(?!\d)"
)
# Every one of these holds three digits in a row, which is told sooner; hardly any text does.
_THREE_DIGITS = re.compile(r"\d{3}")


def passes_eleven_test(digits: str) -> bool:
    """Tell whether nine digits meet the eleven-test of the BSN (an RSIN meets it as well)."""
    if len(digits) != _LENGTH or not digits.isdecimal():
        return False
    if int(digits) == 0:
        return False
    weighted = sum(w * int(d) for w, d in zip(_WEIGHTS, digits, strict=True))
    return weighted % _MODULUS == 0


def holds_bsn(text: str) -> bool:
    """Tell whether a text holds a number that could be a BSN."""
    # A pseudonym is shorter, for instance: thousands of those are read at once.
    if len(text) < _LENGTH or _THREE_DIGITS.search(text) is None:
        return False
    return any(
        passes_eleven_test(re.sub(r"\D", "", match.group()))
        for match in re.finditer(_CANDIDATE, text)
    )


def refuse_bsn(field: str, text: str | None) -> None:
    """Raise where a text holds a number that could be a BSN.

    Args:
        field: name of the field, for the message beside it.
        text: what was typed; None passes.

    Raises:
        CitizenNumberError: a number in the text passes the eleven-test.

    Source: use of a BSN outside its legal purpose is not allowed (Autoriteit
    Persoonsgegevens); docs/rules.md.
    """
    if text and holds_bsn(text):
        raise CitizenNumberError(field)
