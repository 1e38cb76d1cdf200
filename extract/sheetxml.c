#include "sheetxml.h"
#include "limit.h"
#include "moment.h"
#include "scansheet.h"
#include "spans.h"
#include "xml.h"

#include <stdlib.h>
#include <string.h>

enum { DAYS = 100000 };

/* The scanner reads as long as it knows what it sees; then, or from the first row on, the general parser
 * does. */
struct sheetxml {
    struct sheetxml_source source;
    struct scansheet *scan;
    long scanned; /* row elements the scanner has read: the parser passes over so many */

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
    struct arena arena;
    char (*day)[10]; /* ISO texts of days by their number; the first byte is 0 when it is not known yet */
    long row;
    struct cell *cell;
    size_t cells, room;
    size_t row_bytes;
    bool sorted, hidden;

    /* the present cell */
    int col;
    char type; /* first letter of t=, 'S' for str, 'n' for none */
    size_t style;
    bool formula, stored; /* there is a formula; a value, perhaps an empty one */
    char *text;
    size_t used, text_room;
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

static void begin_cell(struct sheetxml *s, const char **attributes)
{
    const char *where = NULL, *type = NULL;
    s->style = 0;
    for (; attributes[0]; attributes += 2) {
        const char *name = attributes[0];
        if (name[0] == 'r' && name[1] == '\0')
            where = attributes[1];
        else if (name[0] == 't' && name[1] == '\0')
            type = attributes[1];
        else if (name[0] == 's' && name[1] == '\0')
            s->style = strtoul(attributes[1], NULL, 10);
    }
    long row;
    int col = s->col + 1;
    if (where && !address_parse(str_c(where), &row, &col))
        s->fault = "a cell's address cannot be read";
    else if (col > BOOK_MAX_COL)
        s->fault = "a cell beyond the last column";
    s->sorted = s->sorted && col > s->col;
    s->col = col;
    s->type = type_of(type);
    s->formula = s->stored = false;
    s->used = 0;
}

static void begin_value(struct sheetxml *s, bool plain)
{
    s->stored = true;
    s->in_text = plain && s->type != 'i';
}

static void add_text(struct sheetxml *s, struct str text)
{
    if (s->used + text.len > s->text_room) {
        s->text_room = (s->used + text.len) * 2;
        s->text = mem_grow(s->text, s->text_room);
    }
    memcpy(s->text + s->used, text.ptr, text.len);
    s->used += text.len;
    s->row_bytes += text.len;
    if (s->row_bytes > limit_of(LIMIT_ROW_BYTES))
        s->fault = limit_fault(LIMIT_ROW_BYTES);
}

static void shared_string(struct sheetxml *s, struct str index, struct cell *c)
{
    long i;
    if (!str_to_long(str_trim(index), &i) || (size_t)i >= s->source.string->n)
        s->fault = "a cell refers to a shared string that does not exist";
    else
        c->text = strings_get(s->source.string, (size_t)i, &c->plain);
}

/* A date without a time is a whole number of days, and the same days come again and again: their texts are
 * kept. */
static bool known_day(struct sheetxml *s, struct str v, struct str *text)
{
    long day;
    if (v.len > 5 || !str_to_long(v, &day) || day >= DAYS)
        return false;
    if (!s->day)
        s->day = mem_alloc(DAYS * sizeof *s->day);
    char *kept = s->day[day];
    if (*kept == '\0') {
        struct str iso;
        if (!number_date(&s->arena, v, NUMBER_DATE, s->source.epoch1904, &iso) || iso.len != sizeof *s->day)
            return false;
        memcpy(kept, iso.ptr, iso.len);
    }
    *text = (struct str){kept, sizeof *s->day};
    return true;
}

static void typed_number(struct sheetxml *s, struct cell *c, struct str v)
{
    enum number_kind kind =
        s->style < s->source.styles ? (enum number_kind)s->source.style[s->style] : NUMBER_PLAIN;
    v = str_trim(v);
    c->type = kind == NUMBER_ELAPSED ? CELL_DURATION : CELL_DATE;
    c->plain = true;
    if (kind == NUMBER_DATE && known_day(s, v, &c->text))
        return;
    if (kind != NUMBER_PLAIN && number_date(&s->arena, v, kind, s->source.epoch1904, &c->text))
        return;
    c->plain = number_plain(&s->arena, v, &c->text);
    c->type = c->plain ? CELL_NUMBER : CELL_TEXT;
}

/* Text of the cell's own, in which nothing stands that kinds does not tell. */
static void own_text(struct sheetxml *s, struct str v, unsigned kinds, struct cell *c)
{
    c->text = kinds & (TEXT_WORK | TEXT_LOW) ? xml_unescape(&s->arena, v) : v;
    c->plain = !(kinds & (TEXT_WORK | TEXT_QUOTE | TEXT_LOW)) && *v.ptr != ' ' && v.ptr[v.len - 1] != ' ';
}

/* A cell whose date is stored as ISO text (t="d"). */
static void stored_date(struct sheetxml *s, struct cell *c, struct str v)
{
    if (moment_iso(&s->arena, v, &c->text))
        c->type = CELL_DATE;
    else if (moment_duration(&s->arena, v, &c->text))
        c->type = CELL_DURATION;
    else
        c->text = v;
}

/* The cell of a value that v holds; its text lives in the row's arena, in the shared strings or in v. False:
 * it is blank. */
static bool make_cell(struct sheetxml *s, char type, bool formula, struct str v, unsigned kinds,
                      struct cell *c)
{
    if (formula && type != 'S' && type != 'i' && str_trim(v).len == 0) {
        c->type = CELL_ERROR;
        c->text = STR(BOOK_UNCALCULATED);
        return true;
    }
    if (v.len == 0)
        return false;
    c->type = CELL_TEXT;
    switch (type) {
    case 's':
        shared_string(s, v, c);
        break;
    case 'i':
    case 'S':
        own_text(s, v, kinds, c);
        break;
    case 'b':
        c->type = CELL_BOOL;
        c->text = *v.ptr == '1' || *v.ptr == 't' ? STR("TRUE") : STR("FALSE");
        break;
    case 'e':
        c->type = CELL_ERROR;
        c->text = v;
        break;
    case 'd':
        stored_date(s, c, v);
        break;
    default:
        typed_number(s, c, v);
    }
    return c->text.len > 0;
}

static void make_room(struct sheetxml *s, size_t cells)
{
    if (cells <= s->room)
        return;
    s->room = cells * 2;
    s->cell = mem_grow(s->cell, s->room * sizeof *s->cell);
}

static void add_cell(struct sheetxml *s, const struct cell *c)
{
    make_room(s, s->cells + 1);
    if (s->cells >= BOOK_MAX_COL)
        s->fault = "a row with too many cells";
    else
        s->cell[s->cells++] = *c;
}

static void end_cell(struct sheetxml *s)
{
    struct cell c = {.col = s->col};
    struct str text = {s->text, s->used};
    if (s->formula && !s->stored)
        s->type = 'n'; /* a text is stored also when it is empty */
    if (make_cell(s, s->type, s->formula, s->type == 's' ? text : arena_dup(&s->arena, text), TEXT_WORK, &c))
        add_cell(s, &c);
}

/* --- the elements --- */

static bool is_true(const char *value)
{
    return value && (strcmp(value, "1") == 0 || strcmp(value, "true") == 0);
}

static void begin_row(struct sheetxml *s, const char **attributes)
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
    s->cells = 0;
    s->row_bytes = 0;
    s->col = 0;
    s->sorted = true;
    s->hidden = is_true(xml_attribute(attributes, "hidden"));
    arena_reset(&s->arena);
}

static void XMLCALL on_start(void *parser, const XML_Char *qname, const XML_Char **attributes)
{
    struct sheetxml *s = XML_GetUserData(parser);
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
        s->in_text = s->phonetic == 0 && s->type == 'i';
    else if (strcmp(name, "f") == 0)
        s->formula = true;
    else if (strcmp(name, "row") == 0)
        begin_row(s, attributes);
    else if (strcmp(name, "rPh") == 0)
        s->phonetic++;
    if (s->fault)
        XML_StopParser(parser, XML_FALSE);
}

static void XMLCALL on_end(void *parser, const XML_Char *qname)
{
    struct sheetxml *s = XML_GetUserData(parser);
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
    struct sheetxml *s = XML_GetUserData(parser);
    if (!s->in_text)
        return;
    add_text(s, (struct str){text, (size_t)len});
    if (s->fault)
        XML_StopParser(parser, XML_FALSE);
}

/* --- rows --- */

struct sheetxml *sheetxml_open(const struct sheetxml_source *source, struct err *e)
{
    struct zip_part *part = zip_part_open(source->zip, source->entry, e);
    if (!part)
        return NULL;
    struct sheetxml *s = mem_alloc(sizeof *s);
    s->source = *source;
    s->scan = scansheet_open(part, source->string);
    return s;
}

/* Reads the part anew by the general parser. */
static bool begin_parser(struct sheetxml *s, struct err *e)
{
    scansheet_close(s->scan);
    s->scan = NULL;
    s->part = zip_part_open(s->source.zip, s->source.entry, e);
    s->parser = s->part ? xml_parser() : NULL;
    if (!s->parser)
        return false;
    XML_SetUserData(s->parser, s);
    XML_SetElementHandler(s->parser, on_start, on_end);
    XML_SetCharacterDataHandler(s->parser, on_text);
    return true;
}

struct sheetxml *sheetxml_open_general(const struct sheetxml_source *source, struct err *e)
{
    struct sheetxml *s = mem_alloc(sizeof *s);
    s->source = *source;
    if (begin_parser(s, e))
        return s;
    sheetxml_close(s);
    return NULL;
}

bool sheetxml_scanning(const struct sheetxml *s)
{
    return s->scan != NULL;
}

void sheetxml_close(struct sheetxml *s)
{
    if (!s)
        return;
    scansheet_close(s->scan);
    if (s->parser)
        XML_ParserFree(s->parser);
    zip_part_close(s->part);
    arena_done(&s->arena);
    free(s->day);
    free(s->cell);
    free(s->text);
    free(s);
}

static int by_column(const void *a, const void *b)
{
    return ((const struct cell *)a)->col - ((const struct cell *)b)->col;
}

/* False when two cells have the same column. */
static bool sort_cells(struct sheetxml *s)
{
    qsort(s->cell, s->cells, sizeof *s->cell, by_column);
    for (size_t i = 1; i < s->cells; i++)
        if (s->cell[i].col == s->cell[i - 1].col)
            return false;
    return true;
}

/* Parses on: the next buffer, or the rest of the one in which the row before ended. */
static enum XML_Status step(struct sheetxml *s, struct err *e)
{
    if (s->suspended)
        return XML_ResumeParser(s->parser);
    return xml_step(s->parser, s->part, NULL, &s->progress, &s->fault, e);
}

static int parse_row(struct sheetxml *s, struct row *row, struct err *e)
{
    for (;;) {
        if (s->progress.ended && !s->suspended)
            return 0;
        enum XML_Status status = step(s, e);
        s->suspended = status == XML_STATUS_SUSPENDED;
        if (status == XML_STATUS_ERROR) {
            if (e->status == 0)
                xml_fault(s->parser, zip_name(s->source.zip), s->source.entry->name, s->fault, e);
            return -1;
        }
        if (s->suspended && s->scanned > 0)
            s->scanned--;
        else if (s->suspended && s->cells > 0)
            break;
    }
    if (!s->sorted && !sort_cells(s)) {
        xml_fault(s->parser, zip_name(s->source.zip), s->source.entry->name, "a cell that stands twice", e);
        return -1;
    }
    *row = (struct row){s->row, s->cell, s->cells, s->hidden};
    return 1;
}

static bool take_cells(struct sheetxml *s, const struct scan_row *found, struct err *e)
{
    arena_reset(&s->arena);
    s->cells = 0;
    make_room(s, found->n);
    for (size_t i = 0; i < found->n; i++) {
        const struct scan_cell *f = &found->cell[i];
        struct cell *c = &s->cell[s->cells];
        bool filled;
        *c = (struct cell){.col = f->col};
        if (f->type == 's' && f->value.len > 0) {
            c->text = strings_get(s->source.string, f->index, &c->plain);
            filled = c->text.len > 0;
        } else {
            s->style = f->style;
            filled = make_cell(s, f->type, f->formula, f->value, f->kinds, c);
        }
        s->cells += filled;
    }
    if (!s->fault)
        return true;
    err_set(e, ST_UNREADABLE, "'%s' is damaged: %s", zip_name(s->source.zip), s->fault);
    return err_place(e, "part %.*s, row %ld", STR_ARG(s->source.entry->name), found->number);
}

int sheetxml_next(struct sheetxml *s, struct row *row, struct err *e)
{
    while (s->scan) {
        struct scan_row found;
        switch (scansheet_next(s->scan, &found, e)) {
        case SCAN_FOUND:
            s->scanned++;
            if (!take_cells(s, &found, e))
                return -1;
            if (s->cells == 0)
                break;
            *row = (struct row){found.number, s->cell, s->cells, found.hidden};
            return 1;
        case SCAN_END:
            return 0;
        case SCAN_FAILED:
            return -1;
        case SCAN_UNKNOWN:
            if (!begin_parser(s, e))
                return -1;
        }
    }
    return parse_row(s, row, e);
}

/* --- what stands behind the rows --- */

struct surveyor {
    struct arena *arena;
    struct survey *survey;
    struct spans spans;
    bool whole;
};

static bool parse_range(struct str ref, struct range *r)
{
    struct str first = str_cut(&ref, ':');
    if (!address_parse(first, &r->row1, &r->col1))
        return false;
    r->row2 = r->row1;
    r->col2 = r->col1;
    return ref.len == 0 ||
           (address_parse(ref, &r->row2, &r->col2) && r->row2 >= r->row1 && r->col2 >= r->col1);
}

static void survey_column(struct surveyor *v, const char **attributes)
{
    long first, last;
    if (is_true(xml_attribute(attributes, "hidden")) &&
        str_to_long(str_c(xml_attribute(attributes, "min")), &first) &&
        str_to_long(str_c(xml_attribute(attributes, "max")), &last))
        spans_hide(&v->spans, first, last);
}

static void survey_start(struct xml *x, const char *name, const char **attributes)
{
    struct surveyor *v = x->context;
    const char *ref = xml_attribute(attributes, "ref");
    struct range r;
    if (ref && strcmp(name, "dimension") == 0)
        v->survey->dimension = arena_dup(v->arena, str_c(ref));
    else if (strcmp(name, "col") == 0)
        survey_column(v, attributes);
    else if (strcmp(name, "sheetData") == 0)
        x->enough = !v->whole;
    if (!ref || strcmp(name, "mergeCell") != 0)
        return;
    if (!parse_range(str_c(ref), &r))
        x->fault = "the address of merged cells cannot be read";
    else if (!spans_add(&v->spans, r))
        x->fault = limit_fault(LIMIT_MERGED);
}

static bool read_survey(const struct sheetxml_source *source, struct surveyor *v, struct xml *x,
                        struct err *e)
{
    *v->survey = (struct survey){0};
    bool ok = xml_read(source->zip, source->entry, x, e);
    spans_keep(&v->spans, v->arena, v->survey);
    return ok;
}

/* Without the rows, which are nearly all of the part; with them if their end is not certain. */
bool sheetxml_survey(const struct sheetxml_source *source, bool whole, struct arena *a, struct survey *survey,
                     struct err *e)
{
    struct surveyor v = {.arena = a, .survey = survey, .whole = whole};
    struct xml x = {.context = &v, .start = survey_start, .rowless = true},
               all = {.context = &v, .start = survey_start};
    bool ok = read_survey(source, &v, &x, e);
    if (!x.unsure)
        return ok;
    *e = (struct err){0};
    return read_survey(source, &v, &all, e);
}
