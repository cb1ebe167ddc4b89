"""What a diary can tell of agreeing and working: a signed agreement, hours, invoices, extra work, a change, a clash."""

from __future__ import annotations

from decimal import Decimal

from samenstroom.adjusting.actions.conflicts import give_parts, open_conflict, say_solved
from samenstroom.adjusting.actions.priorities import Told, answer_change, put_on_paper, tell_change
from samenstroom.adjusting.actions.summaries import SentenceTerms, accept_sentences, propose_sentences
from samenstroom.adjusting.models import Conflict
from samenstroom.agreements import editing
from samenstroom.agreements.actions.addenda import put_addendum
from samenstroom.agreements.actions.extra_work import OfferTerms, agree_extra, ask_extra
from samenstroom.agreements.actions.signing import Consent, sign_version
from samenstroom.agreements.actions.trail import fingerprint_of
from samenstroom.agreements.actions.versions import put_version
from samenstroom.agreements.beginning import fresh_content
from samenstroom.agreements.models import AgreementVersion
from samenstroom.agreements.queries.versions import base_of, whole_content
from samenstroom.contributions.actions.hours import Work, add_contribution
from samenstroom.contributions.actions.invoices import InvoiceTerms, note_invoice, pay_invoice
from samenstroom.contributions.models import Invoice
from samenstroom.rules.agreement.amending import change_between

from .scene import AFTERNOON, EVENING, LATE, MORNING, NOON, Entry, Scene


def agreement(scene: Scene, entry: Entry) -> None:
    """She puts an agreement on the table with these terms, and both sign it that day."""
    ago, said = entry["ago"], entry["agreement"]
    content = fresh_content(scene.visit(scene.moment(ago, MORNING)), scene.day(ago))
    fee = {"fee_model": "hourly", "hourly_rate_eur": str(said["rate"])}
    content = editing.with_terms(content, "fee", fee)
    content = editing.with_terms(content, "invoicing", {"payment_term_days": said["days"]})
    content = {**content, "charter": list(said["charter"])}
    made = put_version(seat=scene.mine, content=content, provider=scene.mine.party, now=scene.moment(ago, MORNING))
    _sign(scene, made, ago)


def _sign(scene: Scene, version: AgreementVersion, ago: int) -> None:
    for seat, hour in ((scene.theirs, NOON), (scene.mine, AFTERNOON)):
        consent = Consent(seat.name, 1, fingerprint_of(version))
        sign_version(
            version=version, seat=seat, consent=consent, identified_by="account" if seat == scene.mine else "link_code",
            now=scene.moment(ago, hour),
        )  # fmt: skip


def change(scene: Scene, entry: Entry) -> None:
    """The other has other priorities and says so; she says yes, and the same day it is in a signed addendum."""
    ago, said = entry["ago"], entry["change"]
    told = Told(said["what"], why=said["why"], time=said["time"])
    now = scene.moment(ago, MORNING)
    made = tell_change(seat=scene.theirs, told=told, party=scene.theirs.party, other_takes_part=True, now=now)
    answer_change(change=made, seat=scene.mine, answer="yes", words=said["answer"], now=scene.moment(ago, MORNING + 1))
    seen = scene.visit(scene.moment(ago, MORNING + 2))
    base = base_of(seen)
    assert base is not None, "a change comes after the agreement in a diary"
    whole = whole_content(seen, base)
    new = editing.with_terms(whole, "fee", {"hourly_rate_eur": str(said["rate"])}, addition=said["what"])
    addendum = put_addendum(seat=scene.mine, base=base, change=change_between(whole, new), now=seen.now)
    made.refresh_from_db()
    put_on_paper(change=made, addendum=addendum)
    _sign(scene, addendum, ago)


def worked(scene: Scene, entry: Entry) -> None:
    """Hours one of them wrote down; `unseen` is work that is seldom seen."""
    work = Work(
        on=scene.day(entry["ago"]), kind="hours", amount=str(entry["worked"]), what=entry["words"],
        work=entry.get("unseen", ""),
    )  # fmt: skip
    add_contribution(seat=scene.seat(entry.get("who", "me")), work=work, now=scene.moment(entry["ago"], EVENING))


def invoice(scene: Scene, entry: Entry) -> None:
    """She notes an invoice."""
    ago = entry["ago"]
    terms = InvoiceTerms(
        sender=scene.mine.party, number=entry["number"], amount=Decimal(str(entry["invoice"])), what=entry["words"],
        issued_on=scene.day(ago), due_on=scene.day(ago - entry["due_in"]),
    )  # fmt: skip
    note_invoice(seat=scene.mine, terms=terms, payment_days=None, now=scene.moment(ago, AFTERNOON))


def paid(scene: Scene, entry: Entry) -> None:
    """An invoice, named by its number, is paid."""
    rows = Invoice.objects.filter(collaboration=scene.collaboration)
    found = next(one for one in rows if one.content.get("number") == entry["paid"])
    ago = entry["ago"]
    pay_invoice(invoice=found, seat=scene.mine, paid_on=scene.day(ago), now=scene.moment(ago, EVENING))


def extra(scene: Scene, entry: Entry) -> None:
    """The other asks something extra; she says what it costs, and the other says yes."""
    ago = entry["ago"]
    made = ask_extra(
        seat=scene.mine, what=entry["extra"], terms=OfferTerms(amount=Decimal(str(entry["amount"]))),
        other_asked=True, other_takes_part=True, now=scene.moment(ago, NOON),
    )  # fmt: skip
    agree_extra(work=made, seat=scene.theirs, other_takes_part=True, now=scene.moment(ago, AFTERNOON))


def clash(scene: Scene, entry: Entry) -> None:
    """They see something differently, and both say how it is for them."""
    ago, said = entry["ago"], entry["clash"]
    made = open_conflict(
        seat=scene.mine, subject=said["subject"], dimension=said["dimension"], other_takes_part=True,
        now=scene.moment(ago, MORNING),
    )  # fmt: skip
    for (side, seat), hour in zip(scene.seats(), (NOON, AFTERNOON), strict=True):
        parts = {name: said[side][name] for name in ("effect", "need")}
        give_parts(conflict=made, seat=seat, parts=parts, now=scene.moment(ago, hour))


def settled(scene: Scene, entry: Entry) -> None:
    """What both stand behind, and that it is solved for both."""
    ago = entry["ago"]
    made = Conflict.objects.filter(collaboration=scene.collaboration).order_by("-opened_at")[0]
    sentences = propose_sentences(
        conflict=made, seat=scene.mine, sentences=[SentenceTerms(entry["settled"])], other_takes_part=True,
        now=scene.moment(ago, NOON),
    )  # fmt: skip
    accept_sentences(conflict=made, seat=scene.theirs, sentences=sentences, now=scene.moment(ago, AFTERNOON))
    for (_side, seat), hour in zip(scene.seats(), (EVENING, LATE), strict=True):
        say_solved(conflict=made, seat=seat, other_takes_part=True, now=scene.moment(ago, hour))


DEALING = (agreement, change, worked, invoice, paid, extra, clash, settled)
"""Words of a diary, in this file."""
