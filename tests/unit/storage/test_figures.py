"""Where contracts stand, added up by SQL."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from hashlib import sha256

import pytest

from sroi_desktop.domain.account import NO_TOTALS, Totals
from sroi_desktop.domain.allocation import PARTS
from sroi_desktop.domain.effort import Effort, EffortState
from sroi_desktop.domain.guidance import Unproven, Unrecognised
from sroi_desktop.domain.money import Money
from sroi_desktop.domain.parties import Candidate, Supplier
from sroi_desktop.domain.periods import Period
from sroi_desktop.domain.rules import EffortKind
from sroi_desktop.domain.tenure import FRESH, Tenure
from sroi_desktop.storage import ContractFigures, DamagedFileError, Store
from tests.unit.storage.book import (
    QUARTERS,
    RULES,
    SPRING,
    TODAY,
    WINTER,
    add_contract,
    add_effort,
    booked,
    contract,
    effort,
)

NEXT_YEAR = Period(date(2027, 1, 1), date(2027, 3, 31))
A, B = Money(1_000_000), Money(400_000)


def totals(store: Store, *, missing: tuple[str, ...] = (), **given: object) -> Totals:
    """Return the totals of a contract with one effort of EUR 10,000."""
    one: Effort = replace(effort(), **given)  # type: ignore[arg-type]
    add_effort(store, one, booked(add_contract(store), A.cents, missing=missing))
    return store.figures(TODAY)[0].totals


def test_that_a_contract_without_efforts_has_no_totals(store: Store) -> None:
    contract_id = add_contract(store)
    assert store.figures(TODAY) == (ContractFigures(contract_id, NO_TOTALS, 0, (), 0, None),)


def test_that_figures_come_in_the_order_of_the_contracts(store: Store) -> None:
    for number in ("2026-02", "2026-01"):
        add_effort(store, effort(), booked(add_contract(store, number)))
    assert [one.contract_id for one in store.figures(TODAY)] == [
        found.id for found in store.contracts()
    ]


@pytest.mark.parametrize("state", [EffortState.PLANNED, EffortState.COMMITTED])
@pytest.mark.parametrize("period", [SPRING, WINTER, NEXT_YEAR])
def test_that_what_is_to_come_is_planned(store: Store, state: EffortState, period: Period) -> None:
    assert totals(store, state=state, period=period, missing=("contract",)) == Totals(planned=A)


def test_that_realised_with_complete_evidence_is_proven(store: Store) -> None:
    assert totals(store) == Totals(proven=A)


def test_that_realised_that_lacks_evidence_is_unproven(store: Store) -> None:
    assert totals(store, missing=("contract",)) == Totals(unproven=A)


def test_that_an_effort_is_over_on_its_last_day(store: Store) -> None:
    assert totals(store, period=Period(SPRING.start, TODAY)) == Totals(proven=A)


@pytest.mark.parametrize("state", [EffortState.REALISED, EffortState.REPORTED])
def test_that_what_is_under_way_is_left_to_be_valued_live(store: Store, state: EffortState) -> None:
    assert totals(store, state=state, period=WINTER, missing=("contract",)) == NO_TOTALS
    figures = store.figures(TODAY)[0]
    assert (figures.efforts, figures.unproven, figures.unproven_count) == (1, (), 0)
    assert len(store.running(TODAY)) == 1


def test_that_realised_work_that_starts_later_is_still_planned(store: Store) -> None:
    assert totals(store, period=NEXT_YEAR) == Totals(planned=A)


def test_that_what_was_reported_is_counted_beside_what_is_proven(store: Store) -> None:
    assert totals(store, state=EffortState.REPORTED) == Totals(proven=A, reported=A)


@pytest.mark.parametrize("period", [SPRING, WINTER])
def test_that_what_was_accepted_needs_no_more_evidence(store: Store, period: Period) -> None:
    found = totals(store, state=EffortState.ACCEPTED, period=period, missing=("contract",))
    assert found == Totals(proven=A, reported=A, accepted=A)


def test_that_what_was_not_accepted_of_a_part_is_rejected(store: Store) -> None:
    found = totals(store, state=EffortState.ACCEPTED_IN_PART, accepted=B)
    assert found == Totals(proven=B, reported=B, accepted=B, rejected=A - B)


def test_that_more_may_be_accepted_than_we_counted(store: Store) -> None:
    more = A + B
    found = totals(store, state=EffortState.ACCEPTED, accepted=more)
    assert found == Totals(proven=more, reported=more, accepted=more)


def test_that_rejected_counts_for_nothing_else(store: Store) -> None:
    assert totals(store, state=EffortState.REJECTED) == Totals(rejected=A)


def test_that_a_divided_effort_counts_for_each_contract_by_its_share(store: Store) -> None:
    first, second = add_contract(store), add_contract(store, "2026-02")
    shares = (booked(first, 700, parts=PARTS // 2), booked(second, 500, parts=PARTS // 2))
    add_effort(store, effort(), *shares)
    found = {one.contract_id: (one.totals.proven, one.efforts) for one in store.figures(TODAY)}
    assert found == {first: (Money(700), 1), second: (Money(500), 1)}


def test_that_an_effort_with_two_shares_is_one_effort(store: Store) -> None:
    contract_id = add_contract(store)
    add_effort(store, effort(), *[booked(contract_id, 300, parts=PARTS // 2)] * 2)
    figures = store.figures(TODAY)[0]
    assert (figures.efforts, figures.totals.proven) == (1, Money(600))


def test_that_the_three_with_most_at_stake_are_named(store: Store) -> None:
    contract_id = add_contract(store)
    for cents in (100, 400, 200, 300):
        one = booked(contract_id, cents, missing=("contract", "statement"))
        add_effort(store, effort(title=f"{cents}"), one)
    add_effort(store, effort(title="bewezen"), booked(contract_id, 900))
    figures = store.figures(TODAY)[0]
    labels = ("Arbeidsovereenkomst", "Doelgroepverklaring")
    assert figures.unproven == (
        Unproven(2, "400", Money(400), labels),
        Unproven(4, "300", Money(300), labels),
        Unproven(3, "200", Money(200), labels),
    )
    assert figures.unproven_count == 4


def test_that_a_progress_or_final_report_moves_the_day_until_which_was_reported(
    store: Store,
) -> None:
    contract_id = add_contract(store)
    year = Period(date(2026, 1, 1), date(2026, 12, 31))
    for number, kind, period in (("1", "progress", QUARTERS), ("2", "plan", year)):
        with store.act("report.issue") as work:
            work.issue_report(
                contract_id,
                number=number,
                kind=kind,
                variant="anonymous",
                period=period,
                data_json=b"{}",
                pdf=b"%PDF",
                sha256=sha256(b"%PDF").hexdigest(),
                realised={},
            )
    assert store.figures(TODAY)[0].reported_until == QUARTERS.end


def test_that_what_is_under_way_comes_with_its_share_and_what_it_lacks(store: Store) -> None:
    first, second = add_contract(store), add_contract(store, "2026-02")
    with store.act("candidate.add") as work:
        work.add_candidate(Candidate("K-01"))
    one = replace(effort(period=WINTER), candidate="K-01", born=date(1970, 1, 1))
    parts = PARTS // 4
    late = booked(second, 300, parts=parts, missing=("contract",))
    shares = (replace(late, tenure=Tenure(date(2026, 1, 1))), booked(first, parts=parts))
    effort_id = add_effort(store, one, *shares)
    add_effort(store, effort(), booked(first))
    found = store.running(TODAY)
    assert [running.allocation.contract_id for running in found] == [first, second]
    assert found[1].effort == replace(one, id=effort_id)
    assert found[1].value == Money(300)
    assert found[1].missing == (("contract", "Arbeidsovereenkomst"),)
    assert found[1].allocation.parts == parts
    assert [running.tenure for running in found] == [FRESH, Tenure(date(2026, 1, 1))]


def buy(store: Store, supplier: Supplier, state: EffortState = EffortState.REALISED) -> int:
    with store.act("supplier.add") as work:
        supplier_id = work.add_supplier(supplier)
        contract_id = work.add_contract(contract(supplier.name), RULES)
    period = Period(TODAY, TODAY)
    one = replace(effort(state, period, kind=EffortKind.PURCHASE), supplier_id=supplier_id)
    return add_effort(store, one, booked(contract_id, 425_000))


@pytest.mark.parametrize(
    ("supplier", "ended_on"),
    [
        (Supplier("Geen erkenning"), None),
        (Supplier("Nog niet", "PSO", valid_from=date(2026, 11, 23)), None),
        (Supplier("Verlopen", "PSO", valid_until=date(2026, 11, 21)), date(2026, 11, 21)),
    ],
)
def test_that_a_purchase_without_a_recognition_on_its_day_is_told(
    store: Store, supplier: Supplier, ended_on: date | None
) -> None:
    effort_id = buy(store, supplier)
    told = Unrecognised(effort_id, supplier.name, Money(425_000), ended_on, 1, TODAY)
    assert store.unrecognised_purchases() == ((1, told),)


@pytest.mark.parametrize(
    "supplier",
    [
        Supplier("Zonder einde", "PSO"),
        Supplier("Eerste dag", "PSO", valid_from=TODAY),
        Supplier("Laatste dag", "PSO", valid_until=TODAY),
    ],
)
def test_that_a_purchase_under_a_valid_recognition_is_not_told(
    store: Store, supplier: Supplier
) -> None:
    buy(store, supplier)
    assert store.unrecognised_purchases() == ()


@pytest.mark.parametrize("state", [EffortState.ACCEPTED, EffortState.REJECTED])
def test_that_a_purchase_the_authority_judged_is_not_told(store: Store, state: EffortState) -> None:
    buy(store, Supplier("Geen erkenning"), state)
    assert store.unrecognised_purchases() == ()


def test_that_missing_evidence_that_is_no_list_of_pairs_is_damage(store: Store) -> None:
    add_effort(store, effort(), booked(add_contract(store), missing=("contract",)))
    add_effort(store, effort(period=WINTER), booked(1, missing=("contract",)))
    store._sql.run("UPDATE allocation SET missing = '[1]'")
    with pytest.raises(DamagedFileError):
        store.figures(TODAY)
    with pytest.raises(DamagedFileError):
        store.running(TODAY)
