"""A disagreement: its subject, one's own version, sentences, a step, a limit; parsed the same for every door."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samenstroom.adjusting.actions.summaries import SentenceTerms
from samenstroom.adjusting.forms.attempts import LONG, SHORT, coming_day, words
from samenstroom.adjusting.models.conflicts import PARTS
from samenstroom.adjusting.wording.conflicts import conflict_texts, dimension_names, part_texts
from samenstroom.collaborations.forms import DayField
from samenstroom.collaborations.visits import Visit
from samenstroom.kit import clock
from samenstroom.kit.numbers import LocalDecimalField
from samenstroom.rules.ladder import Rung

MOST_AMOUNT = Decimal(100_000_000)
MOST_SENTENCES = 12


class SubjectForm(forms.Form):
    """One neutral sentence both read, and which of the seven it is about."""

    subject = words("", SHORT, required=True, rows=2)
    dimension = forms.ChoiceField(
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), _("Kies waar het vooral over gaat.")),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        texts = conflict_texts()["open"]
        self.fields["subject"].label, self.fields["subject"].help_text = texts["subject"], texts["subject_hint"]
        dimension = self.fields["dimension"]
        assert isinstance(dimension, forms.ChoiceField)
        dimension.label, dimension.choices = texts["topic"], list(dimension_names().items())

    def clean_subject(self) -> str:
        return " ".join(str(self.cleaned_data["subject"]).split())


class VersionForm(forms.Form):
    """Her own version in four parts; each may stay empty. `chosen` are the parts she gives."""

    def __init__(self, *args: Any, kept: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial = dict(kept)
        for part, texts in part_texts().items():
            self.fields[part] = words(texts["ask"], LONG, hint=texts["hint"], rows=4)

    def written(self) -> dict[str, str]:
        """Part -> what she wrote; empty ones are left out."""
        return {part: self.cleaned_data[part] for part in PARTS if self.cleaned_data.get(part)}

    def chosen(self) -> dict[str, str]:
        """Of what she wrote only the parts that she ticked."""
        ticked = self.data.getlist("give") if hasattr(self.data, "getlist") else []
        return {part: text for part, text in self.written().items() if part in ticked}


class SentencesForm(forms.Form):
    """Sentences to stand behind together, one a line; or one thing somebody does, with a day."""

    sentences = words(
        _("Welke zinnen kloppen voor jullie allebei?"), LONG, required=True, rows=5,
        hint=_("Eén zin per regel. De ander zegt per zin of die klopt."),
    )  # fmt: skip

    def clean_sentences(self) -> list[str]:
        lines = [" ".join(line.split()) for line in str(self.cleaned_data["sentences"]).splitlines()]
        found = [line for line in lines if line]
        if len(found) > MOST_SENTENCES:
            raise forms.ValidationError(_("Dit zijn veel zinnen. Begin met de twaalf belangrijkste."))
        if any(len(line) > SHORT for line in found):
            raise forms.ValidationError(_("Een van de zinnen is wat lang. Maak er maximaal 300 tekens van."))
        return list(dict.fromkeys(found))

    def terms(self) -> list[SentenceTerms]:
        """The sentences as they are kept."""
        return [SentenceTerms(line) for line in self.cleaned_data["sentences"]]


class DoesForm(forms.Form):
    """One thing that somebody does, and by when."""

    what = words(_("Wat gaat er gebeuren?"), SHORT, required=True, rows=2)
    who = forms.ChoiceField(
        label=_("Wie doet dit?"),
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), _("Kies wie dit doet.")),
    )
    by_on = DayField(label=_("Vóór welke dag?"), required=False, help_text=_("Mag leeg blijven."))

    def __init__(self, *args: Any, visit: Visit, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.visit = visit
        who = self.fields["who"]
        assert isinstance(who, forms.ChoiceField)
        who.choices = [("both", _("Wij allebei")), ("me", _("Ik")), ("other", visit.other_name)]
        self.initial.setdefault("who", "both")

    def clean_by_on(self) -> date | None:
        day: date | None = self.cleaned_data["by_on"]
        return coming_day(day, clock.day_of(self.visit.now)) if day else None

    def terms(self) -> list[SentenceTerms]:
        """The thing to do as it is kept."""
        sides = {"me": self.visit.party, "other": self.visit.other_party}
        data = self.cleaned_data
        what = " ".join(str(data["what"]).split())
        return [SentenceTerms(what, does=True, who=sides.get(data["who"]), by_on=data["by_on"])]


class StepForm(forms.Form):
    """Take a step of the ladder, on a day that has been."""

    step = forms.CharField(widget=forms.HiddenInput)
    on = DayField(label=_("Vanaf welke dag?"), help_text=_("Vandaag, of een dag die al was."))

    def __init__(self, *args: Any, rung: Rung, today: date, **kwargs: Any) -> None:
        kwargs["auto_id"] = f"id_{rung.step.value}_%s"
        super().__init__(*args, **kwargs)
        self.rung, self.today = rung, today
        self.initial = {"on": today, "step": rung.step.value}

    def clean_on(self) -> date:
        day: date = self.cleaned_data["on"]
        if day > self.today:
            raise forms.ValidationError(_("Kies vandaag, of een dag die al was."))
        return day


class LimitForm(forms.Form):
    """Her limit, as people write an amount."""

    amount = LocalDecimalField(
        max_value=MOST_AMOUNT,
        help_text=_("In euro’s, bijvoorbeeld 1.250,50."),
        error_messages={"required": _("Vul een bedrag in, bijvoorbeeld 1.250,50.")},
    )

    def __init__(self, *args: Any, i_receive: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["amount"].label = conflict_texts()["blind"]["least" if i_receive else "most"]
