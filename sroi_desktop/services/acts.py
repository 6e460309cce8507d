"""The names of the acts in the history, for "Undo ..." and the history page."""

from __future__ import annotations

from sroi_desktop.language import _

SWITCH = "switch_edition"


def switch_about(left: str, taken: str, reason: str) -> str:
    """Return what a move to another edition is about, for the history: in no language."""
    return f"{left} → {taken}\n{reason}"


def act_text(name: str, about: str) -> str:
    """Return what was done, such as "booked: K-03, gardener"."""
    if name == SWITCH:
        sets, _line, reason = about.partition("\n")
        return _("another edition: {sets}, reason: {reason}").format(sets=sets, reason=reason)
    return _acts().get(name, _("changed: {about}")).format(about=about)


def _acts() -> dict[str, str]:
    return {
        "take_on_contract": _("contract added: {about}"),
        "begin_clause": _("tender begun: {about}"),
        "answer_clause": _("tender answered: {about}"),
        "change_clause": _("tender changed: {about}"),
        "remove_clause": _("tender removed: {about}"),
        "change_contract": _("contract changed: {about}"),
        "adjust_rules": _("rules adjusted: {about}"),
        "move_contract": _("contract moved on: {about}"),
        "note_contact": _("first contact noted: {about}"),
        "note_plan": _("plan noted: {about}"),
        "remove_contract": _("contract removed: {about}"),
        "add_invoice": _("invoice booked: {about}"),
        "change_invoice": _("invoice changed: {about}"),
        "remove_invoice": _("invoice removed: {about}"),
        "record_effort": _("effort booked: {about}"),
        "change_effort": _("effort changed: {about}"),
        "move_effort": _("effort moved on: {about}"),
        "judge_effort": _("the authority judged: {about}"),
        "remove_effort": _("effort removed: {about}"),
        "set_apart": _("no duplicate: {about}"),
        "add_evidence": _("evidence added: {about}"),
        "remove_evidence": _("evidence removed: {about}"),
        "change_company": _("company details changed: {about}"),
        "add_certificate": _("PSO certificate added: {about}"),
        "change_certificate": _("PSO certificate changed: {about}"),
        "remove_certificate": _("PSO certificate removed: {about}"),
        "add_supplier": _("supplier added: {about}"),
        "change_supplier": _("supplier changed: {about}"),
        "change_candidate": _("candidate changed: {about}"),
        "issue_report": _("report issued: {about}"),
    }
