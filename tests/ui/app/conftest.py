"""The whole program, as for the walk."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from sroi_desktop.domain.clause import Intake
from sroi_desktop.domain.parties import Company
from sroi_desktop.services import administrations, clauses, companies
from sroi_desktop.services.desk import Desk
from sroi_desktop.system.clock import FixedClock
from tests.e2e.conftest import DAY, Computer, answers, computer
from tests.e2e.owner import Owner
from tests.ui import desks

__all__ = ["answers", "computer"]
Fill = Callable[[Desk], object]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return the file of an administration with the firm only."""
    return new_file(tmp_path / "van dijk.sroi")


@pytest.fixture
def owner(computer: Computer, path: Path) -> Owner:
    """Return the owner before an administration with the firm only."""
    return computer.start(path)


@pytest.fixture
def owner_at_work(computer: Computer, tmp_path: Path) -> Owner:
    """Return the owner before an administration with a tender, a contract and a booking."""

    def fill(desk: Desk) -> None:
        clauses.begin(desk, Intake("Onderhoud begraafplaatsen", "Elders", text="5% van de som"))
        desks.book(desk, desks.take_on(desk))

    return computer.start(new_file(tmp_path / "werk.sroi", fill))


def new_file(path: Path, fill: Fill | None = None) -> Path:
    """Make an administration with a firm and what `fill` adds, and return its path."""
    clock = FixedClock(DAY)
    with administrations.create(path, clock) as store:
        desk = Desk(store, desks.LIBRARY, clock)
        companies.keep(desk, Company("Van Dijk Groenvoorziening B.V."))
        if fill is not None:
            fill(desk)
    return path
