"""One question of the second step."""

from __future__ import annotations

from dataclasses import dataclass

from sroi_desktop.ui.kit.content import Choice

COST = "cost."


@dataclass(frozen=True, slots=True)
class Question:
    """One question of the form; `name` is the field of the form that takes the answer.

    A name that starts with `COST` asks what was spent on the bonus named after it.
    """

    name: str
    label: str
    hint: str = ""
    optional: bool = False
    choices: tuple[Choice, ...] = ()
