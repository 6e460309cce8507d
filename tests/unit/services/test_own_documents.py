"""The documents of an own rule set: kept beside it, passed on with it, and given back whole."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from sroi_desktop.domain.errors import CitizenNumberError, DomainError
from sroi_desktop.domain.rules import RuleSet
from sroi_desktop.rulesets import SourceFile, load_library
from sroi_desktop.services import own_documents, own_sets
from sroi_desktop.services.desk import Desk
from sroi_desktop.services.files import UnwritableError
from sroi_desktop.services.own_documents import Attached, Document, DocumentsTooLargeError
from sroi_desktop.services.own_sets import PublishedSetError
from sroi_desktop.services.proof_files import (
    EmptyFileError,
    ProgramFileError,
    UnreadableFileError,
)
from sroi_desktop.services.refusals import explain
from tests.unit.services.books import BSN, rules

PDF = b"%PDF-1.7 bijlage"


@pytest.fixture
def at(desk: Desk, tmp_path: Path) -> Desk:
    """Return a desk with a place for sets of the owner, and one set."""
    desk.library = load_library(own_folder=tmp_path / "rules")
    own_sets.take_in(desk.library, [replace(rules("harlingen"), id="van-ons", title="Van ons")])
    return desk


def own(desk: Desk) -> RuleSet:
    return desk.library.get("van-ons")


def written(folder: Path, name: str, data: bytes = PDF) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def names(desk: Desk) -> list[str]:
    return [one.name for one in own_documents.documents(desk.library, own(desk))]


def test_that_a_document_is_kept_as_a_copy_and_passed_on_sealed(at: Desk, tmp_path: Path) -> None:
    path = written(tmp_path, "bijlage.pdf")
    assert own_documents.attach(at.library, own(at), path) == Attached("bijlage.pdf", is_new=True)
    path.unlink()
    assert own_documents.documents(at.library, own(at)) == (Document("bijlage.pdf", len(PDF)),)
    own_sets.save(at, tmp_path / "pak.sroi-rules", own(at), sealed=True)
    pack = own_sets.look_into(tmp_path / "pak.sroi-rules", at.library)
    assert pack.sources == (SourceFile("bijlage.pdf", PDF),)


def test_that_the_same_document_is_kept_once_and_another_of_its_name_beside_it(
    at: Desk, tmp_path: Path
) -> None:
    for data, kept in ((PDF, "Bijlage.pdf"), (b"anders", "Bijlage (2).pdf"), (b"3", "x")):
        path = written(tmp_path, "Bijlage.pdf" if kept != "x" else "bijlage.PDF", data)
        found = own_documents.attach(at.library, own(at), path)
        assert found.is_new
        assert kept in {found.name, "x"}
    again = own_documents.attach(at.library, own(at), written(tmp_path, "kopie.pdf", b"anders"))
    assert again == Attached("Bijlage (2).pdf", is_new=False)
    assert names(at) == ["Bijlage (2).pdf", "Bijlage.pdf", "bijlage (3).PDF"]
    plain = own_documents.attach(at.library, own(at), written(tmp_path, "lees mij", b"4"))
    assert plain.name == "lees mij"
    other = tmp_path / "anders"
    other.mkdir()
    assert own_documents.attach(at.library, own(at), written(other, "lees mij", b"5")).name == (
        "lees mij (2)"
    )


def test_that_what_is_no_document_is_refused_with_the_reason(at: Desk, tmp_path: Path) -> None:
    refused: list[tuple[Path, type[DomainError]]] = [
        (written(tmp_path, "virus.exe"), ProgramFileError),
        (written(tmp_path, f"{BSN}.pdf"), CitizenNumberError),
        (written(tmp_path, "leeg.pdf", b""), EmptyFileError),
        (written(tmp_path, "groot.pdf", b"0" * 26_000_000), DocumentsTooLargeError),
        (tmp_path / "weg.pdf", UnreadableFileError),
        (tmp_path, UnreadableFileError),
    ]
    for path, kind in refused:
        with pytest.raises(kind) as caught:
            own_documents.attach(at.library, own(at), path)
        assert explain(caught.value)
    assert names(at) == []


def test_that_documents_stay_small_enough_to_pass_on(at: Desk, tmp_path: Path) -> None:
    for name, size in (("een.pdf", 10_000_000), ("twee.pdf", 9_000_000)):
        own_documents.attach(at.library, own(at), written(tmp_path, name, b"1" * size))
    with pytest.raises(DocumentsTooLargeError) as caught:
        own_documents.attach(at.library, own(at), written(tmp_path, "drie.pdf", b"2" * 2_000_000))
    assert "19 MB" in explain(caught.value)
    assert "21 MB" in explain(caught.value)
    own_sets.save(at, tmp_path / "pak.sroi-rules", own(at), sealed=True)


def test_that_there_are_only_so_many(
    at: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(own_documents, "MOST_DOCUMENTS", 1)
    own_documents.attach(at.library, own(at), written(tmp_path, "een.pdf"))
    with pytest.raises(DocumentsTooLargeError):
        own_documents.attach(at.library, own(at), written(tmp_path, "twee.pdf", b"2"))


def test_that_a_document_is_taken_away_and_put_back_as_it_was(at: Desk, tmp_path: Path) -> None:
    own_documents.attach(at.library, own(at), written(tmp_path, "bijlage.pdf"))
    taken = own_documents.take_away(at.library, own(at), "bijlage.pdf")
    assert (taken, names(at)) == (SourceFile("bijlage.pdf", PDF), [])
    with pytest.raises(UnreadableFileError):
        own_documents.take_away(at.library, own(at), "bijlage.pdf")
    assert own_documents.put_back(at.library, own(at), taken) == "bijlage.pdf"
    assert own_documents.put_back(at.library, own(at), taken) == "bijlage (2).pdf"
    own_documents.save_copy(at.library, own(at), "bijlage.pdf", tmp_path / "kopie.pdf")
    assert (tmp_path / "kopie.pdf").read_bytes() == PDF


def test_that_a_name_leads_to_no_other_folder(at: Desk, tmp_path: Path) -> None:
    outside = written(tmp_path, "geheim.pdf")
    with pytest.raises(UnreadableFileError):
        own_documents.take_away(at.library, own(at), "../../../geheim.pdf")
    assert outside.exists()


def test_that_published_sets_have_no_documents(at: Desk, tmp_path: Path) -> None:
    published = rules("harlingen")
    assert own_documents.documents(at.library, published) == ()
    with pytest.raises(PublishedSetError):
        own_documents.attach(at.library, published, written(tmp_path, "bijlage.pdf"))


def test_that_what_cannot_be_written_or_removed_is_told(
    at: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own_documents.attach(at.library, own(at), written(tmp_path, "bijlage.pdf"))

    def refuse(*_given: object, **_named: object) -> None:
        raise PermissionError

    with pytest.raises(UnwritableError):
        own_documents.save_copy(at.library, own(at), "bijlage.pdf", tmp_path / "weg" / "x.pdf")
    monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(UnwritableError):
        own_documents.take_away(at.library, own(at), "bijlage.pdf")
    monkeypatch.setattr(Path, "iterdir", refuse)
    assert own_documents.documents(at.library, own(at)) == ()


def test_that_what_was_being_written_is_no_document(at: Desk, tmp_path: Path) -> None:
    own_documents.attach(at.library, own(at), written(tmp_path, "bijlage.pdf"))
    written(tmp_path / "rules" / "sources" / "van-ons", ".3f.part")
    assert names(at) == ["bijlage.pdf"]
    assert len(own_sets.sources_of(at.library, own(at))) == 1
