"""Progress reports: what to check first, the draft, and issuing it."""

from __future__ import annotations

from sroi_desktop.reporting import Variant
from sroi_desktop.services.reports.archive import Issued, issued, pages_of
from sroi_desktop.services.reports.collecting import Facts
from sroi_desktop.services.reports.drafting import (
    Check,
    CheckKind,
    NotBegunError,
    basis,
    checklist,
    draft,
    proposed_period,
)
from sroi_desktop.services.reports.issuing import Draft, StaleDraftError, issue, stored
from sroi_desktop.services.reports.publishing import IssuedNotWrittenError, Published, publish
from sroi_desktop.services.reports.rendering import Made, Progress, render_job

__all__ = [
    "Check",
    "CheckKind",
    "Draft",
    "Facts",
    "Issued",
    "IssuedNotWrittenError",
    "Made",
    "NotBegunError",
    "Progress",
    "Published",
    "StaleDraftError",
    "Variant",
    "basis",
    "checklist",
    "draft",
    "issue",
    "issued",
    "pages_of",
    "proposed_period",
    "publish",
    "render_job",
    "stored",
]
