# SPDX-License-Identifier: GPL-3.0-or-later
"""Journeys of somebody who writes notes: what is shown as saved is never lost."""

import random
import re
import resource
import string

from gi.repository import GLib

from desk import wait_for
from reading import pane_of, paragraphs, scroll, setting, settle, title_of, top_paragraph
from tree import Role

EDITOR = 'Text of the Note'
ROUNDS = 20


def write_new_note(program, text):
    """On the page of the notes."""
    program.press('New Note')
    program.see(Role.TEXT, EDITOR).append(text)
    program.see(Role.LABEL, 'Saved')
    program.press('Done')
    program.see_no(Role.TEXT, EDITOR)


def kept(person, articles):
    """article, place, text size and a note are there again after a restart"""
    article = articles[1]
    text = 'Ask on Thursday: “how long?” – and about the naïve β test.\nSecond line.'
    with person.start('health-center:articles/all') as program:
        program.click(program.see(Role.LIST_ITEM, article.title))
        program.wait('the article', lambda: title_of(program) == article.title)
        program.press('Larger Text')
        scroll(program, 12)

        # A click into a paragraph gives it the keyboard; the note is then on that paragraph.
        pane_top, pane_height = pane_of(program).extents[1::2]
        article_words = ' '.join(re.sub(r'!\[.*\]', '', article.text).split())
        for paragraph in paragraphs(program):
            # The words of a picture are no paragraph of the article.
            if paragraph.name[:40] not in article_words:
                continue
            if pane_top + pane_height // 3 < paragraph.extents[1] < pane_top + pane_height - 100:
                program.click(paragraph)
                # A word of the glossary takes the keyboard to its explanation.
                if settle(program, lambda: program.focus) == paragraph:
                    break
                program.keys('Escape')
        words = paragraph.name
        program.wait('the paragraph to have the keyboard', lambda: program.focus == paragraph)
        program.press('Write a Note')
        program.see(Role.TEXT, EDITOR).append(text)
        program.see(Role.LABEL, 'Saved')
        program.press('Done')
        program.see(Role.BUTTON, f'Note: {text}')

        place = settle(program, lambda: top_paragraph(program))
        # The place is written down when the text has stood still for a moment.
        program.wait('the reading place',
                     lambda: person.ask('SELECT anchor FROM reading_place WHERE anchor NOT NULL'))
        assert program.quit() == 0

    (quote, link), = person.ask('SELECT quote, link FROM note')
    assert quote == words and link.startswith(f'{article.link}#'), (quote, link)

    with person.start() as program:
        program.wait('the same article', lambda: title_of(program) == article.title)
        assert setting(person, 'text-size') == '110'

        def is_there():
            name, y = top_paragraph(program) or (None, 0)
            return name == place[0] and abs(y - place[1]) <= 2
        program.wait(f'the same place, {place}', is_there)

        mark = program.see(Role.BUTTON, f'Note: {text}')
        marked = [label.name for label in paragraphs(program) if label.extents[1] < mark.extents[1]]
        assert marked[-1] == words, marked[-1]

        program.click(program.see(Role.LIST_ITEM, 'Notes & Bookmarks'))
        row = program.see(Role.LIST_ITEM, text)
        assert row.find(Role.LABEL, words=article.title) is not None
        program.press('Show in the Article')
        program.wait('the article of the note', lambda: title_of(program) == article.title)
        assert program.quit() == 0


def survives_kill(person, articles):
    """killed at a random moment, 20 times, it loses nothing that was shown as saved"""
    seed = random.randrange(1 << 32)
    print(f'# seed {seed}')
    chance = random.Random(seed)
    alphabet = string.ascii_letters + string.digits + ' .,;äßé€“”✓\n'
    expected = []  # the text of each note

    for number in range(ROUNDS):
        with person.start('health-center:notes') as program:
            if expected:
                program.see(Role.LIST_ITEM, words=expected[-1])
            program.press('New Note')
            editor = program.see(Role.TEXT, EDITOR)
            # This one node is asked and not the whole window: the kill must come at once.
            state = program.see(Role.LABEL, 'Saved as You Write')
            written = shown = ''
            for edit in range(chance.randint(1, 6)):
                # The number keeps the texts apart and the first letter keeps them from being blank.
                text = f'<{number}.{edit}>' + ''.join(chance.choices(alphabet, k=chance.randint(1, 40)))
                editor.append(text)
                written += text
                if chance.random() < 0.3:
                    pause(chance.uniform(0, 0.02))
                if edit == 0 or chance.random() < 0.5:
                    program.wait('the text to be saved', lambda: state.name_now == 'Saved')
                if state.name_now == 'Saved':
                    shown = written
            program.kill()

        texts = person.notes()
        assert len(texts) == number + 1, texts
        assert texts[:-1] == expected, texts
        assert texts[-1].startswith(shown), f'{shown!r} was shown as saved, {texts[-1]!r} is there'
        assert written.startswith(texts[-1]), f'{written!r} was written, {texts[-1]!r} is there'
        expected.append(texts[-1])

    assert person.ask('PRAGMA integrity_check') == [('ok',)]


def pause(seconds):
    """Lets a random time pass: part of the journey, not a wait for something."""
    done = []
    GLib.timeout_add(int(seconds * 1000), lambda: done.append(True))
    wait_for('the end of the pause', lambda: done)


def delete_and_undo(person, articles):
    """a deleted note comes back with Undo, and stays deleted without"""
    with person.start('health-center:notes') as program:
        for text in 'First note', 'Second note', 'Third note':
            write_new_note(program, text)
        before = person.ask('SELECT * FROM note ORDER BY id')
        assert len(before) == 3

        def delete(text):
            program.press('Delete', within=program.see(Role.LIST_ITEM, text))
            program.see(Role.LABEL, 'Note deleted')
            program.see_no(Role.LIST_ITEM, text)

        delete('Second note')
        assert sorted(person.notes()) == ['First note', 'Third note'], person.notes()
        program.press('Undo')
        program.see(Role.LIST_ITEM, 'Second note')
        after = person.ask('SELECT id, link, title, quote, text, created FROM note ORDER BY id')
        assert after == [row[:6] for row in before], after

        delete('First note')
        program.keys('Control+z')
        program.see(Role.LIST_ITEM, 'First note')

        delete('Third note')
        program.kill()

    assert sorted(person.notes()) == ['First note', 'Second note'], person.notes()
    with person.start() as program:
        program.see(Role.LIST_ITEM, 'First note')
        program.see(Role.LIST_ITEM, 'Second note')
        assert program.find(Role.LIST_ITEM, 'Third note') is None
        assert program.quit() == 0


def full_disk(person, articles):
    """when the disk takes nothing more, the text stays in the editor and can be saved later"""
    with person.start('health-center:notes') as program:
        write_new_note(program, 'Saved before')
        program.press('New Note')
        editor = program.see(Role.TEXT, EDITOR)
        editor.append('Saved, too. ')
        program.see(Role.LABEL, 'Saved')

        # A limit to the size of every file does what a full disk does.
        unlimited = resource.prlimit(program.process.pid, resource.RLIMIT_FSIZE)
        resource.prlimit(program.process.pid, resource.RLIMIT_FSIZE, (0, unlimited[1]))
        editor.append('Not saved.')
        program.see(Role.LABEL, 'Not Saved')
        program.see(words='This note is not saved. ')
        assert editor.text == 'Saved, too. Not saved.'
        program.press('Done')
        program.see(words='This Note Is Not Saved')
        program.press('Keep Editing')
        assert sorted(person.notes()) == ['Saved before', 'Saved, too. '], person.notes()

        resource.prlimit(program.process.pid, resource.RLIMIT_FSIZE, unlimited)
        program.press('Try Again')
        program.see(Role.LABEL, 'Saved')
        program.press('Done')
        program.see_no(Role.TEXT, EDITOR)
        program.see(Role.LIST_ITEM, 'Saved, too. Not saved.')
        assert program.quit() == 0
    assert sorted(person.notes()) == ['Saved before', 'Saved, too. Not saved.'], person.notes()
