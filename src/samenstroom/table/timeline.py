"""The timeline of a collaboration: the same lines, looked at by what they are and by who sees them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import gettext as _

from samenstroom.collaborations.queries import LineView
from samenstroom.collaborations.wording import facts, is_app_kind

TALKS = frozenset({"talk_held", "kickoff_held", "talk_invited", "talk_agreed"})
DECISIONS = frozenset({"decision", "decision_made", "renegotiated", "agreement_signed"})
FILES = frozenset({"file_link", "file_shared", "file_removed"})


@dataclass(frozen=True)
class Choice:
    """One way to look, as a link: what it is called, where it leads, and whether it is how she looks now."""

    label: str
    query: str
    is_now: bool


@dataclass(frozen=True)
class Look:
    """How she looks at the timeline: `what` is a kind of line, `who` is everything, shared or only hers."""

    what: str = "alles"
    who: str = "alles"

    def shows(self, view: LineView) -> bool:
        """Whether this line is among what she wants to see."""
        by_circle = {"samen": not view.is_private, "mij": view.is_private}
        return by_circle.get(self.who, True) and self.what in ("alles", kind_of(view.line.what))

    def query(self) -> str:
        """The same look in an address; empty for the whole timeline."""
        chosen = {name: value for name, value in (("soort", self.what), ("wie", self.who)) if value != "alles"}
        return "?" + urlencode(chosen) if chosen else "?"


def kind_of(what: str) -> str:
    """Which kind a line is: a talk, a decision, a file, a fact, in own words, or what the app wrote about an act."""
    for kind, known in (("gesprek", TALKS), ("besluit", DECISIONS), ("bestand", FILES)):
        if what in known:
            return kind
    if what in facts():
        return "feit"
    return "app" if is_app_kind(what) else "woorden"


def kinds() -> dict[str, str]:
    """What one can look at, in words."""
    return {
        "alles": _("Alles"),
        "gesprek": _("Gesprekken"),
        "besluit": _("Besluiten"),
        "feit": _("Feiten"),
        "bestand": _("Bestanden en links"),
        "woorden": _("Eigen woorden"),
        "app": _("Wat jullie hier deden"),
    }


def circles() -> dict[str, str]:
    """Who sees it, in words."""
    return {"alles": _("Alles wat ik zie"), "samen": _("Van ons samen"), "mij": _("Alleen voor mij")}


def look_of(given: QueryDict, *, has_pocket: bool) -> Look:
    """How she asked to look; what is not known is the whole timeline."""
    what, who = given.get("soort", "alles"), given.get("wie", "alles")
    return Look(what if what in kinds() else "alles", who if has_pocket and who in circles() else "alles")


def choices(look: Look, *, has_pocket: bool) -> tuple[Sequence[Choice], Sequence[Choice]]:
    """The ways to look by kind, and, for who has a pocket, by who sees it."""
    by_kind = [Choice(label, Look(key, look.who).query(), key == look.what) for key, label in kinds().items()]
    by_who = [Choice(label, Look(look.what, key).query(), key == look.who) for key, label in circles().items()]
    return by_kind, by_who if has_pocket else ()
