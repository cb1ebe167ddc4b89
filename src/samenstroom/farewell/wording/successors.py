"""The successor in words: for both sides, and for herself behind her link."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from samenstroom.collaborations.models import Seat
from samenstroom.collaborations.visits import Visit
from samenstroom.farewell.models import HandoverItem, Successor, SuccessorQuestion, WorkInSession
from samenstroom.farewell.queries.successors import Dossier, Released
from samenstroom.farewell.queries.work_in import SessionView
from samenstroom.farewell.wording.handover import handover_texts, item_facts, kind_words
from samenstroom.kit import clock
from samenstroom.kit.dates import full_date, long_date, moment_words
from samenstroom.kit.language import language
from samenstroom.rules.handover import BOTH


@dataclass(frozen=True)
class ReleaseRow:
    """One item with the tick of each side, for who looks."""

    pk: int
    public_id: str
    kind: str
    title: str
    where: str
    facts: tuple[str, ...]
    state: str
    tone: str
    is_mine: bool
    mark: str


def release_row(visit: Visit, one: Released) -> ReleaseRow:
    """Put one item in words for the page where each side releases."""
    state, tone = _release_state(visit, one)
    return ReleaseRow(
        pk=one.item.pk,
        public_id=one.item.public_id,
        kind=kind_words(one.item.kind),
        title=str(one.item.title),
        where=str(one.item.where),
        facts=tuple(text for text in item_facts(visit, one.item) if text),
        state=state,
        tone=tone,
        is_mine=visit.party.pk in one.by_party,
        mark=one.item.mark,
    )


def _release_state(visit: Visit, one: Released) -> tuple[str, str]:
    name = {"name": visit.other_name}
    mine, theirs = visit.party.pk in one.by_party, visit.other_party.pk in one.by_party
    if one.is_open:
        return _("Vrij, van jullie allebei"), "calm"
    if theirs:
        return _("%(name)s gaf het vrij. Jij nog niet.") % name, "now"
    if mine:
        return _("Jij gaf het vrij. %(name)s nog niet.") % name, "plain"
    if one.stale:
        return _("Veranderd. Vink het opnieuw aan."), "plain"
    return _("Dicht"), "plain"


@dataclass(frozen=True)
class SuccessorRow:
    """One successor on the list of both."""

    public_id: str
    name: str
    hint: str
    state: str


def successor_row(visit: Visit, one: Successor) -> SuccessorRow:
    """Who proposed her, and what her link does now."""
    mine = one.proposed_by_id == visit.seat.pk
    who = _("Jij") if mine else one.proposed_by.first_name if one.proposed_by else ""
    hint = _("%(who)s noemde %(name)s op %(day)s.") % {
        "who": who, "name": one.first_name, "day": full_date(clock.day_of(one.proposed_at), language()),
    }  # fmt: skip
    return SuccessorRow(one.public_id, str(one.name), hint, link_state(one, visit.now))


def link_state(one: Successor, now: datetime) -> str:
    """What her link does now."""
    if one.withdrawn_at:
        return _("Ingetrokken")
    if one.expires_at is None:
        return _("Nog geen link")
    if not one.link_works_at(now):
        return _("Verlopen")
    return _("Geopend") if one.claimed_at else _("Link gemaakt")


@dataclass(frozen=True)
class DossierItem:
    """One thing the successor reads."""

    pk: int
    kind: str
    title: str
    where: str
    facts: tuple[str, ...]
    is_ticked: bool


@dataclass(frozen=True)
class DossierPage:
    """What the successor reads: also the preview for both sides, from the same record."""

    name: str
    items: tuple[DossierItem, ...]
    words: tuple[DossierItem, ...]
    questions: tuple[QuestionRow, ...]
    sessions: tuple[SessionRow, ...]


@dataclass(frozen=True)
class QuestionRow:
    """A question with the answers that are there; `mine` is what the side that looks said."""

    public_id: str
    text: str
    day: str
    answers: tuple[tuple[str, str], ...]
    mine: str = ""


@dataclass(frozen=True)
class SessionRow:
    """A session in words."""

    public_id: str
    subject: str
    when: str
    who: str
    state: str = ""
    acts: tuple[tuple[str, str], ...] = ()
    has_file: bool = True
    can_move: bool = False
    sequence: int = 0


def dossier_page(successor: Successor, dossier: Dossier, speakers: Sequence[Seat]) -> DossierPage:
    """The dossier for somebody who sits at neither side: everybody by name."""
    items = [_dossier_item(one, speakers, is_ticked=one.pk in dossier.ticked) for one in dossier.items]
    pairs = list(zip(dossier.items, items, strict=True))
    return DossierPage(
        name=successor.first_name,
        items=tuple(row for item, row in pairs if item.kind != "words"),
        words=tuple(row for item, row in pairs if item.kind == "words"),
        questions=tuple(question_row(one) for one in dossier.questions),
        sessions=tuple(plain_session(one) for one in dossier.sessions),
    )


def _dossier_item(item: HandoverItem, speakers: Sequence[Seat], *, is_ticked: bool) -> DossierItem:
    names = {str(one.party.position): one.first_name for one in speakers}
    names[BOTH] = _("%(one)s en %(two)s") % {"one": speakers[0].first_name, "two": speakers[-1].first_name}
    who = names.get(str(item.who), "")
    facts = (
        _("Nu doet %(who)s dit") % {"who": who} if who else "",
        _("Tot en met %(day)s") % {"day": full_date(item.until_on, language())} if item.until_on else "",
    )
    shown = tuple(text for text in facts if text)
    return DossierItem(item.pk, kind_words(item.kind), str(item.title), str(item.where), shown, is_ticked)


def question_row(one: SuccessorQuestion, visit: Visit | None = None) -> QuestionRow:
    """A question, with who answered what."""
    said = [(each.party_id, each.seat.first_name if each.seat else "", str(each.text)) for each in one.answers.all()]
    mine = next((text for party, _who, text in said if visit and party == visit.party.pk), "")
    return QuestionRow(
        public_id=one.public_id,
        text=str(one.text),
        day=moment_words(one.asked_at, language()),
        answers=tuple((who, text) for _party, who, text in said),
        mine=mine,
    )


def plain_session(one: WorkInSession) -> SessionRow:
    """A session as anybody reads it."""
    local = one.begins_at.astimezone(clock.AMSTERDAM)
    ends = date_format(local + (one.ends_at - one.begins_at), "H:i")
    words = {"day": long_date(local.date(), language()), "from": date_format(local, "H:i"), "until": ends}
    return SessionRow(one.public_id, str(one.subject), _("%(day)s, %(from)s tot %(until)s") % words, str(one.who))


def session_row(visit: Visit, view: SessionView) -> SessionRow:
    """A session for who looks, with what she can do."""
    plain, one = plain_session(view.session), view.session
    return SessionRow(
        plain.public_id, plain.subject, plain.when, plain.who, _session_state(visit, view),
        _session_acts(view) if visit.speaks else (), has_file=one.counts, can_move=visit.speaks and view.can_move,
        sequence=one.sequence,
    )  # fmt: skip


def _session_state(visit: Visit, view: SessionView) -> str:
    one, name = view.session, {"name": visit.other_name}
    if one.held:
        return _("Geweest") if one.held == "yes" else _("Niet doorgegaan")
    if one.noted_at and not one.agreed_at:
        return _("Genoteerd")
    if one.counts:
        return _("Afgesproken")
    return _("%(name)s stelt dit voor") % name if view.waits_for_me else _("Wacht op %(name)s") % name


def _session_acts(view: SessionView) -> tuple[tuple[str, str], ...]:
    one = view.session
    if view.waits_for_me:
        return ("agree", _("Ja, zo doen we het")), ("drop", _("Liever niet"))
    if one.counts and view.is_over:
        held = (("yes", _("Dit is geweest")), ("no", _("Dit ging niet door")))
        return tuple(act for act in held if act[0] != one.held)
    return (("drop", _("Haal dit weg")),)


def landing_texts(successor: Successor, asker: str, other: str, operator: str) -> tuple[str, list[str]]:
    """What she reads before she opens anything: a sentence, and what is good to know."""
    until = long_date(clock.day_of(successor.expires_at), language()) if successor.expires_at else ""
    names = {"asker": asker, "other": other, "until": until, "operator": operator, "name": successor.first_name}
    texts = handover_texts()["landing"]
    return str(texts["lead"]).format(**names), [str(one["text"]).format(**names) for one in texts["know"]]
