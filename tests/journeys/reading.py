# SPDX-License-Identifier: GPL-3.0-or-later
"""Journeys of somebody who reads."""

from tree import Role, State

BY_STAGE = 'rectal-cancer-treatment-by-stage'
A_MEDICINE = 'encorafenib|braftovi'  # a name and a brand, which synonyms.txt says to be the same


def rows(program, name):
    """The names of the rows of a list that are there."""
    return [row.name for row in program.see(Role.LIST, name).find_all(Role.LIST_ITEM)]


def title_of(program):
    """The title of the article that is shown: its heading of the first level."""
    return next((heading.name for heading in program.find_all(Role.HEADING) if heading.level == 1), None)


def pane_of(program):
    """The scrolled part of the window in which the article stands."""
    title = program.wait('an article', lambda: title_of(program))
    return next(pane for pane in program.find_all(Role.SCROLL_PANE) if pane.find(Role.HEADING, title))


def paragraphs(program):
    """The paragraphs of the article."""
    return [label for label in pane_of(program).find_all(Role.LABEL) if label.has(State.FOCUSABLE)]


def top_paragraph(program):
    """The paragraph that stands at the top of the view, and how far below the top it does."""
    pane = pane_of(program)
    top = pane.extents[1]
    for label in pane.find_all(Role.LABEL):
        if label.has(State.FOCUSABLE):
            _, y, _, height = label.extents
            if height > 0 and y + height > top:
                return label.name, y - top
    return None


def settle(program, ask):
    """Waits until the answer stays the same, and returns it."""
    answers = [ask()]

    def same():
        answers.append(ask())
        return answers[-1] is not None and answers[-1:] == answers[-2:-1] == answers[-3:-2]
    program.wait('a window that stands still', same)
    return answers[-1]


def scroll(program, clicks):
    """Turns the wheel over the article, until it has moved."""
    before = settle(program, lambda: top_paragraph(program))
    x, y, width, height = pane_of(program).extents
    for _ in range(abs(clicks)):
        program.mouse(x + width // 2, y + height // 2, 'b5c' if clicks > 0 else 'b4c')
    program.wait('the article to move', lambda: top_paragraph(program) != before)
    return settle(program, lambda: top_paragraph(program))


def first_start(person, articles):
    """the first start greets, opens Today, and shows the pages and all articles"""
    person.settings.unlink()
    with person.start() as program:
        program.see(Role.FRAME, 'Health Center')
        program.press('Next')
        program.press('Skip')
        program.press('Done')
        program.see(Role.LABEL, 'For You Today')
        person.run('health-center:articles/all')

        # Only the rows that can be seen are there, so the list is scrolled to its end, and back if it went too fast.
        seen, before, wheels = set(), [], ['b5c', 'b4c']
        x, y, width, height = program.see(Role.LIST, 'All Articles').extents

        def all_seen():
            nonlocal before
            now = rows(program, 'All Articles')
            seen.update(now)
            if now == before:
                wheels.reverse()
            before = now
            for _ in range(3):
                program.mouse(x + width // 2, y + min(height, 600) // 2, wheels[0])
            return seen >= set(articles.titles)
        program.wait('all articles', all_seen)
        assert seen == set(articles.titles), seen ^ set(articles.titles)

        assert program.quit() == 0


def read(person, articles):
    """an article opens from the list, with next and previous, pages and larger text"""
    first, second = articles[0], articles[1]
    staged = articles.get(BY_STAGE)
    with person.start('health-center:articles/all') as program:
        program.click(program.see(Role.LIST_ITEM, first.title))
        assert program.wait('the title', lambda: title_of(program)) == first.title
        assert len(paragraphs(program)) > 10
        assert rows(program, 'Contents') == first.sections, rows(program, 'Contents')

        program.keys('Alt+Page_Down')
        program.wait('the next article', lambda: title_of(program) == second.title)
        program.keys('Alt+Page_Up')
        program.wait('the article before', lambda: title_of(program) == first.title)

        person.run(staged.link)
        program.wait('the article by stage', lambda: title_of(program) == staged.title)
        pages = len(staged.sections) + 1
        for page in range(1, pages + 1):
            program.see(Role.LABEL, words=f'Page {page} of {pages}')
            if page > 1:
                heading = program.see(Role.HEADING, staged.sections[page - 2], within=pane_of(program))
                assert heading.level == 2
                assert title_of(program) == staged.title
            program.keys('Alt+Page_Down')
        program.wait('the next article', lambda: title_of(program) == staged_next(articles, staged).title)

        # The same words need more room when they are larger, and less when they are small again.
        words = paragraphs(program)[0].name
        usual = settle(program, lambda: height_of(program, words))
        for button, percent in ('Larger Text', 110), ('Larger Text', 125), ('Smaller Text', 110):
            program.press(button)
            program.wait(f'text of {percent} %', lambda size=percent: setting(person, 'text-size') == str(size))
            assert program.wait('other text', lambda: height_of(program, words)) > usual
        program.keys('Control+0')
        program.wait('the usual text', lambda: height_of(program, words) == usual)

        assert program.quit() == 0


def staged_next(articles, article):
    return articles[articles.titles.index(article.title) + 1]


def setting(person, key):
    """What is written in the settings, None for what was never changed."""
    text = person.settings.read_text(encoding='utf-8') if person.settings.exists() else ''
    return dict(line.split('=', 1) for line in text.splitlines() if '=' in line).get(key)


def height_of(program, words):
    return next((label.extents[3] for label in paragraphs(program) if label.name == words), None)


def find_articles(person, articles):
    """the search finds what means the same, and says when there is nothing"""
    expected = {article.title for article in articles if article.has_word(A_MEDICINE)}
    assert expected
    with person.start('health-center:articles') as program:
        for word in A_MEDICINE.split('|'):
            program.see(Role.ENTRY, 'Search Articles').write(word)
            program.wait(f'what was found for {word}',
                         lambda: set(rows(program, 'Search Results')) == expected)

        program.see(Role.ENTRY, 'Search Articles').write('qqqq')
        program.see(Role.LABEL, 'No Articles Found')
        assert program.find(Role.LIST, 'Search Results') is None

        program.see(Role.ENTRY, 'Search Articles').write('')
        program.see(Role.LABEL, 'All Articles')
        assert program.quit() == 0


def keyboard_only(person, articles):
    """the keyboard alone leads from the sidebar to an article and back, and writes a note"""
    with person.start('health-center:articles') as program:
        def focused(role, name=None):
            node = program.focus
            return node is not None and node.role == role and name in (None, node.name)

        def tab_to(role, name=None):
            for _ in range(40):
                if focused(role, name):
                    return
                before = program.focus
                program.keys('Tab')
                program.wait('the focus to move', lambda: program.focus not in (None, before))
            raise AssertionError(f'Tab does not lead to {role.value_nick} {name}')

        program.wait('the sidebar to have the keyboard', lambda: focused(Role.LIST_ITEM, 'Articles'))
        program.keys('Return')
        tab_to(Role.ENTRY, 'Search Articles')
        program.keys('Down')
        program.wait('the first topic to have the keyboard',
                     lambda: program.focus and program.focus.name == articles.topics[0])
        program.keys('Return')
        program.see(Role.LIST, articles.topics[0])
        tab_to(Role.LIST_ITEM, articles[0].title)
        program.keys('Down')
        program.wait('the next article to have the keyboard',
                     lambda: program.focus and program.focus.name in articles.titles[1:])
        title = program.focus.name

        for back in 'Alt+Left', 'Escape':
            program.keys('Return')
            program.wait('the article', lambda: title_of(program) == title)
            program.keys(back)
            program.wait('the list again', lambda: focused(Role.LIST_ITEM, title))

        program.keys('Return')
        program.wait('the article', lambda: title_of(program) == title)
        program.keys('Control+n')
        program.wait('the note to have the keyboard', lambda: focused(Role.TEXT, 'Text of the Note'))
        program.keys('k', 'n', 'q')
        program.see(Role.LABEL, 'Saved')
        program.keys('Escape')
        program.see_no(Role.TEXT, 'Text of the Note')
        assert person.notes() == ['knq'], person.notes()

        program.keys('Control+q')
        assert program.wait_end() == 0
        assert program.said == '', program.said
