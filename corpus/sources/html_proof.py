"""The proof that no word of a web page was lost: what another parser finds in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html.parser import HTMLParser

from corpus.errors import NotReadable, WordsUnaccounted
from corpus.sources.decoded import C1
from corpus.sources.html_layout import WITHHELD


class _Words(HTMLParser):
    """The words of a page by another parser, for the proof that none was lost."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self._unseen: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag in WITHHELD:
            self._unseen.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._unseen:
            self._unseen.remove(tag)

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.found.append(data)


def prove_words(markup: str, said: Iterable[str], name: str) -> None:
    """Hold what was read against the words that another parser finds; raises WordsUnaccounted at the first apart."""
    other = _Words()
    try:
        other.feed(markup)
        other.close()
    except AssertionError as error:  # what the parser says of "<![" and no known word
        raise NotReadable(
            name, "its markup is damaged", "Open it in a browser, save it again and give that."
        ) from error
    wanted, given = "".join(_letters(other.found)), "".join(_letters(said))
    if wanted != given:
        at = next(
            (n for n, (a, b) in enumerate(zip(wanted, given, strict=False)) if a != b), min(len(wanted), len(given))
        )
        raise WordsUnaccounted(name, 1, given[at : at + 20] or "nothing", wanted[at : at + 20] or "nothing")


def _letters(parts: Iterable[str]) -> Iterator[str]:
    """The parts without the space in them."""
    return ("".join(part.translate(C1).split()) for part in parts)
