"""Proposing a repair attempt and saying how it is; parsed the same for every door."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from samenstroom.adjusting.actions.attempts import Terms
from samenstroom.adjusting.models import OwnAttempt, RepairAttempt
from samenstroom.adjusting.queries.conflicts import ConflictView
from samenstroom.adjusting.wording.attempts import repair_texts
from samenstroom.collaborations.forms import DayField
from samenstroom.collaborations.visits import Visit
from samenstroom.rules.attempts import MOST_TRIES, standard_day

LONG, SHORT = 2000, 300
LABELS = (_("Wat gaan jullie proberen?"), _("Nog iets?"), _("En nog iets?"))
OWN_LABELS = (_("Wat ga je proberen?"), _("Nog iets?"), _("En nog iets?"))


def words(label: Any, limit: int, *, hint: Any = "", required: bool = False, rows: int = 3) -> forms.CharField:
    """A field for somebody's own words."""
    too_long = {
        LONG: _("Dit is wat lang. Maak er maximaal 2000 tekens van."),
        SHORT: _("Dit is wat lang. Maak er maximaal 300 tekens van."),
    }
    return forms.CharField(
        label=label,
        help_text=hint,
        required=required,
        max_length=limit,
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={"required": _("Schrijf hier iets, al is het één zin."), "max_length": too_long[limit]},
    )


def coming_day(day: date, today: date) -> date:
    """A day after today and within a year, or a friendly error."""
    if day <= today:
        raise forms.ValidationError(_("Kies een datum na vandaag."))
    if day > today + timedelta(days=366):
        raise forms.ValidationError(_("Kies een datum binnen een jaar."))
    return day


class _TriesForm(forms.Form):
    """What no longer flows, one to three small things, and the day to look back."""

    stuck = words(
        _("Wat stroomt er niet meer?"),
        LONG,
        required=True,
        hint=_("Vertel wat jij merkt en wat het met jou doet. Zonder verwijt, in jouw woorden."),
    )
    look_back_on = DayField(label=_("Wanneer kijken jullie terug?"), help_text=_("Vier weken is vaak genoeg."))

    labels: Sequence[Any] = LABELS

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["look_back_on"].initial = standard_day(today)
        for number, (label, example) in enumerate(zip(self.labels, repair_texts()["examples"], strict=True)):
            hint = _("Bijvoorbeeld: %(example)s") % {"example": example}
            self.fields[f"try_{number}"] = words(label, SHORT, hint=hint, required=number == 0, rows=2)

    def shows_more(self) -> bool:
        """Whether the second and third thing stand open: something is in them, or looks wrong."""
        later = range(1, MOST_TRIES)
        wrong = {f"{part}_{number}" for number in later for part in ("try", "who")} & set(self.errors)
        return bool(wrong) or any(self[f"try_{number}"].value() for number in later)

    def clean_look_back_on(self) -> date:
        return coming_day(self.cleaned_data["look_back_on"], self.today)


class WhoField(forms.ChoiceField):
    """Who does it; when nobody says, both do."""

    def clean(self, value: Any) -> Any:
        return super().clean(value or "both")


class AttemptForm(_TriesForm):
    """A proposal to the other: with who does what. Starts from the proposal that lies there, told from her side."""

    def __init__(
        self,
        *args: Any,
        visit: Visit,
        today: date,
        attempt: RepairAttempt | None,
        begin: ConflictView | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, today=today, **kwargs)
        self.visit = visit
        choices = [("both", _("Wij allebei")), ("me", _("Ik")), ("other", visit.other_name)]
        for number in range(MOST_TRIES):
            self.fields[f"who_{number}"] = WhoField(
                label=_("Wie doet dit?"),
                choices=choices,
                initial="both",
                widget=forms.RadioSelect,
                error_messages={"invalid_choice": _("Kies wie dit doet.")},
            )
        if attempt:
            self.initial = self._from(attempt)
        elif begin:
            self.initial = self._from_disagreement(begin)

    def rows(self) -> list[tuple[BoundField, BoundField]]:
        """What to try beside who does it."""
        return [(self[f"try_{number}"], self[f"who_{number}"]) for number in range(MOST_TRIES)]

    def terms(self) -> Terms:
        """The proposal as it is kept."""
        data = self.cleaned_data
        positions = {"me": self.visit.party.position, "other": self.visit.other_party.position}
        tries = [(data[f"try_{n}"], positions.get(data[f"who_{n}"])) for n in range(MOST_TRIES) if data[f"try_{n}"]]
        return Terms(data["stuck"], tries, data["look_back_on"])

    def _from_disagreement(self, view: ConflictView) -> dict[str, Any]:
        """What both said they would do about it, as far as it fits."""
        names = {None: "both", self.visit.party.pk: "me"}
        found: dict[str, Any] = {"stuck": view.conflict.subject}
        for number, one in enumerate([one for one in view.agreed if one.does][:MOST_TRIES]):
            found |= {f"try_{number}": one.words, f"who_{number}": names.get(one.who_id, "other")}
        return found

    def _from(self, attempt: RepairAttempt) -> dict[str, Any]:
        names = {None: "both", self.visit.party.position: "me"}
        found: dict[str, Any] = {"stuck": attempt.stuck}
        if attempt.look_back_on > self.today:
            found["look_back_on"] = attempt.look_back_on
        for number, row in enumerate(attempt.tries):
            found |= {f"try_{number}": row["text"], f"who_{number}": names.get(row["who"], "other")}
        return found


class OwnAttemptForm(_TriesForm):
    """The same for herself."""

    labels = OWN_LABELS

    def __init__(self, *args: Any, today: date, attempt: OwnAttempt | None, **kwargs: Any) -> None:
        super().__init__(*args, today=today, **kwargs)
        self.fields["look_back_on"].label = _("Wanneer kijk je terug?")
        for number in range(MOST_TRIES):
            self.fields[f"try_{number}"].help_text = ""
        if attempt:
            self.initial = {f"try_{number}": text for number, text in enumerate(attempt.tries)}
            self.initial["stuck"] = attempt.stuck
            if attempt.look_back_on > today:
                self.initial["look_back_on"] = attempt.look_back_on

    def rows(self) -> list[BoundField]:
        """What she tries."""
        return [self[f"try_{number}"] for number in range(MOST_TRIES)]

    def tries(self) -> list[str]:
        """What she filled in, in order."""
        return [text for n in range(MOST_TRIES) if (text := self.cleaned_data[f"try_{n}"])]


class SaidForm(forms.Form):
    """How is it now? One answer; why and what helped may stay open. In a draft (only kept) all may stay open."""

    said = forms.ChoiceField(
        label=_("Hoe is het nu?"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Kies een van de drie antwoorden."),
            "invalid_choice": _("Kies een van de drie antwoorden."),
        },
    )
    why = words(_("Waarom? In één zin"), SHORT, hint=_("Begin met ‘ik’. Het mag ook leeg blijven."), rows=2)
    helped = words(_("Wat hielp?"), SHORT, hint=_("Ook als het klein was."), rows=2)

    def __init__(self, *args: Any, kept: Mapping[str, Any], is_draft: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial = dict(kept)
        self.hints = {one["id"]: one["hint"] for one in repair_texts()["answers"]}
        said = self.fields["said"]
        assert isinstance(said, forms.ChoiceField)
        said.choices = [(one["id"], one["label"]) for one in repair_texts()["answers"]]
        said.required = not is_draft

    def answers(self) -> dict[str, str]:
        """What she said, as it is kept."""
        return {name: self.cleaned_data[name] for name in ("said", "why", "helped")}
