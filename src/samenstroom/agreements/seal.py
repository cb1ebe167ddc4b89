"""The seal of this installation: its own authority, its own certificate, and putting the seal on a paper.

Both are made once, when the first paper is sealed, and stand beside the database in a file only the owner reads. Each
line of that file is one pair of an authority and a certificate; the first line seals, every line is trusted. What a
seal proves, and what not, is in `docs/signing.md`.
"""

from __future__ import annotations

import base64
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from io import BytesIO

from asn1crypto import keys as asn1_keys
from asn1crypto import pem as asn1_pem
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID
from django.conf import settings
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers
from pyhanko_certvalidator.registry import SimpleCertificateStore

from samenstroom.kit.apart import apart
from samenstroom.kit.keyfiles import keys_in

FIRST, LAST = datetime(2020, 1, 1, tzinfo=UTC), datetime(2070, 1, 1, tzinfo=UTC)
"""Wide, because a paper is looked at long after; what counts is that the key stayed here."""
FIELD = "Samenstroom"


@dataclass(frozen=True)
class SealKeys:
    """One pair: the certificate that seals with its key, and the authority that vouches for it."""

    certificate: asn1_x509.Certificate
    authority: asn1_x509.Certificate
    key: asn1_keys.PrivateKeyInfo


def seal_keys() -> tuple[SealKeys, ...]:
    """Every pair, the newest first; made once when there is none."""
    return _read(tuple(keys_in(settings.PAPER_KEY_FILE, make=new_pair)))


def put_seal(paper: bytes, *, reason: str) -> bytes:
    """The paper with one seal over all of it (PAdES B-B), after which nothing may change."""
    pair = seal_keys()[0]
    signer = signers.SimpleSigner(
        signing_cert=pair.certificate,
        signing_key=pair.key,
        cert_registry=SimpleCertificateStore.from_certs([pair.authority]),  # type: ignore[no-untyped-call]
    )
    meta = signers.PdfSignatureMetadata(
        field_name=FIELD,
        md_algorithm="sha256",
        reason=reason,
        name=FIELD,
        certify=True,
        subfilter=fields.SigSeedSubFilter.PADES,
        docmdp_permissions=fields.MDPPerm.NO_CHANGES,
    )
    spec = fields.SigFieldSpec(FIELD, readable_field_name=reason)
    sealed = BytesIO()
    writer = IncrementalPdfFileWriter(BytesIO(paper))
    apart(lambda: signers.sign_pdf(writer, meta, signer, new_field_spec=spec, output=sealed))
    return sealed.getvalue()


def new_pair() -> str:
    """A fresh authority and a certificate under it, as one line. The key of the authority is thrown away at once."""
    above, below = _new_key(), _new_key()
    top, name = _name("Samenstroom, eigen zegelinstantie"), _name("Samenstroom, zegel van deze installatie")
    authority = _certificate(top, top, above, above, is_authority=True)
    certificate = _certificate(name, top, below, above, is_authority=False)
    pem = b"".join(one.public_bytes(serialization.Encoding.PEM) for one in (certificate, authority))
    pem += below.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return base64.b64encode(pem).decode("ascii")


@lru_cache(maxsize=4)
def _read(lines: tuple[str, ...]) -> tuple[SealKeys, ...]:
    return tuple(_pair(line) for line in lines)


def _pair(line: str) -> SealKeys:
    certificate, authority, key = (
        der for _kind, _headers, der in asn1_pem.unarmor(base64.b64decode(line), multiple=True)
    )
    return SealKeys(
        asn1_x509.Certificate.load(certificate),
        asn1_x509.Certificate.load(authority),
        asn1_keys.PrivateKeyInfo.load(key),
    )


def _new_key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=3072)


def _name(text: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])


def _certificate(
    name: x509.Name, issuer: x509.Name, key: rsa.RSAPrivateKey, by: rsa.RSAPrivateKey, *, is_authority: bool
) -> x509.Certificate:
    usage = dict.fromkeys(
        ("key_encipherment", "data_encipherment", "key_agreement", "encipher_only", "decipher_only"), False
    )
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(FIRST)
        .not_valid_after(LAST)
        .add_extension(x509.BasicConstraints(ca=is_authority, path_length=0 if is_authority else None), critical=True)
        .add_extension(
            x509.KeyUsage(
                digital_signature=not is_authority,
                content_commitment=not is_authority,
                key_cert_sign=is_authority,
                crl_sign=is_authority,
                **usage,
            ),
            critical=True,
        )
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(by.public_key()), critical=False)
    )
    return made.sign(by, hashes.SHA256())
