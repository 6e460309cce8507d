"""Every question, answer, notice and fault of the clause intake has its words."""

from __future__ import annotations

from fractions import Fraction

import pytest

from sroi_desktop.domain.clause import (
    QUESTIONS,
    Answer,
    Ask,
    Fault,
    FaultKind,
    Intake,
    Key,
    Notice,
    NoticeKind,
    PartKind,
    Question,
    Status,
    Topic,
    questions_to_ask,
)
from sroi_desktop.domain.money import Money
from sroi_desktop.language.clause import asking, notes, notices, questions, values
from tests.unit.domain.build import day, eur
from tests.unit.domain.clause.build import NOT_THERE, UNKNOWN, answers, given
from tests.unit.services.books import speaking

LANGUAGES = ("nl", "en")
# The owner knows these, or to ask about them would only invite a demand.
NEVER_ASKED = {Key.CONTRACT, Key.THRESHOLD, Key.OFFER, Key.DEMANDS}


def whole(text: str) -> bool:
    """Tell whether a text says something and has no blank left."""
    return bool(text.strip()) and "{" not in text


@pytest.mark.parametrize("one", QUESTIONS, ids=lambda one: str(one.key.value))
@pytest.mark.parametrize("language", LANGUAGES)
def test_that_every_question_has_its_words(one: Question, language: str) -> None:
    with speaking(language):
        words = questions.words_of(one.key)
        names = [values.part_name(one.key, part.name) for part in one.parts]
        choices = [
            [values.option_name(one.key, part.name, option) for option in part.options]
            for part in one.parts
        ]
    assert all(map(whole, (*words, *names)))
    assert words.question.endswith("?")
    for labels in choices:
        assert all(map(whole, labels))
        assert len(set(labels)) == len(labels)


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_short_names_and_topics_tell_questions_apart(language: str) -> None:
    with speaking(language):
        names = [questions.words_of(key).name for key in Key]
        topics = [questions.topic_name(topic) for topic in Topic]
        states = [values.status_name(status) for status in Status]
    for texts in (names, topics, states):
        assert all(map(whole, texts))
        assert len(set(texts)) == len(texts)


@pytest.mark.parametrize("kind", NoticeKind)
@pytest.mark.parametrize("language", LANGUAGES)
def test_that_every_notice_has_a_reason_and_a_source(kind: NoticeKind, language: str) -> None:
    with speaking(language):
        notice = Notice(kind, (Key.DEMAND,), Fraction(7), Fraction(24), eur(50_000), Money(700))
        assert whole(notices.notice_text(notice))
        source = notices.notice_source(notice)
        assert whole(source.title)
        assert source.address == "" or source.address.startswith("https://")
        assert whole(notices.no_advice())


@pytest.mark.parametrize("kind", FaultKind)
@pytest.mark.parametrize("language", LANGUAGES)
def test_that_every_fault_says_what_to_do(kind: FaultKind, language: str) -> None:
    with speaking(language):
        fault = Fault(kind, Key.CAP, "amount", Fraction(36), eur(12_500))
        assert whole(notices.fault_text(fault))


@pytest.mark.parametrize("key", [key for key in Key if key not in NEVER_ASKED])
@pytest.mark.parametrize("language", LANGUAGES)
def test_that_what_is_not_there_is_asked_politely(key: Key, language: str) -> None:
    with speaking(language):
        text = asking.ask_text(Ask(key))
    assert whole(text)
    assert text.endswith("?")


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_every_question_about_a_notice_has_its_words(language: str) -> None:
    every = tuple(
        Notice(kind, (Key.DEMAND,), Fraction(7), Fraction(24), eur(50_000), eur(70))
        for kind in NoticeKind
    )
    with speaking(language):
        texts = [asking.ask_text(ask) for ask in questions_to_ask(answers(), every)]
    assert len(texts) == 9
    assert all(whole(text) and text.endswith("?") for text in texts)


def test_that_a_question_names_the_page_it_is_about() -> None:
    notice = Notice(NoticeKind.BSN_ASKED, (Key.PERSONAL,))
    assert asking.ask_text(Ask(Key.PERSONAL, notice, "14")).startswith("Pagina 14: U vraagt")


# --- answers


@pytest.mark.parametrize(
    ("key", "answer", "text"),
    [
        (
            Key.DEMAND,
            given(unit="percentage", percentage=Fraction(5)),
            "Een percentage · 5%",
        ),
        (Key.CAP, given(amount=eur(300_000)), "€ 300.000"),
        (Key.FULL_TIME, given(hours=Fraction(36)), "36 uur per week"),
        (Key.LIMIT, given(kind="months", amount=24), "Een aantal maanden · 24"),
        (Key.CONTACT, given(days=7, counted="working"), "7 dagen · Werkdagen"),
        (Key.TERM, given(starts=day("2026-01-01")), "01-01-2026"),
        (Key.GROUPS, given(groups=("ww", "wajong")), "WW, Wajong"),
        (Key.EVIDENCE, given(what="loonstrook"), "loonstrook"),
        (Key.RELATION, given(direct="no"), "Nee"),
        (Key.PSO, given(level="2", discount=Fraction(100)), "PSO trede 2 · 100%"),
        (Key.CAP, NOT_THERE, "Staat er niet"),
        (Key.CAP, UNKNOWN, "Weet ik niet"),
    ],
)
def test_that_an_answer_is_told_in_words(key: Key, answer: Answer, text: str) -> None:
    assert values.answer_text(key, answer).replace("\xa0", " ") == text


def test_that_an_answer_tells_its_page() -> None:
    assert values.place_text(given(page="12")) == "pagina 12"
    assert values.place_text(given(quote="niets")) == ""


@pytest.mark.parametrize("kind", PartKind)
def test_that_a_unit_is_named_where_a_number_needs_one(kind: PartKind) -> None:
    needs = kind in {PartKind.HOURS, PartKind.MONTHS, PartKind.DAYS}
    assert bool(values.unit_name(kind)) == needs


# --- notes


@pytest.mark.parametrize(
    ("page", "quote", "end"),
    [
        ("14", "ook onderaannemers", " (pagina 14: “ook onderaannemers”)"),
        ("14", None, " (pagina 14)"),
        (None, "ook onderaannemers", " (“ook onderaannemers”)"),
        (None, None, ""),
    ],
)
def test_that_a_rule_in_words_says_where_it_stands(
    page: str | None, quote: str | None, end: str
) -> None:
    read = answers(subcontractors=given(page, quote, count="yes"))
    text = notes.note_text(read, Key.SUBCONTRACTORS)
    assert text == "Wat onderaannemers doen, telt mee." + end


def test_that_a_rule_in_words_names_how_long_before_the_contract() -> None:
    read = answers(existing=given(counts="yes", months=12))
    assert notes.note_text(read, Key.EXISTING) == (
        "Wie al bij u werkt, telt mee. Hooguit 12 maanden voor de opdracht."
    )


def test_that_a_question_without_an_answer_is_no_rule() -> None:
    assert notes.note_text(answers(custom=NOT_THERE), Key.CUSTOM) == ""


def test_that_a_time_of_a_group_is_told_as_what_it_is() -> None:
    own = given("14", kind="months", months=12, groups=("ex-gedetineerden",))
    assert notes.note_text(answers(group_limits=own), Key.GROUP_LIMITS) == (
        "Voor sommige groepen geldt een andere langste duur: "
        "Een aantal maanden · 12 maanden · Ex-gedetineerden. (pagina 14)"
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_every_rule_in_words_is_whole(language: str) -> None:
    read = answers(
        table=given(there="yes"),
        groups=given(groups=("ww",)),
        demands=given(what="both"),
        evidence=given(what="{loonstrook}"),
        signing=given(how="met pen"),
        personal=given(data=("names",)),
        custom=given(allowed="no"),
    )
    with speaking(language):
        found = notes.wording_of(Intake("Groen", "Elders", answers=read), "generic-own")
    assert set(found.notes) == {key for key, _answer in read.by_key}
    assert "{loonstrook}" in found.notes[Key.EVIDENCE]
    assert found.id == "generic-own"
    assert all(map(whole, (found.title, found.remark, *found.missing, *found.rows.values())))


def test_that_rules_tell_what_the_text_does_not_say() -> None:
    read = answers(custom=NOT_THERE, cap=given(amount=eur(5)))
    missing = notes.wording_of(Intake(authority="Elders", answers=read), "x").missing
    assert "Niet in het bestek gevonden: Maatwerk." in missing
    assert not any("Maximum" in one for one in missing)
