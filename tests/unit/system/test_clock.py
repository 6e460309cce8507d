"""Today where the owner is, and now in UTC."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from sroi_desktop.system.clock import FixedClock, SystemClock
from tests.unit.system.zones import in_zone, needs_zones

MORNING = datetime(2026, 12, 31, 10, 30, tzinfo=UTC)


class Stopped(SystemClock):
    """The clock of a computer at one moment."""

    def now(self) -> datetime:
        return MORNING


@needs_zones
@pytest.mark.parametrize(
    ("zone", "day"),
    [
        ("Europe/Amsterdam", date(2026, 12, 31)),
        ("Pacific/Kiritimati", date(2027, 1, 1)),
        ("Pacific/Pago_Pago", date(2026, 12, 30)),
    ],
)
def test_that_today_is_the_date_where_the_owner_is(zone: str, day: date) -> None:
    with in_zone(zone):
        assert Stopped().today() == day


def test_that_now_is_aware_and_in_utc() -> None:
    now = SystemClock().now()
    assert now.tzinfo is UTC
    assert abs(now - datetime.now(UTC)) < timedelta(minutes=1)


@needs_zones
@pytest.mark.parametrize("zone", ["Pacific/Auckland", "Pacific/Honolulu"])
def test_that_a_fixed_clock_stands_on_its_day_in_any_zone(zone: str) -> None:
    clock = FixedClock(date(2026, 11, 22))
    with in_zone(zone):
        assert clock.today() == date(2026, 11, 22)
        assert clock.now() == datetime(2026, 11, 22, 12, tzinfo=UTC)
