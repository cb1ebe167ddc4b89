"""Bringing a text of an agreement: pasted, or as a file that is read and not kept."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from samenstroom.kit.texts.reading import MOST_BYTES, MOST_CHARACTERS, NotReadError, text_of_file, tidy

MUCH = _("Dit is te veel tekst voor één overeenkomst. Plak alleen de overeenkomst zelf, hooguit zestig pagina’s.")
WHY_NOT = {
    "empty": _("Hier staan geen woorden in. Kies een ander bestand, of plak de tekst."),
    "too_large": _("Dit bestand is groter dan 10 MB. Maak het kleiner, of plak de tekst."),
    "kind": _("Dit soort bestand lezen we niet. Kies een pdf, Word (docx) of platte tekst, of plak de tekst."),
    "locked": _("Dit bestand zit op slot met een wachtwoord. Bewaar het zonder wachtwoord, of plak de tekst."),
    "broken": _("Dit bestand is beschadigd. Bewaar het opnieuw, of plak de tekst."),
    "too_many_pages": _("Dit bestand heeft meer dan 200 pagina’s. Kies alleen de overeenkomst zelf."),
    "too_much_text": MUCH,
    "no_words": _("Dit is een foto van een tekst: er staan geen letters in die we kunnen lezen. Plak de tekst."),
    "too_heavy": _("Dit bestand vraagt te veel om te lezen. Bewaar het als gewone pdf, of plak de tekst."),
    "busy": _("Er worden net meer bestanden gelezen. Probeer het over een minuut nog eens."),
}
"""Why a file was not read, by the code of the reader."""


class ReadingForm(forms.Form):
    """One of the two. The file is read and judged, and kept nowhere."""

    text = forms.CharField(
        label=_("Plak hier de tekst"), required=False, strip=False,
        widget=forms.Textarea(attrs={"rows": 10, "autocomplete": "off", "spellcheck": "false"}),
    )  # fmt: skip
    file = forms.FileField(
        label=_("Of kies een bestand"), required=False, allow_empty_file=True,
        help_text=_("Een pdf, Word (docx) of platte tekst. Hooguit 10 MB. We bewaren het bestand niet."),
        widget=forms.FileInput(attrs={"accept": ".pdf,.docx,.txt,application/pdf,text/plain"}),
        error_messages={"max_length": _("De naam van dit bestand is te lang."), "invalid": _("Kies het opnieuw.")},
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.read = ""

    def clean_text(self) -> str:
        text = str(self.cleaned_data["text"])
        if not text.strip():
            return ""
        if len(text) > 2 * MOST_CHARACTERS:
            raise forms.ValidationError(MUCH)
        try:
            return tidy(text)
        except NotReadError as error:
            raise forms.ValidationError(WHY_NOT[error.code]) from None

    def clean_file(self) -> UploadedFile[bytes] | None:
        """Its size is looked at before its content; the content is read in a process of its own."""
        file: UploadedFile[bytes] | None = self.cleaned_data["file"]
        if not file:
            return None
        try:
            if (file.size or 0) > MOST_BYTES:
                raise NotReadError("too_large")
            self.read = text_of_file(file.read(MOST_BYTES + 1))
        except NotReadError as error:
            raise forms.ValidationError(WHY_NOT[error.code]) from None
        return file

    def clean(self) -> dict[str, Any]:
        """A file goes before a pasted text, which may still be there from before."""
        found: dict[str, Any] = super().clean() or {}
        self.read = self.read or found.get("text", "")
        if not self.errors and not self.read:
            self.add_error("text", _("Plak de tekst van de overeenkomst, of kies een bestand."))
        return found
