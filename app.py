"""The story: an article, its claims on the map and the timeline."""

import streamlit as st

from dateline.maps.wording import texts
from dateline.ui import page, readings, view

language = page.begin("story")
articles = readings.library()
if articles:
    article = page.choose(articles, language)
    view.show(readings.of_articles((article,)), language)
else:
    st.info(texts(language)["story.no_articles"])
