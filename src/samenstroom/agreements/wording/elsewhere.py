"""What was signed elsewhere in words: the terms both see, how it stands, and the file with its fingerprint."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samenstroom.agreements.beginning import KINDS
from samenstroom.agreements.documents import as_data
from samenstroom.agreements.models import AgreementVersion
from samenstroom.agreements.queries.elsewhere import ElsewhereView
from samenstroom.agreements.rulebook import all_terms
from samenstroom.agreements.terms import known_values, typed
from samenstroom.agreements.wording.document import PARTNERS
from samenstroom.agreements.wording.drafting import asked_of
from samenstroom.agreements.wording.terms import Asked, label_of, value_words
from samenstroom.collaborations.models import Party
from samenstroom.collaborations.visits import Visit
from samenstroom.files.wording.kept import size_words
from samenstroom.kit import clock
from samenstroom.kit.dates import full_date
from samenstroom.kit.language import language
from samenstroom.rules.agreement.document import Document
from samenstroom.rules.agreement.terms import Value

GROUPS: tuple[tuple[Any, tuple[str, ...]], ...] = (
    (
        gettext_lazy("Betalen"),
        ("fee_model", "hourly_rate_eur", "fee_amount_eur", "payment_term_days", "suspension_right",
         "reminder_days_before_suspension"),
    ),
    (gettext_lazy("Uren en antwoorden"), ("hours_per_week_expected", "response_hours", "extra_work_rule")),
    (
        gettext_lazy("Begin, einde en opzeggen"),
        ("start_date", "end_date", "tacit_renewal", "renewal_notice_days", "notice_days_provider",
         "notice_days_client", "review_months"),
    ),
)  # fmt: skip
NAMES = tuple(name for _title, names in GROUPS for name in names)
HINT_SAYS_WHAT_EMPTY_MEANS = frozenset({"payment_term_days", "end_date"})
"""In an agreement that is written here; what was signed elsewhere is simply not known when it is empty."""
NOTICE = ("notice_days_provider", "notice_days_client")


@dataclass(frozen=True)
class FileLine:
    """The PDF beside it. `public_id` is empty when it was taken away; the fingerprint stays."""

    public_id: str
    name: str
    size: str
    fingerprint: str


@dataclass(frozen=True)
class ElsewherePage:
    """One note for who looks."""

    number: int
    title: str
    say: str
    note: str
    rows: list[dict[str, str]]
    file: FileLine | None
    words: str
    denied_by: str
    is_denied: bool
    i_denied: bool
    can_answer: bool
    can_withdraw: bool


def kind_at(visit: Visit) -> str:
    """The kind of this collaboration, as an agreement calls it."""
    kind = visit.collaboration.kind
    return KINDS.get(kind, kind)


def asked_elsewhere(kind: str, first: str, second: str) -> list[Asked]:
    """The terms as they are asked; of partners the notice is asked by name, because nobody is the other's client."""
    names = dict(zip(NOTICE, (first, second), strict=True)) if kind in PARTNERS else {}
    asked = [_by_name(one, names) for one in asked_of(NAMES, language())]
    return [replace(one, hint="") if one.name in HINT_SAYS_WHAT_EMPTY_MEANS else one for one in asked]


def _by_name(asked: Asked, names: Mapping[str, str]) -> Asked:
    return replace(asked, label=_notice_of(names[asked.name])) if asked.name in names else asked


def _notice_of(name: str) -> str:
    return _("Opzegtermijn van %(name)s") % {"name": name}


def elsewhere_content(visit: Visit, values: Mapping[str, Any], *, i_do_the_work: bool) -> dict[str, Any]:
    """The terms that are known as an agreement document: only clauses of which something is known."""
    facts: dict[str, Value | None] = {}
    clauses: dict[str, dict[str, Value | None]] = {}
    for name in NAMES:
        value, term = typed(name, values.get(name)), all_terms()[name]
        if value is not None:
            (facts if term.clause is None else clauses.setdefault(term.clause, {}))[name] = value
    mine, theirs = ("provider", "client") if i_do_the_work else ("client", "provider")
    nothing = {"represented_by": "", "address": ""}
    return as_data(
        Document("BE" if visit.collaboration.country == "BE" else "NL", kind_at(visit), facts, clauses),
        language=language(),
        parties={mine: {"name": visit.seat.name, **nothing}, theirs: {"name": visit.other.name, **nothing}},
    )


def sides(visit: Visit) -> tuple[str, str]:
    """How her own side and the other are called: by who speaks for it, also for who reads along."""
    speaker = visit.party.speaker
    return (speaker.first_name if speaker else visit.my_name), visit.other_name


def elsewhere_rows(
    visit: Visit, content: Mapping[str, Any], signed_on: date, *, i_do_the_work: bool
) -> list[dict[str, str]]:
    """What both see, the same from either side: the day, who does the work, and every term that is known."""
    values, _codes = known_values(content)
    is_partners = content["kind"] in PARTNERS
    provider, client = sides(visit) if i_do_the_work else sides(visit)[::-1]
    rows = [(_("Getekend op"), full_date(signed_on, language()))]
    if not is_partners:
        rows.append((_("Doet het werk"), provider))
    names = dict(zip(NOTICE, (provider, client), strict=True)) if is_partners else {}
    for name in NAMES:
        label = _notice_of(names[name]) if name in names else label_of(name, language())
        rows.append((label.rstrip("?"), value_words(name, values.get(name), language())))
    return [{"label": label, "text": text} for label, text in rows if text]


def values_of(version: AgreementVersion | None) -> dict[str, Any]:
    """What a version says of these terms, to begin a form with."""
    if version is None:
        return {}
    found: dict[str, Any] = dict(version.content.get("facts", {}))
    for clause in version.content.get("clauses", ()):
        found |= clause.get("terms", {})
    return {name: found.get(name) for name in NAMES}


def elsewhere_page(visit: Visit, view: ElsewhereView) -> ElsewherePage:
    """Put one note in words."""
    title, say = _standing(visit, view)
    record, version = view.record, view.version
    is_mine = version.provider_id is None or version.provider_id == visit.party.pk
    return ElsewherePage(
        number=version.number,
        title=title,
        say=say,
        note=_noted(visit, view),
        rows=_rows_of(visit, view, i_do_the_work=is_mine),
        file=_file_line(view),
        words=str(record.words),
        denied_by=_name(visit, record.denied_by.party if record.denied_by else None),
        is_denied=record.denied_at is not None,
        i_denied=record.denied_at is not None and not view.is_mine,
        can_answer=view.waits_for_me and visit.speaks,
        can_withdraw=view.is_mine and record.waits and visit.speaks,
    )


def _rows_of(visit: Visit, view: ElsewhereView, *, i_do_the_work: bool) -> list[dict[str, str]]:
    """Of an addendum the text that changes stands beside it, so only the day is told here."""
    if view.version.is_addendum:
        return [{"label": _("Afgesproken op"), "text": full_date(view.record.signed_on, language())}]
    return elsewhere_rows(visit, view.version.content, view.record.signed_on, i_do_the_work=i_do_the_work)


def _standing(visit: Visit, view: ElsewhereView) -> tuple[str, str]:
    record, version = view.record, view.version
    words = {"name": visit.other_name, "day": full_date(record.signed_on, language())}
    if record.denied_at:
        return _("Zo klopt het niet"), _("Dit geldt niet. Noteer opnieuw wat jullie tekenden.")
    if version.withdrawn_at:
        return _("Van tafel"), _("Dit geldt niet. Het blijft wel leesbaar.")
    if version.replaced_at:
        return _("Getekend op %(day)s") % words, _("Er is later een nieuwe versie getekend. Die geldt nu.")
    if record.confirmed_at:
        return _("Getekend op %(day)s") % words, _("Jullie zeggen allebei dat dit getekend is. Dit geldt nu.")
    if version.signed_at is None:
        return _waiting(view, words)
    if view.waits_for_me:
        return _("Hebben jullie dit getekend?"), _(
            "%(name)s noteerde dit voordat jij meedeed. Kijk of het klopt."
        ) % words
    return _("Getekend op %(day)s") % words, _("Jij noteerde dit. %(name)s heeft het niet bevestigd.") % words


def _waiting(view: ElsewhereView, words: Mapping[str, str]) -> tuple[str, str]:
    if view.waits_for_me:
        return _("Hebben jullie dit getekend?"), _(
            "%(name)s noteerde wat jullie elders tekenden. Het geldt pas als jij zegt dat het klopt."
        ) % words
    return _("Ligt bij %(name)s") % words, _("Dit geldt zodra %(name)s zegt dat het klopt.") % words


def _noted(visit: Visit, view: ElsewhereView) -> str:
    noter = view.version.put_by
    said = _("Genoteerd door %(name)s op %(day)s.") % {
        "name": _name(visit, noter.party if noter else None),
        "day": _day(view.version.put_at),
    }
    record = view.record
    if record.confirmed_at is None:
        return said
    return f"{said} " + _("Bevestigd door %(name)s op %(day)s.") % {
        "name": _name(visit, record.confirmed_by.party if record.confirmed_by else None),
        "day": _day(record.confirmed_at),
    }


def _name(visit: Visit, party: Party | None) -> str:
    if party is None:
        return _("iemand")
    return sides(visit)[0 if party.pk == visit.party.pk else 1]


def _day(moment: datetime) -> str:
    return full_date(clock.day_of(moment), language())


def _file_line(view: ElsewhereView) -> FileLine | None:
    kept = view.record.file
    if kept is None:
        return None
    public_id = "" if kept.removed_at else kept.public_id
    return FileLine(public_id, str(kept.name), size_words(kept.size), str(kept.sha256))
