"""What can be changed in an agreement, as choices to pick from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from samenstroom.agreements import editing
from samenstroom.agreements.changing import can_be_added
from samenstroom.agreements.wording.terms import clause_words
from samenstroom.kit.language import language

OWN_NEW = "eigen-0"


def choices_of(new: Mapping[str, Any]) -> list[Any]:
    """Clauses that are there, clauses that can be added, and a clause in their own words; for a list to choose from."""
    words = clause_words(language())
    there = [(code, str(words[code]["name"])) for code in editing.codes_of(new) if code in words]
    own = [(f"eigen-{at}", str(one["title"])) for at, one in enumerate(new["own_clauses"], start=1)]
    more = [(code, str(words[code]["name"])) for code in can_be_added(new) if code in words]
    groups = [
        (_("Staat er nu in"), [*there, *own]),
        (_("Kan erbij"), [*more, (OWN_NEW, _("Iets anders, in eigen woorden"))]),
    ]
    return [(label, options) for label, options in groups if options]


def own_place(code: str, new: Mapping[str, Any]) -> int | None:
    """Which clause of their own a choice names (0 for a new one); None for any other choice."""
    found = code.removeprefix("eigen-")
    if found == code or not found.isdigit() or int(found) > len(new["own_clauses"]):
        return None
    return int(found)


def clause_name(code: str) -> str:
    """How a clause is called; empty when nobody knows it."""
    found = clause_words(language()).get(code)
    return str(found["name"]) if found else ""
