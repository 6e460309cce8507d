"""Text as data: what a user typed, on paper."""

from __future__ import annotations

import unicodedata
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.platypus import Paragraph

from sroi_desktop.reporting import fonts, styles
from sroi_desktop.reporting.measure import fitting, shortened
from sroi_desktop.reporting.tagging import TaggedCanvas, TaggedParagraph
from sroi_desktop.reporting.text import (
    UNKNOWN,
    attribute,
    is_shown_whole,
    one_line,
    plain,
    text,
)

fonts.register()
typed = st.text(st.characters(exclude_categories=["Cs"]), max_size=200)


@given(typed)
def test_that_every_text_can_be_drawn_and_is_no_markup(value: str) -> None:
    paragraph = TaggedParagraph(text(value), styles.CELL)
    paragraph.wrapOn(TaggedCanvas(BytesIO()), 200, 2000)
    shown = "".join(Paragraph(text(value), styles.CELL).getPlainText().split())
    assert shown == "".join(plain(value).split())


@given(typed)
def test_that_only_characters_of_the_font_remain(value: str) -> None:
    assert all(
        ord(character) in fonts.characters() for character in plain(value) if character != "\n"
    )


@given(typed)
def test_that_text_made_drawable_stays_as_it_is(value: str) -> None:
    assert plain(plain(value)) == plain(value)


@given(typed)
def test_that_a_link_cannot_leave_its_attribute(value: str) -> None:
    assert '"' not in attribute(value)
    assert "<" not in attribute(value)


@given(typed)
def test_that_one_line_is_one_line(value: str) -> None:
    assert one_line(value) == " ".join(one_line(value).split())


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Cafe\u0301", "Caf\u00e9"),
        ("Łódź, şiş, žena, Ωμέγα, Жук", "Łódź, şiş, žena, Ωμέγα, Жук"),
        ("李明", UNKNOWN * 2),
        ("ما", UNKNOWN * 2),
        ("👩\u200d🌾", UNKNOWN * 2),
        ("☀\ufe0f", "☀"),
        ("\u202eanders\u202c", "anders"),
        ("\ue071", UNKNOWN),
        ("\ud800", UNKNOWN),
        ("a\tb\u3000c", "a b c"),
        ("a\r\nb\u2028c\x0bd", "a\nb\nc\nd"),
        ("a\x00\x07b\xadc", "abc"),
    ],
)
def test_that_a_text_is_shown_so(typed: str, shown: str) -> None:
    assert plain(typed) == shown


def test_that_line_breaks_become_line_breaks() -> None:
    assert text("a & b\nc < d") == "a &amp; b<br/>c &lt; d"


def test_that_a_mark_the_user_typed_is_no_missing_character() -> None:
    assert is_shown_whole("een leeg vak: □")
    assert is_shown_whole("gewoon")
    assert not is_shown_whole("李")


def test_that_words_are_cut_to_the_width() -> None:
    assert shortened("kort", fonts.REGULAR, 8, 100) == "kort"
    cut = shortened("een lange naam " * 20, fonts.REGULAR, 8, 100)
    assert cut.startswith("een lange")
    assert cut.endswith("…")
    assert shortened("w", fonts.REGULAR, 8, 1) == "…"


def test_that_a_figure_too_wide_gets_smaller_type() -> None:
    assert fitting("€ 1", styles.FIGURE, 100) is styles.FIGURE
    assert fitting("€ 123.456.789,00", styles.FIGURE, 100).fontSize < styles.FIGURE.fontSize


def test_that_digits_in_columns_have_one_width() -> None:
    canvas = TaggedCanvas(BytesIO())
    widths = {canvas.stringWidth(digit, fonts.REGULAR_FIGURES, 10) for digit in "0123456789"}
    assert len(widths) == 1


@given(typed)
def test_that_shown_text_is_composed(value: str) -> None:
    assert unicodedata.is_normalized("NFC", plain(value))
