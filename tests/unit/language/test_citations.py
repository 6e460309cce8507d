"""Where values were read, in words."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from sroi_desktop.domain.derivation import NOTHING, Operation, Step, StepKind
from sroi_desktop.domain.rules import Citation
from sroi_desktop.language.citations import obligation_places, place_text, value_places
from sroi_desktop.rulesets import load_library

SHIPPED = load_library().get("utrecht-v3")
CITED = replace(
    SHIPPED,
    citations=(
        Citation("blocks.participatiewet.value", "12", "€ 40.000"),
        Citation("blocks.participatiewet.unit", "12", "€ 40.000"),
        Citation("full_time_hours", "9"),
        Citation("counting.method", quote="naar rato"),
        Citation("obligation.cap", "3"),
        Citation(f"bonuses.{SHIPPED.bonuses[0].code}.value", "14"),
    ),
)


def test_that_a_place_is_a_page_or_words_or_both() -> None:
    assert place_text("3", "") == "pagina 3"
    assert place_text("", "naar rato") == "“naar rato”"
    assert place_text("3", "naar rato") == "pagina 3: “naar rato”"


def test_that_the_places_behind_a_value_are_named_each_once() -> None:
    assert value_places(CITED, "participatiewet", NOTHING) == (
        "Participatiewet: pagina 12: “€ 40.000”",
        "Voltijdweek: pagina 9",
        "Teltijd: “naar rato”",
    )
    bonus = SHIPPED.bonuses[0]
    step = Step(StepKind.BONUS, Operation.ADD, Fraction(1), Fraction(1), label=bonus.label)
    told = replace(NOTHING, steps=(step,))
    assert f"{bonus.label}: pagina 14" in value_places(CITED, "participatiewet", told)
    assert value_places(SHIPPED, "participatiewet", NOTHING) == ()


def test_that_the_places_behind_an_obligation_are_named() -> None:
    assert obligation_places(CITED) == ("Verplichting: pagina 3",)
