"""The keys of the pages, and what can be shown on them: how screens point at each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sroi_desktop.domain.obligation import Demand
    from sroi_desktop.domain.rules import RuleSet

HOME = "home"
CONTRACTS = "contracts"
CONTRACT = "contract"
NEW_CONTRACT = "new_contract"
EFFORTS = "efforts"
BOOKING = "booking"
CALCULATOR = "calculator"
CLAUSE = "clause"
EVIDENCE = "evidence"
REPORTS = "reports"
RULES = "rules"
EDITION = "edition"
RULE_EDITOR = "rule_editor"
HELP = "help"
SETTINGS = "settings"


@dataclass(frozen=True, slots=True)
class ContractTarget:
    """A contract, on one of its tabs: "standing", "efforts", "evidence", "reports" and so on."""

    contract_id: int
    tab: str = "standing"
    field: str | None = None


@dataclass(frozen=True, slots=True)
class NewContractTarget:
    """A contract to take on of which the tender calculator knows something already.

    `authority` is the name of a municipality, `rule_set_id` the published set that was chosen;
    `demand` holds category, sum, percentage, labour share and months as far as they are known.
    `clause_id` is a clause that was read: the contract and its rules come from its answers.
    """

    authority: str | None = None
    rule_set_id: str | None = None
    demand: Demand | None = None
    clause_id: int | None = None


@dataclass(frozen=True, slots=True)
class ClauseTarget:
    """A clause that was read before; None begins with a new one."""

    clause_id: int | None = None


@dataclass(frozen=True, slots=True)
class ChosenRulesTarget:
    """The rules that were typed over for a contract that is being taken on or changed."""

    rule_set_id: str
    contract_id: int | None = None


@dataclass(frozen=True, slots=True)
class CertificatesTarget:
    """The firm's own certificates, on the page of the settings."""


@dataclass(frozen=True, slots=True)
class BookingTarget:
    """A booking to make for a contract, or an effort to change, or to `divide` over contracts.

    `field` is the question to begin at, "" for the first that waits for an answer.
    """

    contract_id: int | None = None
    effort_id: int | None = None
    divide: bool = False
    field: str = ""


@dataclass(frozen=True, slots=True)
class EffortsTarget:
    """The efforts in which these words occur."""

    search: str


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
class RuleEditorTarget:
    """A rule set to type over, to change or to copy; without anything the owner chooses.

    `rule_set_id` is a set to begin with: one of the owner is changed, unless it is to `copy`;
    a published one is always copied. `contract_id` names the contract of which the own copy is
    adjusted. `rules` is a set that was made elsewhere and is kept nowhere yet. `authority` is
    the municipality that the new set is for, `back` the page to return to and its argument.
    """

    rule_set_id: str | None = None
    copy: bool = False
    contract_id: int | None = None
    rules: RuleSet | None = None
    authority: str | None = None
    back: tuple[str, object] | None = None


@dataclass(frozen=True, slots=True)
class EditionTarget:
    """Another edition of the rules: for one contract, or for all that it could be for.

    Without `rule_set_id` it is what came after the edition that the contract keeps.
    """

    rule_set_id: str | None = None
    contract_id: int | None = None


@dataclass(frozen=True, slots=True)
class CompareTarget:
    """A rule set beside another one, or beside the copy that a contract keeps."""

    rule_set_id: str
    other_id: str | None = None
    contract_id: int | None = None


@dataclass(frozen=True, slots=True)
class HelpTarget:
    """A help page, and a term on it."""

    topic: str
    term: str | None = None
