"""Finding the provision that an instruction means: one, or none that could be decided."""

from __future__ import annotations

from difflib import get_close_matches

from corpus import locate
from corpus.address import LEVELS, Address, Step, article_value
from corpus.model import Place, Text, places


class Undecided(Exception):  # it never leaves this package: it is how deciding says no
    """What is read can't be carried out in one way only. ``words`` are those of the instruction that it is about."""

    def __init__(self, why: str, words: str = "", readings: tuple[str, ...] = ()) -> None:
        super().__init__(why)
        self.why, self.words, self.readings = why, words, readings


def resolve(text: Text, named: Address) -> Place:
    """The one provision in force that an address names; raises Undecided."""
    standing = [place for place in places(text.provisions) if place.provision.status != "deleted"]
    meant = locate.named(standing, named)
    if len(meant) == 1:
        return meant[0]
    if meant:
        readings = tuple(str(place.address) for place in meant)
        raise Undecided(f"'{named}' can be any of {len(meant)} provisions of the text in force.", str(named), readings)
    near = get_close_matches(str(named), [str(place.address) for place in standing], n=2, cutoff=0.6)
    hint = f" The nearest are {' and '.join(near)}." if near else ""
    raise Undecided(f"The text in force just before has no {named}.{hint}", str(named))


def parent_for(text: Text, named: Address, under: Address) -> Address:
    """The full address of a new provision; raises Undecided where it can't be told what is to hold it."""
    above, step = Address(named.steps[:-1]) if len(named.steps) > 1 else under, named.steps[-1]
    holder = _holder_of(text, step)
    if above.steps:
        said = resolve(text, above).address
        return holder if holder and holder.steps[: len(said.steps)] == said.steps else said.under(step)
    articles = any(provision.level == "article" for provision in text.provisions)
    if step.level == "article":
        return named
    if holder is not None:
        return holder
    if not articles:
        return named
    named_by_number = _article_of(text, step.number)
    if named_by_number is not None:
        return named_by_number.under(step)
    alike = {place.address.parent for place in places(text.provisions) if _beside(place, step.number)}
    if len(alike) == 1:
        return alike.pop().under(step)
    raise Undecided(
        f"It does not say in which article {named} is to stand.", str(named), tuple(sorted(map(str, alike)))
    )


def next_to(text: Text, number: Address, neighbour: Place) -> Address:
    """The full address of a new provision that stands beside another of its level."""
    if neighbour.address.steps[-1].level != number.steps[-1].level:
        return parent_for(text, number, Address(()))
    return neighbour.address.parent.under(number.steps[-1])


def here(text: Text, number: Address, changed: Address) -> Address:
    """The full address of a new provision that comes where words were struck: in the same article.

    Raises Undecided where its number names another.
    """
    step = number.steps[-1]
    article = Address(changed.steps[:1]) if step.level != "article" else Address(())
    by_number = _article_of(text, step.number)
    if by_number is not None and not by_number.matches(article):
        raise Undecided(
            f"{number} belongs to {by_number} by its number, and comes where words of {article} are struck."
        )
    return article.under(step)


def _holder_of(text: Text, step: Step) -> Address | None:
    """The address of a new provision such as 2.2.9, in the one Section 2.2, at the level below it."""
    prefix, _, _ = step.number.rpartition(".")
    if "." not in prefix:
        return None
    holders = [place.address for place in places(text.provisions) if place.address.steps[-1].number == prefix]
    if len(holders) != 1:
        return None
    return holders[0].under(Step(LEVELS[LEVELS.index(holders[0].steps[-1].level) + 1], step.number))


def _article_of(text: Text, number: str) -> Address | None:
    """The article that a number such as 3.02 names, where all sections of the text are numbered so, and some are."""
    prefix, point, _ = number.partition(".")
    row = [place.address for place in places(text.provisions) if place.address.steps[-1].level == "section"]
    if not point or not row or not all(_names_its_article(address) for address in row):
        return None
    wanted = Address((Step("article", prefix),))
    articles = (Address((provision.step,)) for provision in text.provisions if provision.level == "article")
    return next((one for one in articles if _alike(one, wanted)), None)


def _names_its_article(section: Address) -> bool:
    """Whether a section stands in the article that its number begins with: Section 3.02 in Article 3 or III."""
    prefix, point, _ = section.steps[-1].number.partition(".")
    return len(section.steps) > 1 and bool(point) and _alike(section.parent, Address((Step("article", prefix),)))


def _alike(article: Address, other: Address) -> bool:
    """Whether two articles have the same number, in roman numerals or not."""
    one, two = (address.steps[-1].number for address in (article, other))
    return one == two or str(article_value(one)) == two


def _beside(place: Place, number: str) -> bool:
    """Whether a section is numbered in one row with a number such as 3.02, which names its article."""
    theirs = place.address.steps[-1]
    prefix, point, _ = number.rpartition(".")
    return theirs.level == "section" and bool(point) and theirs.number.rpartition(".")[0] == prefix
