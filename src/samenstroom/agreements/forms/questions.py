"""The first questions of an agreement that are no terms: who the two are, and what the work is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samenstroom.collaborations.forms import NOTE_MAX, TOO_LONG

NAME_MAX, SCOPE_MAX = 160, 3000
SIDES = ("provider", "client")


def _line(label: Any, hint: Any = "", *, required: bool = False, needs: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label, help_text=hint, required=required, max_length=NAME_MAX,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"max_length": _("Dit is wat lang. Maak er maximaal 160 tekens van."), "required": needs},
    )  # fmt: skip


class PartiesForm(forms.Form):
    """Who does the work, and how each of the two is called in the agreement. `my` and `their` fields, not roles."""

    provider = forms.ChoiceField(
        label=_("Wie doet het werk?"), widget=forms.RadioSelect,
        error_messages={"required": _("Kies wie het werk doet."), "invalid_choice": _("Kies wie het werk doet.")},
    )  # fmt: skip
    my_name = _line(_("Hoe heet jij in de overeenkomst?"), _("Je naam, of die van je bedrijf."), required=True,
                    needs=_("Vul je naam in."))  # fmt: skip
    my_represented_by = _line(_("Wie tekent er voor jouw kant?"), _("Alleen nodig als je een bedrijf invulde."))
    my_address = _line(_("Jouw adres"))
    their_name = _line(
        _("Hoe heet de ander in de overeenkomst?"), required=True, needs=_("Vul de naam van de ander in.")
    )
    their_represented_by = _line(_("Wie tekent er voor de andere kant?"))
    their_address = _line(_("Het adres van de ander"))

    def __init__(
        self, *args: Any, content: Mapping[str, Any], provider: str, other_name: str, asks_who: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        mine, theirs = SIDES if provider == "me" else SIDES[::-1]
        for field, side in (("my", mine), ("their", theirs)):
            for part in ("name", "represented_by", "address"):
                self.initial[f"{field}_{part}"] = content["parties"][side].get(part, "")
        self.initial["provider"] = provider
        self.fields["provider"].choices = [("me", _("Ik")), ("other", other_name)]  # type: ignore[attr-defined]
        if not asks_who:
            del self.fields["provider"]

    def names(self, whose: str) -> dict[str, str]:
        """`name`, `represented_by` and `address` of `my` or `their` side."""
        return {part: self.cleaned_data[f"{whose}_{part}"] for part in ("name", "represented_by", "address")}


class ScopeForm(forms.Form):
    """What is done, and what is not, in their own words: one line per thing."""

    done = forms.CharField(
        label=_("Wat hoort erbij?"), help_text=_("Zet elke taak of elk resultaat op een eigen regel."), required=False,
        max_length=SCOPE_MAX, widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"max_length": _("Dit is wat lang. Maak er maximaal 3000 tekens van.")},
    )  # fmt: skip
    not_done = forms.CharField(
        label=_("Wat hoort er niet bij?"), help_text=_("Zo voorkom je dat het werk ongemerkt groeit."), required=False,
        max_length=NOTE_MAX, widget=forms.Textarea(attrs={"rows": 3}), error_messages={"max_length": TOO_LONG},
    )  # fmt: skip


class OwnClauseForm(forms.Form):
    """A clause they write themselves."""

    title = _line(_("Waar gaat het over?"), required=True, needs=_("Geef deze bepaling een korte naam."))
    text = forms.CharField(
        label=_("Wat spreken jullie af?"), max_length=6000, widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Schrijf het zo dat iemand anders het ook begrijpt."),
        error_messages={
            "required": _("Schrijf op wat jullie afspreken."),
            "max_length": _("Dit is wat lang. Maak er maximaal 6000 tekens van."),
        },
    )  # fmt: skip


class CharterForm(forms.Form):
    """How they want to treat each other: sentences to tick, and one line each for their own."""

    chosen = forms.MultipleChoiceField(
        label=_("Kies wat bij jullie past"), required=False, widget=forms.CheckboxSelectMultiple
    )
    own = forms.CharField(
        label=_("Jullie eigen zinnen"), help_text=_("Zet elke zin op een eigen regel."), required=False,
        max_length=NOTE_MAX, widget=forms.Textarea(attrs={"rows": 4}), error_messages={"max_length": TOO_LONG},
    )  # fmt: skip

    def __init__(self, *args: Any, offered: tuple[str, ...], charter: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offered = offered
        self.fields["chosen"].choices = [(one, one) for one in offered]  # type: ignore[attr-defined]
        self.initial = {
            "chosen": [one for one in charter if one in offered],
            "own": "\n".join(one for one in charter if one not in offered),
        }

    def charter(self) -> list[str]:
        """The sentences as they stand in the document, each once."""
        own = [one.strip() for one in self.cleaned_data["own"].splitlines() if one.strip()]
        return list(dict.fromkeys([*(one for one in self.offered if one in self.cleaned_data["chosen"]), *own]))


class AsideForm(forms.Form):
    """Why a remark of the check does not matter here."""

    reason = forms.CharField(
        label=_("Waarom past dit hier niet?"), help_text=_("Alleen jij leest dit terug."), max_length=NOTE_MAX,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Schrijf kort waarom, dan weet je het later nog."), "max_length": TOO_LONG},
    )  # fmt: skip


class AgreementFileForm(forms.Form):
    """A file with an open agreement document."""

    file = forms.FileField(
        label=_("Welk bestand?"), help_text=_("Een overeenkomst die uit Samenstroom kwam, eindigend op .json."),
        error_messages={
            "required": _("Kies eerst een bestand."), "empty": _("Dit bestand is leeg."),
            "invalid": _("Kies eerst een bestand."),
        },
    )  # fmt: skip

    def clean_file(self) -> bytes:
        """The bytes; whether it is an agreement is not judged here."""
        file = self.cleaned_data["file"]
        if file.size > 1_000_000:
            raise forms.ValidationError(_("Dit bestand is te groot voor een overeenkomst."))
        return bytes(file.read())
