"""Entries of priorities: what changes, and what comes first for both."""

from __future__ import annotations

from collections.abc import Mapping

from tests.house.entries import Parts, at_first, own

ORDER = {"place_1": "sales", "place_2": "calm", "place_3": "speed"}

PRIORITIES_TABLE: dict[str, tuple[Parts, Mapping[str, str] | None, bool]] = {
    "priorities": (at_first(), None, False),
    "change_tell": (at_first(), {"what": ""}, False),
    "change": (at_first(change=own("change")), {"do": "yes"}, False),
    "change_counter": (at_first(change=own("change")), {"what": ""}, False),
    "change_withdraw": (at_first(change=own("change")), {}, True),
    "change_paper": (at_first(change=own("change_settled")), {}, False),
    "ranking_begin": (at_first(), {}, True),
    "ranking": (at_first(exchange=own("ranking")), ORDER, False),
    "ranking_stop": (at_first(exchange=own("ranking")), {}, True),
    "ranking_free": (at_first(exchange=own("ranking")), {}, True),
}
