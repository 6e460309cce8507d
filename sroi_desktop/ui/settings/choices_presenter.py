"""How the program looks and speaks, and how large evidence may be. No Qt here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Protocol

from sroi_desktop.language import _
from sroi_desktop.language.errors import error_text
from sroi_desktop.language.parsing import UnreadableError, parse_whole
from sroi_desktop.system.settings import TEXT_SIZES, Theme
from sroi_desktop.ui.kit.content import Choice

if TYPE_CHECKING:
    from sroi_desktop.services.desk import Desk
    from sroi_desktop.system.settings import Settings

LEAST_MB, MOST_MB = 1, 100


class ChoicesView(Protocol):
    """What the presenter asks of the card."""

    def show_settings(self, settings: Settings) -> None:
        """Show what is chosen."""

    def show_limit(self, reading: str | None, fault: str | None) -> None:
        """Show how the limit was read, or what is wrong with it."""


class ChoicesPresenter:
    """Changes the settings; each choice takes effect at once."""

    def __init__(self, view: ChoicesView, desk: Desk, changed: Callable[[Settings], None]) -> None:
        self._view = view
        self._desk = desk
        self._changed = changed

    def load(self) -> None:
        """Show what is chosen."""
        self._view.show_settings(self._desk.settings)

    def choose_theme(self, key: str) -> None:
        """Show the program in another theme."""
        self._change(theme=Theme(key))

    def choose_text_size(self, key: str) -> None:
        """Show the program with larger or smaller text."""
        self._change(text_size=int(key))

    def choose_language(self, key: str) -> None:
        """Let the program speak another language."""
        self._change(language=key)

    def type_limit(self, text: str) -> None:
        """Read the largest size of evidence while it is typed; faults wait."""
        try:
            reading = str(parse_whole(text))
        except UnreadableError:
            reading = None
        self._view.show_limit(reading, None)

    def set_limit(self, text: str) -> None:
        """Keep the largest size of evidence, in megabytes."""
        try:
            limit = parse_whole(text)
        except UnreadableError as error:
            self._view.show_limit(None, error_text(error))
            return
        if not LEAST_MB <= limit <= MOST_MB:
            fault = _("Choose from {least} to {most} MB.").format(least=LEAST_MB, most=MOST_MB)
            self._view.show_limit(None, fault)
            return
        self._view.show_limit(str(limit), None)
        self._change(evidence_limit_mb=limit)

    def _change(self, **changes: Any) -> None:  # noqa: ANN401 - the fields of Settings
        chosen = replace(self._desk.settings, **changes)
        if chosen != self._desk.settings:
            self._desk.settings = chosen
            self._changed(chosen)


def theme_choices() -> tuple[Choice, ...]:
    """Return the themes to choose from."""
    names = {
        Theme.SYSTEM: _("As the computer"),
        Theme.LIGHT: _("Light"),
        Theme.DARK: _("Dark"),
        Theme.HIGH_CONTRAST: _("High contrast"),
    }
    return tuple(Choice(theme.value, names[theme]) for theme in Theme)


def text_size_choices() -> tuple[Choice, ...]:
    """Return the text sizes to choose from."""
    names = (
        _("Small"),
        _("Usual"),
        _("Large"),
        _("Larger"),
        _("Very large"),
        _("Largest"),
    )
    return tuple(Choice(str(size), name) for size, name in zip(TEXT_SIZES, names, strict=True))


def language_choices() -> tuple[Choice, ...]:
    """Return the languages, each in its own words."""
    return (Choice("nl", "Nederlands"), Choice("en", "English"))
