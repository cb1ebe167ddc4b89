"""Entries of looking back and of lessons: hers alone, and looking back together as both see it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tests.house.entries import ACCOUNTS, OWNER, SEATED_ACCOUNTS, Entry, Parts, at_first, none, own
from tests.worlds import World

TOGETHER_TABLE: dict[str, tuple[Parts, Mapping[str, str] | None, bool]] = {
    "retrospective_together": (at_first(), {}, False),
    "retrospective_answer": (at_first(exchange=own("together")), {"well": "Het bellen.", "keep": "1"}, False),
    "retrospective_stop": (at_first(exchange=own("together")), {}, True),
}


def lesson(**more: str) -> Parts:
    """A lesson of Noor's own, tried by everybody."""

    def parts(world: World, mark: str) -> Mapping[str, Any]:
        return {"lesson": world.own["lesson"], **more}

    return parts


RETROSPECTIVE: tuple[Entry, ...] = (
    Entry("workspace:retrospective", SEATED_ACCOUNTS, at_first(), {}),
    Entry("workspace:retrospective_timeline", SEATED_ACCOUNTS, at_first()),
    Entry("workspace:retrospective_step", SEATED_ACCOUNTS, at_first(step="weer-zo"), {"again": "Bellen."}),
    Entry("workspace:retrospective_check", SEATED_ACCOUNTS, at_first(), {}),
    Entry("workspace:retrospective_throw_away", SEATED_ACCOUNTS, at_first()),
    Entry("workspace:lessons", ACCOUNTS),
    Entry("workspace:lesson_new", ACCOUNTS, none, {"words": ""}),
    Entry("workspace:lesson", OWNER, lesson(), {"words": ""}),
    Entry("workspace:lesson_take_up", ACCOUNTS, lesson(), {}, only_post=True),
    Entry("workspace:lesson_place", OWNER, lesson(place="agreement"), {"limit": "veel"}),
    Entry("workspace:lesson_forget", OWNER, lesson()),
    Entry(
        "workspace:lesson_aside", SEATED_ACCOUNTS, at_first(lesson=own("lesson"), place="scan"), None, only_post=True
    ),
    Entry("workspace:scan_own", OWNER, at_first(lesson=own("lesson")), {"given": ""}),
)
