"""What a progress report ends with: evidence, open points, sources, its contents, signatures."""

from __future__ import annotations

from reportlab.platypus import Flowable, Spacer

from sroi_desktop.language import _, ngettext
from sroi_desktop.language.numbers import date_text, period_text
from sroi_desktop.reporting import styles
from sroi_desktop.reporting.data import (
    Company,
    EvidenceLine,
    ReportData,
    Source,
    Variant,
)
from sroi_desktop.reporting.lines import assumption_numbers
from sroi_desktop.reporting.parts import (
    Column,
    Columns,
    Story,
    cell,
    link,
    table,
    titled_cell,
)
from sroi_desktop.reporting.tagging import Rule, TaggedParagraph, bullet_list
from sroi_desktop.reporting.text import text

HASH_SHOWN = 16
LINE_TO_WRITE_ON = 18.0
SIGNATURE_GAP = 24.0


def add_evidence(story: Story, data: ReportData) -> None:
    """Add the index of evidence."""
    story.heading(_("Evidence"))
    if not data.evidence:
        story.paragraph(_("No evidence has been recorded yet."))
        return
    covers = any(piece.covers for piece in data.evidence)
    columns = [
        Column(_("No."), 0.065),
        Column(_("Line"), 0.08),
        Column(_("Piece"), 0.295 if covers else 0.465),
        Column(_("Dated"), 0.13),
        *((Column(_("Covers"), 0.17),) if covers else ()),
        Column(_("Kept or seen"), 0.26),
    ]
    rows = [_evidence_row(piece, covers=covers) for piece in data.evidence]
    story.add(table(columns, rows, summary=_("Pieces of evidence"), row_header=2))


def add_open_questions(story: Story, data: ReportData) -> None:
    """Add assumptions and open points, and what is different from an earlier report."""
    numbered = tuple(f"{number}: {words}" for words, number in assumption_numbers(data).items())
    for words, items in (
        (_("Assumptions"), numbered),
        (_("Open points"), data.open_points),
    ):
        story.heading(words)
        if items:
            story.bullets(items)
        else:
            story.paragraph(_("None."))
    for words, earlier in (
        (_("What is different from report {number}"), data.correction),
        (_("Changed since report {number}"), data.changed),
    ):
        if earlier is not None:
            story.heading(words.format(number=earlier.number))
            story.bullets(earlier.differences)


def add_sources(story: Story, data: ReportData) -> None:
    """Add the published texts that the figures rest on, each with the date it was seen."""
    story.heading(_("Sources"))
    if not data.sources:
        story.paragraph(_("None."))
    story.add(*bullet_list(map(source_markup, data.sources), styles.ITEM))


def add_about(story: Story, data: ReportData, *, unshown: bool) -> None:
    """Add what the report holds about people, and how it can be checked.

    Args:
        story: what is added to.
        data: the snapshot.
        unshown: whether the pages lack characters that the data has.
    """
    story.heading(_("About this report"))
    story.paragraph(f"{_variant_words(data.variant)} {_privacy_words(data)}")
    story.paragraph(_sender_words(data.company))
    story.paragraph(
        _(
            "This file holds the same data for your computer: sroi-verantwoording.json and"
            " regels.csv, among its attachments."
        )
    )
    if unshown:
        story.paragraph(
            _(
                "A character that the typeface does not have is printed as □; the attachments"
                " have it as it was typed."
            )
        )
    if data.history_hash:
        words = _("Made with SROI Desktop {version}; state of the administration: {hash}.")
        story.paragraph(
            words.format(version=data.program_version, hash=data.history_hash), styles.SMALL
        )


def add_signatures(story: Story, data: ReportData) -> None:
    """Add where both sides sign, in one piece."""
    block = Story("signatures")
    block.heading(_("Signatures"), room=0)
    ours = _("On behalf of {name}").format(name=data.company.name)
    theirs = _("For agreement, on behalf of {name}").format(name=data.contract.authority)
    first = (styles.WIDTH + SIGNATURE_GAP) / 2
    columns = [_signature(ours), _signature(theirs)]
    block.add(Columns(columns, [first, styles.WIDTH - first], gap=SIGNATURE_GAP))
    story.add_together(block)


def _evidence_row(piece: EvidenceLine, *, covers: bool) -> list[str | Flowable | list[Flowable]]:
    period = cell(period_text(piece.covers) if piece.covers else "")
    return [
        cell(str(piece.number)),
        cell(str(piece.line) if piece.line else ""),
        titled_cell(piece.kind, piece.file_name),
        cell(date_text(piece.dated) if piece.dated else _("no date")),
        *((period,) if covers else ()),
        _kept_cell(piece),
    ]


def _kept_cell(piece: EvidenceLine) -> str | Flowable | list[Flowable]:
    if piece.kept:
        proof = f"SHA-256 {piece.sha256[:HASH_SHOWN]}…" if piece.sha256 else ""
        return titled_cell(_("kept"), proof)
    words = _("seen, not kept")
    day = date_text(piece.seen_on) if piece.seen_on else ""
    return titled_cell(words, ", ".join(part for part in (day, piece.seen_by) if part))


def source_markup(source: Source) -> str:
    """Return a source as a link, with the day on which it was seen and, for paper, its address."""
    parts = [link(source.title, source.url)]
    if source.seen_on is not None:
        parts.append(text(_("seen on {day}").format(day=date_text(source.seen_on))))
    if source.url and source.title != source.url:
        parts.append(text(source.url))
    return ", ".join(parts)


def _variant_words(variant: Variant) -> str:
    match variant:
        case Variant.ANONYMOUS:
            return _("Anonymous: candidates are not named and carry no code.")
        case Variant.PSEUDONYMOUS:
            return _("Pseudonymous: candidates are not named and carry a code such as K-01.")


def _privacy_words(data: ReportData) -> str:
    names = ngettext("{count} name of a candidate", "{count} names of candidates", data.names)
    numbers = ngettext(
        "{count} citizen service number", "{count} citizen service numbers", data.citizen_numbers
    )
    return _("This report contains {names} and {numbers}.").format(
        names=names.format(count=data.names),
        numbers=numbers.format(count=data.citizen_numbers),
    )


def address_words(company: Company) -> str:
    """Return who writes, with address and number."""
    parts = [company.name, *company.address]
    if company.chamber_number:
        words = _("Chamber of Commerce number {number}")
        parts.append(words.format(number=company.chamber_number))
    return f"{', '.join(parts)}."


def _sender_words(company: Company) -> str:
    """Return who reports, and who answers questions about it."""
    sentences = [address_words(company)]
    if company.contact:
        words = _("Questions about this report: {contact}.")
        sentences.append(words.format(contact=company.contact))
    return " ".join(sentences)


def _signature(who: str) -> list[Flowable]:
    """Return a block to fill in by hand."""
    parts: list[Flowable] = [TaggedParagraph(text(who), styles.CELL_STRONG)]
    for words in (_("Name"), _("Position"), _("Date"), _("Signature")):
        parts.append(Spacer(1, LINE_TO_WRITE_ON))
        parts.append(TaggedParagraph(text(f"{words}:"), styles.SIGNATURE))
        parts.append(Rule(styles.LINE, styles.HAIRLINE))
    return parts
