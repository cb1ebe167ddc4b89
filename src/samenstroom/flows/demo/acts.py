"""What can stand in the diary of a story, each told through the action that a page would use.

Every entry has `ago` (days before today) and one word that says what it is; `ACTS` knows them all. Hours are fixed,
so that within a day things happen in a sensible order and a story is the same however often it is told.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Any

from samenstroom.adjusting.actions.talks import hold_talk, look_back_on_talk, start_talk, write_talk
from samenstroom.checkins import actions as checkins
from samenstroom.checkins.models import Repair, Rhythm, Round
from samenstroom.collaborations.actions import answer_line, move_stage, write_line
from samenstroom.collaborations.models import Seat
from samenstroom.exploring.actions.feelings import note_feeling, resolve_prediction
from samenstroom.rules.dimensions import ITEMS
from samenstroom.rules.visibility import Circle
from samenstroom.watch.actions import mark_seen
from samenstroom.watch.overview import reveal_key_of

from .dealing import DEALING
from .exploring import EXPLORING
from .finishing import FINISHING
from .scene import AFTERNOON, EVENING, LATE, MORNING, NOON, Entry, Scene

Steps = tuple[int | None, ...]


def fact(scene: Scene, entry: Entry) -> None:
    """A dated line, shared or hers alone; the other side may say how it sees it."""
    who, about = entry.get("who", "me"), entry.get("about")
    line = write_line(
        seat=scene.seat(who),
        kind=entry["fact"],
        circle=Circle(entry.get("circle", Circle.SHARED.value)),
        about=scene.seat(about).party if about else None,
        happened_on=scene.day(entry["ago"]),
        data=_data(scene, entry),
        note=entry.get("words", ""),
        now=scene.moment(entry["ago"], AFTERNOON),
    )
    if said := entry.get("answer"):
        other = scene.seat("they" if who == "me" else "me")
        answer_line(line=line, seat=other, now=scene.moment(entry["ago"], EVENING), **said)


def _data(scene: Scene, entry: Entry) -> dict[str, Any]:
    """The extras of a fact as the form keeps them: amounts and hours as text, days as a number, a day in ISO."""
    data: dict[str, Any] = {name: str(entry[name]) for name in ("amount", "hours") if name in entry}
    if "days" in entry:
        data["days"] = entry["days"]
    if "due_in" in entry:
        data["due_on"] = scene.day(entry["ago"] - entry["due_in"]).isoformat()
    return data


def stage(scene: Scene, entry: Entry) -> None:
    """Both see it in another stage."""
    seat = scene.seat(entry.get("who", "me"))
    move_stage(seat=seat, stage=entry["stage"], now=scene.moment(entry["ago"], EVENING))


def rhythm(scene: Scene, entry: Entry) -> None:
    """One proposes a rhythm and the other says yes, so the first round opens that day."""
    proposer, other = ("me", "they") if entry.get("who", "me") == "me" else ("they", "me")
    made = checkins.propose_rhythm(
        seat=scene.seat(proposer), weeks=entry["rhythm"], now=scene.moment(entry["ago"], MORNING)
    )
    checkins.accept_rhythm(rhythm=made, seat=scene.seat(other), now=scene.moment(entry["ago"], MORNING + 1))


def end_rhythm(scene: Scene, entry: Entry) -> None:
    """The check-ins stop."""
    running = Rhythm.objects.get(collaboration=scene.collaboration, ended_at=None)
    seat = scene.seat(entry["end_rhythm"])
    checkins.stop_rhythm(rhythm=running, seat=seat, now=scene.moment(entry["ago"], EVENING))


def checkin(scene: Scene, entry: Entry) -> None:
    """A round opens and one or both answer; when it opened she looks at it that evening."""
    ago = entry["ago"]
    round_ = checkins.open_round(collaboration=scene.collaboration, now=scene.moment(ago, MORNING + 1))
    opened = False
    for side, seat, hour in (("mine", scene.mine, NOON), ("theirs", scene.theirs, AFTERNOON)):
        if given := entry["checkin"].get(side):
            opened = _answer(round_, seat, given, entry["checkin"].get(f"{side}_words"), scene.moment(ago, hour))
    if opened:
        mark_seen(person=scene.person, key=reveal_key_of(round_), now=scene.moment(ago, LATE))


def _answer(round_: Round, seat: Seat, steps: Steps, words: Entry | None, now: datetime) -> bool:
    """She fills it in and sends it; True when that opened both."""
    answer = checkins.draft_answer(round_=round_, seat=seat, party=seat.party)
    checkins.save_values(answer=answer, values=_values(steps))
    if words:
        checkins.save_words(
            answer=answer,
            appreciation=words.get("thanks", ""),
            remark=words.get("remark", ""),
            remark_choice=words.get("keep", ""),
        )
    return checkins.send_answer(answer=answer, now=now)


def _values(steps: Steps) -> dict[str, int | None]:
    """Eight steps in the order in which they are asked."""
    return dict(zip(ITEMS, steps, strict=True))


def repair(scene: Scene, entry: Entry) -> None:
    """After the newest opened round one proposes a small thing, and the other says yes."""
    proposer, other = ("me", "they") if entry.get("who", "me") == "me" else ("they", "me")
    opened = Round.objects.filter(collaboration=scene.collaboration).exclude(revealed_at=None)
    owner = entry["owner"]
    made = checkins.propose_repair(
        round_=opened.order_by("-number")[0],
        seat=scene.seat(proposer),
        text=entry["repair"],
        owner=None if owner == "both" else scene.seat(owner).party,
        look_back_on=scene.day(entry["ago"] - entry["look_in"]),
        now=scene.moment(entry["ago"], EVENING),
    )
    checkins.agree_repair(repair=made, seat=scene.seat(other), now=scene.moment(entry["ago"], EVENING + 1))


def look_back(scene: Scene, entry: Entry) -> None:
    """Both say whether the newest agreement helped."""
    newest = Repair.objects.filter(collaboration=scene.collaboration).order_by("-proposed_at")[0]
    for side, seat, hour in (("mine", scene.mine, NOON), ("theirs", scene.theirs, AFTERNOON)):
        helped = entry["look_back"][side]
        checkins.look_back(repair=newest, seat=seat, helped=helped, now=scene.moment(entry["ago"], hour))


def feeling(scene: Scene, entry: Entry) -> None:
    """Her gut feeling; a prediction of which the day has come may be resolved."""
    known_in = entry.get("known_in")
    made = note_feeling(
        person=scene.person,
        collaboration=scene.collaboration,
        step=entry["feeling"],
        sussed=entry.get("sussed", False),
        words=entry.get("words", ""),
        subject=entry.get("subject", ""),
        prediction=entry.get("prediction", ""),
        percent=entry.get("percent"),
        known_on=scene.day(entry["ago"] - known_in) if known_in else None,
        now=scene.moment(entry["ago"], LATE),
    )
    if known_in and "came_true" in entry:
        known_at = scene.moment(entry["ago"] - known_in, LATE)
        resolve_prediction(feeling=made, came_true=entry["came_true"], now=known_at)


def own_rhythm(scene: Scene, entry: Entry) -> None:
    """How often she checks in with herself."""
    today = scene.day(entry["ago"])
    checkins.set_own_rhythm(
        person=scene.person, collaboration=scene.collaboration, weeks=entry["own_rhythm"], today=today
    )


def own_checkin(scene: Scene, entry: Entry) -> None:
    """A check-in with herself."""
    day = scene.day(entry["ago"])
    draft = checkins.own_draft(person=scene.person, collaboration=scene.collaboration, today=day)
    checkins.save_own(draft=draft, values=_values(entry["own_checkin"]), remark=entry.get("words", ""))
    checkins.close_own(draft=draft, now=scene.moment(entry["ago"], LATE))


def carry_on(scene: Scene, entry: Entry) -> None:
    """Would she carry on?"""
    day = scene.day(entry["ago"])
    checkins.note_carrying_on(person=scene.person, collaboration=scene.collaboration, step=entry["carry_on"], today=day)


def talk(scene: Scene, entry: Entry) -> None:
    """She prepares a talk, and later says what came of it."""
    said, ago = entry["talk"], entry["ago"]
    visit = scene.visit(scene.moment(ago, EVENING))
    made = start_talk(visit=visit, subject=said["subject"], offered=(), opening=said["opening"])
    parts = {name: said[name] for name in ("effect", "need", "request", "offer", "channel")}
    write_talk(talk=made, facts=list(said["facts"]), planned_on=scene.day(ago - said["held_in"]), **parts)
    held_on = scene.day(ago - said["held_in"])
    looks_on = held_on + timedelta(days=said["look_in"])
    hold_talk(talk=made, held_on=held_on, agreed=said["agreed"], look_back_on=looks_on)
    look_back_on_talk(talk=made, helped=said["helped"], now=scene.moment((scene.today - looks_on).days, LATE))


ACTS: Mapping[str, Callable[[Scene, Entry], None]] = MappingProxyType(
    {
        act.__name__: act
        for act in (
            fact,
            stage,
            rhythm,
            end_rhythm,
            checkin,
            repair,
            look_back,
            feeling,
            own_rhythm,
            own_checkin,
            carry_on,
            talk,
            *EXPLORING,
            *DEALING,
            *FINISHING,
        )
    }
)
"""Word in the diary -> what it does."""


def tell(scene: Scene, entry: Entry) -> None:
    """Do what one entry of the diary says."""
    word = next(name for name in ACTS if name in entry)
    ACTS[word](scene, entry)
