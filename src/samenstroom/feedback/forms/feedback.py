"""Forms of feedback, decisions and appreciation; parsed the same for every door."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samenstroom.collaborations.forms import DayField
from samenstroom.collaborations.models import LineAnswer
from samenstroom.feedback.models import Direction
from samenstroom.feedback.wording.feedback import feedback_texts
from samenstroom.rules.feedback import Ground

DIRECTIONS = {"geven": Direction.GIVEN.value, "gekregen": Direction.RECEIVED.value}
"""How an address says whose feedback it is."""

LONG, SHORT = 4000, 200
OLDEST_YEAR = 1900


def words_field(
    label: Any, *, hint: Any = "", required: bool = False, most: int = LONG, rows: int = 3
) -> forms.CharField:
    """A field for somebody's own words, with a friendly limit."""
    return forms.CharField(
        label=label,
        help_text=hint,
        required=required,
        max_length=most,
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={
            "required": _("Schrijf hier iets, al is het één zin."),
            "max_length": _("Dit is wat lang. Maak er maximaal %(n)s tekens van.") % {"n": most},
        },
    )


class FeedbackForm(forms.Form):
    """What, why it matters, argument or taste, source and its year, a proposal; and when it was said."""

    what = words_field(_("Waar gaat het over?"), required=True)
    why = words_field(_("Waarom telt dit?"))
    ground = forms.ChoiceField(
        label=_("Waar rust het op?"),
        choices=((Ground.ARGUMENT.value, _("Een argument")), (Ground.TASTE.value, _("Smaak"))),
        initial=Ground.ARGUMENT.value,
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), _("Kies wat het best past.")),
    )
    source = forms.CharField(
        label=_("Waar komt het vandaan?"), required=False, max_length=SHORT,
        error_messages={"max_length": _("Dit is wat lang. Maak er maximaal %(n)s tekens van.") % {"n": SHORT}},
    )  # fmt: skip
    source_year = forms.IntegerField(
        label=_("Uit welk jaar is dat?"),
        required=False,
        min_value=OLDEST_YEAR,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "maxlength": 4}),
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), _("Vul een jaar in, bijvoorbeeld 2024.")),
    )
    proposal = words_field(_("Wat stel je voor?"))
    said_on = DayField(label=_("Wanneer was dat?"))

    def __init__(self, *args: Any, direction: str, today: date, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.today, self.direction = today, direction
        texts = feedback_texts()[direction]
        for name, field in self.fields.items():
            if name in texts["labels"]:
                field.label, field.help_text = texts["labels"][name], texts["hints"][name]
        self.fields["said_on"].initial = today
        if direction == Direction.GIVEN.value:
            del self.fields["said_on"]

    def clean_source_year(self) -> int | None:
        year: int | None = self.cleaned_data["source_year"]
        if year is not None and year > self.today.year:
            raise forms.ValidationError(_("Dit jaar komt nog. Vul een jaar in, bijvoorbeeld 2024."))
        return year

    def clean_said_on(self) -> date:
        return not_ahead(self.cleaned_data["said_on"], self.today)

    @property
    def is_given(self) -> bool:
        """Whether she gives it here, or notes what the other said."""
        return self.direction == Direction.GIVEN.value

    def said(self) -> dict[str, Any]:
        """What is kept: everything but the day."""
        names = ("what", "why", "ground", "source", "source_year", "proposal")
        return {name: self.cleaned_data[name] for name in names}

    def day(self) -> date:
        """The day on which it was said; today for what she gives here."""
        found: date | None = self.cleaned_data.get("said_on")
        return found or self.today


def not_ahead(day: date, today: date) -> date:
    """A day that has been, within ten years."""
    if day > today:
        raise forms.ValidationError(_("Deze dag komt nog. Kies vandaag of een dag die geweest is."))
    if day < today - timedelta(days=3653):
        raise forms.ValidationError(_("Dit is lang geleden. Kies een datum van de laatste tien jaar."))
    return day


class FeedbackAnswerForm(forms.Form):
    """What she answers, and what they agreed as she understood it."""

    words = words_field(_("Wat antwoord je?"), required=True)
    agreed = words_field(_("Wat spraken jullie af?"), hint=_("Alleen als er iets is afgesproken."), rows=2, most=1000)


class DecisionForm(forms.Form):
    """What was decided, by whom, on whose expertise, what happened with an advice, and work that was undone."""

    what = words_field(_("Wat is er besloten?"), required=True, rows=2, most=1000)
    decided_by = forms.ChoiceField(
        label=_("Wie besloot dit?"), widget=forms.RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), _("Kies wie dit besloot.")),
    )  # fmt: skip
    expertise = forms.ChoiceField(
        label=_("Wiens vak is dit?"), required=False, widget=forms.RadioSelect,
        error_messages={"invalid_choice": _("Kies wie hier het meest van weet.")},
    )  # fmt: skip
    advice = forms.ChoiceField(
        label=_("Was er een advies?"), widget=forms.RadioSelect, initial="none",
        choices=(
            ("none", _("Nee")),
            ("followed", _("Ja, en het is gevolgd")),
            ("overruled", _("Ja, en er is anders gekozen")),
        ),
        error_messages=dict.fromkeys(("required", "invalid_choice"), _("Kies wat past.")),
    )  # fmt: skip
    why = words_field(_("Waarom deze keuze?"), rows=2)
    hours_undone = forms.DecimalField(
        label=_("Telt er werk door dit besluit niet meer mee?"),
        help_text=_("Zet de uren erbij, bijvoorbeeld 2,5. Dit is een feit, geen verwijt."),
        required=False,
        min_value=0,
        max_value=1000,
        decimal_places=2,
        localize=True,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
        error_messages=dict.fromkeys(
            ("invalid", "min_value", "max_value", "max_decimal_places"), _("Vul een aantal uren in, bijvoorbeeld 2,5.")
        ),
    )
    decided_on = DayField(label=_("Wanneer is dit besloten?"))

    def __init__(self, *args: Any, today: date, other_name: str, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.today = today
        sides = [("me", _("Ik")), ("other", other_name)]
        for name, more in (("decided_by", [("both", _("Samen"))]), ("expertise", [("", _("Van ons allebei"))])):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = [*sides, *more]
        self.initial = {"decided_on": today, "decided_by": "both", "expertise": "", **self.initial}

    def clean_decided_on(self) -> date:
        return not_ahead(self.cleaned_data["decided_on"], self.today)


class DecisionStanceForm(forms.Form):
    """So it was, or otherwise."""

    stance = forms.ChoiceField(
        label=_("Was het zo?"), choices=LineAnswer.Stance.choices, widget=forms.RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), _("Kies wat past.")),
    )  # fmt: skip
    words = words_field(_("Wil je er iets bij zeggen?"), rows=2, most=1000)


class OutcomeForm(forms.Form):
    """What came of a decision."""

    words = words_field(_("Wat kwam ervan?"), required=True, rows=2, most=1000)


class AppreciationForm(forms.Form):
    """What she appreciates, as the other reads it."""

    words = words_field(_("Wat waardeer je?"), required=True, most=1000)

    def __init__(self, *args: Any, other_name: str, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.fields["words"].label = _("Wat waardeer je aan %(name)s?") % {"name": other_name}
        self.fields["words"].help_text = _("Eén ding, zo gewoon mogelijk. Bijvoorbeeld wat je deze week zag.")
