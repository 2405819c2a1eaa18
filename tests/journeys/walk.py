# SPDX-License-Identifier: GPL-3.0-or-later
"""Journeys of somebody who hears the window: everything that takes the keyboard or can be pressed
has a name, on every page and in every dialog."""

import contextlib
import re

from desk import Impatience, wait_for
from medicines import add_to_mine
from notes import EDITOR
from reading import BY_STAGE, title_of
from tree import Gone, Role, State

# What has no name although it takes the keyboard, in the toolkit itself: the end of its path and the
# reason.
QUIRKS = {
    r'/scroll-pane': 'GtkScrolledWindow can be focused, so that its keys scroll; what is in it has the names',
    r'/menu-item': 'GtkModelButton is named by its label, whose role is none and whose name is therefore empty',
    r'/(dialog|alert)".*"/panel/panel/panel': 'the sheet of an AdwDialog can be focused; the dialog has the name',
    r'/dialog"About"/.*/list': 'AdwAboutDialog',
    r'/combo-box"[^/]*"/panel/panel/list(/list-item)?': 'AdwComboRow shows what is chosen in a list of its own',
    r'/combo-box"[^/]*"/toggle-button"[^/]*"(/panel)+': 'GtkDropDown shows what is chosen in a list of its own',
}


def unnamed(program):
    """The role and the path of each node that ought to have a name."""
    def visit(node, path):
        if not node.has(State.SHOWING):
            return
        path = f'{path}/{node.role.value_nick}'
        if node.name:
            path += f'"{node.name[:30]}"'
        elif (node.has(State.FOCUSABLE) or own_actions(node)) and \
                not any(re.search(f'{quirk}$', path) for quirk in QUIRKS):
            yield path
        for child in node.children:
            yield from visit(child, path)

    return [path for window in program.tree.windows for path in visit(window, '')]


def own_actions(node):
    """The actions of menus and shortcuts are also told of the nodes around; their names have a dot."""
    try:
        return [action for action in node.actions if '.' not in action]
    except Gone:
        return []


class Walk:
    """Collects what has no name, place by place."""

    def __init__(self, program):
        self.program, self.faults = program, []

    def look(self, place):
        self.faults += [f'{place}: {path}' for path in unnamed(self.program)]

    def end(self, complaint=None):
        assert self.program.quit(complaint) == 0
        assert not self.faults, '\n' + '\n'.join(self.faults)


def articles_named(person, articles):
    """everything on Today and on the pages of the articles has a name"""
    with person.start() as program:
        walk = Walk(program)
        program.see(Role.LABEL, 'For You Today')
        walk.look('today')
        person.run('health-center:health-check')
        program.see(Role.HEADING, 'Is one of these happening now?')
        walk.look('health check')
        for link, words in (('articles/all', articles[0].title), ('questions', 'All Questions'),
                            ('glossary', '5-FU pump'), ('my-questions', 'No Questions Yet'),
                            ('quiz', 'The Basics'), ('pictures', 'The Parts of the Colon'), ('articles', 'All Articles')):
            person.run(f'health-center:{link}')
            program.see(words=words)
            walk.look(link)
        program.see(Role.ENTRY, 'Search Articles').write('tired')
        program.see(Role.LIST, 'Search Results')
        walk.look('found')
        program.see(Role.ENTRY, 'Search Articles').write('qqqq')
        program.see(Role.LABEL, 'No Articles Found')
        walk.look('nothing found')
        for article in articles:
            person.run(article.link)
            program.wait(article.id, lambda: title_of(program) == article.title)
            walk.look(article.id)
        person.run(f'health-center:article/{BY_STAGE}#stage-iii')
        program.see(Role.HEADING, 'Stage III')
        walk.look('page of an article')
        walk.end()


def medicines_named(person, articles):
    """everything on the pages of the medicines and of their interactions has a name"""
    with person.start('health-center:medicines') as program:
        walk = Walk(program)
        program.see(Role.LABEL, 'No Medicines Yet')
        walk.look('no medicines')
        for link, words in (('drugs', 'From A to Z'), ('drugs?letter=all', 'Acetaminophen'),
                            ('drug/warfarin', 'Boxed Warning'), ('interactions', 'Add at least two things')):
            person.run(f'health-center:{link}')
            program.see(words=words)
            walk.look(link)
        person.run('health-center:drug/warfarin')
        program.press('Add to My Medicines')
        program.see(Role.TOGGLE_BUTTON, words='A drawing: ')
        walk.look('assistant')
        program.keys('Escape')
        program.see_no(Role.DIALOG)
        person.run('health-center:interactions')
        field = 'Medicine, Supplement, Food or Drink'
        for name in 'warfarin', 'capecitabine':
            program.see(Role.ENTRY, field).write(name)
            program.see(Role.LIST, 'Found')
            walk.look('matches')
            program.click(program.see(Role.ENTRY, field))
            program.keys('Return')
            program.see(Role.BUTTON, f'Remove {name.capitalize()}')
        program.see(Role.HEADING, 'Warfarin and Capecitabine')
        walk.look('checked')
        person.run('health-center:drug/ginger')
        program.press('Write a Review…')
        program.see(Role.TEXT, 'Comment')
        walk.look('review')
        program.keys('Escape')
        program.see_no(Role.TEXT, 'Comment')
        add_to_mine(program, 'Ginger')
        person.run('health-center:medicines')
        ginger = program.see(Role.LIST_ITEM, 'Ginger')
        walk.look('medicines')
        program.click(ginger)
        program.see(Role.HEADING, 'What Was Taken')
        walk.look('medicine')
        person.run('health-center:medicines?timing=yes')
        program.see(words='No Times Today')
        walk.look('times')
        walk.end()


def notes_named(person, articles):
    """everything on the page of the notes and in the editor has a name"""
    with person.start('health-center:notes') as program:
        walk = Walk(program)
        program.see(Role.LABEL, 'No Notes Yet')
        walk.look('no notes')
        person.run(articles[0].link)
        program.wait('the article', lambda: title_of(program) == articles[0].title)
        program.press('Add Bookmark')
        program.see(Role.BUTTON, 'Remove Bookmark')
        program.see(Role.LABEL, 'Bookmark added')
        walk.look('toast')
        program.press('Write a Note')
        program.see(Role.TEXT, EDITOR).append('A note')
        program.see(Role.LABEL, 'Saved')
        walk.look('editor')
        program.press('Done')
        program.see(Role.BUTTON, 'Note: A note')
        walk.look('article with a note')
        person.run('health-center:notes')
        program.see(Role.LIST_ITEM, 'A note')
        walk.look('notes')
        program.click(program.see(Role.PAGE_TAB, 'Bookmarks'))
        program.see(Role.LIST_ITEM, articles[0].title)
        walk.look('bookmarks')
        program.see(Role.ENTRY, 'Search Notes and Bookmarks').write('qqqq')
        program.see(Role.LABEL, 'No Bookmarks Found')
        walk.look('no bookmarks found')
        walk.end()


def requests_named(person, articles):
    """everything in the request of an appointment, in a referral, and on the page of a clinic has a name"""
    with person.start('health-center:care/memorial-sloan-kettering') as program:
        walk = Walk(program)
        for button, title in ('Request Appointment', 'Request an Appointment'), ('Refer a Patient', 'Refer a Patient'):
            program.press(button)
            dialog = program.see(Role.DIALOG, title)
            walk.look(title)
            for words in 'Step 2 of 3', 'Step 3 of 3':
                program.press('Next', within=dialog)
                program.see(Role.LABEL, words=words)
                walk.look(f'{title}, {words}')
            if title == 'Request an Appointment':
                for name, heading in ('Next', 'Is This Right?'), ('Request Appointment', 'How Do You Want to Ask?'):
                    program.press(name, within=dialog)
                    program.see(Role.HEADING, heading)
                    walk.look(heading)
            program.keys('Escape')
            program.see_no(Role.DIALOG)
        program.press('Add to My Clinics…')
        program.see(Role.DIALOG, 'Clinic or Doctor')
        walk.look('clinic in the dialog')
        program.keys('Escape')
        program.see_no(Role.DIALOG)
        person.run('health-center:care')
        program.click(program.see(Role.LIST_ITEM, words='Memorial Sloan Kettering Cancer Center'))
        program.see(Role.BUTTON, 'Edit…')
        walk.look('clinic')
        walk.end()


def windows_named(person, articles):
    """everything in menus and dialogs has a name"""
    person.profile.parent.mkdir(mode=0o700)
    person.profile.write_bytes(b'no database' * 1000)
    with person.start() as program:
        walk = Walk(program)
        program.see(Role.ALERT, 'Your Notes Are Not Open')
        walk.look('alert')
        program.press('Not Now')
        program.see_no(Role.ALERT)
        walk.look('banner')

        menu = program.see(Role.TOGGLE_BUTTON, 'Main Menu')
        menu.press()
        program.see(Role.MENU_ITEM)
        walk.look('main menu')
        program.keys('Escape')
        program.see_no(Role.MENU_ITEM)

        program.activate('about')
        program.see(Role.LABEL, words='The Health Center developers')
        walk.look('about')
        program.keys('Escape')
        program.see_no(Role.LABEL, words='The Health Center developers')

        window = program.see(Role.FRAME, 'Health Center')
        window.press(window.actions.index('win.show-shortcuts'))
        program.see(words='Undo')
        walk.look('shortcuts')
        program.keys('Escape')
        walk.end('The profile was not opened')

    with person.start(command=[person.installation.program, '--library', '/nonexistent/library.db']) as program:
        program.see(Role.LABEL, 'The Articles Are Missing')
        assert not unnamed(program), unnamed(program)


def moved(program, before):
    try:
        return program.focus not in (None, before)
    except Gone:
        return False


def reached_by_keyboard(person, articles):
    """the keyboard alone reaches what each page is for"""
    pages = (
        ('today', 'Health Check', 'Quizzes'),
        ('questions', 'Search Questions', 'Ask My Care Team', articles.topics[0]),
        ('glossary', 'Search the Glossary', '5-FU pump'),
        ('my-questions', 'Ask My Care Team'),
        ('quiz', 'The Basics'),
        ('quiz/basics', 'Cancer that began in the colon or in the rectum'),
        ('health-check', 'Chest pain', 'None of These'),
        ('pictures', 'The Parts of the Colon'),
        ('picture/colon-parts', 'Cecum', 'Read About It'),
        ('drugs', 'Search Drugs and Supplements', 'Import Drug Labels…', 'All'),
        ('drug/warfarin', 'Add to My Medicines', 'Check Interactions', 'Write a Review…'),
        ('medicines', 'Find a Medicine'),
    )
    with person.start() as program:
        for link, *names in pages:
            assert person.run(f'health-center:{link}') == (0, '', '')
            program.see(words=names[0])
            for name in names:
                for _ in range(60):
                    focus = program.focus
                    if focus is not None and name in focus.name:
                        break
                    program.keys('Tab')
                    # A paragraph with several links keeps the focus while Tab goes through these.
                    with contextlib.suppress(Impatience):
                        wait_for('the focus to move', lambda before=focus: moved(program, before), 1)
                else:
                    raise AssertionError(f'Tab does not lead to {name} on {link}')
        assert program.quit() == 0
