"""The questions of a farewell, page by page, made from the content."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from samenstroom.collaborations.forms import DayField
from samenstroom.collaborations.visits import Visit
from samenstroom.farewell.queries.agreed_notice import agreed_notice
from samenstroom.farewell.wording.farewells import named, ways
from samenstroom.rules.notice import Unit

LONG, SHORT, ROW = 2000, 600, 200
ROWS = 4
MOST_NOTICE = 366
TOO_LONG = {
    LONG: _("Dit is wat lang. Maak er maximaal 2000 tekens van."),
    SHORT: _("Dit is wat lang. Maak er maximaal 600 tekens van."),
    ROW: _("Dit is wat lang. Maak er maximaal 200 tekens van."),
}
UNITS = ((Unit.DAYS.value, _("dagen")), (Unit.WEEKS.value, _("weken")), (Unit.MONTHS.value, _("maanden")))
COUNT_WRONG = _("Vul een heel getal in, bijvoorbeeld 1. Laat het leeg als je het niet weet.")


@dataclass(frozen=True)
class Asked:
    """One field on the page, with how it is drawn."""

    bound: BoundField
    hints: Mapping[str, str]
    is_voice: bool
    size: str


class WayForm(forms.Form):
    """How does it end?"""

    way = forms.ChoiceField(
        label=_("Hoe eindigt het?"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Kies wat nu het best past. Je kunt het later veranderen."),
            "invalid_choice": _("Kies wat nu het best past. Je kunt het later veranderen."),
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["way"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(one["id"], one["label"]) for one in ways()]

    def hints(self) -> dict[str, str]:
        """The line under each way."""
        return {one["id"]: one["hint"] for one in ways()}


class PageForm(forms.Form):
    """The questions of one page. Who leaves halfway (`is_leaving`) need not have answered what is asked."""

    def __init__(
        self, *args: Any, page: Mapping[str, Any], kept: Mapping[str, Any], visit: Visit, is_leaving: bool, **kw: Any
    ) -> None:
        super().__init__(*args, **kw)
        self.page, self.visit = page, visit
        for question in page["questions"]:
            fields = MAKERS[question["kind"]](question, kept.get(question["id"]), visit)
            for name, field in fields.items():
                field.required = question["required"] and not is_leaving
                self.fields[name] = field

    def asked(self) -> Iterator[Asked]:
        """The fields in a row, but for the small table."""
        for question in self.page["questions"]:
            hints = {one["id"]: named(one["hint"], self.visit) for one in question["options"] if one["hint"]}
            is_voice = question["kind"] in ("words", "short")
            for name in self.fields:
                is_its = name == question["id"] or name.startswith(f"{question['id']}-")
                if is_its and question["kind"] != "rows":
                    yield Asked(self[name], hints, is_voice, "short" if question["kind"] == "short" else "")

    def rows(self) -> Iterator[tuple[int, BoundField, BoundField, BoundField]]:
        """The small table of who does what until when, line by line."""
        for question in self.page["questions"]:
            if question["kind"] == "rows":
                for n in range(1, ROWS + 1):
                    what, who, until = (self[f"{question['id']}-{n}-{part}"] for part in ("what", "who", "until"))
                    yield n, what, who, until

    def answers(self) -> dict[str, Any]:
        """What she answered, by the id of the question, as it is kept."""
        return {one["id"]: _answer(one, self.cleaned_data) for one in self.page["questions"]}


Fields = dict[str, forms.Field]


def _text(question: Mapping[str, Any], kept: Any, visit: Visit, *, most: int, lines: int) -> Fields:
    field = forms.CharField(
        label=named(question["label"], visit),
        help_text=named(question["hint"], visit),
        max_length=most,
        initial=kept or "",
        widget=forms.Textarea(attrs={"rows": lines}),
        error_messages={"max_length": TOO_LONG[most], "required": _("Schrijf hier iets, al is het één zin.")},
    )
    return {question["id"]: field}


def _words(question: Mapping[str, Any], kept: Any, visit: Visit) -> Fields:
    return _text(question, kept, visit, most=LONG, lines=4)


def _short(question: Mapping[str, Any], kept: Any, visit: Visit) -> Fields:
    return _text(question, kept, visit, most=SHORT, lines=2)


def _choice(question: Mapping[str, Any], kept: Any, visit: Visit) -> Fields:
    is_one = question["kind"] == "one"
    kind, widget = (
        (forms.ChoiceField, forms.RadioSelect) if is_one else (forms.MultipleChoiceField, forms.CheckboxSelectMultiple)
    )
    field = kind(
        label=named(question["label"], visit),
        help_text=named(question["hint"], visit),
        choices=[(one["id"], named(one["label"], visit)) for one in question["options"]],
        initial=kept,
        widget=widget,
        error_messages={"required": _("Kies wat nu het best past."), "invalid_choice": _("Kies wat nu het best past.")},
    )
    return {question["id"]: field}


def _day(question: Mapping[str, Any], kept: Any, visit: Visit) -> Fields:
    label, hint = named(question["label"], visit), named(question["hint"], visit)
    return {question["id"]: DayField(label=label, help_text=hint, initial=_as_day(kept))}


def _as_day(kept: Any) -> date | None:
    return date.fromisoformat(kept) if kept else None


def _notice(question: Mapping[str, Any], kept: Any, visit: Visit) -> Fields:
    name, held = question["id"], kept or _agreed(visit)
    count = forms.IntegerField(
        label=named(question["label"], visit),
        help_text=named(question["hint"], visit),
        min_value=0,
        max_value=MOST_NOTICE,
        initial=held["count"],
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), COUNT_WRONG),
    )
    unit = forms.ChoiceField(label=_("Waarin geteld?"), choices=UNITS, initial=held["unit"], widget=forms.RadioSelect)
    to_end = forms.BooleanField(label=_("Het loopt altijd tot het einde van een maand"), initial=held["to_month_end"])
    return {f"{name}-count": count, f"{name}-unit": unit, f"{name}-to_month_end": to_end}


def _agreed(visit: Visit) -> dict[str, Any]:
    """What the agreement says, to begin with; otherwise nothing, counted in months."""
    agreed = agreed_notice(visit)
    if agreed is None:
        return {"count": None, "unit": Unit.MONTHS.value, "to_month_end": False}
    return {"count": agreed.count, "unit": agreed.unit.value, "to_month_end": agreed.to_month_end}


def _rows(question: Mapping[str, Any], kept: Any, _visit: Visit) -> Fields:
    """Four lines of what, who and until when."""
    fields: Fields = {}
    held = [*(kept or []), *({"what": "", "who": "", "until": ""} for _n in range(ROWS))]
    for n in range(1, ROWS + 1):
        row, before = held[n - 1], f"{question['id']}-{n}"
        for part, label in (("what", _("Wat")), ("who", _("Wie"))):
            fields[f"{before}-{part}"] = forms.CharField(
                label=label, max_length=ROW, initial=row[part], error_messages={"max_length": TOO_LONG[ROW]}
            )
        fields[f"{before}-until"] = DayField(label=_("Tot wanneer"), initial=_as_day(row["until"]))
    return fields


MAKERS: Mapping[str, Callable[[Mapping[str, Any], Any, Visit], Fields]] = {
    "words": _words,
    "short": _short,
    "one": _choice,
    "several": _choice,
    "day": _day,
    "notice": _notice,
    "rows": _rows,
}


def _answer(question: Mapping[str, Any], given: Mapping[str, Any]) -> Any:
    name, kind = question["id"], question["kind"]
    if kind == "notice":
        count = given[f"{name}-count"]
        unit, to_end = given[f"{name}-unit"] or Unit.MONTHS.value, given[f"{name}-to_month_end"]
        return None if count is None else {"count": count, "unit": unit, "to_month_end": to_end}
    if kind == "rows":
        rows = [{p: _kept(given[f"{name}-{n}-{p}"]) for p in ("what", "who", "until")} for n in range(1, ROWS + 1)]
        return [row for row in rows if any(row.values())]
    return _kept(given[name])


def _kept(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return value.replace("\r\n", "\n") if isinstance(value, str) else value or ""
