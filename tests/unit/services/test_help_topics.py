from __future__ import annotations

import re

import pytest

from sroi_desktop.language import activate
from sroi_desktop.services import help_topics
from sroi_desktop.services.help_topics import Topic

LANGUAGES = ("nl", "en")
LINK = re.compile(r"\]\(([^)]*)\)")


def by_key(language: str) -> dict[str, Topic]:
    return {one.key: one for one in help_topics.topics(language)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_every_link_leads_to_a_place_that_is_there(language: str) -> None:
    topics = by_key(language)
    for one in topics.values():
        for link in LINK.findall(one.markdown):
            key, _mark, name = link.partition("#")
            names = [place.name for place in topics[key].places]
            assert not name or name in names, f"{one.title}: {link}"


def test_that_both_languages_have_the_same_topics_and_places() -> None:
    dutch, english = (
        {key: {place.name for place in one.places} for key, one in by_key(language).items()}
        for language in LANGUAGES
    )
    assert dutch == english


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_no_name_of_a_place_occurs_twice_in_a_topic(language: str) -> None:
    for one in help_topics.topics(language):
        names = [place.name for place in one.places if place.name]
        assert len(names) == len(set(names)), one.title


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_terms_stand_in_the_order_of_the_alphabet(language: str) -> None:
    terms = [place.words.casefold() for place in by_key(language)["5"].places[1:]]
    assert terms == sorted(terms)


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_every_topic_has_a_title_and_every_place_words(language: str) -> None:
    for one in help_topics.topics(language):
        assert one.markdown.startswith(f"# {one.title}\n")
        assert all(place.words for place in one.places)


def test_that_a_topic_is_found_by_its_number_in_the_language_in_use() -> None:
    activate("en")
    try:
        found = help_topics.topic("3")
    finally:
        activate("nl")
    assert found is not None
    assert found.title == "Evidence"
    assert help_topics.topic("99") is None


def test_that_a_place_is_found_by_its_name_and_by_its_words() -> None:
    terms = by_key("nl")["5"]
    place = terms.place("threshold")
    assert place is not None
    assert place.words == "Drempel"
    assert terms.place("drempel") == place
    assert terms.place("onzin") is None


def test_that_what_a_search_is_about_comes_before_what_mentions_it() -> None:
    found = help_topics.find("drempel")
    assert found[0].place.words == "Drempel"
    assert len(found) > 1
    assert "drempel" in found[1].excerpt


def test_that_every_word_of_a_search_must_occur() -> None:
    assert [one.place.name for one in help_topics.find("loonstrook BSN")] == ["bsn"]
    assert help_topics.find("loonstrook kamerplant") == ()
    assert help_topics.find("  ") == ()


def test_that_an_excerpt_is_cut_at_whole_words() -> None:
    long = next(one for one in help_topics.find("inschrijving") if one.excerpt.startswith("…"))
    words = long.excerpt.strip("… ").split()
    assert words[0] in long.place.text.split()
    assert "inschrijving" in long.excerpt
    assert len(long.excerpt) < 150


def test_that_a_search_sees_words_and_no_marks() -> None:
    for one in help_topics.topics("nl"):
        for place in one.places:
            assert "**" not in place.text
            assert "](" not in place.text
            assert "{#" not in place.text
