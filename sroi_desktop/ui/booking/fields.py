"""The fields of the second step, one for every question that may be asked."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from sroi_desktop.language import _
from sroi_desktop.ui.booking.question import Question
from sroi_desktop.ui.booking.questions import (
    basis_choices,
    state_choices,
    yes_no_choices,
)
from sroi_desktop.ui.kit.fields import (
    ChoiceField,
    DateField,
    Field,
    HoursField,
    IntegerField,
    LineField,
    MoneyField,
    MultiChoiceField,
    NoteField,
    OptionsField,
    PercentField,
    TextField,
)

_TEXTS = (
    "role",
    "description",
    "supplier_name",
    "scheme",
    "issuer",
    "seat",
    "invoice_number",
    "place",
)
_DATES = ("starts", "ends", "wage_subsidy_until", "born", "valid_until", "aspirant_since")
_PERCENTAGES = ("target_share", "market_share")
_CHOICES = ("block", "supplier")


def make_fields(parent: QWidget) -> dict[str, Field]:
    """Return a field for every question but the costs of bonuses, by name.

    Labels and most choices come with the questions, for they depend on the rules.
    """
    unnamed = _("Answer")
    made: dict[str, Field] = {
        "candidate": ChoiceField(unnamed, name="booking.candidate", searchable=True, parent=parent),
        "hours_per_week": HoursField(
            unnamed,
            name="booking.hours_per_week",
            unknown=_("I don’t know (full time is then assumed)"),
            parent=parent,
        ),
        "worked_hours": HoursField(unnamed, name="booking.worked_hours", parent=parent),
        "hours": HoursField(unnamed, name="booking.hours", parent=parent),
        "employees": IntegerField(unnamed, name="booking.employees", parent=parent),
        "quantity": LineField(unnamed, name="booking.quantity", parent=parent),
        "amount": MoneyField(unnamed, name="booking.amount", parent=parent),
        "counted_by": OptionsField(
            unnamed, basis_choices(), name="booking.counted_by", parent=parent
        ),
        "worked_here_before": OptionsField(
            unnamed, yes_no_choices(), name="booking.worked_here_before", parent=parent
        ),
        "on_project": OptionsField(
            unnamed, yes_no_choices(), name="booking.on_project", parent=parent
        ),
        "state": OptionsField(unnamed, state_choices(), name="booking.state", parent=parent),
        "bonuses": MultiChoiceField(unnamed, name="booking.bonuses", parent=parent),
        "note": NoteField(unnamed, name="booking.note", parent=parent),
    }
    made |= {name: TextField(unnamed, name=f"booking.{name}", parent=parent) for name in _TEXTS}
    made |= {name: DateField(unnamed, name=f"booking.{name}", parent=parent) for name in _DATES}
    made |= {
        name: PercentField(unnamed, name=f"booking.{name}", parent=parent) for name in _PERCENTAGES
    }
    made |= {name: ChoiceField(unnamed, name=f"booking.{name}", parent=parent) for name in _CHOICES}
    return made


def make_cost_field(question: Question, parent: QWidget) -> LineField:
    """Return a field for the cost of one bonus."""
    return MoneyField(
        question.label, name=f"booking.{question.name}", hint=question.hint, parent=parent
    )
