"""Entries around a mentor: pages of Noor, who lets Ellen look along, and pages of Ellen. Everybody tries both."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tests.house.entries import ACCOUNTS, NOBODY, OWNER, Entry, Parts, at_first, none, own
from tests.worlds import World

MENTOR = frozenset({"ellen"})
"""Only the mentor whom Noor let in."""


def _one(**more: str) -> Parts:
    """Parts of an address of the mentorship between Noor and Ellen; values name something of the world."""

    def parts(world: World, mark: str) -> Mapping[str, Any]:
        return {"mentorship": world.own["mentorship"], **{key: world.own[name] for key, name in more.items()}}

    return parts


def _thing(*, item: bool) -> Parts:
    def parts(world: World, mark: str) -> Mapping[str, Any]:
        here = {"mentorship": world.own["mentorship"], "collaboration": world.first.public_id, "kind": "feelings"}
        return {**here, "item": world.own["shown_feeling"]} if item else here

    return parts


_TABLE = at_first(mentorship=own("mentorship"))

MENTORING: tuple[Entry, ...] = (
    Entry("workspace:mentors", ACCOUNTS, none, {"name": ""}),
    Entry("workspace:mentor", OWNER, _one(), {"words": ""}),
    Entry("workspace:mentor_link", ACCOUNTS, _one(), None, only_post=True),
    Entry("workspace:mentor_withdraw", ACCOUNTS, _one(), {}, only_post=True),
    Entry("workspace:mentor_extend", ACCOUNTS, _one(), {"months": "6"}, only_post=True),
    Entry("workspace:mentor_looks", OWNER, _one()),
    Entry("workspace:mentor_stop", ACCOUNTS, _one(share="mentor_share"), None, only_post=True),
    Entry("workspace:mentor_table", OWNER, _TABLE, {"how": ""}),
    Entry("workspace:mentor_both", OWNER, _TABLE),
    Entry("workspace:mentor_kind", OWNER, _thing(item=False), {"reach": ""}),
    Entry("workspace:mentor_item", OWNER, _thing(item=True), {}),
    Entry("workspace:mentor_join", NOBODY, lambda world, mark: {"token": "onbekend"}),
    Entry("workspace:mentor_begin", NOBODY),
    Entry("workspace:mentees", ACCOUNTS),
    Entry("workspace:mentees_before", ACCOUNTS),
    Entry("workspace:mentee", MENTOR, _one(), {"words": "Dank je."}),
    Entry("workspace:mentee_table", MENTOR, _TABLE),
    Entry("workspace:mentee_item", MENTOR, _thing(item=True), {"words": ""}),
    Entry("workspace:mentee_leave", ACCOUNTS, _one(), {}, only_post=True),
    Entry("workspace:mentor_end", ACCOUNTS, _one(), {}, only_post=True),
)

MENTOR_TABLE: dict[str, tuple[Parts, Mapping[str, str] | None, bool]] = {
    "companion": (at_first(), None, False),
    "companion_answer": (at_first(companion=own("companion")), {"do": "end"}, True),
}
