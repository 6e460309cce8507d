"""The letter with questions as an authority meets it: its text, its tags, hostile names."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO

import pypdf
import pytest

from sroi_desktop import language
from sroi_desktop.reporting import (
    Company,
    LanguageDiffersError,
    QuestionList,
    Source,
    render_questions,
)
from tests.reports.reading import failures, structure, untagged

LETTER = QuestionList(
    company=Company(
        name="Hoveniersbedrijf Jansen B.V.",
        chamber_number="12345678",
        address=("Groenstraat 1", "3511 AB Utrecht"),
        contact="Anna Jansen, anna@jansen.example",
    ),
    tender="Groenonderhoud Wijk Oost",
    authority="Gemeente Elders",
    language="nl",
    written_on=date(2026, 11, 22),
    questions=(
        "Hoeveel uur per week rekent u als voltijd?",
        "Pagina 14: U vraagt het burgerservicenummer (BSN). Zijn gegevens zonder BSN voldoende?",
    ),
    sources=(Source("PIANOo, visie op social return", "https://www.pianoo.nl/"),),
    reference="TN 12",
    place="Utrecht",
    remark="Dit is informatie, geen juridisch advies.",
)


def words(pdf: bytes) -> str:
    pages = pypdf.PdfReader(BytesIO(pdf)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_that_the_letter_says_who_asks_what_about_which_tender() -> None:
    found = words(render_questions(LETTER))
    for part in (
        "Vragen voor de Nota van Inlichtingen",
        "Vragen van Hoveniersbedrijf Jansen B.V. bij Groenonderhoud Wijk Oost, Gemeente Elders",
        "Utrecht, 22 november 2026",
        "Uw kenmerk TN 12",
        "1. Hoeveel uur per week rekent u als voltijd?",
        "2. Pagina 14: U vraagt het burgerservicenummer (BSN).",
        "PIANOo, visie op social return",
        "Contact: Anna Jansen, anna@jansen.example.",
        "geen juridisch advies",
    ):
        assert part in found


@pytest.mark.parametrize(
    "letter",
    [
        LETTER,
        replace(LETTER, questions=(), sources=(), reference="", place="", remark=""),
        replace(LETTER, questions=LETTER.questions * 40),
        replace(LETTER, company=Company(name="Jansen"), authority=""),
        replace(
            LETTER,
            tender="<b>vet</b> & <script>",
            questions=("n" * 300, "Jan 👩🏽 en 李明", "\u202eomgekeerd\u202c", "a\"b'c]]>&amp;"),
        ),
    ],
    ids=["usual", "empty", "long", "bare", "hostile"],
)
def test_that_every_letter_is_accessible_and_lasting(letter: QuestionList) -> None:
    pdf = render_questions(letter)
    assert failures(pdf) == []
    assert untagged(pdf) == []


def test_that_the_questions_are_one_numbered_list() -> None:
    tree = str(structure(render_questions(LETTER)))
    assert "'L'" in tree
    assert tree.count("'LBody'") == len(LETTER.questions) + len(LETTER.sources)


def test_that_the_same_questions_give_the_same_bytes() -> None:
    assert render_questions(LETTER) == render_questions(LETTER)


def test_that_a_letter_without_questions_says_so() -> None:
    assert "Wij hebben op dit moment geen vragen." in words(
        render_questions(replace(LETTER, questions=()))
    )


def test_that_a_letter_is_in_one_language() -> None:
    with pytest.raises(LanguageDiffersError):
        render_questions(replace(LETTER, language="en"))
    language.activate("en")
    try:
        found = words(render_questions(replace(LETTER, language="en")))
    finally:
        language.activate("nl")
    assert "Questions for the Nota van Inlichtingen" in found
