"""What has to be answered before an effort can be valued under an edition. No Qt here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sroi_desktop.domain.likeness import ranked
from sroi_desktop.domain.matching import AS_BOOKED
from sroi_desktop.language import _
from sroi_desktop.language.steps import enumeration
from sroi_desktop.services import editions
from sroi_desktop.services.refusals import explain
from sroi_desktop.ui.edition.content import Question
from sroi_desktop.ui.kit.content import Choice

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sroi_desktop.domain.matching import Answer
    from sroi_desktop.domain.rules import Block
    from sroi_desktop.services.editions import Change, Effect, Obstacle

ROW, BONUSES, REASON = "row.", "bonuses.", "reason."
# Chosen instead of a row: the effort stays in the books and does not count. No code is like it.
ASIDE = "set-aside:"


def effort_id(change: Change) -> int:
    """Return the id of the effort that a change is about."""
    return change.before.effort.id or 0


def questions_about(
    change: Change, effect: Effect, answers: Mapping[int, Answer]
) -> list[Question]:
    """Return what has to be answered about an effort, and what was answered already."""
    effort, found = change.before.effort, []
    answer, obstacle = answers.get(effort_id(change), AS_BOOKED), change.obstacle
    if answer.aside is not None:
        return [_aside_question(change, effect, answer.aside)]
    chosen = answer.block
    if obstacle is not None and (obstacle.choices or obstacle.error or chosen):
        found.append(_row_question(change, obstacle, effect, chosen))
    elif chosen is not None:
        row = effect.before.rules.block(effort.block)
        text = _("“{row}” is not in this edition. It counts as the row that you chose.")
        choices = _choices(change, effect.after.rules.blocks)
        key = f"{ROW}{effort_id(change)}"
        found.append(Question(key, effort.title, text.format(row=row.label), choices, chosen))
    if obstacle is not None and obstacle.bonuses:
        names = enumeration([f"“{one.label}”" for one in obstacle.bonuses])
        text = _("This edition does not have the bonus {names}.").format(names=names)
        found.append(Question(f"{BONUSES}{effort_id(change)}", effort.title, text))
    return found


def _aside_question(change: Change, effect: Effect, reason: str) -> Question:
    """Return the question about an effort that stays in the books without counting."""
    row = effect.before.rules.block(change.before.effort.block)
    choices = _choices(change, ranked(row, effect.after.rules))
    key, title = f"{ROW}{effort_id(change)}", change.before.effort.title
    if change.is_judged:
        text = _("It keeps the value that the authority judged.")
        return Question(key, title, text, choices, ASIDE)
    wrong = ""
    if not reason:
        wrong = _("Say why it does not count. That stands with the effort and in the report.")
    elif change.obstacle is not None and change.obstacle.error is not None:
        wrong = explain(change.obstacle.error)
    text = _("It is worth nothing for this contract and needs no evidence.")
    return Question(key, title, text, choices, ASIDE, reason, wrong)


def usual_reason(effect: Effect, wanted: int) -> str:
    """Return why an effort cannot count under an edition, to begin with."""
    change = next(one for one in effect.changes if effort_id(one) == wanted)
    obstacle = change.obstacle
    if obstacle is not None and obstacle.error is not None:
        return explain(obstacle.error)
    row = effect.before.rules.block(change.before.effort.block)
    return _("{row} is not in {edition}").format(
        row=row.label, edition=editions.told(effect.after.rules)
    )


def _row_question(
    change: Change, obstacle: Obstacle, effect: Effect, chosen: str | None
) -> Question:
    label = effect.before.rules.block(change.before.effort.block).label
    if obstacle.error is not None:
        text = _("It cannot be valued in this way: {reason}").format(reason=explain(obstacle.error))
    elif obstacle.elsewhere:
        text = _(
            "It counts for {contracts} as well, and the rules there do not have this row."
        ).format(contracts=enumeration(obstacle.elsewhere))
    else:
        text = _("“{row}” is not in this edition. What comes nearest stands first.").format(
            row=label
        )
    choices = _choices(change, obstacle.choices or effect.after.rules.blocks)
    key = f"{ROW}{effort_id(change)}"
    return Question(key, change.before.effort.title, text, choices, chosen)


def unknown_bonuses(effect: Effect, wanted: int) -> frozenset[str]:
    """Return the claimed bonuses of an effort that the edition does not have."""
    effort = next(one.before.effort for one in effect.changes if effort_id(one) == wanted)
    known = {bonus.code for bonus in effect.after.rules.bonuses}
    return frozenset(code for code in effort.bonuses if code not in known)


def _choices(change: Change, rows: Sequence[Block]) -> tuple[Choice, ...]:
    """Return the rows to choose from, and at the end to leave the effort without one."""
    without = _("None: it stays in the books and does not count")
    if change.is_judged:
        without = _("None: it stays as the authority judged it")
    return (*(Choice(row.code, row.label) for row in rows), Choice(ASIDE, without))
