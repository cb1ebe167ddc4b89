"""Sizes of what makes a page: templates, styles and scripts."""

import re
from dataclasses import dataclass
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2] / "src" / "samenstroom"

OPENS = {"if", "for", "with", "ifchanged"}
LOGIC = OPENS | {"elif", "else", "empty", "cycle", "firstof", "regroup"}
TAG = re.compile(r"{%-?\s*(\w+)")
COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgb|rgba|hsl|hsla|oklch|lab|lch)\(")
CSS_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
BROUGHT_IN = ("htmx", "vendor")  # scripts of others


@dataclass(frozen=True)
class Template:
    """One template: its lines, its tags that decide something, and how deep these lie in each other."""

    lines: int
    logic: int
    nesting: int


def templates() -> dict[str, Template]:
    """Every HTML template of the app."""
    return {_name(path): _measured(path.read_text("utf-8")) for path in sorted(SOURCE.rglob("templates/**/*.html"))}


def logic_per_hundred(found: dict[str, Template]) -> float:
    """Tags that decide something, per hundred lines of all pages together.

    The components of the kit are left out: a part of four lines is all attributes that may be there or not.
    """
    pages = [one for name, one in found.items() if not name.startswith("kit/")]
    lines = sum(one.lines for one in pages)
    return round(100 * sum(one.logic for one in pages) / lines, 1) if lines else 0


def component_lines() -> dict[str, int]:
    """Lines per style file of a component."""
    return {_name(path): _lines(path) for path in SOURCE.rglob("static/**/components/*.css")}


def raw_colours() -> list[str]:
    """Places where a style names a colour itself; only tokens may."""
    return [
        f"{_name(path)}: {colour}"
        for path in sorted(SOURCE.rglob("static/**/*.css"))
        if path.name != "tokens.css"
        for colour in COLOUR.findall(CSS_COMMENT.sub("", path.read_text("utf-8")))
    ]


def script_lines() -> dict[str, int]:
    """Lines per script of our own."""
    paths = [path for path in SOURCE.rglob("static/**/*.js") if not any(word in str(path) for word in BROUGHT_IN)]
    return {_name(path): _lines(path) for path in paths}


def _measured(text: str) -> Template:
    depth = deepest = logic = 0
    for tag in TAG.findall(text):
        logic += tag in LOGIC
        depth += (tag in OPENS) - (tag.startswith("end") and tag[3:] in OPENS)
        deepest = max(deepest, depth)
    return Template(lines=len(text.splitlines()), logic=logic, nesting=deepest)


def _lines(path: Path) -> int:
    return len(path.read_text("utf-8").splitlines())


def _name(path: Path) -> str:
    return str(path.relative_to(SOURCE))
