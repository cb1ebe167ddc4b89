"""A file of a disagreement on paper: one tagged PDF with the same record as data inside it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from importlib import resources
from typing import Any

import typst
from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from samenstroom import content
from samenstroom.adjusting.wording.conflicts import dimension_names, part_texts
from samenstroom.agreements.paper import STANDARDS
from samenstroom.collaborations.wording import money
from samenstroom.kit.dates import full_date


def dispute_paper(record: Mapping[str, Any], now: datetime) -> bytes:
    """The PDF of this record, not yet sealed. The same record at the same moment gives the same bytes."""
    made = typst.compile(
        _source(),
        format="pdf",
        ignore_system_fonts=True,
        sys_inputs={"paper": json.dumps(_page(record), ensure_ascii=False)},
        pdf_standards=[*STANDARDS],
        timestamp=int(now.timestamp()),
    )
    assert isinstance(made, bytes)
    return made


def as_data(record: Mapping[str, Any]) -> bytes:
    """The record as a file of its own."""
    return json.dumps(record, ensure_ascii=False, indent=2).encode()


@cache
def _source() -> bytes:
    return resources.files("samenstroom.adjusting").joinpath("typst/dispute.typ").read_bytes()


def _page(record: Mapping[str, Any]) -> dict[str, Any]:
    language, owner = str(record["language"]), str(record["made_for"])
    words = content.load("conflicts", language)["paper"]
    a, b = record["parties"]
    plain = {key: value for key, value in words.items() if isinstance(value, str)}
    return {
        "language": language,
        "title": words["title"],
        "made_for": owner,
        "label": words["label"].format(who=owner, day=_day(record["made_on"], language)),
        "between": words["between"].format(a=a, b=b),
        "check": words["check"].format(address=settings.PUBLIC_URL + reverse("verify")),
        "words": plain,
        "about": _about(record, words, language),
        "sides": [_side(record, at, words, language) for at in range(1, len(record["parties"]) + 1)],
        "subject": record["subject"],
        "agreed": [*(_sentence(one, language) for one in record["agreed"]), *_amount(record, words)],
        "open": [_sentence(one, language) for one in record["open"]],
        "steps": [_step(one, language) for one in record["steps"]],
        "signed": [_signed(one, language) for one in record["signed_documents"]],
        "confirmed": _items(record["confirmed"], words, language),
        "said": _items(record["said_by_one"], words, language),
        "timeline": [_line(one, words, language) for one in record["timeline"]],
        "own": [[_day(one["on"], language), one["text"]] for one in record["own_notes"]],
        "own_title": words["own"].format(who=owner),
        "own_lead": words["own_lead"].format(who=owner),
        "attached": as_data(record).decode(),
    }


def _day(day: str, language: str) -> str:
    return full_date(date.fromisoformat(day), language)


def _about(record: Mapping[str, Any], words: Mapping[str, Any], language: str) -> str:
    opened = f"{_day(record['opened_on'], language)}, {words['by'].format(who=record['opened_by'])}"
    return f"{dimension_names()[str(record['dimension'])]}. {words['opened']} {opened}."


def _amount(record: Mapping[str, Any], words: Mapping[str, Any]) -> list[str]:
    if record["amount"] is None:
        return []
    return [words["amount"].format(amount=money(Decimal(record["amount"])))]


def _line(one: Mapping[str, Any], words: Mapping[str, Any], language: str) -> list[str]:
    mark = words["otherwise"] if one["contested"] else words["so"] if one["confirmed"] else ""
    return [_day(one["on"], language), f"{one['text']} {mark}".strip(), one["by"]]


def _side(record: Mapping[str, Any], side: int, words: Mapping[str, Any], language: str) -> dict[str, Any]:
    labels = part_texts()
    told = [one for one in record["versions"] if one["side"] == side]
    return {
        "title": words["of_side"].format(who=record["parties"][side - 1]),
        "told": [
            {"label": labels[one["part"]]["label"], "words": one["words"], "on": _day(one["on"], language)}
            for one in told
        ],
    }


def _sentence(one: Mapping[str, Any], language: str) -> str:
    more = [one["who"] or "", _day(one["by_on"], language) if one["by_on"] else ""]
    told = ", ".join(part for part in more if part)
    return f"{one['words']} ({told})" if told else str(one["words"])


def _step(one: Mapping[str, Any], language: str) -> str:
    words = {"step": one["name"], "day": _day(one["began_on"], language)}
    told = _("%(step)s, sinds %(day)s.") % words
    if one["due_on"]:
        told += " " + _("Tot en met %(day)s.") % {"day": _day(one["due_on"], language)}
    return told


def _signed(one: Mapping[str, Any], language: str) -> dict[str, str]:
    words = {"day": _day(one["on"], language), "who": ", ".join(one["signed_by"])}
    told = _("Getekend op %(day)s: %(who)s") % words if one["signed_by"] else words["day"]
    return {**{key: one[key] for key in ("title", "text_sha256", "file_sha256")}, "told": told}


def _items(items: Sequence[Mapping[str, Any]], words: Mapping[str, Any], language: str) -> list[list[str]]:
    return [[_day(one["on"], language), words["kinds"][one["kind"]], one["text"], one["by"]] for one in items]
