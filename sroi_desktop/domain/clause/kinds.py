"""What a question is made of: topics, keys, parts and the names of choices."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

YES, NO = "yes", "no"
PERCENTAGE, FIXED, HOURS, FTE, PLACEMENTS = "percentage", "fixed", "hours", "fte", "placements"
CALENDAR, WORKING = "calendar", "working"
NOTHING, VOG, DIPLOMA, BOTH = "nothing", "vog", "diploma", "both"
PRO_RATA, FACTOR, OTHER = "pro_rata", "factor", "other"
ANONYMOUS, NAMES, BORN, BENEFIT, IDENTITY, BSN = (
    "anonymous",
    "names",
    "born",
    "benefit",
    "identity",
    "bsn",
)
EX_PRISONERS, STATUS_HOLDERS = "ex-gedetineerden", "statushouders"
# The codes of the usual blocks, and two groups that have no row of their own there.
GROUPS = (
    "participatiewet",
    "banenafspraak",
    "wajong",
    "wia-wao",
    "ww",
    "nug",
    STATUS_HOLDERS,
    EX_PRISONERS,
    "bbl",
    "bol",
    "stage-pro-vso",
    "werkervaringsplaats",
    "sociale-inkoop",
    "maatschappelijke-activiteit",
)
# Those that are people, and so have a longest time that they count.
PEOPLE = GROUPS[:-2]
QUOTAS = (HOURS, FTE, PLACEMENTS)
LIMITS = ("months", "worked_years", "worked_hours")
MONTHS, UNLIMITED = "months", "unlimited"


class Topic(Enum):
    """The groups in which the questions are asked."""

    OWED = "owed"
    PEOPLE = "people"
    COUNTING = "counting"
    REPORTING = "reporting"
    CONSEQUENCES = "consequences"


class Key(Enum):
    """The questions."""

    CONTRACT = "contract"
    DEMAND = "demand"
    BASE = "base"
    THRESHOLD = "threshold"
    CAP = "cap"
    LOW_LABOUR = "low_labour"
    OFFER = "offer"
    TERM = "term"
    TABLE = "table"
    GROUPS = "groups"
    DEMANDS = "demands"
    EXISTING = "existing"
    REFERENCE = "reference"
    SUBCONTRACTORS = "subcontractors"
    PSO = "pso"
    REGION = "region"
    RELATION = "relation"
    FULL_TIME = "full_time"
    MIN_HOURS = "min_hours"
    LIMIT = "limit"
    GROUP_LIMITS = "group_limits"
    CONTACT = "contact"
    PLAN = "plan"
    RHYTHM = "rhythm"
    EVIDENCE = "evidence"
    PERSONAL = "personal"
    SIGNING = "signing"
    PENALTY = "penalty"
    RECOVERY = "recovery"
    FAULT = "fault"
    BUY_OFF = "buy_off"
    CUSTOM = "custom"


class PartKind(Enum):
    """What an answer is: which values it takes and how they are typed."""

    AMOUNT = "amount"
    PERCENTAGE = "percentage"
    NUMBER = "number"
    HOURS = "hours"
    WHOLE = "whole"
    MONTHS = "months"
    DAYS = "days"
    DATE = "date"
    CHOICE = "choice"
    SEVERAL = "several"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Part:
    """One field of an answer.

    `when` are the choices of the first part with which it is asked, empty for always. An
    answer is not complete without the parts that are `needed`.
    """

    name: str
    kind: PartKind
    options: tuple[str, ...] = ()
    when: tuple[str, ...] = ()
    needed: bool = True
    leads_to: str | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """One question, in one or more parts.

    It is left out where the question `after` was answered with another choice than `only_with`.
    `open_to_all` is False for what the authority cannot be asked, since the owner knows it.
    """

    key: Key
    topic: Topic
    parts: tuple[Part, ...]
    after: Key | None = None
    only_with: tuple[str, ...] = ()
    open_to_all: bool = True

    def part(self, name: str) -> Part | None:
        """Return the part with this name, or None."""
        return next((part for part in self.parts if part.name == name), None)

    def asked(self, first: object) -> tuple[Part, ...]:
        """Return the parts to fill in beside a value of the first one."""
        return tuple(part for part in self.parts if not part.when or first in part.when)
