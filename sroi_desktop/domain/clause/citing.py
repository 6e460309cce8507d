"""Where the values of rules were read that come of a clause, with its page and quote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sroi_desktop.domain.clause.groups import of_groups
from sroi_desktop.domain.clause.kinds import Key
from sroi_desktop.domain.clause.questions import QUESTIONS
from sroi_desktop.domain.rules import Category, Citation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sroi_desktop.domain.clause.answers import Answers
    from sroi_desktop.domain.rules import Block


def citations_from(
    answers: Answers, old: tuple[Citation, ...], blocks: Iterable[Block]
) -> tuple[Citation, ...]:
    """Return where each value was read; what the clause says takes the place of the base's.

    Args:
        answers: what was read in the clause.
        old: the citations of the base.
        blocks: the rows of the rules.
    """
    found = {one.key: one for one in old if not _is_replaced(one.key, answers)}
    for one in QUESTIONS:
        answer = answers.given(one.key)
        if answer is None:
            continue
        keys = [part.leads_to for part in one.parts if answer.value(part.name) is not None]
        if one.key is Key.THRESHOLD:
            keys = _threshold_keys(answers)
        elif one.key is Key.GROUP_LIMITS:
            keys = [f"blocks.{block.code}.limit" for block in of_groups(blocks, answers)]
        for key in filter(None, keys):
            found.pop(key, None)
            if answer.page or answer.quote:
                found[key] = Citation(key, answer.page, answer.quote)
    return tuple(found.values())


def _is_replaced(key: str, answers: Answers) -> bool:
    """Tell whether a key leads to a value of the base that an answer takes the place of."""
    if key.startswith("blocks.") and key.endswith(".limit"):
        return answers.given(Key.LIMIT) is not None
    rows = {Key.DEMAND: "obligation.percentages.", Key.PSO: "obligation.pso."}
    return any(key.startswith(start) and answers.given(one) for one, start in rows.items())


def _threshold_keys(answers: Answers) -> list[str | None]:
    category = answers.text(Key.CONTRACT, "category")
    kinds = [kind.value for kind in Category] if category is None else [category]
    return [f"obligation.thresholds.{kind}" for kind in kinds]
