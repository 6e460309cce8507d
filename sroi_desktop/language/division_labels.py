"""The names of proposals to divide an effort, of rows alike, and of grounds for a duplicate."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sroi_desktop.domain.dividing import Manner
from sroi_desktop.domain.duplicates import Ground
from sroi_desktop.domain.likeness import Match
from sroi_desktop.language import _

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from enum import Enum


def _manners() -> dict[Manner, str]:
    return {
        Manner.IN_PROPORTION: _("In proportion to what is open"),
        Manner.MOST_URGENT: _("Most urgent first"),
        Manner.MOST_VALUABLE: _("Most valuable first"),
    }


def _matches() -> dict[Match, str]:
    return {
        Match.SAME: _("the same row"),
        Match.CHOSEN: _("your choice"),
        Match.ALIKE: _("looks like it"),
        Match.NONE: _("no row like it"),
    }


def _grounds() -> dict[Ground, str]:
    return {
        Ground.INVOICE: _("the same invoice number"),
        Ground.PERSON: _("the same candidate on the same days"),
        Ground.AMOUNT: _("the same supplier, amount and day"),
    }


DIVISION_NAMES: dict[type[Enum], Callable[[], Mapping[Any, str]]] = {
    Manner: _manners,
    Match: _matches,
    Ground: _grounds,
}
