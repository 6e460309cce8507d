"""Names of municipalities and publishers, as they are compared and sorted."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# A search compares what was typed with every name there is, at every key.
_KEPT = 4096
# What stands between a district and its municipality: "Moerwijk, Den Haag".
_APART = re.compile(r"[,;/]")
_ALSO_CALLED = {"s gravenhage": "den haag", "s hertogenbosch": "den bosch"}


@lru_cache(maxsize=_KEPT)
def plain_name(name: str) -> str:
    """Return a name as it is compared: small letters, no accents, words apart by one space."""
    bare = "".join(
        letter
        for letter in unicodedata.normalize("NFKD", name.casefold())
        if not unicodedata.combining(letter)
    )
    words = "".join(letter if letter.isalnum() else " " for letter in bare).split()
    return " ".join(words).removeprefix("gemeente ")


def lies_in(place: str, named: Iterable[str]) -> bool | None:
    """Tell whether a place that was typed is among those that a rule set names.

    "Moerwijk, Den Haag" lies in "Den Haag", and Bergen op Zoom not in Bergen. What is not among
    them may still lie there, as a village does in a municipality: that is None, "not known",
    and never a refusal.

    Args:
        place: as the owner typed it.
        named: municipalities or regions.
    """
    known = {_usual(name) for name in named} - {""}
    return True if known.intersection(map(_usual, _APART.split(place))) else None


def _usual(name: str) -> str:
    plain = plain_name(name)
    return _ALSO_CALLED.get(plain, plain)
