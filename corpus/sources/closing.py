"""The signs that the text of a document is over: dates, attestations, certificates, signatures."""

from __future__ import annotations

import re

from corpus.dates import find_dates
from corpus.sources.line import Block
from corpus.sources.marks import is_centred

_SIGNS = re.compile(
    r"DATED?\s*:|DATED\s+(?:this\b|as\s+of\b|[\w.]+\s+\d)|(?:IN\s+)?WITNESS\s+(?:WHEREOF|MY\s+HAND)|ATTEST(?:ED)?\b\s*:?$"
    r"|ATTEST(?:ED)?\s*:|THE(?:\s+FOREGOING|SE)\s+(?:AMENDED\s+AND\s+RESTATED\s+)?BY-?LAWS\s+(?:WERE|HAVE\s+BEEN|HAS\s+BEEN|ARE\s+HEREBY)\b[^.;]*\b(?:ADOPT|CERTIF|APPROV)|EXECUTED\s+(?:this|on|as\s+of)\b|THE\s+UNDERSIGNED\b.*\b(?:CERTIF|ADOPT)|I,\s.*\bCERTIFY\b|.{0,40}/s/"
    r"|(?:EXCEPT\s+AS|(?:IN\s+)?ALL\s+OTHER)\b.*\b(?:IN\s+FULL\s+FORCE|UNCHANGED|UNAMENDED)\b",
    re.IGNORECASE | re.DOTALL,
)
_DATED_SIGNS = re.compile(
    r"(?:ADOPTED|APPROVED|RATIFIED|SIGNED)\b|AS\s+(?:OF|AMENDED)\b|EFFECTIVE\b|(?:LAST\s+)?(?:AMENDED|REVISED|RESTATED)\b",
    re.IGNORECASE,
)
_TITLES = re.compile(
    r"(?:\w+\s+){0,2}(?:CERTIFICATE|CERTIFICATION|ATTESTATION|ACKNOWLEDGE?MENT)\b[^.;]{0,60}|.{0,30}CERTIFICATE", re.I
)
_SHORT = 200
"""Characters: "Adopted May 4, 1990" is a line; a paragraph that begins so goes on with the text."""


def opens_conclusions(block: Block) -> bool:
    """``Dated: …``, ``IN WITNESS WHEREOF``, ``CERTIFICATE OF SECRETARY``, ``Adopted by the Board on May 4, 1990``.

    A certificate is a title, in capitals or in the middle of the page: "Certificates of stock shall …" is not.
    """
    text, first = block.text, " ".join(block.lines[0].text.split())
    if _SIGNS.match(text):
        return True
    if _DATED_SIGNS.match(text) and len(text) <= _SHORT and find_dates(text):
        return True
    return bool(_TITLES.fullmatch(first)) and (first.isupper() or is_centred(block.lines[0]))
