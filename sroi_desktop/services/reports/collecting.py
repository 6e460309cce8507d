"""Collecting the frozen snapshot that a progress report is made of.

In two parts: `facts` reads the books, on the thread that has them open; `snapshot` works out what
the report says, which takes longer and may run on another thread. Every sentence is made here, in
the report's language; `reporting` only lays it out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sroi_desktop import __version__
from sroi_desktop.language.catalogue import active
from sroi_desktop.language.citations import obligation_places, value_places
from sroi_desktop.language.labels import label
from sroi_desktop.reporting import data as report
from sroi_desktop.services.reports import differences, disclosure, lines, summary, switches
from sroi_desktop.services.reports.material import gather

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from sroi_desktop.domain.contract import Contract
    from sroi_desktop.domain.evidence import Piece
    from sroi_desktop.domain.periods import Period
    from sroi_desktop.domain.rules import RuleSet
    from sroi_desktop.services.desk import Desk
    from sroi_desktop.services.reports.material import Material


@dataclass(frozen=True, slots=True)
class Facts:
    """All that a report is made from, as it stands in the books: the rest needs no books.

    `pieces` are the pieces of evidence by effort, `switched` the sentences on other editions,
    `names` those of the candidates, which are only looked for and never printed.
    """

    contract_id: int
    variant: report.Variant
    period: Period
    number: str
    issued_on: date
    material: Material
    company: report.Company
    place: str
    pieces: Mapping[int, tuple[Piece, ...]]
    switched: tuple[str, ...]
    changed: report.Correction | None
    names: frozenset[str]
    history_hash: str


def facts(
    desk: Desk,
    contract_id: int,
    variant: report.Variant,
    period: Period,
    number: str,
) -> Facts:
    """Read what a progress report is made from.

    Args:
        desk: the open administration.
        contract_id: the contract to report on.
        variant: what the report tells about people.
        period: what is reported on, today at the latest; what comes after it is planned.
        number: the number that the report gets, or a word for a draft.
    """
    material = gather(desk, contract_id, period.end)
    told = {line.effort.id or 0 for line in material.lines}
    return Facts(
        contract_id,
        variant,
        period,
        number,
        desk.today,
        material,
        company_facts(desk),
        place_of(desk),
        {effort_id: desk.store.pieces(effort_id) for effort_id in told},
        switches.told(desk, contract_id),
        _changed(desk, contract_id),
        frozenset(person.name for person in desk.store.people() if person.name.strip()),
        desk.store.history_head(),
    )


def snapshot(known: Facts) -> report.ReportData:
    """Return the snapshot of a progress report; it may be made on any thread."""
    return disclosure.counted(_told(known), known.names)


def _told(known: Facts) -> report.ReportData:
    material = known.material
    totals = summary.totals(material)
    course = summary.course(material, totals)
    told = lines.numbered(material)
    return report.ReportData(
        number=known.number,
        variant=known.variant,
        language=active(),
        company=known.company,
        contract=_contract(material.contract),
        rules=_rules(material.rules),
        period=known.period,
        issued_on=known.issued_on,
        totals=totals,
        place=known.place,
        program_version=__version__,
        obligation_note=summary.obligation_note(material),
        in_units=summary.in_units(material),
        quantities=summary.quantities(material),
        obligation_steps=lines.steps(material.owed.steps),
        course=course,
        summary=summary.summary(material, totals, course),
        requests=summary.requests(material, totals),
        progress=summary.progress(material),
        build_up=lines.build_up(material),
        lines=tuple(shown for _line, shown in told),
        evidence=tuple(lines.evidence(known.pieces, told)),
        assumptions=(*known.switched, *summary.assumptions(material)),
        open_points=summary.open_points(material),
        sources=(*_sources(material.rules), *_places(material)),
        changed=known.changed,
        history_hash=known.history_hash,
    )


def _changed(desk: Desk, contract_id: int) -> report.Correction | None:
    found = differences.since_last(desk, contract_id)
    return None if found is None else report.Correction(found.number, differences.texts(found))


def company_facts(desk: Desk) -> report.Company:
    """Return who writes, as the head and the end of a document name the firm."""
    company = desk.store.company()
    if company is None:
        return report.Company(name="")
    town = " ".join(part for part in (company.postcode, company.town) if part)
    return report.Company(
        name=company.name,
        chamber_number=company.kvk or "",
        address=tuple(part for part in (company.street, town) if part),
        contact=", ".join(p for p in (company.contact, company.email, company.phone) if p),
        logo=desk.store.logo(),
    )


def place_of(desk: Desk) -> str:
    """Return where the firm writes from, "" where that is not known."""
    company = desk.store.company()
    return "" if company is None else company.town or ""


def _contract(contract: Contract) -> report.ContractFacts:
    return report.ContractFacts(
        number=contract.number,
        title=contract.title,
        authority=contract.authority,
        reference=contract.reference or "",
        category="" if contract.category is None else label(contract.category),
        starts=contract.starts_on,
        ends=contract.ends_on,
    )


def _rules(rules: RuleSet) -> report.RuleSetFacts:
    return report.RuleSetFacts(
        id=rules.id,
        title=rules.title,
        version=rules.edition or "",
        publisher=rules.publisher,
        missing=rules.missing,
        notes=rules.every_note,
        complete=rules.complete,
    )


def _sources(rules: RuleSet) -> tuple[report.Source, ...]:
    return tuple(
        report.Source(source.title or rules.title, source.url, source.seen)
        for source in rules.sources
    )


def _places(material: Material) -> tuple[report.Source, ...]:
    """Return where the values behind the obligation and the lines were read, each once."""
    rules = material.rules
    places = [*obligation_places(rules), *material.places]
    for line in material.lines:
        places += value_places(rules, line.effort.block, line.whole)
    return tuple(report.Source(place) for place in dict.fromkeys(places))
