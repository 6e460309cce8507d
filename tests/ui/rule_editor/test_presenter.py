"""What the editor decides: what is told when, what a row becomes, and what is kept where."""

from __future__ import annotations

import pytest

from sroi_desktop.domain.money import Money
from sroi_desktop.domain.rules import RuleSet
from sroi_desktop.services import drafts, history
from sroi_desktop.services.changes import Done
from sroi_desktop.services.desk import Desk
from sroi_desktop.storage.errors import DiskFullError
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.pages import RuleEditorTarget
from sroi_desktop.ui.rule_editor.opening import NEW_PREFIX, Subject
from sroi_desktop.ui.rule_editor.presenter import RuleEditorPresenter
from sroi_desktop.ui.rule_editor.questions import cell
from sroi_desktop.ui.rule_editor.sheet import Place
from sroi_desktop.ui.rule_editor.trying import TrialContent
from tests.ui.desks import book, take_on
from tests.ui.rule_editor.fakes import FakeEditorView


class Editing:
    def __init__(self, desk: Desk, target: RuleEditorTarget | None = None) -> None:
        self.desk, self.view = desk, FakeEditorView()
        self.kept: list[tuple[RuleSet, Done | None]] = []
        self.presenter = RuleEditorPresenter(self.view, desk, self._keep)
        self.presenter.open(target or RuleEditorTarget())

    def _keep(self, rules: RuleSet, done: Done | None) -> None:
        self.kept.append((rules, done))

    def type_in(self, name: str, text: str) -> None:
        self.presenter.answer(name, text)
        self.presenter.finish(name)

    def cell(self, table: str, row: int, column: str) -> str:
        return cell(table, self.view.rows[table].rows[row].key, column)

    @property
    def trial(self) -> TrialContent:
        assert self.view.trial is not None
        return self.view.trial

    def error(self, name: str) -> str:
        return self.view.marks[name].error or ""

    def name(self) -> None:
        self.type_in("title", "Tabel")
        self.type_in("publisher", "Gemeente Proef")


def empty(desk: Desk) -> Editing:
    editing = Editing(desk)
    editing.presenter.start_empty()
    return editing


def copy(desk: Desk, rule_set_id: str = "utrecht-v3") -> Editing:
    return Editing(desk, RuleEditorTarget(rule_set_id))


# -- beginning


def test_that_an_owner_chooses_what_to_begin_with(desk: Desk) -> None:
    start = Editing(desk).view.start
    assert start is not None
    assert "haaglanden-2023-07" in {one.key for one in start.sets}
    assert "rijk" not in {one.key for one in start.sets}  # terms have no rows to copy
    assert start.proposed == ""


def test_that_the_set_of_the_municipality_is_proposed(desk: Desk) -> None:
    start = Editing(desk, RuleEditorTarget(authority="Gemeente Utrecht")).view.start
    assert start is not None
    assert start.proposed == "utrecht-v3"


def test_that_a_copy_holds_in_the_municipality_it_is_made_for(desk: Desk) -> None:
    editing = Editing(desk, RuleEditorTarget("utrecht-v3", authority="Zeist"))
    assert editing.view.sheet.text("covers") == "Zeist"
    own = Editing(desk, RuleEditorTarget("utrecht-v3", authority="Utrecht"))
    assert own.view.sheet.text("covers") == "Utrecht"
    assert own.view.sheet.text("based_on") == "utrecht-v3"


def test_that_an_empty_set_is_that_of_the_municipality(desk: Desk) -> None:
    editing = Editing(desk, RuleEditorTarget(authority="Zeist"))
    editing.presenter.start_empty()
    assert editing.view.sheet.text("publisher") == "Zeist"
    assert editing.view.gone_to == ["title"]


def test_that_the_usual_rows_have_no_name_of_their_own(desk: Desk) -> None:
    editing = Editing(desk)
    editing.presenter.start_copy("generic")
    assert editing.view.sheet.text("title") == ""
    assert editing.view.sheet.text("missing") == ""
    assert len(editing.view.rows["blocks"].rows) == len(desk.library.generic.blocks)


def test_that_rules_made_elsewhere_are_typed_on(desk: Desk) -> None:
    rules = desk.library.get("harlingen")
    editing = Editing(desk, RuleEditorTarget(rules=rules))
    assert editing.view.sheet.text("title") == rules.title
    assert editing.presenter.opening is not None
    assert editing.presenter.opening.subject is Subject.NEW


@pytest.mark.parametrize("target", [RuleEditorTarget("nergens"), RuleEditorTarget(contract_id=99)])
def test_that_what_is_gone_is_told_and_something_else_can_be_chosen(
    desk: Desk, target: RuleEditorTarget
) -> None:
    editing = Editing(desk, target)
    assert editing.view.message[1] is Tone.DANGER
    assert editing.view.start is not None
    assert editing.presenter.opening is None


# -- drafts


def test_that_what_is_half_typed_is_there_again(desk: Desk) -> None:
    first = empty(desk)
    assert not first.presenter.keep_draft()  # nothing was typed yet
    first.name()
    assert first.view.kept_soon
    assert first.presenter.keep_draft()
    assert first.presenter.keep_draft()
    again = Editing(desk)
    assert again.view.start is not None
    (draft,) = again.view.start.drafts
    assert draft.text == "Tabel"
    again.presenter.resume(draft.key)
    assert again.view.sheet.text("publisher") == "Gemeente Proef"
    assert "still here" in again.view.message[0]


def test_that_a_draft_can_be_thrown_away(desk: Desk) -> None:
    first = empty(desk)
    first.type_in("publisher", "Zeist")
    first.presenter.keep_draft()
    again = Editing(desk)
    assert again.view.start is not None
    (draft,) = again.view.start.drafts
    assert draft.text == "rules without a name"
    again.presenter.discard(draft.key)
    assert again.view.start.drafts == ()
    again.presenter.resume(draft.key)
    assert again.presenter.opening is None


def test_that_one_can_start_afresh(desk: Desk) -> None:
    take_on(desk)
    first = Editing(desk, RuleEditorTarget(contract_id=1))
    first.type_in("title", "Anders")
    first.presenter.give_reason("bijlage 4")
    first.presenter.keep_draft()
    again = Editing(desk, RuleEditorTarget(contract_id=1))
    assert (again.view.sheet.text("title"), again.view.reason) == ("Anders", "bijlage 4")
    assert again.view.act is not None
    again.presenter.start_afresh()
    assert again.view.sheet.text("title") == desk.library.get("utrecht-v3").title
    assert drafts.keys(desk, "rules.contract.") == ()


def test_that_starting_afresh_needs_something_begun(desk: Desk) -> None:
    editing = Editing(desk)
    editing.presenter.start_afresh()
    editing.presenter.keep()
    assert not editing.presenter.keep_draft()
    assert editing.kept == []


def test_that_a_draft_that_cannot_be_kept_is_told(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    editing = empty(desk)
    editing.name()

    def full(_key: str, _data: object) -> None:
        raise DiskFullError(None)

    monkeypatch.setattr(type(desk.store), "save_draft", lambda _self, key, data: full(key, data))
    assert not editing.presenter.keep_draft()
    assert editing.view.message[1] is Tone.DANGER


# -- answers


def test_that_a_fault_is_told_when_the_answer_is_left(desk: Desk) -> None:
    editing = copy(desk)
    editing.presenter.answer("full_time_hours", "60")
    assert not editing.error("full_time_hours")
    editing.presenter.finish("full_time_hours")
    assert editing.error("full_time_hours") == "A full-time week has 20 to 48 hours."
    assert editing.view.tabs == {"about": 1}
    assert [(one.name, one.about) for one in editing.view.points] == [
        ("full_time_hours", "Full-time week")
    ]
    editing.presenter.answer("full_time_hours", "38")
    assert list(editing.view.points) == []


def test_that_a_doubtful_amount_offers_what_it_may_mean(desk: Desk) -> None:
    editing = copy(desk)
    name = editing.cell("blocks", 0, "value")
    editing.type_in(name, "12.50")
    mark = editing.view.rows["blocks"].marks[editing.view.rows["blocks"].rows[0].key]["value"]
    assert mark.error is not None
    assert [one.replace("\xa0", " ") for one in mark.offers] == ["€ 12,50", "€ 1.250,00"]
    assert editing.view.tabs == {"table": 1}
    assert editing.view.points[0].about == "Participatiewet: Value"


def test_that_a_contradiction_stands_beside_its_answer(desk: Desk) -> None:
    editing = copy(desk)
    editing.type_in("obligation.percentage", "5")
    editing.type_in("obligation.thresholds.works", "250.000")
    editing.type_in("obligation.cap", "100")
    error = editing.view.marks["obligation.cap"].error
    assert error is not None
    assert "below what is owed" in error


def test_that_half_a_rule_asks_for_the_other_half(desk: Desk) -> None:
    editing = copy(desk)
    editing.type_in("obligation.low_labour.percentage", "2")
    editing.presenter.finish("obligation.low_labour.share_under")
    assert editing.view.marks["obligation.low_labour.share_under"].error is not None
    editing.type_in("obligation.low_labour.share_under", "abc")
    assert "number" in str(editing.view.marks["obligation.low_labour.share_under"].error)


def test_that_the_same_answer_changes_nothing(desk: Desk) -> None:
    editing = copy(desk)
    before = editing.view.kept_soon
    editing.presenter.answer("publisher", "Gemeente Utrecht")
    assert editing.view.kept_soon == before


# -- rows


def test_that_a_new_row_takes_over_what_the_one_above_is_per(desk: Desk) -> None:
    editing = empty(desk)
    editing.type_in(editing.cell("blocks", 0, "label"), "WW")
    editing.type_in(editing.cell("blocks", 0, "unit"), "per_month")
    editing.presenter.add_row("blocks")
    assert editing.view.rows["blocks"].rows[1].text("unit") == "per_month"
    assert editing.view.cells[-1] == (editing.cell("blocks", 1, "label"), True)
    editing.presenter.add_row("blocks")  # the empty one is used
    assert len(editing.view.rows["blocks"].rows) == 2


def test_that_the_words_of_a_new_row_suggest_its_kind_once(desk: Desk) -> None:
    editing = empty(desk)
    editing.presenter.add_row("blocks")
    name = editing.cell("blocks", 0, "label")
    editing.presenter.finish(name)  # nothing typed: nothing suggested
    editing.type_in(name, "Leerling bbl")
    row = editing.view.rows["blocks"].rows[0]
    assert row.text("kind") == "apprenticeship"
    editing.type_in(editing.cell("blocks", 0, "kind"), "placement")
    editing.type_in(name, "Leerling bbl niveau 2")
    assert editing.view.rows["blocks"].rows[0].text("kind") == "placement"


def test_that_a_bonus_suggests_its_age(desk: Desk) -> None:
    editing = empty(desk)
    editing.presenter.add_row("bonuses")
    editing.type_in(editing.cell("bonuses", 0, "label"), "Ouder dan 50 jaar")
    assert editing.view.rows["bonuses"].rows[0].text("age") == "ouder dan 50"
    editing.presenter.add_row("evidence")
    editing.type_in(editing.cell("evidence", 0, "label"), "Contract 55+")
    assert "age" not in editing.view.rows["evidence"].rows[0].texts


def test_that_every_deadline_begins_with_one_that_is_not_there(desk: Desk) -> None:
    editing = empty(desk)
    for kind in ("first_contact", "plan", "report", "settlement", "first_contact"):
        editing.presenter.add_row("deadlines")
        assert editing.view.rows["deadlines"].rows[-1].text("kind") == kind


def test_that_a_row_is_repeated_moved_and_taken_out(desk: Desk) -> None:
    editing = copy(desk)
    key = editing.view.rows["blocks"].rows[0].key
    count = len(editing.view.rows["blocks"].rows)
    editing.presenter.repeat_row("blocks", key)
    again = editing.view.rows["blocks"].rows[1]
    assert (again.text("label"), again.text("code")) == ("Participatiewet", "")
    editing.presenter.move_row("blocks", again.key, 1)
    assert editing.view.rows["blocks"].rows[2].key == again.key
    editing.presenter.remove_row("blocks", again.key)
    assert len(editing.view.rows["blocks"].rows) == count
    assert editing.view.cells[-1][1] is False


def test_that_the_last_row_can_go(desk: Desk) -> None:
    editing = empty(desk)
    editing.presenter.remove_row("blocks", editing.view.rows["blocks"].rows[0].key)
    assert editing.view.rows["blocks"].rows == ()
    assert editing.view.trial is not None
    assert editing.view.trial.rows == ()


def test_that_a_row_that_went_is_named_nowhere(desk: Desk) -> None:
    editing = copy(desk)
    row = editing.view.rows["blocks"].rows[0]
    editing.presenter.add_row("notes")
    editing.type_in(editing.cell("notes", 0, "text"), "Alleen met toestemming")
    editing.type_in(editing.cell("notes", 0, "blocks"), row.key)
    editing.presenter.remove_row("blocks", row.key)
    editing.presenter.keep()
    ((kept, _done),) = editing.kept
    assert kept.placed_notes[0].blocks == ()


# -- pasting


def test_that_a_copied_table_is_shown_before_it_is_added(desk: Desk) -> None:
    editing = empty(desk)
    editing.presenter.paste("blocks", "Doelgroep\tWaarde\nWW\t€ 20.000\nStage\t5000 per maand")
    table, found = editing.view.pasted
    assert table == "blocks"
    assert [(one.label, one.value, one.kind) for one in found] == [
        ("WW", "€ 20.000", "Someone hired"),
        ("Stage", "5000", "Trainee or work experience"),
    ]
    assert editing.view.rows["blocks"].rows[0].is_empty
    editing.presenter.take_pasted("blocks", agreed=True)
    rows = editing.view.rows["blocks"].rows
    assert [row.text("label") for row in rows] == ["WW", "Stage"]
    assert rows[1].text("unit") == "per_month"
    assert editing.view.pasted == ("", ())


def test_that_a_copied_table_can_be_left(desk: Desk) -> None:
    editing = empty(desk)
    editing.presenter.paste("blocks", "WW\t20.000")
    editing.presenter.take_pasted("blocks", agreed=False)
    assert len(editing.view.rows["blocks"].rows) == 1


def test_that_a_doubtful_amount_that_was_pasted_is_told_at_once(desk: Desk) -> None:
    editing = empty(desk)
    editing.presenter.paste("bonuses", "Vast contract; 1250.50")
    editing.presenter.take_pasted("bonuses", agreed=True)
    assert editing.view.points[0].about == "Vast contract: Value"


def test_that_nothing_to_paste_is_told(desk: Desk) -> None:
    editing = empty(desk)
    editing.presenter.paste("blocks", " \n ")
    assert "no table" in editing.view.message[0]


# -- where it says so, and the example


def test_that_page_and_words_go_with_a_value(desk: Desk) -> None:
    editing = copy(desk)
    name = editing.cell("blocks", 0, "value")
    editing.presenter.board.come_to(name)
    assert editing.view.place.about == "Participatiewet: Value"
    editing.presenter.board.note_place("12", "€ 40.000 per jaar")
    assert editing.view.rows["blocks"].cited == {name}
    assert editing.view.trial is not None
    assert editing.view.trial.derivation is not None
    assert editing.view.trial.derivation.sources == (
        "Participatiewet: page 12: “€ 40.000 per jaar”",
    )
    editing.presenter.board.come_to("full_time_hours")
    assert editing.view.place.place == Place()
    editing.presenter.board.note_place("3", "")
    editing.presenter.keep()
    ((kept, _done),) = editing.kept
    value = kept.citation("blocks.participatiewet.value")
    assert value is not None
    assert value.page == "12"
    hours = kept.citation("full_time_hours")
    assert hours is not None
    assert hours.page == "3"


def test_that_a_page_without_a_value_is_told(desk: Desk) -> None:
    editing = copy(desk)
    editing.presenter.board.come_to("obligation.cap")
    editing.presenter.board.note_place("", "hoogstens")
    editing.presenter.keep()
    assert editing.kept == []
    assert editing.view.gone_to == ["obligation.cap"]
    assert "no value" in str(editing.view.marks["obligation.cap"].error)


def test_that_a_rule_in_words_can_say_where_it_was_read(desk: Desk) -> None:
    editing = copy(desk)
    editing.presenter.add_row("notes")
    editing.type_in(editing.cell("notes", 0, "text"), "Vraag het eerst aan de adviseur.")
    editing.presenter.board.come_to(editing.cell("notes", 0, "text"))
    assert editing.view.place.about
    editing.presenter.board.note_place("12", "in overleg")
    editing.name()
    editing.presenter.keep()
    (kept,) = desk.library.own_sets
    (cited,) = (one for one in kept.citations if one.key.startswith("notes."))
    assert (cited.key, cited.page, cited.quote) == ("notes.1.text", "12", "in overleg")
    editing.presenter.board.come_to("")
    assert editing.view.place.about == ""


def test_that_an_example_follows_the_row_and_what_is_typed(desk: Desk) -> None:
    editing = copy(desk)
    assert editing.trial.worth.replace("\xa0", " ") == "€ 13.333,33"
    editing.presenter.board.try_text("months", "12")
    bonus = editing.view.rows["bonuses"].rows[2].key
    editing.presenter.board.try_bonuses((bonus,))
    trial = editing.trial
    assert trial is not None
    # (40.000 + 10.000) x 24/36
    assert trial.worth.replace("\xa0", " ") == "€ 33.333,33"
    editing.presenter.board.try_text("months", "x")
    assert editing.trial.remark
    editing.presenter.board.come_to(editing.cell("blocks", 8, "label"))
    assert editing.trial.asked == ("amount",)
    assert editing.trial.worth.replace("\xa0", " ") == "€ 1.000,00"


def test_that_a_row_without_a_value_says_that_it_stays_open(desk: Desk) -> None:
    editing = copy(desk)
    editing.type_in(editing.cell("blocks", 0, "value"), "")
    assert editing.view.trial is not None
    assert "no value yet" in editing.view.trial.remark


# -- keeping


def test_that_a_set_without_a_name_is_refused_at_the_name(desk: Desk) -> None:
    editing = empty(desk)
    assert editing.view.points == ()
    editing.presenter.keep()
    assert "2 answers" in editing.view.message[0]
    assert editing.view.gone_to[-1] == "title"
    assert editing.kept == []


def test_that_gaps_may_stay(desk: Desk) -> None:
    editing = empty(desk)
    editing.name()
    editing.type_in(editing.cell("blocks", 0, "label"), "WW")
    editing.presenter.keep_draft()
    editing.presenter.keep()
    ((kept, done),) = editing.kept
    assert (kept.id, kept.block("ww").value, kept.full_time_hours) == ("tabel", None, None)
    assert done is None
    assert drafts.keys(desk, NEW_PREFIX) == ()


def test_that_an_own_set_is_changed_in_its_place(desk: Desk) -> None:
    first = copy(desk)
    first.type_in("title", "Van ons")
    first.presenter.keep()
    ((kept, _done),) = first.kept
    second = Editing(desk, RuleEditorTarget(kept.id))
    assert second.presenter.opening is not None
    assert second.presenter.opening.subject is Subject.OWN
    second.type_in("title", "Nog van ons")
    second.presenter.keep()
    assert [(one.id, one.title) for one in desk.library.own_sets] == [(kept.id, "Nog van ons")]
    third = Editing(desk, RuleEditorTarget(kept.id, copy=True))
    assert third.view.sheet.text("title") == "Nog van ons (own)"


def test_that_a_set_that_cannot_be_written_is_told(desk: Desk) -> None:
    editing = copy(desk)
    assert desk.library.own_folder is not None
    desk.library.own_folder.write_text("in the way", encoding="utf-8")
    editing.presenter.keep()
    assert editing.view.message[1] is Tone.DANGER
    assert editing.kept == []


def test_that_the_rules_of_a_contract_are_adjusted_with_a_reason(desk: Desk) -> None:
    contract_id = take_on(desk)
    book(desk, contract_id)
    editing = Editing(desk, RuleEditorTarget(contract_id=contract_id))
    assert editing.view.of_contract
    editing.presenter.keep()
    assert editing.view.message[0] == "You changed nothing yet."
    editing.view.gone_to.clear()
    editing.type_in(editing.cell("blocks", 0, "value"), "60.000")
    editing.presenter.keep()
    assert editing.view.gone_to == ["reason"]
    editing.presenter.give_reason("bijlage 4")
    editing.view.agrees = False
    editing.presenter.keep()
    assert editing.kept == []
    assert "computed again" in editing.view.asked
    editing.view.agrees = True
    editing.presenter.keep()
    ((kept, done),) = editing.kept
    assert done is not None
    assert (kept.id, desk.store.rule_set(contract_id)) == ("utrecht-v3-own", kept)
    (line,) = desk.store.effort_lines()
    assert line.value == Money(2_000_000)
    entry = history.undoable(desk)
    assert entry is not None
    assert "bijlage 4" in entry.about
