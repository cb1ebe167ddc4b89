"""Prints the numbers to hold: what they are now, what we aim for, and where the alarm is.

    python tools/size.py            print the table
    python tools/size.py --check    the same, and fail when a number is past its alarm

They are aims, not targets to game; a good reason in docs/decisions/ overrides one.
"""

import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from measures import pages, python

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Line:
    """One line of the table; a number past `alarm` fails the check."""

    name: str
    now: float
    aim: float
    alarm: float | None
    where: str = ""

    @property
    def state(self) -> str:
        if self.alarm is not None and self.now > self.alarm:
            return "ALARM"
        return "" if self.now <= self.aim else "above aim"


def dependencies() -> list[str]:
    """The packages that the app asks for by name."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]


def spread(name: str, found: dict[str, int], aims: tuple[float, float], alarm: float) -> list[Line]:
    """Median, nine tenths and largest of a set of sizes."""
    sizes = sorted(found.values()) or [0]
    largest = max(found, key=lambda key: found[key], default="")
    return [
        Line(f"{name}, median", sizes[len(sizes) // 2], aims[0], None),
        Line(f"{name}, p90", sizes[min(len(sizes) - 1, int(len(sizes) * 0.9))], aims[1], None),
        largest_of(f"{name}, largest", found, alarm, alarm, where=largest),
    ]


def largest_of(name: str, found: dict[str, int], aim: float, alarm: float, where: str = "") -> Line:
    """The largest of a set of sizes, with where it is."""
    where = where or max(found, key=lambda key: found[key], default="")
    return Line(name, found.get(where, 0), aim, alarm, where)


def table() -> list[Line]:
    """Every number, in the order of the house."""
    return [*code(), *templates(), *styles_and_scripts(), *rest()]


def code() -> list[Line]:
    """Python: files, functions, views."""
    return [
        *spread("lines per Python file", python.file_lines(), (60, 200), 300),
        *spread("lines per function", python.function_lines(), (7, 22), 50),
        largest_of("lines per view function", python.view_lines(), 18, 35),
    ]


def templates() -> list[Line]:
    """Templates: length, and how much they decide."""
    found = pages.templates()
    return [
        *spread("lines per template", {name: one.lines for name, one in found.items()}, (25, 80), 150),
        Line("logic tags per 100 lines of pages", pages.logic_per_hundred(found), 5, 9),
        largest_of("nesting in a template", {name: one.nesting for name, one in found.items()}, 3, 4),
    ]


def styles_and_scripts() -> list[Line]:
    """What a browser gets besides pages."""
    colours = pages.raw_colours()
    return [
        largest_of("CSS lines per component", pages.component_lines(), 55, 150),
        Line("raw colours outside tokens", len(colours), 0, 0, "; ".join(colours[:3])),
        Line("own script lines, all", sum(pages.script_lines().values()), 600, 1000),
        largest_of("own script lines per file", pages.script_lines(), 40, 100),
    ]


def rest() -> list[Line]:
    """What we lean on, and what we silenced."""
    return [
        Line("direct runtime dependencies", len(dependencies()), 22, 28),
        Line("type suppressions", python.suppressions(), 9, 25),
    ]


def main(arguments: list[str]) -> int:
    """Prints the table; 1 when checking and a number is past its alarm."""
    lines = table()
    print(f"{'measure':36}{'now':>8}{'aim':>8}{'alarm':>8}")
    for line in lines:
        alarm = "-" if line.alarm is None else f"{line.alarm:g}"
        where = f"  {line.where}" if line.state else ""
        print(f"{line.name:36}{line.now:>8g}{line.aim:>8g}{alarm:>8}  {line.state}{where}".rstrip())
    return int("--check" in arguments and any(line.state == "ALARM" for line in lines))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
