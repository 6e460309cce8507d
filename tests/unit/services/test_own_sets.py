"""The owner's rule sets: taken over, changed and passed on, never over what is there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from sroi_desktop.domain.money import Money
from sroi_desktop.domain.rules import RuleSet
from sroi_desktop.rulesets import (
    Library,
    PackError,
    RuleFileError,
    SourceFile,
    load_library,
    write_rule_set,
)
from sroi_desktop.services import own_sets
from sroi_desktop.services.desk import Desk
from sroi_desktop.services.files import UnwritableError
from sroi_desktop.services.own_sets import Arrival, PublishedSetError, Taken
from sroi_desktop.services.proof_files import UnreadableFileError
from sroi_desktop.storage import memory_store
from sroi_desktop.system.clock import FixedClock


@pytest.fixture
def books(tmp_path: Path) -> Library:
    return load_library(own_folder=tmp_path / "mine" / "rules")


@pytest.fixture
def desk(books: Library) -> Desk:
    clock = FixedClock(date(2026, 11, 22))
    return Desk(memory_store(clock.now), books, clock)


def own(value: int = 12_000) -> RuleSet:
    shipped = load_library().get("harlingen")
    block = replace(shipped.block("wia-wao"), value=Money.from_euros(value))
    return replace(shipped, id="eigen", title="Eigen tabel", blocks=(block,), groups=())


def sent(path: Path, *rule_sets: RuleSet, sealed: bool = True) -> Path:
    """Return a file as a colleague sends it."""
    annex = (SourceFile("bijlage.pdf", b"%PDF"),) if sealed else ()
    path.write_bytes(own_sets.passed_on(rule_sets, annex, sealed=sealed))
    return path


@pytest.mark.parametrize("sealed", [True, False])
def test_that_a_file_is_looked_into_before_anything_is_kept(
    tmp_path: Path, books: Library, sealed: bool
) -> None:
    path = sent(tmp_path / own_sets.file_name(own(), sealed=sealed), own(), sealed=sealed)
    assert path.suffix == (".sroi-rules" if sealed else ".toml")
    pack = own_sets.look_into(path, books)
    assert pack.rule_sets == (own(),)
    assert bool(pack.seal) is sealed
    assert books.own_sets == ()


def test_that_what_is_taken_in_is_kept_in_a_file_of_its_own(books: Library) -> None:
    assert own_sets.take_in(books, [own()]) == (Taken(own(), is_new=True),)
    assert books.own_folder is not None
    text = (books.own_folder / "eigen.toml").read_text(encoding="utf-8")
    assert text == write_rule_set(own())
    assert books.get("eigen") == own()


def test_that_taking_in_never_overwrites(books: Library) -> None:
    own_sets.take_in(books, [own()])
    again, other = own_sets.take_in(books, [own(), own(13_000)])
    assert not again.is_new
    assert (other.rules.id, other.is_new) == ("eigen-2", True)
    assert books.get("eigen") == own()


def test_that_an_own_set_can_be_changed_in_its_place(books: Library) -> None:
    own_sets.take_in(books, [own()])
    own_sets.change(books, own(14_000))
    assert books.get("eigen") == own(14_000)
    assert len(books.own_sets) == 1


def test_that_a_published_set_is_read_only(books: Library) -> None:
    with pytest.raises(PublishedSetError) as refused:
        own_sets.change(books, books.get("utrecht-v3"))
    assert "kopie" in str(refused.value)
    with pytest.raises(PublishedSetError):
        own_sets.change(books, own())  # it was never taken in
    with pytest.raises(PublishedSetError):
        own_sets.change(load_library(), own())


def test_that_what_cannot_be_used_is_refused_and_nothing_is_kept(
    tmp_path: Path, books: Library
) -> None:
    (tmp_path / "x.toml").write_text("id = 5", encoding="utf-8")
    with pytest.raises(RuleFileError):
        own_sets.look_into(tmp_path / "x.toml", books)
    (tmp_path / "x.sroi-rules").write_bytes(b"PK\x03\x04 nothing")
    with pytest.raises(PackError):
        own_sets.look_into(tmp_path / "x.sroi-rules", books)
    with pytest.raises(RuleFileError):
        own_sets.look_into(tmp_path / "nergens.toml", books)
    assert books.own_sets == ()


def test_that_a_set_that_comes_in_may_build_on_one_that_is_here(
    tmp_path: Path, books: Library
) -> None:
    own_sets.take_in(books, [own()])
    path = tmp_path / "erop.toml"
    text = 'id = "erop"\ntitle = "Erop"\npublisher = "Ik"\ncovers = []\ncomplete = true\n'
    path.write_text(text + 'builds_on = "eigen"\n', encoding="utf-8")
    (rules,) = own_sets.look_into(path, books).rule_sets
    assert rules.blocks == own().blocks
    assert own_sets.look_into(path, books).seal == ""


def test_that_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(UnwritableError):
        own_sets.take_in(load_library(own_folder=tmp_path / "file" / "rules"), [own()])


def test_that_one_text_holds_one_set() -> None:
    with pytest.raises(ValueError, match="unpack"):
        own_sets.passed_on([own(), own()], sealed=False)


def test_that_what_comes_in_is_foretold_before_it_is_kept(books: Library) -> None:
    assert own_sets.foretell(books, own()) is Arrival.NEW
    own_sets.take_in(books, [own()])
    assert own_sets.foretell(books, own()) is Arrival.KNOWN
    assert own_sets.foretell(books, own(13_000)) is Arrival.BESIDE
    assert len(books.own_sets) == 1


def test_that_documents_stay_with_the_set_that_brought_them(desk: Desk, tmp_path: Path) -> None:
    annex = SourceFile("bijlage.pdf", b"%PDF")
    own_sets.take_in(desk.library, [own()], [annex])
    assert own_sets.sources_of(desk.library, own()) == (annex,)
    path = tmp_path / "door.sroi-rules"
    own_sets.save(desk, path, own(), sealed=True)
    assert own_sets.look_into(path, desk.library).sources == (annex,)
    text = tmp_path / "door.toml"
    own_sets.save(desk, text, own(), sealed=False)
    assert own_sets.look_into(text, desk.library).rule_sets == (own(),)


def test_that_a_set_without_documents_has_none(books: Library) -> None:
    assert own_sets.sources_of(books, own()) == ()


def test_that_documents_that_cannot_be_read_are_told(books: Library) -> None:
    own_sets.take_in(books, [own()])
    assert books.own_folder is not None
    (books.own_folder / "sources" / "eigen" / "a-folder").mkdir(parents=True)
    with pytest.raises(UnreadableFileError):
        own_sets.sources_of(books, own())


def test_that_a_removed_set_is_gone_with_its_documents(books: Library) -> None:
    own_sets.take_in(books, [own()], [SourceFile("bijlage.pdf", b"%PDF")])
    own_sets.remove(books, own())
    assert books.own_sets == ()
    assert own_sets.sources_of(books, own()) == ()


def test_that_a_removed_set_is_put_back_byte_for_byte(books: Library) -> None:
    own_sets.take_in(books, [own()], [SourceFile("bijlage.pdf", b"%PDF")])
    assert books.own_folder is not None
    file = books.own_folder / "eigen.toml"
    file.write_bytes(b"# met de hand\n" + file.read_bytes())
    before = file.read_bytes()
    removed = own_sets.remove(books, own())
    assert own_sets.put_back(books, removed) == own()
    assert file.read_bytes() == before
    assert own_sets.sources_of(books, own()) == (SourceFile("bijlage.pdf", b"%PDF"),)


def test_that_a_removed_set_never_takes_the_place_of_another(books: Library) -> None:
    own_sets.take_in(books, [own()])
    removed = own_sets.remove(books, own())
    own_sets.take_in(books, [own(13_000)])
    back = own_sets.put_back(books, removed)
    assert back.id != "eigen"
    assert {one.id for one in books.own_sets} == {"eigen", back.id}


def test_that_a_published_set_is_never_removed(books: Library) -> None:
    with pytest.raises(PublishedSetError):
        own_sets.remove(books, books.get("utrecht-v3"))


def test_that_a_set_that_cannot_be_removed_is_told(
    books: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    own_sets.take_in(books, [own()])

    def refuse(_path: Path, *, missing_ok: bool) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(UnwritableError):
        own_sets.remove(books, own())
    assert books.own_sets == (own(),)
