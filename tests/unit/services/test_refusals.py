"""Every refusal is a sentence that says what is the matter, in both languages."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from datetime import UTC, date, datetime
from fractions import Fraction
from pathlib import Path

import pytest

import sroi_desktop
from sroi_desktop.domain import clause, errors
from sroi_desktop.domain.errors import DomainError
from sroi_desktop.domain.money import Money
from sroi_desktop.domain.plain import PlainDataError
from sroi_desktop.language.parsing import Fault, UnreadableError
from sroi_desktop.rulesets.packs import PackError, PackProblem
from sroi_desktop.rulesets.problems import (
    ProblemKind,
    RuleFileError,
    RuleFileProblem,
    UnknownRuleSetError,
)
from sroi_desktop.services import (
    bookings,
    clauses,
    companies,
    contracts,
    editions,
    efforts,
    files,
    own_documents,
    own_sets,
    proof_files,
    reports,
)
from sroi_desktop.services.files import Unwritable
from sroi_desktop.services.refusals import REFUSALS, explain
from sroi_desktop.storage import NotOurs
from sroi_desktop.storage import errors as storage
from tests.unit.services.books import speaking

PATH = Path("/boeken/groen {x}.sroi")
DAY = date(2026, 11, 22)
MOMENT = datetime(2026, 11, 22, 12, tzinfo=UTC)
# The rooms above services have refusals and sentences of their own.
ROOMS = ("domain", "language", "rulesets", "storage", "system", "services")
# Told at their own screen, with words of that screen.
ELSEWHERE = {"LogoError"}

MADE: list[Exception] = [
    editions.NoReasonError(),
    editions.SameEditionError("Bouwblokken"),
    errors.NegativeAmountError(-500),
    errors.PercentOutOfRangeError(Fraction(101)),
    errors.EndBeforeStartError(DAY, date(2026, 1, 1)),
    errors.HoursOutOfRangeError(Fraction(169)),
    errors.UnknownBlockError("ww", "harlingen"),
    errors.UnknownBonusError("age-50", "harlingen"),
    errors.MissingInputError("hours", "hulp"),
    errors.MissingInputError("quantity", "dagdeel"),
    errors.MissingInputError("amount", "inkoop"),
    errors.OverAllocatedError(Fraction(3, 2)),
    errors.OverAllocatedError(Fraction(3, 2), date(2026, 7, 1)),
    errors.CitizenNumberError("title"),
    errors.StateChangeError("planned", "accepted"),
    PlainDataError(("blocks", "0"), "a whole number."),
    RuleFileError("own.toml", (RuleFileProblem("own.toml", ("blocks", 0), ProblemKind.NEGATIVE),)),
    UnknownRuleSetError("nergens"),
    *(PackError(problem, "20 MB.") for problem in PackProblem),
    own_sets.PublishedSetError("Bouwblokken"),
    own_documents.DocumentsTooLargeError(21_000_000, 19_000_000),
    clauses.TooLongTextError(40_000),
    clause.RefusedAnswerError((clause.Fault(clause.FaultKind.ZERO, clause.Key.CAP, "amount"),)),
    bookings.ImpossibleValueError(Money(10**16)),
    efforts.ReportedSharesError("2026-001"),
    contracts.EffortsInTheWayError(("Hovenier",), "Bouwblokken"),
    proof_files.FileTooLargeError(60_000_000, 25_000_000),
    proof_files.EmptyFileError("leeg.pdf"),
    proof_files.ProgramFileError("virus.exe"),
    proof_files.UnreadableFileError("map"),
    reports.NotBegunError(DAY),
    reports.StaleDraftError("2026-001"),
    reports.IssuedNotWrittenError("2026-001", PATH),
    storage.FileTooNewError(PATH, 9, 7),
    storage.UpgradeNeededError(PATH, 3),
    storage.DamagedFileError(PATH, "page 3"),
    storage.DamagedFileError(None, "page 3"),
    storage.FileLockedError(PATH, "Anna", "kantoor", MOMENT),
    storage.FileLockedError(PATH, "", "", None),
    storage.FileBusyError(PATH),
    storage.DiskFullError(PATH),
    storage.ReadOnlyFileError(PATH),
    storage.UnreachableFileError(PATH),
    storage.UnfinishedWriteError(PATH),
    storage.FileMissingError(PATH),
    storage.FileExistsAlreadyError(PATH),
    storage.UndoConflictError(3, "effort"),
    storage.BlockedByReportError("2026-001", 1),
    storage.DuplicateError("contract", "number", "2026-01"),
    storage.RecordInUseError("contract", 1, "allocation"),
    storage.UnknownRecordError("contract", 1),
    *(storage.NotOurFileError(PATH, reason) for reason in NotOurs),
    *(files.UnwritableError(PATH, reason) for reason in Unwritable),
    *(UnreadableError(fault, " 12.50 ", ("€ 12,50", "€ 1.250,00")) for fault in Fault),
    *(companies.FieldError(field) for field in ("name", "kvk", "tax_number", "postcode")),
]


def refusals() -> Iterator[type[Exception]]:
    """Yield every class of refusal that a service can raise."""
    for room in ROOMS:
        package = importlib.import_module(f"sroi_desktop.{room}")
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            for thing in vars(importlib.import_module(module.name)).values():
                is_own = isinstance(thing, type) and thing.__module__ == module.name
                if is_own and issubclass(thing, REFUSALS):
                    yield thing


def named(error: object) -> str:
    return type(error).__name__


@pytest.mark.parametrize("error", MADE, ids=named)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_that_every_refusal_is_a_sentence(error: Exception, language: str) -> None:
    with speaking(language):
        sentence = explain(error)
    assert sentence[0].isupper() or sentence[0] in "“0123456789g-blo"
    assert sentence.endswith((".", "?"))
    assert "{" not in sentence.replace(PATH.name, "")
    assert type(error).__name__ not in sentence
    assert "('" not in sentence


def test_that_no_kind_of_refusal_is_forgotten() -> None:
    told = {type(error) for error in MADE}
    bases = {DomainError, storage.KnownStorageError}
    forgotten = {
        kind.__name__
        for kind in refusals()
        if kind not in told | bases and kind.__name__ not in ELSEWHERE
    }
    assert forgotten == set()


def test_that_a_class_on_top_of_a_known_one_has_its_words() -> None:
    class Special(storage.FileMissingError):
        """A file that is missing in a special way."""

    assert explain(Special(PATH)) == explain(storage.FileMissingError(PATH))


def test_that_a_refusal_without_words_names_itself() -> None:
    class NewError(DomainError):
        """Something that nobody wrote a sentence for yet."""

    assert explain(NewError()) == "NewError"
    assert explain(NewError("why")) == "why"
    assert explain(storage.KnownStorageError("why")) == "why"


def test_that_readings_are_offered_as_a_question() -> None:
    error = UnreadableError(Fault.DOUBTFUL, "12.50", ("€ 12,50", "€ 1.250,00"))
    assert explain(error).endswith("€ 12,50 of € 1.250,00?")


def test_that_someone_without_a_name_is_someone() -> None:
    with speaking("en"):
        assert "someone on another computer" in explain(storage.FileLockedError(PATH, "", "", None))


def test_that_refusals_come_from_the_package_that_is_tested() -> None:
    assert {kind.__module__.split(".")[0] for kind in refusals()} == {sroi_desktop.__name__}
