"""The next steps in words: what to do, why, and what the button says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sroi_desktop.domain.guidance import StepKind
from sroi_desktop.domain.money import ZERO
from sroi_desktop.domain.periods import Period
from sroi_desktop.language import _, ngettext
from sroi_desktop.language.labels import label
from sroi_desktop.language.numbers import (
    date_text,
    days_text,
    long_period_text,
    money_text,
    short_money_text,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from sroi_desktop.domain.guidance import NextStep
    from sroi_desktop.domain.money import Money


@dataclass(frozen=True, slots=True)
class NextStepWords:
    """A step as shown: a title, the reason beneath it and the words on its button."""

    title: str
    reason: str
    button: str


def next_step_words(step: NextStep, today: date) -> NextStepWords:
    """Return a next step in words."""
    title, reason, button = _WORDS[step.kind](step)
    return NextStepWords(title, _joined(reason, _when(step, today)), button)


def enumeration(parts: Sequence[str]) -> str:
    """Return names as one phrase: "a, b and c"."""
    if len(parts) < 2:  # noqa: PLR2004 - one name or none needs no "and"
        return "".join(parts)
    return _("{first} and {last}").format(first=", ".join(parts[:-1]), last=parts[-1])


def _joined(*sentences: str) -> str:
    return " ".join(sentence for sentence in sentences if sentence)


def _when(step: NextStep, today: date) -> str:
    """Say how much time is left, and whose day it is."""
    if step.due is None:
        return ""
    days = (step.due - today).days
    if step.assumed_due and days < 0:
        return _("We suggested {date}; the rules name no day.").format(date=date_text(step.due))
    if days < 0:
        return _("This was due on {date}.").format(date=date_text(step.due))
    if days == 0:
        text = _("This is due today.")
    else:
        text = _("Due on {date}, in {days}.").format(date=date_text(step.due), days=days_text(days))
    if step.assumed_due:
        text = f"{text} " + _("(Our suggestion: the rules name no day.)")
    return text


def _at_stake(step: NextStep, money: Callable[[Money], str] = short_money_text) -> str:
    """Return what is at stake: euros, hours or placements, or both."""
    parts = [money(step.amount)] if step.amount else []
    if step.quantity is not None:
        from sroi_desktop.language.quantities import amount_text  # noqa: PLC0415 - few owe in units

        parts.append(amount_text(*step.quantity))
    return enumeration(parts) or money(ZERO)


def _complete(step: NextStep) -> tuple[str, str, str]:
    lacking = enumeration([label(lack) for lack in step.lacks])
    return (
        _("Complete {contract}").format(contract=step.contract_title),
        _("Still needed: {lacking}.").format(lacking=lacking),
        _("Complete"),
    )


def _contact(step: NextStep) -> tuple[str, str, str]:
    return (
        _("Contact {authority} about social return").format(authority=step.authority),
        _("An early talk settles what counts for {contract}.").format(contract=step.contract_title),
        _("Open contract"),
    )


def _plan(step: NextStep) -> tuple[str, str, str]:
    return (
        _("Write the plan of approach for {contract}").format(contract=step.contract_title),
        _("One or two pages: who, what work, how many hours, and when."),
        _("Open contract"),
    )


def _first(step: NextStep) -> tuple[str, str, str]:
    is_known = step.amount is not None or step.quantity is not None
    return (
        _("Book your first effort for {contract}").format(contract=step.contract_title),
        _("{amount} is still to be filled in.").format(amount=_at_stake(step)) if is_known else "",
        _("Book effort"),
    )


def _evidence(step: NextStep) -> tuple[str, str, str]:
    reason = _("Without it {amount} does not count for {contract}.").format(
        amount=money_text(step.amount or ZERO), contract=step.contract_title
    )
    if step.others > 0:
        reason = _joined(
            reason,
            ngettext(
                "{count} other effort lacks evidence too.",
                "{count} other efforts lack evidence too.",
                step.others,
            ).format(count=step.others),
        )
    return (
        ngettext(
            "{missing} missing for {effort}",
            "{missing} are missing for {effort}",
            len(step.missing),
        ).format(missing=pieces_text(step.missing), effort=step.effort_title),
        reason,
        _("Add evidence"),
    )


def pieces_text(labels: Sequence[str]) -> str:
    """Return labels as one phrase that begins with a capital and has no other."""
    return enumeration([label if i == 0 else _in_sentence(label) for i, label in enumerate(labels)])


def _in_sentence(label: str) -> str:
    """Return a label as it stands within a sentence; an abbreviation keeps its capitals."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]


def _recognition(step: NextStep) -> tuple[str, str, str]:
    title = _("Recognition of {supplier} is not on record")
    if step.covers_to is not None:
        title = _("Recognition of {supplier} had ended on {date}")
    ended = "" if step.covers_to is None else date_text(step.covers_to)
    return (
        title.format(supplier=step.effort_title, date=ended),
        _("{amount} may not count for {contract}. Ask for a valid certificate.").format(
            amount=money_text(step.amount or ZERO), contract=step.contract_title
        ),
        _("Look at effort"),
    )


def _certificate(step: NextStep) -> tuple[str, str, str]:
    return (
        _("Renew your PSO certificate: it ends on {date}").format(
            date="" if step.due is None else date_text(step.due)
        ),
        _("Without it the obligation of {contract} grows by {amount}.").format(
            contract=step.contract_title, amount=_at_stake(step, money_text)
        ),
        _("Look at certificates"),
    )


def _behind(step: NextStep) -> tuple[str, str, str]:
    return (
        _("{contract} is {amount} behind").format(
            contract=step.contract_title, amount=_at_stake(step)
        ),
        _("Compared with an even pace over the contract ({authority}).").format(
            authority=step.authority
        ),
        _("Open contract"),
    )


def _report(step: NextStep) -> tuple[str, str, str]:
    covers = ""
    if step.covers_from is not None and step.covers_to is not None:
        covers = long_period_text(Period(step.covers_from, step.covers_to))
    return (
        _("Report on {contract}").format(contract=step.contract_title),
        _("{authority} expects a report over {period}.").format(
            authority=step.authority, period=covers
        ),
        _("Make report"),
    )


def _ending(step: NextStep) -> tuple[str, str, str]:
    return (
        _("{contract} ends soon with {amount} open").format(
            contract=step.contract_title, amount=_at_stake(step)
        ),
        _("Plan something now, or talk with {authority}.").format(authority=step.authority),
        _("Open contract"),
    )


def _settle(step: NextStep) -> tuple[str, str, str]:
    return (
        _("Settle {contract}").format(contract=step.contract_title),
        _("The contract has ended; {amount} is open.").format(amount=_at_stake(step)),
        _("Open contract"),
    )


_WORDS = {
    StepKind.COMPLETE_CONTRACT: _complete,
    StepKind.FIRST_CONTACT: _contact,
    StepKind.WRITE_PLAN: _plan,
    StepKind.FIRST_EFFORT: _first,
    StepKind.ADD_EVIDENCE: _evidence,
    StepKind.RECOGNITION_EXPIRED: _recognition,
    StepKind.CERTIFICATE_ENDS: _certificate,
    StepKind.BEHIND_SCHEDULE: _behind,
    StepKind.REPORT_DUE: _report,
    StepKind.CONTRACT_ENDING: _ending,
    StepKind.SETTLE: _settle,
}
