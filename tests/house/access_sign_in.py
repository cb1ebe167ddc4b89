"""Entries of coming in: each account holder sees her own ways in, never those of another."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tests.house.entries import ACCOUNTS, EVERYBODY, LINK_HOLDER, NOBODY, OWNER, Entry, none
from tests.worlds import World

_OF_NOBODY = "onbekend"


def _key(world: World, mark: str) -> Mapping[str, Any]:
    return {"key": _OF_NOBODY}


def _browser(world: World, mark: str) -> Mapping[str, Any]:
    return {"browser": _OF_NOBODY}


def _karin(world: World, mark: str) -> Mapping[str, Any]:
    return {"person": world.karin.public_id}


# Behind `recently_proven` nobody comes by a session alone: the answer leads to the proof (tests/doors/test_ways_in.py).
SIGN_IN: tuple[Entry, ...] = (
    Entry("workspace:prove", ACCOUNTS, none, {"secret": ""}),
    Entry("portal:prove", LINK_HOLDER, none, {"secret": ""}),
    Entry("workspace:sign_in", ACCOUNTS),
    Entry("workspace:second_step", ACCOUNTS, none, {"code": ""}),
    Entry("workspace:second_step_picture", ACCOUNTS),
    Entry("workspace:second_step_off", ACCOUNTS, none, {}, only_post=True),
    Entry("workspace:spare_codes", ACCOUNTS, none, {}),
    Entry("workspace:passkeys", ACCOUNTS, none, {"name": ""}),
    Entry("workspace:passkey", ACCOUNTS, _key, {"name": ""}),
    Entry("workspace:passkey_remove", ACCOUNTS, _key, {}, only_post=True),
    Entry("workspace:browsers", ACCOUNTS),
    Entry("workspace:browser_end", ACCOUNTS, _browser, {}, only_post=True),
    Entry("workspace:browsers_end", ACCOUNTS, none, {}, only_post=True),
    Entry("workspace:address", ACCOUNTS, none, {"email": "geen"}),
    Entry("workspace:address_code", ACCOUNTS, none, {"code": ""}),
    Entry("portal:account_code", LINK_HOLDER, none, {"code": ""}),
    Entry("not_mine", NOBODY, lambda world, mark: {"token": _OF_NOBODY}),
    Entry("portal:browsers", LINK_HOLDER),
    Entry("portal:browser_end", LINK_HOLDER, _browser, {}, only_post=True),
    Entry("portal:browsers_end", LINK_HOLDER, none, {}, only_post=True),
    # Noor began the practice in which Karin works, so she administers it.
    Entry("workspace:practice_member", OWNER, _karin, None),
    Entry("workspace:practice_member_remove", ACCOUNTS, _karin, None, only_post=True),
    Entry("account_request_login_code", EVERYBODY, none, {"email": "geen"}),
    Entry("account_confirm_login_code", NOBODY),
    Entry("mfa_authenticate", NOBODY),
    Entry("mfa_login_webauthn", NOBODY),  # by POST it counts tries of one address; see tests/doors/test_ways_in.py
)
