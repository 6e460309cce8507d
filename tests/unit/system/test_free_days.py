"""The public holidays of the Netherlands."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest

from sroi_desktop.system.free_days import public_holidays

IN_2026 = {
    *(date(2026, 1, 1), date(2026, 4, 3), date(2026, 4, 5), date(2026, 4, 6), date(2026, 4, 27)),
    *(date(2026, 5, 14), date(2026, 5, 24), date(2026, 5, 25)),
    *(date(2026, 12, 25), date(2026, 12, 26)),
}


def test_that_every_holiday_of_a_year_is_known() -> None:
    assert public_holidays([2026]) == IN_2026


@pytest.mark.parametrize(("year", "is_free"), [(2025, True), (2026, False), (2030, True)])
def test_that_liberation_day_is_a_day_off_for_all_once_in_five_years(
    year: int, is_free: bool
) -> None:
    assert (date(year, 5, 5) in public_holidays([year])) is is_free


def test_that_kings_day_moves_to_a_saturday_where_it_falls_on_a_sunday() -> None:
    assert date(2025, 4, 26) in public_holidays([2025])
    assert date(2025, 4, 27) not in public_holidays([2025])


def test_that_several_years_are_taken_together() -> None:
    assert public_holidays([2025, 2026]) == public_holidays([2025]) | IN_2026
    assert public_holidays([]) == frozenset()


def test_that_the_package_is_loaded_only_when_it_is_needed() -> None:
    code = "import sys, sroi_desktop.services.deadlines; sys.exit('holidays' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
