"""A lawyer who reads along, in words: for who asked, and for the lawyer herself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from samenstroom import content
from samenstroom.agreements.models import LawyerRemark, LawyerReview, LawyerText, SharedRemark
from samenstroom.agreements.wording.document import AgreementText, from_kept
from samenstroom.collaborations.visits import Visit
from samenstroom.kit import clock
from samenstroom.kit.dates import full_date, long_date
from samenstroom.kit.language import language

OWN = "eigen-"
"""How the place of a clause of their own begins; its number among those follows, from 1."""
WHOLE = "algemeen"
"""The place of a remark about the whole text, as it stands in an address."""


def outside_texts() -> Mapping[str, Any]:
    """What a lawyer and a mediator read before they open anything."""
    return content.load("outsiders", language())


def landing_of_lawyer(review: LawyerReview, operator: str) -> tuple[str, list[str]]:
    """What she reads before she opens anything: a sentence, and what is good to know."""
    until = long_date(clock.day_of(review.expires_at), language()) if review.expires_at else ""
    names = {"asker": review.person.first_name, "until": until, "operator": operator, "name": review.first_name}
    texts = outside_texts()["lawyer"]
    return str(texts["lead"]).format(**names), [str(one["text"]).format(**names) for one in texts["know"]]


def text_label(text: LawyerText) -> str:
    """`Versie 2`, or `Concept 3`."""
    if text.version is not None:
        return _("Versie %(number)s") % {"number": text.version}
    return _("Concept %(number)s") % {"number": text.number}


@dataclass(frozen=True)
class Place:
    """One place in a text that can be spoken about: a clause, a clause of their own, how they treat each other."""

    place: str
    number: int
    name: str
    legal: tuple[str, ...]
    plain: tuple[str, ...] = ()
    addition: str = ""
    remark: LawyerRemark | None = None


def places_of(text: AgreementText, remarks: Mapping[str, LawyerRemark]) -> list[Place]:
    """Every place of a text in order, each with what was said about it."""
    found = [
        Place(one.code, one.number, one.name, one.legal, one.plain, one.addition, remarks.get(one.code))
        for one in text.clauses
    ]
    for at, own in enumerate(text.own_clauses, start=1):
        place = f"{OWN}{at}"
        found.append(Place(place, own.number, own.title, tuple(own.text.splitlines()), remark=remarks.get(place)))
    return found


def name_of_place(text: AgreementText, place: str) -> str:
    """The name of a clause in this text; of the whole, that it is about the whole."""
    found = next((one.name for one in places_of(text, {}) if one.place == place), "")
    return found or _("De hele tekst")


@dataclass(frozen=True)
class Changed:
    """One place that reads otherwise in a newer text."""

    name: str
    how: str
    before: tuple[str, ...]
    after: tuple[str, ...]


def changes_between(old: AgreementText, new: AgreementText) -> list[Changed]:
    """What reads otherwise in the newer text: what was added, what changed, what went away."""
    before, after = dict(_parts(old)), dict(_parts(new))
    found = [_changed(name, before.get(name), said) for name, said in after.items() if before.get(name) != said]
    return found + [Changed(name, _("Weg"), said, ()) for name, said in before.items() if name not in after]


def _changed(name: str, before: tuple[str, ...] | None, after: tuple[str, ...]) -> Changed:
    if before is None:
        return Changed(name, _("Nieuw"), (), after)
    gone = tuple(one for one in before if one not in after)
    return Changed(name, _("Anders"), gone, tuple(one for one in after if one not in before))


def _parts(text: AgreementText) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield (
        _("Wie het aangaan"),
        tuple(
            ", ".join(part for part in (one.name or one.role, one.represented_by, one.address) if part)
            for one in text.parties
        ),
    )
    for clause in text.clauses:
        yield clause.name, tuple(one for one in (*clause.legal, clause.addition) if one)
    for own in text.own_clauses:
        yield own.title, (own.text,)
    if text.charter:
        yield _("Zo gaan we met elkaar om"), text.charter


@dataclass(frozen=True)
class LawyerPage:
    """What the lawyer sees: the newest text that was given to her, what she said, and what changed since she ticked."""

    text: LawyerText
    label: str
    document: AgreementText
    places: Sequence[Place]
    general: LawyerRemark | None
    since: str
    changes: Sequence[Changed]
    reviewed: str
    earlier: Sequence[RemarkRow]


def lawyer_page(review: LawyerReview) -> LawyerPage:
    """Put what is open to her in words."""
    texts = list(review.texts.all())
    newest, remarks = texts[-1], list(review.remarks.all())
    mine = {str(one.place): one for one in remarks if one.of_text_id == newest.pk}
    document = from_kept(newest.text)
    before = next((one for one in reversed(texts[:-1]) if one.reviewed_at), None)
    return LawyerPage(
        text=newest,
        label=text_label(newest),
        document=document,
        places=places_of(document, mine),
        general=mine.get(""),
        since=text_label(before) if before else "",
        changes=changes_between(from_kept(before.text), document) if before else (),
        reviewed=reviewed_words(newest),
        earlier=[remark_row(one) for one in remarks if one.of_text_id != newest.pk],
    )


def reviewed_words(text: LawyerText) -> str:
    """Up to which text she read, with her name and the day; empty when she did not say so."""
    if text.reviewed_at is None:
        return ""
    said = _("Nagekeken tot en met %(what)s door %(name)s, op %(day)s.")
    what = text_label(text)
    day = full_date(clock.day_of(text.reviewed_at), language())
    return said % {"what": what[:1].lower() + what[1:], "name": text.reviewed_as, "day": day}


@dataclass(frozen=True)
class RemarkRow:
    """One remark, with the place and the text it is about."""

    public_id: str
    place: str
    label: str
    words: str
    proposal: str
    told: str
    is_new: bool
    is_taken: bool


def remark_row(remark: LawyerRemark) -> RemarkRow:
    """Put one remark in words."""
    return RemarkRow(
        public_id=remark.public_id,
        place=name_of_place(from_kept(remark.of_text.text), str(remark.place)),
        label=text_label(remark.of_text),
        words=str(remark.words),
        proposal=str(remark.proposal),
        told=full_date(clock.day_of(remark.written_at), language()),
        is_new=remark.read_at is None,
        is_taken=remark.taken_at is not None,
    )


@dataclass(frozen=True)
class ReviewRow:
    """One lawyer on the list of who asked."""

    public_id: str
    name: str
    state: str
    tone: str
    hint: str


def review_row(review: LawyerReview, now: datetime) -> ReviewRow:
    """Where it stands with one lawyer."""
    state, tone, hint = _standing(review, now)
    return ReviewRow(review.public_id, str(review.name), state, tone, hint)


def _standing(review: LawyerReview, now: datetime) -> tuple[str, str, str]:
    remarks, texts = list(review.remarks.all()), list(review.texts.all())
    read = next((one for one in reversed(texts) if one.reviewed_at), None)
    until = {"day": long_date(clock.day_of(review.expires_at), language()) if review.expires_at else ""}
    if any(one.read_at is None for one in remarks):
        return _("Nieuw"), "now", _("Er staan opmerkingen voor je klaar.")
    if read is not None and read.read_at is None:
        return _("Nieuw"), "now", reviewed_words(read)
    if read is not None:
        return _("Nagekeken"), "calm", reviewed_words(read)
    if review.expires_at is None:
        return _("Nog geen link"), "plain", _("Maak een link, dan kan %(name)s lezen.") % {"name": review.first_name}
    if review.withdrawn_at:
        return _("Ingetrokken"), "plain", _("De link werkt niet meer.")
    if not review.link_works_at(now):
        return _("Verlopen"), "plain", _("De link werkte tot %(day)s.") % until
    hint = _("De link werkt tot %(day)s.") % until
    return (_("Gelezen"), "calm", hint) if review.claimed_at else (_("Gevraagd"), "plain", hint)


@dataclass(frozen=True)
class SharedRow:
    """A remark that was shared, for who looks."""

    public_id: str
    title: str
    told: str
    words: str
    proposal: str
    is_mine: bool


def shared_row(visit: Visit, shared: SharedRemark) -> SharedRow:
    """Put a shared remark in words."""
    seat = shared.seat
    is_mine = seat is not None and seat.party_id == visit.party.pk
    who = _("jou") if is_mine else seat.first_name if seat else _("iemand")
    day = full_date(clock.day_of(shared.shared_at), language())
    about = str(shared.about) or _("De hele tekst")
    number = {"number": shared.version, "about": about}
    title = _("%(about)s, versie %(number)s") % number if shared.version is not None else about
    told = _("Van een jurist. Gedeeld door %(who)s op %(day)s.") % {"who": who, "day": day}
    return SharedRow(shared.public_id, title, told, str(shared.words), str(shared.proposal), is_mine)
