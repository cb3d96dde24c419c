"""What can be wrong with an amending document, or with what is asked of a record: leaves that name the fact."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from corpus.dates import spoken
from corpus.errors import BookError, SourceError


class AlreadyRecorded(BookError):
    def __init__(self, name: str, work: str, recorded: str) -> None:
        super().__init__(
            f"{name} is already in the record of '{work}', byte for byte, since {recorded}.",
            "Nothing was recorded again.",
        )


class BaseExists(BookError):
    def __init__(self, work: str, name: str) -> None:
        super().__init__(
            f"'{work}' already has its base, and {name} holds another.",
            "Import it under another key with --work.",
        )


class SeveralBases(SourceError):
    def __init__(self, name: str, lines: Iterable[int]) -> None:
        found = ", ".join(map(str, lines))
        super().__init__(
            f"{name} seems to hold several bylaws: titles stand on the lines {found}.",
            "Keep one of them in a copy of the file, without its table of contents.",
        )


class InstructionsUnread(SourceError):
    def __init__(self, name: str, line: int, count: int) -> None:
        some = "an instruction that" if count == 1 else f"{count} instructions that"
        super().__init__(
            f"{name}, line {line}: the amendment has {some} could not be read or decided, so nothing was recorded.",
            "'bylaws amend WORK FILE --preview' shows where; mend the words in a copy of the file.",
        )


class NotAsWritten(SourceError):
    def __init__(self, name: str, why: str) -> None:
        super().__init__(
            f"{name}: an operation that you wrote can't be carried out on the text as it is now: {why}",
            "Nothing was recorded. Write it again with 'bylaws amend --edit'.",
        )


class NothingAmended(SourceError):
    def __init__(self, name: str, line: int, title: str) -> None:
        super().__init__(
            f"{name}, line {line}: '{title}' holds no instruction that amends the bylaws.",
            'An instruction is such as "Section 2 of Article III is amended to read as follows:".',
        )


class NothingToAmend(SourceError):
    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} holds bylaws and no amendment.", "Record bylaws with 'bylaws import FILE --work KEY'."
        )


class BaseMissing(BookError):
    def __init__(self, work: str, name: str) -> None:
        super().__init__(
            f"{name} holds only amendments, and '{work}' has no base to apply them to.",
            f"Import the original bylaws first: bylaws import FILE --work {work}.",
        )


class Homeless(SourceError):
    """A schedule lists a section, and which provision of the text it means can't be told."""

    def __init__(self, stated: str, candidates: Iterable[str], why: str) -> None:
        found = "; ".join(candidates)
        super().__init__(
            f"The schedule lists '{stated}'{why}, and the text in force has "
            + (f"several of that number ({found})." if found else "no section of that number."),
            "Put the article's heading above it, or the number that is meant, in a copy of the file.",
        )


class ListedTwice(SourceError):
    def __init__(self, stated: str, address: str) -> None:
        super().__init__(
            f"The schedule lists {address} twice, the second time as '{stated}'.",
            "Keep the one that was adopted in a copy of the file.",
        )


class Unplaced(SourceError):
    """A schedule names an article, and what it does to it can't be told."""

    def __init__(self, stated: str, why: str) -> None:
        super().__init__(
            f"The schedule names '{stated}' and {why}.",
            'Sections are recognised by lines such as "Section 1. Name."; mend them in a copy of the file.',
        )


class TooEarly(SourceError):
    def __init__(self, name: str, line: int, effective: date, adopted: date) -> None:
        super().__init__(
            f"{name}, line {line}: the amendment is dated {effective}, before the bylaws were adopted on {adopted}.",
            "Check the two dates; --effective says the right one.",
        )


class DatesStated(SourceError):
    def __init__(self, name: str, count: int) -> None:
        super().__init__(
            f"{name} gives the dates of {count} amendments itself, and --effective can't be meant for all of them.",
            "Leave it out, or give the one amendment in a file of its own.",
        )


class SeveralDays(SourceError):
    def __init__(self, name: str, line: int, days: Iterable[date]) -> None:
        super().__init__(
            f"{name}, line {line}: the amendment says that it takes effect on {' and on '.join(map(spoken, days))}.",
            "Give what takes effect on each day in a file of its own, or say the one day with --effective.",
        )


class SomeDated(SourceError):
    def __init__(self, name: str, line: int, words: str, day: date) -> None:
        super().__init__(
            f"{name}, line {line}: it does not say when '{words[:60]}' takes effect, as other changes do, the "
            f"first on {spoken(day)}.",
            "Give it in a file of its own, or say the one day of all with --effective.",
        )


class SaidOfSeveral(SourceError):
    def __init__(self, name: str, count: int) -> None:
        super().__init__(
            f"{name} holds {'bylaws' if count == 1 else f'{count} documents'}, and --by, --how, --vote, "
            "--certified-by, --upon, --number and --edit are said of one amendment.",
            "Leave them out; of an amendment they can be said afterwards with 'bylaws correct'.",
        )


class SameWords(BookError):
    def __init__(self, name: str, line: int, instrument: str) -> None:
        super().__init__(
            f"{name}, line {line}: the record has an amendment of the same words and date already, {instrument}.",
            "Nothing was recorded.",
        )


class BadJurisdiction(BookError):
    def __init__(self, code: str) -> None:
        super().__init__(
            f"'{code}' is not the code of a jurisdiction.",
            "Write the country and, if need be, its part in ISO 3166 letters: us-ca, gb-sct, fr.",
        )


class BadTitle(BookError):
    def __init__(self, title: str) -> None:
        super().__init__(f"{title!r} can't be a title: it holds a control character.", "Write it on one line.")


class NotPrintable(BookError):
    def __init__(self, what: str, said: str) -> None:
        super().__init__(f"{what} holds a control character: {said!r}.", "Write it in plain letters on one line.")


class ConditionStated(SourceError):
    def __init__(self, name: str, line: int, words: str) -> None:
        super().__init__(
            f"{name}, line {line}: the amendment seems to wait for an event: '{words}'.",
            'Say --upon "the event" or, where it has happened, --effective DATE.',
        )
