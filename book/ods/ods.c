#include "limit.h"
#include "odspart.h"
#include "spans.h"
#include "xml.h"

#include <stdlib.h>
#include <string.h>

static bool refuse(const char *path, struct err *e, const char *what, const char *hint)
{
    err_set(e, ST_UNREADABLE, "'%s' is %s", path, what);
    return err_hint(e, "%s", hint);
}

/* --- places --- */

long ods_count(const char **attributes, const char *name)
{
    enum { PLENTY = 100000000 };
    long n;
    const char *text = xml_attribute(attributes, name);
    if (!text || !str_to_long(str_c(text), &n) || n < 1)
        return 1;
    return n < PLENTY ? n : PLENTY;
}

bool ods_is_hidden(const char **attributes)
{
    const char *visibility = xml_attribute(attributes, "visibility");
    return visibility && strcmp(visibility, "visible") != 0;
}

static void begin_row(struct ods_place *p, const char **attributes)
{
    p->in_row = true;
    p->row = p->row_end + 1;
    p->row_end += ods_count(attributes, "number-rows-repeated");
    p->col = p->col_end = 0;
}

static void begin_cell(struct ods_place *p, const char **attributes)
{
    long end = p->col_end + ods_count(attributes, "number-columns-repeated");
    p->cell_depth = p->depth;
    p->col = p->col_end + 1 <= BOOK_MAX_COL ? p->col_end + 1 : BOOK_MAX_COL + 1;
    p->col_end = end <= BOOK_MAX_COL ? (int)end : BOOK_MAX_COL + 1;
}

/* Parts of a table that hold no rows of its own. */
static bool left_out(const char *name)
{
    static const char *const names[] = {"table", "shapes",    "forms", "annotation",
                                        "note",  "ruby-text", "frame"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(name, names[i]) == 0)
            return true;
    return false;
}

/* What LibreOffice keeps of another file that formulas refer to is a table named 'file:///…'#NAME. */
static bool is_another_file(const char **attributes)
{
    const char *name = xml_attribute(attributes, "name");
    return name && *name == '\'' && strstr(name, "'#");
}

enum ods_event ods_begins(struct ods_place *p, const char *name, const char **attributes)
{
    p->depth++;
    if (p->skip)
        return ODS_NOTHING;
    if (!p->in_table) {
        if (strcmp(name, "spreadsheet") == 0)
            p->body = p->depth;
        if (!p->body || p->depth != p->body + 1 || strcmp(name, "table") != 0)
            return ODS_NOTHING;
        if (is_another_file(attributes)) {
            p->skip = p->depth;
            return ODS_NOTHING;
        }
        p->in_table = true;
        p->table++;
        p->row_end = 0;
        return ODS_TABLE;
    }
    bool paragraph = strcmp(name, "p") == 0 || strcmp(name, "h") == 0;
    if (left_out(name) || (p->cell_depth && p->depth == p->cell_depth + 1 && !paragraph)) {
        p->skip = p->depth;
        return ODS_NOTHING;
    }
    if (strcmp(name, "table-column") == 0 && !p->in_row)
        return ODS_COLUMN;
    if (strcmp(name, "table-row") == 0 && !p->in_row) {
        begin_row(p, attributes);
        return ODS_ROW;
    }
    if (p->in_row && !p->cell_depth &&
        (strcmp(name, "table-cell") == 0 || strcmp(name, "covered-table-cell") == 0)) {
        begin_cell(p, attributes);
        return ODS_CELL;
    }
    return ODS_NOTHING;
}

enum ods_event ods_ends(struct ods_place *p, const char *name)
{
    int depth = p->depth--;
    if (p->skip) {
        p->skip = depth == p->skip ? 0 : p->skip;
        return ODS_NOTHING;
    }
    if (p->cell_depth == depth && depth > 0) {
        p->cell_depth = 0;
        return ODS_CELL;
    }
    if (p->in_row && !p->cell_depth && strcmp(name, "table-row") == 0) {
        p->in_row = false;
        return ODS_ROW;
    }
    if (p->in_table && depth == p->body + 1) {
        p->in_table = p->in_row = false;
        return ODS_TABLE;
    }
    return ODS_NOTHING;
}

/* --- the file read through once --- */

struct opening {
    struct ods *ods;
    struct ods_place place;
    struct str style; /* the style that is being read */
    struct str *hidden;
    size_t hiddens, styles;
    long column_end; /* columns declared so far */
    struct spans spans;
};

/* Room for one more element, doubling. */
static void *room(void *array, size_t n, size_t size)
{
    return n > 0 && (n & (n - 1)) != 0 ? array : mem_grow(array, (n ? n * 2 : 1) * size);
}

static void note_style(struct opening *o, struct xml *x, const char **attributes)
{
    if (o->styles++ == limit_of(LIMIT_STYLES))
        x->fault = limit_fault(LIMIT_STYLES);
    o->style = arena_dup(&o->ods->arena, str_c(xml_attribute(attributes, "name")));
}

static void note_hidden(struct opening *o, const char **attributes)
{
    const char *display = xml_attribute(attributes, "display");
    if (!display || strcmp(display, "false") != 0 || o->style.len == 0)
        return;
    o->hidden = room(o->hidden, o->hiddens, sizeof *o->hidden);
    o->hidden[o->hiddens++] = o->style;
    o->style.len = 0; /* noted */
}

static void note_sheet(struct opening *o, struct xml *x, const char **attributes)
{
    struct ods *s = o->ods;
    if (s->sheets == limit_of(LIMIT_SHEETS)) {
        x->fault = limit_fault(LIMIT_SHEETS);
        return;
    }
    s->sheet = room(s->sheet, s->sheets, sizeof *s->sheet);
    s->sheet[s->sheets++] =
        (struct ods_sheet){{arena_dup(&s->arena, str_c(xml_attribute(attributes, "name"))), true},
                           arena_dup(&s->arena, str_c(xml_attribute(attributes, "style-name"))),
                           {.ranges = 0}};
}

static void note_span(struct opening *o, struct xml *x, const char **attributes)
{
    const struct ods_place *p = &o->place;
    long cols = ods_count(attributes, "number-columns-spanned"),
         rows = ods_count(attributes, "number-rows-spanned");
    if ((cols == 1 && rows == 1) || p->col > BOOK_MAX_COL)
        return;
    cols = cols < BOOK_MAX_COL ? cols : BOOK_MAX_COL;
    for (long row = p->row; row <= p->row_end && row <= BOOK_MAX_ROW && !x->fault; row++)
        if (!spans_add(&o->spans, (struct range){row, row + rows - 1, p->col, p->col + (int)cols - 1}))
            x->fault = limit_fault(LIMIT_MERGED);
}

static void note_column(struct opening *o, const char **attributes)
{
    long first = o->column_end + 1;
    o->column_end += ods_count(attributes, "number-columns-repeated");
    if (ods_is_hidden(attributes))
        spans_hide(&o->spans, first, o->column_end);
}

static void opening_start(struct xml *x, const char *name, const char **attributes)
{
    struct opening *o = x->context;
    switch (ods_begins(&o->place, name, attributes)) {
    case ODS_TABLE:
        note_sheet(o, x, attributes);
        o->column_end = 0;
        break;
    case ODS_COLUMN:
        note_column(o, attributes);
        break;
    case ODS_CELL:
        note_span(o, x, attributes);
        break;
    default:
        if (strcmp(name, "style") == 0)
            note_style(o, x, attributes);
        else if (strcmp(name, "table-properties") == 0)
            note_hidden(o, attributes);
    }
}

static void opening_end(struct xml *x, const char *name)
{
    struct opening *o = x->context;
    struct ods *s = o->ods;
    if (ods_ends(&o->place, name) == ODS_TABLE)
        spans_keep(&o->spans, &s->arena, &s->sheet[s->sheets - 1].survey);
}

static bool read_through(struct ods *s, struct err *e)
{
    struct opening o = {.ods = s};
    struct xml x = {.context = &o, .start = opening_start, .end = opening_end};
    bool ok = xml_read(s->zip, s->part, &x, e);
    for (size_t i = 0; i < s->sheets; i++)
        for (size_t k = 0; k < o.hiddens; k++)
            if (str_eq(s->sheet[i].style, o.hidden[k]))
                s->sheet[i].face.visible = false;
    free(o.hidden);
    free(o.spans.range);
    free(o.spans.hidden);
    if (ok && !o.place.body)
        return refuse(s->path, e, "an OpenDocument file, but not a spreadsheet",
                      "ask the agency for the spreadsheet itself");
    return ok && (s->sheets > 0 ||
                  refuse(s->path, e, "a workbook without sheets", "ask the agency for the file again"));
}

/* --- the archive --- */

static void manifest_start(struct xml *x, const char *name, const char **attributes)
{
    bool *encrypted = x->context;
    (void)attributes;
    *encrypted = *encrypted || strcmp(name, "encryption-data") == 0;
}

/* A manifest that cannot be read tells nothing: some have a document type. */
static bool is_encrypted(const struct zip *z)
{
    bool encrypted = zip_find(z, STR("encrypted-package")) != NULL;
    const struct zip_entry *manifest = zip_find(z, STR("META-INF/manifest.xml"));
    struct xml x = {.context = &encrypted, .start = manifest_start};
    struct err unread = {0};
    if (manifest)
        xml_read(z, manifest, &x, &unread);
    return encrypted;
}

bool ods_is(const struct zip *z)
{
    return (zip_find(z, STR("content.xml")) || zip_find(z, STR("encrypted-package"))) &&
           (zip_find(z, STR("mimetype")) || zip_find(z, STR("META-INF/manifest.xml")));
}

struct ods *ods_open(struct zip *z, const char *path, struct err *e)
{
    struct ods *s = mem_alloc(sizeof *s);
    s->zip = z;
    s->path = path;
    s->part = zip_find(z, STR("content.xml"));
    if (is_encrypted(z))
        refuse(path, e, "encrypted with a password", "save it without password, or ask the agency to");
    else if (read_through(s, e))
        return s;
    ods_close(s);
    return NULL;
}

void ods_close(struct ods *s)
{
    if (!s)
        return;
    ods_rows_free(s->resting);
    zip_close(s->zip);
    arena_done(&s->arena);
    free(s->sheet);
    free(s);
}

size_t ods_sheets(const struct ods *s)
{
    return s->sheets;
}

const struct sheet *ods_sheet(const struct ods *s, size_t i)
{
    return &s->sheet[i].face;
}

const struct survey *ods_survey(const struct ods *s, size_t i)
{
    return &s->sheet[i].survey;
}
