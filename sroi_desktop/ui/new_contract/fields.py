"""The fields of the conversation, by the name of their question; each tells what was answered."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot

from sroi_desktop.domain.contract import ContractState
from sroi_desktop.domain.rules import Category, Rhythm
from sroi_desktop.language import _
from sroi_desktop.language.labels import label
from sroi_desktop.ui.kit.content import Choice
from sroi_desktop.ui.kit.fields import (
    ChoiceField,
    DateField,
    Field,
    HoursField,
    LineField,
    MoneyField,
    NoteField,
    OptionsField,
    PercentField,
    TextField,
)
from sroi_desktop.ui.new_contract.form import FIXED, PART, PERCENTAGE, UNITS, UNKNOWN, WHOLE, Form
from sroi_desktop.ui.new_contract.showing import FieldState

_PREFIX = "new_contract."
_STATES = (
    ContractState.TENDER,
    ContractState.BID,
    ContractState.AWARDED,
    ContractState.RUNNING,
)


class FormFields(QObject):
    """Makes the fields, fills them in and tells what is answered.

    Signals:
        answered(str, str): the name of a question and the text or key of the answer.
        unknown_ticked(str, bool): "I don't know" was ticked or cleared.
        left(str): the owner is done with a question.
    """

    answered = Signal(str, str)
    unknown_ticked = Signal(str, bool)
    left = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fields: dict[str, Field] = {}
        for field in (*_about(), *_rules(), *_amount(), *_dates()):
            self.add(self._name_of(field), field)

    def __getitem__(self, name: str) -> Field:
        return self._fields[name]

    def __contains__(self, name: str) -> bool:
        return name in self._fields

    def add(self, name: str, field: Field) -> None:
        """Take a field into the conversation."""
        field.setObjectName(f"{_PREFIX}{name}")
        field.editor.setObjectName(f"{_PREFIX}{name}.editor")
        self._fields[name] = field
        field.changed.connect(self._on_changed)
        field.finished.connect(self._on_finished)

    def drop(self, names: Sequence[str]) -> None:
        """Forget fields that are about to go."""
        for name in names:
            self._fields.pop(name, None)

    def fill_in(self, form: Form) -> None:
        """Put the answers of a form in the fields."""
        for name, field in self._fields.items():
            if hasattr(form, name):
                _put(field, str(getattr(form, name)))
                field.set_unknown(name in form.unknown)

    def show_state(self, name: str, state: FieldState) -> None:
        """Show how an answer was read, and what is wrong with it."""
        field = self._fields.get(name)
        if field is None:
            return
        field.set_error(state.error)
        if isinstance(field, LineField):
            field.offer_readings(state.offers)
            field.show_reading(state.reading)

    @Slot()
    def _on_changed(self) -> None:
        name = self._name_of(self.sender())
        field = self._fields[name]
        self.unknown_ticked.emit(name, field.is_unknown())
        self.answered.emit(name, _text_of(field))

    @Slot()
    def _on_finished(self) -> None:
        self.left.emit(self._name_of(self.sender()))

    def _name_of(self, sender: QObject) -> str:
        return sender.objectName().removeprefix(_PREFIX)


def _put(field: Field, text: str) -> None:
    if isinstance(field, LineField | NoteField):
        field.set_text(text)
    elif isinstance(field, ChoiceField | OptionsField):
        field.set_value(text or None)


def _text_of(field: Field) -> str:
    if isinstance(field, LineField | NoteField):
        return field.text()
    if isinstance(field, ChoiceField | OptionsField):
        return field.value() or ""
    raise TypeError(f"no answer in a {type(field).__name__}")


def _named(question: str) -> str:
    return f"{_PREFIX}{question}"


def _about() -> tuple[Field, ...]:
    return (
        TextField(
            _("&Name of the contract"),
            name=_named("title"),
            hint=_("As you know it, such as the work and the place."),
        ),
        TextField(
            _("&For which municipality or other authority?"),
            name=_named("authority"),
            hint=_("Type the first letters; we look up the rules that are known."),
        ),
        TextField(
            _("Their &reference"),
            name=_named("reference"),
            optional=True,
            hint=_("On the tender or the order."),
        ),
        TextField(
            _("&Contact person there"),
            name=_named("contact"),
            optional=True,
            hint=_("The adviser on social return."),
        ),
        TextField(_("&Your own number"), name=_named("number"), hint=_("Stands on your reports.")),
    )


def _rules() -> tuple[Field, ...]:
    return (
        HoursField(
            _("How many hours is a &full-time week in your contract?"),
            name=_named("full_time"),
            hint=_("These rules do not say. Between 36 and 40 hours lies a difference of 11%."),
            unknown=_("I don't know"),
        ),
    )


def _amount() -> tuple[Field, ...]:
    unknown = _("I don't know")
    return (
        _category(unknown),
        *_parts(unknown),
        MoneyField(_("Contract &sum"), name=_named("sum"), unknown=unknown),
        *_bases(unknown),
        *_demands(unknown),
        PercentField(
            _("Percentage that you &offered in your bid"),
            name=_named("offered"),
            optional=True,
            hint=_("Only where you offered more than was asked: it binds you."),
        ),
        PercentField(
            _("Part of the price that is &labour"),
            name=_named("labour"),
            optional=True,
            hint=_("With little labour some rules ask less."),
        ),
        DateField(
            _("Day of your bid"),
            name=_named("bid_on"),
            hint=_("A PSO certificate has to have been valid on that day."),
            unknown=unknown,
        ),
    )


def _bases(unknown: str) -> tuple[Field, ...]:
    """Return the sums that some rules take their percentage of, instead of the contract sum."""
    return (
        MoneyField(
            _("Bid sum"),
            name=_named("bid"),
            hint=_("Excluding VAT: the price in your bid."),
            unknown=unknown,
        ),
        MoneyField(
            _("Wage sum"),
            name=_named("wage"),
            hint=_("The part of the price that is wages, over the whole contract."),
            unknown=unknown,
        ),
        MoneyField(
            _("Turnover that you expect"),
            name=_named("turnover"),
            hint=_("Over the whole contract, excluding VAT. Later you book what you invoice."),
            unknown=unknown,
        ),
    )


def _units() -> tuple[Field, ...]:
    """Return what a contract may ask beside euros."""
    return (
        HoursField(_("Hours"), name=_named("hours_asked"), optional=True),
        HoursField(
            _("Years at full time"),
            name=_named("years_asked"),
            optional=True,
            unit=_("FTE"),
            hint=_("Half a year at full time is 0,5."),
        ),
        HoursField(_("Placements"), name=_named("places_asked"), optional=True, unit=_("people")),
    )


def _category(unknown: str) -> Field:
    kinds = [Choice(one.value, label(one).capitalize()) for one in Category]
    choices = [*kinds, Choice(UNKNOWN, unknown)]
    return OptionsField(_("What kind of contract is it?"), choices, name=_named("category"))


def _parts(unknown: str) -> tuple[Field, ...]:
    parts = (
        Choice(WHOLE, _("The whole contract")),
        Choice(PART, _("A part of it")),
    )
    return (
        OptionsField(
            _("Which part of it is yours?"),
            parts,
            name=_named("part"),
            hint=_("A part of it: together with others, or under a main contractor."),
        ),
        PercentField(
            _("&Your part, as a percentage"),
            name=_named("share"),
            hint=_("Of the whole sum. You owe that part of the obligation."),
            unknown=unknown,
        ),
    )


def _demands(unknown: str) -> tuple[Field, ...]:
    demands = (
        Choice(PERCENTAGE, _("A percentage")),
        Choice(FIXED, _("An amount in euros")),
        Choice(UNITS, _("Hours, jobs or placements")),
        Choice(UNKNOWN, unknown),
    )
    return (
        OptionsField(_("What does the contract ask?"), demands, name=_named("demand")),
        PercentField(_("&Percentage in the contract"), name=_named("percentage"), unknown=unknown),
        MoneyField(
            _("&Amount named in the contract"),
            name=_named("amount"),
            hint=_("This amount counts, whatever the percentage would give."),
            unknown=unknown,
        ),
        *_units(),
    )


def _dates() -> tuple[Field, ...]:
    unknown = _("I don't know")
    states = [Choice(one.value, label(one)) for one in _STATES]
    rhythms = [Choice(one.value, label(one)) for one in Rhythm]
    return (
        OptionsField(_("How far is it?"), states, name=_named("state")),
        DateField(
            _("Awarded &on"),
            name=_named("awarded"),
            hint=_("Deadlines count from this day."),
            unknown=unknown,
        ),
        DateField(_("First &day"), name=_named("starts"), unknown=unknown),
        DateField(_("&Last day"), name=_named("ends"), unknown=unknown),
        ChoiceField(
            _("How o&ften do you report?"),
            [*rhythms, Choice(UNKNOWN, unknown)],
            name=_named("rhythm"),
        ),
        NoteField(_("Note for &yourself"), name=_named("note"), optional=True, lines=2),
    )
