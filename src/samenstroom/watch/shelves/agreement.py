"""The agreement on the page of a collaboration and on Vandaag: a version that waits, one that holds, or an offer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from samenstroom.accounts.models import Person
from samenstroom.agreements.models import AgreementVersion
from samenstroom.agreements.queries.drafts import drafting_tables
from samenstroom.agreements.queries.versions import versions_by_table
from samenstroom.agreements.wording.versions import (
    agreement_row,
    agreement_row_for_both,
    current_version,
    version_view,
)
from samenstroom.collaborations.visits import Visit
from samenstroom.kit import clock
from samenstroom.rules.entries import Entry
from samenstroom.rules.life_cycle import Stage
from samenstroom.rules.visibility import Circle

from .shelf import Ask, Shelf, ShelfRow

WEIGHT = 82
OFFERED_IN = frozenset({Stage.EXPLORE, Stage.AGREE, Stage.START})


@dataclass(frozen=True)
class Agreements:
    """What lies at one table, and whether she herself is writing something."""

    versions: Sequence[AgreementVersion]
    is_writing: bool


def _gather(person: Person, visits: Sequence[Visit]) -> Mapping[int, Agreements]:
    writing = drafting_tables(person, visits) if person.has_account else frozenset()
    return {key: Agreements(rows, key in writing) for key, rows in versions_by_table(person, visits).items()}


def _rows(visit: Visit, lies: Agreements) -> Iterable[ShelfRow]:
    is_offer = not lies.versions
    if not is_offer or Stage(visit.collaboration.stage) in OFFERED_IN:
        hint, state = agreement_row(visit, lies.versions)
        yield ShelfRow(
            title=_("Overeenkomst"), hint=hint, page="agreement", state=state, tone="now" if state else "plain",
            icon="sign", is_offer=is_offer, both=agreement_row_for_both(lies.versions),
        )  # fmt: skip
    if lies.is_writing:
        hint = _("%(name)s ziet hier niets van.") % {"name": visit.other_name}
        yield ShelfRow(
            title=_("Je schrijft een overeenkomst"), hint=hint, page="agreement_draft", icon="pencil", is_private=True
        )


def _asks(visit: Visit, lies: Agreements) -> Iterable[Ask]:
    version = current_version(lies.versions)
    if version is None or not visit.speaks or not version_view(visit, version).waits_for_me:
        return
    yield Ask(
        weight=WEIGHT,
        icon="sign",
        title=_("%(name)s legde een overeenkomst op tafel") % {"name": visit.other_name},
        line=_("Lees de tekst rustig. Bij elke bepaling staat gewone taal."),
        act=_("Lees de overeenkomst"),
        page="agreement",
    )


def _entries(_visit: Visit, lies: Agreements) -> Iterable[Entry]:
    """Earlier agreements that were signed; the one that holds is told with its terms."""
    for one in lies.versions:
        if one.signed_at is not None and one.replaced_at is not None:
            on = clock.day_of(one.signed_at)
            yield Entry(kind="agreement_signed", on=on, origin=Circle.SHARED, key=f"agreement-{one.public_id}")


SHELF = Shelf(name="agreement", gather=_gather, rows=_rows, asks=_asks, entries=_entries)
