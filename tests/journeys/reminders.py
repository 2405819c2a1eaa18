# SPDX-License-Identifier: GPL-3.0-or-later
"""The program waits for what is to be reminded of."""

from reading import title_of
from tree import Role


def without_window(person, articles):
    """asked to remind in the background, the program goes on without its window until it is told to quit"""
    # Nobody has asked for it: the program ends, and has not even looked for the profile.
    assert person.run('--background') == (0, '', '')
    assert not person.profile.exists()

    person.settings.write_text(person.settings.read_text(encoding='utf-8') + 'remind-in-background=true\n',
                               encoding='utf-8')
    program = person.start('--background')
    try:
        program.wait('the profile', person.profile.exists)
        assert person.run('--background') == (0, '', '')

        # Only a program that has had a window is on the accessibility bus.
        assert not program.is_seen()
        article = articles[0]
        assert person.run(article.link) == (0, '', '')
        program.wait('the program on the accessibility bus', program.is_seen)
        program.see(Role.BUTTON, 'Main Menu')
        program.wait('the article', lambda: title_of(program) == article.title)
        program.keys('Control+w')
        program.wait('no window', lambda: not any(program.tree.walk()))

        assert person.run(article.link) == (0, '', '')
        program.wait('the article', lambda: title_of(program) == article.title)
        assert program.quit() == 0

        program = person.start('--background')
        program.wait('the profile', lambda: person.profile.with_name('profile.db-wal').exists())
        assert program.quit() == 0
    finally:
        if program.process.poll() is None:
            program.kill()
