"""The firm itself: who it is, and the checks on its numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sroi_desktop.domain.errors import DomainError
from sroi_desktop.services.changes import Changed, Done

if TYPE_CHECKING:
    from sroi_desktop.domain.parties import Company
    from sroi_desktop.services.desk import Desk

_KVK = re.compile(r"\d{8}", re.ASCII)
_RSIN = re.compile(r"\d{9}", re.ASCII)


@dataclass(eq=False)
class FieldError(DomainError):
    """A number of the firm that cannot be right: `field` is its name in Company."""

    field: str


def keep(desk: Desk, company: Company) -> Done:
    """Keep who the firm is.

    Raises:
        FieldError: the K.v.K. number, tax number or postcode cannot be right.
    """
    check(company)
    with desk.store.act("change_company", company.name) as work:
        work.set_company(company)
    return Done(frozenset({Changed.COMPANY}))


def check(company: Company) -> None:
    """Refuse numbers that cannot be right.

    Raises:
        FieldError: names the field.
    """
    if not company.name.strip():
        raise FieldError("name")
    if company.kvk and not _KVK.fullmatch(company.kvk):
        raise FieldError("kvk")
    if company.tax_number and not _is_tax_number(company.tax_number):
        raise FieldError("tax_number")
    if company.postcode and not _is_postcode(company.postcode):
        raise FieldError("postcode")


def _is_postcode(text: str) -> bool:
    # Here, since python-stdnum loads what it would need for asking the web: 8 ms.
    from stdnum.nl import postcode  # noqa: PLC0415

    return bool(postcode.is_valid(text))


def _is_tax_number(text: str) -> bool:
    """Tell whether a text is an RSIN or a Dutch VAT number."""
    from stdnum.nl import btw  # noqa: PLC0415 - as above

    if _RSIN.fullmatch(text):
        return bool(btw.is_valid(f"{text}B01"))
    return bool(btw.is_valid(text))
