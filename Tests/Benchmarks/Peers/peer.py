"""What a handy user would write: lxml validates and reads, sqlite3 stores; one transaction, WAL, FULL.

peer.py PROCESSES SCHEMA DATABASE FILE...
"""

import multiprocessing
import sqlite3
import sys

from lxml import etree

SPACE = "{urn:vakmatrix:voortgangsformulier:1}"
TABLES = """
create table message (number integer primary key, id text, created text, file text);
create table form (number integer primary key, message integer, id text, kind text, held_on text, student text, name text);
create table judgement (form integer, place integer, task text, level text, role text, seen_on text, judge text, remark text);
create table topic (form integer, code text, contributor text, body text);
create table agreement (form integer, id text, owner text, due text, status text, task text, body text);
"""
schema = None


def prepare(path):
    """Compiles the schema once in each process."""
    global schema
    schema = etree.XMLSchema(file=path)


def read_form(form):
    who = form.find(SPACE + "deelnemer")
    head = (
        form.get("id"), form.findtext(SPACE + "soort"), form.findtext(SPACE + "gespreksdatum"),
        who.findtext(SPACE + "identificatie"), who.findtext(SPACE + "weergavenaam"))
    judgements = [
        (place, task.get("code"), said.findtext(SPACE + "niveau"), said.get("rol"), said.get("datum"), said.get("door"),
         said.findtext(SPACE + "toelichting"))
        for place, (task, said) in enumerate(
            ((task, said) for task in form.iterfind(f"{SPACE}voortgang/{SPACE}taak") for said in task.iterfind(SPACE + "oordeel")), 1)
    ]
    topics = [(it.get("code"), it.get("inbreng"), it.text) for it in form.iterfind(f"{SPACE}gesprek/{SPACE}onderwerp")]
    agreements = [
        (it.get("id"), it.get("wie"), it.get("voor"), it.get("status"), it.get("taak"), it.text)
        for it in form.iterfind(f"{SPACE}afspraken/{SPACE}afspraak")
    ]
    return head, judgements, topics, agreements


def read_file(path):
    """A message of one form: the whole tree, then the schema. Raises when it is not valid."""
    root = etree.parse(path).getroot()
    schema.assertValid(root)
    forms = [read_form(form) for form in root.iterfind(SPACE + "formulier")]
    return (root.findtext(SPACE + "berichtid"), root.findtext(SPACE + "aanmaakdatum"), path), forms


def read_batch(path):
    """A large message: form by form, validated as it is read."""
    heading = {}
    names = [SPACE + name for name in ("berichtid", "aanmaakdatum", "formulier")]
    for _, element in etree.iterparse(path, tag=names, schema=schema):
        if element.tag != names[2]:
            heading[element.tag] = element.text
            continue
        yield (heading[names[0]], heading[names[1]], path), [read_form(element)]
        element.clear()
        while element.getprevious() is not None:
            del element.getparent()[0]


def messages(processes, schema_path, paths):
    if len(paths) == 1:
        prepare(schema_path)
        yield from read_batch(paths[0])
    elif processes == 1:
        prepare(schema_path)
        yield from map(read_file, paths)
    else:
        with multiprocessing.Pool(processes, prepare, (schema_path,)) as pool:
            yield from pool.imap(read_file, paths, chunksize=50)


def main(processes, schema_path, database, paths):
    connection = sqlite3.connect(database, isolation_level=None)
    connection.execute("pragma journal_mode = wal")
    connection.execute("pragma synchronous = full")
    connection.executescript("begin immediate;" + TABLES)
    known, form = {}, 0
    for message, forms in messages(processes, schema_path, paths):
        if message not in known:
            known[message] = len(known) + 1
            connection.execute("insert into message values (?, ?, ?, ?)", (known[message], *message))
        for head, judgements, topics, agreements in forms:
            form += 1
            connection.execute("insert into form values (?, ?, ?, ?, ?, ?, ?)", (form, known[message], *head))
            connection.executemany("insert into judgement values (?, ?, ?, ?, ?, ?, ?, ?)", ((form, *row) for row in judgements))
            connection.executemany("insert into topic values (?, ?, ?, ?)", ((form, *row) for row in topics))
            connection.executemany("insert into agreement values (?, ?, ?, ?, ?, ?, ?)", ((form, *row) for row in agreements))
    connection.execute("commit")
    connection.execute("pragma wal_checkpoint(truncate)")
    connection.close()


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2], sys.argv[3], sys.argv[4:])
