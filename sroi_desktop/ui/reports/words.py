"""The sentences of the reports page: what is not complete, and what a report holds. No Qt here."""

from __future__ import annotations

from sroi_desktop.language import _, ngettext
from sroi_desktop.language.numbers import long_period_text, money_text
from sroi_desktop.services.reports import Check, CheckKind, Draft, Issued, Variant
from sroi_desktop.ui.reports.content import CheckRow

SHORT = 12


def check_row(check: Check) -> CheckRow:
    """Return a point to look at, with the words of the button that goes there."""
    count, amount = check.count, money_text(check.amount)
    evidence = ngettext(
        "Evidence is missing for {count} effort; {amount} is shown as not proven yet.",
        "Evidence is missing for {count} efforts; {amount} is shown as not proven yet.",
        count,
    )
    changed = ngettext(
        "{count} effort differs from report {report}; this report says how.",
        "{count} efforts differ from report {report}; this report says how.",
        count,
    )
    text, act = {
        CheckKind.EVIDENCE: (evidence, _("Add evidence")),
        CheckKind.CONTRACT: (
            _("The contract is not complete: sum, dates or rhythm."),
            _("Fill in"),
        ),
        CheckKind.COMPANY: (
            _("The K.v.K. number or town of your company is not filled in."),
            _("Fill in"),
        ),
        CheckKind.NOTHING_REALISED: (
            _("Nothing was realised in this period."),
            _("Book an effort"),
        ),
        CheckKind.CHANGED: (changed, _("Look at the efforts")),
        CheckKind.PARTIAL_RULES: (
            _("The published rules are not complete; the report says what is missing."),
            _("Look at the rules"),
        ),
        CheckKind.NOT_OVER: (
            _("The period is not over yet: the report runs until today."),
            "",
        ),
    }[check.kind]
    return CheckRow(
        check.kind.name, text.format(count=count, amount=amount, report=check.report), act
    )


def counting() -> str:
    """Return what stands in the place of `contains` while a report is drawn up."""
    return _("The report is drawn up. Then you see here what it tells about people.")


def contains(draft: Draft) -> str:
    """Return what a report tells about people: "0 names and 0 citizen service numbers"."""
    data = draft.data
    names = ngettext("{count} name", "{count} names", data.names).format(count=data.names)
    numbers = ngettext(
        "{count} citizen service number", "{count} citizen service numbers", data.citizen_numbers
    ).format(count=data.citizen_numbers)
    text = _("This report contains {names} and {numbers}.").format(names=names, numbers=numbers)
    if data.variant is Variant.PSEUDONYMOUS:
        codes = {line.person for line in data.lines if line.person}
        words = ngettext(
            "It names {count} candidate by a code.",
            "It names {count} candidates by a code.",
            len(codes),
        )
        text = f"{text} {words.format(count=len(codes))}"
    return text


def question(draft: Draft) -> str:
    """Return what is asked before a report gets its number for good."""
    words = _(
        "Report {number} on {title}, {period}. {contains} After this the report never changes; "
        "a correction is a new report."
    )
    return words.format(
        number=draft.data.number,
        title=draft.data.contract.title,
        period=long_period_text(draft.data.period),
        contains=contains(draft),
    )


def variant_text(variant: str) -> str:
    """Return the name of a variant."""
    names = {
        Variant.ANONYMOUS.value: _("Anonymous"),
        Variant.PSEUDONYMOUS.value: _("With codes"),
    }
    return names.get(variant, variant)


def file_name(report: Issued) -> str:
    """Return a name for a copy that every system takes: "sroi-2026-01-2026-001.pdf"."""
    name = f"sroi-{report.contract_number}-{report.number}"
    safe = "".join(c if c.isalnum() or c in "-_" else "-" for c in name)
    return f"{safe}.pdf"


def heading(report: Issued) -> str:
    """Return what an issued report is called above its pages."""
    return _("Report {number}, {title}").format(number=report.number, title=report.contract_title)
