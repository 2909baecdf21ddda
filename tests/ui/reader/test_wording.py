from tests.ui.reader.rows import claim, mention
from ui.reader import wording
from workbench.model.claim import Effect
from workbench.model.mention import Status

TEXT = "37 Mitglieder der HTS"


def test_every_effect_has_a_sign() -> None:
    assert all(wording.SIGNS[effect] for effect in Effect)


def test_a_highlight_says_its_label_number_and_status() -> None:
    assert wording.described(mention(1, TEXT, "HTS")) == "Armed group: HTS, proposed"
    accepted = claim(1, TEXT, TEXT, "37", victims_text="Mitglieder der HTS", status=Status.ACCEPTED)
    assert wording.described(accepted) == "Claim: 37 killed, Mitglieder der HTS, accepted"
    assert wording.described(claim(1, TEXT, TEXT, "37")) == "Claim: 37 killed, 37, proposed"
