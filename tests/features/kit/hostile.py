"""Files as somebody may bring them: ordinary ones, and ones that were made to do harm."""

from __future__ import annotations

import io
import zipfile
import zlib

from pypdf import PdfReader, PdfWriter

SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MILLION = 1_000_000
LINE = b"BT /F1 12 Tf 72 720 Td (De opdrachtgever betaalt binnen 14 dagen.) Tj ET"


def pdf(pages: int = 1, content: bytes = LINE, filters: bytes = b"") -> bytes:
    """A PDF whose pages all show the same content."""
    out, places = io.BytesIO(b""), []
    out.write(b"%PDF-1.4\n")

    def put(body: bytes) -> None:
        places.append(out.tell())
        out.write(b"%d 0 obj\n" % len(places) + body + b"\nendobj\n")

    put(b"<< /Type /Catalog /Pages 2 0 R >>")
    kids = b" ".join(b"%d 0 R" % (5 + number) for number in range(pages))
    put(b"<< /Type /Pages /Count %d /Kids [%s] >>" % (pages, kids))
    put(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    packed = b"/Filter %s " % filters if filters else b""
    put(b"<< %s/Length %d >>\nstream\n" % (packed, len(content)) + content + b"\nendstream")
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents 4 0 R >>"
    for _ in range(pages):
        put(page)
    start = out.tell()
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1) + table)
    out.write(b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(places) + 1, start))
    return out.getvalue()


def locked_pdf(password: str = "geheim", owner: str | None = None) -> bytes:
    """A PDF that asks for a password; without one only for who wants to change it."""
    writer, out = PdfWriter(), io.BytesIO()
    writer.append(PdfReader(io.BytesIO(pdf(2))))
    writer.encrypt(password, owner_password=owner, algorithm="AES-256")
    writer.write(out)
    return out.getvalue()


def docx(xml: str | bytes, spaces: int = 0) -> bytes:
    """A Word file with this as the part that holds its words, and millions of spaces after it when asked."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("word/document.xml", "w") as part:
            part.write(xml.encode() if isinstance(xml, str) else xml)
            for _ in range(spaces):
                part.write(b" " * MILLION)
    return out.getvalue()


def packed_twice(spaces: int) -> bytes:
    """Millions of spaces, packed, and packed again."""
    packer = zlib.compressobj(9)
    once = b"".join([*(packer.compress(b" " * MILLION) for _ in range(spaces)), packer.flush()])
    return zlib.compress(once, 9)


def written(*paragraphs: str) -> str:
    """The words of a Word file as XML."""
    inside = "".join(f"<w:p><w:r><w:t>{one}</w:t></w:r></w:p>" for one in paragraphs)
    return f"<w:document {SPACE}><w:body>{inside}</w:body></w:document>"


LAUGHS = "".join(f'<!ENTITY a{at} "{f"&a{at - 1};" * 10}">' for at in range(1, 10))

HOSTILE: dict[str, tuple[bytes, str]] = {
    "encrypted": (locked_pdf(), "locked"),
    "cut off": (pdf(3)[:300], "broken"),
    "rubbish": (b"%PDF-1.7\n" + bytes(range(256)) * 2000, "broken"),
    "thousands of pages": (pdf(3000), "too_many_pages"),
    "only a picture": (pdf(1, b"q 1 0 0 1 0 0 cm Q"), "no_words"),
    "packed twice": (pdf(1, packed_twice(300), b"[/FlateDecode /FlateDecode]"), "too_heavy"),
    "zip bomb": (docx("<a>", spaces=300), "too_heavy"),
    "very many words": (docx(written(*["a"] * 250_000)), "too_much_text"),
    "entities that laugh": (docx(f'<!DOCTYPE a [<!ENTITY a0 "ha">{LAUGHS}]><a>&a9;</a>'), "broken"),
    "entity from outside": (docx('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'), "broken"),
    "nested deep": (docx("<a>" * 100_000), "broken"),
    "not Word": (docx("x").replace(b"word/document.xml", b"xord/document.xml"), "kind"),
    "a broken archive": (docx(written("Hoi"))[:-40], "broken"),
    "a program": (b"MZ\x90\x00\x03", "kind"),
    "nothing": (b" \n ", "empty"),
    "too long": (("woord " * 40_000).encode(), "too_much_text"),
    "ten megabytes of words": (b"woord " * 1_600_000, "too_much_text"),
}  # fmt: skip
"""What it is -> the file, and the code with which it is refused."""
