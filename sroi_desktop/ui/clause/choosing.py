"""Which rules the answers are held against: the nearest, or those that the owner chose. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sroi_desktop.language import _
from sroi_desktop.language.derivations import edition_text
from sroi_desktop.services import clauses
from sroi_desktop.ui.clause.content import BaseContent
from sroi_desktop.ui.kit.content import Choice

if TYPE_CHECKING:
    from sroi_desktop.domain.clause import Intake
    from sroi_desktop.domain.rules import RuleSet
    from sroi_desktop.services.desk import Desk

NEAREST = ""


def base_content(desk: Desk, intake: Intake) -> BaseContent:
    """Return what stands in the field: the nearest first, then every set that there is."""
    nearest = _("The nearest: {title}").format(title=_title(clauses.nearest_base(desk, intake)))
    others = tuple(Choice(rules.id, _title(rules)) for rules in clauses.bases(desk))
    chosen = clauses.chosen_base(desk, intake)
    return BaseContent(
        (Choice(NEAREST, nearest), *others),
        NEAREST if chosen is None else chosen.id,
        _hint(intake, chosen),
    )


def _hint(intake: Intake, chosen: RuleSet | None) -> str:
    if intake.rule_set_id is not None and chosen is None:
        return _("The rules that you chose are no longer there. The nearest are used instead.")
    if chosen is not None:
        return _("You chose these. What you answer goes before what they say.")
    return _("What the tender does not say is taken from these. Choose others if they fit better.")


def _title(rules: RuleSet) -> str:
    """Return publisher, title and edition: titles alone occur more than once."""
    title = edition_text(rules.title, rules.edition)
    is_of_nobody = not rules.covers or rules.publisher in title
    return title if is_of_nobody else f"{rules.publisher}: {title}"
