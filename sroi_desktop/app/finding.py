"""The hits of a search as the window shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sroi_desktop.services import search
from sroi_desktop.ui.kit.content import SearchResult

if TYPE_CHECKING:
    from sroi_desktop.services.desk import Desk


def find(desk: Desk, text: str) -> tuple[SearchResult, ...]:
    """Return what is found for a text, over everything."""
    return tuple(
        SearchResult(hit.title, hit.detail, hit.icon, hit.page, hit.argument)
        for hit in search.find(desk, text)
    )
