#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures the budgets of the program beside a bare window of the same toolkit, in one run.

Run it with a display and a session bus of its own and a release build: `./dev bench` does that. It
asserts nothing: a machine under load is slow, and only the comparison with the reference means
something. The exit status is 1 only where something could not be measured.
"""

import argparse
import contextlib
import json
import os
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import uuid
from pathlib import Path

import references

WARM_UPS = 2
SETTLE_SECONDS = 2
N_NOTES = 30
PATIENCE = 60
SEARCH_PATIENCE = 600
HISTORY = Path(__file__).with_name('history.sql')


class Program:
    """One of the two programs, with a home of its own."""

    def __init__(self, command, home, data_dirs):
        self.command = [str(part) for part in command]
        self.home = home
        (home / 'run').mkdir(mode=0o700, parents=True)
        keep = ('DISPLAY', 'XAUTHORITY', 'DBUS_SESSION_BUS_ADDRESS', 'PATH')
        self.env = {name: os.environ[name] for name in keep if name in os.environ} | {
            'HOME': str(home),
            'XDG_DATA_HOME': str(home / 'data'),
            'XDG_CONFIG_HOME': str(home / 'config'),
            'XDG_CACHE_HOME': str(home / 'cache'),
            'XDG_RUNTIME_DIR': str(home / 'run'),
            'XDG_DATA_DIRS': data_dirs,
            'GDK_BACKEND': 'x11',
            'GDK_DEBUG': 'no-portals',
            'GIO_USE_VFS': 'local',
            'GSETTINGS_BACKEND': 'keyfile',
            'GSK_RENDERER': 'cairo',
            'LC_ALL': 'C.UTF-8',
            'TZ': 'UTC',
        }

    @contextlib.contextmanager
    def running(self):
        process = subprocess.Popen(self.command, env=self.env, stdin=subprocess.DEVNULL,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            yield process
        finally:
            process.terminate()
            process.wait()

    def time_start(self):
        """Seconds from nothing to the first mapped window, and until the process has ended."""
        begin = time.perf_counter()
        process = subprocess.Popen([*self.command, '--exit-after-startup'], env=self.env, stdin=subprocess.DEVNULL,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        # wait() with a time limit looks only every 50 ms.
        watchdog = threading.Timer(PATIENCE, process.kill)
        watchdog.start()
        code = process.wait()
        seconds = time.perf_counter() - begin
        watchdog.cancel()
        if code != 0:
            raise RuntimeError(f'{self.command[0]} ended with {code}')
        return seconds

    def memory(self):
        """Bytes that it has for itself and its part of what it shares, a while after the start."""
        with self.running() as process:
            time.sleep(SETTLE_SECONDS)
            for line in Path(f'/proc/{process.pid}/smaps_rollup').read_text(encoding='ascii').splitlines():
                if line.startswith('Pss:'):
                    return int(line.split()[1]) * 1024
        raise RuntimeError('there is no PSS in smaps_rollup')


def waits(pid):
    """How often each thread has waited for something until now."""
    counts = {}
    for task in Path(f'/proc/{pid}/task').iterdir():
        with contextlib.suppress(FileNotFoundError, ProcessLookupError):
            for line in (task / 'status').read_text(encoding='utf-8', errors='replace').splitlines():
                if line.startswith('voluntary_ctxt_switches:'):
                    counts[int(task.name)] = int(line.split()[1])
    return counts


def idle(programs, seconds):
    """The wake-ups of each program while nothing happens: of its first thread and of all others."""
    with contextlib.ExitStack() as stack:
        pids = [stack.enter_context(program.running()).pid for program in programs]
        time.sleep(5)  # the window is drawn, the profile is open
        before = [waits(pid) for pid in pids]
        time.sleep(seconds)
        after = [waits(pid) for pid in pids]
    found = []
    for pid, was, now in zip(pids, before, after):
        more = {thread: count - was.get(thread, 0) for thread, count in now.items()}
        found.append((more.pop(pid), sum(more.values())))
    return found


def fill_profile(program):
    """Starts it once, so that its profile is there, and puts some notes and a long history into it."""
    profile = Path(program.env['XDG_DATA_HOME'], 'health-center/profile.db')
    with program.running():
        deadline = time.monotonic() + PATIENCE
        while True:
            with contextlib.suppress(sqlite3.Error):
                with contextlib.closing(sqlite3.connect(f'file:{profile}?mode=ro', uri=True)) as database:
                    database.execute('SELECT count (*) FROM note')
                    break
            if time.monotonic() > deadline:
                raise RuntimeError('the program makes no profile')
            time.sleep(0.1)
    with contextlib.closing(sqlite3.connect(profile)) as database, database:
        for number in range(N_NOTES):
            when = f'2026-11-20T12:{number:02}:00.000000Z'
            text = f'Note {number}: ' + 'ask about it on Thursday. ' * 5
            database.execute('INSERT INTO note (id, text, created, modified) VALUES (?, ?, ?, ?)',
                             (str(uuid.uuid4()), text, when, when))
        database.executescript(HISTORY.read_text(encoding='utf-8'))
    return profile


def alternate(programs, measure, runs, warm_ups=0):
    """The median of each program, measured in turn so that both see the same machine."""
    values = [[] for _ in programs]
    for run in range(warm_ups + runs):
        for own, program in zip(values, programs):
            value = measure(program)
            if run >= warm_ups:
                own.append(value)
    return [statistics.median(own) for own in values]


def measure_inside(build, program, library, runs):
    """What bench-library measures: the median of its runs for each name."""
    values = {}
    for run in range(runs):
        folder = program.home / f'inside-{run}'
        output = subprocess.run([build / 'tests/bench/bench-library', library, folder], env=program.env,
                                check=True, timeout=PATIENCE, stdin=subprocess.DEVNULL,
                                stdout=subprocess.PIPE, text=True).stdout
        for line in output.splitlines():
            name, value = line.split()[:2]
            values.setdefault(name, []).append(value)
    return {name: own[0] if name == 'open-link' else statistics.median(map(float, own))
            for name, own in values.items()}


def measure(program, build, *arguments, env=None):
    """What one of the programs measures, by name; it may leave in a folder what others measure with."""
    output = subprocess.run([build / 'tests/bench' / program, *arguments], check=True, env=env,
                            timeout=SEARCH_PATIENCE, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                            text=True).stdout
    lines = (line.split() for line in output.splitlines())
    return {name: float(value) for name, value, *unit in lines if unit}


class Table:
    HEAD = ('what', 'ours', 'reference', 'compared', 'budget', '')

    def __init__(self):
        self.rows = []

    def add(self, what, ours, reference, compared, budget, is_ok):
        self.rows.append((what, ours, reference, compared, budget, 'ok' if is_ok else 'OVER'))

    def add_times(self, what, ours, reference, budget=None):
        """Two medians in milliseconds; the budget is how many times the reference at most."""
        self.add(what, f'{ours:.2f} ms', f'{reference:.2f} ms', f'{ours / reference:.2f} times',
                 f'at most {budget} times' if budget else '-', not budget or ours <= budget * reference)

    def print(self):
        widths = [max(len(row[column]) for row in [self.HEAD, *self.rows]) for column in range(len(self.HEAD))]
        for row in [self.HEAD, *self.rows]:
            cells = [cell.ljust(width) if column in (0, 5) else cell.rjust(width)
                     for column, (cell, width) in enumerate(zip(row, widths))]
            print('  '.join(cells).rstrip())


def bench_search(options, library, folder, table):
    """The search over more than is shipped, beside other engines with the same documents and keystrokes."""
    folder.mkdir()
    ours = measure('bench-search', options.build, library, folder)
    for name, what, limit in (('library', 'the library', 50), ('library-100', 'the library 100 times', 50),
                              ('documents', '13,000 documents', 20)):
        plain, _ = references.measure_fts5(folder, name, limit)
        table.add_times(f'search, {what}, beside plain FTS5', ours[f'{name}-median'], plain)
    found = references.measure_xapian(folder, 'documents', 20)
    if found:
        table.add_times('search, 13,000 documents, beside Xapian', ours['documents-median'], found[0], 1)
    return ('Searches count with all that a row shows, an excerpt among it; the other engines give titles only.'
            + ('' if found else ' Xapian is not installed (python3-xapian): nothing was measured beside it.'))


def bench_labels(options, library, folder, table):
    """Imported labels: the search, an import beside another parser of the same files, the check of medicines."""
    folder.mkdir()
    ours = measure('bench-labels', options.build, library, folder)
    files = sorted(folder.glob('files/*.xml'))
    seconds = []
    for _ in range(5):
        begin = time.perf_counter()
        subprocess.run(['xmllint', '--stream', '--noout', *files], check=True, timeout=PATIENCE)
        seconds.append(time.perf_counter() - begin)
    table.add_times(f'importing {len(files)} label files, beside xmllint --stream', ours['import'],
                    min(seconds) * 1000, 2)
    table.add('... memory beyond that before', f'{ours["import-memory"]:.1f} MiB', '-', '-', '-', True)
    table.add('search, 250,000 labels, median', f'{ours["labels-median"]:.2f} ms', '-', '-', '-', True)
    for name, what, budget in (('labels-worst', 'search, 250,000 labels, worst', 16),
                               ('pills-median', 'identifying one of 250,000 pills, median', None),
                               ('check-median', 'interaction check of 30 medicines, median', 1)):
        value = ours[name]
        table.add(what, f'{value:.2f} ms', '-', '-', f'under {budget} ms' if budget else '-',
                  not budget or value < budget)


def bench_trials(options, folder, table):
    """100,000 trials: the search, and comparing all of them with a person beside reading them with plain SQLite."""
    folder.mkdir()
    ours = measure('bench-trials', options.build, folder)
    table.add('search, 100,000 trials, median', f'{ours["trials-median"]:.2f} ms', '-', '-', '-', True)
    table.add('search, 100,000 trials, worst', f'{ours["trials-worst"]:.2f} ms', '-', '-', 'under 16 ms',
              ours['trials-worst'] < 16)
    with contextlib.closing(sqlite3.connect(folder / 'trials.db')) as database:
        seconds = []
        for _ in range(3):
            begin = time.perf_counter()
            for _row in database.execute('SELECT * FROM trial ORDER BY id'):
                pass
            seconds.append(time.perf_counter() - begin)
    table.add_times('matching 100,000 trials, in its thread, beside reading them', ours['match'], min(seconds) * 1000)
    files = sorted(folder.glob('*.json'))
    seconds = []
    for _ in range(3):
        begin = time.perf_counter()
        for file in files:
            with open(file, encoding='utf-8') as stream:
                json.load(stream)
        seconds.append(time.perf_counter() - begin)
    table.add_times('importing 5,000 trials, beside Python reading the JSON', ours['import'], min(seconds) * 1000)
    table.add('... memory beyond that before', f'{ours["import-memory"]:.1f} MiB', '-', '-', '-', True)


def copy_profile(profile, folder):
    """The profile in a folder of its own."""
    folder.mkdir(mode=0o700)
    with contextlib.closing(sqlite3.connect(profile)) as source, \
            contextlib.closing(sqlite3.connect(folder / profile.name)) as target:
        source.backup(target)


def bench_profile(options, profile, folder, table):
    """A history of ten years: opening it and reading a month, beside plain SQLite with the same file."""
    copy_profile(profile, folder)
    ours = measure('bench-profile', options.build, folder)
    table.add_times('opening a profile of ten years, in its thread', ours['open'], ours['open-plain'])
    table.add('... the first time of a day, with a copy', f'{ours["open-first"]:.0f} ms', '-', '-', '-', True)
    table.add('... memory more than before', f'{ours["open-memory"]:.1f} MiB', '-', '-', 'at most 20 MiB',
              ours['open-memory'] <= 20)
    table.add_times('the doses of a month of it', ours['doses'], ours['doses-plain'])
    table.add_times('the diary of a month of it', ours['diary'], ours['diary-plain'])


def bench_history(options, program, library, profile, folder, table):
    """The pages that show ten years, beside a list of GTK with as many rows of three labels each."""
    copy_profile(profile, folder)
    ours = measure('bench-history', options.build, library, folder, env=program.env)
    for name, what in ('diary', 'the diary with 20,000 entries'), ('medicine', 'a medicine of ten years'):
        table.add(f'opening {what}, until it is painted', f'{ours[f"{name}-open"]:.0f} ms',
                  f'{ours["texts-open"]:.0f} ms', '-', '-', True)
        table.add_times('... the longest that the window waits', ours[f'{name}-open-longest'],
                        ours['texts-open-longest'], 2)
        table.add('... memory more than before', f'{ours[f"{name}-memory"]:.1f} MiB',
                  f'{ours["texts-memory"]:.1f} MiB', '-', 'at most 20 MiB', ours[f'{name}-memory'] <= 20)
        table.add_times('... scrolling, work for a frame, median', ours[f'{name}-frame'], ours['texts-frame'])
        slow, late = ours[f'{name}-frame-slow'], ours[f'{name}-late']
        table.add('... the slowest of 100', f'{slow:.1f} ms', f'{ours["texts-frame-slow"]:.1f} ms',
                  f'{slow * 60 / 1000:.2f} frames', 'under 1 frame', slow < 1000 / 60)
        table.add('... late ones of 240', f'{late:.0f}', f'{ours["texts-late"]:.0f}', f'{late - ours["texts-late"]:+.0f}',
                  'at most 2 more', late <= ours['texts-late'] + 2)


def bench(options, folder):
    data_dirs = f'{options.prefix}/share:/usr/local/share:/usr/share'
    library = options.prefix / 'share/health-center/library.db'
    ours = Program([options.prefix / 'bin/health-center'], folder / 'ours', data_dirs)
    bare = Program([options.build / 'tests/bench/bare-window'], folder / 'bare', data_dirs)
    table = Table()
    profile = fill_profile(ours)

    mine, theirs = alternate([ours, bare], Program.time_start, options.runs, WARM_UPS)
    table.add('start to first mapped window', f'{mine * 1000:.0f} ms', f'{theirs * 1000:.0f} ms',
              f'{mine / theirs:.2f} times', 'at most 1.3 times', mine / theirs <= 1.3)

    mine, theirs = alternate([ours, bare], Program.memory, max(3, options.runs // 4))
    more = (mine - theirs) / 2**20
    table.add(f'memory (PSS) after {SETTLE_SECONDS} s', f'{mine / 2**20:.1f} MiB', f'{theirs / 2**20:.1f} MiB',
              f'{more:+.1f} MiB', 'at most 20 MiB more', more <= 20)

    inside = measure_inside(options.build, ours, library, max(3, options.runs // 2))
    table.add('search as you type, median', f'{inside["search-median"]:.2f} ms', '-', '-', 'under 2 ms',
              inside['search-median'] < 2)
    table.add('search as you type, worst', f'{inside["search-worst"]:.2f} ms', '-', '-', 'under 8 ms',
              inside['search-worst'] < 8)
    search_words = bench_search(options, library, folder / 'search', table)
    bench_labels(options, library, folder / 'labels', table)
    bench_trials(options, folder / 'trials', table)
    bench_profile(options, profile, folder / 'profile', table)
    bench_history(options, ours, library, profile, folder / 'history', table)
    for name, what in ('open-first', 'opening the longest article, first time'), ('open-again', '... again'):
        table.add(what, f'{inside[name]:.1f} ms', '-', f'{inside[name] / (1000 / 60):.1f} frames',
                  'under 2 frames', inside[name] < 2000 / 60)

    (mine, my_others), (theirs, their_others) = idle([ours, bare], options.idle)
    table.add(f'wake-ups in {options.idle:.0f} s, main thread', str(mine), str(theirs), '-', 'none', mine == 0)
    table.add('... all other threads', str(my_others), str(their_others), '-', 'none', my_others == 0)

    table.print()
    print(f'\nMedian of {options.runs} after {WARM_UPS} warm-ups, in turn with a bare AdwApplicationWindow; '
          f'{inside["search-keystrokes"]:.0f} keystrokes; longest article: {inside["open-link"]}.')
    print(search_words)
    if options.idle < 60:
        print(f'The budget of wake-ups is for 60 s; {options.idle:.0f} s were watched (--idle 60 for all).')


def main():
    parser = argparse.ArgumentParser(description='Measures the budgets of the program.')
    parser.add_argument('--build', type=Path, required=True, help='the build folder')
    parser.add_argument('--prefix', type=Path, required=True, help='where that build is installed')
    parser.add_argument('--runs', type=int, default=11, help='how often each start is measured')
    parser.add_argument('--idle', type=float, default=20, help='for how many seconds idle windows are watched')
    options = parser.parse_args()

    if not os.environ.get('DISPLAY') or not os.environ.get('DBUS_SESSION_BUS_ADDRESS'):
        print('bench.py needs a display and a session bus: run ./dev bench', file=sys.stderr)
        return 1
    folder = Path(tempfile.mkdtemp(prefix='hc-bench-'))
    try:
        bench(options, folder)
    except (OSError, subprocess.SubprocessError, RuntimeError) as error:
        print(f'bench.py could not measure: {error}', file=sys.stderr)
        return 1
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return 0


if __name__ == '__main__':
    sys.exit(main())
