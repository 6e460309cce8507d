"""What goes with a table: what time counts, evidence, deadlines, penalty, caps and region."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from sroi_desktop.domain.rules.blocks import LIMIT_UNSTATED, Block, CountingLimit
from sroi_desktop.domain.rules.units import EffortKind


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
    default_limit: CountingLimit = LIMIT_UNSTATED
    wage_subsidy_extends: bool = False
    look_back_months: int | None = None
    counts_before_contract: bool | None = None
    min_hours_per_week: Fraction | None = None
    interruption_months: int | None = None
    reference: ReferenceDate | None = None


COUNTING_UNSTATED = CountingTerms()


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


class Anchor(Enum):
    """The event that a deadline follows."""

    AWARD = "award"
    CONTRACT_START = "contract_start"
    PERIOD_END = "period_end"
    CONTRACT_END = "contract_end"


_USUAL_ANCHOR = {
    DeadlineKind.FIRST_CONTACT: Anchor.AWARD,
    DeadlineKind.PLAN: Anchor.AWARD,
    DeadlineKind.REPORT: Anchor.PERIOD_END,
    DeadlineKind.SETTLEMENT: Anchor.CONTRACT_END,
}


@dataclass(frozen=True, slots=True)
class DeadlineRule:
    """A number of days, or of months and then days, after an event.

    `anchor` is None where the source names no event; `follows` then is the usual one.
    """

    kind: DeadlineKind
    days: int
    working_days: bool = False
    months: int = 0
    anchor: Anchor | None = None

    @property
    def follows(self) -> Anchor:
        """The event that the days are counted from."""
        return self.anchor or _USUAL_ANCHOR[self.kind]


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
    """What a shortfall costs: `factor` 1.5 means one and a half times what is missing.

    `pro_rata`: what is withheld is in proportion to what is missing. `recovery_period` tells
    that there is time to make up for it, `recovery_months` how much. `buy_off`: the source
    lets the obligation, or what is left of it, be paid in money.
    """

    factor: Fraction | None = None
    recovery_period: bool = False
    no_fault_exempt: bool = False
    text: str | None = None
    pro_rata: bool = False
    recovery_months: int | None = None
    buy_off: bool = False


class CapOf(Enum):
    """What a share cap is a part of."""

    OBLIGATION = "obligation"
    EMPLOYMENT = "employment"


@dataclass(frozen=True, slots=True)
class ShareCap:
    """The largest part that some blocks or kinds together may fill.

    It is a part of the obligation, or of the employment created: then it limits the full-time
    years of these blocks against those of all placements, apprenticeships and traineeships.
    """

    label: str
    blocks: tuple[str, ...]
    share: Fraction
    kinds: tuple[EffortKind, ...] = ()
    of: CapOf = CapOf.OBLIGATION

    def limits(self, block: Block) -> bool:
        """Tell whether efforts under this block fall under the cap."""
        return block.code in self.blocks or block.kind in self.kinds


@dataclass(frozen=True, slots=True)
class RegionTerms:
    """Where an effort may take place.

    `places` are the municipalities or regions that count; `bound` is False where the source
    says that borders do not matter, None where it is silent. `on_project_share` is the part of
    the obligation that has to be filled on the project itself, a fraction of 1.
    """

    places: tuple[str, ...] = ()
    bound: bool | None = None
    on_project_share: Fraction | None = None
    text: str | None = None
