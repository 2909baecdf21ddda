"""Armed actors of Africa, Asia and Latin America, as German and English news name them."""

from __future__ import annotations

import pytest

from tests.workbench.extraction.reads import naming
from workbench.extraction import names
from workbench.model.mention import Label

ARMED = frozenset((Label.ARMED_GROUP, Label.STATE_FORCE, Label.ORG))
#: People of no side, and fighters of whom it is not said whose they are.
NOBODY = (None, "civ", "rebels_generic", "police_generic")


def _actors(text: str, language: str) -> list[str | None]:
    found = names.mentions(naming(language)(text), None)
    return [m.actor for m in found if m.label in ARMED or (m.label == Label.ROLE and m.actor not in NOBODY)]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Die sudanesische Armee griff Stellungen der RSF-Miliz an.", ["sd_saf", "sd_rsf"]),
        ("Kämpfer der Darfur Joint Force und der JEM in Al-Faschir im Sudan", ["sd_joint_force", "sd_jem"]),
        ("Die südsudanesischen Streitkräfte bekämpften die SPLA-IO.", ["ss_sspdf", "ss_splaio"]),
        ("Haftars Truppen rückten gegen die Milizen aus Misrata vor.", ["ly_lna", "ly_misrata"]),
        ("Die Rada-Miliz lieferte sich Gefechte mit der 444. Brigade.", ["ly_rada", "ly_444"]),
        ("Die Arakan-Armee vertrieb Myanmars Militär.", ["mm_aa", "mm_forces"]),
        ("Die Kachin-Unabhängigkeitsarmee und die TNLA", ["mm_kia", "mm_tnla"]),
        ("In Myanmar griff die KIA Junta-Truppen an.", ["mm_kia", "mm_forces"]),
        ("Die malischen Streitkräfte wurden von JNIM angegriffen.", ["ml_fama", "jnim"]),
        ("Die Katiba Macina und der Islamische Staat in der Sahelzone", ["ml_macina", "is_sahel"]),
        ("In Burkina Faso starben Freiwillige der VDP.", ["bf_vdp"]),
        ("Die Armee des Tschad und die nigrische Armee", ["td_forces", "ne_forces"]),
        ("Die nigerianische Luftwaffe bombardierte Lager von ISWAP.", ["ng_air_force", "is_wa"]),
        ("In Zamfara in Nigeria töteten Banditen Bauern.", ["ng_bandits"]),
        ("In Port-au-Prince in Haiti starben Bandenmitglieder.", ["ht_gangs"]),
        ("Die Terrormiliz Boko Haram überfiel ein Dorf.", ["ng_bh"]),
        ("Ambasonische Separatisten töteten kamerunische Truppen.", ["cm_ambazonia", "cm_forces"]),
        ("Al-Schabaab-Kämpfer griffen die somalische Armee an.", ["so_shabaab", "so_gov"]),
        ("Truppen von Puntland kämpften gegen IS-Somalia.", ["so_puntland", "so_is"]),
        ("Die äthiopischen Streitkräfte bekämpften die Fano-Milizen.", ["et_endf", "et_fano"]),
        ("In Äthiopien griff die OLA an.", ["et_ola"]),
        ("Die kongolesische Armee, die Wazalendo-Milizen und die FDLR", ["cd_fardc", "cd_wazalendo", "cd_fdlr"]),
        ("Die Rebellengruppe M23 und die ruandische Armee", ["cd_m23", "rw_rdf"]),
        ("Kämpfer der Codeco töteten Vertriebene, sagte die Monusco.", ["cd_codeco", "cd_monusco"]),
        ("In Beni und Goma im Kongo töteten die ADF Dorfbewohner.", ["cd_adf"]),
        ("In Bangui in der Zentralafrikanischen Republik starben Blauhelme.", ["cf_minusca"]),
        ("In Kamerun wurden Ambazonia-Kämpfer getötet.", ["cm_ambazonia"]),
        ("Anti-Balaka-Milizen und die Seleka-Rebellen", ["cf_antibalaka", "cf_seleka"]),
        ("Die mosambikanische Armee kämpft in Cabo Delgado gegen Ansar al-Sunna in Mosambik.", ["mz_forces", "mz_is"]),
        ("Das Haqqani-Netzwerk gehört zu den afghanischen Taliban.", ["af_haqqani", "af_taliban"]),
        ("Ein IS-Ableger Khorasan bekannte sich.", ["is_k"]),
        ("Die pakistanischen Taliban töteten Angehörige des Frontier Corps.", ["pk_ttp", "pk_fc"]),
        ("Die Befreiungsarmee Belutschistans entführte einen Zug.", ["pk_bla"]),
        ("Die indische Armee beschoss Lager von Jaish-e-Mohammed.", ["in_forces", "pk_jem"]),
        (
            "Die kolumbianische Armee griff FARC-Dissidenten und den Clan del Golfo an.",
            ["co_forces", "co_farc_d", "co_agc"],
        ),
        ("Das Sinaloa-Kartell und das Jalisco-Kartell", ["mx_sinaloa", "mx_cjng"]),
        ("Die Bande Gran Grif beschoss die haitianische Polizei.", ["ht_grangrif", "ht_police"]),
        ("Die brasilianische Polizei stürmte ein Viertel des Comando Vermelho.", ["br_police", "br_cv"]),
        ("Die thailändischen Streitkräfte und die kambodschanische Armee", ["th_forces", "kh_forces"]),
    ],
)
def test_in_german(text: str, actors: list[str]) -> None:
    assert _actors(text, "de") == actors


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("The Sudanese army said RSF paramilitaries shelled the market.", ["sd_saf", "sd_rsf"]),
        ("Janjaweed militias burned the village.", ["sd_janjaweed"]),
        ("Forces of Khalifa Haftar fought the Misrata brigades.", ["ly_lna", "ly_misrata"]),
        ("The Karen National Liberation Army attacked Myanmar's military.", ["mm_knla", "mm_forces"]),
        ("The Three Brotherhood Alliance and the Arakan Army", ["mm_3bha", "mm_aa"]),
        ("Malian armed forces clashed with Azawad Liberation Front men.", ["ml_fama", "ml_csp"]),
        ("Burkinabe forces and the Volunteers for the Defence of the Homeland", ["bf_forces", "bf_vdp"]),
        ("In Niamey in Niger the army repelled ISSP.", ["ne_forces", "is_sahel"]),
        ("In Culiacán in Mexico six cartel members were killed.", ["mx_cartels"]),
        ("Bandits killed farmers near Kaduna in Nigeria.", ["ng_bandits"]),
        ("Nigerian troops killed Lakurawa men.", ["ng_forces", "ng_lakurawa"]),
        ("Somali government forces and the AU mission in Somalia", ["so_gov", "so_atmis"]),
        (
            "Tigrayan forces fought Eritrean forces and the Amhara special forces.",
            ["et_tplf", "er_forces", "et_amhara_sf"],
        ),
        ("The Congo River Alliance drove out the FARDC and Burundian troops.", ["cd_m23", "cd_fardc", "bi_forces"]),
        ("The Ugandan army hunts the Lord's Resistance Army.", ["ug_updf", "ug_lra"]),
        ("Central African forces fought the Coalition of Patriots for Change.", ["cf_faca", "cf_cpc"]),
        ("Islamic State Mozambique attacked Mozambican forces.", ["mz_is", "mz_forces"]),
        ("The Afghan National Army and the Taliban", ["af_gov", "af_taliban"]),
        ("US Africa Command struck al-Shabaab.", ["us_forces", "so_shabaab"]),
        ("In Kabul in Afghanistan the ANA lost two men.", ["af_gov"]),
        ("The Balochistan Liberation Front ambushed Pakistani troops.", ["pk_blf", "pk_forces"]),
        ("Lashkar-e-Taiba and the Indian army", ["pk_let", "in_forces"]),
        ("Philippine troops killed New People's Army men.", ["ph_forces", "ph_npa"]),
        ("The Gulf Clan and the ELN fought in Colombia.", ["co_agc", "co_eln"]),
        ("Mexican marines arrested Gulf Cartel men.", ["mx_navy", "mx_gulf"]),
        ("Haiti's police fought the Viv Ansanm coalition.", ["ht_police", "ht_viv"]),
        ("Members of Tren de Aragua and of Los Choneros", ["ve_tda", "ec_choneros"]),
        ("The West Papua National Liberation Army killed workers.", ["id_tpnpb"]),
    ],
)
def test_in_english(text: str, actors: list[str]) -> None:
    assert _actors(text, "en") == actors


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Kia verkaufte 2024 in Deutschland 70.000 Autos, die EDF baut ein Kraftwerk in Frankreich.", "de"),
        ("Die Astronauten der ISS kehrten nach Texas zurück.", "de"),
        ("Beim Filmfest BIFF in Busan gewann ein Drama den Preis.", "de"),
        ("Kartelle im Stahlhandel müssen in Brüssel Strafe zahlen.", "de"),
        ("The MSA of the county and the CDF meet in Chicago.", "en"),
        ("The one-armed bandits stood in a casino in Monaco.", "en"),
        ("Kia sold 300,000 cars; Los Lobos played in Austin.", "en"),
    ],
)
def test_no_armed_group_in_peace(text: str, language: str) -> None:
    assert _actors(text, language) == []
