"""A page both agree on, in words: where it stands, and what can be done with it."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from samenstroom.collaborations.visits import Visit
from samenstroom.kit import clock
from samenstroom.kit.dates import full_date
from samenstroom.kit.language import language
from samenstroom.planning.queries.pages import PageView

from .plan import Act


@dataclass(frozen=True)
class ReadPage:
    """One version: how it stands, its lines, and what she can do."""

    public_id: str
    title: str
    say: str
    rows: tuple[dict[str, str], ...]
    acts: tuple[Act, ...]


def read_page(visit: Visit, view: PageView, *, title: str, yes: str, rows: tuple[dict[str, str], ...]) -> ReadPage:
    """Put one version in words; `title` is how it is called once it holds, `yes` what one presses to accept it."""
    said = _standing(visit, view, title)
    return ReadPage(view.page.public_id, *said, rows, _acts(view, yes) if visit.speaks else ())


def _standing(visit: Visit, view: PageView, title: str) -> tuple[str, str]:
    page, name = view.page, {"name": visit.other_name}
    if view.waits_for_yes:
        return _("%(name)s stelt dit voor") % name, _("Past het? Zeg dan ja. Past iets niet? Stel het anders voor.")
    if page.is_open:
        return _("Jouw voorstel ligt bij %(name)s") % name, _("Het geldt zodra %(name)s ja zegt.") % name
    if page.accepted_at:
        day = full_date(clock.day_of(page.accepted_at), language())
        return title, _("Afgesproken op %(day)s, door jullie allebei.") % {"day": day}
    if view.i_proposed:
        return title, _("Door jou genoteerd, nog niet bevestigd.")
    return title, _("Door %(name)s genoteerd, nog niet bevestigd.") % name


def _acts(view: PageView, yes: str) -> tuple[Act, ...]:
    if view.waits_for_yes:
        return Act("accept", yes, is_main=True), Act("drop", _("Liever niet"))
    if view.page.is_open:
        return (Act("drop", _("Haal mijn voorstel van tafel")),)
    if not view.page.accepted_at and not view.i_proposed:
        return (Act("accept", yes, is_main=True),)
    return ()
