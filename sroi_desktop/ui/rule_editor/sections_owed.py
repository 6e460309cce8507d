"""The section of the editor about what is owed: percentage, base, cap and thresholds. No Qt."""

from __future__ import annotations

from sroi_desktop.domain.rules import Category, ObligationBase, PsoLevel, QuotaUnit
from sroi_desktop.language import _
from sroi_desktop.language.labels import label
from sroi_desktop.ui.rule_editor.questions import (
    Group,
    Kind,
    Question,
    RowTable,
    Section,
    choices,
    silent,
)


def owed_section() -> Section:
    """Return the section of what is owed."""
    base = tuple(one for one in choices(ObligationBase) if one.key != "unknown")
    first = (
        Question("obligation.percentage", _("Percentage"), Kind.PERCENT, unit="%"),
        Question(
            "obligation.base",
            _("Taken of"),
            Kind.CHOICE,
            choices=(silent(), *base),
        ),
        Question("obligation.cap", _("At most"), Kind.MONEY),
        *(
            Question(
                f"obligation.thresholds.{kind.value}",
                _("Only from, for {kind}").format(kind=label(kind)),
                Kind.MONEY,
            )
            for kind in Category
        ),
    )
    return Section(
        "owed",
        _("What is owed"),
        (
            Group(_("How much social return"), first),
            Group(_("Other percentages"), _low_labour(), (_percentages(),), rare=True),
            Group(_("Hours or people beside euros"), (), (_quotas(),), rare=True),
            Group(_("With a PSO certificate"), (), (_pso(),), rare=True),
            Group(_("More about what is owed"), _owed_more(), rare=True),
        ),
    )


def _low_labour() -> tuple[Question, ...]:
    share = "obligation.low_labour.share_under"
    return (
        Question("obligation.low_labour.percentage", _("Lower percentage"), Kind.PERCENT, unit="%"),
        Question(share, _("Where labour is less than"), Kind.SHARE, unit="%"),
        Question(
            "obligation.offered_up_to", _("More may be offered, up to"), Kind.PERCENT, unit="%"
        ),
    )


def _owed_more() -> tuple[Question, ...]:
    supplies = "obligation.supplies_from_labour_share"
    return (
        Question("obligation.min_months", _("Only for contracts of so many months"), Kind.WHOLE),
        Question(supplies, _("Supplies only from a labour share of"), Kind.SHARE, unit="%"),
        Question("obligation.base_text", _("Taken of, in words")),
        Question("obligation.note", _("Note"), Kind.LONG),
    )


def _percentages() -> RowTable:
    return RowTable(
        "obligation.percentages",
        _("Percentages for some contracts"),
        _("Add a percentage"),
        (
            Question("percentage", _("Percentage"), Kind.PERCENT, needed=True),
            Question("category", _("For"), Kind.CHOICE, choices=(silent(), *choices(Category))),
            Question("labour_share_under", _("Labour less than"), Kind.SHARE),
        ),
    )


def _quotas() -> RowTable:
    return RowTable(
        "obligation.quotas",
        _("Hours, years or placements"),
        _("Add a number"),
        (
            Question("amount", _("How many"), Kind.NUMBER, needed=True),
            Question("unit", _("Of what"), Kind.CHOICE, choices=choices(QuotaUnit), width=12),
            Question("per", _("For every"), Kind.MONEY),
        ),
        start=(("unit", QuotaUnit.HOURS.value),),
    )


def _pso() -> RowTable:
    levels = choices(PsoLevel)
    return RowTable(
        "obligation.pso",
        _("What a certificate takes off"),
        _("Add a step"),
        (
            Question("from_level", _("From"), Kind.CHOICE, choices=levels),
            Question("percentage", _("Takes off"), Kind.PERCENT, needed=True),
        ),
        start=(("from_level", PsoLevel.STEP_1.value),),
    )
