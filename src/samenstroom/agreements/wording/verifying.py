"""What was found about a sealed file, in words: only what the holder of the file may know."""

from __future__ import annotations

from django.utils.translation import gettext as _

from samenstroom import content
from samenstroom.agreements.models import ListedPaper
from samenstroom.agreements.paper import moment_in_words
from samenstroom.agreements.verifying import Finding


def verdict_words(finding: Finding, language: str) -> dict[str, str]:
    """The title and the sentence that belong to a verdict."""
    words = content.load("signing", language)["verdicts"][finding.verdict.value]
    return {"title": str(words["title"]), "say": str(words["say"])}


def finding_rows(finding: Finding, language: str) -> list[dict[str, str]]:
    """How many names, when, and the fingerprint of the file; never what is in it."""
    rows = []
    if finding.kind:
        rows.append({"label": _("Soort"), "text": str(ListedPaper.Kind(finding.kind).label)})
    if finding.signatures is not None:
        rows.append({"label": _("Getekend door"), "text": _("%(number)s namen") % {"number": finding.signatures}})
    if finding.signed_at:
        rows.append({"label": _("Laatste handtekening"), "text": moment_in_words(finding.signed_at, language)})
    if finding.sealed_at:
        rows.append({"label": _("Verzegeld op"), "text": moment_in_words(finding.sealed_at, language)})
    rows.append({"label": _("Vingerafdruk van het bestand"), "text": finding.sha256})
    return rows
