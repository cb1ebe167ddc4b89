"""Disagreements of a table as one visit may see them, and what both already see in the open one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from samenstroom.accounts.models import Person
from samenstroom.adjusting.models import (
    Conflict,
    ConflictDraft,
    ConflictPart,
    LadderMove,
    SolvedWord,
    SummarySentence,
)
from samenstroom.adjusting.models.conflicts import PAIR_PURPOSE, PARTS
from samenstroom.collaborations.visibility import private_rows, shared_rows
from samenstroom.collaborations.visits import Visit
from samenstroom.exchanges.queries import ExchangeView, exchanges_by_table
from samenstroom.kit import clock

from .blind import BlindView, blind_by_conflict


@dataclass(frozen=True)
class ConflictView:
    """One disagreement as this visit sees it: what both gave, the sentences that lie there, and where it stands.

    `pair` is the envelope of both versions, still sealed until both closed theirs.
    """

    conflict: Conflict
    visit: Visit
    parts: tuple[ConflictPart, ...]
    pair: ExchangeView | None
    sentences: tuple[SummarySentence, ...]
    solved: tuple[SolvedWord, ...]
    moves: tuple[LadderMove, ...]
    blind: BlindView | None

    @property
    def i_opened(self) -> bool:
        by = self.conflict.opened_by
        return by is not None and by.party_id == self.visit.party.pk

    @property
    def i_solved(self) -> bool:
        return any(one.seat.party_id == self.visit.party.pk for one in self.solved)

    @property
    def they_solved(self) -> bool:
        return any(one.seat.party_id != self.visit.party.pk for one in self.solved)

    @property
    def move(self) -> LadderMove | None:
        """The step they are on."""
        return self.moves[-1] if self.moves else None

    @property
    def is_step_due(self) -> bool:
        """The days of the step they are on ran out."""
        move = self.move
        return self.conflict.is_open and move is not None and move.due_on is not None and move.due_on < self.today

    @property
    def today(self) -> date:
        return clock.day_of(self.visit.now)

    @property
    def agreed(self) -> tuple[SummarySentence, ...]:
        return tuple(one for one in self.sentences if one.counts)

    @property
    def open_sentences(self) -> tuple[SummarySentence, ...]:
        return tuple(one for one in self.sentences if not one.counts)

    @property
    def to_accept(self) -> tuple[SummarySentence, ...]:
        """Sentences of the other that wait for her."""
        me = self.visit.party.pk
        return tuple(one for one in self.open_sentences if one.proposed_by and one.proposed_by.party_id != me)

    @property
    def pair_waits_for_me(self) -> bool:
        return self.pair is not None and self.pair.is_open and self.pair.they_sent and not self.pair.i_sent

    def given_by(self, party: int) -> list[tuple[str, str, date]]:
        """What a side gave, in the order of the parts: (part, words, day); the opened envelope first."""
        found = list(self._opened(party))
        mine = [one for one in self.parts if one.seat.party_id == party]
        found += [(one.part, str(one.words), clock.day_of(one.given_at)) for one in mine]
        return sorted(found, key=lambda one: PARTS.index(one[0]) if one[0] in PARTS else len(PARTS))

    def _opened(self, party: int) -> Iterator[tuple[str, str, date]]:
        if self.pair is None or self.pair.exchange.revealed_at is None:
            return
        answers = self.pair.mine if party == self.visit.party.pk else self.pair.theirs
        day = clock.day_of(self.pair.exchange.revealed_at)
        for part in PARTS:
            words = str((answers or {}).get(part, ""))
            if words:
                yield part, words, day


@dataclass(frozen=True)
class Given:
    """One thing that both see in the open disagreement. `kind`: subject, part, sentence, does, step or amount.

    `code` is which part or step; `party` whose it is, None when it is of both. `key` stays the same for the same thing.
    """

    kind: str
    code: str
    party: int | None
    on: date
    words: str
    key: str


def conflicts_of(visit: Visit) -> list[ConflictView]:
    """The disagreements of this table, newest first."""
    return conflicts_by_table(visit.person, [visit])[visit.collaboration.pk]


def conflict_by_id(visit: Visit, public_id: str) -> ConflictView | None:
    """One disagreement of this table."""
    return next((view for view in conflicts_of(visit) if view.conflict.public_id == public_id), None)


def conflicts_by_table(person: Person, visits: Sequence[Visit]) -> dict[int, list[ConflictView]]:
    """Collaboration id -> its disagreements, newest first; one query where there are none, twelve at most otherwise."""
    tables = {visit.collaboration.pk: visit for visit in visits}
    found: dict[int, list[ConflictView]] = {key: [] for key in tables}
    rows = shared_rows(Conflict.objects.filter(collaboration__in=tables), seen_by=person)
    conflicts = list(rows.select_related("opened_by", "aside_by").order_by("-opened_at", "-pk"))
    if not conflicts:
        return found
    keys = [one.pk for one in conflicts]
    parts = _grouped(ConflictPart.objects.filter(conflict__in=keys).select_related("seat").order_by("given_at", "pk"))
    lies = SummarySentence.objects.filter(conflict__in=keys, gone_at=None).select_related("proposed_by", "who")
    sentences = _grouped(lies.order_by("proposed_at", "pk"))
    solved = _grouped(SolvedWord.objects.filter(conflict__in=keys).select_related("seat").order_by("said_at", "pk"))
    moves = LadderMove.objects.filter(conflict__in=keys).select_related("moved_by").order_by("began_on", "pk")
    taken = _grouped(moves)
    pairs = _pairs(person, [tables[one.collaboration_id] for one in conflicts if one.pair_id])
    blind = blind_by_conflict(person, tables, keys)
    for one in conflicts:
        found[one.collaboration_id].append(
            ConflictView(
                conflict=one,
                visit=tables[one.collaboration_id],
                parts=tuple(parts.get(one.pk, ())),
                pair=pairs.get(one.pair_id or 0),
                sentences=tuple(sentences.get(one.pk, ())),
                solved=tuple(solved.get(one.pk, ())),
                moves=tuple(taken.get(one.pk, ())),
                blind=blind.get(one.pk),
            )
        )
    return found


def version_draft(visit: Visit, conflict: Conflict) -> Mapping[str, str]:
    """Part -> what she is still writing; hers alone."""
    rows = private_rows(ConflictDraft.objects.filter(conflict=conflict), seen_by=visit.person)
    found = rows.first()
    return {part: str(words) for part, words in found.parts.items()} if found else {}


def given_in_conflict(visit: Visit) -> list[Given]:
    """What both already see in the disagreements that are open, in the order in which they read it.

    Nothing sealed, nothing private, no draft: whoever both let in may be shown exactly this.
    """
    views = [view for view in conflicts_of(visit) if view.conflict.is_open]
    return [one for view in views for one in _given(view)]


def _given(view: ConflictView) -> Iterator[Given]:
    conflict = view.conflict
    key, opener = conflict.public_id, conflict.opened_by
    opened_by = opener.party_id if opener else None
    yield Given("subject", conflict.dimension, opened_by, clock.day_of(conflict.opened_at), str(conflict.subject), key)
    for party in (view.visit.party.pk, view.visit.other_party.pk):
        for at, (part, words, day) in enumerate(view.given_by(party)):
            yield Given("part", part, party, day, words, f"{key}-{party}-{part}-{at}")
    for one in view.sentences:
        by = one.proposed_by.party_id if one.proposed_by and not one.accepted_at else None
        kind, code = ("does" if one.does else "sentence"), ("agreed" if one.counts else "open")
        yield Given(kind, code, by, clock.day_of(one.accepted_at or one.proposed_at), str(one.words), one.public_id)
    for move in view.moves:
        yield Given("step", move.step, None, move.began_on, "", f"{key}-{move.step}")
    if view.blind is not None and view.blind.is_agreed:
        met = next(one for one in view.blind.rounds if one.middle)
        day = clock.day_of(met.compared_at or met.started_at)
        yield Given("amount", "agreed", None, day, str(view.blind.middle), met.public_id)


Row = TypeVar("Row", ConflictPart, SummarySentence, SolvedWord, LadderMove)


def _grouped(rows: Iterable[Row]) -> dict[int, list[Row]]:
    found: dict[int, list[Row]] = {}
    for one in rows:
        found.setdefault(one.conflict_id, []).append(one)
    return found


def _pairs(person: Person, visits: Sequence[Visit]) -> dict[int, ExchangeView]:
    if not visits:
        return {}
    found = exchanges_by_table(person, visits, PAIR_PURPOSE)
    return {view.exchange.pk: view for views in found.values() for view in views}
