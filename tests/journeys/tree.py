# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader sees: the accessibility tree of a program.

The protocol is spoken directly. The Atspi library keeps copies of what it has read, which are out of
date until its own loop has run, and asks for each property of each node by itself; here the whole
tree comes in one answer. The library lends its constants.
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
TEXT = 'org.a11y.atspi.Text'

TIMEOUT_MS = 20000


class Gone(Exception):
    """The node is no more, or does not do what is asked."""


def ask(bus, owner, path, interface, method, arguments=None):
    try:
        return bus.call_sync(owner, path, interface, method, arguments, None,
                             Gio.DBusCallFlags.NONE, TIMEOUT_MS, None)
    except GLib.Error as error:
        raise Gone(f'{interface}.{method} of {path}: {error.message}') from error


def call(bus, owner, path, interface, method, arguments=None):
    return ask(bus, owner, path, interface, method, arguments).unpack()


ROOT = '/org/a11y/atspi/accessible/root'
CACHE = ('/org/a11y/atspi/cache', 'org.a11y.atspi.Cache', 'GetItems')
STATES = 9  # the place of the states in an item of the cache


class Tree:
    """All windows of a program at one moment."""

    def __init__(self, bus, owner):
        self.bus, self.owner = bus, owner
        self.nodes = self._read_nodes()
        # The answer has also nodes that are not shown any more, and lacks those that nobody has asked
        # for yet, since GTK makes a node when its parent is asked. So the children are asked for, too.
        children = self._read_children()
        if any(path not in self.nodes for path in children):
            self.nodes = self._read_nodes()
        self.nodes = {path: self.nodes[path] for path in children if path in self.nodes}
        for path, node in self.nodes.items():
            node.children = [self.nodes[child] for child in children[path] if child in self.nodes]
        self.windows = [self.nodes[path] for path in children[ROOT] if path in self.nodes]

    @staticmethod
    def find_focus(bus, owner):
        """The node that has the keyboard, or None when nobody has asked for it yet; without what is in it."""
        items = ask(bus, owner, *CACHE).get_child_value(0)
        for i in range(items.n_children()):
            item = items.get_child_value(i)
            # Most of the time would go into the unpacking of all the others.
            states = item.get_child_value(STATES).unpack()
            if has_state(states, State.FOCUSED) and has_state(states, State.SHOWING):
                return Node(bus, owner, item.unpack())
        return None

    def _read_nodes(self):
        items, = call(self.bus, self.owner, *CACHE)
        return {node.path: node for node in (Node(self.bus, self.owner, item) for item in items)}

    def _read_children(self):
        """The paths of the children of each path. All of a level are asked for at once."""
        found, level = {}, [ROOT]
        while level:
            asked = [path for path in level
                     if path == ROOT or path not in self.nodes or self.nodes[path].n_children > 0]
            found |= dict.fromkeys(level, []) | self._ask_children(asked)
            level = [child for path in asked for child in found[path] if child not in found]
        return found

    def _ask_children(self, paths):
        found = {}

        def answered(bus, result, path):
            try:
                children, = bus.call_finish(result).unpack()
                found[path] = [child for _, child in children]
            except GLib.Error:
                found[path] = []  # it went away

        for path in paths:
            self.bus.call(self.owner, path, ACCESSIBLE, 'GetChildren', None, None, Gio.DBusCallFlags.NONE,
                          TIMEOUT_MS, None, answered, path)
        while len(found) < len(paths):
            GLib.MainContext.default().iteration(True)
        return found

    def walk(self):
        """Yields everything that is shown, from the top of each window to its end."""
        for window in self.windows:
            yield from window.walk()

    def find_all(self, role=None, name=None, words=None):
        return (node for node in self.walk() if node.matches(role, name, words))

    def dump(self):
        """The tree as text, for those who write journeys."""
        return '\n'.join(window.dump() for window in self.windows)


def has_state(states, state):
    return bool(states[int(state) // 32] >> int(state) % 32 & 1)


class Node:
    """A node of a tree. What it is stays as it was at that moment; the rest is asked for anew."""

    def __init__(self, bus, owner, item):
        (_, self.path), _, (_, self.parent), self.index, self.n_children, self.interfaces, self.name, \
            role, self.description, self.states = item
        self.bus, self.owner = bus, owner
        self.role = Role(role)
        self.children = []

    def __eq__(self, other):
        return isinstance(other, Node) and (self.owner, self.path) == (other.owner, other.path)

    def __repr__(self):
        return f'{self.role.value_nick} "{self.name}"'

    def call(self, interface, method, arguments=None):
        return call(self.bus, self.owner, self.path, interface, method, arguments)

    # What it is

    def has(self, state):
        return has_state(self.states, state)

    @property
    def name_now(self):
        return self.call('org.freedesktop.DBus.Properties', 'Get', GLib.Variant('(ss)', (ACCESSIBLE, 'Name')))[0]

    @property
    def text(self):
        if TEXT not in self.interfaces:
            return ''
        # GTK 4.18 says nothing of an entry that is asked for the text up to its end.
        count, = self.call('org.freedesktop.DBus.Properties', 'Get', GLib.Variant('(ss)', (TEXT, 'CharacterCount')))
        return self.call(TEXT, 'GetText', GLib.Variant('(ii)', (0, count)))[0]

    @property
    def error_path(self):
        """Of a field: the path of the node that says what is wrong in it, or None."""
        # GTK tells it as the other way round.
        kinds = int(Atspi.RelationType.ERROR_MESSAGE), int(Atspi.RelationType.ERROR_FOR)
        relations, = self.call(ACCESSIBLE, 'GetRelationSet')
        return next((targets[0][1] for kind, targets in relations if kind in kinds), None)

    @property
    def level(self):
        """Of a heading."""
        return int(self.call(ACCESSIBLE, 'GetAttributes')[0].get('level', 0))

    @property
    def actions(self):
        return [action[0] for action in self.call(ACTION, 'GetActions')[0]] if ACTION in self.interfaces else []

    @property
    def extents(self):
        """x, y, width and height within the window."""
        return self.call(COMPONENT, 'GetExtents', GLib.Variant('(u)', (int(Atspi.CoordType.WINDOW),)))[0]

    # What can be done to it

    def press(self, action=0):
        self.call(ACTION, 'DoAction', GLib.Variant('(i)', (action,)))

    def write(self, text):
        """Puts a text in the place of what is written there."""
        self.call(EDITABLE, 'SetTextContents', GLib.Variant('(s)', (text,)))

    def append(self, text):
        """Writes on at the end, as a person does."""
        self.call(EDITABLE, 'InsertText', GLib.Variant('(isi)', (len(self.text), text, len(text.encode()))))

    # What is in it

    def walk(self):
        """Yields it and all in it that is shown."""
        if self.has(State.SHOWING):
            yield self
            for child in self.children:
                yield from child.walk()

    def matches(self, role=None, name=None, words=None):
        return (role is None or self.role == role) and (name is None or self.name == name) and \
            (words is None or words in self.name)

    def find_all(self, role=None, name=None, words=None):
        return (node for node in self.walk() if node.matches(role, name, words))

    def find(self, role=None, name=None, words=None):
        return next(self.find_all(role, name, words), None)

    def dump(self, depth=0):
        letters = ''.join(letter for letter, state in [
            ('f', State.FOCUSABLE), ('F', State.FOCUSED), ('s', State.SHOWING)] if self.has(state))
        actions = [action for action in self.actions if '.' not in action]
        line = f'{"  " * depth}{self!r} [{letters}] {" ".join(actions)}'
        return '\n'.join([line] + [child.dump(depth + 1) for child in self.children])
