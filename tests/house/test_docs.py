"""The documents are true to the code: links lead somewhere, and what they name exists."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from django.apps import apps
from django.db import models

from samenstroom.kit.sealing import sealed_fields

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "samenstroom"
DECISIONS = ROOT / "docs" / "decisions"
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
THREATS = ROOT / "docs" / "threat-model.md"

LINK = re.compile(r"\]\(([^)\s]+)\)|<img src=\"([^\"]+)\"")
CODE_BLOCK = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)
NAMED_FILE = re.compile(r"`([\w-]+/[\w/.-]+\.(?:py|yaml|md|po|toml))`")
READ_IN_CODE = re.compile(r'environment\.(?:text|flag|number|listed)\(\s*"([A-Z_]+)"')
OUR_VARIABLE = re.compile(r"\b(SAMENSTROOM_[A-Z_]+)\b")
RECORD = re.compile(r"^(\d{4})-[a-z0-9-]+\.md$")
PARTS = ("## Context", "## Choice", "## Alternatives", "## Consequences")

# Written with brackets, so that this file does not name what it looks for.
MACHINE_PATHS = re.compile(r"(?<![\w.$}*-])(?:[/]home[/]|[/]root[/]|[/]Users[/]|[/]work[/]|[/]mnt[/]|[C-Z]:\\Users)")
PACKAGE_HOSTS = re.compile(r"pypi[.]|pythonhosted[.]|npmjs[.]|jsdelivr[.]|unpkg[.]com|index[-]url\s*=?\s*http")
NOT_TEXT = {".woff2", ".png", ".jpg", ".ico", ".mo"}


def named(documents: list[Path]) -> list[str]:
    return [str(path.relative_to(ROOT)) for path in documents]


@pytest.mark.parametrize("document", DOCUMENTS, ids=named(DOCUMENTS))
def test_every_link_in_the_documents_leads_somewhere(document: Path) -> None:
    assert not [target for target in links_in(document) if not leads_somewhere(document, target)]


def links_in(document: Path) -> list[str]:
    found = LINK.findall(CODE_BLOCK.sub("", document.read_text("utf-8")))
    return [link or picture for link, picture in found]


def leads_somewhere(document: Path, target: str) -> bool:
    if target.startswith(("https://", "mailto:")):
        return True
    name, _, heading = target.partition("#")
    path = (document.parent / name).resolve() if name else document
    return path.exists() and (not heading or heading in headings_of(path))


def headings_of(document: Path) -> set[str]:
    """The marks that a page of this document gives its headings."""
    found = re.findall(r"^#+ (.+)$", CODE_BLOCK.sub("", document.read_text("utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).strip().replace(" ", "-") for heading in found}


def variables_in_code() -> set[str]:
    return {
        name for path in (SOURCE / "config").rglob("*.py") for name in READ_IN_CODE.findall(path.read_text("utf-8"))
    }


@pytest.mark.parametrize("document", DOCUMENTS, ids=named(DOCUMENTS))
def test_a_table_names_each_thing_once(document: Path) -> None:
    for table in re.split(r"\n(?!\|)", document.read_text("utf-8")):
        rows = [line.split("|")[1].strip() for line in table.splitlines() if line.startswith("| ")]
        told = [one for one in rows if re.search(r"[a-z]", one)]
        assert len(told) == len(set(told)), [one for one in told if told.count(one) > 1]


def test_every_setting_from_the_environment_is_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    assert variables_in_code(), "the settings read their variables in another way now"
    assert not {name for name in variables_in_code() if f"`{name}`" not in readme}


def test_no_document_names_a_setting_that_does_not_exist() -> None:
    known = variables_in_code() | set(OUR_VARIABLE.findall((ROOT / "Makefile").read_text("utf-8")))
    for document in DOCUMENTS:
        assert set(OUR_VARIABLE.findall(document.read_text("utf-8"))) <= known, document.name


def our_models() -> list[type[models.Model]]:
    return [model for model in apps.get_models() if model.__module__.startswith("samenstroom.")]


def test_the_threat_model_names_every_sealed_column_and_no_other() -> None:
    real = {f"{model.__name__}.{name}" for model in our_models() for name in sealed_fields(model)}
    assert real
    assert sealed_in_threat_model() == real


def sealed_in_threat_model() -> set[str]:
    text = THREATS.read_text("utf-8")
    table = text.split("## What is encrypted", 1)[1].split("\n## ", 1)[0]
    return set(re.findall(r"`([A-Z]\w+\.\w+)`", table))


def test_the_threat_model_says_of_every_record_what_stays_readable() -> None:
    text = THREATS.read_text("utf-8").split("## What is not encrypted", 1)[1].split("\n## ", 1)[0]
    assert not [model.__name__ for model in our_models() if f"`{model.__name__}`" not in text]


@pytest.mark.parametrize("document", DOCUMENTS, ids=named(DOCUMENTS))
def test_every_test_that_a_document_names_exists(document: Path) -> None:
    known = {path.name for path in ROOT.glob("tests/**/*.py")}
    for path in ROOT.glob("tests/**/test_*.py"):
        known |= set(re.findall(r"def (test_\w+)", path.read_text("utf-8")))
    wanted = set(re.findall(r"`(?:[\w/]*/)?(test_\w+(?:\.py)?)`", document.read_text("utf-8")))
    assert wanted <= known


def test_the_map_draws_every_storey() -> None:
    drawing = CODE_BLOCK.findall((ROOT / "docs" / "map.md").read_text("utf-8"))[0]
    folders = {path.name for path in SOURCE.iterdir() if (path / "__init__.py").exists()}
    assert not {name for name in folders if not re.search(rf"\b{name}\b", drawing)}


@pytest.mark.parametrize("document", DOCUMENTS, ids=named(DOCUMENTS))
def test_every_file_that_a_document_names_exists(document: Path) -> None:
    wanted = NAMED_FILE.findall(document.read_text("utf-8"))
    assert not [name for name in wanted if not any((folder / name).exists() for folder in (ROOT, SOURCE))]


def test_decisions_are_numbered_and_on_the_list() -> None:
    files = sorted(path.name for path in DECISIONS.glob("*.md") if path.name != "README.md")
    numbers = [int(match[1]) for name in files if (match := RECORD.match(name))]
    assert numbers == list(range(1, len(files) + 1))
    assert [link for link in links_in(DECISIONS / "README.md") if RECORD.match(link)] == files


@pytest.mark.parametrize("name", [path.name for path in sorted(DECISIONS.glob("0*.md"))])
def test_a_decision_says_why_what_else_and_what_follows(name: str) -> None:
    text = (DECISIONS / name).read_text("utf-8")
    assert text.startswith(f"# {name[:4]} ")
    places = [text.find(part) for part in PARTS]
    assert -1 not in places and places == sorted(places)


def test_nothing_names_a_machine_or_a_package_host() -> None:
    wrong = [
        f"{path.relative_to(ROOT)}: {found[0]}"
        for path in tracked_files()
        for pattern in (MACHINE_PATHS, PACKAGE_HOSTS)
        if (found := pattern.search(path.read_text("utf-8")))
    ]
    assert not wrong


def tracked_files() -> list[Path]:
    """What git keeps or would keep; in a source archive without git, what lies there."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    folders = ("src", "tests", "tools", "docs", "bench", "requirements")
    paths = [ROOT / name for name in listed.stdout.split("\0") if name] or [
        *DOCUMENTS, *(path for folder in folders for path in (ROOT / folder).rglob("*")),
    ]  # fmt: skip
    return [
        path for path in paths if path.is_file() and path.suffix not in NOT_TEXT and "__pycache__" not in path.parts
    ]


def test_these_checks_see_what_they_should(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# A heading, with a mark\n[gone](nowhere.md) [here](#a-heading-with-a-mark)\n", "utf-8")
    assert [leads_somewhere(page, target) for target in links_in(page)] == [False, True]
    assert MACHINE_PATHS.search("see /" + "home/noor/x") and not MACHINE_PATHS.search("the frame" + "/" + "work/ of")
    assert PACKAGE_HOSTS.search("https://py" + "pi.org/simple")
