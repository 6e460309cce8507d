"""Who the firm is: judged while it is typed, kept when it is confirmed, never lost. No Qt here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from sroi_desktop.language import _
from sroi_desktop.language.numbers import size_text
from sroi_desktop.services import companies, drafts, logos
from sroi_desktop.services.logos import LogoError, LogoFault
from sroi_desktop.services.refusals import REFUSALS, explain
from sroi_desktop.ui import firm
from sroi_desktop.ui.kit.content import Act
from sroi_desktop.ui.kit.palette import Tone

if TYPE_CHECKING:
    from sroi_desktop.services.changes import Done
    from sroi_desktop.services.desk import Desk

DRAFT = "settings.company"
SAVE, DROP, CHOOSE_LOGO, DROP_LOGO = "save", "drop", "choose_logo", "drop_logo"


class CompanyView(Protocol):
    """What the presenter asks of the card."""

    def texts(self) -> dict[str, str]:
        """Return what stands in the fields."""

    def show_texts(self, texts: Mapping[str, str]) -> None:
        """Show these texts in the fields."""

    def show_fault(self, field: str, text: str | None) -> None:
        """Show what is wrong with a field, or that nothing is."""

    def show_unsaved(self, *, unsaved: bool) -> None:
        """Offer to save, or not."""

    def show_message(self, text: str, tone: Tone, act: Act | None = None) -> None:
        """Say something above the fields; "" says nothing."""

    def show_logo(self, data: bytes | None, *, is_possible: bool) -> None:
        """Show the picture of the firm; without a firm there can be none."""

    def show_logo_fault(self, text: str | None) -> None:
        """Show what is wrong with a picture, or that nothing is."""

    def can_show(self, data: bytes) -> bool:
        """Tell whether a picture can be shown."""

    def choose_picture(self) -> Path | None:
        """Let the user choose a picture."""


class CompanyPresenter:
    """Keeps the firm and its picture."""

    def __init__(
        self,
        view: CompanyView,
        desk: Desk,
        announce: Callable[[Done], None],
        tell: Callable[[str], None],
    ) -> None:
        self._view = view
        self._desk = desk
        self._announce = announce
        self._tell = tell
        self._saved: dict[str, str] = {}

    def load(self) -> None:
        """Show the firm as it is kept, or as it was left without being kept."""
        company = self._desk.store.company()
        self._saved = firm.texts_of(company)
        draft = drafts.kept(self._desk, DRAFT)
        texts = dict(self._saved)
        if draft is not None:
            texts.update({name: str(draft[name]) for name in firm.FIELDS if name in draft})
        self._show(texts)
        if texts != self._saved:
            words = _("You changed this earlier and did not save it.")
            drop = Act(DROP, _("Throw the changes away"))
            self._view.show_message(words, Tone.INFO, drop)
        logo = None if company is None else self._desk.store.logo()
        self._view.show_logo(logo, is_possible=company is not None)

    def change(self, field: str) -> None:
        """Judge a field while it is typed: only what cannot wait."""
        texts = self._view.texts()
        fault = firm.fault_of(field, texts[field])
        self._view.show_fault(field, fault.text if fault is not None and fault.at_once else None)
        self._view.show_unsaved(unsaved=self._is_unsaved(texts))

    def finish(self, field: str) -> None:
        """Judge a field that was left."""
        fault = firm.fault_of(field, self._view.texts()[field])
        self._view.show_fault(field, None if fault is None else fault.text)

    def leave(self) -> None:
        """Keep what was typed and not saved, for the next time."""
        if self._desk.store.read_only:
            return
        texts = self._view.texts()
        if self._is_unsaved(texts):
            drafts.keep(self._desk, DRAFT, dict(texts))
        elif drafts.kept(self._desk, DRAFT) is not None:
            drafts.drop(self._desk, DRAFT)

    def refresh(self) -> None:
        """Show the firm again after an act elsewhere, such as undo; what was typed comes first."""
        if not self._is_unsaved(self._view.texts()):
            self.load()

    def run_act(self, key: str) -> None:
        """Carry out an act of the card."""
        acts = {
            SAVE: self._save,
            DROP: self._drop,
            CHOOSE_LOGO: self._choose_logo,
            DROP_LOGO: self._drop_logo,
        }
        acts[key]()

    def _save(self) -> None:
        texts = self._view.texts()
        faults = firm.faults_of(texts)
        for field in firm.FIELDS:
            self._view.show_fault(field, faults[field].text if field in faults else None)
        if faults:
            return
        try:
            done = companies.keep(self._desk, firm.company_of(texts, self._desk.store.company()))
            drafts.drop(self._desk, DRAFT)
        except REFUSALS as error:
            self._view.show_message(explain(error), Tone.DANGER)
            return
        self.load()
        self._announce(done)
        self._tell(_("The details of your company are saved."))

    def _drop(self) -> None:
        drafts.drop(self._desk, DRAFT)
        self.load()

    def _choose_logo(self) -> None:
        path = self._view.choose_picture()
        if path is None:
            return
        try:
            data = logos.read(path)
        except LogoError as error:
            self._view.show_logo_fault(_logo_text(error.fault))
            return
        if self._view.can_show(data):
            self._keep_logo(data)
        else:
            self._view.show_logo_fault(_logo_text(LogoFault.UNREADABLE))

    def _drop_logo(self) -> None:
        self._keep_logo(None)

    def _keep_logo(self, data: bytes | None) -> None:
        try:
            done = logos.keep(self._desk, data)
        except REFUSALS as error:
            self._view.show_logo_fault(explain(error))
            return
        self._view.show_logo_fault(None)
        self._view.show_logo(data, is_possible=True)
        self._announce(done)

    def _show(self, texts: Mapping[str, str]) -> None:
        self._view.show_texts(texts)
        for field in firm.FIELDS:
            self._view.show_fault(field, None)
        self._view.show_message("", Tone.INFO)
        self._view.show_unsaved(unsaved=self._is_unsaved(texts))

    def _is_unsaved(self, texts: Mapping[str, str]) -> bool:
        return any(firm.tidy(name, texts[name]) != self._saved.get(name, "") for name in texts)


def _logo_text(fault: LogoFault) -> str:
    return {
        LogoFault.UNREADABLE: _("This picture cannot be read. Choose another one."),
        LogoFault.TOO_LARGE: _("This picture is too large: at most {limit}.").format(
            limit=size_text(logos.LIMIT)
        ),
        LogoFault.OTHER_KIND: _("Choose a PNG or JPEG picture."),
    }[fault]
