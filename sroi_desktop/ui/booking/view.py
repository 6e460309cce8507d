"""The booking dialog as widgets: the steps at one side, the value at the other, buttons beneath."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QRadioButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from sroi_desktop.language import _
from sroi_desktop.ui.booking.choosing import WhatContent
from sroi_desktop.ui.booking.contents import ContractsContent, HeadContent, Mark
from sroi_desktop.ui.booking.form import Form
from sroi_desktop.ui.booking.question import Question
from sroi_desktop.ui.booking.side import SidePanel
from sroi_desktop.ui.booking.step_proof import ProofStep
from sroi_desktop.ui.booking.step_what import WhatStep
from sroi_desktop.ui.booking.step_where import WhereStep
from sroi_desktop.ui.booking.step_who import WhoStep
from sroi_desktop.ui.booking.worth import SideContent
from sroi_desktop.ui.kit.boxes import ScrolledPage
from sroi_desktop.ui.kit.buttons import Button
from sroi_desktop.ui.kit.foot import Foot
from sroi_desktop.ui.kit.messages import Banner, announce
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.kit.stepper import Stepper
from sroi_desktop.ui.proving.rows import ProofRow
from sroi_desktop.ui.tab_order import set_tab_order

# What is typed is kept once the keyboard rests for so long: a power cut costs no more than that.
REST_MS = 800


class BookingPanel(QWidget):
    """The dialog.

    Signals:
        onward(), back(), aside(), book_asked(), leave_asked(): the buttons and their keys.
        elsewhere_asked(): what would it be worth under other rules?
        look_asked(): show what in the books it looks like.
        rested(): something was answered, and then nothing for a moment.
    """

    onward = Signal()
    back = Signal()
    aside = Signal()
    book_asked = Signal()
    leave_asked = Signal()
    elsewhere_asked = Signal()
    look_asked = Signal()
    rested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._step = -1
        self._titles = (
            _("What did you do?"),
            _("Who and how much?"),
            _("For which contract?"),
            _("Proof"),
        )
        self._stepper = Stepper(self._titles, self)
        self.what, self.who = WhatStep(self), WhoStep(self)
        self.where, self.proof = WhereStep(self), ProofStep(self)
        self._stack = QStackedWidget(self)
        self._message = Banner("", Tone.INFO, parent=self)
        self._message.setObjectName("booking.message")
        self._message.hide()
        self._side = SidePanel(self)
        self._side.elsewhere_wanted.connect(self.elsewhere_asked)
        self._side.look_wanted.connect(self.look_asked)
        self._back = Button(_("&Back"), parent=self)
        self._aside = Button("", parent=self)
        self._onward = Button("", "primary", parent=self)
        for name in ("back", "aside", "onward"):
            button: Button = getattr(self, f"_{name}")
            button.setObjectName(f"booking.{name}")
            button.clicked.connect(getattr(self, name))
        self._buttons = Foot(self._back, self._aside, self._onward, parent=self)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self.rested)
        self._build()
        self._keys()

    # -- what the presenter asks

    def show_head(self, head: HeadContent) -> None:
        """Show a step with its buttons."""
        moved = head.step != self._step
        self._step = head.step
        self._stepper.set_current(head.step)
        self._stack.setCurrentIndex(head.step)
        self._back.setVisible(head.can_go_back)
        self._aside.setText(head.aside)
        self._onward.setText(head.onward)
        if moved and self.isVisible():
            announce(self._stepper, self._titles[head.step])
            self.go_to_field("")

    def show_what(self, content: WhatContent) -> None:
        """Show the first step; without a contract there is nothing to work out or to keep."""
        self.what.set_content(content)
        for widget in (self._stepper, self._side, self._aside, self._onward):
            widget.setVisible(not content.missing)
        set_tab_order(self)

    def show_questions(self, questions: tuple[Question, ...], form: Form) -> None:
        """Ask these questions in the second step."""
        self.who.set_questions(questions, form)
        set_tab_order(self)

    def show_marks(self, marks: Mapping[str, Mark]) -> None:
        """Show errors, readings and remarks at the fields of the second step."""
        self.who.set_marks(marks)

    def show_contracts(self, content: ContractsContent) -> None:
        """Show the third step."""
        self.where.set_content(content)
        set_tab_order(self)

    def show_proof(self, rows: tuple[ProofRow, ...], refused: Mapping[str, str]) -> None:
        """Show the fourth step."""
        self.proof.set_content(rows, refused)
        set_tab_order(self)

    def show_side(self, side: SideContent) -> None:
        """Show the value and what it does."""
        self._side.set_content(side)

    def show_message(self, text: str, tone: Tone) -> None:
        """Show a message above the buttons."""
        self._message.show_message(text, tone)

    def go_to_field(self, name: str) -> None:
        """Put the cursor in a field of the step, or where the step begins."""
        if self._step == 0:
            self.what.focus()
        elif self._step == 1:
            self.who.focus(name)
        elif self._step == 2:
            self.where.focus()
        else:
            self._onward.setFocus()

    def fit_to_look(self) -> None:
        """Divide the room anew at another text size."""
        self._side.fit_within(self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Divide the new room."""
        super().resizeEvent(event)
        self.fit_to_look()

    # -- inside

    def _build(self) -> None:
        for step in (self.what, self.who, self.where, self.proof):
            page = ScrolledPage(self._stack, margins=(28, 4, 16, 16))
            page.add(step)
            self._stack.addWidget(page)
        foot = QVBoxLayout()
        foot.setContentsMargins(28, 8, 16, 8)
        foot.setSpacing(10)
        foot.addWidget(self._message)
        foot.addWidget(self._buttons)
        head = QVBoxLayout()
        head.setContentsMargins(28, 4, 16, 12)
        head.addWidget(self._stepper)
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        left.addLayout(head)
        left.addWidget(self._stack, 1)
        left.addLayout(foot)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 28, 8)
        across.setSpacing(0)
        across.addLayout(left, 1)
        across.addWidget(self._side)

    def _keys(self) -> None:
        """Ctrl+Enter books from any step, Escape leaves; a draft keeps what was typed."""
        for keys, signal in (
            ("Ctrl+Return", self.book_asked),
            ("Ctrl+Enter", self.book_asked),
            ("Esc", self.leave_asked),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(signal)
        for answered in (
            self.who.answered,
            self.where.share_typed,
            self.where.start_typed,
            self.where.proposal_chosen,
            self.what.kind_chosen,
            self.where.chosen,
            self.proof.lines.file_given,
            self.proof.lines.seen,
        ):
            answered.connect(self._on_answered)

    @Slot()
    def _on_answered(self) -> None:
        self._rest.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter; on a button Enter presses that button."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            focused = self.focusWidget()
            if isinstance(focused, QAbstractButton) and not isinstance(focused, QRadioButton):
                focused.click()
            else:
                self.onward.emit()
            return
        super().keyPressEvent(event)
