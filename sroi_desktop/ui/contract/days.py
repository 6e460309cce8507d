"""The days that an owner notes of a contract: contact, plan sent, plan agreed. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from sroi_desktop.language import _
from sroi_desktop.language.errors import error_text
from sroi_desktop.language.numbers import date_text
from sroi_desktop.language.parsing import UnreadableError, parse_date

if TYPE_CHECKING:
    from datetime import date

    from sroi_desktop.domain.contract import Contract

CONTACT, SENT, AGREED = "contact", "sent", "agreed"
FIELDS = (CONTACT, SENT, AGREED)


@dataclass(frozen=True, slots=True)
class ReadDays:
    """What was typed, as days, and what is wrong with it; a day may be left empty."""

    days: dict[str, date] = field(default_factory=dict)
    readings: dict[str, str] = field(default_factory=dict)
    problems: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Days:
    """The three days as typed."""

    contact: str = ""
    sent: str = ""
    agreed: str = ""

    @classmethod
    def of(cls, contract: Contract) -> Days:
        """Return the days noted so far."""
        noted = (contract.contact_made_on, contract.plan_sent_on, contract.plan_agreed_on)
        return cls(*("" if day is None else date_text(day) for day in noted))

    def texts(self) -> tuple[str, str, str]:
        """Return the days as typed, in order."""
        return self.contact, self.sent, self.agreed

    def with_text(self, name: str, text: str) -> Days:
        """Return the days with another text for one of them."""
        return replace(self, **{name: text})

    def rebased(self, before: Days, after: Days) -> Days:
        """Return the days with what was typed since `before`, on top of `after`."""
        texts = zip(self.texts(), before.texts(), after.texts(), strict=True)
        return Days(*(own if own != old else new for own, old, new in texts))

    def read(self, today: date) -> ReadDays:
        """Return what was typed as days; none of them may lie ahead."""
        read = ReadDays()
        for name, text in zip(FIELDS, self.texts(), strict=True):
            if text.strip():
                _read_one(read, name, text, today)
        sent, agreed = read.days.get(SENT), read.days.get(AGREED)
        if sent is not None and agreed is not None and agreed < sent:
            read.problems[AGREED] = _("The plan was sent later than this. Check both days.")
        return read


def _read_one(read: ReadDays, name: str, text: str, today: date) -> None:
    try:
        day = parse_date(text)
    except UnreadableError as error:
        read.problems[name] = error_text(error)
        return
    read.days[name] = day
    read.readings[name] = date_text(day)
    if day > today:
        read.problems[name] = _("This day has not come yet. Note it when it is done.")
