"""Forms of the lists of a start; parsed the same for every door."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samenstroom.collaborations.forms import DayField
from samenstroom.collaborations.models import Party
from samenstroom.collaborations.visits import Visit
from samenstroom.kit import clock
from samenstroom.planning.actions.start_lists import EntryTerms
from samenstroom.planning.models import StartEntry
from samenstroom.planning.wording.start_lists import start_texts
from samenstroom.rules.start_lists import looks_like_a_secret

WHAT, WORDS = 200, 1000
SECRET = _("Zet hier geen wachtwoord of code. Schrijf alleen waar het staat, bijvoorbeeld in de kluis van Noor.")


def line(*, required: bool = False, most: int = WHAT) -> forms.CharField:
    """A short field of one line."""
    return forms.CharField(
        required=required,
        max_length=most,
        error_messages={
            "required": _("Vul hier iets in, al is het één woord."),
            "max_length": _("Dit is wat lang. Maak er maximaal %(n)s tekens van.") % {"n": most},
        },
    )


class EntryForm(forms.Form):
    """What all lists share: what it is, and whose it is."""

    what = line(required=True)
    owner = forms.ChoiceField(
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), _("Kies wie dat is.")),
    )
    named: tuple[str, ...] = ()

    def __init__(self, *args: Any, visit: Visit, kind: str, entry: StartEntry | None = None, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.visit, self.today, texts = visit, clock.day_of(visit.now), start_texts(kind)
        self._choices("owner", [("me", _("Ik")), ("other", visit.other_name), ("both", _("Samen"))])
        for name, field in self.fields.items():
            field.label, field.help_text = texts["labels"][name], texts["hints"].get(name, "")
        self.initial = {"owner": "both"} | (self._kept(entry) if entry else {})

    def _choices(self, name: str, choices: Sequence[tuple[str, Any]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = list(choices)

    def _kept(self, entry: StartEntry) -> dict[str, Any]:
        mine = {self.visit.party.pk: "me", self.visit.other_party.pk: "other"}
        owner = mine.get(entry.owner_id, "both") if entry.owner_id else "both"
        return {**entry.content, "owner": owner, "due_on": entry.due_on}

    def clean(self) -> dict[str, Any]:
        """No field of a list takes a secret itself."""
        data = super().clean() or {}
        for name, value in list(data.items()):
            if isinstance(value, str) and name not in ("owner", "holder") and looks_like_a_secret(value):
                self.add_error(name, SECRET)
        return data

    def terms(self) -> EntryTerms:
        """What is kept."""
        given = self.cleaned_data
        sides: Mapping[str, Party] = {"me": self.visit.party, "other": self.visit.other_party}
        content = {name: given[name] for name in ("what", *self.named)}
        return EntryTerms(content, sides.get(given["owner"]), given.get("due_on"))


class AccessForm(EntryForm):
    """Which account, whose, who can get in, where the secret is kept, how it goes back, who steps in."""

    holder = forms.ChoiceField(
        widget=forms.RadioSelect, error_messages=dict.fromkeys(("required", "invalid_choice"), _("Kies wie erin kan."))
    )
    where = line(most=WORDS)
    back = line(most=WORDS)
    backup = line()
    named = ("where", "back", "backup", "holder")

    def __init__(self, *args: Any, visit: Visit, **kwargs: Any) -> None:
        super().__init__(*args, visit=visit, **kwargs)
        mine, theirs = ("first", "second") if visit.party.position == 1 else ("second", "first")
        self._choices("holder", [(mine, _("Ik")), (theirs, visit.other_name), ("both", _("Allebei"))])
        self.initial.setdefault("holder", "both")


class ReadyForm(EntryForm):
    """What has to be ready, who sees to it, and by when."""

    due_on = DayField(required=False)

    def clean_due_on(self) -> date | None:
        day: date | None = self.cleaned_data["due_on"]
        if day and abs(day - self.today) > timedelta(days=3 * 366):
            raise forms.ValidationError(_("Kies een datum binnen drie jaar."))
        return day


class RiskForm(EntryForm):
    """What could go wrong, how it is noticed, what is done then, and who watches it."""

    sign = line(most=WORDS)
    measure = line(most=WORDS)
    named = ("sign", "measure")


FORMS: Mapping[str, type[EntryForm]] = {"access": AccessForm, "ready": ReadyForm, "risk": RiskForm}


class IdeasForm(forms.Form):
    """Ideas to put on a list at once."""

    picked = forms.MultipleChoiceField(
        label=_("Wat hoort erbij?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Kies iets wat erbij hoort."), "invalid_choice": _("Kies iets uit de lijst.")},
    )

    def __init__(self, *args: Any, ideas: Sequence[str], **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        field = self.fields["picked"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(idea, idea) for idea in ideas]
