# SPDX-License-Identifier: GPL-3.0-or-later
"""Journeys of somebody who asks for an appointment: from the page of a center to a letter, a day and a calendar."""

import os
import random
import subprocess
from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from assistant import NO_NOTIFICATIONS, choose_file, fill
from tree import Role

try:
    import icalendar
except ImportError:
    icalendar = None

CENTER = 'health-center:care/memorial-sloan-kettering'
PLACE = 'Memorial Sloan Kettering Cancer Center'
ZONE = ZoneInfo('America/New_York')

# The screens in their order.
WHEN, ABOUT = 'Which Days Would Suit You?', 'What They Need to Know'
SUMMARY, SEND = 'Is This Right?', 'How Do You Want to Ask?'

CLOSED = 'The clinic is closed on this day, as far as is known'
SUBJECT = 'What It Is About'
ROUNDS = 5
MARGIN = 120  # at the edges of the window


def coming(weekday):
    """The day after three weeks or more that is such a weekday, Monday being 0."""
    day = date.today() + timedelta(weeks=3)
    return day + timedelta(days=(weekday - day.weekday()) % 7)


def in_words(day):
    return f'{day:%A}, {day.day} {day:%B %Y}'


def go_on(program, heading):
    """Goes to the next screen with the keyboard."""
    program.keys('Control+Return')
    program.see(Role.HEADING, heading)


def write_request(program, button, title, fields, day):
    """Asks on the page of the center, with the keyboard alone, up to the summary."""
    program.press(button)
    dialog = program.see(Role.DIALOG, title)
    program.see_focus()
    assert program.see(Role.TEXT, 'Name of the Clinic or Practice', within=dialog).text == PLACE
    assert program.see(Role.TEXT, 'Their Phone', within=dialog).text == '800-525-2225'
    fill(program, 'Their E-mail', 'desk@example.org')
    go_on(program, WHEN)
    program.see(Role.LABEL, words='Monday to Friday, 08:00 to 18:00')
    program.see_focus('First Choice')
    program.type(str(coming(5)))
    program.see(Role.LABEL, CLOSED)
    program.type(str(day))
    program.see_no(Role.LABEL, CLOSED)
    go_on(program, ABOUT)
    for name, text in fields.items():
        fill(program, name, text)
    go_on(program, SUMMARY)
    program.see(Role.LABEL, words=in_words(day))


def save_letter(program, person):
    """Saves the letter as PDF, and returns its text, one space between the words."""
    go_on(program, SEND)
    program.tab_to('Save Letter as PDF…', Role.BUTTON)
    program.keys('space')
    path = person.home / 'To the center.pdf'
    choose_file(program, 'Save the Letter', 'Save', path)
    program.wait('the letter', lambda: path.exists() and path.stat().st_size)
    text = subprocess.run(['pdftotext', path, '-'], check=True, capture_output=True, encoding='utf-8').stdout
    return ' '.join(text.split())


def say_asked(program, person):
    """Nothing is called sent before the person says so. Returns the id of the appointment."""
    program.see(Role.HEADING, 'Did You Send It?')
    assert person.ask('SELECT state FROM appointment') == [('draft',)]
    program.press('Yes, I Have Asked')
    program.see_no(Role.DIALOG)
    (state, number), = person.ask('SELECT state, id FROM appointment')
    assert state == 'requested', state
    return number


def press_row(program, name):
    """A row of a page, wherever on it: the file chooser has kept the keyboard, but the wheel scrolls to it."""
    row = program.see(Role.LIST_ITEM, name)
    left, top, width, height = program.tree.windows[0].extents

    def is_in_window():
        y = row.extents[1]
        if top + MARGIN < y < top + height - MARGIN:
            return True
        program.mouse(left + width * 2 // 3, top + height // 2, 'b5c' if y > top + height // 2 else 'b4c')
        return False
    program.wait(f'{name} in the window', is_in_window)
    program.click(row)


def confirm(program, person, day):
    """Notes the day and the hour that the center has said. The file chooser has kept the keyboard."""
    press_row(program, 'Confirm…')
    dialog = program.see(Role.DIALOG, 'Confirm the Appointment')
    for name, text in ('Begins', '10:30'), ('Ends, If You Know It', '11:15'), ('Who Confirmed It', 'Ms. Rivera'):
        program.see(Role.TEXT, name, within=dialog).write(text)
    program.press('Save', within=dialog)
    program.see_no(Role.DIALOG)
    program.see(Role.LABEL, 'Confirmed')
    program.see(Role.LABEL, words='by Ms. Rivera')
    assert person.ask('SELECT state, begins, ends, zone FROM appointment') == \
        [('confirmed', f'{day}T10:30', f'{day}T11:15', str(ZONE))]


def remind_a_week_before(program, person):
    press_row(program, 'Remind Me…')
    dialog = program.see(Role.DIALOG, 'Reminders')
    program.click(program.see(name='1 week before', within=dialog))
    program.wait('the reminder', lambda: '10080' in person.ask('SELECT reminders FROM appointment')[0][0].split())
    program.click(program.see(Role.BUTTON, 'Close', within=dialog))
    program.see_no(Role.DIALOG)
    program.see(Role.LABEL, words='1 week before')


def read_with_icalendar(path):
    """The events of a file, in the words of print-events."""
    def moment(event, name):
        return f'{event[name].dt.astimezone(timezone.utc):%Y-%m-%dT%H:%M}'

    lines = []
    for event in icalendar.Calendar.from_ical(path.read_bytes()).walk('VEVENT'):
        alarms = sorted(-int(alarm['TRIGGER'].dt.total_seconds()) // 60 for alarm in event.walk('VALARM'))
        lines.append('|'.join([event['UID'], str(event.get('SEQUENCE', 0)), event['STATUS'],
                               moment(event, 'DTSTART'), moment(event, 'DTEND'), event['SUMMARY'],
                               event['LOCATION'], ' '.join(map(str, alarms))]))
    return lines


def export(program, person, number, day, kind):
    """Saves it for a calendar; two other programs read what was agreed."""
    press_row(program, 'Add to Calendar…')
    path = person.home / 'visit.ics'
    choose_file(program, 'Add to Calendar', 'Save', path)
    program.wait('the file', lambda: path.exists() and path.stat().st_size)

    begin, end = (datetime(day.year, day.month, day.day, *time, tzinfo=ZONE).astimezone(timezone.utc)
                  for time in ((10, 30), (11, 15)))
    (sequence, reminders), = person.ask('SELECT sequence, reminders FROM appointment')
    alarms = ' '.join(sorted(reminders.split(), key=int))
    (read,) = subprocess.run([os.environ['HC_PRINT_EVENTS'], path], check=True, capture_output=True,
                             encoding='utf-8').stdout.splitlines()
    uid, rest = read.split('|', 1)
    assert number in uid, read
    assert rest == f'{sequence}|CONFIRMED|{begin:%Y-%m-%dT%H:%M}|{end:%Y-%m-%dT%H:%M}|{kind}: {PLACE}|' \
        f'{PLACE} New York, NY|{alarms}', read
    if icalendar is None:
        print('# icalendar for python3 is not installed')
    else:
        assert read_with_icalendar(path) == [read], (read_with_icalendar(path), read)


def journey(person, button, title, kind, fields, words):
    """From the page of the center to the calendar. The words stand in the letter."""
    day = coming(1)
    with person.start(CENTER) as program:
        write_request(program, button, title, fields, day)
        text = save_letter(program, person)
        for part in (PLACE, in_words(day), *words, *fields.values()):
            assert part in text, f'{part} is not in {text}'
        number = say_asked(program, person)
        assert person.ask('SELECT center, email, wishes FROM appointment') == \
            [('memorial-sloan-kettering', 'desk@example.org', f'{day} 0-0')]

        assert person.run(f'health-center:appointment/{number}') == (0, '', '')
        program.see(Role.LABEL, 'Requested')
        confirm(program, person, day)
        remind_a_week_before(program, person)
        export(program, person, number, day, kind)
        assert program.quit(NO_NOTIFICATIONS) == 0


def visit_asked(person, articles):
    """a first visit is asked for by letter, confirmed, reminded of and put into a calendar"""
    journey(person, 'Request Appointment', 'Request an Appointment', 'First visit',
            {SUBJECT: 'Blood in the stool, and a polyp', 'How to Reach You': 'Jo Roe, 212-555-0100',
             'Interpreter for Which Language': 'Polish'},
            ('Request for an appointment', 'I would like to make an appointment for a first visit.',
             'An interpreter is needed for: Polish'))


def opinion_asked(person, articles):
    """a second opinion is asked for by letter, confirmed, reminded of and put into a calendar"""
    journey(person, 'Second Opinion', 'Request an Appointment', 'Second opinion',
            {SUBJECT: 'Is an operation right?', 'How to Reach You': 'Jo Roe, 212-555-0100'},
            ('Request for a second opinion', 'which records, pictures and tissue samples you need'))


def patient_referred(person, articles):
    """a patient is referred by letter; the visit is confirmed, reminded of and put into a calendar"""
    journey(person, 'Refer a Patient', 'Refer a Patient', 'Referral of a patient',
            {'Name of the Patient': 'Ada Ro', 'Born': '2 May 1960', 'Diagnosis and Stage': 'Colon cancer, stage III',
             'Question to Them': 'Is there a trial?', 'Who Refers': 'Dr. Kim',
             'How to Reach You': 'fax 212-555-0101'},
            ('Referral of a patient', 'I would like to refer a patient to you', 'Diagnosis: Colon cancer, stage III'))


def request_survives_kill(person, articles):
    """killed in the middle of a request, five times, it offers the draft with all that was shown as saved"""
    seed = random.randrange(1 << 32)
    print(f'# seed {seed}')
    chance = random.Random(seed)
    written = shown = ''

    for number in range(ROUNDS):
        with person.start('health-center:request') as program:
            program.see(Role.DIALOG, 'Request an Appointment')
            if number == 0:
                program.see(Role.TEXT, 'Name of the Clinic or Practice').write('City Clinic')
            else:
                program.see(Role.LABEL, 'There is a draft. First visit: City Clinic')
                program.press('Continue It')
                program.wait('the place of the draft', lambda: any(
                    field.text == 'City Clinic'
                    for field in program.find_all(Role.TEXT, 'Name of the Clinic or Practice')))
            for heading in WHEN, ABOUT:
                program.press('Next')
                program.see(Role.HEADING, heading)
            field = program.see(Role.TEXT, SUBJECT)
            assert field.text.startswith(shown) and written.startswith(field.text), (shown, field.text, written)
            written = shown = field.text
            state = program.see(words='Step 3 of 3')
            for edit in range(chance.randint(1, 6)):
                field.append(f'<{number}.{edit}> Ä ')
                written += f'<{number}.{edit}> Ä '
                if edit == 0 or chance.random() < 0.5:
                    program.wait('the draft to be saved', lambda: state.name_now == 'Step 3 of 3 · Draft Saved')
                    shown = written
            program.kill()

        (text,), = person.ask('SELECT reason FROM appointment')
        assert text.startswith(shown) and written.startswith(text), (shown, text, written)
    assert person.ask('PRAGMA integrity_check') == [('ok',)]
