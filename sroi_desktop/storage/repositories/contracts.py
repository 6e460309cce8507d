"""Contracts, and the copy of the rules that each of them keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sroi_desktop.domain.contract import Contract, ContractState
from sroi_desktop.domain.editions import EditionSwitch
from sroi_desktop.domain.plain import from_plain, to_plain
from sroi_desktop.domain.rules import Category, Quota, Rhythm, RuleSet
from sroi_desktop.storage.columns import (
    Shape,
    choice,
    day,
    fraction,
    money,
    packed,
    plain_list,
    readable,
    text,
    unpacked,
    whole,
)
from sroi_desktop.storage.errors import (
    BlockedByReportError,
    DuplicateError,
    RecordInUseError,
    UnknownRecordError,
)
from sroi_desktop.storage.hashing import sha256_of
from sroi_desktop.storage.repositories import invoices
from sroi_desktop.storage.unit_of_work import ALLOCATION, CONTRACT

if TYPE_CHECKING:
    import sqlite3

    from sroi_desktop.storage.connection import Sql
    from sroi_desktop.storage.unit_of_work import Rows

_CONTRACT = Shape(
    Contract,
    {
        "number": text("number"),
        "title": text("title"),
        "authority": text("authority"),
        "rule_set_id": text("rule_set_id"),
        "state": choice("state", ContractState),
        "reference": text("reference"),
        "category": choice("category", Category),
        "sum_excl_vat": money("sum_cents"),
        "percentage": fraction("percentage"),
        "offered_percentage": fraction("offered_percentage"),
        "fixed_amount": money("fixed_cents"),
        "labour_share": fraction("labour_share"),
        "company_share": fraction("company_share"),
        "published_on": day("published_on"),
        "awarded_on": day("awarded_on"),
        "starts_on": day("starts_on"),
        "ends_on": day("ends_on"),
        "rhythm": choice("rhythm", Rhythm),
        "full_time_hours": fraction("full_time_hours"),
        "contact_name": text("contact_name"),
        "contact_made_on": day("contact_made_on"),
        "plan_sent_on": day("plan_sent_on"),
        "plan_agreed_on": day("plan_agreed_on"),
        "note": text("note"),
        "bid_sum": money("bid_cents"),
        "bid_on": day("bid_on"),
        "wage_sum": money("wage_cents"),
        "expected_turnover": money("turnover_cents"),
        "quotas": plain_list("quotas", Quota),
        "switches": plain_list("switches", EditionSwitch),
        "id": whole("id"),
    },
)


def every(sql: Sql) -> tuple[Contract, ...]:
    """Return all contracts, by number."""
    return tuple(
        _CONTRACT.record(row) for row in sql.rows("SELECT * FROM contract ORDER BY number")
    )


def get(sql: Sql, contract_id: int) -> Contract:
    """Return one contract.

    Raises:
        UnknownRecordError: there is no such contract.
    """
    return _CONTRACT.record(_row(sql, contract_id))


def by_number(sql: Sql, number: str) -> Contract | None:
    """Return the contract with this number, or None."""
    row = sql.row("SELECT * FROM contract WHERE number = ?", number)
    return None if row is None else _CONTRACT.record(row)


def rule_set(sql: Sql, contract_id: int, known: dict[str, RuleSet]) -> RuleSet:
    """Return the copy of the rules that a contract keeps.

    Args:
        sql: the connection.
        contract_id: whose copy.
        known: the copies read before, by their hash; a new one is added.

    Raises:
        UnknownRecordError: there is no such contract.
    """
    found = sql.row("SELECT rule_copy FROM contract WHERE id = ?", contract_id)
    if found is None:
        raise UnknownRecordError(CONTRACT, contract_id)
    return _copy(sql, found["rule_copy"], known)


def rule_sets(sql: Sql, known: dict[str, RuleSet]) -> dict[int, RuleSet]:
    """Return the copies of the rules that all contracts keep, by contract; see `rule_set`."""
    return {
        contract_id: _copy(sql, sha256, known)
        for contract_id, sha256 in sql.rows("SELECT id, rule_copy FROM contract")
    }


def _copy(sql: Sql, sha256: str, known: dict[str, RuleSet]) -> RuleSet:
    if sha256 not in known:
        row = sql.rows("SELECT plain FROM rule_copy WHERE sha256 = ?", sha256)[0]
        with readable():
            known[sha256] = from_plain(RuleSet, unpacked(row["plain"]))
    return known[sha256]


def add(rows: Rows, contract: Contract, rules: RuleSet) -> int:
    """Add a contract under a copy of these rules and return its id.

    Raises:
        DuplicateError: the number is in use.
    """
    _refuse_same_number(rows, contract)
    copy = {"rule_copy": _keep_rules(rows, rules)}
    return rows.insert(CONTRACT, _CONTRACT.values(contract) | copy)


def change(rows: Rows, contract: Contract, rules: RuleSet | None) -> None:
    """Change a contract, and its copy of the rules where new ones are given.

    Raises:
        UnknownRecordError: there is no such contract.
        DuplicateError: the number is another's.
    """
    _refuse_same_number(rows, contract)
    copy = {} if rules is None else {"rule_copy": _keep_rules(rows, rules)}
    rows.update(CONTRACT, contract.id or 0, _CONTRACT.values(contract) | copy)


def remove(rows: Rows, contract_id: int) -> None:
    """Remove a contract that nothing counts for, with its invoices.

    Raises:
        UnknownRecordError: there is no such contract.
        BlockedByReportError: a report was issued under it.
        RecordInUseError: efforts count for it.
    """
    report = rows.sql.row("SELECT number FROM report WHERE contract_id = ?", contract_id)
    if report is not None:
        raise BlockedByReportError(report["number"], contract_id)
    if rows.sql.row("SELECT 1 FROM allocation WHERE contract_id = ?", contract_id) is not None:
        raise RecordInUseError(CONTRACT, contract_id, ALLOCATION)
    invoices.remove_all(rows, contract_id)
    rows.delete(CONTRACT, contract_id)


def _row(sql: Sql, contract_id: int) -> sqlite3.Row:
    row = sql.row("SELECT * FROM contract WHERE id = ?", contract_id)
    if row is None:
        raise UnknownRecordError(CONTRACT, contract_id)
    return row


def _refuse_same_number(rows: Rows, contract: Contract) -> None:
    other = by_number(rows.sql, contract.number)
    if other is not None and other.id != contract.id:
        raise DuplicateError(CONTRACT, "number", contract.number)


def _keep_rules(rows: Rows, rules: RuleSet) -> str:
    """Keep a copy of the rules under the hash of their text, and return that."""
    plain = packed(to_plain(rules))
    sha256 = sha256_of(plain.encode())
    if rows.sql.row("SELECT 1 FROM rule_copy WHERE sha256 = ?", sha256) is None:
        rows.keep("INSERT INTO rule_copy (sha256, plain) VALUES (?, ?)", sha256, plain)
        rows_of = reversed((*rules.blocks, *rules.left_over))
        labels = {block.code: block.label for block in rows_of}
        for code, label in labels.items():
            rows.keep("INSERT INTO rule_block VALUES (?, ?, ?)", sha256, code, label)
    return sha256
