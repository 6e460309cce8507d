from __future__ import annotations

import json
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sroi_desktop.domain.contract import Contract, ContractState
from sroi_desktop.domain.money import Money
from sroi_desktop.domain.obligation import Demand
from sroi_desktop.domain.rules import Category, Rhythm
from sroi_desktop.ui.new_contract.form import (
    AMOUNT,
    RULES,
    STEPS,
    Form,
    from_draft,
    of_contract,
    of_demand,
    step_of,
    to_draft,
)
from sroi_desktop.ui.new_contract.reading import LONGEST_WEEK, Reading, read, smaller
from tests.ui.desks import TODAY, wijk_oost

BLANK = Contract("2026-04", "", "", "")
BSN = "123456782"


def reading(**answers: object) -> Reading:
    known = {"title": "Wijk Oost", "authority": "Utrecht", "number": "2026-04", **answers}
    return read(Form(**known), BLANK, TODAY)  # type: ignore[arg-type]


@given(
    title=st.text(max_size=40),
    values=st.lists(st.tuples(st.text(max_size=8), st.text(max_size=8)), max_size=4),
    unknown=st.lists(st.text(max_size=8), max_size=4),
    step=st.integers(0, STEPS - 1),
)
def test_that_a_form_comes_back_from_its_draft_exactly(
    title: str, values: list[tuple[str, str]], unknown: list[str], step: int
) -> None:
    form = Form(step=step, title=title, values=tuple(values), unknown=tuple(unknown), adjusts=True)
    assert from_draft(json.loads(json.dumps(to_draft(form)))) == form


def test_that_a_draft_of_another_version_keeps_what_is_understood() -> None:
    draft: dict[str, object] = {
        "title": "Wijk Oost",
        "sum": 12,
        "step": 99,
        "unknown": "no list",
        "values": [["ww", "5"], "broken", ["too", "many", "parts"]],
        "from_another_version": True,
    }
    form = from_draft(draft)
    assert (form.title, form.sum, form.unknown) == ("Wijk Oost", "", ())
    assert form.step == STEPS - 1
    assert form.values == (("ww", "5"),)
    assert from_draft({"values": 3}).values == ()


def test_that_an_answer_goes_to_its_question() -> None:
    form = Form().with_answer("sum", "5").with_answer("value:x|block:ww", "7")
    assert (form.sum, form.values) == ("5", (("x|block:ww", "7"),))
    assert (step_of("sum"), step_of("value:x|block:ww")) == (AMOUNT, RULES)


def test_that_i_do_not_know_hides_an_answer_and_gives_it_back() -> None:
    form = Form(sum="5").with_unknown("sum", unknown=True)
    assert (form.text("sum"), form.sum) == ("", "5")
    assert form.with_unknown("sum", unknown=False).text("sum") == "5"


def test_that_where_one_stands_is_no_difference() -> None:
    assert not Form(step=3).differs_from(Form())
    assert Form(title="x").differs_from(Form())


def test_that_a_contract_and_its_form_say_the_same() -> None:
    contract = wijk_oost(
        id=3,
        reference="UTR-7",
        contact_name="Adviespunt",
        offered_percentage=Fraction(6),
        labour_share=Fraction(1, 3),
        company_share=Fraction(1, 3),
        full_time_hours=Fraction(38),
        note="Let op",
    )
    found = read(of_contract(contract), contract, TODAY)
    assert found.contract == contract  # also the thirds, which no text can hold exactly
    assert found.is_ready


def test_that_an_amount_in_the_contract_and_unknowns_fill_in_too() -> None:
    fixed = wijk_oost(fixed_amount=Money(5), category=None, rhythm=None, sum_excl_vat=None)
    found = read(of_contract(fixed), fixed, TODAY).contract
    assert (found.fixed_amount, found.category, found.rhythm) == (Money(5), None, None)
    assert found.percentage is None  # the amount beats it, and it was not asked


def test_that_a_tender_calculation_fills_in_what_it_knows() -> None:
    demand = Demand(
        category=Category.WORKS,
        base=Money.from_euros(800_000),
        percentage=Fraction(5),
        labour_share=Fraction(1, 4),
    )
    form = of_demand("Zwolle", "oost-nederland", demand)
    assert (form.authority, form.rules, form.category) == ("Zwolle", "oost-nederland", "works")
    assert (form.sum, form.percentage, form.labour) == ("€\xa0800.000", "5%", "25%")
    assert of_demand(None, None, None) == Form()
    assert of_demand("Zwolle", None, Demand(fixed=Money(100))).demand == "amount"


def test_that_empty_answers_are_not_known() -> None:
    contract = reading().contract
    answers = (contract.sum_excl_vat, contract.percentage, contract.starts_on, contract.category)
    assert answers == (None, None, None, None)
    assert (contract.rhythm, contract.full_time_hours) == (None, None)
    assert reading().is_ready


def test_that_answers_are_read_the_dutch_way_and_read_back() -> None:
    found = reading(
        sum="2.400.000", percentage="2,5", starts="1-1-2026", ends="31 december 2027",
        category="services", rhythm="quarterly", full_time="38", offered="3", labour="40%",
    )  # fmt: skip
    contract = found.contract
    assert contract.sum_excl_vat == Money.from_euros(2_400_000)
    assert (contract.percentage, contract.offered_percentage) == (Fraction(5, 2), Fraction(3))
    assert contract.labour_share == Fraction(2, 5)
    assert (contract.starts_on, contract.ends_on) == (date(2026, 1, 1), date(2027, 12, 31))
    assert (contract.category, contract.rhythm) == (Category.SERVICES, Rhythm.QUARTERLY)
    assert found.readings["sum"] == "€\xa02.400.000"
    assert found.readings["ends"] == "31-12-2027"


@pytest.mark.parametrize(
    ("name", "text", "problem"),
    [
        ("sum", "12.50", "can mean two things"),
        ("sum", "1,234.56", "can mean two things"),
        ("sum", "-5", "zero or more"),
        ("sum", "1e9", "not a number"),
        ("sum", "veel", "not a number"),
        ("percentage", "101", "at most 100"),
        ("offered", "5%%", "not a number"),
        ("labour", "120", "at most 100"),
        ("full_time", "60", "20 to 48"),
        ("full_time", "3", "20 to 48"),
        ("starts", "31-2-2026", "does not exist"),
        ("ends", "ooit", "not a date"),
        ("title", "", "name"),
        ("authority", "  ", "For whom"),
        ("number", "", "number"),
        ("title", f"Werk {BSN}", "BSN"),
        ("authority", BSN, "BSN"),
        ("contact", f"mevrouw {BSN}", "BSN"),
        ("note", BSN, "BSN"),
    ],
)
def test_that_bad_input_is_told_at_its_own_question(name: str, text: str, problem: str) -> None:
    found = reading(**{name: text})
    assert problem in found.problems[name]
    assert list(found.problems) == [name]
    assert not found.is_ready


@pytest.mark.parametrize("name", ["reference", "number"])
def test_that_numbers_of_a_contract_may_meet_the_same_test(name: str) -> None:
    assert reading(**{name: BSN}).is_ready


def test_that_a_citizen_number_and_a_doubtful_amount_are_told_at_once() -> None:
    found = reading(title=BSN, sum="12.50", percentage="101")
    assert found.at_once == {"title", "sum"}
    assert found.offers["sum"] == ("€\xa012,50", "€\xa01.250,00")


@pytest.mark.parametrize("text", ["<b>Vet</b> & Zn", "x" * 300, "Groen 🌳", "עברית"])
def test_that_any_name_stays_as_it_was_typed(text: str) -> None:
    assert reading(title=text).contract.title == text


def test_that_an_end_before_the_start_is_told_at_the_end() -> None:
    found = reading(starts="1-1-2026", ends="31-12-2025")
    assert "lies before" in found.problems["ends"]
    assert found.contract.period is None


def test_that_a_billion_is_asked_about_until_it_is_sure() -> None:
    found = reading(sum="1.000.000.000")
    assert found.doubts == {"sum": Money.from_euros(1_000_000_000)}
    assert not found.is_ready
    assert reading(sum="1.000.000.000", sure=(str(10**11),)).is_ready
    assert smaller(found.doubts["sum"]) == Money.from_euros(1_000_000)


def test_that_a_very_large_amount_in_the_contract_is_asked_about_too() -> None:
    assert "amount" in reading(demand="amount", amount="1.000.000.000").doubts
    assert not reading(amount="1.000.000.000").doubts  # a percentage is asked, not an amount


@pytest.mark.parametrize(
    ("answers", "share"),
    [
        ({"part": "whole", "share": "30"}, Fraction(1)),
        ({"part": "part", "share": "30"}, Fraction(3, 10)),
        ({"part": "part", "share": ""}, Fraction(1)),
    ],
)
def test_that_a_part_of_the_contract_counts_for_that_part(
    answers: dict[str, object], share: Fraction
) -> None:
    assert reading(**answers).contract.company_share == share


def test_that_no_part_at_all_is_no_contract() -> None:
    assert "more than 0" in reading(part="part", share="0").problems["share"]


@pytest.mark.parametrize(
    ("answers", "state"),
    [
        ({}, ContractState.RUNNING),
        ({"starts": "1-1-2026"}, ContractState.RUNNING),
        ({"starts": "1-1-2027"}, ContractState.AWARDED),
        ({"state": "tender", "starts": "1-1-2026"}, ContractState.TENDER),
    ],
)
def test_that_a_state_that_was_not_chosen_follows_from_the_dates(
    answers: dict[str, object], state: ContractState
) -> None:
    assert reading(**answers).contract.state is state


def test_that_values_of_the_contract_are_read_row_by_row() -> None:
    found = reading(values=(("g|block:ww", "20.000"), ("g|block:bbl", ""), ("g|block:wia", "x")))
    assert found.values == {"g|block:ww": Money.from_euros(20_000), "g|block:bbl": None}
    assert "not a number" in found.problems["value:g|block:wia"]


def test_that_a_week_of_the_longest_kind_is_a_week() -> None:
    assert reading(full_time=str(LONGEST_WEEK)).is_ready
