"""Every query that a screen waits for finds its rows by an index."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sroi_desktop.domain.clause import Intake
from sroi_desktop.storage import Store
from tests.unit.storage.book import TODAY, add_contract, add_effort, booked, effort

if TYPE_CHECKING:
    from collections.abc import Callable

# What adds up or lists everything reads one whole table, and finds all others by key.
READS_ALL = {
    "figures": {"allocation", "contract", "report"},
    "effort_lines": {"effort"},
    "missing_evidence": {"allocation"},
    "unrecognised_purchases": {"allocation", "effort", "supplier"},
    "contracts": {"contract"},
    "history": {"history"},
}
READS: dict[str, Callable[[Store], object]] = {
    "figures": lambda store: store.figures(TODAY),
    "running": lambda store: store.running(TODAY),
    "unrecognised_purchases": lambda store: store.unrecognised_purchases(),
    "effort_lines": lambda store: store.effort_lines(),
    "effort_lines of a contract": lambda store: store.effort_lines(1),
    "missing_evidence": lambda store: store.missing_evidence(),
    "missing_evidence of a contract": lambda store: store.missing_evidence(1),
    "contracts": lambda store: store.contracts(),
    "contract": lambda store: store.contract(1),
    "contract_by_number": lambda store: store.contract_by_number("2026-01"),
    "booked": lambda store: store.booked(1),
    "effort": lambda store: store.effort(1),
    "allocations": lambda store: store.allocations(1),
    "efforts_of": lambda store: store.efforts_of("K-01"),
    "hours": lambda store: store.hours(1),
    "pieces": lambda store: store.pieces(1),
    "reports of a contract": lambda store: store.reports(1),
    "next_report_number": lambda store: store.next_report_number(1, 2026),
    "undoable": lambda store: store.undoable(),
    "redoable": lambda store: store.redoable(),
    "history": lambda store: store.history(),
    "clause": lambda store: store.clause(1),
    "clauses of a contract": lambda store: store.clauses_of(1),
    "draft": lambda store: store.draft("effort"),
}


@pytest.mark.parametrize("name", READS)
def test_that_a_query_reads_no_table_it_need_not(
    store: Store, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    add_effort(store, effort(), booked(add_contract(store)))
    with store.act("begin_clause") as work:
        work.add_clause(Intake())
    asked: list[str] = []
    store._sql._connection.set_trace_callback(asked.append)
    READS[name](store)
    store._sql._connection.set_trace_callback(None)
    steps = [
        step["detail"].split()
        for sql in asked
        for step in store._sql.rows(f"EXPLAIN QUERY PLAN {sql}")
    ]
    assert steps
    tables = {row["name"] for row in store._sql.rows("SELECT name FROM sqlite_master")}
    scanned = {words[1] for words in steps if words[0] == "SCAN"} & tables
    assert scanned <= READS_ALL.get(name, set())


def test_that_every_table_is_strict(store: Store) -> None:
    lax = "SELECT name FROM pragma_table_list WHERE NOT strict AND name NOT LIKE 'sqlite_%'"
    assert store._sql.rows(lax) == []
