"""A file of which part was overwritten: told, at the latest by `verify`, and never a crash."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sroi_desktop.domain.evidence import Piece
from sroi_desktop.domain.parties import Candidate
from sroi_desktop.storage import DamagedFileError, KnownStorageError, Person, open_store
from tests.unit.storage.book import TODAY, add_contract, add_effort, booked, effort, failed

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.storage.book import Clock

PAGE = 4096


def fill(path: Path, clock: Clock) -> None:
    with open_store(path, clock) as store:
        contract_id = add_contract(store)
        for number in range(20):
            one = booked(contract_id, missing=("contract",))
            add_effort(store, effort(title=f"Hovenier {number}"), one)
        with store.act("evidence.add") as work:
            work.add_piece(Piece(1, "contract", "Contract"), b"%PDF" * 3000)
            work.set_person(work.add_candidate(Candidate("K-01")), Person("Jan"))


def is_noticed(path: Path, clock: Clock) -> bool:
    """Tell whether opening, reading or checking the file tells that it is damaged."""
    try:
        with open_store(path, clock) as store:
            store.company()
            store.figures(TODAY)
            store.effort_lines()
            store.missing_evidence()
            return bool(failed(store))
    except KnownStorageError:
        return True


def test_that_every_overwritten_page_is_noticed(path: Path, clock: Clock) -> None:
    fill(path, clock)
    assert not is_noticed(path, clock)
    whole = path.read_bytes()
    unnoticed = []
    for start in range(0, len(whole), PAGE):
        data = bytearray(whole)
        data[start : start + PAGE] = bytes((start // PAGE + at) % 251 for at in range(PAGE))
        path.write_bytes(data)
        if not is_noticed(path, clock):
            unnoticed.append(start // PAGE)
    assert unnoticed == []


@pytest.mark.parametrize("part", [b"CREATE TABLE draft", b"tabledraftdraft"])
def test_that_a_schema_that_is_no_text_is_damage(path: Path, clock: Clock, part: bytes) -> None:
    data = path.read_bytes()
    assert data.count(part) == 1
    path.write_bytes(data.replace(part, part.replace(b"d", b"\xff", 1)))
    with pytest.raises(DamagedFileError):
        open_store(path, clock)


def test_that_a_few_overwritten_bytes_never_crash(path: Path, clock: Clock) -> None:
    fill(path, clock)
    whole = path.read_bytes()
    for start in range(100, len(whole), 997):
        data = bytearray(whole)
        data[start : start + 16] = b"\x00\xff2026-02-30\xfe\x01\x80a"
        path.write_bytes(data)
        is_noticed(path, clock)
