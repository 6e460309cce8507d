"""The PSO certificates of the firm itself; one that ended stays, for it held once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sroi_desktop.domain.pso import Certificate
from sroi_desktop.domain.rules import PsoLevel
from sroi_desktop.storage.columns import Shape, choice, period, whole
from sroi_desktop.storage.unit_of_work import CERTIFICATE

if TYPE_CHECKING:
    from sroi_desktop.storage.connection import Sql
    from sroi_desktop.storage.unit_of_work import Rows

_CERTIFICATE = Shape(
    Certificate,
    {
        "level": choice("level", PsoLevel),
        "valid": period("valid_from", "valid_until"),
        "id": whole("id"),
    },
)


def every(sql: Sql) -> tuple[Certificate, ...]:
    """Return all certificates, the one that ends last first."""
    found = sql.rows("SELECT * FROM certificate ORDER BY valid_until DESC, id DESC")
    return tuple(_CERTIFICATE.record(row) for row in found)


def add(rows: Rows, certificate: Certificate) -> int:
    """Add a certificate and return its id."""
    return rows.insert(CERTIFICATE, _CERTIFICATE.values(certificate))


def change(rows: Rows, certificate: Certificate) -> None:
    """Change a certificate.

    Raises:
        UnknownRecordError: there is no such certificate.
    """
    rows.update(CERTIFICATE, certificate.id or 0, _CERTIFICATE.values(certificate))


def remove(rows: Rows, certificate_id: int) -> None:
    """Remove a certificate.

    Raises:
        UnknownRecordError: there is no such certificate.
    """
    rows.delete(CERTIFICATE, certificate_id)
