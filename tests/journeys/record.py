"""What both people read when a step of a case is done: kept to assert on, and as a page when someone asks for it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tests.journeys.eyes import PICTURES
from tests.journeys.someone import Someone


@dataclass(frozen=True)
class Shown:
    """What one person reads: what asks her attention today, and all signals at this collaboration."""

    today: list[str]
    signals: list[str]

    def asks(self, *starts: str) -> bool:
        """Whether something on her day starts with one of these words."""
        return any(one.startswith(starts) for one in self.today)

    def asks_about_a_signal(self) -> bool:
        """Whether the most important signal stands among what asks her attention."""
        return any(one.endswith("Bekijk het signaal") for one in self.today)

    def tells(self, *starts: str) -> bool:
        """Whether a signal starts with one of these words."""
        return any(one.startswith(starts) for one in self.signals)


class Record:
    """The steps of one re-enacted case."""

    def __init__(self, case: str, *people: Someone) -> None:
        self.case, self.people = case, people
        self.lines = [f"# {case}", ""]

    def after(self, step: str, *, picture: str = "") -> dict[str, Shown]:
        """Note what each is asked and told now, by name; with `picture` also how her screen looks."""
        shown = {}
        self.lines += [f"## {step}", ""]
        for person in self.people:
            today = person.today()
            if picture:
                person.picture(f"cases/{self.case}-{picture}-{person.name.lower()}", whole=not person.has_account)
            shown[person.name] = Shown(today, person.signals())
            where = "op Vandaag" if person.has_account else "op haar eigen kant"
            self._list(f"{person.name} leest {where}", today or ["Niets vraagt aandacht."])
            self._list("Signalen bij de samenwerking", shown[person.name].signals)
        self.write()
        return shown

    def _list(self, title: str, items: list[str]) -> None:
        if items:
            self.lines += [f"{title}:", "", *(f"- {one}" for one in items), ""]

    def write(self) -> None:
        """Keep the page beside the pictures."""
        if PICTURES:
            Path(PICTURES).mkdir(parents=True, exist_ok=True)
            (Path(PICTURES) / f"{self.case}.md").write_text("\n".join(self.lines), encoding="utf-8")
