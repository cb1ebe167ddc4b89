"""Forms of the page "Zo werk ik"."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samenstroom.profiles.models import WorkPage
from samenstroom.profiles.wording.work_page import Draft
from samenstroom.rules.page_names import LONGEST, SHORTEST, page_name_fault, tidied

from .profile import LONG, words

NAME_FAULTS = {
    "short": _("Maak de naam minstens drie tekens lang."),
    "long": _("Maak de naam hooguit veertig tekens lang."),
    "signs": _("Gebruik alleen kleine letters, cijfers en streepjes, bijvoorbeeld noor-jansen."),
    "reserved": _("Deze naam houden we vrij. Kies een andere, bijvoorbeeld je eigen naam."),
}
assert (SHORTEST, LONGEST) == (3, 40), "the sentences say these numbers in words"
TAKEN = _("Deze naam is al van iemand anders. Zet er bijvoorbeeld je vak achter.")


class PiecesForm(forms.Form):
    """What is on the page: parts and boundaries, one by one."""

    parts = forms.MultipleChoiceField(label=_("Uit je profiel"), required=False, widget=forms.CheckboxSelectMultiple)
    boundaries = forms.MultipleChoiceField(
        label=_("Uit je grenzen"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, draft: Draft, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("parts", "boundaries"):
            pieces = [one for one in draft.pieces if one.is_boundary == (name == "boundaries")]
            field = self.fields[name]
            assert isinstance(field, forms.MultipleChoiceField)
            field.choices = [(one.id, one.title) for one in pieces]
            self.initial[name] = [one.id for one in pieces if one.is_chosen]
            if not pieces:
                del self.fields[name]

    def pieces(self) -> list[str]:
        """The ids of what she chose."""
        return [one for name in self.fields for one in self.cleaned_data[name]]


class WordingForm(forms.Form):
    """One piece in words for the page."""

    text = words(_("Dit komt op je pagina"), _("Leeg laten mag. Dan volgt deze tekst je profiel weer."), most=LONG)


class IntroductionForm(forms.Form):
    """Who she is, in a few words, and in which language the page is."""

    name = forms.CharField(
        label=_("Welke naam staat erboven?"),
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={
            "required": _("Vul de naam in die boven je pagina komt."),
            "max_length": _("Dit is wat lang. Maak er maximaal 80 tekens van."),
        },
    )
    introduction = words(
        _("Een paar woorden vooraf"), _("Wie ben je, en voor wie is deze pagina? Zet er ook bij hoe iemand je bereikt.")
    )
    language = forms.ChoiceField(
        label=_("In welke taal is je pagina?"),
        choices=[("nl", "Nederlands"), ("en", "English")],
        widget=forms.RadioSelect,
    )


class OnlineForm(forms.Form):
    """Who can find the page, and under which name."""

    reach = forms.ChoiceField(
        label=_("Wie kan je pagina lezen?"),
        choices=[
            (WorkPage.Reach.LINK.value, _("Wie de link van mij krijgt")),
            (WorkPage.Reach.PUBLIC.value, _("Iedereen")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wie je pagina kan lezen.")},
    )
    slug = forms.CharField(
        label=_("De naam in het adres"),
        max_length=200,
        widget=forms.TextInput(attrs={"autocapitalize": "none", "autocomplete": "off", "spellcheck": "false"}),
        error_messages={
            "required": _("Kies een naam voor in het adres, bijvoorbeeld noor-jansen."),
            "max_length": NAME_FAULTS["long"],
        },
    )
    findable = forms.BooleanField(label=_("Zoekmachines mogen mijn pagina vinden"), required=False)

    def clean(self) -> dict[str, Any]:
        """A public page needs a name that can be used; with a link only there is no name, and nothing to find."""
        data = super().clean() or {}
        if data.get("reach") != WorkPage.Reach.PUBLIC.value:
            self.errors.pop("slug", None)
            return data | {"slug": "", "findable": False}
        if "slug" not in self.errors:
            data["slug"] = tidied(data["slug"])
            if found := page_name_fault(data["slug"]):
                self.add_error("slug", NAME_FAULTS[found])
        return data
