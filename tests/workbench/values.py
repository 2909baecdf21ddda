"""Values that tests of several rooms start from."""

from __future__ import annotations

import hashlib
from datetime import date

from workbench.model.article import Article, Document
from workbench.model.circumstance import When, Where
from workbench.model.claim import Claim, Effect, Modifier, Quantity, Relation, RelationType
from workbench.model.findings import Findings
from workbench.model.incident import Incident
from workbench.model.mention import Label, Mention
from workbench.model.span import Span

TEXT = "Drei Soldaten 🪖 wurden getötet, darunter ein Offizier, sagte die Armee."


def document(text: str = TEXT) -> Document:
    """Return a document that holds `text`."""
    content = text.encode()
    return Document(hashlib.sha256(content).hexdigest(), content, text, "utf-8")


def article(id_: int = 1, text: str = TEXT, title: str = "Gefechte") -> Article:
    """Return the article of `document(text)`."""
    return Article(id_, document(text).sha256, title, "de", "Abendpost", date(2024, 11, 28), "a.txt")


def exact(number: int) -> Quantity:
    """Return a plain number."""
    return Quantity(number, number, number, number, Modifier.EXACT)


def claim(id_: int = 1, number: int = 3, **others: object) -> Claim:
    """Return a claim of `number` killed on the first words of TEXT."""
    values: dict[str, object] = {
        "article_id": 1,
        "effect": Effect.KILLED,
        "quantity": exact(number),
        "evidence": Span(0, 31),
        "number": Span(0, 4),
        "number_text": "Drei",
        "victims": Span(5, 13),
        "victims_text": "Soldaten",
    }
    return Claim(id_, **{**values, **others})  # type: ignore[arg-type]  # the fields of a claim by name


def mention(id_: int = 1, **others: object) -> Mention:
    """Return a mention of the army at the end of TEXT."""
    values: dict[str, object] = {"article_id": 1, "span": Span(65, 70), "text": "Armee", "label": Label.STATE_FORCE}
    return Mention(id_, **{**values, **others})  # type: ignore[arg-type]  # the fields of a mention by name


def findings() -> Findings:
    """Return a reading of TEXT: one mention, a claim with a subset, one incident."""
    part = Claim(
        2,
        0,
        Effect.KILLED,
        exact(1),
        Span(32, 53),
        number=Span(41, 44),
        number_text="ein",
        incident_id=1,
        relations=(Relation(RelationType.SUBSET_OF, 1),),
        rules=("darunter",),
    )
    whole = claim(1, article_id=0, incident_id=1)
    return Findings("de", (mention(1, article_id=0),), (whole, part), (incident(1),))


def incident(id_: int = 1) -> Incident:
    """Return an incident of one day in one province."""
    day = date(2024, 11, 27)
    return Incident(id_, "Gefechte bei Aleppo", When(day, day, 1), Where("SY-HL", "Aleppo", 4, 36.2, 37.15))
