"""The steps of the conversation as widgets: what is asked on each, beneath each other."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from sroi_desktop.language import _
from sroi_desktop.ui.kit.boxes import STRETCH, Card, ScrolledPage, clear_layout, column, row
from sroi_desktop.ui.kit.buttons import IconButton, LinkButton
from sroi_desktop.ui.kit.cards import ToggleCards
from sroi_desktop.ui.kit.content import CardChoice
from sroi_desktop.ui.kit.fields import MoneyField
from sroi_desktop.ui.kit.flow import Columns, Wrap
from sroi_desktop.ui.kit.messages import POINT, Banner, announce
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.kit.text import Muted, SectionTitle, Text
from sroi_desktop.ui.new_contract.choosing import RulesContent, SourceLine, ValueRow
from sroi_desktop.ui.new_contract.doubting import DoubtRow
from sroi_desktop.ui.new_contract.fields import FormFields
from sroi_desktop.ui.new_contract.form import ASKED_IN, VALUE
from sroi_desktop.ui.new_contract.showing import Asked, Doubt
from sroi_desktop.ui.new_contract.suggesting import Suggestions

MARGINS = (28, 4, 16, 16)


class Step(ScrolledPage):
    """One step: a card with its questions."""

    def __init__(self, fields: FormFields, parent: QWidget | None = None) -> None:
        super().__init__(parent, margins=MARGINS)
        self._fields = fields
        self._card = Card(self, padding=22, spacing=16)
        self.add(self._card)

    def _pair(self, *names: str, most: int = 2, narrowest: float = 15) -> Columns:
        columns = Columns(self, narrowest=narrowest, most=most, spacing=18)
        columns.add(*(self._fields[name] for name in names))
        return columns


class ContractStep(Step):
    """Which contract, and for whom.

    Signals:
        authority_chosen(str): a suggested name.
    """

    authority_chosen = Signal(str)

    def __init__(self, fields: FormFields, parent: QWidget | None = None) -> None:
        super().__init__(fields, parent)
        self._suggestions = Suggestions("new_contract.suggestion", self)
        self._suggestions.chosen.connect(self.authority_chosen)
        below = QShortcut(Qt.Key.Key_Down, fields["authority"])
        below.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        below.activated.connect(self._suggestions.focus_first)
        self._found = Text("", "smallstrong", tone=Tone.ACCENT, wrap=True, parent=self)
        self._found.setObjectName("new_contract.found")
        authority = column(fields["authority"], self._suggestions, self._found, spacing=4)
        self._card.add(fields["title"], authority)
        self._card.add(self._pair("reference", "contact"), fields["number"])
        warning = _("Never fill in a citizen service number (BSN): you may not keep one for this.")
        self.add(Banner(warning, Tone.ACCENT, parent=self), STRETCH)

    def show_authority(self, note: str, suggestions: tuple[str, ...]) -> None:
        """Show what is known of the authority, and names that may be meant."""
        self._found.setText(note)
        self._found.setVisible(bool(note))
        self._suggestions.show_names(suggestions)


class RulesStep(Step):
    """Which rules hold, and which values the contract has in their place.

    Signals:
        rules_chosen(str): key of a card.
        authority_chosen(str): the name that was meant by a part of it.
        adjusting_asked(): values of the contract are to be taken over.
        editor_asked(): the whole table of the contract is to be typed over.
    """

    rules_chosen = Signal(str)
    authority_chosen = Signal(str)
    adjusting_asked = Signal()
    editor_asked = Signal()

    def __init__(self, fields: FormFields, parent: QWidget | None = None) -> None:
        super().__init__(fields, parent)
        self._rows: tuple[str, ...] = ()
        self._offered: tuple[CardChoice, ...] = ()
        self._meant = Suggestions("new_contract.meant", self)
        self._meant_line = self._line(Muted(_("Did you mean:"), parent=self), self._meant)
        self._cards = ToggleCards(_("Rules"), narrowest=30, most=1, parent=self)
        self._missing = Banner("", Tone.WARNING, parent=self)
        self._sources = column(spacing=4)
        self._adjust = LinkButton(_("Take them over"), parent=self)
        self._adjust.setObjectName("new_contract.adjust")
        self._other = Wrap(self, spacing=8)
        self._other.add(
            Muted(_("Does your contract name other values?"), parent=self), self._adjust
        )
        self._editor = LinkButton(_("Or type the whole table of your contract over"), parent=self)
        self._editor.setObjectName("new_contract.editor")
        self._values = Card(self, padding=22, spacing=14)
        self._grid = Columns(self._values, narrowest=16, most=2, spacing=18)
        self._lay_out()
        self._meant.chosen.connect(self.authority_chosen)
        self._cards.changed.connect(self._on_cards)
        self._adjust.clicked.connect(self.adjusting_asked)
        self._editor.clicked.connect(self.editor_asked)

    def _lay_out(self) -> None:
        self._card.add(
            SectionTitle(_("Which rules does the contract name?"), role="heading", parent=self),
            Muted(_("The contract decides: choose the edition that it names."), parent=self),
            self._meant_line,
            self._cards,
            self._missing,
            self._sources,
            self._other,
            row(self._editor, STRETCH),
            self._fields["full_time"],
        )
        self._values.add(
            SectionTitle(_("Values from your contract"), role="heading", parent=self),
            Muted(_("What you leave empty is not known yet. You can fill it in later.")),
            self._grid,
        )
        self.add(self._values, STRETCH)

    def _line(self, words: QWidget, names: QWidget) -> QWidget:
        """Return words with names behind them; it is not there while nothing is asked."""
        line = QWidget(self)
        across = row(words, names, spacing=8)
        across.setStretch(1, 1)
        line.setLayout(across)
        line.hide()
        return line

    def show_meant(self, names: tuple[str, ...]) -> None:
        """Ask whether one of these names was meant, where only a part of one was typed."""
        self._meant.show_names(names)
        self._meant_line.setVisible(bool(names))

    def show_rules(self, content: RulesContent) -> None:
        """Show which rules there are, and what the chosen ones lack."""
        if content.cards != self._offered:
            self._offered = content.cards
            self._cards.set_choices(content.cards)
        self._cards.set_value(content.chosen)
        lacking = "\n".join(f"{POINT}{one}" for one in content.missing)
        known = _("These rules do not tell everything. Look in your contract for:")
        tone = Tone.WARNING if content.is_partial else Tone.NEUTRAL
        self._missing.show_message(f"{known}\n{lacking}" if lacking else "", tone)
        clear_layout(self._sources)
        for source in content.sources:
            self._sources.addLayout(self._source(source))
        self._fields["full_time"].setVisible(content.asks_full_time)

    def show_values(self, rows: tuple[ValueRow, ...], typed: dict[str, str]) -> None:
        """Offer a field for every row that has a value; the same rows stay as they are."""
        names = tuple(f"{VALUE}{one.row}" for one in rows)
        self._values.setVisible(bool(rows))
        self._other.setVisible(not rows)
        if names == self._rows:
            return
        self._fields.drop(self._rows)
        self._grid.clear()
        self._rows = names
        for name, one in zip(names, rows, strict=True):
            field = MoneyField(one.label.replace("&", "&&"), hint=one.unit, parent=self._grid)
            if one.published:
                field.set_placeholder(one.published)
            field.set_text(typed.get(one.row, ""))
            self._fields.add(name, field)
            self._grid.add(field)

    def _source(self, source: SourceLine) -> QHBoxLayout:
        copy = IconButton("copy", _("Copy the address of {title}").format(title=source.title), self)
        copy.setProperty("address", source.address)
        copy.clicked.connect(self._on_copy)
        words = Muted(_("Source: {text}").format(text=source.title), "hint", parent=self)
        across = row(words, copy, spacing=6)
        across.setStretch(0, 1)
        return across

    def focus_chosen(self) -> None:
        """Put the focus on the card that is chosen."""
        chosen = (card for card in self._cards.items() if getattr(card, "isChecked", bool)())
        for card in chosen:
            card.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_cards(self) -> None:
        chosen = self._cards.value()
        if chosen is not None:
            self.rules_chosen.emit(chosen)

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(str(self.sender().property("address")))
        announce(self, _("The address is copied."))


class AmountStep(Step):
    """How much the contract is worth, and how much social return it asks.

    Signals:
        sure(str), smaller_meant(str): the answer to a doubt, with the name of its question.
    """

    sure = Signal(str)
    smaller_meant = Signal(str)

    def __init__(self, fields: FormFields, parent: QWidget | None = None) -> None:
        super().__init__(fields, parent)
        self._doubts = {name: DoubtRow(name, self) for name in ("sum", "amount")}
        self._units = self._pair(*ASKED_IN, most=3, narrowest=11)
        self._card.add(
            fields["category"],
            fields["sum"],
            self._doubts["sum"],
            fields["bid"],
            fields["wage"],
            fields["turnover"],
            fields["part"],
            fields["share"],
            fields["demand"],
            fields["percentage"],
            fields["amount"],
            self._doubts["amount"],
            self._units,
            self._pair("offered", "labour"),
            fields["bid_on"],
        )
        self.add(STRETCH)
        for doubt in self._doubts.values():
            doubt.confirmed.connect(self._on_sure)
            doubt.denied.connect(self._on_smaller)

    def show_asked(self, asked: Asked) -> None:
        """Show the questions that matter."""
        visible = {
            "share": asked.share,
            "percentage": asked.percentage,
            "amount": asked.amount,
            "labour": asked.labour,
            "bid": asked.bid,
            "wage": asked.wage,
            "turnover": asked.turnover,
            "bid_on": asked.bid_on,
            **dict.fromkeys(ASKED_IN, asked.units),
        }
        self._units.setVisible(asked.units)
        for name, is_asked in visible.items():
            self._fields[name].setVisible(is_asked)
        self._fields["sum"].set_hint(asked.sum_hint)
        self._fields["percentage"].set_hint(asked.percentage_hint)

    def show_doubt(self, name: str, doubt: Doubt | None) -> None:
        """Ask whether an amount is right; None takes the question away."""
        self._doubts[name].show_doubt(doubt)

    def _name_of(self, sender: object) -> str:
        return next(name for name, row_ in self._doubts.items() if row_ is sender)

    @Slot()
    def _on_sure(self) -> None:
        self.sure.emit(self._name_of(self.sender()))

    @Slot()
    def _on_smaller(self) -> None:
        self.smaller_meant.emit(self._name_of(self.sender()))


class DatesStep(Step):
    """From when to when, and how often to report."""

    def __init__(self, fields: FormFields, parent: QWidget | None = None) -> None:
        super().__init__(fields, parent)
        self._card.add(
            fields["state"],
            self._pair("awarded", "starts", "ends", most=3, narrowest=11),
            fields["rhythm"],
            fields["note"],
        )
        self.add(STRETCH)

    def set_new(self, *, is_new: bool) -> None:
        """Ask how far a new contract is; an old one is moved on from its own page."""
        self._fields["state"].setVisible(is_new)
