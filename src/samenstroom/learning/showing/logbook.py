"""Lines of the logbook: those she wrote, and with a yes of both also the rest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samenstroom.accounts.models import Person
from samenstroom.collaborations.models import HistoryLine
from samenstroom.collaborations.queries import lines_by_table
from samenstroom.collaborations.wording import is_app_kind, sentence
from samenstroom.rules.visibility import Circle

from .shown import Kind, Part, Reading, Shown, filled, named_as, rows, said


def _items(person: Person, readings: Sequence[Reading]) -> Mapping[int, Sequence[Shown]]:
    tables = {one.collaboration.pk: one for one in readings}
    found = lines_by_table(person, readings)
    return {key: [_shown(tables[key], one) for one in lines] for key, lines in found.items()}


def _shown(reading: Reading, line: HistoryLine) -> Shown:
    line.seat = named_as(reading, line.seat)
    is_own = line.author_id == reading.person.pk and not is_app_kind(line.what)
    return Shown(line.public_id, sentence(line, reading), line.happened_on, line.recorded_at, of_both=not is_own)


def _page(reading: Reading, item: str) -> Sequence[Part]:
    """What the other said about a line of hers comes along when both said yes."""
    line = next(
        one for one in lines_by_table(reading.person, [reading])[reading.collaboration.pk] if one.public_id == item
    )
    line.seat = named_as(reading, line.seat)
    who = _("Jullie samen") if line.circle == Circle.SHARED.value else _("Alleen jij")
    answers = []
    for answer in line.answers.all() if reading.with_other else ():
        seat = named_as(reading, answer.seat)
        name = seat.first_name if seat else ""
        answers.append(Part(name, (str(answer.get_stance_display()), str(answer.words)), since=answer.answered_at))
    return filled(
        Part(words=(sentence(line, reading),)),
        said("", line.note),
        Part(rows=rows((_("Wie dit zien"), who))),
        *answers,
    )


KIND = Kind(
    "logbook", gettext_lazy("Logboek"), gettext_lazy("De regels die je zelf schreef."),
    _items, _page,
    limit=gettext_lazy("Regels van de ander en van de app komen pas mee als jullie allebei ja zeggen."),
)  # fmt: skip
