"""The words of the command line, and running one: never a traceback, always an exit status."""

from __future__ import annotations

import argparse
import logging
import sys
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING, NoReturn

from sroi_desktop import __version__
from sroi_desktop.app.cli.output import DONE, REFUSED, complain, show, tell
from sroi_desktop.app.cli.usage_words import in_our_words
from sroi_desktop.language import _, activate
from sroi_desktop.language.catalogue import DEFAULT, LANGUAGES
from sroi_desktop.language.obstacles import obstacle_text
from sroi_desktop.system import logs, paths

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sroi_desktop.app.cli.output import Answer

_log = logging.getLogger(__name__)
_CLI = "sroi_desktop.app.cli"
# Without it a warning would come between the lines on stderr.
_QUIET = logging.NullHandler()


def run(argv: Sequence[str]) -> int:
    """Run one command.

    Returns:
        0 when it was done, 1 when it was refused (the reason is on stderr), 2 for wrong usage.
    """
    logging.getLogger("sroi_desktop").addHandler(_QUIET)
    _pass_closed_streams_over()
    _print_any_letter()
    activate(_asked_language(argv))
    try:
        with in_our_words():
            arguments = build().parse_args(argv)
    except SystemExit as exit_:
        tell()
        return int(exit_.code or DONE)
    try:
        answer = _command(arguments.run)(arguments)
    except KeyboardInterrupt:
        complain(_("Stopped."))
        return REFUSED
    except Exception as error:  # noqa: BLE001 - the last line before a user: no traceback
        return _refuse(error)
    return show(answer, as_json=arguments.json)


def _asked_language(argv: Sequence[str]) -> str:
    """Return the language to speak in, before the rest of the line is known to be right."""
    parser = argparse.ArgumentParser(add_help=False, exit_on_error=False)
    parser.add_argument("--language", choices=LANGUAGES, default=DEFAULT)
    try:
        language: str = parser.parse_known_args(argv)[0].language
    except argparse.ArgumentError:
        return DEFAULT
    return language


def _refuse(error: Exception) -> int:
    from sroi_desktop.services.refusals import REFUSALS, explain

    if isinstance(error, REFUSALS):
        complain(explain(error))
    elif isinstance(error, OSError):
        reason = obstacle_text(error)
        complain(f"{error.filename}: {reason}." if error.filename else f"{reason}.")
    elif isinstance(error, ImportError):
        complain(_("A part of the program cannot be loaded here: {error}").format(error=error))
    else:
        _record(error)
        complain(
            _("Something went wrong that should not: {error}. Details: {log}").format(
                error=repr(error), log=paths.log_file()
            )
        )
    return REFUSED


def _record(error: Exception) -> None:
    """Keep what went wrong in the program's log, for whoever is asked to help."""
    handler = logs.start(paths.log_file())
    _log.error("a command failed", exc_info=error)
    logs.stop(handler)


def _command(path: str) -> Callable[[argparse.Namespace], Answer]:
    """Return a command by module and name; loaded only when it is asked for."""
    module, name = path.split(":")
    found: Callable[[argparse.Namespace], Answer] = getattr(import_module(f"{_CLI}.{module}"), name)
    return found


def _pass_closed_streams_over() -> None:
    """Take a stream that is closed for none: Python 3.14 asks it whether it shows colours."""
    for name in ("stdout", "stderr"):
        if getattr(getattr(sys, name), "closed", False):
            setattr(sys, name, None)


def _print_any_letter() -> None:
    """Print a question mark for a letter that the terminal's encoding does not have."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            with suppress(OSError, ValueError):  # a disk that is full
                reconfigure(errors="replace")


class _Parser(argparse.ArgumentParser):
    """A parser that tells what is wrong in one line before the usage."""

    def error(self, message: str) -> NoReturn:
        """Print what is wrong and stop with status 2."""
        self.exit(2, f"{self.prog}: {message}\n{self.format_usage()}")


def build() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    parser = _Parser(
        prog="sroi-desktop",
        description=_("Plan, book and report social return. Without a command: the window."),
    )
    parser.add_argument(
        "--version",
        action="version",
        version=f"%(prog)s {__version__}",
        help=_("show the version and stop"),
    )
    commands = parser.add_subparsers(required=True, metavar=_("command"))
    _add_rules(commands)
    _add_value(commands)
    _add_obligation(commands)
    _add_books(commands)
    demo = _add(commands, "demo", "demo:make", _("make the example, its report and pictures"))
    demo.add_argument("dir", metavar="DIR", help=_("the folder to write to"))
    return parser


_Commands = argparse._SubParsersAction  # noqa: SLF001 - the only name this type has


def _add(commands: _Commands[_Parser], name: str, run: str, help_: str) -> argparse.ArgumentParser:
    command: argparse.ArgumentParser = commands.add_parser(name, help=help_, description=help_)
    command.add_argument("--json", action="store_true", help=_("print JSON with stable keys"))
    command.add_argument("--language", choices=LANGUAGES, default=DEFAULT, help=_("of the texts"))
    command.set_defaults(run=run)
    return command


def _add_rules(commands: _Commands[_Parser]) -> None:
    group = commands.add_parser("rules", help=_("the published rule sets")).add_subparsers(
        required=True, metavar=_("command")
    )
    _add(group, "list", "rules:list_sets", _("list the published rule sets"))
    shown = _add(group, "show", "rules:show_set", _("show one rule set"))
    shown.add_argument("id", metavar="ID", help=_("the id of a shipped set, or a file"))
    checked = _add(group, "check", "rules:check_file", _("check a rule file"))
    checked.add_argument("file", metavar="FILE", help=_("a file with rules, such as utrecht.toml"))


def _add_value(commands: _Commands[_Parser]) -> None:
    command = _add(commands, "value", "values:value", _("what one effort is worth"))
    command.add_argument(
        "--rules",
        required=True,
        metavar="ID|FILE",
        help=_("a rule set: the id of a shipped one, or a file"),
    )
    command.add_argument("--block", required=True, metavar="CODE", help=_("as in rules show"))
    command.add_argument("--start", required=True, metavar="D", help=_("first day, 2026-03-01"))
    command.add_argument("--end", required=True, metavar="D", help=_("last day, it counts too"))
    command.add_argument(
        "--hours", metavar="H", help=_("per week for a placement, spent each for an hourly block")
    )
    command.add_argument("--quantity", metavar="N", help=_("days or pieces"))
    command.add_argument("--employees", metavar="N", help=_("who took part"))
    command.add_argument("--amount", metavar="EUR", help=_("excluding VAT, 4250.00"))
    command.add_argument("--born", metavar="D", help=_("the date of birth, 1968-01-01"))
    command.add_argument(
        "--bonus",
        metavar="CODE",
        nargs="+",
        action="extend",
        default=[],
        help=_("as in rules show"),
    )
    command.add_argument("--reference", metavar="D", help=_("the day on which age is judged"))
    command.add_argument("--contract-start", metavar="D", help=_("first day of the contract"))
    command.add_argument("--contract-end", metavar="D", help=_("last day of the contract"))
    command.add_argument(
        "--full-time", metavar="H", help=_("the full-time week where the rule set names none")
    )


def _add_obligation(commands: _Commands[_Parser]) -> None:
    command = _add(commands, "obligation", "values:owed", _("what is owed under a contract"))
    command.add_argument(
        "--rules",
        required=True,
        metavar="ID|FILE",
        help=_("a rule set: the id of a shipped one, or a file"),
    )
    command.add_argument(
        "--category",
        required=True,
        choices=("works", "services", "supplies"),
        help=_("of the contract"),
    )
    command.add_argument("--sum", metavar="EUR", help=_("excluding VAT"))
    command.add_argument("--percentage", metavar="P", help=_("0 to 100, of the contract"))
    command.add_argument("--offered", metavar="P", help=_("0 to 100, offered in the bid"))
    command.add_argument("--labour-share", metavar="P", help=_("0 to 100, labour in the price"))
    command.add_argument("--months", metavar="N", help=_("length of the contract"))


def _add_books(commands: _Commands[_Parser]) -> None:
    example = _add(commands, "example", "books:write_example", _("write the example company"))
    example.add_argument("file", metavar="FILE", help=_("the new file"))
    for name, help_ in (
        ("status", _("where every contract stands")),
        ("steps", _("what to do next")),
    ):
        command = _add(commands, name, f"books:{name}", help_)
        command.add_argument("file", metavar="FILE", help=_("an administration"))
        command.add_argument("--today", metavar="D", help=_("take this day for today"))
    _add_report(commands)
    verify = _add(commands, "verify", "books:verify", _("check an administration file"))
    verify.add_argument("file", metavar="FILE", help=_("an administration"))


def _add_report(commands: _Commands[_Parser]) -> None:
    command = _add(commands, "report", "books:report", _("issue a report as PDF"))
    command.add_argument("file", metavar="FILE", help=_("an administration"))
    command.add_argument(
        "--contract", required=True, metavar="NR", help=_("number of the contract")
    )
    command.add_argument("--kind", choices=("progress",), default="progress", help=_("of report"))
    command.add_argument(
        "--variant",
        choices=("anonymous", "pseudonymous"),
        default="anonymous",
        help=_("how persons are named"),
    )
    command.add_argument(
        "--from", required=True, metavar="D", dest="period_from", help=_("first day")
    )
    command.add_argument("--to", required=True, metavar="D", dest="period_to", help=_("last day"))
    command.add_argument("--out", required=True, metavar="PDF", help=_("the file to write"))
    command.add_argument("--today", metavar="D", help=_("take this day for today"))
