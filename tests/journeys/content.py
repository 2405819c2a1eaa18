# SPDX-License-Identifier: GPL-3.0-or-later
"""What the articles are, read from their Markdown and not from the library that is under test."""

import re


class Article:
    def __init__(self, path):
        head, self.text = path.read_text(encoding='utf-8').removeprefix('---\n').split('\n---\n', 1)
        self.fields = dict(line.split(': ', 1) for line in head.split('\n') if not line.startswith('source'))
        self.id, self.title = self.fields['id'], self.fields['title']
        self.is_paged = self.fields.get('paged') == 'yes'
        self.sections = re.findall(r'^## (.+)$', self.text, re.MULTILINE)
        self.link = f'health-center:article/{self.id}'

    def has_word(self, pattern):
        return re.search(rf'\b({pattern})\b', self.text, re.IGNORECASE) is not None


class Articles(list):
    """All of them, in the order in which they are read one after the other."""

    def __init__(self, folder):
        found = {article.id: article for article in map(Article, sorted(folder.glob('articles/*.md')))}
        lines = (folder / 'topics.txt').read_text(encoding='utf-8').splitlines()
        self.topics = [line.split(' = ', 1)[1] for line in lines if ' = ' in line]
        self.extend(found[line.strip()] for line in lines if line.startswith('  ') and line.strip() in found)

    def get(self, name):
        return next(article for article in self if article.id == name)

    @property
    def titles(self):
        return [article.title for article in self]
