"""The action plan: section -> how its rows stand there."""

from __future__ import annotations

from collections.abc import Mapping

from samenstroom.collaborations.visits import Visit
from samenstroom.planning.models import Task, TaskWord
from samenstroom.planning.queries.tasks import tasks_of
from samenstroom.planning.wording.tasks import task_line, task_rows, word_line

from .kept import Kept


def _read(visit: Visit) -> object:
    return [
        (task_line(visit, view), task_rows(visit, view), [word_line(visit, word) for word in view.words])
        for view in tasks_of(visit)
    ]


TASKS: Mapping[str, Kept] = {
    "plan_tasks": Kept(
        Task,
        (
            "content", "due_on", "due_kind", "added_at", "changed_at", "promised_at", "started_at", "waiting_since",
            "waiting_until", "done_at", "dropped_at",
        ),
        ("added_at", "pk"),
        seats=("added_by", "done_by", "dropped_by"),
        parties=("owner", "waiting_on"),
        left_out={"source": "a key of another row, which means nothing elsewhere"},
        inside={
            "words": Kept(
                TaskWord,
                ("told_at", "old_due", "new_due", "reason", "answer", "answer_due", "answer_words", "answered_at"),
                ("told_at", "pk"),
                names={"seat": "by"},
                seats=("seat", "answered_by"),
                parent="task",
            ),
        },
        must_read=_read,
    ),
}  # fmt: skip
