"""A document on A4: from a story to one finished file, page by page, with a footer."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from io import BytesIO
from typing import Any

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from sroi_desktop.language import _
from sroi_desktop.reporting import fonts, styles
from sroi_desktop.reporting.measure import shortened
from sroi_desktop.reporting.progress import Progress, RenderCancelledError
from sroi_desktop.reporting.tagging import (
    FOOTER,
    Attachment,
    DocumentFacts,
    TaggedCanvas,
    finish,
)

LANGUAGE_TAGS = {"nl": "nl-NL", "en": "en-GB"}
FOOTER_SIZE = 8
PAGE_NUMBER_ROOM = 60
LAYING_OUT = 0.9  # the part of the work that is done when the pages are laid out


def make_document(
    story: list[Flowable],
    facts: DocumentFacts,
    footer: str,
    *,
    attachments: Iterable[Attachment] = (),
    progress: Progress | None = None,
) -> bytes:
    """Return the document as PDF/UA-1 and PDF/A-3a.

    Args:
        story: in reading order; used up.
        facts: what the file says about itself.
        footer: text at the left of every page's foot, beside its number.
        attachments: associated files.
        progress: follows the work and may stop it.

    Raises:
        RenderCancelledError: `progress` said so.
    """
    pages = BytesIO()
    document = BaseDocTemplate(
        pages,
        pagesize=(styles.PAGE_WIDTH, styles.PAGE_HEIGHT),
        initialFontName=fonts.REGULAR,
        invariant=1,
        pageCompression=1,
    )
    document.addPageTemplates(PageTemplate(frames=[_frame()], onPageEnd=_footer(footer)))
    if progress is not None:
        document.setProgressCallBack(_follow(progress))
    maker = _CanvasMaker()
    document.build(story, canvasmaker=maker)
    finished = finish(pages.getvalue(), maker.canvas.root, facts, attachments)
    if progress is not None:
        progress.report(1.0)
    return finished


class _CanvasMaker:
    """Makes the one canvas of a document and keeps it for its structure tree."""

    canvas: TaggedCanvas

    def __call__(self, *args: Any, **options: Any) -> TaggedCanvas:  # noqa: ANN401 - ReportLab's
        self.canvas = TaggedCanvas(*args, **options)
        return self.canvas


def _frame() -> Frame:
    return Frame(
        styles.MARGIN,
        styles.BOTTOM,
        styles.WIDTH,
        styles.HEIGHT,
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
    )


def _footer(words: str) -> Callable[[Canvas, Any], None]:
    """Return what draws the footer; "1 of 4" follows when all pages are known."""
    room = styles.WIDTH - PAGE_NUMBER_ROOM
    words = shortened(words, fonts.REGULAR, FOOTER_SIZE, room)
    right = styles.MARGIN + styles.WIDTH

    def draw(canvas: Canvas, _document: BaseDocTemplate) -> None:
        assert isinstance(canvas, TaggedCanvas)  # noqa: S101 - made by _CanvasMaker
        page = canvas.page_number

        def draw_number() -> None:
            number = _("{page} of {pages}").format(page=page, pages=canvas.page_count)
            width = canvas.stringWidth(number, fonts.REGULAR, FOOTER_SIZE)
            _write(canvas, right - width, number)

        with canvas.artifact(FOOTER):
            canvas.setStrokeColor(styles.LINE)
            canvas.setLineWidth(styles.HAIRLINE)
            canvas.line(styles.MARGIN, styles.FOOTER_LINE, right, styles.FOOTER_LINE)
            _write(canvas, styles.MARGIN, words)
            canvas.late(draw_number)

    return draw


def _write(canvas: TaggedCanvas, x: float, words: str) -> None:
    line = canvas.beginText(x, styles.FOOTER_BASELINE)
    line.setFont(fonts.REGULAR, FOOTER_SIZE)
    line.setFillColor(styles.MUTED)
    line.textOut(words)
    canvas.drawText(line)


def _follow(progress: Progress) -> Callable[[str, int], None]:
    """Return what ReportLab calls while it lays out.

    It counts the parts of the story that are done; a part that is divided makes that fewer again.
    """
    parts, furthest = 1, 0

    def note(event: str, count: int) -> None:
        nonlocal parts, furthest
        if event == "SIZE_EST":
            parts = max(count, 1)
        elif event == "PROGRESS":
            if progress.cancelled:
                raise RenderCancelledError
            furthest = max(furthest, count)
            progress.report(LAYING_OUT * furthest / parts)

    return note
