"""Talking about a version in words: each part with who agrees, what was said, and what was proposed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samenstroom.agreements.models import AgreementVersion, ClauseProposal
from samenstroom.agreements.queries.negotiating import Negotiation, PartTalk
from samenstroom.agreements.terms import clause_order
from samenstroom.collaborations.models import Seat
from samenstroom.collaborations.visits import Visit
from samenstroom.rules.agreement.amending import Content, OtherGroundError
from samenstroom.rules.agreement.proposing import CHARTER, OWN, WHO, Proposed, is_new_own, with_all

from .days import on_day
from .differences import differences
from .document import agreement_text
from .marked import DifferenceView, difference_views
from .terms import clause_words


@dataclass(frozen=True)
class Reads:
    """One part as it reads: its name, its sentences and what they mean."""

    title: str
    number: int = 0
    legal: tuple[str, ...] = ()
    plain: tuple[str, ...] = ()


@dataclass(frozen=True)
class PartView:
    """One part for who looks. `agree` is said to a screen reader, `say` beside the two initials; `badge` what waits."""

    part: str
    reads: Reads
    i_agree: bool
    other_agrees: bool
    agree: str
    say: str
    badge: str
    is_turn: bool
    said: str
    is_there: bool


@dataclass(frozen=True)
class ProposalView:
    """One proposal for who looks: from whom, why, what it changes, and what became of it."""

    public_id: str
    who: str
    is_mine: bool
    why: str
    changes: list[DifferenceView]
    state: str
    word: str
    is_open: bool
    may_answer: bool
    may_withdraw: bool


@dataclass(frozen=True)
class Bubble:
    """What one side said about a part."""

    name: str
    is_mine: bool
    who: str
    words: str


def part_views(visit: Visit, negotiation: Negotiation) -> list[PartView]:
    """Every part of this version in the order of the text; what is only proposed comes last."""
    there = part_reads(negotiation.version)
    proposed = {
        name: Reads(_proposed_title(negotiation, name)) for name in negotiation.parts if name not in there
    }  # fmt: skip
    seen = {name: one for name, one in proposed.items() if negotiation.of(name).open or negotiation.of(name).pending}
    return [
        *(_part(visit, negotiation, name, reads, is_there=True) for name, reads in there.items()),
        *(_part(visit, negotiation, name, reads, is_there=False) for name, reads in seen.items()),
    ]


def part_view(visit: Visit, negotiation: Negotiation, part: str) -> PartView:
    """One part, also one that is not in the text yet."""
    there = part_reads(negotiation.version)
    reads = there.get(part) or Reads(_proposed_title(negotiation, part))
    return _part(visit, negotiation, part, reads, is_there=part in there)


def part_reads(version: AgreementVersion) -> dict[str, Reads]:
    """How each part reads in this version; of an addendum only what it holds."""
    text = agreement_text(version)
    found = {} if version.is_addendum else {WHO: Reads(_("Wie"), legal=tuple(_party(one) for one in text.parties))}
    for one in text.clauses:
        legal = (*one.legal, *([one.addition] if one.addition else []))
        found[one.code] = Reads(one.name, one.number, legal, one.plain)
    for at, own in enumerate(text.own_clauses, start=1):
        found[f"{OWN}{at}"] = Reads(own.title, own.number, (own.text,))
    if text.charter:
        found[CHARTER] = Reads(_("Zo gaan we met elkaar om"), legal=text.charter)
    return found


def bubbles(visit: Visit, talk: PartTalk) -> list[Bubble]:
    """What was said about a part, oldest first."""
    return [
        Bubble(_name(visit, one.seat), _is_mine(visit, one.seat), _who(visit, one.seat, one.said_at), str(one.words))
        for one in talk.comments
    ]


def proposal_views(visit: Visit, negotiation: Negotiation, part: str) -> list[ProposalView]:
    """What was proposed about a part, newest first."""
    rows = negotiation.of(part).proposals
    return [proposal_view(visit, negotiation.version, one) for one in reversed(rows)]


def proposal_view(visit: Visit, version: AgreementVersion, one: ClauseProposal) -> ProposalView:
    """One proposal in words."""
    is_mine, may = _is_mine(visit, one.put_by), visit.speaks and one.is_open and version.is_open
    is_noted = one.noted_at is not None
    who = _who(visit, one.put_by, one.put_at)
    if is_noted:
        who = _("Van %(name)s, genoteerd op %(day)s") % {"name": visit.other_name, "day": on_day(one.put_at)}
        if not is_mine:
            who = _("Genoteerd door %(name)s op %(day)s") % {
                "name": _name(visit, one.put_by),
                "day": on_day(one.put_at),
            }
    return ProposalView(
        public_id=one.public_id,
        who=who,
        is_mine=is_mine and not is_noted,
        why=str(one.why),
        changes=changes_of(version, one),
        state=_state(visit, one),
        word=str(one.word),
        is_open=one.is_open,
        may_answer=may and (is_noted or not is_mine),
        may_withdraw=may and is_mine,
    )


def changes_of(version: AgreementVersion, one: ClauseProposal) -> list[DifferenceView]:
    """What a proposal changes in the version that is shown, or else in the one it was made for."""
    try:
        return changes_by(version.content, one.wanted)
    except OtherGroundError:
        return changes_by(one.version.content, one.wanted)


def changes_by(content: Content, wanted: Proposed) -> list[DifferenceView]:
    """Everything that would read otherwise. Raises OtherGroundError when the part reads otherwise here."""
    return difference_views(differences(content, with_all(content, [wanted], clause_order)))


def _part(visit: Visit, negotiation: Negotiation, name: str, reads: Reads, *, is_there: bool) -> PartView:
    talk = negotiation.of(name)
    mine, theirs = visit.party.pk in talk.agreed, visit.other_party.pk in talk.agreed
    badge, is_turn = _badge(visit, talk)
    agree, say = _agree(visit, mine=mine, theirs=theirs)
    count = len(talk.comments)
    return PartView(
        part=name,
        reads=reads,
        i_agree=mine,
        other_agrees=theirs,
        agree=agree,
        say=say,
        badge=badge,
        is_turn=is_turn,
        said=ngettext("%(n)s opmerking", "%(n)s opmerkingen", count) % {"n": count} if count else "",
        is_there=is_there,
    )


def _agree(visit: Visit, *, mine: bool, theirs: bool) -> tuple[str, str]:
    name = {"name": visit.other_name}
    if mine and theirs:
        return _("Jij en %(name)s zijn akkoord") % name, _("akkoord")
    if mine:
        return _("Jij bent akkoord, %(name)s nog niet") % name, _("%(name)s nog niet") % name
    if theirs:
        return _("%(name)s is akkoord, jij nog niet") % name, _("jij nog niet")
    return _("Jij en %(name)s zijn nog niet akkoord") % name, _("nog niet")


def _badge(visit: Visit, talk: PartTalk) -> tuple[str, bool]:
    name = {"name": visit.other_name}
    if talk.open is not None:
        if talk.open.noted_at is not None:
            return _("Genoteerd voorstel"), visit.speaks
        if _is_mine(visit, talk.open.put_by):
            return _("Jouw voorstel ligt bij %(name)s") % name, False
        return _("Voorstel van %(name)s") % name, visit.speaks
    if talk.pending is not None:
        return _("Akkoord over een andere tekst"), False
    asked = [one for one in talk.comments if one.answered_at is None and not _is_mine(visit, one.seat)]
    return (_("%(name)s zei iets") % name, visit.speaks) if asked else ("", False)


def _state(visit: Visit, one: ClauseProposal) -> str:
    other = {"name": visit.other_name, "day": on_day(one.answered_at)}
    i_answered = _is_mine(visit, one.answered_by)
    answers: Mapping[str, tuple[str, str]] = {
        "accepted": (_("Jij zei ja, op %(day)s"), _("%(name)s zei ja, op %(day)s")),
        "declined": (_("Jij zei liever niet, op %(day)s"), _("%(name)s zei liever niet, op %(day)s")),
        "countered": (_("Jij stelde iets anders voor"), _("%(name)s stelde iets anders voor")),
    }
    if one.taken_into_id is not None:
        return _("Staat in de volgende versie")
    if one.withdrawn_at is not None:
        return _("Teruggenomen op %(day)s") % {"day": on_day(one.withdrawn_at)}
    if one.closed_at is not None:
        return _("Niet meer nodig: de tekst is veranderd of getekend")
    if one.answer:
        return answers[one.answer][0 if i_answered else 1] % other
    return _("Wacht op een antwoord")


def _proposed_title(negotiation: Negotiation, part: str) -> str:
    """What a part is called that is not in the text: a clause by its name, their own by the title proposed last."""
    language = str(negotiation.version.content["language"])
    if not is_new_own(part):
        words: Any = clause_words(language).get(part)
        return str(words["name"]) if words else _("Eigen bepaling")
    titles = [str(one.content["after"]["title"]) for one in negotiation.of(part).proposals if one.content["after"]]
    return titles[-1] if titles else _("Eigen bepaling")


def _party(one: Any) -> str:
    return ", ".join(part for part in (one.name or one.role, one.represented_by, one.address) if part)


def _who(visit: Visit, seat: Seat | None, at: Any) -> str:
    name = _("Jij") if _is_mine(visit, seat) else _name(visit, seat)
    return _("%(name)s, %(day)s") % {"name": name, "day": on_day(at)}


def _name(visit: Visit, seat: Seat | None) -> str:
    return str(seat.first_name) if seat else visit.other_name


def _is_mine(visit: Visit, seat: Seat | None) -> bool:
    return seat is not None and seat.party_id == visit.party.pk
