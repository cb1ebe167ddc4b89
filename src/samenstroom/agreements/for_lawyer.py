"""What can be given to a lawyer to read, and what becomes of a draft when a text of hers is taken along."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from samenstroom.agreements import editing
from samenstroom.agreements.actions.lawyers import Given
from samenstroom.agreements.models import AgreementVersion
from samenstroom.agreements.queries.drafts import draft_of, provider_of
from samenstroom.agreements.queries.versions import versions_of
from samenstroom.agreements.wording.document import AgreementText, agreement_text, as_kept, text_of
from samenstroom.agreements.wording.lawyers import OWN
from samenstroom.collaborations.models import Party
from samenstroom.collaborations.visits import Visit

DRAFT = "draft"


def givable(visit: Visit) -> list[str]:
    """What she can let a lawyer read now: her draft, and the newest version that has a text here."""
    found = [DRAFT] if draft_of(visit) else []
    newest = _newest_version(visit)
    return [*found, str(newest.number)] if newest else found


def given_of(visit: Visit, what: str) -> Given | None:
    """The text behind one of those names, exactly as it stands now."""
    draft = draft_of(visit) if what == DRAFT else None
    if draft is not None:
        role = _role(visit, provider_of(visit, draft))
        return Given(content=draft.content, text=_as_stored(text_of(draft.content)), role=role)
    version = _newest_version(visit)
    if version is None or str(version.number) != what:
        return None
    role = _role(visit, version.provider or visit.party)
    # An addendum keeps only what changes as its text; a lawyer reads the whole, with the addendum in it.
    text = _as_stored(text_of(version.content) if version.is_addendum else agreement_text(version))
    return Given(content=version.content, text=text, role=role, version=version.number)


def _as_stored(text: AgreementText) -> dict[str, Any]:
    """The text as it comes back from a column, so that the same text is known again."""
    found: dict[str, Any] = json.loads(json.dumps(as_kept(text)))
    return found


def _newest_version(visit: Visit) -> AgreementVersion | None:
    made = (one for one in versions_of(visit) if one.way == AgreementVersion.Way.MADE.value)
    return next((one for one in made if one.withdrawn_at is None), None)


def _role(visit: Visit, provider: Party) -> str:
    return "provider" if provider.pk == visit.party.pk else "client"


def own_at(place: str) -> int:
    """Which clause of their own a place is, from 1; 0 when it is none."""
    number = place.removeprefix(OWN)
    return int(number) if place.startswith(OWN) and number.isdecimal() else 0


def with_text(content: Mapping[str, Any], place: str, title: str, text: str) -> dict[str, Any]:
    """The document with this text at its place: under a clause that is there, in the clause of their own with this
    title, or else as a clause of their own at the end. The same text again changes nothing.
    """
    clause = editing.clause_in(content, place)
    if clause is not None:
        before = str(clause.get("addition") or "")
        said = before if text in before else f"{before}\n{text}".strip()
        return editing.with_terms(content, place, {}, said)
    titles = [str(one["title"]) for one in content["own_clauses"]]
    at = titles.index(title) + 1 if title in titles and own_at(place) else 0
    return editing.with_own_clause(content, at, title, text)
