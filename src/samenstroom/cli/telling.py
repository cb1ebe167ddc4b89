"""What the rules notice in one dossier, as text or as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from samenstroom.dossier.history import Teller
from samenstroom.dossier.times import day_of
from samenstroom.dossier.wording import words
from samenstroom.kit.dates import full_date
from samenstroom.rules.findings import Finding, record
from samenstroom.rules.indicators import look_at
from samenstroom.watch.wording import FindingPage, word_finding


@dataclass(frozen=True)
class Telling:
    """One dossier read by one person, up to a day."""

    teller: Teller
    file: str
    until: date | None
    language: str

    @property
    def last_day(self) -> date:
        """The last day that counts: as asked, or the day on which the file was made."""
        return self.until or day_of(self.teller.document["made_at"])

    def as_text(self, *, each: bool) -> str:
        """Findings in words, after a line that says whose side this is."""
        texts = words(self.language)
        head = texts["read_as" if self.teller.private else "read_shared"]
        day = full_date(self.last_day, self.language)
        lines = [str(self.teller.document["collaboration"]["name"]), head.format(name=self.teller.my_name, date=day)]
        for on, findings in self._looks(each):
            if each:
                lines += ["", texts["known_on"].format(date=full_date(on, self.language))]
            lines += [line for one in findings for line in self._lines(one)] or [f"  {texts['nothing']}"]
        return "\n".join(lines) + "\n"

    def as_json(self, *, each: bool) -> str:
        """The same as one line of JSON."""
        found: dict[str, Any] = {
            "file": self.file,
            "collaboration": self.teller.document["collaboration"]["name"],
            "as": self.teller.reader,
            "private": self.teller.private,
            "until": self.last_day.isoformat(),
        }
        looks = [(on, [self._record(one) for one in findings]) for on, findings in self._looks(each)]
        if each:
            found["days"] = [{"on": on.isoformat(), "findings": findings} for on, findings in looks]
        else:
            found["findings"] = looks[0][1]
        return json.dumps(found, ensure_ascii=False)

    def _looks(self, each: bool) -> Iterator[tuple[date, tuple[Finding, ...]]]:
        """What was known on the last day, or after each day on which something became known."""
        days = [day for day in self.teller.days() if day <= self.last_day] if each else []
        for day in days or [self.last_day]:
            yield day, look_at(self.teller.up_to(day))

    def _page(self, finding: Finding) -> FindingPage:
        return word_finding(finding, self.teller, "")

    def _lines(self, finding: Finding) -> Iterator[str]:
        texts, page = words(self.language), self._page(finding)
        since = texts["since"].format(date=full_date(page.since, self.language))
        yield f"  [{page.level_word}] {page.title} ({since})"
        yield f"    {page.line}"
        for one in page.evidence:
            yield f"    - {one.text}"
        yield f"    {texts['next_step'].format(title=page.next_step.title)}"

    def _record(self, finding: Finding) -> dict[str, Any]:
        page = self._page(finding)
        told = {"title": page.title, "line": page.line, "next_step": page.next_step.title}
        return record(finding) | told | {"evidence_in_words": [one.text for one in page.evidence]}
