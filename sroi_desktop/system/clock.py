"""The clock: today as a date and now as a moment in UTC; a fixed one for tests and checks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Protocol


class Clock(Protocol):
    """Tells the time to whoever must not look at the wall itself."""

    def today(self) -> date:
        """Return the calendar date where the owner is."""

    def now(self) -> datetime:
        """Return the moment, aware, in UTC."""


def local_day(moment: datetime) -> date:
    """Return the date of a moment where the owner is."""
    return moment.astimezone().date()


class SystemClock:
    """The clock of the computer."""

    def today(self) -> date:
        """Return the local calendar date."""
        return local_day(self.now())

    def now(self) -> datetime:
        """Return the moment in UTC."""
        return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class FixedClock:
    """A clock that stands still on a day, at noon."""

    day: date

    def today(self) -> date:
        """Return the day."""
        return self.day

    def now(self) -> datetime:
        """Return noon of the day, in UTC."""
        return datetime.combine(self.day, time(12), UTC)
