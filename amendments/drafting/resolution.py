"""A drafted resolution: a clause for each change, tried on the text as the clauses before it leave it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from amendments.adoption import Adoption
from amendments.drafting.changes import Added, Change, Removed, Rewritten, changes
from amendments.drafting.document import Block, certificate, printed, quoted, set_in
from amendments.drafting.plain import plain, plain_text
from amendments.drafting.renumbering import renumbered
from amendments.drafting.saying import all_of, ended, in_full, marked, name_of
from amendments.drafting.strikes import strikes
from amendments.drafting.trial import carried_out
from corpus.address import Address
from corpus.dates import spoken
from corpus.model import Provision, Text
from corpus.tree import find, replaced


@dataclass(frozen=True, slots=True)
class NotInResolution(Exception):  # it never leaves this package: it is how drafting a resolution says no
    """No clause was found that does a change and nothing else."""

    address: Address
    why: str


def resolution(
    before: Text,
    after: Text,
    title: Sequence[str],
    effective: date | None,
    adoption: Adoption,
    *,
    renumbers: bool,
    by_words: bool,
) -> tuple[Block, ...]:
    """The whole document that turns ``before`` into ``after``, a plain text; raises NotInResolution.

    With ``renumbers`` what only took another number is renumbered, else deleted here and added there. With
    ``by_words`` small changes are struck and inserted, else every changed provision is given whole.
    """
    name = name_of(" ".join(title))
    drafter = _Drafter(before, name, by_words=by_words)
    if renumbers:
        drafter.renumber(after)
    for change in changes(plain_text(drafter.text), after):
        drafter.change(change)
    day = f", effective {spoken(effective)}," if effective else ""
    clauses = (Block("clause", f"that the {name} are hereby amended{day} as follows:"), *drafter.clauses)
    return (
        *(Block("title", line) for line in ("AMENDMENT TO THE", *map(_as_title, title))),
        *_resolved(clauses),
        Block("closing", f"Except as amended above, the {name} remain in full force and effect."),
        *certificate("amendment", adoption),
    )


def _as_title(line: str) -> str:
    """A line of a title is told from a sentence by its end, or by capitals."""
    return line.upper() if line.endswith((".", ":", ";")) else line


def _resolved(clauses: Sequence[Block]) -> tuple[Block, ...]:
    leads = ("RESOLVED,", *("RESOLVED FURTHER,",) * len(clauses))
    made: list[Block] = []
    for block in clauses:
        count = sum(1 for one in made if one.kind == "clause")
        made.append(replace(block, lead=leads[min(count, 1)]) if block.kind == "clause" else block)
    return tuple(made)


class _Drafter:
    def __init__(self, before: Text, name: str, *, by_words: bool) -> None:
        self.text = before
        self.clauses: list[Block] = []
        self._renumbered: list[Address] = []
        self._name = name
        self._by_words = by_words

    def renumber(self, after: Text) -> None:
        """Free the numbers that are taken by others, then renumber: articles first, then sections within each."""
        moves = renumbered(self.text, after)
        articles = [move for move in moves if len(move[0].steps) == 1]
        self._moved(articles)
        holders = dict(articles)
        groups: dict[Address, list[tuple[Address, Address]]] = {}
        for old, new in moves:
            if len(old.steps) > 1:
                above = holders.get(old.parent, old.parent)
                groups.setdefault(above, []).append((above.under(old.steps[-1]), above.under(new.steps[-1])))
        for group in groups.values():
            self._moved(group)

    def _moved(self, moves: Sequence[tuple[Address, Address]]) -> None:
        if not moves:
            return
        leaving = [old for old, _ in moves]
        blocks = [
            self._deletion(new)
            for _, new in moves
            if not any(new.matches(old) for old in leaving) and self._stands(new) is not None
        ]
        above = moves[0][0].parent
        holder = f" of {in_full(above)} of the {self._name}" if above.steps else ""  # "and IX of the" is no number
        each = "" if len(moves) == 1 else ", respectively"
        verb = "is" if len(moves) == 1 else "are"
        old, new = all_of(leaving), all_of([new for _, new in moves])
        said = f"that {old}{holder} {verb} hereby renumbered as {new}{each}."
        if self._do([*blocks, Block("clause", said)]):
            self._renumbered += (new for _, new in moves)

    def _stands(self, address: Address) -> Provision | None:
        found = find(self.text, address)
        return found if found is not None and found.status != "deleted" else None

    def _do(self, blocks: Sequence[Block]) -> bool:
        """Take clauses up where they are carried out."""
        done = carried_out(blocks, self.text, self._serial)
        if done is not None:
            self.clauses += blocks
            self.text = done
        return done is not None

    @property
    def _serial(self) -> str:
        """What the identities of new provisions begin with, other for each clause."""
        return f"draft-{len(self.clauses)}"

    def change(self, change: Change) -> None:
        match change:
            case Added(address=address, new=new):
                self._whole(address, new, f"that {self._addition(address)}, to read as follows:")
            case Removed(address=address):
                if not self._do([self._deletion(address)]):
                    raise NotInResolution(address, "it can't be said which provision is deleted")
            case Rewritten(address=address, new=new) if change.heading_only:
                if not self._entitled(address, new):
                    self._restated(address, new)
            case Rewritten(address=address, new=new):
                if not (self._by_words and self._reworded(address, new)):
                    self._restated(address, new)

    def _said(self, address: Address) -> str:
        moved = any(address.steps[: len(new.steps)] == new.steps for new in self._renumbered)
        return f"{in_full(address)} of the {self._name}{' (as renumbered above)' if moved else ''}"

    def _deletion(self, address: Address) -> Block:
        return Block("clause", f"that {self._said(address)} is hereby deleted in its entirety.")

    def _addition(self, address: Address) -> str:
        step = in_full(Address(address.steps[-1:]))
        holder = f"{in_full(address.parent)} of the {self._name}" if address.parent.steps else f"the {self._name}"
        return f"a new {step} is hereby added to {holder}"

    def _restated(self, address: Address, new: Provision) -> None:
        said = f"that {self._said(address)} is hereby amended and restated in its entirety to read as follows:"
        self._whole(address, new, said)

    def _whole(self, address: Address, new: Provision, said: str) -> None:
        body = printed(new)
        for words in (quoted(body), set_in(body)):
            blocks = (Block("clause", said), *words)
            done = carried_out(blocks, self.text, self._serial)
            standing = find(done, address) if done is not None else None
            if done is not None and standing is not None and plain(standing) == new:
                self.clauses += blocks
                self.text = done
                return
        raise NotInResolution(address, "below its clause the new words are not read back as the copy has them")

    def _entitled(self, address: Address, new: Provision) -> bool:
        """Give a provision its new heading alone; whether that could be said."""
        standing, heading = find(self.text, address), marked(new.heading)
        if standing is None or not standing.heading or not new.heading or heading is None:
            return False
        said = f"that the heading of {self._said(address)} is hereby amended to read {heading}"
        clause = Block("clause", ended(said))
        done = carried_out((clause,), self.text, self._serial)
        titled = find(done, address) if done is not None else None
        if done is None or titled is None or titled != replace(standing, heading=new.heading):
            return False
        self.clauses.append(clause)
        self.text = done
        return True

    def _reworded(self, address: Address, new: Provision) -> bool:
        """Strike and insert in a provision, and give it its new heading; whether both could be said."""
        kept = self.text, list(self.clauses)
        standing = find(self.text, address)
        if standing is not None and standing.heading != new.heading and not self._entitled(address, new):
            return False
        found = strikes(address, self._said(address), new, self.text, self._serial)
        if found is None:
            self.text, self.clauses = kept
            return False
        self.clauses.append(found[0])
        self.text = replaced(self.text, address, lambda _: found[1])
        return True
