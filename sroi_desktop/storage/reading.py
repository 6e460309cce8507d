"""What can be read of an administration."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sroi_desktop.storage import figures, history, lines, persons, undo, verify
from sroi_desktop.storage.repositories import (
    bookings,
    certificates,
    clauses,
    contracts,
    drafts,
    efforts,
    evidence,
    files,
    invoices,
    parties,
    reports,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from datetime import date
    from pathlib import Path

    from sroi_desktop.domain.allocation import Booked
    from sroi_desktop.domain.clause import Intake
    from sroi_desktop.domain.contract import Contract
    from sroi_desktop.domain.duplicates import Trace
    from sroi_desktop.domain.effort import Effort
    from sroi_desktop.domain.evidence import Piece
    from sroi_desktop.domain.guidance import Unrecognised
    from sroi_desktop.domain.money import Money
    from sroi_desktop.domain.parties import Candidate, Company, Supplier
    from sroi_desktop.domain.pso import Certificate
    from sroi_desktop.domain.rules import RuleSet
    from sroi_desktop.domain.turnover import Invoice
    from sroi_desktop.storage.connection import Sql
    from sroi_desktop.storage.records import (
        AddedUp,
        Check,
        ContractFigures,
        EffortLine,
        HistoryEntry,
        HourRow,
        IssuedReport,
        MissingLine,
        Outline,
        Person,
        Running,
    )


class Reader:
    """The reading half of a `Store`.

    Every method may raise a KnownStorageError where the disk or the file fails, and
    UnknownRecordError where it is asked for a record that does not exist.
    """

    def __init__(self, sql: Sql) -> None:
        self._sql = sql
        self._rules: dict[str, RuleSet] = {}
        self._contracts: tuple[int, tuple[Contract, ...]] | None = None

    @property
    def path(self) -> Path | None:
        """Where the file is; None in memory."""
        return self._sql.path

    @property
    def read_only(self) -> bool:
        """Tell whether the file was opened for reading only."""
        return self._sql.read_only

    def undoable(self) -> HistoryEntry | None:
        """Return the act that `undo` would turn back."""
        return undo.undoable(self._sql)

    def redoable(self) -> HistoryEntry | None:
        """Return the act that `redo` would bring back."""
        return undo.redoable(self._sql)

    def history(self, contract_id: int | None = None, limit: int = 200) -> tuple[HistoryEntry, ...]:
        """Return the latest entries, newest first; of one contract where one is given."""
        return history.entries(self._sql, contract_id, limit)

    def last_entry(self) -> int:
        """Return the number of the last entry, 0 before the first: it grows with every act."""
        return history.next_id(self._sql) - 1

    def touched(self, since: int) -> frozenset[int] | None:
        """Return the contracts that acts after an entry were about.

        None where one of them changed what belongs to no contract, such as a supplier.
        """
        return history.touched(self._sql, since)

    def history_head(self) -> str:
        """Return the hash of the last entry; it stands for the whole history so far."""
        return history.head(self._sql)

    def verify(self) -> tuple[Check, ...]:
        """Check the whole file, from its pages to the hashes of its reports."""
        return verify.every(self._sql)

    def company(self) -> Company | None:
        """Return the firm, or None while none was entered."""
        return parties.company(self._sql)

    def logo(self) -> bytes | None:
        """Return the picture of the firm, or None where it has none."""
        return parties.logo(self._sql)

    def contracts(self) -> tuple[Contract, ...]:
        """Return all contracts, by number.

        Every page asks for them, often more than once: they are read again only where the
        history has another entry than the last time, and inside an act.
        """
        if self._sql.in_transaction:
            return contracts.every(self._sql)
        entry = self.last_entry()
        if self._contracts is None or self._contracts[0] != entry:
            self._contracts = entry, contracts.every(self._sql)
        return self._contracts[1]

    def contract(self, contract_id: int) -> Contract:
        """Return one contract."""
        return contracts.get(self._sql, contract_id)

    def contract_by_number(self, number: str) -> Contract | None:
        """Return the contract with this number, or None."""
        return contracts.by_number(self._sql, number)

    def rule_set(self, contract_id: int) -> RuleSet:
        """Return the copy of the rules that a contract keeps."""
        return contracts.rule_set(self._sql, contract_id, self._rules)

    def rule_sets(self) -> dict[int, RuleSet]:
        """Return the copy of the rules that each contract keeps, by contract."""
        return contracts.rule_sets(self._sql, self._rules)

    def clauses(self) -> tuple[Intake, ...]:
        """Return the clauses of tenders that were read, the newest first."""
        return clauses.every(self._sql)

    def clauses_of(self, contract_id: int) -> tuple[Intake, ...]:
        """Return the clauses that a contract came from."""
        return clauses.of_contract(self._sql, contract_id)

    def clause(self, clause_id: int) -> Intake:
        """Return one clause."""
        return clauses.get(self._sql, clause_id)

    def invoices(self, contract_id: int) -> tuple[Invoice, ...]:
        """Return what was invoiced under a contract, by day."""
        return invoices.of_contract(self._sql, contract_id)

    def certificates(self) -> tuple[Certificate, ...]:
        """Return the PSO certificates of the firm, the one that ends last first."""
        return certificates.every(self._sql)

    def candidates(self) -> tuple[Candidate, ...]:
        """Return all candidates, in the order in which they were added."""
        return parties.candidates(self._sql)

    def candidate_by_code(self, code: str) -> Candidate | None:
        """Return the candidate with this pseudonym, or None."""
        return parties.candidate_by_code(self._sql, code)

    def person(self, candidate_id: int) -> Person | None:
        """Return who a candidate is, or None where that was not entered or was erased."""
        return persons.get(self._sql, candidate_id)

    def people(self) -> tuple[Person, ...]:
        """Return who the candidates are, as far as that was entered and not erased."""
        return persons.every(self._sql)

    def suppliers(self) -> tuple[Supplier, ...]:
        """Return all social enterprises, by name."""
        return parties.suppliers(self._sql)

    def supplier(self, supplier_id: int) -> Supplier:
        """Return one social enterprise."""
        return parties.supplier(self._sql, supplier_id)

    def effort(self, effort_id: int) -> Effort:
        """Return one effort."""
        return efforts.get(self._sql, effort_id)

    def efforts_of(self, candidate_code: str) -> tuple[tuple[Effort, tuple[Booked, ...]], ...]:
        """Return the efforts of a candidate with what each counts for, by the day they start."""
        return bookings.of_candidate(self._sql, candidate_code)

    def allocations(self, effort_id: int) -> tuple[Booked, ...]:
        """Return what an effort counts for."""
        return bookings.of_effort(self._sql, effort_id)

    def booked(self, contract_id: int) -> tuple[tuple[Effort, Booked], ...]:
        """Return what counts for a contract, by the day on which the efforts start."""
        return bookings.of_contract(self._sql, contract_id)

    def hours(self, effort_id: int) -> tuple[HourRow, ...]:
        """Return the hours under an effort, by day."""
        return efforts.hours(self._sql, effort_id)

    def traces(self, *, alone: bool = False) -> tuple[Trace, ...]:
        """Return by what efforts that were booked twice can be recognised.

        Args:
            alone: also those that have nothing in common with another in the books.
        """
        return efforts.traces(self._sql, alone=alone)

    def apart(self) -> frozenset[tuple[int, int]]:
        """Return the pairs of efforts that are no duplicates, the smaller id first."""
        return efforts.apart(self._sql)

    def pieces(self, effort_id: int) -> tuple[Piece, ...]:
        """Return the pieces of evidence of an effort, in the order in which they were added."""
        return evidence.of_effort(self._sql, effort_id)

    def evidence_bytes(self, sha256: str) -> bytes:
        """Return a kept file by its hash."""
        return files.content(self._sql, sha256)

    def effort_lines(
        self, contract_id: int | None = None, limit: int | None = None, offset: int = 0
    ) -> tuple[EffortLine, ...]:
        """Return rows for a table of efforts, the latest first; one per contract of an effort."""
        return lines.of_efforts(self._sql, contract_id, limit, offset)

    def efforts_where(self, holds: Callable[[str], bool], most: int) -> tuple[EffortLine, ...]:
        """Return rows of the latest efforts of which the words meet a condition, at most so many.

        The words are the title, the candidate, the block and the title of the contract.
        """
        return lines.of_efforts_where(self._sql, holds, most)

    def missing_evidence(self, contract_id: int | None = None) -> tuple[MissingLine, ...]:
        """Return each piece of evidence that is still asked for, most at stake first."""
        return lines.of_missing(self._sql, contract_id)

    def figures(
        self, today: date, only: Collection[int] | None = None
    ) -> tuple[ContractFigures, ...]:
        """Return where each contract, or some, stands on a day, but for what `running` returns."""
        return figures.every(self._sql, today, only)

    def outlines(self, today: date) -> dict[int, Outline]:
        """Return what can be told of contracts without adding up; see `figures.outlines`."""
        return figures.outlines(self._sql, today)

    def added_up(self, today: date, only: Collection[int]) -> dict[int, AddedUp]:
        """Return what the efforts of contracts add up to; see `figures.added_up`."""
        return figures.added_up(self._sql, today, only)

    def running(self, today: date, only: Collection[int] | None = None) -> tuple[Running, ...]:
        """Return the realised and reported efforts that are under way on a day."""
        return figures.running(self._sql, today, only)

    def unrecognised_purchases(
        self, only: Collection[int] | None = None
    ) -> tuple[tuple[int, Unrecognised], ...]:
        """Return the purchases whose supplier's recognition did not hold, with the contract."""
        return figures.unrecognised(self._sql, only)

    def reports(self, contract_id: int | None = None) -> tuple[IssuedReport, ...]:
        """Return all reports, or those of one contract, the latest first."""
        return reports.every(self._sql, contract_id)

    def reports_on(self, effort_id: int) -> tuple[IssuedReport, ...]:
        """Return the reports that rest on an effort, the latest first."""
        return reports.on_effort(self._sql, effort_id)

    def report(self, report_id: int) -> IssuedReport:
        """Return one report."""
        return reports.get(self._sql, report_id)

    def report_realised(self, report_id: int) -> dict[int, Money]:
        """Return by effort what a report said was realised of it."""
        return reports.realised(self._sql, report_id)

    def report_pdf(self, report_id: int) -> bytes:
        """Return the PDF of a report, byte for byte as it was issued."""
        return reports.document(self._sql, report_id, "pdf")

    def report_data(self, report_id: int) -> bytes:
        """Return the frozen data of a report."""
        return reports.document(self._sql, report_id, "data")

    def next_report_number(self, contract_id: int, year: int) -> str:
        """Return the number of the next report of a contract, such as 2026-001."""
        return reports.next_number(self._sql, contract_id, year)

    def draft(self, key: str) -> dict[str, Any] | None:
        """Return a draft, or None."""
        return drafts.get(self._sql, key)

    def drafts(self) -> tuple[str, ...]:
        """Return the keys of all drafts."""
        return drafts.keys(self._sql)
