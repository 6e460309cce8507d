"""Noting the days of a contract: what was typed stays until it is kept. No Qt here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from sroi_desktop.services import contracts
from sroi_desktop.ui.contract.days import FIELDS, Days

if TYPE_CHECKING:
    from sroi_desktop.domain.contract import Contract
    from sroi_desktop.services.changes import Done
    from sroi_desktop.services.desk import Desk

Act = Callable[[], "Done"]


class DaysView(Protocol):
    """What noting days asks of the screen."""

    def show_day(self, field: str, reading: str | None, error: str | None) -> None:
        """Show how a day was read, or what is wrong with it."""


class DayNoter:
    """Reads the three days while they are typed, and keeps those that changed."""

    def __init__(self, view: DaysView, desk: Desk, do: Callable[[Act], bool]) -> None:
        self._view = view
        self._desk = desk
        self._do = do
        self._contract: Contract | None = None
        self._noted = Days()
        self._typed = Days()

    def load(self, contract: Contract) -> tuple[str, str, str]:
        """Take the days of a contract; what was typed for it and not kept yet stays.

        Returns:
            The texts of the three fields.
        """
        same = self._contract is not None and self._contract.id == contract.id
        noted = Days.of(contract)
        self._typed = self._typed.rebased(self._noted, noted) if same else noted
        self._contract, self._noted = contract, noted
        return self._typed.texts()

    def type_day(self, field: str, text: str) -> None:
        """Read a day while it is typed."""
        self._typed = self._typed.with_text(field, text)
        read = self._typed.read(self._desk.today)
        self._view.show_day(field, read.readings.get(field), None)

    def leave_day(self, field: str) -> None:
        """Say what is wrong with a day, now that it was typed."""
        read = self._typed.read(self._desk.today)
        self._view.show_day(field, read.readings.get(field), read.problems.get(field))

    def keep(self) -> None:
        """Keep the days that changed: that of the contact, and those of the plan."""
        read = self._typed.read(self._desk.today)
        for field in FIELDS:
            self._view.show_day(field, read.readings.get(field), read.problems.get(field))
        contract = self._contract
        if read.problems or contract is None or contract.id is None:
            return
        contract_id, typed = contract.id, self._typed
        contact, sent, agreed = (read.days.get(field) for field in FIELDS)
        if contact != contract.contact_made_on:
            self._noted = replace(self._noted, contact=typed.contact)
            if not self._do(lambda: contracts.note_contact(self._desk, contract_id, contact)):
                return
        if (sent, agreed) != (contract.plan_sent_on, contract.plan_agreed_on):
            self._noted = replace(self._noted, sent=typed.sent, agreed=typed.agreed)
            self._do(
                lambda: contracts.note_plan(self._desk, contract_id, sent_on=sent, agreed_on=agreed)
            )
