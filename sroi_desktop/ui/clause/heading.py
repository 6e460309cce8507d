"""The head of the page of a clause. No Qt here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sroi_desktop.language import _
from sroi_desktop.ui import pages
from sroi_desktop.ui.clause.content import SUMMARY
from sroi_desktop.ui.kit.content import Act, Crumb, HeaderContent

if TYPE_CHECKING:
    from sroi_desktop.domain.clause import Intake

REMOVE, TO_SUMMARY = "remove", "summary"


def header_of(intake: Intake, stage: int) -> HeaderContent:
    """Return the head of the page: what is read, and by whom it was asked."""
    trail = (Crumb(pages.CONTRACTS, _("Contracts")),)
    if intake.id is None:
        return HeaderContent(
            _("Read a tender"),
            _("Go through the paragraph about social return, question by question."),
            trail,
            search=False,
        )
    return HeaderContent(
        intake.title or _("Read a tender"),
        intake.authority,
        trail,
        acts=_acts(stage),
        search=False,
    )


def _acts(stage: int) -> tuple[Act, ...]:
    """Return what can be done with a clause as a whole; a small window has no list."""
    remove = Act(REMOVE, _("Remove"), icon="trash-2", hint=_("Undo brings it back."))
    if stage == SUMMARY:
        return (remove,)
    return (remove, Act(TO_SUMMARY, _("Summary"), icon="list-checks"))
