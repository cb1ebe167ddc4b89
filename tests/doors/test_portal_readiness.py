"""The public readiness test: nothing is kept until it is sent, and then exactly one thing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.test import Client

from samenstroom.exploring.models import ReadinessAnswer
from samenstroom.kit import clock
from samenstroom.profiles.actions.readiness import close_readiness_page
from tests.features.exploring.readiness_steps import choices, opened
from tests.people import START, karin, noor, ruben

pytestmark = pytest.mark.django_db
HERE = "/klaar-voor/noor-jansen/"
SEND = f"{HERE}versturen/"
WORDS = {"name": "Marleen de Vries", "contact": "", "words": "Tot gauw.", "once": "een formulier", "website": ""}


@pytest.fixture(autouse=True)
def at_start() -> Iterator[None]:
    with clock.frozen(at=START):
        yield


def rows() -> dict[str, int]:
    """How many rows each table holds."""
    return {model._meta.label: model._base_manager.count() for model in apps.get_models()}


def text_of(response: Any) -> str:
    return str(response.content.decode())


def test_not_sent_is_not_one_row_more_in_any_table() -> None:
    opened(noor())
    client, before = Client(), rows()
    client.get(HERE)
    mirror = client.post(HERE, choices("closed", "mixed", "unknown"))
    assert mirror.status_code == 200 and "Jouw spiegel" in text_of(mirror)
    client.post(HERE, {**choices(), "change": "1"})
    client.post(HERE, {"letting_go": "hand_over"})
    client.post(SEND, {**choices(), **WORDS, "name": ""})
    client.post(SEND, {**choices(), **WORDS, "website": "https://voorbeeld.nl"})
    assert rows() == before
    assert set(client.cookies) <= {"samenstroom_csrf"}, "no cookie but the one that protects the form"


def test_sent_twice_is_exactly_one_and_the_page_says_what_happens_now() -> None:
    opened(noor())
    before = rows()
    for _ in range(2):
        answer = Client().post(SEND, {**choices(), **WORDS}, follow=True)
        assert answer.redirect_chain == [(f"{HERE}verstuurd/", 302)] and "Wat gebeurt er nu?" in text_of(answer)
    more = {name: count - before[name] for name, count in rows().items() if count != before[name]}
    assert more == {"exploring.ReadinessAnswer": 1, "accounts.Try": 2}


def test_a_question_without_an_answer_keeps_the_others() -> None:
    opened(noor())
    given = choices()
    del given["paying"]
    answer = Client().post(HERE, given)
    assert answer.status_code == 422
    assert text_of(answer).count(" checked") == 9 and "Fout:" in text_of(answer)


def test_changing_shows_the_questions_with_what_was_chosen() -> None:
    opened(noor())
    answer = Client().post(HERE, {**choices("unknown"), "change": "1"})
    assert answer.status_code == 200 and text_of(answer).count(" checked") == 10


@pytest.mark.parametrize("wrong", [{"letting_go": "hacked"}, {"paying": ""}, {"once": ""}, {"once": "x" * 65}])
def test_what_was_tampered_with_gets_a_clear_page_and_is_not_kept(wrong: dict[str, str]) -> None:
    opened(noor())
    answer = Client().post(SEND, {**choices(), **WORDS, **wrong})
    assert answer.status_code == 422 and "Je antwoorden kwamen niet goed aan" in text_of(answer)
    assert not ReadinessAnswer.objects.exists()


@pytest.mark.parametrize("field", ["name", "contact", "words"])
def test_what_is_too_long_is_said_and_nothing_is_lost(field: str) -> None:
    opened(noor())
    long = "🌱مرحبا<script>" * 4000
    answer = Client().post(SEND, {**choices(), **WORDS, field: long})
    assert answer.status_code == 422 and "Dit is wat lang" in text_of(answer)
    assert "مرحبا&lt;script&gt;" in text_of(answer) and "<script>🌱" not in text_of(answer)
    assert not ReadinessAnswer.objects.exists()


def test_emoji_and_tags_arrive_as_they_were_written() -> None:
    me = noor()
    opened(me, text="Dag <b>jij</b> 🌱")
    client = Client()
    assert "Dag &lt;b&gt;jij&lt;/b&gt; 🌱" in text_of(client.get(HERE))
    client.post(SEND, {**choices(), **WORDS, "words": "שלום <script>alert(1)</script> 🌱"})
    client.force_login(me)
    page = text_of(client.get(f"/ik/zelftest/binnen/{ReadinessAnswer.objects.get().public_id}/"))
    assert "שלום &lt;script&gt;alert(1)&lt;/script&gt; 🌱" in page


def test_too_often_is_told_kindly_and_keeps_what_she_wrote() -> None:
    opened(noor())
    for number in range(5):
        Client().post(SEND, {**choices(), **WORDS, "once": str(number)})
    answer = Client().post(SEND, {**choices(), **WORDS, "once": "zes", "words": "Mijn lange verhaal."})
    assert answer.status_code == 429
    assert "later opnieuw" in text_of(answer) and "Mijn lange verhaal." in text_of(answer)
    assert ReadinessAnswer.objects.count() == 5


def test_unknown_and_closed_are_the_same_friendly_page() -> None:
    page = opened(noor())
    close_readiness_page(page=page, now=START)
    client = Client()
    closed, unknown = client.get(HERE), client.get("/klaar-voor/niemand/")
    assert closed.status_code == unknown.status_code == 404
    assert "Deze pagina is er nu niet" in text_of(closed)
    same = [re.sub(r'value="\w{64}"', "", text_of(one)).replace("noor-jansen", "niemand") for one in (closed, unknown)]
    assert same[0] == same[1]
    assert client.post(SEND, {**choices(), **WORDS}).status_code == 404
    assert not ReadinessAnswer.objects.exists()


@pytest.mark.parametrize("found", [True, False])
def test_search_engines_see_the_page_only_when_she_wants_that(found: bool) -> None:
    opened(noor(), found=found)
    client = Client()
    response = client.get(HERE)
    assert ("noindex" in response.headers.get("X-Robots-Tag", "")) is not found
    assert ("noindex" in text_of(response)) is not found
    assert "noindex" in client.post(HERE, choices()).headers["X-Robots-Tag"]
    assert "no-store" in response.headers["Cache-Control"]


def test_the_page_speaks_english_too() -> None:
    opened(noor())
    client = Client()
    client.post("/taal/", {"language": "en", "next": HERE})
    assert "Ready to work together in mutual trust?" in text_of(client.get(HERE))
    assert "Your mirror" in text_of(client.post(HERE, choices()))


def test_nobody_else_reads_what_was_sent() -> None:
    me = noor()
    opened(me)
    Client().post(SEND, {**choices(), **WORDS})
    answer = ReadinessAnswer.objects.get()
    here = f"/ik/zelftest/binnen/{answer.public_id}/"
    for other in (ruben(), karin(colleague_of=me)):
        client = Client()
        client.force_login(other)
        assert "Marleen" not in text_of(client.get("/ik/zelftest/binnen/"))
        assert "zelftest" not in text_of(client.get("/vandaag/")).lower()
        assert {client.get(here).status_code, client.get(f"{here}beginnen/").status_code} == {404}
        assert client.post(f"{here}weggooien/").status_code == 404
    assert ReadinessAnswer.objects.count() == 1
