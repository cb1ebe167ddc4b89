"""Two worlds that differ only in what one person keeps private or sealed look the same to everybody else.

Rule 1 to 3 of the product, as a property: whatever Noor keeps for herself or has sealed (texts, answers, choices, and
how much of it there is), nothing that Marleen, a colleague, an outsider or a visitor can obtain through any entry of
the access list changes; and the other way round.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from django.db import transaction
from django.http import HttpResponse
from django.test import Client, override_settings
from django.urls import reverse
from hypothesis import HealthCheck, Phase
from hypothesis import strategies as st

from samenstroom.accounts.models import Person
from samenstroom.kit import clock, tokens
from samenstroom.mail.models import OutgoingMail
from samenstroom.mail.outbox import as_message
from samenstroom.watch.queries import noticed
from tests.house.access_list import ENTRIES, Entry
from tests.worlds import NOW, Secrets, World, build_world
from tests.worlds_connections import SHARED_ONLY

STEP = st.sampled_from([None, 1, 2, 3, 4, 5])
STEPS = st.tuples(*[STEP] * 8)
WORDS = st.text(
    alphabet=st.characters(min_codepoint=32, max_codepoint=0x2FF, exclude_characters="\x7f"), min_size=1, max_size=80
)
SECRETS = st.builds(
    Secrets,
    values=STEPS,
    guess=STEP,
    appreciation=WORDS,
    remark=WORDS,
    remark_choice=st.sampled_from(["now", "talk", "mine"]),
    private_lines=st.lists(WORDS, max_size=3).map(tuple),
    own_stage=st.sampled_from([None, "farewell", "explore"]),
    origin=st.sampled_from(["", "referral", "online"]),
    own_checkins=st.lists(STEPS, max_size=3).map(tuple),
    carrying_on=st.lists(STEP, max_size=2).map(tuple),
    helped=st.sampled_from(["yes", "partly", "no"]),
    sets_aside=st.booleans(),
    has_draft=st.booleans(),
    feelings=st.lists(st.integers(1, 5), max_size=3).map(tuple),
    more=st.integers(0, 3),
)

MUCH = Secrets(
    values=(1, None, 5, 1, 2, 3, 1, 1), guess=1, appreciation="Veel.", remark="Heel veel.", remark_choice="now",
    private_lines=("Een.", "Twee."), own_stage="farewell", origin="online", own_checkins=((1,) * 8, (5,) * 8),
    carrying_on=(1, 5), helped="no", sets_aside=True, has_draft=True, feelings=(1, 1, 1), more=3,
)  # fmt: skip
"""Somebody who keeps a great deal to herself."""

NORMALISED: tuple[tuple[str, str], ...] = (
    (r'name="csrfmiddlewaretoken" value="[^"]+"', "csrf"),  # new for each page, says nothing
)
"""The one, listed normaliser: everything else must be equal to the byte."""

CLOCK_HEADERS = frozenset({"Expires", "Content-Length"})
"""Headers of the server's own clock, and one that follows from the body."""

ASKED_AGAIN = frozenset(
    {"today", "collaboration", "logbook", "shared", "checkins", "rhythm", "as_other", "history", "signals"}
)
"""Pages on which an act shows: they are asked once more after all POSTs."""

QUICK: dict[str, Any] = {
    "deadline": None, "database": None, "suppress_health_check": list(HealthCheck), "phases": [Phase.generate],
}  # fmt: skip
"""A pair takes seconds: no deadline, and no shrinking, which would take minutes."""

OTHERS = ("anonymous", "marleen", "karin", "kim", "ruben", "ellen", SHARED_ONLY)
OTHERS_OF_MARLEEN = ("anonymous", "noor", "karin", "kim", "ruben", "ellen")
"""Noor and her program see the same of Marleen, so the program is not asked again."""


class Undo(Exception):
    """Leaves no world behind."""


def seen_by(persona: str, noor_keeps: Secrets, marleen_keeps: Secrets) -> dict[str, str]:
    """Everything this persona can obtain: each entry by GET, then each by POST, and the mail she gets."""
    found: dict[str, str] = {}
    try:
        # Mail is written, so that it can be compared too.
        with override_settings(MAIL_MODE="preview"), transaction.atomic(), clock.frozen(at=NOW):
            world = build_world(noor_keeps, marleen_keeps)
            Person.objects.filter(pk=world.marleen.pk).update(email="marleen@example.org")
            found |= _asks(persona, world)
            raise Undo
    except Undo:
        return found


def _asks(persona: str, world: World) -> dict[str, str]:
    client = Client(raise_request_exception=True)
    person: Person | None = None if persona in ("anonymous", SHARED_ONLY) else getattr(world, persona)
    if person is not None:
        client.force_login(person)
    marks = _marks(world, person)
    found = {"marks": ",".join(marks)}
    token = world.tokens.get(f"api_{persona}", "")
    entries = [one for one in ENTRIES if persona != SHARED_ONLY or one.is_for_programs]
    for number, entry in enumerate(entries):
        with tokens.seeded(5000 + number):
            found[f"GET {entry.name}"] = _told(entry.ask(client, _address(entry, world, marks), token))
    for number, entry in enumerate(entries):
        # Before the POSTs: one of those opens an envelope of both, and what was in it may be found from then on.
        if entry.name.endswith(":search"):
            with tokens.seeded(8000 + number):
                found[f"SOUGHT {entry.name}"] = _told(client.get(_address(entry, world, marks), {"q": "ee"}))
    for number, entry in enumerate(entries):
        if entry.post is not None:
            with tokens.seeded(6000 + number):
                found[f"POST {entry.name}"] = _told(entry.send(client, _address(entry, world, marks), token))
    for number, entry in enumerate(entries):
        if entry.name.split(":")[-1] in ASKED_AGAIN:
            with tokens.seeded(7000 + number):
                found[f"AFTER {entry.name}"] = _told(entry.ask(client, _address(entry, world, marks), token))
    return found | _mail(person)


def _marks(world: World, person: Person | None) -> list[str]:
    """The findings this person is told; someone else's marks are not hers to try."""
    if person is None or person.pk not in (world.noor.pk, world.marleen.pk, world.kim.pk):
        return []
    return [one.mark for one in noticed(world.visit(person, world.first))]


def _address(entry: Entry, world: World, marks: list[str]) -> str:
    return reverse(entry.name, kwargs=dict(entry.parts(world, marks[0] if marks else "0" * 24)))


def _told(response: HttpResponse | Any) -> str:
    """Status, headers that speak, and body."""
    body = response.content.decode()
    for pattern, word in NORMALISED:
        body = re.sub(pattern, word, body)
    headers = {key: value for key, value in response.headers.items() if key not in CLOCK_HEADERS}
    return f"{response.status_code}\n{sorted(headers.items())}\n{body}"


def _mail(person: Person | None) -> dict[str, str]:
    if person is None:
        return {}
    mails = OutgoingMail.objects.filter(to_email=Person.objects.get(pk=person.pk).email or "-").order_by("unique_key")
    messages = [(mail.unique_key, as_message(mail)) for mail in mails]
    return {
        f"MAIL {key}": f"{message.subject}\n{message.extra_headers}\n{message.body}\n{message.alternatives}\n"
        f"{message.attachments}"
        for key, message in messages
    }


def differences(one: dict[str, str], other: dict[str, str]) -> list[str]:
    """Which entries told something else."""
    return sorted(key for key in {*one, *other} if one.get(key) != other.get(key))


@cache
def usually_seen_by(persona: str) -> dict[str, str]:
    """What this persona can obtain when everybody keeps what people usually keep. Looked at once for each process."""
    return seen_by(persona, Secrets(), Secrets())
