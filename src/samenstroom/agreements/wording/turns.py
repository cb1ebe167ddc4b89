"""Whose turn it is with a version that lies open, in words; and what a version changed, in a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samenstroom.agreements.queries.negotiating import Waiting
from samenstroom.collaborations.visits import Visit

from .differences import Difference, Turn
from .versions import VersionView


def turn_words(visit: Visit, waiting: Waiting) -> tuple[str, str]:
    """Whose turn it is, with how many, and what can be done; both empty when nothing waits."""
    name = {"name": visit.other_name}
    if waiting.for_me and not visit.takes_part:
        count = waiting.for_me
        said = ngettext("Genoteerd: %(n)s voorstel van %(name)s", "Genoteerd: %(n)s voorstellen van %(name)s", count)
        return said % {"n": count, **name}, _("Neem over wat je past. Daarna maak je de volgende versie.")
    if waiting.for_me:
        count = waiting.for_me
        said = ngettext("Nu jij: %(n)s voorstel van %(name)s", "Nu jij: %(n)s voorstellen van %(name)s", count)
        return said % {"n": count, **name}, _("Zeg ja of liever niet, of stel zelf iets voor.")
    if waiting.words_for_me:
        count = waiting.words_for_me
        said = ngettext("Nu jij: %(n)s opmerking van %(name)s", "Nu jij: %(n)s opmerkingen van %(name)s", count)
        return said % {"n": count, **name}, _("Zeg iets terug, of zeg dat je akkoord bent.")
    if waiting.for_other:
        count = waiting.for_other
        said = ngettext("Nu %(name)s: %(n)s voorstel van jou", "Nu %(name)s: %(n)s voorstellen van jou", count)
        return said % {"n": count, **name}, _("Je kunt een voorstel nog terugnemen of vervangen.")
    if waiting.accepted:
        count = waiting.accepted
        said = ngettext("Eens over %(n)s verandering", "Eens over %(n)s veranderingen", count) % {"n": count}
        return said, _("Wie van jullie maakt de volgende versie? Dat mag jij zijn.")
    return "", ""


def is_turn(visit: Visit, waiting: Waiting) -> bool:
    """Something waits for her; what both accepted waits for either of them."""
    if waiting.for_me or waiting.words_for_me:
        return visit.speaks
    return visit.speaks and bool(waiting.accepted) and not waiting.for_other


def turn_for_both(waiting: Waiting) -> str:
    """The same as it reads from either side."""
    open_ = waiting.for_me + waiting.for_other
    if open_:
        return ngettext("%(n)s voorstel op tafel", "%(n)s voorstellen op tafel", open_) % {"n": open_}
    return _("Jullie praten over de tekst") if waiting else ""


def with_turn(visit: Visit, view: VersionView, waiting: Waiting) -> VersionView:
    """The version as it stands, with whose turn it is when something about it waits."""
    if not view.is_open or not view.is_made_here:
        return view
    state, say = turn_words(visit, waiting)
    if not state:
        return view
    return replace(view, state=state, say=say, tone="notice", is_my_turn=is_turn(visit, waiting))


def changed_words(found: Sequence[Difference]) -> str:
    """What a version changed, in a sentence: `Anders: Betaling. Nieuw: Honden.`"""
    if not found:
        return _("De tekst is hetzelfde.")
    labels = ((Turn.CHANGED, _("Anders")), (Turn.NEW, _("Nieuw")), (Turn.DROPPED, _("Weg")))
    said = []
    for turn, label in labels:
        names = [one.name for one in found if one.turn is turn]
        more = len(names) - 4
        if more > 0:
            names = [*names[:4], ngettext("nog %(n)s", "nog %(n)s", more) % {"n": more}]
        if names:
            said.append(f"{label}: {', '.join(names)}.")
    return " ".join(said)
