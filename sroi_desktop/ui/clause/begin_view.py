"""The beginning: whose tender it is, and what was read before."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from sroi_desktop.language import _
from sroi_desktop.ui.clause.content import BaseContent, BeginContent, Earlier
from sroi_desktop.ui.kit.boxes import Card, column
from sroi_desktop.ui.kit.content import Act, Choice, StepContent
from sroi_desktop.ui.kit.fields import ChoiceField, TextField
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.kit.steps import StepList
from sroi_desktop.ui.kit.text import Muted, SectionTitle


class BeginPanel(QWidget):
    """Shows a `BeginContent`.

    Signals:
        described(str, str, str): name of the tender, authority and their reference.
        base_chosen(str): the id of the rules to hold the answers against, "" for the nearest.
        resumed(int): go on with a clause that was begun before.
    """

    described = Signal(str, str, str)
    base_chosen = Signal(str)
    resumed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        card = Card(self, padding=22, spacing=14)
        card.add(SectionTitle(_("Which tender do you read?"), parent=card))
        words = _(
            "Paste the paragraph about social return beside this, from the tender or its annex. "
            "Then come about thirty short questions; “It is not there” is an answer as well, and "
            "becomes a question for the authority."
        )
        card.add(Muted(words, "body", parent=card))
        self._title = TextField(_("&Name of the tender"), name="clause.title", parent=card)
        self._authority = ChoiceField(
            _("A&uthority"), name="clause.authority", searchable=True, parent=card
        )
        self._reference = TextField(
            _("Their &reference"), name="clause.reference", optional=True, parent=card
        )
        self._base = ChoiceField(
            _("Rules to begin &with"), name="clause.base", searchable=True, parent=card
        )
        card.add(self._title, self._authority, self._reference, self._base)
        self._bases: tuple[Choice, ...] = ()
        self._current: str | None = None
        self._earlier = Card(self, padding=22, spacing=12)
        self._steps = StepList(parent=self._earlier)
        self._earlier.add(SectionTitle(_("Read before"), parent=self._earlier), self._steps)
        body = column(card, self._earlier, spacing=14)
        body.addStretch(1)
        self.setLayout(body)
        for field in (self._title, self._authority, self._reference):
            field.finished.connect(self._on_finished)
            field.changed.connect(self._on_finished)
        self._base.finished.connect(self._on_base_left)
        self._base.changed.connect(self._on_base)
        self._steps.act_chosen.connect(self._on_step)

    def set_content(self, content: BeginContent) -> None:
        """Show the names, and what was read before."""
        self._title.set_text(content.title)
        self._authority.set_choices([Choice(name, name) for name in content.names])
        self._authority.set_text(content.authority)
        self._reference.set_text(content.reference)
        self._earlier.setVisible(bool(content.earlier))
        self._steps.set_steps([_step(one) for one in content.earlier])

    def set_base(self, content: BaseContent) -> None:
        """Show the rules that the answers are held against, and what can be chosen instead."""
        if content.choices != self._bases:
            self._bases = content.choices
            self._base.set_choices(content.choices)
        self._current = content.current
        if self._base.value() != content.current:  # what is being typed stays as it is
            self._base.set_value(content.current)
        self._base.set_hint(content.hint)

    def focus(self) -> None:
        """Put the cursor in the first field."""
        self._title.focus()

    @Slot()
    def _on_finished(self) -> None:
        self.described.emit(self._title.text(), self._authority.text(), self._reference.text())

    @Slot()
    def _on_base(self) -> None:
        key = self._base.value()
        if key is not None:
            self.base_chosen.emit(key)

    @Slot()
    def _on_base_left(self) -> None:
        """Show again what holds, where the words that were typed are those of no rules."""
        if self._base.value() is None:
            self._base.set_value(self._current)
        self._on_base()

    @Slot(str)
    def _on_step(self, key: str) -> None:
        self.resumed.emit(int(key))


def _step(one: Earlier) -> StepContent:
    act = Act(str(one.clause_id), _("Go on"))
    return StepContent(one.title, one.detail, "file-text", Tone.NEUTRAL, act)
