"""Files that were kept: section -> how they stand there, with what is in them."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from samenstroom.accounts.models import Person
from samenstroom.files import storage
from samenstroom.files.kinds import MOST_BYTES, kind_of
from samenstroom.files.models import KeptFile
from samenstroom.rules.visibility import Circle

from .kept import Beside, Drafted, Kept, Row
from .problem import DossierError

if TYPE_CHECKING:
    from .importing import Table

LINE = 16_000
"""Characters of one line of content: below the longest text of a document."""


def _content_out(kept: KeptFile) -> list[str]:
    """What is in it, in base64 (RFC 4648), cut into lines; nothing for a file that was taken away."""
    if kept.removed_at is not None:
        return []
    try:
        told = base64.b64encode(storage.read(kept.public_id)).decode("ascii")
    except storage.FileGoneError:
        return []
    return [told[at : at + LINE] for at in range(0, len(told), LINE)]


def _content_back(kept: KeptFile, lines: Sequence[str]) -> None:
    """Keep the content under the name of its new row. It is looked at again: what it is, how large, and its mark."""
    try:
        content = base64.b64decode("".join(lines), validate=True)
    except (binascii.Error, ValueError):
        raise DossierError("section_data", ("kept_files",), section="kept_files") from None
    kind = kind_of(content)
    if len(content) > MOST_BYTES or kind is None:
        raise DossierError("section_data", ("kept_files",), section="kept_files")
    kept.media_type, kept.size = kind.media_type, len(content)
    kept.sha256 = storage.fingerprint(content)
    storage.write(kept.public_id, content)


def _owner(told: Row, table: Table) -> Person | None:
    """Whose it is: a private file is only in the file of who kept it."""
    if told.get("circle") == Circle.PRIVATE.value:
        return table.person
    return table.person_of(str(told["by"])) if "by" in told else None


FILES: Mapping[str, Kept] = {
    "kept_files": Kept(
        KeptFile,
        ("circle", "name", "media_type", "size", "sha256", "kept_at", "removed_at"),
        ("kept_at", "pk"),
        letter="f",
        names={"seat": "by"},
        seats=("seat",),
        drafted=Drafted(lambda kept: kept.circle == Circle.SHARED.value, lambda _kept: (), _owner),
        beside={"content": Beside(_content_out, _content_back)},
    ),
}
