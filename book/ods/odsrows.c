#include "limit.h"
#include "celltext.h"
#include "odspart.h"
#include "moment.h"
#include "number.h"
#include "xml.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct ods_rows {
    struct ods *ods;
    size_t wanted; /* number of the table, from 1 */
    struct zip_part *part;
    XML_Parser parser;
    struct ods_place place;
    const char *fault;
    bool suspended, failed;
    struct xml_progress progress;

    /* the present row */
    struct arena arena;
    struct cell *cell;
    size_t cells, room, all_cells;
    bool hidden;
    long next, last; /* rows that are still to be handed out with these cells */

    /* the present cell */
    char type; /* first letter of its value type; 0: none */
    bool formula, error;
    struct str value;
    int paragraph; /* depth of the element; 0: not within one */
    size_t paragraphs;
    bool blank; /* a blank came last */
    struct celltext text;
};

/* --- text --- */

static void add(struct ods_rows *r, const char *text, size_t len)
{
    const char *fault = celltext_add(&r->text, (struct str){text, len});
    r->fault = fault ? fault : r->fault;
}

/* Blanks in the XML count as one (OpenDocument 1.3 part 3, 6.1.2); also at the beginning of a paragraph,
 * where the standard would have none: LibreOffice writes and reads them there. */
static void add_folded(struct ods_rows *r, struct str s)
{
    size_t from = 0;
    for (size_t i = 0; i < s.len; i++) {
        bool blank = strchr(" \t\r\n", s.ptr[i]) != NULL && s.ptr[i] != '\0';
        if (!blank) {
            r->blank = false;
            continue;
        }
        add(r, s.ptr + from, i - from);
        if (!r->blank)
            add(r, " ", 1);
        r->blank = true;
        from = i + 1;
    }
    add(r, s.ptr + from, s.len - from);
}

static void add_element(struct ods_rows *r, const char *name, const char **attributes)
{
    if (strcmp(name, "s") == 0) {
        for (long n = ods_count(attributes, "c"); n > 0 && !r->fault; n--)
            add(r, " ", 1);
        r->blank = false;
    } else if (strcmp(name, "tab") == 0) {
        add(r, "\t", 1);
        r->blank = false;
    } else if (strcmp(name, "line-break") == 0) {
        add(r, "\n", 1);
        r->blank = false;
    }
}

/* --- values --- */

/* What a formula shows that failed; older files mark it in no other way. */
static bool is_error(struct str s)
{
    static const char *const names[] = {"#DIV/0!", "#N/A", "#REF!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (str_is(s, names[i]))
            return true;
    return str_starts(s, "Err:");
}

/* Value and type of the cell that ended. */
static struct cell typed(struct ods_rows *r)
{
    struct cell c = {.type = CELL_TEXT, .text = arena_dup(&r->arena, celltext_get(&r->text))};
    struct str iso;
    if (r->error || (r->formula && is_error(c.text))) {
        c.type = CELL_ERROR;
        return c;
    }
    if (r->formula && r->type == 0 && r->paragraphs == 0) { /* with an empty one LibreOffice stores "" */
        c.type = CELL_ERROR;
        c.text = STR(BOOK_UNCALCULATED);
        return c;
    }
    switch (r->type) {
    case 'f':
    case 'p':
    case 'c':
        if (number_plain(&r->arena, str_trim(r->value), &c.text))
            c.type = CELL_NUMBER;
        break;
    case 'd':
    case 't':
        if (r->type == 'd' ? moment_iso(&r->arena, r->value, &iso)
                           : moment_duration(&r->arena, r->value, &iso)) {
            c.type = CELL_DATE;
            c.text = iso;
        }
        break;
    case 'b':
        c.type = CELL_BOOL;
        c.text = str_is(r->value, "true") ? STR("TRUE") : STR("FALSE");
        break;
    default:
        if (r->value.len > 0)
            c.text = r->value;
    }
    return c;
}

/* The attributes of a cell: its value type decides which of the values counts. */
static void begin_cell(struct ods_rows *r, const char **attributes)
{
    static const char *const values[] = {"value", "date-value", "time-value", "boolean-value",
                                         "string-value"};
    r->type = 0;
    r->formula = xml_attribute(attributes, "formula") != NULL;
    r->error = false;
    r->value = STR("");
    r->text.len = r->paragraphs = 0;
    r->paragraph = 0;
    for (; attributes[0]; attributes += 2) {
        const char *name = xml_local(attributes[0]);
        if (strcmp(name, "value-type") == 0 && strcmp(attributes[1], "error") == 0)
            r->error = true; /* LibreOffice tells it in an attribute of its own */
        else if (strcmp(name, "value-type") == 0 && strncmp(attributes[0], "calcext:", 8) != 0)
            r->type = attributes[1][0];
        for (size_t i = 0; i < sizeof values / sizeof *values; i++)
            if (strcmp(name, values[i]) == 0)
                r->value = arena_dup(&r->arena, str_c(attributes[1]));
    }
    const char *fault = celltext_count(&r->text, r->value.len);
    r->fault = fault ? fault : r->fault;
}

static void end_cell(struct ods_rows *r)
{
    struct cell c = typed(r);
    if (c.text.len == 0)
        return;
    if (r->place.col_end > BOOK_MAX_COL) {
        r->fault = "a cell beyond the last column";
        return;
    }
    for (c.col = r->place.col; c.col <= r->place.col_end; c.col++) {
        if (r->cells == r->room) {
            r->room = r->room ? r->room * 2 : 64;
            r->cell = mem_grow(r->cell, r->room * sizeof *r->cell);
        }
        r->cell[r->cells++] = c;
    }
}

/* --- elements --- */

static void begin(struct ods_rows *r, const char *name, const char **attributes)
{
    struct ods_place *p = &r->place;
    enum ods_event event = ods_begins(p, name, attributes);
    if ((uint64_t)p->depth > limit_of(LIMIT_XML_DEPTH)) {
        r->fault = limit_fault(LIMIT_XML_DEPTH);
        return;
    }
    if (p->table != r->wanted || !p->in_table || p->skip)
        return;
    if (event == ODS_ROW) {
        arena_reset(&r->arena);
        r->cells = r->text.row = 0;
        r->hidden = ods_is_hidden(attributes);
    } else if (event == ODS_CELL) {
        begin_cell(r, attributes);
    } else if (r->paragraph) {
        add_element(r, name, attributes);
    } else if (p->cell_depth) { /* a paragraph: the only thing a cell has that is not left out */
        if (r->paragraphs++ > 0)
            add(r, "\n", 1);
        r->paragraph = p->depth;
        r->blank = false;
    }
}

static void end_row(struct ods_rows *r)
{
    const struct ods_place *p = &r->place;
    if (r->cells == 0)
        return;
    r->next = p->row;
    r->last = p->row_end;
    r->all_cells += r->cells * (size_t)(r->last - r->next + 1);
    if (r->last > BOOK_MAX_ROW)
        r->fault = "a row beyond the last one";
    else if (r->all_cells > limit_of(LIMIT_CELLS))
        r->fault = limit_fault(LIMIT_CELLS);
}

static void XMLCALL on_start(void *parser, const XML_Char *qname, const XML_Char **attributes)
{
    struct ods_rows *r = XML_GetUserData(parser);
    begin(r, xml_local(qname), attributes);
    if (r->fault)
        XML_StopParser(parser, XML_FALSE);
}

static void XMLCALL on_end(void *parser, const XML_Char *qname)
{
    struct ods_rows *r = XML_GetUserData(parser);
    struct ods_place *p = &r->place;
    int depth = p->depth;
    enum ods_event event = ods_ends(p, xml_local(qname));
    if (r->paragraph == depth)
        r->paragraph = 0;
    if (event == ODS_CELL && p->table == r->wanted)
        end_cell(r);
    else if (event == ODS_ROW && p->table == r->wanted)
        end_row(r);
    if (r->fault)
        XML_StopParser(parser, XML_FALSE);
    else if (r->next > 0 || (event == ODS_TABLE && p->table == r->wanted))
        XML_StopParser(parser, XML_TRUE);
}

static void XMLCALL on_text(void *parser, const XML_Char *text, int len)
{
    struct ods_rows *r = XML_GetUserData(parser);
    if (!r->paragraph || r->place.skip)
        return;
    add_folded(r, (struct str){text, (size_t)len});
    if (r->fault)
        XML_StopParser(parser, XML_FALSE);
}

/* --- rows --- */

static struct ods_rows *begin_part(struct ods *o, struct err *e)
{
    struct zip_part *part = zip_part_open(o->zip, o->part, e);
    if (!part)
        return NULL;
    struct ods_rows *r = mem_alloc(sizeof *r);
    r->ods = o;
    r->part = part;
    r->parser = xml_parser();
    XML_SetUserData(r->parser, r);
    XML_SetElementHandler(r->parser, on_start, on_end);
    XML_SetCharacterDataHandler(r->parser, on_text);
    return r;
}

struct ods_rows *ods_rows_open(struct ods *o, size_t i, struct err *e)
{
    struct ods_rows *r = o->resting;
    if (r && r->place.table <= i)
        o->resting = NULL;
    else
        r = begin_part(o, e);
    if (!r)
        return NULL;
    r->wanted = i + 1;
    r->all_cells = 0;
    r->next = 0;
    return r;
}

void ods_rows_free(struct ods_rows *r)
{
    if (!r)
        return;
    XML_ParserFree(r->parser);
    zip_part_close(r->part);
    arena_done(&r->arena);
    free(r->cell);
    celltext_done(&r->text);
    free(r);
}

void ods_rows_close(struct ods_rows *r)
{
    if (!r)
        return;
    struct ods_rows **resting = &r->ods->resting, *left = r;
    if (!r->failed) {
        left = *resting;
        *resting = r;
    }
    ods_rows_free(left);
}

/* Parses on: the next buffer, or the rest of the one in which the row before ended. */
static enum XML_Status step(struct ods_rows *r, struct err *e)
{
    if (r->suspended)
        return XML_ResumeParser(r->parser);
    return xml_step(r->parser, r->part, NULL, &r->progress, &r->fault, e);
}

/* True when the sheet has been read: its part was found whole when the file was opened. */
static bool passed(const struct ods_rows *r)
{
    return (r->progress.ended && !r->suspended) || (r->place.table == r->wanted && !r->place.in_table);
}

int ods_rows_next(struct ods_rows *r, struct row *row, struct err *e)
{
    while (r->next == 0) {
        if (passed(r))
            return 0;
        enum XML_Status status = step(r, e);
        r->suspended = status == XML_STATUS_SUSPENDED;
        if (status == XML_STATUS_ERROR) {
            r->failed = true;
            if (e->status == 0)
                xml_fault(r->parser, zip_name(r->ods->zip), r->ods->part->name, r->fault, e);
            return -1;
        }
    }
    *row = (struct row){r->next, r->cell, r->cells, r->hidden};
    r->next = r->next < r->last ? r->next + 1 : 0;
    return 1;
}
