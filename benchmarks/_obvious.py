"""The obvious way to show claims on a map and a chart, to compare in benchmarks/view.py."""

import altair as alt
import folium
import pandas as pd
import streamlit as st
from streamlit_folium import st_folium

from tests.samples import synthetic

st.set_page_config(layout="wide")
story = synthetic(int(st.query_params.get("sample", "25")))
places = {place.id: place for place in story.places}
rows = pd.DataFrame(
    [
        {
            "id": claim.id,
            "speaker": claim.speaker,
            "start": claim.happened.earliest.isoformat(),
            "end": claim.happened.latest.isoformat(),
            "latitude": places[claim.places[0].place].latitude,
            "longitude": places[claim.places[0].place].longitude,
        }
        for claim in story.claims
        if claim.places and claim.happened and claim.happened.earliest and claim.happened.latest
    ]
)
left, right = st.columns(2)
with left:
    # Folium's own links lead to a CDN.
    vendor = "../../app/static/vendor/leaflet"
    folium.Map.default_js = [("leaflet", f"{vendor}/leaflet.js")]
    folium.Map.default_css = [("leaflet", f"{vendor}/leaflet.css")]
    figure = folium.Map((20, 10), zoom_start=2, tiles=None)
    for row in rows.itertuples():
        folium.CircleMarker((row.latitude, row.longitude), radius=5, tooltip=row.id).add_to(figure)
    answer = st_folium(
        figure, key="map", width=600, returned_objects=["last_object_clicked_tooltip"]
    )
chosen = (answer or {}).get("last_object_clicked_tooltip")
with right:
    chart = alt.Chart(rows).mark_bar().encode(x="start:T", x2="end:T", y="speaker:N")
    colour = alt.condition(alt.datum.id == chosen, alt.value("red"), alt.value("steelblue"))
    st.altair_chart(chart.encode(color=colour))
    st.html(f"<p id='chosen'>{chosen}</p>")
