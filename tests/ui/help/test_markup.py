from __future__ import annotations

import pytest

from sroi_desktop.services import help_topics
from sroi_desktop.ui.help.markup import page_html


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("# Titel", '<p class="heading1">Titel</p>'),
        ("## Kop {#kop}", '<p class="heading2"><a name="kop"></a>Kop</p>'),
        ("een\ntwee", "<p>een twee</p>"),
        ("een\n\ntwee", "<p>een</p>\n<p>twee</p>"),
        ("**vet** en [link](5#bsn)", '<p><b>vet</b> en <a href="5#bsn">link</a></p>'),
        ("- a\n- b", "<ul><li>a</li><li>b</li></ul>"),
        ("1. a\n2. b", "<ol><li>a</li><li>b</li></ol>"),
    ],
)
def test_that_a_part_becomes_its_html(markdown: str, html: str) -> None:
    assert page_html(markdown) == html


def test_that_a_quote_stands_in_a_box_of_its_own() -> None:
    html = page_html("> 5 × 6\n> = 30")
    assert 'class="quote"' in html
    assert "5 × 6<br>= 30" in html


def test_that_a_table_has_header_cells_and_no_ruler() -> None:
    html = page_html("| Toets | Doet |\n| --- | --- |\n| F1 | Uitleg |")
    assert "<th>Toets</th><th>Doet</th>" in html
    assert "<td>F1</td><td>Uitleg</td>" in html
    assert "---" not in html


def test_that_markup_in_a_text_is_shown_and_not_read() -> None:
    assert page_html("<script>a & b</script>") == "<p>&lt;script&gt;a &amp; b&lt;/script&gt;</p>"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_that_our_own_pages_use_only_what_is_known(language: str) -> None:
    for topic in help_topics.topics(language):
        html = page_html(topic.markdown)
        for mark in ("**", "](", "{#", "```", "<p>*", "<p>#", "![", "- <"):
            assert mark not in html, f"{topic.title}: {mark}"
