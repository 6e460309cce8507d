"""The firm itself, the candidates and the social enterprises."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sroi_desktop.domain.parties import Candidate, Company, Supplier
from sroi_desktop.storage.columns import Shape, day, flag, fraction, readable, text, whole
from sroi_desktop.storage.errors import DuplicateError, RecordInUseError, UnknownRecordError
from sroi_desktop.storage.repositories import files
from sroi_desktop.storage.unit_of_work import CANDIDATE, COMPANY, EFFORT, PERSON, SUPPLIER

if TYPE_CHECKING:
    from sroi_desktop.storage.connection import Sql
    from sroi_desktop.storage.unit_of_work import Rows

_COMPANY = Shape(
    Company,
    {
        "name": text("name"),
        "kvk": text("kvk"),
        "tax_number": text("tax_number"),
        "street": text("street"),
        "postcode": text("postcode"),
        "town": text("town"),
        "contact": text("contact"),
        "email": text("email"),
        "phone": text("phone"),
        "employees": whole("employees"),
        "sector": text("sector"),
        "example": flag("example"),
    },
)
_CANDIDATE = Shape(
    Candidate,
    {"code": text("code"), "role": text("role"), "note": text("note"), "id": whole("id")},
)
_SUPPLIER = Shape(
    Supplier,
    {
        "name": text("name"),
        "scheme": text("scheme"),
        "issuer": text("issuer"),
        "valid_from": day("valid_from"),
        "valid_until": day("valid_until"),
        "note": text("note"),
        "target_group_share": fraction("target_group_share"),
        "market_income_share": fraction("market_income_share"),
        "seat": text("seat"),
        "aspirant_since": day("aspirant_since"),
        "id": whole("id"),
    },
)
THE_ONE = 1


def company(sql: Sql) -> Company | None:
    """Return the firm, or None while none was entered."""
    row = sql.row("SELECT * FROM company")
    return None if row is None else _COMPANY.record(row)


def set_company(rows: Rows, company: Company) -> None:
    """Enter or change the firm."""
    rows.put(COMPANY, THE_ONE, _COMPANY.values(company))


def logo(sql: Sql) -> bytes | None:
    """Return the picture of the firm, or None where it has none."""
    row = sql.row("SELECT logo FROM company WHERE logo IS NOT NULL")
    return None if row is None else files.content(sql, row["logo"])


def set_logo(rows: Rows, data: bytes | None) -> None:
    """Keep the picture of the firm, or take it away.

    Raises:
        UnknownRecordError: no firm was entered yet.
    """
    sha256 = None if data is None else files.keep(rows, data)
    rows.update(COMPANY, THE_ONE, {"logo": sha256})


def candidates(sql: Sql) -> tuple[Candidate, ...]:
    """Return all candidates, in the order in which they were added."""
    found = sql.rows("SELECT code, role, note, id FROM candidate ORDER BY id")
    with readable():
        return tuple(Candidate(*row) for row in found)  # by place: there may be thousands


def candidate_by_code(sql: Sql, code: str) -> Candidate | None:
    """Return the candidate with this pseudonym, or None."""
    row = sql.row("SELECT * FROM candidate WHERE code = ?", code)
    return None if row is None else _CANDIDATE.record(row)


def add_candidate(rows: Rows, candidate: Candidate) -> int:
    """Add a candidate and return the id.

    Raises:
        DuplicateError: the pseudonym is in use.
    """
    _refuse_same_code(rows, candidate)
    return rows.insert(CANDIDATE, _CANDIDATE.values(candidate))


def change_candidate(rows: Rows, candidate: Candidate) -> None:
    """Change a candidate.

    Raises:
        UnknownRecordError: there is no such candidate.
        DuplicateError: the pseudonym is another's.
    """
    _refuse_same_code(rows, candidate)
    rows.update(CANDIDATE, candidate.id or 0, _CANDIDATE.values(candidate))


def remove_candidate(rows: Rows, candidate_id: int) -> None:
    """Remove a candidate who has no efforts, with what was known of the person.

    Raises:
        UnknownRecordError: there is no such candidate.
        RecordInUseError: efforts name the candidate.
    """
    _refuse_used(rows, CANDIDATE, candidate_id, "candidate_id")
    if rows.find(PERSON, candidate_id) is not None:
        rows.delete(PERSON, candidate_id)
    rows.delete(CANDIDATE, candidate_id)


def suppliers(sql: Sql) -> tuple[Supplier, ...]:
    """Return all social enterprises, by name."""
    found = sql.rows("SELECT * FROM supplier ORDER BY name COLLATE NOCASE, id")
    return tuple(_SUPPLIER.record(row) for row in found)


def supplier(sql: Sql, supplier_id: int) -> Supplier:
    """Return one social enterprise.

    Raises:
        UnknownRecordError: there is no such supplier.
    """
    row = sql.row("SELECT * FROM supplier WHERE id = ?", supplier_id)
    if row is None:
        raise UnknownRecordError(SUPPLIER, supplier_id)
    return _SUPPLIER.record(row)


def add_supplier(rows: Rows, supplier: Supplier) -> int:
    """Add a social enterprise and return its id."""
    return rows.insert(SUPPLIER, _SUPPLIER.values(supplier))


def change_supplier(rows: Rows, supplier: Supplier) -> None:
    """Change a social enterprise.

    Raises:
        UnknownRecordError: there is no such supplier.
    """
    rows.update(SUPPLIER, supplier.id or 0, _SUPPLIER.values(supplier))


def remove_supplier(rows: Rows, supplier_id: int) -> None:
    """Remove a social enterprise that nothing was bought from.

    Raises:
        UnknownRecordError: there is no such supplier.
        RecordInUseError: efforts name the supplier.
    """
    _refuse_used(rows, SUPPLIER, supplier_id, "supplier_id")
    rows.delete(SUPPLIER, supplier_id)


def _refuse_same_code(rows: Rows, candidate: Candidate) -> None:
    other = candidate_by_code(rows.sql, candidate.code)
    if other is not None and other.id != candidate.id:
        raise DuplicateError(CANDIDATE, "code", candidate.code)


def _refuse_used(rows: Rows, table: str, key: int, column: str) -> None:
    if rows.sql.row(f"SELECT 1 FROM effort WHERE {column} = ?", key) is not None:
        raise RecordInUseError(table, key, EFFORT)
