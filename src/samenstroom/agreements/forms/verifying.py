"""Asking about a sealed file: the file itself, or its fingerprint."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samenstroom.agreements.verifying import LARGEST

HEX = re.compile(r"[0-9a-f]{64}")


class VerifyForm(forms.Form):
    """One of the two. The file is read and judged, and kept nowhere."""

    file = forms.FileField(
        label=gettext_lazy("De pdf"),
        required=False,
        allow_empty_file=True,
        help_text=gettext_lazy("We bewaren het bestand niet."),
        widget=forms.FileInput(attrs={"accept": "application/pdf,.pdf"}),
    )
    fingerprint = forms.CharField(
        label=gettext_lazy("Of de vingerafdruk van het bestand"),
        required=False,
        max_length=200,
        help_text=gettext_lazy("Dat zijn 64 tekens: cijfers en de letters a tot en met f."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}),
    )

    def clean_file(self) -> UploadedFile[bytes] | None:
        file: UploadedFile[bytes] | None = self.cleaned_data["file"]
        if file is not None and (file.size or 0) > LARGEST:
            raise forms.ValidationError(
                _("Dit bestand is te groot. Een overeenkomst van hier is nooit groter dan 10 MB.")
            )
        return file

    def clean_fingerprint(self) -> str:
        found = re.sub(r"[\s:]", "", str(self.cleaned_data["fingerprint"])).lower()
        if found and not HEX.fullmatch(found):
            raise forms.ValidationError(_("Dit is geen vingerafdruk. Kopieer alle 64 tekens."))
        return found

    def clean(self) -> dict[str, Any]:
        found: dict[str, Any] = super().clean() or {}
        if not self.errors and found.get("file") is None and not found.get("fingerprint"):
            self.add_error("file", _("Kies een pdf, of vul een vingerafdruk in."))
        return found
