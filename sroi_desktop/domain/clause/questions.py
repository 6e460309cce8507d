"""The questions as data: what is asked, in which parts, when, and where the answer goes.

A part that `leads_to` a value of a rule set carries its key there, as a citation does.
"""

from __future__ import annotations

from enum import Enum

from sroi_desktop.domain.clause.kinds import (
    ANONYMOUS,
    BENEFIT,
    BORN,
    BOTH,
    BSN,
    CALENDAR,
    DIPLOMA,
    FACTOR,
    FIXED,
    GROUPS,
    IDENTITY,
    LIMITS,
    MONTHS,
    NAMES,
    NO,
    NOTHING,
    OTHER,
    PEOPLE,
    PERCENTAGE,
    PRO_RATA,
    QUOTAS,
    UNLIMITED,
    VOG,
    WORKING,
    YES,
    Key,
    Part,
    PartKind,
    Question,
    Topic,
)
from sroi_desktop.domain.rules import Category, ObligationBase, PsoLevel, Rhythm


def _choice(name: str, *options: str, leads_to: str | None = None) -> Part:
    return Part(name, PartKind.CHOICE, options, leads_to=leads_to)


def _yes_no(name: str, leads_to: str | None = None) -> Part:
    return _choice(name, YES, NO, leads_to=leads_to)


def _values(kind: type[Enum], *without: Enum) -> tuple[str, ...]:
    return tuple(member.value for member in kind if member not in without)


def _days(key: Key, kind: str) -> Question:
    return Question(
        key,
        Topic.REPORTING,
        (
            Part("days", PartKind.DAYS, leads_to=f"deadlines.{kind}.days"),
            _choice("counted", CALENDAR, WORKING),
        ),
    )


def _percentage(key: Key, *parts: Part) -> Question:
    """Return a question that has a meaning only where a percentage is asked."""
    return Question(key, Topic.OWED, parts, after=Key.DEMAND, only_with=(PERCENTAGE,))


_OWED = (
    Question(
        Key.CONTRACT,
        Topic.OWED,
        (
            _choice("category", *_values(Category)),
            Part("sum", PartKind.AMOUNT, needed=False),
            Part("labour", PartKind.PERCENTAGE, needed=False),
        ),
        open_to_all=False,
    ),
    Question(
        Key.DEMAND,
        Topic.OWED,
        (
            _choice("unit", PERCENTAGE, FIXED, *QUOTAS),
            Part(
                "percentage",
                PartKind.PERCENTAGE,
                when=(PERCENTAGE,),
                leads_to="obligation.percentage",
            ),
            Part("named", PartKind.AMOUNT, when=(PERCENTAGE,), needed=False),
            Part("amount", PartKind.AMOUNT, when=(FIXED,)),
            Part("number", PartKind.NUMBER, when=QUOTAS),
            Part("per", PartKind.AMOUNT, when=QUOTAS, needed=False),
        ),
    ),
    _percentage(
        Key.BASE,
        _choice(
            "base", *_values(ObligationBase, ObligationBase.UNKNOWN), leads_to="obligation.base"
        ),
        Part(
            "amount",
            PartKind.AMOUNT,
            when=_values(ObligationBase, ObligationBase.UNKNOWN, ObligationBase.CONTRACT_SUM),
            needed=False,
        ),
    ),
    _percentage(Key.THRESHOLD, Part("amount", PartKind.AMOUNT)),
    _percentage(Key.CAP, Part("amount", PartKind.AMOUNT, leads_to="obligation.cap")),
    _percentage(
        Key.LOW_LABOUR,
        Part("percentage", PartKind.PERCENTAGE, leads_to="obligation.low_labour.percentage"),
        Part("under", PartKind.PERCENTAGE, leads_to="obligation.low_labour.share_under"),
    ),
    _percentage(Key.OFFER, Part("up_to", PartKind.PERCENTAGE, leads_to="obligation.offered_up_to")),
    Question(
        Key.TERM,
        Topic.OWED,
        (Part("starts", PartKind.DATE), Part("ends", PartKind.DATE)),
    ),
)
_PEOPLE = (
    Question(Key.TABLE, Topic.PEOPLE, (_yes_no("there"),)),
    Question(Key.GROUPS, Topic.PEOPLE, (Part("groups", PartKind.SEVERAL, GROUPS),)),
    Question(Key.DEMANDS, Topic.PEOPLE, (_choice("what", NOTHING, VOG, DIPLOMA, BOTH),)),
    Question(
        Key.EXISTING,
        Topic.PEOPLE,
        (
            _yes_no("counts"),
            Part(
                "months",
                PartKind.MONTHS,
                when=(YES,),
                needed=False,
                leads_to="counting.look_back_months",
            ),
        ),
    ),
    Question(
        Key.REFERENCE,
        Topic.PEOPLE,
        (_choice("day", "award", "start", leads_to="counting.reference"),),
    ),
    Question(Key.SUBCONTRACTORS, Topic.PEOPLE, (_yes_no("count"),)),
    Question(
        Key.PSO,
        Topic.PEOPLE,
        (
            _choice("level", *_values(PsoLevel), leads_to="obligation.pso.1.from_level"),
            Part("discount", PartKind.PERCENTAGE, leads_to="obligation.pso.1.percentage"),
        ),
    ),
    Question(
        Key.REGION,
        Topic.PEOPLE,
        (
            _yes_no("bound", "region.bound"),
            Part("places", PartKind.TEXT, when=(YES,), needed=False, leads_to="region.places"),
        ),
    ),
    Question(Key.RELATION, Topic.PEOPLE, (_yes_no("direct"),)),
)
_COUNTING = (
    Question(
        Key.FULL_TIME, Topic.COUNTING, (Part("hours", PartKind.HOURS, leads_to="full_time_hours"),)
    ),
    Question(
        Key.MIN_HOURS,
        Topic.COUNTING,
        (Part("hours", PartKind.HOURS, leads_to="counting.min_hours_per_week"),),
    ),
    Question(
        Key.LIMIT,
        Topic.COUNTING,
        (
            _choice("kind", *LIMITS, "wage_subsidy", "unlimited", leads_to="counting.limit"),
            Part("amount", PartKind.WHOLE, when=LIMITS),
        ),
    ),
    Question(
        Key.GROUP_LIMITS,
        Topic.COUNTING,
        (
            _choice("kind", MONTHS, UNLIMITED),
            Part("months", PartKind.MONTHS, when=(MONTHS,)),
            Part("groups", PartKind.SEVERAL, PEOPLE),
            Part("other_months", PartKind.MONTHS, needed=False),
            Part("others", PartKind.SEVERAL, PEOPLE, needed=False),
        ),
    ),
)
_REPORTING = (
    _days(Key.CONTACT, "first_contact"),
    _days(Key.PLAN, "plan"),
    Question(
        Key.RHYTHM, Topic.REPORTING, (_choice("rhythm", *_values(Rhythm), leads_to="rhythm"),)
    ),
    Question(Key.EVIDENCE, Topic.REPORTING, (Part("what", PartKind.TEXT),)),
    Question(
        Key.PERSONAL,
        Topic.REPORTING,
        (Part("data", PartKind.SEVERAL, (ANONYMOUS, NAMES, BORN, BENEFIT, IDENTITY, BSN)),),
    ),
    Question(Key.SIGNING, Topic.REPORTING, (Part("how", PartKind.TEXT),)),
)
_CONSEQUENCES = (
    Question(
        Key.PENALTY,
        Topic.CONSEQUENCES,
        (
            _choice("kind", PRO_RATA, FACTOR, OTHER),
            Part("factor", PartKind.NUMBER, when=(FACTOR,), leads_to="penalty.factor"),
            Part("text", PartKind.TEXT, when=(OTHER,), leads_to="penalty.text"),
        ),
    ),
    Question(
        Key.RECOVERY,
        Topic.CONSEQUENCES,
        (Part("months", PartKind.MONTHS, leads_to="penalty.recovery_months"),),
    ),
    Question(Key.FAULT, Topic.CONSEQUENCES, (_yes_no("exempt", "penalty.no_fault_exempt"),)),
    Question(Key.BUY_OFF, Topic.CONSEQUENCES, (_yes_no("allowed", "penalty.buy_off"),)),
    Question(Key.CUSTOM, Topic.CONSEQUENCES, (_yes_no("allowed"),)),
)
QUESTIONS: tuple[Question, ...] = (*_OWED, *_PEOPLE, *_COUNTING, *_REPORTING, *_CONSEQUENCES)
_BY_KEY = {one.key: one for one in QUESTIONS}


def question(key: Key) -> Question:
    """Return a question."""
    return _BY_KEY[key]
