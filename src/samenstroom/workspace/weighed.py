"""What she weighs, as the pages of a decision show it: lines with an address, answers to check, the step to take."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _

from samenstroom.collaborations.visits import Visit
from samenstroom.exploring.weighed import Weighed
from samenstroom.exploring.wording.decisions import Sides, choice_words, percent_words
from samenstroom.kit.dates import full_date
from samenstroom.kit.language import language
from samenstroom.rules.decisions import Choice, needs_estimate

if TYPE_CHECKING:
    from samenstroom.exploring.models import Decision


@dataclass(frozen=True)
class Line:
    """One line with its source, and where to look again."""

    text: str
    source: str
    url: str
    is_shared: bool


@dataclass(frozen=True)
class Side:
    """The lines that lean one way, or a sentence that there are none."""

    key: str
    title: str
    icon: str
    lines: list[Line]
    nothing: str


def shown_sides(sides: Sides) -> list[Side]:
    """For, against and still open, each with its lines."""
    return [
        Side("pro", _("Dit pleit ervoor"), "plus", _lines(sides.pro), _("Nog niets genoteerd.")),
        Side("con", _("Dit pleit ertegen"), "flag", _lines(sides.con), _("Nog niets genoteerd.")),
        Side("undecided", _("Dit is nog open"), "help", _lines(sides.undecided), _("Niets staat open.")),
    ]


def _lines(lines: Sequence[Weighed]) -> list[Line]:
    return [Line(one.text, one.source, _url(one), one.circle.value == "shared") for one in lines]


def _url(line: Weighed) -> str:
    return reverse(f"workspace:{line.page}", kwargs=dict(line.parts)) if line.page else ""


def first_open_step(draft: Decision) -> int:
    """The first step that still misses something; the last when all is there."""
    if not draft.choice:
        return 1
    if not draft.why:
        return 2
    is_estimated = draft.percent is not None or not needs_estimate(Choice(draft.choice))
    return 4 if draft.look_back_on and is_estimated else 3


def answers_of(draft: Decision, visit: Visit) -> list[dict[str, str]]:
    """Everything she filled in, to check and change."""
    assert draft.look_back_on is not None
    first, second, third = (_step(visit, number) for number in (1, 2, 3))
    worries = " · ".join(one["text"] for one in draft.worries)
    look = reverse("workspace:decision", kwargs={"collaboration": visit.collaboration.public_id})
    return [
        {"label": _("Je gevoel nu"), "text": draft.feeling, "url": look},
        {"label": _("Je besluit"), "text": choice_words()[Choice(draft.choice)][0], "url": first},
        {"label": _("Waarom"), "text": draft.why, "url": second},
        {"label": _("Dit houd je in het oog"), "text": worries, "url": second},
        {"label": _("Kans dat jullie allebei blij zijn"), "text": percent_words(draft.percent), "url": third},
        {"label": _("Je kijkt terug op"), "text": full_date(draft.look_back_on, language()), "url": third},
    ]  # fmt: skip


def _step(visit: Visit, number: int) -> str:
    return reverse("workspace:decision_step", kwargs={"collaboration": visit.collaboration.public_id, "number": number})
