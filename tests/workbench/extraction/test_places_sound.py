"""German, English and French ways to write a name sound alike; other names do not."""

from __future__ import annotations

import pytest

from workbench.extraction.names_fold import fold
from workbench.extraction.places_sound import sound

ALIKE = """
Bachmut Bakhmut|Hudaida Hodeidah Hudaydah|Asas Azaz A'zaz|Scheichun Shaykhun Sheikhoun|Cherson Kherson|Charkiw Kharkiv
Saporischschja Zaporizhzhia|Awdijiwka Avdiivka|Faschir Fasher Fascher|Chartum Khartoum|Dschabalia Jabaliya Djabalia
Dschenin Jenin|Kiew Kyiv Kyjiw|Mykolajiw Mykolaiv|Winnyzja Vinnytsia|Luzk Lutsk|Donezk Donetsk|Schytomyr Zhytomyr
Tschernihiw Chernihiv|Rakka Raqqa Raqqah|Kamischli Qamishli|Manbidsch Manbij|Saada Sa'dah|Wowtschansk Vovchansk
Lyssytschansk Lysychansk|Falludscha Fallujah|Baakuba Baquba|Kuneitra Quneitra|Dschuba Juba|Mogadischu Mogadishu
""".replace("\n", "|").strip("|")
APART = "Homs Hama|Aleppo Idlib|Rafah Raqqa|Kiew Kasan|Basra Bassam|Sanaa Sinai|Mosul Marib|Aden Odessa"


@pytest.mark.parametrize("names", ALIKE.split("|"))
def test_one_name_has_one_sound(names: str) -> None:
    assert len({sound(fold(name)) for name in names.split()}) == 1


@pytest.mark.parametrize("names", APART.split("|"))
def test_other_names_sound_otherwise(names: str) -> None:
    assert len({sound(fold(name)) for name in names.split()}) == 2
