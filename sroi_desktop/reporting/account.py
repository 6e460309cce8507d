"""The data inside the PDF as `sroi-verantwoording.json`, so that nobody retypes it.

The classes here are the published format: resources/schema/sroi-verantwoording.schema.json is
made from them. Amounts are strings with two decimals and a point, dates are ISO 8601; what is not
known is null. A change that breaks a reader of version 1 is a version 2.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct

from sroi_desktop.domain.money import Money
from sroi_desktop.reporting import data as data_of
from sroi_desktop.reporting.data import ReportData, ReportLine

FORMAT = "sroi-verantwoording"
FORMAT_VERSION = 1
SCHEMA_ID = "urn:sroi-desktop:schema:sroi-verantwoording:1"

Amount = Annotated[
    str, Meta(pattern=r"^-?\d+\.\d\d$", description="Euros with two decimals, 13333.33")
]

Number = Annotated[
    str, Meta(pattern=r"^\d+\.\d{4}$", description="A number with four decimals, 1040.0000")
]


class Span(Struct, frozen=True, kw_only=True):
    """A stretch of days, both included."""

    start: date
    end: date


class Company(Struct, frozen=True, kw_only=True):
    """The company that reports."""

    name: str
    chamber_of_commerce_number: str


class Contract(Struct, frozen=True, kw_only=True):
    """The contract that is reported on."""

    number: str
    title: str
    authority: str
    reference: str
    category: str
    starts: date | None
    ends: date | None


class RuleSet(Struct, frozen=True, kw_only=True):
    """The rules of the values; `missing` is what they do not say, `notes` was not computed."""

    id: str
    title: str
    version: str
    publisher: str
    missing: tuple[str, ...]
    notes: tuple[str, ...]


class Totals(Struct, frozen=True, kw_only=True):
    """The amounts on the last day of the period; `not_counted` is in none of the others."""

    owed: Amount | None
    realised_and_proven: Amount
    realised_without_proof: Amount
    planned: Amount
    reported: Amount
    accepted: Amount
    open: Amount | None
    not_counted: Amount


class Quantity(Struct, frozen=True, kw_only=True):
    """What is owed beside euros on the last day of the period; an fte is a year at full time."""

    unit: Literal["hours", "fte", "placements"]
    owed: Number | None
    done: Number
    planned: Number
    open: Number | None


class Step(Struct, frozen=True, kw_only=True):
    """One step of a derivation, in words."""

    label: str
    factor: str
    result: str


class Line(Struct, frozen=True, kw_only=True):
    """One effort; `value_not_counted` is what is above the part that its category may fill."""

    number: int
    title: str
    candidate: str
    detail: str
    standing: Literal["proven", "unproven", "planned"]
    status: str
    period: Span | None
    calculation: str
    value: Amount
    value_not_counted: Amount
    steps: tuple[Step, ...]
    assumptions: tuple[str, ...]
    not_counted: tuple[str, ...]


class Evidence(Struct, frozen=True, kw_only=True):
    """One piece of evidence: kept with its SHA-256, or seen on a day."""

    number: int
    line: int
    kind: str
    dated: date | None
    covers: Span | None
    kept: bool
    seen_on: date | None
    sha256: str


class Source(Struct, frozen=True, kw_only=True):
    """A published text that the figures rest on."""

    title: str
    url: str
    seen_on: date | None


class Correction(Struct, frozen=True, kw_only=True):
    """The issued report that this one replaces or follows, and what is different."""

    report: str
    differences: tuple[str, ...]


class Account(Struct, frozen=True, kw_only=True):
    """Account of social return under one public contract."""

    format: Literal["sroi-verantwoording"]
    format_version: Literal[1]
    report: str
    kind: Literal["progress"]
    variant: Literal["anonymous", "pseudonymous"]
    language: Literal["nl", "en"]
    period: Span
    issued_on: date
    program_version: str
    company: Company
    contract: Contract
    rule_set: RuleSet
    totals: Totals
    quantities: tuple[Quantity, ...]
    obligation_steps: tuple[Step, ...]
    lines: tuple[Line, ...]
    evidence: tuple[Evidence, ...]
    assumptions: tuple[str, ...]
    open_points: tuple[str, ...]
    sources: tuple[Source, ...]
    correction: Correction | None
    changed: Correction | None
    history_hash: str


# msgspec looks into a type at its first use, and crashes where two threads do so at once: it is
# looked into here, while the module is loaded, which one thread does.
msgspec.json.Decoder(Account)


def to_json(data: ReportData) -> bytes:
    """Return the account as indented JSON."""
    return msgspec.json.format(msgspec.json.encode(account_of(data)), indent=2) + b"\n"


def schema() -> dict[str, Any]:
    """Return the JSON schema of the account; published under resources/schema/."""
    described = msgspec.json.schema(Account)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_ID,
        "title": FORMAT,
        **described,
    }


def account_of(data: ReportData) -> Account:
    """Return a snapshot in the published shape."""
    return msgspec.convert(
        {
            "format": FORMAT,
            "format_version": FORMAT_VERSION,
            "report": data.number,
            "kind": data.kind.value,
            "variant": data.variant.value,
            "language": data.language,
            "period": data.period,
            "issued_on": data.issued_on,
            "program_version": data.program_version,
            "company": {
                "name": data.company.name,
                "chamber_of_commerce_number": data.company.chamber_number,
            },
            "contract": data.contract,
            "rule_set": data.rules,
            "totals": _totals(data),
            "quantities": data.quantities,
            "obligation_steps": data.obligation_steps,
            "lines": tuple(map(_line, data.lines)),
            "evidence": data.evidence,
            "assumptions": data.assumptions,
            "open_points": data.open_points,
            "sources": data.sources,
            "correction": _correction(data.correction),
            "changed": _correction(data.changed),
            "history_hash": data.history_hash,
        },
        Account,
        from_attributes=True,
    )


def _totals(data: ReportData) -> dict[str, str | None]:
    totals = data.totals
    return {
        "owed": _amount(totals.owed),
        "realised_and_proven": _amount(totals.proven),
        "realised_without_proof": _amount(totals.unproven),
        "planned": _amount(totals.planned),
        "reported": _amount(totals.reported),
        "accepted": _amount(totals.accepted),
        "open": _amount(totals.open),
        "not_counted": totals.beyond.plain,
    }


def _line(line: ReportLine) -> dict[str, Any]:
    return {
        "number": line.number,
        "title": line.title,
        "candidate": line.person,
        "detail": line.detail,
        "standing": line.standing.value,
        "status": line.status,
        "period": line.period,
        "calculation": line.calculation,
        "value": line.value.plain,
        "value_not_counted": line.beyond.plain,
        "steps": line.steps,
        "assumptions": line.assumptions,
        "not_counted": line.not_counted,
    }


def _correction(told: data_of.Correction | None) -> dict[str, Any] | None:
    return None if told is None else {"report": told.number, "differences": told.differences}


def _amount(amount: Money | None) -> str | None:
    return None if amount is None else amount.plain
