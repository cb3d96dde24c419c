"""How the words of a web page are set: indents, centring, headings and lists, from tags, attributes and styles."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from lxml import etree

from corpus.sources.word.counting import BULLET, written

_BLOCKS = frozenset(
    "address article aside blockquote body center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6"
    " header hr html li main nav ol p pre section table tbody tfoot thead tr ul caption text document".split()
)
UNSEEN = frozenset("script style head title template noscript meta link object iframe svg select".split())
WITHHELD = frozenset("script style title template noscript object iframe svg select".split())
"""Elements whose words a page does not show, and those of them that close."""
CELLS = frozenset(("td", "th"))
STRUCK, PUT_IN = frozenset(("del", "s", "strike")), frozenset(("ins",))
_LENGTH = re.compile(r"(-?\d*\.?\d+)\s*(pt|px|in|em|cm|mm|%)?", re.IGNORECASE)
_COLUMNS = {"pt": 1 / 7.2, "px": 1 / 9.6, "in": 10.0, "em": 5 / 3, "cm": 3.937, "mm": 0.3937, "%": 0.8, "": 1 / 9.6}
"""Columns of a tenth of an inch in each unit of length; a hundredth is one of the width of 80 columns."""
_SET_IN = frozenset("blockquote ol ul dd".split())
_SHEET = re.compile(r"([^{}]+)\{([^{}]*)\}")
_REMARK = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)
_SELECTOR = re.compile(r"([a-z][a-z0-9]*)?(?:\.([\w-]+))?", re.IGNORECASE)
_BY_CLASS = frozenset("display visibility text-decoration text-decoration-line text-align list-style-type".split())
"""What is taken from a style sheet: what shows, strikes or centres words, and what counts them."""
_FORMS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_FORMS_BY_STYLE = {
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
}


@dataclass(frozen=True, slots=True)
class Layout:
    """How words at a place are set, from the elements around them. Indents are in columns.

    ``aside`` is the reason for which they are no words of the text, ``change`` says that they are struck or inserted.
    """

    indent: float = 0
    first: float = 0
    centred: bool = False
    heading: int = 0
    pre: bool = False
    aside: str = ""
    change: str = ""


Sheet = dict[tuple[str, str], dict[str, str]]
"""The declarations of a style sheet by tag and class, either of them empty where the rule names none."""


def sheet_of(root: etree._Element) -> Sheet:
    """What a page's style sheets say of tags and classes; rules for anything narrower are passed over."""
    sheet: Sheet = {}
    for element in root.iter("style"):
        for selectors, declarations in _SHEET.findall(_REMARK.sub("", element.text or "")):
            said = {key: value for key, value in _declared(declarations).items() if key in _BY_CLASS}
            for selector in selectors.split(","):
                found = _SELECTOR.fullmatch(selector.strip())
                if found and said:
                    sheet.setdefault(((found[1] or "").lower(), found[2] or ""), {}).update(said)
    return sheet


def style_of(element: etree._Element, sheet: Sheet | None = None) -> dict[str, str]:
    """The declarations of an element: of a page's ``sheet`` for its tag and classes, and its own, in small letters."""
    own = _declared(element.get("style", ""))
    if not sheet or not isinstance(element.tag, str):
        return own
    keys = [
        (element.tag, ""),
        *(key for one in element.get("class", "").split() for key in (("", one), (element.tag, one))),
    ]
    return {key: value for place in keys for key, value in sheet.get(place, {}).items()} | own


def _declared(text: str) -> dict[str, str]:
    pairs = (part.partition(":") for part in text.lower().replace("!important", "").split(";"))
    return {key.strip(): value.strip() for key, _, value in pairs if value.strip()}


def strikes(tag: str, style: dict[str, str]) -> bool:
    """Whether an element strikes its words through."""
    said = style.get("text-decoration", "") + style.get("text-decoration-line", "")
    return tag in STRUCK or "line-through" in said


def layout_of(element: etree._Element, tag: str, style: dict[str, str], around: Layout) -> Layout:
    """How an element sets its words."""
    align = style.get("text-align") or element.get("align", "").lower() or ("center" if tag == "center" else "")
    hidden = style.get("display") == "none" or style.get("visibility") == "hidden" or element.get("hidden") is not None
    change = "struck" if strikes(tag, style) else "inserted" if tag in PUT_IN else around.change
    set_in = sum(_columns(style.get(side, "")) for side in ("margin-left", "padding-left"))
    return replace(
        around,
        indent=around.indent + set_in + (4 if tag in _SET_IN else 0),
        first=_columns(style["text-indent"]) if "text-indent" in style else around.first,
        centred=align == "center" if align and is_block(tag, style) | (tag in CELLS) else around.centred,
        heading=int(tag[1]) if re.fullmatch(r"h[1-6]", tag) else around.heading,
        pre=around.pre or tag == "pre" or style.get("white-space", "").startswith("pre"),
        aside="hidden" if hidden else around.aside,
        change=change,
    )


def is_block(tag: str, style: dict[str, str]) -> bool:
    """Whether an element begins and ends a paragraph."""
    return tag in _BLOCKS or style.get("display") in ("block", "list-item", "table", "table-row")


def breaks_page(style: dict[str, str], side: str) -> bool:
    """Whether a page ends ``before`` or ``after`` an element."""
    return style.get(f"page-break-{side}", style.get(f"break-{side}")) in ("always", "page")


def item_number(item: etree._Element, sheet: Sheet, counts: dict[etree._Element, int]) -> str:
    """The number or the bullet that a page shows before an item of a list; "" where it is told to show none.

    ``counts`` holds what each list has reached, and is brought up to this item: items are asked for in order.
    """
    parent = item.getparent()
    if parent is not None:
        first = int(parent.get("start", "1")) if parent.get("start", "1").isdecimal() else 1
        said = item.get("value", "")
        counts[parent] = int(said) if said.isdecimal() else counts.get(parent, first - 1) + 1
    if any(_list_style(one, sheet) == "none" for one in (item, parent) if one is not None):
        return ""
    if parent is None or parent.tag != "ol":
        return BULLET
    count = counts[parent]
    form = _FORMS_BY_STYLE.get(_list_style(parent, sheet)) or _FORMS.get(parent.get("type", "1"))
    return f"{written(count, form or 'decimal') or count}."


def _list_style(element: etree._Element, sheet: Sheet) -> str:
    """How a list is counted, as far as its style says so by a word that is known."""
    style = style_of(element, sheet)
    words = (style.get("list-style-type", "") + " " + style.get("list-style", "")).split()
    return next((word for word in words if word == "none" or word in _FORMS_BY_STYLE), "")


def _columns(length: str) -> float:
    found = _LENGTH.match(length)
    return float(found[1]) * _COLUMNS[(found[2] or "").lower()] if found else 0.0
