"""One collaboration as a document: exactly what one person may see of it, or only what both share."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from samenstroom.checkins.models import Answer, Repair, RepairLook, Rhythm, Round
from samenstroom.checkins.queries.rounds import read_answer
from samenstroom.collaborations.models import HistoryLine, Seat
from samenstroom.collaborations.visits import Visit
from samenstroom.kit import clock

from .keys import Keys, keys_for, numbered, slug
from .lists_out import Names, Reader, known_lists, list_out, names_for, shared_out
from .own_lists import OWN_LISTS
from .queries import Own, Shared, own_of_person, shared_of
from .reading import FORMAT, VERSION
from .rows import ANSWER, COLLABORATION, ENTRY, LOOK, REPAIR, RHYTHM, ROUND, SAID, Told, plain, told
from .shared_lists import IN_LINES, SHARED_LISTS

IMPORTED_BY = "imported_by"
"""In the sealed part of a line: who read it in, of what somebody else said."""


@dataclass(frozen=True)
class Sight:
    """Who looks, the keys of this document, and whether only what both share goes in."""

    visit: Visit
    keys: Keys
    only_shared: bool

    def is_hers(self, person_id: int) -> bool:
        """Whether this is her own, and may go in as such."""
        return person_id == self.visit.person.pk and not self.only_shared


def export(visit: Visit, *, only_shared: bool = False) -> Told:
    """The document of this collaboration. With `only_shared` nothing that is hers alone is in it."""
    shared = shared_of(visit, only_shared=only_shared)
    keys = keys_for(shared.seats, shared.lines, shared.kept_keys)
    sight = Sight(visit, keys, only_shared)
    reader = Reader(visit.person, only_shared)
    lists = known_lists(SHARED_LISTS, shared.lists, reader)
    names = names_for(keys, SHARED_LISTS, lists, shared.kept_keys)
    document: Told = {
        "format": FORMAT,
        "version": VERSION,
        "made_at": plain(visit.now),
        "made_for": None if only_shared else keys.person(visit.seat.pk),
        "collaboration": told(visit.collaboration, COLLABORATION),
        "parties": _parties(shared.seats, keys),
        "people": [_someone(seat, keys) for seat in shared.seats],
        "entries": _entries(shared, names),
        "rhythms": [_rhythm(one, keys) for one in shared.rhythms],
        "rounds": [_round(one, shared, sight) for one in shared.rounds],
        "repairs": _repairs(shared, sight),
    }
    document |= shared_out(SHARED_LISTS, lists, shared.inside, names, reader)
    document |= _beside(plain(shared.extra), document)
    if not only_shared:
        document["own"] = _own(own_of_person(visit), names, shared.kept_keys)
    return document


def _beside(extra: Told, document: Told) -> Told:
    """Sections that were kept as they came. One that has a table by now stands after the rows of that table."""
    return {name: [*document[name], *part] if name in SHARED_LISTS else part for name, part in extra.items()}


def as_text(document: Mapping[str, Any]) -> str:
    """The document as people may read it too: one field per line."""
    return json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def as_line(document: Mapping[str, Any]) -> str:
    """The document on one line, for a file with many."""
    return json.dumps(document, ensure_ascii=False, allow_nan=False) + "\n"


def file_name(visit: Visit) -> str:
    """`samenstroom-studio-linde-2026-05-12.json`."""
    return f"samenstroom-{slug(visit.collaboration.name)}-{clock.day_of(visit.now).isoformat()}.json"


def _parties(seats: Sequence[Seat], keys: Keys) -> list[Told]:
    sides = {seat.party_id: seat.party for seat in seats}.values()
    return [_filled({"key": keys.party(one.pk), "speaker": keys.person(one.speaker_id)}) for one in sides]


def _someone(seat: Seat, keys: Keys) -> Told:
    about = {"key": keys.person(seat.pk), "name": str(seat.name), "party": keys.party(seat.party_id)}
    return about | told(seat, ("joined_at", "added_at"))


def _entries(shared: Shared, names: Names) -> list[Told]:
    """Every line; what points at a row of another section does so by its key."""
    called = {name: names.by_public_id(section, shared.lists[section]) for name, section in IN_LINES.items()}
    entries = [_entry(line, names.keys) for line in shared.lines]
    for entry in entries:
        data = entry.get("data", {})
        data |= {name: keys[data[name]] for name, keys in called.items() if data.get(name) in keys}
    return entries


def _entry(line: HistoryLine, keys: Keys) -> Told:
    found = {
        "key": keys.entries[line.public_id],
        "kind": line.what,
        "on": plain(line.happened_on),
        "by": keys.person(line.seat_id),
        "about": keys.party(line.about_party),
        **told(line, ENTRY),
        "answers": [{"by": keys.person(one.seat_id), **told(one, SAID)} for one in line.answers.all()],
        "imported_by": line.own.get(IMPORTED_BY),
    }
    return _filled(found)


def _filled(found: Told) -> Told:
    """Without what is empty."""
    return {name: value for name, value in found.items() if value not in (None, "", [], {})}


def _rhythm(one: Rhythm, keys: Keys) -> Told:
    who = {"proposed_by": keys.person(one.proposed_by_id), "accepted_by": keys.person(one.accepted_by_id)}
    return _filled(told(one, RHYTHM) | who)


def _round(one: Round, shared: Shared, sight: Sight) -> Told:
    answers = []
    for party, key in sight.keys.parties.items():
        answer, sent_at = shared.answers.get((one.pk, party)), shared.sent.get((one.pk, party))
        if answer is not None:
            answers.append(_answer(answer, sight))
        elif sent_at is not None:
            answers.append({"party": key, "sealed": True, "sent_at": plain(clock.day_of(sent_at))})
    return _filled(told(one, ROUND) | {"answers": answers})


def _answer(answer: Answer, sight: Sight) -> Told:
    """Her own in full; of the other what the page of an opened round shows."""
    read = read_answer(answer, sight.visit.person)
    found = {
        "party": sight.keys.party(answer.party_id),
        "by": sight.keys.person(answer.seat_id),
        **told(answer, ANSWER),
    }
    if not sight.is_hers(answer.person_id):
        found["remark"] = str(read.remark) if read.remark_shared else ""
        found["remark_choice"] = ""
    return _filled(found)


def _repairs(shared: Shared, sight: Sight) -> list[Told]:
    looks: dict[int, list[Told]] = {}
    for look in shared.looks:
        looks.setdefault(look.repair_id, []).append(_look(look, sight))
    names = numbered("r", [one.public_id for one in shared.repairs], shared.kept_keys)
    return [_repair(one, names[one.public_id], looks.get(one.pk, []), sight.keys) for one in shared.repairs]


def _repair(one: Repair, key: str, looks: list[Told], keys: Keys) -> Told:
    who = {"owner": keys.party(one.owner_id), "proposed_by": keys.person(one.proposed_by_id)}
    who["agreed_by"] = keys.person(one.agreed_by_id)
    return _filled({"key": key, "round": one.round.number, **told(one, REPAIR), **who, "looks": looks})


def _look(look: RepairLook, sight: Sight) -> Told:
    """That somebody said it is known; what she said opens with the other's."""
    party = {"party": sight.keys.party(look.party_id)}
    if sight.is_hers(look.person_id):
        return party | {"by": sight.keys.person(sight.visit.seat.pk)} | told(look, LOOK)
    if look.repair.looked_back_at is not None:
        return party | told(look, LOOK)
    return party | {"sealed": True}


def _own(own: Own, shared: Names, kept: Mapping[str, str]) -> Told:
    """What is hers; a row of it may point at a shared one."""
    keys = shared.keys
    found: Told = {
        "stage": told(own.stage, ("stage", "since")) if own.stage else None,
        "origin": str(own.origin),
        "rhythm": told(own.rhythm, ("weeks", "since")) if own.rhythm else None,
    }
    mine = names_for(keys, OWN_LISTS, own.lists, kept)
    names = Names(keys, {**shared.rows, **mine.rows})
    found |= {name: list_out(name, OWN_LISTS[name], rows, names) for name, rows in own.lists.items()}
    _name_findings(own, found, keys, kept)
    extra: Told = plain(own.extra)
    return _filled(found) | extra


def _name_findings(own: Own, found: Told, keys: Keys, kept: Mapping[str, str]) -> None:
    """Marks and public ids mean nothing elsewhere: a finding gets a key, its facts and talks point at keys."""
    names = numbered("f", [row.public_id for row in own.findings], kept)
    by_mark = {row.fingerprint: names[row.public_id] for row in own.findings}
    for row, shown in zip(own.findings, found["findings"], strict=True):
        shown["key"] = names[row.public_id]
        for fact in shown["finding"].get("evidence", []):
            if (line := fact.get("data", {}).get("key")) in keys.entries:
                fact["data"]["key"] = keys.entries[line]
    for talk in found["talks"]:
        talk["about_finding"] = by_mark.get(talk.get("about_finding", ""))
    found["talks"] = [_filled(talk) for talk in found["talks"]]
