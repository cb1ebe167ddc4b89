"""Entries of small agreements: reading back, extra work and advice."""

from __future__ import annotations

from collections.abc import Mapping

from tests.house.entries import Parts, at_first, newest

DEALS_TABLE: dict[str, tuple[Parts, Mapping[str, str] | None, bool]] = {
    "readbacks": (at_first(), None, False),
    "readback_add": (
        at_first(),
        {"words": "We bellen elke maandag.", "how": "talk", "agreed_on": "2026-03-01", "do": "share"},
        False,
    ),
    "readback_answer": (at_first(readback=newest("readbacks")), {"do": "confirm"}, True),
    "readback_contest": (at_first(readback=newest("readbacks")), {"words": "Het was dinsdag."}, False),
    "readback_again": (
        at_first(readback=newest("readbacks")),
        {"words": "We bellen elke dinsdag.", "how": "talk", "agreed_on": "2026-03-01", "do": "share"},
        False,
    ),
    "extra_work": (at_first(), None, False),
    "extra_work_add": (at_first(), {"what": "Een logo", "amount": "100"}, False),
    "extra_work_answer": (at_first(work=newest("extra_work")), {"do": "agree", "offer": "1"}, True),
    "extra_work_counter": (at_first(work=newest("extra_work")), {"amount": "120"}, False),
    "advices": (at_first(), None, False),
    "advice_add": (at_first(), {"asked": "Alles op vrijdag.", "instead": "Spreiden.", "why": "Rust."}, False),
    "advice_answer": (at_first(advice=newest("advices")), {"do": "read"}, False),
    "advice_outcome": (at_first(advice=newest("advices")), {"outcome": "Het liep goed."}, False),
}
