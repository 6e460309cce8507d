"""How one effort is worth what it is, under both editions, in words. No Qt here."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sroi_desktop.language import _
from sroi_desktop.language.derivations import assumption_text, not_counted_text, step_words
from sroi_desktop.language.numbers import money_text, period_text
from sroi_desktop.services import editions
from sroi_desktop.ui.edition.content import SidesContent
from sroi_desktop.ui.kit.content import DerivationContent, DerivationRow

if TYPE_CHECKING:
    from sroi_desktop.domain.derivation import Step, Valuation
    from sroi_desktop.domain.rules import RuleSet
    from sroi_desktop.services.editions import Change, Effect


def sides(effect: Effect, change: Change) -> SidesContent:
    """Return how one effort is worth what it is, under both editions."""
    effort, before, after = change.before.effort, effect.before.rules, effect.after.rules
    right, refusal = None, _("Choose first which row of this edition the effort counts as.")
    if change.after is not None:
        right = derivation(change.after.booked.valuation, after)
        if change.is_judged:
            right = derivation(change.after.booked.valuation, before)
    return SidesContent(
        effort.title,
        _("Now: {edition}").format(edition=editions.told(before)),
        derivation(change.before.booked.valuation, before),
        _("Then: {edition}").format(edition=editions.told(after)),
        right,
        "" if right is not None else refusal,
    )


def derivation(valuation: Valuation, rules: RuleSet) -> DerivationContent:
    """Return how a value came about, with what was assumed and what does not count."""
    return DerivationContent(
        tuple(_step(step) for step in valuation.steps),
        _("Value"),
        money_text(valuation.value),
        (f"{rules.publisher}: {editions.told(rules)}",),
        tuple(dict.fromkeys(assumption_text(one) for one in valuation.assumptions)),
        tuple(not_counted_text(one) for one in valuation.not_counted),
    )


def _step(step: Step) -> DerivationRow:
    words = step_words(replace(step, period=None))
    note = "" if step.period is None else period_text(step.period)
    return DerivationRow(words.label, words.factor, note)
