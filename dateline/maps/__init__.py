"""A story on the map and the timeline: the Folium plugin and the state it is given."""
