"""A lesson, and where it comes back."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samenstroom.collaborations.models import Collaboration
from samenstroom.kit.language import language
from samenstroom.kit.numbers import LocalDecimalField, as_typed
from samenstroom.learning.actions.lessons import Taught
from samenstroom.learning.queries.lessons import LessonView
from samenstroom.learning.wording.lessons import dimension_choices, flag_choices, term_choices
from samenstroom.learning.wording.retrospectives import retrospective_texts
from samenstroom.rules.lessons import Bound, Place

from .retrospectives import SHORT, WRONG_CHOICE, words_field

ALIKE, EVERYWHERE = "alike", "everywhere"
MOST = Decimal(10_000_000)


class LessonForm(forms.Form):
    """One sentence, and what it is about. `is_locked`: the words were written at a decision."""

    def __init__(
        self,
        *args: Any,
        view: LessonView | None,
        needs_words: bool = True,
        tables: Sequence[Collaboration] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        texts = retrospective_texts()["lesson"]
        self.is_locked = view is not None and view.source == "decision"
        self.tables = {one.public_id: one for one in tables or ()}
        if not self.is_locked:
            self.fields["words"] = words_field(
                texts["words"], view.words if view else "", SHORT, 2, help_text=texts["words_hint"],
                required=needs_words,
            )  # fmt: skip
        if self.tables:
            choices = [*((key, one.name) for key, one in self.tables.items()), ("", _("Bij geen bepaalde"))]
            self.fields["table"] = _list(texts["table"], choices, "")
        learned = view.kept.about if view and view.kept else {}
        self.fields["dimension"] = _list(texts["seven"], dimension_choices(), learned.get("dimension", ""))
        self.fields["flag"] = _list(texts["flag"], flag_choices(), learned.get("flag", ""), texts["flag_hint"])

    def taught(self) -> Taught:
        """What she learned, by what she filled in."""
        given = self.cleaned_data
        return Taught(str(given.get("words", "")).strip(), given["dimension"], given["flag"])

    def table(self) -> Collaboration | None:
        """The collaboration it came from."""
        return self.tables.get(self.cleaned_data.get("table", ""))


def _list(label: str, choices: list[tuple[str, Any]], kept: str, hint: str = "") -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label, help_text=hint, choices=choices, initial=kept, required=False,
        widget=forms.Select(attrs={"class": "select"}), error_messages={"invalid_choice": WRONG_CHOICE},
    )  # fmt: skip


class PlaceForm(forms.Form):
    """How a lesson comes back at one place: a question of her own, a rule of her own, and at which collaborations."""

    def __init__(self, *args: Any, view: LessonView, place: Place, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.place, kept = place, dict(view.returns.get(place.value, {}))
        if place is Place.SCAN:
            self._ask_question(kept)
        if place is Place.AGREEMENT:
            self._ask_rule(kept)
        where = EVERYWHERE if kept.get("everywhere") or not view.learned.kind else ALIKE
        choices = [(ALIKE, _("Als een samenwerking erop lijkt")), (EVERYWHERE, _("Bij elke samenwerking"))]
        self.fields["where"] = forms.ChoiceField(
            label=_("Wanneer zie je hem terug?"), initial=where, widget=forms.RadioSelect,
            choices=choices if view.learned.kind or view.learned.flags or view.learned.dimension else choices[1:],
            help_text=_("Erop lijken is: dezelfde soort samenwerking, dezelfde vlag of hetzelfde onderwerp."),
            error_messages={"required": WRONG_CHOICE, "invalid_choice": WRONG_CHOICE},
        )  # fmt: skip

    def _ask_question(self, kept: dict[str, Any]) -> None:
        self.fields["question"] = words_field(
            _("Hoe vraag je het jezelf?"), kept.get("question", ""), SHORT, 2,
            help_text=_("Een vraag met ja of nee. Bijvoorbeeld: durf ik mijn twijfel hier te zeggen?"),
        )  # fmt: skip
        self.fields["waves_on"] = forms.ChoiceField(
            label=_("Bij welk antwoord waait je vlag?"), initial=kept.get("waves_on", "yes"), widget=forms.RadioSelect,
            choices=[("yes", _("Bij ja, of een beetje")), ("no", _("Bij nee"))],
            error_messages={"required": WRONG_CHOICE, "invalid_choice": WRONG_CHOICE},
        )  # fmt: skip

    def _ask_rule(self, kept: dict[str, Any]) -> None:
        self.fields["term"] = forms.ChoiceField(
            label=_("Over welke afspraak gaat je regel?"), choices=[("", _("Kies een afspraak")), *term_choices()],
            initial=kept.get("term", ""), widget=forms.Select(attrs={"class": "select"}),
            error_messages={"required": _("Kies een afspraak."), "invalid_choice": _("Kies een afspraak.")},
        )  # fmt: skip
        self.fields["bound"] = forms.ChoiceField(
            label=_("Wat is je grens?"), initial=kept.get("bound", Bound.AT_MOST.value), widget=forms.RadioSelect,
            choices=[(Bound.AT_MOST.value, _("Hoogstens")), (Bound.AT_LEAST.value, _("Minstens"))],
            error_messages={"required": WRONG_CHOICE, "invalid_choice": WRONG_CHOICE},
        )  # fmt: skip
        typed = as_typed(Decimal(str(kept["limit"])), language()) if kept.get("limit") else ""
        self.fields["limit"] = LocalDecimalField(
            label=_("Welk getal?"), help_text=_("Bijvoorbeeld 14 voor veertien dagen, of 75 voor vijfenzeventig euro."),
            max_value=MOST, initial=typed, error_messages={"required": _("Vul een getal in, bijvoorbeeld 14.")},
        )  # fmt: skip

    def terms(self) -> dict[str, Any]:
        """What she agreed with herself, as it is kept."""
        given = dict(self.cleaned_data)
        everywhere = given.pop("where") == EVERYWHERE
        if given.get("limit") is not None:
            given["limit"] = f"{given['limit']:f}"
        return {**given, "everywhere": everywhere}
