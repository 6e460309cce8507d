"""Which rule sets can be chosen for an authority, and the one that is. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sroi_desktop.domain.rules import RuleSet
from sroi_desktop.language import _, ngettext
from sroi_desktop.language.derivations import edition_text
from sroi_desktop.language.labels import label
from sroi_desktop.language.numbers import date_text, long_date_text, short_money_text
from sroi_desktop.services import own_rules
from sroi_desktop.services import rules as rule_services
from sroi_desktop.services.refusals import REFUSALS
from sroi_desktop.ui.kit.content import CardChoice
from sroi_desktop.ui.new_contract.form import OWN_COPY, Form

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sroi_desktop.domain.money import Money
    from sroi_desktop.domain.rules import Block, Bonus
    from sroi_desktop.services.desk import Desk

GENERIC = "generic"
MOST_SUGGESTIONS = 6
# Between the key of the rules and the row: values typed for one set never count for another.
_OF = "|"


@dataclass(frozen=True, slots=True)
class SourceLine:
    """Where rules were read: the title with the day, and the address to copy."""

    title: str
    address: str


@dataclass(frozen=True, slots=True)
class RulesContent:
    """What the step about the rules shows.

    `chosen` is the key of a card. `asks_full_time` tells that the rules name no full-time
    week, `is_partial` that not all of the source could be read, `needs_values` that rows have
    no value yet.
    """

    cards: tuple[CardChoice, ...]
    chosen: str
    missing: tuple[str, ...]
    sources: tuple[SourceLine, ...]
    asks_full_time: bool
    is_partial: bool
    needs_values: bool


@dataclass(frozen=True, slots=True)
class ValueRow:
    """A row of the rules whose value may be filled in; `row` is its key in the form."""

    row: str
    label: str
    unit: str
    published: str


class Chooser:
    """Finds the rules for what was typed.

    `own` is the copy of a contract that is changed; with `is_read` it is what the clause of a
    tender says.
    """

    def __init__(self, desk: Desk, own: RuleSet | None, *, is_read: bool = False) -> None:
        self._desk = desk
        self._own = own
        self._is_read = is_read

    def suggestions(self, typed: str) -> tuple[str, ...]:
        """Return names that begin with what was typed, unless it is one of them already."""
        if len(typed.strip()) < 2 or rule_services.for_authority(self._desk, typed):
            return ()
        return rule_services.search(self._desk, typed)[:MOST_SUGGESTIONS]

    def found_text(self, typed: str) -> str:
        """Return what is known of the rules of the authority that was typed."""
        if not typed.strip() or self.suggestions(typed):
            return ""
        count = len(rule_services.for_authority(self._desk, typed))
        if not count:
            return _("No rules are known for this name. You can fill in the values yourself.")
        found = ngettext("{count} rule set found.", "{count} rule sets found.", count)
        return found.format(count=count)

    def official_name(self, name: str) -> str:
        """Return a chosen name as the authority calls itself, where its rules are its own."""
        sets = rule_services.for_authority(self._desk, name)
        publishers = {rules.publisher for rules in sets if rules.publisher.endswith(f" {name}")}
        return publishers.pop() if len(publishers) == 1 else name

    def key(self, form: Form) -> str:
        """Return which rules hold: those that were chosen, or else the newest edition."""
        keys = [key for key, _rules in self._choices(form.authority)]
        return form.rules if form.rules in keys else keys[0]

    def published(self, form: Form) -> RuleSet:
        """Return the chosen rules as they were published."""
        return dict(self._choices(form.authority))[self.key(form)]

    def rules(self, form: Form, values: Mapping[str, Money | None]) -> RuleSet:
        """Return the chosen rules with the values that the owner filled in for them."""
        own: dict[str, dict[str, Money | None]] = {"block": {}, "bonus": {}}
        for row in self.filled_in(form):
            if row in values:
                kind, code = row.partition(_OF)[2].split(":", 1)
                own[kind][code] = values[row]
        return own_rules.adjusted(self.published(form), own["block"], own["bonus"])

    def filled_in(self, form: Form) -> tuple[str, ...]:
        """Return the rows of the chosen rules for which something was typed."""
        mark = f"{self.key(form)}{_OF}"
        return tuple(row for row, _text in form.values if row.startswith(mark))

    def content(self, form: Form, rules: RuleSet) -> RulesContent:
        """Return what the step about the rules shows."""
        return RulesContent(
            tuple(self._card(key, one) for key, one in self._choices(form.authority)),
            self.key(form),
            rules.missing,
            tuple(_source(rules, number) for number in range(len(rules.sources))),
            rules.full_time_hours is None,
            not rules.complete,
            bool(own_rules.without_value(rules)),
        )

    def value_rows(self, form: Form) -> tuple[ValueRow, ...]:
        """Return the rows of the chosen rules that have a value of their own."""
        rules, mark = self.published(form), f"{self.key(form)}{_OF}"
        blocks = (row for row in rules.blocks if own_rules.has_value(row))
        bonuses = (row for row in rules.bonuses if own_rules.has_value(row))
        return (
            *(_value_row(f"{mark}block:{row.code}", row) for row in blocks),
            *(_value_row(f"{mark}bonus:{row.code}", row) for row in bonuses),
        )

    def _choices(self, authority: str) -> list[tuple[str, RuleSet]]:
        """Return keys and rules: the contract's own, the published ones, and to fill in."""
        own = [] if self._own is None else [(OWN_COPY, self._own)]
        published = [
            (rules.id, rule_services.to_take_on(self._desk, rules))
            for rules in rule_services.for_authority(self._desk, authority)
        ]
        return [*own, *published, (GENERIC, self._generic())]

    def _generic(self) -> RuleSet:
        """Return the usual rows; where their file is broken, a set without any."""
        try:
            return rule_services.generic(self._desk)
        except REFUSALS:
            return RuleSet(GENERIC, _("Own values"), "", (), complete=False, sources=())

    def _card(self, key: str, rules: RuleSet) -> CardChoice:
        if key == OWN_COPY and self._is_read:
            hint = _("As you read them in the tender, with the page of each value.")
            return CardChoice(key, rules.title, hint, "file-check")
        if key == OWN_COPY:
            title = _("The rules of this contract now: {title}").format(title=_titled(rules))
            return CardChoice(key, title, rules.publisher, "file-check")
        if key == GENERIC:
            hint = _(
                "Not in the list, or not known yet? Start from the usual rows and take the values "
                "from your contract, now or later."
            )
            return CardChoice(key, _("Fill in the values myself"), hint, "file-pen")
        icon = "badge-check" if rules.complete else "circle-dashed"
        return CardChoice(key, _titled(rules), _about(self._desk, rules), icon)


def _titled(rules: RuleSet) -> str:
    return edition_text(rules.title, rules.edition)


def _about(desk: Desk, rules: RuleSet) -> str:
    """Return publisher, first day and source of rules, and what one should know of them."""
    parts = [rules.publisher]
    if rules.valid_from is not None:
        since = long_date_text(rules.valid_from)
        parts.append(_("valid from {date}").format(date=since))
    elif rules.valid_from_text:
        parts.append(rules.valid_from_text)
    seen = max((one.seen for one in rules.sources if one.seen is not None), default=None)
    if seen is not None:
        parts.append(_("read on {date}").format(date=date_text(seen)))
    lines = [" · ".join(parts)]
    if rule_services.successor(desk, rules) is not None:
        lines.append(_("There is a newer edition. Choose the one that your contract names."))
    if not rules.complete:
        lines.append(_("Incomplete: not everything could be read. See below."))
    return "\n".join(lines)


def _source(rules: RuleSet, number: int) -> SourceLine:
    source = rules.sources[number]
    title = source.title or rules.title
    if source.seen is not None:
        title = _("{title}, read on {date}").format(title=title, date=date_text(source.seen))
    return SourceLine(title, source.url)


def _value_row(key: str, row: Block | Bonus) -> ValueRow:
    published = "" if row.value is None else short_money_text(row.value)
    return ValueRow(key, row.label, label(row.unit), published)
