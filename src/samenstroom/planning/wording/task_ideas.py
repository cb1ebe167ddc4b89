"""Tasks of the first weeks in words."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from samenstroom import content
from samenstroom.collaborations.visits import Visit
from samenstroom.kit import clock
from samenstroom.kit.language import language


@dataclass(frozen=True)
class TaskIdea:
    """One idea: where it comes from, what is to be done, and the day that it would get."""

    source: str
    what: str
    due_on: date


def task_templates() -> Mapping[str, Any]:
    """Everything of `task_templates.yaml` in the language of the moment."""
    return content.load("task_templates", language())


def ideas_for(visit: Visit, taken: Collection[str]) -> list[TaskIdea]:
    """What fits this kind of collaboration, without what was put on the plan from here before."""
    kinds = {one["id"]: one for one in task_templates()["kinds"]}
    kind = kinds.get(visit.collaboration.kind, kinds["other"])
    today = clock.day_of(visit.now)
    ideas = [
        TaskIdea(f"template:{kind['id']}-{one['id']}", one["what"], today + timedelta(weeks=one["weeks"]))
        for one in kind["tasks"]
    ]
    return [idea for idea in ideas if idea.source not in taken]
