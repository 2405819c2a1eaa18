#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes feeds with Python's own writers of XML, JSON and dates, and says what is in them.

Usage: make-feeds.py rss|rdf|atom|json FILE

Writes a feed into the file, and prints its items, in lines of title, link, author, date and words with tabs between.
The same feed is made with every run.
"""
import html
import json
import random
import sys
import xml.etree.ElementTree as ET
from datetime import datetime, timedelta, timezone
from email.utils import format_datetime
from urllib.parse import urljoin

ADDRESS = 'https://feeds.example.org/news/feed.xml'
N_ITEMS = 200
WORDS = ('cancer', 'AT&T', 'naïve', '“quoted”', '5-FU', 'Łódź', 'ΔG', '日本', '🩺', 'it’s', 'a&amp;b', 'x=1', '50%', '#7',
         'Ünal', 'mg/m²', 'semi;colon', '\'single\'', '"double"', '&lt')
NAMES = {'content': 'http://purl.org/rss/1.0/modules/content/', 'dc': 'http://purl.org/dc/elements/1.1/',
         'rdf': 'http://www.w3.org/1999/02/22-rdf-syntax-ns#', 'rss': 'http://purl.org/rss/1.0/',
         'atom': 'http://www.w3.org/2005/Atom'}
ENCODINGS = {'rss': 'utf-8', 'rdf': 'iso-8859-1', 'atom': 'utf-16'}
LINKS = ('https://other.example/{}?a=1&b=2', '/{}', '{}.html#part', '../up/{}', '//third.example/{}')


class Item:
    def __init__(self, chance, number):
        self.number = number
        self.title = ' '.join(chance.choices(WORDS, k=chance.randint(1, 8)))
        self.link = chance.choice(LINKS).format(number)
        self.author = chance.choice(('Jo Doe', 'Łucja & Co', 'Dr. O\'Hara'))
        zone = timezone(timedelta(minutes=chance.choice((0, -300, 330, 60, 825, -570))))
        self.time = datetime(2026, 1, 1, tzinfo=timezone.utc).astimezone(zone) + \
            timedelta(seconds=chance.randint(0, 27_000_000))
        self.paragraphs = [' '.join(chance.choices(WORDS, k=chance.randint(1, 30))) for _ in range(chance.randint(1, 4))]

    @property
    def markup(self):
        first, *others = [html.escape(paragraph) for paragraph in self.paragraphs]
        return f'<div><p><b>{first}</b></p>' + ''.join(f'<p>{other}<br></p>' for other in others) + '</div>'

    def describe(self):
        return '\t'.join((self.title, urljoin(ADDRESS, self.link), self.author, str(int(self.time.timestamp())),
                          ' '.join(' '.join(self.paragraphs).split())))


def add(parent, name, text, **attributes):
    space, _, local = name.rpartition(':')
    element = ET.SubElement(parent, f'{{{NAMES[space]}}}{local}' if space else local, attributes)
    element.text = text
    return element


# A title of RSS may be HTML, which most readers take it for.


def make_rss(items):
    root = ET.Element('rss', version='2.0')
    channel = ET.SubElement(root, 'channel')
    add(channel, 'title', 'Made')
    for item in items:
        element = add(channel, 'item', None)
        add(element, 'title', html.escape(item.title))
        add(element, 'link', item.link)
        add(element, 'guid', f'guid-{item.number}', isPermaLink='false')
        add(element, 'dc:creator', item.author)
        add(element, 'pubDate', format_datetime(item.time))
        add(element, 'content:encoded', item.markup)
    return root


def make_rdf(items):
    root = ET.Element(f'{{{NAMES["rdf"]}}}RDF')
    add(add(root, 'rss:channel', None), 'rss:title', 'Made')
    for item in items:
        element = add(root, 'rss:item', None, **{f'{{{NAMES["rdf"]}}}about': f'https://x.example/{item.number}'})
        add(element, 'rss:title', html.escape(item.title))
        add(element, 'rss:link', item.link)
        add(element, 'dc:creator', item.author)
        add(element, 'dc:date', item.time.isoformat())
        add(element, 'rss:description', item.markup)
    return root


def make_atom(items):
    root = ET.Element(f'{{{NAMES["atom"]}}}feed')
    add(root, 'atom:title', 'Made')
    for item in items:
        element = add(root, 'atom:entry', None)
        add(element, 'atom:id', f'tag:{item.number}')
        add(element, 'atom:title', item.title)
        add(element, 'atom:link', None, href=item.link, rel='alternate')
        add(add(element, 'atom:author', None), 'atom:name', item.author)
        add(element, 'atom:published', item.time.isoformat())
        add(element, 'atom:content', item.markup, type='html')
    return root


def make_json(items):
    return {'version': 'https://jsonfeed.org/version/1.1', 'title': 'Made', 'items': [
        {'id': f'{item.number}', 'title': item.title, 'url': item.link, 'authors': [{'name': item.author}],
         'date_published': item.time.isoformat(), 'content_html': item.markup} for item in items]}


def main():
    kind, path = sys.argv[1:]
    chance = random.Random(kind)
    items = [Item(chance, number) for number in range(N_ITEMS)]
    if kind == 'json':
        with open(path, 'w', encoding='ascii') as file:
            json.dump(make_json(items), file)
    else:
        root = {'rss': make_rss, 'rdf': make_rdf, 'atom': make_atom}[kind](items)
        ET.ElementTree(root).write(path, encoding=ENCODINGS[kind], xml_declaration=True)
    sys.stdout.reconfigure(encoding='utf-8')
    print('\n'.join(item.describe() for item in items))


if __name__ == '__main__':
    main()
