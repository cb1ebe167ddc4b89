"""Forms around a kick-off: a sentence, a point, a moment, a record, and her own preparation."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from samenstroom.collaborations.forms import DayField
from samenstroom.exploring.forms.acquaintance import words as open_words
from samenstroom.exploring.wording.acquaintance import Part
from samenstroom.kit import clock
from samenstroom.planning.actions.talks import Moment
from samenstroom.planning.models import KickoffTalk, SharedGoal
from samenstroom.planning.wording.kickoff import goal_labels

LONG, SHORT, BRIEF = 2000, 300, 200
NOTHING = _("Schrijf hier iets, al is het één zin.")


def too_long(limit: int) -> Any:
    """What is said about a text that is longer."""
    return {
        LONG: _("Dit is wat lang. Maak er maximaal 2000 tekens van."),
        SHORT: _("Dit is wat lang. Maak er maximaal 300 tekens van."),
        BRIEF: _("Dit is wat lang. Maak er maximaal 200 tekens van."),
    }[limit]


class GoalForm(forms.Form):
    """What it is about, and one sentence."""

    about = forms.ChoiceField(
        label=_("Waar gaat het over?"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Kies waar deze zin over gaat."),
            "invalid_choice": _("Kies er een uit de lijst."),
        },
    )
    text = forms.CharField(
        label=_("Jullie doel in één zin"),
        help_text=_("Iets wat je over zes maanden kunt zien of tellen."),
        max_length=SHORT,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": NOTHING, "max_length": too_long(SHORT)},
    )

    def __init__(self, *args: Any, goal: SharedGoal | None, about: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["about"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = list(goal_labels().items())
        self.initial = {"about": str(goal.about), "text": str(goal.text)} if goal else {"about": about}


class PointForm(forms.Form):
    """One point for the agenda."""

    text = forms.CharField(
        label=_("Waar wil je het over hebben?"),
        max_length=SHORT,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": NOTHING, "max_length": too_long(SHORT)},
    )


class MomentForm(forms.Form):
    """When, how long and where."""

    on = DayField(label=_("Op welke dag?"))
    at = forms.TimeField(
        label=_("Hoe laat?"),
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        input_formats=["%H:%M", "%H.%M", "%H:%M:%S"],
        error_messages={
            "required": _("Vul een tijd in, bijvoorbeeld 10:00."),
            "invalid": _("Vul een tijd in, bijvoorbeeld 10:00."),
        },
    )
    minutes = forms.TypedChoiceField(
        label=_("Hoe lang?"),
        coerce=int,
        choices=[(30, _("een half uur")), (60, _("een uur")), (90, _("anderhalf uur")), (120, _("twee uur"))],
        widget=forms.Select(attrs={"class": "select"}),
        error_messages={"required": _("Kies hoe lang het duurt."), "invalid_choice": _("Kies hoe lang het duurt.")},
    )
    place = forms.CharField(
        label=_("Waar?"),
        help_text=_("Een plek, een telefoonnummer of een link naar het beeldgesprek. Mag leeg blijven."),
        required=False,
        max_length=SHORT,
        error_messages={"max_length": too_long(SHORT)},
    )

    def __init__(self, *args: Any, talk: KickoffTalk | None, now: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.now = now
        self.initial = {"minutes": 60}
        if talk:
            local = talk.begins_at.astimezone(clock.AMSTERDAM)
            self.initial = {
                "on": local.date(), "at": local.time(), "minutes": talk.minutes, "place": str(talk.place),
            }  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """The moment is still to come, and within a year."""
        data = super().clean() or self.cleaned_data
        day, hour = data.get("on"), data.get("at")
        if day and hour:
            data["begins_at"] = begins_at = datetime.combine(day, hour, tzinfo=clock.AMSTERDAM)
            if begins_at <= self.now:
                self.add_error("on", _("Kies een moment dat nog komt."))
            elif day > clock.day_of(self.now) + timedelta(days=366):
                self.add_error("on", _("Kies een datum binnen een jaar."))
        return data

    def moment(self) -> Moment:
        """The moment as it is kept."""
        data = self.cleaned_data
        return Moment(data["begins_at"], data["minutes"], data["place"])


class RecordForm(forms.Form):
    """When the talk was, and what was said and decided."""

    held_on = DayField(label=_("Wanneer was het gesprek?"))
    text = forms.CharField(
        label=_("Wat zeiden en besloten jullie?"),
        max_length=LONG,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": NOTHING, "max_length": too_long(LONG)},
    )

    def __init__(self, *args: Any, today: date, held_on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today, self.initial = today, {"held_on": held_on}

    def clean_held_on(self) -> date:
        day: date = self.cleaned_data["held_on"]
        if day > self.today:
            raise forms.ValidationError(_("Kies vandaag of een dag die geweest is."))
        if day < self.today - timedelta(days=3660):
            raise forms.ValidationError(_("Kies een dag van de laatste tien jaar."))
        return day


SIDES = ("mine", "guess", "said")
"""What she writes at each question of her own preparation."""


class OwnPartForm(forms.Form):
    """One part of her own preparation: her view, what she thinks the other will say, and what was said."""

    use_required_attribute = False

    def __init__(self, data: Any = None, *, part: Part, kept: Mapping[str, Mapping[str, str]], name: str) -> None:
        self.part = part
        super().__init__(data, initial=_initial(part, kept))
        labels = (
            _now("Wat ik ervan vind"),
            _now("Wat %(name)s zal zeggen, denk ik") % {"name": name},
            _now("Wat %(name)s zei") % {"name": name},
        )
        for asked in part.questions:
            for side, label in zip(SIDES, labels, strict=True):
                self.fields[f"{asked.id}_{side}"] = open_words(label, rows=2)

    def answers(self) -> dict[str, dict[str, str]]:
        """Question -> what she wrote."""
        return {
            one.id: {side: self.cleaned_data.get(f"{one.id}_{side}", "") for side in SIDES}
            for one in self.part.questions
        }


def _initial(part: Part, kept: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    return {f"{one.id}_{side}": kept.get(one.id, {}).get(side, "") for one in part.questions for side in SIDES}
