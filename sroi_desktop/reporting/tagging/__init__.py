"""Tagged PDF on ReportLab: a canvas that knows roles, flowables for it, and the finishing.

One file that is PDF/UA-1 (for screen readers) and PDF/A-3a (for archives) at once. Knows nothing
of social return.
"""

from __future__ import annotations

from sroi_desktop.reporting.tagging.blocks import ContentsEntry, Figure, Rule, contents
from sroi_desktop.reporting.tagging.canvas import FOOTER, TaggedCanvas, canvas_of
from sroi_desktop.reporting.tagging.finish import Attachment, DocumentFacts, finish
from sroi_desktop.reporting.tagging.structure import Element, ListMark, Role, Slot
from sroi_desktop.reporting.tagging.tables import TaggedTable
from sroi_desktop.reporting.tagging.text import (
    Heading,
    ListItem,
    TaggedParagraph,
    bullet_list,
    numbered_list,
)

__all__ = [
    "FOOTER",
    "Attachment",
    "ContentsEntry",
    "DocumentFacts",
    "Element",
    "Figure",
    "Heading",
    "ListItem",
    "ListMark",
    "Role",
    "Rule",
    "Slot",
    "TaggedCanvas",
    "TaggedParagraph",
    "TaggedTable",
    "bullet_list",
    "canvas_of",
    "contents",
    "finish",
    "numbered_list",
]
