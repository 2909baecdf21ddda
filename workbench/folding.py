"""Words as they are compared: one name in all its spellings is the same words."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_MARKS = re.compile("[\u0300-\u036f'’‘`´ʼʻʾʿ′]")
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
