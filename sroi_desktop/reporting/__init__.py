"""Reports as PDF: a frozen snapshot in, bytes out.

Nothing here reads the books, a clock or a setting; the same snapshot gives the same bytes.
ReportLab and pikepdf are loaded with the first report, not with the program.
"""

from __future__ import annotations

from io import BytesIO
from threading import Lock

from sroi_desktop.language import active
from sroi_desktop.reporting.data import (
    CalculationStep,
    Company,
    ContractFacts,
    Correction,
    Course,
    EvidenceLine,
    InUnits,
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
from sroi_desktop.reporting.progress import Progress, RenderCancelledError
from sroi_desktop.reporting.questions import QuestionList
from sroi_desktop.reporting.variants import cut

__all__ = [
    "CalculationStep",
    "Company",
    "ContractFacts",
    "Correction",
    "Course",
    "EvidenceLine",
    "InUnits",
    "Kind",
    "KindShare",
    "LanguageDiffersError",
    "Point",
    "Progress",
    "ProgressLine",
    "QuestionList",
    "RenderCancelledError",
    "ReportData",
    "ReportLine",
    "ReportSumsError",
    "RuleSetFacts",
    "Source",
    "Standing",
    "Totals",
    "Variant",
    "cut",
    "freeze",
    "page_count",
    "render",
    "render_questions",
    "thaw",
]


# ReportLab promises nothing about two documents at once; whoever no longer wants one gives way.
_one_at_a_time = Lock()


class LanguageDiffersError(ValueError):
    """The snapshot was made in another language than the program speaks now."""


def render(data: ReportData, progress: Progress | None = None) -> bytes:
    """Return the report as one PDF file (PDF/UA-1 and PDF/A-3a) with its data inside.

    The same snapshot gives the same bytes. May run on any thread.

    Args:
        data: the whole snapshot; what its variant does not tell is cut here.
        progress: follows the work and may stop it.

    Raises:
        LanguageDiffersError: headings and texts would be in two languages.
        RenderCancelledError: `progress` said so.
    """
    from sroi_desktop.reporting.progress_report import (  # noqa: PLC0415 - 0.2 s, see above
        render_progress_report,
    )

    if data.language != active():
        raise LanguageDiffersError(data.language, active())
    with _one_at_a_time:
        if progress is not None and progress.cancelled:
            raise RenderCancelledError
        return render_progress_report(data, progress)


def render_questions(data: QuestionList) -> bytes:
    """Return questions for the authority as one PDF file (PDF/UA-1 and PDF/A-3a).

    Raises:
        LanguageDiffersError: headings and questions would be in two languages.
    """
    from sroi_desktop.reporting.question_letter import (  # noqa: PLC0415 - 0.2 s, see above
        render_question_letter,
    )

    if data.language != active():
        raise LanguageDiffersError(data.language, active())
    with _one_at_a_time:
        return render_question_letter(data)


def page_count(pdf: bytes) -> int:
    """Return how many pages a PDF has."""
    import pikepdf  # noqa: PLC0415 - loaded with the first report, see above

    with pikepdf.open(BytesIO(pdf)) as document:
        return len(document.pages)
