"""What the two worlds hold of asking around and trying first: a reference of Noor's, and a trial on the table."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from samenstroom.collaborations.models import Seat
from samenstroom.exchanges.actions import draft_answer, save_answers
from samenstroom.exploring.actions.references import (
    ask_reference,
    claim_reference,
    mint_reference_link,
    note_reference,
    send_reference,
)
from samenstroom.exploring.actions.room import save_asked, save_room
from samenstroom.exploring.actions.trials import Terms, agree_trial, begin_evaluation, propose_trial
from samenstroom.exploring.models import Trial
from samenstroom.kit import tokens
from samenstroom.rules.trials import Pay

if TYPE_CHECKING:
    from samenstroom.accounts.models import Person
    from tests.worlds import Secrets, World

TERMS = Terms(
    scope="Drie mails schrijven.", starts_on=date(2026, 4, 1), ends_on=date(2026, 4, 10), pay=Pay.PRICE.value,
    price="250", hours="", rate="", questions=["Loopt het overleg vanzelf?"],
)  # fmt: skip


def add_asking(world: World, noor_keeps: Secrets, marleen_keeps: Secrets, start: datetime) -> None:
    """One answered reference of Noor's, her own room, and a trial that is over and that nobody sent a look back on."""
    _reference(world, noor_keeps, start)
    save_room(person=world.noor, hours=None, income=None, energy=noor_keeps.guess, now=start)
    save_asked(
        person=world.noor, collaboration=world.first, hours=None, income=None, energy=noor_keeps.guess,
        starts_on=None, is_running=noor_keeps.sets_aside, now=start,
    )  # fmt: skip
    trial = _trial(world, start)
    for person, keeps in ((world.noor, noor_keeps), (world.marleen, marleen_keeps)):
        if keeps.has_draft:
            _looks_back(trial, _seat(person, world), keeps, start)
    world.own |= {"trial": trial.public_id}


def _seat(person: Person, world: World) -> Seat:
    return Seat.objects.select_related("party", "collaboration", "person").get(collaboration=world.first, person=person)


def _reference(world: World, keeps: Secrets, start: datetime) -> None:
    with tokens.seeded(120):
        asked = ask_reference(
            person=world.noor, collaboration=world.first, referee=keeps.remark or "Wim", relation="",
            words=keeps.appreciation, now=start,
        )  # fmt: skip
        mint_reference_link(reference=asked, now=start)
        key = claim_reference(reference=asked, key="", now=start)
    said = {"again": {"choice": "yes_again", "words": keeps.remark}}
    send_reference(reference=asked, key=key, said=said, now=start + timedelta(days=1))
    asked.refresh_from_db()
    note_reference(reference=asked, said=said, now=start)
    world.own |= {"reference": asked.public_id}


def _trial(world: World, start: datetime) -> Trial:
    with tokens.seeded(130):
        trial = propose_trial(seat=_seat(world.noor, world), terms=TERMS, now=start + timedelta(days=25))
        agree_trial(trial=trial, seat=_seat(world.marleen, world), now=start + timedelta(days=26))
    trial.refresh_from_db()
    return trial


def _looks_back(trial: Trial, seat: Seat, keeps: Secrets, start: datetime) -> None:
    """A draft, not sent: that she began is hers alone too."""
    with tokens.seeded(131):
        exchange = begin_evaluation(trial=trial, seat=seat, now=start + timedelta(days=60))
    save_answers(answer=draft_answer(exchange=exchange, seat=seat), answers={"themes_words": keeps.remark})
