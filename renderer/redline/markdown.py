"""A redline as Markdown with CriticMarkup: ``{--deleted--}``, ``{++inserted++}``, ``{>>remark<<}``.

Where every deletion and remark is dropped and every insertion unwrapped, the new text stands as ``bylaws show`` writes
it; the other way round the old one. A paragraph of which nothing is left then goes. CriticMarkup holds no mark within
a mark, so a provision that moved is struck where it stood and put in where it stands, with its edits in a remark.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from renderer.markdown import escaped, inline, set_in
from renderer.redline.summary import edits, facts, opening, told
from renderer.redline.view import Line, Mark, MarkedUnit, Redline, paragraph_kind, put_in_whole

_SIGNS = {"keep": ("", ""), "delete": ("{--", "--}"), "insert": ("{++", "++}")}


def write_redline_markdown(marked: Redline, whole: bool = False, summary: bool = False, filing: bool = False) -> str:
    """A front matter, with ``summary`` a list of the changes as a remark, and the changed provisions or every one."""
    front = f"---\ntitle: {json.dumps(marked.title, ensure_ascii=False)}\nredline: {json.dumps(opening(marked))}\n---"
    return "\n\n".join((front, *_blocks(marked, whole, summary))) + "\n"


def _blocks(marked: Redline, whole: bool, summary: bool) -> Iterator[str]:
    if summary:
        yield from _summary(marked)
    yield from _title(marked, whole)
    for unit in marked.units:
        if whole or unit.changed:
            yield from _unit(marked, unit, whole)
    for line in marked.conclusions:
        if whole or line.changed:
            yield _paragraph(marked, line.marks)


def _summary(marked: Redline) -> Iterator[str]:
    for label, value in facts(marked):
        yield _remark(f"{label}: {value}")
    for change in marked.changes:
        yield _remark(f"{change.number}. {told(marked, change)}")


def _title(marked: Redline, whole: bool) -> Iterator[str]:
    """The title block as one heading; the break before a line is of the texts that the line is of."""
    shown = [line for line in marked.preface if whole or line.changed]
    if shown:
        breaks = ("", *("<br>" for _ in shown[1:]))
        lines = (_paragraph(marked, line.marks, before) for line, before in zip(shown, breaks, strict=True))
        yield f"# {''.join(lines)}"


def _unit(marked: Redline, unit: MarkedUnit, whole: bool) -> Iterator[str]:
    article = "" if whole or unit.level == "article" else unit.address.rpartition(", ")[0]
    for remark in (article, unit.remark, *edits(marked, unit)):
        if remark:
            yield _remark(remark)
    if unit.verdict == "moved":
        unit = put_in_whole(unit, marked.change(unit.change).by)
    head, lines = unit.head, unit.lines
    if unit.level == "article":
        yield f"## {_paragraph(marked, head)}"
    elif lines and not lines[0].depth and unit.run_in:
        yield _run_in(marked, head, lines[0].marks)
        lines = lines[1:]
    else:
        yield f"**{_marks(marked, head)}**" if head else ""
    for line in lines:
        yield set_in(_paragraph(marked, line.marks), line.depth)
    if unit.note:
        yield _remark(unit.note)


def _run_in(marked: Redline, head: tuple[Mark, ...], first: tuple[Mark, ...]) -> str:
    kinds = {mark.kind for mark in (*head, *first)}
    if len(kinds) == 1 and kinds != {"keep"}:
        (kind,) = kinds
        return _sign(marked, kind, f"{_bold(head)} {_plain(first)}".strip(), (*head, *first))
    return f"**{_marks(marked, head)}** {_marks(marked, first)}" if head else _marks(marked, first)


def _paragraph(marked: Redline, marks: tuple[Mark, ...], before: str = "") -> str:
    kinds = {mark.kind for mark in marks}
    kind = paragraph_kind(marks)
    if len(kinds) == 1 and kind != "keep":
        return _sign(marked, kind, before + _plain(marks), marks)
    break_before = _sign(marked, kind, before, ()) if before and kind != "superseded" else ""
    return break_before + _marks(marked, marks)


def _marks(marked: Redline, marks: Iterable[Mark]) -> str:
    shown = tuple(marks)
    after = (*shown[1:], None)
    return "".join(
        _sign(marked, mark.kind, words, (mark,), goes_on=following is not None and mark.by == following.by)
        for mark, words, following in zip(shown, _words(shown), after, strict=True)
    )


def _sign(marked: Redline, kind: str, words: str, marks: Iterable[Mark], goes_on: bool = False) -> str:
    """The words in the signs of their kind; what came and went is a remark, for neither text has it.

    The instrument is named after the last mark of those that it made side by side.
    """
    names = tuple(dict.fromkeys(marked.source(name).name for mark in marks for name in mark.by))
    if kind == "superseded":
        return _remark(f"“{words}” put in by {names[0]}, taken out by {names[-1]}")
    opens, closes = _SIGNS[kind]
    said = _remark("; ".join(names)) if marked.by_instrument and kind != "keep" and names and not goes_on else ""
    return f"{opens}{words}{closes}{said}"


def _bold(marks: Iterable[Mark]) -> str:
    words = _plain(marks)
    return f"**{words}**" if words else ""


def _plain(marks: Iterable[Mark]) -> str:
    return "".join(_words(marks))


def _words(marks: Iterable[Mark]) -> Iterator[str]:
    """The words of each mark, escaped: only those of the first begin a paragraph."""
    for place, mark in enumerate(marks):
        yield inline(mark.text) if place else escaped(mark.text)


def _remark(words: str) -> str:
    return f"{{>>{words.replace('<<}', '<< }')}<<}}"
