"""The analyst's acts: values in, a Change out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from workbench.changes import Change, Edit, Value, adding, removing
from workbench.model.actor import Actor
from workbench.model.article import Article, Document, ReviewState
from workbench.model.claim import Category, Claim, Effect, Quantity, Relation
from workbench.model.declined import Declined
from workbench.model.incident import Incident
from workbench.model.mention import Label, Maker, Mention, Status
from workbench.model.method import Method
from workbench.model.span import Span
from workbench.registers import Registers
from workbench.wording import article_words, claim_words

Proposal = Mention | Claim

#: The parts of a claim that have a span and its words: part → (span field, text field or "").
PARTS = {
    "number": ("number", "number_text"),
    "victims": ("victims", "victims_text"),
    "attribution": ("attribution", "attribution_text"),
    "effect": ("effect_span", ""),
    "evidence": ("evidence", ""),
}


def words_of(row: Proposal) -> str:
    """Return the words by which an analyst knows a mention or a claim."""
    if isinstance(row, Mention):
        return row.text
    return claim_words(row)


def _change(act: str, before: Value, after: Value, about: str) -> Change:
    return Change(act, (Edit(before, after),) if before != after else (), about)


def accept(row: Proposal) -> Change:
    """Return the change that accepts a mention or a claim as it stands."""
    return _change("accept", row, replace(row, status=Status.ACCEPTED), words_of(row))


def reject(row: Proposal) -> Change:
    """Return the change that rejects it; it stays in the case and counts for nothing."""
    return _change("reject", row, replace(row, status=Status.REJECTED), words_of(row))


def relabel(mention: Mention, label: Label) -> Change:
    """Return the change that gives a mention another label; a link made for the old one goes."""
    actor = mention.actor if label is mention.label else None
    after = replace(mention, label=label, actor=actor, status=Status.EDITED)
    return _change("relabel", mention, after, mention.text)


def link(mention: Mention, actor: str | None) -> Change:
    """Return the change that links a mention to an actor or source of the register."""
    return _change("link", mention, replace(mention, actor=actor, status=Status.EDITED), mention.text)


def resize(mention: Mention, span: Span, text: str) -> Change:
    """Return the change that moves a mention's borders; `text` is the article's whole text."""
    after = replace(mention, span=span, text=span.of(text), status=Status.EDITED)
    return _change("resize", mention, after, mention.text)


def add_mention(id_: int, article_id: int, span: Span, text: str, label: Label) -> Change:
    """Return the change that adds a mention of the analyst's; `text` is the article's whole text."""
    words = span.of(text)
    mention = Mention(id_, article_id, span, words, label, status=Status.ACCEPTED, made_by=Maker.ANALYST)
    return Change("add_mention", adding([mention]), words)


def delete(row: Proposal, claims: Iterable[Claim] = ()) -> Change:
    """Return the change that takes a mention or claim away.

    `claims` are those of the same article and incident: relations that lead to a claim that goes, go with it.
    """
    pointing = [claim for claim in claims if any(r.to == row.id for r in claim.relations)] if _is_claim(row) else []
    freed = (
        Edit(claim, replace(claim, relations=tuple(r for r in claim.relations if r.to != row.id)))
        for claim in pointing
        if claim.id != row.id
    )
    return Change("delete", (*freed, *removing([row])), words_of(row))


def _is_claim(row: Proposal) -> bool:
    return isinstance(row, Claim)


def add_claim(claim: Claim) -> Change:
    """Return the change that adds a claim of the analyst's."""
    added = replace(claim, status=Status.ACCEPTED, made_by=Maker.ANALYST)
    return Change("add_claim", adding([added]), words_of(added))


def _edit_claim(act: str, claim: Claim, after: Claim) -> Change:
    if after == claim:
        return Change(act, (), words_of(claim))
    return _change(act, claim, replace(after, status=Status.EDITED), words_of(claim))


def edit_quantity(claim: Claim, quantity: Quantity) -> Change:
    """Return the change that sets a claim's number; the words it was read from stay."""
    return _edit_claim("edit_number", claim, replace(claim, quantity=quantity))


def edit_effect(claim: Claim, effect: Effect) -> Change:
    """Return the change that sets what happened to them."""
    return _edit_claim("edit_effect", claim, replace(claim, effect=effect))


def edit_side(claim: Claim, side: str | None) -> Change:
    """Return the change that sets a claim's side; None lets it follow from the actor."""
    return _edit_claim("edit_side", claim, replace(claim, side=side))


def edit_actor(claim: Claim, actor: str | None) -> Change:
    """Return the change that says who they were; a side set for this claim alone goes with the old actor."""
    return _edit_claim("edit_actor", claim, replace(claim, actor=actor, side=None if actor else claim.side))


def edit_origin(claim: Claim, origin: str | None) -> Change:
    """Return the change that says whose figure it is."""
    return _edit_claim("edit_origin", claim, replace(claim, origin=origin))


def edit_category(claim: Claim, category: Category) -> Change:
    """Return the change that sets the victims' category."""
    return _edit_claim("edit_category", claim, replace(claim, category=category))


def edit_note(claim: Claim, note: str) -> Change:
    """Return the change that sets a claim's note."""
    return _edit_claim("edit_note", claim, replace(claim, note=note))


def edit_part(claim: Claim, part: str, span: Span | None, text: str) -> Change:
    """Return the change that moves the span of one of `PARTS`; `text` is the article's whole text."""
    span_field, text_field = PARTS[part]
    values: dict[str, object] = {span_field: span}
    if text_field:
        values[text_field] = span.of(text) if span else ""
    return _edit_claim(f"resize_{part}", claim, replace(claim, **values))  # type: ignore[arg-type]  # keys are PARTS


def edit_relations(act: str, drawn: Iterable[tuple[Claim, tuple[Relation, ...]]]) -> Change:
    """Return the change that gives claims other relations; it is known by the words of the first."""
    changed = [(claim, replace(claim, relations=relations)) for claim, relations in drawn]
    edits = (Edit(b, replace(a, status=Status.EDITED)) for b, a in changed if a != b)
    return Change(act, tuple(edits), words_of(changed[0][0]) if changed else "")


def move_claim(claim: Claim, incident_id: int | None) -> Change:
    """Return the change that puts a claim into another incident."""
    return _edit_claim("move_claim", claim, replace(claim, incident_id=incident_id))


def merge_incidents(
    kept: Incident, gone: Incident, claims_of_gone: Iterable[Claim], declined: Iterable[Declined] = ()
) -> Change:
    """Return the change that makes one incident of two: the claims move, nothing of them changes else.

    What was `declined` as one with the incident that goes is declined with the one that stays.
    """
    moved = tuple(Edit(claim, replace(claim, incident_id=kept.id)) for claim in claims_of_gone)
    edits = (*moved, *_led_on(kept.id, gone.id, list(declined)), Edit(gone, None))
    return Change("merge_incidents", edits, f"{gone.title} → {kept.title}")


def _led_on(kept: int, gone: int, declined: Sequence[Declined]) -> Iterable[Edit]:
    """Lead declined pairs from an incident that goes to the one that stays, each pair once."""
    known = {(pair.one, pair.other) for pair in declined}
    for pair in declined:
        if gone in (pair.one, pair.other):
            one, other = sorted((kept, pair.other if pair.one == gone else pair.one))
            fresh = one != other and (one, other) not in known
            yield Edit(pair, replace(pair, one=one, other=other) if fresh else None)


def set_method(before: Method, after: Method) -> Change:
    """Return the change that sets the case's convention and policy."""
    return _change("set_method", before, after, f"{after.convention}, {after.policy}")


def set_state(article: Article, state: ReviewState) -> Change:
    """Return the change that says how far the review of an article is."""
    return _change("set_state", article, replace(article, state=state), article.title)


def edit_details(article: Article, *, title: str, outlet: str, published: date | None) -> Change:
    """Return the change that sets what is printed around an article."""
    after = replace(article, title=title, outlet=outlet, published=published)
    return _change("edit_details", article, after, article.title)


def edit_side_of_actor(actor: Actor, side: str | None) -> Change:
    """Return the change that puts an actor on a side; every figure follows."""
    return _change("edit_side_of_actor", actor, replace(actor, side=side), actor.name)


def edit_value(act: str, before: Value, after: Value, about: str) -> Change:
    """Return the change of one row of the registers, such as a side's name."""
    return _change(act, before, after, about)


def add_values(act: str, values: Iterable[Value], *, automatic: bool = False) -> Change:
    """Return the change that adds rows, such as the actors a case copies from the register."""
    return Change(act, adding(values), automatic=automatic)


def copy_registers(used: Registers, case: Registers) -> Change:
    """Return the automatic change that copies into a case what it uses of the shipped registers and lacks."""
    sides = [side for id_, side in used.sides.items() if id_ not in case.sides]
    actors = [actor for id_, actor in used.actors.items() if id_ not in case.actors]
    sources = [source for id_, source in used.sources.items() if id_ not in case.sources]
    return add_values("copy_registers", [*sides, *actors, *sources], automatic=True)


#: Acts on claims that do not say what an article says, or say it of many at once: no review has begun with them.
_NO_REVIEW = ("extract", "merge_incidents", "split_incident", "move_claims", "teach", "merge_case")


def begins_reviews(change: Change) -> bool:
    """Tell whether a change may be the first one made in an article by who reviews it."""
    return not change.automatic and change.act not in _NO_REVIEW


def with_review_begun(change: Change, article: Article) -> Change:
    """Return an analyst's change with the article's state moved on, where it is the first one made in it.

    It is one edit more of the same change, so that one undo takes both back.
    """
    decides = any(
        isinstance(edit.after, Mention | Claim) and edit.after.article_id == article.id for edit in change.edits
    )
    if article.state is not ReviewState.NEW or not begins_reviews(change) or not decides:
        return change
    return replace(change, edits=(*change.edits, Edit(article, replace(article, state=ReviewState.IN_REVIEW))))


def import_article(article: Article, document: Document, with_it: tuple[Edit, ...] = ()) -> Change:
    """Return the change that takes an article into the case; `with_it` are the edits of what it makes copies of it."""
    return Change("import", (*adding([article]), *with_it), article_words(article), documents=(document,))


def remove_article(
    article: Article, rows: Iterable[Mention | Claim | Incident], copies: Sequence[Article] = ()
) -> Change:
    """Return the change that takes an article out, with all that was found in it; its document stays.

    Of its copies the first stands for it from then on.
    """
    heirs = [replace(copy, copy_of=copies[0].id if n else None) for n, copy in enumerate(copies)]
    freed = (Edit(copy, heir) for copy, heir in zip(copies, heirs, strict=True))
    return Change("remove", (*removing(rows), Edit(article, None), *freed), article_words(article))
