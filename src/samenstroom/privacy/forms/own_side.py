"""The form with which somebody erases her own side of one collaboration."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class EraseOwnForm(forms.Form):
    """Whether an outline stays. Nothing is chosen beforehand: it is hers to say, also when she says no."""

    outline = forms.ChoiceField(
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), _("Kies ja of nee. Er is nog niets gewist.")),
    )

    def __init__(self, *args: Any, texts: Mapping[str, Any], asks_outline: bool, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        if not asks_outline:
            del self.fields["outline"]
            return
        field = self.fields["outline"]
        assert isinstance(field, forms.ChoiceField)
        field.label = texts["outline_choice"]
        field.choices = [("yes", texts["outline_yes"]), ("no", texts["outline_no"])]

    @property
    def keeps_outline(self) -> bool:
        """Whether she said yes."""
        return self.cleaned_data.get("outline") == "yes"
