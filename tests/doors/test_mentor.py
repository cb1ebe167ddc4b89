"""A mentor from both ends: Noor behind her own pages, Ellen with a link and then an account, Marleen at the table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client, override_settings

from samenstroom.accounts.models import Person
from samenstroom.exploring.actions.feelings import note_feeling
from samenstroom.kit import clock
from samenstroom.learning.actions.mentor_notes import write_note
from samenstroom.learning.actions.mentors import end_mentorship
from samenstroom.learning.models import MentorLook, MentorNote, MentorShare, Mentorship
from samenstroom.mail.models import OutgoingMail
from samenstroom.mail.outbox import as_message
from tests.features.learning.steps import accompanied, ellen, shown
from tests.people import Together, day, ruben, together

pytestmark = pytest.mark.django_db
MINE = "/instellingen/meekijken/"
NOW = day(3)


@pytest.fixture(autouse=True)
def _stopped_clock() -> Iterator[None]:
    with clock.frozen(NOW):
        yield


@pytest.fixture
def table() -> Together:
    made = together(with_rhythm=False)
    for words in ("Ik twijfel.", "Alleen van mij."):
        feeling(made, words)
    return made


def feeling(table: Together, words: str) -> str:
    made = note_feeling(
        person=table.noor, collaboration=table.collaboration, step=2, sussed=False, words=words, subject="",
        prediction="", percent=None, known_on=None, now=day(1),
    )  # fmt: skip
    return made.public_id


def as_(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def text(response: HttpResponse | Any) -> str:
    return str(response.content.decode())


def link_of(noor: Client, made: Mentorship) -> str:
    page = text(noor.post(f"{MINE}{made.public_id}/link/", {"channel": "copy"}))
    found = re.search(r"(/l/meekijken/[^/<\s]+/)", page)
    assert found
    return found.group(1)


def test_without_a_name_nothing_is_asked_and_what_she_typed_stays(table: Together) -> None:
    noor = as_(table.noor)
    page = noor.post(MINE, {"name": "", "months": "7"})
    assert page.status_code == 422 and "Vul de naam in van wie je laat meekijken." in text(page)
    assert "Kies een van de genoemde termijnen." in text(page) and not Mentorship.objects.exists()


def test_the_link_is_swapped_on_a_button_and_claimed_by_an_account(table: Together) -> None:
    noor, mentor = as_(table.noor), as_(ellen())
    noor.post(MINE, {"name": "Ellen Bakker", "months": "3"})
    made = Mentorship.objects.get()
    address = link_of(noor, made)
    assert "Kijk je mee met Noor Jansen?" in text(Client().get(address))
    assert Mentorship.objects.get().mentor is None
    stranger = Client()
    assert stranger.post(address)["Location"] == "/meekijken/beginnen/"
    assert stranger.get("/meekijken/beginnen/").status_code == 302  # to sign in first
    mentor.post(address)
    assert text(mentor.get("/meekijken/beginnen/")).count("Ja, ik kijk mee") == 1
    assert mentor.post("/meekijken/beginnen/")["Location"] == f"/meekijken/{made.public_id}/"
    assert Client().get(address).status_code == 410
    stranger.force_login(ruben())
    assert stranger.get("/meekijken/beginnen/").status_code == 410


def test_she_reads_exactly_what_will_be_seen_before_it_is_shown(table: Together) -> None:
    made = accompanied(table.noor, ellen())
    noor, mentor = as_(table.noor), as_(ellen_())
    key = feeling(table, "Dit mag Ellen lezen.")
    place = f"{MINE}{made.public_id}/tonen/{table.collaboration.public_id}/"
    before = text(noor.get(f"{place}feelings/{key}/"))
    assert "Dit mag Ellen lezen." in before and "Dit ziet Ellen, precies zo" in before
    here = f"/meekijken/{made.public_id}/{table.collaboration.public_id}/feelings/{key}/"
    assert mentor.get(here).status_code == 404
    noor.post(f"{place}feelings/{key}/")
    seen = text(mentor.get(here))
    article = re.compile(r"<article.*?</article>", re.DOTALL)
    assert article.search(seen).group() == article.search(before).group()  # type: ignore[union-attr]
    listed = text(mentor.get(f"/meekijken/{made.public_id}/{table.collaboration.public_id}/"))
    assert listed.count("/feelings/") == 1 and "Marleen" not in listed and "Lindenhof" not in listed
    assert [one.what.get("item") for one in MentorLook.objects.order_by("pk")] == [key, None]


def ellen_() -> Person:
    return Person.objects.get(email="ellen@voorbeeld.nl")


def test_a_kind_is_shown_after_a_choice_and_stopped_by_a_button(table: Together) -> None:
    made = accompanied(table.noor, ellen())
    noor, mentor = as_(table.noor), as_(ellen_())
    place = f"{MINE}{made.public_id}/tonen/alle/"
    assert noor.post(f"{place}feelings/", {"reach": "alles"}).status_code == 422
    assert noor.post(f"{place}feelings/", {"reach": "later"}).status_code == 302
    assert "Laat je zien" in text(noor.get(place))
    here = f"/meekijken/{made.public_id}/{table.collaboration.public_id}/"
    assert mentor.get(here).status_code == 200
    share = MentorShare.objects.get()
    noor.post(f"{MINE}{made.public_id}/niet-meer/{share.public_id}/")
    assert mentor.get(here).status_code == 404
    assert noor.post(f"{MINE}{made.public_id}/niet-meer/{share.public_id}/").status_code == 404


@pytest.mark.parametrize("who", ["noor", "ellen"])
def test_after_leaving_every_old_address_is_gone_and_notes_stay(table: Together, who: str) -> None:
    made = accompanied(table.noor, ellen())
    shown(made, "feelings", table.collaboration)
    noor, mentor = as_(table.noor), as_(ellen_())
    key = feeling(table, "Dit mag Ellen lezen.")
    root = f"/meekijken/{made.public_id}/"
    table_, item = f"{root}{table.collaboration.public_id}/", f"{root}{table.collaboration.public_id}/feelings/{key}/"
    assert [mentor.get(one).status_code for one in (root, table_, item)] == [200, 200, 200]
    mentor.post(item, {"words": "Wat voelde je precies?", "is_question": "on"})
    if who == "noor":
        noor.post(f"{MINE}{made.public_id}/stoppen/")
    else:
        mentor.post(f"{root}stoppen/")
    assert [mentor.get(one).status_code for one in (root, table_, item)] == [404, 404, 404]
    assert mentor.post(item, {"words": "Nog iets."}).status_code == 404
    assert "Wat voelde je precies?" in text(mentor.get("/meekijken/eerder/"))
    assert "Wat voelde je precies?" in text(noor.get(f"{MINE}{made.public_id}/"))
    assert "Ik twijfel." not in text(mentor.get("/meekijken/eerder/"))


def test_a_question_is_answered_and_both_find_it_on_today(table: Together) -> None:
    made = accompanied(table.noor, ellen())
    noor, mentor = as_(table.noor), as_(ellen_())
    assert mentor.post(f"/meekijken/{made.public_id}/", {"words": ""}).status_code == 422
    mentor.post(f"/meekijken/{made.public_id}/", {"words": "Wat wil je?", "is_question": "on"})
    assert "Ellen stelt je een vraag" in text(noor.get("/vandaag/"))
    page = text(noor.get(f"{MINE}{made.public_id}/"))
    question = MentorNote.objects.get()
    assert "Wat wil je?" in page and f'value="{question.public_id}"' in page
    assert "Ellen stelt je een vraag" not in text(noor.get("/vandaag/"))
    noor.post(f"{MINE}{made.public_id}/", {"words": "Rust.", "reply_to": question.public_id})
    assert f'value="{question.public_id}"' not in text(noor.get(f"{MINE}{made.public_id}/"))
    assert "Noor schreef je" in text(mentor.get("/vandaag/"))
    assert "Met wie je meekijkt" in text(mentor.get("/vandaag/"))


def test_an_outsider_finds_nothing_behind_either_door(table: Together) -> None:
    made = accompanied(table.noor, ellen())
    shown(made, "feelings", table.collaboration)
    other, place = as_(ruben()), f"{MINE}{made.public_id}/tonen/{table.collaboration.public_id}/"
    for address in (f"{MINE}{made.public_id}/", f"{MINE}{made.public_id}/gekeken/", place, f"{place}feelings/"):
        assert other.get(address).status_code == 404
        assert as_(ellen_()).get(address).status_code == 404
    assert other.get(f"/meekijken/{made.public_id}/").status_code == 404
    assert as_(table.noor).get(f"/meekijken/{made.public_id}/").status_code == 404
    assert as_(ellen_()).get(f"/s/{table.collaboration.public_id}/").status_code == 404


@override_settings(MAIL_MODE="preview")
def test_mail_says_that_there_is_something_at_most_once_a_day(table: Together) -> None:
    made = accompanied(table.noor, ellen())
    noor = as_(table.noor)
    place = f"{MINE}{made.public_id}/tonen/{table.collaboration.public_id}/"
    for kind in ("feelings", "talks"):
        noor.post(f"{place}{kind}/", {"reach": "later"})
    (mail,) = OutgoingMail.objects.filter(kind="mentor_news")
    message = as_message(mail)
    assert mail.to_email == "ellen@voorbeeld.nl"
    assert not any(word in f"{message.subject}{message.body}" for word in ("Noor", "Gevoel", "Marleen", "twijfel"))
    noor.post(MINE, {"name": "Wim Coach", "months": "3"})
    asked = Mentorship.objects.get(mentor=None)
    assert noor.post(f"{MINE}{asked.public_id}/link/", {"channel": "mail", "email": "geen"}).status_code == 422
    noor.post(f"{MINE}{asked.public_id}/link/", {"channel": "mail", "email": "wim@voorbeeld.nl"})
    assert "Noor Jansen" in as_message(OutgoingMail.objects.get(kind="mentor_invitation")).subject


def test_asking_both_and_either_stopping_it(table: Together) -> None:
    made = accompanied(table.noor, ellen())
    noor, marleen = as_(table.noor), as_(table.marleen)
    key = table.collaboration.public_id
    place = f"{MINE}{made.public_id}/tonen/{key}/"
    assert "Vraag Marleen of Ellen mag meekijken" in text(noor.get(f"{place}samen/"))
    noor.post(f"{place}samen/")
    page = text(marleen.get(f"/kant/{key}/meekijken/"))
    assert "Noor vraagt of Ellen Bakker met jullie mag meekijken" in page
    asked = table.collaboration.companions.get()
    marleen.post(f"/kant/{key}/meekijken/{asked.public_id}/antwoord/", {"do": "agree"})
    for client, door in ((noor, "s"), (marleen, "kant")):
        assert "Ellen Bakker kijkt mee met jullie" in text(client.get(f"/{door}/{key}/meekijken/"))
    assert noor.get(f"{place}samen/").status_code == 302
    marleen.post(f"/kant/{key}/meekijken/{asked.public_id}/antwoord/", {"do": "end"})
    assert "Ellen Bakker keek mee met jullie" in text(noor.get(f"/s/{key}/meekijken/"))


def test_a_mentor_reads_all_mentees_on_one_page_without_a_count(table: Together) -> None:
    mentor = ellen()
    other = ruben()
    for person in (table.noor, other):
        accompanied(person, mentor)
    made = Mentorship.objects.get(person=table.noor)
    shown(made, "feelings", table.collaboration)
    write_note(mentorship=made, by=table.noor, words="Kijk je even?", now=day(2))
    page = text(as_(mentor).get("/meekijken/"))
    assert page.index("Noor Jansen") < page.index("Ruben Smit")
    assert "Er is iets nieuws sinds je laatst keek." in page and "Schreef je" in page
    assert "Er wordt nu niets getoond." in page
    as_(mentor).get(f"/meekijken/{made.public_id}/")
    assert "Niets nieuws sinds je laatst keek." in text(as_(mentor).get("/meekijken/"))
    end_mentorship(mentorship=made, by=mentor, now=day(3))
    assert "Noor Jansen" not in text(as_(mentor).get("/meekijken/"))
