"""The agreement on the page of a collaboration and on Vandaag: a version that waits, one that holds, or an offer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from samenstroom.accounts.models import Person
from samenstroom.agreements.models import AgreementVersion
from samenstroom.agreements.queries.addenda import addenda_drafting_tables
from samenstroom.agreements.queries.drafts import drafting_tables
from samenstroom.agreements.queries.negotiating import Waiting, waiting_by_table
from samenstroom.agreements.queries.versions import versions_by_table
from samenstroom.agreements.wording.turns import is_turn, turn_for_both, turn_words
from samenstroom.agreements.wording.versions import (
    agreement_row,
    agreement_row_for_both,
    signed_by,
    version_that_counts,
    version_view,
)
from samenstroom.collaborations.models import Seat
from samenstroom.collaborations.visits import Visit
from samenstroom.kit import clock
from samenstroom.rules.entries import Entry
from samenstroom.rules.findings import Side
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
    is_changing: bool
    waiting: Waiting


def _gather(person: Person, visits: Sequence[Visit]) -> Mapping[int, Agreements]:
    writing = drafting_tables(person, visits) if person.has_account else frozenset()
    changing = addenda_drafting_tables(person, visits) if person.has_account else frozenset()
    waiting, tables = waiting_by_table(person, visits), versions_by_table(person, visits)
    return {key: Agreements(rows, key in writing, key in changing, waiting[key]) for key, rows in tables.items()}


def _rows(visit: Visit, lies: Agreements) -> Iterable[ShelfRow]:
    is_offer = not lies.versions
    if not is_offer or Stage(visit.collaboration.stage) in OFFERED_IN:
        hint, state = agreement_row(visit, lies.versions)
        both = agreement_row_for_both(lies.versions)
        if _is_talked_about(lies):
            hint = turn_words(visit, lies.waiting)[0] if visit.speaks else turn_for_both(lies.waiting)
            state = _("Nu jij") if is_turn(visit, lies.waiting) else ""
            both = turn_for_both(lies.waiting)
        yield ShelfRow(
            title=_("Overeenkomst"), hint=hint, page="agreement", state=state, tone="now" if state else "plain",
            icon="sign", is_offer=is_offer, both=both,
        )  # fmt: skip
    if lies.is_writing:
        hint = _("%(name)s ziet hier niets van.") % {"name": visit.other_name}
        yield ShelfRow(
            title=_("Je schrijft een overeenkomst"), hint=hint, page="agreement_draft", icon="pencil", is_private=True
        )
    if lies.is_changing:
        hint = _("%(name)s ziet hier niets van.") % {"name": visit.other_name}
        yield ShelfRow(
            title=_("Je verandert een deel van de overeenkomst"), hint=hint, page="addendum", icon="pencil",
            is_private=True,
        )  # fmt: skip


def _asks(visit: Visit, lies: Agreements) -> Iterable[Ask]:
    version = version_that_counts(lies.versions)
    if version is None or not visit.speaks or version.way != AgreementVersion.Way.MADE.value:
        return
    if _is_talked_about(lies):
        yield from _talk(visit, lies, version)
        return
    if not version_view(visit, version).waits_for_me:
        return
    if version.is_addendum:
        yield _addendum_ask(visit, version)
        return
    has_signed = signed_by(version, visit.other_party)
    title = _("%(name)s tekende de overeenkomst") if has_signed else _("%(name)s legde een overeenkomst op tafel")
    yield Ask(
        weight=WEIGHT,
        icon="sign",
        title=title % {"name": visit.other_name},
        line=_("Lees de tekst rustig. Als jij ook tekent, geldt de overeenkomst.")
        if has_signed
        else _("Lees de tekst rustig. Bij elke bepaling staat gewone taal."),
        act=_("Lees de overeenkomst"),
        page="agreement",
    )


def _is_talked_about(lies: Agreements) -> bool:
    """A text lies open, and something about it waits for one of the two."""
    version = version_that_counts(lies.versions)
    is_text = version is not None and version.way == AgreementVersion.Way.MADE.value
    return bool(lies.waiting) and version is not None and is_text and version.is_open


def _talk(visit: Visit, lies: Agreements, version: AgreementVersion) -> Iterable[Ask]:
    if not is_turn(visit, lies.waiting):
        return
    title, line = turn_words(visit, lies.waiting)
    act, page = _("Bekijk en antwoord"), "agreement_talk"
    if not (lies.waiting.for_me or lies.waiting.words_for_me):
        act = _("Bekijk wat jullie afspraken")
    yield Ask(weight=WEIGHT, icon="talk", title=title, line=line, act=act, page=page, parts={"number": version.number})


def _addendum_ask(visit: Visit, version: AgreementVersion) -> Ask:
    has_signed = signed_by(version, visit.other_party)
    title = (
        _("%(name)s tekende een aanvulling")
        if has_signed
        else _("%(name)s wil een deel van de overeenkomst veranderen")
    )
    return Ask(
        weight=WEIGHT,
        icon="sign",
        title=title % {"name": visit.other_name},
        line=_("Lees rustig wat er verandert. De rest blijft zoals het was."),
        act=_("Lees wat er verandert"),
        page="agreement_version",
        parts={"number": version.number},
    )


def _entries(visit: Visit, lies: Agreements) -> Iterable[Entry]:
    """A version that waits for the other, a no that was said, and earlier agreements that were signed.

    The one that holds is told with its terms. Alone nothing was offered to anybody yet, one whose last day is over is
    offered no more, and an addendum is no agreement that waits: the one it belongs to holds.
    """
    for one in lies.versions:
        if one.is_addendum:
            continue
        if one.is_open and visit.takes_part:
            about, on = _side(visit, one.put_by), clock.day_of(one.put_at)
            yield Entry("agreement_offered", on, by=about, about=about, key=f"agreement-offered-{one.public_id}")
        refusal = getattr(one, "refusal", None)
        if refusal is not None:
            about, on = _side(visit, refusal.seat), clock.day_of(refusal.declined_at)
            yield Entry("offer_declined", on, by=about, about=about, key=f"agreement-declined-{one.public_id}")
        if one.signed_at is not None and one.replaced_at is not None and not one.is_addendum:
            on = clock.day_of(one.signed_at)
            yield Entry(kind="agreement_signed", on=on, origin=Circle.SHARED, key=f"agreement-{one.public_id}")


def _side(visit: Visit, seat: Seat | None) -> Side | None:
    if seat is None:
        return None
    return Side.SELF if seat.party_id == visit.party.pk else Side.OTHER


SHELF = Shelf(name="agreement", gather=_gather, rows=_rows, asks=_asks, entries=_entries)
