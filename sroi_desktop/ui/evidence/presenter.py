"""What proves the efforts: what is missing and what it costs, files taken in, notes, removal."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from sroi_desktop.domain.evidence import Piece
from sroi_desktop.language import _, pgettext
from sroi_desktop.language.parsing import parse_date
from sroi_desktop.services import effort_lines, evidence, proofs
from sroi_desktop.services.changes import Done
from sroi_desktop.services.desk import Desk
from sroi_desktop.services.effort_lines import EffortLine
from sroi_desktop.services.proofs import Asked, Dossier
from sroi_desktop.services.refusals import REFUSALS, explain
from sroi_desktop.ui import pages
from sroi_desktop.ui.evidence import details
from sroi_desktop.ui.evidence.content import (
    DetailContent,
    EvidenceView,
    Host,
    ListContent,
)
from sroi_desktop.ui.evidence.rows import EvidenceRow, Key, at_stake, happened, key_of, lacking
from sroi_desktop.ui.kit.content import Choice, HeaderContent
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.proving.noting import wrong_with
from sroi_desktop.ui.proving.rows import held_text

BOOK = "book"
MORE = 2_500


class EvidencePresenter:
    """Shows what is missing by effort, and takes in what proves it."""

    def __init__(self, view: EvidenceView, desk: Desk, host: Host) -> None:
        self._view = view
        self._desk = desk
        self._host = host
        self._contract_id: int | None = None
        self._everything = False
        self._missing: tuple[EvidenceRow, ...] = ()
        self._lines: tuple[EffortLine, ...] = ()
        self._is_whole = True
        self._rows: tuple[EvidenceRow, ...] = ()
        self._key: Key | None = None
        self._waiting: tuple[Path, ...] = ()
        self._refused: dict[str, str] = {}

    def header(self) -> HeaderContent:
        """Return the head of the page."""
        subtitle = _("Something counts fully once its evidence is complete.")
        return HeaderContent(pgettext("page", "Evidence"), subtitle)

    # -- loading

    def open(self, contract_id: int | None = None, effort_id: int | None = None) -> None:
        """Show what is missing: of a contract or an effort where one is named."""
        self._contract_id = contract_id
        self._everything = False
        self._key, self._waiting, self._refused = None, (), {}
        self._load()
        if effort_id is not None:
            self._go_to(effort_id)
        elif self._rows:
            self._view.select(key_of(self._rows[0]))
        self._show_detail()

    def reload(self) -> None:
        """Show everything as it is now; the chosen effort stays, also when it is complete."""
        self._load()
        self._show_detail()

    def _go_to(self, effort_id: int) -> None:
        """Choose an effort; one that lacks nothing is on the other tab."""
        row = next((one for one in self._rows if one.effort_id == effort_id), None)
        if row is None:
            self._everything = True
            self._narrow()
            row = next((one for one in self._rows if one.effort_id == effort_id), None)
        if row is not None:
            self._view.select(key_of(row))

    def _load(self) -> None:
        self._missing = lacking(proofs.missing(self._desk))
        self._narrow()

    def _narrow(self) -> None:
        """Show what is wanted of what is known."""
        self._lines, self._is_whole = (), not self._everything
        if self._everything:
            self.load_more()
        else:
            self._show_list(self._missing)

    def load_more(self) -> bool:
        """Read some more of everything, of which there may be very much.

        Returns:
            Whether there is more to do; so that no part of it holds up the window.
        """
        if self._is_whole:
            return False
        more = effort_lines.first(self._desk, MORE, len(self._lines))
        self._lines += more
        self._is_whole = len(more) < MORE
        self._show_list(happened(self._lines, self._missing))
        return not self._is_whole

    def _show_list(self, found: tuple[EvidenceRow, ...]) -> None:
        wanted = self._contract_id
        self._rows = tuple(one for one in found if wanted in {None, one.contract_id})
        missing = tuple(one for one in self._missing if wanted in {None, one.contract_id})
        contracts = {one.contract_id: one.contract for one in found}
        self._view.show_list(
            ListContent(
                self._rows,
                at_stake(missing),
                len(missing),
                tuple(Choice(str(key), title) for key, title in contracts.items()),
            )
        )
        self._view.show_filter(
            everything=self._everything, contract=None if wanted is None else str(wanted)
        )

    # -- choosing

    def show_everything(self, *, everything: bool) -> None:
        """Show also what is complete, or only what is missing."""
        self._everything = everything
        self._narrow()

    def filter_contract(self, key: str | None) -> None:
        """Show one contract, or all."""
        self._contract_id = None if key is None else int(key)
        self._narrow()

    def choose(self, row: EvidenceRow | None) -> None:
        """Show the effort of a row; none keeps the one on the screen."""
        if row is None or key_of(row) == self._key:
            return
        self._key, self._waiting, self._refused = key_of(row), (), {}
        self._view.show_message("", Tone.INFO)
        self._show_detail()

    def run_act(self, key: str) -> None:
        """Carry out an act of the page."""
        if key == BOOK:
            self._host.open_page(pages.BOOKING, pages.BookingTarget())

    # -- one effort

    def _show_detail(self) -> None:
        self._view.show_detail(self._detail(), self._refused)

    def _detail(self) -> DetailContent | None:
        dossier = self._dossier()
        if dossier is None:
            return None
        return details.of(dossier, self._waiting[0].name if self._waiting else "")

    def _dossier(self) -> Dossier | None:
        if self._key is None:
            return None
        try:
            return proofs.dossier(self._desk, self._key[0])
        except REFUSALS:  # removed meanwhile
            self._key = None
            return None

    # -- taking in

    def drop(self, row: EvidenceRow, paths: tuple[Path, ...]) -> None:
        """Take files dropped on a row; ask what they prove where that can be more than one."""
        self._view.select(key_of(row))
        self.choose(row)
        self._waiting = (*self._waiting, *paths)
        self._take_waiting()

    def prove(self, code: str) -> None:
        """Say which piece the waiting file is."""
        if not self._waiting:
            return
        path, *rest = self._waiting
        self._waiting = tuple(rest)
        self.give_file(code, path)
        self._take_waiting()

    def forget(self) -> None:
        """Do nothing with the waiting file."""
        self._waiting = self._waiting[1:]
        self._take_waiting()

    def _take_waiting(self) -> None:
        """Keep waiting files for as long as it is clear what they prove."""
        while self._waiting:
            dossier = self._dossier()
            missing = [] if dossier is None else [one for one in dossier.asked if one.is_missing]
            if len(missing) != 1:
                break
            path, *rest = self._waiting
            self._waiting = tuple(rest)
            self.give_file(missing[0].code, path)
        self._show_detail()

    def give_file(self, code: str, path: Path) -> None:
        """Keep a file as a piece of evidence, or say why it cannot be kept."""
        asked = self._asked(code)
        if asked is None or self._key is None:
            return
        try:
            proof = evidence.from_file(self._desk, code, path, title=asked.label)
            twin = proofs.twin(self._desk, self._key[0], proof)
            if twin is not None and twin.requirement == code:
                self._refuse(code, _("This file is already kept here: {name}."), twin)
                return
            done = evidence.keep(self._desk, self._key[0], proof)
        except REFUSALS as error:
            self._refused = {**self._refused, code: explain(error)}
            self._show_detail()
            return
        self._refused.pop(code, None)
        told = _("Kept: {name}.")
        if twin is not None:
            told = _("Kept: {name}. The same file was there already; it is stored once.")
        self._finish(done, told.format(name=proof.piece.file_name))

    def see(self, code: str, who: str, when: str) -> None:
        """Note that a document was seen and is not kept."""
        asked = self._asked(code)
        if asked is None or self._key is None:
            return
        wrong = wrong_with(who, when, self._desk)
        if wrong:
            self._view.show_wrong(code, wrong)
            return
        try:
            done = evidence.note_seen(
                self._desk,
                self._key[0],
                code,
                title=asked.label,
                seen_by=who.strip(),
                seen_on=parse_date(when),
            )
        except REFUSALS as error:
            self._refused = {**self._refused, code: explain(error)}
            self._show_detail()
            return
        self._finish(done, _("Noted: {name}, seen.").format(name=asked.label))

    # -- what is held

    def open_piece(self, piece_id: int) -> None:
        """Open a kept file in the program for its kind."""
        piece = self._piece(piece_id)
        if piece is None or not piece.is_kept:
            return
        write = partial(evidence.write_copy, self._desk, piece)
        try:
            opened = self._view.open_file(evidence.copy_name(piece), write)
        except OSError:
            self._view.show_message(_("The file cannot be opened here."), Tone.WARNING)
            return
        if not opened:
            self._view.show_message(
                _("There is no program on this computer that opens this file."), Tone.WARNING
            )

    def remove_piece(self, piece_id: int) -> None:
        """Remove a piece; undo brings it back."""
        piece = self._piece(piece_id)
        if piece is None or self._key is None:
            return
        try:
            done = evidence.remove(self._desk, self._key[0], piece_id)
        except REFUSALS as error:
            self._view.show_message(explain(error), Tone.DANGER)
            return
        self._finish(done, _("Removed: {name}. Undo brings it back.").format(name=piece.title))

    def _piece(self, piece_id: int) -> Piece | None:
        dossier = self._dossier()
        pieces = () if dossier is None else dossier.pieces
        return next((one for one in pieces if one.id == piece_id), None)

    def _asked(self, code: str) -> Asked | None:
        dossier = self._dossier()
        asked = () if dossier is None else dossier.asked
        return next((one for one in asked if one.code == code), None)

    def _refuse(self, code: str, words: str, piece: Piece) -> None:
        self._refused = {**self._refused, code: words.format(name=held_text(piece))}
        self._show_detail()

    def _finish(self, done: Done, told: str) -> None:
        self._refused = {}
        self._host.done(done, told)
        self.reload()
