"""What changes for one side: told, answered, and put into the agreement, with mails that say no more than that."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from samenstroom.adjusting.actions.priorities import Told, answer_change, put_on_paper, tell_change
from samenstroom.adjusting.models import PriorityChange
from samenstroom.adjusting.wording.priorities import with_change
from samenstroom.agreements.models import AgreementVersion
from samenstroom.agreements.queries.versions import base_of, whole_content
from samenstroom.collaborations.actions import NotAllowedError
from samenstroom.collaborations.models import Party
from samenstroom.collaborations.visits import Visit
from samenstroom.kit import clock
from samenstroom.rules.agreement.amending import Change, change_between

from .addenda import offer_addendum
from .letters import letter_to


def tell(*, visit: Visit, told: Told, party: Party, counters: PriorityChange | None = None) -> PriorityChange:
    """Tell a change and mail the other that it lies there; alone at the table it is noted and nobody is told."""
    made = tell_change(
        seat=visit.seat, told=told, party=party, other_takes_part=visit.takes_part, now=visit.now, counters=counters
    )
    if visit.takes_part:
        letter_to(visit.other_party).queue("change_told", f"change:{made.public_id}", visit.now)
    return made


def answer(*, visit: Visit, change: PriorityChange, said: str, words: str) -> None:
    """Say yes or no to a change, and mail the other that there is an answer; once."""
    answer_change(change=change, seat=visit.seat, answer=said, words=words, now=visit.now)
    if visit.takes_part:
        letter_to(visit.other_party).queue("change_answered", f"change-answered:{change.public_id}", visit.now)


@dataclass(frozen=True)
class OnPaper:
    """The agreement as it reads now, and as it would read with a change in it."""

    old: Mapping[str, Any]
    new: Mapping[str, Any]

    @property
    def change(self) -> Change:
        return change_between(self.old, self.new)


def on_paper(visit: Visit, change: PriorityChange) -> OnPaper | None:
    """What the agreement would get of this change; None when no agreement holds."""
    base = base_of(visit)
    if base is None:
        return None
    whole = whole_content(visit, base)
    return OnPaper(whole, with_change(whole, change, clock.day_of(visit.now)))


def write_down(*, visit: Visit, change: PriorityChange) -> AgreementVersion:
    """Put what both said yes to on the table as an addendum; the other is told.

    Refuses who only reads along, a change nobody agreed to, and a table where no agreement holds (NotAllowedError).
    """
    found = on_paper(visit, change)
    if found is None or not change.is_agreed:
        raise NotAllowedError
    made = offer_addendum(visit=visit, change=found.change)
    put_on_paper(change=change, addendum=made)
    return made
