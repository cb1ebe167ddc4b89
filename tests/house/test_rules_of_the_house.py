"""The walls of the house: what import contracts cannot see."""

import ast
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "samenstroom"
CLOCK = SOURCE / "kit" / "clock.py"
DOORS = ("workspace", "portal", "api", "table")
LONGEST_FILE = 300  # lines

CLOCK_READS = {
    "datetime.now", "datetime.utcnow", "datetime.today", "date.today", "time.time", "time.localtime",
    "timezone.now", "timezone.localdate", "timezone.localtime",
}  # fmt: skip
CLOCK_NAMES = {"now", "localdate", "localtime"}
MANAGERS = {"objects", "_default_manager", "_base_manager"}


def test_only_the_clock_reads_a_clock() -> None:
    assert not faults(sources(except_for=[CLOCK]), reads_a_clock)


def is_access(path: Path) -> bool:
    """The way in of a door, as a file or as a folder with one file per feature."""
    return path.name == "access.py" or path.parent.name == "access"


def test_doors_fetch_only_through_access() -> None:
    pages = [path for path in sources() if door_of(path) in DOORS and not is_access(path)]
    assert not faults(pages, fetches)


def test_no_python_file_is_longer_than_300_lines() -> None:
    everything = [path for folder in ("src", "tests", "tools", "bench") for path in (ROOT / folder).rglob("*.py")]
    # Migrations are written by Django, and nobody reads them as a text.
    everything = [path for path in everything if path.parent.name != "migrations"]
    lengths = {str(path.relative_to(ROOT)): len(path.read_text("utf-8").splitlines()) for path in everything}
    assert not {name: length for name, length in lengths.items() if length > LONGEST_FILE}


INSIDE_ANOTHER = {"take_effect", "carry_over", "close_what_waits"}
"""Steps of agreements that only run inside the transaction of an act."""
WRITES = {"save", "create", "update", "delete", "get_or_create", "update_or_create", "bulk_create", "write_line"}


def test_an_action_that_writes_twice_is_one_transaction() -> None:
    actions = [path for path in sources() if "actions" in path.parts or path.name == "actions.py"]
    assert len(actions) > 50
    loose = {
        f"{path.relative_to(ROOT)}:{one.name}"
        for path in actions
        for one in ast.parse(path.read_text("utf-8")).body
        if isinstance(one, ast.FunctionDef) and not one.name.startswith("_") and writes_loosely(one)
    }
    assert {name.rsplit(":", 1)[1] for name in loose} == INSIDE_ANOTHER, loose


def writes_loosely(action: ast.FunctionDef) -> bool:
    """More than one write, and nothing that makes them one."""
    calls = [node.func for node in ast.walk(action) if isinstance(node, ast.Call)]
    names = [call.attr if isinstance(call, ast.Attribute) else getattr(call, "id", "") for call in calls]
    return sum(name in WRITES for name in names) > 1 and "transaction.atomic" not in ast.unparse(action)


def test_a_lock_takes_the_row_alone_and_not_who_it_points_at() -> None:
    """PostgreSQL locks no row that may be missing, and who is pointed at is not being written."""
    assert not faults(sources(), locks_who_it_points_at)


def test_these_rules_see_what_they_should() -> None:
    wrong = {
        reads_a_clock: ["datetime.now(UTC)", "from django.utils.timezone import now", "F(auto_now_add=True)"],
        fetches: ["Person.objects.all()", "from samenstroom.accounts.models import Person"],
        locks_who_it_points_at: ["A.objects.select_for_update().filter(x=1).select_related('by').get()"],
    }
    for is_fault, examples in wrong.items():
        for example in examples:
            assert any(is_fault(node) for node in walk(ast.parse(example))), example


def locks_who_it_points_at(node: ast.AST) -> bool:
    """`select_for_update()` without `of`, somewhere before `select_related` in one chain, or after it."""
    chain = []
    while isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        chain.append((node.func.attr, {one.arg for one in node.keywords}))
        node = node.func.value
    names = {name for name, _keywords in chain}
    return "select_related" in names and any(
        name == "select_for_update" and "of" not in keywords for name, keywords in chain
    )


def reads_a_clock(node: ast.AST) -> bool:
    match node:
        case ast.Attribute(value=ast.Name(id=owner) | ast.Attribute(attr=owner), attr=name):
            return f"{owner}.{name}" in CLOCK_READS
        case ast.ImportFrom(module="django.utils.timezone", names=names):
            return any(alias.name in CLOCK_NAMES for alias in names)
        case ast.keyword(arg="auto_now" | "auto_now_add"):
            return True
    return False


def fetches(node: ast.AST) -> bool:
    match node:
        case ast.Attribute(attr=name):
            return name in MANAGERS
        case ast.ImportFrom(module=str(module), names=names):
            is_models = module.endswith(".models") or any(alias.name == "models" for alias in names)
            return module.startswith("samenstroom") and is_models
        case ast.Import(names=names):
            return any(alias.name.startswith("samenstroom") and "models" in alias.name for alias in names)
        case ast.Name(id="get_object_or_404" | "get_list_or_404"):
            return True
    return False


def sources(*, except_for: list[Path] | None = None) -> list[Path]:
    return [path for path in sorted(SOURCE.rglob("*.py")) if path not in (except_for or [])]


def door_of(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0]


def faults(paths: list[Path], is_fault: Callable[[ast.AST], bool]) -> list[str]:
    return [
        f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', '?')}"
        for path in paths
        for node in walk(ast.parse(path.read_text("utf-8")))
        if is_fault(node)
    ]


def walk(tree: ast.AST) -> Iterator[ast.AST]:
    """Every node, except imports that exist for type hints only."""
    yield tree
    for child in ast.iter_child_nodes(tree):
        if not _is_for_types_only(child):
            yield from walk(child)


def _is_for_types_only(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and ast.unparse(node.test) in {"TYPE_CHECKING", "typing.TYPE_CHECKING"}
