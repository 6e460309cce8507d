"""What is typed comes back as it was kept, for every kind of part."""

from __future__ import annotations

from fractions import Fraction

import pytest

from sroi_desktop.domain.clause import Answer, Key, Status
from sroi_desktop.domain.money import Money
from sroi_desktop.services import clauses
from sroi_desktop.ui.clause.form import Form, of_answer, read, shown_parts
from tests.unit.domain.build import day


@pytest.mark.parametrize(
    ("key", "values"),
    [
        (Key.CAP, {"amount": Money(30_000_000)}),
        (Key.DEMAND, {"unit": "fte", "number": Fraction(1, 2), "per": Money(50_000_000)}),
        (Key.FULL_TIME, {"hours": Fraction(36)}),
        (Key.TERM, {"starts": day("2026-01-01"), "ends": day("2027-12-31")}),
        (Key.GROUPS, {"groups": ("wajong", "ww", "bbl")}),
        (Key.LIMIT, {"kind": "worked_years", "amount": 2}),
        (Key.CONTACT, {"days": 7, "counted": "working"}),
        (Key.EVIDENCE, {"what": "arbeidsovereenkomst"}),
        (Key.RECOVERY, {"months": 6}),
        (Key.PSO, {"level": "2", "discount": Fraction(100)}),
    ],
)
def test_that_an_answer_comes_back_from_its_form(key: Key, values: dict[str, object]) -> None:
    answer = clauses.given(key, values, "12", "zoals het er staat")  # type: ignore[arg-type]
    reading = read(key, of_answer(key, answer))
    assert reading.is_whole
    assert clauses.given(key, reading.values, "12", "zoals het er staat") == answer


def test_that_not_there_leaves_the_form_empty() -> None:
    assert of_answer(Key.CAP, Answer(Status.NOT_THERE)) == Form()
    assert of_answer(Key.CAP, None).is_empty


def test_that_an_emptied_field_is_no_answer() -> None:
    assert Form().with_text("page", "12").with_text("page", " ") == Form()


def test_that_only_parts_in_sight_are_read() -> None:
    form = Form().with_text("unit", "fixed").with_text("percentage", "veel")
    assert [part.name for part in shown_parts(Key.DEMAND, form)] == ["unit", "amount"]
    assert "percentage" not in read(Key.DEMAND, form).marks


def test_that_a_group_of_another_version_is_left_out() -> None:
    form = Form().with_text("groups", "ww,colour")
    assert read(Key.GROUPS, form).values == {"groups": ("ww",)}
