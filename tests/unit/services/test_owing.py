"""What is owed by the books: on what was invoiced, and with the firm's own PSO certificates."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from sroi_desktop.domain.derivation import StepKind as DerivedBy
from sroi_desktop.domain.guidance import StepKind
from sroi_desktop.domain.money import ZERO, Money
from sroi_desktop.domain.periods import Period
from sroi_desktop.domain.pso import Certificate
from sroi_desktop.domain.rules import (
    Note,
    NotePlace,
    ObligationBase,
    PsoDiscount,
    PsoLevel,
)
from sroi_desktop.domain.turnover import ForecastKind, Invoice
from sroi_desktop.services import (
    certificates,
    contracts,
    glance,
    history,
    invoices,
    owing,
    positions,
    reports,
    weighing,
)
from sroi_desktop.services.reports.material import gather
from tests.unit.services.books import CONTRACT, known, on, rules, span

if TYPE_CHECKING:
    from sroi_desktop.services.desk import Desk

# Oost-Nederland takes its percentage of the turnover that is invoiced.
GROWS = replace(CONTRACT, number="2026-08", rule_set_id="oost-nederland", sum_excl_vat=None)
TALK = Note("Vraag naar de afspraken.", NotePlace.OBLIGATION)
ON_TURNOVER = replace(rules("oost-nederland"), placed_notes=(TALK,))
# Tilburg-like: half for a company on step 2 or higher; here on top of the rules of Utrecht.
HALF = replace(
    rules(),
    obligation=replace(rules().obligation, pso=(PsoDiscount(PsoLevel.STEP_2, Fraction(50)),)),
)
SINCE_BID = replace(CONTRACT, number="2026-06", bid_on=date(2025, 10, 1))
UNTIL = date(2027, 3, 31)
STEP_2 = Certificate(PsoLevel.STEP_2, Period(date(2025, 1, 1), UNTIL))


@pytest.fixture
def growing(desk: Desk) -> int:
    """Return a contract of which 5% of the invoiced turnover is owed."""
    return known(contracts.take_on(desk, GROWS, ON_TURNOVER))


@pytest.fixture
def halved(desk: Desk) -> int:
    """Return a contract of € 120.000 of which a PSO certificate takes half."""
    return known(contracts.take_on(desk, SINCE_BID, HALF))


def bill(desk: Desk, contract_id: int, day: date, euros: int) -> int:
    amount = Money.from_euros(euros)
    return known(invoices.add(desk, Invoice(day, amount, "2026-0042", contract_id)))


def owed(desk: Desk, contract_id: int) -> Money | None:
    return positions.position(desk, contract_id).owed


def test_that_oost_nederland_takes_its_percentage_of_turnover() -> None:
    assert ON_TURNOVER.obligation.base is ObligationBase.INVOICED_TURNOVER


def test_that_without_any_sum_nothing_is_known_to_be_owed(desk: Desk, growing: int) -> None:
    assert owed(desk, growing) is None
    assert invoices.running(desk, growing) is None
    assert owing.of_contract(desk, growing).notes[-1] == TALK.text


def test_that_what_is_invoiced_grows_the_obligation_everywhere(desk: Desk, growing: int) -> None:
    """€ 326.000 in 326 of 730 days comes to € 730.000, of which 5% is € 36.500."""
    assert owed(desk, growing) is None
    bill(desk, growing, date(2026, 11, 1), 326_000)
    assert owed(desk, growing) == Money.from_euros(36_500)
    running = invoices.running(desk, growing)
    assert running is not None
    assert (running.kind, running.to_date.amount) == (
        ForecastKind.EVEN_PACE,
        Money.from_euros(16_300),
    )
    assert weighing.places(desk)[growing].standing.owed == owed(desk, growing)
    assert gather(desk, growing, desk.today).owed.amount == owed(desk, growing)
    assert contracts.obligation_of(desk, growing).amount == owed(desk, growing)
    assert TALK.text in contracts.obligation_of(desk, growing).notes


def test_that_a_report_tells_what_was_owed_on_its_last_day(desk: Desk, growing: int) -> None:
    bill(desk, growing, date(2026, 3, 31), 100_000)
    bill(desk, growing, date(2026, 10, 31), 900_000)
    quarter = span("2026-01-01", "2026-03-31")
    data = reports.draft(desk, growing, reports.Variant.ANONYMOUS, quarter).data
    assert data.totals.owed is not None
    assert owed(desk, growing) is not None
    assert data.totals.owed < (owed(desk, growing) or ZERO)


def test_that_invoices_are_changed_removed_and_brought_back(desk: Desk, growing: int) -> None:
    bill(desk, growing, date(2026, 5, 1), 326_000)
    bill(desk, growing, date(2026, 4, 1), 1)
    first, second = invoices.of_contract(desk, growing)
    assert first.dated > second.dated
    invoices.change(desk, replace(second, amount=ZERO, number=None))
    assert owed(desk, growing) == Money.from_euros(36_500)
    invoices.remove(desk, first)
    assert owed(desk, growing) == ZERO
    history.undo(desk)
    assert owed(desk, growing) == Money.from_euros(36_500)


def test_that_a_certificate_takes_its_part_off(desk: Desk, halved: int) -> None:
    assert owed(desk, halved) == Money.from_euros(120_000)
    kept = known(certificates.keep(desk, STEP_2))
    assert owed(desk, halved) == Money.from_euros(60_000)
    steps = contracts.obligation_of(desk, halved).steps
    assert DerivedBy.PSO in {step.kind for step in steps}
    lower = replace(STEP_2, level=PsoLevel.STEP_1, id=kept)
    certificates.keep(desk, lower)
    assert owed(desk, halved) == Money.from_euros(120_000)
    history.undo(desk)
    certificates.remove(desk, certificates.every(desk)[0])
    assert owed(desk, halved) == Money.from_euros(120_000)


def test_that_the_owner_hears_in_time_what_comes_back(desk: Desk, halved: int) -> None:
    certificates.keep(desk, STEP_2)
    assert StepKind.CERTIFICATE_ENDS in {one.kind for one in positions.next_steps(desk)}
    (step,) = (s for s in positions.next_steps(desk) if s.kind is StepKind.CERTIFICATE_ENDS)
    assert (step.due, step.amount) == (UNTIL, Money.from_euros(60_000))
    early = on(desk, date(2026, 9, 1))
    assert StepKind.CERTIFICATE_ENDS not in {one.kind for one in positions.next_steps(early)}


def test_that_a_certificate_that_was_lost_leaves_the_whole(desk: Desk, halved: int) -> None:
    certificates.keep(desk, STEP_2)
    assert owed(on(desk, date(2027, 4, 1)), halved) == Money.from_euros(120_000)


def test_that_an_exemption_comes_back_as_a_whole(desk: Desk) -> None:
    free = replace(HALF.obligation, pso=(PsoDiscount(PsoLevel.STEP_1, Fraction(100)),))
    contract = replace(SINCE_BID, company_share=Fraction(1, 2))
    contract_id = known(contracts.take_on(desk, contract, replace(HALF, obligation=free)))
    certificates.keep(desk, STEP_2)
    found = positions.position(desk, contract_id)
    assert found.owed == ZERO
    assert found.certificate is not None
    assert found.certificate.amount == Money.from_euros(60_000)


def test_that_a_glance_counts_invoices_and_certificates(desk: Desk) -> None:
    for number in range(24):
        amount = Money.from_euros(100_000 * (number + 1))
        contract = replace(SINCE_BID, number=f"2026-{number:02d}", sum_excl_vat=amount)
        contracts.take_on(desk, contract, HALF)
    certificates.keep(desk, STEP_2)
    grows = known(contracts.take_on(desk, replace(GROWS, number="2026-99"), ON_TURNOVER))
    bill(desk, grows, date(2026, 5, 1), 50_000_000)
    steps = positions.next_steps(on(desk, desk.today))
    seen = glance.first(on(desk, desk.today), 3)
    assert seen is not None
    assert seen.steps == steps[: len(seen.steps)]


def test_that_a_contract_on_turnover_lacks_no_contract_sum(desk: Desk, growing: int) -> None:
    kinds = [one.kind for one in positions.next_steps(desk)]
    assert StepKind.COMPLETE_CONTRACT in kinds
    bill(desk, growing, date(2026, 5, 1), 326_000)
    assert StepKind.COMPLETE_CONTRACT not in [one.kind for one in positions.next_steps(desk)]
    quarter = span("2026-01-01", "2026-09-30")
    checks = {one.kind for one in reports.checklist(desk, growing, quarter)}
    assert reports.CheckKind.CONTRACT not in checks
