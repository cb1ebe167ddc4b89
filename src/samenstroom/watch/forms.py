"""Forms about findings."""

from django import forms
from django.utils.translation import gettext_lazy as _


class SetAsideForm(forms.Form):
    """Why this finding may rest."""

    reason = forms.CharField(
        label=_("Waarom past dit niet?"),
        max_length=500,
        help_text=_("Eén zin is genoeg. Alleen jij leest dit."),
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={
            "required": _("Schrijf in een paar woorden waarom dit niet past."),
            "max_length": _("Dit is wat lang. Maak er maximaal 500 tekens van."),
        },
    )


class HelpedForm(forms.Form):
    """Did talking about it help?"""

    helped = forms.ChoiceField(
        label=_("Hielp het gesprek?"),
        choices=[("yes", _("Ja, het helpt")), ("partly", _("Een beetje")), ("no", _("Nog niet"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies een van de drie antwoorden.")},
    )
