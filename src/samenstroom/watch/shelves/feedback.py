"""Feedback, decisions and appreciation: three shelves of one feature."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samenstroom.accounts.models import Person
from samenstroom.collaborations.models import Seat
from samenstroom.collaborations.visits import Visit
from samenstroom.feedback.models import Appreciation, FeedbackDraft
from samenstroom.feedback.queries.appreciations import appreciations_by_table
from samenstroom.feedback.queries.decisions import DecisionView, decisions_by_table
from samenstroom.feedback.queries.feedback import FeedbackView, cooled_by_table, feedback_by_table
from samenstroom.kit import clock
from samenstroom.rules.entries import Entry, Stance
from samenstroom.rules.feedback import has_reasons, offers_thanks
from samenstroom.rules.findings import Side
from samenstroom.rules.life_cycle import LIVE, Stage

from .shelf import Ask, Shelf, ShelfRow


@dataclass(frozen=True)
class FeedbackLies:
    """The feedback on a table, and a draft of her own whose day has come."""

    views: Sequence[FeedbackView]
    cooled: FeedbackDraft | None


def is_live(visit: Visit) -> bool:
    """Whether the work runs: before and after it nothing is offered."""
    return Stage(visit.collaboration.stage) in LIVE


def side_of(visit: Visit, seat: Seat | None) -> Side | None:
    """Whose seat it is, for who looks."""
    if seat is None:
        return None
    return Side.SELF if seat.party_id == visit.party.pk else Side.OTHER


def gather_feedback(person: Person, visits: Sequence[Visit]) -> Mapping[int, FeedbackLies]:
    """Three queries for any number of tables; a draft only for who has an account."""
    views = feedback_by_table(person, visits)
    cooled = cooled_by_table(person, visits) if person.has_account else {}
    return {key: FeedbackLies(found, cooled.get(key)) for key, found in views.items()}


def feedback_rows(visit: Visit, lies: FeedbackLies) -> Iterator[ShelfRow]:
    """One row: what waits for an answer, how many there are, or the offer."""
    waiting = next((one for one in lies.views if one.waits_for_me), None)
    if waiting and visit.speaks:
        hint = _("%(name)s deelde feedback. Lees het op een rustig moment.") % {"name": visit.other_name}
        parts = {"feedback": waiting.feedback.public_id}
        yield ShelfRow(_("Feedback"), hint, "feedback_item", parts, _("Nu jij"), "now", both=_count(lies.views))
    elif lies.views:
        yield ShelfRow(_("Feedback"), _count(lies.views), "feedback", both=_count(lies.views))
    elif is_live(visit):
        yield ShelfRow(_("Feedback"), _("Klein en vroeg, met een voorstel erbij."), "feedback", is_offer=True)


def _count(views: Sequence[FeedbackView]) -> str:
    return ngettext("%(n)s keer feedback", "%(n)s keer feedback", len(views)) % {"n": len(views)}


def feedback_asks(visit: Visit, lies: FeedbackLies) -> Iterator[Ask]:
    """An answer is never demanded: it is asked once it lies there. A draft that cooled is hers alone."""
    waiting = next((one for one in lies.views if one.waits_for_me), None)
    if waiting and visit.speaks:
        title = _("Er ligt feedback van %(name)s voor je") % {"name": visit.other_name}
        line, act = _("Lees het op een rustig moment. Antwoorden mag later."), _("Lees de feedback")
        yield Ask(67, "talk", title, line, act, "feedback_item", {"feedback": waiting.feedback.public_id})
    if lies.cooled:
        title = _("Je wilde je feedback nog eens lezen")
        line = _("Het is van jou alleen, tot jij het deelt.")
        parts = {"draft": lies.cooled.public_id}
        yield Ask(56, "pencil", title, line, _("Lees het nog eens"), "feedback_draft", parts, is_private=True)


def feedback_entries(visit: Visit, lies: FeedbackLies) -> Iterator[Entry]:
    """Feedback with a reason is a good step; without any reason it is told as such. By whoever said it."""
    for one in lies.views:
        said, key = one.feedback.said, f"feedback-{one.feedback.public_id}"
        about = Side.SELF if one.i_gave else Side.OTHER
        by = side_of(visit, one.feedback.by)
        if has_reasons(ground=str(said.get("ground", "")), why=str(said.get("why", ""))):
            yield Entry("feedback_with_reasons", one.feedback.said_on, by=by, about=about, key=key)
        elif not said.get("proposal"):
            yield Entry("criticism_without_reasons", one.feedback.said_on, by=by, about=about, key=key)


def decision_rows(visit: Visit, views: Sequence[DecisionView]) -> Iterator[ShelfRow]:
    """The newest decision, or the offer."""
    counting = [one for one in views if one.decision.withdrawn_at is None]
    if counting:
        newest = str(counting[0].decision.content.get("what", ""))
        yield ShelfRow(_("Besluiten"), newest, "decisions_made", both=newest)
    elif is_live(visit):
        yield ShelfRow(_("Besluiten"), _("Wie besloot wat, en wat kwam ervan?"), "decisions_made", is_offer=True)


def decision_entries(visit: Visit, views: Sequence[DecisionView]) -> Iterator[Entry]:
    """That something was decided; an advice that was not followed and work that was undone are facts beside it."""
    for one in views:
        decision = one.decision
        if decision.withdrawn_at is not None:
            continue
        about = _party_side(visit, decision.decided_by_id)
        told: dict[str, Any] = {"on": decision.decided_on, "by": side_of(visit, decision.noted_by), "about": about}
        stance = Stance(one.stance.stance) if one.stance else None
        key = f"decided-{decision.public_id}"
        yield Entry("decision_made", **told, stance=stance, key=key)
        if one.advice == "overruled":
            yield Entry("advice_overruled", **told, stance=stance, key=key)
        hours = decision.content.get("hours_undone")
        if hours:
            yield Entry("work_redone", **told, stance=stance, key=key, data={"hours": Decimal(hours)})


def _party_side(visit: Visit, party: int | None) -> Side | None:
    if party is None:
        return None
    return Side.SELF if party == visit.party.pk else Side.OTHER


def appreciation_rows(visit: Visit, found: Sequence[Appreciation]) -> Iterator[ShelfRow]:
    """The newest word of the other, or a place to say one."""
    theirs = next((one for one in found if side_of(visit, one.seat) is Side.OTHER), None)
    if theirs:
        yield ShelfRow(_("Waardering"), f"“{theirs.words}”", "appreciations", both=_("Wat jullie aan elkaar waarderen"))
    elif found:
        hint = _("Wat jullie aan elkaar waarderen")
        yield ShelfRow(_("Waardering"), hint, "appreciations", both=hint)
    elif is_live(visit):
        yield ShelfRow(_("Waardering"), _("Zeg wat je ziet en waardeert."), "appreciations", is_offer=True)


def appreciation_asks(visit: Visit, found: Sequence[Appreciation]) -> Iterator[Ask]:
    """When it has been long, for a week; then it rests. Rests on her own words alone, which both can read."""
    mine = next((clock.day_of(one.given_at) for one in found if side_of(visit, one.seat) is Side.SELF), None)
    if mine and is_live(visit) and visit.speaks and offers_thanks((clock.day_of(visit.now) - mine).days):
        title = _("Wat waardeer je deze weken aan %(name)s?") % {"name": visit.other_name}
        line, act = _("Eén zin is genoeg. Het hoeft niet."), _("Zeg het even")
        yield Ask(25, "heart", title, line, act, "appreciations")


def appreciation_entries(visit: Visit, found: Sequence[Appreciation]) -> Iterator[Entry]:
    """A word of thanks, by whoever said it."""
    for one in found:
        side = side_of(visit, one.seat)
        day: date = clock.day_of(one.given_at)
        yield Entry("appreciation_given", day, by=side, about=side, key=f"appreciated-{one.public_id}")


FEEDBACK = Shelf("feedback", gather_feedback, rows=feedback_rows, asks=feedback_asks, entries=feedback_entries)
DECISIONS = Shelf("decisions_made", decisions_by_table, rows=decision_rows, entries=decision_entries)
APPRECIATIONS = Shelf(
    "appreciations",
    appreciations_by_table,
    rows=appreciation_rows,
    asks=appreciation_asks,
    entries=appreciation_entries,
)
