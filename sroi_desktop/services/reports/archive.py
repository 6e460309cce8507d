"""The reports that were issued, as they were issued."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sroi_desktop.system.clock import local_day

if TYPE_CHECKING:
    from datetime import date

    from sroi_desktop.domain.periods import Period
    from sroi_desktop.services.desk import Desk


@dataclass(frozen=True, slots=True)
class Issued:
    """An issued report with the contract that it is about; `sha256` is that of its PDF."""

    id: int
    contract_id: int
    contract_number: str
    contract_title: str
    number: str
    variant: str
    period: Period
    issued_on: date
    sha256: str


def issued(desk: Desk, contract_id: int | None = None) -> tuple[Issued, ...]:
    """Return the issued reports of one contract, or of all, the latest first."""
    contracts = {contract.id: contract for contract in desk.store.contracts()}
    return tuple(
        Issued(
            one.id,
            one.contract_id,
            contracts[one.contract_id].number,
            contracts[one.contract_id].title,
            one.number,
            one.variant,
            one.period,
            local_day(one.issued_at),
            one.sha256,
        )
        for one in desk.store.reports(contract_id)
    )


def pages_of(desk: Desk, report_id: int) -> bytes:
    """Return the PDF of an issued report, byte for byte as it was issued.

    Raises:
        UnknownRecordError: there is none.
    """
    return desk.store.report_pdf(report_id)
