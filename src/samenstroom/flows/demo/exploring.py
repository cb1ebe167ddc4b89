"""What a diary can tell of exploring: a scan, a trial, what it would ask of her, a decision and what came of it."""

from __future__ import annotations

from decimal import Decimal

from samenstroom.exploring.actions.decisions import draft_decision, look_back_on_decision, make_decision, write_decision
from samenstroom.exploring.actions.room import save_asked
from samenstroom.exploring.actions.scans import answer_question, finish_scan, start_scan
from samenstroom.exploring.actions.trials import Terms, agree_trial, finish_trial, propose_trial
from samenstroom.exploring.models import Decision, Trial

from .scene import AFTERNOON, EVENING, LATE, NOON, Entry, Scene


def scan(scene: Scene, entry: Entry) -> None:
    """She goes past the flags; those that are named get this answer."""
    seen = scene.visit(scene.moment(entry["ago"], EVENING))
    begun = start_scan(visit=seen)
    for question, given in entry["scan"].items():
        answer_question(scan=begun, question=question, given=given, note="", turn=0)
    finish_scan(scan=begun, now=seen.now)


def trial(scene: Scene, entry: Entry) -> None:
    """A small project first: both said yes, and it was done after some days."""
    ago, starts_on = entry["ago"], scene.day(entry["ago"])
    terms = Terms(
        scope=entry["trial"], starts_on=starts_on, ends_on=scene.day(ago - entry["runs"]), pay="price",
        price=str(entry["amount"]), hours="", rate="", questions=[],
    )  # fmt: skip
    made = propose_trial(seat=scene.mine, terms=terms, now=scene.moment(ago, NOON))
    agree_trial(trial=made, seat=scene.theirs, now=scene.moment(ago, AFTERNOON))


def trial_done(scene: Scene, entry: Entry) -> None:
    """The small project is done."""
    made = Trial.objects.filter(collaboration=scene.collaboration).order_by("-proposed_at")[0]
    finish_trial(trial=made, seat=scene.seat(entry["trial_done"]), now=scene.moment(entry["ago"], EVENING))


def asks(scene: Scene, entry: Entry) -> None:
    """Hours a week it asks of her, and what it does to her energy."""
    said = entry["asks"]
    save_asked(
        person=scene.person, collaboration=scene.collaboration, hours=Decimal(str(said["hours"])), income=None,
        energy=said["energy"], starts_on=None, is_running=said["running"], now=scene.moment(entry["ago"], LATE),
    )  # fmt: skip


def decision(scene: Scene, entry: Entry) -> None:
    """She decides, for herself."""
    seen = scene.visit(scene.moment(entry["ago"], LATE))
    draft = draft_decision(visit=seen)
    write_decision(
        decision=draft, choice=entry["decision"], why=entry["words"], percent=entry.get("percent"), worries=[]
    )
    make_decision(visit=seen, decision=draft, snapshot={"flags": list(entry.get("flags", ()))})


def came(scene: Scene, entry: Entry) -> None:
    """She looks back on the newest decision: what came of it, and what she learned."""
    rows = Decision.objects.filter(person=scene.person, collaboration=scene.collaboration)
    newest = rows.exclude(decided_at=None).order_by("-decided_at")[0]
    now = scene.moment(entry["ago"], LATE)
    look_back_on_decision(decision=newest, outcome=entry["came"], lesson=entry["words"], now=now)


EXPLORING = (scan, trial, trial_done, asks, decision, came)
"""Words of a diary, in this file."""
