# SPDX-License-Identifier: GPL-3.0-or-later
"""The search engines that the search of the program is measured beside: plain FTS5 and Xapian.

Both search the documents that bench-search has left, with the same keystrokes. The last word may be
incomplete, all words have to be there, titles count more.
"""

import contextlib
import re
import shutil
import sqlite3
import statistics
import time

try:
    import xapian
except ImportError:
    xapian = None

N_ROUNDS = 3
TITLE_WEIGHT = 10


def read_documents(folder, name):
    """Pairs of a title and a text."""
    with open(folder / f'{name}.tsv', encoding='utf-8') as lines:
        for line in lines:
            title, text = line.rstrip('\n').split('\t', 1)
            yield title, text


def keystrokes(folder):
    for query in (folder / 'queries.txt').read_text(encoding='utf-8').splitlines():
        yield from (query[:length] for length in range(1, len(query) + 1))


def measure(folder, search):
    """Milliseconds: the median of all keystrokes and the worst; each counts with the median of its rounds."""
    times = []
    for text in keystrokes(folder):
        rounds = []
        for _ in range(N_ROUNDS):
            begin = time.perf_counter()
            search(text)
            rounds.append((time.perf_counter() - begin) * 1000)
        times.append(statistics.median(rounds))
    return statistics.median(times), max(times)


def measure_fts5(folder, name, limit):
    """All documents that match, ranked with bm25."""
    path = folder / f'{name}-fts5.db'
    path.unlink(missing_ok=True)
    with contextlib.closing(sqlite3.connect(path)) as database:
        database.execute('CREATE VIRTUAL TABLE search USING fts5 (title, body, '
                         'tokenize = "porter unicode61 remove_diacritics 2", prefix = "1 2 3")')
        with database:
            database.executemany('INSERT INTO search VALUES (?, ?)', read_documents(folder, name))
            database.execute("INSERT INTO search (search) VALUES ('optimize')")

        def search(text):
            words = re.findall(r'\w+', text)
            expression = ' '.join(f'"{word}"' for word in words) + '*'
            return database.execute('SELECT title FROM search WHERE search MATCH ? '
                                    f'ORDER BY bm25 (search, {TITLE_WEIGHT}, 1) LIMIT ?',
                                    (expression, limit)).fetchall()

        return measure(folder, search)


def measure_xapian(folder, name, limit):
    """None where there is no Xapian."""
    if xapian is None:
        return None
    path = folder / f'{name}-xapian'
    shutil.rmtree(path, ignore_errors=True)
    stemmer = xapian.Stem('en')
    database = xapian.WritableDatabase(str(path), xapian.DB_CREATE_OR_OVERWRITE)
    indexer = xapian.TermGenerator()
    indexer.set_stemmer(stemmer)
    for title, text in read_documents(folder, name):
        document = xapian.Document()
        indexer.set_document(document)
        indexer.index_text(title, TITLE_WEIGHT)
        indexer.increase_termpos()
        indexer.index_text(text)
        document.set_data(title)
        database.add_document(document)
    database.commit()
    database.compact(f'{path}-compact')
    database.close()

    database = xapian.Database(f'{path}-compact')
    parser = xapian.QueryParser()
    parser.set_database(database)
    parser.set_stemmer(stemmer)
    parser.set_stemming_strategy(xapian.QueryParser.STEM_SOME)
    parser.set_default_op(xapian.Query.OP_AND)
    enquire = xapian.Enquire(database)

    def search(text):
        enquire.set_query(parser.parse_query(text, xapian.QueryParser.FLAG_PARTIAL))
        return [match.document.get_data() for match in enquire.get_mset(0, limit)]

    return measure(folder, search)
