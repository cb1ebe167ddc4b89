"""The text both stand behind, sentence by sentence, with what each will do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from samenstroom.adjusting.models import Conflict, SummarySentence
from samenstroom.collaborations.actions import NotAllowedError, write_line
from samenstroom.collaborations.models import Party, Seat

from .conflicts import held_open


@dataclass(frozen=True)
class SentenceTerms:
    """One sentence; `does` is something to do, by `who` (nobody named is both) and by which day."""

    words: str
    does: bool = False
    who: Party | None = None
    by_on: date | None = None


@transaction.atomic
def propose_sentences(
    *,
    conflict: Conflict,
    seat: Seat,
    sentences: Sequence[SentenceTerms],
    other_takes_part: bool,
    now: datetime,
    instead_of: SummarySentence | None = None,
) -> list[SummarySentence]:
    """These sentences lie there for the other; each counts once she accepts it. Alone they are noted.

    `instead_of` is a sentence that is not accepted yet: this one takes its place. History: that she proposed; sentences
    that lie there already change nothing. Refuses who only reads along, and what was solved (NotAllowedError).
    """
    held = held_open(conflict, seat)
    if instead_of is not None:
        _replace(held, instead_of, now)
    lies = {_content(one) for one in SummarySentence.objects.filter(conflict=held, gone_at=None)}
    made = []
    for one in sentences:
        if (one.words, one.does, one.who.pk if one.who else None, one.by_on) in lies:
            continue
        made.append(
            SummarySentence.objects.create(
                conflict=held,
                collaboration=held.collaboration,
                words=one.words,
                does=one.does,
                who=one.who,
                by_on=one.by_on,
                proposed_by=seat,
                proposed_at=now,
                noted_at=None if other_takes_part else now,
            )
        )
    if made:
        write_line(seat=seat, kind="sentence_proposed" if other_takes_part else "sentence_noted", now=now)
    return made


@transaction.atomic
def accept_sentences(*, conflict: Conflict, seat: Seat, sentences: Sequence[SummarySentence], now: datetime) -> int:
    """Both stand behind these sentences. Returns how many were new. History: that she agreed, once per act.

    Refuses who only reads along, one's own sentence, one that lies there no more, and what was solved.
    """
    held, new = held_open(conflict, seat), 0
    for one in SummarySentence.objects.filter(conflict=held, pk__in=[each.pk for each in sentences]).select_related(
        "proposed_by"
    ):
        if one.proposed_by is None or one.proposed_by.party_id == seat.party_id or one.gone_at or one.noted_at:
            raise NotAllowedError
        if one.accepted_at is None:
            SummarySentence.objects.filter(pk=one.pk).update(accepted_by=seat, accepted_at=now)
            new += 1
    if new:
        write_line(seat=seat, kind="sentence_agreed", now=now)
    return new


@transaction.atomic
def take_back_sentence(*, conflict: Conflict, seat: Seat, sentence: SummarySentence, now: datetime) -> None:
    """Her sentence lies there no more. History: that it was taken back, once.

    Refuses a sentence of the other, one both stand behind, and what was solved (NotAllowedError).
    """
    held = held_open(conflict, seat)
    one = SummarySentence.objects.filter(conflict=held, pk=sentence.pk).select_related("proposed_by").first()
    if one is None or one.proposed_by is None or one.proposed_by.party_id != seat.party_id or one.accepted_at:
        raise NotAllowedError
    if SummarySentence.objects.filter(pk=one.pk, gone_at=None).update(gone_at=now):
        write_line(seat=seat, kind="sentence_taken_back", now=now)


def _replace(conflict: Conflict, sentence: SummarySentence, now: datetime) -> None:
    rows = SummarySentence.objects.filter(conflict=conflict, pk=sentence.pk, accepted_at=None, gone_at=None)
    if not rows.update(gone_at=now):
        raise NotAllowedError


def _content(one: SummarySentence) -> tuple[str, bool, int | None, date | None]:
    return str(one.words), one.does, one.who_id, one.by_on
