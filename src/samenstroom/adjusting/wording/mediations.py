"""A mediator in words: where it stands for both, what her own side ticked, and what she reads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from samenstroom import content
from samenstroom.adjusting.given import Item, items_of
from samenstroom.adjusting.models import Mediation, MediationTalk
from samenstroom.adjusting.queries.mediations import (
    MediationView,
    both_ticked,
    name_in_calendars,
    own_ticks,
    suits_both,
    table_of,
    talk_of,
)
from samenstroom.collaborations.visits import Visit
from samenstroom.kit import clock
from samenstroom.kit.calendar_file import Moment, calendar_file
from samenstroom.kit.dates import full_date, long_date, moment_words
from samenstroom.kit.language import language


@dataclass(frozen=True)
class Said:
    """A note of the mediator."""

    told: str
    text: str


@dataclass(frozen=True)
class TalkRow:
    """The moment she proposed, and who can."""

    public_id: str
    when: str
    place: str
    answers: tuple[tuple[str, str], ...]
    suits_both: bool
    my_answer: str = ""


@dataclass(frozen=True)
class MediationPage:
    """One mediator for who looks: where it stands, what was written, the moment that lies there."""

    public_id: str
    name: str
    first_name: str
    title: str
    say: str
    tone: str
    words: str
    until: str
    waits_for_me: bool
    is_mine: bool
    is_proposed: bool
    is_noted: bool
    is_on: bool
    notes: tuple[Said, ...]
    talk: TalkRow | None


def mediation_page(view: MediationView) -> MediationPage:
    """Put one mediator in words."""
    one, visit = view.mediation, view.visit
    title, say, tone = _standing(view)
    talk = talk_of(one)
    return MediationPage(
        public_id=one.public_id,
        name=str(one.name),
        first_name=one.first_name,
        title=title,
        say=say,
        tone=tone,
        words=str(one.words),
        until=full_date(one.ends_on, language()),
        waits_for_me=view.waits_for_yes,
        is_mine=view.i_proposed,
        is_proposed=view.is_proposed,
        is_noted=one.noted_at is not None,
        is_on=view.is_on,
        notes=notes_of(one),
        talk=talk_row(talk, visit) if talk else None,
    )


def _standing(view: MediationView) -> tuple[str, str, str]:
    one, visit = view.mediation, view.visit
    words = {"name": visit.other_name, "who": one.first_name, "day": full_date(one.ends_on, language())}
    if one.noted_at:
        day = {"day": full_date(clock.day_of(one.noted_at), language()), "who": one.first_name}
        return _("Genoteerd"), _("Op %(day)s vroeg je %(who)s om hulp. Er kijkt niemand mee.") % day, "plain"
    if view.waits_for_yes:
        return _("Nu jij"), _("%(name)s stelt %(who)s voor. Zeg ja, of liever niet. Allebei is goed.") % words, "now"
    if view.is_proposed:
        return (
            _("Voorgesteld"),
            _("Het ligt bij %(name)s. Er gebeurt pas iets als jullie allebei willen.") % words,
            "plain",
        )
    if view.is_on:
        return _("Kijkt mee"), _("%(who)s kan meekijken tot en met %(day)s.") % words, "calm"
    if one.ended_at:
        day = {"day": full_date(clock.day_of(one.ended_at), language())}
        return _("Gestopt"), _("Op %(day)s gestopt. De link opent niets meer.") % day, "plain"
    return _("Afgelopen"), _("Dit liep tot en met %(day)s. De link opent niets meer.") % words, "plain"


def notes_of(mediation: Mediation) -> tuple[Said, ...]:
    """What she wrote, newest first; the same for both and for herself."""
    return tuple(Said(moment_words(one.written_at, language()), str(one.text)) for one in mediation.notes.all())


def talk_row(talk: MediationTalk, visit: Visit | None = None) -> TalkRow:
    """Put a moment in words; without a visit for the mediator herself."""
    local, ends = talk.begins_at.astimezone(clock.AMSTERDAM), talk.ends_at.astimezone(clock.AMSTERDAM)
    when = _("%(day)s, van %(from)s tot %(until)s") % {
        "day": long_date(local.date(), language()), "from": f"{local:%H:%M}", "until": f"{ends:%H:%M}",
    }  # fmt: skip
    answers = sorted(talk.answers.all(), key=lambda one: one.pk)
    mine = next((one for one in answers if visit and one.party_id == visit.party.pk), None)
    said = tuple((one.seat.first_name if one.seat else _("Iemand"), str(one.get_can_display())) for one in answers)
    return TalkRow(talk.public_id, when, str(talk.place), said, suits_both(talk), mine.can if mine else "")


def talk_moment(talk: MediationTalk, host: str) -> Moment:
    """The moment as calendars know it; its title is neutral. One that takes the place of another moves it."""
    name, changes = name_in_calendars(talk)
    answered = [one.answered_at for one in talk.answers.all()]
    return Moment(
        uid=f"{name}@{host}",
        sequence=changes,
        title=_("Gesprek"),
        stamp=talk.dropped_at or max([talk.proposed_at, *answered]),
        begins_at=talk.begins_at,
        ends_at=talk.ends_at,
        place=str(talk.place),
        is_tentative=not (talk.dropped_at or suits_both(talk)),
        is_cancelled=talk.dropped_at is not None,
    )


def talk_file(talk: MediationTalk, host: str) -> bytes:
    """The file somebody takes along herself."""
    return calendar_file(talk_moment(talk, host))


@dataclass(frozen=True)
class TickRow:
    """One thing with the tick of her own side. `is_stale`: it reads otherwise than when she ticked it."""

    item: Item
    is_mine: bool
    is_stale: bool


def tick_rows(visit: Visit, mediation: Mediation) -> list[TickRow]:
    """Everything that can be given, with her own ticks and nobody else's; who reads along sees no ticks at all."""
    ticked = own_ticks(visit, mediation) if visit.speaks else {}
    return [
        TickRow(one, ticked.get(one.key) == one.mark, one.key in ticked and ticked[one.key] != one.mark)
        for one in items_of(visit)
    ]


def open_items(mediation: Mediation, now: datetime) -> Sequence[Item]:
    """Exactly what both ticked, as it reads now. What one ticked, or what changed since, is not in it."""
    ticked = both_ticked(mediation)
    if not ticked:
        return []
    return [one for one in items_of(table_of(mediation, now)) if ticked.get(one.key) == one.mark]


def landing_of_mediator(mediation: Mediation, names: Sequence[str], operator: str) -> tuple[str, list[str]]:
    """What she reads before she opens anything: a sentence, and what is good to know."""
    expires = clock.day_of(mediation.expires_at) if mediation.expires_at else mediation.ends_on
    until = long_date(min(expires, mediation.ends_on), language())
    words = {"asker": names[0], "other": names[1], "until": until, "operator": operator, "name": mediation.first_name}
    texts = content.load("outsiders", language())["mediator"]
    return str(texts["lead"]).format(**words), [str(one["text"]).format(**words) for one in texts["know"]]


def mediation_row(views: Sequence[MediationView]) -> tuple[str, str]:
    """A hint and a state (empty when nothing waits for her) for the page of the collaboration."""
    view = next(iter(views), None)
    if view is None:
        return _("Komen jullie er samen niet uit? Vraag er iemand bij."), ""
    _title, say, _tone = _standing(view)
    return say, _("Nu jij") if view.waits_for_yes and view.visit.speaks else ""


def names_of(mediation: Mediation, visit: Visit) -> tuple[str, str]:
    """The two who ask, by name: who proposed first."""
    mine = (visit.party.speaker or visit.seat).first_name
    by = mediation.proposed_by
    is_mine = by is None or by.party_id == visit.party.pk
    return (mine, visit.other_name) if is_mine else (visit.other_name, mine)
