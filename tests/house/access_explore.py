"""Entries of exploring: flags, acquaintance, references, trial, decision."""

from __future__ import annotations

from collections.abc import Callable

from tests.house.entries import OWNER, SEATED_ACCOUNTS, Entry, at_first
from tests.worlds import World


def _own(name: str) -> Callable[[World, str], str]:
    """Something of Noor's own, tried by everybody."""

    def public_id(world: World, mark: str) -> str:
        return world.own[name]

    return public_id


_SCAN = (
    Entry("workspace:scan", SEATED_ACCOUNTS, at_first(), {}),
    # Who has no scan of her own is led to its first page; each answers and finishes only hers. What takes only a POST
    # says so to everybody at the table, and is not there for who does not own it (tests/doors/test_workspace_scan.py).
    Entry(
        "workspace:scan_step",
        SEATED_ACCOUNTS,
        at_first(number=4),
        {"given": "yes", "note": "Dit valt me op.", "turn": "0"},
    ),
    Entry("workspace:scan_check", SEATED_ACCOUNTS, at_first(), {}),
    Entry("workspace:scan_result", OWNER, at_first(scan=_own("scan"))),
    Entry("workspace:scan_compare", OWNER, at_first(scan=_own("scan"), earlier=_own("earlier_scan"))),
    Entry("workspace:scan_talk", SEATED_ACCOUNTS, at_first(scan=_own("scan"), flag="haggles"), {}, only_post=True),
    Entry("workspace:scan_discard", SEATED_ACCOUNTS, at_first(scan=_own("earlier_scan")), {}, only_post=True),
)

EXPLORE: tuple[Entry, ...] = _SCAN
from tests.house.entries import OWNER, SEATED_ACCOUNTS, Entry, at_first


def decision(world: World, mark: str) -> str:
    return world.own["decision"]


_DECISION: tuple[Entry, ...] = (
    Entry("workspace:explore", SEATED_ACCOUNTS, at_first()),
    Entry("workspace:insight", SEATED_ACCOUNTS, at_first()),
    Entry("workspace:keeping", SEATED_ACCOUNTS, at_first()),
    Entry("workspace:let_go", SEATED_ACCOUNTS, at_first()),
    Entry("workspace:decision", SEATED_ACCOUNTS, at_first()),
    Entry("workspace:decision_step", SEATED_ACCOUNTS, at_first(number=1)),
    Entry("workspace:decision_made", OWNER, at_first(decision=decision)),
    Entry("workspace:worry_share", OWNER, at_first(decision=decision, number=0), {"text": "x", "place": "kickoff"}),
    Entry("workspace:decision_go_on", OWNER, at_first(decision=decision)),
    Entry("workspace:decision_look", OWNER, at_first(decision=decision)),
    Entry("workspace:decline", OWNER, at_first(decision=decision)),
    Entry("workspace:decline_text", OWNER, at_first(decision=decision, version="kort-app")),
    Entry("workspace:decline_talk", OWNER, at_first(decision=decision)),
    Entry("workspace:decline_told", OWNER, at_first(decision=decision)),
)

EXPLORE: tuple[Entry, ...] = (*_DECISION,)
