"""The head of the page of a conversation, and the words that lead on. No Qt here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sroi_desktop.language import _
from sroi_desktop.ui import pages
from sroi_desktop.ui.kit.content import Crumb, HeaderContent
from sroi_desktop.ui.new_contract.form import CHECK

if TYPE_CHECKING:
    from sroi_desktop.ui.new_contract.opening import Opening


def header_of(opening: Opening) -> HeaderContent:
    """Return the head of the page."""
    home = Crumb(pages.CONTRACTS, _("Contracts"))
    if opening.is_new:
        return HeaderContent(_("New contract"), trail=(home,), search=False)
    trail = (home, Crumb(pages.CONTRACT, opening.base.title))
    return HeaderContent(_("Change contract"), trail=trail, search=False)


def next_text(step: int, *, is_new: bool) -> str:
    """Return what stands on the button that leads on."""
    if step < CHECK:
        return _("Ne&xt")
    return _("&Add contract") if is_new else _("&Save changes")
