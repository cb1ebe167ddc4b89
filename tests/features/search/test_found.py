"""What somebody finds back: everything she may see and wrote, and nothing of what another keeps to herself."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from samenstroom.accounts.models import Person
from samenstroom.adjusting.actions.talks import start_talk
from samenstroom.agreements.models import AgreementVersion
from samenstroom.collaborations.actions import show_colleague
from samenstroom.exploring.actions.feelings import note_feeling
from samenstroom.feedback.actions.decisions import DecisionTerms, note_decision
from samenstroom.kit.sealing import unseal
from samenstroom.search.queries import found as finding
from samenstroom.search.queries.found import search
from samenstroom.search.queries.own import OWN
from samenstroom.search.queries.shared import SHARED
from samenstroom.search.wording.kinds import kind_words
from samenstroom.table.search import OWN_PAGES
from tests.features.planning.steps import AWARENESS, LEADS, begun, opened, sends
from tests.features.planning.task_steps import added
from tests.people import Together, answer, day, karin, ruben, together

pytestmark = pytest.mark.django_db


@pytest.fixture
def table() -> Together:
    return together(stage="start")


def felt(table: Together, words: str, *, is_loose: bool = False) -> None:
    note_feeling(
        person=table.noor, collaboration=None if is_loose else table.collaboration, step=2, words=words, sussed=False,
        subject="", prediction="", percent=None, known_on=None, now=day(1),
    )  # fmt: skip


def found(person: Person, asked: str) -> list[tuple[str, str]]:
    return [(hit.written.kind, hit.written.circle) for hit in search(person, asked, day(20)).hits]


def test_every_place_is_known_by_its_words_and_can_be_read(table: Together) -> None:
    assert {one.kind for one in (*SHARED, *OWN)} <= set(kind_words())
    for source in (*SHARED, *OWN):
        list(source.read(table.noor, {table.collaboration.pk: table.seen_by_noor()}, with_loose=True))
        parts = {source.part: {"number": 1, "day": date(2026, 1, 5)}.get(source.part, "abc")} if source.part else {}
        for door in ("workspace",) if source.private else ("workspace", "portal"):
            at_table = {} if source.page in OWN_PAGES else {"collaboration": table.collaboration.public_id}
            assert reverse(f"{door}:{source.page}", kwargs={**at_table, **parts})


def test_both_find_what_is_of_both_and_the_rest_only_its_writer(table: Together) -> None:
    added(table)
    terms = DecisionTerms(
        "We sturen de prijslijst in mei.", "", "none", table.noors_seat.party, None, None, date(2026, 1, 5)
    )
    note_decision(seat=table.noors_seat, terms=terms, now=day(1))
    start_talk(visit=table.seen_by_noor(), subject="De prijslijst bespreken", offered=[])
    felt(table, "Buikpijn van de prijslijst")
    shared = {("task", "shared"), ("decision", "shared")}
    assert set(found(table.noor, "PRÍJSlijst")) == shared | {("talk", "private"), ("feeling", "private")}
    assert set(found(table.marleen, "prijslijst")) == shared
    assert found(table.noor, "prijslijst buikpijn") == [("feeling", "private")]
    assert found(ruben(), "prijslijst") == []


def test_an_envelope_is_read_by_the_other_only_once_it_opened(table: Together) -> None:
    exchange = begun(table)
    sends(exchange, table.noors_seat, LEADS)
    assert found(table.noor, "boekingen zien") == [("kickoff", "sealed")]
    assert found(table.marleen, "boekingen zien") == []
    sends(exchange, table.marleens_seat, AWARENESS)
    assert found(table.marleen, "boekingen zien") == found(table.noor, "boekingen zien") == [("kickoff", "shared")]
    assert found(table.noor, "awareness") == [], "a choice of the app is no word of hers"


def test_words_in_a_check_in_open_with_it_and_what_was_kept_stays_kept(table: Together) -> None:
    answer(table.round, table.marleens_seat, remark="Het tempo kraakt", remark_choice="mine", appreciation="Fijn tempo")
    assert found(table.noor, "tempo") == []
    answer(table.round, table.noors_seat)
    (hit,) = search(table.noor, "tempo", day(20)).hits
    assert [one.text for one in hit.pieces if one.is_hit] == ["tempo"] and "Fijn" in hit.pieces[0].text
    assert found(table.noor, "kraakt") == [] and found(table.marleen, "kraakt") == [("checkin", "shared")]


def test_a_clause_is_found_by_what_it_says(table: Together) -> None:
    text = {"clauses": [{"code": "notice", "name": "Opzeggen", "legal": ["De opzegtermijn is dertig dagen."]}]}
    AgreementVersion.objects.create(
        collaboration=table.collaboration, number=1, way="made", text=text, put_at=day(1), put_by=table.noors_seat
    )
    assert found(table.marleen, "zegtermijn") == [("agreement", "shared")]


def test_queries_do_not_grow_and_nothing_of_a_stranger_is_touched(table: Together) -> None:
    opened(table)
    with CaptureQueriesContext(connection) as one:
        search(table.noor, "boekingen", day(20))
    opened(together(by=table.noor))
    with CaptureQueriesContext(connection) as two:
        assert len(search(table.noor, "boekingen", day(20)).hits) == 2
    assert len(one) == len(two)
    with CaptureQueriesContext(connection) as none:
        search(table.noor, "x", day(20))
    assert len(none) == 0


def test_a_long_search_stops_and_goes_on_where_it_was(table: Together, monkeypatch: pytest.MonkeyPatch) -> None:
    other = together(by=table.noor)
    added(table)
    added(other)
    monkeypatch.setattr(finding, "AT_ONCE", 1)
    monkeypatch.setattr(finding, "MOST_TEXTS", 1)
    first = search(table.noor, "prijslijst", day(20))
    assert (first.looked_in, first.of, first.next_at, len(first.hits)) == (1, 2, 1, 1)
    rest = search(table.noor, "prijslijst", day(20), begin=1)
    assert (rest.next_at, len(rest.hits)) == (None, 1) and rest.hits[0].written.visit != first.hits[0].written.visit


class TestPage:
    """The page, behind both doors."""

    def ask(self, person: Person, door: str, words: str) -> str:
        browser = Client()
        browser.force_login(person)
        answered = browser.post(reverse(f"{door}:search"), {"q": words}, follow=True)
        assert answered.redirect_chain == [(reverse(f"{door}:search"), 302)], "no word of it stands in the address"
        assert unseal(browser.session["searching"]) == words != browser.session["searching"]
        return str(answered.content.decode())

    def test_each_finds_it_behind_her_own_door(self, table: Together) -> None:
        task = added(table)
        shown = self.ask(table.noor, "workspace", "prijslijst")
        assert f"/s/{table.collaboration.public_id}/starten/actieplan/{task.public_id}/" in shown
        assert "<mark>Prijslijst</mark> sturen" in shown and "Van ons samen" in shown
        assert f"/kant/{table.collaboration.public_id}/starten/actieplan/" in self.ask(
            table.marleen, "portal", "prijslijst"
        )

    def test_nothing_is_said_kindly_and_what_was_typed_is_no_page(self, table: Together) -> None:
        shown = self.ask(table.noor, "workspace", "<b>niets</b>")
        assert "Niets gevonden voor" in shown and "<b>niets" not in shown
        assert "Typ minstens twee letters" in self.ask(table.noor, "workspace", "a")

    def test_every_hit_leads_to_a_page(self, table: Together) -> None:
        everything(table)
        browser = Client()
        browser.force_login(table.noor)
        answered = browser.get(reverse("workspace:search"), {"q": "lindenhof"})
        rows = answered.context["rows"]
        assert rows and all(browser.get(row.url).status_code == 200 for row in rows)


def everything(table: Together) -> None:
    """The same word in many places."""
    opened(table, {**LEADS, "seen": "Vier aanvragen bij Lindenhof."})
    felt(table, "Lindenhof is fijn", is_loose=True)
    start_talk(visit=table.seen_by_noor(), subject="Lindenhof", offered=[])


def test_who_reads_along_finds_what_is_of_both(table: Together) -> None:
    show_colleague(by=table.noors_seat, colleague=(colleague := karin(colleague_of=table.noor)), now=day(1))
    added(table)
    start_talk(visit=table.seen_by_noor(), subject="Prijslijst", offered=[])
    assert found(colleague, "prijslijst") == [("task", "shared")]
