"""Deciding through the real actions, for tests about it."""

from __future__ import annotations

from datetime import date
from typing import Any

from samenstroom.collaborations.visits import Visit
from samenstroom.exploring.actions import decisions as actions
from samenstroom.exploring.actions.feelings import note_feeling
from samenstroom.exploring.models import Decision, Feeling
from samenstroom.exploring.weighing import snapshot_of
from tests import people
from tests.people import day, visit

WORRY = "Ze wil beginnen zonder handtekening."


def decide(
    seen: Visit, choice: str = "go", *, look_back_on: date = date(2026, 7, 5), flags: tuple[str, ...] = (), **more: Any
) -> Decision:
    draft = actions.draft_decision(visit=seen)
    parts = {"why": "Mooi werk.", "percent": 60, "worries": [{"text": WORRY, "source": "Rode vlaggen"}], **more}
    actions.write_decision(decision=draft, choice=choice, look_back_on=look_back_on, **parts)
    actions.make_decision(visit=seen, decision=draft, snapshot={**snapshot_of(seen), "flags": list(flags)})
    return Decision.objects.get(pk=draft.pk)


def feel(seen: Visit, step: int, *, words: str = "", sussed: bool = False, n: int = 0) -> Feeling:
    return note_feeling(
        person=seen.person, collaboration=seen.collaboration, step=step, sussed=sussed, words=words, subject="",
        prediction="", percent=None, known_on=None, now=day(n),
    )  # fmt: skip


def other_table(person: Any, name: str) -> Visit:
    return visit(person, people.started(person, stage="explore", name=name))
