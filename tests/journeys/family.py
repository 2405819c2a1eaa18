# SPDX-License-Identifier: GPL-3.0-or-later
"""Journeys of somebody who looks after a family: what is taken, what is told at a visit, and the backup."""

import re
import shutil
import subprocess
from datetime import datetime, timedelta, timezone

from assistant import (NO_NOTIFICATIONS, REASON, REVIEW, SCHEDULE, STOCK, add_time, begin, choose,
                       choose_by_hand, choose_days, choose_file, fill, finish, go_on, press)
from reading import rows
from tree import Role, State

NAME = 'Ruth O\'Hara'
CARD = 'Major: Ask Before the Next Dose. Warfarin and Capecitabine'
WHERE_FROM = 'Where This Comes From'
QUESTION = 'May I have a flu shot in week 2?'

# Where all that is written is to be seen.
PLACES = (('medicines', 'Tea of the Sisters'), ('diary', '38.4'), ('my-questions', QUESTION),
          ('interactions?mine=yes', 'Warfarin and Capecitabine'))


def live_at_noon(person):
    """Makes it some time after 12:00 where the person is, whenever the test runs, and returns the day there."""
    now = datetime.now(timezone.utc)
    ahead = 12 - now.hour
    person.env['TZ'] = f'Etc/GMT{-ahead:+d}'
    return (now + timedelta(hours=ahead)).date()


def in_words(day):
    return f'{day.day} {day:%B %Y}'


def tables(person):
    """All rows of all tables on the disk."""
    names = [name for name, in person.ask("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return {name: sorted(person.ask(f'SELECT * FROM "{name}"'), key=repr) for name in names}


def assert_equal(after, before):
    different = {name: (rows, before.get(name)) for name, rows in after.items() if rows != before.get(name)}
    assert after.keys() == before.keys() and not different, different


def named(node):
    """What has a name in a node that is shown, but for the toasts, which go by themselves."""
    if node.has(State.SHOWING) and node.role != Role.ALERT:
        if node.name:
            yield node.role.value_nick, node.name, node.description
        for child in node.children:
            yield from named(child)


def shown(program, person):
    """What is to be seen on the pages with what was written."""
    found = {}
    for place, words in PLACES:
        assert person.run(f'health-center:{place}') == (0, '', '')
        program.see(words=words)
        found[place] = [item for window in program.tree.windows for item in named(window)]
    return found


def choose_in_row(program, name, steps):
    """Chooses something further down in the list of a row."""
    program.tab_to(name, Role.COMBO_BOX)
    program.keys('Return')
    program.see_focus(role=Role.LIST_ITEM)
    program.keys(*['Down'] * steps, 'Return')
    program.see_focus(name, Role.COMBO_BOX)


def add_person(program):
    """Adds somebody by the menu above the sidebar, and all that is known."""
    program.see(Role.TOGGLE_BUTTON, 'Person: Me').press()
    program.see_focus(role=Role.MENU_ITEM)
    program.keys('Up', 'Return')
    program.see(Role.DIALOG, 'Add a Person')
    program.see_focus('Name')
    program.type(NAME)
    fill(program, 'Year of birth', '1951')
    choose_in_row(program, 'Where it began', 1)
    choose_in_row(program, 'Stage', 4)
    fill(program, 'Add an allergy', 'penicillin')
    program.keys('Return')
    program.see(Role.LABEL, words='Medicines are checked for: Penicillins')
    program.keys('Escape')
    program.see_no(Role.DIALOG)
    program.see(Role.TOGGLE_BUTTON, f'Person: {NAME}')


def switch(program, person, keys, name):
    """Shows the data of somebody else."""
    program.see(Role.TOGGLE_BUTTON, words='Person: ').press()
    program.see_focus(role=Role.MENU_ITEM)
    program.keys(*keys)
    program.see(Role.TOGGLE_BUTTON, f'Person: {name}')


def add_capecitabine(program, first):
    """From the library, on days 1 to 14 of 21."""
    begin(program)
    choose(program, 'Capecitabine', 'capecitabine')
    press(program, '500 mg')
    press(program, 'tablet, film coated')
    go_on(program, REASON, 'What It Is For, If You Like')
    go_on(program, SCHEDULE, 'At times of the day')
    add_time(program, 'Morning, 08:00', '3')
    choose_days(program, 3)
    press(program, '1–14 of 21')
    fill(program, 'First Day', first.isoformat())
    words = f'3 tablets at 08:00, days 1 to 14 of 21, from {in_words(first)}'
    program.see(Role.LABEL, words)
    go_on(program, STOCK, 'How Many Are There Now')
    program.type('84')
    go_on(program, REVIEW)
    program.see(Role.HEADING, 'Capecitabine 500 mg')
    program.see(Role.LABEL, words)
    program.see(Role.LABEL, '84 tablets')
    finish(program)
    return words


def add_warfarin(program, first):
    """From the library, each day at noon; what it does with capecitabine is said before it is added."""
    begin(program)
    choose(program, 'Warfarin', 'warfarin')
    press(program, '5 mg')
    press(program, 'tablet')
    go_on(program, REASON, 'What It Is For, If You Like')
    program.type('against clots')
    go_on(program, SCHEDULE, 'At times of the day')
    add_time(program, 'Noon, 12:00', '1')
    fill(program, 'First Day', in_words(first))
    words = f'1 tablet at 12:00, every day, from {in_words(first)}'
    program.see(Role.LABEL, words)
    go_on(program, STOCK, 'How Many Are There Now')
    go_on(program, REVIEW)
    program.see(Role.LABEL, words)
    program.see(Role.GROUPING, CARD)
    finish(program)
    return words


def add_tea(program, first):
    """By hand, at a time that is not proposed."""
    begin(program)
    choose_by_hand(program, 'Tea of the Sisters')
    go_on(program, REASON, 'What It Is For, If You Like')
    go_on(program, SCHEDULE, 'At times of the day')
    press(program, 'Other Time')
    program.see_focus('Time')
    program.type('9:15 pm')
    fill(program, 'How Much', '1/2')
    words = f'½ dose at 21:15, every day, from {in_words(first)}'
    program.see(Role.LABEL, words)
    go_on(program, STOCK, 'How Many Are There Now')
    go_on(program, REVIEW)
    program.see(Role.LABEL, words)
    program.see(Role.LABEL, words='We know no interaction of this medicine at all.')
    finish(program)
    return words


def see_source(program):
    """Goes from the banner to what was found, and to whom says so."""
    program.tab_to('Interactions: 1 major', Role.LIST_ITEM)
    program.keys('Return')
    card = program.see(Role.GROUPING, CARD)
    program.see(Role.LABEL, words='You may bleed more easily', within=card)
    program.see(Role.TOGGLE_BUTTON, WHERE_FROM, within=card).press()
    source = program.see(Role.LABEL, words='Xeloda (Capecitabine): US Label, Boxed Warning', within=card)
    assert re.search(r'on DailyMed .*Read on \d+ \w+ 20\d\d\.', source.name), source.name


def take_noon_dose(program):
    doses = program.see(Role.LIST, 'Doses: 12:00')
    program.see(Role.LABEL, 'Due now', within=doses)
    program.press('Taken: Warfarin 5 mg', within=doses)
    program.see(Role.LABEL, words='Taken at 1', within=doses)
    program.see_no(Role.BUTTON, 'Taken: Warfarin 5 mg')


def write_down(program, person):
    """A fever, and a question for the care team."""
    assert person.run('health-center:diary/temperature?new=yes') == (0, '', '')
    program.see(Role.DIALOG, 'Temperature')
    program.see_focus('What was your temperature?')
    program.type('38,4')
    program.keys('Return')
    flag = program.see(Role.DIALOG, 'What to Do First')
    program.see(Role.HEADING, 'Fever', within=flag)
    program.see(Role.LABEL, words='Call your care team now, day or night.', within=flag)
    program.keys('Escape')
    program.see_no(Role.DIALOG)
    program.see(Role.LIST_ITEM, words='Temperature. 38.4\N{NO-BREAK SPACE}°C. Today, 1')

    assert person.run('health-center:my-questions') == (0, '', '')
    program.press('Ask My Care Team')
    program.see(Role.TEXT, 'What would you like to ask?').append(QUESTION)
    program.see(Role.LABEL, 'Saved')
    program.press('Done')
    program.see_no(Role.DIALOG)


def print_summary(program, person):
    """Saves the page for the visit as PDF, and returns its text, one space between the words."""
    assert person.run('health-center:summary') == (0, '', '')
    program.see(Role.HEADING, 'Medicines Taken Now')
    program.press('Save as PDF…')
    path = person.home / 'For the visit.pdf'
    choose_file(program, 'Save as PDF', 'Save', path)
    program.see(Role.LABEL, 'Saved')
    # Libadwaita complains of itself when a screen reader presses it.
    program.click(program.see(Role.BUTTON, 'Close', within=program.see(Role.DIALOG, 'Visit Summary')))
    program.see_no(Role.DIALOG)
    text = subprocess.run(['pdftotext', path, '-'], check=True, capture_output=True, encoding='utf-8').stdout
    return ' '.join(text.split())


def open_backups(program, person, row):
    assert person.run('health-center:backup') == (0, '', '')
    program.click(program.see(Role.LIST_ITEM, row))


def back_up(program, person):
    """Saves everything as one file, and returns its path."""
    open_backups(program, person, 'Back Up')
    program.press('Save Backup…')
    path = person.home / 'Everything.hcbackup'
    choose_file(program, 'Save Backup', 'Save', path)
    program.see(Role.LABEL, 'Backup Saved')
    program.see(Role.LABEL, words=str(path))
    program.press('Done')
    program.see_no(Role.DIALOG)
    return path


def looked_after(person, articles):
    """somebody's medicines, a warning, a dose, a fever and the page for a visit; a backup brings all of it back"""
    today = live_at_noon(person)
    first = today - timedelta(days=3)
    person.settings.unlink()
    with person.start() as program:
        for button in 'Next', 'Skip', 'Done':
            program.press(button)
        program.see(Role.LABEL, 'For You Today')
        add_person(program)
        switch(program, person, ['Return'], 'Me')
        switch(program, person, ['Down', 'Return'], NAME)

        program.click(program.see(Role.LIST_ITEM, 'My Medicines'))
        schedules = [add_capecitabine(program, first), add_warfarin(program, first), add_tea(program, today)]
        see_source(program)
        assert person.run('health-center:medicines') == (0, '', '')
        take_noon_dose(program)
        program.kill()

    taken, = person.ask('SELECT name, key, state, amount FROM dose JOIN medicine ON medicine = medicine.id')
    assert taken == ('Warfarin', f'{today}T12:00', 'taken', 1.0), taken

    with person.start('health-center:medicines') as program:
        program.see(Role.TOGGLE_BUTTON, f'Person: {NAME}')
        program.see(Role.LABEL, words='Taken at 1', within=program.see(Role.LIST, 'Doses: 12:00'))
        assert rows(program, 'My Medicines') == ['Tea of the Sisters', 'Warfarin 5 mg', 'Capecitabine 500 mg']
        write_down(program, person)

        text = print_summary(program, person)
        for words in (f'Name: {NAME}', 'Born: 1951', 'Diagnosis: Colon cancer, Stage III', 'Allergies penicillin',
                      'For: against clots', *schedules, 'Warfarin 5 mg: 1 of', f'last: 38.4 °C ({in_words(today)})',
                      'Major Interactions Warfarin and Capecitabine', QUESTION,
                      'Not checked by a clinician.'):
            assert words in text, f'{words} is not in {text}'

        before, saved = shown(program, person), tables(person)
        assert all(saved[name] for name in ('person', 'medicine', 'dose', 'diary_entry', 'care_question')), saved
        path = back_up(program, person)
        assert program.quit(NO_NOTIFICATIONS) == 0

    shutil.rmtree(person.home / 'data')
    with person.start() as program:
        program.wait('a new profile', lambda: person.profile.exists())
        program.see(Role.TOGGLE_BUTTON, 'Person: Me')
        open_backups(program, person, 'Bring In a Backup')
        program.press('Choose a File…')
        choose_file(program, 'Choose a Backup', 'Look Inside', path)
        assert {'Medicines', 'Doses', 'Diary entries'} < set(rows(program, 'What Is in the File'))
        program.see(Role.LABEL, '3 in the file, 0 here now')
        program.press('Put in Place of What Is Here')
        program.see(Role.LABEL, 'The Backup Is Here Now')
        program.press('Done')
        program.see_no(Role.DIALOG)
        program.see(Role.TOGGLE_BUTTON, f'Person: {NAME}')
        assert_equal(tables(person), saved)
        after = shown(program, person)
        assert_equal(after, before)
        assert program.quit(NO_NOTIFICATIONS) == 0
    assert_equal(tables(person), saved)
