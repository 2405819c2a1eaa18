# SPDX-License-Identifier: GPL-3.0-or-later
"""Journeys of somebody who lets the program ask others, in a network of their own: see enclosure.py and sites.py."""

import re
from datetime import datetime, timezone
from pathlib import Path
from urllib.parse import unquote_plus

from assistant import NO_NOTIFICATIONS, press
from family import add_person, in_words
from medicines import add_to_mine
from reading import rows
from sites import (CONTACT, ETAG, FAR, FITTING, FOR_OTHERS, NEWS, NEWS_TITLE, POST, POST_TEXT, RECALLS, REGISTRY,
                   STUDIES, Sites)
from tree import Role, State

CERTIFICATES = Path(__file__).resolve().parents[1] / 'network'
AUTHORITY, CERTIFICATE = CERTIFICATES / 'ca.pem', CERTIFICATES / 'server.pem'

# Where the server of a journey stands for somebody else.
HOSTS = REGISTRY, RECALLS, NEWS

TREATMENT = 'FOLFOX since the week after Odile\'s wedding'
CITY = 'Denver'

# All that is told of the person here, and what follows from it.
PERSONAL = ('Ruth', 'Hara', '1951', 'colon', 'stage', 'III', 'penicillin', 'FOLFOX', 'Odile', 'woman', 'female', CITY,
            '39.74', '104.99', 'capecitabine')

# What is asked of all of them, whoever asks. The dates are the last two years.
REGISTRY_TARGET = ('/api/v2/studies?format=json&query.cond=colorectal%20cancer&filter.overallStatus=RECRUITING'
                   '&fields=ProtocolSection&countTotal=true&pageSize=100')
RECALLS_TARGET = '/drug/enforcement.json?search=report_date:%5BDAY+TO+DAY%5D&sort=report_date:asc&limit=1000&skip=0'

# The same for everybody, too; None where the value is not ours to say, such as which packing the library knows.
ALLOWED_HEADERS = {'Host': None, 'User-Agent': 'HealthCenter', 'Accept-Language': 'en', 'Accept': None,
                   'Accept-Encoding': None, 'Connection': 'Keep-Alive', 'If-None-Match': ETAG}


def today():
    return datetime.now(timezone.utc).date()


def go(person, place):
    assert person.run(f'health-center:{place}') == (0, '', '')


def tell_of_herself(program, person):
    """Everything that a trial or a recall could be about."""
    add_person(program)
    go(person, 'drug/capecitabine')
    add_to_mine(program, 'Capecitabine')
    go(person, 'trials')
    program.press('Treatment: Not Told')
    program.see(Role.TEXT, 'Treatment').append(TREATMENT)
    program.keys('Escape')
    program.see_no(Role.DIALOG)
    program.see(Role.BUTTON, words='Treatment: FOLFOX')
    program.see(Role.TOGGLE_BUTTON, 'Sex: Not Told').press()
    program.see_focus(role=Role.MENU_ITEM)
    program.keys('Return')
    program.see(Role.TOGGLE_BUTTON, 'Woman')


def fetch_trials(program, sites):
    """Allows it on the page of the trials, with the keyboard; before that nobody was asked anything."""
    program.tab_to('Turn On', Role.BUTTON)
    assert not sites.names and not sites.requests, (sites.names, sites.requests)
    program.keys('space')
    program.see(Role.LABEL, 'The List Was Fetched')
    program.see(Role.LABEL, dated_list())


def dated_list():
    return (f'{len(STUDIES)} trials are on this computer. The list of recruiting trials was fetched on '
            f'{in_words(today())}.')


def choose_city(program):
    button = press(program, 'City: Not Chosen')
    program.wait('the dialog', lambda: program.focus not in (None, button))
    program.type(CITY)
    program.wait(CITY, lambda: rows(program, 'Cities')[:1] and CITY in rows(program, 'Cities')[0])
    program.keys('Return')
    program.see(Role.BUTTON, words=f'From {CITY}')
    program.see_no(Role.DIALOG)


def see_matches(program, person):
    """The nearest first, and what does not fit is said to."""
    go(person, 'trials?show=results')
    program.see(Role.LIST_ITEM, words=FITTING[1])
    trials = rows(program, 'Trials')
    assert [trial.split('. ')[:2] for trial in trials] == \
        [[FITTING[1], 'May fit'], [FAR[1], 'May fit'], [FOR_OTHERS[1], 'Does not fit']], trials
    assert f'Mountain Cancer Center, {CITY}' in trials[0], trials


def save_trial(program, person):
    program.click(program.see(Role.LIST_ITEM, words=FITTING[1]))
    program.see(Role.HEADING, FITTING[1])
    press(program, 'Save Trial')
    program.see(Role.BUTTON, 'Remove From Saved Trials')
    program.wait('the trial on the disk', lambda: len(person.ask('SELECT nct FROM saved_trial')) == 1)


def check_recalls(program, person):
    go(person, 'alerts?recalls=yes')
    program.see(Role.HEADING, 'Turn On “FDA Recalls”?')
    press(program, 'Turn On')
    program.see(Role.HEADING, 'Recalls Checked')
    go(person, 'alerts')
    program.see(Role.LIST_ITEM, words='Recall, Class II. Capecitabine Tablets')


def subscribe(program, person):
    """To what the page of a site leads to."""
    go(person, 'news')
    program.press('Choose Feeds')
    program.see(Role.BUTTON, 'Find Feeds')
    program.see_focus('Address of a website or a feed')
    program.type(NEWS)
    program.keys('Return')
    program.see(Role.ALERT, 'Fetch News?')
    press(program, 'Turn On')
    program.see(Role.BUTTON, f'Subscribe to “{NEWS_TITLE}”')
    press(program, f'Subscribe to “{NEWS_TITLE}”')
    go(person, 'news')
    program.click(program.see(Role.LIST_ITEM, words=NEWS_TITLE))
    program.click(program.see(Role.LIST_ITEM, words=POST))
    program.see(Role.LABEL, POST_TEXT)


def read_saved(program, person, origin):
    """All of the trial that was saved, and where that is from."""
    go(person, 'trials?show=saved')
    program.click(program.see(Role.LIST_ITEM, words=FITTING[1]))
    program.see(Role.HEADING, FITTING[1])
    program.see(Role.LABEL, f'{origin} on {in_words(today())}.')
    for words in ('Able to walk for ten minutes', 'Infection that needs treatment', CONTACT['phone']):
        program.see(words=words)


def work_offline(program, person):
    go(person, 'network')
    program.see(Role.DIALOG)
    program.tab_to('Work Offline', Role.CHECK_BOX)
    program.keys('space')
    program.wait('the switch', lambda: any(node.has(State.CHECKED)
                                           for node in program.find_all(Role.CHECK_BOX, 'Work Offline')))
    program.keys('Escape')
    program.see_no(Role.DIALOG)


def assert_nothing_told(sites, person):
    """Looks at every byte that was sent."""
    for request in sites.requests:
        assert (request.method, request.body) == ('GET', b''), request.sent
        headers = request.headers
        assert headers.keys() <= ALLOWED_HEADERS.keys(), request.sent
        for name, value in headers.items():
            assert ALLOWED_HEADERS[name] in (None, value), request.sent
        sent = (request.sent.decode('ascii') + unquote_plus(request.sent.decode('ascii'))).casefold()
        for words in PERSONAL:
            assert words.casefold() not in sent, (words, request.sent)

    # What is asked for is the same for everybody, so that it tells nothing of anybody.
    assert [request.target for request in sites.asked(REGISTRY)] == \
        [REGISTRY_TARGET, f'{REGISTRY_TARGET}&pageToken=page-1'], sites.requests
    recalls = [re.sub(r'\d{8}', 'DAY', request.target) for request in sites.asked(RECALLS)]
    assert recalls == [RECALLS_TARGET], recalls
    assert {request.target for request in sites.asked(NEWS)} == {'/', '/news.xml'}, sites.requests
    assert sites.names == set(HOSTS), sites.names
    assert all(request.host in HOSTS for request in sites.requests), sites.requests

    # And the person can read each of them in the log.
    logged = person.ask('SELECT method, host, path FROM request WHERE status > 0 ORDER BY id', 'network.db')
    assert sorted(logged) == sorted((request.method, request.host, request.target) for request in sites.requests), \
        (logged, sites.requests)


def allowed_and_no_more(person, articles):
    """what is allowed is fetched, matched here, saved and read offline, and nobody asked learns of the person"""
    with Sites(CERTIFICATE) as sites:
        with person.start('health-center:trials') as program:
            program.see(Role.LABEL, 'No trials are on this computer yet.')
            tell_of_herself(program, person)
            fetch_trials(program, sites)
            choose_city(program)
            see_matches(program, person)
            save_trial(program, person)
            check_recalls(program, person)
            subscribe(program, person)
            assert program.quit(NO_NOTIFICATIONS) == 0

        sites.close()
        with person.start('health-center:trials') as program:
            program.see(Role.LABEL, dated_list())
            press(program, 'Fetch Again')
            program.see(Role.LABEL, 'The List Was Not Fetched to Its End')
            program.see(Role.LABEL, words='The site cannot be reached.')
            program.see(Role.LABEL, dated_list())
            work_offline(program, person)
            read_saved(program, person, 'As the registry has it. The list was fetched')
            go(person, 'trials')
            press(program, 'Try Again')
            program.see(Role.LABEL, words='Work Offline is on, so nothing was asked.')
            assert program.quit(NO_NOTIFICATIONS) == 0

        # What was saved is the person's own, whatever becomes of the list.
        for path in person.home.rglob('sources.db*'):
            path.unlink()
        with person.start('health-center:trials') as program:
            program.see(Role.LABEL, 'No trials are on this computer yet.')
            read_saved(program, person, 'This is your copy, saved')
            assert program.quit(NO_NOTIFICATIONS) == 0
        assert_nothing_told(sites, person)
