"""What came in for her from somebody without a table yet. Only she is told."""

from __future__ import annotations

from django.utils.translation import gettext as _

from samenstroom.accounts.models import Person
from samenstroom.exploring.queries.readiness import new_readiness_count

from .item import Item


def arrivals(person: Person) -> list[Item]:
    """One item for all readiness tests that she has not opened yet; one query."""
    waiting = new_readiness_count(person)
    if not waiting:
        return []
    one, more = _("Iemand deed je zelftest"), _("Een paar mensen deden je zelftest")
    return [
        Item(
            weight=74,
            icon="sealed",
            title=one if waiting == 1 else more,
            line=_("Je kunt nu lezen wat er verstuurd is."),
            meta=_("Zelftest"),
            act=_("Lees wat er binnenkwam"),
            page="readiness_in",
            parts=(),
            is_private=True,
            collaboration="",
        )
    ]
