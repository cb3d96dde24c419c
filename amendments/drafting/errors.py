"""Why an amendment can't be drafted: leaves that name the fact."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from corpus.dates import spoken
from corpus.errors import SourceError


class NotACopy(SourceError):
    """The file is no whole copy of the bylaws."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(
            f"{name} is no copy of the bylaws: {why}.",
            "Give the whole text, as 'bylaws show WORK -o FILE' prints it, with your changes in it.",
        )


class NumberedTwice(SourceError):
    def __init__(self, name: str, address: str, count: int) -> None:
        super().__init__(
            f"{name} has {count} provisions that are {address}.", "Give each a number of its own in the copy."
        )


class NotAWord(SourceError):
    """Something that is printed beside the words was edited, and would be read as words."""

    def __init__(self, name: str, address: str, found: str) -> None:
        super().__init__(
            f"{name}, {address}: '{found}' looks like a note beside the words, and is none that the text in force has.",
            "Take it out of the copy, or leave it as it was printed.",
        )


class CopyOfAnotherDay(SourceError):
    def __init__(self, name: str, said: date, day: date, address: str) -> None:
        super().__init__(
            f"{name} says that it is the text of {spoken(said)}, which is not that of {spoken(day)}: {address} is "
            "another.",
            f"Say --as-of {said}, or make the copy of another day.",
        )


class ChangedMeanwhile(SourceError):
    """The text that the copy was made from is not the one that the amendment would meet."""

    def __init__(self, day: date, effective: date, address: str) -> None:
        super().__init__(
            f"{address} is not the same on {spoken(day)}, when the copy was made, as just before the amendment would "
            f"take effect on {spoken(effective)}.",
            f"Make the copy of the text as of {effective}, and say --as-of {effective}.",
        )


class OutsideProvisions(SourceError):
    """The copy changes what no operation changes."""

    def __init__(self, name: str, findings: Iterable[str]) -> None:
        super().__init__(
            f"{name} changes what no amendment of a provision changes: {'; '.join(findings)}.",
            "Put it back in the copy; a new title takes restated bylaws, which 'bylaws amend' records.",
        )


class CantBeDrafted(SourceError):
    """No document was found that is read back as the edited copy."""

    def __init__(self, address: str, style: str, why: str) -> None:
        where = f"The change of {address}" if address else "The change"
        super().__init__(
            f"{where} can't be put into a {style} that is read back as the copy has it: {why}.",
            "Try the other --style, or mend the words in the copy.",
        )
