from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sroi_desktop.services.words import contains, folded


def test_that_case_and_accents_do_not_matter() -> None:
    assert folded("Súdwest-FRYSLÂN") == "sudwest-fryslan"


@given(st.text())
def test_that_a_place_in_the_folded_text_is_a_place_in_the_text(text: str) -> None:
    assert len(folded(text)) == len(text)


def test_that_every_word_must_occur() -> None:
    assert contains("Groenonderhoud Wijk Oost", ("wijk", "groen"))
    assert not contains("Groenonderhoud Wijk Oost", ("wijk", "west"))
