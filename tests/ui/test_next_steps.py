from __future__ import annotations

from dataclasses import replace

import pytest

from sroi_desktop.domain.guidance import Lack, NextStep, StepKind, Urgency
from sroi_desktop.ui import pages
from sroi_desktop.ui.kit.icons import svg_source
from sroi_desktop.ui.next_steps import step_content, step_target
from tests.ui.desks import TODAY


def step(kind: StepKind, *, contract_id: int | None = 7, lacks: tuple[Lack, ...] = ()) -> NextStep:
    return NextStep(
        kind,
        contract_id,
        "2026-01",
        "Groenonderhoud Wijk Oost",
        "Gemeente Utrecht",
        Urgency.SOON,
        effort_id=3,
        effort_title="Hovenier",
        lacks=lacks,
    )


@pytest.mark.parametrize(
    ("kind", "page", "target"),
    [
        (StepKind.ADD_EVIDENCE, pages.EVIDENCE, pages.EvidenceTarget(7, 3)),
        (StepKind.REPORT_DUE, pages.REPORTS, pages.ReportTarget(7)),
        (StepKind.FIRST_EFFORT, pages.BOOKING, pages.BookingTarget(7)),
        (StepKind.CERTIFICATE_ENDS, pages.SETTINGS, pages.CertificatesTarget()),
        (StepKind.RECOGNITION_EXPIRED, pages.BOOKING, pages.BookingTarget(7, 3, field="scheme")),
        (StepKind.FIRST_CONTACT, pages.CONTRACT, pages.ContractTarget(7, "deadlines", "contact")),
        (StepKind.WRITE_PLAN, pages.CONTRACT, pages.ContractTarget(7, "deadlines", "plan")),
        (StepKind.BEHIND_SCHEDULE, pages.CONTRACT, pages.ContractTarget(7)),
        (StepKind.CONTRACT_ENDING, pages.CONTRACT, pages.ContractTarget(7)),
        (StepKind.SETTLE, pages.CONTRACT, pages.ContractTarget(7)),
        (StepKind.COMPLETE_CONTRACT, pages.NEW_CONTRACT, pages.ContractTarget(7)),
    ],
)
def test_that_a_step_leads_to_where_it_can_be_taken(
    kind: StepKind, page: str, target: object
) -> None:
    assert step_target(step(kind)) == (page, target)


def test_that_a_contract_is_completed_at_the_first_thing_it_lacks() -> None:
    lacking = step(StepKind.COMPLETE_CONTRACT, lacks=(Lack.SUM, Lack.END))
    assert step_target(lacking) == (pages.NEW_CONTRACT, pages.ContractTarget(7, field="sum"))


def test_that_a_recognition_is_renewed_where_its_last_day_stands() -> None:
    ended = replace(step(StepKind.RECOGNITION_EXPIRED), covers_to=TODAY)
    there = pages.BookingTarget(7, 3, field="valid_until")
    assert step_target(ended) == (pages.BOOKING, there)


def test_that_a_step_without_a_contract_leads_to_all_of_them() -> None:
    assert step_target(step(StepKind.SETTLE, contract_id=None)) == (pages.CONTRACTS, None)


@pytest.mark.parametrize("kind", StepKind)
def test_that_every_step_has_an_icon_words_and_a_button(kind: StepKind) -> None:
    shown = step_content(step(kind), TODAY, "key", "primary")
    assert svg_source(shown.icon, "#000000")
    assert shown.title
    assert shown.act is not None
    assert shown.act.text
    assert shown.act.key == "key"
