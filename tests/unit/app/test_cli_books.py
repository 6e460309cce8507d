"""Commands on an administration file: what they say, and what they refuse."""

from __future__ import annotations

import hashlib
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sroi_desktop.services import administrations
from sroi_desktop.system.clock import FixedClock
from tests.unit.app.command import call, done, refused
from tests.unit.services.books import TODAY

if TYPE_CHECKING:
    from collections.abc import Iterator

DAY = ("--today", "2026-11-22")
CHECKS = {"integrity", "foreign_keys", "history", "reports", "allocations"}


@contextmanager
def in_use(path: Path) -> Iterator[None]:
    """Have the file open, as the window would."""
    store = administrations.open_file(path, FixedClock(TODAY))
    yield
    store.close()


def report(book: Path, out: object, *more: str) -> tuple[object, ...]:
    given = {
        "--contract": "2026-01",
        "--kind": "progress",
        "--variant": "anonymous",
        "--from": "2026-01-01",
        "--to": "2026-09-30",
        "--today": "2026-11-22",
    }
    given |= dict(zip(more[::2], more[1::2], strict=True))
    words = [word for pair in given.items() for word in pair]
    return ("report", book, *words, "--out", out)


# -- example


def test_that_the_example_is_written_and_is_sound(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "voorbeeld.sroi"
    assert done(capsys, "example", path) == {"path": str(path)}
    assert done(capsys, "verify", path)["ok"] is True


def test_that_the_example_is_written_into_the_folder_at_hand(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert done(capsys, "example", "voorbeeld.sroi") == {"path": "voorbeeld.sroi"}
    assert (tmp_path / "voorbeeld.sroi").is_file()


def test_that_the_example_never_replaces_a_file(
    capsys: pytest.CaptureFixture[str], book: Path
) -> None:
    before = book.read_bytes()
    assert book.name in refused(capsys, "example", book)
    assert book.read_bytes() == before


@pytest.mark.parametrize("name", ["", ".", "weg/voorbeeld.sroi", "x" * 300, "a\0b.sroi"])
def test_that_a_place_where_nothing_can_be_written_is_refused(
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    refused(capsys, "example", name)
    assert list(tmp_path.iterdir()) == []


# -- status and steps


def test_that_status_gives_every_amount_of_every_contract(
    capsys: pytest.CaptureFixture[str], book: Path
) -> None:
    data = done(capsys, "status", book, *DAY)
    assert len(data["contracts"]) == 3
    first = data["contracts"][0]
    assert list(first) == [
        "number",
        "title",
        "obligation",
        "planned",
        "realised",
        "proven",
        "reported",
        "accepted",
        "open",
        "not_counted",
        "obligation_to_date",
        "quantities",
    ]
    assert (first["number"], first["obligation"]) == ("2026-01", "120000.00")
    for one in data["contracts"]:
        cents = {key: int(one[key].replace(".", "")) for key in list(one)[2:10]}
        assert cents["proven"] <= cents["realised"]
        whole = cents["obligation"] - cents["realised"] - cents["planned"]
        assert cents["open"] == max(0, whole)


def test_that_an_early_day_has_realised_nothing(
    capsys: pytest.CaptureFixture[str], book: Path
) -> None:
    early = done(capsys, "status", book, "--today", "2024-01-01")
    assert {one["realised"] for one in early["contracts"]} == {"0.00"}


def test_that_status_is_a_line_per_contract_for_people(
    capsys: pytest.CaptureFixture[str], book: Path
) -> None:
    said = call(capsys, "status", book, *DAY)
    assert len(said.out.splitlines()) == 3
    assert "€\xa0120.000" in said.out


def test_that_an_obligation_that_is_not_known_leaves_open_unknown(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    from sroi_desktop.services.desk import Desk
    from tests.unit.services.books import UNKNOWN, library, take_on

    path = tmp_path / "nieuw.sroi"
    clock = FixedClock(TODAY)
    store = administrations.create(path, clock)
    take_on(Desk(store, library(), clock), UNKNOWN)
    store.close()
    (one,) = done(capsys, "status", path)["contracts"]
    assert (one["obligation"], one["open"]) == (None, None)
    line = call(capsys, "status", path, "--language", "en").out
    assert line.count("not known yet") == 2


def test_that_steps_say_what_to_do_until_when_and_what_is_at_stake(
    capsys: pytest.CaptureFixture[str], book: Path
) -> None:
    data = done(capsys, "steps", book, *DAY)
    assert data["steps"]
    for step in data["steps"]:
        assert list(step) == ["kind", "contract", "due", "amount", "text"]
        assert step["text"].strip().endswith((".", ")", "?"))
        assert "{" not in step["text"]
    assert "add_evidence" in [step["kind"] for step in data["steps"]]
    said = call(capsys, "steps", book, *DAY)
    assert said.out.splitlines() == [step["text"] for step in data["steps"]]


# -- report


def test_that_a_report_is_issued_and_written(
    capsys: pytest.CaptureFixture[str], book: Path, tmp_path: Path
) -> None:
    out = tmp_path / "rapport.pdf"
    data = done(capsys, *report(book, out))
    assert list(data) == ["number", "path", "sha256", "pages"]
    assert data["path"] == str(out)
    assert data["sha256"] == hashlib.sha256(out.read_bytes()).hexdigest()
    assert data["pages"] >= 2
    assert out.read_bytes().startswith(b"%PDF-")
    assert done(capsys, "verify", book)["ok"] is True
    second = done(capsys, *report(book, out, "--variant", "pseudonymous"))
    assert second["number"] > data["number"]


@pytest.mark.parametrize(
    "more",
    [
        ("--contract", "2026-99"),
        ("--contract", ""),
        ("--from", "2026-10-01"),
        ("--to", "2026-02-30"),
        ("--from", "2027-01-01", "--to", "2027-03-31"),
        ("--today", "morgen"),
    ],
)
def test_that_a_report_that_cannot_be_is_refused_and_nothing_is_issued(
    capsys: pytest.CaptureFixture[str], book: Path, tmp_path: Path, more: tuple[str, ...]
) -> None:
    before = book.read_bytes()
    refused(capsys, *report(book, tmp_path / "rapport.pdf", *more))
    assert book.read_bytes() == before
    assert not (tmp_path / "rapport.pdf").exists()


def test_that_an_unknown_contract_is_told_with_those_there_are(
    capsys: pytest.CaptureFixture[str], book: Path, tmp_path: Path
) -> None:
    reason = refused(capsys, *report(book, tmp_path / "r.pdf", "--contract", "2026-99"))
    assert "2026-01, 2026-02, 2026-03" in reason


@pytest.mark.parametrize("place", ["", "weg/rapport.pdf", "map", "voorbeeld.sroi"])
def test_that_a_place_for_the_file_that_is_none_is_refused_before_issuing(
    capsys: pytest.CaptureFixture[str],
    book: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    place: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "map").mkdir()
    before = book.read_bytes()
    refused(capsys, *report(book, place))
    assert book.read_bytes() == before


@pytest.mark.parametrize("more", [("--kind", "final"), ("--variant", "named")])
def test_that_a_kind_or_variant_that_there_is_not_is_wrong_usage(
    capsys: pytest.CaptureFixture[str], book: Path, tmp_path: Path, more: tuple[str, ...]
) -> None:
    assert call(capsys, *report(book, tmp_path / "r.pdf", *more)).status == 2


def test_that_a_file_in_use_is_read_but_not_reported_on(
    capsys: pytest.CaptureFixture[str], book: Path, tmp_path: Path
) -> None:
    with in_use(book):
        assert call(capsys, "status", book, *DAY).status == 0
        assert call(capsys, "verify", book).status == 0
        reason = refused(capsys, *report(book, tmp_path / "rapport.pdf"))
    assert book.name in reason
    assert not (tmp_path / "rapport.pdf").exists()


def test_that_a_file_that_may_only_be_read_is_not_reported_on(
    capsys: pytest.CaptureFixture[str],
    book: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # To root every file is writable, so the question itself is answered here.
    monkeypatch.setattr("os.access", lambda *_args, **_more: False)
    assert book.name in refused(capsys, *report(book, tmp_path / "rapport.pdf"))
    assert call(capsys, "verify", book).status == 0


# -- verify


def test_that_verify_names_every_check(capsys: pytest.CaptureFixture[str], book: Path) -> None:
    before = book.read_bytes()
    data = done(capsys, "verify", book)
    assert list(data) == ["ok", "checks"]
    assert {check["name"] for check in data["checks"]} >= CHECKS
    assert all(list(check) == ["name", "ok", "detail"] for check in data["checks"])
    assert book.read_bytes() == before
    assert sorted(book.parent.iterdir()) == [book]


def test_that_verify_refuses_a_file_that_was_tampered_with(
    capsys: pytest.CaptureFixture[str], book: Path
) -> None:
    data = book.read_bytes()
    assert data.count(b"Groenonderhoud") > 1
    book.write_bytes(data.replace(b"Groenonderhoud", b"Groenonderhoux", 1))
    said = call(capsys, "verify", book, "--json")
    assert said.status == 1
    assert said.data["ok"] is False
    assert any(not check["ok"] and check["detail"] for check in said.data["checks"])
    assert call(capsys, "verify", book).status == 1


# -- files that are none


@pytest.mark.parametrize("command", ["status", "steps", "verify"])
@pytest.mark.parametrize("make", ["missing", "folder", "garbage", "empty", "other", "cut", ""])
def test_that_what_is_no_administration_is_refused_by_name(
    capsys: pytest.CaptureFixture[str], book: Path, tmp_path: Path, command: str, make: str
) -> None:
    path = tmp_path / "boek.sroi"
    if make == "folder":
        path.mkdir()
    elif make == "garbage":
        path.write_bytes(bytes(range(256)) * 40)
    elif make == "empty":
        path.touch()
    elif make == "other":
        path.write_bytes(b"%PDF-1.7\n" * 2000)
    elif make == "cut":
        path.write_bytes(book.read_bytes()[:20_000])
    said = call(capsys, command, path if make else "")
    assert said.status == 1
    if make:
        assert "boek.sroi" in said.err


@pytest.mark.parametrize("day", ["gisteren", "2026-02-30", "", "22-11-2026", "0000-01-01"])
def test_that_a_day_that_is_none_is_refused(
    capsys: pytest.CaptureFixture[str], book: Path, day: str
) -> None:
    assert "--today" in refused(capsys, "status", book, "--today", day)


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_that_the_ends_of_the_calendar_are_days_too(
    capsys: pytest.CaptureFixture[str], book: Path, day: str
) -> None:
    assert call(capsys, "status", book, "--today", day).status == 0
    assert call(capsys, "steps", book, "--today", day).status == 0
