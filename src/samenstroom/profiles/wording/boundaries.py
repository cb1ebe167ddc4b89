"""Words around her boundaries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from samenstroom.kit.dates import full_date
from samenstroom.kit.language import language
from samenstroom.profiles.queries.boundaries import BoundaryView

from .profile import profile_texts


def boundary_topics() -> Sequence[Mapping[str, Any]]:
    """Topics with suggestions to start from, in the order of the content file."""
    found: Sequence[Mapping[str, Any]] = profile_texts()["boundary_topics"]
    return found


def topic_of(topic: str) -> Mapping[str, Any] | None:
    """One topic, or None when there is no such topic."""
    return next((one for one in boundary_topics() if one["id"] == topic), None)


def topic_word(topic: str) -> str:
    """`Betalen` for payment."""
    found = topic_of(topic)
    return str(found["label"]) if found else topic


@dataclass(frozen=True)
class BoundaryRow:
    """A boundary as one line of a list."""

    view: BoundaryView
    topic: str
    when: str


def rows_of(views: Sequence[BoundaryView]) -> list[BoundaryRow]:
    """Boundaries as lines to read."""
    return [BoundaryRow(one, topic_word(one.topic), _when(one)) for one in views]


def _when(view: BoundaryView) -> str:
    if view.let_go_on:
        return _("losgelaten op %(day)s") % {"day": full_date(view.let_go_on, language())}
    return _("sinds %(day)s") % {"day": full_date(view.since, language())}


def history_of(view: BoundaryView) -> list[Mapping[str, str]]:
    """What it said before, newest first, as dated lines for `kit/parts/history.html`."""
    return [
        {
            "when": _("%(since)s tot %(until)s")
            % {"since": full_date(one.since, language()), "until": full_date(one.until, language())},
            "what": one.words,
            "who": one.why,
        }
        for one in view.earlier
    ]
