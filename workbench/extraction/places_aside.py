"""Places that are only a direction, a border or an owner: not where anything happened."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.extraction.names_fold import fold
from workbench.extraction.names_words import NameWords, among
from workbench.extraction.words import Words
from workbench.model.mention import Label, Mention

_NEAR = 3  # so many words before a place are looked at
_ACRONYM = 3  # so many letters has one at most; longer words in capitals are shouted
_OWNERS = frozenset({Label.STATE_FORCE, Label.SOURCE})


def scenes(mentions: Iterable[Mention], words: Words, known: NameWords) -> list[Mention]:
    """Return the mentions, in the text's order, without the places that are no scene.

    Neither is one inside the name of a force or a source: the US military, Mali's army.
    """
    kept: list[Mention] = []
    end = 0
    for mention in mentions:
        if mention.label in _OWNERS:
            end = max(end, mention.span.end)
        owned = mention.span.end <= end
        if mention.where is None or not (owned or _aside(mention, words, known)):
            kept.append(mention)
    return kept


def _aside(mention: Mention, words: Words, known: NameWords) -> bool:
    """Tell whether a place is a border (türkische Grenze), what it is to, or what something comes from or goes to.

    An acronym without an article is no place but says whose something is: US airstrikes, in the US.
    """
    first, last = words.covering(mention.span.start, mention.span.end)
    joined = words.content[mention.span.end : mention.span.end + 1] == "-"  # bei den US-Luftangriffen
    alone = joined or words.at(first - 1) not in known.before_acronyms
    if mention.text.isupper() and len(mention.text) <= _ACRONYM and alone:
        return True
    if any(among(fold(word), known.borders) for word in words.lower[first:last]):
        return True
    before = [fold(word) for word in words.lower[max(0, first - _NEAR) : first]]
    if not known.launched.isdisjoint((*before, *(fold(word) for word in words.lower[last : last + 1]))):
        return True
    if not known.towards.isdisjoint(before):
        return True
    return not known.bordering.isdisjoint(before) and any(among(word, known.borders) for word in before)
