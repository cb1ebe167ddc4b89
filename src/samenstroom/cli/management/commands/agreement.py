"""Checks an agreement document against the rules and says what it found. No database; keeps nothing."""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samenstroom import content
from samenstroom.agreements.documents import MOST_BYTES, AgreementError, parse_document, read_document
from samenstroom.agreements.rulebook import rates, rulebook
from samenstroom.agreements.wording.faults import fault_in
from samenstroom.agreements.wording.rules import rule_text
from samenstroom.kit import clock
from samenstroom.rules.agreement.checking import CheckFinding, check
from samenstroom.rules.agreement.document import Document
from samenstroom.rules.agreement.rulebook import OWN_RULE, Level

LEVELS = {
    Level.ERROR: gettext_lazy("Fout"),
    Level.WARNING: gettext_lazy("Let op"),
    Level.ADVICE: gettext_lazy("Tip"),
}
CERTAINTY = {"high": gettext_lazy("hoog"), "medium": gettext_lazy("redelijk"), "low": gettext_lazy("laag")}


class Command(BaseCommand):
    """samenstroom agreement check FILE [--json] [--role provider|client] [--lang nl|en]"""

    help = "Check an agreement document against the rules. Exit code 0 without errors, 1 with, 2 for a bad file."
    requires_system_checks = ()
    requires_migrations_checks = False

    def add_arguments(self, parser: CommandParser) -> None:
        acts = parser.add_subparsers(dest="act", required=True)
        one = acts.add_parser("check", help="say what stands out, with its source; information, not legal advice")
        one.add_argument("file", help="an agreement document (JSON), or - for standard input")
        one.add_argument("--json", action="store_true", help="one JSON object")
        one.add_argument("--role", choices=("provider", "client"), default="provider", help="who reads it")
        one.add_argument("--lang", choices=content.languages(), default="nl")

    def handle(self, *args: Any, file: str, role: str, lang: str, **options: Any) -> None:
        today = clock.day_of(clock.now())
        with translation.override(lang):
            try:
                document = read_document(parse_document(_read(file)))
            except OSError as error:
                self.stderr.write(f"{file}: {error.strerror}")
                sys.exit(2)
            except AgreementError as error:
                self.stderr.write(f"{file}: {fault_in(error)}")
                sys.exit(2)
            found = _findings(document, role, today)
            self.stdout.write(_as_json(found, role) if options["json"] else _as_text(found, role))
        if any(one.level is Level.ERROR for one in found):
            sys.exit(1)


def _read(file: str) -> bytes:
    if file == "-":
        return sys.stdin.buffer.read(MOST_BYTES + 1)
    with Path(file).open("rb") as stream:
        return stream.read(MOST_BYTES + 1)


def _findings(document: Document, role: str, today: date) -> list[CheckFinding]:
    rate = rates().on(document.jurisdiction, today)
    derived = {"statutory_interest_percent": rate.percent} if rate else {}
    found = check(document, rulebook(), own_facts={}, derived=derived, today=today)
    return [one for one in found if one.rule.audience in ("both", role)]


def _as_json(found: list[CheckFinding], role: str) -> str:
    book = rulebook()
    findings = [
        {
            "rule": one.rule.id,
            "clause": one.rule.clause,
            "level": one.level.value,
            "title": rule_text(one.rule.id, role).title,
            "message": rule_text(one.rule.id, role).message,
            "legal_basis": one.rule.legal_basis,
            "source": one.rule.source,
            "known_on": one.rule.known_on.isoformat() if one.rule.known_on else None,
            "source_dated": one.rule.source_dated,
            "certainty": one.rule.certainty,
            "is_doubtful": one.is_doubtful,
        }
        for one in found
    ]
    head = {"rules_version": book.version, "rules_compiled_on": book.compiled_on.isoformat()}
    return json.dumps(head | {"note": _note(), "findings": findings}, ensure_ascii=False, indent=1)


def _as_text(found: list[CheckFinding], role: str) -> str:
    book = rulebook()
    lines = [line for one in found for line in _told(one, role)] or [_("Er valt niets op.")]
    about = _("Regels versie %(version)s, van %(day)s.") % {
        "version": book.version,
        "day": book.compiled_on.isoformat(),
    }
    return "\n".join([*lines, "", about, _note()])


def _told(one: CheckFinding, role: str) -> list[str]:
    text = rule_text(one.rule.id, role)
    lines = [f"{LEVELS[one.level]}: {text.title} ({one.rule.id})"]
    lines += [f"    {text.message}"] if text.message else []
    return [*lines, f"    {one.rule.legal_basis}", f"    {_origin(one)}"]


def _origin(one: CheckFinding) -> str:
    """Where it comes from, of which day, and how sure that is; a doubt is said as a doubt."""
    rule = one.rule
    certainty = _("Zekerheid: %(how)s.") % {"how": CERTAINTY[rule.certainty]}
    if rule.is_unsourced or rule.known_on is None:
        return f"{_('Nog niet nagekeken: er is nog geen bron.')} {certainty}"
    day = rule.known_on.isoformat()
    if rule.source == OWN_RULE:
        where = _("Eigen regel van Samenstroom, van %(day)s.") % {"day": day}
    elif rule.source_dated:
        where = _("Bron: %(source)s, van %(day)s.") % {"source": rule.source, "day": day}
    else:
        where = _("Bron: %(source)s, datum onbekend, gelezen op %(day)s.") % {"source": rule.source, "day": day}
    doubt = [_("Kijk of dit nog klopt.")] if one.is_doubtful else []
    return " ".join([where, certainty, *doubt])


def _note() -> str:
    return _("Informatie, geen juridisch advies. Laat een jurist meekijken als het ertoe doet.")
