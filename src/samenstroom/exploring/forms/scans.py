"""One question of a scan: what she answers, and a few words with it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samenstroom.exploring.wording.scan_questions import QuestionPage

LONGEST = 2000


class ScanAnswerForm(forms.Form):
    """Her answer to one question. Skipping is an answer too: she does not know yet."""

    given = forms.ChoiceField(
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies een antwoord. Weet je het nog niet? Dat kan ook.")},
    )
    note = forms.CharField(
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"max_length": _("Dit is wat lang. Maak er maximaal 2000 tekens van.")},
    )
    turn = forms.IntegerField(min_value=0, required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, page: QuestionPage, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial = dict(page.kept)
        given, note = self.fields["given"], self.fields["note"]
        assert isinstance(given, forms.ChoiceField)
        given.choices, given.label, given.help_text = page.choices, page.question, page.hint
        note.label, note.help_text = page.note_label, page.note_hint
        note.widget.attrs.pop("maxlength", None)  # a browser would cut off a pasted text without a word

    def clean_turn(self) -> int:
        """A page without its number is treated as the oldest: then no words get lost."""
        return self.cleaned_data["turn"] or 0
