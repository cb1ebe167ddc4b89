"""Entries of mail: when one is mailed, what did not arrive, and every mail with made-up words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tests.house.entries import ACCOUNTS, EVERYBODY, LINK_HOLDER, NOBODY, Entry, none, own
from tests.worlds import World


def _unknown(world: World, mark: str) -> Mapping[str, Any]:
    """A link under a mail opens for whoever has that mail (tests/features/mail/test_choices.py); others have none."""
    return {"token": "onbekend"}


def _trouble(world: World, mark: str) -> Mapping[str, Any]:
    return {"mail": own("mail_trouble")(world, mark)}


def _a_kind(world: World, mark: str) -> Mapping[str, Any]:
    return {"kind": "reveal", "language": "nl"}


POST: tuple[Entry, ...] = (
    Entry("workspace:mail_choices", ACCOUNTS, none, {"weekdays": ""}),
    Entry("workspace:mail_settle", ACCOUNTS, _trouble, {"do": "leave"}, only_post=True),
    Entry("portal:mail_choices", LINK_HOLDER, none, {"weekdays": ""}),
    Entry("portal:mail_settle", LINK_HOLDER, _trouble, {"do": "leave"}, only_post=True),
    Entry("portal:mail_way", NOBODY, _unknown, {}),
    Entry("portal:mail_stop", NOBODY, _unknown, {}),
    Entry("workspace:mail_previews", EVERYBODY),
    Entry("workspace:mail_preview", EVERYBODY, _a_kind),
    Entry("workspace:mail_preview_html", EVERYBODY, _a_kind),
)
