"""Stories built by hand, so that what shows them is tested apart from what reads them."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date, timedelta

from dateline.model import (
    Alternative,
    Article,
    Basis,
    Certainty,
    Claim,
    ClaimKind,
    ClaimPlace,
    ClaimRelation,
    ClaimRelationKind,
    Cue,
    Evidence,
    Level,
    Place,
    PlaceKind,
    PlaceRelation,
    PlaceRole,
    Precision,
    RelationKind,
    Sentence,
    Span,
    Speaker,
    SpeakerBy,
    SpeakerKind,
    Story,
    Strength,
    Time,
    When,
)

FLOOD = """The Elbe rose again on Tuesday. “The dyke near Pirna will hold,” said \
Marta Vogel, mayor of Pirna.

Residents downstream

North of Meissen the water reached the road, according to the fire brigade. \
The brigade fears that the bridge may fail 🌊🌊 by the weekend.
“Nobody slept,” Vogel said, “not in Pirna, not in Dresden.” \
The Czech side denies that the dam was opened. Vogel confirms that the dam stayed shut.

A resident wants the army to come. The shops were closed.
"""


@dataclass
class Draft:
    """Finds the spans of a text by its words; ``nth`` counts from 0."""

    text: str
    used: dict[str, int] = field(default_factory=dict)

    def span(self, words: str, nth: int = 0) -> Span:
        at = -1
        for _ in range(nth + 1):
            at = self.text.index(words, at + 1)
        return Span(at, at + len(words))

    def evidence(self, words: str, nth: int = 0) -> Evidence:
        span = self.span(words, nth)
        return Evidence(span.start, span.end, words)

    def cue(self, words: str, nth: int = 0) -> Cue:
        span = self.span(words, nth)
        return Cue(span.start, span.end, words)


def flood() -> Story:
    """Seven claims with every kind of place and time, astral characters, and a nested mark."""
    d = Draft(FLOOD)
    article = Article("a-flood", FLOOD, "en", "The Elbe rises", date(2024, 6, 5), Basis.GIVEN)

    def time(
        name: str,
        words: str,
        first: date | None,
        last: date | None,
        precision: Precision,
        approximate: bool = False,
    ) -> Time:
        span = d.span(words)
        edtf = f"{first or '..'}/{last or '..'}"
        return Time(
            f"t-{name}",
            "a-flood",
            span.start,
            span.end,
            words,
            edtf,
            first,
            last,
            precision,
            approximate,
            "2024-06-05",
            f"{precision}/past",
        )

    tuesday = time("tue", "Tuesday", date(2024, 6, 4), date(2024, 6, 4), Precision.DAY)
    weekend = time(
        "end", "the weekend", date(2024, 6, 8), date(2024, 6, 9), Precision.WEEKEND, True
    )

    def place(
        name: str,
        words: str,
        at: tuple[float, float] | None,
        kind: PlaceKind,
        nth: int = 0,
        country: str = "DE",
        radius: float | None = None,
        relation: PlaceRelation | None = None,
    ) -> Place:
        span = d.span(words, nth)
        lat, lon = at or (None, None)
        other = Alternative("Pirna", 50.0, 10.0, "DE", 1, 0.1)
        return Place(
            f"p-{name}",
            "a-flood",
            span.start,
            span.end,
            words,
            words,
            lat,
            lon,
            kind,
            country,
            None,
            radius,
            relation,
            0.9,
            "population",
            alternatives=(other,),
        )

    places = (
        place("elbe", "Elbe", (51.0, 13.5), PlaceKind.WATER, radius=80),
        place("pirna", "Pirna", (50.96, 13.94), PlaceKind.CITY),
        place(
            "near",
            "near Pirna",
            (50.96, 13.94),
            PlaceKind.AREA,
            radius=10,
            relation=PlaceRelation(RelationKind.NEAR, "p-pirna"),
        ),
        place("meissen", "Meissen", (51.16, 13.48), PlaceKind.CITY),
        place(
            "north",
            "North of Meissen",
            (51.3, 13.48),
            PlaceKind.AREA,
            radius=12,
            relation=PlaceRelation(RelationKind.NORTH_OF, "p-meissen"),
        ),
        place("pirna2", "Pirna", (50.96, 13.94), PlaceKind.CITY, nth=2),
        place("dresden", "Dresden", (51.05, 13.74), PlaceKind.CITY),
        place("czech", "Czech", None, PlaceKind.DEMONYM, country="CZ"),
        place("dam", "the dam", None, PlaceKind.AREA),
    )
    speakers = (
        Speaker(
            "s-vogel",
            "Marta Vogel",
            SpeakerKind.PERSON,
            "mayor of Pirna",
            None,
            (d.span("Marta Vogel"), d.span("Vogel", 1), d.span("Vogel", 2)),
        ),
        Speaker("s-fire", "the fire brigade", SpeakerKind.ORGANISATION),
        Speaker("s-czech", "the Czech side", SpeakerKind.UNNAMED),
        Speaker("s-resident", "A resident", SpeakerKind.UNNAMED),
    )
    published = When(
        None, "2024-06-05", date(2024, 6, 5), date(2024, 6, 5), Precision.DAY, "published"
    )
    on_tuesday = When("t-tue", "2024-06-04", date(2024, 6, 4), date(2024, 6, 4), Precision.DAY)
    by_weekend = When("t-end", "2024-06-08~", date(2024, 6, 8), date(2024, 6, 9), Precision.WEEKEND)
    since = When(None, "2024-06-01/..", date(2024, 6, 1), None, Precision.OPEN)

    def claim(name: str, kind: ClaimKind, words: list[Span], **more: object) -> Claim:
        text = " ".join(span.of(FLOOD) for span in words)
        values: dict[str, object] = {
            "sentence": Span(words[0].start, words[-1].end),
            "rule": "quote/tag-after",
            "said": published,
        }
        return Claim(f"c-{name}", "a-flood", kind, tuple(words), text, **(values | more))  # type: ignore[arg-type]

    def at(name: str, role: PlaceRole = PlaceRole.LOCATION) -> tuple[ClaimPlace, ...]:
        return (ClaimPlace(f"p-{name}", role),)

    claims = (
        claim(
            "rose",
            ClaimKind.NARRATED,
            [d.span("The Elbe rose again on Tuesday")],
            said=None,
            happened=on_tuesday,
            places=at("elbe"),
            rule="narrated",
        ),
        claim(
            "hold",
            ClaimKind.DIRECT,
            [d.span("The dyke near Pirna will hold,")],
            speaker="s-vogel",
            speaker_span=d.span("Marta Vogel, mayor of Pirna"),
            speaker_by=SpeakerBy.NAME,
            cue=d.cue("said"),
            certainty=Certainty(Level.CERTAIN),
            places=at("near"),
        ),
        claim(
            "road",
            ClaimKind.INDIRECT,
            [d.span("North of Meissen the water reached the road")],
            speaker="s-fire",
            cue=d.cue("according to"),
            speaker_span=d.span("the fire brigade"),
            places=at("north"),
            happened=since,
        ),
        claim(
            "bridge",
            ClaimKind.INDIRECT,
            [d.span("that the bridge may fail 🌊🌊 by the weekend")],
            speaker="s-fire",
            speaker_by=SpeakerBy.PRONOUN,
            speaker_span=d.span("The brigade"),
            cue=d.cue("fears"),
            certainty=Certainty(Level.POSSIBLE, (d.evidence("fears"), d.evidence("may"))),
            happened=by_weekend,
        ),
        claim(
            "slept",
            ClaimKind.DIRECT,
            [d.span("Nobody slept,"), d.span("not in Pirna, not in Dresden.")],
            speaker="s-vogel",
            speaker_by=SpeakerBy.SURNAME,
            speaker_span=d.span("Vogel", 1),
            cue=d.cue("said", 1),
            places=(
                ClaimPlace("p-pirna2", PlaceRole.MENTIONED),
                ClaimPlace("p-dresden", PlaceRole.LOCATION),
            ),
        ),
        claim(
            "dam",
            ClaimKind.INDIRECT,
            [d.span("that the dam was opened")],
            speaker="s-czech",
            cue=d.cue("denies"),
            certainty=Certainty(Level.UNLIKELY, (d.evidence("denies"),)),
            negated=True,
            places=(*at("czech"), *at("dam")),
        ),
        claim(
            "shut",
            ClaimKind.INDIRECT,
            [d.span("that the dam stayed shut")],
            speaker="s-vogel",
            cue=d.cue("confirms"),
            places=at("czech"),
            relations=(
                ClaimRelation(
                    ClaimRelationKind.DISPUTES, "c-dam", Strength.EXPLICIT, d.evidence("confirms")
                ),
            ),
        ),
        claim(
            "army",
            ClaimKind.INDIRECT,
            [d.span("the army to come")],
            speaker="s-resident",
            cue=d.cue("wants"),
            said=None,
            certainty=Certainty(Level.NONE, (d.evidence("wants"),)),
        ),
    )
    shops = d.span("The shops were closed.")
    return Story(
        (article,),
        (tuesday, weekend),
        places,
        speakers,
        claims,
        (),
        (Sentence("a-flood", shops.start, shops.end),),
    )


HOSTILE = (
    "{{7*7}}",
    "{% raise x %}",
    "</script><script>window.broken=1</script>",
    "<img src=x onerror='window.broken=1'>",
    "`${window.broken=1}`",
    '"]};window.broken=1;//',
    "<!--",
    "\u2028&amp;\\u003c",
)


def hostile() -> Story:
    """A story whose every text is an attack on some layer between here and the page."""
    evil = " ".join(HOSTILE)
    text = f"{evil} said {evil}. At {evil} on {evil}."
    article = Article(
        "a-evil", text, "en", evil, date(2024, 1, 2), Basis.GIVEN, "javascript:alert(1)"
    )
    first = Span(0, len(evil))
    second = Span(len(evil) + 6, 2 * len(evil) + 6)
    third = Span(second.end + 5, second.end + 5 + len(evil))
    fourth = Span(third.end + 4, third.end + 4 + len(evil))
    day = date(2024, 1, 1)
    time = Time(
        "t-1",
        "a-evil",
        fourth.start,
        fourth.end,
        evil,
        evil,
        day,
        day,
        Precision.DAY,
        False,
        evil,
        evil,
    )
    other = Alternative(evil, 1.0, 2.0, evil, 1, 0.2)
    places = tuple(
        Place(
            f"p-{n}",
            "a-evil",
            third.start,
            third.end,
            evil,
            evil,
            10.0 + 5 * n,
            20.0,
            kind,
            evil,
            1,
            50.0,
            None,
            0.5,
            evil,
            alternatives=(other,),
        )
        for n, kind in enumerate((PlaceKind.CITY, PlaceKind.REGION, PlaceKind.COUNTRY))
    )
    speaker = Speaker("s-1", evil, SpeakerKind.PERSON, evil, evil, (first,))
    when = When("t-1", evil, day, day, Precision.DAY)
    places_of = tuple(ClaimPlace(p.id, PlaceRole.LOCATION) for p in places)
    claims = tuple(
        Claim(
            f"c-{n}",
            "a-evil",
            ClaimKind.DIRECT,
            (second,),
            evil,
            evil,
            second,
            "s-1",
            first,
            SpeakerBy.NAME,
            Cue(first.start, first.end, evil),
            Certainty(Level.POSSIBLE, (Evidence(fourth.start, fourth.end, evil),)),
            False,
            when,
            when if n else None,
            places_of,
            (ClaimRelation(ClaimRelationKind.DISPUTES, f"c-{1 - n}", Strength.EXPLICIT),),
        )
        for n in range(2)
    )
    return Story((article,), (time,), places, (speaker,), claims)


def synthetic(size: int, seed: int = 1) -> Story:
    """A story of many articles with ``size`` claims, spread over the world and two years."""
    chance = random.Random(seed)
    articles, times, places, claims = [], [], [], []
    speakers = tuple(
        Speaker(f"s-{n}", f"Speaker {n}", SpeakerKind.PERSON, "spokesperson")
        for n in range(max(3, min(60, size // 8)))
    )
    towns = [(f"Town {n}", chance.uniform(-50, 65), chance.uniform(-120, 150)) for n in range(400)]
    for first in range(0, size, 25):
        n = len(articles)
        published = date(2023, 1, 1) + timedelta(days=chance.randrange(700))
        text, name = "", f"a-{n}"
        for number in range(first, min(size, first + 25)):
            town, lat, lon = chance.choice(towns)
            start = len(text)
            words = f"In {town} something of note happened on some day, number {number}"
            text += f"{words}, said a spokesperson. {'The rest is silence. ' * 2}"
            text += "\n\n" if number % 5 == 4 else ""
            when = None
            if chance.random() < 0.75:
                day = published - timedelta(days=chance.randrange(90))
                length = chance.choice((0, 0, 1, 6, 30))
                when = When(f"t-{number}", None, day, day + timedelta(days=length), Precision.RANGE)
                times.append(
                    Time(
                        f"t-{number}",
                        name,
                        start + len(words) - 20,
                        start + len(words),
                        "",
                        None,
                        day,
                        day + timedelta(days=length),
                        Precision.RANGE,
                        False,
                        None,
                        "range",
                    )
                )
            if chance.random() < 0.8:
                places.append(
                    Place(
                        f"p-{number}",
                        name,
                        start + 3,
                        start + 3 + len(town),
                        town,
                        town,
                        lat,
                        lon,
                        PlaceKind.CITY,
                        "NL",
                        number,
                        None,
                        None,
                        0.9,
                        "population",
                    )
                )
            claims.append(
                Claim(
                    f"c-{number}",
                    name,
                    chance.choice(tuple(ClaimKind)),
                    (Span(start, start + len(words)),),
                    words,
                    "synthetic",
                    Span(start, len(text)),
                    chance.choice(speakers).id,
                    None,
                    None,
                    None,
                    Certainty(chance.choice(tuple(Level))),
                    False,
                    When(None, None, published, published, Precision.DAY, "published"),
                    when,
                    (ClaimPlace(f"p-{number}", PlaceRole.LOCATION),)
                    if places and places[-1].id == f"p-{number}"
                    else (),
                )
            )
        articles.append(Article(name, text, "en", f"Article {n}", published, Basis.GIVEN))
    return Story(tuple(articles), tuple(times), tuple(places), speakers, tuple(claims))
