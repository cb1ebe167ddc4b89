"""Starting: the action plan."""

from __future__ import annotations

from samenstroom.table import task, task_ideas, tasks
from samenstroom.table.page import Pages

PAGES: Pages = (
    ("starten/actieplan/", tasks.tasks, "tasks"),
    ("starten/actieplan/voorbeelden/", task_ideas.task_ideas, "task_ideas"),
    ("starten/actieplan/<slug:task>/", task.task, "task"),
)
