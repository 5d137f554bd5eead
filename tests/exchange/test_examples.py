"""The corpus teaches projects with its labels that have few finished articles, and no others."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from annotator.exchange import examples, sample
from annotator.exchange.learning import learn
from annotator.exchange.suggesting import materials
from annotator.model.article import Article
from annotator.model.labelfile import load, parse
from annotator.model.labels import LabelSet
from annotator.model.record import Record
from annotator.resources import resource
from annotator.store import Project
from tests.benchmarks.golden import gold
from tests.notation import annotated

ME = "ليلى"
Opened = Callable[..., Project]


@pytest.fixture
def opened(tmp_path: Path) -> Opened:
    def made(*records: Record, labels: str = "news") -> Project:
        project = Project.create(tmp_path / "p.db", _labels(labels))
        with project.importing("test") as into:
            for record in records:
                into.add(record)
        return project

    return made


def _labels(name: str) -> LabelSet:
    return load(name, resource("labels"))


def done(line: str, id: str) -> Record:
    article = annotated(line, id=id)
    return Record(
        article=article.article, layer=ME, status="done", annotations=tuple(article.in_order())
    )


def taught(project: Project) -> list[str]:
    return [one.article.id for one in examples.examples(project, ME)]


def test_the_corpus_teaches_a_project_with_its_labels(opened: Opened) -> None:
    with opened(done("زار [كمال|PERS] بيروت", "a")) as project:
        assert taught(project) == [one.article.id for one in gold()]


def test_the_sample_is_not_shown_its_answers(tmp_path: Path) -> None:
    sample.make(tmp_path / "s.db", ME)
    with Project.open(tmp_path / "s.db") as project:
        assert taught(project) == []


@pytest.mark.parametrize("id", [None, "another"], ids=["the same article", "only its text"])
def test_what_is_in_the_project_teaches_nothing(opened: Opened, id: str | None) -> None:
    known = gold()[4].article
    with opened(Record(article=Article(id=id or known.id, text=known.text))) as project:
        assert taught(project) == [one.article.id for one in gold() if one.article.id != known.id]


def test_other_labels_have_other_guidelines(opened: Opened) -> None:
    with opened(labels="conll") as project:
        assert taught(project) == []


def test_what_the_rules_of_a_label_set_do_not_admit_is_left_out_of_what_teaches(
    tmp_path: Path,
) -> None:
    source = resource("labels", "news.toml").read_text(encoding="utf-8")
    begin = source.index("rules = ", source.index('label = "LOCATED_IN"'))
    end = source.index("\n", begin)
    narrow = f'{source[:begin]}rules = [{{ head = ["FAC"], tail = ["GPE"] }}]{source[end:]}'
    with Project.create(tmp_path / "p.db", parse(narrow, "mine.toml")) as project:
        learned = list(examples.examples(project, ME))
        assert [one.article.id for one in learned] == [one.article.id for one in gold()]
        assert all(one.entities for one in learned)
        located = {
            (one.spanned(link.head).label, one.spanned(link.tail).label)  # type: ignore[union-attr]
            for one in learned
            for link in one.relations
            if link.label == "LOCATED_IN"
        }
        assert located == {("FAC", "GPE")}


def test_labels_that_a_person_does_not_give_are_not_taught(opened: Opened) -> None:
    persons = [done("زار [كمال|PERS] بيروت", str(at)) for at in range(5)]
    with opened(*persons[:3]) as project:
        labels = {one.label for article in examples.examples(project, ME) for one in
                  article.entities}  # fmt: skip
        assert {"PERS", "GPE", "LAW"} <= labels
        with project.importing("test") as into:
            for record in persons[3:]:
                into.add(record)
        taught = list(examples.examples(project, ME))
        labels = {one.label for article in taught for one in article.entities}
        assert "PERS" in labels
        # Nearly every article has places, few have laws: of these nothing is known yet.
        assert "GPE" not in labels
        assert "LAW" in labels
        assert all(quote.speaker is None or article.spanned(quote.speaker) is not None
                   for article in taught for quote in article.quotes)  # fmt: skip


def test_with_enough_of_its_own_a_project_needs_no_others(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(examples, "ENOUGH", 2)
    with opened(done("[كمال|PERS]", "a"), done("[بيروت|GPE]", "b")) as project:
        assert taught(project) == []
        assert len(list(materials(project, ME).finished())) == 2


def test_one_article_of_ones_own_is_enough_to_learn_with_them(opened: Opened) -> None:
    with opened(done("زار [كمال|PERS] بيروت", "a")) as project:
        learned = learn(project, ME)
        assert (learned.articles, learned.entities) == (1, 1)
        assert set(learned.strings) == {"كمال"}
        assert {"PERS", "GPE", "DATE", "MONEY"} <= set(learned.labels)
