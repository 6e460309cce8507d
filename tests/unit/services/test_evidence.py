"""Keeping proof: which files are taken, under which name, and what they make complete."""

from __future__ import annotations

import hashlib
import os
import unicodedata
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sroi_desktop.domain.errors import CitizenNumberError
from sroi_desktop.services import efforts, evidence, history, proof_files
from sroi_desktop.services.proof_files import (
    EmptyFileError,
    FileTooLargeError,
    ProgramFileError,
    UnreadableFileError,
)
from sroi_desktop.services.refusals import explain
from sroi_desktop.storage import UnknownRecordError
from sroi_desktop.system.settings import MEGABYTE, Settings
from tests.unit.services.books import (
    BOUGHT,
    BSN,
    CONTRACT,
    PLACED,
    a_file,
    book,
    half_for,
    known,
    prove,
    span,
    take_on,
)

if TYPE_CHECKING:
    from sroi_desktop.services.changes import Done
    from sroi_desktop.services.desk import Desk

PDF = b"%PDF-1.7\n"


@pytest.fixture
def effort_id(desk: Desk, contract_id: int) -> int:
    return book(desk, contract_id, BOUGHT)


def attach(desk: Desk, effort_id: int, path: Path, requirement: str = "factuur") -> Done:
    return evidence.attach(desk, effort_id, requirement, path, title="Factuur")


def missing(desk: Desk, effort_id: int) -> list[tuple[str, ...]]:
    return [booked.missing for booked in desk.store.allocations(effort_id)]


# -- which files


def test_that_a_file_is_kept_with_its_hash_and_can_be_had_back(
    desk: Desk, effort_id: int, tmp_path: Path
) -> None:
    path = a_file(tmp_path, "factuur maart.pdf", PDF)
    done = attach(desk, effort_id, path)
    path.unlink()
    (piece,) = desk.store.pieces(effort_id)
    assert (piece.id, piece.file_name, piece.size) == (done.id, "factuur maart.pdf", len(PDF))
    assert piece.sha256 == hashlib.sha256(PDF).hexdigest()
    copy = evidence.copy_out(desk, piece, tmp_path)
    assert copy.read_bytes() == PDF
    assert copy.parent == tmp_path


def test_that_a_file_of_60_mb_is_refused_by_its_size_without_being_read(
    desk: Desk, effort_id: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "scan.pdf"
    with path.open("wb") as file:
        file.truncate(60 * MEGABYTE)
    monkeypatch.setattr(Path, "open", None)  # reading would fail in another way
    with pytest.raises(FileTooLargeError) as caught:
        attach(desk, effort_id, path)
    assert "60 MB" in explain(caught.value)
    assert "25 MB" in explain(caught.value)
    with pytest.raises(FileTooLargeError):
        evidence.look_at(desk, path)
    assert desk.store.pieces(effort_id) == ()


def test_that_the_limit_is_a_setting(desk: Desk, effort_id: int, tmp_path: Path) -> None:
    path = a_file(tmp_path, "scan.pdf", b"x" * (MEGABYTE + 1))
    small = replace(desk, settings=Settings(evidence_limit_mb=1))
    with pytest.raises(FileTooLargeError):
        attach(small, effort_id, path)
    attach(replace(desk, settings=Settings(evidence_limit_mb=2)), effort_id, path)


def test_that_a_file_that_grows_while_it_is_read_is_refused(
    desk: Desk, effort_id: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = a_file(tmp_path, data=b"x" * (MEGABYTE + 9))
    monkeypatch.setattr(proof_files, "size", lambda *_: 9)
    with pytest.raises(FileTooLargeError):
        attach(replace(desk, settings=Settings(evidence_limit_mb=1)), effort_id, path)


def test_that_a_file_emptied_while_it_is_read_is_refused(
    desk: Desk, effort_id: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(proof_files, "size", lambda *_: 9)
    with pytest.raises(EmptyFileError):
        attach(desk, effort_id, a_file(tmp_path, data=b""))


@pytest.mark.parametrize("look", [True, False])
def test_that_an_empty_file_proves_nothing(
    desk: Desk, effort_id: int, tmp_path: Path, look: bool
) -> None:
    path = a_file(tmp_path, data=b"")
    with pytest.raises(EmptyFileError) as caught:
        evidence.look_at(desk, path) if look else attach(desk, effort_id, path)
    assert explain(caught.value).endswith(".")


@pytest.mark.parametrize("name", ["", "weg.pdf", "a\0b.pdf", "x" * 300])
def test_that_a_folder_or_a_file_that_is_gone_is_refused(
    desk: Desk, effort_id: int, tmp_path: Path, name: str
) -> None:
    with pytest.raises(UnreadableFileError) as caught:
        attach(desk, effort_id, tmp_path / name)
    assert explain(caught.value).endswith(".")


def test_that_a_file_whose_size_is_not_told_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "brief.pdf"
    path.write_bytes(b"%PDF")

    def refuse(_path: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        raise PermissionError(follow_symlinks)

    monkeypatch.setattr(Path, "stat", refuse)
    with pytest.raises(UnreadableFileError):
        proof_files.size(path, MEGABYTE)


def test_that_a_file_that_may_not_be_read_is_refused(
    desk: Desk, effort_id: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = a_file(tmp_path)

    def refuse(*_args: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(UnreadableFileError):
        attach(desk, effort_id, path)


def test_that_a_device_is_no_file(desk: Desk, effort_id: int) -> None:
    with pytest.raises(UnreadableFileError):
        attach(desk, effort_id, Path(os.devnull))


@pytest.mark.parametrize("name", [f"{BSN}.pdf", f"scan {BSN[:3]}.{BSN[3:6]}.{BSN[6:]}.pdf"])
def test_that_a_bsn_in_the_name_of_a_file_is_refused(
    desk: Desk, effort_id: int, tmp_path: Path, name: str
) -> None:
    path = a_file(tmp_path, name)
    for act in (evidence.look_at, lambda d, p: attach(d, effort_id, p)):
        with pytest.raises(CitizenNumberError) as caught:
            act(desk, path)
        assert BSN not in explain(caught.value)
    assert desk.store.pieces(effort_id) == ()


def test_that_the_same_bytes_are_kept_once_and_named_twice(
    desk: Desk, effort_id: int, tmp_path: Path
) -> None:
    attach(desk, effort_id, a_file(tmp_path, "een.pdf"))
    attach(desk, effort_id, a_file(tmp_path, "twee.pdf"))
    first, second = desk.store.pieces(effort_id)
    assert first.sha256 == second.sha256
    assert (first.file_name, second.file_name) == ("een.pdf", "twee.pdf")
    evidence.remove(desk, effort_id, first.id or 0)
    assert evidence.copy_out(desk, second, tmp_path).read_bytes() == PDF


# -- under which name


@pytest.mark.parametrize("name", ["virus.exe", "Factuur.pdf.LNK", "../../x.bat"])
def test_that_a_program_is_no_evidence(desk: Desk, tmp_path: Path, name: str) -> None:
    path = tmp_path / Path(name).name
    path.write_bytes(b"MZ")
    with pytest.raises(ProgramFileError):
        evidence.look_at(desk, path)
    with pytest.raises(ProgramFileError):
        evidence.from_file(desk, "factuur", path, title="Factuur")


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../x", "x"),
        ("..\\..\\x.pdf", "x.pdf"),
        ("C:\\scans\\a.pdf", "a.pdf"),
        ('a<b>|"?*:.pdf', "ab.pdf"),
        ("a\tb\n.pdf", "ab.pdf"),
        ("  .pdf  ", "pdf"),
        ("...", "document"),
        ("", "document"),
        ("é" + "x" * 300 + ".pdf", "é" + "x" * 115 + ".pdf"),
        ("x" * 300, "x" * 120),
        ("x" * 300 + ".averylongsuffix", "x" * 120),
        ("\u202efdp.exe", "fdp.exe"),
        ("e\u0301cole.pdf", "école.pdf"),
    ],
)
def test_that_a_name_is_made_safe_for_every_system(name: str, safe: str) -> None:
    assert proof_files.safe_name(name) == safe


@given(st.text(max_size=400))
def test_that_a_safe_name_is_one_short_name_whatever_it_was(name: str) -> None:
    safe = proof_files.safe_name(name)
    assert 0 < len(safe) <= 120
    assert not set(safe) & set('/\\<>:"|?*\0')
    assert safe not in {".", ".."}
    assert unicodedata.is_normalized("NFC", safe)


def test_that_a_name_of_300_signs_is_kept_short_with_its_suffix(
    desk: Desk, effort_id: int, tmp_path: Path
) -> None:
    attach(desk, effort_id, a_file(tmp_path, "x" * 240 + ".pdf"))
    (piece,) = desk.store.pieces(effort_id)
    assert piece.file_name == "x" * 116 + ".pdf"


# -- what was seen and not kept


def test_that_a_document_that_was_seen_is_noted_with_who_and_when(
    desk: Desk, effort_id: int
) -> None:
    evidence.note_seen(
        desk,
        effort_id,
        "factuur",
        title="Factuur",
        seen_by="M. van Dijk",
        seen_on=date(2026, 4, 20),
        covers=span("2026-04-01", "2026-04-30"),
    )
    (piece,) = desk.store.pieces(effort_id)
    assert (piece.seen_by, piece.seen_on) == ("M. van Dijk", date(2026, 4, 20))
    assert not piece.is_kept
    with pytest.raises(ValueError, match="not kept"):
        evidence.copy_out(desk, piece, Path())


def test_that_a_bsn_is_refused_as_a_name_or_title(desk: Desk, effort_id: int) -> None:
    with pytest.raises(CitizenNumberError):
        evidence.note_seen(
            desk,
            effort_id,
            "factuur",
            title=f"Verklaring {BSN}",
            seen_by="M.",
            seen_on=date(2026, 4, 20),
        )


def test_that_evidence_of_an_effort_that_is_gone_is_refused(
    desk: Desk, effort_id: int, tmp_path: Path
) -> None:
    efforts.remove(desk, effort_id)
    with pytest.raises(UnknownRecordError):
        attach(desk, effort_id, a_file(tmp_path))


# -- what it makes complete


def test_that_evidence_makes_an_effort_complete_and_removing_it_undoes_that(
    desk: Desk, effort_id: int, tmp_path: Path
) -> None:
    assert missing(desk, effort_id) == [("factuur", "erkenning-leverancier")]
    attach(desk, effort_id, a_file(tmp_path))
    assert missing(desk, effort_id) == [("erkenning-leverancier",)]
    done = attach(desk, effort_id, a_file(tmp_path), "erkenning-leverancier")
    assert missing(desk, effort_id) == [()]
    evidence.remove(desk, effort_id, known(done))
    assert missing(desk, effort_id) == [("erkenning-leverancier",)]
    history.undo(desk)
    assert missing(desk, effort_id) == [()]


def test_that_evidence_counts_under_each_contract_of_an_effort(desk: Desk) -> None:
    first = take_on(desk)
    second = take_on(desk, replace(CONTRACT, number="2026-02"))
    effort_id = known(
        efforts.record(desk, PLACED, [half_for(first, PLACED), half_for(second, PLACED)])
    )
    assert all(missing(desk, effort_id))
    prove(desk, effort_id, first)
    assert missing(desk, effort_id) == [(), ()]


def test_that_a_piece_of_another_effort_is_not_removed_by_mistake(
    desk: Desk, contract_id: int, effort_id: int, tmp_path: Path
) -> None:
    other = book(desk, contract_id, BOUGHT)
    piece_id = known(attach(desk, other, a_file(tmp_path)))
    with pytest.raises(UnknownRecordError):
        evidence.remove(desk, effort_id, piece_id)
    assert len(desk.store.pieces(other)) == 1
