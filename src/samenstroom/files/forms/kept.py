"""Bringing a file: hostile until its content was looked at."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from samenstroom.files.kinds import MOST_BYTES, Kind, kind_of
from samenstroom.files.queries.kept import Room
from samenstroom.rules.visibility import Circle

MOST_OF_A_NAME = 120


class FileForm(forms.Form):
    """One file, and who sees it; without a pocket everything is shared."""

    file = forms.FileField(
        label=_("Welk bestand?"),
        help_text=_("PDF, Word, Excel, OpenDocument, een foto of platte tekst. Hooguit 10 MB."),
        error_messages={
            "required": _("Kies het bestand dat je wilt bewaren."),
            "empty": _("Dit bestand is leeg. Kies een ander bestand."),
            "max_length": _("De naam van dit bestand is te lang."),
        },
    )
    circle = forms.ChoiceField(
        label=_("Wie ziet dit bestand?"),
        choices=((Circle.SHARED.value, _("Van ons samen")), (Circle.PRIVATE.value, _("Alleen voor mij"))),
        initial=Circle.SHARED.value,
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), _("Kies wie dit ziet.")),
    )

    def __init__(self, *args: Any, may_be_private: bool, room: Room, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.room, self.content = room, b""
        if not may_be_private:
            del self.fields["circle"]

    def clean_file(self) -> UploadedFile[bytes]:
        """Its size is looked at before its content, its content before its name."""
        file: UploadedFile[bytes] = self.cleaned_data["file"]
        if (file.size or 0) > MOST_BYTES:
            raise forms.ValidationError(_("Dit bestand is groter dan 10 MB. Maak het kleiner, of bewaar een link."))
        if (file.size or 0) > self.room.bytes or not self.room.files:
            raise forms.ValidationError(_("Jouw ruimte bij deze samenwerking is vol. Haal eerst een bestand weg."))
        self.content = file.read(MOST_BYTES + 1)
        self.kind = kind_of(self.content)
        if self.kind is None:
            raise forms.ValidationError(
                _("Dit soort bestand bewaren we niet. Kies een PDF, Word, Excel, een foto of platte tekst.")
            )
        return file

    def kept(self) -> tuple[Circle, str, Kind, bytes]:
        """Who sees it, under which name, what it is and its content."""
        assert self.kind is not None
        circle = Circle(self.cleaned_data.get("circle", Circle.SHARED.value))
        return circle, safe_name(self.cleaned_data["file"].name or "", self.kind), self.kind, self.content


def safe_name(name: str, kind: Kind) -> str:
    """The name without folders or control characters, and with the ending that fits what it is."""
    last = PurePosixPath(name.replace("\\", "/")).name
    plain = "".join(mark for mark in last if mark.isprintable()).strip(" .")
    stem = plain.rsplit(".", 1)[0] if "." in plain else plain
    endings = {".jpg", ".jpeg"} if kind.ending == ".jpg" else {kind.ending}
    if kind.ending == ".txt":
        endings |= {".csv", ".md", ".ics"}
    given = "." + plain.rsplit(".", 1)[1].lower() if "." in plain else ""
    ending = given if given in endings else kind.ending
    return (stem[: MOST_OF_A_NAME - len(ending)].strip() or "bestand") + ending
