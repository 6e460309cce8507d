"""What the tagged canvas and its flowables put into the structure of a document."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
import pytest
from reportlab.lib.colors import black
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, PageBreak, Spacer
from reportlab.platypus.tables import TableStyle

from sroi_desktop.language import _
from sroi_desktop.reporting import fonts, styles
from sroi_desktop.reporting.document import make_document
from sroi_desktop.reporting.tagging import (
    ContentsEntry,
    DocumentFacts,
    Element,
    Figure,
    Heading,
    Role,
    Rule,
    TaggedCanvas,
    TaggedParagraph,
    TaggedTable,
    bullet_list,
    contents,
)
from sroi_desktop.reporting.tagging.canvas import NestedContentError
from tests.reports.reading import artifacts, failures, structure, untagged

if TYPE_CHECKING:
    from tests.reports.reading import Node

FACTS = DocumentFacts("Title", "Author", "Subject", "en-GB", date(2026, 10, 6), "Test")
FONT = TableStyle([("FONT", (0, 0), (-1, -1), fonts.REGULAR, 9)])
SITE = "https://site.example/"


@pytest.fixture(autouse=True)
def known_fonts() -> None:
    fonts.register()


def pdf_of(*story: Flowable) -> bytes:
    return make_document(list(story), FACTS, "Footer")


def tree_of(*story: Flowable) -> Node:
    """Return the structure of a story, after a check that the file is valid and all is tagged."""
    pdf = pdf_of(*story)
    assert failures(pdf) == []
    assert untagged(pdf) == []
    return structure(pdf)


def paragraph(markup: str, role: Role | None = Role.PARAGRAPH) -> TaggedParagraph:
    return TaggedParagraph(markup, styles.BODY, role=role)


def heading(words: str, key: str, level: int = 1) -> Heading:
    return Heading(words, styles.HEADING, level=level, title=words, key=key)


def table(rows: list[list[object]], row_header: int | None = None) -> TaggedTable:
    widths = [200.0] * len(rows[0])
    return TaggedTable(rows, widths, style=FONT, row_header=row_header, summary="Figures")


def test_that_a_paragraph_over_two_pages_is_one_element() -> None:
    words = "word " * 1500
    root = tree_of(paragraph(words))
    assert [node.role for node in root.children] == ["P"]
    assert root.text.split() == words.split()


def test_that_words_at_the_end_of_a_line_stay_apart_from_the_next() -> None:
    root = tree_of(paragraph("alpha beta <u>gamma</u> " * 40))
    assert set(root.text.split()) == {"alpha", "beta", "gamma"}


def test_that_a_word_broken_over_lines_stays_one_word() -> None:
    word = "w" * 300
    assert tree_of(paragraph(word)).text.split() == [word]


def test_that_a_link_in_a_text_is_an_element_with_its_words_and_its_annotation() -> None:
    root = tree_of(paragraph(f'Read <a href="{SITE}">the source</a> first.'))
    (link,) = root.all("Link")
    assert link.text.strip() == "the source"
    assert link.links == [SITE]
    assert " ".join(root.text.split()) == "Read the source first."


def test_that_a_link_over_two_lines_is_one_element_with_an_annotation_for_each() -> None:
    root = tree_of(paragraph(f'Read <a href="{SITE}">{"a long name " * 12}</a> first.'))
    (link,) = root.all("Link")
    assert link.text.split() == ["a", "long", "name"] * 12
    assert link.links == [SITE, SITE]


def test_that_two_links_to_one_address_keep_their_own_annotation() -> None:
    markup = f'<a href="{SITE}">one</a> and <a href="{SITE}">two</a> there'
    links = tree_of(paragraph(markup)).all("Link")
    assert [link.text.strip() for link in links] == ["one", "two"]
    assert [link.links for link in links] == [[SITE], [SITE]]


def test_that_a_text_that_is_one_link_is_a_link_on_every_line() -> None:
    root = tree_of(paragraph(f'<a href="{SITE}">{"all of it " * 20}</a>'))
    (link,) = root.all("Link")
    assert link.text.split() == ["all", "of", "it"] * 20
    assert link.links == [SITE, SITE]


def test_that_a_link_may_lead_to_a_place_in_the_document() -> None:
    root = tree_of(
        heading("Top", "top"), paragraph('See <a href="#end">the end</a>.'), heading("End", "end")
    )
    assert [len(link.links) for link in root.all("Link")] == [1]


def test_that_an_annotation_says_where_it_leads() -> None:
    pdf = pdf_of(paragraph(f'Read <a href="{SITE}">this</a> first.'))
    with pikepdf.open(BytesIO(pdf)) as document:
        (annotation,) = document.pages[0].obj.Annots
        assert str(annotation.Contents) == SITE
        assert annotation.F == 4


def test_that_an_item_over_two_pages_has_its_label_once() -> None:
    items = bullet_list(["one", "two " * 1200, "three"], styles.ITEM)
    root = tree_of(*items)
    (the_list,) = root.children
    assert the_list.attributes["/ListNumbering"] == pikepdf.Name.Disc
    assert [[part.role for part in item.children] for item in the_list.children] == [
        ["Lbl", "LBody"]
    ] * 3
    assert [item.children[1].text.split()[0] for item in the_list.children] == [
        "one",
        "two",
        "three",
    ]


def test_that_headings_have_levels_and_stand_in_the_outline() -> None:
    story = [heading("One", "one"), heading("Two", "two", 2), heading("Three", "three", 3)]
    pdf = pdf_of(*story)
    assert [node.role for node in structure(pdf).children] == ["H1", "H2", "H3"]
    with pikepdf.open(BytesIO(pdf)) as document, document.open_outline() as outline:
        assert outline.root[0].title == "One"
        assert outline.root[0].children[0].children[0].title == "Three"


def test_that_a_heading_over_two_pages_is_one_place() -> None:
    root = tree_of(Spacer(1, styles.HEIGHT - 90), heading("long " * 120, "long"))
    assert [node.role for node in root.children] == ["H1"]


def test_that_a_table_tells_column_and_row_headers() -> None:
    root = tree_of(table([["A", "B"], ["1", "2"]], row_header=0))
    (the_table,) = root.children
    assert str(the_table.attributes["/Summary"]) == "Figures"
    header, row = the_table.children
    assert [(cell.role, cell.attributes.get("/Scope")) for cell in header.children] == [
        ("TH", pikepdf.Name.Column)
    ] * 2
    assert [(cell.role, cell.attributes.get("/Scope")) for cell in row.children] == [
        ("TH", pikepdf.Name.Row),
        ("TD", None),
    ]


def test_that_a_header_row_repeated_on_a_later_page_is_decoration() -> None:
    header: list[object] = [paragraph("Name", None), "Amount"]
    rows = [header, *([paragraph(f"row {number}", None), "1"] for number in range(120))]
    pdf = pdf_of(table(rows))
    assert failures(pdf) == []
    assert len(structure(pdf).all("TR")) == 121
    assert len(structure(pdf).all("Table")) == 1
    assert "Name" in artifacts(pdf, 1)
    assert "Name" not in artifacts(pdf, 0)


def test_that_a_cell_over_more_columns_says_so() -> None:
    spanning = TableStyle([*FONT.getCommands(), ("SPAN", (0, 2), (1, 2))])
    rows = [["A", "B", "C"], ["1", "2", "3"], ["Total", "", "6"]]
    root = tree_of(TaggedTable(rows, [100.0] * 3, row_header=1, style=spanning))
    total = root.all("TR")[-1]
    assert [cell.text.strip() for cell in total.children] == ["Total", "6"]
    assert total.children[0].attributes["/ColSpan"] == 2
    assert total.children[0].role == "TH"


def test_that_a_row_higher_than_a_page_goes_on_on_the_next() -> None:
    words = "word " * 3000
    root = tree_of(table([["Header"], [paragraph(words, None)]]))
    assert len(root.all("TR")) > 2
    assert root.text.removeprefix("Header").split() == words.split()


def test_that_a_table_starts_on_the_next_page_rather_than_break_its_first_row() -> None:
    row = paragraph("word " * 150, None)
    root = tree_of(Spacer(1, styles.HEIGHT - 60), table([["Header"], [row]]))
    assert len(root.all("TR")) == 2


def test_that_a_figure_has_its_alternative_and_its_place_on_the_page() -> None:
    square = Figure(100, 50, alternative="A square", paint=_square)
    (figure,) = tree_of(paragraph("Before"), square).all("Figure")
    assert figure.alternative == "A square"
    left, bottom, right, top = map(float, figure.attributes["/BBox"])
    assert (round(right - left), round(top - bottom)) == (100, 50)
    assert 0 < left < right < styles.PAGE_WIDTH
    assert 0 < bottom < top < styles.PAGE_HEIGHT


def test_that_a_rule_is_decoration() -> None:
    root = tree_of(paragraph("Above"), Rule(black, 1), paragraph("Below"))
    assert [node.role for node in root.children] == ["P", "P"]


def test_that_a_line_of_contents_reads_title_then_page_and_leads_there() -> None:
    entries = [
        ContentsEntry(f"Chapter {number}", f"Chapter {number}", f"chapter-{number}", 0)
        for number in range(1, 4)
    ]
    story: list[Flowable] = [heading("Contents", "contents"), *contents(entries, [styles.CONTENTS])]
    for entry in entries:
        story += [PageBreak(), heading(entry.title, entry.key, 2)]
    root = tree_of(*story)
    (toc,) = root.all("TOC")
    assert [" ".join(item.text.split()) for item in toc.children] == [
        "Chapter 1 2",
        "Chapter 2 3",
        "Chapter 3 4",
    ]
    assert [node.role for node in toc.walk()][:4] == ["TOC", "TOCI", "Reference", "Link"]
    assert all(len(link.links) == 1 for link in toc.all("Link"))


def test_that_the_footer_is_decoration_with_the_page_and_how_many_there_are() -> None:
    pdf = pdf_of(paragraph("word " * 1500))
    assert artifacts(pdf, 0) == "Footer" + _("{page} of {pages}").format(page=1, pages=2)
    assert "Footer" not in structure(pdf).text


def test_that_content_inside_content_is_refused() -> None:
    canvas = TaggedCanvas(BytesIO())
    with (
        canvas.content(canvas.root.append(Element(Role.PARAGRAPH))),
        pytest.raises(NestedContentError),
        canvas.content(canvas.root.append(Element(Role.PARAGRAPH))),
    ):
        pass


def test_that_decoration_of_content_is_part_of_it() -> None:
    canvas = TaggedCanvas(BytesIO())
    with canvas.content(canvas.root.append(Element(Role.PARAGRAPH))), canvas.artifact():
        assert not canvas.in_artifact


def test_that_a_link_outside_a_text_is_refused() -> None:
    with pytest.raises(LookupError):
        TaggedCanvas(BytesIO()).linkURL(SITE, (0, 0, 10, 10))


def test_that_a_canvas_without_tags_is_refused() -> None:
    with pytest.raises(TypeError):
        Rule(black, 1).drawOn(Canvas(BytesIO()), 0, 0)


def _square(canvas: TaggedCanvas) -> None:
    canvas.rect(0, 0, 100, 50)


def test_that_an_unfinished_page_is_finished_on_saving() -> None:
    pages = BytesIO()
    canvas = TaggedCanvas(pages, initialFontName=fonts.REGULAR)
    canvas.drawString(50, 50, "last words")
    canvas.save()
    assert canvas.page_count == 1


def test_that_a_line_of_contents_stays_in_one_piece() -> None:
    (row,) = contents([ContentsEntry("word " * 200, "long", "long", 0)], [styles.CONTENTS])
    assert tree_of(Spacer(1, styles.HEIGHT - 60), heading("Long", "long"), row).all("TOCI")
