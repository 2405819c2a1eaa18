# SPDX-License-Identifier: GPL-3.0-or-later
"""The assistant that adds a medicine, used with the keyboard, and the dialogs that ask for a file."""

from reading import rows
from tree import Role, State

SEARCH = 'Name of the Medicine'

# The screens in their order.
KIND, REASON, SCHEDULE = 'What Is It Exactly?', 'What Is It For?', 'When Is It Taken?'
STOCK, REVIEW = 'How Much Is There?', 'Is This Right?'

# What is said of notifications on a bus on which nobody shows them.
NO_NOTIFICATIONS = 'unable to send notifications'


def begin(program):
    """Opens the assistant on the page of the medicines."""
    program.see(Role.BUTTON, 'Add a Medicine')
    program.keys('Control+n')
    program.see_focus(SEARCH)


def choose(program, name, typed):
    """Searches for a medicine and takes the first one that is found."""
    program.type(typed)
    program.wait(name, lambda: rows(program, 'Medicines Found')[:1] == [name])
    program.keys('Return')
    on(program, KIND, 'Name')


def choose_by_hand(program, name):
    """Enters a name that nothing is known of."""
    program.type(name)
    program.see(Role.BUTTON, f'Enter “{name}” by Hand')
    program.tab_to(f'Enter “{name}” by Hand')
    program.keys('space')
    on(program, KIND, 'Name')


def on(program, screen, field=None):
    """Waits for a screen, and for the keyboard in its first field."""
    program.see(Role.HEADING, screen)
    if field is not None:
        program.see_focus(field)


def go_on(program, screen, field=None):
    """Goes to the next screen."""
    program.keys('Control+Return')
    on(program, screen, field)


def press(program, name):
    """Presses something that can be reached with Tab from where the keyboard is, and returns it."""
    node = program.tab_to(name)
    program.keys('space')
    return node


def fill(program, name, text):
    """Writes into a field that can be reached with Tab from where the keyboard is."""
    program.tab_to(name, Role.TEXT)
    program.type(text)


def add_time(program, chip, amount):
    """Adds a time, and says how much is taken then."""
    press(program, chip)
    program.see_focus('Time')
    fill(program, 'How Much', amount)


def choose_days(program, steps):
    """Goes so many steps down from “Every day”."""
    program.tab_to('Every day', Role.RADIO_BUTTON)
    program.keys(*['Down'] * steps, 'space')


def finish(program):
    """Adds the medicine that is read back."""
    program.keys('Control+Return')
    program.see_no(Role.DIALOG)


def choose_file(program, title, button, path):
    """Names a file in a dialog of the toolkit that asks for one. There is no window manager that gives the keyboard
    back to the window after it."""
    dialog = program.see(Role.DIALOG, title)
    if program.find(Role.TEXT, within=dialog) is None:
        program.see_focus()
        program.keys('Control+l')
    program.see(Role.TEXT, within=dialog).write(str(path))
    program.wait(f'{button} to be possible',
                 lambda: program.find(Role.BUTTON, button, within=dialog).has(State.SENSITIVE))
    program.press(button, within=dialog)
    program.see_no(Role.DIALOG, title)
