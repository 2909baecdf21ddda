"""Constructions of English agency news, each with what must come out."""

from __future__ import annotations

import pytest

from tests.workbench.extraction.reads import told
from workbench.extraction.extractor import Extractor

CLAUSES = [
    ("Twelve officers responded when the man was shot dead.", []),
    ("He almost died of thirst when 300 tourists filled the only bar.", []),
    ("Forty guests were inside when the roof fell, killing three.", ["killed 3"]),
    ("Four people died after a bridge collapsed.", ["killed 4"]),
    ("Eight soldiers as well as 4 civilians were killed.", ["killed 8", "killed 4"]),
    ("The 12 people who were killed when the shell landed were buried on Friday.", ["killed 12"]),
]
PARTS = [
    ("Two of the wounded died overnight.", ["killed 2"]),
    ("Of the eight men on board, two drowned and one is missing.", ["killed 2", "missing 1"]),
    ("Of the eight men on board, two drowned, five were saved and one is missing.", ["killed 2", "missing 1"]),
]
PARTS += [
    ("At least 31 people, including the police chief and two of his guards, were killed.", ["killed 31-", "killed 2"]),
    ("Two of the five wounded soldiers died.", ["killed 2", "wounded 5"]),
    ("Two of the five wounded soldiers were women.", ["wounded 2", "wounded 5"]),
    ("Of the 12 people killed, three were children.", ["killed 12", "killed 3"]),
    ("Of the 12 people wounded, three died in hospital.", ["wounded 12", "killed 3"]),
    ("15 of the 40 people killed were children.", ["killed 15", "killed 40"]),
    ("Two of the 40 passengers, including a child, died.", ["killed 2", "killed 1"]),
    ("26 fighters were killed, 11 of them Lebanese.", ["killed 26", "killed 11"]),
    ("Six people died. The mission has 300 staff, including 40 doctors.", ["killed 6"]),
    ("Six people died near a base that hosts 300 troops, including 40 Germans.", ["killed 6"]),
    ("Among those killed were 12 soldiers.", ["killed 12"]),
    ("Also killed were two nurses.", ["killed 2"]),
]
OBJECTS = [
    ("The rebels took 40 prisoners in the assault.", ["captured 40"]),
    ("Gunmen took 27 hostages.", ["abducted 27"]),
    ("Officials said the number of people killed had risen to 45.", ["killed 45"]),
]
INJURIES = [
    ("Five passengers suffered minor injuries.", ["wounded 5"]),
    ("Eleven people were treated for smoke inhalation.", ["wounded 11"]),
    ("Three officers were struck by gunfire.", ["wounded 3"]),
    ("Two soldiers embraced martyrdom.", ["killed 2"]),
    ("The hospital counted 18 martyrs.", ["killed 18"]),
]
SEIZED = [
    ("Gunmen seized 12 villagers.", ["captured 12"]),
    ("Officers seized 12 laptops and 3 pistols.", []),
    ("Soldiers seized 30 rifles.", []),
]
NOUNS_AND_PLACES = [
    ("He was taken prisoner by U.S. Marines.", []),
    ("An operation executed by coalition forces began.", []),
    ("Some 200 of the rifles went missing.", []),
    ("Traders wrote letters, demanding that the plan be killed.", []),
    ("Three great families supporting death and murder rule here.", []),
    ("The court handed down 12 death sentences.", []),
    ("Our friends and loved ones were injured.", []),
    ("Two nurses died, including one at a hospital.", ["killed 2", "killed 1"]),
    ("The town was taken by the army.[3] In May 40 soldiers were captured.", ["captured 40"]),
]
SEVERAL_CLAUSES_AND_LISTS = [
    ("Police fired after 12 people were killed.", ["killed 12"]),
    ("The toll stood at 121 after five of the injured died in hospital.", ["killed 121", "killed 5"]),
    ("They treated 41 casualties, nine of whom later died.", ["casualties_unspecified 41", "killed 9"]),
    (
        "Troops repelled the raid, killing 18 of the attackers and wounding three of their own men.",
        ["killed 18", "wounded 3"],
    ),
    ("Three people were stabbed, one fatally.", ["killed 1"]),
    ("A woman was killed and 13 people sought help.", ["killed 1"]),
    ("26 fighters had been killed, along with nine guards.", ["killed 26", "killed 9"]),
    ("Gunmen killed a councillor, his wife and their three children.", ["killed 1", "killed 1", "killed 3"]),
    ("Four were found dead, bringing to 33 the number of captives declared dead.", ["killed 4", "killed 33"]),
    ("Malaria kills ten children a day.", []),
    ("He described 11 deaths and 24 injuries.", ["killed 11", "wounded 24"]),
    ("Four fallen soldiers were flown home.", ["killed 4"]),
]
SPORT_AND_POLICE = [
    ("Three players were hurt and will miss four games.", []),
    ("The party captured 31 percent of the votes.", []),
    ("Officers arrested two suspects.", []),
    ("Troops arrested 30 villagers.", ["captured 30"]),
    ("Ninety prisoners freed on Sunday were women.", ["released 90"]),
]


DEATHS_SAID_IN_OTHER_WORDS = [
    ("The army has suffered 2,210 deaths and tens of thousands of wounded.", ["killed 2210", "wounded 20000-99999"]),
    ("At least 10 marines and an unknown number of villagers died.", ["killed 10-", "killed ?"]),
    ("The murdering of innocents went on, and he gave her a horse with six spots.", []),
    ("They saw the beheading of 21 captives.", ["killed 21"]),
    ("Five people are still listed as missing.", ["missing 5"]),
    ("Gunmen killed 32 and burned another 20 alive.", ["killed 32", "killed 20"]),
    ("Six officers had been among 20 soldiers killed near the river.", ["killed 6", "killed 20"]),
    ("The general was among 11 officers who died.", ["killed 11"]),
    ("They slit the throats of four shepherds.", ["killed 4"]),
    ("The blast left 16 passengers with injuries.", ["wounded 16"]),
    ("Lightning killed 350 reindeer.", []),
    ("Two were buried on Friday, and seven critically injured boys were flown out.", ["wounded 7"]),
    ("The ministry lowered an earlier toll of 103.", ["killed 103"]),
    ("The island has recorded 623 murders.", ["killed 623"]),
]
BATTLES_AND_STORMS = [
    (
        "The army said it had killed 25 rebels and that three of its soldiers had fallen in battle.",
        ["killed 25", "killed 3"],
    ),
    (
        "The ministry said that 30 rebels were captured and that four officers fell in the fighting.",
        ["captured 30", "killed 4"],
    ),
    ("Fourteen volunteers fell in combat near the river.", ["killed 14"]),
    ("Two soldiers fell from a truck.", []),
    ("The storm claimed 19 lives in the northern region, with nine more people missing.", ["killed 19", "missing 9"]),
    ("Three men were found with two still missing.", ["missing 2"]),
    ("Officers captured 16 fighters, two of them wounded.", ["captured 16", "wounded 2"]),
    ("Some 4,000 residents had been evacuated from the coast.", []),
    ("Rescuers evacuated 30 wounded people.", ["wounded 30"]),
]
REVISED = [
    ("Officials first reported eight fatalities but later revised the figure to eleven.", ["killed 8", "killed 11"]),
    ("Police said five people had died, but later raised the count to seven.", ["killed 5", "killed 7"]),
    ("The ministry said nine people had died, and later lowered it to seven.", ["killed 9", "killed 7"]),
    ("The hospital later revised its death count to nine.", ["killed 9"]),
    ("The toll was put at 33. The ministry now puts it at 41.", ["killed 33", "killed 41"]),
    ("Five people died on the road. The city put the price up and raised it to nine euros.", ["killed 5"]),
]
DASHES = [
    ("Eight people – six soldiers and two monks – were killed by a mine.", ["killed 8", "killed 6", "killed 2"]),
    (
        "The raid killed nine people: four men, three women and two boys.",
        ["killed 9", "killed 4", "killed 3", "killed 2"],
    ),
    ("Two Syrians, a girl and her uncle, were killed near Jenin.", ["killed 2", "killed 1", "killed 1"]),
    ("Nine miners – most of them young – died.", ["killed 9"]),
]
ALL = [
    *BATTLES_AND_STORMS,
    *REVISED,
    *DASHES,
    *DEATHS_SAID_IN_OTHER_WORDS,
    *CLAUSES,
    *PARTS,
    *OBJECTS,
    *INJURIES,
    *SEIZED,
    *NOUNS_AND_PLACES,
    *SEVERAL_CLAUSES_AND_LISTS,
    *SPORT_AND_POLICE,
]


@pytest.mark.parametrize(("text", "expected"), ALL)
def test_english_news(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert told(extractor, text, "en") == expected
