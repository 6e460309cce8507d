from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from sroi_desktop.ui import pages
from sroi_desktop.ui.calculator.screen import make_screen
from sroi_desktop.ui.kit.accessibility import nameless
from sroi_desktop.ui.kit.fields import ChoiceField, MoneyField
from tests.ui.desks import new_desk
from tests.ui.screens import Opening, open_screen

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def calculator(qtbot: QtBot) -> Opening:
    return open_screen(qtbot, make_screen, new_desk())


def amount(calculator: Opening) -> str:
    return calculator.find(QLabel, "calculator.amount").text().replace("\xa0", " ")


def fill_in_the_walk(calculator: Opening) -> None:
    calculator.fill_in("calculator.authority", "Utrecht")
    calculator.press("calculator.category.services")
    calculator.fill_in("calculator.sum", "2.400.000")
    calculator.fill_in("calculator.percentage", "5")
    calculator.fill_in("calculator.months", "24")


def test_that_typing_gives_the_obligation_and_its_derivation(calculator: Opening) -> None:
    fill_in_the_walk(calculator)
    assert amount(calculator) == "€ 120.000"
    assert "× 5%" in calculator.words()
    assert calculator.find(QLineEdit, "calculator.sum.editor").text() == "€\xa02.400.000,00"


def test_that_one_press_takes_it_to_a_new_contract(calculator: Opening) -> None:
    assert calculator.screen.header().primary is not None
    fill_in_the_walk(calculator)
    calculator.screen.run_act("take_on")
    page, target = calculator.asked.pages[0]
    assert page == pages.NEW_CONTRACT
    assert isinstance(target, pages.NewContractTarget)
    assert target.demand is not None
    assert target.demand.months == 24


def test_that_a_doubtful_sum_is_asked_about_beside_its_field(calculator: Opening) -> None:
    calculator.fill_in("calculator.sum", "12.50")
    field = calculator.find(MoneyField, "calculator.sum")
    assert field.error()
    assert field.text() == "12.50"
    links = [one for one in field.findChildren(QPushButton) if one.isVisible()]
    assert [one.text() for one in links] == ["€\xa012,50", "€\xa01.250,00"]
    QTest.mouseClick(links[1], Qt.MouseButton.LeftButton)
    assert field.error() is None
    assert field.text() == "€\xa01.250,00"


def test_that_a_billion_is_kept_only_when_it_is_confirmed(calculator: Opening) -> None:
    calculator.fill_in("calculator.sum", "1.000.000.000")
    assert "€ 1.000.000.000 " in calculator.words().replace("\xa0", " ")
    calculator.press("act.sure")
    assert not calculator.screen.findChildren(QPushButton, "act.sure")
    assert calculator.find(QLineEdit, "calculator.sum.editor").text() == "€\xa01.000.000.000,00"


def test_that_three_zeros_too_many_go_with_one_press(calculator: Opening) -> None:
    calculator.fill_in("calculator.sum", "1.000.000.000")
    field = calculator.find(MoneyField, "calculator.sum")
    link = next(one for one in field.findChildren(QPushButton) if one.isVisible())
    QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    assert field.text() == "€\xa01.000.000,00"
    assert not calculator.screen.findChildren(QPushButton, "act.sure")


def test_that_a_single_rule_set_is_no_question(calculator: Opening) -> None:
    calculator.fill_in("calculator.authority", "Harlingen")
    assert not calculator.find(ChoiceField, "calculator.rules").isVisible()
    calculator.fill_in("calculator.authority", "Utrecht")
    assert calculator.find(ChoiceField, "calculator.rules").isVisible()


def test_that_a_municipality_that_is_not_known_stays_as_typed(calculator: Opening) -> None:
    calculator.fill_in("calculator.authority", "Dorp <b>aan</b> Zee & co 😀")
    assert "Dorp <b>aan</b> Zee & co 😀" in calculator.words()
    assert calculator.find(ChoiceField, "calculator.authority").text().endswith("😀")


def test_that_everything_on_the_calculator_has_a_name(calculator: Opening) -> None:
    fill_in_the_walk(calculator)
    assert nameless(calculator.screen) == []


def test_that_starting_afresh_empties_every_field(calculator: Opening) -> None:
    fill_in_the_walk(calculator)
    calculator.screen.run_act("empty")
    for name in ("sum", "percentage", "months", "labour"):
        assert calculator.find(QLineEdit, f"calculator.{name}.editor").text() == ""
