"""The phrases that amending sentences are made of, as regular expressions."""

from __future__ import annotations

from corpus.dates import MONTHS

HEREBY = (
    r"(?:,?\s*(?:shall\s+be|will\s+be|is\s+to\s+be|are\s+to\s+be|be|is|are)\b"
    r"(?:,?\s+and\s+(?:(?:it|they|each|each\s+of\s+them|the\s+same)\s+)?(?:(?:hereby|is|are|be)\s*){1,2},?)?"
    r"(?:\s*\b(?:hereby|further|also|therefore|each)\b)*\s*)"
)
ENTIRETY = r"(?:,? in (?:its|their) entirety| in full| in whole)?"
AMENDED = rf"(?:amended(?:,? and (?:hereby )?restated)?|restated|revised|changed|modified){ENTIRETY}"
AS_FOLLOWS = r"(?:,? (?:as follows|the following|as set forth below))?"
READ = (
    r"(?:,? (?:so as )?(?:to (?:hereafter )?(?:read|provide|state)|reading|and (?:shall |to )?(?:now )?reads?|"
    r"so (?:that|as),?(?: as (?:so )?amended,)? (?:it|they|the same)"
    rf"(?:,? as (?:so )?amended,)? (?:shall (?:now )?read|reads?|will read)|shall"
    rf" (?:now )?read)){ENTIRETY}{AS_FOLLOWS}{ENTIRETY}"
)
REPLACED = (
    r"(?:(?:deleted|stricken|struck|removed|repealed|amended)(?: out)?"
    + ENTIRETY
    + r"(?: and(?: (?:is|are))?(?: hereby)?)? )?"
    r"(?:replaced|superseded|substituted)"
    + ENTIRETY
    + r" (?:with|by)(?: the following)?(?: new)?(?: (?:section|article|paragraph|sentence)s?)?"
)
SHALL_READ = rf",? (?:shall|will)(?: now| hereafter| henceforth)? read{ENTIRETY}{AS_FOLLOWS}{ENTIRETY}"
INSTEAD_OF_IT = (
    r",? (?:and(?: by| to)? (?:insert(?:ing)?|substitut(?:e|ing)|adopt(?:ing)?|"
    r"replac(?:e|ing) (?:it|them|the same) (?:with|by))|with(?= (?:the following|a new)|$))"
    r"(?:,? in (?:its|their) (?:place|stead)|,? in (?:lieu|place) thereof|,? therefor)?"
)
NEW_PROVISION = (
    r"(?: the following)?(?: (?:a )?new)?(?: (?:(?:section|article)(?: (?:\d[\w.]*|[IVXLC]+\b))?|(?:section|article|"
    r"paragraph|sentence)s?)\b)?(?: therefor\b| in (?:its|their) (?:place|stead)| in lieu thereof)?(?: as follows)?"
)
DELETED = (
    r"(?:deleted|repealed|rescinded|removed|stricken|struck|eliminated|revoked|cancell?ed|(?:intentionally )?omitted)"
    rf"(?: out)?{ENTIRETY}"
)
RESERVED = (
    r",?(?: and| to be)?(?: (?:is|are|shall be)(?: hereby)?)?(?: marked| designated| replaced with|"
    r" left)?(?: as)? [\"“\[(]*(?:intentionally )?(?:reserved|omitted)[\"”\])]*\.?[\"”]?"
)
NEW = (
    r"(?:(?:a |the following |an? additional |the )?(?:new |additional )|"
    r"the following(?: language| text| provisions?| articles?| sections?| paragraphs?)?,? as (?:an? |the )?"
    r"(?:new |additional )?)"
)
MARK = r"\(?(?:[0-9]{1,2}|[A-Za-z]|[ivxIVX]{1,5})[.)](?= )"
"""The number of a paragraph that is one of several changes: "1.", "(a)", "B."."""
DAY = rf"(?:{'|'.join(MONTHS)}) \d{{1,2}}, \d{{4}}"
VERBS = (
    r"(?:amend|restate|repeal|rescind|delete|strike|remove|replace|change|revise|add|insert|substitute|renumber|"
    r"redesignate|retitle)"
)
_NUMBERED = r"(?:\(?[0-9]{1,2}[.)]|\([a-z]\)|(?-i:[A-Z])\.) "
_CAPITAL = r"(?!articles?\b|sections?\b)(?-i:[A-Z])[\w’'-]*"
_LINK = r"(?: (?:of|to|and|in|the|for|on|by))*"
CAPTION = (
    rf"{_NUMBERED}(?!{VERBS}\b){_CAPITAL}(?:{_LINK} {_CAPITAL}){{0,6}}(?:\. (?=[A-Z])|"
    rf"{_LINK} (?:article|section) [\dIVXLC.]+\. (?=article [\dIVXLC]|section [\w.()]+ of (?:the )?article ))"
)
"""The number and title of a paragraph, before its first sentence: no provision that the sentence does not name too."""
LEAD = (
    rf"(?:{CAPTION}|"
    r"(?:now,? therefore,? )?(?:be it )?(?:further )?(?:resolved|voted)(?: unanimously)?,?(?: further)?[,:]? "
    rf"(?:that,? |to (?={VERBS} ))?|"
    r"that,? |and (?:further )?(?:that,? )?|"
    r"(?:proposed |recommended )?(?:by-?laws? )?(?:amendment|change|resolution)"
    r"(?: (?:no\. |number )?(?:\d+|[A-Z]))?\s*[:.–—-]+ |"
    rf"effective (?:as of |on |from )?(?P<day>{DAY}),? (?:and )?|"
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\s*[:.,]\s*|\(?[0-9]{1,2}[.)]\s+|"
    r"\([a-z]\) |[A-Z]\. |"
    r"effective (?:immediately|(?:up)?on (?:its |their |the )?adoption)(?: hereof)?,? |"
    rf"(?:pursuant to|in accordance with) (?:(?!\b(?:if|when|unless|once|upon|subject|until)\b|condition|contingent)"
    r"[^,;])+, )*"
)
ACCORDINGLY = (
    r"(?:and )?(?:the|all)?\s*(?:(?:following|subsequent|succeeding|remaining|other|current|"
    r"existing)\s*)+(?P<level>article|section|paragraph|subsection|provision|clause|item)s"
    r"(?: of (?:this|that|such|said) (?:article|section)| of (?P<under>(?:article|section) [0-9IVXLC.]+))?(?: thereof)?"
    + HEREBY
    + r"(?:renumbered|redesignated|relettered)(?: accordingly| in order| consecutively)?"
    r"|(?:and )?(?:to )?(?:renumber|redesignat|reletter)(?:ing|e)? the (?:following|remaining|subsequent|succeeding) "
    r"(?P<rest>section|article|paragraph|clause|item)s accordingly"
)
ENTITLED = (
    r",?\s*(?:(?:to be |which is |which shall be )?(?:entitled|titled|captioned)|with the (?:heading|title|caption)|"
    r"\((?:entitled |titled |captioned )?)[:,]?\s*"
    r"(?:[\"“](?P<quoted>[^\"“”]+)[\"”]|(?P<bare>(?-i:[A-Z])[^,.;:()\"“”]*))\)?,?"
)
"""A heading that is said of a provision: in marks, or up to the next comma."""
AS_IT_STANDS = (
    r",? \(?as (?:so |hereby |previously |heretofore |last |newly )*"
    r"(?P<how>amended|renumbered|redesignated|added)(?: (?:above|hereby|herein))?(?:,|\)|(?=[ .;]|$))"
)
EFFECTIVE = (
    rf",? (?:(?:(?:to be )?effective(?: as of| on| from)?|with effect (?:as of|on|from)|as of) (?P<day>{DAY})"
    r"|(?:to be )?effective (?:immediately|(?:up)?on (?:its |their |the )?adoption)(?: hereof)?)"
    r"(?=[.;:]|,? as follows\b|,?\s*$)"
)
"""When what was said takes effect, after it."""
