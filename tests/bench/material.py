"""Made-up material to measure with: texts, articles, mentions and claims, the same in every run."""

from __future__ import annotations

import hashlib
from itertools import pairwise
from pathlib import Path
from random import Random

from workbench import acts, recording
from workbench.case import Case
from workbench.commands.taking import TOGETHER
from workbench.model.article import Article, Document
from workbench.model.claim import Claim, Effect, Modifier, Quantity
from workbench.model.findings import Findings
from workbench.model.mention import Label, Mention
from workbench.model.span import Span

SENTENCES = (
    "Bei Gefechten nahe {place} wurden am Dienstag {number} Soldaten getötet und {other} verletzt.",
    "Die Beobachtungsstelle sprach von mindestens {number} Toten, darunter {other} Zivilisten.",
    "Nach Angaben der Behörden in {place} blieb die Straße nach Norden den ganzen Tag gesperrt.",
    "In {place} kam die Arbeit der Krankenhäuser zum Erliegen, weil der Strom seit Tagen fehlt.",
    "Rund {number} Kämpfer ergaben sich, {other} weitere wurden gefangen genommen.",
    "Der Sprecher {name} wies die Vorwürfe zurück und kündigte im {word} eine Untersuchung der {word} an.",
    "{name} und {name} berichteten, der {word} von {word} sei am Abend ohne {word} geblieben.",
    "In {word} begann {name} mit der {word}, während {word} und {word} auf {word} warteten.",
)
#: Every clause tells of casualties; the last go on without a full stop.
DENSE = (
    "Bei Gefechten nahe {place} wurden am Dienstag {number} Soldaten getötet und {other} verletzt. ",
    "Nach Angaben der Armee starben mindestens {number} Kämpfer, darunter {other} Zivilisten. ",
    "Die Zahl der Toten stieg auf {number}, die Behörden sprachen von {other}. ",
    "{number} Tote und {other} Verletzte gab es in {place}, ",
    "{number} Soldaten seien getötet worden, sagte die Polizei, {other} weitere würden vermisst, ",
)
SYLLABLES = "ba der fol gen hei kar lun mis nor pfa rei sch tul ver wan zim".split()
PLACES = ("Aleppo", "Idlib", "Hama", "Homs", "Saraqib", "Charkiw", "Cherson", "Rafah")


def text_of(words: int, seed: int) -> str:
    """Return a German text of about as many words, in paragraphs."""
    random, sentences, count = Random(seed), [f"Bericht {seed} aus {PLACES[seed % 8]}\n\n"], 4
    while count < words:
        sentence = sentence_of(random)
        sentences.append(sentence + ("\n\n" if random.random() < 0.2 else " "))
        count += len(sentence.split())
    return "".join(sentences)


def dense_of(letters: int, seed: int) -> str:
    """Return a German text of so many letters, all casualties: what takes longest to read."""
    random, clauses, count = Random(seed), [f"Bericht {seed}\n\n"], 0
    while count < letters:
        clauses.append(random.choice(DENSE).format(**_figures(random)))
        count += len(clauses[-1])
    return "".join(clauses)[:letters]


def _figures(random: Random) -> dict[str, object]:
    """Return a place and two numbers."""
    return {"place": random.choice(PLACES), "number": random.randint(2, 90), "other": random.randint(2, 40)}


def sentence_of(random: Random) -> str:
    """Return a sentence; about as many of its words are new as are in a news article."""
    words = _figures(random)
    template = random.choice(SENTENCES)
    while "{name}" in template or "{word}" in template:
        word = "".join(random.choices(SYLLABLES, k=random.randint(2, 5))).capitalize()
        template = template.replace("{name}" if "{name}" in template else "{word}", word, 1)
    return template.format(**words)


def document_of(text: str) -> Document:
    """Return the document a text file with this text would become."""
    content = text.encode()
    return Document(hashlib.sha256(content).hexdigest(), content, text, "utf-8")


def article_of(id_: int, document: Document) -> Article:
    """Return an article read from `document`."""
    return Article(id_, document.sha256, document.text.partition("\n")[0], "de", file_name=f"{id_}.txt")


def spans_in(text: str, count: int) -> list[Span]:
    """Return as many words of `text`, spread evenly."""
    gaps = [place for place, letter in enumerate(text) if letter.isspace()]
    words = [Span(start + 1, end) for start, end in pairwise(gaps) if end - start > 2]
    return words[:: max(1, len(words) // count)][:count]


def findings_of(text: str, mentions: int, claims: int) -> Findings:
    """Return what a reading might have found: as many mentions, and claims."""
    places = spans_in(text, mentions + claims)
    quantity = Quantity(12, 12, 12, 12, Modifier.EXACT)
    return Findings(
        "de",
        tuple(Mention(n, 0, span, span.of(text), Label.GPE) for n, span in enumerate(places[:mentions], 1)),
        tuple(Claim(n, 0, Effect.KILLED, quantity, span) for n, span in enumerate(places[mentions:], 1)),
        (),
    )


def take_in(case: Case, document: Document, findings: Findings) -> Article:
    """Import one article with its findings, as the program does: two changes, each on disk when it returns."""
    article = article_of(case.reserve(1), document)
    case.apply(acts.import_article(article, document))
    rows = len(findings.mentions) + len(findings.claims) + len(findings.incidents)
    case.apply(recording.record_findings(article, findings, case.reserve(rows), automatic=True))
    return article


def case_of(path: Path, articles: int) -> Case:
    """Make a case of as many articles of 300 words, 30 mentions and 4 claims each; open it where it was made before."""
    if path.exists():
        return Case.open(path, "bench")
    case = Case.create(path, "bench")
    for first in range(0, articles, TOGETHER):
        with case.together():
            for seed in range(first, min(first + TOGETHER, articles)):
                text = text_of(300, seed)
                take_in(case, document_of(text), findings_of(text, 30, 4))
    return case
