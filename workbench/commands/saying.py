"""What commands write: sentences in which no sign of a case does anything to a terminal, and data as it is."""

from __future__ import annotations

import re
import sys

import click

#: What a terminal obeys or what turns the order of letters round (controls, bidirectional signs), and what cannot be
#: written at all (halves of surrogate pairs), or is never seen: separators of lines, tags, anchors of annotations.
_SIGNS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ud800-\udfff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_BREAKS = re.compile("[\t\n]")


def say(words: str, *, err: bool = False) -> None:
    """Write a sentence as one line: breaks in it, too, are shown, so that a case forges no line of ours."""
    click.echo(visible(_BREAKS.sub(_shown, words)), err=err)


def say_lines(words: str, *, nl: bool = True) -> None:
    """Write several lines for a person to read."""
    click.echo(visible(words), nl=nl)


def hand_out(data: str, *, nl: bool = True) -> None:
    """Write data for other programs to read as it is; at a terminal, where a person reads it, as `say_lines`."""
    at_terminal = sys.stdout is not None and sys.stdout.isatty()
    click.echo(visible(data) if at_terminal else data, nl=nl, color=True)  # or click would take signs out


def visible(words: str) -> str:
    """Return words in which each sign that does something instead of being seen is its number in braces."""
    return _SIGNS.sub(_shown, words)


def _shown(sign: re.Match[str]) -> str:
    return f"\\u{{{ord(sign.group()):x}}}"
