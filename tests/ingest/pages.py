# ruff: noqa: E501 (markup is written as pages have it)
"""Web pages in the shapes that newsrooms publish, written for these tests."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date

from dateline.model import Basis


@dataclass(frozen=True)
class Page:
    """A page and what must be read from it."""

    name: str
    html: str
    title: str
    paragraphs: tuple[str, ...]
    published: date | None
    basis: Basis
    language: str

    @property
    def text(self) -> str:
        return "\n\n".join(self.paragraphs)


def ld(value: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(value, ensure_ascii=False)}</script>'


def tagged(paragraphs: tuple[str, ...], attributes: str = "") -> list[str]:
    return [f"<p{attributes}>{paragraph}</p>" for paragraph in paragraphs]


NL = (
    "De sluis bij Kornwerd blijft nog zeker tot maandag dicht. Dat zegt Rijkswaterstaat, dat in de "
    "noordelijke deur een scheur van twee meter heeft gevonden.",
    "“We nemen geen enkel risico”, zei woordvoerder Jelle Postma donderdag. Volgens hem liggen er "
    "aan weerszijden zo’n veertig schepen te wachten.",
    "In 2009 was de sluis ook al eens wekenlang gestremd. Schippers vrezen dat het nu even lang "
    "gaat duren.",
)
EN = (
    "The harbour of Port Ellery will stay closed until at least Friday after a crane fell across "
    "its only channel, the port authority said on Tuesday.",
    "“Nobody was hurt, and that is a small miracle,” harbour master Ruth Adeyemi told reporters. "
    "She declined to say when the wreck could be lifted.",
    "A similar accident in 1998 blocked the channel for eleven days. Fishermen expect that the "
    "losses will run into the millions this time.",
)
DE = (
    "Nach dem Brand in der Papierfabrik von Lindenau ist der Betrieb am Donnerstag nur teilweise "
    "wieder angelaufen, wie das Unternehmen mitteilte.",
    "„Wir rechnen mit mehreren Wochen“, sagte Werksleiterin Petra Noack. Die Polizei schließt "
    "Brandstiftung nicht aus.",
    "Schon 2011 hatte es in der Halle gebrannt. Damals entstand ein Schaden von vier Millionen "
    "Euro.",
)
FR = (
    "Le viaduc de Saint-Avoy restera fermé à la circulation jusqu’à lundi, a annoncé mercredi la "
    "préfecture, après la découverte d’une fissure dans une pile.",
    "« Nous ne prendrons aucun risque », a déclaré l’ingénieure en chef, Maud Le Gall. Selon elle, "
    "deux mille véhicules empruntent l’ouvrage chaque jour.",
    "En 2004, le pont avait déjà été fermé pendant trois semaines. Les commerçants craignent un "
    "été difficile.",
)

COOKIE_BANNER = """
<div id="onetrust-consent-sdk"><div id="onetrust-banner-sdk" role="dialog" aria-label="Cookies">
<p>Wij gebruiken cookies en vergelijkbare technieken om de site te verbeteren en advertenties af te
stemmen op uw voorkeuren. Lees meer in ons cookiebeleid.</p><button>Alles accepteren</button></div>
</div>"""

WORDPRESS = Page(
    "WordPress with Yoast, a caption, sharing and related posts",
    f"""<!DOCTYPE html><html lang="nl-NL"><head><meta charset="UTF-8">
<title>Sluis Kornwerd tot maandag dicht - Fries Havennieuws</title>
<meta property="og:type" content="article"><meta property="og:locale" content="nl_NL">
<meta property="og:title" content="Sluis Kornwerd tot maandag dicht - Fries Havennieuws">
<meta property="article:published_time" content="2024-03-14T15:20:11+00:00">
<meta property="article:modified_time" content="2024-03-18T08:00:00+00:00">
{
        ld(
            {
                "@context": "https://schema.org",
                "@graph": [
                    {
                        "@type": "WebPage",
                        "datePublished": "2024-03-14T15:20:11+00:00",
                        "dateModified": "2024-03-18T08:00:00+00:00",
                    },
                    {"@type": "BreadcrumbList", "itemListElement": []},
                    {"@type": "WebSite", "name": "Fries Havennieuws"},
                ],
            }
        )
    }</head>
<body class="post-template-default single single-post">{COOKIE_BANNER}
<header class="site-header"><nav class="main-navigation"><ul><li><a href="/">Voorpagina</a></li>
<li><a href="/scheepvaart/">Scheepvaart</a></li></ul></nav></header>
<main id="main" class="site-main"><article id="post-4411" class="post-4411 post type-post hentry">
<header class="entry-header"><h1 class="entry-title">Sluis Kornwerd tot maandag dicht</h1>
<div class="entry-meta"><span class="posted-on">Geplaatst op <a href="/2024/03/14/"><time
class="entry-date published" datetime="2024-03-14T16:20:11+01:00">14 maart 2024</time><time
class="updated" datetime="2024-03-18T09:00:00+01:00">18 maart 2024</time></a></span>
<span class="byline"> door <a class="url fn n" href="/author/redactie/">Redactie</a></span></div></header>
<div class="entry-content"><p>{NL[0]}</p>
<figure id="attachment_4412" class="wp-caption alignnone"><img src="sluis.jpg" alt="De sluis">
<figcaption class="wp-caption-text">De sluis in betere tijden. Foto: Haven Fotodienst</figcaption></figure>
<p>{NL[1]}</p>
<p>{NL[2]}</p>
<div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">Delen:</h3><ul><li><a>Klik om te delen
met Facebook (Wordt in een nieuw venster geopend)</a></li></ul></div>
<div id="jp-relatedposts" class="jp-relatedposts"><h3 class="jp-relatedposts-headline"><em>Gerelateerd</em></h3>
<p>Nieuwe sluisdeuren voor Stavoren kosten acht miljoen euro meer dan was begroot.</p></div></div>
<footer class="entry-footer"><span class="cat-links">Geplaatst in Scheepvaart</span></footer></article>
<div id="comments" class="comments-area"><h2 class="comments-title">Een gedachte over “Sluis Kornwerd”</h2>
<ol class="comment-list"><li class="comment"><p>Het werd tijd dat iemand hier eens naar keek, wij
liggen al dagen stil met een lading grind.</p></li></ol></div></main>
<aside id="secondary" class="widget-area"><section class="widget"><h2>Recent</h2><ul><li>Haven van
Harlingen groeit</li></ul></section></aside></body></html>""",
    "Sluis Kornwerd tot maandag dicht",
    NL,
    date(2024, 3, 14),
    Basis.METADATA,
    "nl",
)

ARC = Page(
    "Arc with JSON-LD, advertisements and a newsletter promo between the paragraphs",
    f"""<!DOCTYPE html><html lang="en"><head><title>Port Ellery harbour closed after crane collapse | The
Ellery Courier</title><link rel="canonical" href="https://courier.example/news/2024/05/07/port/">
{
        ld(
            {
                "@context": "http://schema.org",
                "@type": "NewsArticle",
                "headline": "Port Ellery harbour closed after crane collapse",
                "description": "Two ferries sent elsewhere",
                "datePublished": "2024-05-07T18:03:41.512Z",
                "dateModified": "2024-05-09T07:00:00.000Z",
                "isAccessibleForFree": True,
                "author": [{"@type": "Person", "name": "Tom Hale"}],
            }
        )
    }</head><body><div id="fusion-app" class="b-right-rail">
<nav class="b-header-nav-chain"><a href="/news">News</a><a href="/sport">Sport</a></nav>
<section class="right-rail-grid"><main class="b-right-rail__main"><div class="b-breadcrumbs">News &gt; Local</div>
<h1 class="b-headline">Port Ellery harbour closed after crane collapse</h1>
<h2 class="b-subheadline">Two ferries sent elsewhere</h2>
<div class="b-byline">By <a href="/author/tom-hale">Tom Hale</a></div>
<time class="b-date" datetime="2024-05-09T07:00:00Z">May 09, 2024 at 7:00 AM</time>
<div class="b-lead-art"><figure><img src="crane.jpg" alt=""><figcaption><p class="c-media-item__caption">The
crane lies across the channel on Tuesday morning. (A. Photographer/Courier)</p></figcaption></figure></div>
<article class="b-article-body">
<p class="b-article-body__text">{EN[0]}</p>
<div class="b-ads-block"><div class="c-ad-unit">Advertisement</div></div>
<div class="b-newsletter-signup"><h3>The Morning Tide</h3><p>Get the local stories that matter, in your
inbox at seven. By signing up you agree to our terms of use.</p></div>
<p class="b-article-body__text">{EN[1]}</p>
<p class="b-article-body__interstitial-link"><a href="/news/2024/05/06/ferry/">[ Ferry company counts the
cost of a stormy winter ]</a></p>
<p class="b-article-body__text">{EN[2]}</p></article>
<div class="b-tags">Port Ellery, harbour, shipping</div>
<div class="b-results-list"><h2>Most read</h2><article><h3><a href="/a">Council votes down new swimming
pool by a single vote</a></h3><p>The plan had divided the town for more than six years.</p></article></div>
</main><aside class="b-right-rail__rail"><p>Sponsored: five ways to save on your heating this
winter</p></aside></section>
<footer class="b-footer"><p>© 2026 The Ellery Courier. All rights reserved.</p></footer></div></body></html>""",
    "Port Ellery harbour closed after crane collapse",
    ("Two ferries sent elsewhere", *EN),
    date(2024, 5, 7),
    Basis.METADATA,
    "en",
)

STATIC = Page(
    "A static page without metadata, its date in the line under the headline",
    f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8">
<title>Lindenauer Anzeiger: Papierfabrik läuft wieder an</title></head><body>
<div id="kopf"><a href="index.html">Lindenauer Anzeiger</a></div>
<ul id="navi"><li><a href="lokales.html">Lokales</a></li><li><a href="sport.html">Sport</a></li></ul>
<div id="inhalt"><h1>Papierfabrik läuft wieder an</h1>
<p class="datum">Von Karl Ebert, 3. Mai 2024, 14:30 Uhr</p>
{chr(10).join(tagged(DE))}
<p><a href="index.html">Zurück zur Übersicht</a></p></div>
<div id="fuss">© 1999–2025 Lindenauer Anzeiger · Impressum</div></body></html>""",
    "Papierfabrik läuft wieder an",
    DE,
    date(2024, 5, 3),
    Basis.BYLINE,
    "de",
)

AMP = Page(
    "AMP with JSON-LD, an image caption and related links",
    f"""<!doctype html><html amp lang="fr"><head><meta charset="utf-8">
<script async src="https://cdn.ampproject.org/v0.js"></script>
<title>Le viaduc de Saint-Avoy fermé jusqu’à lundi</title>
{
        ld(
            {
                "@context": "https://schema.org",
                "@type": ["Article", "NewsArticle"],
                "headline": "Le viaduc de Saint-Avoy fermé jusqu’à lundi",
                "datePublished": "2024-06-05T17:45:00+02:00",
                "dateModified": "2024-06-06T06:10:00+02:00",
            }
        )
    }<style amp-boilerplate>body{{visibility:hidden}}</style></head><body>
<amp-consent id="c" layout="nodisplay"><div><p>Nous et nos partenaires utilisons des cookies pour
mesurer l’audience et personnaliser la publicité. Vous pouvez accepter ou refuser.</p></div></amp-consent>
<header><amp-img src="logo.png" width="1" height="1"></amp-img></header>
<article><h1>Le viaduc de Saint-Avoy fermé jusqu’à lundi</h1>
<p class="meta">Publié le 5 juin 2024 à 17h45, mis à jour le 6 juin 2024 à 06h10</p>
<figure><amp-img src="pont.jpg" width="4" height="3" layout="responsive"></amp-img><figcaption>Le viaduc,
photographié en mai. PHOTO ARCHIVES</figcaption></figure>
<div class="article-body"><p>{FR[0]}</p>
<amp-ad width="300" height="250" type="doubleclick"><div placeholder>Publicité</div></amp-ad>
<p>{FR[1]}</p>
<p>{FR[2]}</p></div>
<amp-social-share type="twitter"></amp-social-share>
<section class="related"><h2>À lire aussi</h2><ul><li><a href="a.html">Les ponts de France sous
surveillance renforcée depuis dix ans</a></li></ul></section></article>
<footer><p>© Le Courrier des Monts 2026</p></footer></body></html>""",
    "Le viaduc de Saint-Avoy fermé jusqu’à lundi",
    FR,
    date(2024, 6, 5),
    Basis.METADATA,
    "fr",
)

_POSTS = (
    (
        "21:40",
        "Kade weer open",
        "De kade is weer vrijgegeven, meldt de veiligheidsregio. Alle "
        "bewoners kunnen terug naar huis.",
    ),
    (
        "19:05",
        "Burgemeester: ‘blijf weg’",
        "Burgemeester Ans Hofman roept mensen op om weg te "
        "blijven uit de binnenstad. “Kom niet kijken”, zegt ze.",
    ),
    (
        "16:30",
        "Water blijft stijgen",
        "Het water in de Linge stijgt volgens het waterschap nog met vijf centimeter per uur.",
    ),
)

LIVE_BLOG = Page(
    "A live blog in which every post has its own time",
    f"""<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8"><title>LIVE | Hoogwater in Lingestad</title>
{
        ld(
            {
                "@context": "https://schema.org",
                "@type": "LiveBlogPosting",
                "headline": "LIVE | Hoogwater in Lingestad",
                "datePublished": "2024-01-04T15:58:00+01:00",
                "dateModified": "2024-01-05T21:41:00+01:00",
                "coverageStartTime": "2024-01-04T15:58:00+01:00",
                "liveBlogUpdate": [
                    {
                        "@type": "BlogPosting",
                        "headline": title,
                        "datePublished": f"2024-01-05T{time}:00+01:00",
                        "articleBody": text,
                    }
                    for time, title, text in _POSTS
                ],
            }
        )
    }</head><body><header><nav><a href="/">Nieuws</a></nav></header><main><article>
<h1>LIVE | Hoogwater in Lingestad</h1>
<div class="liveblog">{
        "".join(
            f'<section class="liveblog-post" id="p{number}"><header><time datetime="2024-01-05T'
            f'{time}:00+01:00">{time}</time><h2>{title}</h2></header><p>{text}</p><div class="share-buttons">'
            f"<button>Deel</button><button>Kopieer link</button></div></section>"
            for number, (time, title, text) in enumerate(_POSTS)
        )
    }</div></article></main><footer>Over ons</footer></body></html>""",
    "LIVE | Hoogwater in Lingestad",
    tuple(part for _, title, text in _POSTS for part in (title, text)),
    date(2024, 1, 4),
    Basis.METADATA,
    "nl",
)

BLOCKS = Page(
    "A React page whose paragraphs lie in nested blocks with generated class names",
    f"""<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"/><title>Port Ellery harbour closed -
Ellery News</title><meta property="og:title" content="Port Ellery harbour closed"/></head><body>
<div id="__next"><header><nav aria-label="Main"><ul><li><a href="/">Home</a></li></ul></nav></header>
<main id="main-content"><article><div data-component="headline-block" class="sc-3b6b161a-0 kDzWkC">
<h1 class="sc-f98b1ad2-0 dfvxux">Port Ellery harbour closed</h1></div>
<div data-component="byline-block"><time dateTime="2024-05-07T18:03:00.000Z">7 May 2024</time>
<div data-testid="byline-contributors"><span>Tom Hale</span></div><button aria-label="Share">Share</button></div>
<figure data-component="image-block"><img src="a.jpg" alt="A crane"/><figcaption>The crane fell at
dawn</figcaption></figure>
{
        "".join(
            f'<div data-component="text-block" class="sc-18fde0d6-0 dlWCEZ"><p class="sc-eb7bd5f6-0 fYAfXe">'
            f"{paragraph}</p></div>"
            for paragraph in EN
        )
    }
<div data-component="links-block"><h2>More on this story</h2><ul><li><a href="/x">Why cranes fall: a
short history of the harbour crane</a></li><li><a href="/y">Ferries of the north</a></li></ul></div>
</article></main><footer><p>Copyright 2026 Ellery News. We are not responsible for the content of
external sites.</p></footer></div><script id="__NEXT_DATA__" type="application/json">{{"props":{{}}}}</script>
</body></html>""",
    "Port Ellery harbour closed",
    EN,
    date(2024, 5, 7),
    Basis.METADATA,
    "en",
)

BYLINE_FR = Page(
    "A French page with its dates of publication and update in one line of text",
    f"""<!DOCTYPE html><html lang="fr-FR"><head><meta charset="utf-8"><title>Le viaduc de Saint-Avoy fermé -
Le Courrier</title></head><body><header class="header"><a href="/">Le Courrier</a></header>
<section class="article"><h1 class="article__title">Le viaduc de Saint-Avoy fermé</h1>
<section class="meta article__metadata"><p class="meta__publisher">Publié le 05 juin 2024 à 17h45, modifié
le 06 juin 2024 à 06h10</p><p class="meta__reading-time">Temps de lecture 2 min.</p></section>
<section class="article__content">{"".join(tagged(FR, ' class="article__paragraph"'))}
<section class="inread">Publicité</section>
<section class="catcher"><span class="catcher__title">Lire aussi : </span><a href="b">Ces ponts qui
inquiètent les préfets</a></section></section></section></body></html>""",
    "Le viaduc de Saint-Avoy fermé",
    FR,
    date(2024, 6, 5),
    Basis.BYLINE,
    "fr",
)

DRUPAL = Page(
    "Drupal with Dublin Core metadata, the headline repeated in the body and a table",
    f"""<!DOCTYPE html><html lang="de" dir="ltr"><head><meta charset="utf-8">
<meta name="dcterms.date" content="2024-05-03"><meta name="date" content="2024-05-03T14:30:00+0200">
<title>Papierfabrik läuft wieder an | Anzeiger</title></head><body class="node--type-article">
<div role="navigation"><a href="/">Start</a></div>
<main role="main"><h1 class="page-title">Papierfabrik läuft wieder an</h1>
<article class="node node--article"><div class="node__content">
<div class="field field--name-body field__item"><h1>Papierfabrik läuft wieder an</h1>
<p>{DE[0]}</p><p>{DE[1]}</p>
<table><tr><th>Jahr</th><th>Schaden</th></tr><tr><td>2011</td><td>4 Millionen Euro</td></tr></table>
<p>{DE[2]}</p><p>{DE[2]}</p></div>
<div class="field--name-field-tags"><a href="/t">Brand</a></div></div></article></main>
<div class="newsletter-box"><p>Unser Newsletter bringt Ihnen die wichtigsten Nachrichten aus der Region
jeden Morgen ins Postfach.</p></div></body></html>""",
    "Papierfabrik läuft wieder an",
    (DE[0], DE[1], "Jahr | Schaden", "2011 | 4 Millionen Euro", DE[2]),
    date(2024, 5, 3),
    Basis.METADATA,
    "de",
)

INTERVIEW = Page(
    "An interview with questions in bold, a pull quote, a list and lines broken by br",
    f"""<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8">
<meta property="og:title" content="‘Ik wil terug naar zee’"><title>‘Ik wil terug naar zee’ | Weekblad</title>
<meta itemprop="datePublished" content="2023-11-25"></head><body><main><article itemscope
itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">‘Ik wil terug naar zee’</h1>
<p class="intro">{NL[0]}</p>
<p><strong>Hoe gaat het nu met u?</strong></p>
<p>“Beter dan vorig jaar. Toen dacht ik: ‘dit komt niet meer goed’, en dat zei ik ook tegen mijn
broer.”</p>
<blockquote><p>“Een schip zonder haven is een huis zonder deur.”</p></blockquote>
<p>{NL[1]}<br><br>{NL[2]}</p>
<ul><li>De kapitein voer dertig jaar op de Noordzee.</li><li>Zijn schip ligt sinds maart in
Delfzijl.</li></ul></article></main></body></html>""",
    "‘Ik wil terug naar zee’",
    (
        NL[0],
        "Hoe gaat het nu met u?",
        "“Beter dan vorig jaar. Toen dacht ik: ‘dit komt niet meer goed’, en dat zei ik ook tegen "
        "mijn broer.”",
        "“Een schip zonder haven is een huis zonder deur.”",
        NL[1],
        NL[2],
        "De kapitein voer dertig jaar op de Noordzee.",
        "Zijn schip ligt sinds maart in Delfzijl.",
    ),
    date(2023, 11, 25),
    Basis.METADATA,
    "nl",
)

UNDATED = Page(
    "A page that tells no date, with years in its body and in its footer",
    f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>Port Ellery harbour closed</title></head><body>
<article><h1>Port Ellery harbour closed</h1>{"".join(tagged(EN))}
<p>The last inspection, on 3 April 2019, had found no defects, according to a report that the council
published on 12 June 2020.</p></article><footer>© 2012–2026 Ellery News</footer></body></html>""",
    "Port Ellery harbour closed",
    (
        *EN,
        "The last inspection, on 3 April 2019, had found no defects, according to a report that the "
        "council published on 12 June 2020.",
    ),
    None,
    Basis.UNKNOWN,
    "en",
)

OLD_TABLE = Page(
    "A page of the nineties: layout tables, font tags, no paragraphs, Latin 1",
    f"""<HTML><HEAD><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=iso-8859-1">
<TITLE>Papierfabrik läuft wieder an</TITLE></HEAD><BODY BGCOLOR="#FFFFFF"><TABLE WIDTH=640 BORDER=0><TR>
<TD VALIGN=top WIDTH=120><A HREF="index.htm">Start</A><BR><A HREF="archiv.htm">Archiv</A></TD>
<TD><FONT SIZE=5><B>Papierfabrik läuft wieder an</B></FONT><BR><FONT SIZE=1>Lindenau, 03.05.2004</FONT><P>
{"<P>".join(DE)}
</TD></TR></TABLE></BODY></HTML>""",
    "Papierfabrik läuft wieder an",
    DE,
    date(2004, 5, 3),
    Basis.BYLINE,
    "de",
)

PAGES = (
    WORDPRESS,
    ARC,
    STATIC,
    AMP,
    LIVE_BLOG,
    BLOCKS,
    BYLINE_FR,
    DRUPAL,
    INTERVIEW,
    UNDATED,
    OLD_TABLE,
)
