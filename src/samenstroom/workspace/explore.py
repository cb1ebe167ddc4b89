"""The hub of exploring: everything of this phase as a calm list, for her alone. The order is free."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samenstroom.collaborations.visits import Visit
from samenstroom.exploring.queries.acquaintance import acquaintances_of
from samenstroom.exploring.queries.decisions import decision_draft, newest_decision
from samenstroom.exploring.queries.feelings import feelings_of
from samenstroom.exploring.queries.readiness import readiness_of
from samenstroom.exploring.queries.references import references_of
from samenstroom.exploring.queries.scans import draft_of, newest_scan
from samenstroom.exploring.queries.trials import current_trial
from samenstroom.exploring.wording.acquaintance import acquaintance_words, way_in
from samenstroom.exploring.wording.decisions import standing
from samenstroom.exploring.wording.feelings import rows_of
from samenstroom.exploring.wording.scans import finished_on
from samenstroom.exploring.wording.trials import row_words
from samenstroom.kit import clock
from samenstroom.kit.dates import full_date
from samenstroom.kit.language import language
from samenstroom.table.page import address, show

from .row import Row

HubRow = Callable[[HttpRequest, Visit], Row]


def feelings_row(_request: HttpRequest, visit: Visit) -> Row:
    """What her gut said last."""
    newest = feelings_of(visit.person, visit.collaboration)[:1]
    url = reverse("workspace:feelings") + f"?over={visit.collaboration.public_id}"
    hint = _("Wat zegt je gevoel? Eén tik is genoeg.")
    for row in rows_of(list(newest)):
        hint = _("Op %(day)s: %(word)s.") % {"day": full_date(row.day, language()), "word": row.word.lower()}
    return Row(_("Gevoel"), hint, url)


def readiness_row(_request: HttpRequest, visit: Visit) -> Row:
    """The readiness test this began with, or how to share one."""
    found = readiness_of(visit)
    if found is None:
        return Row(
            _("Zelftest"), _("Deel hem, dan kijkt de ander zelf in een spiegel."), reverse("workspace:readiness")
        )
    hint = _("Binnengekomen op %(day)s.") % {"day": full_date(clock.day_of(found.sent_at), language())}
    return Row(_("Zelftest"), hint, reverse("workspace:readiness_answer", args=[found.public_id]))


def scan_row(request: HttpRequest, visit: Visit) -> Row:
    """Where her red-flag scan stands."""
    draft, newest = draft_of(visit), newest_scan(visit)
    hint = _("Ongeveer tien minuten, één vraag per keer.")
    if draft:
        hint = _("Je begon eraan. Ga verder waar je was.")
    elif newest:
        hint = _("Afgerond op %(day)s.") % {"day": full_date(finished_on(newest), language())}
    return Row(_("Rode vlaggen"), hint, address(request, "scan", visit))


def references_row(request: HttpRequest, visit: Visit) -> Row:
    """Asking somebody who worked with the other before, and what was heard."""
    heard = sum(one.is_heard for one in references_of(visit))
    hint = _("Vraag iemand die eerder met %(name)s werkte.") % {"name": visit.other_name}
    if heard:
        hint = ngettext("Van %(count)s iemand iets gehoord.", "Van %(count)s mensen iets gehoord.", heard)
        hint = hint % {"count": heard}
    return Row(_("Navragen"), hint, address(request, "references", visit))


def trial_row(request: HttpRequest, visit: Visit) -> Row:
    """The trial project; it lies on the table, so the other sees it too."""
    hint, _turn = row_words(visit, current_trial(visit))
    return _shared(_("Proefproject"), hint, address(request, "trial", visit))


def _shared(title: str, hint: str, url: str) -> Row:
    """A row that leads out of her pocket: what is behind it lies between the two."""
    return Row(title, hint, url, _("Van ons samen"), "plain", "together")


def room_row(_request: HttpRequest, visit: Visit) -> Row:
    """Whether it fits."""
    hint = _("Past het in je uren, je inkomen en je energie?")
    return Row(_("Je eigen ruimte"), hint, reverse("workspace:room"))


def acquaintance_row(request: HttpRequest, visit: Visit) -> Row:
    """Where getting acquainted together stands."""
    newest = next(iter(acquaintances_of(visit)), None)
    page, parts = way_in(visit, newest)
    return _shared(_("Kennismaking"), acquaintance_words(visit, newest)[0], address(request, page, visit, **parts))


def own_acquaintance_row(request: HttpRequest, visit: Visit) -> Row:
    """The same questions as a guide of her own."""
    hint = _("Vragen voor je eigen gesprek, met plaats voor wat de ander zei.")
    return Row(_("Gids voor een kennismaking"), hint, address(request, "own_acquaintance", visit))


def decision_row(request: HttpRequest, visit: Visit) -> Row:
    """Where her decision stands."""
    hint = standing(newest_decision(visit), is_writing=decision_draft(visit) is not None)
    return Row(_("Besluit"), hint, address(request, "decision", visit))


ROWS: tuple[HubRow, ...] = (
    readiness_row,
    feelings_row,
    scan_row,
    acquaintance_row,
    own_acquaintance_row,
    references_row,
    trial_row,
    room_row,
    decision_row,
)
"""The rows of this phase, in the order in which most people take them."""


def keeping_rows(request: HttpRequest, visit: Visit) -> list[Row]:
    """Being careful with what she writes about somebody."""
    return [
        Row(_("Bewaren en weggooien"), _("Hoe lang blijft dit staan?"), address(request, "keeping", visit)),
        Row(_("Inzage"), _("Alles wat jij hier bewaart, op één pagina."), address(request, "insight", visit)),
        Row(_("Over wie schrijf je hier?"), _("Wat mag, en wat de ander mag vragen."), reverse("about_others")),
    ]


def explore(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Where each part of exploring stands."""
    return show(
        request, visit, "workspace/explore/hub.html", circle="private",
        rows=[row(request, visit) for row in ROWS], keeping=keeping_rows(request, visit),
    )  # fmt: skip
