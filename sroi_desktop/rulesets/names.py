"""Names of municipalities and publishers, as they are compared and sorted."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

# A search compares what was typed with every name there is, at every key.
_KEPT = 4096


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
