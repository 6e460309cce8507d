"""A help page as the HTML that Qt shows: only what our own pages use, everything else is text.

Qt reads Markdown itself, but gives no names to the places in it and lets quotes and tables
have no look of their own. A heading is a paragraph with a class, since Qt scales the text of
its own headings whatever the stylesheet says. No Qt here.
"""

from __future__ import annotations

import re
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Kind = Literal["blank", "heading", "quote", "table", "bullet", "number", "text"]

_STARTS: tuple[tuple[str, Kind], ...] = (
    ("#", "heading"),
    (">", "quote"),
    ("|", "table"),
    ("- ", "bullet"),
)
_NUMBER = re.compile(r"\d+\. ")
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_LINK = re.compile(r"\[([^\]]+)\]\(([^)\s]+)\)")
_PLACE = re.compile(r"\s*\{#([a-z0-9-]+)\}")
_WIDE = 'width="100%" cellspacing="0" border="0"'
_RULER = re.compile(r"[|\s:-]+")


def page_html(markdown: str) -> str:
    """Return a page as HTML; `{#name}` becomes a place to go to."""
    lines = [line.rstrip() for line in markdown.splitlines()]
    groups = groupby(lines, _kind)
    return "\n".join(_PARTS[kind](list(group)) for kind, group in groups if kind != "blank")


def _kind(line: str) -> Kind:
    if not line:
        return "blank"
    if _NUMBER.match(line):
        return "number"
    return next((kind for start, kind in _STARTS if line.startswith(start)), "text")


def _headings(lines: list[str]) -> str:
    return "\n".join(_heading(line) for line in lines)


def _heading(line: str) -> str:
    words = line.lstrip("#")
    level = len(line) - len(words)
    return f'<p class="heading{level}">{_words(words.strip())}</p>'


def _paragraph(lines: list[str]) -> str:
    return f"<p>{_words(' '.join(lines))}</p>"


def _quote(lines: list[str]) -> str:
    words = "<br>".join(_words(line[1:].strip()) for line in lines)
    return f'<table class="quote" {_WIDE} cellpadding="10"><tr><td>{words}</td></tr></table>'


def _bullets(lines: list[str]) -> str:
    return _list("ul", [line[2:] for line in lines])


def _numbers(lines: list[str]) -> str:
    return _list("ol", [_NUMBER.sub("", line, count=1) for line in lines])


def _list(tag: str, items: list[str]) -> str:
    shown = "".join(f"<li>{_words(item)}</li>" for item in items)
    return f"<{tag}>{shown}</{tag}>"


def _table(lines: list[str]) -> str:
    rows = [line for line in lines if not _RULER.fullmatch(line)]
    shown = "".join(_row(line, "td" if place else "th") for place, line in enumerate(rows))
    return f'<table class="rows" {_WIDE} cellpadding="6">{shown}</table>'


def _row(line: str, tag: str) -> str:
    cells = "".join(f"<{tag}>{_words(cell)}</{tag}>" for cell in _cells(line))
    return f"<tr>{cells}</tr>"


def _cells(line: str) -> Iterator[str]:
    return (cell.strip() for cell in line.strip("|").split("|"))


def _words(text: str) -> str:
    """Return running text: bold, links and places; anything else is shown as it stands."""
    place = _PLACE.search(text)
    shown = escape(_PLACE.sub("", text), quote=False)
    shown = _BOLD.sub(r"<b>\1</b>", shown)
    shown = _LINK.sub(r'<a href="\2">\1</a>', shown)
    return shown if place is None else f'<a name="{place[1]}"></a>{shown}'


_PARTS: dict[Kind, Callable[[list[str]], str]] = {
    "heading": _headings,
    "quote": _quote,
    "table": _table,
    "bullet": _bullets,
    "number": _numbers,
    "text": _paragraph,
}
