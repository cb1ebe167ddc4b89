"""A disagreement: opened with a neutral subject, told by each, solved by both or laid aside."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from samenstroom.adjusting.models import Conflict, ConflictDraft, ConflictPart, SolvedWord
from samenstroom.adjusting.models.conflicts import PAIR_PURPOSE, PARTS
from samenstroom.collaborations.actions import NotAllowedError, write_line
from samenstroom.collaborations.models import Collaboration, Party, Seat
from samenstroom.collaborations.visits import Visit
from samenstroom.exchanges.actions import close_exchange, draft_answer, save_answers, send_answer, start_exchange
from samenstroom.exchanges.models import ExchangeAnswer
from samenstroom.rules.dimensions import Dimension


@transaction.atomic
def open_conflict(*, seat: Seat, subject: str, dimension: str, other_takes_part: bool, now: datetime) -> Conflict:
    """A disagreement lies on the table, under exactly this subject; alone at the table it is noted.

    History: that it was put on the table, or noted. The same subject again, while it is open, is the same one. The
    caller tells the other. Refuses who only reads along (NotAllowedError).
    """
    speaks(seat)
    Collaboration.objects.select_for_update().get(pk=seat.collaboration_id)
    for one in Conflict.objects.filter(collaboration=seat.collaboration, solved_at=None, aside_at=None):
        if (one.subject, one.dimension) == (subject, dimension):
            return one
    made = Conflict.objects.create(
        collaboration=seat.collaboration,
        subject=subject,
        dimension=Dimension(dimension).value,
        opened_by=seat,
        opened_at=now,
        noted_at=None if other_takes_part else now,
    )
    write_line(seat=seat, kind="conflict_opened" if other_takes_part else "conflict_noted", now=now)
    return made


@transaction.atomic
def keep_version(*, conflict: Conflict, visit: Visit, parts: Mapping[str, str]) -> None:
    """What she writes of her version waits for her alone; nothing written means no draft. Leaves no trace.

    Refuses another table, and who has no account and so nothing of her own here (NotAllowedError).
    """
    if conflict.collaboration_id != visit.collaboration.pk or not visit.person.has_account:
        raise NotAllowedError
    written = {part: parts[part] for part in PARTS if parts.get(part)}
    if not written:
        ConflictDraft.objects.filter(conflict=conflict, person=visit.person).delete()
        return
    ConflictDraft.objects.update_or_create(
        conflict=conflict,
        person=visit.person,
        defaults={"parts": written, "written_at": visit.now, "collaboration": visit.collaboration},
    )


@transaction.atomic
def give_parts(*, conflict: Conflict, seat: Seat, parts: Mapping[str, str], now: datetime) -> int:
    """Both read exactly these parts of her version from now on; they are no longer in her draft. Returns how many.

    A version of hers that waited in an envelope is not waited for any more: she chose to give it now. History: that
    she gave something; words she gave already change nothing. Refuses who only reads along, and a disagreement that
    was solved (NotAllowedError).
    """
    held = held_open(conflict, seat)
    given = {(one.part, str(one.words)) for one in ConflictPart.objects.filter(conflict=held, seat=seat)}
    made = 0
    for part in PARTS:
        if parts.get(part) and (part, parts[part]) not in given:
            ConflictPart.objects.create(
                conflict=held, collaboration=held.collaboration, seat=seat, part=part, words=parts[part], given_at=now
            )
            made += 1
    _out_of_draft(held, seat, parts)
    if made:
        _stop_waiting(held, seat, now)
        write_line(seat=seat, kind="conflict_part_given", now=now)
    return made


@transaction.atomic
def give_together(*, conflict: Conflict, seat: Seat, parts: Mapping[str, str], now: datetime) -> bool:
    """These parts of her version are in a closed envelope; it opens when the other closed hers too. True once it did.

    Until then she may change them. History: that her version lies ready, once; and by the app that both opened.
    Refuses who only reads along, and a disagreement that was solved (NotAllowedError).
    """
    held = held_open(conflict, seat)
    pair = held.pair
    if pair is not None and pair.revealed_at:
        raise NotAllowedError
    if pair is None or pair.is_over:
        pair = start_exchange(seat=seat, purpose=PAIR_PURPOSE, now=now)
        Conflict.objects.filter(pk=held.pk).update(pair=pair)
    draft = draft_answer(exchange=pair, seat=seat)
    save_answers(answer=draft, answers={part: parts.get(part, "") for part in PARTS})
    _out_of_draft(held, seat, parts)
    if draft.sent_at is None:
        write_line(seat=seat, kind="conflict_sealed", now=now)
    return send_answer(answer=draft, kind="conflict_pair_opened", now=now)


@transaction.atomic
def say_solved(*, conflict: Conflict, seat: Seat, other_takes_part: bool, now: datetime) -> bool:
    """It is solved for her; it is solved for both once each side said so, and at once for one who is alone. True then.

    History: that she said so, once; by the app that it is solved, or that she noted it. Refuses who only reads along.
    """
    speaks(seat)
    held = _hold(conflict, seat)
    if held.solved_at:
        return True
    _said, is_new = SolvedWord.objects.get_or_create(
        conflict=held, seat=seat, defaults={"said_at": now, "collaboration": held.collaboration}
    )
    if is_new and other_takes_part:
        write_line(seat=seat, kind="conflict_solved_said", now=now)
    sides = Party.objects.filter(collaboration=held.collaboration_id).count()
    so = SolvedWord.objects.filter(conflict=held).values("seat__party").distinct().count()
    if other_takes_part and so < sides:
        return False
    Conflict.objects.filter(pk=held.pk).update(solved_at=now, aside_at=None, aside_by=None)
    if other_takes_part:
        write_line(seat=None, collaboration=held.collaboration, kind="conflict_solved", now=now)
    else:
        write_line(seat=seat, kind="conflict_solved_noted", now=now)
    return True


@transaction.atomic
def lay_aside(*, conflict: Conflict, seat: Seat, now: datetime) -> None:
    """It rests, and asks nothing of anybody; either side may do this, and take it up again. History: that it does.

    Refuses who only reads along, and what was solved (NotAllowedError).
    """
    held = held_open(conflict, seat)
    if held.aside_at is None:
        Conflict.objects.filter(pk=held.pk).update(aside_at=now, aside_by=seat)
        write_line(seat=seat, kind="conflict_laid_aside", now=now)


@transaction.atomic
def take_up(*, conflict: Conflict, seat: Seat, now: datetime) -> None:
    """It lies on the table again. History: that it does. Refuses who only reads along, and what was solved."""
    held = held_open(conflict, seat)
    if held.aside_at is not None:
        Conflict.objects.filter(pk=held.pk).update(aside_at=None, aside_by=None)
        write_line(seat=seat, kind="conflict_taken_up", now=now)


def speaks(seat: Seat) -> None:
    """Refuse who only reads along."""
    if seat.party.speaker_id != seat.pk:
        raise NotAllowedError


def held_open(conflict: Conflict, seat: Seat) -> Conflict:
    """The disagreement, with its table held, for who speaks for a side of it and while it is not solved."""
    speaks(seat)
    held = _hold(conflict, seat)
    if held.is_over:
        raise NotAllowedError
    return held


def _hold(conflict: Conflict, seat: Seat) -> Conflict:
    """Two people who act at once do so one after the other."""
    if conflict.collaboration_id != seat.collaboration_id:
        raise NotAllowedError
    Collaboration.objects.select_for_update().get(pk=seat.collaboration_id)
    return Conflict.objects.select_related("pair", "collaboration").get(pk=conflict.pk)


def _out_of_draft(conflict: Conflict, seat: Seat, parts: Mapping[str, str]) -> None:
    """What she gave is no draft any more; what she wrote beside it stays."""
    draft = ConflictDraft.objects.filter(conflict=conflict, person=seat.person_id).first()
    if draft is None:
        return
    draft.parts = {part: words for part, words in draft.parts.items() if not parts.get(part)}
    if draft.parts:
        draft.save(update_fields=["parts"])
    else:
        draft.delete()


def _stop_waiting(conflict: Conflict, seat: Seat, now: datetime) -> None:
    pair = conflict.pair
    if pair is None or pair.is_over:
        return
    if ExchangeAnswer.objects.filter(exchange=pair, party=seat.party_id).exclude(sent_at=None).exists():
        close_exchange(exchange=pair, seat=seat, kind="conflict_pair_stopped", now=now)
