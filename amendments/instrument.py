"""An instrument: an amending document, its own words and the operations read from them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from amendments.operations import Operation
from corpus.model import Text, Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """``id`` is the effective date and the order on that day, ``1998-03-26-1``.

    ``adopted`` is the day the body voted, None where the record does not say; ``effective`` the day the change
    takes force; ``file_number`` the number that the filing bears, or empty. ``text`` is the instrument's own
    words, and operations run in the order given.
    """

    id: str
    title: str
    effective: date
    adopted: date | None = None
    file_number: str = ""
    text: Text
    operations: tuple[Operation, ...]

    @property
    def order(self) -> tuple[date, int]:
        """Effective date, then order on that day."""
        return self.effective, int(self.id.rpartition("-")[2])

    def uri(self, work: Work) -> str:
        return f"/akn/{work.jurisdiction}/doc/amendment/{work.key}/{self.effective}/{self.id}"


def instrument_id(effective: date, taken: frozenset[str]) -> str:
    """The next free id on a day, given those in use."""
    order = 1
    while f"{effective}-{order}" in taken:
        order += 1
    return f"{effective}-{order}"
