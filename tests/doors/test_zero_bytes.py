"""A zero byte in an address, a cookie or a form gives words and never a fault, on every database."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.conf import settings
from django.db import DataError
from django.test import Client, RequestFactory
from django.urls import URLPattern, get_resolver, reverse

from samenstroom.config.middleware import NoZeroByte
from samenstroom.profiles.models import Boundary
from tests.people import noor

pytestmark = pytest.mark.django_db


@pytest.fixture
def at_home(client: Client) -> Client:
    client.force_login(noor())
    return client


def routes(patterns: Any, before: str = "/") -> list[str]:
    found = []
    for one in patterns:
        here = before + str(one.pattern)
        found += [here] if isinstance(one, URLPattern) else routes(one.url_patterns, here)
    return found


def test_an_address_with_one_is_nowhere(at_home: Client) -> None:
    anything = [one for one in routes(get_resolver().url_patterns) if "<str:" in one]  # the others take no such sign
    asked = [re.sub("<[^>]*>", "2", one.replace("<str:", "a%00b<")) for one in anything]
    assert "/l/a%00b2/" in asked
    assert {here: at_home.get(here).status_code for here in asked} == dict.fromkeys(asked, 404)


def test_a_question_behind_an_address_with_one_is_refused_with_words(at_home: Client) -> None:
    answer = at_home.get("/zoeken/?q=a%00b")
    assert answer.status_code == 400
    assert "Dit konden we niet lezen" in answer.text


def test_a_cookie_with_one_was_not_sent(client: Client) -> None:
    client.cookies[settings.SESSION_COOKIE_NAME] = "aaaaaaaa\x00aaaaaaaa"
    assert client.get(reverse("workspace:boundaries")).status_code == 302


def test_a_form_says_it_next_to_the_field_and_keeps_nothing(at_home: Client) -> None:
    answer = at_home.post(reverse("workspace:boundary_new"), {"topic": "availability", "words": "a\x00b"})
    assert answer.status_code == 422
    assert "Null-tekens" in answer.text
    assert not Boundary.objects.exists()


def test_what_the_database_refuses_is_refused_with_words_and_another_fault_stays_one() -> None:
    look = NoZeroByte(lambda _request: None)  # type: ignore[arg-type, return-value]
    request = RequestFactory().post("/")
    refused = look.process_exception(request, DataError("PostgreSQL text fields cannot contain NUL (0x00) bytes"))
    assert refused is not None and refused.status_code == 400
    assert look.process_exception(request, DataError("value too long for type character varying(20)")) is None
