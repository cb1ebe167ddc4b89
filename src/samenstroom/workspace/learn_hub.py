"""What lies on the hub of learning. Each part is a template with a function that gives its rows: one line to add."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from samenstroom.learning.queries.cases import at_tables, cases_of
from samenstroom.learning.queries.estimates import estimates_of
from samenstroom.learning.queries.flights import flown_of
from samenstroom.learning.queries.patterns import first_guts
from samenstroom.learning.queries.yields import brought_by
from samenstroom.learning.wording.estimates import estimates_headline
from samenstroom.learning.wording.flying import flying_headline
from samenstroom.learning.wording.overview import running_words
from samenstroom.learning.wording.patterns import gut_headline
from samenstroom.learning.wording.texts import pattern_texts
from samenstroom.learning.wording.yields import yields_headline
from samenstroom.rules.life_cycle import LIVE, Stage

from .learn_rows import retrospective_rows

if TYPE_CHECKING:
    from samenstroom.accounts.models import Person


@dataclass(frozen=True)
class HubRow:
    """One page of learning: the name of its address, its title, and the one fact on it or what will come."""

    address: str
    title: str
    fact: str


@dataclass(frozen=True)
class HubPart:
    """A part of the hub: what `rows(person, now)` gives goes to its template as `rows`. Without any it is not shown."""

    template: str
    rows: Callable[[Person, datetime], Any]


@dataclass(frozen=True)
class Filled:
    """A part with its rows."""

    template: str
    rows: Any


def own_rows(person: Person, now: datetime) -> list[HubRow]:
    """What comes back over all of them."""
    cases, texts = cases_of(person, now), pattern_texts()["hub"]
    known = [one for one in first_guts(cases) if one.right is not None]
    running = sum(Stage(visit.collaboration.stage) in LIVE for _case, visit in at_tables(cases))
    facts = (
        ("learn_together", _("Alles samen"), running_words(running) or texts["together_empty"]),
        ("learn_year", _("Jouw jaar"), texts["year"]),
        ("learn_patterns", _("Wat terugkomt"), gut_headline(known) or texts["patterns_empty"]),
        ("learn_flying", _("Wanneer vlieg ik?"), flying_headline(flown_of(person, cases)) or texts["flying_empty"]),
        (
            "learn_estimates",
            _("Hoe schat ik in?"),
            estimates_headline(estimates_of(person).calibration) or texts["estimates_empty"],
        ),
        ("learn_yields", _("Wat bracht het, en wat vroeg het?"), yields_headline(brought_by(person, cases))),
    )
    return [HubRow(f"workspace:{page}", title, fact or texts["yields_empty"]) for page, title, fact in facts]


PARTS: tuple[HubPart, ...] = (
    HubPart("workspace/learn/_rows.html", own_rows),
    HubPart("workspace/learn/_retrospectives.html", retrospective_rows),
)
"""From top to bottom."""


def parts_of(person: Person, now: datetime) -> list[Filled]:
    """Every part that has something to show."""
    found = [Filled(part.template, part.rows(person, now)) for part in PARTS]
    return [part for part in found if part.rows]
