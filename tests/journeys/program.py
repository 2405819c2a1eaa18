# SPDX-License-Identifier: GPL-3.0-or-later
"""The installed program, used as a person uses it: with eyes on the tree, a mouse and a keyboard."""

import contextlib
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

from gi.repository import Gio, GLib

from desk import Impatience, wait_for
from tree import Gone, Role, State, Tree, call

APPLICATION = 'io.github.health_center.HealthCenter'
OBJECT_PATH = '/io/github/health_center/HealthCenter'

# Codes of the keys on the keyboard of a virtual display.
KEYS = {'Escape': 9, '0': 19, 'Tab': 23, 'q': 24, 'w': 25, 'e': 26, 'r': 27, 't': 28, 'i': 31, 'o': 32, 'Return': 36,
        'Control': 37, 'a': 38, 'd': 40, 'f': 41, 'g': 42, 'k': 45, 'l': 46, 'Shift': 50, 'z': 52, 'n': 57, 'Alt': 64,
        'space': 65, 'Up': 111, 'Page_Up': 112, 'Left': 113, 'Down': 116, 'Page_Down': 117}

# Of the accessibility bus: a text that is typed, key by key.
KEY_STRING = 4


# GTK 4.18 tells a screen reader even of what changes on a page that is not in the window, and is
# surprised when the page is back in it. Nothing else comes of it.
QUIRKS = ['gtk_at_context_set_accessible_role: assertion \'!self->realized\' failed']


class Installation:
    """Where the program is installed."""

    def __init__(self, bin_folder, share, library):
        self.program = Path(bin_folder) / 'health-center'
        self.share = Path(share)
        self.library = library  # of an installation that is not where the program looks for it

    @classmethod
    def at(cls, prefix):
        return cls(Path(prefix) / 'bin', Path(prefix) / 'share', None)

    @classmethod
    def make(cls, build, folder, bin_folder, share):
        """Installs a build below the folder; the other two are where it believes to be."""
        subprocess.run(['meson', 'install', '-C', build, '--no-rebuild', '--quiet'], check=True,
                       env=os.environ | {'DESTDIR': str(folder)}, stdout=subprocess.DEVNULL)
        share = Path(f'{folder}{share}')
        subprocess.run(['glib-compile-schemas', share / 'glib-2.0/schemas'], check=True)
        return cls(f'{folder}{bin_folder}', share, share / 'health-center/library.db')

    def command(self, *arguments):
        library = ['--library', self.library] if self.library is not None else []
        return [self.program, *library, *arguments]


class Person:
    """A home with what the program keeps there, and the program started in it time and again."""

    def __init__(self, desk, installation, name):
        self.desk, self.installation = desk, installation
        self.home, self.env = desk.make_home(name)
        self.env['XDG_DATA_DIRS'] = f"{installation.share}:{desk.env['XDG_DATA_DIRS']}"
        self.profile = self.home / 'data/health-center/profile.db'
        self.settings = self.home / 'config/glib-2.0/settings/keyfile'
        self.settings.parent.mkdir(parents=True, exist_ok=True)
        # The screens of the first start have been seen.
        self.settings.write_text('[io/github/health_center/HealthCenter]\ngreeted=true\n', encoding='utf-8')

    def start(self, *arguments, command=None):
        return Program(self, command or self.installation.command(*arguments))

    def attach(self, pid):
        """The program that somebody else has started."""
        return Program(self, None, self.desk.adopt(pid))

    def run(self, *arguments):
        """Runs it to its end, beside one that may be open: returns its exit code and what it said."""
        process = self.desk.run(self.installation.command(*arguments), self.env, text=True,
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        try:
            output, errors = process.communicate(timeout=30)
        finally:
            process.kill()
        return process.returncode, output, errors

    def ask(self, sql, name='profile.db'):
        """Reads from a copy of the profile or of another database, so that a look changes nothing in the files."""
        with tempfile.TemporaryDirectory(dir=self.desk.folder) as folder:
            for file in self.profile.parent.glob(f'{name}*'):
                if not file.name.endswith('-shm'):
                    shutil.copy(file, folder)
            with sqlite3.connect(f'{folder}/{name}') as database:
                rows = database.execute(sql).fetchall()
            database.close()
        return rows

    def notes(self):
        """The texts of the notes on the disk, the oldest first."""
        return [text for text, in self.ask('SELECT text FROM note ORDER BY created')]


class Program:
    """A running program. Use it in a with statement: it is killed at the end if it has not ended."""

    def __init__(self, person, command, process=None):
        self.person, self.desk = person, person.desk
        self.log = tempfile.TemporaryFile(dir=self.desk.folder)
        self.process = process or self.desk.run(command, person.env, stdout=self.log, stderr=self.log,
                                                restore_signals=False)
        self.name = None  # on the accessibility bus

    def __enter__(self):
        try:
            self.wait('the program on the accessibility bus', self.is_seen)
            self.wait('a window', lambda: any(self.tree.walk()))
        except BaseException:
            self.kill()
            raise
        return self

    def __exit__(self, *error):
        if error[0] is not None and self.process.poll() is None and 'HC_JOURNEY_DUMP' in os.environ:
            print(self.tree.dump(), file=sys.stderr)
        if self.process.poll() is None:
            self.kill()
        self.log.close()

    # How it ends

    @property
    def said(self):
        """What it has written to the terminal, but for what the toolkit complains of itself."""
        self.log.seek(0)
        lines = self.log.read().decode(errors='replace').splitlines()
        return '\n'.join(line for line in lines if line and not any(quirk in line for quirk in QUIRKS))

    def kill(self):
        """Kills it without a warning."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def quit(self, complaint=None):
        """Ends it as Ctrl+Q does; returns the exit code. It has said nothing but the complaint, if any."""
        self.activate('quit')
        code = self.wait_end()
        said = [line for line in self.said.splitlines() if complaint is None or complaint not in line]
        assert not said, said
        return code

    def wait_end(self):
        wait_for('the end of the program', lambda: self.process.poll() is not None)
        return self.process.returncode

    def wait(self, what, condition):
        """Waits for a condition, no longer than the program runs."""
        def ask():
            if self.process.poll() is not None:
                raise Impatience(f'the program ended with {self.process.returncode} before {what}\n{self.said}')
            try:
                return condition()
            except Gone:
                return None
        return wait_for(what, ask)

    # What there is to see

    def is_seen(self):
        """Whether it is on the accessibility bus."""
        self.name = self._find_name()
        return self.name is not None

    def _find_name(self):
        bus = self.desk.accessibility
        programs, = call(bus, 'org.a11y.atspi.Registry', '/org/a11y/atspi/accessible/root',
                         'org.a11y.atspi.Accessible', 'GetChildren')
        for name, _ in programs:
            pid, = call(bus, 'org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus',
                        'GetConnectionUnixProcessID', GLib.Variant('(s)', (name,)))
            if pid == self.process.pid:
                return name
        return None

    @property
    def tree(self):
        """What is shown now."""
        return Tree(self.desk.accessibility, self.name)

    def find_all(self, role=None, name=None, words=None, within=None):
        """The nodes like that, or those of them within another, that are shown now."""
        tree = self.tree
        if within is None:
            return list(tree.find_all(role, name, words))
        place = tree.nodes.get(within.path)
        return list(place.find_all(role, name, words)) if place is not None else []

    def find(self, role=None, name=None, words=None, within=None):
        """The first node like that that is shown now, or None."""
        return next(iter(self.find_all(role, name, words, within)), None)

    def see(self, role=None, name=None, words=None, within=None):
        """Waits for a node like that, and returns it."""
        return self.wait(describe(role, name, words), lambda: self.find(role, name, words, within))

    def see_no(self, role=None, name=None, words=None, within=None):
        """Waits until there is no such node."""
        self.wait('no ' + describe(role, name, words), lambda: not self.find(role, name, words, within))

    @property
    def focus(self):
        """The node that has the keyboard, or None."""
        # Tab is pressed often, and the whole tree is long.
        return Tree.find_focus(self.desk.accessibility, self.name) or \
            next((node for node in self.tree.walk() if node.has(State.FOCUSED)), None)

    def see_focus(self, name=None, role=None):
        """Waits until a node like that has the keyboard, and returns it."""
        def ask():
            focus = self.focus
            return focus if focus is not None and focus.matches(role, name) else None
        return self.wait(f'the keyboard in a {describe(role, name, None)}', ask)

    # What a person can do

    def activate(self, action):
        """Activates an action of the application, as the shell does for it."""
        self.desk.session.call_sync(APPLICATION, OBJECT_PATH, 'org.gtk.Actions', 'Activate',
                                    GLib.Variant('(sava{sv})', (action, [], {})), None,
                                    Gio.DBusCallFlags.NONE, 20000, None)

    def press(self, name, within=None):
        """Presses a button through the accessibility bus."""
        self.see(Role.BUTTON, name, within=within).press()

    def click(self, node, button=1):
        """Clicks into the middle of a node, once it stands still within the window."""
        places = [None]

        def settled():
            places.append(tuple(node.extents))
            return places[-1] == places[-2] and places[-1][2] > 0
        self.wait(f'{node} to stand still', settled)
        x, y, width, height = places[-1]
        self.mouse(x + width // 2, y + height // 2, f'b{button}c')

    def mouse(self, x, y, event):
        """Moves the pointer to a place in the window and does something there: b1c is a click."""
        # The window is at the top left of the display, with a border around what counts as the window.
        left, top, _, _ = self.tree.windows[0].extents
        for kind in 'abs', event:
            self._generate('GenerateMouseEvent', GLib.Variant('(iis)', (x - left, y - top, kind)))

    def keys(self, *chords):
        """Presses keys, as in keys('Tab', 'Alt+Left')."""
        for chord in chords:
            codes = [KEYS[key] for key in chord.split('+')]
            for code in codes:
                self._generate('GenerateKeyboardEvent', GLib.Variant('(isu)', (code, '', 0)))
            for code in reversed(codes):
                self._generate('GenerateKeyboardEvent', GLib.Variant('(isu)', (code, '', 1)))

    def type(self, text):
        """Types a text into what has the keyboard, in the place of what is written there."""
        field = self.see_focus()
        self.keys('Control+a')
        self._generate('GenerateKeyboardEvent', GLib.Variant('(isu)', (0, text, KEY_STRING)))
        self.wait(f'“{text}” in {field}', lambda: field.text == text)

    def tab_to(self, name, role=None):
        """Presses Tab until something has the keyboard, and returns it."""
        seen = []
        for _ in range(90):
            before = self.see_focus()
            if before.matches(role, name):
                return before
            seen.append(before)
            self.keys('Tab')
            # A paragraph with several links keeps the keyboard while Tab goes through these.
            with contextlib.suppress(Impatience):
                wait_for('the keyboard to move on', lambda was=before: self._is_elsewhere(was), 1)
        raise AssertionError(f'Tab does not lead to {describe(role, name, None)}, but to {seen}')

    def _is_elsewhere(self, before):
        try:
            return self.focus not in (None, before)
        except Gone:
            return False

    def _generate(self, method, arguments):
        call(self.desk.accessibility, 'org.a11y.atspi.Registry', '/org/a11y/atspi/registry/deviceeventcontroller',
             'org.a11y.atspi.DeviceEventController', method, arguments)


def describe(role, name, words):
    parts = [role.value_nick if role is not None else 'node']
    if name is not None:
        parts.append(f'"{name}"')
    if words is not None:
        parts.append(f'with "{words}"')
    return ' '.join(parts)
