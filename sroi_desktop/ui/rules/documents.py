"""The documents of an own rule set: added, opened, taken away and put back. No Qt here."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Protocol

from sroi_desktop.language import _
from sroi_desktop.language.numbers import size_text
from sroi_desktop.services import own_documents
from sroi_desktop.services.refusals import REFUSALS, explain
from sroi_desktop.ui.kit.content import Act
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.rules.content import DocumentLine

if TYPE_CHECKING:
    from pathlib import Path

    from sroi_desktop.domain.rules import RuleSet
    from sroi_desktop.services.desk import Desk
    from sroi_desktop.services.own_documents import TakenAway

ADD, PUT_BACK = "add_document", "put_back_document"
ACTS = (ADD, PUT_BACK)


class DocumentsView(Protocol):
    """What the documents of a set ask of the screen."""

    def show_news(self, text: str, tone: Tone, act: Act | None = None) -> None:
        """Say what became of a document, with what can be done about it."""

    def choose_document(self) -> Path | None:
        """Ask for a document."""

    def open_copy(self, name: str, write: Callable[[Path], None]) -> bool:
        """Have a copy written and opened; return whether there is a program for it."""


class DocumentsPresenter:
    """Keeps documents with the set that is shown."""

    def __init__(
        self,
        view: DocumentsView,
        desk: Desk,
        chosen: Callable[[], RuleSet | None],
        show: Callable[[str], None],
    ) -> None:
        self._view = view
        self._desk = desk
        self._chosen = chosen
        self._show = show
        self._removed: tuple[RuleSet, TakenAway] | None = None

    def run_act(self, key: str) -> None:
        """Carry out one of `ACTS`."""
        if key == PUT_BACK:
            self._put_back()
        elif (path := self._view.choose_document()) is not None:
            self.attach(path)

    def attach(self, path: Path) -> None:
        """Keep a document with the set that is shown."""
        rules = self._chosen()
        if rules is None:
            return
        try:
            kept = own_documents.attach(self._desk.library, rules, path)
        except REFUSALS as error:
            self._view.show_news(explain(error), Tone.DANGER)
            return
        self._show(rules.id)
        told = (
            _("Kept with this set: {name}.") if kept.is_new else _("It is there already: {name}.")
        )
        self._view.show_news(told.format(name=kept.name), Tone.GOOD)

    def open(self, name: str) -> None:
        """Open a copy of a document."""
        rules = self._chosen()
        if rules is None:
            return
        write = partial(own_documents.save_copy, self._desk.library, rules, name)
        try:
            is_opened = self._view.open_copy(name, write)
        except REFUSALS as error:
            self._view.show_news(explain(error), Tone.DANGER)
            return
        if not is_opened:
            self._view.show_news(_("There is no program to show this file."), Tone.WARNING)

    def take_away(self, name: str) -> None:
        """Take a document away; it can be put back."""
        rules = self._chosen()
        if rules is None:
            return
        try:
            taken = own_documents.take_away(self._desk.library, rules, name)
        except REFUSALS as error:
            self._view.show_news(explain(error), Tone.DANGER)
            return
        self._removed = rules, taken
        self._show(rules.id)
        back = Act(PUT_BACK, _("Put back"), "undo-2")
        self._view.show_news(_("Removed: {name}.").format(name=name), Tone.GOOD, back)

    def _put_back(self) -> None:
        if self._removed is None:
            return
        rules, document = self._removed
        try:
            name = own_documents.put_back(self._desk.library, rules, document)
        except REFUSALS as error:
            self._view.show_news(explain(error), Tone.DANGER)
            return
        self._removed = None
        self._show(rules.id)
        self._view.show_news(_("“{title}” is back.").format(title=name), Tone.GOOD)


def lines(desk: Desk, rules: RuleSet) -> tuple[DocumentLine, ...]:
    """Return the documents of a set, as they are shown."""
    return tuple(
        DocumentLine(one.name, size_text(one.size))
        for one in own_documents.documents(desk.library, rules)
    )
