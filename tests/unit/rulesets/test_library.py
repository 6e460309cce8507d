"""The library: what is shipped, found by id or municipality, without the files that are broken."""

from __future__ import annotations

import shutil
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from sroi_desktop.assets import resource
from sroi_desktop.domain.rules import EffortKind
from sroi_desktop.rulesets import (
    Library,
    ProblemKind,
    UnknownRuleSetError,
    load_library,
    read_rule_set,
)
from tests.unit.rulesets.shipped import library


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped folder, to break."""
    copy = tmp_path / "rulesets"
    shutil.copytree(resource("rulesets"), copy)
    return copy


def _ids(found: Library, name: str) -> list[str]:
    return [rules.id for rules in found.for_authority(name)]


def test_that_eight_tables_are_listed_and_the_generic_set_is_not() -> None:
    assert len(library().rule_sets) == 8
    assert len(library().terms) == 21
    assert library().generic.id == "generic"


def test_that_a_rule_set_is_found_by_its_id() -> None:
    for name in ("utrecht-v3", "friesland", "generic"):
        assert library().get(name).id == name


@pytest.mark.parametrize("name", ["utrecht-v9", "", "../../x"])
def test_that_an_unknown_id_is_refused(name: str) -> None:
    with pytest.raises(UnknownRuleSetError) as refused:
        library().get(name)
    assert refused.value.id == name


def test_that_the_newest_edition_comes_first_and_superseded_ones_after_it() -> None:
    assert _ids(library(), "Utrecht") == ["utrecht-v3", "utrecht-v2", "utrecht-v1"]
    assert _ids(library(), "Maastricht") == ["maastricht", "maastricht-older"]


def test_that_tables_come_before_what_only_states_terms() -> None:
    assert _ids(library(), "Heerde") == ["oost-nederland", "heerde"]
    assert _ids(library(), "Leidschendam-Voorburg") == [
        "haaglanden-2023-07",
        "leidschendam-voorburg-2025",
    ]


@pytest.mark.parametrize(
    "name", ["Súdwest-Fryslân", "sudwest fryslan", " SUDWEST-FRYSLAN ", "gemeente Súdwest-Fryslân"]
)
def test_that_case_accents_and_hyphens_do_not_matter(name: str) -> None:
    assert _ids(library(), name) == ["friesland"]


def test_that_an_authority_that_is_not_there_has_no_rule_sets() -> None:
    assert library().for_authority("Nergenshuizen") == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("utr", ["Utrecht"]),
        ("fry", ["Súdwest-Fryslân"]),
        ("zoet", ["Zoetermeer", "Zoeterwoude"]),
        ("rijn", ["Alphen aan den Rijn", "De Stichtse Rijnlanden"]),
        ("xyz", []),
        (" - ", []),
    ],
)
def test_that_the_first_letters_of_any_word_find_a_municipality(
    text: str, names: list[str]
) -> None:
    assert [found.name for found in library().search(text)] == names


def test_that_a_found_municipality_carries_its_rule_sets() -> None:
    (found,) = library().search("utrecht")
    assert found.rule_sets == library().for_authority("Utrecht")


def test_that_a_broken_file_is_reported_and_the_rest_is_there(folder: Path) -> None:
    text = (folder / "alphen.toml").read_text(encoding="utf-8")
    (folder / "alphen.toml").write_text(text.replace("5000", "-5000", 1), encoding="utf-8")
    (folder / "terms" / "rijk.toml").write_text("id = ", encoding="utf-8")
    found = load_library(folder)
    assert len(found.rule_sets) == 7
    assert len(found.terms) == 20
    problems = {problem.file: problem for problem in found.problems}
    assert set(problems) == {"alphen.toml", "terms/rijk.toml"}
    assert problems["alphen.toml"].key_path == "blocks[0].value"
    assert problems["alphen.toml"].row == "geen-uitkering"
    with pytest.raises(UnknownRuleSetError):
        found.get("alphen")


def test_that_a_file_under_another_name_than_its_id_is_left_out(folder: Path) -> None:
    shutil.copy(folder / "alphen.toml", folder / "copy.toml")
    found = load_library(folder)
    assert [(problem.file, problem.key_path, problem.kind) for problem in found.problems] == [
        ("copy.toml", "id", ProblemKind.NOT_FILE_NAME)
    ]
    assert len(found.rule_sets) == 8


def test_that_without_a_generic_set_the_rest_is_there(folder: Path) -> None:
    (folder / "generic" / "generic.toml").unlink()
    found = load_library(folder)
    assert len(found.rule_sets) == 8
    assert [problem.kind for problem in found.problems] == [ProblemKind.UNREADABLE]
    with pytest.raises(UnknownRuleSetError):
        _ = found.generic
    with pytest.raises(UnknownRuleSetError):
        found.get("generic")


def test_that_without_the_usual_evidence_none_is_assumed(folder: Path) -> None:
    (folder / "shared" / "usual-evidence.toml").write_text("evidence = 5", encoding="utf-8")
    found = load_library(folder)
    assert found.get("utrecht-v3").evidence == ()
    assert [problem.file for problem in found.problems] == ["shared/usual-evidence.toml"]


def test_that_an_empty_folder_gives_an_empty_library(tmp_path: Path) -> None:
    found = load_library(tmp_path)
    assert found.rule_sets == ()
    assert found.terms == ()
    assert found.search("utrecht") == ()


def test_that_two_sets_that_supersede_each_other_do_not_hang_the_library(folder: Path) -> None:
    path = folder / "utrecht-v1.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace('edition = "v1"', 'edition = "v1"\nsupersedes = "utrecht-v3"'),
        encoding="utf-8",
    )
    assert len(load_library(folder).for_authority("Utrecht")) == 3


def test_that_an_own_file_gets_the_usual_evidence_only_where_it_names_none() -> None:
    own = read_rule_set(
        b"""
id = "own"
title = "Own"
publisher = "Contract"
covers = []
complete = true
blocks = [
    { code = "ww", label = "WW", kind = "placement", unit = "per_year", value = 1 },
    { code = "bbl", label = "BBL", kind = "apprenticeship", unit = "per_year", value = 1 },
]
evidence = [{ code = "brief", label = "Brief", blocks = ["ww"] }]
"""
    )
    rules = library().with_usual_evidence(own)
    assert [piece.code for piece in rules.requirements(rules.block("ww"))] == ["brief"]
    assert [piece.code for piece in rules.requirements(rules.block("bbl"))] == [
        "leerarbeidsovereenkomst"
    ]
    assert library().with_usual_evidence(rules) == rules


def test_that_the_generic_set_claims_no_value_and_no_source() -> None:
    generic = library().generic
    assert {block.value for block in generic.blocks} == {None}
    assert {bonus.value for bonus in generic.bonuses} == {None}
    assert generic.sources == ()
    assert {block.kind for block in generic.blocks} == set(EffortKind)


def test_that_terms_become_a_set_to_fill_in_with_the_generic_blocks() -> None:
    terms = library().get("schiedam")
    rules = library().to_fill_in(terms)
    assert rules.id == "schiedam"
    assert rules.obligation == terms.obligation
    assert rules.blocks == library().generic.blocks
    assert not rules.complete
    assert set(rules.missing) == {*terms.missing, *library().generic.missing}
    assert all(rules.requirements(block) for block in rules.blocks)


def test_that_nothing_is_read_before_it_is_asked_for(tmp_path: Path) -> None:
    assert load_library(tmp_path / "nowhere").folder.name == "nowhere"
    assert "_shelf" not in vars(load_library())


def test_that_every_file_of_the_library_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    texts: list[str] = []
    loads = tomllib.loads

    def counted(text: str, *, parse_float: Callable[[str], object]) -> dict[str, object]:
        texts.append(text)
        return loads(text, parse_float=parse_float)

    monkeypatch.setattr(tomllib, "loads", counted)
    read = load_library()
    assert read.rule_sets
    assert read.for_authority("Utrecht")
    assert len(texts) == len(set(texts)) == len(list(read.folder.rglob("*.toml")))
