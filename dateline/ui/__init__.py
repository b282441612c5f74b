"""Everything that is Streamlit: pages are thin and use what stands here."""
