# SPDX-License-Identifier: GPL-3.0-or-later
"""Journeys of somebody who looks for something, with the keyboard alone, and of the shell that asks."""

import configparser
import os
import re
from pathlib import Path

from gi.repository import Gio, GLib

from desk import wait_for
from notes import EDITOR
from program import APPLICATION
from reading import pane_of, rows, title_of
from tree import Role

FIND = 'Find in Article'
SEARCH = 'Search Everything'
PROVIDER = 'org.gnome.Shell.SearchProvider2'


def focused(program, role, name):
    node = program.focus
    return node is not None and node.role == role and node.name == name


def plain_text(article):
    """What a reader sees of it: without the addresses of links and the names of sources."""
    return re.sub(r'\[\^[^]]*\]|\]\([^)]*\)|health-center:\S+', ' ', article.text)


def find_in_article(person, articles):
    """Ctrl+F finds in an article, and Escape leaves the reader there"""
    article = articles.get('understanding-your-stage')
    count = plain_text(article).lower().count('node')
    assert count > 5, count
    with person.start(article.link) as program:
        program.wait('the article', lambda: title_of(program) == article.title)
        program.keys('Control+f')
        program.wait('the entry to have the keyboard', lambda: focused(program, Role.ENTRY, FIND))
        program.keys('n', 'o', 'd', 'e')
        program.see(words=f'1 of {count}')
        for keys, number in [('Return', 2), ('Control+g', 3), ('Shift+Return', 2), ('Control+Shift+g', 1),
                             ('Shift+Return', count), ('Return', 1), ('Return', 2)]:
            program.keys(keys)
            program.see(words=f'{number} of {count}')
        top, height = pane_of(program).extents[1::2]

        program.keys('Escape')
        program.see_no(Role.ENTRY, FIND)
        assert title_of(program) == article.title
        found = [label for label in pane_of(program).find_all() if 'node' in label.name.lower() and
                 top - label.extents[3] < label.extents[1] < top + height]
        assert found, 'what was found is not in view'

        # Nothing to find is said, and a second Escape leaves the article.
        program.keys('Control+f')
        program.wait('the entry to have the keyboard', lambda: focused(program, Role.ENTRY, FIND))
        program.keys('q', 'q', 'q')
        program.see(words='No matches')
        program.keys('Escape')
        program.see_no(Role.ENTRY, FIND)
        program.keys('Escape')
        program.see(Role.ENTRY, 'Search Articles')
        assert program.quit() == 0


def search_everywhere(person, articles):
    """typing anywhere searches everything; arrows and Enter open what was found"""
    with person.start('health-center:notes') as program:
        program.see(Role.LABEL, 'No Notes Yet')
        assert person.run('health-center:search?q=tired') == (0, '', '')
        names = program.wait('what was found', lambda: rows(program, 'Search Results'))
        # A term of the glossary may have the same name and stands before the article.
        place = max(i for i, name in enumerate(names) if name in articles.titles)
        assert place > 0, names
        program.keys('Escape')
        program.see_no(Role.ENTRY, SEARCH)

        # No letter may be lost while the search comes up.
        program.keys('t', 'i', 'r', 'e', 'd')
        program.wait('the same again', lambda: rows(program, 'Search Results') == names)
        program.keys(*['Down'] * place, 'Return')
        program.wait('the article', lambda: title_of(program) == names[place])
        program.see_no(Role.ENTRY, SEARCH)

        program.keys('Control+k')
        program.wait('the entry to have the keyboard', lambda: focused(program, Role.ENTRY, SEARCH))
        program.keys('q', 'q', 'q', 'q')
        program.see(Role.LABEL, 'Nothing Found')
        program.keys('Escape')
        program.see_no(Role.ENTRY, SEARCH)
        assert title_of(program) == names[place]
        assert program.quit() == 0


def quit_with_note(person, articles):
    """Ctrl+Q in the middle of a word saves it and ends the program"""
    with person.start('health-center:notes') as program:
        program.see(Role.LABEL, 'No Notes Yet')
        program.press('New Note')
        program.wait('the note to have the keyboard', lambda: focused(program, Role.TEXT, EDITOR))
        program.keys('k', 'n', 'q', 'Control+q')
        assert program.wait_end() == 0
        assert program.said == '', program.said
    assert person.notes() == ['knq'], person.notes()


def describe_service(person):
    """Lets the bus start the installed program, in the home of the person; returns the object to ask."""
    share, desk = person.installation.share, person.desk
    ini = configparser.ConfigParser()
    ini.optionxform = str
    ini.read(share / f'gnome-shell/search-providers/{APPLICATION}-search-provider.ini')
    provider = ini['Shell Search Provider']
    assert provider['Version'] == '2'
    assert (share / 'applications' / provider['DesktopId']).exists()

    # The installed file names the place where the program believes to be.
    service = (share / f'dbus-1/services/{APPLICATION}.service').read_text(encoding='utf-8')
    assert re.search(r'^Exec=\S+/health-center --gapplication-service$', service, re.MULTILINE), service
    folder = Path(desk.env['XDG_RUNTIME_DIR']) / 'dbus-1/services'
    folder.mkdir(parents=True, exist_ok=True)
    command = ' '.join(str(part) for part in person.installation.command('--gapplication-service'))
    (folder / f'{APPLICATION}.service').write_text(re.sub(r'^Exec=.*$', f'Exec={command}', service,
                                                          flags=re.MULTILINE), encoding='utf-8')
    ask_bus(desk, 'UpdateActivationEnvironment', GLib.Variant('(a{ss})', (desk.env | person.env,)))
    ask_bus(desk, 'ReloadConfig')
    return provider['BusName'], provider['ObjectPath']


def ask_bus(desk, method, arguments=None):
    return desk.session.call_sync('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus', method,
                                  arguments, None, Gio.DBusCallFlags.NONE, 20000, None).unpack()


def shell_search(person, articles):
    """the search of the shell is answered without a window and without the profile, and opens one"""
    desk = person.desk
    name, path = describe_service(person)
    article = articles[1]

    def ask(method, types, *arguments):
        return desk.session.call_sync(name, path, PROVIDER, method, GLib.Variant(types, arguments), None,
                                      Gio.DBusCallFlags.NONE, 20000, None).unpack()

    def is_running():
        return ask_bus(desk, 'NameHasOwner', GLib.Variant('(s)', (name,)))[0]

    def pid():
        return ask_bus(desk, 'GetConnectionUnixProcessID', GLib.Variant('(s)', (name,)))[0]

    assert not is_running()
    ids, = ask('GetInitialResultSet', '(as)', article.title.split())
    first = pid()
    desk.adopt(first)
    assert ids[0] == article.link and len(ids) == len(set(ids)) <= 10, ids
    assert all(link.startswith('health-center:') for link in ids), ids
    assert ask('GetInitialResultSet', '(as)', ['qqqqxqqqq']) == ([],)
    assert ask('GetInitialResultSet', '(as)', []) == ([],)
    assert article.link in ask('GetSubsearchResultSet', '(asas)', ids, article.title.split()[:2])[0]

    # When the shell asks what it found was, the program may be another one that does not know.
    metas, = ask('GetResultMetas', '(as)', [article.link, 'health-center:article/none', 'nonsense'])
    assert len(metas) == 1, metas
    assert (metas[0]['id'], metas[0]['name']) == (article.link, article.title), metas
    assert metas[0]['description'] == article.fields['summary'] and 'icon' in metas[0], metas

    # It goes by itself, and has touched nothing.
    wait_for('the end of the program', lambda: not is_running())
    wait_for('the end of its process', lambda: not os.path.exists(f'/proc/{first}'))
    assert not person.profile.parent.exists()

    ask('ActivateResult', '(sasu)', article.link, ['x'], 0)
    assert pid() != first
    with person.attach(pid()) as program:
        program.wait('the article', lambda: title_of(program) == article.title)
        assert person.profile.exists()
        assert len(program.tree.windows) == 1
        ask('LaunchSearch', '(asu)', ['tired', '&'], 0)
        names = program.wait('what was found', lambda: rows(program, 'Search Results'))
        assert len(names) > 1, names
        assert len(program.tree.windows) == 1
        ask('ActivateResult', '(sasu)', 'https://example.org/', [], 0)
        program.see(Role.LABEL, 'This link leads nowhere in Health Center')
        program.activate('quit')
        program.wait_end()
