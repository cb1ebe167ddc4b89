"""Somebody at the beginning of a goodbye, and how she goes through its pages."""

from __future__ import annotations

import re
from typing import Any

from django.conf import settings
from django.test import Client

from samenstroom.exploring.actions.feelings import note_feeling
from tests import people
from tests.journeys.conftest import Arrive
from tests.journeys.crawl import pages_of
from tests.journeys.someone import Someone


def noor_works(arrive: Arrive, site: str, **how: Any) -> Someone:
    """Noor with an account and a collaboration that runs; she noted a feeling once."""
    person = people.noor()
    table = people.started(person)
    note_feeling(
        person=person, collaboration=table, step=2, sussed=False, words="Weer een bericht om tien uur.", subject="",
        prediction="", percent=None, known_on=None, now=people.START,
    )  # fmt: skip
    client = Client()
    client.force_login(person)
    someone = arrive("Noor", **how)
    key = client.cookies[settings.SESSION_COOKIE_NAME].value
    someone.page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": key, "url": site}])
    someone.has_account = True
    someone.home = f"{site}/s/{table.public_id}/"
    return someone


def everything(someone: Someone) -> str:
    """All pages she can get to, as one text."""
    return "\n".join(text for _address, text in sorted(pages_of(someone).items()))


def to_steps(noor: Someone) -> None:
    noor.go_home()
    noor.follow("Afscheid", inside=noor.page.get_by_role("region", name="In je binnenzak"))


def begins(noor: Someone, way: str) -> None:
    to_steps(noor)
    noor.page.get_by_role("radio", name=re.compile(f"^{way}")).check()
    noor.press("Begin rustig")


def ticks(noor: Someone, words: str) -> None:
    noor.page.get_by_role("checkbox", name=re.compile(words)).check()


def picks(noor: Someone, words: str) -> None:
    noor.page.get_by_role("radio", name=re.compile(f"^{words}")).check()


def on(noor: Someone) -> None:
    noor.press("Bewaar en ga verder")


def people_link(noor: Someone) -> str:
    """The link she made for Marleen; without scripts it is on the page just the same."""
    noor.go_home()
    return noor.copy_link()
