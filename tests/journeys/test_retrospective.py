"""Looking back: Noor for herself, then both together; and a lesson that comes back at a next collaboration.

Noor works on a wide screen, Marleen on her phone. The story runs twice: with JavaScript and without. And once alone.
"""

from __future__ import annotations

import re

import pytest
from django.conf import settings
from django.test import Client

from samenstroom.adjusting.actions.talks import hold_talk, start_talk
from samenstroom.collaborations.actions import write_line
from samenstroom.exploring.actions.feelings import note_feeling
from samenstroom.farewell.actions.endings import announce_ending, confirm_ending
from samenstroom.rules.visibility import Circle
from samenstroom.watch.actions import keep_shown
from samenstroom.watch.queries import noticed
from tests import people
from tests.journeys.conftest import Arrive, Time
from tests.journeys.someone import Someone
from tests.people import Together, day

LESSON = "Twijfel zeg ik binnen een week."
QUESTION = "Durf ik mijn twijfel hier te zeggen?"


def a_year(table: Together) -> None:
    """A doubt that was pushed away, a signal, a talk, and an end on paper."""
    seen = table.seen_by_noor(day(2))
    note_feeling(
        person=table.noor, collaboration=table.collaboration, step=2, sussed=True, words="Ze vond mijn prijs hoog.",
        subject="money", prediction="De eerste rekening komt te laat.", percent=70, known_on=day(40).date(),
        now=day(2),
    )  # fmt: skip
    seen = table.seen_by_noor(day(30))
    write_line(seat=seen.seat, kind="unsafe_asked", circle=Circle.PRIVATE, now=day(30), note="Of het zonder btw kon.")
    keep_shown(visit=seen, noticed=next(one for one in noticed(seen) if one.finding.level.value != "good"))
    talk = start_talk(visit=table.seen_by_noor(day(55)), subject="De rekeningen", offered=[], opening="")
    hold_talk(talk=talk, held_on=day(61).date(), agreed="Voortaan binnen veertien dagen.", look_back_on=None)
    ending = announce_ending(
        seat=table.noors_seat, how="one_side", last_on=day(90).date(), words="Dank voor alles.", now=day(70)
    )
    confirm_ending(ending=ending, seat=table.marleens_seat, now=day(71))


def enters(arrive: Arrive, site: str, table: Together, who: str, **how: object) -> Someone:
    """Somebody of this table, behind her own door."""
    person = table.noor if who == "Noor" else table.marleen
    client = Client()
    client.force_login(person)
    someone = arrive(who, **how)
    key = client.cookies[settings.SESSION_COOKIE_NAME].value
    someone.page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": key, "url": site}])
    someone.has_account = who == "Noor"
    someone.home = f"{site}/{'s' if who == 'Noor' else 'kant'}/{table.collaboration.public_id}/"
    client.get(someone.home.removeprefix(site))  # the first page of a run reads all texts, which takes a while
    return someone


@pytest.mark.parametrize("has_scripts", [True, False], ids=["with-javascript", "without-javascript"])
def test_she_looks_back_and_then_both_do(arrive: Arrive, time: Time, site: str, has_scripts: bool) -> None:
    table = people.together(with_rhythm=False)
    a_year(table)
    time.at(day(100))
    noor = enters(arrive, site, table, "Noor", has_scripts=has_scripts)
    marleen = enters(arrive, site, table, "Marleen", width=390, has_scripts=has_scripts)
    noor.go_home()
    noor.follow("Je terugblik")
    noor.looks("retrospective-begin")
    she_reads_her_timeline(noor)
    she_writes_it(noor)
    her_lesson_may_come_back(noor)
    both_look_back(noor, marleen)


def she_reads_her_timeline(noor: Someone) -> None:
    noor.follow("De tijdlijn")
    assert "Van je eerste twijfel tot het eerste signaal: 28 dagen, zo’n 4 weken." in noor.reads
    assert "Van het eerste gesprek tot het einde: 29 dagen" in noor.reads
    noor.looks("retrospective-timeline")
    noor.follow("Terug naar je terugblik")


def she_writes_it(noor: Someone) -> None:
    noor.press("Begin je terugblik")
    noor.page.get_by_role("checkbox", name="Geld en recht").check()
    noor.fill("Wil je er iets bij zeggen?", "We hadden niets op papier.")
    noor.looks("retrospective-causes")
    noor.press("Bewaar en ga verder")
    noor.page.get_by_role("group", name="Wat deed jij?").get_by_label("Te laat gezegd wat er speelde").check()
    noor.looks("retrospective-each-part")
    noor.press("Bewaar en ga later verder")
    assert "Te laat gezegd wat er speelde" in noor.reads
    noor.follow("Ga verder waar je was")
    noor.fill("Dit zou ik weer zo doen", "Elke vrijdag bellen.")
    for _page in ("weer zo", "anders", "nog eens"):
        noor.press("Bewaar en ga verder")
    noor.page.get_by_role("radio", name=re.compile("^Eerder, en goed gestopt")).check()
    noor.looks("retrospective-ended")
    noor.press("Bewaar en ga verder")
    noor.fill("Hoeveel uur was het, alles bij elkaar?", "een paar")
    noor.press("Bewaar en ga verder")
    assert "Vul een getal in" in noor.reads
    noor.looks("retrospective-wrong")
    noor.fill("Hoeveel uur was het, alles bij elkaar?", "120")
    noor.press("Bewaar en ga verder")
    assert "De eerste rekening komt te laat." in noor.reads
    noor.choose("Het kwam uit")
    noor.looks("retrospective-foretold")
    noor.press("Bewaar en ga verder")
    noor.fill("Mijn les", LESSON)
    noor.looks("retrospective-lesson")
    noor.press("Bewaar en ga verder")
    noor.looks("retrospective-check")
    noor.press("Mijn terugblik is rond")
    assert "Het kwam uit." in noor.reads and LESSON in noor.reads
    noor.looks("retrospective-round")


def her_lesson_may_come_back(noor: Someone) -> None:
    noor.follow("Je lessen")
    noor.looks("lessons")
    noor.follow("Kies waar hij terugkomt")
    noor.looks("lesson")
    noor.follow("Als je eigen vraag bij de rode vlaggen")
    noor.press("Laat hem terugkomen")
    assert "Schrijf hier iets, al is het één zin." in noor.reads
    noor.looks("lesson-place-wrong")
    noor.fill("Hoe vraag je het jezelf?", QUESTION)
    noor.choose("Bij nee")
    noor.press("Laat hem terugkomen")
    noor.follow("Als eigen regel bij een overeenkomst")
    noor.page.get_by_label("Over welke afspraak gaat je regel?").select_option("payment_term_days")
    noor.fill("Welk getal?", "7")
    noor.looks("lesson-rule")
    noor.press("Laat hem terugkomen")
    noor.follow("Als je besluit")
    noor.choose("Bij elke samenwerking")
    noor.press("Laat hem terugkomen")
    assert "Betaaltermijn: hoogstens 7 dagen." in noor.reads
    noor.looks("lesson-comes-back")


def both_look_back(noor: Someone, marleen: Someone) -> None:
    noor.go_home()
    noor.follow("Samen terugkijken")
    noor.looks("together-offer")
    noor.press("Stel het voor aan Marleen")
    noor.fill("Wat ging goed tussen jullie?", "Het bellen op vrijdag.")
    noor.looks("together-answer")
    noor.press("Sluit mijn envelop")
    noor.looks("together-waits")
    marleen.go_home()
    assert LESSON not in marleen.page.content() and "Je terugblik" not in marleen.reads
    marleen.follow("Samen terugkijken")
    marleen.follow("Beantwoord de vragen")
    assert "Het bellen op vrijdag." not in marleen.page.content()
    marleen.fill("Wat ging goed tussen jullie?", "Je geduld met mijn agenda.")
    marleen.fill("Eén zin om de ander te bedanken", "Dank je voor de winkel.")
    marleen.looks("together-answer-phone")
    marleen.press("Sluit mijn envelop")
    assert "Het bellen op vrijdag." in marleen.reads
    marleen.looks("together-opened-phone")
    noor.go_home()
    noor.follow("Samen terugkijken")
    assert "Dank je voor de winkel." in noor.reads
    noor.looks("together-opened")


def test_alone_on_her_phone_her_lesson_comes_back_at_the_next_one(arrive: Arrive, time: Time, site: str) -> None:
    person = people.noor()
    first = people.started(person)
    next_one = people.started(person, name="Loods 9", stage="explore")
    client = Client()
    client.force_login(person)
    noor = arrive("Noor", width=390)
    key = client.cookies[settings.SESSION_COOKIE_NAME].value
    noor.page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": key, "url": site}])
    noor.has_account = True
    noor.page.goto(f"{site}/leren/terugblik/{first.public_id}/")
    noor.press("Begin je terugblik")
    noor.looks("retrospective-causes-phone")
    noor.page.goto(f"{site}/leren/terugblik/{first.public_id}/vraag/les/")
    noor.fill("Mijn les", LESSON)
    noor.press("Bewaar en ga verder")
    noor.press("Mijn terugblik is rond")
    noor.looks("retrospective-round-phone")
    noor.follow("Je lessen")
    noor.looks("lessons-phone")
    noor.follow("Kies waar hij terugkomt")
    noor.follow("Als je besluit")
    noor.press("Laat hem terugkomen")
    noor.looks("lesson-phone")
    noor.page.goto(f"{site}/s/{next_one.public_id}/verkennen/besluit/")
    assert LESSON in noor.reads and "Geleerd bij Studio Lindenhof" in noor.reads
    noor.looks("lesson-at-the-decision-phone")
    noor.press("Leg opzij")
    assert LESSON not in noor.reads
