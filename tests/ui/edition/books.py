"""Contracts under an older edition, for the tests of this page."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from sroi_desktop.domain.effort import Effort, EffortState
from sroi_desktop.domain.periods import Period
from sroi_desktop.services import bookings, efforts
from sroi_desktop.services.desk import Desk
from tests.ui.desks import TODAY, take_on, wijk_oost

OLD, NEW = "utrecht-v2", "utrecht-v3"
HALF = Period(TODAY.replace(month=3, day=1), TODAY.replace(month=8, day=31))


def older(desk: Desk, number: str = "2026-01", **changes: object) -> int:
    """Take on a contract under v2."""
    return take_on(desk, replace(wijk_oost(**changes), number=number, rule_set_id=OLD))


def placed(desk: Desk, contract_id: int, block: str = "wia-wao", **changes: object) -> int:
    """Book a placement of 24 hours: € 10.000 under v2 and € 13.333,33 under v3 for wia-wao."""
    kind = desk.store.rule_set(contract_id).block(block).kind
    effort = Effort(
        kind,
        block,
        "Medewerker groen",
        HALF,
        EffortState.REALISED,
        "K-01",
        hours_per_week=Fraction(24),
    )
    effort = replace(effort, **changes)  # type: ignore[arg-type]
    done = efforts.record(desk, effort, [bookings.whole_for(contract_id, effort)])
    assert done.id is not None
    return done.id
