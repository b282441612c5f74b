"""The story: an article, its claims on the map and the timeline."""

import streamlit as st

from dateline.maps.wording import texts
from dateline.ui import page, readings, view

language = page.begin("story")
articles = readings.library()
if articles:
    wanted = st.query_params.get("article")
    article = next((a for a in articles if a.id == wanted), articles[0])
    view.show(readings.of_articles((article,)), language)
else:
    st.info(texts(language)["story.no_articles"])
