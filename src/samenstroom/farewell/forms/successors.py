"""Naming a successor, words for her, questions, and moments to work in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from samenstroom.collaborations.forms import DayField
from samenstroom.farewell.actions.work_in import SessionTerms
from samenstroom.farewell.forms.handover import SECRET, too_long
from samenstroom.farewell.models import Successor, WorkInSession
from samenstroom.kit import clock
from samenstroom.rules.handover import looks_like_password


class SuccessorForm(forms.Form):
    """Who may take over."""

    name = forms.CharField(
        label=_("Wie neemt het over?"),
        max_length=80,
        help_text=_("Voor- en achternaam. Er gaat nog niets weg."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": _("Vul een naam in."), "max_length": too_long(80)},
    )


class WordsForm(forms.Form):
    """Words of one side for a successor: free from passwords, and any length that can be read."""

    text = forms.CharField(
        label=_("Wat wil je meegeven?"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Schrijf hier iets, al is het één zin."), "max_length": too_long(2000)},
    )
    sure = forms.BooleanField(label=_("Dit is geen geheim. Bewaar het zo."), required=False)

    @property
    def asks_sure(self) -> bool:
        """Whether it looks like a secret: then she can say that it is none."""
        return SECRET in self.errors.get("text", []) or bool(self["sure"].value())

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if not data.get("sure") and looks_like_password(str(data.get("text") or "")):
            self.add_error("text", SECRET)
        return data


class QuestionForm(forms.Form):
    """A question of the successor."""

    text = forms.CharField(
        label=_("Wat wil je weten?"),
        max_length=2000,
        help_text=_("Eén vraag tegelijk. Stuur geen wachtwoorden."),
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Schrijf eerst je vraag op."), "max_length": too_long(2000)},
    )


class SessionForm(forms.Form):
    """When, about what, with whom."""

    subject = forms.CharField(
        label=_("Waar gaat het over?"),
        max_length=300,
        error_messages={"required": _("Schrijf in een paar woorden waar het over gaat."), "max_length": too_long(300)},
    )
    on = DayField(label=_("Op welke dag?"))
    at = forms.TimeField(
        label=_("Hoe laat?"),
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages={
            "required": _("Vul een tijd in, bijvoorbeeld 10:00."),
            "invalid": _("Vul een tijd in, bijvoorbeeld 10:00."),
        },
    )
    minutes = forms.TypedChoiceField(
        label=_("Hoe lang?"),
        coerce=int,
        initial=60,
        choices=[(30, _("een half uur")), (60, _("een uur")), (90, _("anderhalf uur")), (120, _("twee uur"))],
        error_messages={"invalid_choice": _("Kies hoe lang het duurt.")},
    )
    who = forms.CharField(
        label=_("Wie zijn erbij?"),
        required=False,
        max_length=300,
        error_messages={"max_length": too_long(300)},
    )
    successor = forms.ChoiceField(
        label=_("Voor wie is het?"),
        required=False,
        help_text=_("Wie je kiest, leest dit zodra jullie het allebei goed vinden."),
        error_messages={"invalid_choice": _("Kies iemand uit de lijst.")},
    )

    def __init__(
        self,
        *args: Any,
        successors: Sequence[Successor],
        now: datetime,
        moves: WorkInSession | None = None,
        **kwargs: Any,
    ) -> None:
        kwargs["initial"] = _as_it_is(moves) if moves else None
        super().__init__(*args, **kwargs)
        self.now, self.moves = now, moves
        self.successors = {one.public_id: one for one in successors}
        field = self.fields["successor"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("Alleen wij")), *((key, str(one.name)) for key, one in self.successors.items())]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        day, hour = data.get("on"), data.get("at")
        if day and hour:
            moment = datetime.combine(day, hour, tzinfo=clock.AMSTERDAM)
            if not abs(moment - self.now) < timedelta(days=366):
                raise ValidationError({"on": _("Kies een datum binnen een jaar.")})
            if self.moves and moment <= self.now:
                raise ValidationError({"on": _("Kies een moment dat nog komt.")})
            data["begins_at"] = moment
        return data

    def terms(self) -> SessionTerms:
        """The session as it is kept."""
        data = self.cleaned_data
        return SessionTerms(
            data["subject"], data["who"], data["begins_at"], data["minutes"], self.successors.get(data["successor"])
        )


def _as_it_is(session: WorkInSession) -> dict[str, Any]:
    """What the form begins with, for another moment."""
    local = session.begins_at.astimezone(clock.AMSTERDAM)
    return {
        "subject": str(session.subject), "on": local.date(), "at": local.time(), "minutes": session.minutes,
        "who": str(session.who), "successor": session.successor.public_id if session.successor else "",
    }  # fmt: skip
