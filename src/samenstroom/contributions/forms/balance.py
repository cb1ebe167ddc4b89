"""The two steps of looking at the balance: first the other's work, then one's own part."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samenstroom.collaborations.visits import Visit
from samenstroom.contributions.wording.balance import share_choices


class NamedForm(forms.Form):
    """What the other does."""

    named = forms.CharField(
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={
            "required": gettext_lazy("Noem minstens één ding. Klein mag ook."),
            "max_length": gettext_lazy("Dit is wat lang. Maak er maximaal 2000 tekens van."),
        },
    )

    def __init__(self, *args: Any, visit: Visit, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        words = {"name": visit.other_name}
        self.fields["named"].label = _("Wat doet %(name)s allemaal?") % words
        self.fields["named"].help_text = _("Ook wat je niet ziet: uitzoeken, meedenken, wachten, contact.")


class ShareForm(forms.Form):
    """One's own part, in steps of ten."""

    share = forms.TypedChoiceField(
        coerce=int,
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), gettext_lazy("Kies wat er het dichtst bij komt.")),
    )

    def __init__(self, *args: Any, visit: Visit, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        field = self.fields["share"]
        assert isinstance(field, forms.ChoiceField)
        field.label = _("Hoeveel van al het werk doe jij?")
        field.choices = share_choices(visit)
