"""A rule set: one authority's published way of counting social return, as data.

Knows no authority by name: everything that differs between them is a field here.
"""

from __future__ import annotations

from sroi_desktop.domain.rules.blocks import (
    AgeCondition,
    Block,
    BlockGroup,
    Bonus,
    BonusUnit,
    CountingLimit,
    LimitKind,
    SplitBy,
)
from sroi_desktop.domain.rules.notes import Citation, Note, NotePlace
from sroi_desktop.domain.rules.obligation_terms import (
    LowLabour,
    ObligationBase,
    ObligationTerms,
    PercentageRow,
    Quota,
    QuotaUnit,
)
from sroi_desktop.domain.rules.recognition import PsoDiscount, PsoLevel, Recognition
from sroi_desktop.domain.rules.rule_set import (
    EditionBy,
    RuleSet,
    Source,
)
from sroi_desktop.domain.rules.terms import (
    Anchor,
    CapOf,
    CountingTerms,
    DeadlineKind,
    DeadlineRule,
    EvidenceRequirement,
    PenaltyTerms,
    ReferenceDate,
    RegionTerms,
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
    "Anchor",
    "Basis",
    "Block",
    "BlockGroup",
    "Bonus",
    "BonusUnit",
    "CapOf",
    "Category",
    "Citation",
    "CountingLimit",
    "CountingTerms",
    "DeadlineKind",
    "DeadlineRule",
    "EditionBy",
    "EffortKind",
    "EvidenceRequirement",
    "LimitKind",
    "LowLabour",
    "Note",
    "NotePlace",
    "ObligationBase",
    "ObligationTerms",
    "PenaltyTerms",
    "PercentageRow",
    "PsoDiscount",
    "PsoLevel",
    "Quota",
    "QuotaUnit",
    "Recognition",
    "ReferenceDate",
    "RegionTerms",
    "Rhythm",
    "RuleSet",
    "ShareCap",
    "Source",
    "SplitBy",
    "TimeMethod",
    "Unit",
]
