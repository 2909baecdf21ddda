"""From a tokenised article to findings: drafts become claims with spans, people, sources, status, setting."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from datetime import date
from itertools import takewhile
from pathlib import Path

from spacy.tokens import Doc

from workbench.extraction import headlines, reasons
from workbench.extraction import names as name_finder
from workbench.extraction.attribution import AttributionFinder
from workbench.extraction.belonging import Belonging
from workbench.extraction.circumstances import Setting, SettingFinder, joining, settled
from workbench.extraction.claims import ClaimReader, drafts_of, sentences_of
from workbench.extraction.denials import DenialReader
from workbench.extraction.drafts import Draft, Sentence
from workbench.extraction.incidents import incidents
from workbench.extraction.marks import Mark, last_of, mark_for
from workbench.extraction.names import Name, NameFinder
from workbench.extraction.names_index import NameIndex
from workbench.extraction.names_words import name_words
from workbench.extraction.numbers import numbers_of
from workbench.extraction.people import PeopleResolver, Said, Who
from workbench.extraction.pipeline import build
from workbench.extraction.places_aside import scenes
from workbench.extraction.quantities import quantity_of
from workbench.extraction.relations import relate
from workbench.extraction.sentences import tokens
from workbench.extraction.sources import SourceResolver, Speaker
from workbench.extraction.status import StatusReader, quoted_tokens
from workbench.extraction.trained import Trained
from workbench.extraction.uncollected import uncollected
from workbench.extraction.uncounted import uncounted
from workbench.extraction.words import Words, words_of
from workbench.model.actor import side_of_actor
from workbench.model.claim import Claim, Epistemic, Quantity, Scope
from workbench.model.findings import Findings, Uncounted
from workbench.model.incident import Incident
from workbench.model.mention import Label, Mention
from workbench.model.span import Span
from workbench.reckoning.conventions import Conventions
from workbench.registers import Registers

#: The components that find names and dates; the grammar is all others.
_NAMING = ("trained", "names", "dates")
#: So many words spaCy remembers from one article to the next, which is faster; then it forgets each article's own.
_KEPT = 100_000
#: So many sources back a noun may be said again.
_HEARD = 20


@dataclass(slots=True)
class _Told:
    """A draft with what was found around it; `rules` say why its source, status and scope are what they are."""

    draft: Draft
    sentence: Sentence
    who: Who
    speaker: Speaker | None
    epistemic: Epistemic
    scope: Scope
    setting: Setting
    rules: list[str] = field(default_factory=list)


class ArticleReader:
    """Reads articles of one language."""

    def __init__(
        self,
        language: str,
        registers: Registers,
        resources: Path,
        conventions: Conventions,
        index: NameIndex | None = None,
        trained: Trained | None = None,
    ) -> None:
        """Build the pipeline and the layers once.

        `index` holds the names of these registers, if it is made already; a trained pipeline helps to find others.
        """
        self._nlp = build(language, resources, registers, index, trained)
        grammar = self._nlp.get_pipe("claims")
        if not isinstance(grammar, ClaimReader):
            raise TypeError("the pipeline's claims component is not ours")
        self._lexicon = lexicon = grammar.lexicon
        finder = self._nlp.get_pipe("names")
        if not isinstance(finder, NameFinder):
            raise TypeError("the pipeline's names component is not ours")
        self._finder = finder
        self._name_words = name_words(lexicon)
        self._joining = joining(lexicon)
        self._conventions = conventions
        self._attribution = AttributionFinder(lexicon)
        self._status = StatusReader(lexicon)
        self._link_to(registers)
        self._more = lexicon.words("numbers", "more")
        self._openers = lexicon.phrases("relations", "additional")

    def use(self, registers: Registers) -> None:
        """Link to these registers from now on: those of a case, which an analyst may have changed."""
        if registers != self._registers:
            self._finder.use(registers)
            self._link_to(registers)

    def _link_to(self, registers: Registers) -> None:
        self._registers = registers
        self._sources = SourceResolver(registers, self._lexicon)
        self._people = PeopleResolver(self._lexicon, registers)
        self._denials = DenialReader(self._lexicon, registers)
        self._belonging = Belonging(self._lexicon, registers)

    def read(self, text: str, language: str, published: date | None) -> Findings:
        """Return what `text` tells; nothing of spaCy's outlives the call once many words are known."""
        with self._nlp.memory_zone() if self.strings > _KEPT else nullcontext():
            return self._read(text, language, published)

    def _read(self, text: str, language: str, published: date | None) -> Findings:
        """Read an article."""
        doc, mentions = self.prepare(text, published)
        claims, made = self.understand(doc, mentions, text, published)
        words = words_of(doc)
        shown = _with_numbers(mentions, claims, text)
        return Findings(language, tuple(shown), tuple(claims), tuple(made), tuple(_uncounted(words, text)))

    @property
    def strings(self) -> int:
        """The number of words and labels spaCy has in memory."""
        return len(self._nlp.vocab.strings)

    def prepare(self, text: str, published: date | None) -> tuple[Doc, list[Mention]]:
        """Return what the grammar starts from: `text` as tokens, with its names and dates."""
        doc = tokens(self._nlp, text)
        for name, component in self._nlp.pipeline:
            doc = component(doc) if name in _NAMING else doc
        return doc, name_finder.mentions(doc, published)

    def understand(
        self, doc: Doc, mentions: Sequence[Mention], text: str, published: date | None
    ) -> tuple[list[Claim], list[Incident]]:
        """Read a prepared article by the grammar alone, from its sentences to its incidents."""
        with uncollected():
            for name, component in self._nlp.pipeline:
                doc = doc if name in _NAMING else component(doc)
            words, named = words_of(doc), sorted(doc._.names, key=lambda n: n.start)
            told = self._told(words, named, mentions, published)
            _run_on(told)
            self._belonging.settle(told, named)
            return self._claims(words, text, told)

    def _told(
        self, words: Words, names: Sequence[Name], mentions: Sequence[Mention], published: date | None
    ) -> list[_Told]:
        """Walk through the sentences; the last speaker is carried over."""
        settings = SettingFinder(scenes(mentions, words, self._name_words), words, self._finder.area, self._joining)
        quoted, numbers = quoted_tokens(words.text, _line_starts(words)), numbers_of(words.doc)
        by_sentence = _by_sentence(words)
        starts = [name.start for name in names]
        forces = self._sources.forces(words, names)
        told: list[_Told] = []
        known: dict[int, Who] = {}
        last: Speaker | None = None
        breaks = _breaks(words)
        title = _title_end(words, breaks)
        headlines.settle(drafts_of(words.doc), title)
        reports = False
        heard: list[Speaker] = []
        before: Sentence | None = None
        silent: Sentence | None = None
        for sentence in sentences_of(words.doc):
            if sentence.start in breaks:
                last, reports = (last if reports else None), False
            inside = _names_in(names, starts, words, sentence)
            marks = self._attribution.find(sentence)
            reports = reports or bool(marks)
            relays = self._sources.relays(marks, words, inside)
            who_spoke = self._speakers(marks, relays, sentence, inside, last)
            speakers = {id(m): self._sources.known(who_spoke[id(m)], m, words, heard[-_HEARD:], forces) for m in marks}
            heard.extend((*self._sources.named(words, inside), *(speakers[id(m)] for m in marks if m.named)))
            said, named = self._said(marks, last), [(mark.start, mark.end) for mark in marks]
            for draft in by_sentence.get((sentence.start, sentence.end), ()):
                if sentence.end <= title:
                    draft.roles.add("headline")
                known[id(draft)] = who = self._people.who(draft, sentence, inside, known, said)
                able = [m for m in marks if self._status.tells(draft, sentence, m)]
                mark = mark_for(draft, able, sentence)
                speaker = speakers[id(mark)] if mark is not None else None
                opened = quoted[min(draft.group.start, len(quoted) - 1)]
                carried = mark is None and last is not None and (opened or self._status.reported(draft, sentence))
                epistemic, words_for = self._status.epistemic(draft, sentence, mark, quoted=opened, carried=carried)
                heard_by = last if carried else speaker
                if epistemic is Epistemic.SELF_CLAIM and heard_by is None:
                    heard_by = self._sources.claiming(words, inside, (sentence.start, sentence.end))
                if self._denials.denied(draft, who, heard_by, (sentence, *_goes_on_with(heard_by, last, before))):
                    epistemic, words_for = Epistemic.DENIED, "of what its speaker did"
                quiet = silent if sentence.start not in breaks else None
                setting = settings.own(draft, sentence, marks, quiet, heard_by)
                scope, since = self._status.scope(draft, sentence, numbers, published, setting.when, named)
                rules = [
                    *reasons.of_source(mark, heard_by, carried=carried),
                    reasons.of_status(epistemic, words_for),
                    reasons.of_scope(scope, since),
                ]
                told.append(_Told(draft, sentence, who, heard_by, epistemic, scope, setting, rules))
            for mark in marks:
                if mark.back:
                    _said_of_before(told, sentence, speakers[id(mark)])
            going_on = last_of(marks)
            last = speakers[id(going_on)] if going_on is not None else last
            before, silent = sentence, None if marks else sentence
        return told

    def _speakers(
        self,
        marks: Sequence[Mark],
        relays: Sequence[tuple[Mark, str]],
        sentence: Sentence,
        names: Sequence[Name],
        last: Speaker | None,
    ) -> dict[int, Speaker]:
        """Return who speaks in each mark, by identity; a pronoun repeats who was named before it."""
        found: dict[int, Speaker] = {}
        for mark in marks:
            found[id(mark)] = self._speaker(mark, relays, sentence, names, last)
            last = found[id(mark)] if mark.named and not mark.inside else last
        return found

    def _speaker(
        self,
        mark: Mark,
        relays: Sequence[tuple[Mark, str]],
        sentence: Sentence,
        names: Sequence[Name],
        last: Speaker | None,
    ) -> Speaker:
        """Return who speaks in a mark; a pronoun repeats the last speaker, eigene Angaben name the subject."""
        if mark.pronoun and last is not None:
            return Speaker(last.origin, last.relay, last.start, last.end)
        speaker = self._sources.speaker(mark, sentence.words, names, relays)
        if mark.own:
            own = self._sources.own(speaker, sentence.words, names, (sentence.start, sentence.end))
            return speaker if own is None else own
        if mark.general and not (speaker.origin or mark.who) and last is not None and mark.end - mark.start == 1:
            return last
        return speaker

    def _claims(self, words: Words, text: str, told: Sequence[_Told]) -> tuple[list[Claim], list[Incident]]:
        """Make the claims with their relations and incidents."""
        events = [t.scope is Scope.EVENT for t in told]
        heads = ["headline" in t.draft.roles for t in told]
        goes_on = _goes_on_from(words, told)
        settings = settled([t.setting for t in told], events, goes_on, heads, self._finder.around)
        claims = [self._claim(words, text, n, t, s) for n, (t, s) in enumerate(zip(told, settings, strict=True), 1)]
        sides = [t.who.side or side_of_actor(t.who.actor, self._registers.actors) for t in told]
        related = relate(claims, [t.draft for t in told], sides, settings, [self._opened(t.sentence) for t in told])
        placed, made = incidents(related, settings)
        return placed, made

    def _said(self, marks: Sequence[Mark], last: Speaker | None) -> Said:
        """Return where sources are named in a sentence, and the armed actor who spoke before it."""
        who = last.origin if last is not None and last.origin in self._registers.actors else None
        return Said(tuple(mark.wide for mark in marks), who)

    def _opened(self, sentence: Sentence) -> bool:
        """Tell whether a sentence opens with darüber hinaus, zudem, in addition."""
        stop = min(sentence.start + 4, sentence.end)
        hits = self._openers.find(sentence.words.lower, sentence.start, stop)
        return any(end - start > 1 or sentence.words.lower[start] not in self._more for start, end, _ in hits)

    def _claim(self, words: Words, text: str, number: int, told: _Told, setting: Setting) -> Claim:
        """Make one claim, its spans in code points."""
        draft, who = told.draft, told.who
        counted = draft.number
        number_span = (
            _span(words, (counted.start, counted.end)) if counted is not None and counted.start < counted.end else None
        )
        victims = _span(words, who.victims) if who.victims is not None else None
        speaker = told.speaker
        attribution = (
            _span(words, (speaker.start, speaker.end)) if speaker is not None and speaker.start < speaker.end else None
        )
        quantity = quantity_of(draft, self._conventions)
        return Claim(
            id=number,
            article_id=0,
            effect=draft.effect,
            quantity=quantity,
            evidence=_evidence(words, draft),
            unit=draft.unit,
            number=number_span,
            effect_span=_span(words, draft.anchor),
            victims=victims,
            attribution=attribution,
            number_text=number_span.of(text) if number_span else "",
            victims_text=victims.of(text) if victims else "",
            attribution_text=attribution.of(text) if attribution else "",
            actor=who.actor,
            side=who.side,
            category=who.category,
            origin=speaker.origin if speaker else None,
            relay=speaker.relay if speaker else None,
            epistemic=told.epistemic,
            scope=told.scope,
            when=setting.when,
            where=setting.where,
            rules=_rules(told, quantity, words, setting),
        )


def _by_sentence(words: Words) -> dict[tuple[int, int], list[Draft]]:
    """Return the drafts by the tokens of their sentences."""
    found: dict[tuple[int, int], list[Draft]] = {}
    for draft in drafts_of(words.doc):
        found.setdefault(draft.sentence, []).append(draft)
    return found


def _goes_on_with(speaker: Speaker | None, last: Speaker | None, before: Sentence | None) -> tuple[Sentence, ...]:
    """Return the sentence before where its speaker goes on."""
    same = speaker is not None and last is not None and speaker.origin == last.origin
    return (before,) if before is not None and same else ()


def _run_on(told: Sequence[_Told]) -> None:
    """Take a headline's toll for the running one that the text below tells more exactly."""
    running = [t.draft for t in told if t.scope is Scope.CUMULATIVE]
    for each in told:
        if "headline" not in each.draft.roles:
            return
        if each.scope is Scope.EVENT and headlines.rounds(each.draft, running):
            each.scope = Scope.CUMULATIVE
            each.rules[-1] = reasons.of_scope(each.scope, "told below")


def _said_of_before(told: Sequence[_Told], sentence: Sentence, speaker: Speaker) -> None:
    """Give the claims of the sentence before their speaker: das teilte die Polizei mit."""
    for each in reversed(told):
        if each.sentence.end != sentence.start:
            break
        if each.speaker is None:
            each.speaker = speaker
            after = ["source: the sentence after", *reasons.of_source(None, speaker, carried=False)]
            if each.epistemic is Epistemic.OWN_VOICE:
                each.epistemic = Epistemic.ATTRIBUTED
                each.rules = [r for r in each.rules if r.partition(":")[0] != "status"]
                after.append(reasons.of_status(each.epistemic, "the sentence after"))
            each.rules = [*after, *each.rules]


def _rules(told: _Told, quantity: Quantity, words: Words, setting: Setting) -> tuple[str, ...]:
    """Return why a claim was made, in the order the layers worked; its relations are found later."""
    draft = told.draft
    return (
        reasons.of_number(draft, quantity, words),
        *draft.rules,
        *reasons.of_victims(draft, told.who, words),
        *told.rules,
        *reasons.of_setting(setting),
        *(f"relation: {role}" for role in sorted(draft.roles) if not (role == "subset" and draft.links)),
    )


def _evidence(words: Words, draft: Draft) -> Span:
    """Return the words a claim rests on: from its group to its verb, inside the sentence."""
    start = min(draft.group.start, draft.anchor[0])
    end = max(draft.group.full or draft.group.end, draft.anchor[1])
    if draft.anchor[1] - start > end - start or start < draft.sentence[0]:
        start = max(start, draft.sentence[0])
    return _span(words, (start, max(end, start + 1)))


def _span(words: Words, tokens: tuple[int, int]) -> Span:
    """Return the code points of a range of tokens, blanks at its ends left out."""
    start, end = tokens
    while end - 1 > start and words.blank(end - 1):
        end -= 1
    return Span(*words.chars(start, end))


def _uncounted(words: Words, text: str) -> Iterator[Uncounted]:
    """Yield the numbers that made no claim."""
    doc = words.doc
    for number, what in uncounted(words, numbers_of(doc), sentences_of(doc), drafts_of(doc)):
        span = _span(words, (number.start, number.end))
        yield Uncounted(span, span.of(text), what)


def _names_in(names: Sequence[Name], starts: Sequence[int], words: Words, sentence: Sentence) -> Sequence[Name]:
    """Return the names that start in a sentence; `names` are in the order of the text, `starts` where they start."""
    start, end = words.chars(sentence.start, sentence.end)
    return names[bisect_left(starts, start) : bisect_left(starts, end)]


def _breaks(words: Words) -> frozenset[int]:
    """Return the tokens that start a paragraph: after a blank line, or after any line end where there is none."""
    ends = [(i, words.text[i].count("\n")) for i in range(len(words)) if "\n" in words.text[i]]
    least = 2 if any(count > 1 for _, count in ends) else 1
    return frozenset(i + 1 for i, count in ends if count >= least)


def _title_end(words: Words, breaks: frozenset[int]) -> int:
    """Return where the headline ends: the first paragraph, where no full stop closes it; 0 where there is none."""
    end = min(breaks, default=0)
    last = next((words.text[k] for k in range(end - 1, -1, -1) if not words.blank(k)), ".")
    return 0 if last in (".", "!", "…", "“", '"') else end


def _goes_on_from(words: Words, told: Sequence[_Told]) -> list[int | None]:
    """Return for each claim the last one of the sentence before it, in its paragraph, that it goes on from."""
    breaks = _breaks(words)
    found: list[int | None] = []
    for index, each in enumerate(told):
        before = next((k for k in range(index - 1, -1, -1) if told[k].sentence is not each.sentence), None)
        before = None if before is None else _toll_beside(told, before)
        near = before is not None and told[before].sentence.end == each.sentence.start
        follows = near and each.sentence.start not in breaks and "update" not in each.draft.roles
        found.append(before if follows else None)
    return found


def _toll_beside(told: Sequence[_Told], index: int) -> int:
    """Return the toll of the sentence of claim `index`, rather than the two of them who died later; else `index`."""
    same = takewhile(lambda k: told[k].sentence is told[index].sentence, range(index, -1, -1))
    return next((k for k in same if "update" in told[k].draft.roles), index)


def _line_starts(words: Words) -> frozenset[int]:
    """Return the tokens after a line break."""
    return frozenset(i + 1 for i in range(len(words)) if "\n" in words.text[i])


def _with_numbers(mentions: Sequence[Mention], claims: Sequence[Claim], text: str) -> list[Mention]:
    """Add the numbers of claims to the mentions, in the order of the text, numbered anew, in its own words."""
    spans = dict.fromkeys(c.number for c in claims if c.number is not None)
    numbers = [Mention(0, 0, span, span.of(text), Label.NUMBER) for span in spans]
    ordered = sorted([*mentions, *numbers], key=lambda m: (m.span.start, -m.span.end))
    return [
        Mention(n, 0, m.span, m.span.of(text), m.label, m.actor, m.where, m.when, m.confidence, inferred=m.inferred)
        for n, m in enumerate(ordered, 1)
    ]
