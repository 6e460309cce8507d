"""Text as data: the only way for a text of a user to reach a page.

Nothing in it is taken as markup, whatever it holds. What the fonts cannot show (emoji, Chinese,
Arabic) becomes the visible mark □ rather than nothing or a black box; the attachment keeps the
text unchanged. Marks that steer direction are dropped, so they cannot turn a line around.
"""

from __future__ import annotations

import re
import unicodedata
from xml.sax.saxutils import escape

from sroi_desktop.reporting import fonts

UNKNOWN = "□"

_LINE_ENDS = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_DROPPED = frozenset({"Cc", "Cf"})


def plain(value: str) -> str:
    """Return a text that can be drawn as it is; its line ends are line feeds."""
    normal = unicodedata.normalize("NFC", _LINE_ENDS.sub("\n", value))
    return "".join(map(_shown, normal))


def one_line(value: str) -> str:
    """Return a drawable text on one line, with single spaces."""
    return " ".join(plain(value).split())


def text(value: str) -> str:
    """Return a text as markup for a paragraph: escaped, with its line breaks."""
    return escape(plain(value)).replace("\n", "<br/>")


def attribute(value: str) -> str:
    """Return a text as markup for a value between double quotes."""
    return escape(one_line(value), {'"': "&quot;"})


def is_shown_whole(value: str) -> bool:
    """Tell whether a page shows every character of a text."""
    return UNKNOWN in value or UNKNOWN not in plain(value)


def _shown(character: str) -> str:
    """Return what stands for one character on the page."""
    if character == "\n":
        return character
    if character == "\t":
        return " "
    category = unicodedata.category(character)
    if category == "Zs":
        return character if ord(character) in fonts.characters() else " "
    if category in _DROPPED:
        return ""
    if ord(character) in fonts.characters():
        return character
    return "" if category == "Mn" else UNKNOWN
