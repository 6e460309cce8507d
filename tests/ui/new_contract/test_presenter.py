from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from sroi_desktop.domain.errors import CitizenNumberError
from sroi_desktop.domain.money import Money
from sroi_desktop.domain.obligation import Demand
from sroi_desktop.domain.rules import Category
from sroi_desktop.rulesets import UnknownRuleSetError, load_library
from sroi_desktop.services import contracts, drafts, own_sets
from sroi_desktop.services import rules as rule_services
from sroi_desktop.services.changes import Done
from sroi_desktop.services.desk import Desk
from sroi_desktop.storage import DiskFullError
from sroi_desktop.ui import pages
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.new_contract.form import AMOUNT, CHECK, CONTRACT, DATES, OWN_COPY, RULES
from sroi_desktop.ui.new_contract.presenter import NewContractPresenter
from tests.ui.desks import Opened, book, new_desk, take_on, wijk_oost
from tests.ui.new_contract.fakes import FakeView

KEY = "contract.new.1"


class Talking:
    """A conversation on a fake view."""

    def __init__(self, desk: Desk, target: object = None) -> None:
        self.desk, self.view, self.asked = desk, FakeView(), Opened()
        self.done: list[Done] = []
        self.told: list[str] = []
        self.presenter = NewContractPresenter(
            self.view, desk, self.asked, self.done.append, self.told.append
        )
        self.presenter.open_at(target)

    def say(self, **answers: str) -> Talking:
        for name, text in answers.items():
            self.presenter.answer(name, text)
        return self

    def go_on(self, times: int = 1) -> Talking:
        for _ in range(times):
            self.presenter.go_on()
        return self


def begin() -> Talking:
    return Talking(new_desk())


def filled_in() -> Talking:
    talk = begin().say(title="Groenonderhoud Wijk Oost", authority="Gemeente Utrecht")
    return talk.say(
        category="services", sum="2.400.000", percentage="5", starts="1-1-2026",
        ends="31-12-2027", rhythm="quarterly",
    )  # fmt: skip


def changing(**changes: object) -> Talking:
    desk = new_desk()
    contract_id = take_on(desk, wijk_oost(**changes))
    return Talking(desk, pages.ContractTarget(contract_id))


# -- beginning and leaving


def test_that_a_new_contract_begins_with_the_next_number() -> None:
    talk = begin()
    assert (talk.view.step, talk.view.form.number) == (CONTRACT, "2026-01")
    assert talk.presenter.header().title == "New contract"
    assert talk.view.message[0] == ""


def test_that_what_was_typed_outlives_a_kill() -> None:
    talk = begin().say(title="Wijk Oo", authority="Utr").go_on()
    talk.presenter.answer("sum", "2.4")
    talk.presenter.keep_draft()
    again = Talking(talk.desk)
    assert again.view.form.title == "Wijk Oo"
    assert again.view.form.sum == "2.4"
    assert again.view.step == RULES
    assert "still here" in again.view.message[0]
    assert again.view.message[2] is not None


def test_that_one_can_start_afresh() -> None:
    talk = begin().say(title="Wijk Oo")
    talk.presenter.keep_draft()
    again = Talking(talk.desk)
    again.presenter.start_afresh()
    assert again.view.form.title == ""
    assert again.view.message[0] == ""
    assert drafts.kept(talk.desk, KEY) is None


def test_that_what_was_typed_is_kept_until_it_is_in_the_books() -> None:
    talk = begin().say(title="Wijk Oost", authority="Gemeente Utrecht")
    assert talk.presenter.keep_draft()
    for _step in range(CHECK + 1):
        talk.presenter.go_on()
    assert talk.done
    assert not talk.presenter.keep_draft()  # as the window asks when it leaves the page
    assert drafts.keys(talk.desk, "contract.") == ()
    assert Talking(talk.desk).view.form.title == ""


def test_that_an_untouched_form_leaves_no_draft() -> None:
    talk = begin()
    talk.say(title="x").say(title="")
    talk.presenter.leave()
    assert drafts.keys(talk.desk, "contract.") == ()
    assert talk.asked.pages == [(pages.CONTRACTS, None)]


def test_that_a_draft_that_cannot_be_written_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    from pathlib import Path

    def refuse(*_args: object) -> None:
        raise DiskFullError(Path("x.sroi"))

    talk = begin().say(title="x")
    monkeypatch.setattr(drafts, "keep", refuse)
    talk.presenter.keep_draft()
    assert "disk is full" in talk.view.message[0]
    assert talk.view.form.title == ""


def test_that_the_first_step_leads_back_out() -> None:
    talk = begin()
    talk.presenter.go_up()
    assert talk.asked.pages == [(pages.CONTRACTS, None)]


def test_that_a_contract_that_is_gone_leads_to_the_list() -> None:
    talk = Talking(new_desk(), pages.ContractTarget(99))
    assert talk.asked.pages == [(pages.CONTRACTS, None)]


def test_that_a_tender_calculation_fills_in_what_it_knows() -> None:
    demand = Demand(category=Category.SERVICES, base=Money.from_euros(100), percentage=Fraction(5))
    desk = new_desk()
    Talking(desk).say(title="Half typed").presenter.keep_draft()
    talk = Talking(desk, pages.NewContractTarget("Utrecht", "utrecht-v2", demand))
    assert talk.view.form.sum == "€\xa0100"
    assert talk.view.rules is not None
    assert talk.view.rules.chosen == "utrecht-v2"
    talk.say(title="From the tender").presenter.keep_draft()
    assert len(drafts.keys(desk, "contract.new.")) == 2  # the half-typed one is still there


# -- the authority and its rules


def test_that_names_are_suggested_while_one_types() -> None:
    talk = begin().say(authority="Utr")
    assert [*talk.view.suggestions] == ["Utrecht"]
    assert talk.view.found == ""
    talk.presenter.choose_authority("Utrecht")
    assert talk.view.form.authority == "Gemeente Utrecht"
    assert not talk.view.suggestions
    assert talk.view.found == "3 rule sets found."
    assert talk.view.focused == "authority"


def test_that_a_municipality_of_a_region_keeps_its_own_name() -> None:
    talk = begin()
    talk.presenter.choose_authority("Delft")
    assert talk.view.form.authority == "Delft"
    assert talk.view.rules is not None
    assert talk.view.rules.chosen == "haaglanden-2023-07"
    assert talk.view.rules.is_partial


def test_that_every_edition_is_offered_the_newest_first() -> None:
    talk = begin().say(authority="gemeente utrecht")
    rules = talk.view.rules
    assert rules is not None
    assert [card.key for card in rules.cards] == [
        "utrecht-v3", "utrecht-v2", "utrecht-v1", "generic",
    ]  # fmt: skip
    assert rules.chosen == "utrecht-v3"
    assert "newer edition" in rules.cards[1].hint
    assert "Incomplete" in rules.cards[2].hint
    assert all("Gemeente Utrecht" in card.hint for card in rules.cards[:3])
    assert rules.sources[0].address.startswith("https://www.utrecht.nl/")
    assert "read on 01-11-2026" in rules.sources[0].title


def test_that_rules_with_a_first_day_say_so() -> None:
    rules = begin().say(authority="Delft").view.rules
    assert rules is not None
    assert "valid from 1 July 2023" in rules.cards[0].hint


def test_that_an_unknown_authority_starts_from_the_usual_rows() -> None:
    talk = begin().say(authority="Ons Dorp")
    assert "No rules are known" in talk.view.found
    assert talk.view.rules is not None
    assert talk.view.rules.chosen == "generic"
    assert talk.view.rules.asks_full_time
    assert any(row.label == "Participatiewet" for row in talk.view.values)
    assert not any("Maatwerk" in row.label for row in talk.view.values)


def test_that_terms_without_a_table_are_filled_in_from_the_usual_rows() -> None:
    talk = begin().say(authority="Lekstroom", category="works", sum="1.000.000")
    assert talk.view.rules is not None
    assert talk.view.rules.chosen == "lekstroom"
    assert talk.view.rules.needs_values
    assert talk.view.values
    assert talk.view.owed is not None
    assert talk.view.owed.value == "€\xa050.000"  # 5%, named by the terms


def test_that_a_broken_generic_set_leaves_an_empty_one(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_desk: Desk) -> None:
        raise UnknownRuleSetError("generic")

    monkeypatch.setattr(rule_services, "generic", broken)
    talk = begin().say(authority="Ons Dorp")
    assert talk.view.rules is not None
    assert talk.view.rules.chosen == "generic"
    assert not talk.view.values


def test_that_values_typed_for_one_set_never_count_for_another() -> None:
    talk = begin().say(authority="Gemeente Utrecht", rules="generic")
    talk.presenter.answer("value:generic|block:ww", "20.000")
    talk.say(rules="utrecht-v3")
    assert not talk.view.values
    talk.presenter.adjust_values()
    talk.presenter.answer("value:utrecht-v3|block:ww", "25.000")
    talk.presenter.adjust_values()
    assert talk.view.values  # what was filled in stays in sight
    talk.say(title="Wijk Oost").presenter.go_to(CHECK)
    talk.go_on()
    kept = talk.desk.store.rule_set(talk.done[0].id or 0)
    assert kept.block("ww").value == Money.from_euros(25_000)
    assert kept.id == "utrecht-v3-own"


def test_that_published_values_are_offered_to_take_over() -> None:
    talk = begin().say(authority="Gemeente Utrecht")
    talk.presenter.adjust_values()
    row = next(one for one in talk.view.values if one.row == "utrecht-v3|block:participatiewet")
    assert row.published == "€\xa040.000"
    assert row.unit == "per year at full time"
    assert any(one.row.startswith("utrecht-v3|bonus:") for one in talk.view.values)


# -- amounts


def test_that_the_obligation_is_live_with_its_derivation_and_signals() -> None:
    talk = begin().say(title="Wijk Oost", authority="Gemeente Utrecht", sum="2.400.000")
    assert talk.view.owed is not None
    assert not talk.view.owed.is_known
    assert any("percentage" in text for text, _tone in talk.view.owed.signals)
    talk.say(percentage="7")
    owed = talk.view.owed
    assert owed.value == "€\xa0168.000"
    assert owed.about == "for Wijk Oost, Gemeente Utrecht"
    assert owed.derivation is not None
    assert [row.factor for row in owed.derivation.rows] == ["€\xa02.400.000", "× 7%"]
    assert any(tone is Tone.WARNING for _text, tone in owed.signals)  # 7% is above the usual 5%


def test_that_a_billion_is_asked_about_in_the_page() -> None:
    talk = begin().say(title="x", authority="y", sum="1.000.000.000")
    doubt = talk.view.doubts["sum"]
    assert doubt is not None
    assert "Are you sure" in doubt.text
    talk.presenter.go_to(AMOUNT)
    talk.go_on()
    assert (talk.view.step, talk.view.focused) == (AMOUNT, "sum")
    talk.presenter.be_sure("sum")
    assert talk.view.doubts["sum"] is None
    talk.go_on()
    assert talk.view.step == DATES


def test_that_three_zeros_too_many_come_off_with_one_press() -> None:
    talk = begin().say(sum="1.000.000.000")
    talk.presenter.take_smaller("sum")
    assert talk.view.form.sum == "€\xa01.000.000"
    assert talk.view.doubts["sum"] is None
    assert talk.view.focused == "sum"
    talk.presenter.take_smaller("sum")
    talk.presenter.be_sure("sum")
    assert talk.view.form.sum == "€\xa01.000.000"


def test_that_a_problem_waits_until_its_question_is_left() -> None:
    talk = begin().say(percentage="101")
    assert talk.view.error("percentage") == ""
    talk.presenter.leave_field("percentage")
    assert "at most 100" in talk.view.error("percentage")
    talk.say(percentage="10")
    assert talk.view.error("percentage") == ""
    assert talk.view.fields["percentage"].reading == "10%"


def test_that_a_citizen_number_is_refused_at_once() -> None:
    talk = begin().say(title="Werk voor 123456782")
    assert "BSN" in talk.view.error("title")


def test_that_a_doubtful_amount_offers_what_it_may_mean() -> None:
    talk = begin().say(sum="12.50")
    assert [*talk.view.fields["sum"].offers] == ["€\xa012,50", "€\xa01.250,00"]
    talk.say(sum="€\xa012,50")
    assert not talk.view.fields["sum"].offers


def test_that_only_questions_that_matter_are_asked() -> None:
    talk = begin().say(authority="Gemeente Utrecht")
    assert talk.view.asked is not None
    assert talk.view.asked.percentage
    shown = talk.view.asked
    assert [shown.amount, shown.share, shown.labour] == [False, False, False]
    talk.say(demand="amount", part="part", category="supplies")
    asked = talk.view.asked
    assert asked.amount
    assert asked.share
    assert asked.labour
    assert not asked.percentage


def test_that_the_hints_tell_what_the_rules_say() -> None:
    talk = begin().say(authority="Delft")
    assert talk.view.asked is not None
    assert "5%" in talk.view.asked.percentage_hint
    assert "bid sum" in talk.view.asked.sum_hint
    talk.say(authority="Gemeente Utrecht")
    assert talk.view.asked.percentage_hint.startswith("De bron noemt geen percentage")
    talk.say(authority="Ons Dorp")
    assert talk.view.asked.sum_hint.startswith("Excluding VAT")
    assert talk.view.rhythm_hint == "As the contract or the authority says."


def test_that_i_do_not_know_is_an_answer() -> None:
    talk = begin().say(sum="5", percentage="5")
    talk.presenter.set_unknown("sum", unknown=True)
    assert talk.view.owed is not None
    assert not talk.view.owed.is_known
    talk.presenter.set_unknown("sum", unknown=False)
    assert talk.view.owed.is_known


# -- going on


def test_that_a_step_with_a_problem_stops_at_it() -> None:
    talk = begin().go_on()
    assert (talk.view.step, talk.view.focused) == (CONTRACT, "title")
    assert talk.view.error("title")
    assert talk.view.error("authority")


def test_that_the_walk_leads_to_the_contract_of_the_issue() -> None:
    talk = filled_in().go_on(4)
    assert talk.view.step == CHECK
    assert talk.view.next_text == "&Add contract"
    answers = talk.view.answers()
    assert answers["Obligation"] == "€\xa0120.000,00"
    assert answers["Rule set"] == "Social return berekenen (bouwblokken), v3"
    assert answers["Awarded on"] == "not known yet"
    talk.go_on()
    contract = talk.desk.store.contracts()[0]
    assert contract.title == "Groenonderhoud Wijk Oost"
    assert contracts.obligation_of(talk.desk, contract.id or 0).amount == Money(12_000_000)
    assert talk.told == ["Contract added."]
    assert talk.asked.pages == [(pages.CONTRACT, pages.ContractTarget(contract.id or 0))]
    assert drafts.keys(talk.desk, "contract.") == ()


def test_that_a_summary_tells_what_comes_from_the_rules() -> None:
    talk = begin().say(title="x", authority="Delft", reference="7", contact="A", note="N")
    talk.say(offered="6", part="part", share="50")
    talk.presenter.go_to(CHECK)
    answers = talk.view.answers()
    assert answers["Percentage in the contract"] == "5%, from the rule set"
    assert answers["Your share"] == "50%"
    assert answers["Percentage offered in the bid"] == "6%"
    talk.say(demand="amount", amount="50.000")
    talk.presenter.go_to(CHECK)
    assert talk.view.answers()["Amount named in the contract"] == "€\xa050.000,00"


def test_that_a_contract_of_which_nothing_is_known_can_be_added() -> None:
    talk = begin().say(title="Iets", authority="Ons Dorp").go_on(5)
    contract = talk.desk.store.contracts()[0]
    assert contract.sum_excl_vat is None
    assert contract.rule_set_id == "generic"


def test_that_the_summary_finds_a_problem_of_an_earlier_step() -> None:
    talk = filled_in()
    talk.presenter.go_to(CHECK)
    talk.say(ends="31-12-2025")
    talk.go_on()
    assert (talk.view.step, talk.view.focused) == (DATES, "ends")
    assert "lies before" in talk.view.error("ends")


def test_that_a_bad_value_of_a_row_stops_at_its_step() -> None:
    talk = begin().say(title="x", authority="Ons Dorp")
    talk.presenter.answer("value:generic|block:ww", "x")
    talk.presenter.go_to(RULES)
    talk.go_on()
    assert (talk.view.step, talk.view.focused) == (RULES, "value:generic|block:ww")


def test_that_steps_lead_back() -> None:
    talk = filled_in().go_on(2)
    talk.presenter.go_up()
    assert talk.view.step == RULES


def test_that_a_number_in_use_is_told_at_its_question() -> None:
    talk = filled_in()
    take_on(talk.desk, wijk_oost(number="2026-01"))
    talk.presenter.go_to(CHECK)
    talk.go_on()
    assert (talk.view.step, talk.view.focused) == (CONTRACT, "number")
    assert "Another contract has this number" in talk.view.error("number")


@pytest.mark.parametrize(("field", "question"), [("contact_name", "contact"), ("title", "title")])
def test_that_a_refused_text_is_told_at_its_question(
    field: str, question: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object) -> Done:
        raise CitizenNumberError(field)

    talk = filled_in()
    talk.presenter.go_to(CHECK)
    monkeypatch.setattr(contracts, "take_on", refuse)
    talk.go_on()
    assert "BSN" in talk.view.error(question)
    assert talk.view.step == CONTRACT


def test_that_a_full_disk_is_told_and_loses_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    from pathlib import Path

    def refuse(*_args: object) -> Done:
        raise DiskFullError(Path("x.sroi"))

    talk = filled_in()
    talk.presenter.go_to(CHECK)
    monkeypatch.setattr(contracts, "take_on", refuse)
    talk.go_on()
    assert "disk is full" in talk.view.message[0]
    assert talk.view.step == CHECK
    assert drafts.kept(talk.desk, KEY) is not None


# -- changing a contract


def test_that_a_contract_is_changed_in_the_same_conversation() -> None:
    talk = changing()
    assert not talk.view.is_new
    assert talk.presenter.header().title == "Change contract"
    assert talk.view.rules is not None
    assert talk.view.rules.chosen == OWN_COPY
    talk.say(title="Wijk Oost, verlengd", ends="31-12-2028")
    talk.presenter.go_to(CHECK)
    assert talk.view.next_text == "&Save changes"
    talk.go_on()
    contract = talk.desk.store.contracts()[0]
    assert contract.title == "Wijk Oost, verlengd"
    assert contract.contact_made_on == wijk_oost().contact_made_on
    assert talk.view.warnings == []
    assert talk.told == ["Contract changed."]


@pytest.mark.parametrize(
    ("lack", "question", "step"),
    [("sum", "sum", AMOUNT), ("start", "starts", DATES), ("rhythm", "rhythm", DATES)],
)
def test_that_a_next_step_leads_to_what_is_lacking(lack: str, question: str, step: int) -> None:
    desk = new_desk()
    talk = Talking(desk, pages.ContractTarget(take_on(desk), field=lack))
    assert (talk.view.step, talk.view.focused) == (step, question)


def test_that_an_unknown_field_begins_at_the_beginning() -> None:
    desk = new_desk()
    talk = Talking(desk, pages.ContractTarget(take_on(desk), field="colour"))
    assert talk.view.step == CONTRACT


def test_that_other_rules_ask_first_and_compute_again() -> None:
    talk = changing()
    contract_id = talk.desk.store.contracts()[0].id or 0
    book(talk.desk, contract_id)
    rules = talk.desk.library.get("utrecht-v3")
    talk.say(rules="utrecht-v3")
    talk.presenter.answer("value:utrecht-v3|block:participatiewet", "30.000")
    talk.presenter.go_to(CHECK)
    talk.view.agrees = False
    talk.go_on()
    assert "1 effort of this contract is computed again" in talk.view.warnings[0]
    assert talk.desk.store.rule_set(contract_id) == rules
    talk.view.agrees = True
    talk.go_on()
    assert talk.desk.store.rule_set(contract_id).block("participatiewet").value == Money(3_000_000)
    value = talk.desk.store.booked(contract_id)[0][1].valuation.value
    assert value == Money(1_000_000)


def test_that_other_rules_without_efforts_ask_nothing() -> None:
    talk = changing()
    talk.say(rules="utrecht-v2")
    talk.presenter.go_to(CHECK)
    talk.go_on()
    assert talk.view.warnings == []
    assert talk.desk.store.contracts()[0].rule_set_id == "utrecht-v2"


def test_that_rules_that_cannot_value_an_effort_are_refused_in_words() -> None:
    talk = changing()
    book(talk.desk, talk.desk.store.contracts()[0].id or 0)
    talk.say(rules="utrecht-v2")
    talk.presenter.go_to(CHECK)
    talk.go_on()
    assert talk.view.message[1] is Tone.DANGER
    assert talk.view.message[0]
    assert talk.desk.store.contracts()[0].rule_set_id == "utrecht-v3"


def test_that_changes_that_were_left_are_found_again() -> None:
    talk = changing()
    talk.say(title="Anders")
    talk.presenter.leave()
    contract_id = talk.desk.store.contracts()[0].id or 0
    assert talk.asked.pages == [(pages.CONTRACT, pages.ContractTarget(contract_id))]
    again = Talking(talk.desk, pages.ContractTarget(contract_id))
    assert again.view.form.title == "Anders"
    again.presenter.leave_for(pages.CONTRACTS)
    assert again.asked.pages == [(pages.CONTRACTS, None)]


def test_that_the_owners_answer_on_full_time_is_kept() -> None:
    talk = begin().say(title="x", authority="Ons Dorp", full_time="38").go_on(5)
    assert talk.desk.store.contracts()[0].full_time_hours == Fraction(38)


def test_that_a_rhythm_of_the_rules_is_told() -> None:
    desk = new_desk()
    rules = desk.library.get("utrecht-v3")
    from sroi_desktop.domain.rules import Rhythm

    contracts.take_on(desk, wijk_oost(), replace(rules, rhythm=Rhythm.QUARTERLY))
    talk = Talking(desk, pages.ContractTarget(desk.store.contracts()[0].id or 0))
    assert talk.view.rhythm_hint == "These rules ask for a report every quarter."


def test_that_the_whole_table_is_typed_over_and_chosen(tmp_path: Path) -> None:
    desk = new_desk()
    desk.library = load_library(own_folder=tmp_path)
    talk = Talking(desk).say(title="Groenonderhoud", authority="Gemeente Utrecht")
    talk.presenter.type_over()
    target = pages.RuleEditorTarget(
        "utrecht-v3", authority="Gemeente Utrecht", back=(pages.NEW_CONTRACT, None)
    )
    assert talk.asked.pages == [(pages.RULE_EDITOR, target)]
    own = replace(desk.library.get("utrecht-v3"), id="van-ons", title="Van ons")
    own_sets.take_in(desk.library, [own])
    again = Talking(desk, pages.ChosenRulesTarget("van-ons"))
    assert again.view.form.title == "Groenonderhoud"
    assert again.view.rules is not None
    assert again.view.rules.chosen == "van-ons"
    assert again.view.message[0] == ""


def test_that_the_rules_of_a_contract_that_is_changed_are_typed_over_too() -> None:
    desk = new_desk()
    contract_id = take_on(desk)
    there = pages.ContractTarget(contract_id)
    talk = Talking(desk, there)
    talk.presenter.type_over()
    ((page, target),) = talk.asked.pages
    assert page == pages.RULE_EDITOR
    assert isinstance(target, pages.RuleEditorTarget)
    assert (target.rules, target.back) == (
        desk.store.rule_set(contract_id), (pages.NEW_CONTRACT, there),
    )  # fmt: skip
    back = Talking(desk, pages.ChosenRulesTarget("utrecht-v1", contract_id))
    assert back.view.rules is not None
    assert back.view.rules.chosen == "utrecht-v1"
