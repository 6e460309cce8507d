"""What can be written within one act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sroi_desktop.storage import persons
from sroi_desktop.storage.records import IssuedReport
from sroi_desktop.storage.repositories import (
    bookings,
    certificates,
    clauses,
    contracts,
    efforts,
    evidence,
    invoices,
    parties,
    reports,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date
    from fractions import Fraction

    from sroi_desktop.domain.allocation import Booked
    from sroi_desktop.domain.clause import Intake
    from sroi_desktop.domain.contract import Contract
    from sroi_desktop.domain.effort import Effort
    from sroi_desktop.domain.evidence import Piece
    from sroi_desktop.domain.money import Money
    from sroi_desktop.domain.parties import Candidate, Company, Supplier
    from sroi_desktop.domain.periods import Period
    from sroi_desktop.domain.pso import Certificate
    from sroi_desktop.domain.rules import RuleSet
    from sroi_desktop.domain.turnover import Invoice
    from sroi_desktop.storage.records import Person
    from sroi_desktop.storage.unit_of_work import Rows

_NEW = 0


class Work:
    """Writes within one act of `Store.act`; of no use once that is over.

    Each method raises UnknownRecordError where what it changes, or refers to, does not exist.
    """

    def __init__(self, rows: Rows, rules: Callable[[int], RuleSet]) -> None:
        self._rows = rows
        self._rules = rules

    def set_company(self, company: Company) -> None:
        """Enter or change the firm."""
        parties.set_company(self._rows, company)

    def set_logo(self, data: bytes | None) -> None:
        """Keep the picture of the firm, PNG or JPEG, or take it away."""
        parties.set_logo(self._rows, data)

    def add_contract(self, contract: Contract, rules: RuleSet) -> int:
        """Add a contract under a copy of these rules and return its id.

        Raises:
            DuplicateError: the number is in use.
        """
        return contracts.add(self._rows, contract, rules)

    def change_contract(self, contract: Contract, rules: RuleSet | None = None) -> None:
        """Change a contract, and its copy of the rules where new ones are given.

        Raises:
            DuplicateError: the number is another's.
        """
        contracts.change(self._rows, contract, rules)

    def remove_contract(self, contract_id: int) -> None:
        """Remove a contract; a clause that it came from stays, without it.

        Raises:
            BlockedByReportError: a report was issued under it.
            RecordInUseError: efforts count for it.
        """
        clauses.let_go(self._rows, contract_id)
        contracts.remove(self._rows, contract_id)

    def add_clause(self, intake: Intake) -> int:
        """Add the clause of a tender and return its id."""
        return clauses.add(self._rows, intake)

    def change_clause(self, intake: Intake) -> None:
        """Change the clause of a tender, such as an answer about it."""
        clauses.change(self._rows, intake)

    def remove_clause(self, clause_id: int) -> None:
        """Remove the clause of a tender; a contract that came of it stays."""
        clauses.remove(self._rows, clause_id)

    def add_invoice(self, invoice: Invoice) -> int:
        """Add an invoice of a contract and return its id."""
        return invoices.add(self._rows, invoice)

    def change_invoice(self, invoice: Invoice) -> None:
        """Change an invoice."""
        invoices.change(self._rows, invoice)

    def remove_invoice(self, invoice_id: int) -> None:
        """Remove an invoice."""
        invoices.remove(self._rows, invoice_id)

    def add_certificate(self, certificate: Certificate) -> int:
        """Add a PSO certificate of the firm and return its id."""
        return certificates.add(self._rows, certificate)

    def change_certificate(self, certificate: Certificate) -> None:
        """Change a PSO certificate of the firm."""
        certificates.change(self._rows, certificate)

    def remove_certificate(self, certificate_id: int) -> None:
        """Remove a PSO certificate of the firm."""
        certificates.remove(self._rows, certificate_id)

    def add_candidate(self, candidate: Candidate) -> int:
        """Add a candidate and return the id.

        Raises:
            DuplicateError: the pseudonym is in use.
        """
        return parties.add_candidate(self._rows, candidate)

    def change_candidate(self, candidate: Candidate) -> None:
        """Change a candidate.

        Raises:
            DuplicateError: the pseudonym is another's.
        """
        parties.change_candidate(self._rows, candidate)

    def remove_candidate(self, candidate_id: int) -> None:
        """Remove a candidate.

        Raises:
            RecordInUseError: efforts name the candidate.
        """
        parties.remove_candidate(self._rows, candidate_id)

    def set_person(self, candidate_id: int, person: Person) -> None:
        """Enter or change who a candidate is; kept sealed."""
        persons.put(self._rows, candidate_id, person)

    def erase_person(self, candidate_id: int) -> None:
        """Make all that identifies a candidate unreadable, for good: the act has no undo."""
        persons.erase(self._rows, candidate_id)

    def add_supplier(self, supplier: Supplier) -> int:
        """Add a social enterprise and return its id."""
        return parties.add_supplier(self._rows, supplier)

    def change_supplier(self, supplier: Supplier) -> None:
        """Change a social enterprise."""
        parties.change_supplier(self._rows, supplier)

    def remove_supplier(self, supplier_id: int) -> None:
        """Remove a social enterprise.

        Raises:
            RecordInUseError: efforts name it.
        """
        parties.remove_supplier(self._rows, supplier_id)

    def add_effort(self, effort: Effort, booked: Sequence[Booked]) -> int:
        """Add an effort with what it counts for, and return its id.

        Raises:
            OverAllocatedError: the shares exceed the whole on some day.
        """
        effort_id = efforts.add(self._rows, effort)
        bookings.put(self._rows, effort, effort_id, booked, self._rules)
        return effort_id

    def change_effort(self, effort: Effort, booked: Sequence[Booked]) -> None:
        """Change an effort and what it counts for.

        Raises:
            OverAllocatedError: the shares exceed the whole on some day.
        """
        efforts.change(self._rows, effort)
        bookings.put(self._rows, effort, effort.id or _NEW, booked, self._rules)

    def set_booked(self, effort_id: int, booked: Sequence[Booked]) -> None:
        """Change what an effort counts for.

        Raises:
            OverAllocatedError: the shares exceed the whole on some day.
        """
        effort = efforts.get(self._rows.sql, effort_id)
        bookings.put(self._rows, effort, effort_id, booked, self._rules)

    def set_reported(self, allocation_id: int, amount: Money) -> None:
        """Note what a report says was realised of a share."""
        bookings.set_reported(self._rows, allocation_id, amount)

    def remove_effort(self, effort_id: int) -> None:
        """Remove an effort with its hours, evidence and what it counts for.

        Raises:
            BlockedByReportError: an issued report rests on it.
        """
        efforts.refuse_reported(self._rows.sql, effort_id)
        bookings.remove(self._rows, effort_id)
        efforts.remove(self._rows, effort_id)

    def set_apart(self, pair: tuple[int, int]) -> None:
        """Keep that two efforts, by their ids, are no duplicates of each other."""
        efforts.set_apart(self._rows, pair)

    def set_hours(self, effort_id: int, hours: Sequence[tuple[date, Fraction]]) -> None:
        """Replace the hours under an effort: pairs of a day and the hours of that day."""
        efforts.set_hours(self._rows, effort_id, hours)

    def add_piece(self, piece: Piece, data: bytes | None = None) -> int:
        """Add a piece of evidence, with its file where there is one, and return its id.

        The hash and size of the piece are those of the file.
        """
        return evidence.add(self._rows, piece, data)

    def change_piece(self, piece: Piece) -> None:
        """Change what is said of a piece of evidence."""
        evidence.change(self._rows, piece)

    def remove_piece(self, piece_id: int) -> None:
        """Remove a piece of evidence; its file stays, so that this can be undone."""
        evidence.remove(self._rows, piece_id)

    def issue_report(  # noqa: PLR0913 - a report is issued with all of this, once
        self,
        contract_id: int,
        *,
        number: str,
        kind: str,
        variant: str,
        period: Period,
        data_json: bytes,
        pdf: bytes,
        sha256: str,
        realised: Mapping[int, Money],
        corrects: int | None = None,
    ) -> int:
        """Keep a report for good and return its id; the act has no undo.

        Args:
            contract_id: the contract that it is about.
            number: its number within the contract, from `Store.next_report_number`.
            kind: what it is, such as "progress" or "final".
            variant: "anonymous", "pseudonymous" or "named".
            period: the days that it covers.
            data_json: the frozen data that it was made from.
            pdf: the report itself.
            sha256: the hash of the PDF.
            realised: by effort that it rests on, what it says was realised of it.
            corrects: the report that it corrects.

        Raises:
            DuplicateError: the contract has a report with this number.
            ValueError: the hash is not that of the PDF.
        """
        report = IssuedReport(
            _NEW, contract_id, number, kind, variant, period, self._rows.at, sha256, corrects
        )
        return reports.issue(self._rows, report, data_json, pdf, realised)
