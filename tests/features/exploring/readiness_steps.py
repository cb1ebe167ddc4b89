"""An open readiness test of Noor's, and somebody who sends her one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from samenstroom.accounts.models import Person
from samenstroom.exploring.models import ReadinessAnswer
from samenstroom.exploring.wording.readiness import questions, said
from samenstroom.flows.readiness import send_readiness
from samenstroom.profiles.actions.readiness import open_readiness_page, save_readiness_page
from samenstroom.profiles.models import ReadinessPage
from tests.people import START

SLUG = "noor-jansen"


def opened(person: Person, *, slug: str = SLUG, text: str = "Dag, ik ben Noor.", found: bool = False) -> ReadinessPage:
    """Her page, open for everybody with the address."""
    page = save_readiness_page(person=person, slug=slug, introduction=text, may_be_found=found)
    open_readiness_page(page=page, text=text, now=START)
    return page


def choices(*leans: str, **chosen: str) -> dict[str, str]:
    """For each question an answer that leans like this, in order; the rest is open. Named ones are chosen by id."""
    found = {}
    for number, question in enumerate(questions()):
        wanted = leans[number] if number < len(leans) else "open"
        ids = [one["id"] for one in question["options"] if one["lean"] == wanted]
        found[str(question["id"])] = str(ids[0]) if ids else wanted
    return found | chosen


def sent(
    page: ReadinessPage, *, now: datetime = START, chosen: Mapping[str, str] | None = None, token: str = "een formulier",
    sender: str = "192.0.2.1", name: str = "Marleen de Vries", contact: str = "06 12345678", words: str = "Tot gauw.",
) -> ReadinessAnswer:  # fmt: skip
    """Marleen sends her test."""
    send_readiness(
        page=page, answers=said(chosen or choices()), name=name, contact=contact, words=words, version="1",
        token=token, sender=sender, now=now,
    )  # fmt: skip
    return ReadinessAnswer.objects.order_by("-pk")[0]
