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
from renderer.redline.view import Mark, MarkedUnit, Redline, paragraph_kind, put_in_whole

_SIGNS = {"keep": ("", ""), "delete": ("{--", "--}"), "insert": ("{++", "++}")}
_FILED = {"keep": ("", ""), "delete": (r"<b>\[</b>", r"<b>\]</b>"), "insert": ("<u>", "</u>")}


def write_redline_markdown(marked: Redline, whole: bool = False, summary: bool = False, filing: bool = False) -> str:
    """A front matter, with ``summary`` a list of the changes, and the changed provisions or with ``whole`` every one.

    With ``filing`` deletions stand in brackets and insertions are underlined instead.
    """
    front = f"---\ntitle: {json.dumps(marked.title, ensure_ascii=False)}\nredline: {json.dumps(opening(marked))}\n---"
    return "\n\n".join((front, *_Writer(marked, filing).blocks(whole, summary))) + "\n"


class _Writer:
    """Writes a redline block by block."""

    def __init__(self, marked: Redline, filing: bool) -> None:
        self._marked = marked
        self._filing = filing

    def blocks(self, whole: bool, summary: bool) -> Iterator[str]:
        if summary:
            yield from self._summary()
        yield from self._title(whole)
        for unit in self._marked.units:
            if whole or unit.changed:
                yield from self._unit(unit, whole)
        for line in self._marked.conclusions:
            if whole or line.changed:
                yield self._paragraph(line.marks)

    def _summary(self) -> Iterator[str]:
        for label, value in facts(self._marked):
            yield self._remark(f"{label}: {value}")
        for change in self._marked.changes:
            yield self._remark(f"{change.number}. {told(self._marked, change)}")

    def _title(self, whole: bool) -> Iterator[str]:
        """The title block as one heading; the break before a line is of the texts that the line is of."""
        shown = [line for line in self._marked.preface if whole or line.changed]
        if shown:
            breaks = ("", *("<br>" for _ in shown[1:]))
            lines = (self._paragraph(line.marks, before) for line, before in zip(shown, breaks, strict=True))
            yield f"# {''.join(lines)}"

    def _unit(self, unit: MarkedUnit, whole: bool) -> Iterator[str]:
        article = "" if whole or unit.level == "article" else unit.address.rpartition(", ")[0]
        for remark in (article, unit.remark, *edits(self._marked, unit)):
            if remark:
                yield self._remark(remark)
        if unit.verdict == "moved":
            unit = put_in_whole(unit, self._marked.change(unit.change).by)
        head, lines = unit.head, unit.lines
        if unit.level == "article":
            yield f"## {self._paragraph(head)}"
        elif lines and not lines[0].depth and unit.run_in:
            yield self._run_in(head, lines[0].marks)
            lines = lines[1:]
        elif head:
            yield f"**{self._marks(head)}**"
        for line in lines:
            yield set_in(self._paragraph(line.marks), line.depth)
        if unit.note:
            yield self._remark(unit.note)

    def _run_in(self, head: tuple[Mark, ...], first: tuple[Mark, ...]) -> str:
        kinds = {mark.kind for mark in (*head, *first)}
        if len(kinds) == 1 and kinds != {"keep"}:
            (kind,) = kinds
            return self._sign(kind, f"{_bold(head)} {_plain(first)}".strip(), (*head, *first))
        return f"**{self._marks(head)}** {self._marks(first)}" if head else self._marks(first)

    def _paragraph(self, marks: tuple[Mark, ...], before: str = "") -> str:
        kinds = {mark.kind for mark in marks}
        kind = paragraph_kind(marks)
        if len(kinds) == 1 and kind != "keep":
            return self._sign(kind, before + _plain(marks), marks)
        break_before = self._sign(kind, before, ()) if before and kind != "superseded" else ""
        return break_before + self._marks(marks)

    def _marks(self, marks: Iterable[Mark]) -> str:
        shown = tuple(marks)
        after = (*shown[1:], None)
        return "".join(
            self._sign(mark.kind, words, (mark,), goes_on=following is not None and mark.by == following.by)
            for mark, words, following in zip(shown, _words(shown), after, strict=True)
        )

    def _sign(self, kind: str, words: str, marks: Iterable[Mark], goes_on: bool = False) -> str:
        """The words in the signs of their kind; what came and went is a remark, for neither text has it.

        The instrument is named after the last mark of those that it made side by side.
        """
        marked = self._marked
        names = tuple(dict.fromkeys(marked.source(name).name for mark in marks for name in mark.by))
        if kind == "superseded":
            return self._remark(f"“{words}” put in by {names[0]}, taken out by {names[-1]}")
        opens, closes = (_FILED if self._filing else _SIGNS)[kind]
        told_apart = marked.by_instrument and kind != "keep" and names and not goes_on
        return f"{opens}{words}{closes}{self._remark('; '.join(names)) if told_apart else ''}"

    def _remark(self, words: str) -> str:
        """What is said of the text and is none of it: a comment, or in a filing in italics."""
        return f"*{escaped(words)}*" if self._filing else f"{{>>{words.replace('<<}', '<< }')}<<}}"


def _bold(marks: Iterable[Mark]) -> str:
    words = _plain(marks)
    return f"**{words}**" if words else ""


def _plain(marks: Iterable[Mark]) -> str:
    return "".join(_words(marks))


def _words(marks: Iterable[Mark]) -> Iterator[str]:
    """The words of each mark, escaped: only those of the first begin a paragraph."""
    for place, mark in enumerate(marks):
        yield inline(mark.text) if place else escaped(mark.text)
