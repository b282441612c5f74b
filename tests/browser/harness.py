"""A Streamlit page that shows the sample story named in the address (?sample=flood)."""

import streamlit as st

from dateline.ui import page, view
from dateline.ui.readings import Reading
from tests import samples


@st.cache_resource
def reading(name: str) -> Reading:
    if name.isdigit():
        return Reading(samples.synthetic(int(name)))
    return Reading({"flood": samples.flood, "hostile": samples.hostile}[name]())


head = page.begin("story")
view.show(reading(st.query_params.get("sample", "flood")), head)
