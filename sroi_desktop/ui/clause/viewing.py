"""What the reading of a clause asks of its screen. No Qt here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from sroi_desktop.ui.clause.answering import AnswerView

if TYPE_CHECKING:
    from sroi_desktop.ui.clause.content import (
        BaseContent,
        BeginContent,
        Line,
        Progress,
        QuestionContent,
        SideContent,
        SummaryContent,
    )
    from sroi_desktop.ui.kit.palette import Tone


class ClauseView(AnswerView, Protocol):
    """What the presenter asks of the screen."""

    def show_stage(self, stage: int) -> None:
        """Show the beginning, a question or the summary."""

    def show_lines(self, lines: tuple[Line, ...], current: str, progress: Progress) -> None:
        """Show where one is, and how far."""

    def show_begin(self, content: BeginContent) -> None:
        """Show the beginning."""

    def show_base(self, content: BaseContent) -> None:
        """Show the rules that the answers are held against."""

    def show_question(self, content: QuestionContent) -> None:
        """Ask a question."""

    def show_text(self, text: str) -> None:
        """Show the text of the clause."""

    def show_side(self, content: SideContent) -> None:
        """Show what follows from the answers so far."""

    def show_summary(self, content: SummaryContent) -> None:
        """Show what is known and what to ask."""

    def show_message(self, text: str, tone: Tone) -> None:
        """Say something above the question; an empty text takes it away."""

    def show_head(self) -> None:
        """Show the head of the page again."""

    def focus(self) -> None:
        """Put the cursor where the stage begins."""
