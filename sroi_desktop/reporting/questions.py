"""The questions of a company about a tender, frozen: what the letter with them is made from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sroi_desktop.reporting.data import Company, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionList:
    """Questions for the Nota van Inlichtingen; every text is in its language already.

    Attributes:
        company: who asks.
        tender: the name of the tender; `reference` is theirs.
        language: "nl" or "en".
        written_on: the day on the letter.
        questions: numbered in this order.
        sources: what questions about a demand rest on.
        remark: that it is no legal advice.
    """

    company: Company
    tender: str
    authority: str
    language: str
    written_on: date
    questions: tuple[str, ...]
    sources: tuple[Source, ...] = ()
    reference: str = ""
    place: str = ""
    remark: str = ""
    program_version: str = ""
