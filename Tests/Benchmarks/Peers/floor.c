/* The floor under an import: libxml2 reads and validates, SQLite stores; one thread, one transaction, no plan, no matrix.
   cc -O2 floor.c $(pkg-config --cflags --libs libxml-2.0 sqlite3)        floor SCHEMA DATABASE FILE... */
#include <fcntl.h>
#include <libxml/xmlreader.h>
#include <libxml/xmlschemas.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { MESSAGE, FORM, JUDGEMENT, TOPIC, AGREEMENT, STATEMENTS };
static const char *const inserts[STATEMENTS] = {
    "insert into message values (?, ?, ?, ?)", "insert into form values (?, ?, ?, ?, ?, ?, ?)",
    "insert into judgement values (?, ?, ?, ?, ?, ?, ?, ?)", "insert into topic values (?, ?, ?, ?)",
    "insert into agreement values (?, ?, ?, ?, ?, ?, ?)"};
static const char *const schema_sql =
    "create table message (number integer primary key, id text, created text, file text);"
    "create table form (number integer primary key, message integer, id text, kind text, held_on text, student text, name text);"
    "create table judgement (form integer, place integer, task text, level text, role text, seen_on text, judge text, remark text);"
    "create table topic (form integer, code text, contributor text, body text);"
    "create table agreement (form integer, id text, owner text, due text, status text, task text, body text);";

static sqlite3 *db;
static sqlite3_stmt *statements[STATEMENTS];
static sqlite3_int64 message, form;

static void die(const char *what, const char *detail) {
  fprintf(stderr, "floor: %s: %s\n", what, detail);
  exit(1);
}
static void sql(const char *text) {
  if (sqlite3_exec(db, text, 0, 0, 0) != SQLITE_OK) die(text, sqlite3_errmsg(db));
}
static void number(int row, int column, sqlite3_int64 value) { sqlite3_bind_int64(statements[row], column, value); }
static void words(int row, int column, const void *value) { sqlite3_bind_text(statements[row], column, value, -1, SQLITE_TRANSIENT); }
static void insert(int row) {
  if (sqlite3_step(statements[row]) != SQLITE_DONE) die("insert", sqlite3_errmsg(db));
  sqlite3_reset(statements[row]);
  sqlite3_clear_bindings(statements[row]);
}

/* The text since the last start tag. */
static char text[1 << 16];
static size_t length;

/* What each element has to give: the statement it fills and the columns of its attributes and its text. */
typedef struct { const char *attribute; int column; } Column;
typedef struct { const char *name; int row; Column columns[6]; int text_column; int ends_row; } Element;
static const Element elements[] = {
    {"berichtid", MESSAGE, {{0}}, 2, 0}, {"aanmaakdatum", MESSAGE, {{0}}, 3, 0},
    {"formulier", FORM, {{"id", 3}}, 0, 0}, {"soort", FORM, {{0}}, 4, 0}, {"gespreksdatum", FORM, {{0}}, 5, 0},
    {"weergavenaam", FORM, {{0}}, 7, 0}, {"deelnemer", FORM, {{0}}, 0, 1},
    {"taak", JUDGEMENT, {{"code", 3}}, 0, 0},
    {"oordeel", JUDGEMENT, {{"rol", 5}, {"datum", 6}, {"door", 7}}, 0, 1}, {"niveau", JUDGEMENT, {{0}}, 4, 0},
    {"toelichting", JUDGEMENT, {{0}}, 8, 0}, {"onderwerp", TOPIC, {{"code", 2}, {"inbreng", 3}}, 4, 1},
    {"afspraak", AGREEMENT, {{"id", 2}, {"wie", 3}, {"voor", 4}, {"status", 5}, {"taak", 6}}, 7, 1}};
#define ELEMENTS (sizeof elements / sizeof *elements)
static const xmlChar *known[ELEMENTS];

static const Element *element(xmlTextReaderPtr reader) {
  const xmlChar *name = xmlTextReaderConstLocalName(reader); /* interned: the pointers compare */
  for (size_t i = 0; i < ELEMENTS; i++) if (known[i] == name) return &elements[i];
  return 0;
}

static void read_file(const char *path, xmlSchemaPtr schema) {
  static int place, in_form, in_participant;
  static char task[1024];
  int file = open(path, O_RDONLY);
  xmlTextReaderPtr reader = file < 0 ? 0 : xmlReaderForFd(file, path, 0, XML_PARSE_NONET | XML_PARSE_BIG_LINES);
  if (!reader || xmlTextReaderSetSchema(reader, schema) != 0) die(path, "cannot be read");
  for (size_t i = 0; i < ELEMENTS; i++) known[i] = xmlTextReaderConstString(reader, (const xmlChar *)elements[i].name);
  const xmlChar *identifier = xmlTextReaderConstString(reader, (const xmlChar *)"identificatie");
  number(MESSAGE, 1, ++message), words(MESSAGE, 4, path);
  in_form = 0;
  int status;
  while ((status = xmlTextReaderRead(reader)) == 1) {
    int type = xmlTextReaderNodeType(reader);
    if (type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_CDATA || type == XML_READER_TYPE_SIGNIFICANT_WHITESPACE) {
      const xmlChar *value = xmlTextReaderConstValue(reader);
      size_t more = strlen((const char *)value);
      if (length + more >= sizeof text) die(path, "text too long");
      memcpy(text + length, value, more + 1), length += more;
      continue;
    }
    if (type != XML_READER_TYPE_ELEMENT && type != XML_READER_TYPE_END_ELEMENT) continue;
    if (type == XML_READER_TYPE_END_ELEMENT && in_participant && xmlTextReaderConstLocalName(reader) == identifier) words(FORM, 6, text);
    const Element *it = element(reader);
    if (type == XML_READER_TYPE_ELEMENT) length = 0, text[0] = 0;
    if (!it || (!in_form && it->row != MESSAGE && strcmp(it->name, "formulier"))) continue;
    if (type == XML_READER_TYPE_ELEMENT) {
      if (!strcmp(it->name, "formulier")) {
        in_form = 1, place = 0, number(FORM, 1, ++form), number(FORM, 2, message);
      }
      if (!strcmp(it->name, "deelnemer")) in_participant = 1;
      while (xmlTextReaderMoveToNextAttribute(reader) == 1) {
        const char *name = (const char *)xmlTextReaderConstLocalName(reader);
        for (const Column *column = it->columns; column->attribute; column++)
          if (!strcmp(name, column->attribute)) {
            if (!strcmp(it->name, "taak")) snprintf(task, sizeof task, "%s", xmlTextReaderConstValue(reader));
            else words(it->row, column->column, xmlTextReaderConstValue(reader));
          }
      }
      xmlTextReaderMoveToElement(reader);
      continue;
    }
    if (it->text_column) words(it->row, it->text_column, text);
    if (!it->ends_row) continue;
    if (it->row == FORM) in_participant = 0;
    else number(it->row, 1, form);
    if (it->row == JUDGEMENT) number(JUDGEMENT, 2, ++place), words(JUDGEMENT, 3, task);
    insert(it->row);
  }
  if (status != 0 || xmlTextReaderIsValid(reader) != 1) die(path, "not valid");
  insert(MESSAGE);
  xmlFreeTextReader(reader);
  close(file);
}

int main(int count, char **arguments) {
  if (count < 4) die("usage", "floor SCHEMA DATABASE FILE...");
  xmlSchemaPtr schema = xmlSchemaParse(xmlSchemaNewParserCtxt(arguments[1]));
  if (!schema) die(arguments[1], "no schema");
  if (sqlite3_open(arguments[2], &db) != SQLITE_OK) die(arguments[2], sqlite3_errmsg(db));
  sql("pragma journal_mode = wal; pragma synchronous = full;");
  sql("begin immediate");
  sql(schema_sql);
  for (int i = 0; i < STATEMENTS; i++)
    if (sqlite3_prepare_v2(db, inserts[i], -1, &statements[i], 0) != SQLITE_OK) die(inserts[i], sqlite3_errmsg(db));
  for (int i = 3; i < count; i++) read_file(arguments[i], schema);
  sql("commit");
  sql("pragma wal_checkpoint(truncate)");
  for (int i = 0; i < STATEMENTS; i++) sqlite3_finalize(statements[i]);
  if (sqlite3_close(db) != SQLITE_OK) die("close", sqlite3_errmsg(db));
  return 0;
}
