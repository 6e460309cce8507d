"""Snapshots to make reports from; every name and figure is made up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from sroi_desktop.domain.money import Money, total
from sroi_desktop.domain.periods import Period
from sroi_desktop.reporting import (
    CalculationStep,
    Company,
    ContractFacts,
    Course,
    EvidenceLine,
    KindShare,
    Point,
    ProgressLine,
    ReportData,
    ReportLine,
    RuleSetFacts,
    Source,
    Standing,
    Totals,
    Variant,
)

START, END = date(2026, 1, 1), date(2027, 12, 31)
NOW = date(2026, 9, 30)
OWED = Money(12_000_000)
HASH = "5f0c9a7be31d4b62a8c7d5e4f3021986bb7a6c5d4e3f2a1b0c9d8e7f6a5b4c3d"

PLACEMENT_STEPS = (
    CalculationStep("Waarde per jaar bij een volledige week", "€ 40.000,00", "€ 40.000,00"),
    CalculationStep("Uren per week", "24 van 36", "€ 26.666,67"),
    CalculationStep("Maanden die tellen", "6 van 12", "€ 13.333,33"),
)


def _period(start: tuple[int, int, int], end: tuple[int, int, int]) -> Period:
    return Period(date(*start), date(*end))


LINES = (
    ReportLine(
        number=1,
        title="Participatiewet",
        person="K-01",
        detail="bewijs compleet",
        standing=Standing.PROVEN,
        period=_period((2026, 3, 1), (2026, 8, 31)),
        calculation="€ 40.000 × 24/36 uur × 6/12 mnd",
        value=Money(1_333_333),
        steps=PLACEMENT_STEPS,
        assumptions=("De regelset zegt niets over een deel van een maand; wij tellen de dagen.",),
    ),
    ReportLine(
        number=2,
        title="Banenafspraak, vast contract",
        person="K-02",
        detail="bewijs compleet",
        standing=Standing.PROVEN,
        period=_period((2026, 2, 1), (2026, 9, 30)),
        calculation="(€ 50.000 + € 10.000) × 18/36 uur × 8/12 mnd",
        value=Money(2_000_000),
        steps=PLACEMENT_STEPS,
        not_counted=("De tijd voor 1 februari: toen werkte K-02 nog niet bij ons.",),
    ),
    ReportLine(
        number=3,
        title="Sociale inkoop: kantine, De Broodbrigade",
        detail="PSO 30+, geldig tot 1-6-2027",
        standing=Standing.PROVEN,
        period=_period((2026, 4, 12), (2026, 4, 12)),
        calculation="factuur excl. btw",
        value=Money(425_000),
    ),
    ReportLine(
        number=4,
        title="Workshop snoeien, 3 medewerkers × 8 uur",
        detail="urenstaat getekend",
        standing=Standing.PROVEN,
        period=_period((2026, 5, 9), (2026, 5, 9)),
        calculation="24 uur × € 100",
        value=Money(240_000),
    ),
    ReportLine(
        number=5,
        title="BBL niveau 2",
        person="K-03",
        detail="onderwijsovereenkomst ontbreekt",
        standing=Standing.UNPROVEN,
        period=_period((2026, 6, 1), (2026, 9, 30)),
        calculation="€ 35.000 × 25,2/36 uur × 4/12 mnd",
        value=Money(816_667),
        steps=PLACEMENT_STEPS,
    ),
    ReportLine(
        number=6,
        title="BBL niveau 2",
        person="K-03",
        detail="loopt door",
        standing=Standing.PLANNED,
        period=_period((2026, 10, 1), (2027, 7, 31)),
        calculation="€ 35.000 × 25,2/36 uur × 10/12 mnd",
        value=Money(2_041_667),
    ),
    ReportLine(
        number=7,
        title="Stage mbo, twee plaatsen",
        detail="afspraak met het ROC",
        standing=Standing.PLANNED,
        period=_period((2027, 2, 1), (2027, 6, 30)),
        calculation="2 × € 5.000",
        value=Money(1_000_000),
    ),
)

KINDS = (
    KindShare("Participatiewet", Money(1_333_333), Money(0)),
    KindShare("Banenafspraak", Money(2_000_000), Money(0)),
    KindShare("BBL-leerling", Money(816_667), Money(2_041_667)),
    KindShare("Sociale inkoop", Money(425_000), Money(0)),
    KindShare("Workshop door eigen medewerkers", Money(240_000), Money(0)),
    KindShare("Stage", Money(0), Money(1_000_000)),
)

EVIDENCE = (
    EvidenceLine(
        number=1,
        line=1,
        kind="Arbeidsovereenkomst",
        dated=date(2026, 2, 20),
        covers=_period((2026, 3, 1), (2026, 8, 31)),
        file_name="contract Jan Jansen.pdf",
        sha256=HASH,
    ),
    EvidenceLine(
        number=2,
        line=1,
        kind="Doelgroepverklaring",
        dated=date(2026, 1, 12),
        kept=False,
        seen_on=date(2026, 3, 2),
        seen_by="P. van Dijk",
    ),
    EvidenceLine(
        number=3,
        line=3,
        kind="Factuur",
        dated=date(2026, 4, 12),
        covers=_period((2026, 4, 12), (2026, 4, 12)),
        sha256=HASH[::-1],
    ),
)

SOURCES = (
    Source(
        "Voorbeeldgemeente, Social return: bouwblokken 2026",
        "https://gemeente.example/social-return/bouwblokken-2026.pdf",
        date(2026, 1, 5),
    ),
    Source("Uitvraag Groenonderhoud Wijk Oost, paragraaf 4.3", "", date(2025, 11, 3)),
)


def curve(end: Money) -> tuple[Point, ...]:
    """Return month by month how an amount was reached."""
    parts = (0, 0, 4, 12, 20, 30, 42, 58, 80, 100)
    days = [date(2026, month, 1) for month in range(1, 10)] + [NOW]
    return tuple(
        Point(day, Money(end.cents * part // 100)) for day, part in zip(days, parts, strict=True)
    )


def short_report(variant: Variant = Variant.ANONYMOUS) -> ReportData:
    """Return a report of a few pages, like the first page everyone compares with."""
    totals = totals_of(LINES)
    reached = totals.proven + totals.unproven
    end = reached + totals.planned
    planned = (Point(NOW, reached), Point(date(2027, 2, 1), end - Money(600_000)))
    return ReportData(
        number="2026-003",
        variant=variant,
        language="nl",
        company=Company(
            name="Van Dijk Groenvoorziening B.V.", chamber_number="00000000", contact="P. van Dijk"
        ),
        contract=ContractFacts(
            number="C-2026-01",
            title="Groenonderhoud Wijk Oost",
            authority="gemeente Utrecht",
            reference="UTR-2025-118",
            category="diensten",
            starts=START,
            ends=END,
        ),
        rules=RuleSetFacts(
            id="voorbeeld-2026",
            title="Bouwblokken Voorbeeldgemeente",
            version="2026",
            publisher="Voorbeeldgemeente",
        ),
        period=Period(START, NOW),
        issued_on=date(2026, 10, 6),
        place="Utrecht",
        program_version="0.1.0",
        totals=totals,
        obligation_note="5% van € 2.400.000",
        obligation_steps=(
            CalculationStep("Opdrachtsom zonder btw", "€ 2.400.000,00", "€ 2.400.000,00"),
            CalculationStep("Percentage voor diensten", "5%", "€ 120.000,00"),
        ),
        last_start=date(2027, 3, 1),
        course=Course(Money(4_487_671), reached - Money(4_487_671)),
        summary=(
            "Wij liggen € 3.273,29 voor op een gelijkmatige opbouw.",
            "Voor wat open staat stellen wij voor een tweede BBL-leerling aan te nemen.",
        ),
        requests=("Akkoord op de maatwerkafspraak onder regel 7.",),
        progress=ProgressLine(
            realised=curve(reached), planned=(*planned, Point(date(2027, 11, 30), end))
        ),
        build_up=KINDS,
        lines=LINES,
        evidence=EVIDENCE,
        assumptions=("Een volledige werkweek is 36 uur, zoals in de cao van K-01 staat.",),
        open_points=("De onderwijsovereenkomst van K-03 komt in november.",),
        sources=SOURCES,
        history_hash=HASH,
    )


def long_report(lines: int = 240, variant: Variant = Variant.PSEUDONYMOUS) -> ReportData:
    """Return a report of many pages; 240 lines fill about forty."""
    many = tuple(
        replace(
            LINES[index % len(LINES)],
            number=index + 1,
            person=f"K-{index + 1:03d}",
            period=Period(START + timedelta(days=index), NOW + timedelta(days=index)),
        )
        for index in range(lines)
    )
    evidence = tuple(
        replace(EVIDENCE[index % len(EVIDENCE)], number=index + 1, line=index + 1)
        for index in range(lines)
    )
    totals = replace(totals_of(many), owed=Money(600_000_000))
    return replace(
        short_report(variant),
        lines=many,
        evidence=evidence,
        totals=totals,
        build_up=(),
        progress=ProgressLine(realised=curve(totals.proven + totals.unproven)),
    )


def totals_of(lines: tuple[ReportLine, ...]) -> Totals:
    """Return the totals that belong to the lines."""
    sums = {
        standing: total(line.value for line in lines if line.standing is standing)
        for standing in Standing
    }
    proven, unproven, planned = (sums[standing] for standing in Standing)
    return Totals(
        owed=OWED,
        proven=proven,
        unproven=unproven,
        planned=planned,
        reported=Money(1_500_000),
        accepted=Money(1_250_000),
        open=OWED - proven - unproven - planned,
    )
