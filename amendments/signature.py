"""Signatures of checkpoints with an ordinary OpenSSH key, by ``ssh-keygen -Y`` as git does it.

A signed checkpoint is its line followed by the armoured signature of that line, in one text.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from amendments.fact_errors import NotSigned, SigningFailed
from corpus.finding import Finding

NAMESPACE = "bylaws"
"""What ``ssh-keygen`` binds a signature to, so that one made for git is none for a checkpoint."""
_BEGIN = "-----BEGIN SSH SIGNATURE-----"


def sign(line: str, key: Path) -> str:
    """The line and its signature with a private key, or with a public one whose private half ssh-agent holds."""
    signed = _ssh_keygen("sign", "-f", str(key), "-n", NAMESPACE, said=_message(line))
    if signed.returncode:
        raise SigningFailed(key, signed.stderr.strip())
    return _message(line) + signed.stdout


def parted(text: str) -> tuple[str, str]:
    """The line and the signature of what may be a signed checkpoint; the signature is empty where there is none."""
    line, begin, rest = text.partition(_BEGIN)
    return line.strip(), begin + rest


def check_signature(work: str, line: str, signature: str, signers: Path) -> str | Finding:
    """Who signed the line, by the name that OpenSSH's file of allowed signers gives them; or what is wrong."""
    if not signature:
        raise NotSigned
    signers.read_bytes()  # ssh-keygen doesn't say that it is missing
    with TemporaryDirectory() as folder:
        file = Path(folder) / "signature"
        file.write_text(signature, encoding="utf-8")
        found = _ssh_keygen("find-principals", "-f", str(signers), "-s", str(file))
        names = found.stdout.split("\n") if not found.returncode else []
        for name in filter(None, names):
            checked = _ssh_keygen(
                "verify", "-f", str(signers), "-I", name, "-n", NAMESPACE, "-s", str(file), said=_message(line)
            )
            if not checked.returncode:
                return name
    return Finding(
        code="signature-mismatch",
        severity="error",
        message="The checkpoint is not signed by anybody whom the file of signers allows.",
        evidence=f"'{line[:60]}…' is signed {_by(names, signers)}.",
        next_step=f"Check {signers}, and that the line is as it was signed.",
        work=work,
    )


def _by(names: list[str], signers: Path) -> str:
    known = [name for name in names if name]
    return f"by {known[0]}, for other words" if known else f"by a key that {signers} does not list"


def _message(line: str) -> str:
    return f"{line}\n"


def _ssh_keygen(action: str, *words: str, said: str = "") -> subprocess.CompletedProcess[str]:
    program = shutil.which("ssh-keygen")
    if program is None:
        raise SigningFailed(Path("ssh-keygen"), "OpenSSH is not installed")
    return subprocess.run(
        [program, "-Y", action, *words], input=said, capture_output=True, text=True, encoding="utf-8", check=False
    )
