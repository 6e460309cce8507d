"""`rules`, `value` and `obligation`: keys, words and derivations."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from sroi_desktop.assets import resource
from sroi_desktop.domain.rules import Citation
from sroi_desktop.rulesets import load_library, write_rule_set
from sroi_desktop.services import own_sets
from sroi_desktop.system import paths
from tests.unit.app.command import call, done, refused

PLACED = (
    *("value", "--rules", "utrecht-v3", "--block", "participatiewet"),
    *("--start", "2026-03-01", "--end", "2026-08-31", "--hours", "24"),
)


def test_that_every_table_is_listed_with_its_stable_keys(
    capsys: pytest.CaptureFixture[str],
) -> None:
    data = done(capsys, "rules", "list")
    assert len(data["rule_sets"]) == 8
    for one in data["rule_sets"]:
        assert {"id", "title", "publisher", "covers", "complete"} <= one.keys()
    assert [one["id"] for one in data["rule_sets"]].count("utrecht-v3") == 1
    assert data["terms"]


def test_that_a_set_of_the_owner_is_known_by_its_id(capsys: pytest.CaptureFixture[str]) -> None:
    library = load_library(own_folder=paths.rules_folder())
    own = replace(library.get("utrecht-v3"), id="wijk-oost", title="Tabel van Wijk Oost")
    own_sets.take_in(library, [own])
    listed = done(capsys, "rules", "list")
    assert [one["id"] for one in listed["own"]] == ["wijk-oost"]
    assert "wijk-oost" not in [one["id"] for one in listed["rule_sets"]]
    assert done(capsys, "rules", "show", "wijk-oost")["title"] == "Tabel van Wijk Oost"
    argv = ["wijk-oost" if word == "utrecht-v3" else word for word in PLACED]
    assert done(capsys, *argv)["value"] == "13333.33"
    owed = ("--category", "services", "--sum", "2400000", "--percentage", "5")
    assert done(capsys, "obligation", "--rules", "wijk-oost", *owed)["amount"] == "120000.00"
    (line,) = [one for one in call(capsys, "rules", "list").out.splitlines() if "wijk-oost" in one]
    assert "Tabel van Wijk Oost" in line
    assert line.endswith("(van uzelf)")


def test_that_a_figure_says_where_its_values_were_read(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    shipped = load_library().get("utrecht-v3")
    cited = replace(
        shipped,
        id="own",
        obligation=replace(shipped.obligation, percentage=Fraction(5)),
        citations=(
            Citation("blocks.participatiewet.value", "12", "€ 40.000 per jaar"),
            Citation("title", "1"),
            Citation("full_time_hours", "9"),
            Citation("obligation.percentage", "3", "5%"),
        ),
    )
    path = tmp_path / "own.toml"
    path.write_text(write_rule_set(cited), encoding="utf-8")
    argv = [path if word == "utrecht-v3" else word for word in PLACED]
    assert done(capsys, *argv)["citations"] == [
        {"key": "blocks.participatiewet.value", "page": "12", "quote": "€ 40.000 per jaar"},
        {"key": "full_time_hours", "page": "9", "quote": None},
    ]
    assert "Participatiewet: pagina 12: “€ 40.000 per jaar”" in call(capsys, *argv).out
    owed = ("obligation", "--rules", path, "--category", "services", "--sum", "2400000")
    assert [one["key"] for one in done(capsys, *owed)["citations"]] == ["obligation.percentage"]
    assert "Verplichting: pagina 3: “5%”" in call(capsys, *owed).out


def test_that_a_set_is_shown_with_its_stable_keys(capsys: pytest.CaptureFixture[str]) -> None:
    data = done(capsys, "rules", "show", "utrecht-v3")
    wanted = {"id", "title", "complete", "full_time_hours", "blocks", "bonuses"}
    assert wanted | {"sources", "assumptions", "missing"} <= data.keys()
    assert (data["id"], data["complete"], data["full_time_hours"]) == ("utrecht-v3", True, 36)
    first = data["blocks"][0]
    assert {key: first[key] for key in ("code", "unit", "value")} == {
        "code": "participatiewet",
        "unit": "per_year_full_time",
        "value": "40000.00",
    }
    assert {"code", "label", "value"} <= data["bonuses"][0].keys()
    assert data["sources"][0].startswith("https://www.utrecht.nl/")


@pytest.mark.parametrize("id_", ["oost-nederland", "generic", "friesland", "haaglanden-2023-07"])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_that_any_set_can_be_read_by_people(
    capsys: pytest.CaptureFixture[str], id_: str, language: str
) -> None:
    said = call(capsys, "rules", "show", id_, "--language", language)
    assert said.status == 0
    assert id_ in said.out


def test_that_a_set_without_a_full_time_week_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert done(capsys, "rules", "show", "oost-nederland")["full_time_hours"] is None


def test_that_a_full_time_week_of_half_hours_is_exact(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    text = resource("rulesets", "utrecht-v3.toml").read_text(encoding="utf-8")
    own = tmp_path / "own.toml"
    own.write_text(text.replace("full_time_hours = 36", "full_time_hours = 37.5"), "utf-8")
    assert done(capsys, "rules", "show", own)["full_time_hours"] == "75/2"


def test_that_a_good_rule_file_is_called_valid(capsys: pytest.CaptureFixture[str]) -> None:
    path = resource("rulesets", "utrecht-v3.toml")
    data = done(capsys, "rules", "check", path)
    assert data == {"ok": True, "id": "utrecht-v3", "problems": []}
    assert "utrecht-v3.toml" in call(capsys, "rules", "check", path).out


def test_that_a_bad_rule_file_is_refused_by_key_path_and_reason(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    text = resource("rulesets", "utrecht-v3.toml").read_text(encoding="utf-8")
    bad = tmp_path / "bad.toml"
    text = text.replace("value = 40000", "value = -1", 1).replace("hours = 36", "hours = 99")
    bad.write_text(text, encoding="utf-8")
    said = call(capsys, "rules", "check", bad, "--json")
    assert said.status == 1
    assert said.data["ok"] is False
    paths = {problem["key_path"] for problem in said.data["problems"]}
    assert paths == {"blocks[0].value", "full_time_hours"}
    assert all(p["reason"] and p["file"] == "bad.toml" for p in said.data["problems"])
    assert "bad.toml" in said.err


@pytest.mark.parametrize("make", ["missing", "folder", "garbage", "empty"])
def test_that_what_is_no_rule_file_is_refused(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, make: str
) -> None:
    path = tmp_path / "rules.toml"
    if make == "folder":
        path.mkdir()
    elif make != "missing":
        path.write_bytes(b"" if make == "empty" else bytes(range(256)))
    assert "rules.toml" in refused(capsys, "rules", "check", path)
    assert "rules.toml" in refused(capsys, "rules", "show", path)


@pytest.mark.parametrize("id_", ["nergens", "", "x" * 5000, "../x", "a\0b"])
def test_that_an_unknown_set_is_refused(capsys: pytest.CaptureFixture[str], id_: str) -> None:
    refused(capsys, "rules", "show", id_)


def test_that_a_value_comes_with_its_whole_derivation(capsys: pytest.CaptureFixture[str]) -> None:
    data = done(capsys, *PLACED)
    assert data["value"] == "13333.33"
    assert [(step["factor"], step["result"]) for step in data["steps"]] == [
        ("40000.00", "40000.00"),
        ("24/36", "26666.67"),
        ("6/12", "13333.33"),
    ]
    assert all(step["what"] for step in data["steps"])
    assert data["assumptions"]
    assert data["not_counted"] == []
    assert data["sources"][0].startswith("https://www.utrecht.nl/")


def test_that_what_does_not_count_has_its_reason(capsys: pytest.CaptureFixture[str]) -> None:
    data = done(capsys, *PLACED, "--contract-start", "2026-06-01", "--contract-end", "2026-07-31")
    assert data["value"] == "4444.44"
    assert [reason["kind"] for reason in data["not_counted"]] == [
        "before_contract",
        "after_contract",
    ]
    assert all(reason["reason"] for reason in data["not_counted"])


def test_that_a_value_is_read_by_people_line_by_line(capsys: pytest.CaptureFixture[str]) -> None:
    said = call(capsys, *PLACED)
    first, *rest = said.out.splitlines()
    assert first == "€\xa013.333,33"
    assert "24/36" in said.out
    assert len(rest) >= 3


@pytest.mark.parametrize(
    ("more", "factors"),
    [
        (
            ("--block", "participatiewet", "--start", "2026-03-16", "--end", "2026-05-15"),
            ["40000.00", "2/12"],
        ),
        (("--block", "sociale-inkoop"), ["4250.00"]),
        (("--block", "sociaal-initiatief", "--employees", "3", "--hours", "8"), None),
    ],
)
def test_that_factors_are_exact_for_machines(
    capsys: pytest.CaptureFixture[str], more: tuple[str, ...], factors: list[str] | None
) -> None:
    day = () if "--start" in more else ("--start", "2026-03-01")
    end = () if "--end" in more else ("--end", "2026-03-01")
    amount = ("--amount", "4250.00")
    data = done(capsys, "value", "--rules", "utrecht-v3", *more, *day, *end, *amount)
    told = [step["factor"] for step in data["steps"]]
    assert told == (factors or ["100.00", "3", "8"])


def test_that_a_bonus_and_a_limit_are_marked_as_such(capsys: pytest.CaptureFixture[str]) -> None:
    bonus = ("--bonus", "permanent-contract", "status-holder")
    data = done(capsys, *PLACED, *bonus, "--full-time", "36")
    assert [step["factor"] for step in data["steps"][:3]] == [
        "40000.00",
        "+10000.00",
        "+10000.00",
    ]
    capped = done(
        capsys,
        *("obligation", "--rules", "friesland", "--category", "works", "--sum", "20000000"),
    )
    assert capped["steps"][-1]["factor"] == "<=300000.00"


def test_that_the_owner_s_full_time_week_is_used_where_the_rules_have_none(
    capsys: pytest.CaptureFixture[str],
) -> None:
    common = ("value", "--rules", "oost-nederland", "--block", "ww-under-1-year")
    dates = ("--start", "2026-01-01", "--end", "2026-12-31", "--hours", "20")
    assert done(capsys, *common, *dates, "--full-time", "40")["value"] == "5000.00"


def test_that_an_obligation_tells_what_looks_doubtful(capsys: pytest.CaptureFixture[str]) -> None:
    data = done(
        capsys,
        *("obligation", "--rules", "generic", "--category", "supplies"),
        *("--sum", "1000000000", "--percentage", "4", "--offered", "7.5"),
        *("--labour-share", "20", "--months", "24"),
    )
    assert data["amount"] == "75000000.00"
    kinds = [signal["kind"] for signal in data["signals"]]
    assert {"doubtful_sum", "above_usual", "offered_binds", "little_labour"} <= set(kinds)
    assert all(signal["text"] for signal in data["signals"])


def test_that_an_obligation_that_cannot_be_known_is_null(
    capsys: pytest.CaptureFixture[str],
) -> None:
    data = done(capsys, "obligation", "--rules", "utrecht-v3", "--category", "works")
    assert data["amount"] is None
    assert data["steps"] == []
    assert {signal["kind"] for signal in data["signals"]} == {"sum_unknown", "percentage_unknown"}


@pytest.mark.parametrize(
    ("option", "text"),
    [
        ("--sum", "-5"),
        ("--sum", "1e9"),
        ("--sum", "12,50"),
        ("--sum", "1.234,56"),
        ("--sum", "1,234.56"),
        ("--sum", "12.505"),
        ("--sum", "NaN"),
        ("--sum", "inf"),
        ("--sum", ""),
        ("--sum", "veel"),
        ("--sum", "٣"),
        ("--percentage", "101"),
        ("--percentage", "-1"),
        ("--offered", "100.5"),
        ("--labour-share", "5%"),
        ("--months", "1/0"),
    ],
)
def test_that_a_number_that_is_none_is_refused_with_its_option(
    capsys: pytest.CaptureFixture[str], option: str, text: str
) -> None:
    reason = refused(
        capsys, "obligation", "--rules", "generic", "--category", "works", option, text
    )
    assert option in reason


def test_that_an_amount_with_a_point_is_read_as_written(
    capsys: pytest.CaptureFixture[str],
) -> None:
    command = ("obligation", "--rules", "generic", "--category", "works", "--percentage", "100")
    assert done(capsys, *command, "--sum", "12.50")["amount"] == "12.50"


@pytest.mark.parametrize(
    "more",
    [
        ("--hours", "0"),
        ("--hours", "169"),
        ("--hours", "-1"),
        ("--start", "2026-02-30"),
        ("--start", "20260301"),
        ("--start", "2026-W10-1"),
        ("--start", "01-03-2026"),
        ("--start", "2026-09-01"),
        ("--end", "2025-01-01"),
        ("--end", ""),
        ("--born", "onbekend"),
        ("--bonus", "nergens"),
        ("--block", "nergens"),
        ("--block", ""),
        ("--rules", "nergens"),
        ("--rules", ""),
        ("--employees", "2.5"),
        ("--employees", "-3"),
        ("--amount", "12,50"),
        ("--quantity", "1e3"),
        ("--reference", "gisteren"),
        ("--contract-end", "2026-13-01"),
        ("--full-time", "0"),
    ],
)
def test_that_a_fact_that_cannot_be_is_refused(
    capsys: pytest.CaptureFixture[str], more: tuple[str, ...]
) -> None:
    refused(capsys, *PLACED, *more)


def test_that_a_contract_that_ends_before_it_starts_is_refused(
    capsys: pytest.CaptureFixture[str],
) -> None:
    refused(capsys, *PLACED, "--contract-start", "2026-06-01", "--contract-end", "2026-05-31")


@pytest.mark.parametrize(
    "argv",
    [
        (),
        ("nergens",),
        ("rules",),
        ("rules", "list", "more"),
        ("value",),
        ("value", "--rules"),
        ("obligation", "--rules", "generic", "--category", "diensten"),
        ("rules", "list", "--language", "fr"),
        ("status",),
        ("--json",),
    ],
)
def test_that_wrong_usage_is_told_with_how_to_use_it(
    capsys: pytest.CaptureFixture[str], argv: tuple[str, ...]
) -> None:
    said = call(capsys, *argv)
    assert said.status == 2
    assert "gebruik: sroi-desktop" in said.err


@pytest.mark.parametrize("argv", [("--help",), ("--version",), ("value", "--help")])
def test_that_help_is_no_mistake(capsys: pytest.CaptureFixture[str], argv: tuple[str, ...]) -> None:
    said = call(capsys, *argv)
    assert (said.status, said.err) == (0, "")
    assert "sroi-desktop" in said.out


def test_that_rules_in_words_and_choices_between_rows_are_shown(
    capsys: pytest.CaptureFixture[str],
) -> None:
    data = done(capsys, "rules", "show", "rijk")
    assert [(note["place"], note["blocks"]) for note in data["notes"]] == [("valuation", [])]
    assert data["notes"][0]["text"] in call(capsys, "rules", "show", "rijk").out
    north = done(capsys, "rules", "show", "harlingen")
    assert [note["place"] for note in north["notes"]] == [None, "deadlines"]
    bbl = next(group for group in north["groups"] if group["code"] == "bbl")
    assert (bbl["by"], list(bbl["blocks"])) == ("contract", ["bbl-new", "bbl-existing"])
    assert north["based_on"] is None
    assert done(capsys, "rules", "show", "friesland")["edition_by"] == "award"


def test_that_an_obligation_comes_with_its_notes_and_other_units(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    own = tmp_path / "eigen.toml"
    text = 'id = "eigen"\ntitle = "Eigen"\npublisher = "Ik"\ncovers = []\ncomplete = true\n'
    quotas = 'quotas = [{ unit = "placements", amount = 1, per = 250000 }]\nnote = "Vraag na."\n'
    own.write_text(f"{text}[obligation]\npercentage = 5\n{quotas}", encoding="utf-8")
    asked = ("obligation", "--rules", str(own), "--category", "works")
    data = done(capsys, *asked, "--sum", "1000000")
    assert data["amount"] == "50000.00"
    assert data["quantities"] == [{"unit": "placements", "amount": "4"}]
    assert data["notes"] == ["Vraag na."]
    assert "plaatsing" in call(capsys, *asked, "--sum", "1000000").out.casefold()
    unknown = done(capsys, *asked)
    assert unknown["quantities"] == [{"unit": "placements", "amount": None}]
    assert done(capsys, "obligation", "--rules", "rijk", "--category", "works")["notes"] == []
