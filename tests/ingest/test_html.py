# ruff: noqa: E501 (markup is written as pages have it)
from dataclasses import replace
from datetime import date

import pytest

from dateline.errors import NoArticleError
from dateline.ingest import Document, Draft, Note, draft_of
from dateline.ingest.html import parse_html
from dateline.model import Basis
from tests.ingest.pages import AMP, EN, LIVE_BLOG, NL, OLD_TABLE, PAGES, WORDPRESS, Page, ld, tagged


def read(html: str, url: str | None = None) -> Draft:
    return parse_html(html.encode(), None, url)


def article(head: str = "", above: str = "", headline: str = "Sluis dicht") -> str:
    return (
        f'<html lang="nl"><head><title>{headline}</title>{head}</head><body><main>{above}'
        f"<h1>{headline}</h1>{''.join(tagged(NL))}</main></body></html>"
    )


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_newsroom_page_gives_its_title_text_and_day(page: Page) -> None:
    draft = read(page.html)
    assert draft.title == page.title
    assert draft.text.split("\n\n") == list(page.paragraphs)
    assert (draft.published, draft.published_basis) == (page.published, page.basis)


@pytest.mark.parametrize("page", [WORDPRESS, AMP, OLD_TABLE], ids=lambda page: page.name)
def test_a_page_is_the_same_through_the_parser_of_its_own_process(page: Page) -> None:
    draft = draft_of(Document(page.html.encode(), "text/html"))
    assert (draft.text, draft.title, draft.published) == (page.text, page.title, page.published)
    assert draft.language == page.language


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_the_encoding_that_a_page_declares_is_believed_only_where_it_fits(encoding: str) -> None:
    data = OLD_TABLE.html.encode(encoding)
    assert parse_html(data, None, None).text == OLD_TABLE.text
    assert parse_html(data, "ascii", None).text == OLD_TABLE.text


@pytest.mark.parametrize(
    ("head", "above", "published", "basis"),
    [
        ('<meta name="DC.date.issued" content="2024-05-03">', "", (2024, 5, 3), "metadata"),
        ('<meta name="pubdate" content="Fri, 03 May 2024 14:30:00 +0200">', "", (2024, 5, 3), "metadata"),
        ('<meta name="date" content="1714746600">', "", (2024, 5, 3), "metadata"),
        ('<meta name="date" content="3 mei 2024 om 14.30 uur">', "", (2024, 5, 3), "metadata"),
        (ld({"@type": "NewsArticle", "datePublished": "20240503"}), "", (2024, 5, 3), "metadata"),
        (ld([{"@type": "https://schema.org/NewsArticle", "datePublished": ["2024-05-03"]}]), "", (2024, 5, 3), "metadata"),
        (ld({"@type": "NewsArticle", "dateModified": "2024-05-03"}), "", (2024, 5, 3), "metadata"),
        ("", "<time datetime='2024-05-03T09:00'>vrijdag</time>", (2024, 5, 3), "metadata"),
        ("", "<p>vr 3 mei 2024, 09:00</p>", (2024, 5, 3), "byline"),
        ("", "<p>Laatste update: 03-05-2024 | 09:00</p>", (2024, 5, 3), "byline"),
        ('<meta name="date" content="0000-00-00">', "", None, "unknown"),
        ('<meta name="date" content="1970-01-01">', "", None, "unknown"),
        ('<meta name="date" content="9999-12-31">', "", None, "unknown"),
        ('<script type="application/ld+json">{"@type": "NewsArticle", </script>', "", None, "unknown"),
        (ld({"@type": "ItemList", "itemListElement": [{"datePublished": "2020-01-01"}]}), "", None, "unknown"),
    ],
)  # fmt: skip
def test_the_day_comes_from_what_the_page_declares_then_from_its_byline(
    head: str, above: str, published: tuple[int, int, int] | None, basis: str
) -> None:
    draft = read(article(head, above))
    assert draft.published == (date(*published) if published else None)
    assert draft.published_basis == Basis(basis)
    assert draft.text.split("\n\n") == list(NL)


def test_the_day_of_the_last_change_is_told_as_such() -> None:
    changed = ld({"@type": "NewsArticle", "dateModified": "2024-05-03"})
    assert Note.CHANGED_LATER in read(article(changed)).notes


def test_the_day_in_the_address_counts_where_the_page_tells_none() -> None:
    draft = read(article(), "https://nieuws.example/2024/05/03/sluis-dicht.html")
    assert (draft.published, draft.published_basis) == (date(2024, 5, 3), Basis.METADATA)
    assert read(article(), "https://nieuws.example/2024/13/41/x.html").published is None


def test_publication_wins_over_modification_whichever_comes_first() -> None:
    head = (
        '<meta property="article:modified_time" content="2024-05-09">'
        '<meta property="article:published_time" content="2024-05-03">'
    )
    assert read(article(head)).published == date(2024, 5, 3)


@pytest.mark.parametrize(
    ("title", "headline"),
    [
        ("Sluis dicht - Fries Havennieuws", "Sluis dicht"),
        ("Havennieuws | Sluis dicht", "Sluis dicht"),
        ("Sluis dicht", "Sluis dicht"),
    ],
)
def test_the_name_of_the_site_is_not_part_of_the_title(title: str, headline: str) -> None:
    page = article(headline=headline).replace(f"<title>{headline}<", f"<title>{title}<")
    assert read(page).title == "Sluis dicht"


def test_a_logo_in_a_heading_is_not_the_title() -> None:
    head = '<meta property="og:title" content="Sluis dicht">'
    assert read(article(head, "<h1><a href='/'>Fries Havennieuws</a></h1>")).title == "Sluis dicht"


@pytest.mark.parametrize(
    "line",
    [
        "Advertentie",
        "Lees ook: Haven van Harlingen groeit",
        "Tekst gaat verder onder de foto",
        "Story continues below advertisement",
        "À lire aussi : les ponts de France",
        "Lesen Sie auch: Wie sicher sind die Brücken?",
        '<a href="/x">Waarom sluisdeuren scheuren</a>',
        '<span class="caption">De sluis in betere tijden. Foto: Haven Fotodienst</span>',
    ],
)
def test_a_line_that_the_page_puts_between_paragraphs_is_left_out(line: str) -> None:
    page = article().replace(f"<p>{NL[1]}</p>", f"<p>{line}</p><p>{NL[1]}</p>")
    assert read(page).text.split("\n\n") == list(NL)


def test_a_paragraph_with_links_and_one_named_after_its_subject_stay() -> None:
    linked = NL[1].replace("Jelle Postma", '<a href="/postma">Jelle Postma</a>')
    page = article().replace("<main>", '<main><article class="post category-cookies">')
    page = page.replace(f"<p>{NL[1]}</p>", f"<p>{linked}</p>")
    assert read(page).text.split("\n\n") == list(NL)


@pytest.mark.parametrize("wrapper", ["related has-author", "social", "cookie-page", "post promo"])
def test_a_wrapper_with_a_misleading_name_keeps_the_article(wrapper: str) -> None:
    page = article().replace("<main>", f'<div class="{wrapper}">').replace("</main>", "</div>")
    assert NL[1] in read(page).text


def test_astral_characters_marks_and_direction_signs_come_through_as_they_are() -> None:
    odd = "Zij zei: “Cafe\u0301 🏴\u200d☠️ 𝔘𝔫𝔦 \u202bשלום\u202c en \u200eklaar”, en dat was het dan ook."
    page = article().replace(f"<p>{NL[1]}</p>", f"<p>{odd}</p>")
    assert read(page).text.split("\n\n") == [NL[0], odd, NL[2]]


FRONT = f"""<html lang="nl"><head><title>Havennieuws</title></head><body><main>{
    "".join(
        f'<article><h2><a href="/a{n}">Haven {n} krijgt een nieuwe kade van beton</a></h2>'
        f"<p>De bouw begint komend voorjaar en duurt tot de herfst.</p></article>"
        for n in range(20)
    )
}</main></body></html>"""
CONSENT = """<html><head><title>Havennieuws</title></head><body><main><h1>Wij vragen uw toestemming</h1>
<p>Wij en onze 843 partners gebruiken cookies en vergelijkbare technieken om advertenties af te stemmen
op uw interesses. Met een klik op akkoord stemt u in met het plaatsen van deze cookies.</p>
<p>U kunt uw cookie-instellingen altijd wijzigen. Meer weten? Lees ons cookiebeleid.</p>
<button>Akkoord</button></main></body></html>"""
VIDEO = f"""<html><head><title>Kijk</title>{ld({"@type": "VideoObject", "name": "Kijk"})}</head><body>
<h1>Sluis van boven</h1><video src="a.mp4"></video><p>02:13</p></body></html>"""
LOGIN = """<html><head><title>Inloggen</title></head><body><h1>Inloggen</h1><form action="/login">
<input name="mail"><input type="password" name="wachtwoord"><button>Verder</button></form></body></html>"""
SUBSCRIBERS = f"""<html><head><title>Sluis</title>{
    ld({"@type": "NewsArticle", "isAccessibleForFree": False, "headline": "Sluis"})
}</head><body><h1>Sluis</h1><div class="paywall"></div></body></html>"""
PROGRAM = """<html><head><title>App</title></head><body><div id="root"></div><noscript>You need to enable
JavaScript to run this app.</noscript><script src="/main.js"></script></body></html>"""


@pytest.mark.parametrize(
    ("html", "url", "named"),
    [
        (FRONT, "https://nieuws.example/", "overview"),
        (FRONT, "https://nieuws.example/haven", "overview"),
        (FRONT, None, "overview"),
        (CONSENT, "https://nieuws.example/a", "consent to cookies"),
        (VIDEO, None, "video"),
        (LOGIN, None, "login"),
        (SUBSCRIBERS, None, "subscribers"),
        (PROGRAM, None, "program in the browser"),
        ("<html><body></body></html>", None, "no text"),
        ("<p>404", None, "no more than 3 characters"),
    ],
)
def test_a_page_without_an_article_is_told_by_what_it_is(
    html: str, url: str | None, named: str
) -> None:
    with pytest.raises(NoArticleError, match=named):
        read(html, url)


def test_the_start_of_an_article_for_subscribers_is_read_and_told() -> None:
    head = ld({"@type": "NewsArticle", "isAccessibleForFree": "False"})
    draft = read(article(head))
    assert draft.text.split("\n\n") == list(NL)
    assert Note.CUT_OFF in draft.notes


def test_an_article_among_many_teasers_is_an_article() -> None:
    teasers = "".join(
        f"<h3><a href='/{n}'>Haven {n} krijgt een nieuwe kade</a></h3>" for n in range(20)
    )
    page = article('<meta property="og:type" content="website">').replace(
        "</main>", f'</main><div class="meer">{teasers}</div>'
    )
    assert read(page, "https://nieuws.example/sluis").text.split("\n\n") == list(NL)


def test_a_short_article_is_an_article() -> None:
    page = f"<html><body><article><h1>Harbour closed</h1><p>{EN[0]}</p></article></body></html>"
    assert read(page).text == EN[0]


def test_an_article_about_cookies_is_an_article() -> None:
    about = "“Een cookie is geen koekje”, zei de toezichthouder over cookies en toestemming. "
    page = article(ld({"@type": "NewsArticle"})).replace(NL[1], about + NL[1])
    assert about in read(page).text


def test_a_repeated_paragraph_is_read_once() -> None:
    page = article().replace(f"<p>{NL[2]}</p>", f"<p>{NL[2]}</p><p>{NL[0]}</p><p>{NL[2]}</p>")
    assert read(page).text.split("\n\n") == list(NL)


def test_a_live_blog_without_metadata_has_the_day_of_its_posts() -> None:
    page = replace(LIVE_BLOG, html=LIVE_BLOG.html.replace("ld+json", "x"))
    assert read(page.html).published == date(2024, 1, 5)
