"""One question with its explanation, the fields of its answer, and where that stands."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sroi_desktop.language import _
from sroi_desktop.ui.clause.content import NO_MARK, PAGE, QUOTE, Mark, QuestionContent
from sroi_desktop.ui.clause.form import Form
from sroi_desktop.ui.clause.part_fields import make_field, set_text, show_mark, text_of
from sroi_desktop.ui.kit.boxes import STRETCH, Card, Separator, clear_layout, column, row
from sroi_desktop.ui.kit.content import Act, PillContent
from sroi_desktop.ui.kit.fields import Field, NoteField, TextField
from sroi_desktop.ui.kit.messages import Banner
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.kit.pill import Pill
from sroi_desktop.ui.kit.text import IconLabel, Muted, SectionTitle

SURE, SMALLER = "sure", "smaller"


class QuestionPanel(Card):
    """Shows a `QuestionContent`.

    Signals:
        typed(str, str): a field and what stands in it.
        left(str): the user is done with a field.
        sure_told(bool): about a very large sum: True where three zeros are too many.
    """

    typed = Signal(str, str)
    left = Signal(str)
    sure_told = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=22, spacing=12)
        self.setObjectName("clause.question")
        self._fields: dict[str, Field] = {}
        self._names: tuple[str, ...] = ()
        self._count = Muted("", "smallstrong", wrap=False, parent=self)
        self._status = Pill(parent=self)
        self._question = SectionTitle("", parent=self)
        self._question.setObjectName("clause.asked")
        self._about = Muted("", "body", parent=self)
        self._place = Muted("", "small", parent=self)
        self._answer = QVBoxLayout()
        self._answer.setSpacing(14)
        self._doubt = Banner("", Tone.WARNING, parent=self)
        self._doubt.setObjectName("clause.doubt")
        self._doubt.hide()
        self._smaller = Banner("", Tone.INFO, parent=self)
        self._smaller.setObjectName("clause.smaller")
        self._smaller.hide()
        self._page = TextField(_("Page"), name="clause.page", optional=True, parent=self)
        self._quote = NoteField(
            _("In the words of the tender"),
            name="clause.quote",
            optional=True,
            lines=2,
            hint=_("Select the passage in the text and take it over, or type it."),
            parent=self,
        )
        self._build()

    def set_content(self, content: QuestionContent) -> None:
        """Ask a question; its fields are made anew."""
        self._count.setText(content.count)
        self._status.set_content(PillContent(content.status, Tone.NEUTRAL, "circle-check"))
        self._status.setVisible(bool(content.status))
        self._question.setText(content.question)
        self._about.setText(content.about)
        self._place.setText(content.place)
        clear_layout(self._answer)
        self._names = tuple(part.name for part in content.parts)
        self._fields = {part.name: make_field(part, self) for part in content.parts}
        for field in self._fields.values():
            self._listen(field)
            self._answer.addWidget(field)
        self._fields |= {PAGE: self._page, QUOTE: self._quote}

    def show_form(self, form: Form) -> None:
        """Show these texts."""
        for name, field in self._fields.items():
            set_text(field, form.text(name))

    def show_parts(self, names: frozenset[str]) -> None:
        """Show the fields that go with what was chosen."""
        for name in self._names:
            self._fields[name].setVisible(name in names)

    def show_marks(self, marks: Mapping[str, Mark]) -> None:
        """Show how each field was read, or what is wrong with it."""
        for name, field in self._fields.items():
            show_mark(field, marks.get(name, NO_MARK))

    def ask_sure(self, text: str, smaller: str) -> None:
        """Ask whether a very large sum is right, and offer another."""
        if text != self._doubt.text():
            sure = Act(SURE, _("Yes, this is right")) if text else None
            self._doubt.show_message(text, Tone.WARNING, act=sure)
        offer = _("Did you mean {amount}?").format(amount=smaller) if smaller else ""
        if offer != self._smaller.text():
            act = Act(SMALLER, _("Yes, that amount")) if offer else None
            self._smaller.show_message(offer, Tone.INFO, act=act)

    def focus(self) -> None:
        """Put the cursor in the first field that is wrong, or else in the first one."""
        shown = [self._fields[name] for name in self._names if not self._fields[name].isHidden()]
        wrong = [field for field in (*shown, self._page, self._quote) if field.error()]
        next(iter((*wrong, *shown))).focus()

    def _build(self) -> None:
        mark = IconLabel("map-pin", Tone.NEUTRAL, size=15, parent=self)
        where = row(mark, self._place, spacing=8)
        where.setStretch(1, 1)
        where.setAlignment(mark, Qt.AlignmentFlag.AlignTop)
        self._page.setMaximumWidth(140)
        self.add(
            row(self._count, STRETCH, self._status),
            self._question,
            self._about,
            where,
            Separator(self),
            self._answer,
            self._doubt,
            self._smaller,
            Separator(self),
            column(self._page, self._quote, spacing=12),
        )
        for field in (self._page, self._quote):
            self._listen(field)
        self._doubt.act_chosen.connect(self._on_sure)
        self._smaller.act_chosen.connect(self._on_sure)

    def _listen(self, field: Field) -> None:
        field.changed.connect(self._on_changed)
        field.finished.connect(self._on_finished)

    def _name_of(self, sender: object) -> str:
        return next((name for name, field in self._fields.items() if field is sender), "")

    @Slot()
    def _on_changed(self) -> None:
        name = self._name_of(self.sender())
        if name:
            self.typed.emit(name, text_of(self._fields[name]))

    @Slot()
    def _on_finished(self) -> None:
        name = self._name_of(self.sender())
        if name:
            self.left.emit(name)

    @Slot(str)
    def _on_sure(self, key: str) -> None:
        self.sure_told.emit(key == SMALLER)
