"""How far a verb reaches in a language whose clauses open without a comma: not past when, while, because."""

from __future__ import annotations

from workbench.extraction.drafts import Sentence
from workbench.extraction.effects import Hit
from workbench.extraction.lexicon import Lexicon
from workbench.extraction.victims import Group
from workbench.extraction.words import Words
from workbench.model.claim import Unit

_SHORTEST_PAST = 4
_LIST = 12
_LONGEST_NAME = 5
#: So many words may part a participle that opens a sentence from its form of to be.
_FRONT = 10


class Reach:
    """Tell which groups a clause in between keeps from a verb."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take the language's words."""
        words = lexicon.words
        self._passive, self._also = words("clauses", "passive"), words("relations", "also")
        self._capitals = lexicon.grammar.nouns_capitalised
        self._places = words("clauses", "prepositions")
        self._commas = lexicon.grammar.verb_final
        self._openers = words("clauses", "subordinators") - words("clauses", "relatives")
        self._doubtful = words("clauses", "doubtful_articles")
        self._articles = words("clauses", "articles")
        self._possessives = words("people_words", "possessives")
        self._company = words("people_words", "company")
        self._auxiliaries = words("clauses", "passive") | words("clauses", "active")
        self._namings = words("clauses", "namings")
        self._adverbs, self._lasts = words("clauses", "adverbs"), lexicon.endings("adverbs")
        self._perfects, self._aged = words("clauses", "perfects"), words("numbers", "aged")
        self._one = words("numbers", "articles")
        self._objects = words("singles", "objects") | words("clauses", "reflexives")
        self._closed = words("clauses", "prepositions") | words("clauses", "time_words")
        self._pasts = lexicon.endings("pasts")
        units = lexicon.sections["numbers"]["units"]
        self._times = words("clauses", "moments") | frozenset(units.get("time", ())) | words("clauses", "time_words")
        second = [phrase.split() for phrase in words("clauses", "second_coordinators")]
        self._linking = words("clauses", "coordinators")
        closed = ("subordinators", "relatives", "prepositions", "passive", "active", "reflexives")
        self._borders = frozenset().union(*(words("clauses", key) for key in closed)) | words("attribution", "verbs")
        self._borders |= frozenset(lexicon.verbs)
        self._sequences = words("clauses", "sequences")
        self._joining = frozenset((one, two) for one, two, *_ in second)

    def fronted(self, sentence: Sentence, hit: Hit) -> bool:
        """Tell whether a participle opens the sentence, its people behind a form of to be: killed in it were four."""
        words, first = sentence.words, sentence.start
        opens = hit.start == first or (
            hit.start == first + 1 and (words.at(first) in self._also or not words.word(first))
        )
        if not opens or "participle" not in {w.form for w in hit.words}:
            return False
        for k in range(hit.end, min(hit.end + _FRONT, sentence.end)):
            if words.lower[k] in self._passive:
                return True
            if words.text[k] == "," or any(g.start == k and g.number is not None for g in sentence.groups):
                return False
        return False

    def placed(self, sentence: Sentence, one: Group) -> int:
        """Return where a group ends with the place it is at: 35 Menschen an Bord und ein Helfer."""
        words, end = sentence.words, max(one.end, one.full if one.bare else one.end)
        whole = sentence.partitives.get(one.start)
        if whole is not None and whole.start >= end:
            return whole.full
        if not one.known or not self._capitals or words.at(end) not in self._places:
            return end
        at = end + 1
        while words.at(at) in self._articles:
            at += 1
        while words.capital(at) and at < sentence.end:
            at += 1
        return at if words.capital(at - 1) and words.at(at) in self._linking else end

    def parted(self, sentence: Sentence, group: Group, hit: Hit) -> bool:
        """Tell whether a clause begins between a group and a verb: 12 officers came when the man was shot.

        A group before the verb must have its own verb before that clause: 12 people since Monday have died.
        """
        if self._commas:
            return False
        words, first = sentence.words, group.end <= hit.start
        low, high = (group.full, hit.start) if first else (hit.end, group.start)
        last = high - 1 if first else high  # listed as missing: what stands right before the verb opens nothing
        opener = next((k for k in range(low, last) if self._opens(words, k, low)), None)
        if opener is None:
            return False
        return not first or any(self._told(word) for word in words.lower[low:opener])

    def after_name(self, sentence: Sentence, hit: Hit) -> int:
        """Return where an apposition starts to the name right behind a verb: killed Ali Khan, a rebel commander."""
        words, at = sentence.words, hit.end
        while at < min(hit.end + _LONGEST_NAME, sentence.end) and words.capital(at):
            at += 1
        nominal = words.at(at + 1) in self._one or words.at(at + 1) in self._articles
        return at + 1 if at > hit.end and words.at(at) == "," and nominal else hit.end

    def perfect(self, sentence: Sentence, hit: Hit) -> bool:
        """Tell whether a verb stands in the active perfect: have released, had reportedly killed."""
        words, first = sentence.words, hit.start - 1
        while first > sentence.start and (words.at(first) in self._adverbs or words.at(first).endswith(self._lasts)):
            first -= 1
        return words.at(first) in self._perfects

    def of_age(self, words: Words, i: int) -> bool:
        """Tell whether a token belongs to somebody's age: a girl aged 12 and two men."""
        return words.lower[i] in self._aged or words.text[i].isdigit()

    def of_pronoun(self, sentence: Sentence, hit: Hit) -> bool:
        """Tell whether a state is said of a pronoun that stands for nobody counted: police shot him dead."""
        before = hit.start - 1
        return sentence.words.at(before) in self._objects and not any(g.start == before for g in sentence.groups)

    def has_object(self, sentence: Sentence, hit: Hit) -> bool:
        """Tell whether a verb has its object right behind, so that who stands before did it: officers seized a boat."""
        words, after = sentence.words, sentence.words.at(hit.end)
        then = hit.end + 1 + (words.at(hit.end + 1) in self._sequences)  # abducted and later killed
        second = next((h for h in sentence.hits if h.start == then and not h.neutral), None)
        if second is not None and after in self._linking:
            return self.has_object(sentence, second)
        headline = words.capital(hit.start) and hit.start > sentence.start
        if after in self._objects or (words.capital(hit.end) and not headline and after not in self._closed):
            return True
        first = hit.end + 1 if after in self._articles | self._one else hit.end
        if first > hit.end and words.word(first) and not self._times & {words.at(first), words.at(first + 1)}:
            return True
        return after in self._possessives or any(group.start == first for group in sentence.groups)

    def lists(self, sentence: Sentence, hit: Hit, group: Group) -> bool:
        """Tell whether a list of a verb's objects reaches to a group: killed a farmer, his wife and their two sons."""
        first = hit.end + sentence.words.quote(hit.end)
        between = sentence.words.lower[first : group.start]
        if not 1 < len(between) <= _LIST or not sentence.words.word(first) or between[0] in self._linking:
            return False
        told = any(word in self._borders or self._told(word) for word in between)
        return not told and bool(self._linking & set(between))

    def added(self, sentence: Sentence, group: Group) -> bool:
        """Tell whether what joins groups stands right before counted people: along with nine guards, with her sons."""
        words = sentence.words
        if group.number is None or group.number.article or group.unit is not Unit.PERSONS or group.elliptic:
            return False
        if words.at(group.start - 2) in self._company and words.at(group.start - 1) in self._possessives:
            return any(d.group.full == group.start - 2 for d in sentence.drafts)
        return any((words.at(k), words.at(k + 1)) in self._joining for k in (group.start - 3, group.start - 2))

    def _opens(self, words: Words, i: int, low: int) -> bool:
        """Tell whether a token opens a subordinate clause that tells more than who is meant."""
        word, after, before = words.lower[i], words.at(i + 1), words.at(i - 1)
        if word in self._doubtful and i > low:
            return after in self._articles
        if word not in self._openers or (word, after) in self._joining:
            return False
        if before in self._perfects:
            return False  # three have since died
        return before != word and words.at(i - 2) != word and before not in self._namings

    def _told(self, word: str) -> bool:
        """Tell whether a word may be a finite verb by its look."""
        return word in self._auxiliaries or (word.endswith(self._pasts) and len(word) > _SHORTEST_PAST)
