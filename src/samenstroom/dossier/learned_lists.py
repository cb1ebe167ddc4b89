"""What a person learned: section under `own` -> how its rows stand there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from samenstroom.collaborations.visibility import private_rows
from samenstroom.collaborations.visits import Visit
from samenstroom.learning.models import Lesson, Outline, Retrospective
from samenstroom.learning.queries.cases import cases_at
from samenstroom.learning.queries.lessons import lessons_at
from samenstroom.learning.queries.outlines import drawn_of
from samenstroom.learning.queries.retrospectives import retrospective_of
from samenstroom.learning.wording.lessons import about_words, origin_words, places_of
from samenstroom.learning.wording.outlines import outline_page
from samenstroom.learning.wording.retrospectives import written_rows

from .kept import Beside, Kept

ELSEWHERE = "what it says stands beside it, also when it was written at a decision or a farewell"


def _say(row: Any, words: Any) -> None:
    row.words = words


def _looked_back(visit: Visit) -> object:
    found = retrospective_of(visit)
    return list(written_rows(visit, found)) if found else []


def _learned(visit: Visit) -> object:
    return [(origin_words(one), about_words(one), places_of(one)) for one in lessons_at(visit)]


def _outlined(visit: Visit) -> object:
    rows = private_rows(Outline.objects.filter(collaboration=visit.collaboration), seen_by=visit.person)
    cases = cases_at(visit.person, [visit], drawn_of(visit.person))
    return [outline_page(one, cases) for one in rows if one.content]


OWN_LEARNED: Mapping[str, Kept] = {
    "retrospective": Kept(
        Retrospective, ("started_at", "finished_at", "answers"), ("started_at", "pk"), must_read=_looked_back
    ),
    "lessons": Kept(
        Lesson,
        ("learned_at", "about", "returns"),
        ("learned_at", "pk"),
        left_out={
            "words": ELSEWHERE,
            "look_back": ELSEWHERE,
            "farewell": ELSEWHERE,
            "aside": "it names collaborations of this instance, which are others elsewhere",
        },
        beside={"says": Beside(lambda row: row.sentence, _say)},
        must_read=_learned,
    ),
    "outlines": Kept(Outline, ("on_the_day", "content"), ("pk",), must_read=_outlined),
}
