"""Rows for the page of learning: her look backs, and her lessons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samenstroom.collaborations.queries import visits_of
from samenstroom.learning.queries.counted import counted
from samenstroom.learning.queries.lessons import listed_lessons
from samenstroom.learning.queries.retrospectives import retrospectives_by_table
from samenstroom.learning.wording.retrospectives import standing
from samenstroom.rules.life_cycle import Stage

from .row import Row, row_url

if TYPE_CHECKING:
    from samenstroom.accounts.models import Person
    from samenstroom.learning.models import Retrospective

OVER = frozenset({Stage.FAREWELL.value, Stage.LEARN.value})


@dataclass(frozen=True)
class LearnRows:
    """One row per collaboration, those that ended first; and one for her lessons."""

    tables: Sequence[Row]
    lessons: Sequence[Row]


def retrospective_rows(person: Person, now: datetime) -> LearnRows:
    """What she can look back on, and what she learned; the same number of queries however much there is."""
    visits = counted(visits_of(person, now))
    found = retrospectives_by_table(person, visits)
    ordered = sorted(visits, key=lambda visit: visit.collaboration.stage not in OVER)
    tables = []
    for visit in ordered:
        one = found.get(visit.collaboration.pk)
        state = _state(one)
        tables.append(
            Row(
                title=visit.collaboration.name,
                hint=standing(one),
                url=row_url(visit, "retrospective"),
                state=state[0],
                tone=state[1],
                icon=state[2],
                is_offer=one is None,
            )
        )
    n = len(listed_lessons(person))
    hint = ngettext("%(n)s les, in jouw woorden", "%(n)s lessen, in jouw woorden", n) % {"n": n}
    hint = hint if n else _("Eén zin is genoeg. Jij kiest waar hij terugkomt.")
    return LearnRows(tables, [Row(title=_("Wat je leerde"), hint=hint, url=reverse("workspace:lessons"))])


def _state(one: Retrospective | None) -> tuple[str, str, str]:
    if one is None:
        return "", "plain", ""
    return (_("Rond"), "calm", "check") if one.finished_at else (_("Bezig"), "plain", "pencil")
