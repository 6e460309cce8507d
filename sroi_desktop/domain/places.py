"""Whether a place that was typed is one of those that a rule set names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_WORD = re.compile(r"\w+")


def lies_in(place: str, named: Iterable[str]) -> bool | None:
    """Tell whether a place is among those that are named.

    "Moerwijk, Den Haag" lies in "Den Haag". What is not among them may still lie there, as a
    village does in a municipality: that is None, "not known", and never a refusal.

    Args:
        place: as the owner typed it.
        named: municipalities or regions.
    """
    typed = f" {_plain(place)} "
    return True if any(f" {_plain(name)} " in typed for name in named if _plain(name)) else None


def _plain(name: str) -> str:
    return " ".join(_WORD.findall(name.casefold()))
