"""The grammar of changes of words: strike, insert, replace, in a provision or wherever they appear."""

from __future__ import annotations

from dataclasses import replace

from amendments.operations import Spot
from amendments.prose.extensions import putting_in
from amendments.prose.instructions import WHOLE, Insert, Instruction
from amendments.prose.parts import occurrence, part, part_after
from amendments.prose.places import places, whole
from amendments.prose.quotations import INSTEAD, THE_WORDS, Place, narrowed, new_words, old_words, rewrite_of
from amendments.prose.scanner import Scanner
from corpus.address import Address

_STRIKING = (
    r"(?:(?:deleting|delete|striking|strike|removing|remove|eliminating|eliminate)\b(?: out)?(?: therefrom)?|"
    r"the (?:deletion|removal) of)"
)
_PUTTING = (
    r"(?:inserting|insert|substituting|substitute|adding|add|the (?:insertion|substitution|addition) of|"
    r"replac(?:e|ing) (?:it|them|such words?|the same|said words?) with)"
)
_STRUCK = r"(?:deleted|stricken|struck|removed)(?: out)?(?: therefrom)?(?: and)?(?: replaced)?"
_CHANGED = (
    r"(?:(?:deleted |stricken |struck )?(?:and )?(?:hereby )?replaced|changed|amended|"
    r"revised)(?: to read| to| with| by)?"
)
_EACH = r"(?:each|every|all|any) (?:references?|occurrences?|instances?|uses?)(?: (?:to|of))?"
_IS = r",?\s*(?:shall be|is|are|be)(?: each)?(?: hereby)?(?: deemed(?: to be)?)?\s*"


def after_by(targets: tuple[Address, ...], scanner: Scanner, known: Spot = WHOLE) -> tuple[Instruction, ...]:
    """change = striking | putting in | replacing | substituting, after "is amended by" or "is amended to" """
    where = _where(scanner, known)
    if scanner.take(_STRIKING):
        return _striking(targets, scanner, where)
    if scanner.take(r"(?:replacing|replace|changing|change)(?= )"):
        each = scanner.take(_EACH)
        old, which, where = old_words(scanner, where)
        scanner.expect(r",?(?: (?:with|by|to)(?: read)?)", "“with” and the new words")
        new = new_words(scanner)
        which = "each" if each else which or everywhere(scanner)
        return (rewrite_of(targets, old, which, where, new),)
    if scanner.take(r"substituting|substitute(?= )|the substitution of"):
        new = new_words(scanner)
        scanner.expect(r",?(?: in (?:lieu|place) of| for)", "“for” and the words that are struck")
        old, which, where = old_words(scanner, where)
        return (rewrite_of(targets, old, which, where, new),)
    if scanner.take(r"(?:inserting|insert|adding|add|the (?:insertion|addition) of)\b(?: thereto| therein)?"):
        return putting_in(targets, scanner, where)
    raise scanner.stopped("“striking”, “inserting”, “replacing”, “substituting” or “adding”")


def words_first(scanner: Scanner) -> tuple[Instruction, ...]:
    """words = ["in" [part] place ","] ("strike" | "each reference to" | "the words") quotation … ["in" place]"""
    targets: tuple[Address, ...] | None = None
    where = WHOLE
    if scanner.take(r"in(?= )"):
        where = part(scanner)
        scanner.take(r"each of")
        targets = places(scanner) or whole(scanner)
        if targets is None:
            raise scanner.stopped("the provision in which words are changed")
        if not where.narrows:
            where = part_after(scanner)
        scanner.take(r",")
    if scanner.take(r"(?:strike|delete|remove)(?: out)?(?: from(?= ))?"):
        return _imperative(targets, where, scanner)
    if scanner.take(r"(?:insert|add)(?= )"):
        return putting_in(targets, scanner, where) if targets else _put_beside(scanner)
    if scanner.take(
        r"(?:replace|change)(?= )(?! (?:all of )?(?:the )?(?:articles?|sections?|paragraphs?|first|last) )"
    ):
        each = scanner.take(_EACH)
        old, which, where = old_words(scanner, where)
        if each and targets is None and scanner.take(r",? (?:in|throughout)(?= )"):
            targets = places(scanner) or whole(scanner)
        scanner.expect(r"with|by|to", "“with” and the new words")
        new = new_words(scanner)
        which = "each" if each else which or everywhere(scanner)
        return (rewrite_of(_said(targets, scanner), old, which, where, new),)
    return _passive(targets, where, scanner)


def everywhere(scanner: Scanner) -> Place | None:
    """everywhere = occurrence | "throughout" [place], which is read after it"""
    if found := occurrence(scanner):
        return found
    return "each" if scanner.take(r"(?=,? throughout )|,? throughout(?=[.;,]|$)") else None


def _put_beside(scanner: Scanner) -> tuple[Instruction, ...]:
    """put beside = quotation ("after" | "before") quotation "in" [part] place"""
    scanner.take(THE_WORDS)
    new = scanner.quotation()
    side = scanner.take(r",? (?:immediately )?(?P<side>after|following|before|preceding)(?= )") if new else None
    if new is None or side is None:
        return ()
    old, which, where = old_words(scanner, WHOLE)
    if not where.narrows:
        scanner.expect(r",? in(?= )", "“in” and the provision")
        where = part(scanner)
    targets = places(scanner) or whole(scanner)
    return (replace(rewrite_of(_said(targets, scanner), old, which, where, new, side["side"]), exact=True),)


def _imperative(targets: tuple[Address, ...] | None, where: Spot, scanner: Scanner) -> tuple[Instruction, ...]:
    """imperative = "strike" ["from" [part] place] quotations ["from" [part] place] ["and insert" quotation | below]"""
    where = where if targets else part(scanner)
    targets = targets or places(scanner)
    scanner.take(THE_WORDS)
    olds = _quotations(scanner)
    if not olds:
        return ()
    which = occurrence(scanner)
    if targets is None and scanner.take(r"from|in(?= )"):
        where = part(scanner)
        targets = places(scanner) or whole(scanner)
    if not scanner.take(
        rf",? and (?:insert|substitute|replace (?:it|them) with|add)(?: the following)?(?:{INSTEAD})?:?"
    ):
        return _struck(_said(targets, scanner, olds), olds, which, where)
    if scanner.ended():
        return (*_struck(_said(targets, scanner, olds), olds, which, where), Insert(here=True))
    new = new_words(scanner)
    scanner.take(INSTEAD)
    return (rewrite_of(_said(targets, scanner, olds), _only(olds, scanner), which, where, new),)


def _passive(targets: tuple[Address, ...] | None, where: Spot, scanner: Scanner) -> tuple[Instruction, ...]:
    """passive = ["each reference" ["in" place] "to" | "the words"] quotations ["in" [part] place] "is" (deleted | …)"""
    each = scanner.take(_EACH)
    if each and targets is None and scanner.take(r"in(?= )"):
        targets = places(scanner) or whole(scanner)
        scanner.expect(r",?(?: to| of)", "“to” and the words")
    scanner.take(THE_WORDS)
    olds = _quotations(scanner)
    if not olds:
        return ()
    which: Place | None = "each" if each else None
    which = which or occurrence(scanner)
    if found := scanner.take(r",?(?: contained| appearing| found| set forth)? (?P<how>in|throughout|from)(?= )"):
        which = which or ("each" if found["how"].lower() == "throughout" else None)
        where = narrowed(scanner, where)
        targets = _inner(targets, scanner)
    which = which or occurrence(scanner)
    scanner.expect(_IS, "“is deleted”, “is replaced” or “is inserted”")
    if scanner.take(r"(?:inserted|added)"):
        side = scanner.expect(r"(?:immediately )?(?P<side>after|following|before|preceding)", "“after” or “before”")
        scanner.take(THE_WORDS)
        beside, which, where = old_words(scanner, where)
        new = _only(olds, scanner)
        return (replace(rewrite_of(_said(targets, scanner), beside, which, where, new, side["side"]), exact=True),)
    if scanner.take(_CHANGED):
        new = new_words(scanner)
        which = which or occurrence(scanner)
        if targets is None and scanner.take(r"(?=,? throughout )"):
            which = which or "each"
        return (rewrite_of(_said(targets, scanner), _only(olds, scanner), which, where, new),)
    scanner.expect(_STRUCK, "“deleted” or “replaced”")
    if scanner.take(
        r"(?: and)?(?: (?:with|by)| (?:inserting|substituting|replaced (?:with|by)))|"
        r"(?:,? and)? (?=(?:the words |the phrase )?[\"“])"
    ):
        new = new_words(scanner)
        scanner.take(r"(?:is |are )?(?:inserted|substituted)")
        scanner.take(INSTEAD)
        return (rewrite_of(_said(targets, scanner), _only(olds, scanner), which, where, new),)
    return _struck(_said(targets, scanner), olds, which, where)


def _striking(targets: tuple[Address, ...], scanner: Scanner, where: Spot) -> tuple[Instruction, ...]:
    """striking = "striking" quotations [occurrence] ["and inserting" ["in lieu thereof"] quotation ["in its place"]]"""
    old, which, place = old_words(scanner, where)
    olds = (old, *_more_quotations(scanner))
    if len(olds) > 1 and (which is not None or place != where):
        raise scanner.stopped("the place of each of the words, not of the first alone")
    where = place
    start = scanner.at
    if scanner.take(rf",? and(?: by)? {_PUTTING}"):
        scanner.take(INSTEAD)
        new = new_words(scanner, needed=False)
        if new:
            scanner.take(INSTEAD)
            if which is None:
                which = occurrence(scanner)
            return (rewrite_of(targets, _only(olds, scanner), which, where, new),)
    scanner.at = start
    return _struck(targets, olds, which, where)


def _quotations(scanner: Scanner) -> tuple[str, ...]:
    """quotations = quotation {"," quotation} ["and" quotation]"""
    first = scanner.quotation()
    return () if first is None else (first, *_more_quotations(scanner))


def _more_quotations(scanner: Scanner) -> tuple[str, ...]:
    more: list[str] = []
    while scanner.take(r"(?:,|,? and)(?: the (?:words?|phrase))? (?=[\"“])"):
        words = scanner.quotation()
        if words is None:
            raise scanner.stopped("the words in quotation marks")
        more.append(words)
    return tuple(more)


def _struck(
    targets: tuple[Address, ...], olds: tuple[str, ...], which: Place | None, where: Spot
) -> tuple[Instruction, ...]:
    return tuple(rewrite_of(targets, old, which, where, "") for old in olds)


def _only(olds: tuple[str, ...], scanner: Scanner) -> str:
    if len(olds) > 1:
        raise scanner.stopped("one stretch of words, not several, for those that replace them")
    return olds[0]


def _where(scanner: Scanner, known: Spot) -> Spot:
    found = scanner.take(r",? in(?= the \w+ (?:sentence|paragraph))")
    where = part(scanner) if found else known
    scanner.take(r"(?: thereof)?,")
    return where if where.narrows else known


def _inner(above: tuple[Address, ...] | None, scanner: Scanner) -> tuple[Address, ...] | None:
    """A provision named after the words; not where one was named before them, for it may be another."""
    if above is not None:
        raise scanner.stopped("“is deleted”, “is replaced” or “is inserted”")
    return places(scanner) or whole(scanner)


def _said(targets: tuple[Address, ...] | None, scanner: Scanner, olds: tuple[str, ...] = ()) -> tuple[Address, ...]:
    """The provisions that were named, or are named now at the end of the sentence.

    Whole sentences that are struck say themselves where they stand, if they stand once: then it is none.
    """
    if targets is None and scanner.take(r",? (?:in|throughout|from)(?= )"):
        targets = places(scanner) or whole(scanner)
    if targets is None and olds and all(_is_sentence(old) for old in olds):
        return ()
    if targets is None:
        raise scanner.stopped("the provision in which the words stand")
    return targets


def _is_sentence(words: str) -> bool:
    return len(words.split()) > 2 and words[:1].isupper() and words.endswith(".")
