"""Words around thanking each other, testimonials and being named as a reference."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from samenstroom.collaborations.visits import Visit
from samenstroom.farewell.queries.settlement import StatementView
from samenstroom.farewell.queries.thanks import Testimonials, TestimonialView


@dataclass(frozen=True)
class TestimonialPage:
    """Hers about the other: what stands there, and what she can do."""

    say: str
    words: str
    use: str
    can_write: bool
    can_decline: bool
    can_withdraw: bool


def my_testimonial(visit: Visit, view: TestimonialView) -> TestimonialPage:
    """Hers about the other, for herself."""
    return TestimonialPage(
        say=_my_standing(visit, view),
        words=view.words,
        use=use_words(view),
        can_write=visit.speaks,
        can_decline=visit.speaks and view.is_asked,
        can_withdraw=visit.speaks and view.is_released,
    )


def _my_standing(visit: Visit, view: TestimonialView) -> str:
    name = {"name": visit.other_name}
    if view.is_released:
        return _("%(name)s mag deze woorden gebruiken, zoals jij koos.") % name
    if view.is_withdrawn:
        return _("Je nam je woorden terug. %(name)s leest ze hier niet meer.") % name
    if view.is_declined:
        return _("Je zei: liever niet. Dat is goed.")
    if view.is_asked:
        return _("%(name)s vraagt je om een paar zinnen. Je mag ook nee zeggen.") % name
    if view.draft:
        return _("Je begon eraan. Alleen jij ziet het.")
    return ""


def their_testimonial(visit: Visit, both: Testimonials, statement: StatementView | None) -> dict[str, object]:
    """The other's about her: what stands there, and whether she may ask."""
    view, name = both.theirs, {"name": visit.other_name}
    may_ask = visit.speaks and statement is not None and statement.is_accepted and _is_untouched(view)
    say = ""
    if view.is_asked:
        say = _("Je vroeg het %(name)s. Antwoorden hoeft niet.") % name
    elif view.is_declined:
        say = _("%(name)s doet het liever niet. Dat mag.") % name
    elif view.is_withdrawn:
        say = _("%(name)s nam de woorden terug. Gebruik ze niet meer.") % name
    return {"say": say, "words": view.words, "use": use_words(view), "may_ask": may_ask}


def _is_untouched(view: TestimonialView) -> bool:
    """Nothing was asked or given: a draft of the other says nothing."""
    return view.row is None or not (view.row.asked_at or view.row.released_at)


def use_words(view: TestimonialView) -> str:
    """Where it may be used."""
    if not view.words or view.row is None:
        return ""
    public = _("Overal te gebruiken") if view.row.use.get("is_public") else _("Alleen in een gesprek of een offerte")
    named = _("met naam") if view.row.use.get("with_name") else _("zonder naam")
    return f"{public}, {named}."


def reference_words(visit: Visit, *, i_allow: bool, they_allow: bool) -> tuple[str, str]:
    """What she said about being named, and what the other said."""
    name = {"name": visit.other_name}
    mine = _("%(name)s mag jou noemen als referentie.") % name if i_allow else _("Daar heb je niets over gezegd.")
    theirs = _("Jij mag %(name)s noemen als referentie.") % name if they_allow else ""
    return mine, theirs
