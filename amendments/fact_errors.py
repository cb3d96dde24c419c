"""Errors of the facts that are recorded after an instrument: corrections, withdrawals, events, signatures."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from corpus.dates import spoken
from corpus.errors import BookError


class NotYetRecorded(BookError):
    def __init__(self, work: str, asked: str, first: str) -> None:
        super().__init__(
            f"Nothing of '{work}' had been recorded by {asked}: the first of it was recorded on {first}.",
            "Ask for a later moment.",
        )


class UnknownInstrument(BookError):
    def __init__(self, name: str, work: str, known: Iterable[str]) -> None:
        listed = ", ".join(known) or "none"
        super().__init__(f"The record of '{work}' has no instrument '{name}'.", f"It has: {listed}.")


class AlreadyWithdrawn(BookError):
    def __init__(self, name: str, recorded: str) -> None:
        super().__init__(f"{name} has been withdrawn already, on {recorded}.", "Nothing was recorded.")


class NoReason(BookError):
    def __init__(self) -> None:
        super().__init__("A fact that is recorded takes a reason.", 'Say it with --reason "…".')


class NotACheckpoint(BookError):
    def __init__(self, text: str) -> None:
        super().__init__(
            f"'{' '.join(text.split())[:60]}' is not a checkpoint, nor a file with one.",
            "It is the line that 'bylaws verify' prints, or a file with that line.",
        )


class NothingCorrected(BookError):
    def __init__(self, name: str) -> None:
        super().__init__(
            f"That is how {name} is recorded already.",
            "Say what is otherwise: --adopted, --by, --how, --vote, --certified-by, --title, --number, --effective, "
            "--turn, or --unknown for what is not known after all.",
        )


class TurnTaken(BookError):
    def __init__(self, day: date, turn: int, holder: str) -> None:
        super().__init__(
            f"{holder} has turn {turn} on {day}.", "Give it another turn first; any whole number from 0 on will do."
        )


class NotPending(BookError):
    def __init__(self, name: str, why: str) -> None:
        super().__init__(f"{name} waits for no event: {why}.", "Nothing was recorded.")


class BeforeItCould(BookError):
    def __init__(self, name: str, day: date, earliest: date) -> None:
        super().__init__(
            f"{name} can't have taken effect on {spoken(day)}: it could on {spoken(earliest)} at the earliest.",
            "Check the day, and the dates of the instrument.",
        )


class NothingTorn(BookError):
    def __init__(self, work: str, count: int) -> None:
        super().__init__(
            f"The ledger of '{work}' is whole: {count} facts, and none is torn.", "There is nothing to recover."
        )


class NotSigned(BookError):
    def __init__(self) -> None:
        super().__init__("The checkpoint has no signature.", "Leave out --signers, or have it made with --sign.")


class SigningFailed(BookError):
    def __init__(self, key: Path, why: str) -> None:
        super().__init__(f"{key}: the checkpoint could not be signed or checked ({why}).", "Nothing was written.")


class NoCheckpoint(BookError):
    def __init__(self) -> None:
        super().__init__("--signers checks who signed a checkpoint, and none is given.", "Give it with --checkpoint.")


class NotYet(BookError):
    def __init__(self, day: date) -> None:
        super().__init__(f"{spoken(day)} has not come yet, so nothing can have happened on it.", "Check the date.")


class SaidAndUnknown(BookError):
    def __init__(self, name: str) -> None:
        super().__init__(f"--{name} says it and --unknown {name} says that it is not known.", "Leave one of them out.")


class AssumedOtherwise(BookError):
    def __init__(self, work: str) -> None:
        super().__init__(
            f"The record of '{work}' has changed since the assumption was shown.", "Nothing was recorded. Look again."
        )


class NothingToAssume(BookError):
    def __init__(self, work: str) -> None:
        super().__init__(
            f"No lost amendment of '{work}' can be reconstructed.", "Nothing was recorded; 'bylaws audit' says why."
        )


class NoWorkNamed(BookError):
    def __init__(self) -> None:
        super().__init__("--assume is of one work, and none is named.", "Name it: bylaws audit WORK --assume.")


class NotAcceptable(BookError):
    def __init__(self, code: str) -> None:
        super().__init__(
            f"'{code}' says that the record is not as it was recorded, and that can't be accepted.",
            "Restore the file from a copy; 'bylaws verify' says when all is well.",
        )


class NoSuchFinding(BookError):
    def __init__(self, code: str, state: str, alike: Iterable[str], codes: Iterable[str]) -> None:
        of_code, known = "; ".join(alike), ", ".join(codes) or "none"
        super().__init__(
            f"The audit has no {'such ' if of_code else ''}finding '{code}' that is {state}.",
            f"Those of that code are: {of_code}." if of_code else f"What is {state}: {known}.",
        )


class SeveralFindings(BookError):
    def __init__(self, code: str, found: list[str]) -> None:
        shown = "; ".join(found[:12]) + ("; …" if len(found) > 12 else "")
        super().__init__(
            f"'{code}' can mean {len(found)} findings: {shown}.",
            "Say which with --instrument, --id or --saying, or mean all of them with --all.",
        )


class PowerExists(BookError):
    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} is there already.", "Nothing was written; move it away to have another proposed.")


class NoAmendingArticle(BookError):
    def __init__(self, work: str, file: str) -> None:
        super().__init__(
            f"No sentence of '{work}' says who may amend the bylaws in words that are read.",
            f"Write {file} by hand in the folder of the work: a confirmed = line, and a [[rule]] for each body with "
            'its provisions = ["everything else"], body = and vote =.',
        )
