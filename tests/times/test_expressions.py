"""Every sentence of ``cases/`` gives the spans and the days that stand beside it."""

import pytest

from dateline.languages import load
from dateline.model import Article
from dateline.times import find_times
from tests.times.cases import PUBLISHED, Case, read


@pytest.mark.parametrize("language", ["nl", "en", "de", "fr"])
def test_sentences_give_the_times_beside_them(language: str) -> None:
    wrong = [f"{case.sentence} gave {found(case)}" for case in read(language) if not agrees(case)]
    assert not wrong, "\n".join(wrong)


def found(case: Case) -> tuple[tuple[str, str | None], ...]:
    article = Article(id="case", text=case.sentence, language=case.language, published=PUBLISHED)
    return tuple((time.text, time.edtf) for time in find_times(article, load(case.language)))


def agrees(case: Case) -> bool:
    if case.times is None:
        return True
    given = found(case)
    return len(given) == len(case.times) and all(
        text == span and (wanted == "*" or wanted == (edtf or "-"))
        for (text, edtf), (span, wanted) in zip(given, case.times, strict=True)
    )
