"""The grammar of changes of words: strike, insert, replace, in a provision or wherever they appear."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from amendments.operations import Side, Which
from amendments.prose.instructions import BYLAWS, Extend, Instruction, Rewrite
from amendments.prose.places import occurrence, places, sentence, whole
from amendments.prose.scanner import Scanner
from corpus.address import Address

_THE_WORDS = (
    r"\s*(?:the |all )?(?:(?:following|new|specific|existing)\s+)?(?:words?|phrases?|terms?|numbers?|figures?|"
    r"references?|language|text|amount|dates?|punctuation|sentences?"
    r"|paragraphs?)?(?: (?:and|or) (?:figures?|numbers?|words?|phrases?))?(?: (?:that |which )?(?:reads?|"
    r"reading))?(?: to)?(?: the)?(?: (?:words?|phrases?|terms?))?\s*[:,]?"
)
_STRIKING = r"(?:(?:deleting|striking|removing|eliminating)(?: out)?(?: therefrom)?|the (?:deletion|removal) of)"
_PUTTING = (
    r"(?:inserting|substituting|adding|the (?:insertion|substitution|addition) of|"
    r"replacing (?:it|them|such words?|the same|said words?) with)"
)
_INSTEAD = (
    r"(?:,? (?:in (?:lieu|place|substitution) (?:thereof|of (?:it|them))|in (?:its|their) (?:place|"
    r"stead)|therefor|instead))"
)
_STRUCK = r"(?:deleted|stricken|struck|removed)(?: out)?(?: therefrom)?(?: and)?(?: replaced)?"
_CHANGED = (
    r"(?:(?:deleted |stricken |struck )?(?:and )?(?:hereby )?replaced|changed|amended|"
    r"revised)(?: to read| to| with| by)?"
)
_IS = r",?\s*(?:shall be|is|are|be)(?: hereby)?\s*"


_SIGNS = {"period": ".", "comma": ",", "semicolon": ";", "semi-colon": ";", "colon": ":"}
_SIGN_NAMES = "|".join(_SIGNS)
Place = Which | Literal["last"]
"""Which occurrence is meant; "last" for a sign at the end."""


def after_by(targets: tuple[Address, ...], scanner: Scanner, which_sentence: int = 0) -> tuple[Instruction, ...]:
    """change = striking | putting in | replacing | substituting, after "is amended by" """
    where = _where(scanner, which_sentence)
    if scanner.take(_STRIKING):
        return _striking(targets, scanner, where)
    if scanner.take(r"(?:replacing|changing)"):
        old, which, where = _old(scanner, where)
        scanner.expect(r",?(?: (?:with|by|to)(?: read)?)", "“with” and the new words")
        return (_rewrite(targets, old, which, where, _new(scanner)),)
    if scanner.take(r"substituting|the substitution of"):
        new = _new(scanner)
        scanner.expect(r",?(?: in (?:lieu|place) of| for)", "“for” and the words that are struck")
        old, which, where = _old(scanner, where)
        return (_rewrite(targets, old, which, where, new),)
    if scanner.take(r"(?:inserting|adding|the (?:insertion|addition) of)(?: thereto| therein)?"):
        return _putting_in(targets, scanner, where)
    raise scanner.stopped("“striking”, “inserting”, “replacing”, “substituting” or “adding”")


def words_first(scanner: Scanner) -> tuple[Instruction, ...]:
    """words = ["in" [sentence] place ","] ("strike" | "each reference to" | "the words") quotation … ["in" place]"""
    targets: tuple[Address, ...] | None = None
    where = 0
    if scanner.take(r"in(?= )"):
        where = sentence(scanner)
        scanner.take(r"each of")
        targets = places(scanner) or whole(scanner)
        if targets is None:
            raise scanner.stopped("the provision in which words are changed")
        scanner.take(r",")
    if scanner.take(r"(?:strike|delete|remove)(?: out)?(?: from(?= ))?"):
        return _imperative(targets, where, scanner)
    if scanner.take(r"(?:insert|add)(?= )"):
        return _putting_in(targets, scanner, where) if targets else ()
    if scanner.take(r"(?:replace|change)(?= )"):
        old, which, where = _old(scanner, where)
        scanner.expect(r"with|by|to", "“with” and the new words")
        new = _new(scanner)
        return (_rewrite(_said(targets, scanner), old, which, where, new),)
    return _passive(targets, where, scanner)


def _imperative(targets: tuple[Address, ...] | None, where: int, scanner: Scanner) -> tuple[Instruction, ...]:
    """imperative = "strike" ["from" place] quotation ["from" place] ["and insert" quotation]"""
    targets = targets or places(scanner)
    scanner.take(_THE_WORDS)
    old = scanner.quotation()
    if old is None:
        return ()
    which = occurrence(scanner)
    if targets is None and scanner.take(r"from|in(?= )"):
        targets = places(scanner) or whole(scanner)
    new = ""
    if scanner.take(
        r",? and (?:insert|substitute|replace (?:it|them) with|add)(?: in (?:its|their) place| in lieu thereof)?"
    ):
        new = _new(scanner)
        scanner.take(_INSTEAD)
    return (_rewrite(_said(targets, scanner), old, which, where, new),)


def _passive(targets: tuple[Address, ...] | None, where: int, scanner: Scanner) -> tuple[Instruction, ...]:
    """passive = ["each reference to" | "the words"] quotation ["in" place] "is" (replaced by | deleted | inserted) …"""
    each = scanner.take(r"(?:each|every|all|any) (?:references?|occurrences?|instances?|uses?)(?: (?:to|of))?")
    scanner.take(_THE_WORDS)
    old = scanner.quotation()
    if old is None:
        return ()
    which: Place | None = "each" if each else None
    which = which or occurrence(scanner)
    if found := scanner.take(r",?(?: contained| appearing| found| set forth)? (?P<how>in|throughout|from)(?= )"):
        which = which or ("each" if found["how"].lower() == "throughout" else None)
        where = sentence(scanner) or where
        targets = _inner(targets, scanner)
    which = which or occurrence(scanner)
    scanner.expect(_IS, "“is deleted”, “is replaced” or “is inserted”")
    if scanner.take(r"(?:inserted|added)"):
        side = scanner.expect(r"(?:immediately )?(?P<side>after|following|before|preceding)", "“after” or “before”")
        scanner.take(_THE_WORDS)
        beside, which, where = _old(scanner, where)
        return (replace(_rewrite(_said(targets, scanner), beside, which, where, old, side["side"]), exact=True),)
    if scanner.take(_CHANGED):
        new = _new(scanner)
        which = which or occurrence(scanner)
        if targets is None and scanner.take(r"(?=,? throughout )"):
            which = which or "each"
        return (_rewrite(_said(targets, scanner), old, which, where, new),)
    scanner.expect(_STRUCK, "“deleted” or “replaced”")
    new = ""
    if scanner.take(
        r"(?: and)?(?: (?:with|by)| (?:inserting|substituting|replaced (?:with|by)))|"
        r"(?:,? and)? (?=(?:the words |the phrase )?[\"“])"
    ):
        new = _new(scanner)
        scanner.take(r"(?:is |are )?(?:inserted|substituted)")
        scanner.take(_INSTEAD)
    return (_rewrite(_said(targets, scanner), old, which, where, new),)


def _striking(targets: tuple[Address, ...], scanner: Scanner, where: int) -> tuple[Instruction, ...]:
    """striking = "striking" quotation [occurrence] ["and inserting" ["in lieu thereof"] quotation ["in its place"]]"""
    old, which, where = _old(scanner, where)
    start = scanner.at
    if scanner.take(rf",? and(?: by)? {_PUTTING}"):
        scanner.take(_INSTEAD)
        new = _new(scanner, needed=False)
        if new:
            scanner.take(_INSTEAD)
            if which is None:
                which = occurrence(scanner)
            return (_rewrite(targets, old, which, where, new),)
    scanner.at = start
    return (_rewrite(targets, old, which, where, ""),)


def _putting_in(targets: tuple[Address, ...], scanner: Scanner, where: int) -> tuple[Instruction, ...]:
    """putting in = quotation ("after" | "before") quotation | "at the end" ["the following sentence"] [quotation]"""
    end = (
        r"(?:,? ?(?:to|at) the (?P<edge>end|beginning)"
        r"(?: (?:thereof|of the (?:section|paragraph|article|sentence)))?,?)"
    )
    edge = scanner.take(end)
    side = scanner.take(r"(?:immediately )?(?P<side>after|following|before|preceding)(?= )")
    if side and not edge:
        old, which, where = _old(scanner, where)
        scanner.take(r",")
        return (_rewrite(targets, old, which, where, _new(scanner), side["side"]),)
    what = scanner.take(
        r"(?:thereto )?,?(?:the )?(?:following )?(?:new |additional )*"
        r"(?P<what>sentence|paragraph|language|words?|phrase|text|following)s?(?: as follows)?"
    )
    apart = bool(what and what["what"].lower() == "paragraph")
    if edge is None:
        edge = scanner.take(end)
    scanner.take(r"[:,]?(?: which (?:shall )?reads?)?(?: as follows)?[:,]?")
    new = scanner.quotation() or ""
    if new and edge is None:
        side = scanner.take(r",? ?(?:immediately )?(?P<side>after|following|before|preceding)(?= )")
        if side:
            old, which, where = _old(scanner, where)
            return (replace(_rewrite(targets, old, which, where, new, side["side"]), exact=True),)
        edge = scanner.take(end)
    if edge is None:
        raise scanner.stopped("where the words stand: “after”, “before” or “at the end”")
    if len(targets) != 1 or targets[0] == BYLAWS:
        raise scanner.stopped("one provision, not several")
    at_end = edge["edge"].lower() == "end"
    return (Extend(target=targets[0], sentence=where, side="after" if at_end else "before", words=new, apart=apart),)


def _where(scanner: Scanner, known: int) -> int:
    found = scanner.take(r",? in(?= the \w+ sentence)")
    where = sentence(scanner) if found else 0
    scanner.take(r"(?: thereof)?,")
    return where or known


def _old(scanner: Scanner, where: int) -> tuple[str, Place | None, int]:
    """["the words"] quotation [occurrence] ["in the second sentence"] | "the period at the end" ["of the …"]"""
    sign = scanner.take(rf"the (?P<sign>{_SIGN_NAMES}) at the end(?: thereof)?(?: of)?")
    if sign:
        where = sentence(scanner) or where
        scanner.take(r"(?:the|such|said) (?:section|paragraph|article|sentence)")
        return _SIGNS[sign["sign"].lower()], "last", where
    scanner.take(_THE_WORDS)
    which = occurrence(scanner) if scanner.take(r"(?=the \w+ (?:time|place|instance))") else None
    old = scanner.quotation()
    if old is None:
        raise scanner.stopped("the words in quotation marks")
    which = which or occurrence(scanner)
    if scanner.take(r",? (?:in|from|of)(?= the \w+ sentence)"):
        where = sentence(scanner)
        scanner.take(r"thereof")
    which = which or occurrence(scanner)
    return old, which, where


def _new(scanner: Scanner, *, needed: bool = True) -> str:
    scanner.take(rf"(?:{_INSTEAD})?(?: with)? ?{_THE_WORDS}")
    scanner.take(r"(?:a )?reference to")
    new = scanner.quotation()
    if new is None and (sign := scanner.take(rf"a (?P<sign>{_SIGN_NAMES})\b")):
        new = _SIGNS[sign["sign"].lower()]
    if new is None and needed:
        raise scanner.stopped("the new words in quotation marks")
    return new or ""


def _inner(above: tuple[Address, ...] | None, scanner: Scanner) -> tuple[Address, ...] | None:
    """A provision named after the words; not where one was named before them, for it may be another."""
    if above is not None:
        raise scanner.stopped("“is deleted”, “is replaced” or “is inserted”")
    return places(scanner) or whole(scanner)


def _said(targets: tuple[Address, ...] | None, scanner: Scanner) -> tuple[Address, ...]:
    """The provisions that were named, or are named now at the end of the sentence."""
    if targets is None and scanner.take(r",? (?:in|throughout|from)(?= )"):
        targets = places(scanner) or whole(scanner)
    if targets is None:
        raise scanner.stopped("the provision in which the words stand")
    return targets


def _rewrite(
    targets: tuple[Address, ...], old: str, which: Place | None, where: int, new: str, side: str = ""
) -> Rewrite:
    beside: Side | None = None if not side else "before" if side.lower() in ("before", "preceding") else "after"
    return Rewrite(targets=targets, old=old, new=new, sentence=where, which=which or "only", beside=beside)
