"""Entries of the start: a kick-off and working agreements, behind both doors, and a preparation of one's own."""

from __future__ import annotations

from collections.abc import Mapping

from tests.house.entries import SEATED_ACCOUNTS, Entry, Parts, at_first, own

START: tuple[Entry, ...] = (
    Entry("workspace:own_kickoff", SEATED_ACCOUNTS, at_first()),
    Entry("workspace:own_kickoff_step", SEATED_ACCOUNTS, at_first(number=1), {"goal_mine": "Rust."}),
)

START_TABLE: dict[str, tuple[Parts, Mapping[str, str] | None, bool]] = {
    "kickoff": (at_first(), {}, False),
    "kickoff_goal": (at_first(), {"about": "calm", "text": "Elke vrijdag vrij."}, False),
    "kickoff_goal_answer": (at_first(goal=own("goal")), {"do": "accept"}, True),
    "kickoff_point": (at_first(), {"text": "De zomer."}, False),
    "kickoff_point_drop": (at_first(point=own("agenda_point")), {}, True),
    "kickoff_moment": (at_first(), {"on": "2026-06-01", "at": "10:00", "minutes": "60"}, False),
    "kickoff_moment_answer": (at_first(talk=own("kickoff_talk")), {"do": "agree", "sequence": "0"}, True),
    "kickoff_moment_file": (at_first(talk=own("kickoff_talk_agreed")), None, False),
    "kickoff_record": (at_first(), {"held_on": "2026-05-01", "text": "We begonnen rustig."}, False),
    "kickoff_opened": (at_first(exchange=own("kickoff_opened")), None, False),
    "kickoff_step": (at_first(exchange=own("kickoff"), number=1), {"seen": "Rust."}, False),
    "kickoff_send": (at_first(exchange=own("kickoff")), None, False),
    "kickoff_close": (at_first(exchange=own("kickoff")), None, True),
    "kickoff_free": (at_first(exchange=own("kickoff")), {}, True),
    "working_agreements": (at_first(), None, False),
    "working_agreements_propose": (at_first(), {"urgent": "Dan bellen we."}, False),
    "working_agreements_answer": (at_first(page=own("working")), {"do": "accept"}, True),
}
