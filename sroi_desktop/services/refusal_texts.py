"""The sentences of `refusals`: for every refusal what is wrong and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sroi_desktop.domain.clause import RefusedAnswerError
from sroi_desktop.domain.errors import DomainError
from sroi_desktop.language import _, ngettext
from sroi_desktop.language.clause.notices import fault_text
from sroi_desktop.language.errors import error_text
from sroi_desktop.language.numbers import date_text, money_text, size_text
from sroi_desktop.language.steps import enumeration
from sroi_desktop.services import (
    bookings,
    companies,
    contracts,
    editions,
    efforts,
    files,
    proof_files,
    reports,
)
from sroi_desktop.services.files import Unwritable
from sroi_desktop.storage import errors as storage

if TYPE_CHECKING:
    from collections.abc import Callable

_MOST_NAMED = 3


def sentence(error: Exception) -> str:
    """Return a refusal as a sentence."""
    for kind in type(error).__mro__:
        if kind in _SENTENCES:
            return _SENTENCES[kind](error)
    if isinstance(error, DomainError):
        return error_text(error)
    return str(error)


def _too_large(error: proof_files.FileTooLargeError) -> str:
    return _(
        "This file is {size}; at most {limit} is kept. Save a smaller copy, or note that you "
        "have seen the document. You can change the limit in the settings."
    ).format(size=size_text(error.size), limit=size_text(error.limit))


def _field(error: companies.FieldError) -> str:
    return {
        "name": _("Fill in the name of your company."),
        "kvk": _("A Chamber of Commerce (K.v.K.) number has eight figures."),
        "tax_number": _("This is not an RSIN or VAT number. Check the figures."),
        "postcode": _("Write a postcode like 3511 AB."),
    }[error.field]


def _name(error: storage.KnownStorageError) -> str:
    """Return the name of the file, or a word for one that is only in memory."""
    path = getattr(error, "path", None)
    return _("The administration") if path is None else str(path.name)


def _not_ours(error: storage.NotOurFileError) -> str:
    return _("{name} is not an administration of this program. Nothing was changed.").format(
        name=_name(error)
    )


def _too_new(error: storage.FileTooNewError) -> str:
    return _(
        "{name} was made by a newer version of this program. Install that version to open it. "
        "Nothing was changed."
    ).format(name=_name(error))


def _damaged(error: storage.DamagedFileError) -> str:
    return _("{name} is damaged. Do not write to it; put back your latest backup.").format(
        name=_name(error)
    )


def _locked(error: storage.FileLockedError) -> str:
    return _(
        "{name} is in use by {owner} on {host}. You can open it to read only, or wait."
    ).format(
        name=_name(error),
        owner=error.owner or _("someone"),
        host=error.host or _("another computer"),
    )


def _old(error: storage.UpgradeNeededError) -> str:
    return _(
        "{name} was made by an older version of this program. Open it normally once; it is then "
        "brought up to date, after a backup."
    ).format(name=_name(error))


def _busy(error: storage.FileBusyError) -> str:
    return _("{name} is in use by another program. Try again in a moment.").format(
        name=_name(error)
    )


def _full(_error: storage.DiskFullError) -> str:
    return _("The disk is full. Make room and try again; nothing of this step was saved.")


def _read_only(error: storage.ReadOnlyFileError) -> str:
    return _("{name} may only be read here. Nothing was changed.").format(name=_name(error))


def _missing(error: storage.FileMissingError) -> str:
    return _("{name} is not there. Was it moved or renamed?").format(name=_name(error))


def _exists(error: storage.FileExistsAlreadyError) -> str:
    return _("{name} exists already. Choose another name.").format(name=_name(error))


def _unreachable(error: storage.UnreachableFileError) -> str:
    return _("{name} cannot be reached. Check the folder and your permissions.").format(
        name=_name(error)
    )


def _unfinished(error: storage.UnfinishedWriteError) -> str:
    return _(
        "The last write to {name} was cut off. Open it normally once; it then repairs itself."
    ).format(name=_name(error))


def _conflict(_error: storage.UndoConflictError) -> str:
    return _("This cannot be undone any more: it was changed again since.")


def _blocked(error: storage.BlockedByReportError) -> str:
    return _(
        "Report {number} rests on this, so it cannot be undone or removed any more. Correct it "
        "with a new booking."
    ).format(number=error.report_number)


def _duplicate(_error: storage.DuplicateError) -> str:
    return _("This is there already. Choose another name or number.")


def _gone(_error: storage.UnknownRecordError) -> str:
    return _("This is not there any more. It may have been removed or undone.")


def _efforts_in_the_way(error: contracts.EffortsInTheWayError) -> str:
    named = [f"“{title}”" for title in error.titles[:_MOST_NAMED]]
    more = len(error.titles) - len(named)
    if more:
        named.append(ngettext("{count} more", "{count} more", more).format(count=more))
    return _(
        "“{rules}” has no value for: {efforts}. Change or remove these efforts first, or choose "
        "other rules. Nothing was changed."
    ).format(rules=error.rules, efforts=enumeration(named))


def _same_edition(error: editions.SameEditionError) -> str:
    return _("This contract counts under “{rules}” already.").format(rules=error.title)


def _unwritable(error: files.UnwritableError) -> str:
    return {
        Unwritable.NO_NAME: _("Give the file a name."),
        Unwritable.NO_FOLDER: _("The folder {folder} is not there. Choose another."),
        Unwritable.NOT_A_FILE: _("{name} is there already and is not a file. Choose another name."),
        Unwritable.ADMINISTRATION: _("{name} is the administration itself. Choose another name."),
        Unwritable.REFUSED: _(
            "{name} cannot be written. Is it open in another program, is the disk full, or may "
            "you not write in this folder? Nothing was changed."
        ),
    }[error.reason].format(name=error.path.name, folder=error.path.parent)


def _not_begun(error: reports.NotBegunError) -> str:
    return _("This period only begins on {date}; there is nothing to report yet.").format(
        date=date_text(error.start)
    )


def _stale_draft(_error: reports.StaleDraftError) -> str:
    return _("Something was changed since this report was made. Make it again, then issue it.")


def _issued_not_written(error: reports.IssuedNotWrittenError) -> str:
    return _(
        "Report {number} was issued, but {name} could not be written. Save the report from the "
        "program under another name."
    ).format(number=error.number, name=error.path.name)


def _reported_shares(error: efforts.ReportedSharesError) -> str:
    return _(
        "Report {number} says how this effort is divided, and that report stays as it is. To "
        "correct it, first mark the effort as realised, divide it again, and tell it in a new "
        "report."
    ).format(number=error.number)


def _impossible_value(error: bookings.ImpossibleValueError) -> str:
    return _("This comes to {amount}, which cannot be right. Check the numbers.").format(
        amount=money_text(error.value)
    )


def _in_use(_error: storage.RecordInUseError) -> str:
    return _("This is still in use, so it cannot be removed. Remove what uses it first.")


def _refused_answer(error: RefusedAnswerError) -> str:
    return " ".join(dict.fromkeys(map(fault_text, error.faults)))


# Each function takes the error of its own key; the table as a whole cannot say that.
_SENTENCES: dict[type, Callable[..., str]] = {
    proof_files.FileTooLargeError: _too_large,
    proof_files.ProgramFileError: lambda _error: _(
        "This is a program, not a document. Choose a PDF or a picture of the document."
    ),
    proof_files.EmptyFileError: lambda _error: _("This file is empty, so it proves nothing."),
    proof_files.UnreadableFileError: lambda _error: _("This file cannot be read."),
    bookings.ImpossibleValueError: _impossible_value,
    efforts.ReportedSharesError: _reported_shares,
    RefusedAnswerError: _refused_answer,
    companies.FieldError: _field,
    contracts.EffortsInTheWayError: _efforts_in_the_way,
    editions.NoReasonError: lambda _error: _(
        "Say why the contract goes to another edition; it stands with the contract."
    ),
    editions.SameEditionError: _same_edition,
    files.UnwritableError: _unwritable,
    reports.NotBegunError: _not_begun,
    reports.StaleDraftError: _stale_draft,
    reports.IssuedNotWrittenError: _issued_not_written,
    storage.NotOurFileError: _not_ours,
    storage.FileTooNewError: _too_new,
    storage.DamagedFileError: _damaged,
    storage.FileLockedError: _locked,
    storage.UpgradeNeededError: _old,
    storage.FileBusyError: _busy,
    storage.DiskFullError: _full,
    storage.ReadOnlyFileError: _read_only,
    storage.FileMissingError: _missing,
    storage.FileExistsAlreadyError: _exists,
    storage.UnreachableFileError: _unreachable,
    storage.UnfinishedWriteError: _unfinished,
    storage.UndoConflictError: _conflict,
    storage.BlockedByReportError: _blocked,
    storage.DuplicateError: _duplicate,
    storage.RecordInUseError: _in_use,
    storage.UnknownRecordError: _gone,
}
