"""Reading a clause: every answer is kept, and what is wrong is said at the spot."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

import pytest

from sroi_desktop.domain.clause import Answer, Intake, Key, Status
from sroi_desktop.domain.money import Money
from sroi_desktop.services import clauses, contracts, history
from sroi_desktop.services.changes import Changed, Done
from sroi_desktop.services.desk import Desk
from sroi_desktop.storage import DiskFullError
from sroi_desktop.ui import pages
from sroi_desktop.ui.clause import telling
from sroi_desktop.ui.clause.content import BEGIN, QUESTION, SUMMARY
from sroi_desktop.ui.clause.heading import REMOVE, TO_SUMMARY
from sroi_desktop.ui.clause.presenter import ClausePresenter
from sroi_desktop.ui.kit.palette import Tone
from tests.ui.clause.fakes import FakeView
from tests.ui.desks import new_desk

BSN = "123456782"
NOT_THERE = Answer(Status.NOT_THERE)
COUNTING = (Key.FULL_TIME, Key.MIN_HOURS, Key.LIMIT, Key.GROUP_LIMITS)


@dataclass
class Reader:
    """A presenter with its view and all that it asked of the program."""

    desk: Desk = field(default_factory=new_desk)
    view: FakeView = field(default_factory=FakeView)
    pages: list[tuple[str, object]] = field(default_factory=list)
    done: list[Done] = field(default_factory=list)
    told: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.presenter = ClausePresenter(
            self.view, self.desk, self.open_page, self.done.append, self.told.append
        )

    def open_page(self, key: str, argument: object) -> None:
        self.pages.append((key, argument))

    def open(self, clause_id: int | None = None) -> None:
        self.presenter.open_at(pages.ClauseTarget(clause_id))

    def begin(self, *answers: tuple[Key, Answer], **names: str) -> int:
        """Keep a clause with these answers and open it."""
        intake = Intake(**{"title": "Groen", "authority": "Elders", **names})  # type: ignore[arg-type]
        for key, answer in answers:
            intake = intake.with_answer(key, answer)
        clause_id = clauses.begin(self.desk, intake).id or 0
        self.open(clause_id)
        return clause_id

    def fill_in(self, **texts: str) -> None:
        for name, text in texts.items():
            self.presenter.type(name, text)
            self.presenter.leave(name)

    def kept(self, clause_id: int, key: Key) -> Answer | None:
        return clauses.intake_of(self.desk, clause_id).answers.get(key)

    @property
    def asked(self) -> str:
        assert self.view.question is not None
        return self.view.question.key


@pytest.fixture
def reader() -> Reader:
    return Reader()


def every_answer(answer: Answer = NOT_THERE) -> list[tuple[Key, Answer]]:
    return [(key, answer) for key in Key]


# --- beginning


def test_that_a_new_reading_asks_for_a_name_and_offers_what_was_read_before(
    reader: Reader,
) -> None:
    reader.begin()
    reader.open()
    assert reader.view.stage == BEGIN
    assert reader.view.lines == ()
    assert reader.view.begin is not None
    (earlier,) = reader.view.begin.earlier
    assert (earlier.title, earlier.detail) == ("Groen", "Elders · 0 van 32 beantwoord")
    assert "Utrecht" in reader.view.begin.names
    assert reader.presenter.header().acts == ()


def test_that_a_reading_without_a_name_does_not_begin(reader: Reader) -> None:
    reader.open()
    reader.presenter.onward()
    assert reader.view.message == "Geef het bestek een naam die u herkent."
    assert clauses.intakes(reader.desk) == ()


def test_that_a_reading_is_kept_when_it_begins(reader: Reader) -> None:
    reader.open()
    reader.presenter.type_text("5% van de opdrachtsom.")
    reader.presenter.describe(title="Groen", authority="Elders", reference="TN 1")
    reader.presenter.onward()
    (kept,) = clauses.intakes(reader.desk)
    assert (kept.title, kept.authority, kept.reference) == ("Groen", "Elders", "TN 1")
    assert kept.text == "5% van de opdrachtsom."
    assert reader.view.stage == QUESTION
    assert reader.asked == "contract"
    assert reader.done[0].changed == {Changed.CLAUSES}


def test_that_names_and_text_of_a_kept_reading_are_kept_at_once(reader: Reader) -> None:
    clause_id = reader.begin()
    reader.presenter.go_to(telling.START)
    assert reader.view.begin is not None
    assert reader.view.begin.earlier == ()
    reader.presenter.describe(title="Groen Oost", authority="Elders", reference="")
    reader.presenter.type_text("Nieuwe tekst.")
    reader.presenter.type_text("Nieuwe tekst.")
    kept = clauses.intake_of(reader.desk, clause_id)
    assert (kept.title, kept.text) == ("Groen Oost", "Nieuwe tekst.")
    assert len(reader.done) == 2
    reader.presenter.onward()
    assert reader.view.stage == QUESTION


def test_that_a_citizen_number_in_the_text_is_refused_with_its_reason(reader: Reader) -> None:
    clause_id = reader.begin()
    reader.presenter.type_text(f"nummer {BSN}")
    assert "burgerservicenummer" in reader.view.message
    assert clauses.intake_of(reader.desk, clause_id).text == ""


def test_that_a_text_that_is_too_long_is_refused_before_it_begins(reader: Reader) -> None:
    reader.open()
    reader.presenter.describe(title="Groen", authority="", reference="")
    reader.presenter.type_text("x" * 50_000)
    reader.presenter.onward()
    assert "40000 tekens" in reader.view.message
    assert reader.view.stage == BEGIN


def test_that_a_reading_goes_on_at_its_first_open_question(reader: Reader) -> None:
    clause_id = reader.begin((Key.CONTRACT, NOT_THERE), (Key.DEMAND, NOT_THERE))
    reader.presenter.resume(clause_id)
    assert reader.asked == "base"
    assert reader.view.progress.text == "2 van 32 beantwoord"
    assert reader.view.current == "base"


def test_that_a_whole_reading_opens_at_its_summary(reader: Reader) -> None:
    clause_id = reader.begin(*every_answer())
    assert reader.view.stage == SUMMARY
    reader.presenter.go_to(telling.START)
    reader.presenter.onward()
    assert reader.asked == "contract"
    reader.open(clause_id)
    assert reader.view.stage == SUMMARY


def test_that_a_reading_that_is_gone_begins_anew(reader: Reader) -> None:
    reader.open(9)
    assert reader.view.stage == BEGIN
    assert reader.view.message


# --- answering


def test_that_an_answer_is_kept_as_soon_as_it_is_whole(reader: Reader) -> None:
    clause_id = reader.begin()
    reader.presenter.go_to("demand")
    reader.fill_in(unit="percentage")
    assert reader.kept(clause_id, Key.DEMAND) is None
    assert reader.view.parts == {"unit", "percentage", "named"}
    reader.fill_in(percentage="5", page="12", quote="5% van de som")
    assert reader.kept(clause_id, Key.DEMAND) == Answer(
        values=(("unit", "percentage"), ("percentage", Fraction(5))),
        page="12",
        quote="5% van de som",
    )
    assert reader.view.marks["percentage"].reading == "5%"
    assert reader.view.errors() == {}
    history.undo(reader.desk)
    reader.presenter.reload()
    assert reader.view.form.text("quote") == ""


def test_that_what_follows_is_shown_beside_it(reader: Reader) -> None:
    reader.begin()
    reader.fill_in(category="services", sum="1.000.000")
    reader.presenter.onward()
    reader.fill_in(unit="percentage", percentage="7")
    assert reader.view.side is not None
    assert reader.view.side.value == "€ 70.000".replace(" ", "\xa0")
    (notice,) = reader.view.side.notices
    assert notice.tone is Tone.WARNING
    assert notice.address.startswith("https://")
    assert "juridisch advies" in reader.view.side.remark


def test_that_next_without_an_answer_goes_on_and_keeps_nothing(reader: Reader) -> None:
    clause_id = reader.begin()
    reader.presenter.onward()
    assert reader.asked == "demand"
    assert reader.kept(clause_id, Key.CONTRACT) is None


def test_that_not_there_and_unknown_are_kept_and_go_on(reader: Reader) -> None:
    clause_id = reader.begin()
    reader.presenter.say(Status.NOT_THERE)
    reader.presenter.say(Status.UNKNOWN)
    assert reader.kept(clause_id, Key.CONTRACT) == NOT_THERE
    assert reader.kept(clause_id, Key.DEMAND) == Answer(Status.UNKNOWN)
    assert reader.asked == "base"
    reader.presenter.back()
    assert reader.view.question is not None
    assert reader.view.question.status == "Weet ik niet"


def test_that_a_half_answer_does_not_go_on_and_says_what_is_lacking(reader: Reader) -> None:
    reader.begin()
    reader.presenter.go_to("limit")
    reader.fill_in(kind="months")
    assert reader.view.errors() == {}
    reader.presenter.onward()
    assert reader.asked == "limit"
    assert reader.view.errors() == {"amount": "Vul hier iets in, of kies “Staat er niet”."}


@pytest.mark.parametrize(
    ("question", "texts", "part", "error"),
    [
        ("full_time", {"hours": "200"}, "hours", "Een voltijdweek heeft 20 tot 48 uur."),
        ("full_time", {"hours": "0"}, "hours", "Een voltijdweek heeft 20 tot 48 uur."),
        ("limit", {"kind": "months", "amount": "0"}, "amount",
         "Vul meer dan nul in. Is het er niet? Kies “Staat er niet”."),
        ("term", {"starts": "1-1-2027", "ends": "31-12-2026"}, "ends",
         "De laatste dag ligt voor de eerste."),
        ("offer", {"up_to": "105"}, "up_to", "Een percentage is hooguit 100."),
        ("cap", {"amount": "veel"}, "amount",
         "Dit is geen getal. Schrijf het als 4.250 of 4250,50."),
    ],
)  # fmt: skip
def test_that_what_cannot_be_right_is_said_at_its_field_and_not_kept(
    reader: Reader, question: str, texts: dict[str, str], part: str, error: str
) -> None:
    clause_id = reader.begin()
    reader.presenter.go_to(question)
    reader.fill_in(**texts)
    assert reader.view.errors() == {part: error}
    reader.presenter.onward()
    assert reader.asked == question
    assert reader.kept(clause_id, Key(question)) is None


def test_that_a_fault_waits_until_its_field_was_left(reader: Reader) -> None:
    reader.begin()
    reader.presenter.go_to("full_time")
    reader.presenter.type("hours", "2")
    assert reader.view.errors() == {}
    reader.presenter.leave("hours")
    assert reader.view.errors()
    reader.presenter.type("hours", "24")
    assert reader.view.errors() == {}


def test_that_a_doubtful_amount_is_asked_about_at_once(reader: Reader) -> None:
    reader.begin()
    reader.presenter.go_to("cap")
    reader.presenter.type("amount", "12.50")
    assert len(reader.view.marks["amount"].offers) == 2


def test_that_a_quote_with_a_citizen_number_is_refused_at_its_field(reader: Reader) -> None:
    clause_id = reader.begin()
    reader.presenter.go_to("relation")
    reader.fill_in(direct="yes")
    reader.fill_in(quote=f"nummer {BSN}")
    assert "quote" in reader.view.errors()
    reader.presenter.onward()
    assert reader.asked == "relation"
    kept = reader.kept(clause_id, Key.RELATION)
    assert kept is not None
    assert kept.quote is None


def test_that_a_contradiction_is_kept_and_pointed_at(reader: Reader) -> None:
    five = clauses.given(Key.DEMAND, {"unit": "percentage", "percentage": Fraction(5)})
    threshold = clauses.given(Key.THRESHOLD, {"amount": Money(25_000_000)})
    clause_id = reader.begin((Key.DEMAND, five), (Key.THRESHOLD, threshold))
    reader.presenter.go_to("cap")
    reader.fill_in(amount="1.000")
    assert "meer dan dit maximum" in reader.view.errors()["amount"]
    assert reader.kept(clause_id, Key.CAP) is not None
    reader.presenter.onward()
    assert reader.asked == "low_labour"


# --- a billion


def test_that_a_billion_is_asked_about_before_one_goes_on(reader: Reader) -> None:
    clause_id = reader.begin()
    reader.fill_in(category="works", sum="1.000.000.000")
    text, smaller = reader.view.doubt
    assert "Weet u het zeker" in text
    assert smaller.replace("\xa0", " ") == "€ 1.000.000"
    reader.presenter.onward()
    assert reader.asked == "contract"
    reader.presenter.be_sure(smaller=True)
    kept = reader.kept(clause_id, Key.CONTRACT)
    assert kept is not None
    assert kept.value("sum") == Money(100_000_000)
    assert reader.view.doubt == ("", "")


def test_that_a_billion_can_be_meant(reader: Reader) -> None:
    reader.begin()
    reader.fill_in(category="works", sum="1.000.000.000")
    reader.presenter.be_sure(smaller=False)
    assert reader.view.doubt == ("", "")
    reader.presenter.onward()
    assert reader.asked == "demand"


# --- quoting


def test_that_a_passage_becomes_the_quote_on_one_line(reader: Reader) -> None:
    clause_id = reader.begin()
    reader.presenter.go_to("relation")
    reader.fill_in(direct="yes")
    reader.presenter.quote(" bij de uitvoering\u2029van de opdracht ")
    assert reader.view.form.text("quote") == "bij de uitvoering van de opdracht"
    kept = reader.kept(clause_id, Key.RELATION)
    assert kept is not None
    assert kept.quote == "bij de uitvoering van de opdracht"
    reader.presenter.quote("  ")
    assert reader.view.form.text("quote")


# --- going about


def test_that_a_topic_leads_to_its_first_open_question(reader: Reader) -> None:
    reader.begin((Key.CONTACT, NOT_THERE))
    reader.presenter.go_to("topic:reporting")
    assert reader.asked == "plan"
    titles = [line.title for line in reader.view.lines]
    assert "Eerste contact" in titles
    assert "Boete" not in titles
    (contact,) = (line for line in reader.view.lines if line.key == "contact")
    assert contact.detail == "Staat er niet"


def test_that_a_whole_topic_leads_to_its_first_question(reader: Reader) -> None:
    reader.begin(*((key, NOT_THERE) for key in COUNTING))
    reader.presenter.go_to("topic:counting")
    assert reader.asked == "full_time"


def test_that_back_goes_to_the_question_before_and_then_to_the_tender(reader: Reader) -> None:
    reader.begin()
    reader.presenter.onward()
    reader.presenter.back()
    assert reader.asked == "contract"
    reader.presenter.back()
    assert reader.view.stage == BEGIN


def test_that_the_last_question_leads_to_the_summary_and_back_again(reader: Reader) -> None:
    reader.begin()
    reader.presenter.go_to("custom")
    assert reader.view.question is not None
    assert reader.view.question.next == "&Verder"
    reader.presenter.onward()
    assert reader.view.stage == SUMMARY
    reader.presenter.back()
    assert reader.asked == "custom"


def test_that_a_question_that_is_not_asked_any_more_gives_way(reader: Reader) -> None:
    reader.begin()
    reader.presenter.go_to("cap")
    fixed = clauses.given(Key.DEMAND, {"unit": "fixed", "amount": Money(5_000_000)})
    clauses.keep_answer(reader.desk, 1, Key.DEMAND, fixed)
    reader.presenter.reload()
    assert reader.asked == "contract"


def test_that_nowhere_can_be_gone_before_it_begins(reader: Reader) -> None:
    reader.open()
    reader.presenter.go_to(telling.END)
    assert reader.view.stage == BEGIN
    reader.presenter.reload()
    assert reader.presenter.may_leave()


def test_that_what_is_half_typed_is_there_again(reader: Reader) -> None:
    clause_id = reader.begin()
    reader.presenter.go_to("cap")
    reader.presenter.type("amount", "3ooo")
    reader.presenter.type("page", "12")
    assert reader.presenter.may_leave()
    reader.open(clause_id)
    reader.presenter.go_to("cap")
    assert reader.view.form.text("amount") == "3ooo"
    assert reader.view.form.text("page") == "12"
    reader.presenter.say(Status.NOT_THERE)
    reader.presenter.back()
    assert reader.view.form.is_empty


def test_that_a_removed_reading_ends_the_page(reader: Reader) -> None:
    reader.begin()
    reader.presenter.run_act(REMOVE)
    assert reader.view.stage == BEGIN
    assert clauses.intakes(reader.desk) == ()
    assert reader.told


def test_that_a_reading_that_was_undone_begins_anew(reader: Reader) -> None:
    reader.begin()
    history.undo(reader.desk)
    reader.presenter.reload()
    assert reader.view.stage == BEGIN


def test_that_the_summary_is_read_again_after_an_undo(reader: Reader) -> None:
    clause_id = reader.begin()
    clauses.keep_answer(reader.desk, clause_id, Key.RHYTHM, NOT_THERE)
    reader.presenter.run_act(TO_SUMMARY)
    reader.presenter.reload()
    assert reader.view.summary is not None
    assert reader.view.summary.questions == ("Hoe vaak wilt u een verantwoording ontvangen?",)


# --- the end


def test_that_the_summary_tells_what_is_known_open_and_to_ask(reader: Reader) -> None:
    five = clauses.given(Key.DEMAND, {"unit": "percentage", "percentage": Fraction(5)}, "12", None)
    reader.begin((Key.DEMAND, five), (Key.RHYTHM, NOT_THERE), (Key.PSO, Answer(Status.UNKNOWN)))
    reader.presenter.run_act(TO_SUMMARY)
    summary = reader.view.summary
    assert summary is not None
    ((title, (known,)),) = summary.known
    assert title == "Wat wordt gevraagd"
    assert (known.name, known.answer, known.place) == (
        "De eis", "Een percentage · 5%", "pagina 12",
    )  # fmt: skip
    assert ("pso", "PSO-certificaat") in summary.to_look_up
    assert ("rhythm", "Ritme van verantwoorden") not in summary.to_look_up
    assert reader.view.side is not None
    assert reader.view.side.notices == ()
    assert reader.presenter.letter.text() == "1. Hoe vaak wilt u een verantwoording ontvangen?"
    assert reader.told == ["De vragen staan op het klembord."]


def test_that_the_summary_leads_to_a_new_contract(reader: Reader) -> None:
    clause_id = reader.begin(*every_answer())
    reader.presenter.onward()
    assert reader.pages == [(pages.NEW_CONTRACT, pages.NewContractTarget(clause_id=clause_id))]


def test_that_a_reading_with_a_contract_leads_there(reader: Reader) -> None:
    clause_id = reader.begin()
    outcome = clauses.outcome_of(reader.desk, clauses.intake_of(reader.desk, clause_id))
    done = contracts.take_on(reader.desk, outcome.contract, outcome.rules, clause_id)
    reader.open(clause_id)
    assert reader.view.stage == SUMMARY
    assert reader.view.summary is not None
    assert reader.view.summary.next == "Naar de &opdracht"
    reader.presenter.onward()
    assert reader.pages == [(pages.CONTRACT, pages.ContractTarget(done.id or 0))]


def test_that_the_letter_is_made_and_written(reader: Reader, tmp_path: Path) -> None:
    reader.begin((Key.RHYTHM, NOT_THERE))
    assert reader.presenter.letter.name() == "Vragen Groen.pdf"
    job = reader.presenter.letter.job(tmp_path / "vragen.pdf")
    assert job is not None
    reader.presenter.letter.write(tmp_path / "vragen.pdf", b"%PDF")
    assert (tmp_path / "vragen.pdf").read_bytes() == b"%PDF"
    assert reader.told == ["Opgeslagen: vragen.pdf"]


def test_that_a_letter_that_cannot_be_written_says_so(reader: Reader, tmp_path: Path) -> None:
    reader.begin()
    lost = tmp_path / "weg" / "vragen.pdf"
    assert reader.presenter.letter.job(lost) is None
    assert reader.view.message
    reader.presenter.letter.write(lost, b"%PDF")
    assert reader.told == []


def test_that_an_answer_that_cannot_be_written_is_told_and_stays(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    clause_id = reader.begin()

    def refuse(*_arguments: object) -> None:
        raise DiskFullError(None)

    monkeypatch.setattr(clauses, "keep_answer", refuse)
    monkeypatch.setattr(reader.desk.store, "save_draft", refuse)
    reader.presenter.say(Status.NOT_THERE)
    assert reader.asked == "contract"
    assert "schijf is vol" in reader.view.message
    reader.presenter.type("sum", "1.2.3")
    reader.presenter.may_leave()
    assert reader.kept(clause_id, Key.CONTRACT) is None


def test_that_an_act_of_another_page_is_no_matter(reader: Reader) -> None:
    reader.begin()
    reader.presenter.run_act("nothing")
    assert reader.pages == []


# -- the rules to begin with


def test_that_the_rules_to_begin_with_are_the_nearest_until_others_are_chosen() -> None:
    reader = Reader()
    reader.open()
    reader.presenter.describe(title="Groen", authority="Utrecht", reference="")
    base = reader.view.base
    assert base is not None
    assert base.current == ""
    assert "Utrecht" in base.choices[0].text
    assert {"utrecht-v1", "friesland", "generic"} <= {choice.key for choice in base.choices}
    reader.presenter.choose_base("utrecht-v1")
    reader.presenter.begin()
    assert reader.done[0].id is not None
    (kept,) = clauses.intakes(reader.desk)
    assert kept.rule_set_id == "utrecht-v1"
    assert clauses.outcome_of(reader.desk, kept).rules.based_on == "utrecht-v1"


def test_that_another_base_is_kept_at_once_and_can_be_undone() -> None:
    reader = Reader()
    clause_id = reader.begin(authority="Utrecht")
    reader.presenter.go_to(telling.START)
    reader.presenter.choose_base("alphen")
    assert clauses.intake_of(reader.desk, clause_id).rule_set_id == "alphen"
    reader.presenter.choose_base("")
    assert clauses.intake_of(reader.desk, clause_id).rule_set_id is None
    history.undo(reader.desk)
    reader.presenter.reload()
    assert reader.view.base is not None
    assert reader.view.base.current == "alphen"


def test_that_rules_that_are_gone_are_told() -> None:
    reader = Reader()
    reader.begin(rule_set_id="gone")
    reader.presenter.go_to(telling.START)
    assert reader.view.base is not None
    assert reader.view.base.current == ""
    assert "niet meer" in reader.view.base.hint
