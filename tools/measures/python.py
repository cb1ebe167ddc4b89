"""Sizes of Python: files, functions, views, and type checks that were silenced."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2] / "src" / "samenstroom"
DOORS = ("workspace", "portal", "table")
SUPPRESSION = re.compile(r"#\s*type:\s*ignore|\bcast\(")

Function = ast.FunctionDef | ast.AsyncFunctionDef


def file_lines() -> dict[str, int]:
    """Lines per file; files that only mark a package, and migrations, are left out."""
    return {_name(path): size for path in _files() if (size := len(_text(path).splitlines())) > 1}


def function_lines() -> dict[str, int]:
    """Lines per function, docstring left out."""
    return {f"{_name(path)}:{node.name}": _length(node) for path in _files() for node in _functions(path)}


def view_lines() -> dict[str, int]:
    """Lines per function in a door that takes a request first."""
    doors = [path for path in _files() if path.relative_to(SOURCE).parts[0] in DOORS]
    return {
        f"{_name(path)}:{node.name}": _length(node)
        for path in doors
        for node in _functions(path)
        if node.args.args and node.args.args[0].arg == "request"
    }


def suppressions() -> int:
    """How often the type checker was told to look away."""
    return sum(len(SUPPRESSION.findall(_text(path))) for path in _files())


def _files() -> list[Path]:
    return [path for path in sorted(SOURCE.rglob("*.py")) if "migrations" not in path.parts]


def _functions(path: Path) -> Iterator[Function]:
    for node in ast.walk(ast.parse(_text(path))):
        if isinstance(node, Function):
            yield node


def _length(node: Function) -> int:
    first = node.body[0]
    has_docstring = ast.get_docstring(node) is not None and first.end_lineno
    docstring = first.end_lineno - first.lineno + 1 if has_docstring and first.end_lineno else 0
    return (node.end_lineno or node.lineno) - node.lineno + 1 - docstring


def _text(path: Path) -> str:
    return path.read_text("utf-8")


def _name(path: Path) -> str:
    return str(path.relative_to(SOURCE))
