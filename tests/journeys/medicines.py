# SPDX-License-Identifier: GPL-3.0-or-later
"""Journeys of somebody who takes medicines: finding them, keeping them, what they do to each other."""

from reading import pane_of, rows, title_of
from tree import Role

SEARCH = 'Search Drugs and Supplements'


def add_to_mine(program, name):
    program.press('Add to My Medicines')
    # Nothing more is told of it.
    for question, button in (('What Is It Exactly?', 'Next'), ('What Is It For?', 'Next'),
                             ('When Is It Taken?', 'Not Now'), ('How Much Is There?', 'Next'),
                             ('Is This Right?', 'Add Medicine')):
        program.see(Role.HEADING, question)
        program.press(button)
    program.see(Role.LABEL, f'{name} added to My Medicines')


def kept_and_checked(person, articles):
    """a medicine is found by a wrong name, its warning read, and what it does with another told; both are kept"""
    with person.start('health-center:drugs') as program:
        program.see(Role.ENTRY, SEARCH).write('capecitabne')
        program.wait('what was found', lambda: 'Capecitabine' in rows(program, 'Search Results'))
        program.click(program.see(Role.LIST_ITEM, 'Capecitabine'))
        program.wait('the medicine', lambda: title_of(program) == 'Capecitabine')

        # What is most important is read before the first section, and seen at once.
        program.see(Role.LABEL, 'Boxed Warning')
        names = [node.name for node in pane_of(program).walk()]
        place = next(i for i, name in enumerate(names) if 'it can lead to dangerous bleeding' in ' '.join(name.split()))
        assert names.index('Boxed Warning') < place < names.index('What It Is For'), names
        warning, pane = program.find(Role.LABEL, 'Boxed Warning').extents, pane_of(program).extents
        assert pane[1] <= warning[1] < pane[1] + pane[3], (warning, pane)
        add_to_mine(program, 'Capecitabine')

        # The other one by its brand, with the keyboard.
        assert person.run('health-center:drugs') == (0, '', '')
        program.see(Role.ENTRY, SEARCH).write('jantoven')
        program.click(program.see(Role.ENTRY, SEARCH))
        program.keys('Return')
        program.wait('the medicine', lambda: title_of(program) == 'Warfarin')
        program.see(Role.HEADING, 'With Your Medicines')
        program.see(Role.HEADING, 'Warfarin and Capecitabine')
        add_to_mine(program, 'Warfarin')

        program.click(program.see(Role.LIST_ITEM, 'My Medicines'))
        program.click(program.see(Role.LIST_ITEM, 'Interactions: 1 major'))
        program.see(Role.HEADING, 'Warfarin and Capecitabine')
        program.see(words='Major: Ask Before the Next Dose')
        program.see(words='You may bleed more easily')
        assert program.find(words='CYP2C9') is None
        program.see(Role.TOGGLE_BUTTON, 'Why').press()
        program.see(words='CYP2C9')
        program.kill()

    assert sorted(person.ask('SELECT name, link FROM medicine')) == [
        ('Capecitabine', 'health-center:drug/capecitabine'), ('Warfarin', 'health-center:drug/warfarin')]
    with person.start('health-center:medicines') as program:
        program.wait('both medicines', lambda: rows(program, 'My Medicines') == ['Warfarin', 'Capecitabine'])
        program.see(words='Interactions: 1 major')
        assert program.quit() == 0
