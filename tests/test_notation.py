"""The notation says what it seems to say."""

from __future__ import annotations

import pytest

from tests.notation import annotated, written


@pytest.mark.parametrize(
    "line",
    [
        "لا شيء هنا",
        "[محمد|PERS] زار [القاهرة|GPE]",
        "[وزيرة الطاقة [الأردنية|NORP]|OCC] [ليلى|PERS]",
        "قالت: “[هذا [الأردن|GPE]|direct]”",
    ],
)
def test_what_is_read_is_written_back(line: str) -> None:
    assert written(annotated(line)) == line


def test_spans_have_their_surface() -> None:
    article = annotated("[محمد|PERS] زار [القاهرة|GPE]", ("VISITS", "a1", "a2"))
    surfaces = {one.id: one.span.surface(article.text) for one in article.entities}
    assert surfaces == {"a1": "محمد", "a2": "القاهرة"}
    assert [one.label for one in article.relations] == ["VISITS"]
