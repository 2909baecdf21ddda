"""What the values of the model are called, in whichever room they are spoken of: one thing, one name.

Nothing here knows a window, a page or a chart; what only one room says (a caption, a heading) stands there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from workbench.model.actor import BOTH_SIDES, Actor, Side, Source
from workbench.model.article import Article
from workbench.model.assessment import Assessment, Credibility, Likelihood, Reliability
from workbench.model.claim import THINGS, Category, Claim, Effect, Epistemic, Modifier, Quantity, RelationType, Scope
from workbench.model.incident import Incident

_NO_LETTER = re.compile("[\ud800-\udfff]")
_EFFECTS = {Effect.CASUALTIES_UNSPECIFIED: "casualties, not specified"}
_CATEGORIES = {
    Category.COMBATANT_STATE: "state forces",
    Category.OFFICER: "officers",
    Category.POLICE: "police",
    Category.UN: "UN personnel",
    Category.COMBATANT_NONSTATE: "non-state fighters",
    Category.COMBATANT_MIXED: "combatants of several kinds",
    Category.CIVILIAN: "civilians",
    Category.CHILD: "children",
    Category.WOMAN: "women",
    Category.JOURNALIST: "journalists",
    Category.AID: "aid workers",
    Category.HEALTH: "health workers",
    Category.PERPETRATOR: "perpetrators",
    Category.UNSPECIFIED: "people, not specified",
}
_SINGLE = {
    "officers": "an officer",
    "police": "a police officer",
    "civilians": "a civilian",
    "children": "a child",
    "women": "a woman",
    "journalists": "a journalist",
    "aid workers": "an aid worker",
    "health workers": "a health worker",
    "perpetrators": "a perpetrator",
}
_RELATIONS = {
    RelationType.SUBSET_OF: "among",
    RelationType.COMPONENT_OF: "part of",
    RelationType.TOTAL_OF: "total of",
    RelationType.ADDITIONAL_TO: "in addition to",
    RelationType.SUPERSEDES: "replaces",
    RelationType.DELTA_OF: "a change in",
    RelationType.SAME_AS: "the same as",
    RelationType.SUMMARY_OF: "summary of",
    RelationType.RIVAL_OF: "rival account of",
    RelationType.DISJOINT_FROM: "apart from",
    RelationType.DENIES: "denies",
}
#: How a relation is said of the claim it leads to.
_TURNED_RELATIONS = {
    RelationType.SUBSET_OF: "includes",
    RelationType.COMPONENT_OF: "total of",
    RelationType.TOTAL_OF: "part of",
    RelationType.ADDITIONAL_TO: "added to by",
    RelationType.SUPERSEDES: "replaced by",
    RelationType.DELTA_OF: "changed by",
    RelationType.SUMMARY_OF: "summed up by",
    RelationType.DENIES: "denied by",
}
#: The relations that are said in a verb of their own, and those with an article.
_VERBS = {
    RelationType.TOTAL_OF: "is the total of",
    RelationType.ADDITIONAL_TO: "comes in addition to",
    RelationType.SUPERSEDES: "replaces",
    RelationType.SUMMARY_OF: "is a summary of",
    RelationType.RIVAL_OF: "is a rival account of",
    RelationType.DENIES: "denies",
}
_EPISTEMIC = {Epistemic.SELF_CLAIM: "own claim", Epistemic.THREAT: "threatened"}
_SCOPES = {Scope.CUMULATIVE: "running toll"}
_POLICIES = {
    "most_reliable": "most reliable source, by its grade (UCDP)",
    "most_recent": "most recent, then the majority, then the lowest (GTD)",
    "lowest": "lowest (ACLED)",
    "by_hand": "by hand",
}
_RELIABILITY = {
    Reliability.COMPLETELY: "completely reliable",
    Reliability.USUALLY: "usually reliable",
    Reliability.FAIRLY: "fairly reliable",
    Reliability.NOT_USUALLY: "not usually reliable",
    Reliability.UNRELIABLE: "unreliable",
    Reliability.UNKNOWN: "reliability cannot be judged",
}
_CREDIBILITY = {
    Credibility.CONFIRMED: "confirmed by other sources",
    Credibility.PROBABLY_TRUE: "probably true",
    Credibility.POSSIBLY_TRUE: "possibly true",
    Credibility.DOUBTFUL: "doubtful",
    Credibility.IMPROBABLE: "improbable",
    Credibility.UNKNOWN: "truth cannot be judged",
}
#: ICD 203 gives each term a range of probability, in per cent.
_LIKELIHOOD = {
    Likelihood.ALMOST_NO_CHANCE: "almost no chance (1–5 %)",
    Likelihood.VERY_UNLIKELY: "very unlikely (5–20 %)",
    Likelihood.UNLIKELY: "unlikely (20–45 %)",
    Likelihood.EVEN_CHANCE: "roughly even chance (45–55 %)",
    Likelihood.LIKELY: "likely (55–80 %)",
    Likelihood.VERY_LIKELY: "very likely (80–95 %)",
    Likelihood.ALMOST_CERTAIN: "almost certain (95–99 %)",
}
_CONVENTIONS = {"default": "default", "own": "own", "wikimpacts": "Wikimpacts"}
_TERMS = {
    "half_dozen": "half a dozen",
    "dozen": "a dozen",
    "couple": "a couple",
}
#: How a number is stated with each modifier that states one.
STATED: Mapping[Modifier, str] = MappingProxyType(
    {
        Modifier.EXACT: "{}",
        Modifier.APPROX: "about {}",
        Modifier.NEARLY: "nearly {}",
        Modifier.SLIGHTLY_OVER: "just over {}",
        Modifier.AT_LEAST: "at least {}",
        Modifier.MORE_THAN: "more than {}",
        Modifier.UP_TO: "up to {}",
        Modifier.LESS_THAN: "fewer than {}",
    }
)
UNKNOWN, UNQUANTIFIED, NOBODY = "unknown", "unquantified", "none"
BOTH, SIDE_UNKNOWN = "Both sides (not split)", "Side unknown"


def name_words(name: str) -> str:
    """Return a file's name as text that can be written anywhere: a byte that is no letter (Linux) is shown as �."""
    return _NO_LETTER.sub("\N{REPLACEMENT CHARACTER}", name)


def effect_words(effect: Effect) -> str:
    """Return what happened: ``killed or wounded``."""
    return _EFFECTS.get(effect, _plain(effect))


def met_words(effect: Effect) -> str:
    """Return what a number is of: ``people killed``, ``munitions fired``."""
    words = effect_words(effect)
    plain = effect in THINGS or effect in (Effect.BODIES_RECOVERED, Effect.CASUALTIES_UNSPECIFIED)
    return words if plain else f"people {words}"


def category_words(category: Category) -> str:
    """Return who they were, in the plural: ``state forces``."""
    return _CATEGORIES[category]


def single_words(many: str) -> str:
    """Return what one of them is called: ``a child`` for ``children``; words that have no such form stay."""
    return _SINGLE.get(many, many)


def several_words(one: str) -> str:
    """Return what several are called of whom one is ``a child``; other words stay."""
    return next((many for many, single in _SINGLE.items() if single == one), one)


def relation_words(type_: RelationType) -> str:
    """Return a relation as it stands before the claim it leads to: ``part of`` «fast 100»."""
    return _RELATIONS[type_]


def turned_relation_words(type_: RelationType) -> str:
    """Return a relation as it stands before the claim it comes from: ``includes`` «four officers»."""
    return _TURNED_RELATIONS.get(type_, _RELATIONS[type_])


def relation_sentence(one: str, type_: RelationType, other: str) -> str:
    """Return what a claim is to another, each in words of the caller's: “44” is part of “100”."""
    return f"{one} {_VERBS.get(type_, f'is {_RELATIONS[type_]}')} {other}"


def epistemic_words(epistemic: Epistemic) -> str:
    """Return how the article vouches for a claim: ``own voice``."""
    return _EPISTEMIC.get(epistemic, _plain(epistemic))


def scope_words(scope: Scope) -> str:
    """Return whether one event is told, a running toll or background."""
    return _SCOPES.get(scope, _plain(scope))


def policy_words(policy: str) -> str:
    """Return the policy for the best number."""
    return _POLICIES.get(policy, _plain(policy))


def reliability_words(reliability: Reliability) -> str:
    """Return how far a source can be relied on: ``B, usually reliable``."""
    return f"{reliability.value}, {_RELIABILITY[reliability]}"


def credibility_words(credibility: Credibility) -> str:
    """Return how credible an information is: ``2, probably true``."""
    return f"{credibility.value}, {_CREDIBILITY[credibility]}"


def likelihood_words(likelihood: Likelihood) -> str:
    """Return how likely something is, with what the term means in per cent: ``likely (55–80 %)``."""
    return _LIKELIHOOD[likelihood]


def assessment_words(assessment: Assessment) -> str:
    """Return all that is judged, in a line: ``B, usually reliable · graded fair``; nothing where nothing is."""
    judged = (
        reliability_words(assessment.reliability) if assessment.reliability else "",
        credibility_words(assessment.credibility) if assessment.credibility else "",
        f"graded {assessment.grade.value}" if assessment.grade else "",
        likelihood_words(assessment.likelihood) if assessment.likelihood else "",
    )
    return " · ".join(filter(None, judged))


def convention_words(convention: str) -> str:
    """Return the name of a number convention: ``ACLED``, ``default``, ``own``."""
    return _CONVENTIONS.get(convention, convention.upper())


def side_words(side: str | None, sides: Mapping[str, Side]) -> str:
    """Return the name of the side with id `side`; None is unknown."""
    if not side:
        return SIDE_UNKNOWN
    if side == BOTH_SIDES:
        return BOTH
    return sides[side].name if side in sides else side


def people(number: int) -> str:
    """Return a number of people with its thousands set apart: ``1,234``."""
    return f"{number:,}"


def bounds_words(low: int | None, high: int | None) -> str:
    """Return a range: ``37``, ``24–99``, ``at least 4``, ``up to 40``; None is a bound that nobody gives."""
    if high is None:
        return f"at least {people(low)}" if low else UNKNOWN
    if low is None:
        return f"up to {people(high)}"
    return people(low) if low == high else f"{people(low)}–{people(high)}"


def quantity_words(quantity: Quantity) -> str:
    """Return a number as it is stated: ``37``, ``at least 4``, ``nearly 100``, ``dozens``, ``unquantified``."""
    match quantity.modifier:
        case Modifier.NONE:
            return UNKNOWN
        case Modifier.BARE_PLURAL:
            return UNQUANTIFIED
        case Modifier.NEGATED:
            return NOBODY
        case Modifier.VAGUE if quantity.term:
            return _TERMS.get(quantity.term, _plain(quantity.term))
        case Modifier.BETWEEN if quantity.low is not None and quantity.high is not None:
            return f"{people(quantity.low)}–{people(quantity.high)}"
    if quantity.value is None or quantity.modifier not in STATED:
        return bounds_words(quantity.low, quantity.high)
    return STATED[quantity.modifier].format(people(quantity.value))


def reading_words(quantity: Quantity) -> str:
    """Return the bounds a number is read with: nearly 100 is ``90–99``, dozens are ``24–99``."""
    if quantity.unquantified or quantity.modifier is Modifier.NEGATED:
        return quantity_words(quantity)
    return bounds_words(quantity.low, quantity.high)


def read_words(quantity: Quantity) -> str:
    """Return a number as stated, with its bounds where they say more: ``nearly 100 (90–99)``, ``37``."""
    stated, reading = quantity_words(quantity), reading_words(quantity)
    return stated if stated == reading else f"{stated} ({reading})"


def claim_words(claim: Claim) -> str:
    """Return the words by which a claim is known: its number and its people as the article puts them.

    A number that the article gives no words of its own is put in ours; one without people is known by the number,
    one without either by what happened.
    """
    number = claim.number_text or ("" if claim.quantity.unquantified else quantity_words(claim.quantity))
    them = claim.victims_text
    return " ".join((them if number in them else f"{number} {them}").split()) or effect_words(claim.effect)


def brief_words(claim: Claim) -> str:
    """Return the fewest words that tell a claim from others: its number, else its people, else what happened."""
    return claim.number_text or claim.victims_text or effect_words(claim.effect)


def article_words(article: Article) -> str:
    """Return what an article is called: its title, else its file's name."""
    return article.title or article.file_name or "Article without a title"


def incident_words(incident: Incident) -> str:
    """Return what an incident is called: its title, else its number."""
    return incident.title or f"Incident {incident.id}"


def incident_names(incidents: Iterable[Incident]) -> dict[int, str]:
    """Return what incidents are called, by id; those of one title by their numbers too."""
    there = list(incidents)
    titles = Counter(incident.title for incident in there)
    return {i.id: f"{i.title} (no. {i.id})" if i.title and titles[i.title] > 1 else incident_words(i) for i in there}


def said_by(claim: Claim, *registers: Mapping[str, Actor | Source]) -> str:
    """Return whose figure it is and through whom it came: ``SOHR, through Reuters``; nothing where nobody is named."""
    origin, relay = _name(claim.origin, registers), _name(claim.relay, registers)
    origin = origin or " ".join(claim.attribution_text.split())
    if relay and relay != origin:
        return f"{origin or 'unnamed'}, through {relay}"
    return origin


def _name(id_: str | None, registers: Iterable[Mapping[str, Actor | Source]]) -> str:
    if not id_:
        return ""
    return next((known[id_].name for known in registers if id_ in known), _plain(id_))


def _plain(key: str) -> str:
    return key.replace("_", " ")
