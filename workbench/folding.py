"""Words as they are compared: one name in all its spellings is the same words."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

#: What says no other word: points of Hebrew and Arabic, and the line that draws Arabic letters out.
_POINTS = (
    "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
)
_MARKS = re.compile(f"[\u0300-\u036f{_POINTS}'’‘`´ʼʻʾʿ′]")
_BETWEEN = re.compile(r"[\W_]+")
#: The same for ASCII, as most names are: apostrophes go, and what is no letter or digit parts words.
_PLAIN = {place: None if chr(place) in "'`" else chr(place) if chr(place).isalnum() else " " for place in range(128)}


@lru_cache(1 << 14)  # the same names come again and again
def folded(words: str) -> str:
    """Return `words` without case, accents, apostrophes, hyphens and other signs, with ss for ß, one space between.

    Case files keep what this returns: where it is changed, a new step of the schema has to fill ``words`` anew.
    """
    if words.isascii():
        return " ".join(words.translate(_PLAIN).casefold().split())
    # Compatibility letters (𝑨, ™) are taken apart before their case goes, and what that makes of them once more; an
    # acute accent that stands alone would become a space with an accent.
    bare = _decomposed(_decomposed(_MARKS.sub("", words)).casefold())
    return _BETWEEN.sub(" ", bare).strip()


def _decomposed(words: str) -> str:
    return _MARKS.sub("", unicodedata.normalize("NFKD", words))
