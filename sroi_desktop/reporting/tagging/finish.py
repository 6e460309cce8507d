"""The last steps from ReportLab's bytes to one file that is PDF/UA-1 and PDF/A-3a.

Nothing here looks at a clock: the same pages and facts give the same bytes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
from pikepdf import Array, AttachedFileSpec, Dictionary, Name, Pdf, String

from sroi_desktop.assets import resource
from sroi_desktop.reporting.tagging.sealing import seal_streams
from sroi_desktop.reporting.tagging.writer import write_structure
from sroi_desktop.reporting.tagging.xmp import xmp_packet

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sroi_desktop.reporting.tagging.structure import Element

PRODUCER = "ReportLab, pikepdf"
COLOUR_CONDITION = "sRGB"
COLOUR_COMPONENTS = 3

_CHARACTER_TABLE = re.compile(rb"\d+ beginbfchar\n(.*?)\nendbfchar", re.DOTALL)
_NOTHING = re.compile(rb"<[0-9A-Fa-f]+>\s*<0000>")


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """What a file says about itself; `language` as in BCP 47, `creator` the program."""

    title: str
    author: str
    subject: str
    language: str
    created: date
    creator: str


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file inside the PDF that holds the document's own data."""

    name: str
    description: str
    media_type: str
    content: bytes


def finish(
    pages: bytes, root: Element, facts: DocumentFacts, attachments: Iterable[Attachment] = ()
) -> bytes:
    """Return the finished file.

    Args:
        pages: what ReportLab wrote with a TaggedCanvas.
        root: that canvas's structure tree.
        facts: title, author, language and date.
        attachments: associated files, each with relationship Data.
    """
    with pikepdf.open(BytesIO(pages)) as pdf:
        _describe(pdf, facts)
        _declare_colours(pdf)
        _repair_fonts(pdf)
        write_structure(pdf, root)
        _attach(pdf, attachments, facts.created)
        return seal_streams(_saved(pdf))


def _saved(pdf: Pdf) -> bytes:
    result = BytesIO()
    pdf.save(
        result,
        min_version="1.7",
        deterministic_id=True,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
    )
    return result.getvalue()


def _describe(pdf: Pdf, facts: DocumentFacts) -> None:
    pdf.Root.Lang = String(facts.language)
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    packet = pdf.make_stream(xmp_packet(facts, PRODUCER))
    packet.Type = Name.Metadata
    packet.Subtype = Name.XML
    pdf.Root.Metadata = packet
    stamp = String(_stamp(facts.created))
    pdf.trailer.Info = pdf.make_indirect(
        Dictionary(
            Title=String(facts.title),
            Author=String(facts.author),
            Subject=String(facts.subject),
            Creator=String(facts.creator),
            Producer=String(PRODUCER),
            CreationDate=stamp,
            ModDate=stamp,
        )
    )


def _declare_colours(pdf: Pdf) -> None:
    profile = pdf.make_stream(resource("colour", "sRGB.icc").read_bytes())
    profile.N = COLOUR_COMPONENTS
    pdf.Root.OutputIntents = Array(
        [
            Dictionary(
                Type=Name.OutputIntent,
                S=Name.GTS_PDFA1,
                OutputConditionIdentifier=String(COLOUR_CONDITION),
                Info=String(COLOUR_CONDITION),
                DestOutputProfile=profile,
            )
        ]
    )


def _repair_fonts(pdf: Pdf) -> None:
    """Leave out that the empty glyph means U+0000, which is no character; ReportLab writes so."""
    for fonts in {page.Resources.Font.objgen: page.Resources.Font for page in pdf.pages}.values():
        for font in fonts.values():
            table = font.ToUnicode.read_bytes()
            font.ToUnicode.write(_CHARACTER_TABLE.sub(_without_nothing, table))


def _without_nothing(table: re.Match[bytes]) -> bytes:
    lines = [line for line in table[1].split(b"\n") if not _NOTHING.match(line)]
    return b"%d beginbfchar\n%b\nendbfchar" % (len(lines), b"\n".join(lines))


def _attach(pdf: Pdf, attachments: Iterable[Attachment], created: date) -> None:
    associated = Array()
    for attachment in attachments:
        specification = AttachedFileSpec(
            pdf,
            attachment.content,
            filename=attachment.name,
            description=attachment.description,
            mime_type=attachment.media_type,
            creation_date=_stamp(created),
            mod_date=_stamp(created),
        )
        specification.obj.AFRelationship = Name.Data
        pdf.attachments[attachment.name] = specification
        associated.append(pdf.attachments[attachment.name].obj)
    if len(associated):
        pdf.Root.AF = associated


def _stamp(day: date) -> str:
    return f"D:{day:%Y%m%d}000000+00'00'"
