"""How the domain is said: translations, Dutch numbers and dates, sentences for typed values.

Used by every room above the domain; see docs/decisions/0001-language-room.md.
"""

from __future__ import annotations

from sroi_desktop.language.catalogue import activate, active, ngettext, pgettext
from sroi_desktop.language.catalogue import gettext as _

__all__ = ["_", "activate", "active", "ngettext", "pgettext"]
