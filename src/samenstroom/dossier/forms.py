"""The form to bring a dossier."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from samenstroom.kit.language import language

from .problem import DossierError
from .reading import MOST_BYTES
from .wording import fault_text


class ImportForm(forms.Form):
    """A file, and who she is in it when the file does not say so."""

    file = forms.FileField(
        label=_("Welk bestand?"),
        help_text=_("Een dossier dat je eerder meenam. Het eindigt op .json."),
        widget=forms.ClearableFileInput(attrs={"accept": ".json,application/json"}),
        error_messages={
            "required": _("Kies het bestand dat je wilt inlezen."),
            "empty": _("Dit bestand is leeg. Kies een ander bestand."),
        },
    )
    name = forms.CharField(
        label=_("Hoe heet jij in dit dossier?"),
        required=False,
        max_length=80,
        help_text=_("Alleen nodig als het niet voor jou is gemaakt."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)

    def clean_file(self) -> UploadedFile[bytes]:
        """Its size is looked at before its content."""
        file: UploadedFile[bytes] = self.cleaned_data["file"]
        if (file.size or 0) > MOST_BYTES:
            error = DossierError("too_large", most=MOST_BYTES // 1_000_000)
            raise forms.ValidationError(fault_text(error, language()))
        return file
