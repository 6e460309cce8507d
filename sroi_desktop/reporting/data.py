"""What a report says, frozen: the one snapshot that pages, attachments and hash come from.

Made by services; every text in it is already in the report's language. Nothing is computed from
the books here, but a snapshot whose lines do not add up to its totals is refused.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import msgspec

from sroi_desktop.domain.money import ZERO, Money, total
from sroi_desktop.domain.periods import Period


class ReportSumsError(ValueError):
    """The lines of a report do not add up to the total it states."""

    def __init__(self, what: str, lines: Money, stated: Money) -> None:
        super().__init__(f"{what}: lines give {lines.plain}, total says {stated.plain}")
        self.what = what
        self.lines = lines
        self.stated = stated


class Kind(StrEnum):
    """What a report is for."""

    PROGRESS = "progress"


class Variant(StrEnum):
    """What a report tells about the people behind the efforts (`variants.cut` does it)."""

    ANONYMOUS = "anonymous"
    PSEUDONYMOUS = "pseudonymous"


class Standing(StrEnum):
    """How far a line is; each has its own total, and they are never mixed."""

    PROVEN = "proven"
    UNPROVEN = "unproven"
    PLANNED = "planned"


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """Who reports. `contact` is who answers questions; a `logo` that cannot be read is left out."""

    name: str
    chamber_number: str = ""
    address: tuple[str, ...] = ()
    contact: str = ""
    logo: bytes | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ContractFacts:
    """Which contract the report is about; dates that are not known are None."""

    number: str
    title: str
    authority: str
    reference: str = ""
    category: str = ""
    starts: date | None = None
    ends: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSetFacts:
    """Which rules the values come from; `missing` is what the source does not say.

    `notes` are rules in words, which were not computed. `complete` is False for a table that
    could be read in part only.
    """

    id: str
    title: str
    version: str = ""
    publisher: str = ""
    missing: tuple[str, ...] = ()
    complete: bool = True
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CalculationStep:
    """One step of a derivation in words: "uren", "24/36", "€ 26.666,67"."""

    label: str
    factor: str
    result: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """The amounts of the whole contract on the report's last day; unknown is None.

    `reported` includes what this report reports. `beyond` was done or planned and does not
    count, since the rules let its category fill only a part.
    """

    owed: Money | None = None
    proven: Money = ZERO
    unproven: Money = ZERO
    planned: Money = ZERO
    reported: Money = ZERO
    accepted: Money = ZERO
    open: Money | None = None
    beyond: Money = ZERO


@dataclass(frozen=True, slots=True)
class Course:
    """What an even build-up would have given by now, and how far ahead we are (or behind: < 0)."""

    expected: Money
    ahead: Money


@dataclass(frozen=True, slots=True)
class Point:
    """An amount reached on a day."""

    day: date
    amount: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressLine:
    """The curve of the contract: what was reached, and what the plan adds to it from there."""

    realised: tuple[Point, ...] = ()
    planned: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True)
class KindShare:
    """What one kind of effort contributes."""

    label: str
    realised: Money
    planned: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportLine:
    """One effort. `person` is a code such as K-01, which the anonymous variant leaves out.

    `value` is what counts; `beyond` is what does not, beside it, with its reason in `not_counted`.
    `invoice` is the number of the invoice behind a purchase.
    """

    number: int
    title: str
    standing: Standing
    value: Money
    person: str = ""
    detail: str = ""
    period: Period | None = None
    calculation: str = ""
    status: str = ""
    steps: tuple[CalculationStep, ...] = ()
    assumptions: tuple[str, ...] = ()
    not_counted: tuple[str, ...] = ()
    beyond: Money = ZERO
    invoice: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceLine:
    """One piece of evidence: kept with its SHA-256, or seen (when, and by whom).

    `line` is the number of the first line that it proves, 0 for none in this report.
    """

    number: int
    line: int
    kind: str
    dated: date | None = None
    covers: Period | None = None
    kept: bool = True
    seen_on: date | None = None
    seen_by: str = ""
    file_name: str = ""
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """A published text that the figures rest on; `url` may be empty."""

    title: str
    url: str = ""
    seen_on: date | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """Which issued report this one replaces or follows, and what is different."""

    number: str
    differences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class InUnits:
    """How far a contract is where hours or placements are owed and no euros, as words.

    Of several quantities the one of which the smallest part is done; `also` names the others.
    """

    owed: str
    done: str
    planned: str
    open: str
    also: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantityFacts:
    """What is owed in hours, full-time years ("fte") or placements, and how far that is.

    Numbers have four decimals and a point, 1040.0000; what is not known is None.
    """

    unit: str
    owed: str | None
    done: str
    planned: str
    open: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportData:
    """One report, complete.

    Attributes:
        number: as issued ("2026-003"), or a word for a draft.
        language: "nl" or "en"; the language of the texts in here and of the headings.
        in_units: the key figures where nothing is owed in euros.
        quantities: everything that is owed beside euros, as figures.
        obligation_note: how the obligation came about in a few words ("5% van € 2.400.000").
        last_start: the last day on which what is open can still be started.
        course: the figures behind the sentence on whether we are on course.
        summary: sentences on where we are and whether we are on course; one paragraph.
        requests: what the reader is asked to do.
        changed: what the books now say otherwise than the report before this one.
        names: how many names of candidates the report holds; `citizen_numbers`: how many BSNs.
        history_hash: head of the administration's chain when the report was made.

    Raises:
        ReportSumsError: lines or kinds do not add up to the totals.
    """

    number: str
    variant: Variant
    language: str
    company: Company
    contract: ContractFacts
    rules: RuleSetFacts
    period: Period
    issued_on: date
    totals: Totals
    kind: Kind = Kind.PROGRESS
    place: str = ""
    program_version: str = ""
    obligation_note: str = ""
    obligation_steps: tuple[CalculationStep, ...] = ()
    last_start: date | None = None
    course: Course | None = None
    summary: tuple[str, ...] = ()
    requests: tuple[str, ...] = ()
    progress: ProgressLine = ProgressLine()
    build_up: tuple[KindShare, ...] = ()
    lines: tuple[ReportLine, ...] = ()
    evidence: tuple[EvidenceLine, ...] = ()
    assumptions: tuple[str, ...] = ()
    open_points: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    correction: Correction | None = None
    changed: Correction | None = None
    history_hash: str = ""
    names: int = 0
    citizen_numbers: int = 0
    in_units: InUnits | None = None
    quantities: tuple[QuantityFacts, ...] = ()

    def __post_init__(self) -> None:
        stated = {
            Standing.PROVEN: self.totals.proven,
            Standing.UNPROVEN: self.totals.unproven,
            Standing.PLANNED: self.totals.planned,
        }
        for standing, amount in stated.items():
            _require_sum(standing, total(line.value for line in self.of(standing)), amount)
        _require_sum("beyond", total(line.beyond for line in self.lines), self.totals.beyond)
        if self.build_up:
            realised = self.totals.proven + self.totals.unproven
            _require_sum("kinds realised", total(k.realised for k in self.build_up), realised)
            planned = self.totals.planned
            _require_sum("kinds planned", total(k.planned for k in self.build_up), planned)

    def of(self, standing: Standing) -> tuple[ReportLine, ...]:
        """Return the lines of one standing, in the order of the report."""
        return tuple(line for line in self.lines if line.standing is standing)


_SNAPSHOT = msgspec.json.Decoder(ReportData)  # made here: see `account`


def freeze(data: ReportData) -> bytes:
    """Return the snapshot as bytes to store; the same snapshot gives the same bytes."""
    return msgspec.json.encode(data)


def thaw(stored: bytes) -> ReportData:
    """Return the snapshot that `freeze` stored.

    Raises:
        msgspec.ValidationError: the bytes do not hold a snapshot of this shape.
        msgspec.DecodeError: the bytes are no JSON.
    """
    return _SNAPSHOT.decode(stored)


def _require_sum(what: str, lines: Money, stated: Money) -> None:
    if lines != stated:
        raise ReportSumsError(what, lines, stated)
