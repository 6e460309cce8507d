"""Rules that an owner types over from a contract: judged while typed, kept when done.

A set stands here as the tables of its file, which hold whatever was typed so far. Nothing is
written before `keep`; what is half typed is a draft, and `drafts` has those.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from sroi_desktop.domain import valuation
from sroi_desktop.domain.contract import Contract
from sroi_desktop.domain.effort import Effort
from sroi_desktop.domain.periods import months_from
from sroi_desktop.domain.rules import Basis, RuleSet
from sroi_desktop.language import _
from sroi_desktop.rulesets import ProblemKind, judged, plain_tables
from sroi_desktop.services import own_sets

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from fractions import Fraction

    from sroi_desktop.domain.derivation import Valuation
    from sroi_desktop.domain.money import Money
    from sroi_desktop.rulesets import RuleFileProblem
    from sroi_desktop.services.desk import Desk

Tables = dict[str, Any]
KeyPath = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something that is the matter with what was typed: where, and in words for its writer."""

    path: KeyPath
    text: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """The rules that were typed so far, None where they make none, and what is the matter."""

    rules: RuleSet | None
    troubles: tuple[Trouble, ...]


def tables_of(desk: Desk, rules: RuleSet) -> Tables:
    """Return a rule set as the tables of its file.

    The usual pieces of evidence are left out where they come back by themselves.
    """
    nothing = replace(rules, blocks=(), evidence=())
    usual = desk.library.with_usual_evidence(nothing).evidence
    bare = replace(rules, evidence=tuple(one for one in rules.evidence if one not in usual))
    return plain_tables(bare if desk.library.with_usual_evidence(bare) == rules else rules)


def judge(desk: Desk, tables: Mapping[str, Any]) -> Judgement:
    """Return what the tables make, with the usual evidence, and what is the matter with them."""
    found = judged(tables)
    troubles = tuple(Trouble(one.path, _words(one)) for one in found.problems)
    if found.rules is None:
        return Judgement(None, troubles)
    return Judgement(desk.library.with_usual_evidence(found.rules), troubles)


def keep(desk: Desk, rules: RuleSet, *, is_new: bool) -> RuleSet:
    """Keep a set of the owner: beside the others, or in its own place; returns it as kept.

    Raises:
        PublishedSetError: it is a shipped set.
        UnwritableError: its file cannot be written.
    """
    if is_new:
        (taken,) = own_sets.take_in(desk.library, [rules])
        return taken.rules
    own_sets.change(desk.library, rules)
    return desk.library.get(rules.id)


@dataclass(frozen=True, slots=True)
class Example:
    """An effort to try rules with: hours a week, whole months, a number, an amount."""

    block: str
    start: date
    hours: Fraction
    months: int
    number: Fraction
    amount: Money
    bonuses: tuple[str, ...] = ()


def try_out(rules: RuleSet, example: Example) -> Valuation:
    """Return what an example would be worth under rules that are still being typed.

    Raises:
        DomainError: it cannot be valued as it is.
    """
    block = rules.block(example.block)
    by_hour = Basis.HOUR in block.unit.bases
    effort = Effort(
        block.kind,
        block.code,
        "",
        months_from(example.start, example.months),
        hours_per_week=None if by_hour else example.hours,
        hours=example.number if by_hour else None,
        employees=1 if by_hour else None,
        quantity=example.number,
        amount=None if by_hour else example.amount,
        bonuses=example.bonuses,
    )
    return valuation.value(effort, rules, Contract("0", "", rules.publisher, rules.id))


def _words(problem: RuleFileProblem) -> str:
    """Return what is the matter, for someone who sees fields and no file."""
    match problem.kind:
        case ProblemKind.MISSING_KEY:
            return _("Fill in something here.")
        case ProblemKind.NOT_A_SHARE:
            return _("Fill in more than 0 and at most 100%.")
        case ProblemKind.DUPLICATE:
            return _("This is there twice.")
        case ProblemKind.NO_SUCH_VALUE:
            return _(
                "Page or words are noted here, but no value. Fill in the value, or take the page "
                "and the words away."
            )
        case ProblemKind.SAME_AGE:
            return _("Two bonuses of which only the highest counts start at the same age.")
        case _:
            return problem.reason
