"""Rule sets passed on in a sealed pack, and kept without overwriting any."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sroi_desktop.domain.money import Money
from sroi_desktop.domain.rules import RuleSet
from sroi_desktop.rulesets import (
    Library,
    Pack,
    PackError,
    PackProblem,
    SourceFile,
    load_library,
    open_pack,
    place_for,
    read_rule_set,
    seal,
)
from sroi_desktop.rulesets.packs import (
    LARGEST_PACK,
    MANIFEST,
    MOST_FILES,
    _listed,
    _seal_of,
)
from tests.unit.rulesets.shipped import library
from tests.unit.rulesets.test_round_trip import RULES as ANY_RULES

Files = dict[str, bytes]
ANNEX = SourceFile("bijlage 3.pdf", b"%PDF-1.7 ...")


def own_set(rule_set_id: str = "eigen", value: int = 12_000) -> RuleSet:
    """Return an own example: a table in none of the shipped sets."""
    shipped = read_rule_set(library().folder / "harlingen.toml")
    block = replace(shipped.block("wia-wao"), value=Money.from_euros(value))
    return replace(shipped, id=rule_set_id, title="Eigen tabel", blocks=(block,), groups=())


PACK = seal([own_set()], [ANNEX])


def problem(data: bytes | Path) -> PackProblem:
    with pytest.raises(PackError) as refused:
        open_pack(data)
    assert str(refused.value)
    assert "{" not in str(refused.value)
    return refused.value.problem


def with_files(change: Callable[[Files], None], data: bytes = PACK) -> bytes:
    """Return a pack of which someone changed the files, without sealing it again."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    change(files)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def test_that_a_pack_gives_back_the_rules_and_their_sources() -> None:
    pack = open_pack(PACK)
    assert pack.rule_sets == (own_set(),)
    assert pack.sources == (ANNEX,)
    assert len(pack.seal) == 64


def test_that_a_pack_is_read_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "regels.sroi-rules"
    path.write_bytes(PACK)
    assert open_pack(path) == open_pack(PACK)
    assert problem(tmp_path / "nergens.sroi-rules") is PackProblem.UNREADABLE


def test_that_the_same_content_gives_the_same_pack() -> None:
    one, other = own_set("a"), own_set("b")
    assert seal([one, other]) == seal([other, one])
    assert open_pack(seal([one])).seal != open_pack(seal([one, other])).seal


def test_that_all_shipped_sets_fit_in_one_pack() -> None:
    every = (*library().rule_sets, *library().terms)
    pack = open_pack(seal(every))
    assert {rules.id for rules in pack.rule_sets} == {rules.id for rules in every}
    assert {rules.id: rules for rules in pack.rule_sets} == {rules.id: rules for rules in every}


def _id(rules: RuleSet) -> str:
    return rules.id


@given(st.lists(ANY_RULES, min_size=1, max_size=2, unique_by=_id))
def test_that_any_rules_survive_a_pack(rule_sets: list[RuleSet]) -> None:
    found = open_pack(seal(rule_sets)).rule_sets
    assert sorted(found, key=_id) == sorted(rule_sets, key=_id)


# --- what is refused


def _raise_a_value(files: Files) -> None:
    files["rules/eigen.toml"] = files["rules/eigen.toml"].replace(b"12000", b"12001")


def _take_out_a_source(files: Files) -> None:
    del files["sources/bijlage 3.pdf"]


def _add_a_file(files: Files) -> None:
    files["sources/extra.txt"] = b"extra"


def _rename(files: Files) -> None:
    files["rules/ander.toml"] = files.pop("rules/eigen.toml")


def _change_the_seal(files: Files) -> None:
    manifest = json.loads(files[MANIFEST])
    files[MANIFEST] = json.dumps({**manifest, "seal": "0" * 64}).encode()


def _add_to_the_manifest(files: Files) -> None:
    files[MANIFEST] = json.dumps({**json.loads(files[MANIFEST]), "note": "x"}).encode()


@pytest.mark.parametrize(
    "change",
    [
        *(_raise_a_value, _take_out_a_source, _add_a_file),
        *(_rename, _change_the_seal, _add_to_the_manifest),
    ],
)
def test_that_whatever_was_changed_breaks_the_seal(change: Callable[[Files], None]) -> None:
    assert problem(with_files(change)) is PackProblem.BROKEN_SEAL


def _no_manifest(files: Files) -> None:
    del files[MANIFEST]


def _manifest_is(text: str) -> Callable[[Files], None]:
    def change(files: Files) -> None:
        files[MANIFEST] = text.encode()

    return change


def _leads_out(files: Files) -> None:
    files["sources/../../x"] = b"x"


def _leads_out_on_windows(files: Files) -> None:
    files["sources/..\\..\\x"] = b"x"


def _other_folder(files: Files) -> None:
    files["other/x"] = b"x"


@pytest.mark.parametrize(
    "change",
    [
        *(_no_manifest, _leads_out, _leads_out_on_windows, _other_folder),
        *map(_manifest_is, ("", "[]", "{}", '{"format": "1"}', "[" * 100_000)),
    ],
)
def test_that_what_is_no_pack_is_refused(change: Callable[[Files], None]) -> None:
    assert problem(with_files(change)) is PackProblem.NOT_A_PACK


@pytest.mark.parametrize("data", [b"", b"PK", b"id = 5", PACK[: len(PACK) // 2], b"\x00" * 1000])
def test_that_a_file_of_another_kind_is_refused(data: bytes) -> None:
    assert problem(data) is PackProblem.NOT_A_PACK


def test_that_a_pack_without_rules_is_no_pack() -> None:
    assert problem(seal([], [ANNEX])) is PackProblem.NOT_A_PACK


def test_that_a_pack_of_a_newer_program_is_refused() -> None:
    assert problem(with_files(_manifest_is('{"format": 2}'))) is PackProblem.NEWER_FORMAT


def test_that_rules_that_cannot_be_used_are_refused_with_their_reason() -> None:
    bad = replace(own_set(), full_time_hours=Fraction(200))
    with pytest.raises(PackError) as refused:
        open_pack(seal([bad]))
    assert refused.value.problem is PackProblem.BAD_RULES
    assert "full_time_hours" in str(refused.value)


def test_that_a_pack_that_would_be_too_large_is_not_made() -> None:
    huge = SourceFile("scan.pdf", bytes(LARGEST_PACK))
    with pytest.raises(PackError) as refused:
        seal([own_set()], [huge])
    assert refused.value.problem is PackProblem.TOO_LARGE
    many = [SourceFile(f"{number}.txt", b"") for number in range(MOST_FILES)]
    with pytest.raises(PackError):
        seal([own_set()], many)


def test_that_two_sources_of_one_name_are_refused() -> None:
    with pytest.raises(PackError) as refused:
        seal([own_set()], [ANNEX, SourceFile("map/bijlage 3.pdf", b"")])
    assert refused.value.problem is PackProblem.TWO_OF_A_NAME


def test_that_a_bomb_is_refused_before_it_is_unpacked() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(MANIFEST, "{}")
        archive.writestr("sources/bomb", bytes(LARGEST_PACK + 1))
    assert len(buffer.getvalue()) < 100_000
    assert problem(buffer.getvalue()) is PackProblem.TOO_LARGE
    assert problem(bytes(2 * LARGEST_PACK + 1)) is PackProblem.TOO_LARGE


def test_that_the_name_of_a_rule_file_has_to_be_its_id() -> None:
    """Someone sealed a file under another name: the seal is whole, the name is not its own."""

    def sealed_again(files: Files) -> None:
        files["rules/ander.toml"] = files.pop("rules/eigen.toml")
        listed = _listed({name: data for name, data in files.items() if name != MANIFEST})
        files[MANIFEST] = json.dumps({**listed, "seal": _seal_of(listed)}).encode()

    assert problem(with_files(sealed_again)) is PackProblem.BAD_RULES


# --- keeping what comes in


@pytest.fixture
def books(tmp_path: Path) -> Library:
    folder = tmp_path / "rules"
    folder.mkdir()
    return load_library(own_folder=folder)


def keep(rules: RuleSet, books: Library) -> RuleSet:
    kept = place_for(rules, books)
    if kept.text is not None:
        kept.path.write_text(kept.text, encoding="utf-8")
        books.read_own_again()
    return kept.rules


def test_that_a_set_that_comes_in_stands_beside_the_shipped_ones(books: Library) -> None:
    kept = keep(own_set(), books)
    assert kept == own_set()
    assert [rules.id for rules in books.own_sets] == ["eigen"]
    assert books.get("eigen").blocks == own_set().blocks
    assert "eigen" in [rules.id for rules in books.for_authority("Harlingen")]
    assert [rules.id for rules in books.search("harl")[0].rule_sets] == ["harlingen", "eigen"]
    assert books.problems == ()


def test_that_the_same_set_is_kept_once(books: Library) -> None:
    keep(own_set(), books)
    assert place_for(own_set(), books).text is None
    assert place_for(own_set(), books).rules.id == "eigen"


def test_that_another_set_under_the_same_id_is_an_edition_beside_it(books: Library) -> None:
    keep(own_set(), books)
    assert keep(own_set(value=13_000), books).id == "eigen-2"
    assert keep(own_set(value=14_000), books).id == "eigen-3"
    values = {rules.id: rules.blocks[0].value for rules in books.own_sets}
    assert values == {
        "eigen": Money.from_euros(12_000),
        "eigen-2": Money.from_euros(13_000),
        "eigen-3": Money.from_euros(14_000),
    }


def test_that_a_shipped_set_is_never_hidden_or_kept_again(books: Library) -> None:
    shipped = books.get("utrecht-v3")
    assert place_for(shipped, books).text is None
    changed = replace(shipped, full_time_hours=None)
    assert keep(changed, books).id == "utrecht-v3-2"
    assert books.get("utrecht-v3") == shipped


def test_that_a_file_with_a_shipped_id_does_not_hide_it(books: Library) -> None:
    assert books.own_folder is not None
    text = place_for(own_set(), books).text or ""
    path = books.own_folder / "utrecht-v3.toml"
    path.write_text(text.replace('"eigen"', '"utrecht-v3"', 1), encoding="utf-8")
    books.read_own_again()
    assert books.get("utrecht-v3").publisher == "Gemeente Utrecht"


def test_that_a_broken_file_is_never_overwritten(books: Library) -> None:
    assert books.own_folder is not None
    (books.own_folder / "eigen.toml").write_text("id = ", encoding="utf-8")
    assert place_for(own_set(), books).path.name == "eigen-2.toml"
    assert [found.file for found in books.problems] == ["eigen.toml"]


def test_that_a_long_id_gets_its_number_within_its_length(books: Library) -> None:
    long = "x" * 60
    keep(own_set(long), books)
    kept = keep(own_set(long, value=1), books)
    assert kept.id == "x" * 58 + "-2"


def test_that_an_own_set_may_build_on_a_shipped_one(books: Library) -> None:
    assert books.own_folder is not None
    text = 'id = "mijn"\ntitle = "Mijn"\npublisher = "Ik"\ncovers = []\ncomplete = true\n'
    (books.own_folder / "mijn.toml").write_text(text + 'builds_on = "harlingen"\n', "utf-8")
    assert books.get("mijn").based_on == "harlingen"
    assert books.get("mijn").blocks == books.get("harlingen").blocks


def test_that_without_a_folder_for_them_there_are_no_own_sets(tmp_path: Path) -> None:
    assert library().own_sets == ()
    assert load_library(own_folder=tmp_path / "nowhere").own_sets == ()
    with pytest.raises(ValueError, match="no place"):
        place_for(own_set(), library())


def test_that_everything_of_a_pack_is_kept_apart_from_what_was_there(books: Library) -> None:
    pack: Pack = open_pack(seal([own_set("a"), own_set("b")]))
    keep(own_set("a", value=1), books)
    assert [keep(rules, books).id for rules in pack.rule_sets] == ["a-2", "b"]
