"""A booking dialog without widgets, which remembers what it was told, and a person who uses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sroi_desktop.ui.booking.presenter import BookingPresenter
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.pages import BookingTarget

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sroi_desktop.services.changes import Done
    from sroi_desktop.services.desk import Desk
    from sroi_desktop.ui.booking.choosing import WhatContent
    from sroi_desktop.ui.booking.contents import ContractsContent, HeadContent, Mark
    from sroi_desktop.ui.booking.form import Form
    from sroi_desktop.ui.booking.question import Question
    from sroi_desktop.ui.booking.worth import SideContent
    from sroi_desktop.ui.proving.rows import ProofRow


def plain(text: str) -> str:
    """Return a text with ordinary spaces: amounts are kept together by others."""
    return text.replace("\N{NO-BREAK SPACE}", " ")


class FakeBookingView:
    head: HeadContent
    what: WhatContent
    form: Form
    side: SideContent
    contracts: ContractsContent

    def __init__(self) -> None:
        self.questions: tuple[Question, ...] = ()
        self.marks: Mapping[str, Mark] = {}
        self.proof: tuple[ProofRow, ...] = ()
        self.refused: Mapping[str, str] = {}
        self.message = ("", Tone.INFO)
        self.field = ""

    def show_head(self, head: HeadContent) -> None:
        self.head = head

    def show_what(self, content: WhatContent) -> None:
        self.what = content

    def show_questions(self, questions: tuple[Question, ...], form: Form) -> None:
        self.questions, self.form = questions, form

    def show_marks(self, marks: Mapping[str, Mark]) -> None:
        self.marks = marks

    def show_contracts(self, content: ContractsContent) -> None:
        self.contracts = content

    def show_proof(self, rows: tuple[ProofRow, ...], refused: Mapping[str, str]) -> None:
        self.proof, self.refused = rows, refused

    def show_side(self, side: SideContent) -> None:
        self.side = side

    def show_message(self, text: str, tone: Tone) -> None:
        self.message = (text, tone)

    def go_to_field(self, name: str) -> None:
        self.field = name

    @property
    def asked(self) -> list[str]:
        """The names of the questions."""
        return [one.name for one in self.questions]


class Talk:
    """A conversation that has begun."""

    def __init__(
        self, desk: Desk, *, contract_id: int | None = None, effort_id: int | None = None
    ) -> None:
        self.desk = desk
        self.view = FakeBookingView()
        self.booked: list[tuple[Done, str]] = []
        self.times_left = 0
        self.presenter = BookingPresenter(self.view, desk, self._on_booked, self._on_left)
        self.presenter.open(BookingTarget(contract_id, effort_id))

    def say(self, **answers: object) -> None:
        """Answer questions of the second step."""
        for name, answer in answers.items():
            self.presenter.answer(name, answer)
            self.presenter.finish(name)

    def hire(self, **answers: object) -> None:
        """Go to the second step and place K-01 as in the walk: 24 hours, € 13.333,33."""
        self.presenter.choose_kind("placement")
        self.presenter.onward()
        usual = {
            "block": "participatiewet",
            "role": "hovenier",
            "starts": "1-3-2026",
            "ends": "31-8-2026",
            "hours_per_week": "24",
        }
        self.say(**{**usual, **answers})

    def buy(self, **answers: object) -> None:
        """Go to the second step and buy for € 4.250 at a new supplier."""
        self.presenter.choose_kind("purchase")
        self.presenter.onward()
        usual = {
            "supplier": "new",
            "supplier_name": "De Broodbrigade",
            "scheme": "PSO 30+",
            "valid_until": "31-12-2026",
            "starts": "12-4-2026",
            "amount": "4250",
        }
        self.say(**{**usual, **answers})

    def _on_booked(self, done: Done, told: str) -> None:
        self.booked.append((done, told))

    def _on_left(self) -> None:
        self.times_left += 1
