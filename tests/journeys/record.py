"""What both people read when a step of a case is done: kept to assert on, and as a page when someone asks for it."""

from __future__ import annotations

from pathlib import Path

from tests.journeys.someone import PICTURES, Someone


class Record:
    """The steps of one re-enacted case."""

    def __init__(self, case: str, *people: Someone) -> None:
        self.case, self.people = case, people
        self.lines = [f"# {case}", ""]

    def after(self, step: str, *, picture: str = "") -> dict[str, list[str]]:
        """Note what each is asked or told now, by name; with `picture` also how her screen looks."""
        shown = {}
        self.lines += [f"## {step}", ""]
        for person in self.people:
            shown[person.name] = person.today()
            if picture:
                person.picture(f"cases/{self.case}-{picture}-{person.name.lower()}", whole=not person.has_account)
            asks = shown[person.name] or ["Niets vraagt aandacht."]
            self.lines += [f"{person.name} leest:", "", *(f"- {one}" for one in asks), ""]
        self.write()
        return shown

    def write(self) -> None:
        """Keep the page beside the pictures."""
        if PICTURES:
            Path(PICTURES).mkdir(parents=True, exist_ok=True)
            (Path(PICTURES) / f"{self.case}.md").write_text("\n".join(self.lines), encoding="utf-8")
