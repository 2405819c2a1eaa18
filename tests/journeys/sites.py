# SPDX-License-Identifier: GPL-3.0-or-later
"""The sites that the program asks, as a server of the journeys, which keeps every byte that it was sent.

They answer in the shapes that are documented: the registry as in the OpenAPI description of ClinicalTrials.gov 2.0,
the recalls as in "Paging" and "Query parameters" of openFDA, the news as RSS 2.0 behind a page that names it. All that
they tell was invented.
"""

import contextlib
import json
import socket
import ssl
import threading
from datetime import datetime, timedelta, timezone
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

REGISTRY, RECALLS, NEWS = 'clinicaltrials.gov', 'api.fda.gov', 'feeds.example'

# The parameters that the registry knows; it refuses others.
REGISTRY_PARAMETERS = {'format', 'query.cond', 'filter.overallStatus', 'fields', 'countTotal', 'pageSize', 'pageToken'}

FITTING = ('NCT09000001', 'Exercise During Chemotherapy for Colon Cancer')
FOR_OTHERS = ('NCT09000002', 'Gentle Treatment for People of 90 and Older')
FAR = ('NCT09000003', 'Shorter Infusions After Surgery')
STUDIES_ON_PAGE = 2

CRITERIA = ('Inclusion Criteria:\n\n* Adenocarcinoma of the colon\n* Able to walk for ten minutes\n\n'
            'Exclusion Criteria:\n\n* Infection that needs treatment')
CONTACT = {'name': 'Ana Ruiz', 'role': 'CONTACT', 'phone': '303-555-0101', 'email': 'ana.ruiz@example.org'}
DENVER = {'facility': 'Mountain Cancer Center', 'status': 'RECRUITING', 'city': 'Denver', 'state': 'Colorado',
          'country': 'United States', 'geoPoint': {'lat': 39.74, 'lon': -104.99}}
BOSTON = {'facility': 'Harbor Hospital', 'status': 'RECRUITING', 'city': 'Boston', 'state': 'Massachusetts',
          'country': 'United States', 'geoPoint': {'lat': 42.36, 'lon': -71.06}}

POST, POST_TEXT = 'Walking Groups in Spring', 'The groups meet on Mondays at ten.'
NEWS_TITLE = 'Example Charity News'
ETAG = '"spring"'


def make_study(names, sites, minimum_age):
    number, title = names
    return {'protocolSection': {
        'identificationModule': {'nctId': number, 'briefTitle': title},
        'statusModule': {'overallStatus': 'RECRUITING', 'statusVerifiedDate': '2026-10',
                         'lastUpdatePostDateStruct': {'date': '2026-11-02'}},
        'sponsorCollaboratorsModule': {'leadSponsor': {'name': 'Example University', 'class': 'OTHER'}},
        'descriptionModule': {'briefSummary': f'The study is called {title}.'},
        'conditionsModule': {'conditions': ['Colon Cancer']},
        'designModule': {'studyType': 'INTERVENTIONAL', 'phases': ['PHASE3'], 'enrollmentInfo': {'count': 320}},
        'eligibilityModule': {'eligibilityCriteria': CRITERIA, 'sex': 'ALL', 'minimumAge': minimum_age},
        'contactsLocationsModule': {'centralContacts': [CONTACT], 'locations': sites}}}


STUDIES = [make_study(FITTING, [BOSTON, DENVER], '18 Years'), make_study(FOR_OTHERS, [DENVER], '90 Years'),
           make_study(FAR, [BOSTON], '18 Years')]


def list_studies(query):
    """A page of the registry."""
    page = int(query.get('pageToken', ['page-0'])[0].removeprefix('page-'))
    first = page * STUDIES_ON_PAGE
    answer = {'studies': STUDIES[first:first + STUDIES_ON_PAGE]}
    if page == 0 and query.get('countTotal') == ['true']:
        answer['totalCount'] = len(STUDIES)
    if first + STUDIES_ON_PAGE < len(STUDIES):
        answer['nextPageToken'] = f'page-{page + 1}'
    return answer


def list_recalls(query):
    """A page of openFDA, with one recall."""
    limit, skip = int(query['limit'][0]), int(query.get('skip', ['0'])[0])
    today = datetime.now(timezone.utc)
    recall = {
        'recall_number': 'D-0700-2026', 'event_id': '90001', 'status': 'Ongoing', 'classification': 'Class II',
        'product_type': 'Drugs', 'product_description': 'Capecitabine Tablets USP, 500 mg, 120-count bottle, Rx only',
        'product_quantity': '1,200 bottles', 'reason_for_recall': 'Failed Dissolution Specifications',
        'code_info': 'Lot CB1234, Exp. 03/2027', 'recalling_firm': 'Example Pharma', 'city': 'Springfield',
        'state': 'NJ', 'country': 'United States', 'distribution_pattern': 'Nationwide',
        'report_date': f'{today - timedelta(days=30):%Y%m%d}',
        'recall_initiation_date': f'{today - timedelta(days=50):%Y%m%d}',
        'openfda': {'generic_name': ['CAPECITABINE'], 'substance_name': ['CAPECITABINE'],
                    'product_ndc': ['99999-500']}}
    return {'meta': {'disclaimer': 'Do not rely on it.', 'last_updated': f'{today:%Y-%m-%d}',
                     'results': {'skip': skip, 'limit': limit, 'total': 1}},
            'results': [recall][skip:skip + limit]}


PAGE = f"""<!doctype html>
<html><head><title>Example Charity</title>
<link rel="alternate" type="application/rss+xml" title="{NEWS_TITLE}" href="/news.xml">
</head><body><p>Welcome</p><img src="https://{NEWS}/pixel.png"></body></html>
"""

FEED = f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>{NEWS_TITLE}</title><link>https://{NEWS}/</link><description>News</description>
<item><title>{POST}</title><guid>walking</guid><link>https://{NEWS}/walking</link>
<pubDate>Mon, 02 Nov 2026 10:00:00 GMT</pubDate>
<description>&lt;p&gt;{POST_TEXT}&lt;/p&gt;&lt;img src="https://{NEWS}/pixel.png"&gt;
&lt;script&gt;fetch("https://{NEWS}/script")&lt;/script&gt;</description></item>
</channel></rss>
"""


class Recorder:
    """Reads on from a connection, and keeps what it has read."""

    def __init__(self, stream):
        self.stream, self.kept = stream, bytearray()

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def readline(self, *arguments):
        line = self.stream.readline(*arguments)
        self.kept += line
        return line

    def read(self, *arguments):
        piece = self.stream.read(*arguments)
        self.kept += piece
        return piece


class Handler(BaseHTTPRequestHandler):
    """Answers, and keeps what was asked."""

    protocol_version = 'HTTP/1.1'
    timeout = 60

    def setup(self):
        super().setup()
        self.rfile = Recorder(self.rfile)

    def handle_one_request(self):
        self.rfile.kept.clear()
        super().handle_one_request()

    def log_message(self, *arguments):
        pass

    def __getattr__(self, name):
        if name.startswith('do_'):  # whatever the method is
            return self.answer
        raise AttributeError(name)

    def answer(self):
        body = self.rfile.read(int(self.headers.get('Content-Length', 0)))
        self.server.keep(Request(bytes(self.rfile.kept), self.command, self.path, list(self.headers.items()), body))
        place, query = urlsplit(self.path).path, parse_qs(urlsplit(self.path).query)
        match self.headers['Host'], place:
            case 'clinicaltrials.gov', '/api/v2/studies' if query.keys() <= REGISTRY_PARAMETERS:
                self.send('application/json', json.dumps(list_studies(query)))
            case 'api.fda.gov', '/drug/enforcement.json':
                self.send('application/json', json.dumps(list_recalls(query)))
            case 'feeds.example', '/':
                self.send('text/html; charset=utf-8', PAGE)
            case 'feeds.example', '/news.xml':
                self.send('application/rss+xml', FEED, [('ETag', ETAG)])
            case _:
                self.send('text/plain', 'There is no such thing.', status=404)

    def send(self, kind, text, headers=(), status=200):
        content = text.encode()
        self.send_response(status)
        for name, value in (('Content-Type', kind), ('Content-Length', len(content)), *headers):
            self.send_header(name, str(value))
        self.end_headers()
        self.wfile.write(content)


class Request:
    """What was asked once."""

    def __init__(self, sent, method, target, headers, body):
        self.sent = sent  # all of it, byte by byte
        self.method, self.target, self.headers, self.body = method, target, dict(headers), body

    @property
    def host(self):
        return self.headers['Host']

    def __repr__(self):
        return f'{self.method} https://{self.host}{self.target}'


class Sites(ThreadingHTTPServer):
    """The server of all of these sites. Use it in a with statement; it may be closed before."""

    daemon_threads = True

    def __init__(self, certificate):
        self.requests = []
        self.names = set()  # that were asked for in the open, before anything is encrypted
        self.lock = threading.Lock()
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.context.load_cert_chain(certificate)
        self.context.sni_callback = self.keep_name
        self.connections = []
        super().__init__(('', 443), Handler)
        self.thread = threading.Thread(target=self.serve_forever, args=(0.05,))
        self.thread.start()

    def keep_name(self, connection, name, context):
        self.names.add(name)

    def finish_request(self, request, client_address):
        # Not where it is accepted: who connects and says nothing would keep the others waiting.
        with self.context.wrap_socket(request, server_side=True) as connection:
            self.connections.append(connection)
            super().finish_request(connection, client_address)

    def handle_error(self, request, client_address):
        pass  # who breaks a connection off may do that

    def keep(self, request):
        with self.lock:
            self.requests.append(request)

    def asked(self, host):
        """What one of the sites was asked."""
        with self.lock:
            return [request for request in self.requests if request.host == host]

    def close(self):
        """Goes away, with all connections."""
        if self.thread is not None:
            self.shutdown()
            self.thread.join()
            self.thread = None
            for connection in self.connections:
                with contextlib.suppress(OSError):  # it was closed already
                    connection.shutdown(socket.SHUT_RDWR)
            self.server_close()

    def __exit__(self, *error):
        self.close()
