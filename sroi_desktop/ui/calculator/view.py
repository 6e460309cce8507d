"""The calculator as widgets: the questions at one side, the answer at the other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sroi_desktop.domain.rules import Category
from sroi_desktop.language import _
from sroi_desktop.language.labels import label
from sroi_desktop.ui.calculator.answer import Answer
from sroi_desktop.ui.calculator.answer_view import AnswerCard
from sroi_desktop.ui.calculator.form import FIELDS, UNKNOWN, FieldName, Form
from sroi_desktop.ui.calculator.presenter import SURE, Hints
from sroi_desktop.ui.kit.boxes import STRETCH, Card, ScrolledPage
from sroi_desktop.ui.kit.content import Act, Choice
from sroi_desktop.ui.kit.fields import (
    ChoiceField,
    IntegerField,
    LineField,
    MoneyField,
    OptionsField,
    PercentField,
)
from sroi_desktop.ui.kit.flow import Columns
from sroi_desktop.ui.kit.messages import Banner
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.split import Split


class QuestionsCard(Card):
    """The fields.

    Signals:
        changed(): something was typed or chosen.
        left(str): the user left the field of that name.
        sum_confirmed(): a very large sum is right.
    """

    changed = Signal()
    left = Signal(str)
    sum_confirmed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=16)
        self.setObjectName("calculator.questions")
        self._build()
        self._connect()

    def form(self) -> Form:
        """Return what stands in the fields."""
        return Form(
            authority=self.authority.text(),
            rules=self.rules.value(),
            category=self.category.value() or UNKNOWN,
            sum=self.lines["sum"].text(),
            percentage=self.lines["percentage"].text(),
            labour=self.lines["labour"].text(),
            months=self.lines["months"].text(),
        )

    def set_form(self, form: Form) -> None:
        """Show these texts."""
        self.authority.set_text(form.authority)
        self.category.set_value(form.category)
        for name in FIELDS:
            self.lines[name].set_text(getattr(form, name))
            self.lines[name].set_error(None)

    def ask_sum(self, question: str, readings: Sequence[str]) -> None:
        """Ask whether a very large sum is right."""
        sure = Act(SURE, _("Yes, this is right"))
        if question != self._doubt.text():
            self._doubt.show_message(question, Tone.WARNING, act=sure if question else None)
        self.lines["sum"].offer_readings(readings)

    def _build(self) -> None:
        self.authority = ChoiceField(
            _("&Municipality or region"),
            name="calculator.authority",
            hint=_("Type the first letters. Is it not there? Leave it as you typed it."),
            searchable=True,
            parent=self,
        )
        self.rules = ChoiceField(_("&Rules"), name="calculator.rules", parent=self)
        self.note = Banner("", Tone.INFO, parent=self)
        self.note.hide()
        kinds = [Choice(kind.value, label(kind).capitalize()) for kind in Category]
        self.category = OptionsField(
            _("&Kind of contract"),
            [*kinds, Choice(UNKNOWN, _("I don’t know"))],
            name="calculator.category",
            parent=self,
        )
        total = MoneyField(_("Contract &sum"), name="calculator.sum", parent=self)
        percentage = PercentField(
            _("&Percentage"), name="calculator.percentage", optional=True, parent=self
        )
        labour = PercentField(
            _("Share of l&abour in the price"),
            name="calculator.labour",
            optional=True,
            hint=_("Some rules ask less where labour is a small part."),
            parent=self,
        )
        months = IntegerField(
            _("&Length of the contract"),
            name="calculator.months",
            optional=True,
            unit=_("months"),
            parent=self,
        )
        self.lines: dict[FieldName, LineField] = {
            "sum": total,
            "percentage": percentage,
            "labour": labour,
            "months": months,
        }
        self._doubt = Banner("", Tone.WARNING, parent=self)
        self._doubt.hide()
        first = Columns(self, narrowest=14, most=2, spacing=18)
        first.add(total, percentage)
        second = Columns(self, narrowest=14, most=2, spacing=18)
        second.add(months, labour)
        self.add(self.authority, self.note, self.rules, self.category)
        self.add(first, self._doubt, second, STRETCH)

    def _connect(self) -> None:
        for field in (self.authority, self.rules, self.category, *self.lines.values()):
            field.changed.connect(self.changed)
        for line in self.lines.values():
            line.finished.connect(self._on_left)
        self._doubt.act_chosen.connect(self._on_sure)

    @Slot()
    def _on_left(self) -> None:
        sender = self.sender()
        for name, line in self.lines.items():
            if line is sender:
                self.left.emit(name)

    @Slot(str)
    def _on_sure(self, _key: str) -> None:
        self.sum_confirmed.emit()


class CalculatorPanel(QWidget):
    """The body of the page.

    Signals:
        changed(object): the `Form` as it stands now.
        left(str): the user left the field of that name.
        act_chosen(str): key of an act.
    """

    changed = Signal(object)
    left = Signal(str)
    act_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        page = ScrolledPage(self)
        self._questions = QuestionsCard(page.content)
        self._answer = AnswerCard(page.content)
        both = Split(self._questions, self._answer, shares=(1, 1), narrow=50, parent=page.content)
        page.add(both, STRETCH)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(page)
        self._questions.changed.connect(self._on_changed)
        self._questions.left.connect(self.left)
        self._questions.sum_confirmed.connect(self._on_sure)

    def show_form(self, form: Form) -> None:
        """Show these texts in the fields."""
        self._questions.set_form(form)

    def show_authorities(self, names: Sequence[str]) -> None:
        """Offer these municipalities and regions."""
        self._questions.authority.set_choices([Choice(name, name) for name in names])

    def show_rules(self, choices: tuple[Choice, ...], chosen: str | None, note: str) -> None:
        """Offer these rule sets; a single one is no question."""
        self._questions.rules.set_choices(choices)
        self._questions.rules.set_value(chosen)
        self._questions.rules.setVisible(len(choices) > 1)
        self._questions.note.show_message(note, Tone.INFO)

    def show_hints(self, hints: Hints) -> None:
        """Say beneath the fields what the rules themselves say."""
        self._questions.lines["sum"].set_hint(hints.sum)
        self._questions.lines["percentage"].set_hint(hints.percentage)

    def show_reading(self, name: FieldName, text: str | None) -> None:
        """Show how a text was read."""
        self._questions.lines[name].show_reading(text)

    def show_error(self, name: FieldName, text: str | None, readings: Sequence[str] = ()) -> None:
        """Show what is wrong with a text and what it may have meant."""
        self._questions.lines[name].set_error(text)
        self._questions.lines[name].offer_readings(readings)

    def ask_sum(self, question: str, readings: Sequence[str]) -> None:
        """Ask whether a very large sum is right."""
        self._questions.ask_sum(question, readings)

    def show_answer(self, answer: Answer) -> None:
        """Show what would be owed."""
        self._answer.set_answer(answer)

    def focus(self) -> None:
        """Put the cursor in the first field."""
        self._questions.authority.focus()

    @Slot()
    def _on_changed(self) -> None:
        self.changed.emit(self._questions.form())

    @Slot()
    def _on_sure(self) -> None:
        self.act_chosen.emit(SURE)
