"""The periodic work: name, task, and every how many minutes.

Each task is a sweep: it looks in the records what is due, does it, and records that it did. Running it again
is always harmless, and a run that was missed is caught up by the next. The worker starts them (`samenstroom
work`).
"""

SWEEPS: list[tuple[str, str, int]] = [
    ("mail", "samenstroom.mail.tasks.deliver", 1),
    ("check-ins", "samenstroom.flows.tasks.sweep", 5),
    ("papers", "samenstroom.flows.tasks.seal", 10),
    ("forget", "samenstroom.flows.tasks.forget", 60),
    ("explorations", "samenstroom.flows.tasks.let_go", 24 * 60),
    ("erasing", "samenstroom.flows.tasks.erase", 60),
    ("files", "samenstroom.files.tasks.tidy", 60),
    ("backup", "samenstroom.cli.tasks.backup", 60),
    ("tidy", "samenstroom.cli.tasks.tidy", 10),
]
