from __future__ import annotations

from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from sroi_desktop.domain.money import Money
from sroi_desktop.domain.obligation import Demand
from sroi_desktop.domain.rules import Category
from sroi_desktop.ui import pages
from sroi_desktop.ui.calculator.form import FieldName, Form
from sroi_desktop.ui.calculator.presenter import (
    EMPTY,
    SURE,
    TAKE_ON,
    CalculatorPresenter,
    Hints,
)
from tests.ui.desks import Opened, new_desk

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sroi_desktop.ui.calculator.answer import Answer
    from sroi_desktop.ui.kit.content import Choice

UTRECHT = Form(
    "Utrecht", "utrecht-v3", category="services", sum="2.400.000", percentage="5", months="24"
)


@dataclass
class FakeView:
    form: Form | None = None
    names: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    chosen: str | None = None
    note: str = ""
    hints: Hints | None = None
    readings: dict[str, str | None] = field(default_factory=dict)
    errors: dict[str, str | None] = field(default_factory=dict)
    offers: dict[str, tuple[str, ...]] = field(default_factory=dict)
    question: str = ""
    smaller: tuple[str, ...] = ()
    answer: Answer | None = None

    def show_form(self, form: Form) -> None:
        self.form = form

    def show_authorities(self, names: Sequence[str]) -> None:
        self.names = tuple(names)

    def show_rules(self, choices: tuple[Choice, ...], chosen: str | None, note: str) -> None:
        self.rules, self.chosen, self.note = tuple(one.key for one in choices), chosen, note

    def show_hints(self, hints: Hints) -> None:
        self.hints = hints

    def show_reading(self, name: FieldName, text: str | None) -> None:
        self.readings[name] = text

    def show_error(self, name: FieldName, text: str | None, readings: Sequence[str] = ()) -> None:
        self.errors[name] = text
        self.offers[name] = tuple(readings)

    def ask_sum(self, question: str, readings: Sequence[str]) -> None:
        self.question, self.smaller = question, tuple(readings)

    def show_answer(self, answer: Answer) -> None:
        self.answer = answer

    @property
    def amount(self) -> str:
        assert self.answer is not None
        return self.answer.amount.replace("\xa0", " ")


def loaded() -> tuple[CalculatorPresenter, FakeView, Opened]:
    view, opened = FakeView(), Opened()
    presenter = CalculatorPresenter(view, new_desk(), opened)
    presenter.load()
    return presenter, view, opened


def test_that_an_empty_calculator_asks_before_it_warns() -> None:
    presenter, view, _opened = loaded()
    assert view.answer is not None
    assert view.answer.derivation is None
    assert view.answer.open_points == ()
    primary = presenter.header().primary
    assert primary is not None
    assert not primary.enabled
    assert "Utrecht" in view.names


def test_that_the_obligation_of_the_walk_is_worked_out_while_typing() -> None:
    presenter, view, _opened = loaded()
    presenter.change(UTRECHT)
    assert view.amount == "€ 120.000"
    assert view.answer is not None
    assert "5.000,00" in view.answer.meaning
    assert view.answer.derivation is not None
    assert [row.factor for row in view.answer.derivation.rows][-1] == "× 5%"
    assert view.readings["sum"] == "€\xa02.400.000,00"


def test_that_an_obligation_is_also_told_as_work() -> None:
    presenter, view, _opened = loaded()
    presenter.change(UTRECHT)
    assert view.answer is not None
    years, hours, bought = (text for _icon, text in view.answer.examples)
    assert years.startswith("3 ")
    assert hours.startswith("1.200 ")
    assert bought.replace("\xa0", " ").startswith("€ 120.000")


def test_that_the_newest_rules_of_a_municipality_come_first() -> None:
    presenter, view, _opened = loaded()
    presenter.change(Form(authority="gemeente utrecht"))
    assert view.rules == ("utrecht-v3", "utrecht-v2", "utrecht-v1")
    assert view.chosen == "utrecht-v3"
    assert view.note == ""


def test_that_older_rules_can_be_chosen() -> None:
    presenter, view, opened = loaded()
    presenter.change(Form(authority="Utrecht"))
    presenter.change(replace(UTRECHT, rules="utrecht-v2"))
    presenter.run_act(TAKE_ON)
    _page, target = opened.pages[0]
    assert isinstance(target, pages.NewContractTarget)
    assert target.rule_set_id == "utrecht-v2"
    assert view.rules[0] == "utrecht-v3"


def test_that_an_unknown_municipality_is_said_to_be_unknown() -> None:
    presenter, view, _opened = loaded()
    presenter.change(Form(authority="Dorp aan Zee", sum="100.000"))
    assert "Dorp aan Zee" in view.note
    assert view.rules == ()
    assert view.answer is not None
    assert len(view.answer.open_points) == 1
    assert view.answer.derivation is None


def test_that_rules_with_a_percentage_of_their_own_say_so() -> None:
    presenter, view, _opened = loaded()
    presenter.change(Form(authority="Harlingen", sum="1.000.000", category="works"))
    assert view.hints is not None
    assert "2%" in view.hints.percentage
    assert view.amount == "€ 20.000"


def test_that_rules_over_another_base_name_it() -> None:
    presenter, view, _opened = loaded()
    presenter.change(Form(authority="Rijk"))
    assert view.hints is not None
    assert "loonsom" in view.hints.sum


def test_that_nothing_owed_is_said_with_its_reason() -> None:
    presenter, view, _opened = loaded()
    presenter.change(Form(authority="Harlingen", sum="90.000", category="works"))
    assert view.amount == "€ 0"
    assert view.answer is not None
    assert view.answer.examples == ()
    assert view.answer.derivation is not None
    assert "250.000" in view.answer.derivation.warnings[0]


def test_that_a_billion_is_asked_about_until_it_is_confirmed() -> None:
    presenter, view, _opened = loaded()
    presenter.change(replace(UTRECHT, sum="1.000.000.000"))
    assert "1.000.000.000" in view.question
    assert view.smaller == ("€\xa01.000.000,00",)
    presenter.run_act(SURE)
    assert view.question == ""
    presenter.change(replace(UTRECHT, sum="2.000.000.000"))
    assert "2.000.000.000" in view.question


@pytest.mark.parametrize("text", ["12.50", "1,234.56", "-5", "1e9", "veel", "12,345"])
def test_that_a_doubtful_sum_is_refused_when_the_field_is_left(text: str) -> None:
    presenter, view, _opened = loaded()
    presenter.change(replace(UTRECHT, sum=text))
    assert not view.errors.get("sum")
    assert view.amount == "Nog niet bekend"
    presenter.finish("sum")
    assert view.errors["sum"]


def test_that_a_doubtful_sum_offers_what_it_may_have_meant() -> None:
    presenter, view, _opened = loaded()
    presenter.change(replace(UTRECHT, sum="12.50"))
    presenter.finish("sum")
    assert view.offers["sum"] == ("€\xa012,50", "€\xa01.250,00")
    presenter.change(replace(UTRECHT, sum="1250"))
    presenter.finish("sum")
    assert view.errors["sum"] is None


def test_that_a_percentage_that_cannot_be_read_is_not_replaced_by_that_of_the_rules() -> None:
    presenter, view, _opened = loaded()
    form = Form(authority="Harlingen", sum="1.000.000", category="works", percentage="150")
    presenter.change(form)
    assert view.amount == "Nog niet bekend"


def test_that_a_percentage_keeps_all_its_decimals() -> None:
    presenter, view, _opened = loaded()
    presenter.change(replace(UTRECHT, percentage="2,1234"))
    assert view.readings["percentage"] == "2,1234"


def test_that_what_was_worked_out_goes_on_to_the_new_contract() -> None:
    presenter, _view, opened = loaded()
    presenter.change(replace(UTRECHT, labour="25"))
    assert presenter.header().primary is not None
    presenter.run_act(TAKE_ON)
    demand = Demand(
        Category.SERVICES,
        Money(240_000_000),
        Fraction(5),
        labour_share=Fraction(1, 4),
        months=Fraction(24),
    )
    target = pages.NewContractTarget("Utrecht", "utrecht-v3", demand)
    assert opened.pages == [(pages.NEW_CONTRACT, target)]


def test_that_the_calculator_is_found_as_it_was_left() -> None:
    presenter, view, _opened = loaded()
    presenter.change(UTRECHT)
    presenter.load()
    assert view.form == UTRECHT
    assert view.amount == "€ 120.000"


def test_that_the_calculator_can_be_emptied() -> None:
    presenter, view, _opened = loaded()
    presenter.change(UTRECHT)
    presenter.run_act(EMPTY)
    assert view.form == Form()
    assert view.amount == "Nog niet bekend"


def test_that_the_length_is_left_out_where_it_is_not_known() -> None:
    presenter, view, _opened = loaded()
    presenter.change(replace(UTRECHT, months=""))
    assert view.answer is not None
    assert "24" not in view.answer.meaning
