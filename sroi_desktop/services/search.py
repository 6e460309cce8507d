"""Finding anything by the words in it: contracts, efforts, people, suppliers, reports, help."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from sroi_desktop.domain.periods import Period
from sroi_desktop.language import _
from sroi_desktop.language.labels import label
from sroi_desktop.language.numbers import money_text, period_text
from sroi_desktop.services import help_topics
from sroi_desktop.services.words import contains, folded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sroi_desktop.services.desk import Desk
    from sroi_desktop.storage import EffortLine

MOST_OF_A_KIND = 6
MOST = 20


class HitKind(Enum):
    """What was found, in the order in which it is shown."""

    CONTRACT = "contract"
    CANDIDATE = "candidate"
    SUPPLIER = "supplier"
    EFFORT = "effort"
    REPORT = "report"
    HELP = "help"


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that was found: `key` is its id, or the number of a help topic."""

    kind: HitKind
    key: str
    title: str
    detail: str = ""
    contract_id: int | None = None
    place: str = ""


def find(desk: Desk, text: str) -> tuple[Hit, ...]:
    """Return what has every word of a text, at most a screen full of it.

    What carries the words in its own name comes before what only mentions them.
    """
    words = folded(text).split()
    if not words:
        return ()
    found: list[Hit] = []
    for search in (_contracts, _candidates, _suppliers, _efforts, _reports, _help):
        found += islice(search(desk, words), MOST_OF_A_KIND)
    found.sort(key=lambda hit: not contains(hit.title, words))
    return tuple(found[:MOST])


def _contracts(desk: Desk, words: list[str]) -> Iterator[Hit]:
    for one in desk.store.contracts():
        known = (one.number, one.title, one.authority, one.reference, one.contact_name, one.note)
        if one.id is not None and contains(_joined(known), words):
            detail = " · ".join((one.authority, one.number, label(one.state)))
            yield Hit(HitKind.CONTRACT, str(one.id), one.title, detail, one.id)


def _candidates(desk: Desk, words: list[str]) -> Iterator[Hit]:
    for one in desk.store.candidates():
        if contains(_joined((one.code, one.role, one.note)), words):
            yield Hit(HitKind.CANDIDATE, one.code, one.code, one.role or _("Candidate"))


def _suppliers(desk: Desk, words: list[str]) -> Iterator[Hit]:
    for one in desk.store.suppliers():
        if contains(_joined((one.name, one.scheme, one.issuer, one.note)), words):
            yield Hit(HitKind.SUPPLIER, str(one.id), one.name, one.scheme or _("Supplier"))


def _efforts(desk: Desk, words: list[str]) -> Iterator[Hit]:
    shown: set[int] = set()
    for line in desk.store.efforts_where(partial(contains, words=words), MOST_OF_A_KIND):
        if line.effort_id not in shown:
            shown.add(line.effort_id)
            yield Hit(
                HitKind.EFFORT, str(line.effort_id), line.title, _about(line), line.contract_id
            )


def _reports(desk: Desk, words: list[str]) -> Iterator[Hit]:
    titles = {one.id: one.title for one in desk.store.contracts()}
    for one in desk.store.reports():
        title = titles.get(one.contract_id, "")
        if contains(_joined((one.number, title, _("Report"))), words):
            name = _("Report {number}").format(number=one.number)
            detail = f"{title} · {period_text(one.period)}"
            yield Hit(HitKind.REPORT, str(one.id), name, detail, one.contract_id)


def _help(_desk: Desk, words: list[str]) -> Iterator[Hit]:
    for one in help_topics.find(" ".join(words)):
        yield Hit(HitKind.HELP, one.topic.key, one.place.words, one.excerpt, place=one.place.name)


def _about(line: EffortLine) -> str:
    days = period_text(Period(line.starts_on, line.ends_on))
    parts = (line.candidate, line.contract_title, days, money_text(line.value))
    return " · ".join(part for part in parts if part)


def _joined(parts: tuple[str | None, ...]) -> str:
    return " ".join(part for part in parts if part)
