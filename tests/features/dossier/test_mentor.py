"""What was shown to a mentor goes out with her own file and comes in again; a file lets nobody look along."""

import json
from typing import Any

import pytest

from samenstroom.adjusting.actions.companions import agree_companion
from samenstroom.collaborations.visits import visit_of
from samenstroom.dossier.export import export
from samenstroom.dossier.importing import read_in
from samenstroom.learning.actions.mentor_notes import write_note
from samenstroom.learning.actions.shares import ask_both, keep_look
from samenstroom.learning.models import MentorNote, Mentorship
from samenstroom.learning.queries.mentors import mentored_by, notes_read_in
from tests.features.learning.steps import accompanied, ellen, shown
from tests.people import Together, day, together

pytestmark = pytest.mark.django_db
SECTIONS = ("mentor_shares", "mentor_looks", "mentor_notes")
WHAT = {"kind": "talks", "item": "een", "day": "2026-01-06"}


@pytest.fixture
def table() -> Together:
    made = together(with_rhythm=False)
    mentorship = accompanied(made.noor, ellen())
    shown(mentorship, "talks", made.collaboration)
    keep_look(mentorship=mentorship, collaboration=made.collaboration, what=WHAT, now=day(2))
    told: dict[str, Any] = {"mentorship": mentorship, "collaboration": made.collaboration, "about": WHAT}
    asked = write_note(by=mentorship.mentor, words="Wat wil je?", is_question=True, now=day(2), **told)
    write_note(by=made.noor, words="Rust.", answers=asked, now=day(3), **told)
    companion = ask_both(mentorship=mentorship, visit=made.seen_by_noor(day(3)))
    agree_companion(companion=companion, seat=made.marleens_seat, now=day(3))
    return made


def own(document: dict[str, Any]) -> dict[str, Any]:
    return {name: document["own"][name] for name in SECTIONS}


def test_it_comes_in_as_it_went_out_and_opens_nothing(table: Together) -> None:
    out = json.loads(json.dumps(export(table.seen_by_noor(day(4)))))
    assert [len(own(out)[name]) for name in SECTIONS] == [1, 1, 2]
    made = read_in(document=out, person=table.noor, now=day(5))
    visit = visit_of(table.noor, made.public_id, day(5))
    assert visit is not None
    back = json.loads(json.dumps(export(visit)))
    assert own(back) == own(out)
    assert [one["name"] for one in back["companions"]] == ["Ellen Bakker"] and back["companions"][0]["ended_at"]
    assert [one.words for one in notes_read_in(table.noor)] == ["Wat wil je?", "Rust."]
    mentor = Mentorship.objects.get().mentor
    assert mentor is not None and mentored_by(mentor, day(5).date()).count() == 1
    assert MentorNote.objects.filter(mentorship=None).count() == 2


def test_the_other_takes_along_who_looked_along_with_both_and_nothing_else(table: Together) -> None:
    theirs = export(table.seen_by_marleen(day(4)))
    assert theirs["companions"] and not any(name in json.dumps(theirs) for name in SECTIONS)
    assert "Wat wil je?" not in json.dumps(theirs)
