"""Working agreements: one form, everything of which may stay open but not all at once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from samenstroom.planning.wording.working import working_texts

from .kickoff import BRIEF, LONG, too_long

CHANNEL = "channel_"
"""Before the id of a channel: what it is for."""


class Open:
    """A field that looks like any other, without "(hoeft niet)" at each question, and takes an empty answer."""

    def validate(self, value: Any) -> None:
        """Nothing filled in is fine; anything else has to fit."""
        if value not in (None, "", []):
            super().validate(value)  # type: ignore[misc]


class _Words(Open, forms.CharField):
    pass


class _Hour(Open, forms.TimeField):
    pass


class _One(Open, forms.ChoiceField):
    pass


class _Number(Open, forms.TypedChoiceField):
    pass


class _Some(Open, forms.MultipleChoiceField):
    pass


def _words(label: Any, hint: Any = "") -> _Words:
    return _Words(
        label=label, help_text=hint, max_length=LONG, widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"max_length": too_long(LONG)},
    )  # fmt: skip


def _channel(label: Any, hint: Any) -> _Words:
    return _Words(
        label=label, help_text=hint, max_length=BRIEF, widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"max_length": too_long(BRIEF)},
    )  # fmt: skip


def _hour(label: Any) -> _Hour:
    return _Hour(
        label=label,
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        input_formats=["%H:%M", "%H.%M", "%H:%M:%S"],
        error_messages={"invalid": _("Vul een tijd in, bijvoorbeeld 9:00.")},
    )


class WorkingForm(forms.Form):
    """Channels, answering, being reached, talking, feedback, and what is urgent."""

    use_required_attribute = False

    response_days = _Number(
        label=_("Hoe snel antwoorden jullie?"), coerce=int, empty_value=None, widget=forms.RadioSelect,
        help_text=_("Dit geldt voor jullie allebei."),
        error_messages={"invalid_choice": _("Kies er een uit de lijst.")},
    )  # fmt: skip
    days = _Some(
        label=_("Op welke dagen zijn jullie te bereiken?"), widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("Kies uit de lijst.")},
    )  # fmt: skip
    since = _hour(_("Vanaf hoe laat?"))
    until = _hour(_("Tot hoe laat?"))
    reach = _words(_("Is dat voor een van jullie anders?"), _("Bijvoorbeeld: op woensdag is Noor vrij."))
    talks = _One(
        label=_("Hoe vaak praten jullie?"), widget=forms.RadioSelect,
        error_messages={"invalid_choice": _("Kies er een uit de lijst.")},
    )  # fmt: skip
    talks_words = _words(_("Wanneer en hoe?"), _("Bijvoorbeeld: maandag om tien uur, een kwartier bellen."))
    feedback = _Some(
        label=_("Hoe geven jullie elkaar feedback?"), widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("Kies uit de lijst.")},
    )  # fmt: skip
    feedback_words = _words(_("Wil je er iets bij zeggen?"))
    urgent = _words(
        _("Wat heeft haast, en wat doen jullie dan?"), _("Bijvoorbeeld: ligt de website eruit? Dan bellen we meteen."),
    )  # fmt: skip

    def __init__(self, *args: Any, kept: Mapping[str, Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        texts = working_texts()
        for one in texts["channels"]:
            self.fields[CHANNEL + one["id"]] = _channel(one["label"], one["example"])
        self._choices("response_days", [("", _("Dat laten we open"))], texts["replies"], "days")
        self._choices("days", [], texts["weekdays"])
        self._choices("talks", [("", _("Dat laten we open"))], texts["talks"])
        self._choices("feedback", [], texts["feedback"])
        self.initial = as_initial(kept)

    def _choices(self, name: str, first: list[tuple[str, Any]], listed: Any, key: str = "id") -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [*first, *((str(one[key]), one["label"]) for one in listed)]

    @property
    def channels(self) -> list[BoundField]:
        """One field per channel."""
        return [self[CHANNEL + one["id"]] for one in working_texts()["channels"]]

    def clean(self) -> dict[str, Any]:
        """Hours come in pairs, and at least one thing is agreed."""
        data = super().clean() or self.cleaned_data
        since, until = data.get("since"), data.get("until")
        if since and not until and "until" not in self.errors:
            self.add_error("until", _("Vul ook in tot hoe laat."))
        if until and not since and "since" not in self.errors:
            self.add_error("since", _("Vul ook in vanaf hoe laat."))
        if since and until and until <= since:
            self.add_error("until", _("Kies een tijd die later is."))
        if not self.errors and not self.content():
            raise forms.ValidationError(_("Vul iets in, al is het één ding."))
        return data

    def content(self) -> dict[str, Any]:
        """The page as it is kept; what was left open is not in it."""
        data = self.cleaned_data
        channels = {one["id"]: data.get(CHANNEL + one["id"]) for one in working_texts()["channels"]}
        since, until = data.get("since"), data.get("until")
        kept = {
            "channels": {key: words for key, words in channels.items() if words},
            "response_days": data.get("response_days"),
            "days": data.get("days"),
            "from": since.strftime("%H:%M") if since else "",
            "until": until.strftime("%H:%M") if until else "",
            **{
                name: data.get(name)
                for name in ("reach", "talks", "talks_words", "feedback", "feedback_words", "urgent")
            },
        }
        return {name: value for name, value in kept.items() if value}


def as_initial(kept: Mapping[str, Any]) -> dict[str, Any]:
    """A page that lies there, as the form shows it."""
    channels = kept.get("channels")
    named = {CHANNEL + str(key): words for key, words in channels.items()} if isinstance(channels, Mapping) else {}
    return {**kept, **named, "since": kept.get("from"), "response_days": str(kept.get("response_days") or "")}
