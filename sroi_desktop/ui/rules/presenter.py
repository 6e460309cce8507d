"""Which rule sets are listed, which one is shown, and which two are compared."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from sroi_desktop.language import _
from sroi_desktop.services import dossiers
from sroi_desktop.services import rules as services
from sroi_desktop.services.refusals import REFUSALS, explain
from sroi_desktop.ui import pages
from sroi_desktop.ui.kit.content import Act, Choice, Crumb, HeaderContent
from sroi_desktop.ui.kit.tables.columns import folded
from sroi_desktop.ui.rules import documents, sharing, words
from sroi_desktop.ui.rules.comparing import KEPT, Comparable, comparables, compared
from sroi_desktop.ui.rules.content import ComparedContent, ListedSet, SetContent
from sroi_desktop.ui.rules.detail import listed, shown

if TYPE_CHECKING:
    from collections.abc import Callable

    from sroi_desktop.domain.rules import RuleSet
    from sroi_desktop.services.desk import Desk

COMPARE = "compare"
NEW, ADJUST, COPY, EFFECT = "new_set", "adjust_set", "copy_set", "edition"


class RulesView(Protocol):
    """What the presenter asks of the screen."""

    def show_list(self, sets: tuple[ListedSet, ...], chosen: str | None) -> None:
        """List these rule sets, one of them chosen."""

    def show_set(self, content: SetContent) -> None:
        """Show one rule set in full."""

    def show_nothing(self, title: str, text: str) -> None:
        """Say why no rule set is shown."""

    def show_comparison(
        self, choices: tuple[Choice, ...], left: str, right: str, content: ComparedContent
    ) -> None:
        """Show two rule sets side by side, with the sets that can take their place."""

    def show_head(self) -> None:
        """Show the head of the page again."""

    def show_problems(self, text: str) -> None:
        """Say which rule files could not be read; an empty text says nothing."""

    def confirm_link(self, address: str) -> bool:
        """Ask whether the browser may open an address."""

    def open_link(self, address: str) -> None:
        """Open an address in the browser."""


class RulesPresenter:
    """The page of the rules."""

    def __init__(
        self, view: RulesView, desk: Desk, open_page: Callable[[str, object], None]
    ) -> None:
        self._view = view
        self._desk = desk
        self._open_page = open_page
        self._needle: tuple[str, ...] = ()
        self._chosen: RuleSet | None = None
        self._copy_of = ""
        self._copy_id: int | None = None
        self._pair: tuple[str, str] | None = None
        self._beside: int | None = None
        self._only_differences = True

    def open_at(self, target: object) -> None:
        """Show the rules that a page asked for: an id, or the copy that a contract keeps."""
        self._pair = None
        if isinstance(target, pages.ContractTarget):
            self._take_copy(target.contract_id)
        elif isinstance(target, pages.CompareTarget):
            self._compare_at(target)
        elif isinstance(target, str):
            self._choose(target)
        elif self._chosen is None or self._copy_of:
            everything = services.every(self._desk)
            self._take(everything[0] if everything else None)
        problems = services.problems(self._desk)
        self._view.show_problems("\n".join(problems))
        self._show()

    def header(self) -> HeaderContent:
        """Return the head of the page."""
        title = _("Rules by municipality")
        if self._pair is not None:
            trail = (Crumb(pages.RULES, title),)
            return HeaderContent(_("Two rule sets side by side"), trail=trail, search=False)
        acts = (
            Act(COMPARE, _("Compare two sets"), icon="columns-3"),
            Act(sharing.READ, _("Read rules…"), icon="file-input"),
            Act(NEW, _("Own rule set"), icon="file-pen"),
        )
        subtitle = _("As published, with the source and the day on which it was read.")
        return HeaderContent(title, subtitle, acts=acts)

    def chosen(self) -> RuleSet | None:
        """Return the set that is shown."""
        return self._chosen

    @property
    def shows_own(self) -> bool:
        """Tell whether the set that is shown is one of the owner, and no copy of a contract."""
        if self._chosen is None or self._copy_of or self._pair is not None:
            return False
        return sharing.is_own(self._desk, self._chosen)

    def show_again(self, rule_set_id: str | None) -> None:
        """Show a set that came in; None where the one that was shown went."""
        self._take(None)
        self._needle = ()
        self.open_at(rule_set_id)

    def search(self, text: str) -> None:
        """List only the sets in which every word occurs: place, publisher or title."""
        self._needle = tuple(folded(text).split())
        found = self._found()
        if found and all(one.id != self._chosen_id() for one in found):
            self._take(found[0])
        self._show()

    def choose(self, rule_set_id: str) -> None:
        """Show another rule set."""
        self._choose(rule_set_id)
        self._show()

    def run_act(self, key: str) -> None:
        """Carry out an act of the head or of the set that is shown."""
        if key == COMPARE:
            self.compare()
        elif key == NEW:
            self._open_page(pages.RULE_EDITOR, pages.RuleEditorTarget())
        elif key == EFFECT and self._chosen is not None:
            self._open_page(pages.EDITION, pages.EditionTarget(self._chosen.id))
        elif key == ADJUST and self._chosen is not None:
            self._open_page(pages.RULE_EDITOR, self._adjusting(self._chosen))
        elif key == COPY and self._chosen is not None:
            target = pages.RuleEditorTarget(self._chosen.id, copy=True)
            self._open_page(pages.RULE_EDITOR, target)

    def compare(self) -> None:
        """Put the set that is shown beside another edition, or beside the next in the list."""
        left = self._chosen
        if left is None:
            return
        everything = services.every(self._desk)
        older = next((one for one in everything if one.id == left.supersedes), None)
        newer = services.successor(self._desk, left)
        others = (one for one in everything if one.id != left.id)
        right = older or newer or next(others, left)
        self._beside = self._copy_id
        copy = f"{KEPT}{self._copy_id}"
        self._pair = (left.id if self._copy_id is None else copy, right.id)
        self._show()

    def compare_with(self, left: str, right: str) -> None:
        """Put two other sets side by side."""
        self._pair = (left, right)
        self._show()

    def show_only_differences(self, *, only: bool) -> None:
        """Leave out the rows that are the same, or show them again."""
        self._only_differences = only
        self._show()

    def stop_comparing(self) -> None:
        """Go back to the list."""
        self._pair = None
        self._show()

    def open_source(self, address: str) -> None:
        """Open a source in the browser, once the owner has agreed."""
        if self._view.confirm_link(address):
            self._view.open_link(address)

    # -- inside

    def _adjusting(self, rules: RuleSet) -> pages.RuleEditorTarget:
        """Return what the editor begins with: the copy of a contract, or the set itself."""
        if self._copy_id is not None:
            return pages.RuleEditorTarget(contract_id=self._copy_id)
        return pages.RuleEditorTarget(rules.id)

    def _take_copy(self, contract_id: int) -> None:
        try:
            contract = dossiers.contract_of(self._desk, contract_id)
            self._chosen = dossiers.rules_of(self._desk, contract_id)
        except REFUSALS as error:
            self._view.show_problems(explain(error))
            return
        self._copy_of, self._copy_id = contract.title, contract_id

    def _choose(self, rule_set_id: str) -> None:
        found = {one.id: one for one in services.every(self._desk)}
        if rule_set_id in found:
            self._take(found[rule_set_id])

    def _take(self, rules: RuleSet | None) -> None:
        self._chosen, self._copy_of, self._copy_id = rules, "", None

    def _chosen_id(self) -> str | None:
        return None if self._chosen is None or self._copy_of else self._chosen.id

    def _found(self) -> tuple[RuleSet, ...]:
        return tuple(one for one in services.every(self._desk) if self._is_found(one))

    def _is_found(self, rules: RuleSet) -> bool:
        text = folded(" ".join((words.titled(rules), rules.publisher, *rules.covers)))
        return all(part in text for part in self._needle)

    def _compare_at(self, target: pages.CompareTarget) -> None:
        """Put two sets side by side, or one beside the copy that a contract keeps."""
        self._choose(target.rule_set_id)
        self._beside = target.contract_id
        other = target.other_id
        if target.contract_id is not None:
            other = f"{KEPT}{target.contract_id}"
        if other is not None:
            self._pair = (other, target.rule_set_id)

    def _comparable(self) -> dict[str, Comparable]:
        return comparables(self._desk, self._beside)

    def _show(self) -> None:
        self._view.show_head()
        if self._pair is not None:
            self._show_pair(*self._pair)
            return
        found = self._found()
        listing = (
            listed(one, self._needle, is_own=sharing.is_own(self._desk, one)) for one in found
        )
        self._view.show_list(tuple(listing), self._chosen_id())
        if self._needle and not found:
            self._view.show_nothing(
                _("No rules found"),
                _(
                    "No rules of this name are known to the program. For a new contract you can "
                    "fill in the values from the contract yourself."
                ),
            )
        elif self._chosen is not None:
            newer = services.successor(self._desk, self._chosen)
            kept = documents.lines(self._desk, self._chosen) if self.shows_own else None
            self._view.show_set(shown(self._chosen, newer, self._copy_of, kept))

    def _show_pair(self, left: str, right: str) -> None:
        found = self._comparable()
        if left not in found or right not in found:  # a set or a contract that went meanwhile
            self.stop_comparing()
            return
        choices = tuple(Choice(one.key, one.text) for one in found.values())
        one, other = found[left], found[right]
        content = compared(
            one.rules,
            other.rules,
            only_differences=self._only_differences,
            titles=(one.title, other.title),
        )
        self._view.show_comparison(choices, left, right, content)
