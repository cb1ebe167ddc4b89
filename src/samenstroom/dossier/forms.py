"""The form to bring a dossier."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from samenstroom.kit.language import language

from .problem import DossierError
from .profile.reading import MOST_BYTES as MOST_OF_A_PROFILE
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
        return _not_too_large(self.cleaned_data["file"], MOST_BYTES)


class ProfileImportForm(forms.Form):
    """A file with a profile, and a yes when it takes the place of something."""

    file = forms.FileField(
        label=_("Welk bestand?"),
        help_text=_("Een profiel dat je eerder meenam. Het eindigt op .json."),
        widget=forms.ClearableFileInput(attrs={"accept": ".json,application/json"}),
        error_messages={
            "required": _("Kies het bestand dat je wilt inlezen."),
            "empty": _("Dit bestand is leeg. Kies een ander bestand."),
        },
    )
    replace = forms.BooleanField(
        label=_("Ja, vervang wat ik nu heb"),
        error_messages={"required": _("Zet hier een vinkje als het vervangen mag. Er is nog niets veranderd.")},
    )

    def __init__(self, *args: Any, replaces: bool, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        if not replaces:
            del self.fields["replace"]

    def clean_file(self) -> UploadedFile[bytes]:
        """Its size is looked at before its content."""
        return _not_too_large(self.cleaned_data["file"], MOST_OF_A_PROFILE)


def _not_too_large(file: UploadedFile[bytes], most: int) -> UploadedFile[bytes]:
    if (file.size or 0) > most:
        raise forms.ValidationError(fault_text(DossierError("too_large", most=most // 1_000_000), language()))
    return file
