"""What both said about a version, part by part, as both see it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from samenstroom.accounts.models import Person
from samenstroom.agreements.models import AgreementVersion, ClauseComment, ClauseProposal, ClauseYes
from samenstroom.agreements.parts import MADE, name_in, proposal_part, readings
from samenstroom.collaborations.models import Seat
from samenstroom.collaborations.visibility import shared_rows
from samenstroom.collaborations.visits import Visit


@dataclass(frozen=True)
class PartTalk:
    """Everything about one part: which sides agree, what was said, what was proposed (oldest first)."""

    agreed: frozenset[int] = frozenset()
    comments: tuple[ClauseComment, ...] = ()
    proposals: tuple[ClauseProposal, ...] = ()

    @property
    def open(self) -> ClauseProposal | None:
        """The proposal that waits for an answer."""
        return next((one for one in reversed(self.proposals) if one.is_open), None)

    @property
    def pending(self) -> ClauseProposal | None:
        """The proposal that both agree on, and that is not in the text yet."""
        return next((one for one in reversed(self.proposals) if one.is_pending), None)


@dataclass(frozen=True)
class Negotiation:
    """One version with what both said about its parts; parts that are only proposed come after those of the text."""

    version: AgreementVersion
    parts: Mapping[str, PartTalk] = field(default_factory=dict)

    def of(self, part: str) -> PartTalk:
        """What was said about one part."""
        return self.parts.get(part, PartTalk())

    @property
    def pending(self) -> list[ClauseProposal]:
        """What both accepted and the next version will hold."""
        return [one.pending for one in self.parts.values() if one.pending]


def negotiation_of(visit: Visit, version: AgreementVersion) -> Negotiation:
    """What was said about this version; four queries. Of an earlier version what still counts there.

    A side agrees with what it put on the table itself, with what it accepted, and with what it said yes to, as long as
    the part reads the same. It does not agree with a part that it wants otherwise.
    """
    rows = AgreementVersion.objects.filter(collaboration=visit.collaboration, way=MADE, number__lte=version.number)
    earlier = {one.pk: one for one in shared_rows(rows, seen_by=visit.person).select_related("put_by")}
    proposals = list(_all(ClauseProposal, visit, earlier).order_by("put_at", "pk"))
    said = _all(ClauseComment, visit, earlier).order_by("said_at", "pk")
    told: dict[str, list[ClauseComment]] = defaultdict(list)
    for word in said:
        name = word.part if word.version_id == version.pk else name_in(version, earlier[word.version_id], word.part)
        if name is not None:
            told[name].append(word)
    wanted = _by_part(version, proposals)
    agreed = _agreed(visit, version, earlier, proposals)
    names = dict.fromkeys([*readings(version), *wanted])
    parts = {
        name: PartTalk(
            frozenset(agreed.get(name, set()) - _wants_otherwise(wanted.get(name, []))),
            tuple(told.get(name, ())),
            tuple(wanted.get(name, ())),
        )
        for name in names
    }
    return Negotiation(version, parts)


def _all(model: type[Any], visit: Visit, versions: Mapping[int, Any]) -> Any:
    rows = model.objects.filter(collaboration=visit.collaboration, version__in=list(versions))
    seat = "put_by" if model is ClauseProposal else "seat"
    return shared_rows(rows, seen_by=visit.person).select_related(seat)


def _by_part(version: AgreementVersion, proposals: Sequence[ClauseProposal]) -> dict[str, list[ClauseProposal]]:
    """Proposals by the name of their part in this version: its own, and earlier ones that still wait."""
    found: dict[str, list[ClauseProposal]] = {}
    for one in proposals:
        waits = version.is_open and (one.is_open or one.is_pending)
        if one.version_id == version.pk:
            found.setdefault(one.part, []).append(one)
        elif waits:
            name = proposal_part(version, one)
            if name is not None:
                found.setdefault(name, []).append(one)
    return found


def _wants_otherwise(proposals: Sequence[ClauseProposal]) -> set[int]:
    """The sides that want this part otherwise: who proposed what waits, and both once it was accepted."""
    found = set()
    for one in proposals:
        by = [one.put_by, one.answered_by] if one.is_pending else [one.put_by] if one.is_open else []
        found |= {seat.party_id for seat in by if seat is not None and one.noted_at is None}
    return found


def _agreed(
    visit: Visit,
    version: AgreementVersion,
    earlier: Mapping[int, AgreementVersion],
    proposals: Sequence[ClauseProposal],
) -> dict[str, set[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    taken: dict[int, list[ClauseProposal]] = defaultdict(list)
    for one in proposals:
        if one.taken_into_id is not None and one.taken_into_id in earlier:
            taken[one.taken_into_id].append(one)
    for old in earlier.values():
        for name, party in _by_itself(old, taken.get(old.pk, [])):
            now = name_in(version, old, name)
            if now is not None:
                found[now].add(party)
    for yes in _all(ClauseYes, visit, earlier).filter(taken_back_at=None):
        now = name_in(version, earlier[yes.version_id], yes.part)
        if now is not None:
            found[now].add(yes.party_id)
    return found


def _by_itself(version: AgreementVersion, taken: Sequence[ClauseProposal]) -> Iterator[tuple[str, int]]:
    """Who agrees by what they did: with a text she put there herself, or with what both accepted in it."""
    reads = readings(version)
    if not taken and version.put_by is not None:
        yield from ((name, version.put_by.party_id) for name in reads)
    for one in taken:
        names = [name for name, value in reads.items() if value[0] == one.content["after"]]
        for seat in (one.put_by, one.answered_by):
            if seat is not None and names:
                yield names[0], seat.party_id


def proposal_by_id(visit: Visit, public_id: str) -> ClauseProposal | None:
    """One proposal of this table."""
    rows = ClauseProposal.objects.filter(collaboration=visit.collaboration, public_id=public_id)
    return shared_rows(rows, seen_by=visit.person).select_related("version", "put_by").first()


@dataclass(frozen=True)
class Waiting:
    """How many proposals and words about parts wait, by whose turn it is; and how many were accepted."""

    for_me: int = 0
    for_other: int = 0
    words_for_me: int = 0
    accepted: int = 0

    def __bool__(self) -> bool:
        return bool(self.for_me or self.for_other or self.words_for_me or self.accepted)


def waiting_by_table(person: Person, visits: Sequence[Visit]) -> dict[int, Waiting]:
    """Collaboration id -> what waits there; two queries for any number of tables, and no words of anybody."""
    tables = {visit.collaboration.pk: visit for visit in visits}
    counted: dict[int, dict[str, int]] = {key: defaultdict(int) for key in tables}
    live = ClauseProposal.objects.filter(collaboration__in=tables, withdrawn_at=None, closed_at=None, taken_into=None)
    rows = shared_rows(live, seen_by=person).select_related("put_by").defer("content", "why", "word")
    for one in rows:
        if one.is_pending:
            counted[one.collaboration_id]["accepted"] += 1
        elif one.is_open:
            counted[one.collaboration_id][_turn(tables[one.collaboration_id], one)] += 1
    words = ClauseComment.objects.filter(collaboration__in=tables, answered_at=None)
    for word in shared_rows(words, seen_by=person).select_related("seat").defer("words"):
        if not _is_mine(tables[word.collaboration_id], word.seat):
            counted[word.collaboration_id]["words_for_me"] += 1
    return {key: Waiting(**found) for key, found in counted.items()}


def waiting_of(visit: Visit) -> Waiting:
    """What waits at this table."""
    return waiting_by_table(visit.person, [visit])[visit.collaboration.pk]


def _turn(visit: Visit, proposal: ClauseProposal) -> str:
    return "for_other" if _is_mine(visit, proposal.put_by) and proposal.noted_at is None else "for_me"


def _is_mine(visit: Visit, seat: Seat | None) -> bool:
    return seat is not None and seat.party_id == visit.party.pk
