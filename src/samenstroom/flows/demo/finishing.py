"""What a diary can tell of the end and of learning: saying goodbye, how it was for both, looking back, a lesson."""

from __future__ import annotations

from samenstroom.farewell.actions.closing import close_ending, keep_closing_answers, send_closing_answers
from samenstroom.farewell.actions.endings import announce_ending, confirm_ending
from samenstroom.farewell.models import Ending
from samenstroom.learning.actions.lessons import Taught, learn_from_retrospective, let_return
from samenstroom.learning.actions.retrospectives import finish_retrospective, keep_answers
from samenstroom.rules.lessons import Place

from .scene import AFTERNOON, EVENING, LATE, NOON, Entry, Scene


def ends(scene: Scene, entry: Entry) -> None:
    """One says that it ends, how, and on which day; the other says the next day that it was read."""
    ago, who = entry["ago"], entry.get("who", "me")
    made = announce_ending(
        seat=scene.seat(who), how=entry["ends"], last_on=scene.day(ago - entry["last_in"]), words=entry["words"],
        now=scene.moment(ago, NOON),
    )  # fmt: skip
    other = scene.seat("they" if who == "me" else "me")
    confirm_ending(ending=made, seat=other, now=scene.moment(ago, EVENING))


def closing(scene: Scene, entry: Entry) -> None:
    """How it was for one or both, and the collaboration is closed."""
    ago = entry["ago"]
    for (side, seat), hour in zip(scene.seats(), (NOON, AFTERNOON), strict=True):
        if given := entry["closing"].get(side):
            now = scene.moment(ago, hour)
            send_closing_answers(answer=keep_closing_answers(seat=seat, answers=dict(given), now=now), now=now)
    made = Ending.objects.get(collaboration=scene.collaboration, withdrawn_at=None)
    close_ending(ending=made, seat=scene.mine, still_open=[], now=scene.moment(ago, EVENING))


def retrospective(scene: Scene, entry: Entry) -> None:
    """She looks back on the whole, and keeps one lesson that may come back later."""
    seen = scene.visit(scene.moment(entry["ago"], LATE))
    said = entry["retrospective"]
    answers = {name: list(value) if isinstance(value, tuple) else value for name, value in said.items()}
    finish_retrospective(retrospective=keep_answers(visit=seen, answers=answers), visit=seen)
    taught = Taught(entry["lesson"], entry.get("dimension", ""), entry.get("flag", ""))
    lesson = learn_from_retrospective(visit=seen, taught=taught)
    if lesson is not None and entry.get("returns"):
        let_return(lesson=lesson, place=Place.DECISION, terms={"everywhere": False})


FINISHING = (ends, closing, retrospective)
"""Words of a diary, in this file."""
