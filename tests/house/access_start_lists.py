"""Entries of the lists of a start."""

from __future__ import annotations

from collections.abc import Mapping

from tests.house.entries import Parts, at_first, own

START_LISTS_TABLE: dict[str, tuple[Parts, Mapping[str, str] | None, bool]] = {
    "accesses_register": (at_first(), {"what": ""}, False),
    "accesses_register_item": (at_first(entry=own("start_access")), {"what": ""}, False),
    "onboarding": (at_first(), {"what": ""}, False),
    "onboarding_item": (at_first(entry=own("start_ready")), {"what": ""}, False),
    "risks": (at_first(), {"what": ""}, False),
    "risks_item": (at_first(entry=own("start_risk")), {"what": ""}, False),
}
