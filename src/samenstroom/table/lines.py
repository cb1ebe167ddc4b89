"""Lines of the logbook in words: what it says, who sees it, how the other sees it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from samenstroom.collaborations.queries import LineView
from samenstroom.collaborations.visits import Visit
from samenstroom.collaborations.wording import is_app_kind
from samenstroom.kit import clock
from samenstroom.rules.visibility import Circle

if TYPE_CHECKING:
    from samenstroom.collaborations.models import LineAnswer


@dataclass(frozen=True)
class SeenAs:
    """How someone sees a line of the other, and her own words with it."""

    stance: str
    words: str


@dataclass(frozen=True)
class LineRow:
    """One dated line as the page shows it."""

    public_id: str
    day: date
    recorded_on: date
    text: str
    note: str
    who: str
    circle: str
    taken_back_on: date | None
    seen_as: tuple[SeenAs, ...]


def line_row(visit: Visit, view: LineView) -> LineRow:
    """Put one line in words for who looks."""
    line = view.line
    return LineRow(
        public_id=line.public_id,
        day=line.happened_on,
        recorded_on=clock.day_of(line.recorded_at),
        text=view.sentence,
        note=line.note,
        who=line.seat.name if line.seat else _("De app"),
        circle=line.circle,
        taken_back_on=clock.day_of(line.withdrawn_at) if line.withdrawn_at else None,
        seen_as=tuple(_seen_as(visit, answer) for answer in view.answers),
    )


def _seen_as(visit: Visit, answer: LineAnswer) -> SeenAs:
    mine, agrees = answer.seat_id == visit.seat.pk, answer.stance == "so"
    if mine:
        stance = _("Jij zegt: zo was het.") if agrees else _("Jij ziet het anders.")
    else:
        name = {"name": answer.seat.first_name}
        stance = (_("%(name)s zegt: zo was het.") if agrees else _("%(name)s ziet het anders.")) % name
    return SeenAs(stance, answer.words)


def may_answer(view: LineView) -> bool:
    """Whether she can say how she sees it: a line the other wrote, not one about an act in the app."""
    return view.can_answer and not is_app_kind(view.line.what)


def my_answer(visit: Visit, view: LineView) -> dict[str, str]:
    """What she said about this line before, for the form to start from."""
    mine = next((answer for answer in view.answers if answer.seat_id == visit.seat.pk), None)
    return {"stance": mine.stance, "words": mine.words} if mine else {}


def is_same_line(view: LineView, *, kind: str, circle: Circle, day: date, data: dict[str, Any], note: str) -> bool:
    """Whether this line of her own already says exactly this."""
    line = view.line
    said = (line.what, line.circle, line.happened_on, line.data, line.note)
    return view.is_mine and line.withdrawn_at is None and said == (kind, circle.value, day, data, note)
