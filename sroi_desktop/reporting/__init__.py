"""Reports as PDF: a frozen snapshot in, bytes out.

Nothing here reads the books, a clock or a setting; the same snapshot gives the same bytes.
"""

from __future__ import annotations

from io import BytesIO

import pikepdf

from sroi_desktop.reporting.data import (
    CalculationStep,
    Company,
    ContractFacts,
    Correction,
    Course,
    EvidenceLine,
    Kind,
    KindShare,
    Point,
    ProgressLine,
    ReportData,
    ReportLine,
    ReportSumsError,
    RuleSetFacts,
    Source,
    Standing,
    Totals,
    Variant,
    freeze,
    thaw,
)
from sroi_desktop.reporting.document import Progress, RenderCancelledError
from sroi_desktop.reporting.progress_report import LanguageDiffersError, render

__all__ = [
    "CalculationStep",
    "Company",
    "ContractFacts",
    "Correction",
    "Course",
    "EvidenceLine",
    "Kind",
    "KindShare",
    "LanguageDiffersError",
    "Point",
    "Progress",
    "ProgressLine",
    "RenderCancelledError",
    "ReportData",
    "ReportLine",
    "ReportSumsError",
    "RuleSetFacts",
    "Source",
    "Standing",
    "Totals",
    "Variant",
    "freeze",
    "page_count",
    "render",
    "thaw",
]


def page_count(pdf: bytes) -> int:
    """Return how many pages a PDF has."""
    with pikepdf.open(BytesIO(pdf)) as document:
        return len(document.pages)
