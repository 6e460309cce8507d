"""A view of the editor that remembers what it was told."""

from __future__ import annotations

from collections.abc import Mapping

from sroi_desktop.ui.kit.content import Act
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.rule_editor.contents import (
    PastedRow,
    PlaceContent,
    RowsContent,
    StartContent,
)
from sroi_desktop.ui.rule_editor.questions import Section
from sroi_desktop.ui.rule_editor.sheet import Place, Sheet
from sroi_desktop.ui.rule_editor.trying import TrialContent
from sroi_desktop.ui.rule_editor.typing import Mark, Point


class FakeEditorView:
    def __init__(self) -> None:
        self.start: StartContent | None = None
        self.sheet = Sheet()
        self.reason = ""
        self.of_contract = False
        self.tabs: Mapping[str, int] = {}
        self.rows: dict[str, RowsContent] = {}
        self.marks: Mapping[str, Mark] = {}
        self.points: tuple[Point, ...] = ()
        self.trial: TrialContent | None = None
        self.place = PlaceContent("", Place())
        self.pasted: tuple[str, tuple[PastedRow, ...]] = ("", ())
        self.message = ("", Tone.INFO)
        self.act: Act | None = None
        self.heads = 0
        self.gone_to: list[str] = []
        self.cells: list[tuple[str, bool]] = []
        self.kept_soon = 0
        self.agrees = True
        self.asked = ""

    def show_start(self, content: StartContent) -> None:
        self.start = content

    def show_sheet(
        self, sections: tuple[Section, ...], sheet: Sheet, reason: str, *, of_contract: bool
    ) -> None:
        self.sheet, self.reason, self.of_contract = sheet, reason, of_contract

    def show_tabs(self, open_points: Mapping[str, int]) -> None:
        self.tabs = open_points

    def show_rows(self, content: RowsContent) -> None:
        self.rows[content.table.key] = content

    def show_marks(self, marks: Mapping[str, Mark]) -> None:
        self.marks = marks

    def show_points(self, points: tuple[Point, ...]) -> None:
        self.points = points

    def show_trial(self, content: TrialContent) -> None:
        self.trial = content

    def show_place(self, content: PlaceContent) -> None:
        self.place = content

    def show_pasted(self, table: str, rows: tuple[PastedRow, ...]) -> None:
        self.pasted = (table, rows)

    def show_message(self, text: str, tone: Tone, act: Act | None = None) -> None:
        self.message, self.act = (text, tone), act

    def show_head(self) -> None:
        self.heads += 1

    def go_to(self, name: str) -> None:
        self.gone_to.append(name)

    def choose_cell(self, name: str, *, edit: bool) -> None:
        self.cells.append((name, edit))

    def keep_soon(self) -> None:
        self.kept_soon += 1

    def confirm_recount(self, text: str) -> bool:
        self.asked = text
        return self.agrees
