#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints the events of a calendar file, read by another parser than ours.

Usage: read-appointments.py FILE. A line for each event: uid, sequence, status, begin and end in UTC, the zone that
stands at the begin, summary, location and description with line breaks as "/", the minutes of its alarms.
"""

import datetime
import sys

import icalendar


def moment(event, name):
    if name not in event:
        return "-"
    return event[name].dt.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M")


def main():
    with open(sys.argv[1], "rb") as file:
        calendar = icalendar.Calendar.from_ical(file.read())
    lines = []
    for event in calendar.walk("VEVENT"):
        alarms = sorted(int(-alarm["TRIGGER"].dt.total_seconds()) // 60 for alarm in event.walk("VALARM"))
        texts = [str(event.get(name, "-")).replace("\n", "/") for name in ("SUMMARY", "LOCATION", "DESCRIPTION")]
        lines.append("|".join([event["UID"], str(event["SEQUENCE"]), event["STATUS"], moment(event, "DTSTART"),
                               moment(event, "DTEND"), event["DTSTART"].params.get("TZID", "-"), *texts,
                               " ".join(map(str, alarms))]))
    print("\n".join(sorted(lines)))


main()
