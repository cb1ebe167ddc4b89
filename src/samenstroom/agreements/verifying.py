"""Is this file a paper of ours, exactly as it was sealed? A plain function over bytes; nothing is kept.

A file is hostile until its own bytes prove otherwise. So first the seal is taken out with two fixed patterns and judged
over the bytes around it. Only a file of which every byte was sealed here ever reaches a reader of PDF.
"""

from __future__ import annotations

import asyncio
import hashlib
import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from io import BytesIO

from asn1crypto import cms
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import async_validate_detached_cms, validate_pdf_signature
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from samenstroom.agreements.models import ListedPaper, SealedPaper
from samenstroom.kit.apart import apart

from .seal import SealKeys, seal_keys

LARGEST = 10 * 1024 * 1024
"""Bytes. A paper of ours is a hundredth of this."""
RANGE = re.compile(rb"/ByteRange \[(\d{1,9}) (\d{1,9}) (\d{1,9}) (\d{1,9})\s*\]")


class Verdict(StrEnum):
    """What we can say about a file."""

    GENUINE = "genuine"
    UNLISTED = "genuine_unlisted"
    CHANGED = "changed"
    NOT_OURS = "not_ours"
    DAMAGED = "damaged"

    @property
    def is_good(self) -> bool:
        """The seal is ours and fits every byte."""
        return self in (Verdict.GENUINE, Verdict.UNLISTED)


@dataclass(frozen=True)
class Finding:
    """The verdict, and what the holder of the file may know: its fingerprint, how many signed, and when.

    Of a paper that nobody signs, what sort of paper it is (`kind`) and when it was sealed.
    """

    verdict: Verdict
    sha256: str = ""
    signatures: int | None = None
    signed_at: datetime | None = None
    kind: str = ""
    sealed_at: datetime | None = None


@dataclass(frozen=True)
class _Seal:
    """A seal cut out of a file: the bytes of its signature with their padding, the bytes it should cover, and whether
    it lies in a file that has nothing else.
    """

    info: cms.ContentInfo
    raw: bytes
    covered: bytes
    is_whole: bool

    @property
    def signed(self) -> cms.SignedData:
        return self.info["content"]


def look_at(file: bytes) -> Finding:
    """What this file is. Never raises for what is in it.

    A listed fingerprint also vouches for a paper whose key this installation has lost.
    """
    sha256 = hashlib.sha256(file).hexdigest()
    if len(file) > LARGEST or not file.startswith(b"%PDF-") or b"%%EOF" not in file[-1024:]:
        return Finding(_broken(file), sha256)
    verdict, listed = _seal_on(file), _listed(sha256)
    if listed is None or verdict is Verdict.CHANGED:
        return Finding(verdict, sha256)
    return listed


def look_up(sha256: str) -> Finding:
    """What is known of a fingerprint somebody typed: a paper that was sealed here, or nothing."""
    return _listed(sha256) or Finding(Verdict.NOT_OURS, sha256)


def _listed(sha256: str) -> Finding | None:
    """By its hash alone, so only who holds the file (or its hash) can ask."""
    rows = SealedPaper.objects.filter(sha256=sha256, version__is_read_in=False).select_related("version")
    paper = rows.defer("version__content", "version__text").first()
    if paper is not None:
        return Finding(Verdict.GENUINE, sha256, paper.signatures, paper.version.signed_at)
    other = ListedPaper.objects.filter(sha256=sha256).first()
    return Finding(Verdict.GENUINE, sha256, kind=other.kind, sealed_at=other.sealed_at) if other else None


def _broken(file: bytes) -> Verdict:
    """A file with our seal in it that lost its beginning or its end was changed; anything else is damaged."""
    if len(file) > LARGEST:
        return Verdict.DAMAGED
    seal = _cut_out(file)
    return Verdict.CHANGED if seal and _maker(seal.signed) else Verdict.DAMAGED


def _seal_on(file: bytes) -> Verdict:
    seal = _cut_out(file)
    if seal is None:
        return Verdict.CHANGED if _mentions_us(file) else Verdict.NOT_OURS
    pair = _maker(seal.signed)
    if pair is None:
        return Verdict.CHANGED if _mentions_us(file) else Verdict.NOT_OURS
    is_right = seal.is_whole and _covers(seal, pair) and _is_right_inside(file, pair)
    return Verdict.UNLISTED if is_right else Verdict.CHANGED


def _cut_out(file: bytes) -> _Seal | None:
    """The one seal in a file; None when there is none, or none that can be read."""
    found = RANGE.findall(file)
    if not found:
        return None
    start, first, second, rest = (int(one) for one in found[-1])
    gap = file[first:second]
    try:
        raw = bytes.fromhex(gap[1:-1].decode("ascii"))
        info = cms.ContentInfo.load(raw)
        _ = info["content"]["signer_infos"][0]
    except Exception:  # whatever a broken seal makes the reader trip over: it is no seal
        return None
    is_plain = gap == b"<" + raw.hex().upper().encode() + b">"
    is_whole = len(found) == 1 and start == 0 and second + rest == len(file) and is_plain
    return _Seal(info, raw, file[:first] + file[second:], is_whole)


def _is_exact(seal: _Seal) -> bool:
    """The seal is spelled as we spell it, and the room behind it is empty: a signature covers neither."""
    written = seal.info.dump(force=True)
    return seal.raw == written + bytes(len(seal.raw) - len(written)) and _is_bare(seal.signed)


def _is_bare(signed: cms.SignedData) -> bool:
    """One signer, nothing hung on the seal that it does not cover, and the parts it does not cover as we write them."""
    plain = {"algorithm": "sha256", "parameters": None}
    one = signed["signer_infos"][0]
    return (
        len(signed["signer_infos"]) == 1
        and one["unsigned_attrs"].native is None
        and signed["crls"].native is None
        and signed["encap_content_info"].native == {"content_type": "data", "content": None}
        and [dict(each) for each in signed["digest_algorithms"].native] == [plain]
        and dict(one["digest_algorithm"].native) == plain
        and dict(one["signature_algorithm"].native) == {"algorithm": "sha256_rsa", "parameters": None}
        and (signed["version"].native, one["version"].native) == ("v1", "v1")
    )


def _names_only_us(signed: cms.SignedData, pair: SealKeys) -> bool:
    """The certificates inside are exactly ours, and the signer is named by ours."""
    inside = sorted(one.chosen.dump() for one in signed["certificates"])
    sid = signed["signer_infos"][0]["sid"].chosen
    named = sid["issuer"].dump(), sid["serial_number"].native
    is_ours = named == (pair.certificate.issuer.dump(), pair.certificate.serial_number)
    return is_ours and inside == sorted((pair.certificate.dump(), pair.authority.dump()))


def _maker(signed: cms.SignedData) -> SealKeys | None:
    """The pair of ours whose very certificate is in the seal; a certificate that only looks like it is not."""
    try:
        inside = {one.chosen.dump() for one in signed["certificates"]}
    except Exception:  # certificates that cannot be read are not ours
        return None
    return next((one for one in seal_keys() if one.certificate.dump() in inside), None)


def _mentions_us(file: bytes) -> bool:
    """The certificate of ours is in the file as it would be in a seal, though the seal cannot be read any more."""
    return any(one.certificate.dump().hex().upper().encode() in file for one in seal_keys())


def _trust(pair: SealKeys) -> ValidationContext:
    """Only our own authority, and never the network."""
    return ValidationContext(trust_roots=[pair.authority], allow_fetching=False, revocation_mode="soft-fail")


def _covers(seal: _Seal, pair: SealKeys) -> bool:
    """Whether the seal was put on exactly these bytes."""
    try:
        if _digest_in(seal.signed) != hashlib.sha256(seal.covered).digest():
            return False  # the quick no; a yes takes more
        if not (_names_only_us(seal.signed, pair) and _is_exact(seal)):
            return False
        status = apart(lambda: asyncio.run(async_validate_detached_cms(seal.covered, seal.signed, _trust(pair))))
    except Exception:  # a seal that cannot be judged is not right
        return False
    return bool(status.bottom_line) and status.signing_cert.dump() == pair.certificate.dump()


def _digest_in(signed: cms.SignedData) -> bytes:
    """The digest that the seal says its bytes have."""
    attributes = signed["signer_infos"][0]["signed_attrs"]
    return next(bytes(one["values"][0].native) for one in attributes if one["type"].native == "message_digest")


def _is_right_inside(file: bytes, pair: SealKeys) -> bool:
    """The last word is for the whole file as a PDF: one seal, over all of it, with nothing added after."""
    try:
        seals = PdfFileReader(BytesIO(file)).embedded_signatures
        if len(seals) != 1:
            return False
        status = apart(lambda: validate_pdf_signature(seals[0], signer_validation_context=_trust(pair)))
    except Exception:  # a file that cannot be judged is not right
        return False
    return bool(status.bottom_line) and status.coverage is SignatureCoverageLevel.ENTIRE_FILE
