#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints the trials of a file as the tests describe them, read with Python's own json and csv.

Usage: read-trials.py json FILE
       read-trials.py csv FILE            prints what a table of these trials has
       read-trials.py make-csv FILE       writes such a table, in the columns of the registry's download
"""
import csv
import json
import re
import sys

COLUMNS = ('NCT Number,Study Title,Study URL,Acronym,Study Status,Brief Summary,Study Results,Conditions,'
           'Interventions,Primary Outcome Measures,Secondary Outcome Measures,Other Outcome Measures,Sponsor,'
           'Collaborators,Sex,Age,Phases,Enrollment,Funder Type,Study Type,Study Design,Other IDs,Start Date,'
           'Primary Completion Date,Completion Date,First Posted,Results First Posted,Last Update Posted,'
           'Locations,Study Documents').split(',')


def clean(value):
    if not isinstance(value, str):
        return ''
    return re.sub('[\x00-\x08\x0b\x0c\x0e-\x1f]', ' ', value).strip(' \t\n\r')


def add(lines, name, value):
    value = clean(value)
    if value:
        lines.append(f'{name}: ' + value.replace('\\', '\\\\').replace('\n', '\\n').replace('\r', '\\r'))


def date(value):
    value = clean(value)
    return value if re.fullmatch(r'\d{4}(-\d\d(-\d\d)?)?', value) else ''


def contacts(lines, name, people):
    for person in people:
        add(lines, name, person.get('name') or '-')
        for key, field in (('role', 'role'), ('phone', 'phone'), ('extension', 'phoneExt'), ('email', 'email')):
            add(lines, key, person.get(field))


def describe(study):
    protocol = study['protocolSection']
    identification = protocol['identificationModule']
    status = protocol.get('statusModule', {})
    design = protocol.get('designModule', {})
    eligibility = protocol.get('eligibilityModule', {})
    places = protocol.get('contactsLocationsModule', {})
    lines = []
    add(lines, 'nct', identification['nctId'])
    add(lines, 'title', identification['briefTitle'])
    add(lines, 'official', identification.get('officialTitle'))
    add(lines, 'acronym', identification.get('acronym'))
    add(lines, 'status', status.get('overallStatus'))
    add(lines, 'why', status.get('whyStopped'))
    add(lines, 'type', design.get('studyType'))
    for name, module, key in (('phase', 'designModule', 'phases'), ('condition', 'conditionsModule', 'conditions'),
                              ('keyword', 'conditionsModule', 'keywords')):
        for value in protocol.get(module, {}).get(key, []):
            add(lines, name, value)
    for intervention in protocol.get('armsInterventionsModule', {}).get('interventions', []):
        add(lines, 'intervention', intervention['name'])
        add(lines, 'kind', intervention.get('type'))
        add(lines, 'description', intervention.get('description'))
    add(lines, 'summary', protocol.get('descriptionModule', {}).get('briefSummary'))
    add(lines, 'eligibility', eligibility.get('eligibilityCriteria'))
    add(lines, 'sex', eligibility.get('sex'))
    add(lines, 'gender', 'yes' if eligibility.get('genderBased') is True else '')
    add(lines, 'minimum', eligibility.get('minimumAge'))
    add(lines, 'maximum', eligibility.get('maximumAge'))
    for group in eligibility.get('stdAges', []):
        add(lines, 'group', group)
    if 'healthyVolunteers' in eligibility:
        add(lines, 'healthy', 'yes' if eligibility['healthyVolunteers'] else 'no')
    add(lines, 'sponsor', protocol.get('sponsorCollaboratorsModule', {}).get('leadSponsor', {}).get('name'))
    if 'count' in design.get('enrollmentInfo', {}):
        lines.append(f'enrollment: {design["enrollmentInfo"]["count"]}')
    add(lines, 'start', date(status.get('startDateStruct', {}).get('date')))
    add(lines, 'primary', date(status.get('primaryCompletionDateStruct', {}).get('date')))
    add(lines, 'completion', date(status.get('completionDateStruct', {}).get('date')))
    add(lines, 'verified', date(status.get('statusVerifiedDate')))
    add(lines, 'updated', date(status.get('lastUpdatePostDateStruct', {}).get('date') or
                               status.get('lastUpdateSubmitDate')))
    contacts(lines, 'contact', places.get('centralContacts', []))
    for site in places.get('locations', []):
        add(lines, 'site', site.get('facility') or '-')
        for name in ('city', 'state', 'zip', 'country'):
            add(lines, name, site.get(name))
        add(lines, 'site status', site.get('status'))
        if 'geoPoint' in site:
            lines.append('point: {lat:.5f} {lon:.5f}'.format(**site['geoPoint']))
        contacts(lines, 'site contact', site.get('contacts', []))
    return lines


def describe_row(row):
    lines = []
    for name, column in (('nct', 'NCT Number'), ('title', 'Study Title'), ('acronym', 'Acronym'),
                         ('status', 'Study Status'), ('type', 'Study Type')):
        add(lines, name, row[column])
    for name, column in (('phase', 'Phases'), ('condition', 'Conditions')):
        for value in row[column].split('|'):
            add(lines, name, value)
    for value in filter(None, row['Interventions'].split('|')):
        kind, name = value.split(': ', 1)
        add(lines, 'intervention', name)
        add(lines, 'kind', kind)
    add(lines, 'summary', row['Brief Summary'])
    add(lines, 'sex', row['Sex'])
    for group in row['Age'].split(','):
        add(lines, 'group', group)
    add(lines, 'sponsor', row['Sponsor'])
    add(lines, 'enrollment', row['Enrollment'])
    for name, column in (('start', 'Start Date'), ('primary', 'Primary Completion Date'),
                         ('completion', 'Completion Date'), ('updated', 'Last Update Posted')):
        add(lines, name, date(row[column]))
    for place in filter(None, row['Locations'].split('|')):
        match = re.fullmatch(r'(?:(.*), )?([^,]+), ([^,]+), (\d{5}(?:-\d{4})?), (United States)', place)
        if match:
            parts = match.groups()
        else:
            head, _, country = place.rpartition(', ')
            parts = (head or country, None, None, None, country if head else None)
        add(lines, 'site', parts[0] or '-')
        for name, value in zip(('city', 'state', 'zip', 'country'), parts[1:]):
            add(lines, name, value)
    return lines


def make_row(study):
    protocol = study['protocolSection']
    status = protocol.get('statusModule', {})
    design = protocol.get('designModule', {})
    eligibility = protocol.get('eligibilityModule', {})
    row = dict.fromkeys(COLUMNS, '')
    row['NCT Number'] = protocol['identificationModule']['nctId']
    row['Study Title'] = protocol['identificationModule']['briefTitle']
    row['Study URL'] = 'https://clinicaltrials.gov/study/' + row['NCT Number']
    row['Acronym'] = protocol['identificationModule'].get('acronym', '')
    row['Study Status'] = status.get('overallStatus', '')
    row['Brief Summary'] = protocol.get('descriptionModule', {}).get('briefSummary', '')
    row['Conditions'] = '|'.join(protocol.get('conditionsModule', {}).get('conditions', []))
    row['Interventions'] = '|'.join(
        f'{item["type"]}: {item["name"]}'
        for item in protocol.get('armsInterventionsModule', {}).get('interventions', []))
    row['Sponsor'] = protocol.get('sponsorCollaboratorsModule', {}).get('leadSponsor', {}).get('name', '')
    row['Sex'] = eligibility.get('sex', '')
    row['Age'] = ', '.join(eligibility.get('stdAges', []))
    row['Phases'] = '|'.join(design.get('phases', []))
    row['Enrollment'] = str(design.get('enrollmentInfo', {}).get('count', ''))
    row['Study Type'] = design.get('studyType', '')
    row['Start Date'] = status.get('startDateStruct', {}).get('date', '')
    row['Primary Completion Date'] = status.get('primaryCompletionDateStruct', {}).get('date', '')
    row['Completion Date'] = status.get('completionDateStruct', {}).get('date', '')
    row['Last Update Posted'] = status.get('lastUpdatePostDateStruct', {}).get('date', '')
    row['Locations'] = '|'.join(
        ', '.join(filter(None, (site.get(name) for name in ('facility', 'city', 'state', 'zip', 'country'))))
        for site in protocol.get('contactsLocationsModule', {}).get('locations', []))
    return row


def main():
    what, path = sys.argv[1:]
    if what == 'csv':
        with open(path, encoding='utf-8', newline='') as file:
            csv.field_size_limit(1 << 24)
            entries = [describe_row(row) for row in csv.DictReader(file)]
    else:
        with open(path, encoding='utf-8') as file:
            document = json.load(file)
        studies = document if isinstance(document, list) else document.get('studies', [document])
        if what == 'make-csv':
            table = csv.DictWriter(sys.stdout, COLUMNS, lineterminator='\n')
            table.writeheader()
            table.writerows(make_row(study) for study in studies)
            return
        entries = [describe(study) for study in studies]
    for lines in entries:
        print('\n'.join(lines + ['--']))


if __name__ == '__main__':
    main()
