"""The story: an article, its claims on the map and the timeline."""

import streamlit as st

from dateline.maps.wording import texts
from dateline.ui import page, readings, view

head = page.begin("story")
articles = readings.library()
if articles:
    article = page.choose(articles, head.language)
    view.show(readings.of_articles((article,)), head)
else:
    st.info(texts(head.language)["story.no_articles"])
