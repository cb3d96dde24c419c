"""Word files: the words and numbers that Word prints, wherever the file keeps them."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
from docx.document import Document as Word
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from corpus.errors import ChangesTracked, NotReadable
from corpus.sources.formats import Changes
from corpus.sources.reader import Reading, read_source
from formats import Level, add_list, element, numbered, saved

LEGAL = (Level("upperRoman", "ARTICLE %1"), Level("decimalZero", "Section %1.%2"), Level("lowerLetter", "(%3)"))
CHANGED = 'w:id="1" w:author="Secretary" w:date="2020-05-04T00:00:00Z"'


def bylaws() -> Word:
    document = docx.Document()
    for words in ("BYLAWS OF ACME", "ARTICLE I OFFICES"):
        document.add_paragraph(words)
    return document


def add(document: Word, *paragraphs: str) -> Word:
    """Put WordprocessingML at the end of a document."""
    for markup in paragraphs:
        document.element.body[-1].addprevious(parse_xml(markup.replace(">", f" {nsdecls('w')}>", 1)))
    return document


def run(words: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def paragraph(content: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def field(instruction: str, result: str | None) -> str:
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    shown = "" if result is None else separate + run(result)
    return f"{begin}<w:r><w:instrText> {instruction} </w:instrText></w:r>{shown}{end}"


def read(document: Word, changes: Changes | None = None) -> Reading:
    return read_source(saved(document), "bylaws.docx", changes=changes)


def words(document: Word, changes: Changes | None = None) -> str:
    """The words below the heading of the article."""
    return " ".join(word for text in read(document, changes).documents for word in text.text.words()[6:])


def list_of(document: Word, levels: tuple[Level, ...], *items: tuple[int, str]) -> Word:
    key = add_list(document, levels)
    for level, text in items:
        numbered(document.add_paragraph(text), key, level)
    return document


def level_element(document: Word, level: int) -> object:
    return document.part.numbering_part.element.xpath("w:abstractNum[@w:abstractNumId='77']/w:lvl")[level]


def test_a_legal_number_is_in_figures_and_keeps_its_zero() -> None:
    document = docx.Document()
    document.add_paragraph("BYLAWS")
    items = ((0, "OFFICES"), (1, "Place. Here."), (1, "Others. There."), (0, "DIRECTORS"), (1, "Number. Five."))
    list_of(document, LEGAL, *items)
    element("isLgl", level_element(document, 1))
    (read_in,) = read(document).documents
    offices, directors = read_in.text.provisions
    assert [one.num for one in (offices, *offices.children, directors, *directors.children)] == [
        *("ARTICLE I", "Section 1.01", "Section 1.02", "ARTICLE II", "Section 2.01")
    ]


def test_a_list_goes_on_after_words_between_and_starts_again_where_told() -> None:
    document = bylaws()
    levels = (Level("decimal", "Section %1."),)
    list_of(document, levels, (0, "Name. It is Acme."), (0, "Seal. It is round."))
    document.add_paragraph("Words between.")
    numbered(document.add_paragraph("Dues. Ten dollars."), "77", 0)
    other = element("num", document.part.numbering_part.element, numId="78")
    element("abstractNumId", other, val="77")
    element("startOverride", element("lvlOverride", other, ilvl="0"), val="1")
    numbered(document.add_paragraph("Votes. One each."), "78", 0)
    assert words(document) == (
        "Section 1. Name. It is Acme. Section 2. Seal. It is round. Words between. "
        "Section 3. Dues. Ten dollars. Section 1. Votes. One each."
    )


def test_headings_numbered_by_their_style() -> None:
    document = docx.Document()
    document.add_paragraph("BYLAWS")
    key = add_list(document, LEGAL)
    element("isLgl", level_element(document, 1))
    for place in (1, 2):
        style = document.styles[f"Heading {place}"]
        numbering = element("numPr", style.element.get_or_add_pPr())
        element("ilvl", numbering, val=str(place - 1))
        element("numId", numbering, val=key)
    document.add_heading("OFFICES", 1)
    document.add_heading("Place", 2)
    document.add_paragraph("It is here.")
    (read_in,) = read(document).documents
    (offices,) = read_in.text.provisions
    assert (offices.num, offices.heading) == ("ARTICLE I", "OFFICES")
    assert (offices.children[0].num, offices.children[0].heading) == ("Section 1.01", "Place")


def test_a_number_in_a_cell_of_its_own_is_read() -> None:
    document = bylaws()
    document.add_paragraph("Section 1. Members. They are:")
    key = add_list(document, (Level("lowerLetter", "(%1)"),))
    table = document.add_table(2, 2)
    for row, text in zip(table.rows, ("voting members; and", "honorary members."), strict=True):
        numbered(row.cells[0].paragraphs[0], key, 0)
        row.cells[1].text = text
    assert words(document) == "Section 1. Members. They are: (a) voting members; and (b) honorary members."


def test_a_row_of_a_table_is_a_line_and_its_cells_keep_their_order() -> None:
    document = bylaws()
    document.add_paragraph("Section 1. Dues. They are:")
    table = document.add_table(2, 2)
    for cell, text in zip(table._cells, ("Class A", "ten dollars", "Class B", "five dollars"), strict=True):
        cell.text = text
    section = read(document).documents[0].text.provisions[0].children[0]
    assert section.body == ("They are:", "Class A ten dollars", "Class B five dollars")


def test_a_list_whose_figures_are_of_a_kind_unknown_is_refused() -> None:
    document = list_of(bylaws(), (Level("decimal", "Section %1."),), (0, "Name. It is Acme."))
    for old in level_element(document, 0).iterchildren(qn("w:numFmt")):
        old.getparent().replace(
            old,
            parse_xml(
                '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
                f'{nsdecls("w")}><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002"/></mc:Choice>'
                '<mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>'
            ),
        )
    with pytest.raises(NotReadable, match="numbered in a way that is not known"):
        read(document)


@pytest.mark.parametrize("name", ["LISTNUM", "AUTONUM", "AUTONUMLGL", "AUTONUMOUT"])
def test_a_number_that_only_word_can_count_is_refused(name: str) -> None:
    document = add(bylaws(), paragraph(run("Section 1. Powers. The board may ") + field(name, None) + run(" sue.")))
    with pytest.raises(NotReadable, match=name):
        read(document)


def test_the_result_of_a_field_is_read_and_its_code_is_not() -> None:
    content = run("Section 1. Powers. As in ") + field("REF _Ref1 \\r", "Section 4") + run(" of these.")
    assert words(add(bylaws(), paragraph(content))) == "Section 1. Powers. As in Section 4 of these."


def test_words_inside_links_tags_and_content_controls() -> None:
    content = (
        f'{run("Section 1. Name. ")}<w:hyperlink w:anchor="n">{run("The name")}</w:hyperlink>'
        f'<w:smartTag w:element="place">{run(" of it")}</w:smartTag>'
        f"<w:sdt><w:sdtContent>{run(' is Acme.')}</w:sdtContent></w:sdt>"
    )
    assert words(add(bylaws(), paragraph(content))) == "Section 1. Name. The name of it is Acme."


def test_a_remark_inside_of_words_hides_none_of_them() -> None:
    broken = "<w:r><w:t>Section 1. Name. The name<!-- sic --> is<?sic now?><![CDATA[ Acme & Co.]]></w:t></w:r>"
    package = io.BytesIO()
    source = zipfile.ZipFile(io.BytesIO(saved(add(bylaws(), paragraph(run("HERE"))))))
    with zipfile.ZipFile(package, "w") as made:
        for part in source.namelist():
            content = source.read(part).decode("utf-8", "surrogateescape")
            made.writestr(
                part, content.replace("HERE", f"</w:t></w:r>{broken}<w:r><w:t>").encode(errors="surrogateescape")
            )
    (document,) = read_source(package.getvalue(), "bylaws.docx").documents
    assert " ".join(document.text.words()[6:]) == "Section 1. Name. The name is Acme & Co."


def test_space_at_the_edge_of_words_counts_only_where_it_is_kept() -> None:
    content = run("Section 1. Name. Ac") + "<w:r><w:t> me</w:t></w:r>" + run(" Co.")
    assert words(add(bylaws(), paragraph(content))) == "Section 1. Name. Acme Co."


@pytest.mark.parametrize("where", ["run", "style", "paragraph style"])
def test_struck_words_are_tracked_changes_however_they_are_struck(where: str) -> None:
    document = bylaws()
    kind = "paragraph" if where == "paragraph style" else "character"
    document.styles.element.append(
        parse_xml(
            f'<w:style {nsdecls("w")} w:type="{kind}" w:styleId="Out"><w:name w:val="Out"/>'
            "<w:rPr><w:strike/></w:rPr></w:style>"
        )
    )
    struck = {"run": "<w:strike/>", "style": '<w:rStyle w:val="Out"/>', "paragraph style": ""}[where]
    own = '<w:pStyle w:val="Out"/>' if where == "paragraph style" else ""
    add(document, paragraph(run("Section 1. Number. The board has seven members.")))
    add(document, paragraph(run("It had five.", struck), own))
    with pytest.raises(ChangesTracked, match="It had five"):
        read(document)
    assert words(document, "accepted") == "Section 1. Number. The board has seven members."
    assert words(document, "rejected").endswith("seven members. It had five.")


def test_hidden_words_are_set_aside_by_name() -> None:
    document = bylaws()
    document.styles.element.append(
        parse_xml(
            f'<w:style {nsdecls("w")} w:type="character" w:styleId="Note"><w:name w:val="Note"/>'
            "<w:rPr><w:vanish/></w:rPr></w:style>"
        )
    )
    content = (
        run("Section 1. Name. ") + run("Check this! ", "<w:vanish/>") + run("And this! ", '<w:rStyle w:val="Note"/>')
    )
    add(document, paragraph(content + run("The name is Acme.")))
    reading = read(document)
    assert reading.set_aside_by_reason() == {"hidden": {"Check this!": 1, "And this!": 1}}


def test_tracked_changes_accepted_and_rejected() -> None:
    inserted, deleted = (
        f"<w:ins {CHANGED}>{run('seven ')}</w:ins>",
        f"<w:del {CHANGED}><w:r><w:delText xml:space='preserve'>five </w:delText></w:r></w:del>",
    )
    mark = f"<w:rPr><w:del {CHANGED}/></w:rPr>"
    document = add(
        bylaws(),
        paragraph(run("Section 1. Number. The board has ") + deleted + inserted + run("members,"), mark),
        paragraph(run(" who serve a year.")),
    )
    with pytest.raises(ChangesTracked, match="1 insertion and 2 deletions"):
        read(document)
    assert words(document, "accepted") == "Section 1. Number. The board has seven members, who serve a year."
    section = read(document, "accepted").documents[0].text.provisions[0].children[0]
    assert section.body == ("The board has seven members, who serve a year.",)
    assert "has five members, who serve" in words(document, "rejected")


def test_a_number_counts_the_paragraphs_that_are_left() -> None:
    document = bylaws()
    key = add_list(document, (Level("decimal", "Section %1."),))
    number = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{key}"/></w:numPr>'
    gone = f"<w:del {CHANGED}><w:r><w:delText>Seal. It is round.</w:delText></w:r></w:del>"
    add(
        document,
        paragraph(run("Name. It is Acme."), number),
        paragraph(gone, number + f"<w:rPr><w:del {CHANGED}/></w:rPr>"),
        paragraph(run("Dues. Ten dollars."), number),
    )
    assert words(document, "accepted") == "Section 1. Name. It is Acme. Section 2. Dues. Ten dollars."
    assert words(document, "rejected").endswith("Section 3. Dues. Ten dollars.")


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        ('<w:altChunk xmlns:r="urn:r" r:id="rId9"/>', "another file inside it"),
        (
            f"<w:tbl><w:tr><w:tc><w:tcPr><w:cellDel {CHANGED}/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>",
            "cells of a table that are marked as deleted",
        ),
    ],
)
def test_words_that_stand_elsewhere_or_in_doubt_are_refused(markup: str, reason: str) -> None:
    document = add(bylaws(), paragraph(run("Section 1. Name. The name is Acme.")))
    document.element.body[-1].addprevious(
        parse_xml(
            markup.replace(">", f" {nsdecls('w')}>", 1)
            if "altChunk" not in markup
            else markup.replace("/>", f" {nsdecls('w')}/>")
        )
    )
    with pytest.raises(NotReadable, match=reason):
        read(document, "accepted")


def test_what_stands_beside_the_text_is_set_aside_by_name() -> None:
    document = bylaws()
    commented = document.add_paragraph("Section 1. Name. The name is Acme.")
    document.add_comment(commented.runs, "Is it?", author="Clerk")
    document.sections[0].header.paragraphs[0].text = "Bylaws of Acme"
    document.sections[0].footer.paragraphs[0].text = "Page 1"
    assert read(document).set_aside_by_reason() == {
        "comment": {"Is it?": 1},
        "running-head": {"Bylaws of Acme": 1},
        "running-foot": {"Page 1": 1},
    }
    assert words(document) == "Section 1. Name. The name is Acme."


def test_a_tracked_change_of_numbering_alone_must_be_settled() -> None:
    document = bylaws()
    key = add_list(document, (Level("decimal", "Section %1."), Level("lowerLetter", "(%2)")))
    for words_said in ("Seal. It is round.", "Name. It is Acme."):
        numbered(document.add_paragraph(words_said), key, 0)
    change = element("pPrChange", document.paragraphs[-1]._p.pPr, id="1", author="A", date="2001-01-01T00:00:00Z")
    before = element("numPr", element("pPr", change))
    element("ilvl", before, val="1")
    element("numId", before, val=key)
    with pytest.raises(ChangesTracked, match="1 change of numbering, the first 'Name"):
        read(document)
    assert "Section 2. Name." in words(document, "accepted")
    assert "(a) Name." in words(document, "rejected")


def test_a_paragraph_that_is_hidden_to_its_end_is_not_counted() -> None:
    document = bylaws()
    key = add_list(document, (Level("decimal", "Section %1."),))
    for words_said in ("Seal. It is round.", "Secret. Nobody sees it.", "Name. It is Acme."):
        numbered(document.add_paragraph(words_said), key, 0)
    hidden = document.paragraphs[-2]
    hidden.runs[0].font.hidden = True
    element("vanish", element("rPr", hidden._p.pPr))
    assert words(document).endswith("Section 2. Name. It is Acme.")
