"""What two people can let a mediator read: what both already see, one thing at a time, in words for any reader.

Each thing reads the same for either side and for the mediator, by name. Its `mark` follows from what was written, not
from the words of a language: when something changes, a tick on how it read before does not count for it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from samenstroom.adjusting.models import RepairAttempt
from samenstroom.adjusting.queries.attempts import attempts_of
from samenstroom.adjusting.queries.conflicts import Given, given_in_conflict
from samenstroom.agreements.models import AgreementVersion
from samenstroom.agreements.queries.versions import base_of, whole_content
from samenstroom.agreements.wording.document import AgreementText, agreement_text, text_of
from samenstroom.agreements.wording.versions import key_terms
from samenstroom.collaborations.models import LineAnswer, Party, Seat
from samenstroom.collaborations.queries import LineView, shared_lines
from samenstroom.collaborations.visits import Visit
from samenstroom.collaborations.wording import is_app_kind, money, sentence
from samenstroom.feedback.queries.decisions import DecisionView, decisions_of
from samenstroom.kit import clock
from samenstroom.kit.dates import full_date
from samenstroom.kit.language import language
from samenstroom.kit.tokens import token_hash


@dataclass(frozen=True)
class Item:
    """One thing that can be given. `key` names it, `mark` says how it reads now."""

    key: str
    mark: str
    kind: str
    title: str
    on: date
    lines: tuple[str, ...] = ()
    text: AgreementText | None = None

    @property
    def day(self) -> str:
        """`5 januari 2026`."""
        return full_date(self.on, language())


def items_of(visit: Visit) -> list[Item]:
    """Everything both see at this table that can be given, the newest first within each kind."""
    names = _Names(visit)
    makers: tuple[Maker, ...] = (_agreement, _conflicts, _attempts, _decisions, _lines)
    return [item for make in makers for item in make(visit, names)]


class _Names:
    """What the two sides are called, by party, by place at the table, and by seat."""

    def __init__(self, visit: Visit) -> None:
        mine = visit.party.speaker or visit.seat
        self.speakers = {visit.party.pk: mine, visit.other_party.pk: visit.other}
        self.by_position = {
            visit.party.position: mine.first_name, visit.other_party.position: visit.other.first_name,
        }  # fmt: skip

    def party(self, party: int | None) -> str:
        """The name of a side; of none, that it is of both."""
        return self.speakers[party].first_name if party in self.speakers else _("Samen")

    def seat(self, seat: Seat | None) -> str:
        return seat.first_name if seat else _("Iemand")


Maker = Callable[[Visit, _Names], Iterator[Item]]


def _mark(*said: Any) -> str:
    return token_hash(json.dumps(said, default=str, sort_keys=True, ensure_ascii=False))


def _agreement(visit: Visit, _names: _Names) -> Iterator[Item]:
    holds = base_of(visit)
    if holds is None or holds.signed_at is None:
        return
    whole = whole_content(visit, holds)
    is_made = holds.way == AgreementVersion.Way.MADE.value
    yield Item(
        key=f"agreement:{holds.public_id}",
        mark=_mark(holds.public_id, dict(whole)),
        kind=_("Overeenkomst"),
        title=_("De overeenkomst die geldt, versie %(number)s") % {"number": holds.number},
        on=clock.day_of(holds.signed_at),
        lines=tuple(f"{one['label']}: {one['text']}" for one in key_terms(holds)) if not is_made else (),
        text=_whole_text(holds, whole) if is_made else None,
    )


def _whole_text(holds: AgreementVersion, whole: Mapping[str, Any]) -> AgreementText:
    """The text as it was signed; with addenda since then the whole as it reads with them in it."""
    return agreement_text(holds) if whole == holds.content else text_of(whole)


def _lines(visit: Visit, names: _Names) -> Iterator[Item]:
    for view in shared_lines(visit):
        line = view.line
        if line.withdrawn_at is None and not is_app_kind(line.what):
            said = [(one.stance, str(one.words)) for one in view.answers]
            yield Item(
                key=f"line:{line.public_id}",
                mark=_mark(line.what, line.data, str(line.note), line.happened_on, said),
                kind=_("Logboek"),
                title=sentence(line, _told_to_nobody(visit, names, line.about_party)),
                on=line.happened_on,
                lines=tuple(_line_words(view, names)),
            )


def _told_to_nobody(visit: Visit, names: _Names, about: int | None) -> Visit:
    """Who reads is neither of the two: everybody is called by name, also whom it is about."""
    nobody = Seat(pk=0, party=Party(pk=0), collaboration=visit.collaboration, name="")
    return replace(visit, seat=nobody, party=nobody.party, other=names.speakers.get(about or 0, visit.other))


def _line_words(view: LineView, names: _Names) -> Iterator[str]:
    if view.line.note:
        yield str(view.line.note)
    for one in view.answers:
        yield _stance(names.seat(one.seat), one.stance, str(one.words))


def _stance(name: str, stance: str, words: str) -> str:
    said = _("%(name)s: zo was het.") if stance == LineAnswer.Stance.SO else _("%(name)s: ik zie het anders.")
    return f"{said % {'name': name}} {words}".strip()


def _decisions(visit: Visit, names: _Names) -> Iterator[Item]:
    for view in decisions_of(visit):
        one = view.decision
        if one.withdrawn_at is None:
            said = [
                (word.stance, str(word.words)) for word in (*view.outcomes, *([view.stance] if view.stance else []))
            ]
            yield Item(
                key=f"decision:{one.public_id}",
                mark=_mark(dict(one.content), one.decided_on, one.decided_by_id, one.expertise_id, said),
                kind=_("Besluit"),
                title=str(one.content.get("what", "")),
                on=one.decided_on,
                lines=tuple(_decision_words(view, names)),
            )


def _decision_words(view: DecisionView, names: _Names) -> Iterator[str]:
    one = view.decision
    yield _("Besloten door: %(name)s") % {"name": names.party(one.decided_by_id)}
    if one.content.get("why"):
        yield _("Waarom: %(words)s") % {"words": one.content["why"]}
    if view.stance:
        yield _stance(names.seat(view.stance.seat), view.stance.stance, str(view.stance.words))
    for word in view.outcomes:
        yield f"{names.seat(word.seat)}: {word.words}"


def _attempts(visit: Visit, names: _Names) -> Iterator[Item]:
    for one in (view.attempt for view in attempts_of(visit)):
        if one.agreed_at is not None:
            yield Item(
                key=f"attempt:{one.public_id}",
                mark=_mark(str(one.stuck), list(one.tries), one.look_back_on),
                kind=_("Poging"),
                title=str(one.stuck),
                on=clock.day_of(one.agreed_at),
                lines=tuple(_tries(one, names)),
            )


def _tries(attempt: RepairAttempt, names: _Names) -> Iterator[str]:
    for one in attempt.tries:
        who = names.by_position.get(one["who"], _("Samen"))
        yield f"{who}: {one['text']}"


def _conflicts(visit: Visit, names: _Names) -> Iterator[Item]:
    for one in given_in_conflict(visit):
        yield Item(
            key=f"conflict:{one.kind}:{one.key}",
            mark=_mark(one.kind, one.code, one.party, one.words),
            kind=_("Meningsverschil"),
            title=_conflict_title(one, names),
            on=one.on,
            lines=(_conflict_words(one),) if one.words else (),
        )


def _conflict_words(one: Given) -> str:
    return money(Decimal(one.words)) if one.kind == "amount" else one.words


def _conflict_title(one: Given, names: _Names) -> str:
    name = {"name": names.party(one.party)}
    if one.kind == "part":
        return _parts()[one.code] % name if one.code in _parts() else name["name"]
    if one.kind == "step":
        return _steps().get(one.code, one.code)
    if one.kind in ("sentence", "does"):
        return _("Waar ze het over eens zijn") if one.code == "agreed" else _("Voorstel van %(name)s") % name
    return {"subject": _("Waar het over gaat"), "amount": _("Een bedrag waar ze het over eens zijn")}.get(
        one.kind, one.kind
    )


def _parts() -> Mapping[str, str]:
    return {
        "happened": _("%(name)s: wat er gebeurde"),
        "effect": _("%(name)s: wat het doet"),
        "need": _("%(name)s: wat nodig is"),
        "offer": _("%(name)s: wat ik kan doen"),
    }


def _steps() -> Mapping[str, str]:
    return {
        "talk": _("Stap: een gesprek"), "mediator": _("Stap: een bemiddelaar"), "law": _("Stap: wat de wet geeft"),
    }  # fmt: skip
