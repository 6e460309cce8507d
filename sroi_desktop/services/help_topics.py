"""The help: topics in Markdown, the places in them that one can go to, and searching them.

A place is a heading or a term followed by `{#its-name}`, the same name in every language.
Links point at a topic by its number, and at a place in it after `#`: `[bewijs](3#keep)`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from sroi_desktop.assets import resource
from sroi_desktop.language import active
from sroi_desktop.services.words import contains, folded

if TYPE_CHECKING:
    from collections.abc import Iterator

_PLACE = re.compile(r"\s*\{#([a-z0-9-]+)\}")
_HEADING = re.compile(r"## (.+)")
_TERM = re.compile(r"\*\*(.+?)\*\*.*\{#")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_MARKS = re.compile(r"\*\*|^\s*(?:>|-|\d+\.)\s|-{3,}", re.MULTILINE)
_EXCERPT = 140


@dataclass(frozen=True, slots=True)
class Place:
    """A heading or term: its name in links ("" for none), its words as shown, its plain text."""

    name: str
    words: str
    text: str


@dataclass(frozen=True, slots=True)
class Topic:
    """One page of the help; the first place is its title with what follows it."""

    key: str
    title: str
    markdown: str
    places: tuple[Place, ...]

    def place(self, name: str) -> Place | None:
        """Return the place of that name or with those words, or None."""
        wanted = folded(name)
        for place in self.places:
            if place.name == name or folded(place.words) == wanted:
                return place
        return None


@dataclass(frozen=True, slots=True)
class Found:
    """A place in which all words of a search occur."""

    topic: Topic
    place: Place
    excerpt: str


def topics(language: str | None = None) -> tuple[Topic, ...]:
    """Return the topics of a language, that of the program where none is named."""
    return _read(language or active())


def topic(key: str) -> Topic | None:
    """Return the topic of that number, or None."""
    return next((one for one in topics() if one.key == key), None)


def find(text: str) -> tuple[Found, ...]:
    """Return the places in which every word of a text occurs, those that are about it first."""
    words = folded(text).split()
    if not words:
        return ()
    found = [
        Found(one, place, _excerpt(place.text, words))
        for one in topics()
        for place in one.places
        if contains(f"{place.words} {place.text}", words)
    ]
    found.sort(key=lambda one: not contains(one.place.words, words))
    return tuple(found)


@cache
def _read(language: str) -> tuple[Topic, ...]:
    paths = sorted(resource("help", language).glob("*.md"))
    return tuple(
        _topic(path.stem.partition("-")[0], path.read_text(encoding="utf-8")) for path in paths
    )


def _topic(key: str, text: str) -> Topic:
    title = text.partition("\n")[0].removeprefix("# ").strip()
    return Topic(key, title, text, tuple(_places(title, text)))


def _places(title: str, text: str) -> Iterator[Place]:
    name, words = "", title
    lines: list[str] = []
    for line in text.splitlines()[1:]:
        start = _HEADING.match(line) or _TERM.match(line)
        if start is None:
            lines.append(line)
            continue
        yield Place(name, words, _plain("\n".join(lines)))
        named = _PLACE.search(line)
        name = named[1] if named else ""
        words = _PLACE.sub("", start[1]).strip()
        lines = [] if line.startswith("#") else [line]
    yield Place(name, words, _plain("\n".join(lines)))


def _plain(markdown: str) -> str:
    """Return the words without marks, on one line."""
    bare = _LINK.sub(r"\1", _PLACE.sub("", markdown))
    return " ".join(_MARKS.sub("", bare).replace("|", " ").split())


def _excerpt(text: str, words: list[str]) -> str:
    """Return the part of a text around the first word found, whole words only."""
    if len(text) <= _EXCERPT:
        return text
    at = max(0, folded(text).find(words[0]))
    start = 0 if at < _EXCERPT // 2 else text.rfind(" ", 0, at - _EXCERPT // 4) + 1
    end = text.rfind(" ", 0, start + _EXCERPT)
    end = len(text) if start + _EXCERPT >= len(text) else end
    before = "… " if start else ""
    after = " …" if end < len(text) else ""
    return f"{before}{text[start:end]}{after}"
