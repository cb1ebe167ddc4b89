"""Entries of the readiness test: her page, what came in, and the public page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tests.house.entries import ACCOUNTS, EVERYBODY, OWNER, Entry, none
from tests.worlds import World


def _answer(world: World, mark: str) -> Mapping[str, Any]:
    return {"answer": world.own["readiness"]}


def _slug(world: World, mark: str) -> Mapping[str, Any]:
    return {"slug": "noor-van-dalen"}


READINESS: tuple[Entry, ...] = (
    Entry("workspace:readiness", ACCOUNTS, none, {"slug": "noor-van-dalen", "introduction": "Van iemand anders."}),
    Entry("workspace:readiness_open", ACCOUNTS, none, {"text": "Anders."}, only_post=True),
    Entry("workspace:readiness_close", ACCOUNTS, none, {}, only_post=True),
    Entry("workspace:readiness_in", ACCOUNTS),
    Entry("workspace:readiness_answer", OWNER, _answer),
    Entry("workspace:readiness_begin", OWNER, _answer, {"other_name": "Iemand", "name": "Iets"}),
    Entry("workspace:readiness_discard", ACCOUNTS, _answer, {}, only_post=True),
    # What somebody sends is tried in tests/doors/test_portal_readiness.py; here only what everybody may see.
    Entry("portal:readiness", EVERYBODY, _slug, {"letting_go": "hand_over"}),
    Entry("portal:readiness_send", EVERYBODY, _slug, {"letting_go": "hand_over"}),
    Entry("portal:readiness_sent", EVERYBODY, _slug),
)
