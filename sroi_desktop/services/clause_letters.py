"""The questions about a clause for the authority: as text to paste, and as a letter."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from sroi_desktop import __version__
from sroi_desktop.language import _, active
from sroi_desktop.language.clause.asking import ask_text
from sroi_desktop.language.clause.notices import no_advice, notice_source
from sroi_desktop.reporting import QuestionList, Source, render_questions
from sroi_desktop.services import clauses
from sroi_desktop.services.reports.collecting import company_facts, place_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from sroi_desktop.domain.clause import Intake
    from sroi_desktop.services.clauses import Outcome
    from sroi_desktop.services.desk import Desk

_LONGEST = 60


def questions_text(outcome: Outcome) -> str:
    """Return the questions as text, a line each, numbered from 1."""
    texts = map(ask_text, outcome.asks)
    return "\n".join(f"{number}. {text}" for number, text in enumerate(texts, start=1))


def letter_job(desk: Desk, intake: Intake) -> Callable[[], bytes]:
    """Return a job that makes the letter with the questions as a PDF (PDF/UA-1 and PDF/A-3a).

    It holds the frozen questions alone, so that it may run on another thread.
    """
    outcome = clauses.outcome_of(desk, intake)
    data = QuestionList(
        company=company_facts(desk),
        tender=intake.title.strip() or outcome.contract.title,
        authority=intake.authority.strip(),
        language=active(),
        written_on=desk.today,
        questions=tuple(map(ask_text, outcome.asks)),
        sources=_sources(outcome),
        reference=intake.reference.strip(),
        place=place_of(desk),
        remark=_("This is our own reading of the tender.") + " " + no_advice(),
        program_version=__version__,
    )
    return partial(render_questions, data)


def file_name(intake: Intake) -> str:
    """Return the name that the letter gets: safe on every system."""
    title = re.sub(r"[^\w -]+", " ", intake.title).strip()[:_LONGEST]
    return " ".join((_("Questions"), *title.split())) + ".pdf"


def _sources(outcome: Outcome) -> tuple[Source, ...]:
    """Return what the questions about a demand rest on, each once."""
    about = (ask.notice for ask in outcome.asks)
    found = (notice_source(notice) for notice in about if notice is not None)
    named = dict.fromkeys((one.title, one.address) for one in found if one.address)
    return tuple(Source(title, address) for title, address in named)
