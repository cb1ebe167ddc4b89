"""Words around gut feelings, from the content files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from samenstroom import content
from samenstroom.collaborations.visits import Visit
from samenstroom.exploring.models import Feeling
from samenstroom.exploring.queries.feelings import feelings_of
from samenstroom.exploring.weighed import Lean, Weighed
from samenstroom.kit import clock
from samenstroom.kit.charts import Trend
from samenstroom.kit.dates import full_date, long_date, short_date
from samenstroom.kit.language import language


def feeling_texts() -> Mapping[str, Any]:
    """Steps, subjects and questions."""
    return content.load("feelings", language())


def step_word(step: int) -> str:
    """`ik twijfel` for 3."""
    return str(feeling_texts()["steps"][step - 1]["label"])


def subject_word(subject: str) -> str:
    """`avonden` for evenings; empty for none."""
    return next((str(one["label"]) for one in feeling_texts()["subjects"] if one["id"] == subject), "")


def feeling_trend(feelings: Sequence[Feeling]) -> Trend | None:
    """Her feelings over time as one line, oldest first; None with fewer than two."""
    if len(feelings) < 2:
        return None
    days = [clock.day_of(one.felt_at) for one in feelings]
    return Trend(
        labels=[short_date(day, language()) for day in days],
        long_labels=[long_date(day, language()) for day in days],
        mine=[one.step for one in feelings],
        theirs=None,
        my_name=_("Jij"),
        caption=_("Zo voelde het voor jou."),
        subject=_("Gevoel"),
    )


@dataclass(frozen=True)
class FeelingRow:
    """One feeling in words."""

    feeling: Feeling
    day: date
    word: str
    subject: str
    name: str
    outcome: str


def rows_of(feelings: Sequence[Feeling]) -> list[FeelingRow]:
    """Feelings as lines to read."""
    return [
        FeelingRow(
            feeling=one,
            day=clock.day_of(one.felt_at),
            word=step_word(one.step),
            subject=subject_word(one.subject),
            name=one.collaboration.name if one.collaboration else "",
            outcome=_outcome(one),
        )
        for one in feelings
    ]


def _outcome(feeling: Feeling) -> str:
    if feeling.resolved_at is None:
        return ""
    return _("Het kwam uit.") if feeling.outcome else _("Het ging anders.")


def weighed_feelings(visit: Visit) -> list[Weighed]:
    """What her gut said about this collaboration, newest first, as lines for when she decides."""
    return [_weighed(one) for one in feelings_of(visit.person, visit.collaboration)]


def _weighed(feeling: Feeling) -> Weighed:
    day = clock.day_of(feeling.felt_at)
    return Weighed(
        lean=_lean(feeling),
        text=_felt(feeling),
        source=_("Gevoel, %(day)s") % {"day": full_date(day, language())},
        page="feelings",
    )


def _lean(feeling: Feeling) -> Lean:
    """A gut that says no counts against, also when her head says yes; a yes that her head doubts is open."""
    if feeling.step <= 2:
        return Lean.AGAINST
    return Lean.FOR if feeling.step >= 4 and not feeling.sussed else Lean.OPEN


def _felt(feeling: Feeling) -> str:
    said = {"word": step_word(feeling.step), "words": feeling.words}
    if feeling.sussed and feeling.words:
        return _("Je gevoel zei ‘%(word)s’, je hoofd zei iets anders: “%(words)s”") % said
    if feeling.sussed:
        return _("Je gevoel zei ‘%(word)s’, je hoofd zei iets anders.") % said
    if feeling.words:
        return _("Je gevoel zei ‘%(word)s’: “%(words)s”") % said
    return _("Je gevoel zei ‘%(word)s’.") % said
