#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints the dates of the events of a calendar file, read by another parser than ours.

Usage: read-calendar.py FILE FROM UNTIL ZONE. Both times are those of the clock of the zone. A line for each
date: the id of the medicine, the date, and the summary; dates without a zone as they are, others in UTC.
"""

import datetime
import sys
import zoneinfo

import dateutil.rrule
import icalendar


def expand(event, until):
    start = event["DTSTART"].dt
    if "RRULE" in event:
        rule = dateutil.rrule.rrulestr(event["RRULE"].to_ical().decode(), dtstart=start)
        return rule.between(start, until, inc=True)
    dates = [start]
    rdates = event.get("RDATE", [])
    for rdate in rdates if isinstance(rdates, list) else [rdates]:
        dates += [one.dt for one in rdate.dts]
    return dates


def main():
    path, begin, end, zone = sys.argv[1:]
    naive = [datetime.datetime.fromisoformat(text) for text in (begin, end)]
    aware = [time.replace(tzinfo=zoneinfo.ZoneInfo(zone)) for time in naive]
    with open(path, "rb") as file:
        calendar = icalendar.Calendar.from_ical(file.read())
    lines = []
    for event in calendar.walk("VEVENT"):
        is_moment = event["DTSTART"].dt.tzinfo is not None
        first, until = aware if is_moment else naive
        for date in expand(event, until):
            if first <= date < until:
                text = date.strftime("%Y-%m-%dT%H:%M") + ("Z" if is_moment else "")
                lines.append(f"{event['UID'][:36]} {text} {event['SUMMARY']}")
    print("\n".join(sorted(lines)))


main()
