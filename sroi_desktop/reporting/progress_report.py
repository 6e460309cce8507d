"""The progress report: what was owed, done and planned under one contract, and how we know."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from reportlab.platypus import PageBreak

from sroi_desktop.language import _
from sroi_desktop.reporting import fonts, styles
from sroi_desktop.reporting.attachments import attachments
from sroi_desktop.reporting.closing import (
    add_about,
    add_evidence,
    add_open_questions,
    add_signatures,
    add_sources,
)
from sroi_desktop.reporting.data import ReportData
from sroi_desktop.reporting.document import LANGUAGE_TAGS, make_document
from sroi_desktop.reporting.first_page import add_first_page
from sroi_desktop.reporting.lines import (
    add_build_up,
    add_derivations,
    add_lines,
    add_obligation,
)
from sroi_desktop.reporting.parts import Story
from sroi_desktop.reporting.progress import Progress
from sroi_desktop.reporting.tagging import DocumentFacts, contents
from sroi_desktop.reporting.text import is_shown_whole, one_line
from sroi_desktop.reporting.variants import cut

CONTENTS_FROM_LINES = 13  # a shorter report needs no table of contents


def render_progress_report(data: ReportData, progress: Progress | None = None) -> bytes:
    """Return the report as a PDF; see `sroi_desktop.reporting.render`."""
    fonts.register()
    data = cut(data)
    return make_document(
        _story(data).flowables,
        _facts(data),
        _footer(data),
        attachments=attachments(data),
        progress=progress,
    )


def _story(data: ReportData) -> Story:
    first, rest = Story("first"), Story("rest")
    add_first_page(first, data)
    add_lines(rest, data)
    add_build_up(rest, data)
    add_obligation(rest, data)
    add_derivations(rest, data)
    add_evidence(rest, data)
    add_open_questions(rest, data)
    add_sources(rest, data)
    add_about(rest, data, unshown=not all(map(is_shown_whole, _texts(data))))
    add_signatures(rest, data)
    if len(data.lines) >= CONTENTS_FROM_LINES:
        first.heading(_("Contents"))
        first.add(*contents(rest.entries, [styles.CONTENTS]), PageBreak())
    first.add(*rest.flowables)
    return first


def _facts(data: ReportData) -> DocumentFacts:
    title = _("Social return progress {number}").format(number=data.number)
    return DocumentFacts(
        title=f"{title}, {one_line(data.contract.title)}",
        author=one_line(data.company.name),
        subject=one_line(f"{data.contract.title}, {data.contract.authority}"),
        language=LANGUAGE_TAGS[data.language],
        created=data.issued_on,
        creator=f"SROI Desktop {data.program_version}".strip(),
    )


def _footer(data: ReportData) -> str:
    report = _("Progress report {number}").format(number=data.number)
    return f"{data.company.name} · {report} · {data.contract.title}"


def _texts(value: object) -> Iterator[str]:
    """Yield every text in a snapshot."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))
