"""Talks she prepares."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samenstroom.accounts.models import Person
from samenstroom.adjusting.models import Talk
from samenstroom.adjusting.queries.talks import talk_by_id, talks_by_table
from samenstroom.kit import clock
from samenstroom.kit.dates import full_date
from samenstroom.kit.language import language

from .resting import Rest, shown_by_table
from .shown import Kind, Part, Reading, Shown, filled, rows, said


def _items(person: Person, readings: Sequence[Reading]) -> Mapping[int, Sequence[Shown]]:
    """A talk that began with a signal rests on what that signal rests on."""
    found, signals = talks_by_table(person, readings), shown_by_table(person, readings)
    shown: dict[int, Sequence[Shown]] = {}
    for key, talks in found.items():
        rests = {one.row.fingerprint: one.rest for one in signals[key]}
        told = [(one, rests.get(one.about_finding, Rest.BOTH) if one.about_finding else Rest.OWN) for one in talks]
        shown[key] = [_shown(one, rest) for one, rest in told if rest is not Rest.NEVER]
    return shown


def _shown(talk: Talk, rest: Rest) -> Shown:
    day = clock.day_of(talk.started_at)
    return Shown(talk.public_id, str(talk.subject), day, talk.started_at, of_both=rest is Rest.BOTH)


def _page(reading: Reading, item: str) -> Sequence[Part]:
    """Facts she was offered may be words of the other: those come along when both said yes."""
    talk = talk_by_id(reading, item)
    assert talk is not None
    facts = [one for one in talk.facts if reading.with_other or one not in talk.offered]
    planned = full_date(talk.planned_on, language()) if talk.planned_on else ""
    held = full_date(talk.held_on, language()) if talk.held_on else ""
    helped = str(Talk.Helped(talk.helped).label) if talk.helped else ""
    return filled(
        said(_("Feiten"), *facts),
        said(_("Wat het met me doet"), talk.effect),
        said(_("Wat ik nodig heb"), talk.need),
        said(_("Wat ik vraag"), talk.request),
        said(_("Wat ik zelf doe"), talk.offer),
        said(_("Zo begin ik"), talk.opening),
        Part(rows=rows((_("Hoe"), talk.channel_word), (_("Wanneer"), planned), (_("Gehouden op"), held))),
        said(_("Wat ervan kwam"), talk.agreed),
        Part(rows=rows((_("Hielp het"), helped))),
    )


KIND = Kind(
    "talks", gettext_lazy("Gesprekken die je voorbereidt"), gettext_lazy("Wat je wilt zeggen, en wat ervan kwam."),
    _items, _page,
    goes_on=True,
    limit=gettext_lazy(
        "Alleen feiten die je zelf opschreef. Feiten uit het logboek en uit signalen komen mee als jullie allebei ja "
        "zeggen."
    ),
)  # fmt: skip
