"""One effort under every contract and every set: what is shown, and which row is taken."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from sroi_desktop.domain.likeness import Match
from sroi_desktop.language import _, ngettext
from sroi_desktop.services.elsewhere import Comparison, Row
from sroi_desktop.ui.booking.worth import derivation_of
from sroi_desktop.ui.elsewhere.content import (
    ChosenContent,
    ElsewhereRow,
    assumptions,
    reasons,
    row_of,
)
from sroi_desktop.ui.kit.content import Choice


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
    """Values everything at once, and one place anew where the owner chooses another row."""

    def __init__(self, view: ElsewhereView, comparison: Comparison) -> None:
        self._view = view
        self._comparison = comparison
        self._chosen: dict[str, str] = {}
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
        place = self._rows[self._key].place
        self._chosen[place.key] = code
        self._rows[place.key] = self._comparison.row(place, self._chosen)
        self._show_rows()
        self.choose(place.key)

    def _show_rows(self) -> None:
        base = self._rows[self._comparison.base.key]
        self._view.show_rows([row_of(row, base) for row in self._rows.values()])

    def _content(self, row: Row) -> ChosenContent:
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
            _note(row),
            derivation,
        )


def _note(row: Row) -> str:
    """Return what the owner should know of the row that was taken."""
    if row.worth.fit.match is Match.ALIKE:
        return _("This row looks like yours. Look whether it is right, or choose another.")
    if row.worth.valuation is None:
        return " ".join(reasons(row))
    return ""
