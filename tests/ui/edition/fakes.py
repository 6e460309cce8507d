"""A view and a host of the page of another edition that remember what they were told."""

from __future__ import annotations

from collections.abc import Callable

from sroi_desktop.services.changes import Done
from sroi_desktop.services.editions import Effect, Progress
from sroi_desktop.ui.edition.content import (
    ContractRow,
    EffectContent,
    SidesContent,
    SwitchContent,
)
from sroi_desktop.ui.kit.content import Choice
from sroi_desktop.ui.kit.palette import Tone


class FakeView:
    def __init__(self) -> None:
        self.choices: tuple[Choice, ...] = ()
        self.chosen: str | None = None
        self.sentence = ""
        self.contracts: tuple[ContractRow, ...] = ()
        self.contract: int | None = None
        self.working = (0, 0, "")
        self.stopped = ""
        self.effect: EffectContent | None = None
        self.sides: SidesContent | None = None
        self.nothing = ("", "")
        self.message = ""
        self.asked: SwitchContent | None = None
        self.refused = ""
        self.closed = 0

    def show_editions(self, choices: tuple[Choice, ...], chosen: str | None) -> None:
        self.choices, self.chosen = choices, chosen

    def show_sentence(self, text: str, tone: Tone) -> None:
        self.sentence = text

    def show_contracts(self, rows: tuple[ContractRow, ...], chosen: int | None) -> None:
        self.contracts, self.contract, self.nothing = rows, chosen, ("", "")

    def show_working(self, done: int, total: int, text: str) -> None:
        self.working = (done, total, text)

    def show_stopped(self, text: str) -> None:
        self.stopped = text

    def show_effect(self, content: EffectContent | None) -> None:
        self.effect = content

    def show_sides(self, content: SidesContent | None) -> None:
        self.sides = content

    def show_nothing(self, title: str, text: str) -> None:
        self.nothing = (title, text)

    def show_message(self, text: str, tone: Tone) -> None:
        self.message = text

    def ask_switch(self, content: SwitchContent) -> None:
        self.asked = content

    def refuse_switch(self, text: str) -> None:
        self.refused = text

    def close_switch(self) -> None:
        self.closed += 1


class FakeHandle:
    """Work that waits until the test does it."""

    def __init__(self, job: Callable[[Progress], Effect]) -> None:
        self.job = job
        self.cancelled = False

    def cancel(self) -> None:
        self.cancelled = True


class FakeProgress:
    def __init__(self) -> None:
        self.told: list[tuple[int, int]] = []

    def report(self, done: int, total: int, /) -> None:
        self.told.append((done, total))


class FakeHost:
    def __init__(self) -> None:
        self.handles: list[FakeHandle] = []
        self.pages: list[tuple[str, object]] = []
        self.dones: list[tuple[Done, str]] = []
        self.heads = 0

    def work(self, job: Callable[[Progress], Effect]) -> FakeHandle:
        self.handles.append(FakeHandle(job))
        return self.handles[-1]

    def open_page(self, key: str, argument: object) -> None:
        self.pages.append((key, argument))

    def done(self, done: Done, told: str) -> None:
        self.dones.append((done, told))

    def head_changed(self) -> None:
        self.heads += 1
