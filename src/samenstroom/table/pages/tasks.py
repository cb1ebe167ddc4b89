"""Starting: the action plan."""

from __future__ import annotations

from samenstroom.table import promises, task, task_files, task_ideas, tasks
from samenstroom.table.page import Pages

PAGES: Pages = (
    ("starten/actieplan/", tasks.tasks, "tasks"),
    ("starten/actieplan/voorbeelden/", task_ideas.task_ideas, "task_ideas"),
    ("starten/actieplan/meenemen/", task_files.out, "tasks_out"),
    ("starten/actieplan/inlezen/", task_files.read_in, "tasks_in"),
    ("starten/actieplan/<slug:task>/", task.task, "task"),
    ("samenwerken/beloften/", promises.promises, "promises"),
)
