"""What the calendar part of a mail says, as an independent reader (python3-icalendar) has it: one line a fact."""
import email
import email.policy
import sys

from icalendar import Calendar

mail = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.default)
part = next(part for part in mail.walk() if part.get_content_type() == "text/calendar")
calendar = Calendar.from_ical(part.get_payload(decode=True))
assert part.get_param("method") == calendar["METHOD"], part["Content-Type"]
(event,) = calendar.walk("VEVENT")
print("method", calendar["METHOD"])
for name in ("UID", "SEQUENCE", "STATUS", "SUMMARY", "LOCATION"):
    print(name.lower(), event[name])
for name in ("DTSTART", "DTEND"):
    print(name.lower(), event[name].dt.isoformat())
attendee = event["ATTENDEE"]
print("attendee", attendee, attendee.params["CN"], attendee.params.get("PARTSTAT", "-"), attendee.params.get("RSVP", "-"))
print("organizer", event["ORGANIZER"])
