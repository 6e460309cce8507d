"""What a search found, as the search panel shows it and with the page that it opens. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sroi_desktop.services import search
from sroi_desktop.services.search import HitKind
from sroi_desktop.ui import pages
from sroi_desktop.ui.kit.content import SearchResult

if TYPE_CHECKING:
    from sroi_desktop.services.desk import Desk
    from sroi_desktop.services.search import Hit

_ICONS = {
    HitKind.CONTRACT: "file-text",
    HitKind.CANDIDATE: "user",
    HitKind.SUPPLIER: "store",
    HitKind.EFFORT: "hand-heart",
    HitKind.REPORT: "printer",
    HitKind.HELP: "circle-question-mark",
}


def find(desk: Desk, text: str) -> tuple[SearchResult, ...]:
    """Return what a search found, the best first."""
    return tuple(_result(hit) for hit in search.find(desk, text))


def _result(hit: Hit) -> SearchResult:
    page, argument = _target(hit)
    return SearchResult(hit.title, hit.detail, _ICONS[hit.kind], page, argument)


def _target(hit: Hit) -> tuple[str, object]:
    match hit.kind:
        case HitKind.CONTRACT:
            return pages.CONTRACT, pages.ContractTarget(int(hit.key))
        case HitKind.EFFORT:
            return pages.BOOKING, pages.BookingTarget(hit.contract_id, int(hit.key))
        case HitKind.REPORT if hit.contract_id is not None:
            return pages.CONTRACT, pages.ContractTarget(hit.contract_id, "reports")
        case HitKind.HELP:
            return pages.HELP, pages.HelpTarget(hit.key, hit.place or None)
        case _:
            return pages.EFFORTS, pages.EffortsTarget(hit.title)
