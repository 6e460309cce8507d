"""The overview as widgets: steps, contracts, the way to the calculator, and how to begin."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QSizePolicy, QVBoxLayout, QWidget

from sroi_desktop.language import _
from sroi_desktop.ui.home.card_button import ContractButton
from sroi_desktop.ui.home.cards import HomeCard
from sroi_desktop.ui.home.presenter import BEGIN, CALCULATE, NEW, READ
from sroi_desktop.ui.kit.boxes import STRETCH, Card, ScrolledPage, clear_layout, row
from sroi_desktop.ui.kit.buttons import ActButton
from sroi_desktop.ui.kit.content import Act, StepContent
from sroi_desktop.ui.kit.flow import Columns, Wrap
from sroi_desktop.ui.kit.messages import Banner, EmptyState
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.kit.steps import StepList
from sroi_desktop.ui.kit.text import IconLabel, Muted, SectionTitle, Text
from sroi_desktop.ui.tab_order import set_tab_order


class StepsCard(Card):
    """What to do now: a few steps, and the way to all of them.

    Signals:
        act_chosen(str): key of the act of a step, or of the way to more of them.
    """

    act_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=12)
        self.setObjectName("home.steps")
        self._count = Muted("", wrap=False, parent=self)
        self.add_row(SectionTitle(_("What should you do now?"), parent=self), STRETCH, self._count)
        self._list = StepList(parent=self)
        self._list.act_chosen.connect(self.act_chosen)
        self._nothing = QWidget(self)
        mark = IconLabel("circle-check", Tone.GOOD, size=22, parent=self._nothing)
        words = Text(_("You are up to date: nothing waits for you now."), wrap=True, parent=self)
        line = row(mark, words)
        line.setStretch(1, 1)
        self._nothing.setLayout(line)
        self._foot = row()
        self.add(self._list, self._nothing, self._foot)

    def set_steps(self, steps: tuple[StepContent, ...], count: str, more: Act | None) -> None:
        """Show these steps; who was here with the keyboard stays here."""
        held = _holds_focus(self)
        self._list.set_steps(steps)
        self._list.setVisible(bool(steps))
        self._nothing.setVisible(not steps)
        self._count.setText(count)
        clear_layout(self._foot)
        if more is not None:
            button = ActButton(more, parent=self)
            button.act_chosen.connect(self.act_chosen)
            self._foot.addWidget(button)
            self._foot.addStretch(1)
            if held:
                button.show()  # the layout would show it later, and hidden things take no focus
                button.setFocus()


class TenderCard(Card):
    """The ways to look into a tender: the calculator, and reading its clause.

    Signals:
        act_chosen(str): key of one of them.
    """

    act_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, surface="accent", spacing=9)
        self.setObjectName("home.tender")
        self.add(Text(_("New tender?"), "heading", parent=self))
        words = _(
            "Find out beforehand what social return would ask of you, so that you know what "
            "you bid for and what to ask."
        )
        self.add(Muted(words, parent=self))
        acts = Wrap(self, spacing=10, line_spacing=8)
        for act in (
            Act(CALCULATE, _("Work out the obligation"), icon="calculator"),
            Act(READ, _("Read the clause"), icon="file-search"),
        ):
            button = ActButton(act, parent=acts)
            button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            button.act_chosen.connect(self.act_chosen)
            acts.add(button)
        self.add(acts, STRETCH)


class StartCard(Card):
    """How to begin: the first contract.

    Signals:
        act_chosen(str): key of the first act, or of the help.
    """

    act_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("home.start")
        first = EmptyState(
            "file-plus",
            _("Add your first contract"),
            _(
                "Then you see here what to do next, by which day and why. You need not know "
                "everything yet: “I don’t know” is always an answer."
            ),
            act=Act(NEW, _("Add first contract"), icon="plus", kind="primary"),
            parent=self,
        )
        first.act_chosen.connect(self.act_chosen)
        more = ActButton(Act(BEGIN, _("Read how it works"), icon="book-open", kind="link"))
        more.act_chosen.connect(self.act_chosen)
        self.add(first)
        self.body.addWidget(more, 0, Qt.AlignmentFlag.AlignHCenter)


class HomePanel(QWidget):
    """The body of the page.

    Signals:
        act_chosen(str): key of an act.
        contract_chosen(int): a contract to open.
    """

    act_chosen = Signal(str)
    contract_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = ScrolledPage(self)
        content = self._page.content
        self._begun: Banner | None = None
        self._steps = StepsCard(content)
        self._start = StartCard(content)
        self._cards = Columns(content, narrowest=26, most=2)
        self._foot = Wrap(content)
        for part in (self._steps, self._start):
            part.act_chosen.connect(self.act_chosen)
        self._page.add(self._steps, self._start, self._cards, self._foot, STRETCH)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(self._page)
        self._start.hide()

    def show_steps(self, steps: tuple[StepContent, ...], count: str, more: Act | None) -> None:
        """Show what to do, and the way to see more or fewer."""
        self._start.hide()
        self._steps.show()
        self._steps.set_steps(steps, count, more)

    def show_contracts(self, cards: tuple[HomeCard, ...], everything: Act | None) -> None:
        """Show these contracts and the calculator; the focus stays on the same contract."""
        focused = QApplication.focusWidget()
        held = focused.contract_id if isinstance(focused, ContractButton) else None
        self._cards.clear()
        for card in cards:
            button = ContractButton(card, self._cards)
            button.contract_chosen.connect(self.contract_chosen)
            self._cards.add(button)
            if card.contract_id == held:
                button.show()
                button.setFocus()
        self._add_tender()
        self._foot.clear()
        self._foot.setVisible(everything is not None)
        if everything is not None:
            link = ActButton(everything, parent=self._foot)
            link.act_chosen.connect(self.act_chosen)
            self._foot.add(link)
        set_tab_order(self._page.content)

    def show_start(self) -> None:
        """Show how to begin."""
        self._steps.hide()
        self._start.show()
        self._cards.clear()
        self._add_tender()
        self._foot.hide()

    def show_begun(self, text: str, act: Act | None) -> None:
        """Say above all else what was begun and not finished."""
        if self._begun is None and text:  # most starts have nothing to say
            self._begun = Banner("", Tone.INFO, icon="file-pen", parent=self._page.content)
            self._begun.setObjectName("home.begun")
            self._begun.act_chosen.connect(self.act_chosen)
            self._page.body.insertWidget(0, self._begun)
        if self._begun is not None:
            self._begun.show_message(text, Tone.INFO, act=act)

    def _add_tender(self) -> None:
        tender = TenderCard(self._cards)
        tender.act_chosen.connect(self.act_chosen)
        self._cards.add(tender)


def _holds_focus(widget: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and widget.isAncestorOf(focused)
