"""Fields of a form: a label, an editor, a hint and a place for the error.

Fields hold text and keys. What the text means is decided by presenters.
"""

from __future__ import annotations

from sroi_desktop.ui.kit.fields.base import Field
from sroi_desktop.ui.kit.fields.choice import ChoiceField, MultiChoiceField, OptionsField
from sroi_desktop.ui.kit.fields.date import DateField
from sroi_desktop.ui.kit.fields.line import (
    HoursField,
    IntegerField,
    LineField,
    MoneyField,
    PercentField,
    TextField,
)
from sroi_desktop.ui.kit.fields.note import NoteField

__all__ = [
    "ChoiceField",
    "DateField",
    "Field",
    "HoursField",
    "IntegerField",
    "LineField",
    "MoneyField",
    "MultiChoiceField",
    "NoteField",
    "OptionsField",
    "PercentField",
    "TextField",
]
