"""Thanking, a testimonial, staying in touch, and how it was; parsed the same for every door."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samenstroom.collaborations.forms import DayField
from samenstroom.farewell.wording.endings import ending_texts

from .endings import words_field


class NoteForm(forms.Form):
    """A thank-you note in the making."""

    draft = words_field(_("Wat wil je zeggen?"), 3000, required=True, rows=5)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["draft"].help_text = ending_texts()["thanks"]["note_hint"]


class TestimonialForm(forms.Form):
    """A testimonial in the making."""

    draft = words_field(_("Jouw woorden"), 1500, required=True, rows=5)

    def __init__(self, *args: Any, other_name: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["draft"].help_text = ending_texts()["thanks"]["testimonial_hint"].format(name=other_name)


class ReleaseForm(forms.Form):
    """Where the words may be used."""

    is_public = forms.ChoiceField(
        label=_("Waar mag het staan?"),
        choices=[("no", _("Alleen in een gesprek of een offerte")), ("yes", _("Overal, ook op een website"))],
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), _("Kies waar het mag staan.")),
    )
    with_name = forms.ChoiceField(
        label=_("Met je naam erbij?"),
        choices=[("no", _("Zonder naam")), ("yes", _("Met mijn naam"))],
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), _("Kies met of zonder naam.")),
    )


class TouchForm(forms.Form):
    """A sentence and a day, only for herself."""

    words = words_field(_("Wat wil je laten horen, of waar let je op?"), 500, rows=2)
    remind_on = DayField(
        label=_("Op welke dag zeggen we het je?"), required=False, help_text=_("Eén keer, op Vandaag. Leeg mag ook.")
    )


class QuestionsForm(forms.Form):
    """How it was; everything may stay open."""

    def __init__(
        self, *args: Any, questions: Sequence[Mapping[str, Any]], kept: Mapping[str, Any], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        for one in questions:
            self.fields[one["id"]] = forms.ChoiceField(
                label=one["label"],
                choices=[*((option["id"], option["label"]) for option in one["options"]), ("", _("Laat ik open"))],
                required=False,
                initial=kept.get(one["id"], ""),
                widget=forms.RadioSelect,
            )

    def answers(self) -> dict[str, str]:
        """What was said, also what was left open."""
        return {name: self.cleaned_data[name] for name in self.fields}
