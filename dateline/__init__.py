"""Dateline reads a news article: who says what happened, where, when, and how sure they are."""
