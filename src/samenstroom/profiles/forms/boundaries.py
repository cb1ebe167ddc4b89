"""The form of a boundary."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samenstroom.profiles.wording.boundaries import boundary_topics

from .profile import words as own_words


class BoundaryForm(forms.Form):
    """What it is about, what it says, and why."""

    topic = forms.ChoiceField(
        label=_("Waar gaat het over?"),
        error_messages={
            "required": _("Kies waar deze grens over gaat."),
            "invalid_choice": _("Kies waar deze grens over gaat."),
        },
    )
    words = own_words(
        _("Mijn grens"), _("Eén zin is genoeg. Begin met ‘ik’ of met wat er gebeurt."), required=True, rows=2, most=300
    )
    why = own_words(_("Waarom is dit een grens?"), _("Voor jezelf, als iemand je erom vraagt."), rows=3, most=2000)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["topic"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(one["id"], one["label"]) for one in boundary_topics()]
