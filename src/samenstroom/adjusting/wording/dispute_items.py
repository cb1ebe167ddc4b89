"""What two people agreed, decided, advised, billed and promised, as dated items: confirmed by both, or said by one.

Names instead of `jij`: a lawyer, a mediator or a judge reads this too. Only shared rows are asked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from samenstroom.adjusting.queries.pauses import pauses_of
from samenstroom.agreements.actions.trail import fingerprint_of
from samenstroom.agreements.models import AgreementVersion
from samenstroom.agreements.queries.advices import advices_of
from samenstroom.agreements.queries.extra_work import extra_of
from samenstroom.agreements.queries.readbacks import readbacks_of
from samenstroom.agreements.queries.signing import standing_of
from samenstroom.agreements.queries.versions import versions_of
from samenstroom.agreements.wording.extra_work import costs_words
from samenstroom.collaborations.models import Party, Seat
from samenstroom.collaborations.visits import Visit
from samenstroom.collaborations.wording import money
from samenstroom.contributions.queries.invoices import invoices_of
from samenstroom.feedback.queries.decisions import decisions_of
from samenstroom.kit import clock
from samenstroom.planning.queries.promises import promised_days
from samenstroom.planning.queries.tasks import every_task_of

from .conflicts import day_words


@dataclass(frozen=True)
class Item:
    """One dated item. `by` is the name of who said or noted it; `confirmed` when the other stands behind it too."""

    kind: str
    on: date
    text: str
    by: str
    confirmed: bool

    def row(self) -> dict[str, Any]:
        """As it stands in the file."""
        return {**asdict(self), "on": self.on.isoformat()}


@dataclass(frozen=True)
class SignedDocument:
    """An agreement that both signed, with the fingerprints by which each copy can be recognised."""

    title: str
    on: date
    signed_by: tuple[str, ...]
    text_sha256: str
    file_sha256: str

    def row(self) -> dict[str, Any]:
        """As it stands in the file."""
        return {**asdict(self), "on": self.on.isoformat(), "signed_by": list(self.signed_by)}


def items_of(visit: Visit) -> list[Item]:
    """Everything of that sort at this table, oldest first."""
    found = [
        *_deals(visit),
        *_extra_work(visit),
        *_decisions(visit),
        *_advices(visit),
        *_invoices(visit),
        *_promises(visit),
    ]
    return sorted(found, key=lambda one: (one.on, one.kind, one.text))


def signed_documents_of(visit: Visit) -> list[SignedDocument]:
    """The versions that every side signed, oldest first."""
    signed = [one for one in versions_of(visit) if one.signed_at]
    return [_signed(visit, one) for one in reversed(signed)]


def _signed(visit: Visit, version: AgreementVersion) -> SignedDocument:
    standing, signed_at = standing_of(visit, version), version.signed_at
    assert signed_at is not None
    title = str(version.text.get("title", "")) or _("Overeenkomst")
    return SignedDocument(
        title=f"{title}, {version.number}",
        on=clock.day_of(signed_at),
        signed_by=tuple(str(one.typed_name) for one in standing.signatures),
        text_sha256=fingerprint_of(version) if version.way == AgreementVersion.Way.MADE.value else "",
        file_sha256=(standing.paper.sha256 or "") if standing.paper else "",
    )


def name_of(seat: Seat | None) -> str:
    """A name, also of who left."""
    return seat.first_name if seat is not None else _("Iemand")


def side_name(visit: Visit, party: Party | int | None) -> str:
    """The name of a side; empty when it is of both or of nobody."""
    key = party.pk if isinstance(party, Party) else party
    return {visit.party.pk: visit.my_name, visit.other_party.pk: visit.other_name}.get(key or 0, "")


def _deals(visit: Visit) -> Iterator[Item]:
    for view in readbacks_of(visit):
        one = view.readback
        if not one.is_off:
            text = f"{one.words} ({one.contest_words})" if view.is_contested and one.contest_words else str(one.words)
            yield Item("readback", one.agreed_on, text, name_of(one.put_by), one.confirmed_at is not None)


def _extra_work(visit: Visit) -> Iterator[Item]:
    for view in extra_of(visit):
        one = view.work
        if one.dropped_at is None:
            costs = costs_words(one.offer) if one.offer else ""
            on = clock.day_of(one.agreed_at or one.put_at)
            text = f"{one.what} ({costs})" if costs else str(one.what)
            yield Item("extra_work", on, text, name_of(one.put_by), one.agreed_by is not None)


def _decisions(visit: Visit) -> Iterator[Item]:
    for view in decisions_of(visit):
        one, stance = view.decision, view.stance
        if one.withdrawn_at is None:
            says = str(stance.words) if stance is not None and stance.stance != "so" else ""
            text = f"{one.content.get('what', '')} ({says})" if says else str(one.content.get("what", ""))
            is_so = stance is not None and stance.stance == "so"
            yield Item("decision", one.decided_on, text, name_of(one.noted_by), is_so)


def _advices(visit: Visit) -> Iterator[Item]:
    for view in advices_of(visit):
        one = view.advice
        words = {"instead": one.instead, "why": one.why}
        yield Item(
            "advice", clock.day_of(one.given_at), _("%(instead)s Want: %(why)s") % words, name_of(one.given_by),
            one.answered_at is not None,
        )  # fmt: skip


def _invoices(visit: Visit) -> Iterator[Item]:
    for view in invoices_of(visit):
        one = view.invoice
        if not view.counts:
            continue
        words = {"amount": money(view.amount), "who": side_name(visit, one.sender), "due": "", "paid": ""}
        text = _("%(who)s vroeg %(amount)s.") % words
        if one.due_on:
            text += " " + _("Te betalen vóór of op %(day)s.") % {"day": day_words(one.due_on)}
        if one.paid_on:
            text += " " + _("Betaald op %(day)s.") % {"day": day_words(one.paid_on)}
        paid_by, noted_by = one.paid_noted_by, one.noted_by
        both = paid_by is not None and noted_by is not None and paid_by.party_id != noted_by.party_id
        yield Item("invoice", one.issued_on, text, name_of(noted_by), both)


def _promises(visit: Visit) -> Iterator[Item]:
    """What became of each promised day; that a promise was made is its owner's word, the outcome follows from days."""
    views = every_task_of(visit)
    outcomes = {
        "kept": _("%(what)s Beloofd vóór of op %(day)s: gedaan."),
        "told": _("%(what)s Beloofd vóór of op %(day)s: op tijd gezegd dat het later werd."),
    }
    other = _("%(what)s Beloofd vóór of op %(day)s: de dag ging voorbij.")
    spans = [view.pause.span for view in pauses_of(visit) if view.pause.counts]
    for one in promised_days(views, clock.day_of(visit.now), spans):
        what = one.view.task.what.rstrip(".") + "."
        text = outcomes.get(one.settled.outcome.value, other) % {"what": what, "day": day_words(one.settled.due_on)}
        yield Item("promise", one.settled.due_on, text, side_name(visit, one.view.task.owner_id), confirmed=False)
