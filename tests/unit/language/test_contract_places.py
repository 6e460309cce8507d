"""Where the tender says what stands in the contract itself, and not in its rules."""

from __future__ import annotations

from fractions import Fraction

from sroi_desktop.domain.clause import Intake
from sroi_desktop.language.clause.places import contract_places
from tests.unit.domain.build import day, eur
from tests.unit.domain.clause.build import NOT_THERE, answers, given


def intake(**by_key: object) -> Intake:
    return Intake("Groen", "Elders", answers=answers(**by_key))  # type: ignore[arg-type]


def test_that_a_fixed_amount_and_the_days_say_where_they_stand() -> None:
    read = intake(
        contract=given("3", category="works", sum=eur(1_000_000)),
        demand=given("4", "€ 40.000 aan social return", unit="fixed", amount=eur(40_000)),
        term=given(starts=day("2026-01-01"), ends=day("2027-12-31")),
    )
    assert contract_places([read, read]) == (
        "Bestek: soort en omvang, pagina 3",
        "Bestek: de eis, pagina 4: “€ 40.000 aan social return”",
    )


def test_that_what_became_a_rule_is_told_as_a_rule() -> None:
    read = intake(demand=given("4", unit="percentage", percentage=Fraction(5)), base=NOT_THERE)
    assert contract_places([read]) == ()
    assert contract_places([]) == ()
