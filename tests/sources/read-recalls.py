#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints the recalls of a file of openFDA as the tests describe them, read by Python's own parser of JSON."""
import json
import sys


def day(text):
    return f'{text[:4]}-{text[4:6]}-{text[6:]}'


def lines(record):
    known = record['openfda']
    yield 'class', {'Class I': 1, 'Class II': 2, 'Class III': 3}[record['classification']]
    yield 'number', record['recall_number']
    yield 'event', record['event_id']
    yield 'status', record['status'].lower()
    yield 'reported', day(record['report_date'])
    yield 'initiated', day(record['recall_initiation_date'])
    yield 'classified', day(record['center_classification_date'])
    yield 'firm', record['recalling_firm']
    yield 'place', ', '.join([record['city'], record['state'], record['country']])
    yield 'distribution', record['distribution_pattern']
    yield 'quantity', record['product_quantity']
    yield 'description', record['product_description']
    yield 'reason', record['reason_for_recall']
    yield 'codes', '\n'.join(filter(None, [record['code_info'], record.get('more_code_info')]))
    yield 'brands', ' | '.join(known.get('brand_name', []))
    yield 'generics', ' | '.join(known.get('generic_name', []))
    yield 'substances', ' | '.join(known.get('substance_name', []))
    yield 'ndcs', ' | '.join(known.get('product_ndc', []) + known.get('package_ndc', []))
    yield 'set_ids', ' | '.join(known.get('spl_set_id', []))


with open(sys.argv[1], encoding='utf-8') as file:
    for result in json.load(file)['results']:
        for name, value in lines(result):
            if value:
                print(f'{name}: {value}')
