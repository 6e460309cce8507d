"""The tabs of a contract that are a page of cards: evidence, deadlines, details."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from sroi_desktop.language import _
from sroi_desktop.ui.contract.content import DeadlinesContent, DetailsContent, EvidenceContent
from sroi_desktop.ui.contract.days import AGREED, CONTACT, SENT
from sroi_desktop.ui.contract.rows import HeldRow, MissingRow
from sroi_desktop.ui.contract.tables import deadlines_table, held_table
from sroi_desktop.ui.kit.boxes import STRETCH, Card, ScrolledPage, row
from sroi_desktop.ui.kit.buttons import ActButton, Button
from sroi_desktop.ui.kit.content import Act, StepContent
from sroi_desktop.ui.kit.fields import DateField
from sroi_desktop.ui.kit.flow import Columns, Wrap
from sroi_desktop.ui.kit.messages import Banner
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.kit.steps import StepList
from sroi_desktop.ui.kit.text import Muted, SectionTitle, Text


class EvidenceTab(ScrolledPage):
    """What is missing, and what is on file.

    Signals:
        evidence_wanted(object): the id of an effort, or None for the whole contract.
    """

    evidence_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._missing = StepList(parent=self)
        self._complete = Muted(_("No evidence is missing."), parent=self)
        self._count = Muted(parent=self, wrap=False)
        self._more = ActButton(Act("rest", _("Show all that is missing"), kind="link"), parent=self)
        self._held = held_table(self)
        self._held.setObjectName("contract.held")
        self._none = Muted(_("Documents that you keep or have seen will be here."), parent=self)
        self._notes = Banner(parent=self)
        self._notes.hide()
        missing = Card(self, spacing=12)
        missing.add(
            SectionTitle(_("Still missing"), parent=self),
            self._notes,
            self._missing,
            self._complete,
            row(self._count, self._more, STRETCH),
        )
        held = Card(self)
        held.add(SectionTitle(_("On file"), parent=self), self._held, self._none)
        self.add(missing, held, STRETCH)
        self._missing.act_chosen.connect(self._on_missing)
        self._more.act_chosen.connect(self._on_missing)
        self._held.row_opened.connect(self._on_held)

    def show_content(self, content: EvidenceContent) -> None:
        """Show what is missing and what is on file."""
        _tell(self._notes, content.notes)
        self._missing.set_steps([_missing_step(one) for one in content.missing])
        self._complete.setVisible(not content.missing)
        self._count.setText(content.more)
        self._count.setVisible(bool(content.more))
        self._more.setVisible(bool(content.more))
        self._held.set_rows(content.held)
        self._held.setVisible(bool(content.held))
        self._none.setVisible(not content.held)

    @Slot(str)
    def _on_missing(self, key: str) -> None:
        self.evidence_wanted.emit(int(key) if key.isdecimal() else None)

    @Slot(object)
    def _on_held(self, held: HeldRow) -> None:
        self.evidence_wanted.emit(held.effort_id)


def _tell(banner: Banner, notes: str) -> None:
    """Show rules in words, once for as long as they stand there."""
    if notes != banner.text():
        banner.show_message(notes, Tone.INFO)


def _missing_step(missing: MissingRow) -> StepContent:
    detail = _("Missing: {pieces}. Without it {amount} does not count.")
    return StepContent(
        missing.title,
        detail.format(pieces=missing.lacks, amount=missing.value),
        "file-warning",
        Tone.WARNING,
        Act(str(missing.effort_id), _("Add evidence")),
    )


class DeadlinesTab(ScrolledPage):
    """What is due, and the days that the owner notes.

    Signals:
        day_typed(str, str): a field and its text.
        day_left(str): a field that the user is done with.
        keep_asked(): the days are to be kept.
    """

    day_typed = Signal(str, str)
    day_left = Signal(str)
    keep_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = deadlines_table(self)
        self._table.setObjectName("contract.deadlines")
        self._fields = {
            CONTACT: DateField(
                _("&First contact made on"), name="contract.day.contact", optional=True
            ),
            SENT: DateField(_("&Plan sent on"), name="contract.day.sent", optional=True),
            AGREED: DateField(_("Plan &agreed on"), name="contract.day.agreed", optional=True),
        }
        self._keep = Button(_("&Keep these days"), icon_name="check", parent=self)
        self._keep.setObjectName("contract.day.keep")
        self._build()
        self._keep.clicked.connect(self.keep_asked)
        for field in self._fields.values():
            field.changed.connect(self._on_changed)
            field.finished.connect(self._on_finished)

    def show_content(self, content: DeadlinesContent) -> None:
        """Show what is due, and the days as typed."""
        self._table.set_rows(content.rows)
        _tell(self._notes, content.notes)
        texts = (content.contact_made, content.plan_sent, content.plan_agreed)
        for field, text in zip(self._fields.values(), texts, strict=True):
            field.set_text(text)
            field.set_error(None)

    def show_day(self, name: str, reading: str | None, error: str | None) -> None:
        """Show how a day was read, or what is wrong with it."""
        self._fields[name].set_error(error)
        self._fields[name].show_reading(reading)

    def focus_day(self, name: str) -> None:
        """Put the cursor in one of the days."""
        self._fields[name].focus()
        self.ensureWidgetVisible(self._fields[name])

    def _build(self) -> None:
        noted = Card(self)
        noted.add(SectionTitle(_("What has been done"), parent=self))
        columns = Columns(self, narrowest=14, most=3, spacing=18)
        columns.add(*self._fields.values())
        noted.add(columns)
        noted.add_row(self._keep, STRETCH)
        due = Card(self)
        self._notes = Banner(parent=self)
        self._notes.hide()
        due.add(SectionTitle(_("What is due"), parent=self), self._notes, self._table)
        remark = _("“Our suggestion” stands where neither the contract nor the rules name a day.")
        due.add(Muted(remark, "hint", parent=self))
        self.add(noted, due, STRETCH)

    def _name_of(self, sender: object) -> str:
        return next(name for name, field in self._fields.items() if field is sender)

    @Slot()
    def _on_changed(self) -> None:
        name = self._name_of(self.sender())
        self._fields[name].set_error(None)
        self.day_typed.emit(name, self._fields[name].text())

    @Slot()
    def _on_finished(self) -> None:
        self.day_left.emit(self._name_of(self.sender()))


class DetailsTab(ScrolledPage):
    """What was filled in.

    Signals:
        act_chosen(str): key of an act.
    """

    act_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups = Columns(self, narrowest=24, most=2)
        change = ActButton(Act("edit", _("Change contract"), icon="pencil"), parent=self)
        rules = ActButton(Act("rules", _("See the rule set"), icon="scale"), parent=self)
        adjust = ActButton(Act("adjust_rules", _("Adjust the rules"), icon="file-pen"), parent=self)
        other = Act("edition", _("Look at another edition"), icon="layers")
        edition = ActButton(other, parent=self)
        said = Act("clause", _("See what the tender says"), icon="file-search")
        self._clause = ActButton(said, parent=self)
        acts = Wrap(self, spacing=12)
        for button in (change, rules, adjust, edition, self._clause):
            button.act_chosen.connect(self.act_chosen)
            acts.add(button)
        self._newer = Banner(parent=self)
        self.add(acts, self._newer, self._groups, STRETCH)

    def show_content(self, content: DetailsContent) -> None:
        """Show the answers in their groups, and whether there is a later edition of the rules."""
        self._newer.show_message(content.newer, Tone.INFO)
        self._clause.setVisible(content.clause_act is not None)
        self._groups.clear()
        for title, pairs in content.groups:
            self._groups.add(self._group(title, pairs))

    def _group(self, title: str, pairs: tuple[tuple[str, str], ...]) -> Card:
        card = Card(self._groups)
        card.add(SectionTitle(title, role="heading", parent=card))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(7)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        top = Qt.AlignmentFlag.AlignTop
        for line, (question, answer) in enumerate(pairs):
            grid.addWidget(Muted(question, "small", parent=card), line, 0, top)
            grid.addWidget(Text(answer, "smallstrong", wrap=True, parent=card), line, 1, top)
        card.add(grid, STRETCH)
        return card
