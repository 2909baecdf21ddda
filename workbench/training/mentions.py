"""Mentions cut down to names: some corpora mark whatever tells of somebody, where the others mark names only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span


@dataclass(frozen=True)
class Convention:
    """The words by which a mention is cut down to the name in it, all in small letters."""

    #: Corpora that need it.
    corpora: Sequence[str] = ()
    #: Words that may stand before a name and are none of it: articles, possessives.
    before_names: Sequence[str] = ()
    #: Words for a rank or office: what follows them is the person's name.
    offices: Sequence[str] = ()
    #: What an office may be an office of, and what joins the two.
    domains: Sequence[str] = ()
    #: Words that join a description to a name that is another's: residents of, groups like.
    joins: Sequence[str] = ()
    #: Beginnings of names in small letters (al-Anbar, van Dyck).
    small_beginnings: Sequence[str] = ()
    #: Names with a label of their own, whatever part they play in a sentence: countries, peoples.
    always: Mapping[str, Sequence[str]] | None = None

    def names(self, text: Doc) -> Doc:
        """Cut the mentions of a text down to names, and drop those without one."""
        text.set_ents([name for span in text.ents for name in self._names(span)])
        return text

    def _names(self, span: Span) -> Iterator[Span]:
        start, end = self._start(span), _end(span)
        for first, last in _parts(span.doc, start, end) if span.label_ == "LOC" else [(start, end)]:
            name = span.doc[first:last]
            if any(token.text[0].isupper() for token in name):
                yield Span(span.doc, first, last, label=self._label(name.text.lower(), span.label_))

    def _start(self, span: Span) -> int:
        start, end, doc = span.start, span.end, span.doc
        while start < end and doc[start].lower_ in self.before_names:
            start += 1
        if span.label_ == "PER":
            start = self._after_office(doc, start, end)
        while start < end and doc[start].text[0].islower() and doc[start].text not in self.small_beginnings:
            # The city of Mosul is Mosul, but the people of Mosul are no organisation of that name.
            if span.label_ == "ORG" and doc[start].text in self.joins:
                return end
            start += 1
        return start

    def _after_office(self, doc: Doc, start: int, end: int) -> int:
        """Return where the name begins in "Minister for the Middle East Ann Lee"; its end where there is none."""
        offices = [place for place in range(start, end) if doc[place].lower_ in self.offices]
        if not offices:
            return start
        after = offices[-1] + 1
        while after < end and doc[after].lower_ in self.domains:
            after += 1
        return after

    def _label(self, name: str, label: str) -> str:
        told = self.always or {}
        return next((other for other, names in told.items() if name in names), label)


def _end(span: Span) -> int:
    end = span.end
    while end > span.start and span.doc[end - 1].text in {",", ":", ";"}:
        end -= 1
    return end


def _parts(doc: Doc, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Split at commas: "Palmyra, Syria" are two places."""
    first = start
    for place in range(start, end + 1):
        if place == end or doc[place].text == ",":
            if place > first:
                yield first, place
            first = place + 1
