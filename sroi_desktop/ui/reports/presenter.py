"""Making a report: choose, check, look at the pages, issue once; and what was issued before."""

from __future__ import annotations

from dataclasses import replace

from sroi_desktop.domain.contract import ENDED
from sroi_desktop.domain.periods import Period
from sroi_desktop.language import _
from sroi_desktop.language.numbers import date_text
from sroi_desktop.services import dossiers, reports
from sroi_desktop.services.desk import Desk
from sroi_desktop.services.refusals import REFUSALS, explain
from sroi_desktop.services.reports import CheckKind, Facts, Issued, Made, Variant
from sroi_desktop.ui import pages
from sroi_desktop.ui.kit.content import Act, Choice, HeaderContent
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.reports import words
from sroi_desktop.ui.reports.archive import Archive
from sroi_desktop.ui.reports.content import DraftContent, Handle, Host, ReportsView, Wanted
from sroi_desktop.ui.reports.dates import read_period

NEW, ISSUED = "new", "issued"
ISSUE, SAVE, PRINT, ADD_CONTRACT = "issue", "save", "print", "add_contract"


class ReportsPresenter:
    """Decides what can be reported, keeps the preview up to date, and issues each report once."""

    def __init__(self, view: ReportsView, desk: Desk, host: Host) -> None:
        self._view = view
        self._desk = desk
        self._host = host
        self._wanted = Wanted()
        self._tab = NEW
        self._basis: Facts | None = None
        self._made: Made | None = None
        self._handle: Handle | None = None
        self._issues_next = False
        self._archive = Archive(view, desk)

    # -- the head of the page

    def header(self) -> HeaderContent:
        """Return the head: what can be done with what is on the screen."""
        title = _("Reports")
        if self._wanted.contract is None:
            return HeaderContent(title)
        if self._tab == ISSUED:
            there = self._archive.chosen is not None
            acts = (
                Act(PRINT, _("Print…"), "printer", enabled=there),
                Act(SAVE, _("Save as…"), "download", enabled=there),
            )
            return HeaderContent(title, acts=acts)
        ready = self._made is not None and self._handle is None
        return HeaderContent(title, primary=Act(ISSUE, _("Issue report"), "stamp", enabled=ready))

    def run_act(self, key: str) -> None:
        """Carry out an act of the page."""
        if key == ISSUE:
            self.issue()
        elif key == SAVE:
            self._archive.save()
        elif key == PRINT:
            self._archive.print()
        elif key == ADD_CONTRACT:
            self._host.open_page(pages.NEW_CONTRACT, None)

    def go_to(self, key: str) -> None:
        """Go where a point of the check list can be completed."""
        contract_id = int(self._wanted.contract or 0)
        page, argument = {
            CheckKind.EVIDENCE: (pages.EVIDENCE, pages.EvidenceTarget(contract_id)),
            CheckKind.CONTRACT: (pages.CONTRACT, pages.ContractTarget(contract_id)),
            CheckKind.COMPANY: (pages.SETTINGS, None),
            CheckKind.NOTHING_REALISED: (pages.BOOKING, pages.BookingTarget(contract_id)),
            CheckKind.CHANGED: (pages.CONTRACT, pages.ContractTarget(contract_id, "efforts")),
            CheckKind.PARTIAL_RULES: (pages.RULES, None),
        }[CheckKind[key]]
        self._host.open_page(page, argument)

    # -- opening

    def open(self, contract_id: int | None = None) -> None:
        """Propose the report that is due, of the contract that is named or most likely meant."""
        self._stop()
        self._view.show_message("", Tone.INFO)
        known = [one for one in dossiers.contracts(self._desk) if one.id is not None]
        self._view.show_contracts(
            tuple(Choice(str(one.id), f"{one.number} · {one.title}") for one in known)
        )
        if contract_id is None:
            going = [one.id for one in known if one.state not in ENDED]
            contract_id = next(iter(going), None)
        self._show_tab(NEW)
        self._archive.show()
        if contract_id is None:
            self._basis = self._made = None
            return
        self._propose(contract_id)

    def reload(self) -> None:
        """Make the pages again where the books changed."""
        self._archive.show()
        if self._tab == NEW and self._wanted.contract is not None:
            self._prepare()

    def _propose(self, contract_id: int) -> None:
        period = reports.proposed_period(self._desk, contract_id)
        self._wanted = replace(
            self._wanted,
            contract=str(contract_id),
            starts=date_text(period.start),
            ends=date_text(period.end),
        )
        self._view.show_wanted(self._wanted)
        self._prepare()

    # -- choosing

    def choose_tab(self, key: str) -> None:
        """Show the new report, or those that were issued."""
        if key == self._tab:
            return
        self._show_tab(key)
        if key == ISSUED:
            self._stop()
            self._archive.show_chosen()
        else:
            self._prepare()

    def choose_contract(self, key: str) -> None:
        """Report on another contract, over the period that is due there."""
        if key != self._wanted.contract:
            self._propose(int(key))

    def choose_variant(self, key: str) -> None:
        """Tell more or less about people."""
        self._wanted = replace(self._wanted, variant=key)
        self._prepare()

    def type_dates(self, starts: str, ends: str) -> None:
        """Take the days as they are typed; the pages follow when the field is left."""
        self._wanted = replace(self._wanted, starts=starts, ends=ends)
        self._period(shown=False)

    def finish_dates(self) -> None:
        """Make the pages for the days that were typed."""
        self._prepare()

    def _period(self, *, shown: bool) -> Period | None:
        """Return the period that was typed; `shown` tells to say what is the matter with it."""
        typed = read_period(self._wanted.starts, self._wanted.ends)
        self._view.show_dates(typed.wrong if shown else {}, typed.read)
        return typed.period

    # -- the pages

    def _prepare(self) -> None:
        """Read what the report is about, and have its pages made unless they are there."""
        fresh = self._fresh()
        if fresh is None:
            self._forget()
            return
        if fresh == self._basis and (self._made is not None or self._handle is not None):
            self._show_made()
            return
        self._stop()
        self._basis, self._made = fresh, None
        self._view.show_draft(self._content(fresh))
        self._make_pages(fresh)

    def _fresh(self) -> Facts | None:
        """Return what the report would be made from now, None where it cannot be made."""
        period = self._period(shown=True)
        if period is None or self._wanted.contract is None:
            self._view.show_no_pages(_("Fill in the period to see the report."), again=False)
            return None
        variant = Variant(self._wanted.variant)
        try:
            return reports.basis(self._desk, int(self._wanted.contract), variant, period)
        except REFUSALS as error:
            self._view.show_dates({"starts": explain(error)}, {})
            self._view.show_no_pages(explain(error), again=False)
            return None

    def _content(self, basis: Facts) -> DraftContent:
        # The days asked for, not those that a draft cuts to today: it is said that it does.
        period = read_period(self._wanted.starts, self._wanted.ends).period or basis.period
        checks = reports.checklist(self._desk, basis.contract_id, period)
        rows = tuple(words.check_row(check) for check in checks)
        return DraftContent(rows, words.counting(), basis.number)

    def make_pages(self) -> None:
        """Make the pages after all, when they were stopped."""
        if self._basis is not None and self._handle is None:
            self._make_pages(self._basis)

    def _make_pages(self, basis: Facts) -> None:
        self._view.show_working(0, 1)
        self._handle = self._host.start_pages(reports.render_job(basis))
        self._host.head_changed()

    def show_progress(self, done: int, total: int) -> None:
        """Show how far the pages are."""
        if self._handle is not None:
            self._view.show_working(done, total)

    def take_pages(self, handle: Handle, made: Made) -> None:
        """Show the pages that were made; those that are no longer wanted are let go."""
        if handle is not self._handle or self._basis is None:
            return
        self._handle, self._made = None, made
        self._view.show_contains(words.contains(made.draft))
        self._show_made()
        self._host.head_changed()
        if self._issues_next:
            self._issues_next = False
            self.issue()

    def fail(self, handle: Handle, *, cancelled: bool) -> None:
        """Say that there are no pages: they were stopped, or something went wrong."""
        if handle is not self._handle:
            return
        self._handle, self._issues_next = None, False
        stopped = _("Making the pages was stopped.")
        text = stopped if cancelled else _("The pages could not be made. The log says why.")
        self._view.show_no_pages(text, again=True)
        self._host.head_changed()

    def cancel(self) -> None:
        """Stop making the pages."""
        if self._handle is not None:
            self._handle.cancel()

    def _show_made(self) -> None:
        if self._made is None:
            self._view.show_working(0, 1)
        else:
            title = _("Preview of report {number}; not issued yet")
            number = self._made.draft.data.number
            self._view.show_pages(self._made.pdf, title.format(number=number))

    def _stop(self) -> None:
        """Let go of pages that are being made and no longer wanted."""
        if self._handle is not None:
            self._handle.cancel()
        self._handle, self._issues_next = None, False

    def _forget(self) -> None:
        self._stop()
        self._basis = self._made = None
        self._view.show_draft(None)
        self._host.head_changed()

    # -- issuing

    def issue(self) -> None:
        """Give the report its number for good, once, after asking; stale pages are made again."""
        made = self._made
        if made is None or self._handle is not None:
            return
        if self._fresh() != self._basis:
            self._prepare()
            self._issues_next = self._handle is not None
            self._view.show_message(
                _("The books were changed. Look at the new pages first."), Tone.INFO
            )
            return
        # What a second click on the same button meets: nothing to issue.
        self._made = None
        if not self._view.confirm_issue(words.question(made.draft)):
            self._made = made
            return
        try:
            done = reports.issue(self._desk, made.draft, made.pdf)
        except REFUSALS as error:
            self._view.show_message(explain(error), Tone.WARNING)
            self._prepare()
            return
        told = _("Report {number} is issued.").format(number=made.draft.data.number)
        self._host.done(done, told)
        self._show_tab(ISSUED)
        self._archive.show()
        self._archive.choose(done.id)
        self._host.head_changed()

    # -- what was issued

    def choose_issued(self, report: Issued | None) -> None:
        """Show the pages of an issued report."""
        if self._tab == ISSUED:
            self._archive.choose(None if report is None else report.id)
            self._host.head_changed()

    def _show_tab(self, key: str) -> None:
        self._tab = key
        self._view.show_tab(key)
        self._host.head_changed()
