"""The sealed paper: what is in it, and that no changed copy of it is ever taken for the real one."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
from collections.abc import Iterator
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import transaction
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pypdf import PdfReader, PdfWriter

from samenstroom.agreements import seal, verifying
from samenstroom.agreements.actions.papers import NotSignedError, seal_paper
from samenstroom.agreements.models import SealedPaper, TrailEvent
from samenstroom.agreements.paper import paper_of
from samenstroom.agreements.verifying import Verdict, look_at, look_up
from samenstroom.files import storage
from samenstroom.rules.papers import canonical
from tests.features.agreements.addenda_steps import offered, signed_by_both
from tests.features.agreements.signing_steps import ADDITION, both_sign, content_of, on_the_table
from tests.people import Together, day, together

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def two(django_db_setup: None, django_db_blocker: Any) -> Iterator[Together]:
    """Noor and Marleen, once for all tests here: a paper takes a while to make. Gone after the last."""
    with django_db_blocker.unblock():
        atomic = transaction.atomic()
        atomic.__enter__()
        try:
            yield together(with_rhythm=False)
        finally:
            transaction.set_rollback(True)
            atomic.__exit__(None, None, None)


@pytest.fixture(scope="module")
def paper(two: Together, django_db_blocker: Any) -> SealedPaper:
    with django_db_blocker.unblock():
        return seal_paper(version=both_sign(two), now=day(3))


@pytest.fixture(scope="module")
def file(paper: SealedPaper) -> bytes:
    return _bytes(paper)


def test_the_sealed_file_is_genuine_and_tells_no_more_than_names_and_day(file: bytes, paper: SealedPaper) -> None:
    found = look_at(file)
    assert (found.verdict, found.signatures, found.signed_at) == (Verdict.GENUINE, 2, day(3))
    assert look_up(paper.sha256).verdict is Verdict.GENUINE
    assert look_up("0" * 64).verdict is Verdict.NOT_OURS


def test_sealing_twice_gives_the_same_paper_and_ends_the_trail(two: Together, paper: SealedPaper) -> None:
    assert seal_paper(version=paper.version, now=day(4)) == paper
    kinds = [one.kind for one in TrailEvent.objects.filter(version=paper.version).order_by("position")]
    assert kinds == ["opened", "signed", "signed", "sealed"]
    with pytest.raises(NotSignedError):
        seal_paper(version=on_the_table(two.collaboration, two.noor), now=day(4))


def test_a_paper_whose_record_is_gone_is_still_known_by_its_seal(file: bytes) -> None:
    SealedPaper.objects.all().delete()
    found = look_at(file)
    assert (found.verdict, found.signatures) == (Verdict.UNLISTED, None)


def test_none_of_a_thousand_changes_is_accepted(file: bytes) -> None:
    """Wherever one byte is another: no copy is on the list, and no seal covers it."""
    chance = random.Random(220)
    places = chance.choices(range(len(file)), k=1000)
    assert not [place for place in places if look_at(_flipped(file, place, chance)).verdict.is_good]


def test_without_the_list_the_seal_alone_tells(file: bytes) -> None:
    SealedPaper.objects.all().delete()
    chance = random.Random(222)
    assert look_at(file).verdict is Verdict.UNLISTED
    places = chance.choices(range(len(file)), k=60)
    assert not [place for place in places if look_at(_flipped(file, place, chance)).verdict.is_good]


def test_every_kind_of_place_in_the_seal_itself_counts(file: bytes) -> None:
    """Also the padding behind the signature, which other readers skip."""
    SealedPaper.objects.all().delete()
    start = file.index(b"/Contents <") + len(b"/Contents <")
    end = file.index(b">", start)
    for place in (start, start + 40, (start + end) // 2, end - 40, end - 1):
        assert not look_at(_flipped(file, place, random.Random(place))).verdict.is_good


def test_an_overlay_a_cut_and_a_second_revision_are_refused(file: bytes) -> None:
    SealedPaper.objects.all().delete()
    assert look_at(_overlaid(file)).verdict is Verdict.CHANGED
    assert look_at(file + b"\n").verdict is Verdict.CHANGED
    assert look_at(file + b"\n%%EOF\n").verdict is Verdict.CHANGED
    assert not look_at(_rewritten(file)).verdict.is_good
    ends = [place for place in range(len(file)) if file.startswith(b"%%EOF", place)]
    assert look_at(file[: ends[0] + 6]).verdict is Verdict.NOT_OURS, "the paper as it was before the seal"


def test_a_seal_of_a_look_alike_is_not_ours(two: Together, paper: SealedPaper, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another installation, or somebody who made certificates with the very same names."""
    pair = seal._pair(seal.new_pair())
    with monkeypatch.context() as away:
        away.setattr(seal, "seal_keys", lambda: (pair,))
        forged = seal.put_seal(paper_of(paper.version), reason="Samenstroom verzegelde de pdf")
    assert look_at(forged).verdict is Verdict.NOT_OURS


@pytest.mark.parametrize(
    "made",
    [
        b"",
        b"%PDF-",
        b"%PDF-1.7\n%%EOF",
        b"hallo",
        b"%PDF-1.7\n/ByteRange [0 9 9 9]\n%%EOF",
        b"%PDF-1.7\n" + b"x" * (verifying.LARGEST + 1),
    ],
    ids=["empty", "start", "hollow", "text", "range", "huge"],
)
def test_what_is_no_paper_is_refused_without_a_fault(made: bytes) -> None:
    assert not look_at(made).verdict.is_good


def test_a_cut_off_file_is_refused_wherever_it_is_cut(file: bytes) -> None:
    SealedPaper.objects.all().delete()
    chance = random.Random(221)
    assert not any(
        look_at(file[:place]).verdict.is_good for place in [*chance.choices(range(len(file)), k=50), len(file) - 1]
    )


def test_an_independent_reader_confirms_the_seal_and_refuses_a_change(file: bytes, tmp_path: Path) -> None:
    """Poppler's `pdfsig`, which shares no code with what sealed it."""
    assert shutil.which("pdfsig"), "the tests need pdfsig: run tools/install_validator.py"
    assert "Signature is Valid." in _pdfsig(file, tmp_path)
    assert "Total document signed" in _pdfsig(file, tmp_path)
    place = file.index(b"stream") + 20
    assert "Signature is Valid." not in _pdfsig(_flipped(file, place, random.Random(1)), tmp_path)


def test_the_paper_is_tagged_and_says_what_it_is(file: bytes) -> None:
    read = PdfReader(BytesIO(file))
    root = read.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] and root["/Lang"].startswith("nl")
    tags = list(_tags(root["/StructTreeRoot"]))
    assert tags.count("/Table") == 2 and tags.count("/TH") == 7 and tags.count("/H1") == 1
    meta = root["/Metadata"].get_data().decode()
    assert 'pdfuaid:part="1"' in meta and 'pdfaid:part="3"' in meta and 'pdfaid:conformance="A"' in meta
    assert json.loads(read.attachments["agreement.json"][0]) == content_of()
    assert read.attachments["agreement.json"][0] == canonical(content_of())


def test_what_people_wrote_stays_text(file: bytes) -> None:
    text = " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(file)).pages).split())
    assert ADDITION in text
    assert "root:" not in text
    assert "Bladzijde 2 van 2" in text
    assert "Noor Jansen" in text and "Marleen de Vries" in text and "eigen persoonlijke link, met eigen code" in text


def test_the_same_version_gives_the_same_page_to_the_byte(paper: SealedPaper) -> None:
    assert paper_of(paper.version) == paper_of(paper.version)


def test_the_keys_of_the_seal_are_for_their_owner_only(paper: SealedPaper, settings: Any) -> None:
    assert settings.PAPER_KEY_FILE.stat().st_mode & 0o777 == 0o600


def test_the_command_says_it_in_words_and_in_its_exit_code(file: bytes, tmp_path: Path) -> None:
    kept = tmp_path / "overeenkomst.pdf"
    kept.write_bytes(file)
    assert _verify(kept) == (0, "Genuine and unchanged.")
    kept.write_bytes(_flipped(file, 500, random.Random(2)))
    assert _verify(kept)[0] == 1
    assert _verify(tmp_path / "nergens.pdf")[0] == 2
    out = StringIO()
    with pytest.raises(SystemExit):
        call_command("verify", kept, "--json", stdout=out)
    assert json.loads(out.getvalue())["is_good"] is False


def test_the_paper_of_an_addendum_has_only_what_changes_and_is_sealed_as_well(
    two: Together, paper: SealedPaper, tmp_path: Path
) -> None:
    made = offered(two.seen_by_noor(now=day(5)), payment_term_days=30)
    sealed = _bytes(seal_paper(version=signed_by_both(two, made, on=6), now=day(6)))
    read = PdfReader(BytesIO(sealed))
    text = " ".join(" ".join(page.extract_text() for page in read.pages).split())
    assert "Aanvulling op de overeenkomst" in text and "Aanvulling 1 bij versie" in text
    assert "binnen 30 dagen" in text and "De hond mag mee" not in text
    kept = json.loads(read.attachments["addendum.json"][0])
    assert (kept["format"], kept["change"]) == ("samenstroom-addendum", made.change)
    assert look_at(sealed).verdict is Verdict.GENUINE
    assert "Signature is Valid." in _pdfsig(sealed, tmp_path)


def _verify(file: Path) -> tuple[Any, str]:
    out = StringIO()
    with pytest.raises(SystemExit) as stopped:
        call_command("verify", file, stdout=out, stderr=StringIO())
    return stopped.value.code, out.getvalue().split("\n")[0]


def _bytes(paper: SealedPaper) -> bytes:
    assert paper.file is not None
    return storage.read(paper.file.public_id)


def _flipped(file: bytes, place: int, chance: random.Random) -> bytes:
    other = chance.choice([value for value in range(256) if value != file[place]])
    return file[:place] + bytes([other]) + file[place + 1 :]


def _overlaid(file: bytes) -> bytes:
    """A revision after the seal that puts something over the first page."""
    writer = IncrementalPdfFileWriter(BytesIO(file))
    black = generic.StreamObject(stream_data=b"q 0 0 0 rg 0 0 300 300 re f Q")
    writer.add_stream_to_page(0, writer.add_object(black))
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def _rewritten(file: bytes) -> bytes:
    """The same pages, written anew by another program."""
    writer, out = PdfWriter(clone_from=BytesIO(file)), BytesIO()
    writer.write(out)
    return out.getvalue()


def _pdfsig(file: bytes, folder: Path) -> str:
    kept = folder / "paper.pdf"
    kept.write_bytes(file)
    return subprocess.run(["pdfsig", "-nocert", kept], capture_output=True, text=True, check=False).stdout


def _tags(node: Any) -> Any:
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        for one in node:
            yield from _tags(one)
    elif isinstance(node, dict):
        if "/S" in node:
            yield node["/S"]
        if "/K" in node:
            yield from _tags(node["/K"])
