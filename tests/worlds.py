"""Two people and those around them, made through the real actions, in worlds that differ only in private content.

`build_world` makes the same shared history every time. What `Secrets` says goes into what Noor (or Marleen) keeps for
herself or has sealed: texts, answers, choices, how many there are. Each shared step has a seed of its own for ids.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from samenstroom.accounts import practices
from samenstroom.accounts.links import mint_link
from samenstroom.accounts.models import Person
from samenstroom.adjusting.actions.talks import start_talk, write_talk
from samenstroom.checkins import actions as checkins
from samenstroom.checkins.models import Answer, Repair, Rhythm, Round
from samenstroom.collaborations import actions
from samenstroom.collaborations.models import Collaboration, Seat
from samenstroom.collaborations.visits import Visit, visit_of
from samenstroom.exploring.actions.feelings import note_feeling
from samenstroom.flows.claiming import claim_as, claim_by_code
from samenstroom.flows.rounds import sweep_rounds
from samenstroom.kit import clock, tokens
from samenstroom.rules.dimensions import FLOW, Dimension
from samenstroom.rules.visibility import Circle
from samenstroom.watch import actions as watch
from samenstroom.watch.queries import noticed
from tests.numbering import number_anew
from tests.worlds_parts import add_parts
from tests.worlds_profile import own_profile

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)  # a Monday
NOW = datetime(2026, 5, 12, 10, 0, tzinfo=UTC)
CODE = "groene fiets"

Values = Mapping[str, int | None]


@dataclass(frozen=True)
class Secrets:
    """What one person keeps private or has sealed."""

    values: tuple[int | None, ...] = (3,) * 8
    guess: int | None = None
    appreciation: str = "dank"
    remark: str = "geheim"
    remark_choice: str = "mine"
    private_lines: tuple[str, ...] = ()
    own_stage: str | None = None
    origin: str = ""
    own_checkins: tuple[tuple[int | None, ...], ...] = ()
    carrying_on: tuple[int | None, ...] = ()
    helped: str = "yes"
    sets_aside: bool = False
    has_draft: bool = False
    feelings: tuple[int, ...] = ()
    more: int = 0
    """How many more scans, decisions, references, boundaries and the like she keeps (Noor only)."""


@dataclass
class World:
    """Handles to what was made."""

    noor: Person
    marleen: Person
    karin: Person
    kim: Person
    ruben: Person
    first: Collaboration
    second: Collaboration
    alone: Collaboration
    tokens: dict[str, str] = field(default_factory=dict)
    own: dict[str, str] = field(default_factory=dict)
    """Public ids of Noor's own private things, the same in every world, for others to try in vain."""
    ellen: Person | None = None
    """The mentor whom Noor lets look along; a part of the world makes her."""

    def visit(self, person: Person, table: Collaboration) -> Visit:
        """The visit of this person at NOW."""
        found = visit_of(person, table.public_id, NOW)
        assert found is not None
        return found


@contextmanager
def step(number: int) -> Iterator[None]:
    """One shared step with random ids of its own, so that private things cannot shift them."""
    with tokens.seeded(number):
        yield


def as_values(steps: tuple[int | None, ...]) -> dict[str, int | None]:
    """Eight steps in the order of the items, flow first."""
    return dict(zip([FLOW, *(d.value for d in Dimension)], steps, strict=True))


def person(name: str, email: str, number: int) -> Person:
    """Someone with an account and a practice of her own."""
    with step(number):
        made = Person.objects.create_user(
            email, "een goed wachtwoord", name=name, account_since=START, created_at=START
        )
        practices.start_practice(person=made, name=f"Praktijk {name}", now=START)
    return made


def build_world(noor_keeps: Secrets, marleen_keeps: Secrets) -> World:
    """Noor and Marleen at two tables, Noor alone at a third, two colleagues, an outsider."""
    number_anew()
    noor = person("Noor van Dalen", "noor@example.org", 1)
    karin = person("Karin Smit", "karin@example.org", 2)
    kim = person("Kim Bos", "kim@example.org", 3)
    ruben = person("Ruben Vos", "ruben@example.org", 4)
    practice = practices.practice_of(noor)
    assert practice
    for number, colleague in ((5, karin), (6, kim)):
        with step(number):
            token = practices.invite_colleague(practice=practice, by=noor, now=START)
            invitation = practices.find_invitation(token, START)
            assert invitation
            practices.accept_invitation(invitation=invitation, person=colleague, now=START)
    first = _start(noor, "Studio Linde", "Marleen de Wit", 10, noor_keeps.origin)
    marleen = _claim(noor, first, None, 20)
    second = _start(noor, "Winkel Linde", "Marleen de Wit", 30, "")
    _claim(noor, second, marleen, 40)
    alone = _start(noor, "Stille Zaak", "Irene Hofman", 50, "")
    with step(60):
        actions.show_colleague(by=_seat(noor, first), colleague=kim, now=START)
    world = World(noor, marleen, karin, kim, ruben, first, second, alone)
    _history(world, noor_keeps, marleen_keeps)
    _private(world, noor, noor_keeps)
    _private(world, marleen, marleen_keeps)
    _link_states(world)
    _owned(world, noor_keeps)
    add_parts(world, noor_keeps, marleen_keeps, START)
    return world


def _owned(world: World, keeps: Secrets) -> None:
    """One feeling and one talk of Noor's in every world; what is in them differs."""
    with step(110):
        feeling = note_feeling(
            person=world.noor, collaboration=world.first, step=2, sussed=True, words=keeps.remark, subject="",
            prediction=keeps.appreciation, percent=30, known_on=date(2026, 5, 1), now=START,
        )  # fmt: skip
        talk = start_talk(visit=world.visit(world.noor, world.first), subject=keeps.remark, offered=["Een feit."])
    write_talk(talk=talk, effect=keeps.appreciation, need=keeps.remark)
    world.own |= {"feeling": feeling.public_id, "talk": talk.public_id}
    with step(111):
        world.own |= own_profile(world.noor, secret=keeps.remark, now=START)


def _start(by: Person, name: str, other: str, number: int, origin: str) -> Collaboration:
    with step(number):
        return actions.start_collaboration(
            by=by, name=name, other_name=other, kind="client_va", country="NL", stage="work", origin=origin, now=START
        )


def _seat(person: Person, table: Collaboration) -> Seat:
    return Seat.objects.select_related("collaboration", "party__practice", "person", "invitee").get(
        person=person, collaboration=table
    )


def _claim(by: Person, table: Collaboration, as_person: Person | None, number: int) -> Person:
    seat = Seat.objects.select_related("collaboration", "party", "invitee").get(collaboration=table, person=None)
    with step(number):
        minted = actions.make_link(by=_seat(by, table), other=seat, channel="copy", now=START)
        if as_person is None:
            return claim_by_code(link=minted.link, code=CODE, language="nl", now=START + timedelta(hours=1))
        return claim_as(link=minted.link, person=as_person, now=START + timedelta(hours=1))


def _rhythm(world: World, table: Collaboration, number: int) -> None:
    with step(number):
        rhythm: Rhythm = checkins.propose_rhythm(seat=_seat(world.noor, table), weeks=2, now=START)
        checkins.accept_rhythm(rhythm=rhythm, seat=_seat(world.marleen, table), now=START + timedelta(hours=2))


def _send(table: Collaboration, person: Person, values: Values, when: datetime, keeps: Secrets | None) -> None:
    """Answer the newest round; with `keeps` also what she keeps to herself in it."""
    seat = _seat(person, table)
    round_ = Round.objects.filter(collaboration=table).order_by("-number")[0]
    answer: Answer = checkins.draft_answer(round_=round_, seat=seat, party=seat.party)
    checkins.save_values(answer=answer, values=values)
    if keeps is not None:
        checkins.save_guess(answer=answer, guess=keeps.guess)
        checkins.save_words(
            answer=answer, appreciation=keeps.appreciation, remark=keeps.remark, remark_choice=keeps.remark_choice
        )
    with tokens.seeded(table.pk * 100_000 + round_.number * 1000 + (1 if person.name.startswith("Noor") else 2)):
        checkins.send_answer(answer=answer, now=when)


def _history(world: World, noor_keeps: Secrets, marleen_keeps: Secrets) -> None:
    """First table: two opened rounds, one closed with Noor's answer, one open that Noor has sent.

    Second table: one opened round, one open that Marleen has sent. A repair waits for the second look back.
    """
    good, less = as_values((4, 4, 5, 4, 4, 4, 4, 5)), as_values((4, 2, 4, 4, 4, 3, 4, 4))
    for table, number in ((world.first, 70), (world.second, 80)):
        _rhythm(world, table, number)
    kept_noor = Secrets(remark=noor_keeps.remark, remark_choice="mine", appreciation="Fijn dat je belde.")
    kept_marleen = Secrets(remark=marleen_keeps.remark, remark_choice="talk", appreciation="Je ziet alles.")
    for table in (world.first, world.second):
        _send(table, world.noor, good, START + timedelta(days=1), kept_noor)
        _send(table, world.marleen, good, START + timedelta(days=1, hours=1), kept_marleen)
    _repair(world, noor_keeps)
    _sweep(world, 90, START + timedelta(days=14))
    _send(world.first, world.noor, less, START + timedelta(days=15), None)
    _send(world.first, world.marleen, good, START + timedelta(days=15, hours=2), None)
    # Third round of the first table: only Noor sends; it closes when the fourth opens.
    _sweep(world, 91, START + timedelta(days=28))
    _send(world.first, world.noor, as_values(noor_keeps.values), START + timedelta(days=29), noor_keeps)
    _sweep(world, 92, START + timedelta(days=42))
    _send(world.first, world.noor, as_values(noor_keeps.values), START + timedelta(days=43), noor_keeps)
    _send(world.second, world.marleen, as_values(marleen_keeps.values), START + timedelta(days=43), marleen_keeps)
    with step(95):
        actions.write_line(
            seat=_seat(world.marleen, world.first), kind="invoice_overdue", now=START + timedelta(days=20),
            data={"amount": "1250", "days": 9}, note="De rekening van maart.",
        )  # fmt: skip
        actions.write_line(seat=_seat(world.noor, world.first), kind="talk_held", now=START + timedelta(days=21))
        actions.move_stage(seat=_seat(world.noor, world.first), stage="adjust", now=START + timedelta(days=22))


def _sweep(world: World, number: int, when: datetime) -> None:
    with step(number):
        sweep_rounds(now=when)


def _repair(world: World, noor_keeps: Secrets) -> None:
    round_ = Round.objects.filter(collaboration=world.first).order_by("number")[0]
    with step(85):
        repair: Repair = checkins.propose_repair(
            round_=round_, seat=_seat(world.noor, world.first), text="Na zes uur wachten we tot de ochtend.",
            owner=None, look_back_on=date(2026, 4, 1), now=START + timedelta(days=2),
        )  # fmt: skip
        checkins.agree_repair(repair=repair, seat=_seat(world.marleen, world.first), now=START + timedelta(days=3))
    repair.refresh_from_db()
    checkins.look_back(
        repair=repair, seat=_seat(world.noor, world.first), helped=noor_keeps.helped, now=START + timedelta(days=32)
    )


def _private(world: World, person: Person, keeps: Secrets) -> None:
    """Everything she keeps to herself at the first table; it draws its ids from the free source."""
    seat = _seat(person, world.first)
    for number, text in enumerate(keeps.private_lines):
        actions.write_line(seat=seat, kind="note", circle=Circle.PRIVATE, now=START + timedelta(days=number), note=text)
    if keeps.own_stage:
        actions.move_own_stage(person=person, collaboration=world.first, stage=keeps.own_stage, now=NOW)
    for number, steps in enumerate(keeps.own_checkins):
        moment = START + timedelta(days=7 * number)
        draft = checkins.own_draft(person=person, collaboration=world.first, today=clock.day_of(moment))
        checkins.save_own(draft=draft, values=as_values(steps), remark=keeps.remark)
        checkins.close_own(draft=draft, now=moment)
    for number, answer in enumerate(keeps.carrying_on):
        day = clock.day_of(START + timedelta(days=28 * number))
        checkins.note_carrying_on(person=person, collaboration=world.first, step=answer, today=day)
    for number, felt in enumerate(keeps.feelings):
        note_feeling(
            person=person, collaboration=world.first, step=felt, sussed=felt < 3, words=keeps.remark,
            subject="evenings", prediction=keeps.remark, percent=70, known_on=date(2026, 5, 1),
            now=START + timedelta(days=number),
        )  # fmt: skip
    if keeps.sets_aside:
        visit = world.visit(person, world.first)
        for one in noticed(visit):
            watch.set_aside(shown=watch.keep_shown(visit=visit, noticed=one), reason=keeps.remark, now=NOW)
    if keeps.has_draft:
        table = world.second if person == world.noor else world.first
        seat = _seat(person, table)
        round_ = Round.objects.filter(collaboration=table).order_by("-number")[0]
        draft_answer = checkins.draft_answer(round_=round_, seat=seat, party=seat.party)
        checkins.save_values(answer=draft_answer, values=as_values(keeps.values))


def _link_states(world: World) -> None:
    """One copy of each state: working for a free seat, claimed, expired, withdrawn."""
    free = Seat.objects.get(collaboration=world.alone, person=None)
    assert free.invitee is not None
    taken = _seat(world.marleen, world.first)
    assert taken.invitee is not None
    with step(100):
        world.tokens["free"] = mint_link(invitee=free.invitee, by=world.noor, channel="copy", now=NOW).token
        world.tokens["claimed"] = mint_link(invitee=taken.invitee, by=world.noor, channel="copy", now=NOW).token
        world.tokens["expired"] = mint_link(
            invitee=taken.invitee, by=world.noor, channel="copy", now=NOW - timedelta(days=30)
        ).token
        world.tokens["unknown"] = tokens.new_token()
