"""Her own preparation for a kick-off: the same questions, her view, what the other will say, and what was said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.contrib import messages
from django.forms import BoundField
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from samenstroom.collaborations.visits import Visit
from samenstroom.exploring.wording.acquaintance import Asked, Part
from samenstroom.learning.wording.lessons import shown_at
from samenstroom.planning.actions.kickoff import keep_own_kickoff
from samenstroom.planning.forms.kickoff import SIDES, OwnPartForm
from samenstroom.planning.queries.kickoff import own_kickoff_of, own_kickoff_words
from samenstroom.planning.wording.kickoff import kickoff_parts
from samenstroom.rules.lessons import Place
from samenstroom.table.page import go, posted, show


@dataclass(frozen=True)
class Written:
    """One question with what she wrote at it."""

    asked: Asked
    mine: str
    guess: str
    said: str


@dataclass(frozen=True)
class WrittenPart:
    """One part, and whether she wrote anything in it."""

    part: Part
    rows: tuple[Written, ...]

    @property
    def has_words(self) -> bool:
        return any(row.mine or row.guess or row.said for row in self.rows)


@dataclass(frozen=True)
class Question:
    """One question with its fields."""

    asked: Asked
    fields: tuple[BoundField, ...]


def preparation(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The whole preparation on one page: to write, to take along on paper, and to read again."""
    kept = own_kickoff_words(own_kickoff_of(visit))
    written = [_written(part, kept) for part in kickoff_parts()]
    lessons = shown_at(visit, Place.KICKOFF)
    return show(request, visit, "workspace/kickoff/own.html", circle="private", parts=written, lessons_here=lessons)


def _written(part: Part, kept: Mapping[str, Mapping[str, str]]) -> WrittenPart:
    rows = [Written(one, *(kept.get(one.id, {}).get(side, "") for side in SIDES)) for one in part.questions]
    return WrittenPart(part, tuple(rows))


def step(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    """One part; kept at once."""
    parts = kickoff_parts()
    part = next((one for one in parts if one.number == number), None)
    if part is None:
        raise Http404
    form = OwnPartForm(posted(request), part=part, kept=own_kickoff_words(own_kickoff_of(visit)), name=visit.other_name)
    if request.method == "POST" and form.is_valid():
        keep_own_kickoff(visit=visit, answers=form.answers())
        if "later" not in request.POST and number < len(parts):
            return go(request, "own_kickoff_step", visit, number=number + 1)
        messages.success(request, _("Bewaard. Alleen jij ziet dit."))
        return go(request, "own_kickoff", visit)
    rows = [Question(one, tuple(form[f"{one.id}_{side}"] for side in SIDES)) for one in part.questions]
    return show(
        request, visit, "workspace/kickoff/own_step.html", circle="private", status=422 if form.is_bound else 200,
        form=form, part=part, rows=rows, total=len(parts), previous=number - 1,
    )  # fmt: skip
