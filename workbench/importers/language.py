"""The language a text is written in."""

from __future__ import annotations

from workbench.errors import UnreadableArticle

#: Languages that reports on armed conflict come in; the others are never right for a news article.
PLAUSIBLE = ("de", "en", "fr", "es", "it", "nl", "pl", "pt", "tr", "ru", "uk", "ar", "fa", "he")
_READ = ("de", "en")
_SAMPLE = 20_000
#: Below this number of letters only the two languages that the program reads are considered.
_SHORT = 60


def language_of(text: str, told: str = "") -> str:
    """Return the ISO 639-1 code of the language of `text`; `told` (what a page says) decides for short texts.

    UnreadableArticle where there is no room to find it.
    """
    sample = text[:_SAMPLE].encode("utf-8", "replace").decode("utf-8")
    letters = sum(char.isalpha() for char in sample)
    told = told.strip().lower()[:2]
    if letters < _SHORT and told in PLAUSIBLE:
        return told
    latin = sum(char.isalpha() and char < "\u0250" for char in sample)
    allowed = _READ if letters < _SHORT and 2 * latin >= letters else PLAUSIBLE
    return max((score, code) for code, score in _ranked(sample) if code in allowed)[1] if letters else "en"


def _ranked(sample: str) -> list[tuple[str, float]]:
    """Return every language with its score; UnreadableArticle where the model finds no room to be unpacked in."""
    import py3langid

    try:
        ranked: list[tuple[str, float]] = py3langid.rank(sample)
    except OSError as error:
        raise UnreadableArticle(
            f"The language could not be found: {error.strerror} in the folder for temporary files. "
            "Make room there, and try again."
        ) from error
    return ranked
