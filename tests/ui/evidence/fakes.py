"""The evidence page without widgets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sroi_desktop.ui.evidence.presenter import EvidencePresenter
from sroi_desktop.ui.kit.palette import Tone
from tests.ui.desks import Opened

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from sroi_desktop.services.changes import Done
    from sroi_desktop.services.desk import Desk
    from sroi_desktop.ui.evidence.content import DetailContent, ListContent
    from sroi_desktop.ui.evidence.rows import EvidenceRow, Key


class FakeEvidenceView:
    list: ListContent

    def __init__(self) -> None:
        self.everything = False
        self.contract: str | None = None
        self.selected: Key | None = None
        self.detail: DetailContent | None = None
        self.refused: Mapping[str, str] = {}
        self.message = ("", Tone.INFO)
        self.wrong: Mapping[str, str] = {}
        self.folder: Path | None = None
        self.can_open = True
        self.opened: list[str] = []

    def show_list(self, content: ListContent) -> None:
        self.list = content

    def show_filter(self, *, everything: bool, contract: str | None) -> None:
        self.everything, self.contract = everything, contract

    def select(self, key: Key) -> None:
        self.selected = key

    def show_detail(self, content: DetailContent | None, refused: Mapping[str, str]) -> None:
        self.detail, self.refused = content, dict(refused)

    def show_message(self, text: str, tone: Tone) -> None:
        self.message = (text, tone)

    def show_wrong(self, code: str, wrong: Mapping[str, str]) -> None:
        self.wrong = wrong

    def open_file(self, name: str, write: Callable[[Path], None]) -> bool:
        if self.folder is None:
            raise PermissionError
        write(self.folder / name)
        self.opened.append(name)
        return self.can_open

    @property
    def shown(self) -> DetailContent:
        """The effort on the screen."""
        assert self.detail is not None
        return self.detail


class Page:
    """The evidence page, open."""

    def __init__(
        self, desk: Desk, *, contract_id: int | None = None, effort_id: int | None = None
    ) -> None:
        self.view = FakeEvidenceView()
        self.opened = Opened()
        self.told: list[str] = []
        self.presenter = EvidencePresenter(self.view, desk, self)
        self.presenter.open(contract_id, effort_id)
        if self.view.selected is not None:
            self.choose(self.row(self.view.selected[0]))

    def row(self, effort_id: int) -> EvidenceRow:
        return next(one for one in self.view.list.rows if one.effort_id == effort_id)

    def choose(self, row: EvidenceRow) -> None:
        self.presenter.choose(row)

    def open_page(self, key: str, argument: object) -> None:
        self.opened(key, argument)

    def done(self, done: Done, told: str) -> None:
        self.told.append(told)
