"""What another edition means in words: contracts, efforts, questions. No Qt here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sroi_desktop.language import _, ngettext
from sroi_desktop.language.editions import verdict_text
from sroi_desktop.language.numbers import money_text, period_text
from sroi_desktop.services import editions
from sroi_desktop.ui.edition.asking import effort_id, questions_about
from sroi_desktop.ui.edition.content import (
    ContractRow,
    EffectContent,
    EffortRow,
    SwitchContent,
)
from sroi_desktop.ui.kit.content import (
    FigureContent,
    PillContent,
)
from sroi_desktop.ui.kit.palette import Tone

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sroi_desktop.domain.contract import Contract
    from sroi_desktop.domain.editions import Verdict
    from sroi_desktop.domain.matching import Answer
    from sroi_desktop.domain.money import Money
    from sroi_desktop.services.editions import Change, Effect

NOTHING = "–"
# How many questions are asked at a time: more at once would only frighten.
MOST_ASKED = 5


def sentence(verdicts: Sequence[Verdict]) -> tuple[str, Tone]:
    """Return in one sentence what the source says of all contracts together."""
    holds = {one.holds for one in verdicts}
    if len(verdicts) == 1:
        words = verdict_text(verdicts[0])
    elif holds == {False}:
        words = _("This edition does not hold by itself for your contracts: they are older.")
    elif holds == {True}:
        words = _("By its source this edition holds for your contracts.")
    elif holds == {None}:
        words = _("Whether this edition holds for your contracts is not known. See each contract.")
    else:
        words = _("This edition holds for some of your contracts only. See each contract.")
    keeps = _("A contract keeps the edition that it was taken on under, until you move it.")
    return f"{words} {keeps}", Tone.INFO


def verdict_pill(verdict: Verdict) -> PillContent:
    """Return in a word whether the edition holds."""
    if verdict.holds is None:
        return PillContent(_("Not known"), Tone.WARNING, "circle-question-mark")
    if verdict.holds:
        return PillContent(_("Holds"), Tone.GOOD, "check")
    return PillContent(_("Not by itself"), Tone.NEUTRAL, "minus")


def contract_row(contract: Contract, verdict: Verdict, effect: Effect | None) -> ContractRow:
    """Return a contract as a row; without amounts while they are not worked out."""
    before = after = difference = "…"
    cents = None
    if effect is not None:
        worth = effect.before.totals.realised + effect.before.totals.planned
        new = effect.after.totals.realised + effect.after.totals.planned
        before, after = money_text(worth), money_text(new)
        difference, cents = difference_text(new - worth), (new - worth).cents
        if effect.in_the_way:
            difference = _("choose first")
    about = f"{contract.number} · {contract.authority}"
    pill = verdict_pill(verdict)
    return ContractRow(
        contract.id or 0, contract.title, about, pill, before, after, difference, cents
    )


def difference_text(amount: Money) -> str:
    """Return a difference with its sign: "+ € 5.000,00"."""
    if not amount:
        return _("the same")
    sign = "+" if amount.cents > 0 else "−"
    return f"{sign} {money_text(amount if amount.cents > 0 else -amount)}"


def effect_content(
    effect: Effect, answers: Mapping[int, Answer], *, is_kept: bool, told: bool
) -> EffectContent:
    """Return what an edition means for one contract; `told` asks for what its source says."""
    asked = [
        question
        for change in _once(effect.changes)
        for question in questions_about(change, effect, answers)
    ]
    waiting = [one for one in asked if one.chosen is None]
    shown = tuple(asked[:MOST_ASKED])
    more = len(asked) - len(shown)
    hint = ""
    if is_kept:
        hint = _("This is the edition that the contract keeps.")
    elif waiting or effect.in_the_way:
        count = len({effort_id(change) for change in effect.in_the_way})
        hint = ngettext(
            "First choose for {count} effort; the amounts are still without it.",
            "First choose for {count} efforts; the amounts are still without them.",
            count,
        ).format(count=count)
    return EffectContent(
        effect.contract.title,
        verdict_text(effect.verdict) if told else "",
        {True: Tone.GOOD, False: Tone.NEUTRAL, None: Tone.WARNING}[effect.verdict.holds],
        _figures(effect),
        shown,
        ngettext("And {count} more.", "And {count} more.", more).format(count=more) if more else "",
        tuple(_row(place, change) for place, change in enumerate(effect.changes)),
        _summary(effect),
        hint,
        values_text(effect),
    )


def values_text(effect: Effect) -> str:
    """Return which values count under an edition that names none, "" where it names them."""
    before, after = effect.before.rules, effect.after.rules
    if not effect.keeps_rows:
        return ""
    if not before.blocks:
        return _(
            "The source of this edition names no values, and neither do the present rules. You "
            "get the usual rows; fill in the values from your contract."
        )
    if before.blocks == after.blocks:
        return _(
            "The source of this edition names no values. The rows and values of your contract "
            "stay, and each effort keeps its row; only the terms change."
        )
    return _(
        "The source of this edition names no values. Those of “{table}” go on to count, and each "
        "effort keeps its row. That is an assumption: it stands with every value and in your "
        "report. Ask the authority which values it uses."
    ).format(table=editions.told(before))


def _once(changes: Sequence[Change]) -> list[Change]:
    """Return one change of each effort: a question is asked once, however it is divided."""
    return list({effort_id(change): change for change in reversed(changes)}.values())[::-1]


def _figures(effect: Effect) -> tuple[FigureContent, ...]:
    before, after = effect.before, effect.after
    return (
        _figure(_("You owe"), before.owed.amount, after.owed.amount),
        _figure(_("Realised"), before.totals.realised, after.totals.realised),
        _figure(_("Planned"), before.totals.planned, after.totals.planned),
    )


def _figure(label: str, before: Money | None, after: Money | None) -> FigureContent:
    if before is None or after is None:
        unknown = _("not known yet")
        shown = (unknown if one is None else money_text(one) for one in (before, after))
        return FigureContent(label, " → ".join(dict.fromkeys(shown)))
    hint = _("as it is now")
    if after != before:
        hint = _("now {amount}, difference {difference}").format(
            amount=money_text(before), difference=difference_text(after - before)
        )
    return FigureContent(label, money_text(after), hint)


def _summary(effect: Effect) -> str:
    differing = sum(1 for one in effect.changes if one.difference is None or one.difference)
    return ngettext(
        "{differing} of {count} effort differs.",
        "{differing} of {count} efforts differ.",
        len(effect.changes),
    ).format(differing=differing, count=len(effect.changes))


def _row(place: int, change: Change) -> EffortRow:
    before, effort = change.before.booked.valuation.value, change.before.effort
    after, difference, cents = NOTHING, NOTHING, None
    if change.after is not None:
        worth = change.after.booked.valuation.value
        after, difference = money_text(worth), difference_text(worth - before)
        cents = (worth - before).cents
    about = period_text(change.before.booked.allocation.period)
    if effort.candidate:
        about = f"{effort.candidate} · {about}"
    pill = _pill(change)
    return EffortRow(place, effort.title, about, pill, money_text(before), after, difference, cents)


def _pill(change: Change) -> PillContent:
    if change.after is None:
        return PillContent(_("Choose first"), Tone.WARNING, "triangle-alert")
    if change.is_set_aside:
        return PillContent(_("Does not count"), Tone.WARNING, "circle-dashed")
    if change.is_judged:
        return PillContent(_("Judged: stays"), Tone.NEUTRAL, "gavel")
    if change.difference:
        return PillContent(_("Differs"), Tone.INFO, "arrow-up-down")
    return PillContent(_("The same"), Tone.NEUTRAL, "check")


def switch_content(effect: Effect) -> SwitchContent:
    """Return what moving a contract would do, before it is done."""
    before, after = effect.before, effect.after
    arrow = "{left} → {right}"
    lines = [
        arrow.format(left=editions.told(before.rules), right=editions.told(after.rules)),
        *(
            f"{figure.label}: {figure.value} ({figure.hint})" if figure.hint else figure.label
            for figure in _figures(effect)
        ),
        _summary(effect),
        *((values,) if (values := values_text(effect)) else ()),
        *_left_out(effect),
        _("What the authority judged keeps its value. Issued reports stay as they are."),
        _("You can undo this in one step."),
    ]
    return SwitchContent(effect.contract.title, tuple(lines))


def _left_out(effect: Effect) -> tuple[str, ...]:
    """Return how many efforts would stay in the books without counting, where there are any."""
    count = len({effort_id(change) for change in effect.changes if change.is_set_aside})
    if not count:
        return ()
    words = ngettext(
        "{count} effort stays in the books and does not count.",
        "{count} efforts stay in the books and do not count.",
        count,
    )
    return (words.format(count=count),)
