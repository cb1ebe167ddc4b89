"""What changes and what comes first, in words; and a change as it would read in the agreement."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from django.utils.translation import gettext as _

from samenstroom import content
from samenstroom.adjusting.models import PriorityChange
from samenstroom.adjusting.queries.priorities import ChangeView, order_in
from samenstroom.adjusting.wording.attempts import Act
from samenstroom.agreements.queries.in_force import InForce
from samenstroom.agreements.wording.terms import value_words
from samenstroom.collaborations.visits import Visit
from samenstroom.exchanges.queries import ExchangeView
from samenstroom.kit import clock
from samenstroom.kit.dates import full_date
from samenstroom.kit.language import language
from samenstroom.rules.priorities import TOP, compared, shift

TERMS = ("hours_per_week_expected", "hourly_rate_eur", "fee_amount_eur", "end_date")
"""What a change touches most often; the rest changes by an addendum of its own."""
CLAUSE_OF = {"hourly_rate_eur": "fee", "fee_amount_eur": "fee", "end_date": "duration"}
"""In which clause a term stands; hours are a fact."""


def priority_texts() -> Mapping[str, Any]:
    """What is asked and said around priorities."""
    return content.load("priorities", language())


def items() -> dict[str, str]:
    """What one can put in order: id -> label."""
    return {str(one["id"]): str(one["label"]) for one in priority_texts()["items"]}


def now_words(holds: InForce, name: str) -> str:
    """A term as it holds now."""
    return term_words(name, holds.terms.get(name))


def term_label(name: str) -> str:
    """What a term is called when it changes."""
    labels: Mapping[str, str] = priority_texts()["telling"]["terms"]
    return labels.get(name, name)


def term_words(name: str, value: Any) -> str:
    """The value of a term in words; what does not read as one stays away."""
    try:
        read = date.fromisoformat(str(value)) if name.endswith("_date") else Decimal(str(value))
    except (ValueError, InvalidOperation):
        return ""
    return value_words(name, read, language())


@dataclass(frozen=True)
class ChangePage:
    """One change for who looks: whose, what it does, where it stands, and what she can do."""

    public_id: str
    title: str
    say: str
    rows: tuple[dict[str, str], ...]
    answer: str
    acts: tuple[Act, ...]
    waits_for_me: bool
    is_unwritten: bool


def change_page(visit: Visit, view: ChangeView) -> ChangePage:
    """Put one change in words."""
    title, say = _standing(visit, view)
    return ChangePage(
        public_id=view.change.public_id,
        title=title,
        say=say,
        rows=tuple({"label": label, "text": text} for label, text in _rows(view.change) if text),
        answer=str(view.change.answer_words),
        acts=_acts(view) if visit.speaks else (),
        waits_for_me=visit.speaks and view.waits_for_me,
        is_unwritten=view.is_unwritten,
    )


def _standing(visit: Visit, view: ChangeView) -> tuple[str, str]:
    change, answering = view.change, priority_texts()["answering"]
    words = {"name": visit.other_name, "day": full_date(clock.day_of(change.told_at), language())}
    if change.withdrawn_at:
        return _("Teruggenomen"), _("Verteld op %(day)s, en later teruggenomen.") % words
    if change.noted_at:
        by_me = change.party_id == visit.party.pk
        title = _("Er verandert iets bij jou") if by_me else _("Er verandert iets bij %(name)s") % words
        return title, _("Genoteerd op %(day)s.") % words
    if view.waits_for_me:
        return _("%(name)s vertelt wat er verandert") % words, _("Lees het rustig. Wat zeg jij?")
    if change.is_open:
        return _("Dit ligt bij %(name)s") % words, _("Verteld op %(day)s. Je hoeft nergens op te wachten.") % words
    if change.answer == PriorityChange.Answer.YES:
        return _("Hier zeiden jullie ja tegen"), answering["unwritten"] if view.is_unwritten else _written(view)
    if change.answer == PriorityChange.Answer.OTHER:
        return _("Hier kwam iets anders voor in de plaats"), _("Verteld op %(day)s.") % words
    return _("Dit gaat niet door"), str(answering["no_next"])


def _written(view: ChangeView) -> str:
    addendum = view.change.addendum
    if addendum is not None and addendum.signed_at is not None:
        return _("Het staat in de overeenkomst.")
    return _("Er verandert niets aan wat jullie op papier hebben.")


def _rows(change: PriorityChange) -> list[tuple[str, str]]:
    labels, said = priority_texts()["telling"]["labels"], change.content
    rows = [(labels[name], str(said.get(name, ""))) for name in ("what", "why", "time", "money", "roles")]
    terms = [(term_label(name), term_words(name, value)) for name, value in said.get("terms", {}).items()]
    day = full_date(change.starts_on, language()) if change.starts_on else ""
    return [rows[0], rows[1], (labels["starts_on"], day), *rows[2:], *terms]


def _acts(view: ChangeView) -> tuple[Act, ...]:
    if view.waits_for_me:
        return (Act("", _("Ik stel iets anders voor"), page="change_counter"),)
    if view.change.is_open:
        return (Act("withdraw", _("Neem terug")),)
    if view.is_unwritten and view.change.addendum is None:
        return (Act("", _("Leg het vast in de overeenkomst"), is_main=True, page="change_paper"),)
    return ()


def with_change(document: Mapping[str, Any], change: PriorityChange, written_on: date) -> dict[str, Any]:
    """The agreement document with this change in it: its terms, and in words of their own what else changes."""
    facts, terms = dict(document["facts"]), change.content.get("terms", {})
    clauses = [dict(one) for one in document["clauses"]]
    for name, value in terms.items():
        code = CLAUSE_OF.get(name)
        if code is None:
            facts[name] = value
        for clause in clauses:
            if clause["code"] == code:
                clause["terms"] = {**clause["terms"], name: value}
    own = list(document["own_clauses"])
    words = [str(change.content.get(name, "")) for name in ("what", "time", "money", "roles")]
    text = " ".join(one if one.endswith((".", "?")) else f"{one}." for one in words if one)
    day = full_date(change.starts_on or written_on, str(document["language"]))
    title = str(content.load("priorities", str(document["language"]))["paper"]["own_clause"])
    own.append({"title": f"{title}, {day}", "text": text})
    return {**document, "facts": facts, "clauses": clauses, "own_clauses": own}


@dataclass(frozen=True)
class Place:
    """One thing in somebody's order."""

    number: int
    label: str
    is_top: bool


@dataclass(frozen=True)
class RankingPage:
    """One opened ranking: both orders, what they share and where they differ, and what moved."""

    day: str
    mine: tuple[Place, ...]
    theirs: tuple[Place, ...]
    my_words: str
    their_words: str
    same: tuple[str, ...]
    differs: tuple[str, ...]
    moved: tuple[str, ...]


def ranking_page(visit: Visit, view: ExchangeView, before: ExchangeView | None) -> RankingPage:
    """What both put in order, next to each other for who looks; `before` is the time before this one."""
    mine, theirs, known = order_in(view.mine), order_in(view.theirs), items()
    found = compared(mine, theirs)
    name = {"name": visit.other_name}
    return RankingPage(
        day=full_date(clock.day_of(view.exchange.started_at), language()),
        mine=_places(mine, known),
        theirs=_places(theirs, known),
        my_words=str((view.mine or {}).get("words", "")),
        their_words=str((view.theirs or {}).get("words", "")),
        same=_named(found.both, known),
        differs=(
            *(_("%(what)s: bij jou in de eerste drie.") % {"what": one} for one in _named(found.mine_only, known)),
            *(
                _("%(what)s: bij %(name)s in de eerste drie.") % {"what": one, **name}
                for one in _named(found.theirs_only, known)
            ),
        ),
        moved=_moved(visit, view, before, known) if before else (),
    )


def _named(ids: Sequence[str], known: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(known[one] for one in ids if one in known)


def _places(order: Sequence[str], known: Mapping[str, str]) -> tuple[Place, ...]:
    read = [one for one in order if one in known]
    return tuple(Place(at, known[one], at <= TOP) for at, one in enumerate(read, start=1))


def _moved(visit: Visit, view: ExchangeView, before: ExchangeView, known: Mapping[str, str]) -> tuple[str, ...]:
    mine = shift(order_in(before.mine), order_in(view.mine))
    theirs = shift(order_in(before.theirs), order_in(view.theirs))
    said = []
    for found, new, gone in (
        (mine, _("Nieuw in jouw eerste drie: %(what)s."), _("Niet meer in jouw eerste drie: %(what)s.")),
        (theirs, _("Nieuw bij %(name)s: %(what)s."), _("Bij %(name)s niet meer in de eerste drie: %(what)s.")),
    ):
        for words, ids in ((new, found.up), (gone, found.down)):
            labels = _named(ids, known)
            if labels:
                said.append(words % {"what": ", ".join(labels), "name": visit.other_name})
    return tuple(said) or (_("Bij allebei staat hetzelfde bovenaan als de vorige keer."),)
