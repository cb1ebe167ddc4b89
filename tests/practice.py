"""A practice with years behind it: finished collaborations of one person, made through the real actions.

Each `Story` is one collaboration from first feeling to last day. The other side takes no part, so everything is by one
hand. `live` lives one, `live_all` all of `STORIES`: eight in three years.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal

from samenstroom.accounts.models import Person
from samenstroom.adjusting.actions.talks import hold_talk, look_back_on_talk, start_talk
from samenstroom.checkins import actions as checkins
from samenstroom.collaborations.actions import start_collaboration, write_line
from samenstroom.collaborations.models import Collaboration
from samenstroom.collaborations.visits import Visit
from samenstroom.contributions.actions.hours import Work, add_contribution
from samenstroom.contributions.actions.invoices import InvoiceTerms, note_invoice, pay_invoice
from samenstroom.exploring.actions.decisions import draft_decision, look_back_on_decision, make_decision, write_decision
from samenstroom.exploring.actions.feelings import note_feeling, resolve_prediction
from samenstroom.exploring.actions.room import save_asked
from samenstroom.exploring.actions.scans import answer_question, finish_scan, start_scan
from samenstroom.exploring.actions.trials import Terms, finish_trial, note_agreed_outside, propose_trial
from samenstroom.farewell.actions.closing import close_ending, keep_closing_answers
from samenstroom.farewell.actions.endings import announce_ending
from samenstroom.kit import clock
from samenstroom.rules.dimensions import ITEMS
from samenstroom.rules.visibility import Circle
from tests.people import day, visit

GOOD: Mapping[str, str] = {"planned": "yes", "conflict": "no", "kept": "yes", "would_again": "yes"}
STUCK: Mapping[str, str] = {"planned": "no", "conflict": "yes", "kept": "no", "would_again": "no"}


FIRST = day(-1000)
"""The day on which the first of them began."""


@dataclass(frozen=True)
class Story:
    """One collaboration. Days are counted from its first feeling; an empty `how` means that it goes on.

    `flags`: question of the scan -> answer. `seen_again`: a kind of fact she noted on a day. `flows`: her own answers
    to *does it flow?*, `low`: one dimension that was hard from the first check-in on. `hours` with the invisible part.
    """

    name: str
    step: int = 4
    words: str = ""
    sussed: bool = False
    percent: int | None = None
    flags: Mapping[str, str] = field(default_factory=dict)
    seen_again: str = ""
    has_trial: bool = False
    flows: Sequence[int] = ()
    low: str = ""
    talk_on: int | None = None
    helped: str = "yes"
    hours: tuple[str, str] | None = None
    paid: str = ""
    days_late: int = 0
    energy: int | None = None
    week_hours: str = ""
    how: str = ""
    said: Mapping[str, str] = field(default_factory=dict)
    lasts: int = 120
    kind: str = "client_va"


def live(person: Person, story: Story, *, start: datetime) -> Collaboration:
    """She lives it from the first day to the last."""
    table = start_collaboration(
        by=person, name=story.name, other_name="Marleen de Vries", kind=story.kind, country="NL", stage="explore",
        origin="", now=start,
    )  # fmt: skip
    _explores(person, table, story, start)
    _works(person, table, story, start)
    if story.how:
        _ends(person, table, story, start)
    return table


def _at(person: Person, table: Collaboration, start: datetime, days: int) -> Visit:
    return visit(person, table, now=start + timedelta(days=days))


def _explores(person: Person, table: Collaboration, story: Story, start: datetime) -> None:
    felt = note_feeling(
        person=person, collaboration=table, step=story.step, sussed=story.sussed, words=story.words, subject="",
        prediction="Dit loopt goed." if story.percent is not None else "", percent=story.percent,
        known_on=clock.day_of(start) + timedelta(days=30), now=start,
    )  # fmt: skip
    seen = _at(person, table, start, 1)
    if story.flags:
        scan = start_scan(visit=seen)
        for question, given in story.flags.items():
            answer_question(scan=scan, question=question, given=given, note="", turn=0)
        finish_scan(scan=scan, now=seen.now)
    if story.percent is not None:
        came = story.said.get("would_again") == "yes"
        resolve_prediction(feeling=felt, came_true=came, now=start + timedelta(days=31))
    if story.has_trial:
        _tries_small(seen)


def _tries_small(seen: Visit) -> None:
    today = clock.day_of(seen.now)
    terms = Terms(
        scope="Een week de mail.", starts_on=today, ends_on=today + timedelta(days=7), pay="price", price="200",
        hours="", rate="", questions=["Past het?"],
    )  # fmt: skip
    trial = propose_trial(seat=seen.seat, terms=terms, now=seen.now)
    note_agreed_outside(trial=trial, seat=seen.seat, now=seen.now)
    finish_trial(trial=trial, seat=seen.seat, now=seen.now + timedelta(days=8))


def _works(person: Person, table: Collaboration, story: Story, start: datetime) -> None:
    seen = _at(person, table, start, 20)
    if story.seen_again:
        write_line(
            seat=seen.seat, kind=story.seen_again, now=seen.now, circle=Circle.PRIVATE, about=seen.other_party,
            happened_on=clock.day_of(seen.now),
        )  # fmt: skip
    for number, flow in enumerate(story.flows):
        _checks_in(person, table, story, flow, start + timedelta(days=20 + 7 * number))
    if story.talk_on is not None:
        _talks(_at(person, table, start, story.talk_on), story)
    if story.hours:
        _writes_hours(seen, story.hours)
    if story.paid:
        _is_paid(seen, story)
    if story.energy or story.week_hours:
        save_asked(
            person=person, collaboration=table, hours=Decimal(story.week_hours) if story.week_hours else None,
            income=None, energy=story.energy, starts_on=None, is_running=True, now=seen.now,
        )  # fmt: skip


def _checks_in(person: Person, table: Collaboration, story: Story, flow: int, now: datetime) -> None:
    draft = checkins.own_draft(person=person, collaboration=table, today=clock.day_of(now))
    values = {**dict.fromkeys(ITEMS, 4), "flow": flow, **({story.low: 1} if story.low else {})}
    checkins.save_own(draft=draft, values=values)
    checkins.close_own(draft=draft, now=now)


def _talks(seen: Visit, story: Story) -> None:
    talk = start_talk(visit=seen, subject="Hoe het gaat", offered=[])
    hold_talk(talk=talk, held_on=clock.day_of(seen.now), agreed="", look_back_on=None)
    look_back_on_talk(talk=talk, helped=story.helped, now=seen.now + timedelta(days=7))


def _writes_hours(seen: Visit, hours: tuple[str, str]) -> None:
    on = clock.day_of(seen.now)
    for amount, work in zip(hours, ("", "research"), strict=True):
        if amount != "0":
            entry = Work(on=on, kind="hours", amount=amount, what=f"Werk {work}", work=work)
            add_contribution(seat=seen.seat, work=entry, now=seen.now)


def _is_paid(seen: Visit, story: Story) -> None:
    on = clock.day_of(seen.now)
    due = on + timedelta(days=14)
    terms = InvoiceTerms(
        sender=seen.party, number="1", amount=Decimal(story.paid), what="Werk", issued_on=on, due_on=due
    )
    invoice, _is_new = note_invoice(seat=seen.seat, terms=terms, payment_days=None, now=seen.now)
    pay_invoice(invoice=invoice, seat=seen.seat, paid_on=due + timedelta(days=story.days_late), now=seen.now)


def _ends(person: Person, table: Collaboration, story: Story, start: datetime) -> None:
    seen = _at(person, table, start, story.lasts)
    last: date = clock.day_of(seen.now)
    ending = announce_ending(seat=seen.seat, how=story.how, last_on=last, words="", now=seen.now)
    if story.said:
        keep_closing_answers(seat=seen.seat, answers=story.said, now=seen.now)
    close_ending(ending=ending, seat=seen.seat, still_open=[], now=seen.now + timedelta(days=1))


def decides_and_looks_back(seen: Visit, *, percent: int, outcome: str) -> None:
    """She decides to go with an estimate, and later says what came of it."""
    draft = draft_decision(visit=seen)
    write_decision(decision=draft, choice="go", why="Mooi werk.", percent=percent, worries=[])
    make_decision(visit=seen, decision=draft, snapshot={"flags": []})
    look_back_on_decision(decision=draft, outcome=outcome, lesson="Eerst praten.", now=seen.now)


HASTY: Mapping[str, str] = {"urgency": "yes", "haggles": "yes", "fear_no_work": "yes"}

STORIES: tuple[Story, ...] = (
    Story(
        "Villa Verde", 2, "Haast. Waarom moet alles morgen?", True, 30, HASTY, "haggled", flows=(3, 2, 2),
        low="money", talk_on=63, helped="no", hours=("40", "12"), paid="1300", days_late=25, energy=1,
        week_hours="16", how="conflict", said=STUCK,
    ),
    Story(
        "Mira Coaching", 5, "Warm. Zij luistert echt.", percent=80, flags={"haggles": "no", "urgency": "no"},
        has_trial=True, flows=(4, 5, 5), talk_on=35, hours=("60", "6"), paid="3300", energy=5, week_hours="6",
        how="runs_out", said=GOOD, lasts=200,
    ),
    Story(
        "Bureau Noord", 3, "Twijfel. Wat een strenge man.", True, 50, {"fear_no_work": "yes"}, flows=(3, 4, 5),
        talk_on=21, hours=("30", "5"), paid="1750", energy=4, week_hours="8", how="together", said=GOOD,
    ),
    Story(
        "Loods 9", 2, "Vaag. Niemand beslist hier.", percent=40, flags={"vague_decisions": "yes", "urgency": "yes"},
        flows=(3, 3, 2), low="communication", talk_on=56, helped="partly", hours=("50", "20"), paid="1400",
        days_late=9, energy=2, week_hours="20", how="one_side", said=STUCK, kind="agency",
    ),
    Story(
        "Kaap Events", 4, "Vertrouwen. Ik mag fouten maken.", percent=70, flags={"fear_no_work": "yes"},
        has_trial=True, flows=(5, 4, 5), hours=("80", "8"), paid="4400", energy=5, week_hours="7", how="runs_out",
        said=GOOD, lasts=240,
    ),
    Story(
        "Zadelhof", 5, "Ja. Meteen ja.", percent=90, flags={"haggles": "yes"}, has_trial=True, flows=(4, 4, 4),
        hours=("20", "0"), paid="1000", energy=4, week_hours="4", how="runs_out", said=GOOD,
    ),
    Story("Tuin en Zo", 4, how="no_fault", hours=("6", "0")),
    Story("Studio Linde", 4, "Rustig begin."),
)  # fmt: skip
"""Five that are known and finished, one that nobody could help, one that goes on; the words are hers."""


def live_all(person: Person, *, stories: Sequence[Story] = STORIES) -> list[Collaboration]:
    """She lives them one after another, a season apart."""
    return [live(person, story, start=FIRST + timedelta(days=110 * number)) for number, story in enumerate(stories)]
