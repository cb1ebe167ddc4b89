"""The named people of all tests, and how they get to a table: through the real actions, with time as an argument.

Noor is a virtual assistant with an account, Karin a colleague in her practice, Marleen a client behind a personal
link, Ruben an outsider with an account of his own.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from samenstroom.accounts.models import Person
from samenstroom.accounts.practices import (
    accept_invitation,
    find_invitation,
    invite_colleague,
    practice_of,
    start_practice,
)
from samenstroom.checkins import actions
from samenstroom.checkins.models import Answer, Rhythm, Round
from samenstroom.collaborations.actions import make_link, start_collaboration
from samenstroom.collaborations.models import Collaboration, Seat
from samenstroom.collaborations.visits import Visit, visit_of
from samenstroom.flows.claiming import claim_by_code
from samenstroom.rules.dimensions import ITEMS

START = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
"""Day 0: a Monday in winter, ten o'clock in Amsterdam."""

CODE = "blauwe fiets"
"""The code Marleen chose when she claimed her link."""

PASSWORD = "een zin die je onthoudt"
"""The password of everyone with an account."""


def day(n: int, hour: int = 9, minute: int = 0) -> datetime:
    """The moment `n` days after day 0, at this hour (UTC; ten in the morning in Amsterdam by default)."""
    return (START + timedelta(days=n)).replace(hour=hour, minute=minute)


def noor(*, now: datetime = START) -> Person:
    """Noor Jansen, with an account and a practice of her own."""
    return with_account("Noor Jansen", "noor@voorbeeld.nl", now=now)


def ruben(*, now: datetime = START) -> Person:
    """Ruben Smit, who has an account and nothing to do with Noor or Marleen."""
    return with_account("Ruben Smit", "ruben@voorbeeld.nl", now=now)


def with_account(name: str, email: str, *, now: datetime = START, language: str = "nl") -> Person:
    """Somebody with an account and a practice that has her name."""
    person = Person.objects.create_user(
        email, PASSWORD, name=name, account_since=now, created_at=now, language=language
    )
    start_practice(person=person, name=f"Praktijk {name}", now=now)
    return person


def with_proven_address(person: Person) -> Person:
    """She filled in the code that was mailed to her address."""
    Person.objects.filter(pk=person.pk).update(email_confirmed_at=START)
    person.refresh_from_db()
    return person


def karin(*, colleague_of: Person, now: datetime = START) -> Person:
    """Karin de Boer, who joined this person's practice; she was shown no collaboration yet."""
    person = Person.objects.create_user(
        "karin@voorbeeld.nl", PASSWORD, name="Karin de Boer", account_since=now, created_at=now
    )
    practice = practice_of(colleague_of)
    assert practice is not None
    invitation = find_invitation(invite_colleague(practice=practice, by=colleague_of, now=now), now)
    assert invitation is not None
    accept_invitation(invitation=invitation, person=person, now=now)
    return person


def started(
    by: Person, *, now: datetime = START, stage: str = "work", name: str = "Studio Lindenhof", origin: str = ""
) -> Collaboration:
    """A collaboration with Marleen de Vries, whose seat is still free."""
    return start_collaboration(
        by=by,
        name=name,
        other_name="Marleen de Vries",
        kind="client_va",
        country="NL",
        stage=stage,
        origin=origin,
        now=now,
    )


def marleen_at(collaboration: Collaboration, *, now: datetime = START, code: str = CODE) -> Person:
    """Marleen claims a copy of her link with a code of her own and sits down."""
    first, free = collaboration.seats.order_by("pk")[:2]
    minted = make_link(by=first, other=free, channel="copy", now=now)
    return claim_by_code(link=minted.link, code=code, language="nl", now=now)


def seat_of(person: Person, collaboration: Collaboration) -> Seat:
    """Her seat at this table, fresh from the database."""
    return Seat.objects.select_related("party", "collaboration", "person", "invitee").get(
        collaboration=collaboration, person=person
    )


def visit(person: Person, collaboration: Collaboration, *, now: datetime = START) -> Visit:
    """She looks at the collaboration at this moment; she has to have a seat there."""
    found = visit_of(person, collaboration.public_id, now)
    assert found is not None, f"{person} has no seat here"
    return found


@dataclass(frozen=True)
class Together:
    """Two people at one table."""

    collaboration: Collaboration
    noor: Person
    marleen: Person

    @property
    def noors_seat(self) -> Seat:
        return seat_of(self.noor, self.collaboration)

    @property
    def marleens_seat(self) -> Seat:
        return seat_of(self.marleen, self.collaboration)

    def seen_by_noor(self, now: datetime = START) -> Visit:
        """Noor looks."""
        return visit(self.noor, self.collaboration, now=now)

    def seen_by_marleen(self, now: datetime = START) -> Visit:
        """Marleen looks."""
        return visit(self.marleen, self.collaboration, now=now)

    @property
    def round(self) -> Round:
        """The newest round."""
        return Round.objects.filter(collaboration=self.collaboration).order_by("-number")[0]


def together(
    *, stage: str = "work", weeks: int = 1, now: datetime = START, with_rhythm: bool = True, by: Person | None = None
) -> Together:
    """Noor and Marleen at one table, with a rhythm Marleen said yes to: so round 1 is open."""
    me = by or noor(now=now)
    collaboration = started(me, now=now, stage=stage)
    table = Together(collaboration, me, marleen_at(collaboration, now=now))
    if with_rhythm:
        agree_on_rhythm(table, weeks=weeks, now=now)
    return table


def agree_on_rhythm(table: Together, *, weeks: int = 1, now: datetime = START) -> Rhythm:
    """Noor proposes, Marleen says yes; round 1 opens at once when none was waiting."""
    rhythm = actions.propose_rhythm(seat=table.noors_seat, weeks=weeks, now=now)
    actions.accept_rhythm(rhythm=rhythm, seat=table.marleens_seat, now=now)
    return rhythm


def answer(
    round_: Round, seat: Seat, *, now: datetime | None = None, send: bool = True, every: int | None = 4, **given: object
) -> Answer:
    """She answers through draft, save and send. `every` is the step of each item that is not named.

    Named are items (`flow=2`, `trust=None`), `guess`, `appreciation`, `remark` and `remark_choice` (`now`, `talk`,
    `mine`). Without `now` she sends at noon of the day the round opened.
    """
    words = {key: str(given.pop(key, "")) for key in ("appreciation", "remark", "remark_choice")}
    guess = given.pop("guess", None)
    assert not set(given) - set(ITEMS), f"unknown: {sorted(set(given) - set(ITEMS))}"
    draft = actions.draft_answer(round_=round_, seat=seat, party=seat.party)
    actions.save_values(answer=draft, values={**dict.fromkeys(ITEMS, every), **given})  # type: ignore[dict-item]
    if guess is not None:
        actions.save_guess(answer=draft, guess=int(str(guess)))
    if any(words.values()):
        actions.save_words(answer=draft, **words)
    if send:
        noon = datetime(round_.opened_on.year, round_.opened_on.month, round_.opened_on.day, 12, tzinfo=UTC)
        actions.send_answer(answer=draft, now=now or noon)
    return Answer.objects.select_related("round", "seat").get(pk=draft.pk)
