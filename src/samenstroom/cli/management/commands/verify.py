"""Says whether a file is a paper that was sealed here, and unchanged."""

import json
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from samenstroom.agreements.verifying import LARGEST, Finding, Verdict, look_at

SAYS = {
    Verdict.GENUINE: "Genuine and unchanged.",
    Verdict.UNLISTED: "The seal is ours and the file is unchanged, but it is not in the list of this installation.",
    Verdict.CHANGED: "Changed: the seal is ours, but it does not fit this file.",
    Verdict.NOT_OURS: "Not ours: no seal of this installation.",
    Verdict.DAMAGED: "Damaged: this is not a whole PDF.",
}


class Command(BaseCommand):
    """samenstroom verify FILE"""

    help = (
        "Say whether a PDF was sealed by this installation and is unchanged. "
        "Exit code 0: it is; 1: it is not; 2: the file cannot be read."
    )
    requires_system_checks: list[str] = []  # it shows no page, and to check the pages would take most of its time

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--json", action="store_true", dest="as_json", help="for programs")

    def handle(self, *args: Any, file: Path, as_json: bool, **options: Any) -> None:
        try:
            with file.open("rb") as opened:
                finding = look_at(opened.read(LARGEST + 1))
        except OSError as problem:
            self.stderr.write(f"{file} cannot be read: {problem.strerror}")
            sys.exit(2)
        self.stdout.write(_as_json(finding) if as_json else _as_text(finding))
        sys.exit(0 if finding.verdict.is_good else 1)


def _as_text(finding: Finding) -> str:
    lines = [SAYS[finding.verdict]]
    if finding.signatures is not None and finding.signed_at:
        lines.append(f"Signed by {finding.signatures}, the last on {finding.signed_at.isoformat()}.")
    if finding.kind and finding.sealed_at:
        lines.append(
            f"A paper of kind {finding.kind}, sealed on {finding.sealed_at.isoformat()}. Nobody signs such a paper."
        )
    return "\n".join([*lines, f"SHA-256 {finding.sha256}"])


def _as_json(finding: Finding) -> str:
    signed_at = finding.signed_at.isoformat() if finding.signed_at else None
    said = {
        "verdict": finding.verdict.value, "is_good": finding.verdict.is_good, "sha256": finding.sha256,
        "signatures": finding.signatures, "signed_at": signed_at, "kind": finding.kind or None,
        "sealed_at": finding.sealed_at.isoformat() if finding.sealed_at else None,
    }  # fmt: skip
    return json.dumps(said)
