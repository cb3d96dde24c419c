"""An instrument: an amending document, its own words and the operations read from them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from amendments.adoption import UNKNOWN, Adoption
from amendments.operations import Operation
from corpus.model import Text, Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """``id`` is the effective date and the order on that day, ``1998-03-26-1``; it stays when either is corrected.

    ``effective`` is the day the change takes force. One that takes force only upon an event has the ``condition`` in
    words, and the earliest day that it could be. ``file_number`` is the number that the filing bears, or empty;
    ``number`` what its parties call it by, ``Amendment No. 2``, or empty.
    ``edited`` where a person wrote operations, left some out or put them in another order than they were read;
    ``assumed`` where no document of it is in the record, only what later ones show that it must have done.
    ``text`` is the instrument's own words, and operations run in the order given.
    """

    id: str
    title: str
    effective: date
    turn: int
    condition: str = ""
    adoption: Adoption = UNKNOWN
    file_number: str = ""
    number: str = ""
    edited: bool = False
    assumed: bool = False
    text: Text
    operations: tuple[Operation, ...]

    @property
    def order(self) -> tuple[date, int]:
        """Effective date, then the turn on that day."""
        return self.effective, self.turn

    def operation(self, name: str) -> Operation:
        return next(operation for operation in self.operations if operation.id == name)

    def uri(self, work: Work) -> str:
        return f"/akn/{work.jurisdiction}/doc/amendment/{work.key}/{self.id.rpartition('-')[0]}/{self.id}"


def turn_of(instrument: str) -> int:
    """The turn that an id names."""
    return int(instrument.rpartition("-")[2])
