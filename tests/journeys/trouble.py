# SPDX-License-Identifier: GPL-3.0-or-later
"""Journeys on which something is wrong, and those that begin at the command line."""

import sqlite3

from notes import EDITOR, write_new_note
from reading import title_of
from tree import Role

NOT_OPENED = 'The profile was not opened'
DAMAGED = b'This was a database once, and then the disk failed.\n' * 200


def version(person, articles):
    """--version prints the version without a window, and nonsense an error"""
    code, output, errors = person.run('--version')
    assert (code, errors) == (0, ''), (code, errors)
    assert output.startswith('Health Center '), output
    code, output, errors = person.run('--nonsense')
    assert code != 0 and '--nonsense' in errors, (code, errors)


def links(person, articles):
    """a link opens in the running window, and one that leads nowhere is said to"""
    first, second = articles[0], articles[-1]
    with person.start(first.link) as program:
        program.wait('the article', lambda: title_of(program) == first.title)
        assert person.run(second.link) == (0, '', '')
        program.wait('the other article', lambda: title_of(program) == second.title)
        assert len(program.tree.windows) == 1, program.tree.windows

        for link, words in [('health-center:nowhere', 'This link leads nowhere in Health Center'),
                            ('https://example.org/', 'This link leads nowhere in Health Center'),
                            ('health-center:article/no-such-article', 'There is no such article'),
                            ('health-center:note/no-such-note', 'There is no such note')]:
            assert person.run(link) == (0, '', '')
            program.see(Role.LABEL, words)
            assert title_of(program) == second.title
            program.press('Dismiss')
            program.see_no(Role.LABEL, words)

        # A link to a note opens the editor, on another page and in the same window.
        program.press('Write a Note')
        program.see(Role.TEXT, EDITOR).append('To be linked to')
        program.see(Role.LABEL, 'Saved')
        program.press('Done')
        program.see_no(Role.TEXT, EDITOR)
        (note,), = person.ask('SELECT id FROM note')
        assert person.run(f'health-center:note/{note}') == (0, '', '')
        assert program.see(Role.TEXT, EDITOR).text == 'To be linked to'
        assert len(program.tree.windows) == 1, program.tree.windows
        program.press('Done')
        program.see_no(Role.TEXT, EDITOR)
        assert person.run(second.link) == (0, '', '')

        assert person.run() == (0, '', '')
        program.keys('Alt+Page_Up')
        program.wait('the article before', lambda: title_of(program) == articles[-2].title)
        assert program.quit() == 0


def missing_library(person, articles):
    """without its library it says so, in words, and ends with an error"""
    with person.start(command=[person.installation.program, '--library', '/nonexistent/library.db']) as program:
        program.see(Role.FRAME, 'Health Center')
        program.see(Role.LABEL, 'The Articles Are Missing')
        program.see(Role.LABEL, words='Install the program again')
        program.press('Close')
        assert program.wait_end() == 1
        assert 'The library of Health Center cannot be read' in program.said, program.said
    assert not person.profile.exists()


def damaged_profile(person, articles):
    """a damaged profile is kept when the person starts afresh"""
    person.profile.parent.mkdir(mode=0o700)
    person.profile.write_bytes(DAMAGED)
    with person.start() as program:
        program.see(Role.ALERT, 'Your Notes Are Not Open')
        program.see(Role.LABEL, words='The file with your data is damaged.')
        program.see(Role.BUTTON, 'Not Now')
        alert = program.see(Role.ALERT)
        program.press('Try Again')
        program.wait('the alert again', lambda: program.find(Role.ALERT) not in (None, alert))
        program.press('Start Afresh')
        program.see(Role.LABEL, 'Started afresh; the old file was kept')
        program.click(program.see(Role.LIST_ITEM, 'Notes & Bookmarks'))
        write_new_note(program, 'A new beginning')
        assert program.quit(NOT_OPENED) == 0

    assert person.notes() == ['A new beginning']
    copies = [path for path in person.profile.parent.rglob('*') if path.is_file() and path.read_bytes() == DAMAGED]
    assert len(copies) == 1, copies


def newer_profile(person, articles):
    """a profile of a newer version is not touched"""
    with person.start('health-center:notes') as program:
        write_new_note(program, 'From the future')
        assert program.quit() == 0
    with sqlite3.connect(person.profile) as database:
        database.execute('PRAGMA journal_mode = DELETE')
        database.execute('PRAGMA user_version = 999')
    database.close()
    before = person.profile.read_bytes()

    with person.start() as program:
        program.see(Role.ALERT, 'Your Notes Are Not Open')
        program.see(Role.LABEL, words='newer version of Health Center')
        program.press('Not Now')
        program.see_no(Role.ALERT)
        program.see(words='Your notes and bookmarks could not be opened')
        program.click(program.see(Role.LIST_ITEM, 'Articles'))
        program.see(Role.LABEL, articles.topics[0])
        person.run('health-center:articles/all')
        program.click(program.see(Role.LIST_ITEM, articles[0].title))
        program.wait('the article', lambda: title_of(program) == articles[0].title)
        assert program.quit(NOT_OPENED) == 0
    assert person.profile.read_bytes() == before
    assert not list(person.profile.parent.glob('profile.db-*'))
