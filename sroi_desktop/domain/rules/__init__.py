"""A rule set: one authority's published way of counting social return, as data.

Knows no authority by name: everything that differs between them is a field here.
"""

from __future__ import annotations

from sroi_desktop.domain.rules.blocks import (
    AgeCondition,
    Block,
    Bonus,
    BonusUnit,
    CountingLimit,
    LimitKind,
)
from sroi_desktop.domain.rules.rule_set import (
    RuleSet,
    Source,
)
from sroi_desktop.domain.rules.terms import (
    CountingTerms,
    DeadlineKind,
    DeadlineRule,
    EvidenceRequirement,
    LowLabour,
    ObligationBase,
    ObligationTerms,
    PenaltyTerms,
    ReferenceDate,
    Rhythm,
    ShareCap,
    TimeMethod,
)
from sroi_desktop.domain.rules.units import (
    Basis,
    Category,
    EffortKind,
    Unit,
)

__all__ = [
    "AgeCondition",
    "Basis",
    "Block",
    "Bonus",
    "BonusUnit",
    "Category",
    "CountingLimit",
    "CountingTerms",
    "DeadlineKind",
    "DeadlineRule",
    "EffortKind",
    "EvidenceRequirement",
    "LimitKind",
    "LowLabour",
    "ObligationBase",
    "ObligationTerms",
    "PenaltyTerms",
    "ReferenceDate",
    "Rhythm",
    "RuleSet",
    "ShareCap",
    "Source",
    "TimeMethod",
    "Unit",
]
