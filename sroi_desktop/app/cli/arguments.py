"""Reading what stands on the command line: plain numbers and ISO dates, for machines."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from sroi_desktop.domain.errors import DomainError
from sroi_desktop.domain.money import Money
from sroi_desktop.language import _
from sroi_desktop.rulesets import Library, load_library, read_rule_set
from sroi_desktop.system import paths

if TYPE_CHECKING:
    from sroi_desktop.domain.rules import RuleSet

_AMOUNT = re.compile(r"\d{1,12}(\.\d{1,2})?", re.ASCII)
_NUMBER = re.compile(r"\d{1,9}(\.\d{1,6}|/[1-9]\d{0,5})?", re.ASCII)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


class ArgumentError(DomainError):
    """A value on the command line that cannot be read; its text is the whole sentence."""


def read_amount(option: str, text: str) -> Money:
    """Read an amount of zero or more euros: "4250" or "4250.00".

    Raises:
        ArgumentError: names the option.
    """
    if not _AMOUNT.fullmatch(text):
        message = _("{option}: “{text}” is not an amount. Write euros like 4250.00.")
        raise ArgumentError(message.format(option=option, text=text))
    return Money.from_euros(Fraction(text))


def read_number(option: str, text: str) -> Fraction:
    """Read a number of zero or more: "24", "25.2" or "1/3".

    Raises:
        ArgumentError: names the option.
    """
    if not _NUMBER.fullmatch(text):
        message = _("{option}: “{text}” is not a number of zero or more, such as 25.2.")
        raise ArgumentError(message.format(option=option, text=text))
    return Fraction(text)


def read_whole(option: str, text: str) -> int:
    """Read a whole number of zero or more.

    Raises:
        ArgumentError: names the option.
    """
    number = read_number(option, text)
    if number.denominator != 1:
        message = _("{option}: “{text}” is not a whole number.")
        raise ArgumentError(message.format(option=option, text=text))
    return int(number)


def read_day(option: str, text: str) -> date:
    """Read a date: "2026-03-01".

    Raises:
        ArgumentError: names the option.
    """
    try:
        if _DAY.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        pass  # such as 30 February
    message = _("{option}: “{text}” is not a date. Write it like 2026-03-01.")
    raise ArgumentError(message.format(option=option, text=text))


def read_file(text: str) -> Path:
    """Read the name of a file.

    Raises:
        ArgumentError: there is no name.
    """
    path = Path(text)
    if not path.name:
        raise ArgumentError(_("Give the file a name."))
    return path


def known_rules() -> Library:
    """Return the shipped rule sets with the owner's own, as the window knows them."""
    return load_library(own_folder=paths.rules_folder())


def find_rules(reference: str) -> RuleSet:
    """Return a shipped set or one of the owner's own by its id, or read one from a file.

    Raises:
        UnknownRuleSetError: there is neither such an id nor such a file.
        RuleFileError: the file is not a rule set.
    """
    path = Path(reference)
    if path.suffix == ".toml" or _is_file(path):
        return read_rule_set(path)
    return known_rules().get(reference)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a name that no file can have
        return False
