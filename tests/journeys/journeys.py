#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Uses the installed program as a person does, from the outside, and prints TAP.

The program is found and read through the accessibility bus, as a screen reader does it, and moved
with keys and clicks of a virtual display. HC_JOURNEY_PREFIX names an installation to try instead of
the build; with HC_JOURNEY_DUMP=1 a journey that fails prints what was shown at that moment.
"""

import argparse
import os
import signal
import sys
import traceback
from pathlib import Path

import asking
import enclosure
import family
import medicines
import notes
import online
import reading
import refusing
import reminders
import searching
import trouble
import visits
import walk
from content import Articles
from desk import Desk
from program import Installation, Person

JOURNEYS = [
    reading.first_start,
    reading.read,
    reading.find_articles,
    reading.keyboard_only,
    notes.kept,
    notes.survives_kill,
    notes.delete_and_undo,
    notes.full_disk,
    asking.answers,
    asking.ask_care_team,
    medicines.kept_and_checked,
    reminders.without_window,
    family.looked_after,
    refusing.wrong_input,
    refusing.wrong_backups,
    searching.find_in_article,
    searching.search_everywhere,
    searching.quit_with_note,
    searching.shell_search,
    trouble.version,
    trouble.links,
    trouble.missing_library,
    trouble.damaged_profile,
    trouble.newer_profile,
    visits.visit_asked,
    visits.opinion_asked,
    visits.patient_referred,
    visits.request_survives_kill,
    walk.articles_named,
    walk.medicines_named,
    walk.notes_named,
    walk.requests_named,
    walk.windows_named,
    walk.reached_by_keyboard,
]

# Those with a network of their own, see enclosure.py.
ONLINE_JOURNEYS = [
    online.allowed_and_no_more,
]


def stop(number, frame):
    sys.exit(128 + number)


def main():
    parser = argparse.ArgumentParser(description='Journeys through the installed program.')
    parser.add_argument('--build', type=Path, help='the build folder to install from')
    parser.add_argument('--bindir', help='where the build installs programs')
    parser.add_argument('--datadir', help='where the build installs data')
    parser.add_argument('--content', type=Path, required=True, help='the folder data/content of the source')
    parser.add_argument('--print-events', type=Path, required=True, help='the program that reads calendar files')
    parser.add_argument('--online', action='store_true', help='the journeys that need a network of their own')
    parser.add_argument('names', nargs='*', help='the journeys to make; all if none is named')
    options = parser.parse_args()

    if options.online and not enclosure.is_here():
        obstacle = enclosure.find_obstacle()
        if obstacle is None:
            enclosure.enter()
        print(f'1..0 # SKIP {obstacle}')
        return 0

    journeys = ONLINE_JOURNEYS if options.online else JOURNEYS
    journeys = [journey for journey in journeys if not options.names or journey.__name__ in options.names]
    for number in signal.SIGTERM, signal.SIGINT, signal.SIGHUP:
        signal.signal(number, stop)

    os.environ['HC_PRINT_EVENTS'] = str(options.print_events)
    articles = Articles(options.content)
    failed = 0
    with Desk() as desk:
        if options.online:
            enclosure.furnish(desk.folder, online.HOSTS, online.AUTHORITY)
        if os.environ.get('HC_JOURNEY_PREFIX'):
            installation = Installation.at(os.environ['HC_JOURNEY_PREFIX'])
        else:
            installation = Installation.make(options.build, desk.folder / 'installed',
                                             options.bindir, options.datadir)
        print(f'1..{len(journeys)}', flush=True)
        for number, journey in enumerate(journeys, 1):
            try:
                journey(Person(desk, installation, journey.__name__), articles)
            except Exception:
                failed += 1
                traceback.print_exc()
                print('not ', end='')
            print(f'ok {number} - {journey.__name__}: {journey.__doc__}', flush=True)
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
