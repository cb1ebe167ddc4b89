"""All collaborations of one person at once: cards, and what asks attention today. Queries do not grow with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from samenstroom.accounts.models import Person
from samenstroom.adjusting.models import OwnAttempt, Talk
from samenstroom.adjusting.queries.attempts import AttemptView, attempts_by_table, due_own_attempts
from samenstroom.adjusting.queries.pauses import PauseView, running_pause
from samenstroom.adjusting.queries.talks import is_due, talks_by_table
from samenstroom.adjusting.wording.pauses import until_words
from samenstroom.checkins.models import Round
from samenstroom.checkins.queries import (
    OwnView,
    RepairView,
    RhythmView,
    RoundView,
    carrying_on_by_table,
    repairs_by_table,
)
from samenstroom.collaborations.absent import in_one_look
from samenstroom.collaborations.queries import open_link_requests, visits_of
from samenstroom.collaborations.visits import Visit
from samenstroom.collaborations.wording import label_of
from samenstroom.exchanges.queries import ExchangeView
from samenstroom.exploring.models import Decision, ReferenceRequest
from samenstroom.exploring.queries.acquaintance import acquaintance_key, acquaintances_by_table
from samenstroom.exploring.queries.decisions import decision_due
from samenstroom.exploring.queries.references import is_news
from samenstroom.exploring.queries.trials import TrialView
from samenstroom.farewell.models import Successor
from samenstroom.farewell.queries.farewells import asks_how_it_ended, farewells_by_table
from samenstroom.farewell.queries.handover import HandoverView, handover_by_table
from samenstroom.farewell.queries.partings import Parting, partings_by_table
from samenstroom.farewell.queries.successors import unanswered_by_table
from samenstroom.farewell.wording.endings import closed_words
from samenstroom.kit import clock
from samenstroom.kit.charts import Weave
from samenstroom.rules.answers import answered, mean_of
from samenstroom.rules.decisions import Choice
from samenstroom.rules.life_cycle import LIVE, Stage
from samenstroom.rules.rounds import carrying_on_due

from .gather import known_of
from .models import ShownFinding
from .queries import noticed_from, resting_marks, seen_keys, talks_to_ask_about
from .shelves import Ask, asks_of
from .wording import FindingPage, word_finding


@dataclass(frozen=True)
class Table:
    """One collaboration as the overview knows it."""

    visit: Visit
    rounds: Sequence[RoundView]
    rhythm: RhythmView
    repairs: list[RepairView]
    own: OwnView
    findings: list[FindingPage]
    asks_link: bool
    asks_carrying_on: bool
    fresh_reveal: RoundView | None
    talked_about: ShownFinding | None
    due_talk: Talk | None
    acquaintance: ExchangeView | None
    fresh_acquaintance: bool
    trial: TrialView | None
    heard: ReferenceRequest | None
    due_decision: Decision | None
    said_no: bool
    parting: Parting
    attempt: AttemptView | None
    due_own_attempt: OwnAttempt | None
    pauses: Sequence[PauseView]
    asks_how_it_ended: bool
    handover: HandoverView
    asking: Successor | None
    asks: Sequence[Ask]

    @property
    def pause(self) -> PauseView | None:
        """The pause that holds today."""
        return running_pause(self.pauses)

    @property
    def open_round(self) -> RoundView | None:
        return next((one for one in self.rounds if one.is_open), None)

    @property
    def last_revealed(self) -> RoundView | None:
        return next((one for one in self.rounds if one.is_revealed), None)


@in_one_look
def tables_of_person(person: Person, now: datetime) -> list[Table]:
    """Everything the overview needs, in a fixed number of queries."""
    visits = visits_of(person, now)
    known, repairs = known_of(person, visits), repairs_by_table(person, visits)
    noticed = {v.collaboration.pk: noticed_from(v, known[v.collaboration.pk]) for v in visits}
    today = clock.day_of(now)
    resting = resting_marks(person, [one.mark for found in noticed.values() for one in found], today)
    asked, carried = open_link_requests(person), carrying_on_by_table(person, visits)
    acquainted = {key: next(iter(found), None) for key, found in acquaintances_by_table(person, visits).items()}
    newest = [reveal_key(one) for table in known.values() for one in table.rounds[:1]]
    seen = seen_keys(person, [*newest, *(acquaintance_key(one) for one in acquainted.values() if one)])
    attempts, own_attempts = attempts_by_table(person, visits), due_own_attempts(person, visits)
    handovers, asking = handover_by_table(person, visits), unanswered_by_table(person, visits)
    to_ask, talks = talks_to_ask_about(person, today), talks_by_table(person, visits)
    farewells, partings = farewells_by_table(person, visits), partings_by_table(person, visits)
    return [
        Table(
            visit=visit,
            rounds=known[key].rounds,
            rhythm=known[key].rhythm,
            repairs=repairs[key],
            own=known[key].own or OwnView(None, None, ()),
            findings=[word_finding(one.finding, visit, one.mark) for one in noticed[key] if one.mark not in resting],
            asks_link=key in asked,
            asks_carrying_on=_asks_carrying_on(visit, carried[key].asked_on if key in carried else None, today),
            fresh_reveal=_fresh_reveal(known[key].rounds, seen),
            talked_about=to_ask.get(key),
            due_talk=next((talk for talk in talks[key] if is_due(talk, today)), None),
            acquaintance=acquainted[key],
            fresh_acquaintance=is_fresh(acquainted[key], seen),
            trial=next(iter(known[key].before.trials), None),
            heard=next((one for one in known[key].before.references if is_news(one)), None),
            due_decision=decision_due(known[key].before.decisions, today),
            said_no=_said_no(visit, known[key].before.decisions),
            attempt=next(iter(attempts[key]), None),
            due_own_attempt=own_attempts.get(key) if person.has_account else None,
            pauses=known[key].pauses,
            asks_how_it_ended=asks_how_it_ended(farewells.get(key), partings[key].ending, today),
            parting=partings[key],
            handover=handovers[key],
            asking=asking.get(key),
            asks=asks_of(visit, known[key].lies),
        )
        for visit in visits
        for key in (visit.collaboration.pk,)
    ]


def reveal_key(view: RoundView) -> str:
    """Under which key she remembers that she saw these answers."""
    return reveal_key_of(view.round)


def reveal_key_of(round_: Round) -> str:
    """The same key, from the round itself."""
    return f"reveal:{round_.public_id}"


def is_fresh(view: ExchangeView | None, seen: frozenset[str]) -> bool:
    """Whether an acquaintance opened and she has not looked yet."""
    return view is not None and view.is_revealed and acquaintance_key(view) not in seen


def _fresh_reveal(rounds: Sequence[RoundView], seen: frozenset[str]) -> RoundView | None:
    """The newest round when it is open and she has not looked yet."""
    newest = rounds[0] if rounds else None
    if newest is None or not newest.is_revealed or reveal_key(newest) in seen:
        return None
    return newest


def _said_no(visit: Visit, decisions: Sequence[Decision]) -> bool:
    """Whether she decided not to begin, and it did not begin after all."""
    newest = next(iter(decisions), None)
    return visit.collaboration.stage == Stage.EXPLORE and newest is not None and newest.choice == Choice.NO


def _asks_carrying_on(visit: Visit, last_on: date | None, today: date) -> bool:
    """Once a month while the work runs, the first time a month after it began here."""
    began_on = clock.day_of(visit.seat.joined_at or visit.collaboration.created_at)
    return Stage(visit.collaboration.stage) in LIVE and carrying_on_due(last_on or began_on, today)


@dataclass(frozen=True)
class Card:
    """A collaboration in the overview: who, which stage, one honest sentence, an impression of the lines."""

    public_id: str
    name: str
    who: str
    my_name: str
    other_name: str
    stage: str
    stage_label: str
    say: str
    weave: Weave
    is_ending: bool
    mark: str


def cards_of(person: Person, now: datetime) -> list[Card]:
    """Cards of all her collaborations."""
    return [card_of(table) for table in tables_of_person(person, now)]


def card_of(table: Table) -> Card:
    """The card of one table."""
    visit = table.visit
    stage = visit.collaboration.stage
    return Card(
        public_id=visit.collaboration.public_id,
        name=visit.collaboration.name,
        who=visit.other.name,
        my_name=visit.my_name,
        other_name=visit.other_name,
        stage=stage,
        stage_label=label_of("stages", stage),
        say=_say(table),
        weave=_weave(table, stage),
        is_ending=Stage(stage) in (Stage.FAREWELL, Stage.LEARN),
        mark=_("Voorbeeld") if visit.collaboration.is_demo else "",
    )


def _say(table: Table) -> str:
    """One sentence about how it is. Rests on what this person may see, and is shown to her alone."""
    name = table.visit.other_name
    if table.parting.ending and table.parting.is_closed:
        return closed_words(table.parting.ending)
    if table.findings:
        return table.findings[0].title
    if table.said_no:
        return _("Je zei nee. Hier hoeft niets meer.")
    if not table.visit.takes_part:
        return _("%(name)s doet nog niet mee. Jij kunt gewoon verder.") % {"name": name}
    if table.pause:
        return until_words(table.pause)
    waiting = table.open_round
    return _about_round(waiting, name) if waiting else _about_rhythm(table)


def _about_round(waiting: RoundView, name: str) -> str:
    if waiting.they_sent and not waiting.i_sent:
        return _("%(name)s heeft de check-in beantwoord. Nu jij.") % {"name": name}
    if waiting.i_sent:
        return _("Jij hebt geantwoord. Nu is %(name)s aan zet.") % {"name": name}
    return _("Er staat een check-in voor jullie klaar.")


def _about_rhythm(table: Table) -> str:
    if table.last_revealed:
        return _("Rustig. De laatste check-in ligt open voor jullie.")
    if table.rhythm.proposed:
        return _("Er ligt een voorstel voor een ritme op tafel.")
    if table.rhythm.running is None:
        return _("Kies samen hoe vaak jullie kijken of het stroomt.")
    return _("Rustig. De volgende check-in komt vanzelf.")


def _weave(table: Table, stage: str) -> Weave:
    opened = [one for one in reversed(table.rounds) if one.is_revealed]
    mine = [mean_of(answered(one.mine.values)) if one.mine else None for one in opened]
    theirs = [mean_of(answered(one.theirs.values)) if one.theirs else None for one in opened]
    return Weave(mine=mine, theirs=theirs, shape=stage)
