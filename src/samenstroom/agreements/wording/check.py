"""The check in words: what it found, in the words for who reads, with where it comes from and how sure that is."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samenstroom import content as files
from samenstroom.agreements import editing
from samenstroom.agreements.models import AgreementDraft, AgreementVersion, RuleAside
from samenstroom.agreements.queries.check import findings_in
from samenstroom.agreements.queries.drafts import asides_of, own_facts_of, provider_of
from samenstroom.agreements.rulebook import rulebook
from samenstroom.agreements.terms import typed
from samenstroom.agreements.wording.terms import clause_words, label_of, value_words
from samenstroom.collaborations.models import Party
from samenstroom.collaborations.visits import Visit
from samenstroom.kit import clock
from samenstroom.kit.dates import full_date
from samenstroom.kit.language import language
from samenstroom.rules.agreement.checking import CheckFinding
from samenstroom.rules.agreement.rulebook import Rule

OWN_RULES = ("own rule", "practice")
TONES: Mapping[str, str] = {"error": "urgent", "warning": "notice", "advice": "notice"}


@dataclass(frozen=True)
class FindingView:
    """One remark for who reads. `fix` is the text of a button that puts it right, empty when a person must choose."""

    rule: str
    tone: str
    word: str
    title: str
    message: str
    source: str
    sure: str
    fix: str
    clause: str
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class AsideView:
    """A remark she put aside, with her reason."""

    finding: FindingView
    reason: str


@dataclass(frozen=True)
class CheckView:
    """Everything the check says: `shared` holds for both, `private` for who reads alone."""

    title: str
    shared: Sequence[FindingView]
    private: Sequence[FindingView]
    aside: Sequence[AsideView]
    version: str
    date: str

    @property
    def count(self) -> int:
        """How many remarks there are."""
        return len(self.shared) + len(self.private)

    def by_id(self, rule: str) -> FindingView | None:
        """A remark that is shown."""
        return next((one for one in (*self.shared, *self.private) if one.rule == rule), None)


def draft_check(visit: Visit, draft: AgreementDraft) -> CheckView:
    """The check of what she is writing, without what she put aside for these same words."""
    return _check(visit, draft.content, provider_of(visit, draft), asides_of(visit))


def version_check(visit: Visit, version: AgreementVersion) -> CheckView:
    """The check of a version on the table: the same points for both; what is private only for who has an account."""
    provider = version.provider or visit.party
    return _check(visit, version.content, provider, asides_of(visit) if visit.person.has_account else [])


def check_for_role(content: Mapping[str, Any], role: str, today: date) -> list[FindingView]:
    """The remarks about this document for who reads with one of the two: `provider` or `client`.

    Nothing that only one of them may know is asked, so rules that need it are silent.
    """
    found = findings_in(content, own_facts={}, today=today)
    return [_view(one, content, role) for one in found if role == "provider" or not one.is_private]


def what_changed(before: Mapping[str, Any], after: Mapping[str, Any]) -> str:
    """What a fix changed, in words."""
    words = clause_words(language())
    added = [code for code in editing.codes_of(after) if code not in editing.codes_of(before)]
    said = [_("Toegevoegd: %(name)s.") % {"name": words[code]["name"]} for code in added if code in words]
    said += [_changed(name, value) for name, value in _differences(before, after)]
    return " ".join(said) or _("Bewaard. Alleen jij ziet dit.")


def _differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[tuple[str, Any]]:
    """The facts and terms that say something else now, in clauses that were there already."""
    pairs = [(before["facts"], after["facts"])]
    for clause in after["clauses"]:
        was = editing.clause_in(before, clause["code"])
        if was:
            pairs.append((was["terms"], clause["terms"]))
    return [(name, now[name]) for was, now in pairs for name in now if now[name] != was.get(name)]


def _changed(name: str, value: Any) -> str:
    words = {"name": label_of(name, language()).rstrip("?"), "value": value_words(name, typed(name, value), language())}
    if value is None:
        return _("Veranderd: %(name)s staat nu open.") % words
    return _("Veranderd: %(name)s is nu %(value)s.") % words


def _check(visit: Visit, document: Mapping[str, Any], provider: Party, asides: Sequence[RuleAside]) -> CheckView:
    is_provider = provider.pk == visit.party.pk
    shared = [one for one in _found(visit, document, {}) if not one.is_private]
    own = _own_findings(visit, document, {one.rule.id for one in shared}) if is_provider else []
    role = "provider" if is_provider else "client"
    kept = {view.rule: view for view in (_view(one, document, role) for one in (*shared, *own))}
    aside = [AsideView(kept[one.rule], str(one.reason)) for one in asides if _holds(one, kept)]
    hidden = {one.finding.rule for one in aside}
    return CheckView(
        title=_title([one for one in (*shared, *own) if one.rule.id not in hidden]),
        shared=[kept[one.rule.id] for one in shared if one.rule.id not in hidden],
        private=[kept[one.rule.id] for one in own if one.rule.id not in hidden],
        aside=aside,
        version=str(rulebook().version),
        date=full_date(rulebook().compiled_on, language()),
    )


def _found(visit: Visit, document: Mapping[str, Any], own_facts: Mapping[str, Any]) -> Sequence[CheckFinding]:
    """What fires today; who reads brings in what only she may say."""
    return findings_in(document, own_facts=own_facts, today=clock.day_of(visit.now))


def _own_findings(visit: Visit, document: Mapping[str, Any], known: Collection[str]) -> list[CheckFinding]:
    """What only who does the work is told; a link holder has no pocket."""
    if not visit.person.has_account:
        return []
    found = _found(visit, document, own_facts_of(visit))
    return [one for one in found if one.rule.id not in known]


def _holds(aside: RuleAside, kept: Mapping[str, FindingView]) -> bool:
    """Whether a remark stays away: its clause says what it said when she put it aside."""
    return aside.rule in kept and dict(aside.values) == dict(kept[aside.rule].values)


def _title(findings: Sequence[CheckFinding]) -> str:
    """`Controle: 1 fout, 2 tips`."""
    counts = {level: sum(one.level == level for one in findings) for level in TONES}
    said = [_counted(level, n) for level, n in counts.items() if n]
    return _("Controle: %(found)s") % {"found": ", ".join(said)} if said else _("Controle: niets gevonden")


def _counted(level: str, n: int) -> str:
    if level == "error":
        return ngettext("%(n)s fout", "%(n)s fouten", n) % {"n": n}
    if level == "warning":
        return ngettext("%(n)s keer let op", "%(n)s keer let op", n) % {"n": n}
    return ngettext("%(n)s tip", "%(n)s tips", n) % {"n": n}


def _view(finding: CheckFinding, document: Mapping[str, Any], role: str) -> FindingView:
    rule, words = finding.rule, _texts(language())[finding.rule.id]
    clause = editing.clause_in(document, rule.clause)
    return FindingView(
        rule=rule.id,
        tone=TONES[finding.level],
        word={"error": _("Fout"), "warning": _("Let op"), "advice": _("Tip")}[finding.level],
        title=str(words["title"]),
        message=str(words[role]),
        source=_source(rule),
        sure=_sure(finding),
        fix=str(words["fix"] or "") if rule.fix else "",
        clause=rule.clause if clause else "",
        values=dict(clause["terms"]) if clause else {},
    )


def _sure(finding: CheckFinding) -> str:
    if finding.rule.is_unsourced:
        return _("nog niet nagekeken")
    return _("kijk of dit nog klopt") if finding.is_doubtful else ""


def _source(rule: Rule) -> str:
    """The law with its date, or that it is a rule of our own."""
    if str(rule.legal_basis).startswith(OWN_RULES):
        return _("Eigen regel, geen wet")
    if rule.known_on is None:
        return str(rule.legal_basis)
    day = {"day": full_date(rule.known_on, language())}
    dated = _("stand van %(day)s") % day if rule.source_dated else _("datum onbekend, gelezen op %(day)s") % day
    return f"{rule.legal_basis}, {dated}"


@cache
def _texts(language_code: str) -> Mapping[str, Mapping[str, Any]]:
    return {str(one["id"]): one for one in files.load("agreement_rules", language_code)["rules"]}
