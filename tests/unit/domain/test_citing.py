"""Which of the places where values were read are behind an amount."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sroi_desktop.domain import valuation
from sroi_desktop.domain.contract import Contract
from sroi_desktop.domain.effort import Effort
from sroi_desktop.domain.rules import Citation, EffortKind, Note, NotePlace
from sroi_desktop.domain.rules.citing import behind_obligation, behind_value, note_of
from sroi_desktop.rulesets import load_library
from tests.unit.domain.build import day, eur, span

SHIPPED = load_library().get("utrecht-v3")
BONUS = next(one for one in SHIPPED.bonuses if one.age is not None)
BOUGHT = next(one for one in SHIPPED.blocks if one.kind is EffortKind.PURCHASE)
ROW = Citation("blocks.participatiewet.value", "12")
OTHER_ROW = Citation(f"blocks.{BOUGHT.code}.counts_for", "12")
SENIOR = Citation(f"bonuses.{BONUS.code}.value", "13")
WEEK = Citation("full_time_hours", "9")
LIMIT = Citation("counting.limit", "10", "ten hoogste 24 maanden")
OWED = Citation("obligation.percentages.2.percentage", "3")
RULES = replace(SHIPPED, citations=(OWED, OTHER_ROW, ROW, SENIOR, WEEK, LIMIT))
PLACED = Effort(
    EffortKind.PLACEMENT, "participatiewet", "Hovenier", span("2026-03-01", "2026-08-31")
)
CONTRACT = Contract(number="1", title="x", authority="y", rule_set_id=RULES.id)


def cited(effort: Effort) -> tuple[Citation, ...]:
    found = valuation.value(effort, RULES, CONTRACT)
    return behind_value(RULES, effort.block, found)


def test_that_a_placement_has_behind_it_its_row_the_week_and_the_counting_time() -> None:
    assert cited(PLACED) == (ROW, WEEK, LIMIT)


@pytest.mark.parametrize(
    "effort",
    [
        replace(PLACED, bonuses=(BONUS.code,)),
        replace(PLACED, born=day("1950-01-01")),
    ],
    ids=["claimed", "by age"],
)
def test_that_a_bonus_is_behind_a_value_wherever_it_counts(effort: Effort) -> None:
    assert cited(effort) == (ROW, SENIOR, WEEK, LIMIT)


def test_that_no_hours_and_no_counting_time_are_behind_a_purchase() -> None:
    bought = Effort(
        EffortKind.PURCHASE,
        BOUGHT.code,
        "Plantwerk",
        span("2026-03-01", "2026-03-01"),
        amount=eur(4_250),
    )
    assert cited(bought) == (OTHER_ROW,)


def test_that_an_obligation_has_behind_it_what_is_said_of_it() -> None:
    assert behind_obligation(RULES) == (OWED,)
    assert behind_obligation(SHIPPED) == ()


IN_WORDS = replace(
    SHIPPED,
    notes=("Overal.",),
    placed_notes=(
        Note("Eerst overleg.", NotePlace.VALUATION, ("participatiewet",)),
        Note("Alleen bij de WW.", NotePlace.VALUATION, ("ww",)),
        Note("Over de gunningssom.", NotePlace.OBLIGATION),
    ),
    citations=tuple(Citation(f"notes.{number}.text", str(number)) for number in range(1, 5)),
)


def test_that_a_rule_in_words_is_behind_what_it_matters_for() -> None:
    found = valuation.value(PLACED, IN_WORDS, CONTRACT)
    assert behind_value(IN_WORDS, PLACED.block, found) == (Citation("notes.2.text", "2"),)
    assert behind_obligation(IN_WORDS) == (Citation("notes.4.text", "4"),)


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("notes.1.text", "Overal."),
        ("notes.4.text", "Over de gunningssom."),
        ("notes.5.text", None),
        ("notes.0.text", None),
        ("notes.x.text", None),
        ("blocks.ww.value", None),
    ],
)
def test_that_a_key_leads_to_a_rule_in_words(key: str, text: str | None) -> None:
    assert note_of(IN_WORDS, key) == text
