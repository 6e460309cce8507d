"""Invoices on the page of a contract whose obligation grows with them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QTableView

from sroi_desktop.domain.money import Money
from sroi_desktop.domain.turnover import Invoice
from sroi_desktop.services import contracts, invoices
from sroi_desktop.storage import DiskFullError, Store
from sroi_desktop.ui import pages
from sroi_desktop.ui.contract.presenter import ContractPresenter
from sroi_desktop.ui.contract.screen import make_screen
from sroi_desktop.ui.contract.turnover import AMOUNT, DATED, NUMBER
from sroi_desktop.ui.kit.accessibility import nameless
from sroi_desktop.ui.kit.palette import Tone
from tests.ui.app.test_letters import _doubled
from tests.ui.contract.fakes import FakeContractView
from tests.ui.desks import LIBRARY, Opened, new_desk, wijk_oost
from tests.ui.hands import press
from tests.ui.screens import Opening, open_screen

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from sroi_desktop.services.changes import Done
    from sroi_desktop.services.desk import Desk


def growing(**changes: object) -> tuple[Desk, int]:
    """Return a contract of which 5% of the invoiced turnover is owed."""
    desk = new_desk()
    contract = wijk_oost(rule_set_id="oost-nederland", sum_excl_vat=None, **changes)
    done = contracts.take_on(desk, contract, LIBRARY.get("oost-nederland"))
    return desk, done.id or 0


class Page:
    """The page on a fake view, on the tab with the invoices."""

    def __init__(self, desk: Desk, contract_id: int) -> None:
        self.desk, self.id, self.view = desk, contract_id, FakeContractView()
        self.presenter = ContractPresenter(self.view, desk, Opened(), self._announce)
        self.presenter.open_at(pages.ContractTarget(contract_id, "turnover"))
        self.keeper = self.presenter.invoices

    def _announce(self, _done: Done) -> None:
        self.presenter.load()

    def write(self, **texts: str) -> None:
        for field, text in texts.items():
            self.keeper.type(field, text)
            self.keeper.leave(field)

    def changing(self) -> bool:
        return self.view.is_change

    def values(self) -> list[str]:
        assert self.view.turnover is not None
        return [one.value.replace("\N{NO-BREAK SPACE}", " ") for one in self.view.turnover.figures]


@pytest.fixture
def page() -> Page:
    return Page(*growing())


def test_that_the_tab_is_there_only_where_turnover_counts(page: Page) -> None:
    assert "turnover" in {tab.key for tab in page.view.tabs}
    fixed = Page(*growing(fixed_amount=Money(1)))
    assert "turnover" not in {tab.key for tab in fixed.view.tabs}
    assert fixed.view.current == "standing"


def test_that_nothing_is_known_before_the_first_invoice(page: Page) -> None:
    assert page.values() == ["€ 0", "Not known", "Not known", "Not known"]
    assert page.view.turnover is not None
    assert "Book what you invoice" in page.view.turnover.note


def test_that_an_invoice_is_read_back_and_booked(page: Page) -> None:
    page.write(dated="1-11-2026", amount="326000", number="2026-0042")
    assert page.view.invoice_fields[DATED] == ("01-11-2026", None)
    page.keeper.keep()
    assert page.values() == ["€ 326.000", "€ 730.000", "€ 16.300", "€ 36.500"]
    assert page.view.turnover is not None
    (row,) = page.view.turnover.rows
    assert (row.dated, row.number) == ("01-11-2026", "2026-0042")
    assert page.view.invoice == ("", "", "")


def test_that_a_credit_note_is_written_with_a_minus(page: Page) -> None:
    page.write(dated="1-11-2026", amount="- 5.000")
    assert page.view.invoice_fields[AMOUNT] == ("-€\N{NO-BREAK SPACE}5.000,00", None)
    page.keeper.keep()
    assert page.desk.store.invoices(page.id)[0].amount == Money(-500_000)
    page.keeper.choose(page.desk.store.invoices(page.id)[0].id or 0)
    assert page.view.invoice == ("01-11-2026", "-€\N{NO-BREAK SPACE}5.000,00", "")


@pytest.mark.parametrize(
    ("texts", "field"),
    [
        ({"dated": "32-1-2026", "amount": "1"}, DATED),
        ({"dated": "1-12-2026", "amount": "1"}, DATED),  # after today
        ({"dated": "1-11-2026", "amount": "12.50"}, AMOUNT),
        ({"dated": "1-11-2026"}, AMOUNT),
    ],
)
def test_that_what_cannot_be_read_is_told_and_stays(
    page: Page, texts: dict[str, str], field: str
) -> None:
    page.write(**texts)
    page.keeper.keep()
    assert page.view.invoice_fields[field][1]
    assert page.desk.store.invoices(page.id) == ()
    assert page.view.invoice_fields[NUMBER] == (None, None)


def test_that_an_empty_field_may_wait_until_it_is_kept(page: Page) -> None:
    page.keeper.leave(DATED)
    assert page.view.invoice_fields[DATED] == (None, None)


def test_that_an_invoice_is_changed_or_taken_away(page: Page) -> None:
    booked = invoices.add(page.desk, Invoice(date(2026, 5, 1), Money(100), None, page.id)).id or 0
    page.presenter.load()
    page.keeper.choose(booked)
    assert page.changing()
    page.write(amount="250")
    page.keeper.keep()
    assert page.desk.store.invoices(page.id)[0].amount == Money(25_000)
    page.keeper.choose(booked)
    page.keeper.leave_alone()
    assert not page.changing()
    page.keeper.remove()  # nothing is shown
    page.keeper.choose(booked)
    page.keeper.remove()
    assert page.desk.store.invoices(page.id) == ()


def test_that_an_invoice_that_went_elsewhere_leaves_the_fields(page: Page) -> None:
    booked = invoices.add(page.desk, Invoice(date(2026, 5, 1), Money(100), None, page.id))
    page.keeper.choose(booked.id or 0)
    page.desk.store.undo()
    page.presenter.load()
    assert not page.changing()


def test_that_a_full_disk_is_told_and_loses_nothing(
    page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object, **_more: object) -> None:
        raise DiskFullError(None)

    page.write(dated="1-11-2026", amount="5")
    monkeypatch.setattr(Store, "act", refuse)
    page.keeper.keep()
    assert page.view.message[1] is Tone.DANGER
    assert page.view.invoice[0] == "1-11-2026"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"expected_turnover": Money(100)}, "you filled in"),
        ({"sum_excl_vat": Money(100)}, "contract sum"),
        ({"starts_on": None}, "what you invoiced."),
    ],
)
def test_that_it_is_said_where_the_forecast_comes_from(
    changes: dict[str, object], words: str
) -> None:
    desk, contract_id = growing()
    contract = replace(desk.store.contract(contract_id), **changes)  # type: ignore[arg-type]
    contracts.change(desk, contract)
    invoices.add(desk, Invoice(date(2026, 5, 1), Money(10), None, contract_id))
    page = Page(desk, contract_id)
    assert page.view.turnover is not None
    assert words in page.view.turnover.note


# --- as widgets


@pytest.fixture
def opening(qtbot: QtBot) -> Opening:
    desk, contract_id = growing()
    return open_screen(qtbot, make_screen, desk, pages.ContractTarget(contract_id, "turnover"))


def test_that_everything_on_the_tab_has_a_name_and_its_own_letter(opening: Opening) -> None:
    assert nameless(opening.screen) == []
    assert _doubled(opening.screen) == []


def test_that_an_owner_books_changes_and_removes_an_invoice(opening: Opening) -> None:
    store = opening.bench.desk.store
    opening.fill_in("contract.invoice.dated", "1-11-2026")
    opening.fill_in("contract.invoice.amount", "12500")
    opening.press("contract.invoice.keep")
    contract_id = store.contracts()[0].id or 0
    assert store.invoices(contract_id)[0].amount == Money(1_250_000)
    table = opening.find(QTableView, "contract.invoices")
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, 0))
    press(table, Qt.Key.Key_Return)
    assert opening.find(QPushButton, "contract.invoice.remove").isVisible()
    assert _doubled(opening.screen) == []
    opening.press("contract.invoice.cancel")
    press(table, Qt.Key.Key_Return)
    opening.press("contract.invoice.remove")
    assert store.invoices(contract_id) == ()


def test_that_the_expected_turnover_is_changed_with_the_contract(opening: Opening) -> None:
    opening.press("act.edit")
    assert opening.asked.pages[0][0] == pages.NEW_CONTRACT
