"""What all screens share: the open administration, slow work, news of changes, and the way about.

Holds no words and decides nothing; made once per open administration by `app`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from sroi_desktop.services.changes import Done
    from sroi_desktop.services.desk import Desk
    from sroi_desktop.ui.kit.tasks import TaskRunner


class Workbench(QObject):
    """The desk with what screens need around it.

    Signals:
        data_changed(frozenset[Changed], object): an act changed the books; the second is the
            object that announced it, which may skip its own news.
        page_wanted(str, object): a screen asks for another page by its key, with what it
            should show there (see `pages`), or None.
        told(str, str): a short message for the status line, and its tone: "good", "warn"
            or "bad".
        caught_up(): every contract is worked out; a first glance can be completed.
        settings_changed(Settings): the user chose another look, language or limit.
    """

    data_changed = Signal(object, object)
    page_wanted = Signal(str, object)
    told = Signal(str, str)
    settings_changed = Signal(object)
    caught_up = Signal()

    def __init__(self, desk: Desk, runner: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.runner = runner

    def announce(self, done: Done, initiator: object = None) -> None:
        """Tell every screen what an act changed."""
        self.data_changed.emit(done.changed, initiator)

    def open_page(self, key: str, argument: object = None) -> None:
        """Ask for another page."""
        self.page_wanted.emit(key, argument)

    def tell(self, message: str, tone: str = "good") -> None:
        """Show a short message in the status line."""
        self.told.emit(message, tone)
