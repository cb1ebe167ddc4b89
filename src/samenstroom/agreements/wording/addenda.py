"""Addenda in words: how one stands, what differs, and how the agreement reads now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from samenstroom.agreements.models import AgreementVersion
from samenstroom.agreements.wording.differences import Difference, differences
from samenstroom.agreements.wording.document import (
    AgreementText,
    ClauseText,
    agreement_text,
    first_own,
    with_annexes_last,
)
from samenstroom.agreements.wording.naming import named, title_of
from samenstroom.collaborations.models import Party
from samenstroom.collaborations.visits import Visit
from samenstroom.kit import clock
from samenstroom.kit.dates import full_date
from samenstroom.kit.language import language
from samenstroom.rules.agreement.amending import amended, change_from, undone

ELSEWHERE = AgreementVersion.Way.ELSEWHERE.value


@dataclass(frozen=True)
class MarkedClause(ClauseText):
    """A clause of what holds now, with the addendum it comes from."""

    mark: str = ""


@dataclass(frozen=True)
class WholeText:
    """How the agreement reads now. `marks`: name of a part -> its addendum; `gone`: what dropped out, and by which."""

    text: AgreementText
    marks: Mapping[str, str]
    gone: Sequence[tuple[str, str]]


def open_addendum(versions: Sequence[AgreementVersion]) -> AgreementVersion | None:
    """The addendum that lies on the table."""
    return next((one for one in versions if one.is_open and one.is_addendum), None)


def what_differs(version: AgreementVersion) -> tuple[Difference, ...]:
    """What an addendum changes, as it was and as it becomes."""
    was = amended(version.content, undone(change_from(version.change)))
    return differences(was, version.content)


def last_day_words(version: AgreementVersion) -> str:
    """Until when it can be signed, or that this is over; empty when there is no last day, or it no longer matters."""
    if version.expires_on is None:
        return ""
    words = {"day": full_date(version.expires_on, language())}
    if version.expired_at is not None:
        return _("De laatste dag om te tekenen was %(day)s.") % words
    return _("Tekenen kan tot en met %(day)s.") % words if version.is_open else ""


def addendum_standing(visit: Visit, version: AgreementVersion, state: str, *, is_mine: bool) -> tuple[str, str, str]:
    """A few words, one or two sentences, and a tone. `state` is how it is called once nobody has to act."""
    words = {"name": visit.other_name}
    if version.is_open and version.way == ELSEWHERE:
        return state, _("Dit geldt zodra jullie allebei zeggen dat het klopt."), "plain"
    if version.is_open:
        return _open_words(visit, version, words, is_mine=is_mine)
    if version.signed_at and version.replaced_at:
        return state, _("Er is later een nieuwe overeenkomst getekend. Die geldt nu."), "plain"
    if version.signed_at:
        return state, _("Dit deel geldt nu zo. De rest van de overeenkomst bleef zoals die was."), "calm"
    return state, _("Deze aanvulling geldt niet. De overeenkomst blijft zoals die was."), "plain"


def _open_words(
    visit: Visit, version: AgreementVersion, words: Mapping[str, str], *, is_mine: bool
) -> tuple[str, str, str]:
    if not visit.takes_part:
        return (
            _("Ligt klaar"),
            _("Je kunt deze tekst afdrukken of bewaren, en zelf naar %(name)s sturen. Je hoeft nergens op te wachten.")
            % words,
            "plain",
        )
    if _has_signed(version, visit.party):
        return _("Jij hebt getekend"), _("Zodra %(name)s ook tekent, geldt de aanvulling.") % words, "plain"
    if _has_signed(version, visit.other_party):
        say = _("Lees rustig wat er verandert. Als jij ook tekent, geldt de aanvulling.")
        return _("%(name)s heeft getekend") % words, say, "notice"
    if is_mine:
        return (
            _("Ligt bij %(name)s") % words,
            _("%(name)s kan de aanvulling lezen, tekenen of weigeren.") % words,
            "plain",
        )
    say = _("Lees rustig wat er verandert. Tot jullie allebei tekenen, blijft alles zoals het was.")
    return _("%(name)s wil een deel veranderen") % words, say, "notice"


def _has_signed(version: AgreementVersion, party: Party) -> bool:
    return any(one.party_id == party.pk for one in version.signatures.all())


def addendum_row(visit: Visit, version: AgreementVersion) -> tuple[str, str]:
    """A hint and a state (empty when nothing waits for her) for the page of the collaboration."""
    is_mine = version.put_by is not None and version.put_by.party_id == visit.party.pk
    words = {"name": visit.other_name, "what": named(version)}
    has_signed = _has_signed(version, visit.other_party)
    waits = not _has_signed(version, visit.party) and (not is_mine or has_signed)
    turn = _("Nu jij") if waits and visit.speaks and visit.takes_part else ""
    if version.way == ELSEWHERE:
        return _("Er is elders een aanvulling getekend. Klopt het?"), turn
    if waits and has_signed:
        return _("%(name)s tekende %(what)s.") % words, turn
    if waits:
        return _("%(name)s legde %(what)s op tafel.") % words, turn
    if _has_signed(version, visit.party):
        return _("Jij tekende %(what)s. Nu ligt die bij %(name)s.") % words, ""
    return addendum_row_for_both(version), ""


def addendum_row_for_both(version: AgreementVersion) -> str:
    """The same hint as it reads from either side."""
    if version.way != ELSEWHERE and version.signatures.all():
        return _("Eén van jullie tekende een aanvulling.")
    return _("Er ligt een aanvulling op tafel.")


def whole_text(base: AgreementVersion, addenda: Sequence[AgreementVersion]) -> WholeText:
    """The text that holds, as it was signed: that of the version, and of each addendum the clauses it changed."""
    text = agreement_text(base) if base.text else replace(agreement_text(base), clauses=(), own_clauses=(), charter=())
    clauses: dict[str, ClauseText] = {one.code: one for one in text.clauses}
    own, charter, parties = text.own_clauses, text.charter, text.parties
    marks: dict[str, str] = {}
    gone: list[tuple[str, str]] = []
    for addendum in addenda:
        said, change = agreement_text(addendum), change_from(addendum.change)
        mark = _mark(addendum)
        gone += [(name, mark) for name in said.dropped]
        for code, swap in change.clauses.items():
            if swap.after is None:
                clauses.pop(code, None)
        for one in said.clauses:
            clauses[one.code] = MarkedClause(**vars(one), mark=mark)
        if "own_clauses" in change.parts:
            own, marks["own_clauses"] = said.own_clauses, mark
        if "charter" in change.parts:
            charter, marks["charter"] = said.charter, mark
        if "parties" in change.parts:
            parties, marks["parties"] = said.parties, mark
    order = [one["code"] for one in (addenda[-1] if addenda else base).content["clauses"]]
    there = [clauses[code] for code in order if code in clauses]
    return WholeText(
        text=replace(
            text,
            title=_("Zo luidt de overeenkomst nu"),
            parties=parties,
            clauses=tuple(with_annexes_last(there, len(own))),
            own_clauses=tuple(replace(one, number=at) for at, one in enumerate(own, start=first_own(there))),
            charter=charter,
        ),
        marks=marks,
        gone=gone,
    )


def whole_words(base: AgreementVersion, addenda: Sequence[AgreementVersion]) -> str:
    """What this text is made of."""
    words = {"number": base.number, "count": len(addenda)}
    if not addenda:
        return _("Dit is versie %(number)s. Er zijn geen aanvullingen.") % words
    if len(addenda) == 1:
        return _("Dit is versie %(number)s met één aanvulling.") % words
    return _("Dit is versie %(number)s met %(count)s aanvullingen.") % words


def _mark(addendum: AgreementVersion) -> str:
    assert addendum.signed_at is not None
    day = full_date(clock.day_of(addendum.signed_at), language())
    return _("%(title)s, getekend op %(day)s") % {"title": title_of(addendum), "day": day}
