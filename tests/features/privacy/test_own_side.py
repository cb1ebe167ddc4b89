"""Erasing one's own side of one collaboration: nothing of it is left, and nobody else can tell."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse

from samenstroom.accounts.models import Person
from samenstroom.accounts.proven import PROVEN
from samenstroom.checkins.models import Answer
from samenstroom.collaborations.actions import NotAllowedError, ask_colleague_to_leave, show_colleague
from samenstroom.collaborations.models import Collaboration, HistoryLine
from samenstroom.dossier.export import as_text, export
from samenstroom.dossier.reading import read
from samenstroom.exploring.actions.feelings import note_feeling
from samenstroom.exploring.models import Decision, Feeling
from samenstroom.farewell.actions.endings import announce_ending
from samenstroom.farewell.actions.keeping import agree_term, propose_term
from samenstroom.farewell.models import Ending
from samenstroom.flows.keep_terms import sweep_terms
from samenstroom.kit import clock
from samenstroom.learning.actions.outlines import wish_outline
from samenstroom.learning.models import Outline
from samenstroom.learning.queries.cases import cases_of
from samenstroom.privacy.actions.own_side import erase_own_side
from samenstroom.privacy.queries.kept import kept_here
from samenstroom.privacy.queries.own_side import goes_as_a_whole
from samenstroom.privacy.takeout import own_of
from tests.features.learning.test_outlines import lived, numbers
from tests.house.two_worlds import MUCH
from tests.people import Together, answer, day, karin, noor, together, visit
from tests.practice import STORIES, decides_and_looks_back, live
from tests.worlds import NOW, Secrets, build_world

pytestmark = pytest.mark.django_db
MARK = "Kwikstaartje"
OTHERS = (
    "collaboration", "checkins", "logbook", "shared", "stream", "as_other", "agreement", "invoices", "ending", "feedback",
    "handover", "balance",
)  # fmt: skip


def closes(table: Together, n: int) -> None:
    """It was closed on that day."""
    if not Ending.objects.filter(collaboration=table.collaboration).exists():
        announce_ending(seat=table.noors_seat, how="together", last_on=None, words="", now=day(n))
    Ending.objects.filter(collaboration=table.collaboration).update(closed_at=day(n))


def pages_of(person: Person, table: Collaboration) -> dict[str, str]:
    """What the other reads everywhere."""
    client = Client()
    client.force_login(person)
    found = {}
    for name in OTHERS:
        address = reverse(f"portal:{name}", kwargs={"collaboration": table.public_id})
        page = client.get(address)
        found[name] = f"{page.status_code} " + re.sub(
            r"csrfmiddlewaretoken[^>]+|nonce-[\w-]+", "", page.content.decode()
        )
    return found


def of_hers_here(person: Person, table: Collaboration) -> str:
    """Every value of every row of hers at this table, unsealed."""
    rows = [
        row
        for model in apps.get_models()
        if {"person", "collaboration"} <= {one.name for one in model._meta.concrete_fields}
        for row in model._base_manager.filter(person=person, collaboration=table)
    ]
    return "\n".join(str(getattr(row, one.attname)) for row in rows for one in row._meta.concrete_fields)


def test_in_a_world_full_of_it_nothing_of_hers_is_left_and_the_other_reads_the_same() -> None:
    with clock.frozen(NOW):
        world = build_world(replace(MUCH, remark=MARK, private_lines=(MARK,)), Secrets())
        seat = visit(world.noor, world.first, now=NOW).seat
        announce_ending(seat=seat, how="together", last_on=None, words="", now=NOW)
        Ending.objects.filter(collaboration=world.first).update(closed_at=NOW)
        before, elsewhere = pages_of(world.marleen, world.first), Feeling.objects.exclude(collaboration=world.first)
        left = elsewhere.count()
        looks = visit(world.noor, world.first, now=NOW)
        assert MARK in of_hers_here(world.noor, world.first) and len(kept_here(looks)) > 6
        erase_own_side(visit=looks, keeps_outline=True)
        assert pages_of(world.marleen, world.first) == before
        assert MARK not in of_hers_here(world.noor, world.first)
        assert not HistoryLine.objects.filter(collaboration=world.first, circle="private", author=world.noor).exists()
        assert elsewhere.count() == left, "her other collaborations stay"
        told = as_text(export(visit(world.noor, world.first, now=NOW)))
        assert MARK not in told and read(told.encode())
        assert cases_of(world.noor, NOW)


def test_alone_at_a_closed_table_all_of_it_goes_and_the_patterns_still_count() -> None:
    me = noor(now=day(-1000))
    table = live(me, STORIES[0], start=day(-300))
    before = numbers(me)
    looks = visit(me, table, now=day(1))
    assert erase_own_side(visit=looks, keeps_outline=True)
    assert not Collaboration.objects.exists() and not Feeling.objects.exists()
    assert numbers(me) == before
    assert Outline.objects.get().collaboration is None


@pytest.mark.parametrize("keeps_something", [False, True])
def test_whether_a_colleague_who_left_kept_something_is_not_told_by_what_goes(keeps_something: bool) -> None:
    me = noor(now=day(-1000))
    table = live(me, STORIES[0], start=day(-300))
    colleague = karin(colleague_of=me)
    mine = visit(me, table, now=day(1))
    seat = show_colleague(by=mine.seat, colleague=colleague, now=day(1))
    if keeps_something:
        note_feeling(
            person=colleague, collaboration=table, step=2, sussed=False, words=MARK, subject="", prediction="",
            percent=None, known_on=None, now=day(1),
        )  # fmt: skip
    ask_colleague_to_leave(by=mine.seat, seat=seat, now=day(2))
    looks = visit(me, table, now=day(3))
    assert not goes_as_a_whole(looks)
    assert not erase_own_side(visit=looks, keeps_outline=False)
    assert Collaboration.objects.filter(pk=table.pk).exists()
    assert Feeling.objects.filter(person=colleague).exists() == keeps_something


def test_without_an_outline_nothing_of_it_counts_and_one_of_before_goes_too() -> None:
    table = lived(day(7), name="Villa Verde", theirs=5, words=MARK)
    closes(table, 30)
    assert not erase_own_side(visit=table.seen_by_noor(day(31)), keeps_outline=True)
    assert Outline.objects.get().on_the_day
    for _twice in range(2):
        erase_own_side(visit=table.seen_by_noor(day(32)), keeps_outline=False)
    assert not Outline.objects.exists() and not Decision.objects.exists()
    (case,) = cases_of(table.noor, day(33))
    assert not case.feelings and case.own_answers, "what is of both goes on counting"
    assert Answer.objects.filter(person=table.noor).get().remark == ""


def test_what_she_sent_and_never_opened_is_an_empty_envelope() -> None:
    table = together()
    answer(table.round, table.noors_seat, remark=MARK, flow=2, now=day(1))
    closes(table, 5)
    before = pages_of(table.marleen, table.collaboration)
    erase_own_side(visit=table.seen_by_noor(day(6)), keeps_outline=True)
    assert pages_of(table.marleen, table.collaboration) == before
    left = Answer.objects.get()
    assert left.sent_at and (left.values, left.remark, kept_here(table.seen_by_noor(day(6)))) == ({}, "", [])
    assert cases_of(table.noor, day(7))[0].flows == [2], "her outline knows it"
    client = Client()
    client.force_login(table.noor)
    here = {"collaboration": table.collaboration.public_id}
    for name in ("collaboration", "checkins", "stream", "insight", "dossier", "own_side"):
        assert client.get(reverse(f"workspace:{name}", kwargs=here)).status_code == 200, name


def test_not_as_long_as_it_goes_on_but_after_a_no_it_may_and_an_envelope_that_may_open_stays() -> None:
    table = together(stage="explore")
    with pytest.raises(NotAllowedError):
        erase_own_side(visit=table.seen_by_noor(day(1)), keeps_outline=False)
    answer(table.round, table.noors_seat, flow=2, now=day(1))
    decides_and_looks_back(table.seen_by_noor(day(2)), percent=10, outcome="no")
    Decision.objects.update(choice="no")
    erase_own_side(visit=table.seen_by_noor(day(3)), keeps_outline=False)
    assert not Decision.objects.exists() and Answer.objects.get().values["flow"] == 2
    answer(table.round, table.marleens_seat, now=day(4))
    assert Answer.objects.filter(round__revealed_at__isnull=False).count() == 2


class TestTheDayBothAgreedOn:
    def agreed(self) -> Together:
        table = lived(day(7), name="Villa Verde", theirs=5, words=MARK)
        closes(table, 30)
        term = propose_term(seat=table.noors_seat, until=date(2026, 3, 16), now=day(31))
        agree_term(term=term, seat=table.marleens_seat, now=day(31))
        return table

    @pytest.mark.parametrize("erased_before", [False, True])
    def test_who_asked_keeps_an_outline_of_what_she_gave(self, erased_before: bool) -> None:
        table = self.agreed()
        before = numbers(table.noor)
        if erased_before:
            erase_own_side(visit=table.seen_by_noor(day(40)), keeps_outline=True)
        else:
            wish_outline(visit=table.seen_by_noor(day(40)), wanted=True)
        assert numbers(table.noor) == before
        assert [sweep_terms(now=day(n)) for n in (40, 69, 70)] == [0, 0, 1]
        assert numbers(table.noor) == before
        made = Outline.objects.get()
        assert made.content["both"]["answers"] and bool(made.content["own"]) is erased_before and not made.on_the_day
        assert MARK not in str(made.content)
        assert erase_own_side(visit=table.seen_by_noor(day(80)), keeps_outline=True), "nobody else is left there"
        assert numbers(table.noor) == before and not Collaboration.objects.exists()

    def test_who_said_nothing_keeps_nothing_of_it(self) -> None:
        table = self.agreed()
        assert [sweep_terms(now=day(n)) for n in (40, 69, 70)] == [0, 0, 1]
        assert not Outline.objects.exists() and not cases_of(table.noor, day(71))[0].own_answers


class TestThePages:
    def client(self, person: Person) -> Client:
        client = Client()
        client.force_login(person)
        session = client.session
        session[PROVEN] = {"person": person.pk, "at": clock.now().isoformat()}
        session.save()
        return client

    def test_it_asks_for_proof_and_for_a_choice_and_says_what_stays(self) -> None:
        table = lived(day(7), name="Villa Verde", theirs=5, words=MARK)
        here = {"collaboration": table.collaboration.public_id}
        page = reverse("workspace:own_side_erase", kwargs=here)
        client = self.client(table.noor)
        assert client.get(page).url == reverse("workspace:own_side", kwargs=here), "it goes on"
        closes(table, 30)
        unproven = Client()
        unproven.force_login(table.noor)
        assert unproven.post(page, {"outline": "no"}).url.startswith("/bevestigen/") and Feeling.objects.exists()
        wrong = client.post(page, {})
        assert wrong.status_code == 422 and "Er is nog niets gewist" in wrong.content.decode()
        shown = client.get(page).content.decode()
        assert "Anders zou de ander zien wat je deed" in shown and "checked" not in shown
        assert client.post(page, {"outline": "yes"}).url == reverse("workspace:collaboration", kwargs=here)
        assert not Feeling.objects.exists()

    def test_outlines_are_hers_to_read_wholly_and_to_throw_away(self) -> None:
        me = noor(now=day(-1000))
        for story in STORIES[:2]:
            table = live(me, story, start=day(-300))
            erase_own_side(visit=visit(me, table, now=day(1)), keeps_outline=True)
        client = self.client(me)
        first, second = Outline.objects.order_by("pk")
        listed = client.get(reverse("workspace:outlines")).content.decode()
        assert listed.count("Een samenwerking die je wiste (2025)") == 2
        read_whole = client.get(reverse("workspace:outline", args=[first.public_id])).content.decode()
        for words in (
            "Begonnen in kwartaal 1 van 2025",
            "gesust",
            "63 dagen na het begin",
            "Ongeveer",
            "&quot;talks&quot;",
        ):
            assert words in read_whole, words
        learning = ("learn", "learn_patterns", "learn_flying", "learn_estimates", "learn_yields", "learn_year")
        pages = {name: client.get(reverse(f"workspace:{name}")).content.decode() for name in learning}
        assert all("Een samenwerking die je wiste (2025)" in pages[name] for name in learning[1:5])
        assert "Een omtrek weet geen dagen" in pages["learn_year"]
        assert [one["content"] for one in own_of(me)["learning.Outline"]] == [first.content, second.content]
        client.post(reverse("workspace:outline", args=[first.public_id]))
        assert list(Outline.objects.all()) == [second]
        client.post(reverse("workspace:outlines"))
        assert not Outline.objects.exists()
        assert client.get(reverse("workspace:outline", args=[first.public_id])).status_code == 404

    def test_on_the_agreed_day_is_asked_and_taken_back(self) -> None:
        table = TestTheDayBothAgreedOn().agreed()
        client = self.client(table.noor)
        page = reverse("workspace:own_side", kwargs={"collaboration": table.collaboration.public_id})
        assert "Op die dag blijft er geen omtrek" in client.get(page).content.decode()
        client.post(page, {"outline": "yes"})
        assert "Op die dag blijft er een omtrek" in client.get(page).content.decode()
        client.post(page, {"outline": "no"})
        assert not Outline.objects.exists()
