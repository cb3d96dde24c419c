"""Operations on words: what is found, what is changed, and what is only proposed."""

from __future__ import annotations

import pytest

from amendments.operations import AddWords, DeleteWords, Seen, Spot, SubstituteWords, WordOperation
from amendments.patch import splice
from amendments.patch.apply import apply_operation
from amendments.patch.outcome import Outcome
from amendments.patch.stretches import occurrences, scope
from corpus.address import Address, read_address
from corpus.finding import Finding
from corpus.model import Place, Provision, Text, identify
from corpus.sentences import sentences
from corpus.tree import find

NUMBER = (
    "The number of Directors shall be ten (10). Ten days' notice is given to each of the ten Directors; often, 10.5 "
    "percent attend. A vice-president is no vice. Mr. Roe is Acme Corp of Reno. The last sentence ends here."
)
TEXT = Text(
    provisions=identify(
        (
            Provision(
                level="article",
                num="ARTICLE III",
                heading="DIRECTORS",
                body=(
                    Provision(level="section", num="Section 1.", heading="Number.", body=(NUMBER,)),
                    Provision(
                        level="section",
                        num="Section 2.",
                        heading="Powers of Directors.",
                        body=(
                            "The Directors may:",
                            Provision(level="paragraph", num="(a)", body=("borrow money;",)),
                            Provision(level="paragraph", num="(b)", body=("lend “money” to Directors.",)),
                            "They report to the members. They meet in May.",
                        ),
                    ),
                ),
            ),
        )
    )
)
ONE, TWO = (read_address(f"III.{number}")[0] for number in (1, 2))


def seen(target: Address) -> Seen | None:
    standing = find(TEXT, target) if target.steps else None
    return Seen.of(standing) if standing else None


def substitute(spot: Spot, new: str, target: Address = ONE) -> SubstituteWords:
    return SubstituteWords(id="mod_1", place="cl_1", target=target, spot=spot, new=new, seen=seen(target))


def add(spot: Spot, new: str, target: Address = ONE, *, before: bool = False, apart: bool = False) -> AddWords:
    side = "before" if before else "after"
    return AddWords(
        id="mod_1", place="cl_1", target=target, spot=spot, side=side, new=new, apart=apart, seen=seen(target)
    )


def delete(spot: Spot, target: Address = ONE) -> DeleteWords:
    return DeleteWords(id="mod_1", place="cl_1", target=target, spot=spot, seen=seen(target))


def applied(operation: WordOperation) -> Outcome:
    return apply_operation(TEXT, operation, "2001-05-01-1")


def words(operation: WordOperation) -> str:
    outcome = applied(operation)
    assert outcome.findings == ()
    standing = find(outcome.text, operation.target)
    assert standing is not None
    return standing.text()


def refusal(operation: WordOperation) -> Finding:
    outcome = applied(operation)
    assert outcome.text is TEXT
    assert outcome.effects == ()
    (finding,) = outcome.findings
    return finding


def test_the_only_place() -> None:
    assert "shall be fifteen (15). Ten" in words(substitute(Spot(words="ten (10)"), "fifteen (15)"))


def test_a_word_is_found_whole() -> None:
    """``ten`` stands twice: not in "often", "Ten" or "attend"; ``10`` once, not in 10.5; ``vice`` not in a compound."""
    each = words(substitute(Spot(words="ten", which="each", count=2), "nine"))
    assert "shall be nine (10). Ten days" in each
    assert "the nine Directors; often" in each
    assert words(substitute(Spot(words="10"), "9")).startswith("The number of Directors shall be ten (9).")
    assert "vice-president is no crime" in words(substitute(Spot(words="vice"), "crime"))


def test_the_second_place() -> None:
    changed = words(substitute(Spot(words="ten", which=2, count=2), "nine"))
    assert "shall be ten (10)" in changed
    assert "the nine Directors" in changed


def test_which_one_is_meant_must_be_said() -> None:
    finding = refusal(substitute(Spot(words="ten"), "nine"))
    assert (finding.code, finding.severity) == ("words-ambiguous", "error")
    assert "which of the 2 places in Article III, Section 1" in finding.message


def test_words_that_are_not_there_are_never_changed_and_the_nearest_are_named() -> None:
    finding = refusal(substitute(Spot(words="the number of directors shall be ten"), "x"))
    assert finding.code == "words-not-found"
    assert 'The nearest words there are "The number of Directors shall be ten" (alike by 9' in finding.evidence


def test_nothing_like_the_words() -> None:
    assert "Nothing there is like them." in refusal(delete(Spot(words="zyzzyva quorum proxies"))).evidence


def test_a_third_place_of_two() -> None:
    assert "but they stand there 2 times" in refusal(delete(Spot(words="ten", which=3, count=3))).message


@pytest.mark.parametrize(
    ("spot", "expected"),
    [
        (Spot(words="(10)"), "shall be ten. Ten"),
        (Spot(words="to each of the ten Directors"), "notice is given; often"),
        (Spot(sentence=1), "Ten days' notice"),
        (Spot(sentence=-1), "is Acme Corp of Reno."),
        (Spot(sentence=4), "no vice. The last"),
    ],
)
def test_deleting_leaves_the_spaces_of_a_typist(spot: Spot, expected: str) -> None:
    changed = words(delete(spot))
    assert expected in changed
    assert "  " not in changed
    assert changed == changed.strip()


def test_a_sentence_is_told_from_an_abbreviation() -> None:
    changed = words(substitute(Spot(sentence=4), "It is elsewhere."))
    assert "no vice. It is elsewhere. The last sentence" in changed


def test_words_of_one_sentence_only() -> None:
    changed = words(substitute(Spot(sentence=2, words="ten"), "nine"))
    assert "shall be ten (10)" in changed
    assert "the nine Directors" in changed


@pytest.mark.parametrize(
    ("operation", "expected"),
    [
        (add(Spot(words="Directors shall"), "always"), "of Directors shall always be ten"),
        (add(Spot(words="ten (10)"), ", or eleven (11)"), "be ten (10), or eleven (11). Ten"),
        (add(Spot(words="ten (10)"), "exactly", before=True), "shall be exactly ten (10)."),
        (add(Spot(), "They serve without pay."), "ends here. They serve without pay."),
        (add(Spot(), "Always:", before=True), "Always: The number"),
        (add(Spot(sentence=1), "They serve."), "ten (10). They serve. Ten days"),
    ],
)
def test_words_are_added(operation: AddWords, expected: str) -> None:
    assert expected in words(operation)


def test_a_paragraph_of_its_own() -> None:
    assert words(add(Spot(), "A second paragraph.", apart=True)).split("\n")[1] == "A second paragraph."


def test_words_in_a_list_belong_to_its_item() -> None:
    outcome = applied(substitute(Spot(words='"money"'), '"property"', TWO))
    (effect,) = outcome.effects
    assert (str(effect.address), effect.kind) == ("Article III, Section 2(b)", "substitute-words")
    assert effect.covers == {"art_III__sec_2__para_b"}
    assert effect.after is not None
    assert effect.after.paragraphs == ('lend "property" to Directors.',)


def test_an_emptied_item_keeps_its_number() -> None:
    after = find(applied(delete(Spot(words="borrow money;"), TWO)).text, TWO)
    assert after is not None
    assert (after.children[0].num, after.children[0].body) == ("(a)", ())


def test_sentences_are_not_counted_past_a_list() -> None:
    assert words(delete(Spot(sentence=-1), TWO)).endswith("They report to the members.")
    finding = refusal(delete(Spot(sentence=2), TWO))
    assert "a sentence that can't be told in Article III, Section 2." in finding.message
    assert refusal(delete(Spot(sentence=9))).code == "words-not-found"


PARAGRAPHS = ("The Board meets in May. It votes.", "It may adjourn.", "Its minutes are kept.")


@pytest.mark.parametrize(
    ("spot", "left"),
    [
        (Spot(paragraph=1), ("It may adjourn.", "Its minutes are kept.")),
        (Spot(paragraph=-1), ("The Board meets in May. It votes.", "It may adjourn.")),
        (Spot(paragraph=1, sentence=2), ("The Board meets in May.", "It may adjourn.", "Its minutes are kept.")),
        (Spot(paragraph=2, words="may"), ("The Board meets in May. It votes.", "It adjourn.", "Its minutes are kept.")),
    ],
)
def test_paragraphs_without_a_number_are_counted(spot: Spot, left: tuple[str, ...]) -> None:
    section = Provision(level="section", num="Section 1.", heading="Board.", body=PARAGRAPHS)
    text = Text(provisions=identify((section,)))
    target = read_address("Section 1")[0]
    outcome = apply_operation(text, delete(spot, target), "i")
    assert outcome.text.provisions[0].body == left


@pytest.mark.parametrize("paragraph", [1, 2, -1])
def test_a_paragraph_that_stands_at_a_list_is_not_counted(paragraph: int) -> None:
    finding = refusal(delete(Spot(paragraph=paragraph), TWO))
    assert "a paragraph that can't be told in Article III, Section 2." in finding.message


def test_a_paragraph_put_in_beside_one() -> None:
    before = add(Spot(paragraph=1), "A new one.", before=True, apart=True)
    assert words(before).split("\n")[0] == "A new one."
    assert words(add(Spot(paragraph=1), "It ends.")).endswith("ends here. It ends.")


def test_a_sentence_of_the_whole_text_is_none() -> None:
    assert refusal(delete(Spot(sentence=1), Address(()))).code == "words-not-found"
    assert refusal(delete(Spot(words="ten", which=0))).code == "words-not-found"


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("As provided in Article V. The Board may act.", ["As provided in Article V.", "The Board may act."]),
        ("Class B. The stock.", ["Class B.", "The stock."]),
        ("28 U.S.C. Section 1 governs. It does.", ["28 U.S.C. Section 1 governs.", "It does."]),
        ("On Dec. 31 it ends. J. Doe says so.", ["On Dec. 31 it ends.", "J. Doe says so."]),
        ("Who votes? All. (The rest abstain.) So it is!", ["Who votes?", "All.", "(The rest abstain.)", "So it is!"]),
        ("It has 10. They have 5 each", ["It has 10.", "They have 5 each"]),
    ],
)
def test_sentences(paragraph: str, expected: list[str]) -> None:
    assert [paragraph[slice(*one.span)] for one in sentences(paragraph)] == expected


@pytest.mark.parametrize(
    "words", ["Acme Inc. The Board", "The answer is no. The end", "at 9 a.m. Pacific", "As: 1. One"]
)
def test_a_full_stop_that_may_end_an_abbreviation_is_doubtful(words: str) -> None:
    assert sentences(words)[0].doubtful


@pytest.mark.parametrize(
    ("text", "words", "where"),
    [
        ("Under Section 5. See Section 5.10 of 1,000 and 2/3 at 12:30.", "Section 5.", [6]),
        ("Under Section 5. See Section 5.10 of 1,000 and 2/3 at 12:30.", "1,", []),
        ("Under Section 5. See Section 5.10 of 1,000 and 2/3 at 12:30.", "2", []),
        ("Under Section 5. See Section 5.10 of 1,000 and 2/3 at 12:30.", "30", []),
        ("US$5 or $5", "$5", [8]),
        ("can't or can", "can", [9]),
        ("e-mail@acme or acme", "acme", [15]),
        ("vice–president of vice", "vice", [18]),
        ("resume\u0301 or resume", "resume", [11]),
        ("the Chair's chair, the Chair", "Chair", [4, 23]),
        ("The Board—acting alone—may", "Board", [4]),
    ],
)
def test_only_whole_words_are_found(text: str, words: str, where: list[int]) -> None:
    place = Place(Provision(level="section", num="Section 1.", body=(text,)), ONE, "")
    found = occurrences(words, scope((place,), Spot()))
    assert [stretch.start for stretch in found] == where


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (splice.deleted('the words "ten days" apply', 11, 14), 'the words "days" apply'),
        (splice.deleted('the words "ten days" apply', 15, 19), 'the words "ten" apply'),
        (splice.deleted("The Board, acting alone, may", 11, 23), "The Board, may"),
        (splice.added('the words "ten days" apply', 19, "or more"), 'the words "ten days or more" apply'),
        (splice.added('the words "ten days" apply', 11, "about"), 'the words "about ten days" apply'),
        (splice.added("the Board—acting", 9, "of Directors"), "the Board of Directors—acting"),
        (splice.added("50% of", 2, "or 60"), "50 or 60% of"),
        (splice.added("the Board's vote", 9, "of Directors"), "the Board of Directors's vote"),
        (splice.added("the President acts", 13, "-elect"), "the President-elect acts"),
        (splice.substituted("A and B", 2, 5, ", and"), "A, and B"),
        (splice.substituted("The Board may act.", 10, 13, ""), "The Board act."),
    ],
)
def test_the_spaces_around_what_is_put_in_and_taken_out(made: str, expected: str) -> None:
    assert made == expected


def test_the_whole_text_and_its_headings() -> None:
    operation = substitute(Spot(words="Directors", which="each", count=4), "Trustees", Address(()))
    outcome = applied(operation)
    assert [str(effect.address)[13:] for effect in outcome.effects] == ["Section 1", "Section 2", "Section 2(b)"]
    assert "Directors" not in "".join(provision.text() for provision in outcome.text.provisions[0].children)
    (finding,) = outcome.findings
    assert (finding.code, finding.severity, finding.address) == ("words-in-heading", "note", "")
    assert "'Powers of Directors.'" in finding.evidence


def test_another_count_than_the_editor_saw_is_reported() -> None:
    operation = delete(Spot(words="members", which="each", count=3), Address(()))
    (finding,) = applied(operation).findings
    assert finding.code == "precondition-changed"
    assert finding.message.startswith("The whole text was not")
    assert finding.evidence == "The words stood at 3 places; they stand at 1 now."


def test_other_words_than_the_editor_saw_are_reported_and_changed_all_the_same() -> None:
    stood = Seen(heading="Number.", digest="0" * 64)
    operation = SubstituteWords(
        id="mod_1", place="", target=ONE, spot=Spot(words="ten (10)"), new="six (6)", seen=stood
    )
    outcome = applied(operation)
    assert [finding.code for finding in outcome.findings] == ["precondition-changed"]
    assert outcome.effects


def test_a_provision_that_is_not_there() -> None:
    assert refusal(delete(Spot(words="x"), read_address("III.9")[0])).code == "missing-target"
