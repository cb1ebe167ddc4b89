"""The words of a rule that fired, for the one who reads: from `agreement_rules.yaml` in her language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.utils.translation import get_language

from samenstroom import content

FILE = "agreement_rules"


@dataclass(frozen=True)
class RuleText:
    """A title of a few words, the message for this role, and the text of the one step; without a step none."""

    title: str
    message: str
    fix: str | None


def rule_text(rule_id: str, role: str) -> RuleText:
    """What is said about this rule to the provider or the client; without words for it, its id."""
    found = _texts(_language()).get(rule_id)
    if found is None:
        return RuleText(rule_id, "", None)
    return RuleText(found["title"], found["client" if role == "client" else "provider"], found["fix"])


def _language() -> str:
    found = (get_language() or "").split("-")[0]
    return found if found in content.languages() else content.languages()[0]


@cache
def _texts(language: str) -> Mapping[str, Mapping[str, Any]]:
    if FILE not in content.names():
        return {}
    return {one["id"]: one for one in content.load(FILE, language)["rules"]}
