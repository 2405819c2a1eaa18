# SPDX-License-Identifier: GPL-3.0-or-later
"""A private desk to try the program at: display, session bus, accessibility bus and home.

Nothing of it is shared with the person's own session or with another test, and all of it is gone
when the desk is closed.
"""

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path

from gi.repository import Gio, GLib

# Long enough for a machine under load: a test that passes never waits for it.
PATIENCE = 30.0


class Impatience(Exception):
    """What was waited for did not come."""


def wait_for(what, condition, seconds=PATIENCE):
    """Asks again and again until the condition is true, and returns what it answered."""
    deadline = time.monotonic() + seconds
    context = GLib.MainContext.default()
    while True:
        answer = condition()
        if answer:
            return answer
        if time.monotonic() > deadline:
            raise Impatience(f'waited {seconds:.0f} s for {what}')
        tick = GLib.timeout_add(15, lambda: GLib.SOURCE_CONTINUE)
        context.iteration(True)
        GLib.source_remove(tick)


class Foreign:
    """A process of somebody else, with the part of subprocess.Popen that is needed of it."""

    def __init__(self, pid):
        self.pid = pid

    def poll(self):
        """Its exit code is for its parent; 0 says that it has ended."""
        return None if os.path.exists(f'/proc/{self.pid}') else 0

    returncode = property(poll)

    def send_signal(self, number):
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, number)

    def kill(self):
        self.send_signal(signal.SIGKILL)

    def wait(self):
        wait_for(f'the end of process {self.pid}', lambda: self.poll() is not None)
        return self.poll()


class Desk:
    """Use it in a with statement."""

    def __init__(self):
        self.folder = Path(tempfile.mkdtemp(prefix='hc-journeys-'))
        self.processes = []
        self.env = {}
        self.session = None
        self.accessibility = None

    def __enter__(self):
        try:
            self._start()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(self, *error):
        self.close()

    def _start(self):
        runtime = self.folder / 'run'
        runtime.mkdir(mode=0o700)
        self.env = {
            'PATH': os.environ['PATH'],
            'HOME': str(self.folder),
            'LC_ALL': 'C.UTF-8',
            'TZ': 'UTC',
            'XDG_RUNTIME_DIR': str(runtime),
            'XDG_DATA_DIRS': '/usr/local/share:/usr/share',
            'GDK_BACKEND': 'x11',
            'GDK_DEBUG': 'no-portals',
            'GIO_USE_VFS': 'local',
            'GSETTINGS_BACKEND': 'keyfile',
            'GSK_RENDERER': 'cairo',
            'GTK_A11Y': 'atspi',
        }
        self.env['DISPLAY'] = ':' + self._start_server('-displayfd', [
            'Xvfb', '-screen', '0', '1280x1024x24', '-noreset', '-nolisten', 'tcp'])
        address = self._start_server('--print-address', ['dbus-daemon', '--session', '--nofork'])
        self.env['DBUS_SESSION_BUS_ADDRESS'] = address
        self.session = self._connect(address)
        address, = self.session.call_sync('org.a11y.Bus', '/org/a11y/bus', 'org.a11y.Bus', 'GetAddress', None,
                                          GLib.VariantType('(s)'), Gio.DBusCallFlags.NONE, 20000, None)
        self.env['AT_SPI_BUS_ADDRESS'] = address
        self.accessibility = self._connect(address)

    def _start_server(self, option, command):
        """Starts it and returns the line that it writes when it is ready."""
        read_end, write_end = os.pipe()
        if option.startswith('--'):
            option = [f'{option}={write_end}']
        else:
            option = [option, str(write_end)]
        with open(read_end, encoding='utf-8') as pipe:
            self.run(command + option, pass_fds=[write_end], stdout=subprocess.DEVNULL,
                     stderr=subprocess.DEVNULL)
            os.close(write_end)
            line = pipe.readline().strip()
        if not line:
            raise RuntimeError(f'{command[0]} does not start')
        return line

    @staticmethod
    def _connect(address):
        flags = Gio.DBusConnectionFlags
        connection = Gio.DBusConnection.new_for_address_sync(
            address, flags.AUTHENTICATION_CLIENT | flags.MESSAGE_BUS_CONNECTION, None, None)
        connection.set_exit_on_close(False)
        return connection

    def run(self, command, env=None, **options):
        """Starts a process that does not outlive the desk."""
        process = subprocess.Popen(command, env=self.env | (env or {}), stdin=subprocess.DEVNULL,
                                   cwd=self.folder, **options)
        self.processes.append(process)
        return process

    def adopt(self, pid):
        """Makes a process that the bus has started one that does not outlive the desk."""
        process = Foreign(pid)
        self.processes.append(process)
        return process

    def make_home(self, name):
        """A home of its own for a journey: returns its folder and its environment."""
        home = self.folder / name
        env = {'HOME': str(home)}
        for key in 'data', 'config', 'cache', 'state':
            (home / key).mkdir(mode=0o700, parents=True)
            env[f'XDG_{key.upper()}_HOME'] = str(home / key)
        settings = home / 'config/gtk-4.0/settings.ini'
        settings.parent.mkdir()
        settings.write_text('[Settings]\ngtk-enable-animations=false\n', encoding='utf-8')
        return home, env

    def close(self):
        """Ends every process in the order in which they need one another, and removes the folder."""
        for connection in self.accessibility, self.session:
            if connection is not None:
                with contextlib.suppress(GLib.Error):
                    connection.close_sync(None)
        for process in reversed(self.processes):
            if process.poll() is None:
                process.kill()
            process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)
