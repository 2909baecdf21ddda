from typing import Any

import pytest
from matplotlib import get_data_path
from matplotlib.font_manager import get_font

from tests.ui.reader.rows import claim, mention
from ui.reader import wording
from workbench.model.claim import Effect
from workbench.model.mention import Status

TEXT = "37 Mitglieder der HTS"


def test_every_effect_has_a_sign() -> None:
    assert all(wording.SIGNS[effect] for effect in Effect)


def test_every_sign_is_its_own_and_in_the_font_of_last_resort() -> None:
    resort = get_font(f"{get_data_path()}/fonts/ttf/DejaVuSans.ttf")
    assert len(set(wording.SIGNS.values())) == len(Effect)
    assert not [sign for signs in wording.SIGNS.values() for sign in signs if not resort.get_char_index(ord(sign))]


def test_a_highlight_says_its_label_number_and_status() -> None:
    assert wording.described(mention(1, TEXT, "HTS")) == "Armed group: HTS, proposed"
    accepted = claim(1, TEXT, TEXT, "37", victims_text="Mitglieder der HTS", status=Status.ACCEPTED)
    assert wording.described(accepted) == "Claim: 37 killed, Mitglieder der HTS, accepted"
    assert wording.described(claim(1, TEXT, TEXT, "37")) == "Claim: 37 killed, 37, proposed"


@pytest.mark.parametrize(
    ("values", "said", "told"),
    [
        ({}, "", ""),
        ({"confidence": 0.9}, "", "90%"),
        ({"confidence": 0.55}, ", unsure", "55%, unsure"),
        ({"confidence": 0.55, "status": Status.EDITED}, "", "55%, unsure"),
        ({"inferred": True}, ", follows from the text before", "follows from the text before"),
        ({"confidence": 0.6, "inferred": True}, ", unsure, follows from the text before", None),
    ],
)
def test_a_mention_says_its_doubt(values: dict[str, Any], said: str, told: str | None) -> None:
    row = mention(1, TEXT, "HTS", **values)
    assert wording.described(row) == f"Armed group: HTS, {row.status.value}{said}"
    assert told is None or wording.doubt_words(row) == told
