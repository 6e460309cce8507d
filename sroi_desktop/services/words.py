"""Words as a search compares them: small letters, no accents, whatever stands between them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable


def folded(text: str) -> str:
    """Return a text as it is compared: "Súdwest-Fryslân" becomes "sudwest-fryslan".

    Every character stays one character, so that a place found in it is a place in the text.
    """
    if text.isascii():
        return text.lower()
    return "".join(_bare(letter) for letter in text)


def contains(text: str, words: Iterable[str]) -> bool:
    """Tell whether each of the words, already folded, occurs in a text."""
    within = folded(text)
    return all(word in within for word in words)


def _bare(letter: str) -> str:
    return unicodedata.normalize("NFKD", letter.lower())[0]
