"""What no field of a rule set holds, as rules in words with the page where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sroi_desktop.domain.clause import Key, Wording, to_note
from sroi_desktop.domain.clause import kinds as asked
from sroi_desktop.language import _
from sroi_desktop.language.clause.questions import words_of
from sroi_desktop.language.clause.values import answer_text, group_rows, value_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sroi_desktop.domain.clause import Answer, Answers, Intake


def wording_of(intake: Intake, rule_set_id: str) -> Wording:
    """Return the words of the rules that an intake leads to.

    Args:
        intake: what was read.
        rule_set_id: the id that they get.
    """
    answers = intake.answers
    missing = _("The text does not say: {what}.")
    return Wording(
        id=rule_set_id,
        title=_("Rules from the tender: {title}").format(title=intake.title or intake.authority),
        publisher=intake.authority,
        remark=_("Values were taken over from the tender; the contract decides."),
        notes={key: note_text(answers, key) for key in to_note(answers)},
        rows=group_rows(),
        missing=tuple(
            missing.format(what=words_of(one.key).name)
            for one in answers.asked
            if answers.given(one.key) is None and one.key is not Key.GROUP_LIMITS
        ),
    )


def note_text(answers: Answers, key: Key) -> str:
    """Return an answer as a rule in words, with page and quote."""
    answer = answers.given(key)
    if answer is None:
        return ""
    first = answer.values[0][1]
    sentence = _choices().get((key, str(first))) or _sentences().get(key, "{value}")
    text = sentence.format(value=answer_text(key, answer), name=words_of(key).name)
    months = answer.value("months")
    if key is Key.EXISTING and isinstance(months, int):
        text = f"{text} {_months(months)}"
    return _with_place(text, answer)


def _months(months: int) -> str:
    return _("At most {months} before the contract.").format(
        months=value_text(Key.EXISTING, "months", months)
    )


def _with_place(text: str, answer: Answer) -> str:
    if answer.page and answer.quote:
        return _("{text} (page {page}: “{quote}”)").format(
            text=text, page=answer.page, quote=answer.quote
        )
    if answer.page:
        return _("{text} (page {page})").format(text=text, page=answer.page)
    return f"{text} (“{answer.quote}”)" if answer.quote else text


def _sentences() -> Mapping[Key, str]:
    return {
        Key.GROUPS: _(
            "The tender does not name this group. It names: {value}. Ask before you count on it."
        ),
        Key.GROUP_LIMITS: _("For some groups another longest time holds: {value}."),
        Key.EVIDENCE: _("Evidence that the tender asks: {value}"),
        Key.PERSONAL: _("Personal data that the tender asks: {value}"),
        Key.SIGNING: _("How the tender wants the report signed: {value}"),
    }


def _choices() -> Mapping[tuple[Key, str], str]:
    return {
        (Key.TABLE, asked.YES): _("The tender has a table of values. Take those over."),
        (Key.TABLE, asked.NO): _("The tender has no table of values."),
        (Key.DEMANDS, asked.NOTHING): _("The tender demands no VOG and no diploma."),
        (Key.DEMANDS, asked.VOG): _("The tender demands a certificate of conduct (VOG)."),
        (Key.DEMANDS, asked.DIPLOMA): _("The tender demands a diploma."),
        (Key.DEMANDS, asked.BOTH): _("The tender demands a VOG and a diploma."),
        (Key.EXISTING, asked.YES): _("Who is employed already counts."),
        (Key.EXISTING, asked.NO): _("Who is employed already does not count."),
        (Key.SUBCONTRACTORS, asked.YES): _("What subcontractors do counts."),
        (Key.SUBCONTRACTORS, asked.NO): _("What subcontractors do does not count."),
        (Key.RELATION, asked.YES): _("Only what is a part of this work counts."),
        (Key.RELATION, asked.NO): _("What you do elsewhere in your company counts as well."),
        (Key.CUSTOM, asked.YES): _("Custom work can be agreed with the authority."),
        (Key.CUSTOM, asked.NO): _("The tender allows no custom work."),
    }
