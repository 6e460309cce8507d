"""What stands in a copied table, what words suggest, and what cannot be read."""

from __future__ import annotations

import pytest

from sroi_desktop.domain.rules.citing import NUMBERED
from sroi_desktop.language.parsing import UnreadableError
from sroi_desktop.rulesets import load_library
from sroi_desktop.services.desk import Desk
from sroi_desktop.ui.rule_editor import measures, reading
from sroi_desktop.ui.rule_editor.filling import filled
from sroi_desktop.ui.rule_editor.guessing import guessed, guessed_age
from sroi_desktop.ui.rule_editor.opening import copied
from sroi_desktop.ui.rule_editor.pasting import FoundRow, found_rows, is_table
from sroi_desktop.ui.rule_editor.questions import Kind, cell
from sroi_desktop.ui.rule_editor.sections import all_sections, all_tables
from sroi_desktop.ui.rule_editor.sheet import Place, Sheet
from sroi_desktop.ui.rule_editor.typing import Typing


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("WW\t€ 20.000", (FoundRow("WW", "€ 20.000"),)),
        ("WW;20000;per jaar", (FoundRow("WW", "20000", "per jaar"),)),
        ("| WW | 1.250,50 |", (FoundRow("WW", "1.250,50"),)),
        (
            "Participatiewet < 2 jaar ..... € 30.000,-",
            (FoundRow("Participatiewet < 2 jaar", "€ 30.000,-"),),
        ),
        ("Workshop € 100 per uur", (FoundRow("Workshop", "€ 100", "per uur"),)),
        ("Leerling niveau 1 en 2", (FoundRow("Leerling niveau 1 en 2"),)),
        ("Inkoop\tfactuurwaarde", (FoundRow("Inkoop"),)),
        ("Doelgroep;Waarde\nWW;20.000", (FoundRow("WW", "20.000"),)),
        (
            "Bouwblokken 2026\nWW 20.000",
            (FoundRow("Bouwblokken", "2026"), FoundRow("WW", "20.000")),
        ),
        ("Onze tabel\nWW 20.000", (FoundRow("Onze tabel"), FoundRow("WW", "20.000"))),
        ("\t\t", ()),
        (";;\nWW;1000", (FoundRow("WW", "1000"),)),
    ],
)
def test_that_rows_are_found_in_a_copied_text(text: str, rows: tuple[FoundRow, ...]) -> None:
    assert found_rows(text) == rows


def test_that_a_copied_text_has_an_end() -> None:
    assert len(found_rows("WW\t1000\n" * 100_000)) == 200
    assert len(found_rows("x" * 100_000)[0].label) == 300


def test_that_one_answer_is_no_table() -> None:
    assert not is_table(" 20.000\n")
    assert is_table("WW\t20.000")


@pytest.mark.parametrize(
    ("label", "amount", "per", "kind", "unit"),
    [
        ("Stage mbo", "5000", "", "traineeship", None),
        ("Inkoop sw-bedrijf", "", "", "purchase", "invoices_paid_excl_vat"),
        ("Scholing", "", "", "cost", "cost"),
        ("Maatwerk", "", "", "bespoke", "agreed_with_adviser"),
        ("Rondleiding, activiteit", "100", "", "activity", "per_hour_per_employee"),
        ("Workshop", "100", "per dag", "activity", "per_day_at_most"),
        ("Participatiewet", "30000", "per schooljaar", None, "per_school_year"),
        ("Banenafspraak", "1", "per stuk", None, "per_piece"),
        ("Banenafspraak", "1", "", None, None),
    ],
)
def test_that_words_suggest_kind_and_unit(
    label: str, amount: str, per: str, kind: str | None, unit: str | None
) -> None:
    found = guessed(label, amount, per)
    assert (found.get("kind"), found.get("unit")) == (kind, unit)


@pytest.mark.parametrize(
    ("label", "age"),
    [("55 plus", "55"), ("Ouder dan 50", "ouder dan 50"), ("50 jaar of ouder", "50 jaar of ouder")],
)
def test_that_words_suggest_an_age(label: str, age: str) -> None:
    assert guessed_age(label) == {"age": age}
    measures.read_age(age)
    assert guessed_age("Vast contract") == {}


@pytest.mark.parametrize("text", ["snel", "12 bananen", ""])
def test_that_a_limit_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(UnreadableError):
        measures.read_limit(text)
    with pytest.raises(UnreadableError):
        measures.read_age(text)


@pytest.mark.parametrize(
    ("table", "column", "text", "words"),
    [
        ("blocks", "limit", "snel", "12, 2 years"),
        ("bonuses", "age", "jong", "like 50"),
        ("share_caps", "share", "", "Fill in something"),
        ("sources", "url", "", "Fill in something"),
    ],
)
def test_that_what_cannot_be_read_says_how_to_write_it(
    desk: Desk, table: str, column: str, text: str, words: str
) -> None:
    opening = copied(desk, load_library().get("utrecht-v3"))
    sheet = opening.sheet.with_row(
        table, {"label": "x", "title": "x", "unit": "per_year", "kind": "placement"}
    )
    row = sheet.of(table)[-1].key
    typing = Typing(desk, sheet.with_text(cell(table, row, column), text))
    assert words in str(typing.mark(cell(table, row, column), told=True).error)
    assert not typing.can_be_kept
    assert [one.name for one in typing.points()] == [cell(table, row, column)]


def test_that_a_problem_falls_to_the_question_that_can_mend_it(desk: Desk) -> None:
    block = {"unit": "per_year", "kind": "placement", "label": "WW", "group": "weg"}
    typing = Typing(desk, Sheet({"title": "x", "publisher": "x"}).with_row("blocks", block))
    assert [one.about for one in typing.points()] == ["WW: Choice within"]
    assert typing.section_of("nergens") is None
    assert typing.about("nergens") == "nergens"


def test_that_a_group_that_nobody_chooses_from_is_told(desk: Desk) -> None:
    sheet = Sheet({"title": "x", "publisher": "x"}).with_row(
        "groups", {"label": "WW", "by": "other"}
    )
    points = Typing(desk, sheet).points()
    assert [one.text for one in points] == ["A group needs two rows or more to choose from."]


def test_that_the_place_of_what_is_gone_goes_with_it() -> None:
    sheet = Sheet().with_row("blocks", {"label": "WW"})
    name = cell("blocks", sheet.of("blocks")[0].key, "value")
    noted = sheet.with_place(name, Place("3"))
    assert noted.without_row("blocks", sheet.of("blocks")[0].key).places == {}
    assert noted.with_place(name, Place()).places == {}
    assert noted.text(cell("blocks", "#9", "label")) == ""
    assert noted.row("blocks", "#9") is None


@pytest.mark.parametrize(
    ("table", "row", "column"),
    [
        ("share_caps", {"label": "Inkoop", "share": "50"}, "share"),
        ("obligation.percentages", {"percentage": "2", "category": "supplies"}, "percentage"),
        ("obligation.quotas", {"amount": "3", "unit": "placements"}, "amount"),
        ("obligation.pso", {"from_level": "step_2", "percentage": "25"}, "percentage"),
        ("notes", {"text": "Vraag het de adviseur.", "place": ""}, "text"),
        ("notes", {"text": "Vraag het de adviseur.", "place": "valuation"}, "place"),
        ("sources", {"url": "Bijlage 4, blz. 2"}, "url"),
    ],
)
def test_that_the_place_of_a_row_without_a_code_goes_by_its_number(
    table: str, row: dict[str, str], column: str
) -> None:
    sections = all_sections()
    sheet = Sheet({"title": "x", "publisher": "x"})
    for texts in (row, {}, row):
        sheet = sheet.with_row(table, texts)
    _first, empty, last = (one.key for one in sheet.of(table))
    sheet = sheet.with_place(cell(table, last, column), Place("7", "als het niet anders kan"))
    sheet = sheet.with_place(cell(table, empty, column), Place("8"))
    found = reading.read(sheet, sections)
    assert found.tables["citations"] == [
        {"key": f"{table}.2.{column}", "page": "7", "quote": "als het niet anders kan"}
    ]
    again = filled(found.tables, sections)
    ((name, place),) = again.places.items()
    assert place == Place("7", "als het niet anders kan")
    assert name == cell(table, again.of(table)[1].key, column)


def test_that_every_table_can_say_where_its_cells_were_read() -> None:
    by_name = {"blocks", "bonuses", "groups", "evidence", "recognition", "deadlines"}
    assert set(all_tables(all_sections())) == by_name | set(NUMBERED)


def test_that_codes_are_made_from_names_and_never_twice() -> None:
    assert reading.code_of("Één & twee!", ()) == "een-twee"
    assert reading.code_of("€", {"regels"}) == "regels-2"


def test_that_every_column_has_words() -> None:
    for section in all_sections():
        for group in section.groups:
            for table in group.tables:
                assert all(one.label for one in (*table.columns, *table.details))
                assert table.question(table.columns[0].key).kind is not Kind.BLOCKS
