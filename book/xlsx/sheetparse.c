#include "sheetparse.h"
#include "celltext.h"
#include "limit.h"
#include "vector.h"
#include "xml.h"

#include <stdlib.h>
#include <string.h>

struct sheetparse {
    const struct sheetsource *source;
    long passed; /* row elements still to be passed over */
    struct zip_part *part;
    XML_Parser parser;
    const char *fault;
    bool suspended;
    struct xml_progress progress;
    int depth;

    /* where in the XML */
    bool in_data, behind_data, in_text;
    int phonetic;

    /* the present row */
    struct sheetcells cells;
    long row;
    struct cell *made;
    size_t n, room;
    bool sorted, hidden;

    /* the present cell */
    struct sheetcell cell;
    int col;
    bool stored; /* there is a value, perhaps an empty one */
    struct celltext text;
};

/* --- one cell --- */

static char type_of(const char *t)
{
    if (!t || *t == '\0')
        return 'n';
    if (strcmp(t, "str") == 0)
        return 'S';
    return *t;
}

static void begin_cell(struct sheetparse *s, const char **attributes)
{
    const char *where = NULL, *type = NULL;
    s->cell = (struct sheetcell){.type = 'n', .kinds = TEXT_WORK};
    for (; attributes[0]; attributes += 2) {
        const char *name = attributes[0];
        if (name[0] == 'r' && name[1] == '\0')
            where = attributes[1];
        else if (name[0] == 't' && name[1] == '\0')
            type = attributes[1];
        else if (name[0] == 's' && name[1] == '\0')
            s->cell.style = (unsigned)strtoul(attributes[1], NULL, 10);
    }
    long row;
    int col = s->col + 1;
    if (where && !address_parse(str_c(where), &row, &col))
        s->fault = "a cell's address cannot be read";
    else if (col > BOOK_MAX_COL)
        s->fault = "a cell beyond the last column";
    s->sorted = s->sorted && col > s->col;
    s->col = col;
    s->cell.type = type_of(type);
    s->stored = false;
    s->text.len = 0;
}

static void begin_value(struct sheetparse *s, bool plain)
{
    s->stored = true;
    s->in_text = plain && s->cell.type != 'i';
}

static void add_cell(struct sheetparse *s, const struct cell *c)
{
    if (s->n == s->room) {
        s->room = s->room ? s->room * 2 : 64;
        s->made = mem_grow(s->made, s->room * sizeof *s->made);
    }
    if (s->n >= BOOK_MAX_COL)
        s->fault = "a row with too many cells";
    else
        s->made[s->n++] = *c;
}

/* The index of a shared string; false with a fault when there is no such. */
static bool find_string(struct sheetparse *s)
{
    long i;
    struct str index = str_trim(s->cell.value);
    if (index.len == 0)
        return true;
    if (!str_to_long(index, &i) || (size_t)i >= s->source->string->n) {
        s->fault = "a cell refers to a shared string that does not exist";
        return false;
    }
    s->cell.index = (uint32_t)i;
    return true;
}

static void end_cell(struct sheetparse *s)
{
    struct cell c = {.col = s->col};
    if (s->cell.formula && !s->stored)
        s->cell.type = 'n'; /* a text is stored also when it is empty */
    s->cell.value = arena_dup(&s->cells.arena, celltext_get(&s->text));
    if (s->cell.type == 's' && !find_string(s))
        return;
    if (sheetcells_make(&s->cells, &s->cell, &c))
        add_cell(s, &c);
}

/* --- the elements --- */

static void begin_row(struct sheetparse *s, const char **attributes)
{
    const char *r = xml_attribute(attributes, "r");
    long number = s->row + 1;
    if (r && (!str_to_long(str_c(r), &number) || number < 1))
        s->fault = "a row's number cannot be read";
    else if (number > BOOK_MAX_ROW)
        s->fault = "a row beyond the last one";
    else if (number <= s->row)
        s->fault = "a row behind a later one";
    s->row = number;
    s->n = 0;
    s->text.row = 0;
    s->col = 0;
    s->sorted = true;
    s->hidden = xml_true(xml_attribute(attributes, "hidden"));
    arena_reset(&s->cells.arena);
}

static void XMLCALL on_start(void *parser, const XML_Char *qname, const XML_Char **attributes)
{
    struct sheetparse *s = XML_GetUserData(parser);
    const char *name = xml_local(qname);
    if ((uint64_t)++s->depth > limit_of(LIMIT_XML_DEPTH))
        s->fault = limit_fault(LIMIT_XML_DEPTH);
    else if (strcmp(name, "sheetData") == 0)
        s->in_data = !s->behind_data; /* there is one */
    else if (!s->in_data)
        return;
    else if (strcmp(name, "c") == 0)
        begin_cell(s, attributes);
    else if (strcmp(name, "v") == 0 || strcmp(name, "is") == 0)
        begin_value(s, *name == 'v');
    else if (strcmp(name, "t") == 0)
        s->in_text = s->phonetic == 0 && s->cell.type == 'i';
    else if (strcmp(name, "f") == 0)
        s->cell.formula = true;
    else if (strcmp(name, "row") == 0)
        begin_row(s, attributes);
    else if (strcmp(name, "rPh") == 0)
        s->phonetic++;
    if (s->fault)
        XML_StopParser(parser, XML_FALSE);
}

static void XMLCALL on_end(void *parser, const XML_Char *qname)
{
    struct sheetparse *s = XML_GetUserData(parser);
    const char *name = xml_local(qname);
    s->depth--;
    s->in_text = false;
    if (!s->in_data)
        return;
    if (strcmp(name, "c") == 0)
        end_cell(s);
    else if (strcmp(name, "row") == 0)
        XML_StopParser(parser, XML_TRUE);
    else if (strcmp(name, "sheetData") == 0)
        s->in_data = false, s->behind_data = true;
    else if (strcmp(name, "rPh") == 0)
        s->phonetic--;
    if (s->fault)
        XML_StopParser(parser, XML_FALSE);
}

static void XMLCALL on_text(void *parser, const XML_Char *text, int len)
{
    struct sheetparse *s = XML_GetUserData(parser);
    if (!s->in_text)
        return;
    if ((s->fault = celltext_add(&s->text, (struct str){text, (size_t)len})))
        XML_StopParser(parser, XML_FALSE);
}

/* --- rows --- */

struct sheetparse *sheetparse_open(const struct sheetsource *source, long passed, struct err *e)
{
    struct zip_part *part = zip_part_open(source->zip, source->entry, e);
    if (!part)
        return NULL;
    struct sheetparse *s = mem_alloc(sizeof *s);
    s->source = s->cells.source = source;
    s->passed = passed;
    s->part = part;
    s->parser = xml_parser();
    XML_SetUserData(s->parser, s);
    XML_SetElementHandler(s->parser, on_start, on_end);
    XML_SetCharacterDataHandler(s->parser, on_text);
    return s;
}

void sheetparse_close(struct sheetparse *s)
{
    if (!s)
        return;
    XML_ParserFree(s->parser);
    zip_part_close(s->part);
    sheetcells_done(&s->cells);
    free(s->made);
    celltext_done(&s->text);
    free(s);
}

static int by_column(const void *a, const void *b)
{
    return ((const struct cell *)a)->col - ((const struct cell *)b)->col;
}

/* False when two cells have the same column. */
static bool sort_cells(struct sheetparse *s)
{
    qsort(s->made, s->n, sizeof *s->made, by_column);
    for (size_t i = 1; i < s->n; i++)
        if (s->made[i].col == s->made[i - 1].col)
            return false;
    return true;
}

/* Parses on: the next buffer, or the rest of the one in which the row before ended. */
static enum XML_Status step(struct sheetparse *s, struct err *e)
{
    if (s->suspended)
        return XML_ResumeParser(s->parser);
    return xml_step(s->parser, s->part, NULL, &s->progress, &s->fault, e);
}

int sheetparse_next(struct sheetparse *s, struct row *row, struct err *e)
{
    for (;;) {
        if (s->progress.ended && !s->suspended)
            return 0;
        enum XML_Status status = step(s, e);
        s->suspended = status == XML_STATUS_SUSPENDED;
        if (status == XML_STATUS_ERROR) {
            if (e->status == 0)
                xml_fault(s->parser, zip_name(s->source->zip), s->source->entry->name, s->fault, e);
            return -1;
        }
        if (s->suspended && s->passed > 0)
            s->passed--;
        else if (s->suspended && s->n > 0)
            break;
    }
    if (!s->sorted && !sort_cells(s)) {
        xml_fault(s->parser, zip_name(s->source->zip), s->source->entry->name, "a cell that stands twice", e);
        return -1;
    }
    *row = (struct row){s->row, s->made, s->n, s->hidden};
    return 1;
}
