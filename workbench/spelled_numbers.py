"""Number words → integers: the one door to text2num, and the spellings that it does not know."""

from __future__ import annotations

from functools import lru_cache

#: Spellings of a language → those that text2num knows; in this order.
_SPELLINGS = {
    "de": (
        *(("dreissig", "dreißig"), ("fuenf", "fünf"), ("zwoelf", "zwölf"), ("zwo", "zwei")),
        *(("hundertund", "hundert"), ("tausendund", "tausend")),
    ),
    "en": (("hundred and ", "hundred "), ("thousand and ", "thousand ")),
}
#: An article, which text2num reads as one.
_ARTICLES = {"de": ("eine",)}


@lru_cache(maxsize=4096)
def spelled_number(words: str, language: str) -> int | None:
    """Read number words (siebenunddreißig, Zwölf, two hundred and five); None where they are none, or an article."""
    from text_to_num import text2num  # slow to import, and the window does not wait for it

    said = words.lower()
    if not said.strip() or said in _ARTICLES.get(language, ()):
        return None
    for spelling, known in _SPELLINGS.get(language, ()):
        said = said.replace(spelling, known)
    try:
        return int(text2num(said, language))
    except (ValueError, KeyError):
        return None
