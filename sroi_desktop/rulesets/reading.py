"""From the bytes of a file to tables of the right shape; refuses what it cannot trust.

A file comes from anyone: its size, the length of its lines and its numbers are bounded before
they are used, and every refusal names the key.
"""

from __future__ import annotations

import re
import tomllib
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from pathlib import Path
from typing import Any, TypeVar, get_args, get_origin

import msgspec
from msgspec import Struct

from sroi_desktop.language.numbers import size_text
from sroi_desktop.language.obstacles import obstacle_text
from sroi_desktop.rulesets.problems import KeyPath, ProblemKind, RuleFileError, RuleFileProblem

S = TypeVar("S", bound=Struct)

LARGEST_FILE = 1_000_000
LONGEST_LINE = 2_000
MOST = 10**15
_LONGEST_NAME = 60
_NUMBER = re.compile(r"-?\d{1,15}(?:\.\d{1,9}|/0*[1-9]\d{0,8})?", re.ASCII)
_SYNTAX_SPOT = re.compile(r"\(at line (\d+), column (\d+)\)")
_SPOT = re.compile(r" - at `\$(.*)`$")
_STEP = re.compile(r"\.([^.\[\]]+)|\[(\d+)\]")
_KEY = re.compile(r"Object (missing required|contains unknown) field `(.*)`", re.DOTALL)
_EXPECTED = re.compile(r"Expected `(\w+)")
_WRONG_TYPE = {
    "str": ProblemKind.NOT_TEXT_VALUE,
    "int": ProblemKind.NOT_A_WHOLE_NUMBER,
    "bool": ProblemKind.NOT_TRUE_OR_FALSE,
    "date": ProblemKind.NOT_A_DATE,
    "array": ProblemKind.NOT_A_LIST,
    "object": ProblemKind.NOT_A_TABLE,
}


def raw_tables(source: Path | bytes, name: str) -> dict[str, Any]:
    """Return what stands in a TOML file, of whatever shape.

    Args:
        source: the file, or its bytes.
        name: how the file is called in a problem.

    Raises:
        RuleFileError: the file cannot be read.
    """
    return _parsed(_text(_bytes(source, name), name), name)


def shaped(raw: dict[str, Any], name: str, shape: type[S]) -> S:
    """Return the tables of a file in the shape asked for.

    Args:
        raw: what stands in the file.
        name: how the file is called in a problem.
        shape: the class of the file as a whole.

    Raises:
        RuleFileError: the file has another shape.
    """
    try:
        return msgspec.convert(raw, shape, dec_hook=_exact)
    except msgspec.ValidationError as error:
        raise RuleFileError(name, (_shape_problem(str(error), raw, name, shape),)) from None


def row_of(raw: Any, path: KeyPath) -> str | None:  # noqa: ANN401 - whatever the file holds
    """Return the code of the row that a path leads into, where it has one."""
    for step in path[:2]:
        try:
            raw = raw[step]
        except (KeyError, IndexError, TypeError):
            return None
    code = raw.get("code") if isinstance(raw, dict) else None
    return code[:_LONGEST_NAME] if isinstance(code, str) else None


def _refusal(name: str, kind: ProblemKind, **data: str) -> RuleFileError:
    return RuleFileError(name, (RuleFileProblem(name, (), kind, tuple(data.items())),))


def _bytes(source: Path | bytes, name: str) -> bytes:
    if isinstance(source, Path):
        try:
            with source.open("rb") as file:
                source = file.read(LARGEST_FILE + 1)
        except OSError as error:
            text = obstacle_text(error)
            raise _refusal(name, ProblemKind.UNREADABLE, text=text) from None
    if len(source) > LARGEST_FILE:
        raise _refusal(name, ProblemKind.TOO_LARGE, limit=size_text(LARGEST_FILE))
    return source


def _text(data: bytes, name: str) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _refusal(name, ProblemKind.NOT_TEXT) from None
    for number, line in enumerate(text.split("\n"), 1):
        # A key of very many parts costs the parser a time that grows with their square.
        if len(line) > LONGEST_LINE:
            limit = str(LONGEST_LINE)
            raise _refusal(name, ProblemKind.LINE_TOO_LONG, line=str(number), limit=limit)
    return text


def _parsed(text: str, name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text, parse_float=_decimal)
    except RecursionError:
        raise _refusal(name, ProblemKind.TOO_DEEP) from None
    except ValueError as error:
        spot = _SYNTAX_SPOT.search(str(error))
        if spot is None:
            raise _refusal(name, ProblemKind.SYNTAX_AT_END) from None
        raise _refusal(name, ProblemKind.SYNTAX, line=spot[1], column=spot[2]) from None


def _decimal(text: str) -> Decimal:
    """Read a number with a point exactly; what is not finite or too long is no number."""
    bare = text.replace("_", "")
    return Decimal(bare) if _NUMBER.fullmatch(bare.removeprefix("+")) else Decimal("NaN")


def _exact(_kind: type, value: object) -> Fraction:
    """Read an exact number: whole, with a point, or a fraction as text ("1/3").

    Raises:
        ValueError: it is not a number, or has far too many figures.
    """
    if isinstance(value, int | Decimal | str) and not isinstance(value, bool):
        text = _figures(value)
        if _NUMBER.fullmatch(text):
            return Fraction(text)
    raise ValueError(ProblemKind.NOT_A_NUMBER.name)


def _figures(value: int | Decimal | str) -> str:
    if isinstance(value, str):
        return value
    # Never written out before its size is known: that could take very long.
    return f"{value:f}" if isinstance(value, Decimal) else str(value) if abs(value) < MOST else ""


def _shape_problem(
    message: str, raw: dict[str, Any], name: str, shape: type[Struct]
) -> RuleFileProblem:
    """Say in our own words what msgspec found; it stops at the first thing it finds."""
    path: KeyPath = ()
    if spot := _SPOT.search(message):
        path = tuple(key or int(index) for key, index in _STEP.findall(spot[1]))
        message = message[: spot.start()]
    row = row_of(raw, path)
    if key := _KEY.match(message):
        kind = ProblemKind.MISSING_KEY if key[1].startswith("m") else ProblemKind.UNKNOWN_KEY
        return RuleFileProblem(name, (*path, key[2][:_LONGEST_NAME]), kind, row=row)
    if choices := _choices(shape, path):
        data = (("value", _shown(raw, path)), ("choices", ", ".join(choices)))
        return RuleFileProblem(name, path, ProblemKind.UNKNOWN_VALUE, data, row)
    return RuleFileProblem(name, path, _kind_of(message), (("text", message),), row)


def _kind_of(message: str) -> ProblemKind:
    if message == ProblemKind.NOT_A_NUMBER.name:
        return ProblemKind.NOT_A_NUMBER
    if "RFC3339" in message:
        return ProblemKind.NOT_A_DATE
    expected = _EXPECTED.match(message)
    return _WRONG_TYPE.get(expected[1] if expected else "", ProblemKind.OTHER)


def _shown(raw: Any, path: KeyPath) -> str:  # noqa: ANN401 - whatever the file holds
    for step in path:
        raw = raw[step]
    return str(raw)[:_LONGEST_NAME]


def _choices(shape: type[Struct], path: KeyPath) -> tuple[str, ...]:
    """Return the words that may stand at a path, where only some may."""
    hint: Any = shape
    for step in path:
        if isinstance(step, int):
            hint = _inner(hint, tuple)
        else:
            hint = _inner(hint, Struct)
            hint = {field.name: field.type for field in msgspec.structs.fields(hint)}[step]
    found = _inner(hint, Enum)
    return () if found is None else tuple(str(member.value) for member in found)


def _inner(hint: Any, wanted: type) -> Any:  # noqa: ANN401 - an annotation
    """Return the part of an annotation that is the class wanted, or of a tuple its item."""
    for part in (hint, *get_args(hint)):
        if wanted is tuple and get_origin(part) is tuple:
            return get_args(part)[0]
        if isinstance(part, type) and issubclass(part, wanted):
            return part
    return None
