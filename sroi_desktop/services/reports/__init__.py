"""Progress reports: what to check first, the draft, and issuing it."""

from __future__ import annotations

from sroi_desktop.reporting import Variant
from sroi_desktop.services.reports.drafting import (
    Check,
    CheckKind,
    NotBegunError,
    checklist,
    draft,
    proposed_period,
)
from sroi_desktop.services.reports.issuing import Draft, StaleDraftError, issue, stored
from sroi_desktop.services.reports.publishing import IssuedNotWrittenError, Published, publish

__all__ = [
    "Check",
    "CheckKind",
    "Draft",
    "IssuedNotWrittenError",
    "NotBegunError",
    "Published",
    "StaleDraftError",
    "Variant",
    "checklist",
    "draft",
    "issue",
    "proposed_period",
    "publish",
    "stored",
]
