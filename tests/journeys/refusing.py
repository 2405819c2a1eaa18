# SPDX-License-Identifier: GPL-3.0-or-later
"""Journeys on which something is entered or brought in that cannot be right."""

import hashlib
import json
import sqlite3
import zipfile

from assistant import (KIND, NO_NOTIFICATIONS, REASON, REVIEW, SCHEDULE, STOCK, begin, choose_by_hand, choose_days,
                       choose_file, finish, go_on, press)
from family import open_backups, tables
from notes import write_new_note
from reading import rows
from tree import Role, State

LONG = 'Long ' * 2000
TOO_LONG = 'This is too long: 200 letters at most.'
UNCLEAR = 'It is not clear whether this is a thousand. Write the number without a dot or comma.'
NO_SUCH_DAY = 'There is no such day. Write it like 20 November 2026.'
MARKUP = '<b>Drops</b> & "more" <a href="file:///">here</a> _x'

DAMAGED = 'This backup is damaged. Copy the file again from where it came from, or choose an older one.'
NO_BACKUP = 'This is not a backup of Health Center. Choose a file whose name ends in “.hcbackup”.'
NEWER = 'This backup was made by a newer version of Health Center. Update the program, then try again.'
MORE_IN_IT = 'There is more in this file than a backup of Health Center has. It was not opened.'


def fault_of(program, field):
    """What is said to be wrong in a field, or None."""
    tree = program.tree
    node = next(tree.find_all(Role.TEXT, field), None)
    label = tree.nodes.get(node.error_path) if node is not None and node.has(State.INVALID_ENTRY) else None
    return label.name if label is not None and label.has(State.SHOWING) else None


def refuse(program, screen, field, *pairs):
    """Tries texts in a field: what is wrong is said at the field, the text stays, and so does the screen."""
    for text, words in pairs:
        program.see(Role.TEXT, field).write(text)
        program.keys('Control+Return')
        program.wait(f'“{words}” at {field} with {text[:20]}',
                     lambda expected=words: fault_of(program, field) == expected)
        assert program.see(Role.TEXT, field).text == text
        assert program.find(Role.HEADING, screen) is not None


def correct(program, field, text):
    program.see(Role.TEXT, field).write(text)


def refuse_schedule(program):
    program.keys('Control+Return')
    program.see(Role.LABEL, 'Add at least one time of the day.')
    press(program, 'Morning, 08:00')
    program.see_focus('Time')
    refuse(program, SCHEDULE, 'Time', ('25:00', 'A time must be between 00:00 and 23:59.'),
           ('soon', 'This is no time. Write it like 8:30.'))
    correct(program, 'Time', '8:00')
    refuse(program, SCHEDULE, 'How Much', ('0', 'The amount must be more than zero.'),
           ('-1', 'The amount must be more than zero.'), ('1e9', 'The amount is too large.'),
           ('1,000', UNCLEAR), ('many', 'Write a number, such as 2 or ½.'))
    correct(program, 'How Much', '2')
    refuse(program, SCHEDULE, 'First Day', ('31 February 2026', NO_SUCH_DAY), ('2026-02-30', NO_SUCH_DAY),
           ('', 'Write a day, such as 20 November 2026.'))
    correct(program, 'First Day', '2026-11-24')

    press(program, 'There is a last day')
    refuse(program, SCHEDULE, 'Last Day', ('2026-11-23', 'The last day is before the first day.'),
           ('29 February 2027', NO_SUCH_DAY))
    correct(program, 'Last Day', '2026-11-29')

    # From a Tuesday to the Sunday after it there is no Monday.
    choose_days(program, 2)
    program.see(Role.TOGGLE_BUTTON, 'Monday').press()
    program.see(Role.LABEL, 'There is no day on which a dose is due.')
    program.keys('Control+Return')
    program.see(Role.HEADING, SCHEDULE)
    correct(program, 'Last Day', '2026-11-30')
    program.see(Role.LABEL, '2 doses at 08:00 on Monday, from 24 November 2026 to 30 November 2026')


def wrong_input(person, articles):
    """what cannot be is said at its field and not saved, nothing is lost, and markup is a name like any other"""
    with person.start('health-center:medicines') as program:
        begin(program)
        choose_by_hand(program, MARKUP)
        refuse(program, KIND, 'Name', ('', 'A medicine needs a name.'), (LONG, TOO_LONG))
        correct(program, 'Name', MARKUP)
        refuse(program, KIND, 'Strength, If You Know It', (LONG, TOO_LONG))
        correct(program, 'Strength, If You Know It', '')
        go_on(program, REASON, 'What It Is For, If You Like')
        program.see(Role.LABEL, MARKUP)
        refuse(program, REASON, 'What It Is For, If You Like', (LONG, TOO_LONG))
        correct(program, 'What It Is For, If You Like', '<i>Pain</i>')
        go_on(program, SCHEDULE, 'At times of the day')
        refuse_schedule(program)
        go_on(program, STOCK, 'How Many Are There Now')
        refuse(program, STOCK, 'How Many Are There Now', ('-1', 'It cannot be less than nothing.'),
               ('1e9', 'This is too much to be right.'))
        correct(program, 'How Many Are There Now', '30')
        assert person.ask('SELECT count (*) FROM medicine') == [(0,)]

        go_on(program, REVIEW)
        for role, words in ((Role.HEADING, MARKUP), (Role.LABEL, '<i>Pain</i>'), (Role.LABEL, '30 doses'),
                            (Role.LABEL, '2 doses at 08:00 on Monday, from 24 November 2026 to 30 November 2026')):
            program.see(role, words)
        finish(program)
        program.wait('the medicine', lambda: rows(program, 'My Medicines') == [MARKUP])
        assert person.ask('SELECT name, reason, stock FROM medicine') == [(MARKUP, '<i>Pain</i>', 30)]
        assert program.quit(NO_NOTIFICATIONS) == 0


def write_again(path, manifest, database):
    """A backup of other parts, well made as an archive."""
    with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as archive:
        archive.writestr('manifest.json', json.dumps(manifest))
        archive.writestr('profile.db', database)
    return path


def run_in(folder, database, sql):
    """The database after something was done in it."""
    path = folder / 'other.db'
    path.write_bytes(database)
    with sqlite3.connect(path) as other:
        other.execute(sql)
    other.close()
    return path.read_bytes()


def make_wrong_backups(folder, backup):
    """Files that are no backups, or not any more: yields the path of each and what is to be said of it."""
    content = backup.read_bytes()
    with zipfile.ZipFile(backup) as archive:
        manifest, database = json.loads(archive.read('manifest.json')), archive.read('profile.db')

    def path(name):
        return folder / f'{name}.hcbackup'

    def manifest_with(**parts):
        return manifest | {'database': manifest['database'] | parts}

    path('cut').write_bytes(content[:len(content) // 2])
    yield path('cut'), DAMAGED
    middle = len(content) // 2
    path('altered').write_bytes(content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1:])
    yield path('altered'), DAMAGED
    other = run_in(folder, database, "UPDATE note SET text = 'Something else'")
    yield write_again(path('other'), manifest, other), DAMAGED
    yield write_again(path('swollen'), manifest, database + bytes(64 << 20)), DAMAGED
    yield write_again(path('newer'), manifest_with(schema=999), database), NEWER
    armed = run_in(folder, database, 'CREATE TRIGGER bomb AFTER UPDATE ON note BEGIN DELETE FROM note; END')
    yield write_again(path('armed'), manifest_with(length=len(armed), sha256=hashlib.sha256(armed).hexdigest()),
                      armed), DAMAGED
    with zipfile.ZipFile(write_again(path('stuffed'), manifest, database), 'a') as archive:
        archive.writestr('program', 'anything')
    yield path('stuffed'), MORE_IN_IT
    path('foreign').write_text('Dear diary', encoding='utf-8')
    yield path('foreign'), NO_BACKUP


def wrong_backups(person, articles):
    """a backup that is cut, altered, newer, swollen or none at all is refused with words, and nothing is changed"""
    backup = person.home / 'Good.hcbackup'
    with person.start('health-center:notes') as program:
        write_new_note(program, 'Before the flood')
        open_backups(program, person, 'Back Up')
        program.press('Save Backup…')
        choose_file(program, 'Save Backup', 'Save', backup)
        program.see(Role.LABEL, 'Backup Saved')
        program.press('Done')
        program.see_no(Role.DIALOG)
        write_new_note(program, 'After the flood')
        before = tables(person)

        open_backups(program, person, 'Bring In a Backup')
        for path, words in make_wrong_backups(person.home, backup):
            program.press('Choose a File…')
            choose_file(program, 'Choose a Backup', 'Look Inside', path)
            program.see(Role.LABEL, 'Nothing Was Changed')
            program.see(Role.LABEL, words)
            assert tables(person) == before, path
            program.press('Back', within=program.see(Role.DIALOG))
            program.click(program.see(Role.LIST_ITEM, 'Bring In a Backup'))
        assert person.notes() == ['Before the flood', 'After the flood']
        assert program.quit() == 0
    assert tables(person) == before
