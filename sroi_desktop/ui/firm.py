"""What an owner types about the firm: read, put in its usual form and judged. No Qt here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sroi_desktop.domain.errors import CitizenNumberError
from sroi_desktop.domain.parties import Company
from sroi_desktop.services import companies
from sroi_desktop.services.refusals import REFUSALS, explain

if TYPE_CHECKING:
    from collections.abc import Iterable

NAME = "name"
FIELDS = (
    NAME,
    "kvk",
    "tax_number",
    "street",
    "postcode",
    "town",
    "contact",
    "email",
    "phone",
)
_POSTCODE = 6
_SOME_NAME = "-"


@dataclass(frozen=True, slots=True)
class FirmFault:
    """What is wrong with a field. `at_once` tells that it cannot wait until the field is left."""

    text: str
    at_once: bool = False


def tidy(field: str, text: str) -> str:
    """Return a text as it is usually written: "3511ab" becomes "3511 AB"."""
    text = " ".join(text.split())
    if field == "kvk":
        return text.replace(" ", "")
    if field == "tax_number":
        return text.replace(" ", "").replace(".", "").upper()
    if field == "postcode":
        bare = text.replace(" ", "").upper()
        return f"{bare[:4]} {bare[4:]}" if len(bare) == _POSTCODE else text
    return text


def fault_of(field: str, text: str) -> FirmFault | None:
    """Return what is wrong with one field, or None."""
    text = tidy(field, text)
    name = text if field == NAME else _SOME_NAME
    try:
        companies.check(company_of({NAME: name, field: text}))
    except CitizenNumberError as error:
        return FirmFault(explain(error), at_once=True)
    except REFUSALS as error:
        return FirmFault(explain(error))
    return None


def faults_of(texts: Mapping[str, str], fields: Iterable[str] = FIELDS) -> dict[str, FirmFault]:
    """Return what is wrong with each of these fields."""
    found = ((field, fault_of(field, texts.get(field, ""))) for field in fields)
    return {field: fault for field, fault in found if fault is not None}


def company_of(texts: Mapping[str, str], before: Company | None = None) -> Company:
    """Return the firm that was typed; what was not asked stays as it was before.

    Raises:
        CitizenNumberError: a text holds what looks like a BSN.
    """
    known = {field: tidy(field, text) or None for field, text in texts.items()}
    name = known.pop(NAME, None) or ""
    base = Company(name) if before is None else replace(before, name=name)
    return replace(base, **known)  # type: ignore[arg-type]


def texts_of(company: Company | None) -> dict[str, str]:
    """Return what stands in each field for a firm."""
    return {field: str(getattr(company, field, None) or "") for field in FIELDS}
