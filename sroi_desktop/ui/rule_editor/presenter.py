"""Leads the typing over of a set: what was typed, what is wrong with it, and where it is kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from sroi_desktop.language import _, ngettext
from sroi_desktop.services import drafts
from sroi_desktop.services import rules as rule_services
from sroi_desktop.services.refusals import REFUSALS, explain
from sroi_desktop.ui.kit.content import Act, Choice
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.pages import RuleEditorTarget
from sroi_desktop.ui.rule_editor import opening, pasting, rows, saving
from sroi_desktop.ui.rule_editor.contents import (
    EditorView,
    PlaceContent,
    RowsContent,
    StartContent,
)
from sroi_desktop.ui.rule_editor.guessing import guessed, guessed_age
from sroi_desktop.ui.rule_editor.opening import Opening, Subject
from sroi_desktop.ui.rule_editor.questions import Kind, cell, parts
from sroi_desktop.ui.rule_editor.sections import all_questions
from sroi_desktop.ui.rule_editor.sheet import Place, Sheet
from sroi_desktop.ui.rule_editor.trying import Trial, tried
from sroi_desktop.ui.rule_editor.typing import Typing

if TYPE_CHECKING:
    from sroi_desktop.domain.rules import RuleSet
    from sroi_desktop.services.changes import Done
    from sroi_desktop.services.desk import Desk

AFRESH = "afresh"
_CITED = ("blocks", "bonuses", "evidence", "deadlines", "recognition")


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
        self._typing = Typing(desk, Sheet())
        self._told: set[str] = set()
        self._fresh: set[str] = set()
        self._at = ""
        self._trial = Trial()
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
            fresh = self._opening
            self._begin(opening.Opening(
                fresh.subject, fresh.blank, fresh.blank, fresh.key, fresh.title,
                contract_id=fresh.contract_id,
            ))  # fmt: skip

    def keep_draft(self) -> bool:
        """Keep what is half typed; tell whether there is a draft now."""
        if self._opening is None or self._typing.sheet == self._opening.blank:
            return False
        if self._typing.sheet != self._saved:
            try:
                draft = opening.draft_of(self._typing.sheet, self._reason)
                drafts.keep(self._desk, self._opening.key, draft)
            except REFUSALS as error:
                self._view.show_message(explain(error), Tone.DANGER)
                return False
            self._saved = self._typing.sheet
        return True

    def _begin(self, found: Opening) -> None:
        self._opening, self._reason = found, found.reason
        self._typing = Typing(self._desk, found.sheet)
        self._told = set(self._typing.faulty()) - {"title", "publisher"}
        self._fresh, self._found, self._at = set(), (), ""
        self._trial, self._saved = Trial(), found.sheet if found.resumed else None
        of_contract = found.subject is Subject.CONTRACT
        self._view.show_sheet(
            self._typing.sections, found.sheet, self._reason, of_contract=of_contract
        )
        for table in self._typing.tables:
            self._show_rows(table)
        self._view.show_pasted("", ())
        act = Act(AFRESH, _("Start afresh"), kind="link") if found.resumed else None
        words = _("You were here before; what you typed is still here.") if found.resumed else ""
        self._view.show_message(words, Tone.INFO, act)
        self._view.show_head()
        self._show_all()
        self._view.show_place(PlaceContent("", Place()))

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
        if text == self._typing.sheet.text(name):
            return
        self._told.discard(name)
        self._take(self._typing.sheet.with_text(name, text))
        table = parts(name)[0]
        if table:
            self._show_rows(table)
        self._show_all()

    def finish(self, name: str) -> None:
        """Judge an answer that the owner is done with."""
        table, row, column = parts(name)
        if row in self._fresh and column == "label":
            self._guess(table, row)
        self._told.add(name)
        if table:
            self._show_rows(table)
        self._show_all()

    def give_reason(self, text: str) -> None:
        """Take why the rules of a contract are adjusted."""
        self._reason = text
        self._saved = None
        self._view.keep_soon()

    def _guess(self, table: str, row: str) -> None:
        """Fill in what the words of a new row suggest; the owner sees it and may change it."""
        label = self._typing.sheet.text(cell(table, row, "label"))
        if not label:
            return
        self._fresh.discard(row)
        guess = {"blocks": guessed, "bonuses": guessed_age}.get(table)
        sheet = self._typing.sheet
        for column, text in ({} if guess is None else guess(label)).items():
            sheet = sheet.with_text(cell(table, row, column), text)
        self._take(sheet)

    def _take(self, sheet: Sheet) -> None:
        self._typing.take(sheet)
        self._view.keep_soon()

    # -- rows

    def add_row(self, table: str) -> None:
        """Begin a new row at the end of a table."""
        found = self._typing.tables[table]
        sheet, key = rows.started(self._typing.sheet, found)
        self._fresh.add(key)
        self._changed_rows(table, sheet)
        self._view.choose_cell(rows.first_cell(found, key), edit=True)

    def repeat_row(self, table: str, key: str) -> None:
        """Put a row there once more."""
        found = self._typing.tables[table]
        sheet, new = rows.repeated(self._typing.sheet, found, key)
        self._changed_rows(table, sheet)
        self._view.choose_cell(rows.first_cell(found, new), edit=False)

    def remove_row(self, table: str, key: str) -> None:
        """Take a row out."""
        keys = [row.key for row in self._typing.sheet.of(table)]
        at = keys.index(key)
        self._changed_rows(table, self._typing.sheet.without_row(table, key))
        left = [one for one in keys if one != key]
        if left:
            beside = left[min(at, len(left) - 1)]
            found = self._typing.tables[table]
            self._view.choose_cell(rows.first_cell(found, beside), edit=False)

    def move_row(self, table: str, key: str, by: int) -> None:
        """Put a row so many places further."""
        self._changed_rows(table, self._typing.sheet.with_row_moved(table, key, by))

    def paste(self, table: str, text: str) -> None:
        """Look for rows in a text that was copied, and show them before they are added."""
        self._found = pasting.found_rows(text)
        found = self._typing.tables[table]
        self._view.show_pasted(table, rows.pasted(self._found, found))
        if not self._found:
            self._view.show_message(_("There is no table in what you copied."), Tone.WARNING)

    def take_pasted(self, table: str, *, agreed: bool) -> None:
        """Add the rows that were found, or leave them."""
        if agreed:
            found = self._typing.tables[table]
            sheet = rows.with_found(self._typing.sheet, found, self._found)
            self._changed_rows(table, sheet)
            self._told |= set(self._typing.faulty()) - {"title", "publisher"}
            self._show_rows(table)
            self._show_all()
        self._found = ()
        self._view.show_pasted("", ())

    def _changed_rows(self, table: str, sheet: Sheet) -> None:
        self._take(sheet)
        for key in self._typing.tables:
            if key == table or table in {"blocks", "groups"}:
                self._show_rows(key)
        self._show_all()

    # -- where it says so, and the example

    def come_to(self, name: str) -> None:
        """Remember which answer is at hand: its place is shown, and its row is tried."""
        self._at = name
        table, row, _column = parts(name)
        if table == "blocks" and row != self._trial.row:
            self.try_row(row)
        self._show_place()

    def note_place(self, page: str, quote: str) -> None:
        """Take where the answer at hand was read."""
        self._take(self._typing.sheet.with_place(self._at, Place(page, quote)))
        table = parts(self._at)[0]
        if table:
            self._show_rows(table)
        self._show_all()

    def try_row(self, row: str) -> None:
        """Work the example out with another row."""
        self._trial = Trial(row, self._trial.texts, self._trial.bonuses)
        self._show_trial()

    def try_text(self, name: str, text: str) -> None:
        """Take another part of the example as it is typed."""
        self._trial = self._trial.with_text(name, text)
        self._show_trial()

    def try_bonuses(self, keys: tuple[str, ...]) -> None:
        """Work the example out with these bonuses."""
        self._trial = Trial(self._trial.row, self._trial.texts, keys)
        self._show_trial()

    # -- keeping

    def keep(self) -> None:
        """Keep the set, or say what it lacks and go there."""
        if self._opening is None:
            return
        if not self._typing.can_be_kept:
            self._complain()
            return
        try:
            outcome = saving.keep(self._desk, self._typing, self._opening, self._reason, self._view)
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
        points = self._typing.points()
        self._told |= {one.name for one in points}
        for table in self._typing.tables:
            self._show_rows(table)
        self._show_all()
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

    # -- showing

    def _show_all(self) -> None:
        typing = self._typing
        self._view.show_marks({
            one.key: typing.mark(one.key, told=one.key in self._told)
            for one in all_questions(typing.sections)
        })  # fmt: skip
        points = tuple(one for one in typing.points() if one.name in self._told)
        self._view.show_points(points)
        found = (typing.section_of(one.name) for one in points)
        self._view.show_tabs(Counter(one.key for one in found if one is not None))
        self._show_trial()

    def _show_trial(self) -> None:
        self._view.show_trial(tried(self._typing, self._trial, self._desk.today))

    def _show_place(self) -> None:
        table = parts(self._at)[0]
        if not self._at or (table and table not in _CITED):
            self._view.show_place(PlaceContent("", Place()))
            return
        place = self._typing.sheet.places.get(self._at, Place())
        self._view.show_place(PlaceContent(self._typing.about(self._at), place))

    def _show_rows(self, key: str) -> None:
        typing = self._typing
        table = typing.tables[key]
        marks = {
            row.key: {
                one.key: typing.mark(name, told=name in self._told)
                for one in table.questions
                for name in (cell(key, row.key, one.key),)
            }
            for row in typing.sheet.of(key)
        }
        answers = {
            one.key: rows.choices_of(typing.sheet.of("blocks"))
            if one.kind is Kind.BLOCKS
            else (Choice("", _("none")), *rows.choices_of(typing.sheet.of("groups")))
            for one in table.questions
            if one.kind in {Kind.BLOCKS, Kind.GROUP}
        }
        cited = frozenset(name for name in typing.sheet.places if name.startswith(f"{key}:"))
        self._view.show_rows(RowsContent(table, typing.sheet.of(key), marks, answers, cited))
