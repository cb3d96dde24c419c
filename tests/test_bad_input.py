"""Files that are damaged, hostile or of another kind: refused in one sentence, within bounds, never misread."""

from __future__ import annotations

import io
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.errors import BylawsError, EmptySource, MixedEncodings, NotReadable, NotText, TooLarge
from corpus.sources.reader import read_source
from formats import as_html, as_markdown, as_pdf, as_text, as_word

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
WHOLE = {
    "bylaws.docx": as_word(),
    "bylaws.pdf": as_pdf(),
    "bylaws.htm": as_html(),
    "bylaws.md": as_markdown(),
    "bylaws.txt": as_text(),
}
PIECES = (
    b"\0",
    b"<",
    b">",
    b"&#0;",
    b"</w:p>",
    b"<table>",
    b"<![CDATA[",
    b"<!--",
    b"|",
    b"```",
    b"9999999999",
    b"\xff",
)


def body(words: str, before: str = "") -> bytes:
    return f"{before}<w:document {NAMESPACE}><w:body>{words}</w:body></w:document>".encode()


def section(words: str) -> str:
    return f"<w:p><w:r><w:t>Section 1. Name. {words}</w:t></w:r></w:p>"


def package(**parts: bytes) -> bytes:
    """A Word file, compressed, with the parts named (document, styles, …) put in place of its own."""
    made, source = io.BytesIO(), zipfile.ZipFile(io.BytesIO(as_word()))
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in source.namelist():
            stem = name.removeprefix("word/").removesuffix(".xml")
            archive.writestr(name, parts.get(stem, source.read(name)))
    return made.getvalue()


@settings(max_examples=150, deadline=None)
@given(data=st.data(), name=st.sampled_from(sorted(WHOLE)))
def test_a_damaged_file_is_read_or_refused_and_never_fails(data: st.DataObject, name: str) -> None:
    content = WHOLE[name]
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(content)))
        cut = data.draw(st.sampled_from((0, 1, 1, 7, 50, len(content))))
        content = content[:at] + data.draw(st.sampled_from(PIECES) | st.binary(max_size=3)) + content[at + cut :]
    with suppress(BylawsError):
        read_source(content, name)


@pytest.mark.parametrize("at", range(0, 5000, 311))
def test_a_bit_turned_in_what_is_packed(at: int) -> None:
    content = bytearray(package(document=body("".join(section(f"The name is Acme {n * n}.") for n in range(900)))))
    start = content.index(b"word/document.xml") + len(b"word/document.xml")
    content[start + at % 4000] ^= 0x10
    with pytest.raises(NotReadable):
        read_source(bytes(content), "bylaws.docx")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_in_a_part_of_a_word_file_are_refused(encoding: str) -> None:
    declared = body(section("The &x; name."), '<!DOCTYPE x [<!ENTITY x "old">]>').decode().encode(encoding)
    with pytest.raises(NotReadable, match="declares entities"):
        read_source(package(document=declared), "bylaws.docx")


def test_a_word_file_of_another_encoding_is_read() -> None:
    content = body(section("The name is Acme."), '<?xml version="1.0" encoding="UTF-16"?>').decode().encode("utf-16")
    assert read_source(package(document=content), "bylaws.docx").documents[0].text.words()[-1] == "Acme."


@pytest.mark.parametrize(
    ("document", "reason"),
    [
        (b"<w:p/>" * 4_000_000, "more than 1,000,000 marks"),
        (b" " * (65 * 1024 * 1024), "unpacks to more than"),
        (body("<w:sdt>" * 1000 + "</w:sdt>" * 1000), "damaged"),
        (as_word(), "damaged"),
    ],
    ids=["many marks", "large", "deep", "nested"],
)
def test_a_word_file_made_to_exhaust_is_refused(document: bytes, reason: str) -> None:
    with pytest.raises(NotReadable, match=reason):
        read_source(package(document=document), "bylaws.docx")


def test_an_archive_of_many_parts_is_refused() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for number in range(10_001):
            archive.writestr(f"{number}", b"")
    with pytest.raises(NotReadable, match="10,001 parts"):
        read_source(made.getvalue(), "bylaws.docx")


@pytest.mark.parametrize(
    ("content", "name", "reason"),
    [
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
            "bylaws.doc",
            "password, or saved in Word's format of before",
        ),
        (b"{\\rtf1 ARTICLE I}", "bylaws.rtf", "Rich Text"),
        (b"\x89PNG\r\n\x1a\n", "bylaws.png", "a picture"),
        (b"\x1f\x8b\x08" + bytes(20), "bylaws.txt.gz", "compressed"),
        (b"PK\x03\x04" + bytes(60), "bylaws.docx", "damaged"),
        (b"%PDF-1.7\n" + bytes(60), "bylaws.pdf", "damaged"),
    ],
)
def test_a_format_that_is_not_read_is_named(content: bytes, name: str, reason: str) -> None:
    with pytest.raises(NotReadable, match=reason):
        read_source(content, name)


@pytest.mark.parametrize("name", sorted(WHOLE))
def test_an_empty_file(name: str) -> None:
    with pytest.raises(EmptySource):
        read_source(b" \n", name)


def test_a_file_too_large_is_not_read() -> None:
    with pytest.raises(TooLarge):
        read_source(b"Section 1. Name.\n" * 1_000_000, "bylaws.txt")


def test_binary_under_the_name_of_a_text_is_refused() -> None:
    with pytest.raises(NotText):
        read_source(bytes(range(256)) * 10, "bylaws.txt")


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("“Acme”".encode() + b" \x93Acme\x94", "bylaws.htm"),
        ("§ 4".encode() + b" \x93Acme\x94", "bylaws.txt"),
        (b"\xed\xa0\x80 Acme", "bylaws.txt"),
    ],
    ids=["page", "text", "surrogate"],
)
def test_two_encodings_in_one_file_are_refused(words: bytes, name: str) -> None:
    with pytest.raises(MixedEncodings, match="line 3"):
        read_source(b"ARTICLE I\n\nSection 1. Name. The name is " + words + b".", name)


@pytest.mark.parametrize("declared", ["utf-8", "windows-1252", "undefined", "base64", "no-such-set"])
def test_a_page_that_declares_what_it_is_not_is_read_as_windows_1252(declared: str) -> None:
    content = f'<html><meta charset="{declared}"><p>Section 1. Name. It is '.encode() + b"\x93Acme\x94.</p>"
    assert read_source(content, "bylaws.htm").documents[0].text.words()[-1] == "“Acme”."
