"""The questions of a look back, page by page, made from the content."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from samenstroom.collaborations.visits import Visit
from samenstroom.exploring.models import Feeling
from samenstroom.exploring.wording.decisions import look_back_question, outcome_words
from samenstroom.exploring.wording.feelings import rows_of
from samenstroom.kit.dates import full_date
from samenstroom.kit.language import language
from samenstroom.kit.numbers import LocalDecimalField, as_typed
from samenstroom.learning.queries.retrospectives import Foretold
from samenstroom.learning.wording.retrospectives import PageView, decided_row, named, retrospective_texts
from samenstroom.rules.decisions import Choice

LONG, SHORT = 4000, 300
MOST_HOURS, MOST_MONEY = Decimal(100_000), Decimal(10_000_000)
WRONG_CHOICE = _("Kies wat het dichtst in de buurt komt.")
YES, NO = "yes", "no"


@dataclass(frozen=True)
class Asked:
    """One field on the page, with how it is drawn."""

    bound: BoundField
    hints: Mapping[str, str]
    is_voice: bool


class PageForm(forms.Form):
    """The questions of one page; everything may stay open."""

    def __init__(self, *args: Any, page: PageView, kept: Mapping[str, Any], visit: Visit, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.page, self.visit = page, visit
        for question in page.questions:
            self.fields[question["id"]] = _field(question, kept.get(question["id"]), visit)

    def asked(self) -> Iterator[Asked]:
        """The fields, with the line under each choice."""
        for question in self.page.questions:
            hints = {one["id"]: one["hint"] for one in question["options"] if one["hint"]}
            yield Asked(self[question["id"]], hints, question["kind"] == "words")

    def answers(self) -> dict[str, Any]:
        """What she answered, by the id of the question, as it is kept."""
        return {name: _kept(self.cleaned_data[name]) for name in self.fields}


def _kept(value: Any) -> Any:
    return f"{value:f}" if isinstance(value, Decimal) else ("" if value is None else value)


def _field(question: Mapping[str, Any], kept: Any, visit: Visit) -> forms.Field:
    about: dict[str, Any] = {
        "label": named(question["label"], visit), "help_text": named(question["hint"], visit), "required": False,
    }  # fmt: skip
    options = [(one["id"], named(one["label"], visit)) for one in question["options"]]
    errors = {"invalid_choice": WRONG_CHOICE}
    if question["kind"] == "several":
        return forms.MultipleChoiceField(
            choices=options, initial=kept or [], widget=forms.CheckboxSelectMultiple, error_messages=errors, **about
        )
    if question["kind"] == "one":
        return forms.ChoiceField(
            choices=[*options, ("", _("Laat ik open"))], initial=kept or "", widget=forms.RadioSelect,
            error_messages=errors, **about,
        )  # fmt: skip
    if question["kind"] in ("hours", "money"):
        most = MOST_HOURS if question["kind"] == "hours" else MOST_MONEY
        typed = as_typed(Decimal(str(kept)), language()) if kept else ""
        return LocalDecimalField(max_value=most, initial=typed, **about)
    return words_field(about.pop("label"), kept or "", LONG, 4, **about)


def words_field(label: Any, kept: str, most: int, rows: int, **about: Any) -> forms.CharField:
    """A place for her own words."""
    too_long = {
        LONG: _("Dit is wat lang. Maak er maximaal 4000 tekens van."),
        SHORT: _("Dit is wat lang. Maak er maximaal 300 tekens van."),
    }[most]
    return forms.CharField(
        label=label, initial=kept, max_length=most, widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={"max_length": too_long, "required": _("Schrijf hier iets, al is het één zin.")}, **about,
    )  # fmt: skip


class ForetoldForm(forms.Form):
    """What came of what she foretold; what she leaves open is asked again another time."""

    def __init__(self, *args: Any, visit: Visit, foretold: Foretold, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.foretold = foretold
        open_choice = ("", _("Dat kan ik nog niet zeggen"))
        rows = rows_of(list(foretold.predictions))
        for row in rows:
            percent = f" ({row.feeling.percent}%)" if row.feeling.percent is not None else ""
            self.fields[row.feeling.public_id] = forms.ChoiceField(
                label=f"“{row.feeling.prediction}”{percent}",
                help_text=_("Dit schreef je op %(day)s.") % {"day": full_date(row.day, language())},
                choices=[(YES, _("Het kwam uit")), (NO, _("Het ging anders")), open_choice],
                required=False, widget=forms.RadioSelect, error_messages={"invalid_choice": WRONG_CHOICE},
            )  # fmt: skip
        if foretold.decision is not None:
            choice = Choice(foretold.decision.choice)
            told = [(outcome.value, words) for outcome, words in outcome_words(choice).items()]
            self.fields["outcome"] = forms.ChoiceField(
                label=look_back_question(choice), help_text=decided_row(visit, foretold),
                choices=[*told, ("", _("Dat zeg ik nu niet"))], required=False, widget=forms.RadioSelect,
                error_messages={"invalid_choice": WRONG_CHOICE},
            )  # fmt: skip

    def predictions(self) -> dict[Feeling, bool]:
        """The predictions she said something about."""
        said = {one: self.cleaned_data.get(one.public_id, "") for one in self.foretold.predictions}
        return {one: given == YES for one, given in said.items() if given}

    def outcome_said(self) -> str:
        """What came of the decision; empty when she left it open."""
        return str(self.cleaned_data.get("outcome", ""))


class TogetherForm(forms.Form):
    """Looking back together: the same questions for both; everything may stay open."""

    def __init__(self, *args: Any, visit: Visit, kept: Mapping[str, Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for one in retrospective_texts()["together"]["questions"]:
            label, hint = named(one["label"], visit), named(one["hint"], visit)
            self.fields[one["id"]] = words_field(
                label, str(kept.get(one["id"], "")), LONG, 3, help_text=hint, required=False
            )

    def answers(self) -> dict[str, str]:
        """What she wrote."""
        return {name: str(self.cleaned_data[name]).strip() for name in self.fields}

    def is_empty(self) -> bool:
        """Whether she wrote nothing at all."""
        return not any(self.answers().values())
