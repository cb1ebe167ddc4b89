"""Keeps the English translation complete, without gettext tools.

    python tools/translations.py update    add new texts (empty), drop texts that are gone, keep the rest
    python tools/translations.py check     fail when something is missing, empty, left over or does not fit

The source texts are Dutch and stand in Python files and templates.
"""

import re
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import django
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_python
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "samenstroom"
TARGET = SOURCE / "locale" / "en" / "LC_MESSAGES" / "django.po"

WITH_CONTEXT = {"pgettext": 1, "pgettext_lazy": 1, "npgettext": 2, "npgettext_lazy": 2}
PLAIN = ["_", "gettext", "gettext_lazy", "gettext_noop", "ngettext", "ngettext_lazy"]
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")

Text = str | tuple[str, str]
Key = tuple[str | None, Text]


def main(arguments: list[str]) -> int:
    """Runs one of the two verbs."""
    if arguments not in (["update"], ["check"]):
        print(__doc__)
        return 2
    _prepare_django()
    wanted = wanted_texts()
    if arguments == ["update"]:
        return update(wanted)
    return check(wanted)


def update(wanted: dict[Key, list[str]]) -> int:
    """Writes the translation file again, with exactly the wanted texts."""
    known = {(message.context, message.id): message for message in messages(read_catalog())}
    catalog = empty_catalog()
    for context, text in wanted:
        before = known.get((context, text))
        catalog.add(text, before.string if before else None, context=context, user_comments=_comments(before))
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_bytes(rendered(catalog))
    added, dropped = len(wanted.keys() - known.keys()), len(known.keys() - wanted.keys())
    print(f"{len(wanted)} texts, {added} new, {dropped} dropped; {TARGET.relative_to(ROOT)}")
    return 0


def check(wanted: dict[Key, list[str]]) -> int:
    """Prints every fault; 1 when there is one."""
    catalog = read_catalog()
    known = {(message.context, message.id): message for message in messages(catalog)}
    faults = [f"missing: {shown(key)}  ({wanted[key][0]})" for key in wanted if key not in known]
    faults += [f"not used any more: {shown(key)}" for key in known if key not in wanted]
    faults += [fault for message in known.values() for fault in faults_of(message)]
    faults += [f"left over: {message.id!r}" for message in catalog.obsolete.values()]
    for fault in faults:
        print(fault)
    print(f"{len(wanted)} texts, {len(faults)} faults" + (" (run: tools/translations.py update)" if faults else ""))
    return 1 if faults else 0


def faults_of(message: Message) -> Iterator[str]:
    """What is wrong with one translation: empty, doubtful, or with other placeholders than the source."""
    key = (message.context, message.id)
    originals = _as_tuple(message.id)
    translations = _as_tuple(message.string)
    if not translations or not all(translations):
        yield f"not translated: {shown(key)}"
        return
    if message.fuzzy:
        yield f"marked fuzzy: {shown(key)}"
    allowed = {frozenset(PLACEHOLDER.findall(text)) for text in originals}
    for text in translations:
        if frozenset(PLACEHOLDER.findall(text)) not in allowed:
            yield f"other placeholders: {shown(key)} -> {text!r}"


def wanted_texts() -> dict[Key, list[str]]:
    """Every text to translate, with the places where it stands."""
    found: dict[Key, list[str]] = {}
    for path in sorted([*SOURCE.rglob("*.py"), *SOURCE.rglob("*.html"), *SOURCE.rglob("*.txt")]):
        if "templates" in path.parts or path.suffix == ".py":
            for line, key in texts_in(path):
                found.setdefault(key, []).append(f"{path.relative_to(ROOT)}:{line}")
    return dict(sorted(found.items(), key=lambda item: (_as_tuple(item[0][1]), item[0][0] or "")))


def texts_in(path: Path) -> Iterator[tuple[int, Key]]:
    """The texts in one Python file or template, each with its line."""
    code = path.read_text("utf-8")
    if path.suffix != ".py":
        # A template becomes lines of made-up Python; its indentation means nothing.
        lines = templatize(code, origin=str(path)).splitlines()
        code = "\n".join(line.strip() for line in lines)
    keywords: dict[str, Any] = dict.fromkeys([*PLAIN, *WITH_CONTEXT])
    for line, function, parts, _comments in extract_python(BytesIO(code.encode()), keywords, [], {}):
        key = key_of(function, parts)
        if key:
            yield line, key


def key_of(function: str, parts: Any) -> Key | None:
    """The context and the text (or both forms of it) in one call; None when they are not literal."""
    texts = [part for part in _as_tuple(parts) if isinstance(part, str)]
    context = texts.pop(0) if function in WITH_CONTEXT and texts else None
    size = 2 if "ng" in function[:2] or function.startswith("np") else 1
    if len(texts) < size or not all(texts[:size]):
        return None
    return context, (texts[0] if size == 1 else (texts[0], texts[1]))


def read_catalog() -> Catalog:
    """The translation file as it is, or an empty one."""
    if not TARGET.exists():
        return empty_catalog()
    with TARGET.open("rb") as file:
        return read_po(file, locale="en")


def empty_catalog() -> Catalog:
    """A catalog without texts; its heading is written by us, so that it never changes by itself."""
    return Catalog(locale="en", fuzzy=False)


def messages(catalog: Catalog) -> list[Message]:
    """The texts in a catalog, without its heading."""
    return [message for message in catalog if message.id]


def rendered(catalog: Catalog) -> bytes:
    """The file as bytes: sorted, without line numbers or dates, so that a change shows only what changed."""
    buffer = BytesIO()
    write_po(buffer, catalog, width=110, no_location=True, omit_header=True, sort_output=True)
    heading = [
        "# English translation; the source texts are Dutch.",
        'msgid ""',
        'msgstr ""',
        '"Content-Type: text/plain; charset=UTF-8\\n"',
        '"Content-Transfer-Encoding: 8bit\\n"',
        '"Language: en\\n"',
        '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"',
    ]
    return "\n".join([*heading, "", ""]).encode() + buffer.getvalue()


def shown(key: Key) -> str:
    """A text as it is named in a line of output."""
    context, text = key
    return f"{_as_tuple(text)[0]!r}" + (f" [{context}]" if context else "")


def _comments(message: Message | None) -> list[str]:
    return list(message.user_comments) if message else []


def _as_tuple(value: Any) -> tuple[Any, ...]:
    return tuple(value) if isinstance(value, (tuple, list)) else (value,)


def _prepare_django() -> None:
    if not settings.configured:
        settings.configure(USE_I18N=True)
        django.setup()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
