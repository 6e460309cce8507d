"""The next steps as screens show them: icon, tone and words, and where their button leads.

No Qt here: presenters use it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sroi_desktop.domain.guidance import StepKind, Urgency
from sroi_desktop.language.steps import next_step_words
from sroi_desktop.ui import pages
from sroi_desktop.ui.kit.content import Act, ButtonKind, StepContent
from sroi_desktop.ui.kit.palette import Tone

if TYPE_CHECKING:
    from datetime import date

    from sroi_desktop.domain.guidance import NextStep

_ICONS = {
    StepKind.COMPLETE_CONTRACT: "clipboard-list",
    StepKind.FIRST_CONTACT: "phone",
    StepKind.WRITE_PLAN: "file-pen",
    StepKind.FIRST_EFFORT: "hand-heart",
    StepKind.REPORT_DUE: "calendar-clock",
    StepKind.ADD_EVIDENCE: "file-warning",
    StepKind.RECOGNITION_EXPIRED: "store",
    StepKind.CERTIFICATE_ENDS: "shield-check",
    StepKind.BEHIND_SCHEDULE: "lightbulb",
    StepKind.CONTRACT_ENDING: "flag",
    StepKind.SETTLE: "scale",
}
_TONES = {
    Urgency.OVERDUE: Tone.DANGER,
    Urgency.AT_STAKE: Tone.DANGER,
    Urgency.SOON: Tone.WARNING,
    Urgency.LATER: Tone.ACCENT,
}


def step_content(
    step: NextStep, today: date, key: str, kind: ButtonKind = "secondary"
) -> StepContent:
    """Return a step as it is shown.

    Args:
        step: what waits.
        today: counts the days that are left.
        key: comes back when the button is pressed.
        kind: of the button; the first of a page is its primary one.
    """
    words = next_step_words(step, today)
    act = Act(key, words.button, kind=kind)
    return StepContent(words.title, words.reason, _ICONS[step.kind], _TONES[step.urgency], act)


def step_target(step: NextStep) -> tuple[str, object]:
    """Return the page on which a step can be taken, and what to show there."""
    contract_id = step.contract_id
    if contract_id is None:
        return pages.CONTRACTS, None
    target: tuple[str, object]
    match step.kind:
        case StepKind.ADD_EVIDENCE:
            target = pages.EVIDENCE, pages.EvidenceTarget(contract_id, step.effort_id)
        case StepKind.REPORT_DUE:
            target = pages.REPORTS, pages.ReportTarget(contract_id)
        case StepKind.FIRST_EFFORT:
            target = pages.BOOKING, pages.BookingTarget(contract_id)
        case StepKind.RECOGNITION_EXPIRED:
            field = "scheme" if step.covers_to is None else "valid_until"
            target = pages.BOOKING, pages.BookingTarget(contract_id, step.effort_id, field=field)
        case StepKind.COMPLETE_CONTRACT:
            lack = step.lacks[0].value if step.lacks else None
            target = pages.NEW_CONTRACT, pages.ContractTarget(contract_id, field=lack)
        case StepKind.CERTIFICATE_ENDS:
            target = pages.SETTINGS, pages.CertificatesTarget()
        case StepKind.FIRST_CONTACT:
            target = pages.CONTRACT, pages.ContractTarget(contract_id, "deadlines", "contact")
        case StepKind.WRITE_PLAN:
            target = pages.CONTRACT, pages.ContractTarget(contract_id, "deadlines", "plan")
        case _:
            target = pages.CONTRACT, pages.ContractTarget(contract_id)
    return target
