"""The keys of the pages, and what can be shown on them: how screens point at each other."""

from __future__ import annotations

from dataclasses import dataclass

HOME = "home"
CONTRACTS = "contracts"
CONTRACT = "contract"
NEW_CONTRACT = "new_contract"
EFFORTS = "efforts"
BOOKING = "booking"
CALCULATOR = "calculator"
EVIDENCE = "evidence"
REPORTS = "reports"
RULES = "rules"
HELP = "help"
SETTINGS = "settings"


@dataclass(frozen=True, slots=True)
class ContractTarget:
    """A contract, on one of its tabs: "standing", "efforts", "evidence", "reports" and so on."""

    contract_id: int
    tab: str = "standing"
    field: str | None = None


@dataclass(frozen=True, slots=True)
class BookingTarget:
    """A booking to make for a contract, or an effort to change."""

    contract_id: int | None = None
    effort_id: int | None = None


@dataclass(frozen=True, slots=True)
class EvidenceTarget:
    """The missing evidence of a contract or of one effort."""

    contract_id: int | None = None
    effort_id: int | None = None


@dataclass(frozen=True, slots=True)
class ReportTarget:
    """A report to make for a contract."""

    contract_id: int


@dataclass(frozen=True, slots=True)
class HelpTarget:
    """A help page, and a term on it."""

    topic: str
    term: str | None = None
