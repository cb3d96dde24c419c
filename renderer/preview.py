"""What an import would record, shown before it is recorded."""

from __future__ import annotations

from collections.abc import Iterator

from amendments.adoption import adoption_line
from amendments.describe import describe, target_of
from amendments.instrument import Instrument
from amendments.operations import Operation, is_by_hand, kind_of
from amendments.proposal import Proposal, Understood
from amendments.prose.scanner import Unread
from amendments.ripple import Ripple
from corpus.dates import spoken
from corpus.model import Base, places
from corpus.sources.particulars import other_days
from renderer.notes import EDITED
from renderer.redline.build import redline
from renderer.redline.text import write_redline
from renderer.ripple import write_ripple
from renderer.terminal import Screen

_LONGEST_DOUBT = 160
"""Characters shown of a line that a person should look at: in a Word file a line is a paragraph."""
_MOST_DOUBTS = 20


def write_preview(proposal: Proposal, ripple: Ripple, screen: Screen) -> str:
    """The documents found, what each would do, the words set aside, and what that would do to the audit."""
    return "\n".join(_lines(proposal, ripple, screen)) + "\n"


def _lines(proposal: Proposal, ripple: Ripple, screen: Screen) -> Iterator[str]:
    reading, work = proposal.reading, proposal.base.work
    yield from screen.wrap(work.title, "title")
    yield from screen.wrap(f"Work {work.key}, jurisdiction {work.jurisdiction} ({proposal.jurisdiction_from}).")
    count, days = len({id(one.document) for one in proposal.understood}), len(proposal.understood)
    on_days = f", which takes effect on {days} days" if count == 1 < days else ""
    yield from screen.wrap(f"{reading.name} holds {count} {'document' if count == 1 else 'documents'}{on_days}:")
    for understood in proposal.understood:
        yield ""
        yield from _document(understood, screen)
    yield ""
    yield from _words(proposal, screen)
    if reading.doubts:
        yield ""
        yield from _doubts(proposal, screen)
    if told := write_ripple(ripple, screen):
        yield ""
        yield told.rstrip("\n")


def _document(understood: Understood, screen: Screen) -> Iterator[str]:
    document, recorded = understood.document, understood.recorded
    lines = f"lines {document.first_line} to {document.last_line}"
    dated = _dating(understood)
    known = recorded.adoption.day if isinstance(recorded, Instrument) else None
    others = ", ".join(spoken(day) for day in other_days(document) if day != known)
    if isinstance(recorded, Base):
        yield from screen.wrap(f"Base, adopted {spoken(recorded.work.adopted)} ({dated})", "heading")
        yield from screen.wrap(f"{document.title} ({lines})", "note", indent=2)
        yield from screen.wrap(_counted(recorded), indent=2)
        if others:
            yield from screen.wrap(f"The conclusions also name {others}.", indent=2)
        return
    number = f", {recorded.number}" if recorded.number else ""
    number += f", file {recorded.file_number}" if recorded.file_number else ""
    when = f"pending, and not before {spoken(recorded.effective)}" if recorded.condition else ""
    when = when or f"effective {spoken(recorded.effective)}"
    yield from screen.wrap(f"{recorded.id}, {when} ({dated}){number}", "heading")
    yield from screen.wrap(f"{document.title} ({lines})", "note", indent=2)
    if recorded.condition:
        words = f"Pending: it takes effect upon {recorded.condition}, once 'bylaws event' records that."
        yield from screen.wrap(words, "warning", indent=2)
    if recorded.adoption:
        yield from screen.wrap(adoption_line(recorded.adoption), indent=2)
    if others:
        yield from screen.wrap(f"The conclusions also name {others}.", indent=2)
    if recorded.edited:
        yield from screen.wrap(EDITED, "warning", indent=2)
    for operation in recorded.operations:
        by_hand = "  (by hand)" if is_by_hand(operation) else ""
        yield from screen.wrap(f"{_operation(operation)}{by_hand}", indent=2, hanging=13)
    for note in understood.notes:
        yield from screen.wrap(note, "warning", indent=2)
    for unread in understood.unread:
        yield ""
        yield from _unread(unread, screen)


def _unread(unread: Unread, screen: Screen) -> Iterator[str]:
    """The sentence with a caret under the word at which the reading stopped, and the reason."""
    start = max(0, unread.at - screen.width // 2)
    shown = unread.sentence[start : start + screen.width - 4]
    lead = "…" if start else ""
    yield screen.paint("  Not read:", "error")
    yield f"  {lead}{shown}"
    yield f"  {' ' * (len(lead) + unread.at - start + _space(unread))}^"
    yield from screen.wrap(unread.why, indent=2)
    for reading in unread.readings:
        yield from screen.wrap(f"- {reading}", indent=4, hanging=2)


def _space(unread: Unread) -> int:
    """How much white space stands before the word that the caret is to point at."""
    rest = unread.sentence[unread.at :]
    return len(rest) - len(rest.lstrip())


def write_changes(proposal: Proposal, screen: Screen) -> str:
    """The redline of each instrument that is read in full against the text in force just before it."""
    return "\n".join(
        _changes(proposal, one.recorded, screen)
        for one in proposal.understood
        if isinstance(one.recorded, Instrument) and not one.unread
    )


def _changes(proposal: Proposal, instrument: Instrument, screen: Screen) -> str:
    timeline = proposal.before(instrument)
    before = timeline.latest()
    timeline.append(instrument)
    return write_redline(redline(proposal.base.work, timeline, before, timeline.latest()), screen)


def _dating(understood: Understood) -> str:
    """What the file says of the date, and whether the person said otherwise."""
    recorded, found = understood.recorded, understood.dating
    day = recorded.work.adopted if isinstance(recorded, Base) else recorded.effective
    if found is None:
        return "as you said"
    stated = f'"{found.words}", line {found.line}'
    return stated if found.day == day else f"as you said; the file has {stated}"


def _operation(operation: Operation) -> str:
    """``substitute       Article V, Section 8  President. → Chief Executive Officer.``"""
    return f"{kind_of(operation):<12} {target_of(operation.target)}  {describe(operation)}"


def _counted(base: Base) -> str:
    levels = [place.provision.level for place in places(base.text.provisions)]
    items = len(levels) - levels.count("article") - levels.count("section")
    found = ((levels.count("article"), "article"), (levels.count("section"), "section"), (items, "list item"))
    return ", ".join(f"{count} {name}{'' if count == 1 else 's'}" for count, name in found if count) + "."


def _words(proposal: Proposal, screen: Screen) -> Iterator[str]:
    coverage = proposal.reading.coverage
    placed = f"All {coverage.total:,} words of the file are accounted for: {coverage.placed:,} recorded"
    if not coverage.set_aside:
        yield from screen.wrap(f"{placed}.")
        return
    yield from screen.wrap(f"{placed}, {coverage.set_aside:,} set aside:")
    by_reason = proposal.reading.set_aside_by_reason()
    margin = max(map(len, by_reason)) + 2
    for reason, texts in by_reason.items():
        shown = ", ".join(f"{text} ({count}×)" if count > 1 else text for text, count in texts.items())
        yield from screen.wrap(
            f"{reason + ':':<{margin}}{shown.replace(chr(12), 'form feed')}", indent=2, hanging=margin
        )


def _doubts(proposal: Proposal, screen: Screen) -> Iterator[str]:
    yield from screen.wrap(
        "These lines are in doubt: they begin as a provision does and were read as words, or began one where a "
        "sentence was left open or another list could go on:"
    )
    for line in proposal.reading.doubts[:_MOST_DOUBTS]:
        words = line.text if len(line.text) <= _LONGEST_DOUBT else f"{line.text[:_LONGEST_DOUBT]} …"
        yield from screen.wrap(f"line {line.number}: {words}", indent=2, hanging=2)
    if len(proposal.reading.doubts) > _MOST_DOUBTS:
        yield f"  … and {len(proposal.reading.doubts) - _MOST_DOUBTS} more"
