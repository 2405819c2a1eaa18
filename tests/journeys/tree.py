# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader sees: the accessibility tree, asked for anew each time.

The protocol is spoken directly, since the Atspi library keeps copies of what it has read, which are
out of date until its own loop has run. It lends its constants.
"""

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, Gio, GLib  # noqa: E402

Role = Atspi.Role
State = Atspi.StateType

ACCESSIBLE = 'org.a11y.atspi.Accessible'
ACTION = 'org.a11y.atspi.Action'
COMPONENT = 'org.a11y.atspi.Component'
EDITABLE = 'org.a11y.atspi.EditableText'
SELECTION = 'org.a11y.atspi.Selection'
TEXT = 'org.a11y.atspi.Text'

TIMEOUT_MS = 20000


class Gone(Exception):
    """The node went away while it was read."""


class Node:
    """A node of the tree."""

    def __init__(self, bus, owner, path):
        self.bus, self.owner, self.path = bus, owner, path

    def __eq__(self, other):
        return isinstance(other, Node) and (self.owner, self.path) == (other.owner, other.path)

    def __hash__(self):
        return hash((self.owner, self.path))

    def __repr__(self):
        return f'<{self.role.value_nick} "{self.name}">'

    def call(self, interface, method, arguments=None):
        try:
            return self.bus.call_sync(self.owner, self.path, interface, method, arguments, None,
                                      Gio.DBusCallFlags.NONE, TIMEOUT_MS, None).unpack()
        except GLib.Error as error:
            raise Gone(f'{interface}.{method} of {self.path}: {error.message}') from error

    def get(self, interface, name):
        return self.call('org.freedesktop.DBus.Properties', 'Get', GLib.Variant('(ss)', (interface, name)))[0]

    # What it is

    @property
    def name(self):
        return self.get(ACCESSIBLE, 'Name')

    @property
    def description(self):
        return self.get(ACCESSIBLE, 'Description')

    @property
    def role(self):
        return Role(self.call(ACCESSIBLE, 'GetRole')[0])

    @property
    def interfaces(self):
        return self.call(ACCESSIBLE, 'GetInterfaces')[0]

    def has(self, state):
        words = self.call(ACCESSIBLE, 'GetState')[0]
        return bool(words[int(state) // 32] >> int(state) % 32 & 1)

    @property
    def attributes(self):
        return self.call(ACCESSIBLE, 'GetAttributes')[0]

    @property
    def children(self):
        return [Node(self.bus, *child) for child in self.call(ACCESSIBLE, 'GetChildren')[0]]

    @property
    def text(self):
        return self.call(TEXT, 'GetText', GLib.Variant('(ii)', (0, -1)))[0] if TEXT in self.interfaces else ''

    @property
    def actions(self):
        if ACTION not in self.interfaces:
            return []
        return [action[0] for action in self.call(ACTION, 'GetActions')[0]]

    @property
    def extents(self):
        """x, y, width and height within the window."""
        return self.call(COMPONENT, 'GetExtents', GLib.Variant('(u)', (int(Atspi.CoordType.WINDOW),)))[0]

    # What can be done to it

    def press(self, action=0):
        self.call(ACTION, 'DoAction', GLib.Variant('(i)', (action,)))

    def focus(self):
        self.call(COMPONENT, 'GrabFocus')

    def write(self, text):
        self.call(EDITABLE, 'SetTextContents', GLib.Variant('(s)', (text,)))

    # What is in it

    def walk(self, hidden=False):
        """Yields it and everything in it that is shown, from the top of the window to its end."""
        try:
            if not hidden and self.role != Role.APPLICATION and not self.has(State.SHOWING):
                return
            yield self
            children = self.children
        except Gone:
            return
        for child in children:
            yield from child.walk(hidden)

    def find_all(self, role=None, name=None, words=None):
        """Everything shown of that role and name that contains the words in its name or text."""
        found = []
        for node in self.walk():
            try:
                if (role is None or node.role == role) and (name is None or node.name == name) and \
                        (words is None or words in node.name or words in node.text):
                    found.append(node)
            except Gone:
                continue
        return found

    def find(self, role=None, name=None, words=None):
        found = self.find_all(role, name, words)
        return found[0] if found else None

    def dump(self, depth=0):
        """The tree as text, for those who write journeys."""
        lines = []
        for node in [self]:
            try:
                states = ''.join(letter for letter, state in [
                    ('f', State.FOCUSABLE), ('F', State.FOCUSED), ('s', State.SHOWING), ('v', State.VISIBLE),
                    ('e', State.SENSITIVE)] if node.has(state))
                lines.append(f'{"  " * depth}{node.role.value_nick} "{node.name}" [{states}] {node.actions}'
                             f' {node.text[:40]!r}')
                for child in node.children:
                    lines.append(child.dump(depth + 1))
            except Gone as gone:
                lines.append(f'{"  " * depth}gone: {gone}')
        return '\n'.join(lines)
