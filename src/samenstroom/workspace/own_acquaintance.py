"""Her own guide for an acquaintance: the same questions, what she thinks and what was said. Private, part by part."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.contrib import messages
from django.forms import BoundField
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from samenstroom.collaborations.visits import Visit
from samenstroom.exploring.actions.acquaintance import keep_own_acquaintance
from samenstroom.exploring.forms.acquaintance import OwnPartForm
from samenstroom.exploring.queries.acquaintance import own_acquaintance_of, own_words
from samenstroom.exploring.wording.acquaintance import Asked, Part, parts
from samenstroom.table.page import go, posted, show


@dataclass(frozen=True)
class Written:
    """One question of the guide with what she wrote at it."""

    asked: Asked
    mine: str
    said: str


@dataclass(frozen=True)
class WrittenPart:
    """One part of the guide, and whether she wrote anything in it."""

    part: Part
    rows: tuple[Written, ...]

    @property
    def has_words(self) -> bool:
        return any(row.mine or row.said for row in self.rows)


@dataclass(frozen=True)
class Question:
    """One question with its two fields."""

    asked: Asked
    mine: BoundField
    said: BoundField

    @property
    def hint(self) -> str:
        """The hint of the question; not how to choose, for here she only writes."""
        return "" if self.asked.labels else self.asked.hint


def guide(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The whole guide on one page: to prepare, to take along on paper, and to read again."""
    kept = own_words(own_acquaintance_of(visit))
    written = [_written(part, kept) for part in parts()]
    return show(request, visit, "workspace/acquaintance/guide.html", circle="private", parts=written)


def _written(part: Part, kept: Mapping[str, Mapping[str, str]]) -> WrittenPart:
    rows = [
        Written(one, kept.get(one.id, {}).get("mine", ""), kept.get(one.id, {}).get("said", ""))
        for one in part.questions
    ]
    return WrittenPart(part, tuple(rows))


def step(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    """One part; kept at once."""
    part = next((one for one in parts() if one.number == number), None)
    if part is None:
        raise Http404
    kept = own_words(own_acquaintance_of(visit))
    form = OwnPartForm(posted(request), part=part, kept=kept, name=visit.other_name)
    if request.method == "POST" and form.is_valid():
        keep_own_acquaintance(visit=visit, answers=form.answers())
        if "later" not in request.POST and number < len(parts()):
            return go(request, "own_acquaintance_step", visit, number=number + 1)
        messages.success(request, _("Bewaard. Alleen jij ziet dit."))
        return go(request, "own_acquaintance", visit)
    rows = [Question(one, form[f"{one.id}_mine"], form[f"{one.id}_said"]) for one in part.questions]
    return show(
        request, visit, "workspace/acquaintance/step.html", circle="private", status=422 if form.is_bound else 200,
        form=form, part=part, rows=rows, total=len(parts()), previous=number - 1,
    )  # fmt: skip
