"""Reading: a pasted text with its language and date becomes a story."""

from dateline.ui import page, reading_form, view

head = page.begin("read")
reading = reading_form.ask(head)
if reading:
    view.show(reading, head)
