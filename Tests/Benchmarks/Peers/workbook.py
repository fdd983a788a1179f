"""What a handy user would write: sqlite3 asks, openpyxl makes the workbook.

workbook.py QUESTION DATABASE FILE
"""

import datetime
import sqlite3
import sys

import openpyxl
from openpyxl.styles import Font

question, database, target = sys.argv[1:]
rows = sqlite3.connect("file:" + database + "?mode=ro", uri=True).execute(open(question, encoding="utf-8").read())
heads = [column[0] for column in rows.description]
days = [place for place, head in enumerate(heads) if "datum" in head or head in ("laatste_gesprek", "volgend_gesprek")]
share = heads.index("deel_beheerst")
book = openpyxl.Workbook()
sheet = book.active
sheet.append(heads)
for cell in sheet[1]:
    cell.font = Font(bold=True)
for row in rows:
    values = list(row)
    for place in days:
        values[place] = values[place] and datetime.date.fromisoformat(values[place])
    values[share] = float(values[share])
    sheet.append(values)
    for place in days:
        sheet.cell(sheet.max_row, place + 1).number_format = "d-m-yyyy"
    sheet.cell(sheet.max_row, share + 1).number_format = "0%"
sheet.freeze_panes = "A2"
sheet.auto_filter.ref = sheet.dimensions
book.save(target)
