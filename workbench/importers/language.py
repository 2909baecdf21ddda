"""The language a text is written in."""

from __future__ import annotations

#: Languages that reports on armed conflict come in; the others are never right for a news article.
PLAUSIBLE = ("de", "en", "fr", "es", "it", "nl", "pl", "pt", "tr", "ru", "uk", "ar", "fa", "he")
_READ = ("de", "en")
_SAMPLE = 20_000
#: Below this number of letters only the two languages that the program reads are considered.
_SHORT = 60


def language_of(text: str, told: str = "") -> str:
    """Return the ISO 639-1 code of the language of `text`; `told` (what a page says) decides for short texts."""
    import py3langid

    sample = text[:_SAMPLE].encode("utf-8", "replace").decode("utf-8")
    letters = sum(char.isalpha() for char in sample)
    told = told.strip().lower()[:2]
    if letters < _SHORT and told in PLAUSIBLE:
        return told
    latin = sum(char.isalpha() and char < "\u0250" for char in sample)
    allowed = _READ if letters < _SHORT and 2 * latin >= letters else PLAUSIBLE
    ranked: list[tuple[str, float]] = py3langid.rank(sample)
    return max((score, code) for code, score in ranked if code in allowed)[1] if letters else "en"
