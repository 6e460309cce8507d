"""Leads the typing over of a set: what was typed, what is wrong with it, and where it is kept."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from sroi_desktop.language import _, ngettext
from sroi_desktop.services import drafts
from sroi_desktop.services import rules as rule_services
from sroi_desktop.services.refusals import REFUSALS, explain
from sroi_desktop.ui.kit.content import Act, Choice
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.pages import RuleEditorTarget
from sroi_desktop.ui.rule_editor import opening, pasting, rows, saving
from sroi_desktop.ui.rule_editor.board import Board
from sroi_desktop.ui.rule_editor.contents import EditorView, StartContent
from sroi_desktop.ui.rule_editor.guessing import guessed, guessed_age
from sroi_desktop.ui.rule_editor.opening import Opening, Subject
from sroi_desktop.ui.rule_editor.questions import cell, parts
from sroi_desktop.ui.rule_editor.sheet import Sheet

if TYPE_CHECKING:
    from sroi_desktop.domain.rules import RuleSet
    from sroi_desktop.services.changes import Done
    from sroi_desktop.services.desk import Desk

AFRESH = "afresh"
# What the words of a new row suggest, by table.
_GUESSES = {"blocks": guessed, "bonuses": guessed_age}


class RuleEditorPresenter:
    """One set after another, each typed by hand."""

    def __init__(
        self,
        view: EditorView,
        desk: Desk,
        kept: Callable[[RuleSet, Done | None], None],
    ) -> None:
        self._view = view
        self._desk = desk
        self._kept = kept
        self._target = RuleEditorTarget()
        self._opening: Opening | None = None
        self.board = Board(view, desk)
        self._fresh: set[str] = set()
        self._found: tuple[pasting.FoundRow, ...] = ()
        self._saved: Sheet | None = None
        self._reason = ""

    # -- beginning and leaving

    @property
    def opening(self) -> Opening | None:
        """What is typed, None while the owner chooses what to begin with."""
        return self._opening

    def open(self, target: RuleEditorTarget) -> None:
        """Begin with what a page asked for, or ask what to begin with."""
        self._target = target
        try:
            found = opening.opened(self._desk, target)
        except REFUSALS as error:
            self._opening = None
            self._view.show_message(explain(error), Tone.DANGER)
            self._show_start()
            return
        if found is None:
            self._opening = None
            self._view.show_message("", Tone.INFO)
            self._show_start()
        else:
            self._begin(found)

    def start_empty(self) -> None:
        """Begin with nothing."""
        self._begin(opening.empty(self._desk, self._target.authority))
        self._view.go_to("title")

    def start_copy(self, rule_set_id: str) -> None:
        """Begin with a copy of a set."""
        rules = self._desk.library.get(rule_set_id)
        self._begin(opening.copied(self._desk, rules, self._target.authority))

    def resume(self, key: str) -> None:
        """Go on with a set that was left half typed."""
        found = opening.of_draft(self._desk, key)
        if found is not None:
            self._begin(found)

    def discard(self, key: str) -> None:
        """Throw a set away that was left half typed."""
        drafts.drop(self._desk, key)
        self._show_start()

    def start_afresh(self) -> None:
        """Forget what was typed the last time."""
        if self._opening is not None:
            self._drop_draft()
            blank = self._opening.blank
            self._begin(replace(self._opening, sheet=blank, resumed=False, reason=""))

    def keep_draft(self) -> bool:
        """Keep what is half typed; tell whether there is a draft now."""
        if self._opening is None or self.board.sheet == self._opening.blank:
            return False
        if self.board.sheet != self._saved:
            try:
                draft = opening.draft_of(self.board.sheet, self._reason)
                drafts.keep(self._desk, self._opening.key, draft)
            except REFUSALS as error:
                self._view.show_message(explain(error), Tone.DANGER)
                return False
            self._saved = self.board.sheet
        return True

    def _begin(self, found: Opening) -> None:
        self._opening, self._reason = found, found.reason
        self._fresh, self._found = set(), ()
        self._saved = found.sheet if found.resumed else None
        of_contract = found.subject is Subject.CONTRACT
        self.board.begin(found.sheet, found.reason, of_contract=of_contract)
        self._view.show_pasted("", ())
        act = Act(AFRESH, _("Start afresh"), kind="link") if found.resumed else None
        words = _("You were here before; what you typed is still here.") if found.resumed else ""
        self._view.show_message(words, Tone.INFO, act)
        self._view.show_head()

    def _show_start(self) -> None:
        library = self._desk.library
        sets = (*rule_services.published(self._desk), *library.own_sets)
        near = rule_services.for_authority(self._desk, self._target.authority or "")
        choices = tuple(
            Choice(one.id, f"{one.publisher}: {saving.titled(one)}") for one in sets if one.blocks
        )
        proposed = next((one.id for one in near if one.blocks), "")
        kept = tuple(Choice(*one) for one in opening.draft_titles(self._desk))
        self._view.show_start(StartContent(choices, proposed, kept))
        self._view.show_head()

    # -- answers

    def answer(self, name: str, text: str) -> None:
        """Take an answer as it is typed; what is wrong with it is told when it is left."""
        board = self.board
        if text != board.sheet.text(name):
            board.hold(name)
            board.take(board.sheet.with_text(name, text))
            board.show_table(parts(name)[0])
            board.show()

    def finish(self, name: str) -> None:
        """Judge an answer that the owner is done with."""
        table, row, column = parts(name)
        if row in self._fresh and column == "label":
            self._guess(table, row)
        self.board.tell(name)
        self.board.show_table(table)
        self.board.show()

    def give_reason(self, text: str) -> None:
        """Take why the rules of a contract are adjusted."""
        self._reason = text
        self._saved = None
        self._view.keep_soon()

    def _guess(self, table: str, row: str) -> None:
        """Fill in what the words of a new row suggest; the owner sees it and may change it."""
        sheet = self.board.sheet
        label = sheet.text(cell(table, row, "label"))
        if not label or table not in _GUESSES:
            return
        self._fresh.discard(row)
        for column, text in _GUESSES[table](label).items():
            sheet = sheet.with_text(cell(table, row, column), text)
        self.board.take(sheet)

    # -- rows

    def add_row(self, table: str) -> None:
        """Begin a new row at the end of a table."""
        found = self.board.typing.tables[table]
        sheet, key = rows.started(self.board.sheet, found)
        self._fresh.add(key)
        self._changed_rows(table, sheet)
        self._view.choose_cell(rows.first_cell(found, key), edit=True)

    def repeat_row(self, table: str, key: str) -> None:
        """Put a row there once more."""
        found = self.board.typing.tables[table]
        sheet, new = rows.repeated(self.board.sheet, found, key)
        self._changed_rows(table, sheet)
        self._view.choose_cell(rows.first_cell(found, new), edit=False)

    def remove_row(self, table: str, key: str) -> None:
        """Take a row out."""
        keys = [row.key for row in self.board.sheet.of(table)]
        at = keys.index(key)
        self._changed_rows(table, self.board.sheet.without_row(table, key))
        left = [one for one in keys if one != key]
        if left:
            beside = left[min(at, len(left) - 1)]
            found = self.board.typing.tables[table]
            self._view.choose_cell(rows.first_cell(found, beside), edit=False)

    def move_row(self, table: str, key: str, by: int) -> None:
        """Put a row so many places further."""
        self._changed_rows(table, self.board.sheet.with_row_moved(table, key, by))

    def paste(self, table: str, text: str) -> None:
        """Look for rows in a text that was copied, and show them before they are added."""
        self._found = pasting.found_rows(text)
        found = self.board.typing.tables[table]
        self._view.show_pasted(table, rows.pasted(self._found, found))
        if not self._found:
            self._view.show_message(_("There is no table in what you copied."), Tone.WARNING)

    def take_pasted(self, table: str, *, agreed: bool) -> None:
        """Add the rows that were found, or leave them."""
        if agreed:
            found = self.board.typing.tables[table]
            sheet = rows.with_found(self.board.sheet, found, self._found)
            self.board.take(sheet)
            self.board.tell_faults()
            self._show_rows(table)
        self._found = ()
        self._view.show_pasted("", ())

    def _changed_rows(self, table: str, sheet: Sheet) -> None:
        self.board.take(sheet)
        self._show_rows(table)

    def _show_rows(self, table: str) -> None:
        """Show the rows of a table, and of those that name them."""
        if table in {"blocks", "groups"}:
            self.board.show_tables()
        else:
            self.board.show_table(table)
        self.board.show()

    # -- keeping

    def keep(self) -> None:
        """Keep the set, or say what it lacks and go there."""
        if self._opening is None:
            return
        if not self.board.typing.can_be_kept:
            self._complain()
            return
        try:
            outcome = saving.keep(
                self._desk, self.board.typing, self._opening, self._reason, self._view
            )
        except REFUSALS as error:
            self._view.show_message(explain(error), Tone.DANGER)
            return
        if isinstance(outcome, str):
            self._view.show_message(outcome, Tone.WARNING)
            self._view.go_to("reason")
        elif outcome is not None:
            self._drop_draft()
            self._opening = None
            self._kept(*outcome)

    def _complain(self) -> None:
        points = self.board.tell_all()
        words = ngettext(
            "Not kept yet: {count} answer has to be mended first.",
            "Not kept yet: {count} answers have to be mended first.",
            len(points),
        ).format(count=len(points))
        self._view.show_message(words, Tone.WARNING)
        self._view.go_to(points[0].name)

    def _drop_draft(self) -> None:
        if self._opening is not None:
            with suppress(*REFUSALS):
                drafts.drop(self._desk, self._opening.key)
            self._saved = None
