"""What people mistype: a clear message at the field, and nothing typed is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.booking.fakes import Talk, plain

if TYPE_CHECKING:
    from sroi_desktop.services.desk import Desk

BSN = "123456782"


@pytest.mark.parametrize(
    ("typed", "readings"),
    [
        ("12.50", ["€ 12,50", "€ 1.250,00"]),
        ("1,234.56", ["€ 1.234,56"]),
        ("-5", []),
        ("1e9", []),
        ("veel", []),
        ("1.000.000.000.000", []),
        ("12,345", ["€ 12.345,00"]),
    ],
)
def test_that_a_doubtful_amount_is_asked_about(talk: Talk, typed: str, readings: list[str]) -> None:
    talk.buy(amount=typed)
    mark = talk.view.marks["amount"]
    assert mark.error
    assert [plain(one) for one in mark.readings] == readings
    assert talk.view.side.value == ""
    assert talk.view.form.amount in {"", typed}
    assert len(talk.view.side.wrong) == 1


def test_that_a_doubtful_amount_is_asked_about_while_typing(talk: Talk) -> None:
    talk.buy(amount="")
    talk.presenter.answer("amount", "12.50")
    assert talk.view.marks["amount"].readings


def test_that_an_amount_above_the_whole_obligation_is_asked_about(talk: Talk) -> None:
    talk.buy(amount="1.000.000.000")
    assert talk.view.marks["amount"].doubt
    assert not talk.view.marks["amount"].error


def test_that_what_was_read_is_read_back(talk: Talk) -> None:
    talk.buy(amount="4250,5")
    assert plain(talk.view.marks["amount"].read or "") == "€ 4.250,50"


def test_that_an_end_before_the_start_is_refused_at_the_end(talk: Talk) -> None:
    talk.hire(starts="1-9-2026", ends="31-8-2026")
    assert "31-08-2026" in talk.view.marks["ends"].error
    assert not talk.view.marks["starts"].error


def test_that_an_unreadable_end_is_no_second_error(talk: Talk) -> None:
    talk.hire(ends="ooit")
    assert talk.view.marks["ends"].error
    talk.hire(starts="ooit", ends="31-8-2026")
    assert talk.view.marks["starts"].error


def test_that_hours_above_full_time_are_said_to_count_no_further(talk: Talk) -> None:
    talk.hire(hours_per_week="40")
    assert "36" in talk.view.marks["hours_per_week"].doubt
    assert plain(talk.view.side.value) == "€ 20.000,00"


def test_that_more_hours_than_a_week_holds_are_refused(talk: Talk) -> None:
    talk.hire(hours_per_week="200")
    assert "200" in talk.view.marks["hours_per_week"].error


def test_that_zero_hours_say_as_little_as_none(talk: Talk) -> None:
    talk.hire(hours_per_week="0")
    assert not talk.view.marks["hours_per_week"].error
    assert len(talk.view.side.needs) == 1


def test_that_hours_may_be_unknown(talk: Talk) -> None:
    talk.hire(hours_per_week="", hours_unknown=True)
    assert plain(talk.view.side.value) == "€ 20.000,00"
    talk.presenter.book()
    again = Talk(talk.desk, effort_id=1)
    assert again.view.form.hours_unknown


@pytest.mark.parametrize("name", ["role", "note", "place", "candidate"])
def test_that_a_citizen_number_is_refused_while_typing(talk: Talk, name: str) -> None:
    talk.hire()
    talk.presenter.answer(name, f"zie {BSN}")
    assert "BSN" in talk.view.marks[name].error
    assert talk.view.side.value == ""


@pytest.mark.parametrize("name", ["description", "supplier_name", "scheme", "issuer"])
def test_that_a_citizen_number_with_a_purchase_is_refused(talk: Talk, name: str) -> None:
    talk.buy()
    talk.presenter.answer(name, BSN)
    assert "BSN" in talk.view.marks[name].error
    assert talk.view.side.value == ""


@pytest.mark.parametrize("name", ["<b>vet</b> & zo", "naam " * 60, "hovenier 🌳", "בדיקה عربى"])
def test_that_any_name_is_kept_as_it_was_typed(desk: Desk, talk: Talk, name: str) -> None:
    talk.hire(role=name)
    talk.presenter.book()
    assert desk.store.effort_lines()[0].title == f"K-01 · {name.strip()}"
    assert Talk(desk, effort_id=1).view.form.role == name.strip()


def test_that_a_code_that_is_not_in_the_list_is_refused(talk: Talk) -> None:
    talk.hire(candidate="Jan de Vries")
    assert talk.view.marks["candidate"].error
    talk.say(candidate="")
    assert not talk.view.marks["candidate"].error
    assert len(talk.view.side.needs) == 1


@pytest.mark.parametrize("born", ["1-1-2020", "1-1-1900", "1-1-2030", "onbekend"])
def test_that_an_unlikely_date_of_birth_is_asked_about(talk: Talk, born: str) -> None:
    talk.hire(born=born)
    assert talk.view.marks["born"].error


def test_that_a_start_that_lies_ahead_is_planned_unless_the_owner_says_otherwise(
    talk: Talk,
) -> None:
    talk.hire(starts="1-1-2027", ends="30-6-2027")
    assert talk.view.marks["state"].read == "planned"
    talk.say(state="realised")
    assert talk.view.marks["state"].doubt
    talk.say(state="committed")
    assert not talk.view.marks["state"].doubt


def test_that_whole_people_are_counted(talk: Talk) -> None:
    talk.presenter.choose_kind("activity")
    talk.presenter.onward()
    talk.say(block="kennis-delen", employees="2,5", hours="8", starts="1-5-2026")
    assert talk.view.marks["employees"].error
    talk.say(employees="0")
    assert not talk.view.marks["employees"].error
    assert talk.view.side.value == ""


def test_that_an_answer_of_another_kind_is_a_fault_of_the_program(talk: Talk) -> None:
    with pytest.raises(TypeError):
        talk.presenter.answer("role", 3)
    with pytest.raises(TypeError):
        talk.presenter.answer("nothing", "x")
