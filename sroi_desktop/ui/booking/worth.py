"""The right-hand side of the dialog in words: the value, how it came about, what it changes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from sroi_desktop.domain.account import Totals, expected_on
from sroi_desktop.domain.derivation import NotCounted, ReasonKind, Step, Valuation
from sroi_desktop.domain.effort import TO_COME, Effort
from sroi_desktop.domain.money import Money, total
from sroi_desktop.domain.quantities import Share, of_share
from sroi_desktop.domain.rules import RuleSet
from sroi_desktop.language import _, ngettext
from sroi_desktop.language.citations import value_places
from sroi_desktop.language.derivations import (
    assumption_text,
    edition_text,
    not_counted_text,
    step_words,
)
from sroi_desktop.language.numbers import money_text, number_text, period_text
from sroi_desktop.language.quantities import amount_text
from sroi_desktop.language.steps import enumeration
from sroi_desktop.services import weighing
from sroi_desktop.services.weighing import Place, Weighed
from sroi_desktop.ui.kit.content import DerivationContent, DerivationRow, ProgressShares
from sroi_desktop.ui.proving.rows import ProofRow

_BONUS_REASONS = frozenset(
    {
        ReasonKind.BONUS_AGE_NOT_MET,
        ReasonKind.BONUS_NOT_HIGHEST,
        ReasonKind.BONUS_WITHOUT_COST,
        ReasonKind.BONUS_OTHER_KIND,
    }
)


@dataclass(frozen=True, slots=True)
class Part:
    """The share of the effort for one contract: what it is worth and how that came about."""

    title: str
    derivation: DerivationContent


@dataclass(frozen=True, slots=True)
class EffectContent:
    """What the booking does to one obligation: in words, and as a bar before and after."""

    title: str
    label: str
    change: str
    before: ProgressShares
    after: ProgressShares
    alternative: str


@dataclass(frozen=True, slots=True)
class SideContent:
    """What stands beside the questions.

    `needs` are the questions that must be answered before there is a value, `wrong` those
    with an answer that cannot be used; `refusal` says why there is none all the same. `beyond`
    says what would not count, since a category may fill only a part; `reported` that an issued
    report rests on the effort, and `resembles` what in the books it may be the same as.
    """

    value: str = ""
    below: str = ""
    needs: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()
    refusal: str = ""
    parts: tuple[Part, ...] = ()
    assumptions: tuple[str, ...] = ()
    effects: tuple[EffectContent, ...] = ()
    evidence: tuple[ProofRow, ...] = ()
    beyond: str = ""
    reported: str = ""
    resembles: str = ""


@dataclass(frozen=True, slots=True)
class WeighedAt:
    """A share of the effort with the contract that it counts for."""

    place: Place
    weighed: Weighed


def valued(
    effort: Effort, found: tuple[WeighedAt, ...], evidence: tuple[ProofRow, ...], today: date
) -> SideContent:
    """Return the side while there is a value to show."""
    value = total(one.weighed.value for one in found)
    assumptions: dict[str, None] = {}
    for one in found:
        texts = (assumption_text(each) for each in one.weighed.valuation.assumptions)
        assumptions.update(dict.fromkeys(texts))
    return SideContent(
        value=money_text(value),
        below="\n".join((_below(effort, found), *_in_units(effort, found))),
        parts=tuple(_part(one, effort) for one in found),
        assumptions=tuple(assumptions),
        effects=tuple(_effect(some, effort, today) for some in _by_contract(found)),
        evidence=evidence,
        beyond="\n".join(words for one in found if (words := _beyond(one, len(found)))),
    )


def _by_contract(found: tuple[WeighedAt, ...]) -> list[list[WeighedAt]]:
    """Return the shares of each contract together, of those under which something is owed."""
    together: dict[int | None, list[WeighedAt]] = {}
    for one in found:
        if one.place.standing.owed:
            together.setdefault(one.place.contract.id, []).append(one)
    return list(together.values())


def _beyond(one: WeighedAt, contracts: int) -> str:
    """Return what would not count at one contract, or what others would lose there."""
    weighed = one.weighed
    told = [not_counted_text(reason) for reason in weighed.reasons]
    if weighed.displaced.cents > 0:
        words = _("Because of this, {amount} of what is booked already no longer counts.")
        told.append(words.format(amount=money_text(weighed.displaced)))
    title = f"{one.place.contract.title}: " if contracts > 1 else ""
    return "\n".join(f"{title}{text}" for text in told)


def _in_units(effort: Effort, found: tuple[WeighedAt, ...]) -> list[str]:
    """Return what it comes to where hours, full-time years or placements are asked for."""
    told = []
    for one in found:
        contract, weighed = one.place.contract, one.weighed
        share = Share(effort, weighed.valuation, weighed.share.share)
        amounts = [amount_text(*each) for each in of_share(share, one.place.rules, contract)]
        if amounts:
            words = _("that is {amounts} of what {title} asks for")
            told.append(words.format(amounts=enumeration(amounts), title=contract.title))
    return told


def _below(effort: Effort, found: tuple[WeighedAt, ...]) -> str:
    if len(found) == 1:
        contract = found[0].place.contract
        text = _("for {title}, {authority}")
        if effort.state in TO_COME:
            text = _("planned for {title}, {authority}")
        return text.format(title=contract.title, authority=contract.authority)
    count = len({one.place.contract.id for one in found})
    words = ngettext("for {count} contract", "for {count} contracts together", count)
    return words.format(count=count)


def _part(one: WeighedAt, effort: Effort) -> Part:
    title, days = one.place.contract.title, one.weighed.share.period
    content = derivation_of(one.weighed.valuation, one.place.rules, effort.block)
    return Part(title if days.covers(effort.period) else f"{title}, {period_text(days)}", content)


def derivation_of(valuation: Valuation, rules: RuleSet, block: str) -> DerivationContent:
    """Return how a value came about under a rule set, without what was assumed.

    Args:
        valuation: the value.
        rules: the rule set.
        block: code of the row; where its value was read is told.
    """
    rows = [_row(step) for step in valuation.steps]
    rows += [
        DerivationRow(not_counted_text(reason), _("does not apply"), counts=False)
        for reason in valuation.not_counted
        if reason.kind in _BONUS_REASONS
    ]
    return DerivationContent(
        rows=tuple(rows),
        total_label=_("Value"),
        total=money_text(valuation.value),
        sources=(source_text(rules), *value_places(rules, block, valuation)),
        warnings=tuple(_warnings(valuation.not_counted)),
    )


def _row(step: Step) -> DerivationRow:
    """Return a step with its days beneath it: beside the factor there is little room."""
    words = step_words(replace(step, period=None))
    note = "" if step.period is None else period_text(step.period)
    return DerivationRow(words.label, words.factor, note)


def _warnings(reasons: tuple[NotCounted, ...]) -> list[str]:
    return [not_counted_text(one) for one in reasons if one.kind not in _BONUS_REASONS]


def source_text(rules: RuleSet) -> str:
    """Return where the rules come from, with the edition that the contract keeps."""
    return f"{rules.publisher}: {edition_text(rules.title, rules.edition)}"


def _effect(some: list[WeighedAt], effort: Effort, today: date) -> EffectContent:
    """Return what the shares for one contract do together."""
    place = some[0].place
    now, owed = place.standing.now, place.standing.owed or Money(1)
    after = weighing.after(place, *(one.weighed for one in some))
    is_planned = effort.state in TO_COME
    before_percent = _percent(now, owed, planned=is_planned)
    after_percent = _percent(after, owed, planned=is_planned)
    label = _("Realised and planned") if is_planned else _("Realised")
    change = _("{before}% → {after}%").format(before=before_percent, after=after_percent)
    words = _("{title}, {label}: {before}% before, {after}% with this booking")
    expected = expected_on(owed, place.contract.period, today)
    return EffectContent(
        title=place.contract.title,
        label=label,
        change=change,
        before=_shares(now, owed, expected),
        after=_shares(after, owed, expected),
        alternative=words.format(
            title=place.contract.title,
            label=label.lower(),
            before=before_percent,
            after=after_percent,
        ),
    )


def _percent(totals: Totals, owed: Money, *, planned: bool) -> str:
    amount = totals.realised + totals.planned if planned else totals.realised
    return number_text(Fraction(100 * amount.cents, owed.cents), 0)


def _shares(totals: Totals, owed: Money, expected: Money) -> ProgressShares:
    return ProgressShares(
        realised=totals.realised.cents / owed.cents,
        planned=totals.planned.cents / owed.cents,
        today=expected.cents / owed.cents,
    )
