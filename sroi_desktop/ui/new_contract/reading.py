"""From what was typed to a contract, as far as it can be read. No Qt here; nothing is kept here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import TYPE_CHECKING, TypeVar

from sroi_desktop.domain.bsn import refuse_bsn
from sroi_desktop.domain.contract import FULL_SHARE, ContractState
from sroi_desktop.domain.errors import CitizenNumberError, EndBeforeStartError
from sroi_desktop.domain.money import Money
from sroi_desktop.domain.obligation import DOUBTFUL_SUM, HUNDRED
from sroi_desktop.domain.rules import Category, Quota, Rhythm
from sroi_desktop.language import _
from sroi_desktop.language.errors import error_text
from sroi_desktop.language.numbers import (
    date_text,
    number_text,
    percent_text,
    short_money_text,
)
from sroi_desktop.language.parsing import (
    UnreadableError,
    parse_date,
    parse_money,
    parse_number,
    parse_percent,
)
from sroi_desktop.ui.new_contract.form import (
    ASKED_IN,
    FIXED,
    PART,
    PERCENTAGE,
    VALUE,
    Form,
    asked_in,
    of_contract,
)

if TYPE_CHECKING:
    from datetime import date
    from enum import Enum

    from sroi_desktop.domain.contract import Contract

Value = TypeVar("Value")
Choice = TypeVar("Choice", bound="Enum")
# As in the rule sets: less is no full-time week, more is a slip.
SHORTEST_WEEK, LONGEST_WEEK = 20, 48
TEXTS = ("title", "authority", "number", "reference", "contact", "note")
THOUSAND = 1000


@dataclass(slots=True)
class Reading:
    """What the form says.

    `readings` are read back to the owner, `problems` say what is wrong with an answer, and
    `offers` what a doubtful one may have meant. `at_once` are problems that are told while
    one types; the others wait until the question is left. `doubts` are amounts that look like
    a slip: they are asked about. `values` are those of the rows of the rules.
    """

    contract: Contract
    values: dict[str, Money | None] = field(default_factory=dict)
    readings: dict[str, str] = field(default_factory=dict)
    problems: dict[str, str] = field(default_factory=dict)
    offers: dict[str, tuple[str, ...]] = field(default_factory=dict)
    at_once: set[str] = field(default_factory=set)
    doubts: dict[str, Money] = field(default_factory=dict)

    @property
    def is_ready(self) -> bool:
        """Tell whether the contract can be kept as it is."""
        return not self.problems and not self.doubts


def read(form: Form, base: Contract, today: date) -> Reading:
    """Return what the form says, on top of what is known of the contract already.

    Args:
        form: the answers as typed.
        base: the contract that is changed, or an empty one. An answer that still stands as it
            was filled in keeps its exact value.
        today: tells whether the work has begun.
    """
    reader = _Reader(form, base)
    reader.texts()
    reader.amounts()
    reader.shares()
    reader.bases()
    reader.dates()
    reader.units()
    reader.choices(today)
    reader.row_values()
    return reader.done()


class _Reader:
    """Reads one form, question by question."""

    def __init__(self, form: Form, base: Contract) -> None:
        self._form = form
        self._base = base
        self._filled_in = of_contract(base)
        self._found = Reading(base)
        self._values: dict[str, object] = {}

    def done(self) -> Reading:
        """Return everything that was read."""
        self._found.contract = replace(self._base, **self._values)  # type: ignore[arg-type]
        return self._found

    # -- the questions

    def texts(self) -> None:
        """Read the names and notes, in which no citizen service number may stand."""
        form = self._form
        for name in TEXTS:
            try:
                refuse_bsn(name, form.text(name) if name not in {"number", "reference"} else None)
            except CitizenNumberError as error:
                self._wrong(name, error_text(error), at_once=True)
        if not form.title.strip():
            self._wrong("title", _("Give the contract a name that you recognise it by."))
        if not form.authority.strip():
            self._wrong("authority", _("For whom is the contract? Fill in a name."))
        if not form.number.strip():
            self._wrong("number", _("Give the contract a number of your own."))
        bad = self._found.problems
        self._values |= {
            "title": form.title.strip() if "title" not in bad else "–",
            "authority": form.authority.strip() if "authority" not in bad else "–",
            "number": form.number.strip() or self._base.number,
            "reference": form.reference.strip() or None,
            "contact_name": None if "contact" in bad else form.contact.strip() or None,
            "note": None if "note" in bad else form.note.strip() or None,
        }

    def amounts(self) -> None:
        """Read the sum, and the amount that the contract names; ask about a slip of zeros."""
        self._values["sum_excl_vat"] = self._money("sum", self._base.sum_excl_vat)
        fixed = None
        if self._form.demand == FIXED:
            fixed = self._money("amount", self._base.fixed_amount)
        self._values["fixed_amount"] = fixed
        for name, amount in (("sum", self._values["sum_excl_vat"]), ("amount", fixed)):
            if isinstance(amount, Money) and self._is_doubtful(amount):
                self._found.doubts[name] = amount

    def shares(self) -> None:
        """Read the percentages, the firm's share and the hours of a full-time week."""
        form, base = self._form, self._base
        named = form.demand == PERCENTAGE
        self._values["percentage"] = self._percent("percentage", base.percentage) if named else None
        self._values["offered_percentage"] = self._percent("offered", base.offered_percentage)
        labour = self._percent("labour", _hundredfold(base.labour_share))
        self._values["labour_share"] = None if labour is None else labour / HUNDRED
        self._values["company_share"] = self._company_share()
        hours = self._number("full_time", base.full_time_hours, parse_number, number_text)
        if hours is not None and not SHORTEST_WEEK <= hours <= LONGEST_WEEK:
            self._wrong("full_time", _("A full-time week has 20 to 48 hours."))
            hours = None
        self._values["full_time_hours"] = hours

    def bases(self) -> None:
        """Read the other sums that rules may take their percentage of."""
        base = self._base
        for name, attribute, before in (
            ("bid", "bid_sum", base.bid_sum),
            ("wage", "wage_sum", base.wage_sum),
            ("turnover", "expected_turnover", base.expected_turnover),
        ):
            self._values[attribute] = self._money(name, before)

    def units(self) -> None:
        """Read what is asked beside euros; what is per so many euros stays as it is."""
        per = tuple(one for one in self._base.quotas if one.per is not None)
        asked = []
        for name, unit in ASKED_IN.items():
            before = asked_in(self._base, unit)
            amount = self._number(name, before, parse_number, number_text)
            if amount:
                asked.append(Quota(unit, amount))
        self._values["quotas"] = (*asked, *per)

    def dates(self) -> None:
        """Read the days; the end must not lie before the start."""
        base = self._base
        self._date("awarded", "awarded_on", base.awarded_on)
        self._date("bid_on", "bid_on", base.bid_on)
        start = self._date("starts", "starts_on", base.starts_on)
        end = self._date("ends", "ends_on", base.ends_on)
        if start is not None and end is not None and end < start:
            self._wrong("ends", error_text(EndBeforeStartError(start, end)))
            self._values["ends_on"] = None

    def choices(self, today: date) -> None:
        """Take what was chosen; a state that was not chosen follows from the dates."""
        form = self._form
        self._values["category"] = _chosen(Category, form.text("category"))
        self._values["rhythm"] = _chosen(Rhythm, form.text("rhythm"))
        state = _chosen(ContractState, form.text("state"))
        if state is None:
            start = self._values["starts_on"]
            is_ahead = start is not None and start > today  # type: ignore[operator]
            state = ContractState.AWARDED if is_ahead else ContractState.RUNNING
        self._values["state"] = state

    def row_values(self) -> None:
        """Read the values of the rows of the rules; an empty one is not known."""
        for row, text in self._form.values:
            name = f"{VALUE}{row}"
            if not text.strip():
                self._found.values[row] = None
                continue
            amount = self._parsed(name, text, parse_money, short_money_text)
            if amount is not None:
                self._found.values[row] = amount

    # -- reading one answer

    def _money(self, name: str, before: Money | None) -> Money | None:
        return self._number(name, before, parse_money, short_money_text)

    def _percent(self, name: str, before: Fraction | None) -> Fraction | None:
        return self._number(name, before, parse_percent, percent_text)

    def _company_share(self) -> Fraction:
        if self._form.part != PART:
            return FULL_SHARE
        percent = self._percent("share", self._base.company_share * HUNDRED)
        if percent is None:
            return FULL_SHARE
        if percent == 0:
            self._wrong("share", _("Fill in more than 0: the part of the work that is yours."))
            return FULL_SHARE
        return percent / HUNDRED

    def _date(self, name: str, attribute: str, before: date | None) -> date | None:
        day = self._number(name, before, parse_date, date_text)
        self._values[attribute] = day
        return day

    def _number(
        self,
        name: str,
        before: Value | None,
        parse: Callable[[str], Value],
        say: Callable[[Value], str],
    ) -> Value | None:
        """Read one answer; an empty one is not known, an untouched one keeps its exact value."""
        text = self._form.text(name)
        if not text.strip():
            return None
        if before is not None and text == self._filled_in.text(name):
            return before
        return self._parsed(name, text, parse, say)

    def _parsed(
        self, name: str, text: str, parse: Callable[[str], Value], say: Callable[[Value], str]
    ) -> Value | None:
        try:
            value = parse(text)
        except UnreadableError as error:
            self._wrong(name, error_text(error), at_once=bool(error.readings))
            self._found.offers[name] = error.readings
            return None
        self._found.readings[name] = say(value)
        return value

    def _is_doubtful(self, amount: Money) -> bool:
        return amount >= DOUBTFUL_SUM and str(amount.cents) not in self._form.sure

    def _wrong(self, name: str, text: str, *, at_once: bool = False) -> None:
        self._found.problems[name] = text
        if at_once:
            self._found.at_once.add(name)


def smaller(amount: Money) -> Money:
    """Return what was probably meant with an amount that has three zeros too many."""
    return Money(amount.cents // THOUSAND)


def _hundredfold(share: Fraction | None) -> Fraction | None:
    return None if share is None else share * HUNDRED


def _chosen(kind: type[Choice], key: str) -> Choice | None:
    values = {one.value: one for one in kind}
    return values.get(key)
