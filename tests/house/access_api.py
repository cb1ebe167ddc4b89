"""Entries for programs: each persona comes in with a token of her own, never with the cookies of her browser."""

from __future__ import annotations

from tests.house.entries import ACCOUNTS, EVERYBODY, NOBODY, OWNER, SEATED_ACCOUNTS, Entry, at_first, none, own

API: tuple[Entry, ...] = (
    Entry("workspace:connections", ACCOUNTS),
    Entry("workspace:connection_new", ACCOUNTS, none, {"name": ""}),
    Entry("workspace:connection", OWNER, lambda world, mark: {"connection": world.own["connection"]}),
    Entry(
        "workspace:connection_withdraw",
        ACCOUNTS,
        lambda world, mark: {"connection": world.own["connection"]},
        {},
        only_post=True,
    ),
    Entry("api:documentation", EVERYBODY),
    Entry("api:openapi", EVERYBODY),
    Entry("api:unknown", NOBODY, lambda world, mark: {"rest": "niets"}),
    Entry("api:me", ACCOUNTS),
    Entry("api:collaborations", ACCOUNTS),
    Entry("api:collaboration", SEATED_ACCOUNTS, at_first()),
    Entry("api:history", SEATED_ACCOUNTS, at_first(), {"note": "We belden."}),
    Entry("api:rounds", SEATED_ACCOUNTS, at_first()),
    Entry(
        "api:round_answer", OWNER, at_first(day="2026-04-13"), {"values": {"flow": 4}, "appreciation": "Fijn."},
        only_post=True,
    ),
    Entry("api:agreement", SEATED_ACCOUNTS, at_first()),
    Entry("api:tasks", SEATED_ACCOUNTS, at_first(), {"what": "Prijslijst sturen", "due_on": "2026-06-01"}),
    Entry("api:task_later", OWNER, at_first(task=own("task")), {"new_due": "2026-07-01"}, only_post=True),
    Entry("api:task_done", OWNER, at_first(task=own("task")), {}, only_post=True),
    Entry("api:hours", SEATED_ACCOUNTS, at_first(), {"amount": "1.5", "what": "Nieuwsbrief"}),
    Entry("api:extra_work", SEATED_ACCOUNTS, at_first(), {"what": "Een flyer", "amount": "120"}),
    Entry("api:invoices", SEATED_ACCOUNTS, at_first()),
    Entry("api:decisions", SEATED_ACCOUNTS, at_first()),
    Entry("api:feedback", SEATED_ACCOUNTS, at_first()),
    Entry("api:signals", SEATED_ACCOUNTS, at_first()),
    Entry("api:feelings", ACCOUNTS, none, {"step": 2, "words": "Hm."}),
)  # fmt: skip
