"""What may be booked twice is found over the whole administration, until the owner says no."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from sroi_desktop.services import duplicates, history
from sroi_desktop.services.acts import act_text
from sroi_desktop.services.changes import Changed
from sroi_desktop.services.duplicates import Ground, trace_of
from sroi_desktop.storage import UnknownRecordError
from tests.unit.services.books import BOUGHT, HELPED, PLACED, book, span

if TYPE_CHECKING:
    from sroi_desktop.services.desk import Desk

AGAIN = replace(PLACED, title="Nog eens", period=span("2026-08-01", "2026-12-31"))


def found(desk: Desk) -> list[tuple[tuple[int, int], Ground]]:
    return [(pair.key, pair.ground) for pair in duplicates.looking(desk)()]


def test_that_one_person_on_the_same_days_is_found(desk: Desk, contract_id: int) -> None:
    ids = [book(desk, contract_id, one) for one in (PLACED, HELPED, AGAIN)]
    assert found(desk) == [((ids[0], ids[2]), Ground.PERSON)]


def test_that_an_effort_divided_over_contracts_is_one_effort(desk: Desk, contract_id: int) -> None:
    book(desk, contract_id, PLACED)
    assert found(desk) == []


def test_that_what_the_owner_sets_apart_is_not_asked_again_until_undone(
    desk: Desk, contract_id: int
) -> None:
    pair = book(desk, contract_id, PLACED), book(desk, contract_id, AGAIN)
    done = duplicates.set_apart(desk, pair, "Hovenier en Nog eens")
    assert done.changed == {Changed.EFFORTS}
    assert found(desk) == []
    last = history.undoable(desk)
    assert last is not None
    assert "Hovenier en Nog eens" in act_text(last.name, last.about)
    history.undo(desk)
    assert found(desk) == [(pair, Ground.PERSON)]


def test_that_only_efforts_that_are_there_are_set_apart(desk: Desk, contract_id: int) -> None:
    one = book(desk, contract_id, PLACED)
    with pytest.raises(UnknownRecordError):
        duplicates.set_apart(desk, (one, 99), "Hovenier")


def test_that_a_new_effort_is_compared_with_all_that_is_booked(
    desk: Desk, contract_id: int
) -> None:
    bill = replace(BOUGHT, invoice_number="F-17")
    book(desk, contract_id, bill)
    (one,) = duplicates.traces(desk)
    assert one == replace(trace_of(bill), effort_id=one.effort_id)


def test_that_what_was_set_apart_is_not_told_while_booking_either(
    desk: Desk, contract_id: int
) -> None:
    pair = book(desk, contract_id, PLACED), book(desk, contract_id, AGAIN)
    again = desk.store.effort(pair[1])
    traces = duplicates.traces(desk)
    (found,) = duplicates.resembling(again, traces, duplicates.apart(desk))
    assert found.key == pair
    duplicates.set_apart(desk, pair, "Hovenier en Nog eens")
    assert duplicates.resembling(again, traces, duplicates.apart(desk)) == ()
