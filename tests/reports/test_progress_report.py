"""The progress report as its readers meet it: pages, data inside, variants, hostile names."""

from __future__ import annotations

import json
import threading
from dataclasses import replace
from functools import cache
from io import BytesIO
from itertools import pairwise
from typing import Any

import pikepdf
import pypdf
import pytest

from sroi_desktop import language
from sroi_desktop.domain.money import Money
from sroi_desktop.language import _
from sroi_desktop.language.numbers import money_text, short_money_text
from sroi_desktop.reporting import (
    Correction,
    InUnits,
    KindShare,
    LanguageDiffersError,
    ProgressLine,
    RenderCancelledError,
    ReportData,
    Standing,
    Totals,
    Variant,
    freeze,
    page_count,
    render,
    thaw,
)
from tests.reports.reading import artifacts, failures, structure, untagged
from tests.reports.samples import LINES, long_report, short_report, totals_of

HOSTILE = (
    "<b>vet</b> & <script>alert(1)</script>",
    "n" * 300,
    "Jan 👩🏽\u200d🌾 en 李明",
    "\u202eomgekeerd\u202c محمد עברית",
    "Cafe\u0301 Łódź ş ž q\u0308",
    "a\"b'c]]>&amp;<!--",
    "regel een\nregel twee\r\n\tingesprongen\x00\x07",
    "  ",
)


@cache
def rendered(variant: Variant = Variant.ANONYMOUS) -> bytes:
    return render(short_report(variant))


@cache
def rendered_long() -> bytes:
    return render(long_report())


def words(pdf: bytes, number: int | None = None) -> str:
    """Return the text of one page, or of all, with single spaces."""
    pages = pypdf.PdfReader(BytesIO(pdf)).pages
    chosen = pages if number is None else [pages[number]]
    return " ".join(" ".join(page.extract_text() for page in chosen).split())


def as_words(amount: Money) -> str:
    return " ".join(money_text(amount).split())


def attached(pdf: bytes) -> dict[str, bytes]:
    with pikepdf.open(BytesIO(pdf)) as document:
        return {name: file.get_file().read_bytes() for name, file in document.attachments.items()}


def account(pdf: bytes) -> Any:  # noqa: ANN401 - JSON
    return json.loads(attached(pdf)["sroi-verantwoording.json"])


def hostile_report(name: str, variant: Variant = Variant.PSEUDONYMOUS) -> ReportData:
    """Return a report in which everything that a user types is the hostile text."""
    data = short_report(variant)
    line = replace(LINES[0], title=name, detail=name, calculation=name, not_counted=(name,))
    return replace(
        data,
        place=name,
        company=replace(data.company, name=name, contact=name, address=(name,)),
        contract=replace(data.contract, title=name, authority=name, reference=name),
        lines=(line, *LINES[1:]),
        evidence=(replace(data.evidence[0], kind=name, file_name=name),),
        build_up=(KindShare(name, data.build_up[0].realised, Money(0)), *data.build_up[1:]),
        assumptions=(name,),
        sources=(replace(data.sources[0], title=name), replace(data.sources[0], url=name)),
    )


@pytest.mark.parametrize("variant", list(Variant))
def test_that_a_report_is_accessible_and_archivable(variant: Variant) -> None:
    assert failures(rendered(variant)) == []
    assert untagged(rendered(variant)) == []


@pytest.mark.no_cover
def test_that_a_report_of_forty_pages_is_accessible_and_archivable() -> None:
    assert page_count(rendered_long()) >= 40
    assert failures(rendered_long()) == []
    assert untagged(rendered_long()) == []


def test_that_the_same_data_gives_the_same_bytes() -> None:
    assert render(short_report()) == rendered()


def test_that_page_one_answers_the_five_questions() -> None:
    data = short_report()
    first = words(rendered(), 0)
    for answer in (
        short_money_text(Money(12_000_000)),
        short_money_text(data.totals.proven),
        short_money_text(data.totals.planned),
        data.summary[0],
        data.requests[0],
    ):
        assert " ".join(answer.split()) in first


def test_that_page_one_says_what_is_realised_but_not_proven() -> None:
    assert as_words(short_report().totals.unproven) in words(rendered(), 0)


def test_that_name_and_number_stand_on_every_page() -> None:
    pages = page_count(rendered())
    for number in range(pages):
        footer = artifacts(rendered(), number)
        assert "Van Dijk Groenvoorziening B.V." in footer
        assert "2026-003" in footer
        assert _("{page} of {pages}").format(page=number + 1, pages=pages) in footer


def test_that_the_lines_on_paper_add_up_to_the_total_on_paper() -> None:
    table = structure(rendered()).all("Table")[0]
    rows = [row.children for row in table.all("TR")]
    lines = [cells for cells in rows if cells[0].text.strip().isdigit()]
    stated = {cells[0].text.strip(): cells[-1].text.strip() for cells in rows}
    proven = {str(line.number) for line in LINES if line.standing is Standing.PROVEN}
    amounts = [_cents(row[-1].text) for row in lines if row[0].text.strip() in proven]
    assert sum(amounts) == _cents(stated[_("Realised and proven")])
    assert sum(amounts) == short_report().totals.proven.cents


def test_that_every_table_has_headers_and_every_figure_an_alternative() -> None:
    root = structure(rendered())
    assert len(root.all("Table")) >= 6
    assert all(table.all("TH") for table in root.all("Table"))
    assert len(root.all("Figure")) == 2
    assert all(figure.alternative for figure in root.all("Figure"))


def test_that_headings_go_down_one_level_at_a_time() -> None:
    levels = [int(node.role[1]) for node in structure(rendered()).all("H1", "H2", "H3")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@pytest.mark.no_cover
def test_that_a_long_report_has_a_table_of_contents_with_the_pages_of_its_sections() -> None:
    (contents,) = structure(rendered_long()).all("TOC")
    pages = [
        " ".join(page.extract_text().split())
        for page in pypdf.PdfReader(BytesIO(rendered_long())).pages
    ]
    for item in contents.children:
        title, _space, number = " ".join(item.text.split()).rpartition(" ")
        assert title in pages[int(number) - 1]


def test_that_a_short_report_has_no_table_of_contents() -> None:
    assert structure(rendered()).all("TOC") == []


def test_that_sources_lead_to_their_page_and_bear_the_day_they_were_seen() -> None:
    (link,) = structure(rendered()).all("Link")
    assert link.links == ["https://gemeente.example/social-return/bouwblokken-2026.pdf"]
    assert "05-01-2026" in words(rendered())


def test_that_an_address_that_is_no_web_page_is_no_link() -> None:
    data = short_report()
    source = replace(data.sources[0], url="javascript:alert(1)")
    assert structure(render(replace(data, sources=(source,)))).all("Link") == []


def test_that_the_attached_data_is_what_the_pages_say() -> None:
    inside = account(rendered())
    assert inside["report"] == "2026-003"
    assert inside["totals"]["owed"] == "120000.00"
    assert [line["value"] for line in inside["lines"]] == [line.value.plain for line in LINES]
    assert inside["issued_on"] == "2026-10-06"


def test_that_the_attachments_tell_what_they_are() -> None:
    with pikepdf.open(BytesIO(rendered())) as document:
        told = {
            str(file.UF): (str(file.EF.F.Subtype), str(file.AFRelationship))
            for file in document.Root.AF
        }
    assert told == {
        "sroi-verantwoording.json": ("/application/json", "/Data"),
        "regels.csv": ("/text/csv", "/Data"),
    }


@pytest.mark.parametrize("variant", list(Variant))
def test_that_no_variant_tells_names_in_file_names_or_who_saw_a_piece(variant: Variant) -> None:
    pdf = rendered(variant)
    everything = words(pdf) + "".join(map(repr, attached(pdf).values()))
    assert "Jansen" not in everything
    assert "seen_by" not in everything
    assert account(pdf)["variant"] == variant.value


def test_that_the_anonymous_variant_holds_no_code_anywhere() -> None:
    everything = words(rendered()) + "".join(map(repr, attached(rendered()).values()))
    assert "K-0" not in everything


def test_that_the_pseudonymous_variant_holds_codes_on_page_and_in_data() -> None:
    pdf = rendered(Variant.PSEUDONYMOUS)
    assert "K-01 · Participatiewet" in words(pdf)
    assert account(pdf)["lines"][0]["candidate"] == "K-01"


def test_that_the_report_says_how_many_names_and_numbers_it_holds() -> None:
    about = words(rendered())
    assert " ".join(_privacy().split()) in about


@pytest.mark.parametrize("name", HOSTILE)
def test_that_a_hostile_name_neither_breaks_nor_reaches_out(name: str) -> None:
    pdf = render(hostile_report(name))
    assert failures(pdf) == []
    assert untagged(pdf) == []
    assert account(pdf)["contract"]["title"] == name


def test_that_page_one_keeps_its_answers_whatever_the_names() -> None:
    data = hostile_report("n" * 300)
    first = words(render(data), 0)
    assert data.requests[0] in first
    assert " ".join(short_money_text(data.totals.planned).split()) in first


def test_that_names_cut_on_page_one_stand_in_full_further_on() -> None:
    name = "naam " * 60
    assert name.strip() in words(render(hostile_report(name)))


def test_that_markup_in_a_name_is_shown_as_it_was_typed() -> None:
    assert HOSTILE[0] in words(render(hostile_report(HOSTILE[0])))


def test_that_a_report_says_when_a_character_could_not_be_shown() -> None:
    note = _(
        "A character that the typeface does not have is printed as □; the attachments"
        " have it as it was typed."
    )
    assert " ".join(note.split()) in words(render(hostile_report(HOSTILE[2])))
    assert " ".join(note.split()) not in words(rendered())


def test_that_a_report_without_anything_in_it_is_still_a_report() -> None:
    data = short_report()
    bare = replace(
        data,
        totals=Totals(),
        company=replace(data.company, contact="", chamber_number=""),
        contract=replace(data.contract, starts=None, ends=None, authority=""),
        place="",
        obligation_note="",
        obligation_steps=(),
        last_start=None,
        course=None,
        summary=(),
        requests=(),
        progress=ProgressLine(),
        build_up=(),
        lines=(),
        evidence=(),
        assumptions=(),
        open_points=(),
        sources=(),
        history_hash="",
    )
    pdf = render(bare)
    assert failures(pdf) == []
    assert _("not known yet") in words(pdf, 0)
    assert account(pdf)["totals"]["owed"] is None


def test_that_what_is_owed_in_hours_stands_on_page_one_in_hours() -> None:
    data = short_report()
    in_hours = replace(
        data,
        totals=replace(data.totals, owed=None, open=None),
        obligation_note="",
        obligation_steps=(),
        course=None,
        in_units=InUnits("1.000 uur", "624 uur", "0 uur", "376 uur", "en 2 plaatsingen"),
    )
    pdf = render(in_hours)
    assert failures(pdf) == []
    for told in ("1.000 uur", "624 uur", "376 uur", "en 2 plaatsingen"):
        assert told in words(pdf, 0)
    assert _("not known yet") not in words(pdf, 0)
    assert _("The amount that is owed is not known yet.") not in words(pdf)
    assert thaw(freeze(in_hours)) == in_hours


def test_that_a_correction_names_the_old_report_and_the_differences() -> None:
    correction = Correction("2026-002", ("Regel 4 telde 8 uur te veel.",))
    pdf = render(replace(short_report(), correction=correction))
    assert failures(pdf) == []
    assert "2026-002" in words(pdf, 0)
    assert "Regel 4 telde 8 uur te veel." in words(pdf)
    assert account(pdf)["correction"]["report"] == "2026-002"


def test_that_a_partial_rule_set_is_shown_as_partial() -> None:
    data = short_report()
    partial = replace(data.rules, missing=("De tarieven voor stages.",))
    assert "De tarieven voor stages." in words(render(replace(data, rules=partial)))


def test_that_a_rule_in_words_is_printed_and_stands_in_the_data() -> None:
    data = short_report()
    note = "Het werk moet met de opdracht te maken hebben."
    pdf = render(replace(data, rules=replace(data.rules, notes=(note,))))
    assert note in words(pdf)
    assert _("These rules hold too, and are not computed here:") in words(pdf)
    assert account(pdf)["rule_set"]["notes"] == [note]
    assert account(render(data))["rule_set"]["notes"] == []


def test_that_evidence_of_every_form_has_its_row() -> None:
    data = short_report()
    kept, seen, _invoice = data.evidence
    forms = (
        replace(kept, dated=None, covers=None, sha256="", line=0),
        replace(seen, seen_on=None),
        replace(kept, kind="Notitie", number=3),
    )
    pdf = render(replace(data, evidence=forms))
    assert failures(pdf) == []
    assert _("no date") in words(pdf)
    assert _("seen, not kept") in words(pdf)


def test_that_a_source_without_a_date_has_none() -> None:
    data = short_report()
    pdf = render(replace(data, sources=(replace(data.sources[1], seen_on=None),)))
    assert "03-11-2025" not in words(pdf)


def test_that_a_derivation_may_be_one_note_and_no_step() -> None:
    note = "De code van dit bouwblok telt hier niet."
    line = replace(LINES[0], steps=(), assumptions=(), not_counted=(note,))
    assert note in words(render(replace(short_report(), lines=(line, *LINES[1:]))))


def test_that_a_report_with_everything_proven_has_one_total() -> None:
    proven = tuple(line for line in LINES if line.standing is Standing.PROVEN)
    data = replace(short_report(), lines=proven, totals=totals_of(proven), build_up=())
    assert _("Realised, evidence not complete") not in words(render(data))


def test_that_a_line_longer_than_a_page_does_not_stop_the_report() -> None:
    endless = replace(LINES[0], calculation="uren en nog meer uren " * 400)
    pdf = render(replace(short_report(), lines=(endless, *LINES[1:])))
    assert failures(pdf) == []


def test_that_amounts_of_millions_fit() -> None:
    huge = tuple(replace(line, value=Money(123_456_789_00)) for line in LINES)
    totals = replace(totals_of(huge), owed=Money(100_000_000_000), open=Money(-5))
    pdf = render(replace(short_report(), lines=huge, totals=totals, build_up=()))
    assert failures(pdf) == []
    assert as_words(totals.proven) in words(pdf)


def test_that_words_of_two_languages_are_refused() -> None:
    with pytest.raises(LanguageDiffersError):
        render(replace(short_report(), language="en"))


def test_that_an_english_report_says_it_is_english() -> None:
    try:
        language.activate("en")
        pdf = render(replace(short_report(), language="en"))
    finally:
        language.activate()
    assert "What we ask of you" in words(pdf, 0)
    with pikepdf.open(BytesIO(pdf)) as document:
        assert str(document.Root.Lang) == "en-GB"


class _Watcher:
    """Follows a rendering; stops it at a fraction."""

    def __init__(self, stop_at: float = 2.0) -> None:
        self.fractions: list[float] = []
        self._stop_at = stop_at

    @property
    def cancelled(self) -> bool:
        return bool(self.fractions) and self.fractions[-1] >= self._stop_at

    def report(self, fraction: float) -> None:
        self.fractions.append(fraction)


def test_that_progress_goes_up_to_one() -> None:
    watcher = _Watcher()
    render(short_report(), watcher)
    assert watcher.fractions == sorted(watcher.fractions)
    assert watcher.fractions[-1] == 1.0
    assert len(watcher.fractions) > 10


def test_that_a_report_can_be_stopped_half_way() -> None:
    watcher = _Watcher(stop_at=0.4)
    with pytest.raises(RenderCancelledError):
        render(short_report(), watcher)
    assert watcher.fractions[-1] < 0.6


def test_that_two_threads_may_render_at_once() -> None:
    made: list[bytes] = []
    threads = [
        threading.Thread(target=lambda: made.append(render(short_report()))) for _ in range(2)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert made == [rendered(), rendered()]


def _cents(amount: str) -> int:
    return int("".join(character for character in amount if character.isdigit()))


def _privacy() -> str:
    names = language.ngettext("{count} name of a candidate", "{count} names of candidates", 0)
    numbers = language.ngettext(
        "{count} citizen service number", "{count} citizen service numbers", 0
    )
    return _("This report contains {names} and {numbers}.").format(
        names=names.format(count=0), numbers=numbers.format(count=0)
    )
