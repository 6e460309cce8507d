"""Rule sets from and to others: a file is looked into first, and taken over when one agrees."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from sroi_desktop.language import _, ngettext
from sroi_desktop.services import own_sets
from sroi_desktop.services import rules as services
from sroi_desktop.services.own_sets import Arrival
from sroi_desktop.services.refusals import REFUSALS, explain
from sroi_desktop.ui.kit.content import Act
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.rules import words

if TYPE_CHECKING:
    from pathlib import Path

    from sroi_desktop.domain.rules import RuleSet
    from sroi_desktop.services.desk import Desk
    from sroi_desktop.services.own_sets import Brought

READ, PASS_PACK, PASS_TEXT, REMOVE = "read_rules", "pass_pack", "pass_text", "remove_set"
PUT_BACK = "put_back"
ACTS = (READ, PASS_PACK, PASS_TEXT, REMOVE, PUT_BACK)
_MOST_PROBLEMS = 5
_SHORT_SEAL = 12


@dataclass(frozen=True, slots=True)
class FoundSet:
    """A set in a file: what it is called, and what would become of it."""

    title: str
    about: str
    outcome: str


@dataclass(frozen=True, slots=True)
class FoundContent:
    """What a file holds; nothing is kept yet. `can_take` is False where all of it is here."""

    title: str
    sets: tuple[FoundSet, ...]
    seal: str
    can_take: bool


class SharingView(Protocol):
    """What passing rules on asks of the screen."""

    def show_found(self, content: FoundContent | None) -> None:
        """Show what a file holds, and ask whether to take it over; None takes that away."""

    def show_news(self, text: str, tone: Tone, act: Act | None = None) -> None:
        """Say what became of a file, with what can be done about it; an empty text says nothing."""

    def choose_file(self) -> Path | None:
        """Ask for a file with rules."""

    def choose_place(self, name: str, *, sealed: bool) -> Path | None:
        """Ask where to write rules to pass on."""

    def confirm_removal(self, title: str) -> bool:
        """Ask whether an own set may go."""


class SharingPresenter:
    """Takes rules in, passes them on, and takes own ones away."""

    def __init__(
        self,
        view: SharingView,
        desk: Desk,
        chosen: Callable[[], RuleSet | None],
        show: Callable[[str | None], None],
    ) -> None:
        self._view = view
        self._desk = desk
        self._chosen = chosen
        self._show = show
        self._pack: Brought | None = None
        self._removed: own_sets.Removed | None = None

    def run_act(self, key: str) -> None:
        """Carry out one of `ACTS`."""
        {
            READ: self._read,
            PASS_PACK: self._pass_pack,
            PASS_TEXT: self._pass_text,
            REMOVE: self._remove,
            PUT_BACK: self._put_back,
        }[key]()

    def look_into(self, path: Path) -> None:
        """Show what a file holds before anything of it is kept."""
        self._pack = None
        try:
            pack = own_sets.look_into(path, self._desk.library)
        except REFUSALS as error:
            self._view.show_found(None)
            lines = explain(error).splitlines()
            more = len(lines) - _MOST_PROBLEMS
            if more > 0:
                lines = lines[:_MOST_PROBLEMS]
                rest = ngettext("and {count} more", "and {count} more", more)
                lines.append(rest.format(count=more))
            self._view.show_news("\n".join(lines), Tone.DANGER)
            return
        self._pack = pack
        self._view.show_news("", Tone.INFO)
        self._view.show_found(self._found(path, pack))

    def judge(self, *, agreed: bool) -> None:
        """Take over what was looked into, or leave it."""
        pack, self._pack = self._pack, None
        self._view.show_found(None)
        if pack is None or not agreed:
            return
        try:
            taken = own_sets.take_in(self._desk.library, pack.rule_sets, pack.sources)
        except REFUSALS as error:
            self._view.show_news(explain(error), Tone.DANGER)
            return
        count = sum(one.is_new for one in taken)
        text = ngettext("{count} rule set taken over.", "{count} rule sets taken over.", count)
        self._show(taken[0].rules.id)
        self._view.show_news(text.format(count=count), Tone.GOOD)

    def _read(self) -> None:
        path = self._view.choose_file()
        if path is not None:
            self.look_into(path)

    def _found(self, path: Path, pack: Brought) -> FoundContent:
        outcomes = [own_sets.foretell(self._desk.library, rules) for rules in pack.rule_sets]
        sets = tuple(
            FoundSet(words.titled(rules), _about(rules), _outcomes()[outcome])
            for rules, outcome in zip(pack.rule_sets, outcomes, strict=True)
        )
        seal = ""
        if pack.seal:
            seal = _("Seal {seal}: nothing was changed on the way.").format(
                seal=pack.seal[:_SHORT_SEAL]
            )
            count = len(pack.sources)
            if count:
                documents = ngettext("{count} document", "{count} documents", count)
                more = _("With it: {documents}.")
                seal = f"{seal} {more.format(documents=documents.format(count=count))}"
        can_take = any(outcome is not Arrival.KNOWN for outcome in outcomes)
        title = _("In {name}").format(name=path.name)
        return FoundContent(title, sets, seal, can_take)

    def _pass_pack(self) -> None:
        self._pass_on(sealed=True)

    def _pass_text(self) -> None:
        self._pass_on(sealed=False)

    def _pass_on(self, *, sealed: bool) -> None:
        rules = self._chosen()
        if rules is None:
            return
        path = self._view.choose_place(own_sets.file_name(rules, sealed=sealed), sealed=sealed)
        if path is None:
            return
        try:
            own_sets.save(self._desk, path, rules, sealed=sealed)
        except REFUSALS as error:
            self._view.show_news(explain(error), Tone.DANGER)
            return
        self._view.show_news(_("Written: {name}.").format(name=path.name), Tone.GOOD)

    def _remove(self) -> None:
        rules = self._chosen()
        if rules is None or not self._view.confirm_removal(words.titled(rules)):
            return
        try:
            self._removed = own_sets.remove(self._desk.library, rules)
        except REFUSALS as error:
            self._view.show_news(explain(error), Tone.DANGER)
            return
        self._show(None)
        text = _("Removed: “{title}”. Contracts keep their own copy.")
        back = Act(PUT_BACK, _("Put back"), "undo-2")
        self._view.show_news(text.format(title=rules.title), Tone.GOOD, back)

    def _put_back(self) -> None:
        removed, self._removed = self._removed, None
        if removed is None:
            return
        try:
            rules = own_sets.put_back(self._desk.library, removed)
        except REFUSALS as error:
            self._removed = removed
            self._view.show_news(explain(error), Tone.DANGER)
            return
        self._show(rules.id)
        text = _("“{title}” is back.")
        self._view.show_news(text.format(title=rules.title), Tone.GOOD)


def is_own(desk: Desk, rules: RuleSet) -> bool:
    """Tell whether a set is one of the owner."""
    return any(one.id == rules.id for one in services.own(desk))


def _about(rules: RuleSet) -> str:
    count = len(rules.blocks)
    rows = ngettext("{count} row", "{count} rows", count).format(count=count)
    return f"{rules.publisher} · {rows}"


def _outcomes() -> dict[Arrival, str]:
    return {
        Arrival.NEW: _("new"),
        Arrival.BESIDE: _("kept beside the set of that name, as another edition"),
        Arrival.KNOWN: _("you have it already"),
    }
