"""Every published case that a command can express, as someone types it."""

from __future__ import annotations

import pytest

from tests.unit.app.command import done
from tests.unit.rulesets.shipped import Fact, facts

YEAR = ("--start", "2026-03-01", "--end", "2027-02-28")


def value(rules: str, block: str, *more: str) -> tuple[str, ...]:
    period = () if "--start" in more else YEAR
    hours = () if "--hours" in more or "--no-hours" in more else ("--hours", "36")
    rest = tuple(word for word in more if word != "--no-hours")
    return ("value", "--rules", rules, "--block", block, *period, *hours, *rest)


def owed(rules: str, category: str, euros: str, *more: str) -> tuple[str, ...]:
    return ("obligation", "--rules", rules, "--category", category, "--sum", euros, *more)


def until(day: str) -> tuple[str, ...]:
    return ("--start", "2026-03-01", "--end", day)


# In the order of cases.json; None where no command says it (a cap per contract, a penalty).
COMMANDS: list[tuple[str, ...] | None] = [
    owed("generic", "services", "800000", "--percentage", "5"),
    owed("friesland", "works", "20000000"),
    owed("friesland", "works", "1200000"),
    owed("schiedam", "services", "100000"),
    owed("capelle", "services", "60000"),
    value("utrecht-v3", "participatiewet"),
    value("utrecht-v3", "participatiewet", *until("2026-08-31"), "--hours", "24"),
    value(
        "utrecht-v2",
        "participatiewet-over-2-years",
        *("--born", "1974-01-01", "--bonus", "permanent-contract", "--reference", "2026-03-01"),
    ),
    value(
        "utrecht-v2",
        "maatschappelijke-activiteit",
        *("--employees", "3", "--hours", "8"),
    ),
    value("utrecht-v1", "participatiewet-under-2-years"),
    value("utrecht-v2", "participatiewet-under-2-years"),
    value("haaglanden-2023-07", "ww", *until("2027-08-31")),
    value("haaglanden-2023-07", "participatiewet", *until("2028-08-31")),
    value("haaglanden-2023-07", "banenafspraak", "--hours", "18"),
    value("oost-nederland", "werkervaringsplaats", *until("2026-06-30"), "--no-hours"),
    value("oost-nederland", "ww-under-1-year", *until("2027-08-31")),
    value("harlingen", "participatiewet-over-2-years", "--born", "1970-01-01"),
    value("harlingen", "participatiewet-over-2-years", "--hours", "10"),
    None,
    None,
]


@pytest.mark.parametrize(
    ("command", "fact"),
    [
        pytest.param(command, fact, id=f"{fact['rules']}: {fact['case']}")
        for command, fact in zip(COMMANDS, facts("cases"), strict=True)
        if command is not None
    ],
)
def test_that_the_command_gives_the_expected_amount(
    capsys: pytest.CaptureFixture[str], command: tuple[str, ...], fact: Fact
) -> None:
    data = done(capsys, *command)
    assert data["value" if command[0] == "value" else "amount"] == fact["expected_eur"]
    if data["steps"]:
        assert data["steps"][-1]["result"] == fact["expected_eur"]
