"""The lines of a source, each knowing where it stood, and the lines set aside as page furniture."""

from __future__ import annotations

from dataclasses import dataclass, replace

from corpus.address import Level


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a source: its words without the space around them.

    ``number`` counts from 1; ``indent`` is in columns; ``offset`` is the place of the first word in the
    decoded source, in characters. A format that says so itself tells whether the line is ``centred`` (None where the
    columns must show it), of which rank a ``heading`` it is (0 for none), that it is of a ``whole`` paragraph, which no
    blank line cuts, and that it is ``set_off`` as a quotation.
    """

    text: str
    indent: int
    number: int
    offset: int
    centred: bool | None = None
    heading: int = 0
    whole: bool = False
    set_off: bool = False

    @property
    def blank(self) -> bool:
        return not self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """Words that belong to the page and not to the text, with the name of the reason.

    ``joins`` where they are cut out of the middle of a line, so that what stands around them touches: tracked changes.
    """

    reason: str
    line: Line
    joins: bool = False

    @property
    def shown(self) -> str:
        """The words on one line; a lone end of a paragraph as the sign that editors show for it."""
        return " ".join(self.line.text.split()) or ("¶" if "\n" in self.line.text else self.line.text)


@dataclass(frozen=True, slots=True)
class Opening:
    """What opens a provision: the number as printed, the heading as printed or empty, the words after it."""

    num: str
    heading: str
    rest: str

    def after(self, mark: str) -> Opening:
        """The same with a quotation mark before its number."""
        return replace(self, num=mark + self.num)


@dataclass(frozen=True, slots=True)
class Numbered:
    """What a number without a word before it opens; None for the level of an item, which its list gives.

    ``doubtful`` where two lists could go on with it.
    """

    opening: Opening
    level: Level | None
    doubtful: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Lines that stand together between blank lines, joined again where a page cut them.

    ``opening`` where a bare number opens a provision, which the numbers around it must show.
    """

    lines: tuple[Line, ...]
    after_page: bool = False
    opening: Numbered | None = None

    @property
    def text(self) -> str:
        return " ".join(" ".join(line.text.split()) for line in self.lines)

    @property
    def indent(self) -> int:
        return self.lines[0].indent

    @property
    def set_off(self) -> bool:
        """Whether the format sets it off as a quotation."""
        return all(line.set_off for line in self.lines)

    @property
    def number(self) -> int:
        """The line it begins on."""
        return self.lines[0].number
