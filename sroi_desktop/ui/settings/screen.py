"""Joins the cards of the settings with their presenters."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sroi_desktop.language import _
from sroi_desktop.services.changes import Changed
from sroi_desktop.ui import pages
from sroi_desktop.ui.kit.boxes import STRETCH, ScrolledPage, column
from sroi_desktop.ui.kit.content import HeaderContent
from sroi_desktop.ui.settings.certificates_card import CertificatesCard
from sroi_desktop.ui.settings.certificates_presenter import CertificatesPresenter
from sroi_desktop.ui.settings.choices_card import ChoicesCard
from sroi_desktop.ui.settings.choices_presenter import ChoicesPresenter
from sroi_desktop.ui.settings.company_card import CompanyCard
from sroi_desktop.ui.settings.company_presenter import CompanyPresenter
from sroi_desktop.ui.settings.data_card import AboutCard, DataCard
from sroi_desktop.ui.settings.data_presenter import DataPresenter
from sroi_desktop.ui.shell.page import Screen
from sroi_desktop.ui.split import Split
from sroi_desktop.ui.tab_order import set_tab_order
from sroi_desktop.ui.workbench import Workbench


class SettingsScreen(Screen):
    """The page with everything that can be set."""

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        page = self._page = ScrolledPage(self)
        self._company_card = CompanyCard(page.content)
        self._choices_card = ChoicesCard(page.content)
        self._data_card = DataCard(page.content)
        self._certificates_card = CertificatesCard(page.content)
        left = _beneath(page.content, self._company_card, self._certificates_card)
        right = _beneath(page.content, self._choices_card, self._data_card, AboutCard(page.content))
        page.add(Split(left, right, shares=(1, 1), parent=page.content), STRETCH)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(page)
        self._company = CompanyPresenter(self._company_card, bench.desk, bench.announce, bench.tell)
        self._certificates = CertificatesPresenter(
            self._certificates_card, bench.desk, bench.announce
        )
        self._choices = ChoicesPresenter(
            self._choices_card, bench.desk, bench.settings_changed.emit
        )
        self._data = DataPresenter(self._data_card, bench.desk, bench.runner.run, bench.announce)
        self._connect()
        bench.data_changed.connect(self._on_data)
        set_tab_order(self)

    def header(self) -> HeaderContent:
        """Return the head of the page."""
        return HeaderContent(_("Settings"))

    def open_at(self, argument: object) -> None:
        """Show everything as it is now."""
        self._company.load()
        self._certificates.load()
        self._choices.load()
        self._data.load()
        if isinstance(argument, pages.CertificatesTarget):
            # Once the page has its sizes: they follow from what it shows.
            QTimer.singleShot(0, self._show_certificates)

    def may_leave(self) -> bool:
        """Keep what was typed and not saved; the page can always be left."""
        self._company.leave()
        return True

    @Slot()
    def _show_certificates(self) -> None:
        """Bring the certificates into sight, with the cursor in their first question."""
        self._page.ensureWidgetVisible(self._certificates_card)
        self._certificates_card.focus()

    def _connect(self) -> None:
        self._company_card.changed.connect(self._company.change)
        self._company_card.left.connect(self._company.finish)
        self._company_card.act_chosen.connect(self._company.run_act)
        self._certificates_card.field_typed.connect(self._certificates.type)
        self._certificates_card.field_left.connect(self._certificates.leave)
        self._certificates_card.act_chosen.connect(self._certificates.run_act)
        self._choices_card.theme_chosen.connect(self._choices.choose_theme)
        self._choices_card.text_size_chosen.connect(self._choices.choose_text_size)
        self._choices_card.language_chosen.connect(self._on_language)
        self._choices_card.limit_typed.connect(self._choices.type_limit)
        self._choices_card.limit_given.connect(self._choices.set_limit)
        self._data_card.act_chosen.connect(self._data.run_act)

    @Slot(str)
    def _on_language(self, key: str) -> None:
        """Keep what was typed first: the page is built again in the other language."""
        self._company.leave()
        self._choices.choose_language(key)

    @Slot(object, object)
    def _on_data(self, changed: frozenset[Changed], _initiator: object) -> None:
        if self.isVisible() and Changed.COMPANY in changed:
            self._company.refresh()
            self._certificates.load()


def _beneath(parent: QWidget, *cards: QWidget) -> QWidget:
    """Return the cards beneath each other, each no higher than it needs."""
    host = QWidget(parent)
    body = column(*cards, STRETCH, spacing=14)
    host.setLayout(body)
    return host


def make_screen(bench: Workbench, parent: QWidget | None = None) -> Screen:
    """Return the page with everything that can be set."""
    return SettingsScreen(bench, parent)
