"""Next steps on the page of their own contract: no button leads to where one is. No Qt here."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sroi_desktop.domain.guidance import NextStep, StepKind
from sroi_desktop.language import _
from sroi_desktop.ui import next_steps, pages

if TYPE_CHECKING:
    from datetime import date

    from sroi_desktop.ui.kit.content import StepContent


def target_of(step: NextStep) -> tuple[str, object]:
    """Return the page on which a step is done, and what to show there."""
    contract_id = step.contract_id or 0
    match step.kind:
        case StepKind.COMPLETE_CONTRACT:
            return pages.NEW_CONTRACT, pages.ContractTarget(contract_id, field=step.lacks[0].value)
        case StepKind.FIRST_CONTACT:
            return pages.CONTRACT, pages.ContractTarget(contract_id, "deadlines", "contact")
        case StepKind.WRITE_PLAN:
            return pages.CONTRACT, pages.ContractTarget(contract_id, "deadlines", "plan")
        case StepKind.BEHIND_SCHEDULE | StepKind.CONTRACT_ENDING:
            return pages.BOOKING, pages.BookingTarget(contract_id)
        case StepKind.SETTLE:
            return pages.REPORTS, pages.ReportTarget(contract_id)
        case _:
            return next_steps.step_target(step)


def step_content(step: NextStep, key: str, today: date) -> StepContent:
    """Return a step as the contract's own page shows it; `key` comes back when it is chosen."""
    content = next_steps.step_content(step, today, key, kind="link")
    button = _buttons().get(step.kind)
    if button is None or content.act is None:
        return content
    return replace(content, act=replace(content.act, text=button))


def _buttons() -> dict[StepKind, str]:
    return {
        StepKind.FIRST_CONTACT: _("Note the contact"),
        StepKind.WRITE_PLAN: _("Note the plan"),
        StepKind.BEHIND_SCHEDULE: _("Plan an effort"),
        StepKind.CONTRACT_ENDING: _("Plan an effort"),
        StepKind.SETTLE: _("Make report"),
    }
