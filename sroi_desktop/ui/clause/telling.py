"""What an intake comes to in words: the lines at the left, the side and the summary. No Qt here."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sroi_desktop.domain.clause import NoticeKind, Status, Topic, question
from sroi_desktop.domain.clause.signals import is_in_notices
from sroi_desktop.language import _
from sroi_desktop.language.clause.asking import ask_text
from sroi_desktop.language.clause.notices import no_advice, notice_source, notice_text
from sroi_desktop.language.clause.questions import topic_name, words_of
from sroi_desktop.language.clause.values import (
    answer_text,
    option_name,
    part_name,
    place_text,
    status_name,
    unit_name,
)
from sroi_desktop.ui.clause.content import (
    Earlier,
    Known,
    Line,
    NoticeContent,
    PartContent,
    Progress,
    QuestionContent,
    SideContent,
    SummaryContent,
)
from sroi_desktop.ui.kit.content import Choice
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.new_contract.told import owed_content

if TYPE_CHECKING:
    from sroi_desktop.domain.clause import Answers, Intake, Key, Notice, Part
    from sroi_desktop.services.clauses import Outcome

START, END = "start", "end"
TOPIC = "topic:"
_SERIOUS = {NoticeKind.BSN_ASKED, NoticeKind.ARITHMETIC, NoticeKind.DOUBTFUL_SUM}
_CHOSEN = (Status.NOT_THERE, Status.UNKNOWN)


def lines_of(answers: Answers, current: Key | None) -> tuple[Line, ...]:
    """Return the list at the left: the topics, and the questions of the one that is open."""
    lines = [Line(START, _("The tender"))]
    for topic in Topic:
        asked = [one.key for one in answers.asked if one.topic is topic]
        done = sum(answers.get(key) is not None for key in asked)
        count = _("{done} of {count}").format(done=done, count=len(asked))
        lines.append(Line(f"{TOPIC}{topic.value}", topic_name(topic), count))
        if current is not None and question(current).topic is topic:
            lines.extend(_line(answers, key) for key in asked)
    lines.append(Line(END, _("Summary"), _("what you know and what to ask")))
    return tuple(lines)


def first_of(answers: Answers, topic: Topic) -> Key:
    """Return where a topic begins: at its first open question, else at its first."""
    asked = [one.key for one in answers.asked if one.topic is topic]
    return next((key for key in asked if answers.get(key) is None), asked[0])


def progress_of(answers: Answers) -> Progress:
    """Return how far the reading is."""
    count = len(answers.asked)
    done = count - len(answers.open)
    words = _("{done} of {count} answered").format(done=done, count=count)
    return Progress(words, done / count)


def question_content(answers: Answers, key: Key) -> QuestionContent:
    """Return a question as it is asked."""
    words, asked = words_of(key), [one.key for one in answers.asked]
    answer = answers.get(key)
    is_last = key is asked[-1]
    return QuestionContent(
        key.value,
        _("Question {number} of {count}").format(number=asked.index(key) + 1, count=len(asked)),
        words.question,
        words.about,
        words.place,
        tuple(_part(key, part) for part in question(key).parts),
        status_name(answer.status) if answer is not None and answer.status in _CHOSEN else "",
        _("To the &summary") if is_last else _("N&ext"),
    )


def side_of(outcome: Outcome, answers: Answers, *, with_notices: bool) -> SideContent:
    """Return what follows from the answers so far; the summary has the notices itself."""
    rest = tuple(one for one in outcome.owed.signals if not is_in_notices(one))
    told = owed_content(outcome.contract, outcome.rules, replace(outcome.owed, signals=rest))
    return SideContent(
        told.value,
        told.about,
        told.is_known,
        told.derivation,
        told.signals,
        tuple(_notice(notice, answers) for notice in outcome.notices) if with_notices else (),
        no_advice(),
    )


def summary_of(outcome: Outcome, answers: Answers, *, has_contract: bool) -> SummaryContent:
    """Return what is known, what is to be looked up and what to ask."""
    known = tuple((topic_name(topic), some) for topic in Topic if (some := _known(answers, topic)))
    open_ones = [
        one.key for one in answers.asked if answers.status(one.key) in {None, Status.UNKNOWN}
    ]
    return SummaryContent(
        known,
        tuple((key.value, words_of(key).name) for key in open_ones),
        tuple(map(ask_text, outcome.asks)),
        tuple(_notice(notice, answers) for notice in outcome.notices),
        no_advice(),
        _("To the &contract") if has_contract else _("&Make a contract of this"),
    )


def earlier_of(intakes: tuple[Intake, ...]) -> tuple[Earlier, ...]:
    """Return the clauses that were read before."""
    return tuple(
        Earlier(
            one.id or 0,
            one.title or _("Without a name"),
            " · ".join(filter(None, (one.authority, progress_of(one.answers).text))),
        )
        for one in intakes
    )


def _line(answers: Answers, key: Key) -> Line:
    answer = answers.get(key)
    detail = _("open") if answer is None else answer_text(key, answer)
    return Line(key.value, words_of(key).name, detail)


def _part(key: Key, part: Part) -> PartContent:
    choices = tuple(Choice(option, option_name(key, part.name, option)) for option in part.options)
    return PartContent(
        part.name,
        part.kind,
        part_name(key, part.name),
        choices,
        unit_name(part.kind),
        optional=not part.needed,
    )


def _known(answers: Answers, topic: Topic) -> tuple[Known, ...]:
    found = []
    for one in answers.asked:
        answer = answers.given(one.key)
        if one.topic is topic and answer is not None:
            name, said = words_of(one.key).name, answer_text(one.key, answer)
            found.append(Known(one.key.value, name, said, place_text(answer)))
    return tuple(found)


def _notice(notice: Notice, answers: Answers) -> NoticeContent:
    source = notice_source(notice)
    places = (answers.given(key) for key in notice.keys)
    place = next((place_text(one) for one in places if one is not None and one.page), "")
    tone = Tone.DANGER if notice.kind in _SERIOUS else Tone.WARNING
    return NoticeContent(notice_text(notice), tone, place, source.title, source.address)
