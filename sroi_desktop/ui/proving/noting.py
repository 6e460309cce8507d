"""Judging a note of who saw a document and when. No Qt here."""

from __future__ import annotations

from sroi_desktop.domain.bsn import refuse_bsn
from sroi_desktop.domain.errors import DomainError
from sroi_desktop.language import _
from sroi_desktop.language.errors import error_text
from sroi_desktop.language.parsing import Fault, UnreadableError, parse_date
from sroi_desktop.services.desk import Desk


def wrong_with(who: str, when: str, desk: Desk) -> dict[str, str]:
    """Return what is the matter with a note as typed, by "who" and "when"; nothing is fine."""
    wrong = {}
    try:
        refuse_bsn("seen_by", who)
        if not who.strip():
            wrong["who"] = error_text(UnreadableError(Fault.EMPTY, ""))
    except DomainError as error:
        wrong["who"] = error_text(error)
    try:
        if parse_date(when) > desk.today:
            wrong["when"] = _("This day lies ahead.")
    except UnreadableError as error:
        wrong["when"] = error_text(error)
    return wrong
