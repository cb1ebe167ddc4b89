"""Entries of the profile, the boundaries, and the pages she shows to others."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tests.house.entries import ACCOUNTS, EVERYBODY, OWNER, Entry, none
from tests.worlds import World


def _part(world: World, mark: str) -> Mapping[str, Any]:
    return {"part": "visie"}


def _boundary(world: World, mark: str) -> Mapping[str, Any]:
    return {"boundary": world.own["boundary"]}


def _piece(world: World, mark: str) -> Mapping[str, Any]:
    return {"piece": f"grens-{world.own['boundary']}"}


def _address(world: World, mark: str) -> Mapping[str, Any]:
    return {"address": "noor-van-dalen"}


PROFILE: tuple[Entry, ...] = (
    Entry("workspace:profile", ACCOUNTS),
    Entry("workspace:profile_values", ACCOUNTS, none, {"own": "x" * 50}),
    Entry("workspace:profile_order", ACCOUNTS, none, {"above": "0:onbekend"}),
    Entry("workspace:profile_part", ACCOUNTS, _part, {"vision": "x" * 5000}),
    # By POST the file itself, with what is hers and nothing of anybody else.
    Entry("workspace:profile_file", ACCOUNTS, none, {}),
    Entry("workspace:profile_import", ACCOUNTS, none, {}),
    Entry("workspace:boundaries", ACCOUNTS),
    Entry("workspace:boundary_new", ACCOUNTS, none, {"words": ""}),
    Entry("workspace:boundary", OWNER, _boundary, {"words": "Van een ander.", "topic": "price"}),
    Entry("workspace:boundary_let_go", ACCOUNTS, _boundary, {}, only_post=True),
    Entry("workspace:boundary_take_up", ACCOUNTS, _boundary, {}, only_post=True),
    Entry("workspace:work_page", ACCOUNTS),
    Entry("workspace:work_page_choose", ACCOUNTS, none, {}),
    Entry("workspace:work_page_introduction", ACCOUNTS, none, {"name": ""}),
    Entry("workspace:work_page_wording", OWNER, _piece, {"text": "Van een ander."}),
    Entry("workspace:work_page_preview", ACCOUNTS),
    Entry("workspace:work_page_online", ACCOUNTS, none, {"reach": "public", "slug": "noor-van-dalen"}),
    Entry("workspace:work_page_offline", ACCOUNTS, none, {}, only_post=True),
    Entry("workspace:work_page_renew", ACCOUNTS, none, {}, only_post=True),
    # What she put online is for everybody who has the address, the same whatever her profile says by now.
    Entry("portal:work_page", EVERYBODY, _address),
)
