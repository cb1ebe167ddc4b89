"""Data to measure on, made through the real actions: people, collaborations, rounds that both answered."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.db import transaction

from samenstroom.accounts.models import Person
from samenstroom.accounts.practices import start_practice
from samenstroom.checkins import actions as checkins
from samenstroom.checkins.models import Round
from samenstroom.collaborations.actions import make_link, start_collaboration, write_line
from samenstroom.collaborations.models import Collaboration, Seat
from samenstroom.flows.claiming import claim_as, claim_by_code
from samenstroom.flows.rounds import sweep_rounds
from samenstroom.rules.dimensions import ITEMS

START = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
WEEKS = 2  # between two rounds
PASSWORD = "een zin die je onthoudt"


@dataclass(frozen=True)
class World:
    """One person with an account, who she works with, and the day on which we look."""

    person: Person
    other: Person
    tables: tuple[Collaboration, ...]
    now: datetime

    @property
    def table(self) -> Collaboration:
        """The collaboration whose pages are measured."""
        return self.tables[0]

    def days(self) -> list[Round]:
        """The rounds of that collaboration, newest first."""
        return list(Round.objects.filter(collaboration=self.table).order_by("-number"))


@transaction.atomic
def worlds(sizes: list[int], *, rounds: int) -> list[World]:
    """For each size a person with so many collaborations, each with so many opened rounds and one that waits."""
    made = [_world(number, size) for number, size in enumerate(sizes)]
    for number in range(rounds):
        moment = START + number * timedelta(weeks=WEEKS)
        if number:
            sweep_rounds(now=moment)
        for world in made:
            for table in world.tables:
                _both_answer(table, number, moment)
    now = START + rounds * timedelta(weeks=WEEKS)
    sweep_rounds(now=now)
    return [World(one.person, one.other, one.tables, now + timedelta(hours=2)) for one in made]


def _world(number: int, size: int) -> World:
    person = Person.objects.create_user(
        f"noor{number}@example.org", PASSWORD, name="Noor Jansen", account_since=START, created_at=START
    )
    start_practice(person=person, name="Praktijk Noor", now=START)
    other: Person | None = None
    tables = []
    for index in range(size):
        table = start_collaboration(
            by=person, name=f"Studio {index + 1}", other_name="Marleen de Vries", kind="client_va", country="NL",
            stage="work", origin="", now=START,
        )  # fmt: skip
        other = _sit_down(table, other)
        _agree_on_rhythm(table)
        tables.append(table)
    assert other is not None
    return World(person, other, tuple(tables), START)


def _sit_down(table: Collaboration, other: Person | None) -> Person:
    mine, free = _seats(table)
    link = make_link(by=mine, other=free, channel="copy", now=START).link
    if other is None:
        return claim_by_code(link=link, code="blauwe fiets", language="nl", now=START)
    return claim_as(link=link, person=other, now=START)


def _agree_on_rhythm(table: Collaboration) -> None:
    mine, theirs = _seats(table)
    rhythm = checkins.propose_rhythm(seat=mine, weeks=WEEKS, now=START)
    checkins.accept_rhythm(rhythm=rhythm, seat=theirs, now=START)


def _seats(table: Collaboration) -> list[Seat]:
    return list(
        Seat.objects.filter(collaboration=table)
        .select_related("party", "collaboration", "person", "invitee")
        .order_by("pk")
    )


def _both_answer(table: Collaboration, number: int, moment: datetime) -> None:
    """Answers that move a little, and a line in the logbook, so that pages have something to tell."""
    round_ = Round.objects.filter(collaboration=table).order_by("-number")[0]
    for side, seat in enumerate(_seats(table)):
        draft = checkins.draft_answer(round_=round_, seat=seat, party=seat.party)
        steps = {item: 2 + (number + at + side * number) % 4 for at, item in enumerate(ITEMS)}
        checkins.save_values(answer=draft, values=steps)
        checkins.save_words(answer=draft, appreciation="Fijn dat je belde.", remark="De planning.", remark_choice="now")
        checkins.send_answer(answer=draft, now=moment + timedelta(hours=1 + side))
        write_line(seat=seat, kind="talk_held", now=moment, note="We spraken elkaar even.")
