"""A report says when an earlier one counted under another edition of the rules."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from sroi_desktop.services import editions, history, reports
from sroi_desktop.services.reports import Variant
from sroi_desktop.services.reports.switches import told
from tests.unit.services.books import (
    CONTRACT,
    PLACED,
    book,
    known,
    on,
    prove,
    rules,
    span,
    take_on,
)

if TYPE_CHECKING:
    from sroi_desktop.services.desk import Desk

V2 = replace(CONTRACT, rule_set_id="utrecht-v2")
Q3 = span("2026-01-01", "2026-09-30")


def drafted(desk: Desk, contract_id: int) -> reports.Draft:
    return reports.draft(desk, contract_id, Variant.ANONYMOUS, Q3)


def issued(desk: Desk, contract_id: int) -> int:
    return known(reports.issue(desk, drafted(desk, contract_id), b"%PDF-1.7 pages"))


@pytest.fixture
def older(desk: Desk) -> int:
    """Return a contract under v2 with one effort that is proven."""
    contract_id = take_on(desk, V2)
    prove(desk, book(desk, contract_id, replace(PLACED, block="wia-wao")), contract_id)
    return contract_id


def test_that_the_next_report_says_which_reports_counted_under_the_old_edition(
    desk: Desk, older: int
) -> None:
    issued(desk, older)
    issued(desk, older)
    before = drafted(desk, older).data.assumptions
    editions.switch(on(desk, date(2026, 11, 25)), older, rules(), "afspraak")
    told_first = drafted(desk, older).data.assumptions[0]
    assert told_first == (
        f"Vanaf 25 november 2026 gerekend volgens {editions.told(rules())}; wat eerder is "
        f"uitgebracht, rapport 2026-001 en rapport 2026-002, rekende volgens "
        f"{editions.told(rules('utrecht-v2'))}."
    )
    assert told_first not in before
    assert "afspraak" not in " ".join(drafted(desk, older).data.assumptions)


def test_that_nothing_is_said_while_no_report_rests_on_another_edition(
    desk: Desk, older: int
) -> None:
    assert told(desk, older) == ()
    editions.switch(desk, older, rules(), "afspraak")
    issued(desk, older)
    assert told(desk, older) == ()


def test_that_nothing_is_said_after_the_switch_was_undone(desk: Desk, older: int) -> None:
    issued(desk, older)
    editions.switch(desk, older, rules(), "afspraak")
    assert len(told(desk, older)) == 1
    history.undo(desk)
    assert told(desk, older) == ()
