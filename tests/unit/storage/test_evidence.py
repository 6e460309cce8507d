"""Pieces of evidence and the files kept for them."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import date
from hashlib import sha256

import pytest

from sroi_desktop.domain.evidence import Piece
from sroi_desktop.storage import Store, UnknownRecordError
from tests.unit.storage.book import SPRING, add_effort, effort

PDF = b"%PDF-1.7 \x00\xff"
HASH = sha256(PDF).hexdigest()


def test_that_a_kept_file_comes_back_byte_for_byte(store: Store) -> None:
    effort_id = add_effort(store, effort())
    kept = Piece(effort_id, "contract", "Contract", date(2026, 2, 20), SPRING, "../../x.pdf")
    with store.act("evidence.add") as work:
        piece_id = work.add_piece(kept, PDF)
    (found,) = store.pieces(effort_id)
    assert found == replace(kept, sha256=HASH, size=len(PDF), id=piece_id)
    assert store.evidence_bytes(HASH) == PDF


def test_that_a_document_that_was_seen_needs_no_file(store: Store) -> None:
    effort_id = add_effort(store, effort())
    seen = Piece(effort_id, "contract", "Contract", seen_by="Anna", seen_on=date(2026, 3, 1))
    with store.act("evidence.add") as work:
        piece_id = work.add_piece(replace(seen, readable=False))
    assert store.pieces(effort_id) == (replace(seen, readable=False, id=piece_id),)


def test_that_the_same_file_is_kept_once(store: Store) -> None:
    effort_id = add_effort(store, effort())
    with store.act("evidence.add") as work:
        for _ in range(2):
            work.add_piece(Piece(effort_id, "contract", "Contract"), PDF)
        work.add_piece(Piece(effort_id, "statement", "Verklaring", sha256=HASH, size=len(PDF)))
    assert store._sql.whole("SELECT count(*) FROM kept_file") == 1
    assert {piece.sha256 for piece in store.pieces(effort_id)} == {HASH}


def test_that_removing_a_piece_keeps_its_file_for_undo(store: Store) -> None:
    effort_id = add_effort(store, effort())
    with store.act("evidence.add") as work:
        piece_id = work.add_piece(Piece(effort_id, "contract", "Contract"), PDF)
    with store.act("evidence.remove") as work:
        work.remove_piece(piece_id)
    assert store.pieces(effort_id) == ()
    store.undo()
    (found,) = store.pieces(effort_id)
    assert store.evidence_bytes(found.sha256 or "") == PDF


def test_that_what_is_said_of_a_piece_can_be_changed(store: Store) -> None:
    effort_id = add_effort(store, effort())
    with store.act("evidence.add") as work:
        piece_id = work.add_piece(Piece(effort_id, "contract", "Contract"), PDF)
    (found,) = store.pieces(effort_id)
    with store.act("evidence.change") as work:
        work.change_piece(replace(found, requirement="statement", readable=False))
    assert store.pieces(effort_id) == (replace(found, requirement="statement", readable=False),)
    assert found.id == piece_id


def test_that_a_kept_file_never_changes(store: Store) -> None:
    effort_id = add_effort(store, effort())
    with store.act("evidence.add") as work:
        work.add_piece(Piece(effort_id, "contract", "Contract"), PDF)
    with pytest.raises(sqlite3.IntegrityError, match="never changes"):
        store._sql.run("UPDATE kept_file SET bytes = x'00', size = 1")


def test_that_no_file_bytes_stand_in_the_history(store: Store) -> None:
    effort_id = add_effort(store, effort())
    with store.act("evidence.add") as work:
        work.add_piece(Piece(effort_id, "contract", "Contract"), b"A" * 100_000)
    assert store._sql.whole("SELECT max(length(changes)) FROM history") < 2_000


def test_that_what_does_not_exist_cannot_be_read_or_changed(store: Store) -> None:
    with pytest.raises(UnknownRecordError):
        store.evidence_bytes(HASH)
    effort_id = add_effort(store, effort())
    with store.act("evidence.change") as work:
        for piece in (Piece(7, "contract", "Contract"), Piece(effort_id, "c", "C", sha256=HASH)):
            with pytest.raises(UnknownRecordError):
                work.add_piece(piece)
            with pytest.raises(UnknownRecordError):
                work.change_piece(piece)
        with pytest.raises(UnknownRecordError):
            work.change_piece(Piece(effort_id, "contract", "Contract"))
        with pytest.raises(UnknownRecordError):
            work.remove_piece(7)
