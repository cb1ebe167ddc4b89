"""Looking at the agreement together in words: which day comes near, what to choose, and what was said of a look."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from samenstroom import content
from samenstroom.agreements.models import Review
from samenstroom.agreements.queries.in_force import InForce
from samenstroom.agreements.queries.reviews import ReviewView
from samenstroom.collaborations.visits import Visit
from samenstroom.kit import clock
from samenstroom.kit.dates import full_date
from samenstroom.kit.language import language


@dataclass(frozen=True)
class DayWords:
    """A day that comes near: what it is, and what it asks."""

    title: str
    line: str


@dataclass(frozen=True)
class ReviewPage:
    """One account of a look together, for who reads. `next_step` is what fits it: `addendum`, `ending` or nothing."""

    public_id: str
    title: str
    state: str
    words: str
    next_step: str
    can_agree: bool
    can_withdraw: bool


def review_texts() -> Mapping[str, Any]:
    """The texts people read at length."""
    return content.load("review", language())


def day_words(visit: Visit, held: InForce | None, looked_on: date | None) -> DayWords | None:
    """The day that asks something now; the last day to tell goes before a day to look."""
    if held is None:
        return None
    today = clock.day_of(visit.now)
    ahead = held.ahead(today, looked_on)
    if ahead.is_choice_near(today) and ahead.tell_by:
        words = {"day": full_date(ahead.tell_by, language())}
        if ahead.renews:
            return DayWords(
                _("Kies vóór %(day)s of jullie doorgaan") % words, _("Daarna loopt de overeenkomst vanzelf door.")
            )
        return DayWords(_("De overeenkomst loopt tot %(day)s") % words, _("Kies samen: verder, anders, of afronden."))
    if ahead.is_look_near(today) and ahead.review_on:
        words = {"day": full_date(ahead.review_on, language())}
        line = _("Klopt alles nog? Een half uur is genoeg.")
        return DayWords(_("Kijk rond %(day)s samen naar de overeenkomst") % words, line)
    return None


def days_rows(visit: Visit, held: InForce, looked_on: date | None) -> list[dict[str, str]]:
    """The days that lie ahead, as label and text."""
    ahead = held.ahead(clock.day_of(visit.now), looked_on)
    rows = [
        (_("Laatst samen gekeken"), looked_on),
        (_("Volgende keer samen kijken"), ahead.review_on),
        (_("De overeenkomst loopt tot"), ahead.ends_on),
        (_("Laatste dag om te zeggen dat je stopt"), ahead.tell_by if ahead.renews else None),
    ]
    return [{"label": label, "text": full_date(day, language())} for label, day in rows if day]


def renews_words(held: InForce, today: date) -> str:
    """What happens when nobody says anything; empty without an end."""
    ahead = held.ahead(today)
    if ahead.ends_on is None:
        return ""
    if ahead.renews:
        return _("Zegt niemand iets, dan loopt de overeenkomst vanzelf door.")
    return _("Spreken jullie niets af, dan eindigt de overeenkomst op die dag.")


def review_page(visit: Visit, view: ReviewView) -> ReviewPage:
    """Put one account in words."""
    review = view.review
    name = review.said_by.first_name if review.said_by else visit.other_name
    words = {"name": name, "day": full_date(review.looked_on, language())}
    said = _("Volgens jou, %(day)s") if view.is_mine else _("Volgens %(name)s, %(day)s")
    if review.agreed_at:
        said = _("Jullie allebei, %(day)s")
    elif review.noted_at:
        said = _("Genoteerd, %(day)s")
    steps = {Review.Outcome.CHANGE.value: "addendum", Review.Outcome.END.value: "ending"}
    return ReviewPage(
        public_id=review.public_id,
        title=str(review.get_outcome_display()),
        state=said % words,
        words=str(review.words),
        next_step=steps.get(review.outcome, "") if review.counts else "",
        can_agree=view.waits_for_me and visit.speaks,
        can_withdraw=view.is_mine and review.waits and visit.speaks,
    )


def review_row(
    visit: Visit, held: InForce | None, reviews: Sequence[ReviewView], looked_on: date | None
) -> tuple[str, str] | None:
    """A hint and a state for the page of the collaboration; None when nothing comes near and nothing waits."""
    waiting = next((one for one in reviews if one.review.waits), None)
    if waiting:
        turn = _("Nu jij") if waiting.waits_for_me and visit.speaks else ""
        return _("Er ligt een verslag van jullie gesprek."), turn
    told = day_words(visit, held, looked_on)
    return (told.title, "") if told else None


def review_row_for_both(reviews: Sequence[ReviewView]) -> str:
    """The hint of an account that waits, as it reads from either side; empty when none waits."""
    return _("Er ligt een verslag van jullie gesprek.") if any(one.review.waits for one in reviews) else ""
