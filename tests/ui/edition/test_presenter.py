"""What the page of another edition shows, and moving a contract from it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from sroi_desktop.domain.effort import EffortState
from sroi_desktop.domain.rules import EditionBy, RuleSet
from sroi_desktop.services import contracts, editions, efforts
from sroi_desktop.services.desk import Desk
from sroi_desktop.ui import pages
from sroi_desktop.ui.edition.asking import ASIDE
from sroi_desktop.ui.edition.presenter import COMPARE, EditionPresenter
from tests.ui.booking.fakes import plain
from tests.ui.desks import LIBRARY, new_desk, take_on, wijk_oost
from tests.ui.edition.books import NEW, OLD, older, placed
from tests.ui.edition.fakes import FakeHost, FakeProgress, FakeView

REASON = "Agreed with the authority on 3 November"


class Bench:
    """A presenter with what it talks to."""

    def __init__(self, desk: Desk | None = None) -> None:
        self.desk = desk or new_desk()
        self.view, self.host = FakeView(), FakeHost()
        self.presenter = EditionPresenter(self.view, self.desk, self.host)

    def open(self, rule_set_id: str | None = NEW, contract_id: int | None = None) -> None:
        self.presenter.open_at(pages.EditionTarget(rule_set_id, contract_id))

    @property
    def has_effect(self) -> bool:
        return self.view.effect is not None

    @property
    def has_sides(self) -> bool:
        return self.view.sides is not None

    @property
    def is_asked(self) -> bool:
        return self.view.asked is not None

    def finish(self) -> None:
        """Do all work that was asked for."""
        done = 0
        while done < len(self.host.handles):
            handle = self.host.handles[done]
            done += 1
            if not handle.cancelled:
                self.presenter.work.take(handle, handle.job(FakeProgress()))


def dated(monkeypatch: pytest.MonkeyPatch, **fields: object) -> None:
    """Let the source of v3 say from when it holds."""
    known = LIBRARY.get(NEW)
    told: RuleSet = replace(known, **fields)  # type: ignore[arg-type]

    def choices(desk: Desk) -> tuple[RuleSet, ...]:
        return (told, *(one for one in desk.library.rule_sets if one.id != NEW))

    monkeypatch.setattr(editions, "choices", choices)
    monkeypatch.setattr(editions, "find", lambda _desk, _id: told)


@pytest.fixture
def bench() -> Bench:
    return Bench()


# ---- what is shown


def test_that_the_contracts_under_an_earlier_edition_are_worked_out_one_by_one(
    bench: Bench,
) -> None:
    first, second = older(bench.desk), older(bench.desk, "2026-02", title="Plein")
    placed(bench.desk, first)
    bench.open()
    assert bench.view.chosen == NEW
    assert [one.after for one in bench.view.contracts] == ["…", "…"]
    assert bench.view.working == (0, 2, "Working out 1 of 2 contracts…")
    assert len(bench.host.handles) == 1
    bench.finish()
    assert bench.view.working[:2] == (2, 2)
    row, other = bench.view.contracts
    assert (row.contract_id, other.contract_id) == (first, second)
    assert (row.before, row.after) == ("€\xa010.000,00", "€\xa013.333,33")
    assert row.difference == "+ €\xa03.333,33"
    assert other.difference == "the same"
    assert row.pill.text == "Not known"


def test_that_the_effect_shows_each_effort_with_its_difference_in_words(bench: Bench) -> None:
    contract_id = older(bench.desk)
    placed(bench.desk, contract_id)
    placed(bench.desk, contract_id, "nug", candidate=None)
    bench.open()
    assert not bench.has_effect
    bench.finish()
    content = bench.view.effect
    assert content is not None
    assert content.title == "Groenonderhoud Wijk Oost"
    assert [one.pill.text for one in content.rows] == ["Differs", "The same"]
    assert content.rows[0].about.startswith("K-01 · ")
    assert content.summary == "1 of 2 efforts differ."
    owed, realised, planned = content.figures
    assert (owed.value, owed.hint) == ("€\xa0120.000,00", "as it is now")
    assert "difference + €\xa03.333,33" in realised.hint
    assert planned.value == "€\xa00,00"
    assert content.verdict == ""  # the sentence at the top says it
    assert content.switch_hint == ""


def test_that_less_is_shown_with_a_minus(bench: Bench) -> None:
    contract_id = take_on(bench.desk)
    placed(bench.desk, contract_id)
    bench.open(OLD, contract_id)
    bench.finish()
    assert bench.view.contracts[0].difference == "− €\xa03.333,33"


def test_that_both_derivations_of_an_effort_stand_side_by_side(bench: Bench) -> None:
    contract_id = older(bench.desk)
    placed(bench.desk, contract_id)
    bench.open()
    bench.presenter.choose_effort(0)
    assert not bench.has_sides
    bench.finish()
    bench.presenter.choose_effort(0)
    found = bench.view.sides
    assert found is not None
    assert found.right is not None
    assert (found.left.total, found.right.total) == ("€\xa010.000,00", "€\xa013.333,33")
    assert found.left_title.startswith("Now: ")
    assert found.right_title.endswith("v3")
    assert any("24" in row.factor for row in found.left.rows)
    bench.presenter.choose_effort(7)
    assert bench.view.sides is found


def test_that_what_was_judged_is_said_to_stay(bench: Bench) -> None:
    contract_id = older(bench.desk)
    effort_id = placed(bench.desk, contract_id)
    efforts.move_on(bench.desk, effort_id, EffortState.REPORTED)
    efforts.judge(bench.desk, effort_id, EffortState.ACCEPTED)
    bench.open()
    bench.finish()
    assert bench.view.effect is not None
    assert bench.view.effect.rows[0].pill.text == "Judged: stays"
    bench.presenter.choose_effort(0)
    assert bench.view.sides is not None
    assert bench.view.sides.right is not None
    assert bench.view.sides.right.total == "€\xa010.000,00"
    assert bench.view.sides.right.sources[0].endswith("v2")


def test_that_what_is_owed_may_not_be_known_yet(bench: Bench) -> None:
    older(bench.desk, sum_excl_vat=None)
    bench.open()
    bench.finish()
    assert bench.view.effect is not None
    assert bench.view.effect.figures[0].value == "not known yet"
    bench.presenter.ask()
    assert bench.view.asked is not None
    assert "You owe" in bench.view.asked.lines


# ---- whether it holds


def test_that_one_sentence_says_that_older_contracts_keep_their_edition(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    dated(monkeypatch, valid_from=date(2026, 7, 1), edition_by=EditionBy.AWARD)
    older(bench.desk)
    older(bench.desk, "2026-02")
    bench.open()
    assert bench.view.sentence.startswith("This edition does not hold by itself")
    assert [one.pill.text for one in bench.view.contracts] == ["Not by itself"] * 2
    bench.finish()
    assert bench.view.effect is not None
    assert "was awarded on 20 November 2025" in bench.view.effect.verdict


@pytest.mark.parametrize(
    ("first", "second", "begins"),
    [
        (date(2025, 1, 1), date(2025, 1, 1), "This edition does not hold by itself"),
        (date(2026, 8, 1), date(2026, 8, 1), "By its source this edition holds"),
        (None, None, "Whether this edition holds"),
        (date(2025, 1, 1), date(2026, 8, 1), "This edition holds for some"),
    ],
)
def test_that_the_sentence_follows_the_days_of_all_contracts(
    bench: Bench,
    monkeypatch: pytest.MonkeyPatch,
    first: date | None,
    second: date | None,
    begins: str,
) -> None:
    dated(monkeypatch, valid_from=date(2026, 7, 1), edition_by=EditionBy.PUBLICATION)
    for number, day in (("2026-01", first), ("2026-02", second)):
        older(bench.desk, number, published_on=day, awarded_on=None, starts_on=None, ends_on=None)
    bench.open()
    assert bench.view.sentence.startswith(begins)
    assert bench.view.sentence.endswith("until you move it.")


def test_that_of_one_contract_the_sentence_gives_the_reason(bench: Bench) -> None:
    bench.open(NEW, older(bench.desk))
    assert "does not say from which day" in bench.view.sentence


# ---- nothing to see


def test_that_an_edition_that_touches_no_contract_says_so(bench: Bench) -> None:
    take_on(bench.desk)
    bench.open("alphen")
    assert bench.view.nothing[0] == "This edition touches none of your contracts"
    assert bench.view.sentence == ""
    assert bench.host.handles == []
    assert bench.presenter.header().acts == ()


def test_that_without_an_edition_one_can_be_chosen(bench: Bench) -> None:
    contract_id = take_on(bench.desk)
    bench.open(None, contract_id)
    assert bench.view.nothing[0] == "Choose an edition"
    bench.presenter.ask()
    bench.presenter.switch(REASON)
    bench.presenter.run_act(COMPARE)
    bench.presenter.answer("row.1", "nug")
    assert not bench.is_asked
    bench.presenter.choose_edition(OLD)
    bench.finish()
    assert bench.view.effect is not None
    bench.open(None, None)
    assert bench.view.contracts == ()


def test_that_a_contract_is_shown_under_what_came_after_its_edition(bench: Bench) -> None:
    bench.open(None, older(bench.desk))
    assert bench.view.chosen == NEW


# ---- stopping


def test_that_working_out_can_be_stopped_and_gone_on_with(bench: Bench) -> None:
    older(bench.desk)
    older(bench.desk, "2026-02")
    bench.open()
    (handle,) = bench.host.handles
    bench.presenter.work.cancel()
    assert handle.cancelled
    assert bench.view.stopped.startswith("Working it out was stopped")
    assert bench.view.working[0] == bench.view.working[1]
    bench.presenter.work.take(handle, handle.job(FakeProgress()))
    assert bench.view.contracts[0].after == "…"
    bench.presenter.work.cancel()
    bench.presenter.go_on()
    assert bench.view.stopped == ""
    bench.finish()
    assert all(one.after != "…" for one in bench.view.contracts)


def test_that_work_that_failed_stops_and_can_be_tried_again(bench: Bench) -> None:
    older(bench.desk)
    bench.open()
    (handle,) = bench.host.handles
    bench.presenter.work.fail(handle)
    bench.presenter.work.fail(handle)
    assert bench.view.stopped
    bench.presenter.go_on()
    bench.presenter.go_on()
    assert len(bench.host.handles) == 2


def test_that_a_contract_that_went_meanwhile_is_passed_over(bench: Bench) -> None:
    older(bench.desk)
    second = older(bench.desk, "2026-02")
    bench.open()
    contracts.remove(bench.desk, second)
    bench.finish()
    assert bench.view.working[:2] == (2, 2)


def test_that_changed_books_are_worked_out_again(bench: Bench) -> None:
    contract_id = older(bench.desk)
    bench.open()
    bench.finish()
    placed(bench.desk, contract_id)
    bench.presenter.load()
    done = len(bench.host.handles)
    assert done == 2
    bench.finish()
    assert bench.view.contracts[0].before == "€\xa010.000,00"


def test_that_another_contract_can_be_looked_at(bench: Bench) -> None:
    older(bench.desk)
    second = older(bench.desk, "2026-02", title="Plein")
    bench.open()
    bench.presenter.choose_contract(second)
    assert not bench.has_effect
    bench.presenter.choose_contract(second)
    bench.finish()
    assert bench.view.effect is not None
    assert bench.view.effect.title == "Plein"


# ---- choosing first


def test_that_a_row_is_chosen_before_the_contract_can_be_moved(bench: Bench) -> None:
    contract_id = older(bench.desk)
    effort_id = placed(bench.desk, contract_id, "participatiewet-over-2-years")
    bench.open()
    bench.finish()
    assert bench.view.effect is not None
    (question,) = bench.view.effect.questions
    assert question.key == f"row.{effort_id}"
    assert question.choices[0].key == "participatiewet"
    assert "is not in this edition" in question.text
    assert bench.view.effect.switch_hint.startswith("First choose for 1 effort")
    assert bench.view.effect.rows[0].pill.text == "Choose first"
    assert bench.view.contracts[0].difference == "choose first"
    bench.presenter.choose_effort(0)
    assert bench.view.sides is not None
    assert bench.view.sides.refusal.startswith("Choose first")
    bench.presenter.answer(question.key, "participatiewet")
    bench.finish()
    (question,) = bench.view.effect.questions
    assert question.chosen == "participatiewet"
    assert "the row that you chose" in question.text
    assert bench.view.effect.switch_hint == ""
    assert bench.view.sides.refusal == ""


def test_that_an_effort_may_stay_without_counting_for_a_reason(bench: Bench) -> None:
    contract_id = older(bench.desk)
    effort_id = placed(bench.desk, contract_id, "participatiewet-over-2-years")
    bench.open()
    bench.finish()
    assert bench.view.effect is not None
    (question,) = bench.view.effect.questions
    assert question.reason is None
    assert question.choices[-1].key == ASIDE
    bench.presenter.answer(question.key, ASIDE)
    bench.finish()
    (question,) = bench.view.effect.questions
    assert question.chosen == ASIDE
    assert question.choices[0].key == "participatiewet"
    assert question.reason is not None
    assert "is not in" in question.reason
    assert bench.view.effect.switch_hint == ""
    row = bench.view.effect.rows[0]
    assert (row.pill.text, plain(row.after)) == ("Does not count", "€ 0,00")
    bench.presenter.choose_effort(0)
    assert bench.view.sides is not None
    assert bench.view.sides.right is not None
    assert bench.view.sides.right.warnings == (
        f"It cannot count under these rules: “{question.reason}”.",
    )
    bench.presenter.ask()
    assert bench.view.asked is not None
    assert "1 effort stays in the books and does not count." in bench.view.asked.lines
    jobs = len(bench.host.handles)
    bench.presenter.answer(f"reason.{effort_id}", question.reason)
    assert len(bench.host.handles) == jobs
    bench.presenter.answer(f"reason.{effort_id}", "  Niet  in v3 ")
    bench.finish()
    bench.presenter.switch("Afgesproken")
    (share,) = bench.desk.store.allocations(effort_id)
    assert share.allocation.set_aside == "Niet in v3"


def test_that_the_reason_is_asked_for_and_said_to_be_wrong_at_the_spot(bench: Bench) -> None:
    contract_id = older(bench.desk)
    effort_id = placed(bench.desk, contract_id, "participatiewet-over-2-years")
    bench.open()
    bench.finish()
    bench.presenter.answer(f"row.{effort_id}", ASIDE)
    bench.finish()
    for typed, told in (("", "Say why it does not count"), ("van 123456782", "BSN")):
        bench.presenter.answer(f"reason.{effort_id}", typed)
        bench.finish()
        assert bench.view.effect is not None
        (question,) = bench.view.effect.questions
        assert (question.reason, told in question.wrong) == (typed, True)
        assert bench.view.effect.switch_hint.startswith("First choose for 1 effort")
    bench.presenter.answer(f"row.{effort_id}", "participatiewet")
    bench.finish()
    assert bench.view.effect is not None
    assert bench.view.effect.questions[0].reason is None
    assert bench.view.effect.switch_hint == ""


def test_that_why_it_cannot_be_valued_is_the_reason_to_begin_with(bench: Bench) -> None:
    contract_id = older(bench.desk)
    effort_id = placed(bench.desk, contract_id, "participatiewet-over-2-years")
    bench.open()
    bench.finish()
    for code in ("sociaal-initiatief", ASIDE):
        bench.presenter.answer(f"row.{effort_id}", code)
        bench.finish()
    assert bench.view.effect is not None
    (question,) = bench.view.effect.questions
    assert question.reason
    assert "is not in" not in question.reason


def test_that_what_was_judged_stays_as_it_was_judged_without_a_reason(bench: Bench) -> None:
    contract_id = older(bench.desk)
    effort_id = placed(bench.desk, contract_id, "participatiewet-over-2-years")
    efforts.move_on(bench.desk, effort_id, EffortState.REPORTED)
    efforts.judge(bench.desk, effort_id, EffortState.ACCEPTED)
    bench.open()
    bench.finish()
    bench.presenter.answer(f"row.{effort_id}", ASIDE)
    bench.finish()
    assert bench.view.effect is not None
    (question,) = bench.view.effect.questions
    assert (question.chosen, question.reason) == (ASIDE, None)
    assert "judged" in question.text
    assert bench.view.effect.rows[0].pill.text == "Judged: stays"
    assert bench.view.effect.switch_hint == ""


def test_that_a_bonus_can_be_given_up(bench: Bench) -> None:
    contract_id = take_on(bench.desk)
    effort_id = placed(bench.desk, contract_id, bonuses=("status-holder",))
    bench.open(OLD, contract_id)
    bench.finish()
    assert bench.view.effect is not None
    (question,) = bench.view.effect.questions
    assert question.key == f"bonuses.{effort_id}"
    assert question.choices == ()
    bench.presenter.answer(question.key)
    bench.finish()
    assert bench.view.effect.questions == ()
    assert bench.view.effect.switch_hint == ""


def test_that_a_row_that_cannot_value_the_effort_says_why(bench: Bench) -> None:
    contract_id = older(bench.desk)
    effort_id = placed(bench.desk, contract_id, "participatiewet-over-2-years")
    bench.open()
    bench.finish()
    bench.presenter.answer(f"row.{effort_id}", "sociaal-initiatief")
    bench.finish()
    assert bench.view.effect is not None
    (question,) = bench.view.effect.questions
    assert question.chosen == "sociaal-initiatief"
    assert question.text.startswith("It cannot be valued in this way: ")


def test_that_a_row_that_another_contract_lacks_names_that_contract(bench: Bench) -> None:
    contract_id, other = older(bench.desk), older(bench.desk, "2026-02", title="Plein")
    effort_id = placed(bench.desk, contract_id, "participatiewet-over-2-years")
    effort = bench.desk.store.effort(effort_id)
    shares = [
        replace(one.allocation, parts=500_000) for one in bench.desk.store.allocations(effort_id)
    ]
    efforts.change(bench.desk, effort, [*shares, replace(shares[0], contract_id=other, id=None)])
    bench.open(NEW, contract_id)
    bench.finish()
    bench.presenter.answer(f"row.{effort_id}", "participatiewet")
    bench.finish()
    assert bench.view.effect is not None
    assert "It counts for Plein as well" in bench.view.effect.questions[0].text


def test_that_many_questions_are_asked_a_few_at_a_time(bench: Bench) -> None:
    contract_id = older(bench.desk)
    for number in range(7):
        placed(bench.desk, contract_id, "ww-over-1-year", candidate=f"K-{number}")
    bench.open()
    bench.finish()
    assert bench.view.effect is not None
    assert len(bench.view.effect.questions) == 5
    assert bench.view.effect.more == "And 2 more."


def test_that_an_answer_goes_before_the_contracts_that_wait(bench: Bench) -> None:
    first = older(bench.desk)
    older(bench.desk, "2026-02")
    effort_id = placed(bench.desk, first, "participatiewet-over-2-years")
    bench.open()
    (handle,) = bench.host.handles
    bench.presenter.work.take(handle, handle.job(FakeProgress()))
    assert len(bench.host.handles) == 2
    bench.presenter.answer(f"row.{effort_id}", "participatiewet")
    assert bench.host.handles[1].cancelled
    bench.presenter.answer(f"row.{effort_id}", "nug")
    assert bench.host.handles[2].cancelled
    bench.presenter.work.cancel()
    bench.presenter.answer(f"row.{effort_id}", "ww")
    bench.finish()
    assert bench.view.working[0] == bench.view.working[1]
    assert all(one.after != "…" for one in bench.view.contracts)


# ---- moving


def test_that_a_move_is_asked_for_with_what_it_would_do(bench: Bench) -> None:
    contract_id = older(bench.desk)
    placed(bench.desk, contract_id)
    bench.open()
    bench.presenter.ask()
    assert not bench.is_asked
    bench.finish()
    bench.presenter.ask()
    assert bench.view.asked is not None
    lines = "\n".join(bench.view.asked.lines)
    assert "v2 → " in lines
    assert "Realised: €\xa013.333,33" in lines
    assert "undo this in one step" in lines


def test_that_a_contract_moved_from_its_own_page_leads_back_to_its_details(bench: Bench) -> None:
    contract_id = older(bench.desk)
    bench.open(NEW, contract_id)
    bench.finish()
    bench.presenter.switch(REASON)
    assert bench.view.closed == 1
    assert bench.host.dones[0][1].startswith("The contract now counts under ")
    assert bench.host.pages == [(pages.CONTRACT, pages.ContractTarget(contract_id, "details"))]
    assert bench.desk.store.rule_set(contract_id).id == NEW


def test_that_a_contract_moved_from_the_rules_leaves_the_others(bench: Bench) -> None:
    first, second = older(bench.desk), older(bench.desk, "2026-02")
    bench.open()
    bench.finish()
    bench.presenter.switch(REASON)
    bench.finish()
    assert [one.contract_id for one in bench.view.contracts] == [second]
    assert bench.desk.store.contract(first).switches[0].reason == REASON


def test_that_a_refusal_is_told_at_the_question(bench: Bench) -> None:
    bench.open(NEW, older(bench.desk))
    bench.finish()
    bench.presenter.switch(" ")
    assert bench.view.refused.startswith("Say why")
    assert bench.view.closed == 0
    assert bench.host.dones == []


def test_that_the_edition_that_a_contract_keeps_cannot_be_moved_to(bench: Bench) -> None:
    bench.open(NEW, take_on(bench.desk, wijk_oost()))
    bench.finish()
    assert bench.view.effect is not None
    assert bench.view.effect.switch_hint.startswith("This is the edition")


# ---- the way about


def test_that_the_head_leads_back_to_where_one_came_from(bench: Bench) -> None:
    contract_id = older(bench.desk)
    bench.open(NEW, contract_id)
    head = bench.presenter.header()
    assert [one.key for one in head.trail] == [pages.CONTRACTS, pages.CONTRACT]
    assert head.subtitle.endswith("v3")
    bench.presenter.go_to_crumb(pages.CONTRACT)
    bench.presenter.go_to_crumb(pages.CONTRACTS)
    bench.open()
    assert [one.key for one in bench.presenter.header().trail] == [pages.RULES]
    bench.presenter.go_to_crumb(pages.RULES)
    assert bench.host.pages == [
        (pages.CONTRACT, pages.ContractTarget(contract_id, "details")),
        (pages.CONTRACTS, None),
        (pages.RULES, NEW),
    ]


def test_that_the_rules_can_be_put_side_by_side(bench: Bench) -> None:
    contract_id = older(bench.desk)
    bench.open()
    bench.presenter.run_act(COMPARE)
    target = pages.CompareTarget(NEW, contract_id=contract_id)
    assert bench.host.pages == [(pages.RULES, target)]


# ---- sets that name no values


def test_that_terms_without_a_table_can_be_chosen_and_say_whose_values_count() -> None:
    desk = new_desk()
    contract_id = take_on(desk)
    placed(desk, contract_id)
    bench = Bench(desk)
    bench.open("schiedam", contract_id)
    bench.finish()
    content = bench.view.effect
    assert content is not None
    assert "schiedam" in [one.key for one in bench.view.choices]
    assert content.values.startswith("The source of this edition names no values. Those of “")
    assert editions.told(LIBRARY.get(NEW)) in content.values
    assert [row.difference for row in content.rows] == ["the same"]
    bench.presenter.choose_effort(0)
    found = bench.view.sides
    assert found is not None
    assert found.right is not None
    assert any("names no values" in text for text in found.right.assumptions)
    bench.presenter.ask()
    assert bench.view.asked is not None
    assert content.values in bench.view.asked.lines
    bench.presenter.switch(REASON)
    assert desk.store.rule_set(contract_id).title == LIBRARY.get("schiedam").title


def test_that_under_newer_terms_the_rows_of_the_contract_stay() -> None:
    desk = new_desk()
    terms = LIBRARY.to_fill_in(LIBRARY.get("rijk"))
    done = contracts.take_on(desk, wijk_oost(), terms)
    bench = Bench(desk)
    bench.open("schiedam", done.id)
    bench.finish()
    assert bench.view.effect is not None
    assert "rows and values of your contract stay" in bench.view.effect.values


def test_that_a_contract_without_rows_hears_that_values_have_to_be_filled_in() -> None:
    desk = new_desk()
    done = contracts.take_on(desk, wijk_oost(), LIBRARY.get("rijk"))
    bench = Bench(desk)
    bench.open("schiedam", done.id)
    bench.finish()
    assert bench.view.effect is not None
    assert "You get the usual rows" in bench.view.effect.values
