"""Another edition of the rules: whom it would touch, what it would mean, and moving to it."""

from __future__ import annotations

from sroi_desktop.services.editions.effects import (
    NO_ANSWERS,
    Books,
    Change,
    Effect,
    Obstacle,
    Progress,
    Side,
    freeze,
)
from sroi_desktop.services.editions.finding import (
    newest,
    successor,
    touched,
    verdict_on,
)
from sroi_desktop.services.editions.revaluing import effect
from sroi_desktop.services.editions.switching import NoReasonError, SameEditionError, switch
from sroi_desktop.services.editions.targets import choices, find, target, told

__all__ = [
    "NO_ANSWERS",
    "Books",
    "Change",
    "Effect",
    "NoReasonError",
    "Obstacle",
    "Progress",
    "SameEditionError",
    "Side",
    "choices",
    "effect",
    "find",
    "freeze",
    "newest",
    "successor",
    "switch",
    "target",
    "told",
    "touched",
    "verdict_on",
]
