# SPDX-License-Identifier: GPL-3.0-or-later
"""Journeys of somebody who asks: the answers, and questions for the care team."""

from reading import rows, title_of
from tree import Role

FIELD = 'What would you like to ask?'
SEARCH = 'Search Questions'


def answers(person, articles):
    """an answer is found by a word that means the same, and read with the keyboard"""
    with person.start('health-center:questions') as program:
        program.see(Role.ENTRY, SEARCH).write('bag')
        program.wait('what was found', lambda: rows(program, 'Search Results'))
        program.see(Role.ENTRY, SEARCH).write('tylenol')
        program.wait('the answer', lambda: any('Tylenol' in name for name in rows(program, 'Search Results')))
        program.click(program.see(Role.ENTRY, SEARCH))
        program.keys('Return')
        program.wait('the answer', lambda: 'Tylenol' in (title_of(program) or ''))
        program.see(Role.LABEL, 'The Short Answer')
        assert program.quit() == 0


def ask_care_team(person, articles):
    """a question for the care team is there after a crash and a restart, and its answer, too"""
    with person.start('health-center:questions') as program:
        program.press('Ask My Care Team')
        program.see(Role.TEXT, FIELD).append('May I fly?')
        program.see(Role.LABEL, 'Saved')
        program.kill()

    with person.start('health-center:my-questions') as program:
        program.see(Role.LABEL, 'May I fly?')
        program.see(words='1 to ask')
        program.press('Write Down the Answer')
        program.see(Role.TEXT, words='Answer').append('After six weeks.')
        program.see(Role.LABEL, 'Saved')
        program.kill()

    assert person.ask('SELECT text, answer, state FROM care_question') == \
        [('May I fly?', 'After six weeks.', 'answered')]
    with person.start('health-center:my-questions') as program:
        program.see(Role.TEXT, words='Answer')
        assert program.quit() == 0
