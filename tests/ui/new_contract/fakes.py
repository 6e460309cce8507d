"""A view of the conversation that remembers what it was told."""

from __future__ import annotations

from sroi_desktop.ui.kit.content import Act
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.new_contract.choosing import RulesContent, ValueRow
from sroi_desktop.ui.new_contract.form import Form
from sroi_desktop.ui.new_contract.showing import Asked, Doubt, FieldState
from sroi_desktop.ui.new_contract.told import OwedContent, SummaryGroup


class FakeView:
    def __init__(self) -> None:
        self.form = Form()
        self.is_new = True
        self.step = -1
        self.next_text = ""
        self.fields: dict[str, FieldState] = {}
        self.doubts: dict[str, Doubt | None] = {}
        self.found = ""
        self.suggestions: tuple[str, ...] = ()
        self.rules: RulesContent | None = None
        self.rhythm_hint = ""
        self.values: tuple[ValueRow, ...] = ()
        self.asked: Asked | None = None
        self.owed: OwedContent | None = None
        self.summary: tuple[SummaryGroup, ...] = ()
        self.message: tuple[str, Tone, Act | None] = ("", Tone.INFO, None)
        self.focused = ""
        self.reminders = 0
        self.heads = 0
        self.agrees = True
        self.warnings: list[str] = []

    def show_form(self, form: Form, *, is_new: bool) -> None:
        self.form, self.is_new = form, is_new

    def show_step(self, step: int, next_text: str) -> None:
        self.step, self.next_text = step, next_text

    def show_field(self, name: str, state: FieldState) -> None:
        self.fields[name] = state

    def show_doubt(self, name: str, doubt: Doubt | None) -> None:
        self.doubts[name] = doubt

    def show_authority(self, note: str, suggestions: tuple[str, ...]) -> None:
        self.found, self.suggestions = note, suggestions

    def show_rules(self, content: RulesContent, rhythm_hint: str) -> None:
        self.rules, self.rhythm_hint = content, rhythm_hint

    def show_values(self, rows: tuple[ValueRow, ...], typed: dict[str, str]) -> None:
        self.values = rows

    def show_asked(self, asked: Asked) -> None:
        self.asked = asked

    def show_owed(self, content: OwedContent) -> None:
        self.owed = content

    def show_summary(self, groups: tuple[SummaryGroup, ...]) -> None:
        self.summary = groups

    def show_message(self, text: str, tone: Tone, act: Act | None = None) -> None:
        self.message = (text, tone, act)

    def show_head(self) -> None:
        self.heads += 1

    def focus(self, name: str) -> None:
        self.focused = name

    def keep_soon(self) -> None:
        self.reminders += 1

    def confirm_rules(self, text: str) -> bool:
        self.warnings.append(text)
        return self.agrees

    def error(self, name: str) -> str:
        state = self.fields.get(name)
        return "" if state is None or state.error is None else state.error

    def answers(self) -> dict[str, str]:
        return {line.question: line.answer for group in self.summary for line in group.lines}
