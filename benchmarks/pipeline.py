"""Speed and memory of a whole reading, on one core."""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable

from dateline import languages
from dateline.ingest import read_library
from dateline.model import Article, Basis, content_id
from dateline.pipeline import read_article
from dateline.settings import Settings
from tests.gold import reader

ROUNDS = 7


def main() -> None:
    print("| what | value |\n|---|--:|")
    print(f"| import and open the gazetteer, new process | {_start_ms():,.0f} ms |")
    article = read_library(Settings().articles_dir)[-1]
    first_ms = 1000 * _seconds(lambda: read_article(article), rounds=1)
    print(f"| first article, first reading (language files compiled) | {first_ms:,.0f} ms |")
    again_ms = 1000 * _seconds(lambda: read_article(article))
    print(f"| first article, {len(article.text):,} characters | {again_ms:,.1f} ms |")
    for code in languages.available():
        articles = [_article(gold) for gold in reader.load(code)]
        characters = sum(len(one.text) for one in articles)
        seconds = _seconds(lambda articles=articles: [read_article(one) for one in articles])
        print(
            f"| {code}, {characters:,} characters "
            f"| {characters / seconds:,.0f} characters a second |"
        )
    peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"| peak memory of this process | {peak_mb:,.0f} MB |")


def _article(gold: reader.GoldArticle) -> Article:
    return Article(
        content_id("a", gold.text),
        gold.text,
        gold.language,
        gold.title,
        gold.published,
        Basis.GIVEN,
    )


def _seconds(run: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The median of processor time, so that other work on the machine does not count."""
    taken = []
    for _ in range(rounds):
        begun = time.process_time()
        run()
        taken.append(time.process_time() - begun)
    return statistics.median(taken)


def _start_ms() -> float:
    code = (
        "from dateline.pipeline import open_shared_gazetteer as o;"
        "from dateline.settings import Settings as S; s = S(); o(s.gazetteer_dir, s.user_dir)"
    )
    begun = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True)
    return 1000 * (time.perf_counter() - begun)


if __name__ == "__main__":
    main()
