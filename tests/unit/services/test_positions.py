"""Where contracts stand: the database's sums against every effort valued one by one."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from sroi_desktop.domain import account, evidence, valuation
from sroi_desktop.domain.account import NO_TOTALS, Totals
from sroi_desktop.domain.allocation import Allocation, accepted_parts
from sroi_desktop.domain.effort import ACCEPTED, Effort
from sroi_desktop.domain.money import Money
from sroi_desktop.services import positions
from sroi_desktop.services.desk import Desk
from tests.unit.services.books import desk_on
from tests.unit.services.strategies import days, fill


def slow_totals(desk: Desk, contract_id: int) -> Totals:
    """Return the totals of a contract by valuing every effort from scratch, one by one."""
    rules = desk.store.rule_set(contract_id)
    contract = desk.store.contract(contract_id)
    totals = NO_TOTALS
    for effort, booked in desk.store.booked(contract_id):
        share, timed = booked.allocation, booked.tenure.of(effort)

        def worth(until: date | None, effort: Effort = timed, share: Allocation = share) -> Money:
            return valuation.value(
                effort, rules, contract, until=until, within=share.period, share=share.share
            ).value

        lacking = evidence.missing(effort, rules, desk.store.pieces(effort.id or 0))
        shares = desk.store.allocations(effort.id or 0)
        parts = dict(
            zip(
                [one.allocation.id for one in shares],
                accepted_parts(effort, [one.valuation.value for one in shares]),
                strict=True,
            )
        )
        totals += account.of_share(
            effort.state,
            worth(None),
            # the authority's word holds for all of an effort, also while it runs
            worth(None if effort.state in ACCEPTED else desk.today),
            parts[share.id],
            is_proven=not lacking,
        )
    return totals


@settings(max_examples=20)
@given(st.data(), days)
def test_that_positions_are_what_valuing_every_effort_gives(
    data: st.DataObject, today: date
) -> None:
    desk = desk_on(today)
    ids = fill(desk, data)
    found = {one.contract.id: one.totals for one in positions.positions(desk)}
    assert found == {one: slow_totals(desk, one) for one in ids}
    desk.store.close()
