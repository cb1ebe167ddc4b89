"""Questions about the record, always with who is looking."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Prefetch, QuerySet

from samenstroom.accounts.models import LinkRequest, Person, PersonalLink
from samenstroom.rules.life_cycle import STAGES, Stage, order
from samenstroom.rules.visibility import Circle

from .models import HistoryLine, LineAnswer, OwnStage, PersonalNote, Seat
from .visibility import collaborations_seen_by, lines_seen_by, private_rows, shared_lines_seen_by, tables_of
from .visits import Visit, make_visit, seat_them
from .wording import facts, is_app_kind, kinds, sentence


@dataclass(frozen=True)
class LineView:
    """One history line as this visit reads it."""

    line: HistoryLine
    sentence: str
    is_private: bool
    is_mine: bool
    is_theirs: bool
    answers: tuple[LineAnswer, ...]

    @property
    def can_answer(self) -> bool:
        """A line about the collaboration that the other side wrote down."""
        return not self.is_private and self.is_theirs and self.line.withdrawn_at is None

    @property
    def can_take_back(self) -> bool:
        """A line she wrote herself; what the app wrote about an act of hers stays."""
        return self.is_mine and self.line.withdrawn_at is None and not is_app_kind(self.line.what)


def _views(
    visit: Visit, lines: QuerySet[HistoryLine], told_to: Visit | None = None, most: int | None = None
) -> list[LineView]:
    rows = lines.filter(collaboration=visit.collaboration).select_related("seat", "about")
    answers = Prefetch("answers", queryset=LineAnswer.objects.select_related("seat").order_by("answered_at"))
    ordered = rows.prefetch_related(answers).order_by("-happened_on", "-recorded_at", "-pk")
    return [
        LineView(
            line=line,
            sentence=sentence(line, told_to or visit),
            is_private=line.circle == Circle.PRIVATE.value,
            is_mine=line.author_id == visit.person.pk,
            is_theirs=line.seat is not None and line.seat.party_id == visit.other_party.pk,
            answers=tuple(line.answers.all()),
        )
        for line in ordered[:most]
    ]


def history_lines(visit: Visit) -> list[LineView]:
    """Everything dated that this person may see here: the shared lines and her own private ones."""
    return _views(visit, lines_seen_by(visit.person))


def shared_lines(visit: Visit, told_to: Visit | None = None, *, most: int | None = None) -> list[LineView]:
    """What was ever shared here, by whom and when, newest first; the same lines for both sides. At most `most`.

    `told_to` words them for another reader at the same table; what is fetched stays what `visit` may see.
    """
    return _views(visit, shared_lines_seen_by(visit.person), told_to, most)


def fact_lines_by_table(person: Person, visits: Sequence[Visit]) -> dict[int, list[HistoryLine]]:
    """Collaboration id -> the dated facts that stand, hers and the shared ones, with answers; in two queries.

    What the app wrote about acts is left out. Of her own lines the kind is sealed, so those come all.
    """
    keys = [visit.collaboration.pk for visit in visits]
    rows = lines_seen_by(person).filter(collaboration__in=keys, withdrawn_at=None)
    rows = rows.filter(kind__in=[*facts(), HistoryLine.PRIVATE_KIND])
    answers = Prefetch("answers", queryset=LineAnswer.objects.select_related("seat").defer("words"))
    found: dict[int, list[HistoryLine]] = {key: [] for key in keys}
    lines = list(rows.prefetch_related(answers).defer("note").order_by("happened_on", "pk"))
    seat_them(lines, visits)
    for line in lines:
        found[line.collaboration_id].append(line)
    return found


def lines_by_table(person: Person, visits: Sequence[Visit]) -> dict[int, list[HistoryLine]]:
    """Collaboration id -> the lines that stand, hers and the shared ones, newest first, with answers; two queries."""
    found: dict[int, list[HistoryLine]] = {visit.collaboration.pk: [] for visit in visits}
    rows = lines_seen_by(person).filter(collaboration__in=found, withdrawn_at=None).select_related("seat", "about")
    answers = Prefetch("answers", queryset=LineAnswer.objects.select_related("seat").order_by("answered_at"))
    for line in rows.prefetch_related(answers).order_by("-happened_on", "-recorded_at", "-pk"):
        found[line.collaboration_id].append(line)
    return found


def other_names(visits: Sequence[Visit]) -> dict[int, list[str]]:
    """Collaboration id -> every name the other side bears or bore there: at each of its seats, and before a new name.

    Two queries for any number of tables.
    """
    others = {visit.other_party.pk: visit.collaboration.pk for visit in visits}
    found: dict[int, list[str]] = {visit.collaboration.pk: [] for visit in visits}
    for party, name in Seat.objects.filter(party__in=others).values_list("party", "name"):
        found[others[party]].append(name)
    for line in HistoryLine.objects.filter(kind="renamed", seat__party__in=others):
        found[line.collaboration_id] += [str(line.data.get("before", "")), str(line.data.get("after", ""))]
    return found


def line_view(visit: Visit, public_id: str) -> LineView | None:
    """One line she may see."""
    found = _views(visit, lines_seen_by(visit.person).filter(public_id=public_id))
    return found[0] if found else None


def line_by_id(visit: Visit, public_id: str) -> HistoryLine | None:
    """One line she may see, as a record to act on."""
    return lines_seen_by(visit.person).filter(collaboration=visit.collaboration, public_id=public_id).first()


@dataclass(frozen=True)
class StageView:
    """One stop on the route."""

    code: str
    label: str
    purpose: str
    note: str
    is_now: bool


def route_of(visit: Visit) -> list[StageView]:
    """The seven stages with the shared one marked."""
    now = order(Stage(visit.collaboration.stage))
    stops = []
    for stage, words in zip(STAGES, kinds()["stages"], strict=True):
        position = order(stage)
        state = "here" if position == now else "done" if position < now else "ahead"
        stops.append(StageView(stage.value, words["label"], words["purpose"], words["note"][state], position == now))
    return stops


def own_stage_of(visit: Visit) -> OwnStage | None:
    """Where she is for herself, when that differs."""
    return private_rows(OwnStage.objects.filter(collaboration=visit.collaboration), seen_by=visit.person).first()


def note_of(visit: Visit) -> PersonalNote | None:
    """Her private words about this collaboration."""
    return private_rows(PersonalNote.objects.filter(collaboration=visit.collaboration), seen_by=visit.person).first()


def visits_of(person: Person, now: datetime) -> list[Visit]:
    """Her visits to all her tables, newest collaboration first, in a fixed number of queries."""
    rows = collaborations_seen_by(person).order_by("-created_at", "-pk")
    seats = Seat.objects.filter(collaboration__in=tables_of(person)).select_related(
        "invitee", "party__speaker__invitee", "party__speaker__person"
    )
    found = rows.prefetch_related(Prefetch("seats", queryset=seats.order_by("pk")))
    return [make_visit(person, collaboration, list(collaboration.seats.all()), now) for collaboration in found]


@dataclass(frozen=True)
class LinkView:
    """One copy of the other's link, with what became of it; the token is nowhere."""

    link: PersonalLink
    works: bool


def links_of(visit: Visit) -> list[LinkView]:
    """All copies ever made for the other side of this table, newest first; both sides may see that they exist."""
    invitees = _invitees_of(visit)
    links = PersonalLink.objects.filter(invitee__in=invitees).select_related("minted_by", "invitee")
    return [LinkView(link, link.works_at(visit.now)) for link in links.order_by("-minted_at", "-pk")]


def link_by_id(visit: Visit, public_id: str) -> PersonalLink | None:
    """One copy made for this table."""
    return PersonalLink.objects.filter(invitee__in=_invitees_of(visit), public_id=public_id).first()


def _invitees_of(visit: Visit) -> QuerySet[Seat, Any]:
    seats = Seat.objects.filter(collaboration=visit.collaboration, collaboration__in=tables_of(visit.person))
    return seats.filter(invitee__isnull=False).values_list("invitee", flat=True)


def open_link_requests(person: Person) -> dict[int, LinkRequest]:
    """Collaboration id -> the open request for a new link by the other side, over all her tables."""
    seats = Seat.objects.filter(collaboration__in=tables_of(person)).exclude(person=person)
    requests = LinkRequest.objects.filter(granted_at=None, invitee__seat__in=seats).select_related("invitee__seat")
    return {request.invitee.seat.collaboration_id: request for request in requests}


def colleagues_at(visit: Visit) -> Sequence[Seat]:
    """Who else of her own side reads along."""
    seats = Seat.objects.filter(collaboration=visit.collaboration, party=visit.party, person__isnull=False)
    return list(seats.exclude(person=visit.person).order_by("added_at"))
