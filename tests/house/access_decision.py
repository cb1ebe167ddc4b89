"""Entries of the hub of exploring, the decision, and what is kept about the other."""

from __future__ import annotations

from tests.house.entries import OWNER, SEATED_ACCOUNTS, Entry, at_first, own

DECISION: tuple[Entry, ...] = (
    Entry("workspace:explore", SEATED_ACCOUNTS, at_first()),
    Entry("workspace:insight", SEATED_ACCOUNTS, at_first()),
    Entry("workspace:keeping", SEATED_ACCOUNTS, at_first()),
    Entry("workspace:let_go", SEATED_ACCOUNTS, at_first()),
    Entry("workspace:decision", SEATED_ACCOUNTS, at_first()),
    Entry("workspace:decision_step", SEATED_ACCOUNTS, at_first(number=1)),
    Entry("workspace:decision_made", OWNER, at_first(decision=own("decision"))),
    Entry(
        "workspace:worry_share", OWNER, at_first(decision=own("decision"), number=0), {"text": "x", "place": "kickoff"}
    ),
    Entry("workspace:decision_go_on", OWNER, at_first(decision=own("decision"))),
    Entry("workspace:decision_look", OWNER, at_first(decision=own("decision"))),
    Entry("workspace:decline", OWNER, at_first(decision=own("decision"))),
    Entry("workspace:decline_text", OWNER, at_first(decision=own("decision"), version="kort-app")),
    Entry("workspace:decline_talk", OWNER, at_first(decision=own("decision"))),
    Entry("workspace:decline_told", OWNER, at_first(decision=own("decision"))),
)
