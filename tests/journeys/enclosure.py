# SPDX-License-Identifier: GPL-3.0-or-later
"""A network of its own, in which a server of the journeys stands for the sites that the program asks.

The program knows nothing of it, and nothing in it is changed for it: the names of the sites lead to this computer by
/etc/hosts, and who has signed the certificate of the server is trusted by the list of the system. Both files are
those of this process and its children alone, and nobody outside can be reached.
"""

import fcntl
import os
import shutil
import socket
import struct
import subprocess
import sys
from pathlib import Path

UNSHARE = ('unshare', '--map-root-user', '--mount', '--net', '--')

HOSTS = Path('/etc/hosts')
AUTHORITIES = Path('/etc/ssl/certs/ca-certificates.crt')  # where GnuTLS looks on Debian

# Where there is nothing but 127.0.0.1 a name is not found. This is an address for documents, RFC 5737.
ADDRESS = '192.0.2.1'

# From <linux/sockios.h> and <net/if.h>.
SIOCSIFFLAGS, SIOCSIFADDR, IFF_UP = 0x8914, 0x8916, 1

MARK = 'HC_JOURNEY_ENCLOSED'


def is_here():
    """Whether this process is in such a network already."""
    return MARK in os.environ


def find_obstacle():
    """Why there can be none on this system, or None."""
    for path in HOSTS, AUTHORITIES:
        if not path.is_file():
            return f'there is no {path}'
    try:
        outcome = subprocess.run([*UNSHARE, 'true'], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                                 encoding='utf-8', check=False)
    except OSError as error:
        return f'there is no network of its own: {error}'
    return f'there is no network of its own: {outcome.stderr.strip()}' if outcome.returncode != 0 else None


def enter():
    """Starts this program again in such a network; does not return."""
    os.environ[MARK] = '1'
    os.execvp(UNSHARE[0], [*UNSHARE, sys.executable, *sys.argv])


def furnish(folder, names, authority):
    """Makes names lead to this computer, and nobody trusted but an authority, whose certificate is in a file. The
    folder is to be there as long as the network is."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as control:
        address = struct.pack('16sH2x4s8x', b'lo:1', socket.AF_INET, socket.inet_aton(ADDRESS))
        fcntl.ioctl(control, SIOCSIFFLAGS, struct.pack('16sH14x', b'lo', IFF_UP))
        fcntl.ioctl(control, SIOCSIFADDR, address)

    hosts, authorities = folder / 'hosts', folder / 'authorities.pem'
    hosts.write_text(f"127.0.0.1 localhost\n{ADDRESS} {' '.join(names)}\n", encoding='ascii')
    shutil.copy(authority, authorities)
    for file, place in (hosts, HOSTS), (authorities, AUTHORITIES):
        subprocess.run(['mount', '--bind', file, place], check=True)
