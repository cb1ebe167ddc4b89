"""Making a connection: a name, what it may do, where, and how long."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samenstroom.collaborations.visits import Visit
from samenstroom.connections.actions.connections import Terms
from samenstroom.connections.labels import Scope

ALL, SOME = "all", "some"
DAYS = (("30", _("Een maand")), ("90", _("Drie maanden")), ("365", _("Een jaar")))
SHARED, PRIVATE = (Scope.SHARED_READ, Scope.SHARED_WRITE), (Scope.PRIVATE_READ, Scope.PRIVATE_WRITE)


class ConnectionForm(forms.Form):
    """What she allows a program of hers."""

    name = forms.CharField(
        label=_("Hoe noem je deze koppeling?"),
        max_length=60,
        help_text=_("Bijvoorbeeld het programma dat hem gebruikt."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={
            "required": _("Geef de koppeling een naam."),
            "max_length": _("Dit is wat lang. Maak er maximaal 60 tekens van."),
        },
    )
    shared = forms.MultipleChoiceField(
        label=_("Van ons samen: wat mag deze koppeling?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[(one.value, one.label) for one in SHARED],
    )
    private = forms.MultipleChoiceField(
        label=_("Alleen voor mij: wat mag deze koppeling?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Staat uit, tenzij jij het aanzet."),
        choices=[(one.value, one.label) for one in PRIVATE],
    )
    reach = forms.ChoiceField(
        label=_("Voor welke samenwerkingen?"),
        widget=forms.RadioSelect,
        choices=[(ALL, _("Alle, ook die er nog bij komen")), (SOME, _("Alleen de samenwerkingen die ik kies"))],
        error_messages={"required": _("Kies voor welke samenwerkingen.")},
    )
    tables = forms.MultipleChoiceField(
        label=_("Welke?"), required=False, widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    days = forms.TypedChoiceField(
        label=_("Hoe lang werkt hij?"),
        coerce=int,
        choices=DAYS,
        initial="90",
        help_text=_("Je trekt hem eerder in wanneer je wilt."),
        error_messages={"required": _("Kies hoe lang."), "invalid_choice": _("Kies een van de genoemde termijnen.")},
    )

    def __init__(self, *args: Any, visits: Sequence[Visit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial = {"shared": [Scope.SHARED_READ.value], "reach": ALL, "days": "90"}
        tables = self.fields["tables"]
        assert isinstance(tables, forms.MultipleChoiceField)
        tables.choices = [(one.collaboration.public_id, one.collaboration.name) for one in visits]
        if not visits:
            del self.fields["tables"], self.fields["reach"]

    def clean(self) -> dict[str, Any]:
        """It may do at least one thing, somewhere."""
        data = super().clean() or {}
        if not (data.get("shared") or data.get("private") or self.errors):
            self.add_error("shared", _("Kies minstens één ding dat deze koppeling mag."))
        if data.get("reach") == SOME and not data.get("tables") and "tables" not in self.errors:
            self.add_error("tables", _("Kies minstens één samenwerking."))
        return data

    def terms(self) -> Terms:
        """What she allows, as it is kept."""
        data = self.cleaned_data
        scopes = [Scope(one) for one in (*data["shared"], *data["private"])]
        tables = data["tables"] if data.get("reach") == SOME else None
        return Terms(name=data["name"], scopes=scopes, tables=tables, days=data["days"])
