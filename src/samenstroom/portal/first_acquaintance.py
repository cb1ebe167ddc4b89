"""The acquaintance as the one act on her own side."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from samenstroom.collaborations.visits import Visit
from samenstroom.exchanges.queries import ExchangeView
from samenstroom.exploring.queries.acquaintance import acquaintance_key
from samenstroom.exploring.wording.acquaintance import way_in
from samenstroom.watch.overview import is_fresh
from samenstroom.watch.queries import seen_keys


@dataclass(frozen=True)
class AcquaintanceWords:
    """The acquaintance as her first act: its envelopes, what it asks, and where it leads."""

    view: ExchangeView
    title: str
    lead: str
    act: str
    url: str


def acquaintance_words(visit: Visit, view: ExchangeView | None) -> AcquaintanceWords | None:
    """The acquaintance when it asks for her answer, or opened and she has not looked."""
    if view is None:
        return None
    name = {"name": visit.other_name}
    if view.is_revealed:
        if not is_fresh(view, seen_keys(visit.person, [acquaintance_key(view)])):
            return None
        title, act = _("Jullie kennismaking ligt open"), _("Lees jullie antwoorden")
        lead = _("Jij en %(name)s zijn allebei klaar. Jullie antwoorden liggen naast elkaar.") % name
    elif view.waits_for_me and visit.speaks:
        title, act = _("%(name)s wil graag kennismaken") % name, _("Beantwoord de vragen")
        lead = _("Jullie krijgen dezelfde vragen, in vijf korte delen. Daarna zien jullie elkaars antwoorden tegelijk.")
        if view.they_sent:
            title = _("%(name)s is klaar met de kennismaking") % name
        elif view.exchange.started_by_id == visit.seat.pk:
            title = _("Jullie kennismaking staat klaar")
    else:
        return None
    page, parts = way_in(visit, view)
    url = reverse(f"portal:{page}", kwargs={"collaboration": visit.collaboration.public_id, **parts})
    return AcquaintanceWords(view, title, lead, act, url)
