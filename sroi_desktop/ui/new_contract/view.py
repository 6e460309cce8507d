"""The conversation as widgets: the step at the left, what is owed at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from sroi_desktop.language import _
from sroi_desktop.ui.kit.boxes import column
from sroi_desktop.ui.kit.buttons import Button
from sroi_desktop.ui.kit.content import Act
from sroi_desktop.ui.kit.dialogs import Question, confirm
from sroi_desktop.ui.kit.foot import Foot
from sroi_desktop.ui.kit.look import current_look
from sroi_desktop.ui.kit.messages import Banner
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.kit.stepper import Stepper
from sroi_desktop.ui.new_contract.check_step import CheckStep
from sroi_desktop.ui.new_contract.choosing import RulesContent, ValueRow
from sroi_desktop.ui.new_contract.fields import FormFields
from sroi_desktop.ui.new_contract.form import CHECK, QUESTIONS, RULES, Form
from sroi_desktop.ui.new_contract.showing import Asked, Doubt, FieldState
from sroi_desktop.ui.new_contract.side import OwedSide
from sroi_desktop.ui.new_contract.steps import (
    AmountStep,
    ContractStep,
    DatesStep,
    RulesStep,
)
from sroi_desktop.ui.new_contract.told import OwedContent, SummaryGroup
from sroi_desktop.ui.tab_order import set_tab_order

_PAUSE_MS = 400
# Narrower than this, in heights of the text, the side stands beneath the step.
_NARROW_EM = 40


class NewContractPanel(QWidget):
    """The body of the page.

    Signals:
        on_asked(), up_asked(), leave_asked(): to the next step, the one before, or away.
        keep_asked(): the owner paused; a draft may be kept.
        act_chosen(str): key of the act of the message.
        head_changed(): the head of the page has something else to say.
    """

    on_asked = Signal()
    up_asked = Signal()
    leave_asked = Signal()
    keep_asked = Signal()
    act_chosen = Signal(str)
    head_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields = FormFields(self)
        self.contract = ContractStep(self.fields, self)
        self.rules = RulesStep(self.fields, self)
        self.amount = AmountStep(self.fields, self)
        self.dates = DatesStep(self.fields, self)
        self.check = CheckStep(self)
        self._stepper = Stepper(
            (_("Which contract?"), _("Which rules?"), _("How much?"), _("When?"), _("Check")), self
        )
        self._banner = Banner(parent=self)
        self._banner.hide()
        self._stack = QStackedWidget(self)
        for step in (self.contract, self.rules, self.amount, self.dates, self.check):
            self._stack.addWidget(step)
        self._side = OwedSide(self)
        self._up = self._button(_("&Back"), "up")
        self._later = self._button(_("Finish la&ter"), "later")
        self._on = self._button(_("Ne&xt"), "on")
        self._on.set_kind("primary")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._build()
        self._connect()

    def show_form(self, form: Form, *, is_new: bool) -> None:
        """Fill in every field."""
        self.fields.fill_in(form)
        self.dates.set_new(is_new=is_new)

    def show_step(self, step: int, next_text: str) -> None:
        """Show one step."""
        self._stepper.set_current(step)
        self._stack.setCurrentIndex(step)
        self._on.setText(next_text)
        set_tab_order(self)
        self._focus_first(step)

    def show_field(self, name: str, state: FieldState) -> None:
        """Show how an answer was read, and what is wrong with it."""
        self.fields.show_state(name, state)

    def show_doubt(self, name: str, doubt: Doubt | None) -> None:
        """Ask whether an amount is right; None takes the question away."""
        self.amount.show_doubt(name, doubt)

    def show_authority(self, note: str, suggestions: tuple[str, ...]) -> None:
        """Show what is known of the authority that was typed, and names that may be meant."""
        self.contract.show_authority(note, suggestions)
        self.rules.show_meant(suggestions)
        set_tab_order(self)

    def show_rules(self, content: RulesContent, rhythm_hint: str) -> None:
        """Show which rules there are, and what the chosen ones lack."""
        self.rules.show_rules(content)
        self.fields["rhythm"].set_hint(rhythm_hint)

    def show_values(self, rows: tuple[ValueRow, ...], typed: dict[str, str]) -> None:
        """Offer a field for the value of every row of the rules."""
        self.rules.show_values(rows, typed)
        set_tab_order(self)

    def show_asked(self, asked: Asked) -> None:
        """Show the questions about the amount that matter."""
        self.amount.show_asked(asked)

    def show_owed(self, content: OwedContent) -> None:
        """Show what is owed, and how that is computed."""
        self._side.show_owed(content)

    def show_summary(self, groups: tuple[SummaryGroup, ...]) -> None:
        """Show everything that was answered."""
        self.check.show_summary(groups)
        set_tab_order(self)

    def show_message(self, text: str, tone: Tone, act: Act | None = None) -> None:
        """Say something above the step; an empty text takes it away."""
        self._banner.show_message(text, tone, act=act)

    def show_head(self) -> None:
        """Show the head of the page again."""
        self.head_changed.emit()

    def focus(self, name: str) -> None:
        """Put the cursor in a field, and bring it in sight."""
        if name in self.fields:
            self.fields[name].focus()

    def keep_soon(self) -> None:
        """Ask to keep a draft when the owner pauses."""
        self._pause.start()

    def confirm_rules(self, text: str) -> bool:
        """Ask whether other rules may change what is booked."""
        return confirm(self, Question(_("Compute again under other rules?"), text, _("Compute")))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the side beneath the step where there is no room beside it."""
        super().resizeEvent(event)
        self._settle()

    def fit_to_look(self) -> None:
        """Find out again how much room there is."""
        self._settle()

    def _focus_first(self, step: int) -> None:
        """Put the cursor where a step begins."""
        if step == RULES:
            self.rules.focus_chosen()
        elif step == CHECK:
            self._on.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            asked = (name for name in QUESTIONS[step] if not self.fields[name].isHidden())
            self.fields[next(asked)].focus()

    def _settle(self) -> None:
        narrow = self.width() < current_look().em(_NARROW_EM)
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._across.direction() != way:
            self._across.setDirection(way)
        self._side.fit_within(self.width(), stacked=narrow)
        self._beside.setContentsMargins(28 if narrow else 0, 0, 28, 8)

    def _button(self, text: str, name: str) -> Button:
        button = Button(text, parent=self)
        button.setObjectName(f"new_contract.{name}")
        return button

    def _build(self) -> None:
        head = column(self._stepper, self._banner, spacing=10)
        head.setContentsMargins(28, 4, 16, 0)
        foot = column(Foot(self._up, self._later, self._on, parent=self))
        foot.setContentsMargins(28, 8, 16, 8)
        left = QWidget(self)
        body = QVBoxLayout(left)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addLayout(head)
        body.addSpacing(8)
        body.addWidget(self._stack, 1)
        body.addLayout(foot)
        self._beside = column(self._side)
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(0)
        self._across.addWidget(left, 2)
        self._across.addLayout(self._beside, 1)

    def _connect(self) -> None:
        self._on.clicked.connect(self.on_asked)
        self._up.clicked.connect(self.up_asked)
        self._later.clicked.connect(self.leave_asked)
        self._banner.act_chosen.connect(self.act_chosen)
        self._pause.timeout.connect(self._on_pause)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            self._shortcut(keys).activated.connect(self.on_asked)
        self._shortcut("Esc").activated.connect(self.leave_asked)

    def _shortcut(self, keys: str) -> QShortcut:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        return shortcut

    @Slot()
    def _on_pause(self) -> None:
        self.keep_asked.emit()
