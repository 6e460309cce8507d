"""A view of the reading of a clause that remembers what it was told."""

from __future__ import annotations

from collections.abc import Mapping

from sroi_desktop.ui.clause.content import (
    BaseContent,
    BeginContent,
    Line,
    Mark,
    Progress,
    QuestionContent,
    SideContent,
    SummaryContent,
)
from sroi_desktop.ui.clause.form import Form
from sroi_desktop.ui.kit.palette import Tone


class FakeView:
    def __init__(self) -> None:
        self.stage = -1
        self.lines: tuple[Line, ...] = ()
        self.current = ""
        self.progress = Progress("", 0)
        self.begin: BeginContent | None = None
        self.base: BaseContent | None = None
        self.question: QuestionContent | None = None
        self.text = ""
        self.side: SideContent | None = None
        self.summary: SummaryContent | None = None
        self.message = ""
        self.form = Form()
        self.parts: frozenset[str] = frozenset()
        self.marks: dict[str, Mark] = {}
        self.doubt = ("", "")
        self.focused = 0
        self.heads = 0

    def errors(self) -> dict[str, str]:
        return {name: mark.error for name, mark in self.marks.items() if mark.error}

    def show_stage(self, stage: int) -> None:
        self.stage = stage

    def show_lines(self, lines: tuple[Line, ...], current: str, progress: Progress) -> None:
        self.lines, self.current, self.progress = lines, current, progress

    def show_begin(self, content: BeginContent) -> None:
        self.begin = content

    def show_base(self, content: BaseContent) -> None:
        self.base = content

    def show_question(self, content: QuestionContent) -> None:
        self.question = content

    def show_text(self, text: str) -> None:
        self.text = text

    def show_side(self, content: SideContent) -> None:
        self.side = content

    def show_summary(self, content: SummaryContent) -> None:
        self.summary = content

    def show_message(self, text: str, tone: Tone) -> None:
        self.message = text

    def show_head(self) -> None:
        self.heads += 1

    def focus(self) -> None:
        self.focused += 1

    def show_form(self, form: Form) -> None:
        self.form = form

    def show_parts(self, names: frozenset[str]) -> None:
        self.parts = names

    def show_marks(self, marks: Mapping[str, Mark]) -> None:
        self.marks = dict(marks)

    def ask_sure(self, text: str, smaller: str) -> None:
        self.doubt = (text, smaller)
