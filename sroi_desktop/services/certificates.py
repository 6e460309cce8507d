"""The firm's own PSO certificates, which some rules give a discount for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sroi_desktop.language.labels import label
from sroi_desktop.services.changes import Changed, Done

if TYPE_CHECKING:
    from sroi_desktop.domain.pso import Certificate
    from sroi_desktop.services.desk import Desk

_CHANGED = frozenset({Changed.COMPANY, Changed.CONTRACTS})


def every(desk: Desk) -> tuple[Certificate, ...]:
    """Return all certificates, those that ended too; the one that ends last first."""
    return desk.store.certificates()


def keep(desk: Desk, certificate: Certificate) -> Done:
    """Add a certificate, or change the one with its id.

    Raises:
        UnknownRecordError: there is none with that id (any more).
    """
    if certificate.id is not None:
        with desk.store.act("change_certificate", label(certificate.level)) as work:
            work.change_certificate(certificate)
        return Done(_CHANGED, certificate.id)
    with desk.store.act("add_certificate", label(certificate.level)) as work:
        certificate_id = work.add_certificate(certificate)
    return Done(_CHANGED, certificate_id)


def remove(desk: Desk, certificate: Certificate) -> Done:
    """Remove a certificate; undo brings it back.

    Raises:
        UnknownRecordError: it is not there (any more).
    """
    with desk.store.act("remove_certificate", label(certificate.level)) as work:
        work.remove_certificate(certificate.id or 0)
    return Done(_CHANGED, certificate.id)
