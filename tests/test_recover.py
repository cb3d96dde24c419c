"""A ledger torn in its last line, and checkpoints signed with an OpenSSH key."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from amendments.fact_errors import NothingTorn
from amendments.record import open_record
from amendments.recovery import Recovered, recover
from amendments.verify import Checkpoint, verify
from conftest import Outcome
from corpus.errors import RecordDamaged
from corpus.store import LEDGER, Book
from sample import IVM, LIBRARY

Command = Callable[..., Outcome]


@pytest.fixture
def book(tmp_path: Path) -> Book:
    shutil.copytree(LIBRARY, tmp_path / "book")
    return Book(tmp_path / "book")


def ledger(book: Book) -> Path:
    return book.path / IVM / LEDGER


def test_every_tear_of_the_last_line_is_recovered_without_losing_an_earlier_fact(book: Book) -> None:
    whole = ledger(book).read_bytes()
    last = whole[:-1].rindex(b"\n") + 1
    for cut in (last + 1, last + 40, (last + len(whole)) // 2, len(whole) - 2):
        ledger(book).write_bytes(whole[:cut])
        with pytest.raises(RecordDamaged, match="line 5 is torn; 4 before it are whole") as told:
            open_record(book, IVM)
        assert "bylaws recover interactive-voice-media" in told.value.next_step
        done = recover(book, IVM)
        assert done.count == 4
        assert (book.path / IVM / done.kept).read_bytes() == whole[last:cut]
        assert ledger(book).read_bytes() == whole[:last]
        assert [one.id for one in open_record(book, IVM).instruments][-1] == "1999-10-20-1"


def test_a_line_that_lacks_only_its_end_is_whole_again(book: Book) -> None:
    whole = ledger(book).read_bytes()
    ledger(book).write_bytes(whole[:-1])
    assert recover(book, IVM) == Recovered(5)
    assert ledger(book).read_bytes() == whole
    assert isinstance(verify(book, IVM), Checkpoint)


def test_what_a_disk_leaves_behind_a_tear_is_kept_too(book: Book) -> None:
    whole = ledger(book).read_bytes()
    last = whole[:-1].rindex(b"\n") + 1
    ledger(book).write_bytes(whole[: last + 9] + b"\0" * 500)
    done = recover(book, IVM)
    assert (book.path / IVM / done.kept).read_bytes() == whole[last : last + 9] + b"\0" * 500


def test_nothing_else_is_recovered(book: Book) -> None:
    with pytest.raises(NothingTorn, match="5 facts"):
        recover(book, IVM)
    whole = ledger(book).read_bytes()
    altered = whole.replace(b'"seq": 2', b'"seq": 3')[:-9]
    ledger(book).write_bytes(altered)
    with pytest.raises(RecordDamaged, match="line 2 "):
        recover(book, IVM)
    assert ledger(book).read_bytes() == altered
    ledger(book).write_bytes(whole[:50])
    with pytest.raises(RecordDamaged):
        recover(book, IVM)
    assert ledger(book).read_bytes() == whole[:50]


def test_the_command_and_what_follows(bylaws: Command, book: Book) -> None:
    whole = ledger(book).read_bytes()
    ledger(book).write_bytes(whole[:-30])
    assert bylaws("show", IVM, "--book", book.path).code == 2
    done = bylaws("recover", IVM, "--book", book.path)
    assert (done.code, "the ledger has 4 whole lines" in done.err) == (0, True)
    assert "The torn line recorded the amendment 2000-02-28-1.xml. Record that again." in done.err
    audit = bylaws("audit", IVM, "--book", book.path).out
    assert "file-unlisted" in audit
    assert "2000-02-28-1.xml" in audit
    done = bylaws("recover", IVM, "--book", book.path)
    assert (done.code, "is whole: 4 facts" in done.err) == (2, True)


@pytest.fixture
def key(tmp_path: Path) -> Path:
    """An OpenSSH key, made by ssh-keygen, and a file that allows it to sign as the secretary."""
    made = tmp_path / "key"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", str(made)], check=True)
    public = made.with_suffix(".pub").read_text()
    (tmp_path / "signers").write_text(f'secretary@acme.example namespaces="bylaws" {public}')
    return made


def test_a_checkpoint_is_signed_and_checked(bylaws: Command, key: Path, tmp_path: Path) -> None:
    kept = tmp_path / "checkpoint.txt"
    assert bylaws("verify", IVM, "--sign", key, "-o", kept).code == 0
    assert kept.read_text().startswith(f"bylaws-checkpoint {IVM} 5 ")
    done = bylaws("verify", IVM, "--checkpoint", kept, "--signers", tmp_path / "signers")
    assert (done.code, "is signed by secretary@acme.example" in done.err) == (0, True)
    assert "--signers FILE checks by whom" in bylaws("verify", IVM, "--checkpoint", kept).err


def test_openssh_itself_checks_the_signature(bylaws: Command, key: Path, tmp_path: Path) -> None:
    line, _, armour = bylaws("verify", IVM, "--sign", key).out.partition("\n")
    (tmp_path / "line.sig").write_text(armour)
    words = ["ssh-keygen", "-Y", "verify", "-f", str(tmp_path / "signers"), "-I", "secretary@acme.example"]
    done = subprocess.run(
        [*words, "-n", "bylaws", "-s", str(tmp_path / "line.sig")], input=f"{line}\n", text=True, capture_output=True
    )
    assert (done.returncode, "Good" in done.stdout) == (0, True)


def test_an_altered_line_and_another_key_are_told_apart(bylaws: Command, key: Path, tmp_path: Path) -> None:
    kept, signers = tmp_path / "checkpoint.txt", tmp_path / "signers"
    bylaws("verify", IVM, "--sign", key, "-o", kept)
    signed = kept.read_text()
    kept.write_text(signed.replace(f"{IVM} 5", f"{IVM} 4"))
    done = bylaws("verify", IVM, "--checkpoint", kept, "--signers", signers)
    assert (done.code, "signature-mismatch" in done.out) == (1, True)
    assert "is signed by secretary@acme.example, for other words" in " ".join(done.out.split())
    kept.write_text(signed)
    signers.write_text(signers.read_text().replace("secretary@acme.example", "nobody").replace("AAAA", "BBBB"))
    done = bylaws("verify", IVM, "--checkpoint", kept, "--signers", signers)
    assert (done.code, "is signed by a key that" in " ".join(done.out.split())) == (1, True)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--sign", "no-such-key"), "could not be signed or checked"),
        (("--signers", "signers"), "none is given"),
        (("--checkpoint", f"bylaws-checkpoint {IVM} 5 {'0' * 64}", "--signers", "signers"), "has no signature"),
        (("--checkpoint", "x", "--signers", "nowhere"), "'x' is not a checkpoint"),
    ],
)
def test_bad_input_gets_a_sentence(bylaws: Command, key: Path, words: tuple[str, ...], told: str) -> None:
    done = bylaws("verify", IVM, *words)
    assert (done.code, told in " ".join(done.err.split())) == (2, True)
