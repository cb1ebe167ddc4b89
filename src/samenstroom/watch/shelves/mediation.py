"""A mediator: a row, a yes that is asked, and words or a moment from her that wait."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _

from samenstroom.adjusting.models import MediationTalk
from samenstroom.adjusting.queries.mediations import MediationView, mediations_by_table, talk_of
from samenstroom.adjusting.wording.mediations import mediation_row
from samenstroom.collaborations.visits import Visit
from samenstroom.rules.life_cycle import Stage

from .shelf import Ask, Shelf, ShelfRow

Lies = Sequence[MediationView]


def _rows(visit: Visit, lies: Lies) -> Iterator[ShelfRow]:
    is_offer = not lies
    if is_offer and Stage(visit.collaboration.stage) != Stage.ADJUST:
        return
    hint, state = mediation_row(lies)
    yield ShelfRow(
        _("Bemiddelaar"), hint, "mediation", state=state, tone="now" if state else "plain", icon="together",
        is_offer=is_offer, both=_for_both(lies),
    )  # fmt: skip


def _for_both(lies: Lies) -> str:
    if not lies:
        return _("Komen jullie er samen niet uit? Vraag er iemand bij.")
    return _("Jullie vroegen er iemand bij.") if lies[0].is_on else _("Er ligt een voorstel, of het is geweest.")


def _asks(visit: Visit, lies: Lies) -> Iterator[Ask]:
    if not visit.speaks:
        return
    for view in lies:
        if view.waits_for_yes:
            yield Ask(
                weight=77, icon="together", title=_("%(name)s wil er iemand bij vragen") % {"name": visit.other_name},
                line=_("Zeg ja, of liever niet. Allebei is goed."), act=_("Bekijk het voorstel"), page="mediation",
            )  # fmt: skip
        talk = talk_of(view.mediation) if view.is_on else None
        if talk and talk.begins_at > visit.now and not _said(visit, talk):
            yield Ask(
                weight=69, icon="calendar",
                title=_("%(who)s stelt een moment voor") % {"who": view.mediation.first_name},
                line=_("Zeg of je dan kunt."), act=_("Bekijk het moment"), page="mediation",
            )  # fmt: skip


def _said(visit: Visit, talk: MediationTalk) -> bool:
    return any(one.party_id == visit.party.pk for one in talk.answers.all())


SHELF = Shelf("mediation", mediations_by_table, _rows, _asks)
