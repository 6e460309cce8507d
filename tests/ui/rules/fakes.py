"""A view of the rules that remembers what it was told."""

from __future__ import annotations

from sroi_desktop.ui.kit.content import Choice
from sroi_desktop.ui.rules.content import ComparedContent, ListedSet, SetContent


class FakeView:
    def __init__(self) -> None:
        self.sets: tuple[ListedSet, ...] = ()
        self.chosen: str | None = None
        self.content: SetContent | None = None
        self.nothing = ""
        self.choices: tuple[Choice, ...] = ()
        self.pair = ("", "")
        self.compared: ComparedContent | None = None
        self.heads = 0
        self.problems = ""
        self.agrees = True
        self.asked: list[str] = []
        self.links: list[str] = []

    def show_list(self, sets: tuple[ListedSet, ...], chosen: str | None) -> None:
        self.sets, self.chosen = sets, chosen

    def show_set(self, content: SetContent) -> None:
        self.content, self.nothing = content, ""

    def show_nothing(self, title: str, text: str) -> None:
        self.nothing = title

    def show_comparison(
        self, choices: tuple[Choice, ...], left: str, right: str, content: ComparedContent
    ) -> None:
        self.choices, self.pair, self.compared = choices, (left, right), content

    def show_head(self) -> None:
        self.heads += 1

    def show_problems(self, text: str) -> None:
        self.problems = text

    def confirm_link(self, address: str) -> bool:
        self.asked.append(address)
        return self.agrees

    def open_link(self, address: str) -> None:
        self.links.append(address)
