"""One effort under every contract and every set: what is shown, and which row is taken."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from sroi_desktop.domain.likeness import Match
from sroi_desktop.language import _, ngettext
from sroi_desktop.services.elsewhere import Comparison, Row
from sroi_desktop.services.refusals import REFUSALS, explain
from sroi_desktop.ui.booking.worth import derivation_of
from sroi_desktop.ui.elsewhere.content import (
    ChosenContent,
    ElsewhereRow,
    NoteContent,
    assumptions,
    reasons,
    row_of,
)
from sroi_desktop.ui.kit.content import Act, Choice
from sroi_desktop.ui.kit.palette import Tone


class ElsewhereView(Protocol):
    """What the presenter asks of the dialog."""

    def show_head(self, title: str, note: str) -> None:
        """Show which effort it is, and what the table does not hold."""
        ...

    def show_rows(self, rows: Sequence[ElsewhereRow]) -> None:
        """Show every place with the worth there."""
        ...

    def show_chosen(self, content: ChosenContent) -> None:
        """Show how the worth at one place came about."""
        ...


class ElsewherePresenter:
    """Values everything at once, and anew what the choice of another row touches.

    A row of another table is kept for the next time; one of the own rules is only tried.
    """

    def __init__(self, view: ElsewhereView, comparison: Comparison) -> None:
        self._view = view
        self._comparison = comparison
        self._tried: dict[str, str] = {}
        self._rows = {row.place.key: row for row in comparison.rows()}
        self._key = comparison.base.key

    def open(self) -> None:
        """Show the table, with the contract that it counts for chosen."""
        count = self._comparison.without_values
        words = ngettext(
            "{count} published set without values is not in the table.",
            "{count} published sets without values are not in the table.",
            count,
        )
        note = words.format(count=count) if count else ""
        self._view.show_head(self._comparison.effort.title, note)
        self._show_rows()
        self.choose(self._key)

    def choose(self, key: str) -> None:
        """Show one place."""
        self._key = key
        self._view.show_chosen(self._content(self._rows[key]))

    def take_block(self, code: str) -> None:
        """Value the effort under another row of the table at the chosen place."""
        self._take(code)

    def go_back(self) -> None:
        """Value the effort at the chosen place under the row that the program takes there."""
        self._take(None)

    def _take(self, code: str | None) -> None:
        place, failure = self._rows[self._key].place, ""
        if self._comparison.is_own(place):
            self._tried.pop(place.key, None)
            if code is not None and code != self._comparison.block.code:
                self._tried[place.key] = code
        else:
            try:
                self._comparison.like_rows.take(place.rules.id, code)
            except REFUSALS as error:
                failure = explain(error)
        for key, row in self._rows.items():
            if row.place.rules.id == place.rules.id:
                self._rows[key] = self._comparison.row(row.place, self._tried)
        self._show_rows()
        self._view.show_chosen(self._content(self._rows[place.key], failure))

    def _show_rows(self) -> None:
        base = self._rows[self._comparison.base.key]
        self._view.show_rows([row_of(row, base) for row in self._rows.values()])

    def _content(self, row: Row, failure: str = "") -> ChosenContent:
        place, found, valuation = row.place, row.worth.fit, row.worth.valuation
        choices = tuple(Choice(one.code, one.label) for one in self._comparison.choices(place))
        base = self._rows[self._comparison.base.key]
        shown = row_of(row, base)
        derivation = None
        if valuation is not None and found.block is not None:
            came_about = derivation_of(valuation, place.rules, found.block.code)
            derivation = replace(came_about, assumptions=assumptions(row))
        return ChosenContent(
            place.key,
            f"{shown.name}, {shown.detail}",
            choices,
            None if found.block is None else found.block.code,
            self._note(row, failure),
            self._way_back(row),
            derivation,
        )

    def _note(self, row: Row, failure: str) -> NoteContent:
        """Return what the owner should know of the row that was taken."""
        match = row.worth.fit.match
        said = [failure] if failure else []
        if match is Match.ALIKE:
            said.append(
                _("This row looks like yours. Look whether it is right, or choose another.")
            )
        elif match is Match.CHOSEN:
            said.append(self._holds(row))
        if row.worth.valuation is None:
            said += reasons(row)
        is_quiet = match is Match.CHOSEN and len(said) == 1
        return NoteContent(" ".join(said), Tone.INFO if is_quiet else Tone.WARNING)

    def _holds(self, row: Row) -> str:
        """Return for how long the choice of a row holds."""
        if self._comparison.is_own(row.place):
            return _(
                "You are trying another row. That is not kept: what is booked stays under its own "
                "row."
            )
        if not self._comparison.like_rows.is_kept:
            return _("Your own choice. It holds while this window is open.")
        return _(
            "Your own choice. It is kept, and holds for every effort under the row “{row}”."
        ).format(row=self._comparison.block.label)

    def _way_back(self, row: Row) -> Act | None:
        if row.worth.fit.match is not Match.CHOSEN:
            return None
        if self._comparison.is_own(row.place):
            return Act("back", _("&Back to your own row"), "undo-2")
        return Act("back", _("&Back to the proposal"), "undo-2")
