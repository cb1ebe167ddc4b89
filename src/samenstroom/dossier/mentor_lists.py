"""What was shown to a mentor, looks and notes, and who looked along with both: section -> how their rows stand there.

A file never lets anybody look along: what comes in by it belongs to no mentorship, and what both agreed on is over.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from samenstroom.adjusting.models import Companion
from samenstroom.adjusting.queries.companions import companions_of
from samenstroom.adjusting.wording.companions import companion_page
from samenstroom.collaborations.visits import Visit
from samenstroom.kit.tokens import new_token, token_hash
from samenstroom.learning.models import MentorLook, MentorNote, MentorShare
from samenstroom.learning.queries.mentors import looks_at, notes_at, shares_at
from samenstroom.learning.wording.mentors import look_entries, note_views, share_rows

from .kept import Kept, Row
from .rows import plain

if TYPE_CHECKING:
    from .importing import Table

NOT_HERE = "who looked along somewhere else does not look along here"


def _companions_read(visit: Visit) -> object:
    return [companion_page(visit, one) for one in companions_of(visit)]


def _mentor_read(visit: Visit) -> object:
    notes = note_views(notes_at(visit), mentor=False, mentee_name=visit.my_name)
    return [*share_rows(shares_at(visit)), *look_entries(looks_at(visit)), *notes]


def _over(row: Row, table: Table) -> Row:
    """Somebody who still looked along, or was asked, does so no more after reading in."""
    if row.get("dropped_at") or row.get("ended_at"):
        return row
    return {**row, "ended_at" if row.get("agreed_at") else "dropped_at": plain(table.now)}


MENTOR: Mapping[str, Kept] = {
    "companions": Kept(
        Companion,
        ("name", "until_on", "proposed_at", "agreed_at", "dropped_at", "ended_at"),
        ("proposed_at", "pk"),
        seats=("proposed_by", "agreed_by", "ended_by"),
        complete=_over,
        must_read=_companions_read,
    ),
}

OWN_MENTOR: Mapping[str, Kept] = {
    "mentor_shares": Kept(
        MentorShare,
        ("name", "what", "shown_at", "only_until", "stopped_at"),
        ("shown_at", "pk"),
        left_out={"mentorship": NOT_HERE},
    ),
    "mentor_looks": Kept(
        MentorLook,
        ("name", "what", "looked_on", "looked_at"),
        ("looked_at", "pk"),
        left_out={"mentorship": NOT_HERE, "mark": "a keyed hash, to keep one look a day"},
        made={"mark": lambda: token_hash(new_token())},
    ),
    "mentor_notes": Kept(
        MentorNote,
        ("name", "by_mentor", "is_question", "about", "words", "written_at", "read_at"),
        ("written_at", "pk"),
        letter="m",
        earlier={"answers": "mentor_notes"},
        left_out={"mentorship": NOT_HERE},
        must_read=_mentor_read,
    ),
}
