"""A rule set: one authority's published way of counting social return, as data.

Knows no authority by name: everything that differs between them is a field here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from fractions import Fraction
from typing import TYPE_CHECKING

from sroi_desktop.domain.errors import UnknownBlockError, UnknownBonusError

if TYPE_CHECKING:
    from datetime import date

    from sroi_desktop.domain.money import Money


class EffortKind(Enum):
    """What a company does to fulfil social return."""

    PLACEMENT = "placement"
    APPRENTICESHIP = "apprenticeship"
    TRAINEESHIP = "traineeship"
    PURCHASE = "purchase"
    ACTIVITY = "activity"
    COST = "cost"
    BESPOKE = "bespoke"


class Category(Enum):
    """The three kinds of public contracts."""

    WORKS = "works"
    SERVICES = "services"
    SUPPLIES = "supplies"


class Basis(Enum):
    """What a rate is multiplied with."""

    YEAR = "year"
    MONTH = "month"
    SCHOOL_YEAR = "school_year"
    HOUR = "hour"
    DAY = "day"
    PIECE = "piece"
    AMOUNT = "amount"
    AGREED = "agreed"


class Unit(Enum):
    """What a published value is per, as the source puts it."""

    PER_YEAR_FULL_TIME = "per_year_full_time"
    PER_YEAR = "per_year"
    PER_YEAR_OR_WEEKS = "per_year_or_pro_rata_weeks"
    PER_MONTH = "per_month"
    PER_SCHOOL_YEAR = "per_school_year"
    PER_HOUR = "per_hour_per_employee"
    PER_HOUR_OR_COST = "per_hour_per_employee_or_cost"
    PER_HOUR_OR_INVOICE = "per_hour_per_employee_or_invoice"
    PER_DAY_AT_MOST = "per_day_at_most"
    PER_PIECE = "per_piece"
    INVOICES = "invoices_paid_excl_vat"
    INVOICES_SOCIAL_WORKPLACE = "invoices_paid_to_sw_company"
    INVOICE_OR_WAGE_COST = "invoice_or_wage_cost_excl_vat"
    LABOUR_COST = "labour_cost"
    COST = "cost"
    AGREED = "agreed_with_adviser"

    @property
    def bases(self) -> tuple[Basis, ...]:
        """What the value may be multiplied with; the first that the effort gives is used."""
        return _BASES[self]


_BASES: dict[Unit, tuple[Basis, ...]] = {
    Unit.PER_YEAR_FULL_TIME: (Basis.YEAR,),
    Unit.PER_YEAR: (Basis.YEAR,),
    Unit.PER_YEAR_OR_WEEKS: (Basis.YEAR,),
    Unit.PER_MONTH: (Basis.MONTH,),
    Unit.PER_SCHOOL_YEAR: (Basis.SCHOOL_YEAR,),
    Unit.PER_HOUR: (Basis.HOUR,),
    Unit.PER_HOUR_OR_COST: (Basis.HOUR, Basis.AMOUNT),
    Unit.PER_HOUR_OR_INVOICE: (Basis.HOUR, Basis.AMOUNT),
    Unit.PER_DAY_AT_MOST: (Basis.DAY,),
    Unit.PER_PIECE: (Basis.PIECE,),
    Unit.INVOICES: (Basis.AMOUNT,),
    Unit.INVOICES_SOCIAL_WORKPLACE: (Basis.AMOUNT,),
    Unit.INVOICE_OR_WAGE_COST: (Basis.AMOUNT,),
    Unit.LABOUR_COST: (Basis.AMOUNT,),
    Unit.COST: (Basis.AMOUNT,),
    Unit.AGREED: (Basis.AGREED,),
}


class LimitKind(Enum):
    """How the time that someone may count is limited."""

    SILENT = "silent"
    MONTHS = "months"
    WORKED_YEARS = "worked_years"
    UNLIMITED = "unlimited"


@dataclass(frozen=True, slots=True)
class CountingLimit:
    """The longest time that one person may count."""

    kind: LimitKind = LimitKind.SILENT
    amount: int = 0


@dataclass(frozen=True, slots=True)
class Block:
    """One row of the table: a target group or activity, and what it is worth.

    `value` is None where the source names none (invoices, cost, agreed with the adviser).
    `min_months_out`: months someone may not have worked for the same employer before.
    `share_cap`: the largest part of an obligation that this block may fill.
    """

    code: str
    label: str
    kind: EffortKind
    unit: Unit
    value: Money | None = None
    limit: CountingLimit = CountingLimit()
    min_months_out: int | None = None
    share_cap: Fraction | None = None
    note: str | None = None
    assumptions: tuple[str, ...] = ()


class BonusUnit(Enum):
    """What a bonus is per, as the source puts it."""

    PER_YEAR = "per_year"
    EXTRA_ON_BLOCK = "extra_on_block"
    ONCE = "once"
    ONCE_OR_PER_YEAR = "once_or_per_year_not_stated"
    COST = "cost"


@dataclass(frozen=True, slots=True)
class AgeCondition:
    """An age that someone must have reached on the reference date.

    `inclusive` is True for "at least this age" and False for "older than this age".
    """

    years: int
    inclusive: bool = True

    def met_at(self, age: int) -> bool:
        """Tell whether someone of this age, in whole years, meets the condition."""
        return age >= self.years if self.inclusive else age > self.years


@dataclass(frozen=True, slots=True)
class Bonus:
    """An extra on top of a block.

    `stagger` groups bonuses of which only the highest counts. `follows_hours` and
    `follows_time` are None where the source is silent: then the bonus follows, and the
    valuation says that this is an assumption.
    """

    code: str
    label: str
    unit: BonusUnit
    value: Money | None = None
    age: AgeCondition | None = None
    stagger: str | None = None
    follows_hours: bool | None = None
    follows_time: bool | None = None
    kinds: tuple[EffortKind, ...] = (EffortKind.PLACEMENT, EffortKind.APPRENTICESHIP)


class ObligationBase(Enum):
    """The sum that the percentage is taken of."""

    CONTRACT_SUM = "contract_sum"
    BID_SUM = "bid_sum"
    INVOICED_TURNOVER = "invoiced_turnover"
    WAGE_SUM = "wage_sum"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class LowLabour:
    """A lower percentage where labour is a small part of the price."""

    share_under: Fraction
    percentage: Fraction


@dataclass(frozen=True, slots=True)
class ObligationTerms:
    """How much social return is owed; None and empty mean that the source is silent.

    Percentages run from 0 to 100 (5 means five per cent).
    """

    percentage: Fraction | None = None
    base: ObligationBase = ObligationBase.UNKNOWN
    base_text: str | None = None
    thresholds: tuple[tuple[Category, Money], ...] = ()
    cap: Money | None = None
    low_labour: LowLabour | None = None
    min_months: int | None = None
    offered_up_to: Fraction | None = None
    supplies_from_labour_share: Fraction | None = None
    note: str | None = None

    def threshold(self, category: Category) -> Money | None:
        """Return the sum below which nothing is owed, or None where none is known."""
        return dict(self.thresholds).get(category)


class TimeMethod(Enum):
    """How a period becomes a part of a year."""

    CALENDAR_MONTHS = "calendar_months"
    DAYS = "days"
    WORKED_HOURS = "worked_hours"
    WEEKS = "weeks"


class ReferenceDate(Enum):
    """The day on which age and target group are judged."""

    START = "start"
    AWARD = "award"


@dataclass(frozen=True, slots=True)
class CountingTerms:
    """What time counts; None means that the source is silent."""

    method: TimeMethod | None = None
    pro_rata: str | None = None
    default_limit: CountingLimit = CountingLimit()
    wage_subsidy_extends: bool = False
    look_back_months: int | None = None
    counts_before_contract: bool | None = None
    min_hours_per_week: Fraction | None = None
    interruption_months: int | None = None
    reference: ReferenceDate | None = None


@dataclass(frozen=True, slots=True)
class EvidenceRequirement:
    """A piece that proves an effort.

    It is asked for the named blocks, or where none are named for the kinds.
    `assumed` marks a usual piece that the source does not name itself.
    """

    code: str
    label: str
    kinds: tuple[EffortKind, ...] = ()
    blocks: tuple[str, ...] = ()
    covers_period: bool = False
    assumed: bool = False

    def asked_for(self, block: Block) -> bool:
        """Tell whether an effort under this block needs the piece."""
        return block.code in self.blocks if self.blocks else block.kind in self.kinds


class DeadlineKind(Enum):
    """What has to be done by a certain day."""

    FIRST_CONTACT = "first_contact"
    PLAN = "plan"
    REPORT = "report"
    SETTLEMENT = "settlement"


@dataclass(frozen=True, slots=True)
class DeadlineRule:
    """A number of days after an event: after the award, or after a period to report on."""

    kind: DeadlineKind
    days: int
    working_days: bool = False


class Rhythm(Enum):
    """How often an authority wants a report."""

    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    HALF_YEARLY = "half_yearly"
    YEARLY = "yearly"
    AT_END = "at_end"

    @property
    def months(self) -> int | None:
        """The months between two reports, or None for one report at the end."""
        return {"monthly": 1, "quarterly": 3, "half_yearly": 6, "yearly": 12}.get(self.value)


@dataclass(frozen=True, slots=True)
class PenaltyTerms:
    """What a shortfall costs: `factor` 1.5 means one and a half times what is missing."""

    factor: Fraction | None = None
    recovery_period: bool = False
    no_fault_exempt: bool = False
    text: str | None = None


@dataclass(frozen=True, slots=True)
class ShareCap:
    """The largest part of the obligation that some blocks together may fill."""

    label: str
    blocks: tuple[str, ...]
    share: Fraction


@dataclass(frozen=True, slots=True)
class Source:
    """Where a rule was read, and on which day."""

    url: str
    title: str | None = None
    seen: date | None = None


@dataclass(frozen=True, slots=True)
class RuleSet:
    """One edition of one authority's rules.

    `full_time_hours` and `valid_from` are None where the source names none; `missing`
    lists what the source does not say or could not be read; `notes` are rules that the
    format cannot express, shown wherever they matter.
    """

    id: str
    title: str
    publisher: str
    covers: tuple[str, ...]
    complete: bool
    sources: tuple[Source, ...]
    edition: str | None = None
    valid_from: date | None = None
    valid_from_text: str | None = None
    applies_by: str | None = None
    supersedes: str | None = None
    full_time_hours: Fraction | None = None
    obligation: ObligationTerms = ObligationTerms()
    blocks: tuple[Block, ...] = ()
    bonuses: tuple[Bonus, ...] = ()
    counting: CountingTerms = CountingTerms()
    evidence: tuple[EvidenceRequirement, ...] = ()
    deadlines: tuple[DeadlineRule, ...] = ()
    rhythm: Rhythm | None = None
    penalty: PenaltyTerms | None = None
    share_caps: tuple[ShareCap, ...] = ()
    assumptions: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    notes: tuple[str, ...] = field(default=())

    def block(self, code: str) -> Block:
        """Return the block with this code.

        Raises:
            UnknownBlockError: there is none.
        """
        for block in self.blocks:
            if block.code == code:
                return block
        raise UnknownBlockError(code, self.id)

    def bonus(self, code: str) -> Bonus:
        """Return the bonus with this code.

        Raises:
            UnknownBonusError: there is none.
        """
        for bonus in self.bonuses:
            if bonus.code == code:
                return bonus
        raise UnknownBonusError(code, self.id)

    def deadline(self, kind: DeadlineKind) -> DeadlineRule | None:
        """Return the rule for a deadline, or None where the source names none."""
        return next((rule for rule in self.deadlines if rule.kind is kind), None)

    def requirements(self, block: Block) -> tuple[EvidenceRequirement, ...]:
        """Return the pieces of evidence that an effort under this block needs."""
        return tuple(piece for piece in self.evidence if piece.asked_for(block))
