"""Beside the questions: what it is worth, how that came about, what it changes, what proves it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from sroi_desktop.language import _, ngettext
from sroi_desktop.ui.booking.worth import EffectContent, Part, SideContent
from sroi_desktop.ui.kit.boxes import STRETCH, ScrolledPage, Separator, clear_layout
from sroi_desktop.ui.kit.buttons import LinkButton
from sroi_desktop.ui.kit.derivation import DerivationView
from sroi_desktop.ui.kit.look import current_look
from sroi_desktop.ui.kit.messages import Banner
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.kit.progress import ProgressBar
from sroi_desktop.ui.kit.text import IconLabel, Muted, SectionTitle, Text
from sroi_desktop.ui.proving.rows import ProofRow

_TOP = Qt.AlignmentFlag.AlignTop


class MarkedList(QWidget):
    """Lines with a mark before each: a dashed ring for what waits, a check for what is there."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[tuple[str, str, Tone, str], ...] = ()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(7)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(9)
        body.addWidget(SectionTitle(title, role="heading", parent=self))
        body.addLayout(self._lines)

    def set_lines(self, lines: Sequence[tuple[str, str, Tone, str]]) -> None:
        """Show words with the icon before them, its tone and what it means."""
        if tuple(lines) != self._shown:
            self._shown = tuple(lines)
            clear_layout(self._lines)
            for words, icon, tone, meaning in lines:
                across = QHBoxLayout()
                across.setSpacing(8)
                mark = IconLabel(icon, tone, size=16, meaning=meaning, parent=self)
                across.addWidget(mark, 0, _TOP)
                across.addWidget(Text(words, "small", wrap=True, parent=self), 1)
                self._lines.addLayout(across)
        self.setVisible(bool(lines))


class EffectView(QWidget):
    """The obligation before and after the booking, as two bars beneath each other."""

    def __init__(self, content: EffectContent, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        body = QGridLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setHorizontalSpacing(10)
        body.setVerticalSpacing(6)
        body.setColumnStretch(1, 1)
        label = Text(content.label, "small", wrap=True, parent=self)
        body.addWidget(label, 0, 0, 1, 2)
        body.addWidget(Text(content.change, "smallstrong", parent=self), 0, 2)
        bars = ((_("now"), content.before), (_("then"), content.after))
        for line, (name, shares) in enumerate(bars, 1):
            body.addWidget(Muted(name, "hint", wrap=False, parent=self), line, 0)
            bar = ProgressBar(self)
            bar.set_shares(shares, f"{name}: {content.alternative}")
            body.addWidget(bar, line, 1, 1, 2)


class Parts(QWidget):
    """The derivation of each share, with its contract's name where there is more than one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Part, ...] = ()
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(10)

    def set_parts(self, parts: tuple[Part, ...]) -> None:
        """Show how the value of each share came about."""
        if parts != self._shown:
            self._shown = parts
            clear_layout(self._body)
            title = _("How it was worked out")
            self._body.addWidget(SectionTitle(title, role="heading", parent=self))
            for number, part in enumerate(parts):
                if len(parts) > 1:
                    if number:
                        self._body.addWidget(Separator(self))
                    self._body.addWidget(Text(part.title, "smallstrong", wrap=True, parent=self))
                shown = DerivationView(self)
                shown.set_content(part.derivation)
                self._body.addWidget(shown)
        self.setVisible(bool(parts))


class Assumptions(QWidget):
    """What the rules do not say and was filled in: counted, and told when asked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open = False
        self._texts: tuple[str, ...] = ()
        self._link = LinkButton(
            _("Assumptions"), small=True, icon_name="chevron-right", parent=self
        )
        self._link.setObjectName("booking.assumptions")
        self._link.clicked.connect(self._on_link)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(6)
        body.addWidget(self._link)
        body.addLayout(self._lines)

    def set_texts(self, texts: tuple[str, ...]) -> None:
        """Show other assumptions."""
        if texts != self._texts:
            self._texts = texts
            self._show()
        self.setVisible(bool(texts))

    def _show(self) -> None:
        clear_layout(self._lines)
        words = ngettext("{count} assumption", "{count} assumptions", len(self._texts))
        self._link.setText(words.format(count=len(self._texts)))
        self._link.set_icon_name("chevron-down" if self._open else "chevron-right")
        if self._open:
            for text in self._texts:
                self._lines.addWidget(Muted(text, "hint", parent=self))

    @Slot()
    def _on_link(self) -> None:
        self._open = not self._open
        self._show()


class SidePanel(QFrame):
    """Shows a `SideContent`.

    Signals:
        elsewhere_wanted(): what would it be worth under other rules?
        look_wanted(): show what it looks like.
    """

    elsewhere_wanted = Signal()
    look_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "card")
        self._effects_shown: tuple[EffectContent, ...] = ()
        self._build()

    def set_content(self, content: SideContent) -> None:
        """Show what stands beside the questions now."""
        self._value.setText(content.value or "€ –")
        self._value.set_tone(Tone.ACCENT if content.value else Tone.NEUTRAL)
        self._below.setText(content.below)
        self._below.setVisible(bool(content.below))
        waiting = [(name, "circle-dashed", Tone.NEUTRAL, "") for name in content.needs]
        wrong = _("to correct")
        waiting += [(name, "circle-alert", Tone.DANGER, wrong) for name in content.wrong]
        self._needs.set_lines(waiting)
        self._refusal.setVisible(bool(content.refusal))
        if content.refusal != self._refusal.text():
            self._refusal.show_message(content.refusal, Tone.WARNING)
        if content.reported != self._reported.text():
            self._reported.show_message(content.reported, Tone.WARNING)
        if content.resembles != self._resembles.text():
            self._resembles.show_message(content.resembles, Tone.INFO, icon="copy")
            self._look.setVisible(bool(content.resembles))
        if content.beyond != self._beyond.text():
            self._beyond.show_message(content.beyond, Tone.WARNING)
        self._parts.set_parts(content.parts)
        self._assumptions.set_texts(content.assumptions)
        self._elsewhere.setVisible(bool(content.value))
        self._set_effects(content.effects)
        self._evidence.set_lines([_evidence_line(one) for one in content.evidence])

    def value(self) -> str:
        """Return the amount shown."""
        return self._value.text()

    def fit_within(self, width: int) -> None:
        """Be wide enough for an amount, and leave room for the questions in that width."""
        look = current_look()
        self.setFixedWidth(max(look.em(15), min(look.em(24.5), width * 2 // 5)))

    def _build(self) -> None:
        page = ScrolledPage(self, margins=(18, 16, 18, 16), spacing=14)
        self._value = Text("", "hero", tone=Tone.ACCENT, parent=page.content)
        self._value.setObjectName("booking.value")
        self._below = Muted("", "small", parent=page.content)
        self._needs = MarkedList(_("Still needed for an amount"), page.content)
        self._refusal = Banner("", Tone.WARNING, parent=page.content)
        self._refusal.hide()
        self._reported = Banner("", Tone.WARNING, parent=page.content)
        self._reported.setObjectName("booking.reported")
        self._reported.hide()
        self._resembles = Banner("", Tone.INFO, icon="copy", parent=page.content)
        self._resembles.setObjectName("booking.resembles")
        self._resembles.hide()
        self._look = LinkButton(_("View what was booked"), small=True, parent=page.content)
        self._look.setObjectName("booking.look")
        self._look.clicked.connect(self.look_wanted)
        self._look.hide()
        self._beyond = Banner("", Tone.WARNING, parent=page.content)
        self._beyond.setObjectName("booking.beyond")
        self._beyond.hide()
        self._parts = Parts(page.content)
        self._assumptions = Assumptions(page.content)
        self._elsewhere = LinkButton(
            _("What is this worth elsewhere?"), small=True, icon_name="scale", parent=page.content
        )
        self._elsewhere.setObjectName("booking.elsewhere")
        self._elsewhere.clicked.connect(self.elsewhere_wanted)
        self._effect_title = SectionTitle(_("What it does"), role="heading", parent=page.content)
        self._effects = QVBoxLayout()
        self._effects.setSpacing(12)
        self._effect_line = Separator(page.content)
        self._evidence = MarkedList(_("Proof"), page.content)
        self._evidence.setObjectName("booking.needed")
        top = Muted(_("This is worth"), "smallstrong", parent=page.content)
        page.add(top, self._value, self._below, self._reported, self._resembles, self._look)
        page.add(Separator(page.content))
        page.add(self._needs, self._refusal, self._beyond, self._parts, self._assumptions)
        page.add(self._elsewhere)
        page.add(self._effect_line, self._effect_title, self._effects, self._evidence, STRETCH)
        page.body.setSpacing(10)
        body = QVBoxLayout(self)
        body.setContentsMargins(1, 1, 1, 1)  # the corners stay round
        body.addWidget(page)

    def _set_effects(self, effects: tuple[EffectContent, ...]) -> None:
        for widget in (self._effect_line, self._effect_title):
            widget.setVisible(bool(effects))
        if effects == self._effects_shown:
            return
        self._effects_shown = effects
        clear_layout(self._effects)
        for effect in effects:
            if len(effects) > 1:
                title = Text(effect.title, "smallstrong", wrap=True, parent=self)
                self._effects.addWidget(title)
            self._effects.addWidget(EffectView(effect, self))


def _evidence_line(line: ProofRow) -> tuple[str, str, Tone, str]:
    if line.held:
        return line.label, "circle-check", Tone.GOOD, _("there")
    return line.label, "circle-dashed", Tone.WARNING, _("still needed")
