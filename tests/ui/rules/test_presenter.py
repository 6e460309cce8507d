from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from sroi_desktop.domain.money import Money
from sroi_desktop.domain.rules import (
    AgeCondition,
    Block,
    Bonus,
    BonusUnit,
    Category,
    CountingLimit,
    CountingTerms,
    DeadlineKind,
    DeadlineRule,
    EffortKind,
    EvidenceRequirement,
    LimitKind,
    LowLabour,
    ObligationBase,
    ObligationTerms,
    PenaltyTerms,
    ReferenceDate,
    Rhythm,
    RuleSet,
    ShareCap,
    Source,
    TimeMethod,
    Unit,
)
from sroi_desktop.rulesets import load_library
from sroi_desktop.services import own_rules
from sroi_desktop.services.desk import Desk
from sroi_desktop.ui import pages
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.kit.tables.columns import folded
from sroi_desktop.ui.rules import words
from sroi_desktop.ui.rules.comparing import compared
from sroi_desktop.ui.rules.detail import shown
from sroi_desktop.ui.rules.presenter import COMPARE, RulesPresenter
from tests.ui.desks import Opened, new_desk, take_on
from tests.ui.rules.fakes import FakeView

FULL = RuleSet(
    "full",
    "Alles",
    "Gemeente Proef",
    ("Proef", "Proefdorp"),
    complete=True,
    sources=(Source("https://proef.nl"), Source("https://proef.nl/2", "Bijlage")),
    valid_from_text="2025",
    applies_by="opdrachten vanaf 2025",
    full_time_hours=Fraction(36),
    obligation=ObligationTerms(
        percentage=Fraction(5),
        base=ObligationBase.CONTRACT_SUM,
        thresholds=((Category.WORKS, Money.from_euros(250_000)),),
        cap=Money.from_euros(300_000),
        low_labour=LowLabour(Fraction(3, 10), Fraction(2)),
        min_months=6,
        offered_up_to=Fraction(10),
        supplies_from_labour_share=Fraction(3, 10),
        note="Let op",
    ),
    blocks=(
        Block(
            "ww", "WW", EffortKind.PLACEMENT, Unit.PER_YEAR, Money.from_euros(20_000),
            CountingLimit(LimitKind.MONTHS, 12), min_months_out=6, share_cap=Fraction(1, 2),
            note="Een opmerking", assumptions=("Aanname bij een rij",),
        ),
        Block("inkoop", "Inkoop", EffortKind.PURCHASE, Unit.INVOICES),
    ),
    bonuses=(
        Bonus("50", "50+", BonusUnit.PER_YEAR, Money.from_euros(5_000), AgeCondition(50),
              stagger="leeftijd", follows_hours=False, follows_time=False),
        Bonus("60", "60+", BonusUnit.ONCE, age=AgeCondition(60, inclusive=False)),
    ),
    counting=CountingTerms(
        method=TimeMethod.CALENDAR_MONTHS, pro_rata="naar rato",
        default_limit=CountingLimit(LimitKind.MONTHS, 24), wage_subsidy_extends=True,
        look_back_months=12, counts_before_contract=False, min_hours_per_week=Fraction(12),
        interruption_months=1, reference=ReferenceDate.START,
    ),
    evidence=(
        EvidenceRequirement("contract", "Arbeidsovereenkomst", (EffortKind.PLACEMENT,)),
        EvidenceRequirement("factuur", "Factuur", (), ("inkoop", "weg"), assumed=True),
    ),
    deadlines=(
        DeadlineRule(DeadlineKind.FIRST_CONTACT, 5, working_days=True),
        DeadlineRule(DeadlineKind.PLAN, 1),
    ),
    rhythm=Rhythm.QUARTERLY,
    penalty=PenaltyTerms(Fraction(3, 2), recovery_period=True, no_fault_exempt=True, text="Boete"),
    share_caps=(ShareCap("Leerlingen", ("ww",), Fraction(1, 2)),),
    assumptions=("Een aanname",),
    missing=("Iets",),
    notes=("Een regel",),
)  # fmt: skip


class Browsing:
    def __init__(self, target: object = None, desk: Desk | None = None) -> None:
        self.desk, self.view, self.opened = desk or new_desk(), FakeView(), Opened()
        self.presenter = RulesPresenter(self.view, self.desk, self.opened)
        self.presenter.open_at(target)


def test_that_every_published_set_is_listed_with_its_state() -> None:
    view = Browsing().view
    library = new_desk().library
    assert len(view.sets) == len(library.rule_sets) + len(library.terms)
    assert view.chosen == view.sets[0].id
    states = {one.id: one.state.text for one in view.sets}
    assert states["utrecht-v3"] == "Table complete"
    assert states["utrecht-v1"] == "Incomplete"
    assert states["amsterdam"] == "Terms only"
    assert all(one.state.text in one.spoken for one in view.sets)


def test_that_tables_come_before_terms_and_each_by_place() -> None:
    sets = Browsing().view.sets
    places = [one.places for one in sets]
    first = [one.state.text for one in sets].index("Terms only")
    assert all(one.state.text == "Terms only" for one in sets[first:])
    for part in (places[:first], places[first:]):
        assert [folded(place) for place in part] == sorted(folded(place) for place in part)
    editions = [one.id for one in sets if one.places == "Utrecht"]
    assert editions == ["utrecht-v3", "utrecht-v2", "utrecht-v1"]


def test_that_a_region_is_named_by_a_few_places_those_looked_for_first() -> None:
    browsing = Browsing()
    east = next(one for one in browsing.view.sets if one.id == "oost-nederland")
    assert east.places == "Dalfsen, Hardenberg and 14 others"
    browsing.presenter.search("ommen")
    assert [one.places for one in browsing.view.sets] == ["Ommen, Dalfsen and 14 others"]
    assert words.places(replace(FULL, covers=())) == "Gemeente Proef"
    assert words.places(replace(FULL, covers=tuple("abcd"))) == "a, b and 2 others"


def test_that_a_search_finds_a_municipality_of_a_region() -> None:
    browsing = Browsing()
    browsing.presenter.search("delft")
    assert [one.id for one in browsing.view.sets] == ["haaglanden-2023-07"]
    assert browsing.view.content is not None
    assert browsing.view.content.id == "haaglanden-2023-07"
    browsing.presenter.search("")
    assert browsing.view.chosen == "haaglanden-2023-07"


def test_that_a_search_without_result_says_what_to_do() -> None:
    browsing = Browsing()
    browsing.presenter.search("nergenshuizen")
    assert browsing.view.nothing == "No rules found"
    assert browsing.view.sets == ()


def test_that_a_set_is_shown_with_all_that_the_source_says() -> None:
    content = shown(FULL, None)
    assert [pill.text for pill in content.pills] == ["Table complete"]
    assert dict(content.facts)["Holds in"] == "Proef and Proefdorp"
    assert dict(content.facts)["Valid from"] == "2025"
    block = content.blocks[0]
    assert block.worth == "€\xa020.000 per year"
    assert block.limit == (
        "at most 12 months; not for someone who worked for you in the last 6 months; "
        "at most 50% of the obligation"
    )
    assert content.blocks[1].worth == "invoices paid, excluding VAT"
    assert content.blocks[1].limit == ""
    assert content.bonuses[0].limit == (
        "from 50 years; only the highest of these counts; "
        "counts in full, whatever the hours and the time"
    )
    assert content.bonuses[1].limit == "older than 60 years"
    assert content.assumptions == ("Een aanname", "Aanname bij een rij")
    assert [source.title for source in content.sources] == ["https://proef.nl", "Bijlage"]


def test_that_the_terms_are_told_question_by_question() -> None:
    terms = {q: a for _title, pairs in shown(FULL, None).terms for q, a in pairs}
    assert terms["Percentage"] == "5%"
    assert terms["Less with little labour"] == "2% where labour is less than 30% of the price"
    assert terms["Only from"] == "works: €\xa0250.000"
    assert terms["At most"] == "€\xa0300.000,00"
    assert terms["Only for contracts of at least"] == "6 months"
    assert terms["How time counts"] == "by calendar months"
    assert terms["Time before the contract counts"] == "no"
    assert terms["Age and group are judged on"] == "the first day of work"
    assert terms["First contact"] == "within 5 working days"
    assert terms["Plan of approach"] == "within 1 day"
    assert terms["Penalty"] == "1,5 times what is missing"
    assert terms["Leerlingen"] == "at most 50% of the obligation"


def test_that_what_a_source_does_not_say_is_left_out() -> None:
    bare = RuleSet("x", "Kaal", "Niemand", (), complete=False, sources=())
    content = shown(bare, None)
    assert [pill.text for pill in content.pills] == ["Terms only"]
    assert [title for title, _pairs in content.terms] == ["What time counts"]
    assert dict(words.facts(bare)) == {"Publisher": "Niemand"}
    counting = CountingTerms(counts_before_contract=True)
    told = words.terms(replace(bare, counting=counting))[1][1]
    assert ("Time before the contract counts", "yes") in told
    text = ObligationTerms(base_text="omzet")
    assert ("Taken of", "omzet") in words.terms(replace(bare, obligation=text))[0][1]


def test_that_evidence_says_whether_the_source_names_it() -> None:
    content = shown(FULL, None)
    assert content.evidence[0].whose == "named by the source"
    assert content.evidence[1].whose == "usual; the source does not name it"
    assert content.evidence[1].asked_for == "Inkoop and weg"


def test_that_an_older_edition_points_at_the_newer_one() -> None:
    browsing = Browsing("utrecht-v1")
    content = browsing.view.content
    assert content is not None
    assert content.newer is not None
    assert content.newer[0] == "utrecht-v2"
    assert "Older edition" in [pill.text for pill in content.pills]
    assert "Incomplete" in [pill.text for pill in content.pills]
    browsing.presenter.choose(content.newer[0])
    assert browsing.view.chosen == "utrecht-v2"


def test_that_an_unknown_id_keeps_what_was_shown() -> None:
    browsing = Browsing("utrecht-v1")
    browsing.presenter.choose("gone")
    assert browsing.view.chosen == "utrecht-v1"


def test_that_a_contract_shows_its_own_copy() -> None:
    desk = new_desk()
    contract_id = take_on(desk)
    browsing = Browsing(pages.ContractTarget(contract_id), desk)
    assert browsing.view.content is not None
    assert browsing.view.content.copy_of == "Groenonderhoud Wijk Oost"
    assert browsing.view.chosen is None
    browsing.presenter.open_at(None)
    assert browsing.view.content.copy_of == ""


def test_that_the_copy_of_a_contract_that_is_gone_is_told() -> None:
    browsing = Browsing(pages.ContractTarget(99))
    assert browsing.view.content is None or browsing.view.content.copy_of == ""


def test_that_an_edition_stands_beside_the_one_it_replaced() -> None:
    browsing = Browsing("utrecht-v3")
    assert browsing.presenter.header().acts[0].key == COMPARE
    browsing.presenter.run_act(COMPARE)
    assert browsing.view.pair == ("utrecht-v3", "utrecht-v2")
    assert browsing.presenter.header().title == "Two rule sets side by side"
    browsing.presenter.run_act("something else")
    browsing.presenter.stop_comparing()
    assert browsing.presenter.header().title == "Rules by municipality"


@pytest.mark.parametrize(("left", "right"), [("utrecht-v1", "utrecht-v2"), ("harlingen", None)])
def test_that_a_set_without_an_older_edition_stands_beside_another(
    left: str, right: str | None
) -> None:
    browsing = Browsing(left)
    browsing.presenter.compare()
    assert browsing.view.pair[0] == left
    assert browsing.view.pair[1] == right or right is None
    assert browsing.view.pair[1] != left


def test_that_two_other_sets_can_be_chosen() -> None:
    browsing = Browsing("utrecht-v3")
    browsing.presenter.compare()
    browsing.presenter.compare_with("utrecht-v2", "haaglanden-2023-07")
    assert browsing.view.pair == ("utrecht-v2", "haaglanden-2023-07")


def test_that_an_own_copy_can_be_compared_with_what_was_published() -> None:
    desk = new_desk()
    contract_id = take_on(desk)
    contract = desk.store.contracts()[0]
    own = own_rules.adjusted(desk.library.get("utrecht-v3"), {"ww": Money.from_euros(1)}, {})
    from sroi_desktop.services import contracts

    contracts.change(desk, contract, own)
    browsing = Browsing(pages.ContractTarget(contract_id), desk)
    browsing.presenter.compare()
    assert browsing.view.pair[0] == f"copy.{contract_id}"
    browsing.presenter.compare_with(f"copy.{contract_id}", "utrecht-v3")
    assert browsing.view.compared is not None
    assert [row.what for row in browsing.view.compared.rows if row.part == "Block"] == [
        "WW-uitkering"
    ]
    assert browsing.view.compared.left.endswith("copy of “Groenonderhoud Wijk Oost”")


def test_that_a_set_stands_beside_the_copy_that_a_contract_keeps() -> None:
    desk = new_desk()
    contract_id = take_on(desk)
    browsing = Browsing(pages.CompareTarget("utrecht-v2", contract_id=contract_id), desk)
    assert browsing.view.pair == (f"copy.{contract_id}", "utrecht-v2")
    assert browsing.view.choices[0].key == f"copy.{contract_id}"
    browsing.presenter.open_at(pages.CompareTarget("utrecht-v2", "utrecht-v1"))
    assert browsing.view.pair == ("utrecht-v1", "utrecht-v2")
    assert all(one.key != f"copy.{contract_id}" for one in browsing.view.choices)
    browsing.presenter.open_at(pages.CompareTarget("utrecht-v2"))
    assert browsing.presenter.header().title == "Rules by municipality"


def test_that_a_comparison_with_what_is_gone_leads_back_to_the_list() -> None:
    browsing = Browsing(pages.CompareTarget("utrecht-v2", contract_id=7))
    assert browsing.view.compared is None
    assert browsing.presenter.header().title == "Rules by municipality"


def test_that_what_a_set_would_change_is_one_press_away_but_not_for_a_copy() -> None:
    desk = new_desk()
    contract_id = take_on(desk)
    browsing = Browsing("utrecht-v3", desk)
    assert browsing.view.content is not None
    assert browsing.view.content.acts[0].text == "What would it change for you?"
    browsing.presenter.run_act("edition")
    assert browsing.opened.pages == [(pages.EDITION, pages.EditionTarget("utrecht-v3"))]
    browsing.presenter.open_at(pages.ContractTarget(contract_id))
    assert all(one.key != "edition" for one in browsing.view.content.acts)


def test_that_only_differences_are_shown_until_all_are_asked_for() -> None:
    browsing = Browsing("utrecht-v3")
    browsing.presenter.compare()
    assert browsing.view.compared is not None
    few = len(browsing.view.compared.rows)
    assert all(row.differs for row in browsing.view.compared.rows)
    browsing.presenter.show_only_differences(only=False)
    assert len(browsing.view.compared.rows) > few


def test_that_differences_are_marked_in_words() -> None:
    other = replace(
        FULL,
        id="other",
        blocks=(replace(FULL.blocks[0], value=Money.from_euros(25_000)),),
        bonuses=FULL.bonuses[:1],
    )  # and the document that is asked for the block that went
    content = compared(FULL, other, only_differences=False)
    marks = {row.what: row.pill for row in content.rows}
    assert (marks["WW"].text, marks["WW"].tone) == ("+ €\xa05.000", Tone.WARNING)
    assert all(pill.icon for pill in marks.values())
    said = {row.what: row.said for row in content.rows}
    assert said["WW"] == "Differs: + €\xa05.000"
    assert said["50+"] == "The same"
    assert marks["Inkoop"].text == "Only in one"
    assert marks["60+"].text == "Only in one"
    assert marks["50+"].text == "The same"
    assert content.summary == f"4 of {len(content.rows)} rows differ."
    back = compared(other, FULL, only_differences=True)
    assert {row.what: row.pill.text for row in back.rows}["WW"] == "− €\xa05.000"
    assert compared(FULL, FULL, only_differences=True).rows == ()


def test_that_documents_and_rules_in_words_are_compared_too() -> None:
    piece = FULL.evidence[0]
    other = replace(
        FULL,
        id="other",
        evidence=(replace(piece, kinds=(), blocks=("ww",)), replace(piece, code="x", label="X")),
        notes=(*FULL.notes, "Nog iets"),
        blocks=(replace(FULL.blocks[0], unit=Unit.PER_MONTH, note="Let op"), *FULL.blocks[1:]),
    )
    content = compared(FULL, other, only_differences=True)
    marks = {row.what: (row.part, row.pill.text) for row in content.rows}
    assert marks[piece.label] == ("Evidence", "Differs")
    assert marks["X"] == ("Evidence", "Only in one")
    assert marks["Nog iets"] == ("In words", "Only in one")
    assert marks["WW"] == ("Block", "Differs")
    assert any("Let op" in row.right[1] for row in content.rows)


def test_that_rows_are_not_struck_one_by_one_beside_a_set_without_values() -> None:
    terms = replace(FULL, id="terms", blocks=(), bonuses=())
    content = compared(FULL, terms, only_differences=True)
    first = content.rows[0]
    assert (first.part, first.what, first.pill.text) == ("Block", "Rows and values", "Differs")
    assert first.left[0] == f"{len(FULL.blocks)} rows"
    assert first.right == ("names no values", "a contract keeps its own rows and values")
    assert [row for row in content.rows if row.part in {"Block", "Bonus"}] == [first]


def test_that_terms_without_values_can_be_looked_at_for_ones_contracts() -> None:
    browsing = Browsing("schiedam")
    assert browsing.view.content is not None
    assert browsing.view.content.acts[0].key == "edition"


def test_that_a_link_opens_only_after_agreeing() -> None:
    browsing = Browsing()
    browsing.view.agrees = False
    browsing.presenter.open_source("https://proef.nl")
    assert browsing.view.links == []
    browsing.view.agrees = True
    browsing.presenter.open_source("https://proef.nl")
    assert browsing.view.links == ["https://proef.nl"]


def test_that_broken_files_are_named(tmp_path: Path) -> None:
    (tmp_path / "kapot.toml").write_text("format = ", encoding="utf-8")
    desk = replace(new_desk(), library=load_library(tmp_path))
    browsing = Browsing(desk=desk)
    assert "kapot.toml" in browsing.view.problems
    assert browsing.view.content is None
    browsing.presenter.compare()
    assert browsing.view.compared is None


def test_that_rows_that_a_contract_keeps_beside_its_edition_are_told_apart() -> None:
    rules = load_library().get("utrecht-v3")
    first, *others = rules.blocks
    kept = replace(rules, blocks=tuple(others), left_over=(first,))
    content = shown(kept, None, "Groenonderhoud")
    assert first.label not in [line.label for line in content.blocks]
    assert any(first.label in note for note in content.notes)
