"""Verbs joined over one group: 40 getötet oder verletzt, killed and wounded 40."""

from __future__ import annotations

from workbench.extraction.drafts import Draft, Sentence
from workbench.extraction.effects import Hit
from workbench.extraction.lexicon import Lexicon
from workbench.extraction.victims import counts_none
from workbench.model.claim import Effect

_HARMS = frozenset((Effect.KILLED, Effect.WOUNDED))
#: Who is held may come to another harm, or free, after that.
_HELD = frozenset((Effect.ABDUCTED, Effect.CAPTURED))
_AFTER = frozenset((Effect.KILLED, Effect.RELEASED, Effect.BODIES_RECOVERED))
#: What somebody lived through who died, or came free, later.
_BEFORE = _HELD | {Effect.WOUNDED, Effect.MISSING}
#: What ends a clause on people before their verb.
_ENDS = frozenset((";", ":", "–", "—"))


class JoinedVerbs:
    """Say of one group what two joined verbs say."""

    def __init__(self, lexicon: Lexicon, connecting: frozenset[str]) -> None:
        """Take the language's words, and those that may stand between two verbs."""
        words = lexicon.words
        self._connecting = connecting | words("clauses", "sequences")
        self._coordinators, self._choices = words("clauses", "coordinators"), words("clauses", "alternatives")
        self._relatives, self._described = words("clauses", "relatives"), lexicon.grammar.participle_after_noun

    def share(self, sentence: Sentence, index: int, hit: Hit) -> bool:
        """Say a verb of the groups of the verb it is joined to: getötet und verletzt."""
        if index == 0 or not self._coordinated(sentence, sentence.hits[index - 1], hit):
            return False
        earlier = [d for d in sentence.drafts if d.hit is sentence.hits[index - 1]]
        for draft in earlier:
            self._also(sentence, draft, hit)
        return bool(earlier)

    def described(self, sentence: Sentence, hit: Hit) -> bool:
        """Say a verb of those whom a clause before it describes: three soldiers (who were) wounded on Monday died."""
        before = [d for d in sentence.drafts if d.hit is not None and d.hit.end <= hit.start and not d.group.bare]
        last = max(before, key=lambda d: d.anchor[0], default=None)
        if not self._described or last is None or last.hit is None or last.subset:
            return False
        between = range(last.hit.end, hit.start)
        counted = any(g.start in between and not g.bare and not g.governed for g in sentence.groups)
        clause = last.hit.start == last.group.full or sentence.words.at(last.group.full) in self._relatives
        effect = hit.words[0].effect(last.unit)
        apart = effect in _AFTER and effect is not last.effect and last.effect in _BEFORE
        if clause and apart and effect is not None and not counted and not _parted(sentence, between):
            draft = sentence.draft(effect, last.group, (hit.start, hit.end), "verb of those described", hit)
            sentence.add(draft)
            if last.effect is Effect.WOUNDED:
                draft.roles.add("late")
            return True
        return False

    def lead(self, sentence: Sentence, index: int, hit: Hit) -> None:
        """Say a verb that has no group of its own of what the verb joined to it is said of: killed or wounded 40."""
        first = sentence.hits[index - 1] if index else hit
        if first is hit or first.neutral or any(d.hit is first for d in sentence.drafts):
            return
        if self._coordinated(sentence, first, hit):
            for draft in [d for d in sentence.drafts if d.hit is hit and d.group.start >= hit.end]:
                self._also(sentence, draft, first)

    def _also(self, sentence: Sentence, draft: Draft, hit: Hit) -> None:
        """Say one more verb of a draft: one number of killed and wounded, or two claims: who was held, then shot."""
        effect = hit.words[0].effect(draft.unit)
        if effect is None or effect is draft.effect:
            return
        first, then = (draft.effect, effect) if draft.anchor[0] < hit.start else (effect, draft.effect)
        held = first in _HELD and then in _AFTER and not self._choice(sentence, draft.hit, hit)
        if draft.group.bare or counts_none(draft.group) or held:
            second = sentence.draft(effect, draft.group, (hit.start, hit.end), "verbs joined", hit)
            second.negated = draft.negated
            sentence.add(second)
        elif {effect, draft.effect} == _HARMS:
            draft.effect = Effect.KILLED_OR_WOUNDED
            draft.says("effect: verbs joined over one number")
        elif self._choice(sentence, draft.hit, hit):
            draft.effect = Effect.CASUALTIES_UNSPECIFIED
            draft.says("effect: one of two verbs over one number")

    def _choice(self, sentence: Sentence, one: Hit | None, two: Hit) -> bool:
        """Tell whether ``or`` stands between two verbs, so that nobody says which of them holds: killed or captured."""
        if one is None:
            return False
        first, second = sorted((one, two), key=lambda hit: hit.start)
        return not self._choices.isdisjoint(sentence.words.lower[first.end : second.start])

    def _coordinated(self, sentence: Sentence, first: Hit, second: Hit) -> bool:
        """Tell whether only ``und``, ``oder`` and adverbs stand between two verbs."""
        between = sentence.words.lower[first.end : second.start]
        if not any(word in self._coordinators for word in between):
            return False
        return all(word in self._connecting for word in between)


def _parted(sentence: Sentence, between: range) -> bool:
    """Tell whether a sign or a joint in between begins something else: were wounded, and troops fled."""
    inside = [sentence.words.text[k] for k in between]
    return "," in inside or not _ENDS.isdisjoint(inside)
