"""Lines of the logbook in words: what it says, who sees it, how the other sees it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from samenstroom.collaborations.queries import LineView
from samenstroom.collaborations.visits import Visit
from samenstroom.collaborations.wording import is_app_kind
from samenstroom.dossier.export import IMPORTED_BY
from samenstroom.kit import clock
from samenstroom.kit.dates import full_date
from samenstroom.kit.language import language
from samenstroom.rules.visibility import Circle

if TYPE_CHECKING:
    from samenstroom.collaborations.models import HistoryLine, LineAnswer


@dataclass(frozen=True)
class Told:
    """What was said about a line later: a sentence of the app, and someone's own words with it."""

    text: str
    words: str = ""


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
    told: tuple[Told, ...]


def line_row(visit: Visit, view: LineView) -> LineRow:
    """Put one line in words for who looks."""
    line = view.line
    return LineRow(
        public_id=line.public_id,
        day=line.happened_on,
        recorded_on=clock.day_of(line.recorded_at),
        text=view.sentence,
        note=line.note,
        who=_who(line),
        circle=line.circle,
        told=(*(_seen_as(visit, answer) for answer in view.answers), *_taken_back(view)),
    )


def shared_row(visit: Visit, view: LineView) -> LineRow:
    """One line of all that was ever shared: on the day it was written, and by whom."""
    row = line_row(visit, view)
    return replace(row, day=row.recorded_on, told=(Told(_("Door: %(who)s") % {"who": row.who}), *row.told))


def _who(line: HistoryLine) -> str:
    """Who said it; of what came from a dossier also who read it in."""
    if line.seat is None:
        return _("De app")
    reader = line.own.get(IMPORTED_BY)
    if reader is None:
        return line.seat.name
    return _("%(who)s, ingelezen door %(reader)s en niet bevestigd") % {"who": line.seat.name, "reader": reader}


def _seen_as(visit: Visit, answer: LineAnswer) -> Told:
    agrees = answer.stance == "so"
    if answer.seat_id == visit.seat.pk:
        return Told(_("Jij zegt: zo was het.") if agrees else _("Jij ziet het anders."), answer.words)
    stance = _("%(name)s zegt: zo was het.") if agrees else _("%(name)s ziet het anders.")
    return Told(stance % {"name": answer.seat.first_name}, answer.words)


def _taken_back(view: LineView) -> tuple[Told, ...]:
    if view.line.withdrawn_at is None:
        return ()
    day = full_date(clock.day_of(view.line.withdrawn_at), language())
    return (Told(_("Teruggenomen op %(day)s. De regel blijft leesbaar voor jullie allebei.") % {"day": day}),)


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
