"""Words around gut feelings, from the content files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from samenstroom import content
from samenstroom.exploring.models import Feeling
from samenstroom.kit import clock
from samenstroom.kit.charts import Trend
from samenstroom.kit.dates import long_date, short_date
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
