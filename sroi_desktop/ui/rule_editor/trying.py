"""One example worked out with the rules as they are typed: the proof of the sum. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from sroi_desktop.domain.derivation import Step
from sroi_desktop.domain.errors import DomainError
from sroi_desktop.domain.rules import Basis, Block
from sroi_desktop.language import _
from sroi_desktop.language.citations import value_places
from sroi_desktop.language.derivations import assumption_text, not_counted_text, step_words
from sroi_desktop.language.errors import error_text
from sroi_desktop.language.numbers import money_text
from sroi_desktop.language.parsing import parse_money, parse_number, parse_whole
from sroi_desktop.services import rule_sheets
from sroi_desktop.services.rule_sheets import Example
from sroi_desktop.ui.kit.content import Choice, DerivationContent, DerivationRow

if TYPE_CHECKING:
    from sroi_desktop.domain.derivation import Valuation
    from sroi_desktop.domain.rules import RuleSet
    from sroi_desktop.ui.rule_editor.typing import Typing

HOURS, MONTHS, NUMBER, AMOUNT = "hours", "months", "number", "amount"
_ASKED = {
    Basis.YEAR: (HOURS, MONTHS),
    Basis.MONTH: (HOURS, MONTHS),
    Basis.SCHOOL_YEAR: (HOURS, MONTHS),
    Basis.HOUR: (NUMBER,),
    Basis.DAY: (NUMBER,),
    Basis.PIECE: (NUMBER,),
    Basis.AMOUNT: (AMOUNT,),
    Basis.AGREED: (AMOUNT,),
}
_START_MONTH = 3
_MOST_MONTHS = 600


@dataclass(frozen=True, slots=True)
class Trial:
    """What the owner tries: the key of a row, texts as typed, and keys of bonuses."""

    row: str = ""
    texts: tuple[tuple[str, str], ...] = (
        (HOURS, "24"),
        (MONTHS, "6"),
        (NUMBER, "8"),
        (AMOUNT, "1.000"),
    )
    bonuses: tuple[str, ...] = ()

    def text(self, name: str) -> str:
        """Return what was typed for a part of the example."""
        return dict(self.texts)[name]

    def with_text(self, name: str, text: str) -> Trial:
        """Return the example with another answer."""
        return replace(self, texts=tuple((dict(self.texts) | {name: text}).items()))


@dataclass(frozen=True, slots=True)
class TrialContent:
    """The example as it is shown: what can be chosen and typed, and what it comes to.

    `asked` are the parts that matter to the row; `worth` is empty where `remark` says why
    there is no value.
    """

    rows: tuple[Choice, ...]
    row: str
    asked: tuple[str, ...]
    texts: tuple[tuple[str, str], ...]
    bonuses: tuple[Choice, ...]
    ticked: tuple[str, ...]
    worth: str = ""
    derivation: DerivationContent | None = None
    remark: str = ""


def tried(typing: Typing, trial: Trial, today: date) -> TrialContent:
    """Return the example under the rules that are typed now."""
    rules, codes = typing.rules, typing.read.codes
    kept = typing.read.order.get("blocks", ())
    rows = tuple(
        Choice(row.key, row.text("label") or "–")
        for row in typing.sheet.of("blocks")
        if row.key in kept
    )
    if rules is None or not rows:
        remark = _("As soon as there is a row with a value, you see here what it comes to.")
        return TrialContent((), "", (), trial.texts, (), (), remark=remark)
    row = trial.row if any(one.key == trial.row for one in rows) else rows[0].key
    block = rules.block(codes["blocks"][row])
    offered = tuple(
        Choice(one.key, one.text("label"))
        for one in typing.sheet.of("bonuses")
        if one.key in typing.read.order.get("bonuses", ())
        if rules.bonus(codes["bonuses"][one.key]).is_for(block)
    )
    ticked = tuple(one.key for one in offered if one.key in trial.bonuses)
    asked = _ASKED[block.unit.bases[0]]
    content = TrialContent(rows, row, asked, trial.texts, offered, ticked)
    claimed = tuple(codes["bonuses"][key] for key in ticked)
    try:
        found = rule_sheets.try_out(rules, _example(block, trial, claimed, today))
    except DomainError as error:
        return replace(content, remark=error_text(error))
    return _valued(content, found, rules, block)


def _valued(content: TrialContent, found: Valuation, rules: RuleSet, block: Block) -> TrialContent:
    if block.unit.has_value and block.value is None:
        return replace(content, remark=_("This row has no value yet: it stays open."))
    return replace(
        content,
        worth=money_text(found.value),
        derivation=DerivationContent(
            tuple(map(_row, found.steps)),
            _("Value"),
            money_text(found.value),
            sources=value_places(rules, block.code, found),
            assumptions=tuple(map(assumption_text, found.assumptions)),
            warnings=tuple(map(not_counted_text, found.not_counted)),
        ),
    )


def _row(step: Step) -> DerivationRow:
    words = step_words(replace(step, period=None))
    return DerivationRow(words.label, words.factor)


def _example(block: Block, trial: Trial, bonuses: tuple[str, ...], today: date) -> Example:
    """Return the example as typed.

    Raises:
        UnreadableError: a part of it cannot be read.
        DomainError: a part of it is not possible.
    """
    asked = _ASKED[block.unit.bases[0]]
    usual = Trial()
    texts = {name: (trial if name in asked else usual).text(name) for name, _t in trial.texts}
    months = min(max(1, parse_whole(texts[MONTHS])), _MOST_MONTHS)
    return Example(
        block.code,
        date(today.year, _START_MONTH, 1),
        parse_number(texts[HOURS]) or Fraction(1),
        months,
        parse_number(texts[NUMBER]),
        parse_money(texts[AMOUNT]),
        bonuses,
    )
