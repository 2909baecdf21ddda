from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from workbench import acts, teaching
from workbench.case import Case
from workbench.changes import Change, Edit
from workbench.commands.opening import created, looked_at, opened, reckoned
from workbench.commands.reading import Reader
from workbench.commands.taking import choose_conflict, completed, take_in, take_in_files
from workbench.conflicts import Conflict
from workbench.errors import AlreadyImported, BadResource, CaseNotWritable
from workbench.importers.read import read_pasted
from workbench.model.actor import Actor
from workbench.model.mention import Label, Mention
from workbench.model.method import Method
from workbench.model.span import Span
from workbench.registers import Registers
from workbench.wording import article_words

TEXT = "Bei Kämpfen bei Homs wurden nach Angaben der syrischen Armee fünf Soldaten getötet."


def test_an_article_comes_in_with_what_is_found_in_it(tmp_path: Path, reader: Reader) -> None:
    with created(tmp_path / "a.case", "A.") as case:
        article = take_in(case, reader, completed(read_pasted(TEXT), "Der Bote", date(2024, 11, 28)))
        assert (article.outlet, article.published, article.language) == ("Der Bote", date(2024, 11, 28), "de")
        assert [claim.quantity.value for claim in case.claims(article.id)] == [5]
        assert case.undo_about() == ("import", article_words(article))
    with opened(tmp_path / "a.case") as case:
        assert case.text(article.id) == TEXT
        [figure] = reckoned(case, reader.conventions).figures
        assert (figure.best, figure.used) == (5, (case.claims()[0].id,))
        assert case.consistent()


@pytest.mark.parametrize("failing", [1, 2, 3])
def test_an_article_that_comes_in_half_does_not_come_in(
    tmp_path: Path, reader: Reader, monkeypatch: pytest.MonkeyPatch, failing: int
) -> None:
    """A disk that is full on the way leaves nothing, so that the next try is a first one."""
    applied: list[str] = []
    apply = Case.apply

    def fill_up(case: Case, change: Change) -> Change:
        applied.append(change.act)
        if len(applied) == failing:
            raise CaseNotWritable("The disk is full. Make room.")
        return apply(case, change)

    with created(tmp_path / "a.case") as case:
        before = case.rows()
        monkeypatch.setattr(Case, "apply", fill_up)
        with pytest.raises(CaseNotWritable, match="Make room"):
            take_in(case, reader, read_pasted(TEXT))
        monkeypatch.undo()
        assert (case.rows(), case.articles()) == (before, [])
        article = take_in(case, reader, read_pasted(TEXT))
        assert len(case.claims(article.id)) == 1
        assert case.consistent()
    with opened(tmp_path / "a.case") as case:
        assert [each.id for each in case.articles()] == [article.id]


def test_an_article_that_cannot_be_read_does_not_come_in(
    tmp_path: Path, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise BadResource("A lexicon is damaged. Install the program again.")

    with created(tmp_path / "a.case") as case:
        monkeypatch.setattr(reader, "find", fail)
        with pytest.raises(BadResource):
            take_in(case, reader, read_pasted(TEXT))
        assert case.articles() == []


def test_what_is_in_the_case_already_is_not_read_again(
    tmp_path: Path, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    with created(tmp_path / "a.case") as case:
        take_in(case, reader, read_pasted(TEXT))
        monkeypatch.delattr(Reader, "find")
        with pytest.raises(AlreadyImported, match="is in the case already, as “Article without a title”"):
            take_in(case, reader, read_pasted(TEXT))


def test_the_same_bytes_are_refused(tmp_path: Path, reader: Reader) -> None:
    with created(tmp_path / "a.case") as case:
        take_in(case, reader, read_pasted(TEXT))
        with pytest.raises(AlreadyImported):
            take_in(case, reader, read_pasted(TEXT))
        assert len(case.articles()) == 1


def test_bad_files_are_named_and_the_rest_is_kept(tmp_path: Path, reader: Reader) -> None:
    for name, content in (("1.txt", TEXT), ("2.txt", ""), ("3.txt", "Nothing happened in Homs, the army said.")):
        (tmp_path / name).write_text(content, encoding="utf-8")
    heard: dict[str, str] = {}
    with created(tmp_path / "a.case") as case:
        good = take_in_files(case, reader, [tmp_path], lambda i: i, lambda p, w: heard.update({p.name: w}))
        assert [article.file_name for article in case.articles()] == ["1.txt", "3.txt"]
    assert not good
    assert (heard["1.txt"], heard["3.txt"]) == ("1 claim", "0 claims")
    assert "is empty" in heard["2.txt"]


def write_files(folder: Path, count: int) -> None:
    for number in range(1, count + 1):
        (folder / f"{number}.txt").write_text(f"{TEXT} {number}", encoding="utf-8")


def test_what_is_told_of_a_file_is_on_disk(tmp_path: Path, reader: Reader) -> None:
    write_files(tmp_path, 3)
    path, there = tmp_path / "a.case", []

    def look(_file: Path, _words: str) -> None:
        with looked_at(path) as other:
            there.append(len(other.articles()))

    with created(path) as case:
        assert take_in_files(case, reader, [tmp_path / f"{n}.txt" for n in (1, 2, 3)], lambda i: i, look)
    assert there == [3, 3, 3]


def test_the_same_bytes_twice_in_a_group_are_the_failure_of_one_file(tmp_path: Path, reader: Reader) -> None:
    for name in ("1.txt", "2.txt", "3.txt"):
        (tmp_path / name).write_text(TEXT if name < "3" else "Vier Soldaten starben.", encoding="utf-8")
    heard: list[tuple[str, str]] = []
    with created(tmp_path / "a.case") as case:
        assert not take_in_files(case, reader, [tmp_path], lambda i: i, lambda p, w: heard.append((p.name, w)))
        assert [article.file_name for article in case.articles()] == ["1.txt", "3.txt"]
        assert case.consistent()
    assert [name for name, _ in heard] == ["1.txt", "2.txt", "3.txt"]
    assert [words.startswith("The same file is in the case already") for _, words in heard] == [False, True, False]


def test_a_group_that_cannot_be_written_is_written_one_by_one_as_far_as_that_goes(
    tmp_path: Path, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The third article never fits, so neither does the group; the two before it do by themselves."""
    write_files(tmp_path, 4)
    apply = Case.apply

    def fill_up(case: Case, change: Change) -> Change:
        if change.documents and change.documents[0].text.endswith("3"):
            raise CaseNotWritable("The disk is full. Make room.")
        return apply(case, change)

    heard: dict[str, str] = {}
    with created(tmp_path / "a.case") as case:
        monkeypatch.setattr(Case, "apply", fill_up)
        assert not take_in_files(case, reader, [tmp_path], lambda i: i, lambda p, w: heard.update({p.name: w}))
        assert [article.file_name for article in case.articles()] == ["1.txt", "2.txt"]
        assert case.consistent()
    assert heard == {
        "1.txt": "1 claim",
        "2.txt": "1 claim",
        "3.txt": "The disk is full. Make room.",
        "4.txt": "The disk is full. Make room.",
    }


def test_a_file_that_cannot_be_read_is_told_after_those_before_it(tmp_path: Path, reader: Reader) -> None:
    write_files(tmp_path, 3)
    (tmp_path / "2.txt").write_text("", encoding="utf-8")
    heard: list[str] = []
    with created(tmp_path / "a.case") as case:
        take_in_files(case, reader, [tmp_path], lambda i: i, lambda p, _: heard.append(p.name))
    assert heard == ["1.txt", "2.txt", "3.txt"]


def test_what_the_caller_says_goes_before_what_the_file_says() -> None:
    imported = completed(read_pasted(TEXT), "Der Bote", date(2024, 11, 28))
    assert completed(imported, "", None) == imported
    assert completed(imported, "Anders", None).outlet == "Anders"


def test_a_case_is_closed_behind_its_command(tmp_path: Path) -> None:
    path = tmp_path / "a.case"

    def fail_on_the_way(case: Case) -> None:
        raise ValueError(str(case.path))

    with pytest.raises(ValueError, match=r"a\.case"), created(path) as case:
        fail_on_the_way(case)
    with opened(path) as case:
        assert case.articles() == []


def test_an_article_is_read_with_the_registers_of_its_case(tmp_path: Path, reader: Reader) -> None:
    text = "Bei Homs wurden fünf Kämpfer der Brigade der Morgenröte getötet, sagte ein Sprecher der Miliz."
    brigade = Actor("dawn", "Brigade der Morgenröte", "rebel", "SY")
    with created(tmp_path / "a.case", "A.") as case:
        case.apply(acts.add_values("add_actor", [brigade]))
        take_in(case, reader, read_pasted(text))
        assert [claim.actor for claim in case.claims()] == ["dawn"]
        assert case.consistent()


def test_what_a_case_copies_of_the_registers_stands_on_the_sides_of_its_conflict(
    tmp_path: Path, reader: Reader
) -> None:
    war = Conflict("war", "A war", "Ein Krieg", ("SY",), date(2024, 1, 1), None, {"sy_hts": "government"})
    reader.conflicts["war"] = war
    text = "Bei Homs wurden fünf Kämpfer der HTS getötet."
    with created(tmp_path / "a.case", "A.") as case:
        case.apply(acts.set_method(case.method(), Method(conflict="war")))
        take_in(case, reader, read_pasted(text))
        [figure] = reckoned(case, reader.conventions).figures
        assert (figure.side, case.actors()["sy_hts"].side) == ("government", "government")
    del reader.conflicts["war"]


def test_a_case_takes_over_a_conflict_once_and_keeps_what_somebody_chose(tmp_path: Path, reader: Reader) -> None:
    with created(tmp_path / "a.case", "A.") as case:
        choose_conflict(case, reader, "syria")
        assert case.undo_about() == ("choose_conflict", reader.conflicts["syria"].name)
        case.apply(acts.edit_side_of_actor(case.actors()["idf"], "international"))
        lines = len(case.log())
        choose_conflict(case, reader, "syria")
        assert (len(case.log()), case.actors()["idf"].side) == (lines, "international")
        choose_conflict(case, reader, "israel_palestine")
        assert (case.method().conflict, case.actors()["idf"].side) == ("israel_palestine", "international")


def test_a_side_that_the_other_analyst_chose_stays_when_a_conflict_is_chosen_later(
    tmp_path: Path, reader: Reader
) -> None:
    mine, theirs = tmp_path / "a.case", tmp_path / "b.case"
    with created(mine, "A.") as case:
        choose_conflict(case, reader, "syria")
    shutil.copyfile(mine, theirs)
    with opened(theirs, "B.") as case:
        case.apply(acts.edit_side_of_actor(case.actors()["idf"], "international"))
        rebels = case.actors()["sy_hts"]
        case.apply(Change("link", (Edit(rebels, replace(rebels, aliases=("Die Gruppe",))),), "HTS"))
    with opened(mine, "A.") as case:
        with case.joining(theirs) as plan:
            case.apply(plan.change({}))
        assert (case.actors()["sy_hts"].side, case.actors()["sy_hts"].aliases) == ("opposition", ("Die Gruppe",))
        choose_conflict(case, reader, "syria_2024")
        assert case.actors()["idf"].side == "international", "somebody chose that"
        assert case.actors()["sy_hts"].side == "government", "that nobody chose"


def test_what_is_taught_once_holds_for_the_next_article(tmp_path: Path, reader: Reader) -> None:
    """Of two articles and a third, with an undo between."""
    texts = [f"Bei {place} wurden fünf Kämpfer der Falkenbrigade getötet." for place in ("Homs", "Hama", "Idlib")]
    with created(tmp_path / "a.case", "A.") as case:
        first, second = (take_in(case, reader, read_pasted(text)).id for text in texts[:2])
        rebels = reader.registers.actors["sy_rebels_generic"]
        case.apply(acts.copy_registers(Registers({rebels.id: rebels}, {}, reader.registers.sides), case.registers()))
        corrected = case.claims(first)[0]
        assert corrected.actor is None
        mention = Mention(case.reserve(1), first, Span(0, 0), "Falkenbrigade", Label.ARMED_GROUP)
        where = case.text(first).index("Falkenbrigade")
        mention = replace(mention, span=Span(where, where + len("Falkenbrigade")))
        case.apply(acts.add_values("add_mention", [mention]))
        change = acts.link(mention, rebels.id)
        case.apply(change)
        lesson = teaching.lesson(change, case.mentions)
        assert lesson is not None
        places = case.places_of(lesson.words)
        case.apply(teaching.taught(lesson, places, case.registers(), reader.registers))
        assert case.claims(first)[0].actor == rebels.id
        third = take_in(case, reader, read_pasted(texts[2])).id
        assert [claim.actor for claim in case.claims(third)] == [rebels.id]
        assert rebels.id in {m.actor for m in case.mentions(third) if m.text == "Falkenbrigade"}
        assert case.claims(second)[0].actor is None
        case.undo()
        assert case.undo_about() == ("teach", "Falkenbrigade")
        case.undo()
        assert take_in(case, reader, read_pasted(texts[2])).id > third
        assert [claim.actor for claim in case.claims()] == [None, None, None]
