"""Mentorships in words: how it stands, what is shown, who looked, what was written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from samenstroom.kit import clock
from samenstroom.kit.dates import full_date, long_date
from samenstroom.kit.language import language
from samenstroom.learning.models import MentorLook, MentorNote, MentorShare, Mentorship
from samenstroom.learning.queries.sight import SeenTable
from samenstroom.learning.showing import BY_NAME


@dataclass(frozen=True)
class Standing:
    """How it stands with one mentor, in a word and a sentence."""

    tone: str
    word: str
    sentence: str


def standing_of(mentorship: Mentorship, today: date) -> Standing:
    """For who lets her look along."""
    words = {"name": mentorship.first_name, "day": full_date(mentorship.until_on, language())}
    if mentorship.ended_at:
        words["day"] = full_date(clock.day_of(mentorship.ended_at), language())
        return Standing("plain", _("Voorbij"), _("Gestopt op %(day)s. %(name)s ziet niets meer.") % words)
    if today > mentorship.until_on:
        return Standing("plain", _("Voorbij"), _("Het liep tot en met %(day)s. %(name)s ziet niets meer.") % words)
    if mentorship.mentor_id:
        return Standing("calm", _("Kijkt mee"), _("%(name)s kijkt mee tot en met %(day)s.") % words)
    return Standing("plain", _("Uitgenodigd"), _("%(name)s is er nog niet en ziet nog niets.") % words)


@dataclass(frozen=True)
class ShareRow:
    """One thing that is shown, or one kind."""

    public_id: str
    title: str
    hint: str


def share_rows(shares: Sequence[MentorShare]) -> list[ShareRow]:
    """What is shown now, in words."""
    return [ShareRow(one.public_id, thing_words(one.what), _share_hint(one)) for one in shares]


def _share_hint(share: MentorShare) -> str:
    where = share.collaboration.name if share.collaboration else _("Al je samenwerkingen")
    if share.what.get("item"):
        return where
    if share.only_until:
        day = full_date(clock.day_of(share.only_until), language())
        return _("%(where)s. Alleen wat er was op %(day)s.") % {"where": where, "day": day}
    return _("%(where)s. Ook wat er nog bij komt.") % {"where": where}


def thing_words(what: Mapping[str, str]) -> str:
    """`Gevoelens, 3 maart 2026`, `Gevoelens` or, for the list itself, `Het overzicht`."""
    kind = BY_NAME.get(str(what.get("kind", "")))
    if kind is None:
        return _("Het overzicht")
    if what.get("day"):
        day = full_date(date.fromisoformat(what["day"]), language())
        return _("%(what)s, %(day)s") % {"what": kind.title, "day": day}
    return str(kind.title)


def look_entries(looks: Sequence[MentorLook]) -> list[Mapping[str, str]]:
    """When what was looked at, as dated lines."""
    return [
        {
            "when": full_date(one.looked_on, language()),
            "machine_when": one.looked_on.isoformat(),
            "what": thing_words(one.what),
            "who": one.collaboration.name if one.collaboration else "",
        }
        for one in looks
    ]


@dataclass(frozen=True)
class NoteView:
    """One note as one of the two reads it. `side` is how a bubble is drawn: one's own has its corner at the start."""

    public_id: str
    name: str
    side: str
    when: str
    about: str
    words: str
    is_question: bool
    can_answer: bool


def note_views(notes: Sequence[MentorNote], *, mentor: bool, mentee_name: str, shown: bool = True) -> list[NoteView]:
    """The notes for one of the two: `mentor` says for which. What was shown then is only named while it is `shown`."""
    answered = {one.answers_id for one in notes}
    return [
        NoteView(
            public_id=one.public_id,
            name=one.name if one.by_mentor else mentee_name,
            side="self" if one.by_mentor == mentor else "coach",
            when=long_date(clock.day_of(one.written_at), language()),
            about=thing_words(one.about) if one.about and shown else "",
            words=one.words,
            is_question=one.is_question,
            can_answer=one.is_question and one.by_mentor != mentor and one.pk not in answered,
        )
        for one in notes
    ]


@dataclass(frozen=True)
class MenteeRow:
    """One mentee in the list of a mentor."""

    public_id: str
    name: str
    hint: str
    state: str


def mentee_row(mentorship: Mentorship, tables: Sequence[SeenTable]) -> MenteeRow:
    """What is new and what asks an answer, in calm words; nothing is counted."""
    state = ""
    if getattr(mentorship, "has_question", False):
        state = _("Vraagt je iets")
    elif getattr(mentorship, "has_note", False):
        state = _("Schreef je")
    if not tables:
        hint = _("Er wordt nu niets getoond.")
    elif has_something_new(mentorship, tables):
        hint = _("Er is iets nieuws sinds je laatst keek.")
    else:
        hint = _("Niets nieuws sinds je laatst keek.")
    return MenteeRow(mentorship.public_id, mentorship.person.name, hint, state)


def has_something_new(mentorship: Mentorship, tables: Sequence[SeenTable]) -> bool:
    """Something that is seen was made, or began to be shown, after the mentor last looked."""
    seen_at = mentorship.looked_at
    if seen_at is None:
        return True
    made = any(one.made_at > seen_at for table in tables for kind in table.kinds for one in kind.items)
    return made or bool(getattr(mentorship, "has_new", False))
