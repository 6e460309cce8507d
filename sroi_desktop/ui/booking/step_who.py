"""The second step: for whom and how much, with the fields that the chosen row asks for."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sroi_desktop.language import _
from sroi_desktop.ui.booking.contents import Mark
from sroi_desktop.ui.booking.fields import make_cost_field, make_fields
from sroi_desktop.ui.booking.form import Form
from sroi_desktop.ui.booking.question import COST, Question
from sroi_desktop.ui.kit.boxes import Card
from sroi_desktop.ui.kit.buttons import LinkButton
from sroi_desktop.ui.kit.fields import (
    ChoiceField,
    Field,
    LineField,
    MultiChoiceField,
    NoteField,
    OptionsField,
)
from sroi_desktop.ui.kit.flow import Columns
from sroi_desktop.ui.kit.messages import Banner
from sroi_desktop.ui.kit.palette import Tone

# Beneath each other in this order; those of one tuple share a line where there is room.
_LINES = (
    ("candidate", "role"),
    ("description",),
    ("block",),
    ("supplier",),
    ("supplier_name", "scheme", "issuer", "valid_until"),
    ("target_share", "market_share", "seat", "aspirant_since"),
    ("counted_by",),
    (
        "starts",
        "ends",
        "hours_per_week",
        "worked_hours",
        "wage_subsidy_until",
        "employees",
        "hours",
        "quantity",
        "amount",
        "invoice_number",
    ),
    ("worked_here_before",),
    ("on_project",),
    ("bonuses",),
    (),  # the costs of bonuses
    ("born",),
    ("state",),
)
_MORE = ("place", "note")


class WhoStep(QWidget):
    """Asks only what the value needs.

    Signals:
        answered(str, object): the name of a question and the answer as it stands.
        finished(str): the user is done with the question of that name.
    """

    answered = Signal(str, object)
    finished = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields = make_fields(self)
        self._costs: dict[str, LineField] = {}
        self._hints: dict[str, str] = {}
        self._hours_unknown = False
        self._card = Card(self, padding=22, spacing=16)
        self._lines: list[Columns] = []
        self._cost_line = Columns(self, narrowest=16, most=2, spacing=18)
        self._more = LinkButton(_("Add a place or a note"), icon_name="plus", parent=self)
        self._more.setObjectName("booking.more")
        self._more_line = Columns(self, narrowest=16, most=1, spacing=18)
        self._build()
        for field in self._fields.values():
            self._listen(field)
        self._more.clicked.connect(self._on_more)

    def set_questions(self, questions: tuple[Question, ...], form: Form) -> None:
        """Ask these questions, with the answers of a form in the fields."""
        asked = {one.name: one for one in questions}
        self._hints = {one.name: one.hint for one in questions}
        self._hours_unknown = form.hours_unknown
        self._set_costs([one for one in questions if one.name.startswith(COST)], form)
        for name, field in self._fields.items():
            question = asked.get(name)
            field.setVisible(question is not None and name not in _MORE)
            if question is not None:
                _ask(field, question)
                _fill(field, name, form)
        self._show_more(shown=bool(form.place or form.note))
        for line in self._lines:
            line.setVisible(any(not one.isHidden() for one in line.items()))
            line.fit_to_look()

    def set_marks(self, marks: Mapping[str, Mark]) -> None:
        """Show errors, readings and remarks at the fields."""
        for name, mark in marks.items():
            field = self._field(name)
            if field is None:
                continue
            if field.error() != (mark.error or None):
                field.set_error(mark.error or None)
            if isinstance(field, LineField):
                field.offer_readings(mark.readings)
                field.show_reading(mark.read)
            elif isinstance(field, OptionsField) and mark.read is not None:
                field.set_value(mark.read)
            hint = self._hints.get(name, "")
            if mark.doubt:
                hint = _("Please note: {text}").format(text=mark.doubt)
            if field.hint() != hint:
                field.set_hint(hint)

    def focus(self, name: str = "") -> None:
        """Put the cursor in the field of that name, or in the first that waits for an answer."""
        field = self._field(name)
        if field is None:
            waiting = (one for one in self._fields.values() if _waits(one))
            field = next(waiting, None) or self._fields["block"]
        field.focus()

    def _field(self, name: str) -> Field | None:
        return self._fields.get(name) or self._costs.get(name)

    def _build(self) -> None:
        for names in _LINES:
            line = self._cost_line
            if names:
                most = 1 if len(names) == 1 else 2
                line = Columns(self, narrowest=16, most=most, spacing=18)
                line.add(*(self._fields[name] for name in names))
            self._lines.append(line)
            self._card.add(line)
        self._more_line.add(*(self._fields[name] for name in _MORE))
        self._card.add(self._more, self._more_line)
        words = _("Never fill in a citizen service number (BSN). You have no ground to keep one.")
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(14)
        body.addWidget(self._card)
        body.addWidget(Banner(words, Tone.ACCENT, icon="shield-check", parent=self))
        body.addStretch(1)

    def _listen(self, field: Field) -> None:
        field.changed.connect(self._on_changed)
        field.finished.connect(self._on_finished)

    def _set_costs(self, questions: list[Question], form: Form) -> None:
        """Ask for the cost of each bonus at cost that was ticked."""
        if list(self._costs) != [one.name for one in questions]:
            self._cost_line.clear()
            self._costs = {}
            for question in questions:
                field = make_cost_field(question, self._cost_line)
                self._listen(field)
                self._costs[question.name] = field
            self._cost_line.add(*self._costs.values())
        for name, field in self._costs.items():
            field.set_text(form.cost_of(name.removeprefix(COST)))

    def _show_more(self, *, shown: bool) -> None:
        self._more.setVisible(not shown)
        self._more_line.setVisible(shown)
        for name in _MORE:
            self._fields[name].setVisible(shown)

    @Slot()
    def _on_more(self) -> None:
        self._show_more(shown=True)
        self._fields[_MORE[0]].focus()

    @Slot()
    def _on_changed(self) -> None:
        field = self.sender()
        if not isinstance(field, Field):
            return
        name = _name(field)
        if name == "hours_per_week" and field.is_unknown() != self._hours_unknown:
            self._hours_unknown = field.is_unknown()
            self.answered.emit("hours_unknown", self._hours_unknown)
            return
        self.answered.emit(name, _answer(field))

    @Slot()
    def _on_finished(self) -> None:
        field = self.sender()
        if isinstance(field, Field):
            self.finished.emit(_name(field))


def _name(field: Field) -> str:
    return field.objectName().removeprefix("booking.")


def _waits(field: Field) -> bool:
    return not field.isHidden() and isinstance(field, LineField | ChoiceField) and not field.text()


def _ask(field: Field, question: Question) -> None:
    field.set_label(question.label, optional=question.optional)
    name = question.label.replace("&", "")
    if isinstance(field, OptionsField | MultiChoiceField):
        field.editor.setAccessibleName(name)
    line = field.combo.lineEdit() if isinstance(field, ChoiceField) else None
    if line is not None:
        line.setAccessibleName(name)
    field.set_hint(question.hint)
    if isinstance(field, ChoiceField | MultiChoiceField):
        field.set_choices(question.choices)


def _fill(field: Field, name: str, form: Form) -> None:
    value = getattr(form, name)
    if isinstance(field, ChoiceField):
        field.set_value(value or None)
        if field.value() is None and value and name == "candidate":
            field.set_text(value)
    elif isinstance(field, OptionsField):
        field.set_value(value or None)
    elif isinstance(field, MultiChoiceField):
        field.set_values(value)
    elif isinstance(field, LineField | NoteField):
        field.set_text(value)
    if name == "hours_per_week":
        field.set_unknown(form.hours_unknown)


def _answer(field: Field) -> object:
    if isinstance(field, ChoiceField):
        typed = field.text() if field.combo.isEditable() else ""
        return field.value() or typed
    if isinstance(field, OptionsField):
        return field.value() or ""
    if isinstance(field, MultiChoiceField):
        return tuple(sorted(field.values()))
    if isinstance(field, LineField | NoteField):
        return field.text()
    raise TypeError(type(field).__name__)
