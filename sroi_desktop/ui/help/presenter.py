"""Which topic of the help is shown, where in it, and what a search finds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from sroi_desktop.language import _
from sroi_desktop.services import help_topics
from sroi_desktop.ui.kit.content import HeaderContent
from sroi_desktop.ui.pages import HelpTarget

if TYPE_CHECKING:
    from sroi_desktop.services.help_topics import Topic


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the list: a topic, or a place that a search found."""

    key: str
    title: str
    detail: str = ""


class HelpView(Protocol):
    """What the presenter asks of the screen."""

    def show_entries(self, entries: tuple[Entry, ...], current: str, *, searching: bool) -> None:
        """List the topics, or what a search found, with the one that is open marked."""

    def show_page(self, title: str, markdown: str) -> None:
        """Show a topic from its beginning."""

    def go_to(self, place: str) -> None:
        """Go to a place in the topic shown."""


class HelpPresenter:
    """Finds the topic that is asked for and the place in it."""

    def __init__(self, view: HelpView) -> None:
        self._view = view
        self._topic: Topic | None = None
        self._search = ""

    def header(self) -> HeaderContent:
        """Return the head of the page."""
        return HeaderContent(_("Help and terms"))

    def open_at(self, target: object) -> None:
        """Show what was asked for; the first topic where nothing was, or what was open."""
        self._search = ""
        key, term = "", ""
        if isinstance(target, HelpTarget):
            key, term = target.topic, target.term or ""
        if key or self._topic is None:
            self._show(key, term)
        self._list()

    def follow(self, link: str) -> None:
        """Follow a link within the help; what points elsewhere is left alone."""
        self.choose(link)
        if not self._search:
            self._list()

    def choose(self, key: str) -> None:
        """Show the topic or the place of a line of the list: "5" or "5#threshold"."""
        topic, _mark, place = key.partition("#")
        if not topic or help_topics.topic(topic) is not None:
            self._show(topic or self._key, place)

    def search(self, text: str) -> None:
        """List the places in which every word occurs; an empty text lists the topics."""
        self._search = text.strip()
        self._list()

    @property
    def _key(self) -> str:
        return "" if self._topic is None else self._topic.key

    def _show(self, key: str, place: str) -> None:
        all_topics = help_topics.topics()
        found = help_topics.topic(key) or all_topics[0]
        if found != self._topic:
            self._topic = found
            self._view.show_page(found.title, found.markdown)
        there = found.place(place) if place else None
        self._view.go_to("" if there is None else there.name)

    def _list(self) -> None:
        if self._search:
            entries = tuple(
                Entry(f"{one.topic.key}#{one.place.name}", one.place.words, one.topic.title)
                for one in help_topics.find(self._search)
            )
        else:
            entries = tuple(Entry(one.key, one.title) for one in help_topics.topics())
        self._view.show_entries(entries, self._key, searching=bool(self._search))
