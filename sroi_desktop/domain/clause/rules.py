"""The rules of a contract as its clause puts them: the nearest set, with what was answered.

Every value carries its page and quote; what the format has no field for becomes a note at the
place where it matters, so that no answer is passed over in silence.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sroi_desktop.domain.clause import kinds as asked
from sroi_desktop.domain.clause.citing import citations_from
from sroi_desktop.domain.clause.groups import (
    PEOPLE,
    named_apart,
    stands_for,
    stands_for_any,
)
from sroi_desktop.domain.clause.kinds import Key
from sroi_desktop.domain.rules import (
    Block,
    Category,
    CountingLimit,
    CountingTerms,
    DeadlineKind,
    DeadlineRule,
    EffortKind,
    LimitKind,
    LowLabour,
    Note,
    NotePlace,
    ObligationBase,
    ObligationTerms,
    PenaltyTerms,
    PsoDiscount,
    PsoLevel,
    ReferenceDate,
    RegionTerms,
    Rhythm,
    Unit,
)
from sroi_desktop.domain.rules.blocks import LIMIT_UNSTATED

if TYPE_CHECKING:
    from sroi_desktop.domain.clause.answers import Answers
    from sroi_desktop.domain.money import Money
    from sroi_desktop.domain.rules import RuleSet

HUNDRED = 100
# The answers that no field of a rule set holds, and where they have to be read.
_NOTED = {
    Key.TABLE: NotePlace.VALUATION,
    Key.GROUPS: NotePlace.VALUATION,
    Key.GROUP_LIMITS: NotePlace.VALUATION,
    Key.DEMANDS: NotePlace.VALUATION,
    Key.EXISTING: NotePlace.VALUATION,
    Key.SUBCONTRACTORS: NotePlace.VALUATION,
    Key.RELATION: NotePlace.VALUATION,
    Key.CUSTOM: NotePlace.VALUATION,
    Key.EVIDENCE: NotePlace.EVIDENCE,
    Key.PERSONAL: NotePlace.REPORT,
    Key.SIGNING: NotePlace.REPORT,
}


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a rule set made from a clause, which the domain has none of.

    `notes` are the rules in words by question, `rows` the names of groups that the usual rows
    lack, by code, and `missing` what the clause does not say.
    """

    id: str
    title: str
    publisher: str
    remark: str
    notes: Mapping[Key, str]
    rows: Mapping[str, str]
    missing: tuple[str, ...] = ()


def to_note(answers: Answers) -> tuple[Key, ...]:
    """Return the questions whose answers need a rule in words."""
    return tuple(key for key in _NOTED if answers.given(key) is not None)


def rules_from(answers: Answers, base: RuleSet, wording: Wording) -> RuleSet:
    """Return the base with everything that the answers say, each with page and quote.

    Args:
        answers: what was read in the clause.
        base: the nearest published set, or the usual rows without values.
        wording: its title and the rules in words.
    """
    is_blank = not any(block.value for block in base.blocks)
    blocks = _blocks(answers, base, _new_rows(answers, base, wording) if is_blank else ())
    with_rows = replace(base, blocks=blocks)
    hours = answers.number(Key.FULL_TIME, "hours")
    rhythm = answers.text(Key.RHYTHM, "rhythm")
    return replace(
        with_rows,
        id=wording.id,
        title=wording.title,
        publisher=wording.publisher,
        based_on=base.id,
        full_time_hours=base.full_time_hours if hours is None else hours,
        rhythm=base.rhythm if rhythm is None else Rhythm(rhythm),
        obligation=_obligation(answers, base.obligation),
        counting=_counting(answers, base.counting),
        deadlines=_deadlines(answers, base.deadlines),
        penalty=_penalty(answers, base.penalty),
        region=_region(answers, base.region),
        placed_notes=(*base.placed_notes, *_notes(answers, with_rows, wording)),
        citations=citations_from(answers, base.citations, blocks),
        assumptions=tuple(dict.fromkeys((*base.assumptions, wording.remark))),
        missing=wording.missing if is_blank else base.missing,
    )


def _blocks(answers: Answers, base: RuleSet, new: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return the rows; what the clause says of the counting time holds for each of them."""
    rows = (*base.blocks, *new)
    if answers.given(Key.LIMIT) is not None:
        rows = (*(replace(block, limit=LIMIT_UNSTATED) for block in base.blocks), *new)
    return tuple(_of_its_own_time(block, answers) for block in rows)


def _of_its_own_time(block: Block, answers: Answers) -> Block:
    """Return a row with the longest time of its group, where that has one of its own."""
    key = Key.GROUP_LIMITS
    if block.kind not in PEOPLE:
        return block
    if stands_for_any(block, answers.several(key, "groups")):
        kind = LimitKind(answers.text(key, "kind"))
        return replace(block, limit=CountingLimit(kind, answers.whole(key, "months") or 0))
    months = answers.whole(key, "other_months")
    if months is not None and stands_for_any(block, answers.several(key, "others")):
        return replace(block, limit=CountingLimit(LimitKind.MONTHS, months))
    return block


def _new_rows(answers: Answers, base: RuleSet, wording: Wording) -> tuple[Block, ...]:
    """Return rows for the groups named that the usual ones lack; without values, like those."""
    there = {block.code for block in base.blocks}
    return tuple(
        Block(code, wording.rows[code], EffortKind.PLACEMENT, Unit.PER_YEAR_FULL_TIME)
        for code in answers.several(Key.GROUPS, "groups")
        if code not in there and code in wording.rows
    )


def _obligation(answers: Answers, terms: ObligationTerms) -> ObligationTerms:
    base = answers.text(Key.BASE, "base")
    percentage = answers.number(Key.DEMAND, "percentage")
    cap = answers.amount(Key.CAP, "amount")
    up_to = answers.number(Key.OFFER, "up_to")
    is_known = answers.given(Key.DEMAND) is not None and terms.percentage is None
    return replace(
        terms,
        percentage=terms.percentage if percentage is None else percentage,
        # A row of the base for some contracts only would go before what this clause says.
        percentages=terms.percentages if percentage is None else (),
        base=terms.base if base is None else ObligationBase(base),
        base_text=terms.base_text if base is None else None,
        cap=terms.cap if cap is None else cap,
        offered_up_to=terms.offered_up_to if up_to is None else up_to,
        low_labour=_low_labour(answers, terms),
        thresholds=_thresholds(answers, terms),
        pso=_pso(answers, terms),
        note=None if is_known else terms.note,
    )


def _low_labour(answers: Answers, terms: ObligationTerms) -> LowLabour | None:
    percentage = answers.number(Key.LOW_LABOUR, "percentage")
    under = answers.number(Key.LOW_LABOUR, "under")
    if percentage is None or under is None:
        return terms.low_labour
    return LowLabour(under / HUNDRED, percentage)


def _thresholds(answers: Answers, terms: ObligationTerms) -> tuple[tuple[Category, Money], ...]:
    threshold = answers.amount(Key.THRESHOLD, "amount")
    category = answers.text(Key.CONTRACT, "category")
    if threshold is None:
        return terms.thresholds
    kinds = tuple(Category) if category is None else (Category(category),)
    others = tuple(row for row in terms.thresholds if row[0] not in kinds)
    return (*others, *((kind, threshold) for kind in kinds))


def _pso(answers: Answers, terms: ObligationTerms) -> tuple[PsoDiscount, ...]:
    level, discount = answers.text(Key.PSO, "level"), answers.number(Key.PSO, "discount")
    if level is None or discount is None:
        return terms.pso
    return (PsoDiscount(PsoLevel(level), discount),)


def _counting(answers: Answers, terms: CountingTerms) -> CountingTerms:
    kind, day = answers.text(Key.LIMIT, "kind"), answers.text(Key.REFERENCE, "day")
    back = answers.whole(Key.EXISTING, "months")
    least = answers.number(Key.MIN_HOURS, "hours")
    limit = terms.default_limit
    if kind is not None:
        limit = CountingLimit(LimitKind(kind), answers.whole(Key.LIMIT, "amount") or 0)
    return replace(
        terms,
        default_limit=limit,
        wage_subsidy_extends=terms.wage_subsidy_extends and kind is None,
        reference=terms.reference if day is None else ReferenceDate(day),
        look_back_months=terms.look_back_months if back is None else back,
        min_hours_per_week=terms.min_hours_per_week if least is None else least,
    )


def _deadlines(answers: Answers, rules: tuple[DeadlineRule, ...]) -> tuple[DeadlineRule, ...]:
    found = {rule.kind: rule for rule in rules}
    for key, kind in ((Key.CONTACT, DeadlineKind.FIRST_CONTACT), (Key.PLAN, DeadlineKind.PLAN)):
        days = answers.whole(key, "days")
        if days is not None:
            working = answers.text(key, "counted") == asked.WORKING
            anchor = found[kind].anchor if kind in found else None
            found[kind] = DeadlineRule(kind, days, working_days=working, anchor=anchor)
    return tuple(found.values())


def _penalty(answers: Answers, terms: PenaltyTerms | None) -> PenaltyTerms | None:
    if not any(answers.given(key) for key in (Key.PENALTY, Key.RECOVERY, Key.FAULT, Key.BUY_OFF)):
        return terms
    found = terms or PenaltyTerms()
    if answers.given(Key.PENALTY) is not None:
        kind = answers.text(Key.PENALTY, "kind")
        factor = answers.number(Key.PENALTY, "factor")
        found = replace(
            found,
            factor=factor,
            pro_rata=kind == asked.PRO_RATA,
            text=answers.text(Key.PENALTY, "text"),
        )
    months = answers.whole(Key.RECOVERY, "months")
    if months is not None:
        found = replace(found, recovery_period=True, recovery_months=months)
    exempt, buys = answers.text(Key.FAULT, "exempt"), answers.text(Key.BUY_OFF, "allowed")
    return replace(
        found,
        no_fault_exempt=found.no_fault_exempt if exempt is None else exempt == asked.YES,
        buy_off=found.buy_off if buys is None else buys == asked.YES,
    )


def _region(answers: Answers, terms: RegionTerms | None) -> RegionTerms | None:
    bound = answers.text(Key.REGION, "bound")
    if bound is None:
        return terms
    places = answers.text(Key.REGION, "places")
    answer = answers.given(Key.REGION)
    return RegionTerms(
        () if places is None else tuple(filter(None, map(str.strip, places.split(",")))),
        bound == asked.YES,
        None if terms is None else terms.on_project_share,
        None if answer is None else answer.quote,
    )


def _notes(answers: Answers, rules: RuleSet, wording: Wording) -> tuple[Note, ...]:
    found = []
    for key in to_note(answers):
        blocks = _not_named(answers, rules) if key is Key.GROUPS else ()
        if not _is_in_rows(answers, rules, key):
            found.append(Note(wording.notes[key], _NOTED[key], blocks))
    return tuple(found)


def _is_in_rows(answers: Answers, rules: RuleSet, key: Key) -> bool:
    """Tell whether the rows hold all that an answer says, so that it needs no words as well."""
    if key is Key.GROUPS:
        return not _not_named(answers, rules)
    people = [block for block in rules.blocks if block.kind in PEOPLE]
    return key is Key.GROUP_LIMITS and all(
        any(stands_for(block, group) for block in people) for group in named_apart(answers)
    )


def _not_named(answers: Answers, rules: RuleSet) -> tuple[str, ...]:
    """Return the rows for people that the clause does not name: ask before booking on those."""
    named = answers.several(Key.GROUPS, "groups")
    return tuple(
        block.code
        for block in rules.blocks
        if block.kind in PEOPLE and not stands_for_any(block, named)
    )
