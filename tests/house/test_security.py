"""The table of docs/security.md is whole: each requirement of levels 1 and 2 once, each with an answer."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from django.conf import settings
from django.urls import URLPattern, URLResolver, get_resolver

from tests.house.access_list import ENTRIES
from tests.house.test_docs import ROOT

ROW = re.compile(r"^\| (?P<ids>V[\d., V]+) \| (?P<answer>[^|]+) \| (?P<how>[^|]+) \|$", re.MULTILINE)
REQUIREMENT = re.compile(r"V(\d+)\.(\d+)\.(\d+)")
ALL = 253
"""Requirements of levels 1 (70) and 2 (183) of the standard, version 5.0."""


def test_each_requirement_is_answered_once_with_a_reason() -> None:
    rows = list(ROW.finditer((ROOT / "docs/security.md").read_text("utf-8")))
    named = Counter(one for row in rows for one in REQUIREMENT.findall(row["ids"]))
    assert len(named) == ALL and set(named.values()) == {1}
    assert {row["answer"] for row in rows} == {"met", "not applicable", "open"}
    assert all(len(row["how"].strip()) > 3 for row in rows)
    assert {int(chapter) for chapter, _section, _number in named} == set(range(1, 18))


SOURCE = ROOT / "src" / "samenstroom"


def test_what_is_an_act_and_nothing_else_answers_no_get() -> None:
    pages = dict(pages_by_name(get_resolver(), ""))
    acts = [one.name for one in ENTRIES if one.only_post and not one.is_for_programs]
    assert len(acts) > 50 and not [name for name in acts if not only_takes_post(pages[name])]


def pages_by_name(resolver: URLResolver, door: str) -> Iterator[tuple[str, Callable[..., Any]]]:
    for one in resolver.url_patterns:
        if isinstance(one, URLPattern):
            yield f"{door}{one.name}", one.callback
        else:
            yield from pages_by_name(one, f"{one.namespace}:" if one.namespace else door)


def only_takes_post(page: Callable[..., Any] | None) -> bool:
    """Somewhere under what is wrapped around it stands `require_POST`."""
    while page is not None:
        found = dict(zip(page.__code__.co_freevars, page.__closure__ or (), strict=True))
        if "request_method_list" in found and found["request_method_list"].cell_contents == ["POST"]:
            return True
        page = getattr(page, "__wrapped__", None)
    return False


def test_escaping_is_on_everywhere_but_in_the_plain_text_of_a_mail() -> None:
    texts = [one for ending in ("html", "txt") for one in SOURCE.rglob(f"*.{ending}")]
    loose = {one.name for one in texts if re.search(r"autoescape off|\|safe\b|safeseq", one.read_text("utf-8"))}
    assert loose == {"letter.txt"}
    marked = {one.relative_to(SOURCE).parts[0] for one in SOURCE.rglob("*.py") if "mark_safe" in one.read_text("utf-8")}
    assert marked == {"kit"}


def test_a_browser_keeps_three_cookies_and_a_page_for_without_a_line() -> None:
    scripts = [one.read_text("utf-8") for one in SOURCE.rglob("*.js")]
    assert scripts and not [one for one in scripts if re.search(r"localStorage|sessionStorage|indexedDB|\.cookie", one)]
    kept = [one for one in scripts if "caches." in one]
    puts = [line for one in kept for line in one.splitlines() if ".put(" in line]
    assert puts and all("HASHED.test(" in line for line in puts), "only files with a hash in their name, never a page"
    assert settings.MESSAGE_STORAGE.endswith("SessionStorage")
    made = [one for one in SOURCE.rglob("*.py") if "set_cookie(" in one.read_text("utf-8")]
    assert [one.name for one in made] == ["welcome.py"], "her language; the other two are of Django"
