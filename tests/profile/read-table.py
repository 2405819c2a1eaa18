#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints the rows of a CSV file, read by another parser than ours: each as a list of Python.

Usage: read-table.py FILE
"""

import csv
import sys

with open(sys.argv[1], encoding="utf-8-sig", newline="") as file:
    for row in csv.reader(file, strict=True):
        print(ascii(row))
