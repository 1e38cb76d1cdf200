#include "xlsx.h"
#include "celltext.h"
#include "limit.h"
#include "relations.h"
#include "scanstrings.h"
#include "xml.h"

#include <stdlib.h>
#include <string.h>

enum { BUILTIN_FORMATS = 164, FORMAT_IDS = 65536 };

struct xlsx_sheet {
    struct sheet face;
    struct str relation; /* r:id */
    const struct zip_entry *part;
};

struct xlsx {
    struct zip *zip;
    const char *path;
    struct arena arena;
    struct xlsx_sheet *sheet;
    size_t sheets;
    bool epoch1904;
    struct relations relations; /* of the archive, then of the workbook */

    bool loaded; /* what follows */
    struct strings string;
    unsigned char *style;
    size_t styles;

    /* while parts are read */
    unsigned char *format; /* enum number_kind + 1 of the workbook's own formats, by id */
    size_t formats;
    struct arena scratch; /* of one string */
    bool in_formats, in_styles, in_item, in_text;
    int phonetic;
    struct celltext text; /* of one string */
};

static bool refuse(const char *path, struct err *e, const char *what, const char *hint)
{
    err_set(e, ST_UNREADABLE, "'%s' is %s", path, what);
    return err_hint(e, "%s", hint);
}

/* Room for one more element, doubling. */
static void *room(void *array, size_t n, size_t size)
{
    return n > 0 && (n & (n - 1)) != 0 ? array : mem_grow(array, (n ? n * 2 : 1) * size);
}

static bool ends_with(struct str s, const char *end)
{
    size_t len = strlen(end);
    return s.len >= len && memcmp(s.ptr + s.len - len, end, len) == 0;
}

static const struct zip_entry *related(const struct xlsx *w, const char *type)
{
    const struct relation *r = relations_typed(&w->relations, type);
    return r ? zip_find(w->zip, r->target) : NULL;
}

/* --- workbook --- */

/* Extensions behind the sheets have elements of the same names (x14:workbookPr): place tells them apart. */
static void workbook_start(struct xml *x, const char *name, const char **attributes)
{
    enum { PROPERTIES = 2, SHEET = 3 };
    struct xlsx *w = x->context;
    if (x->depth == PROPERTIES && strcmp(name, "workbookPr") == 0) {
        const char *epoch = xml_attribute(attributes, "date1904");
        w->epoch1904 = epoch && (strcmp(epoch, "1") == 0 || strcmp(epoch, "true") == 0);
    }
    const char *title = xml_attribute(attributes, "name"), *state = xml_attribute(attributes, "state"),
               *relation = xml_attribute(attributes, "id");
    if (x->depth != SHEET || strcmp(name, "sheet") != 0 || !title)
        return;
    if (relation && *relation == '\0')
        return; /* a module of Visual Basic, of Excel 95 and before: it has no part */
    if (w->sheets == limit_of(LIMIT_SHEETS)) {
        x->fault = limit_fault(LIMIT_SHEETS);
        return;
    }
    w->sheet = room(w->sheet, w->sheets, sizeof *w->sheet);
    w->sheet[w->sheets++] = (struct xlsx_sheet){
        .face = {arena_dup(&w->arena, str_c(title)), !state || strcmp(state, "visible") == 0},
        .relation = arena_dup(&w->arena, str_c(relation))};
}

/* Finds each sheet's part; what is not made of cells (charts, dialogs) is no sheet to us. */
static void link_sheets(struct xlsx *w)
{
    size_t kept = 0;
    for (size_t i = 0; i < w->sheets; i++) {
        struct xlsx_sheet *s = &w->sheet[i];
        const struct relation *r = relations_with(&w->relations, s->relation);
        s->part = r ? zip_find(w->zip, r->target) : NULL;
        if (!r || ends_with(r->type, "/worksheet"))
            w->sheet[kept++] = *s;
    }
    w->sheets = kept;
}

/* What a zip archive without a workbook is. */
static bool refuse_archive(struct xlsx *w, struct err *e)
{
    static const char again[] = "open it in a spreadsheet program and save it as .xlsx";
    if (zip_find(w->zip, STR("xl/workbook.bin")))
        return refuse(w->path, e, "a binary workbook (.xlsb)", again);
    if (zip_find(w->zip, STR("word/document.xml")))
        return refuse(w->path, e, "a Word document, not a spreadsheet",
                      "ask the agency for the spreadsheet itself");
    if (zip_find(w->zip, STR("ppt/presentation.xml")))
        return refuse(w->path, e, "a presentation, not a spreadsheet",
                      "ask the agency for the spreadsheet itself");
    return refuse(w->path, e, "a zip archive, not a spreadsheet", "unpack it and give the files in it");
}

static bool read_workbook(struct xlsx *w, struct err *e)
{
    if (!relations_read(w->zip, STR(""), &w->arena, &w->relations, e))
        return false;
    const struct zip_entry *entry = related(w, "/officeDocument");
    if (!entry)
        entry = zip_find(w->zip, STR("xl/workbook.xml"));
    if (!entry || ends_with(entry->name, ".bin") || zip_find(w->zip, STR("word/document.xml")) == entry ||
        zip_find(w->zip, STR("ppt/presentation.xml")) == entry)
        return refuse_archive(w, e);
    struct xml x = {.context = w, .start = workbook_start};
    if (!xml_read(w->zip, entry, &x, e) || !relations_read(w->zip, entry->name, &w->arena, &w->relations, e))
        return false;
    link_sheets(w);
    return w->sheets > 0 ||
           refuse(w->path, e, "a workbook without sheets", "ask the agency for the file again");
}

struct xlsx *xlsx_open(int fd, const char *path, struct err *e)
{
    struct zip *zip = zip_open(fd, path, e);
    if (!zip)
        return NULL;
    struct xlsx *w = mem_alloc(sizeof *w);
    w->zip = zip;
    w->path = path;
    if (!read_workbook(w, e)) {
        xlsx_close(w);
        return NULL;
    }
    return w;
}

const struct zip *xlsx_archive(const struct xlsx *w)
{
    return w->zip;
}

void xlsx_close(struct xlsx *w)
{
    if (!w)
        return;
    zip_close(w->zip);
    arena_done(&w->arena);
    free(w->sheet);
    strings_done(&w->string);
    arena_done(&w->scratch);
    free(w->style);
    free(w->format);
    celltext_done(&w->text);
    free(w);
}

size_t xlsx_sheets(const struct xlsx *w)
{
    return w->sheets;
}

const struct sheet *xlsx_sheet(const struct xlsx *w, size_t i)
{
    return &w->sheet[i].face;
}

bool xlsx_epoch1904(const struct xlsx *w)
{
    return w->epoch1904;
}

/* --- styles --- */

static enum number_kind kind_of_format(const struct xlsx *w, long id)
{
    if (w->format && id >= 0 && id < FORMAT_IDS && w->format[id])
        return (enum number_kind)(w->format[id] - 1);
    return id < BUILTIN_FORMATS ? number_format(id, STR("")) : NUMBER_PLAIN;
}

/* The first format of an id counts. */
static void add_format(struct xlsx *w, long id, struct str code)
{
    w->formats++;
    if (!w->format)
        w->format = mem_alloc(FORMAT_IDS);
    if (id >= 0 && id < FORMAT_IDS && !w->format[id])
        w->format[id] = (unsigned char)(number_format(id, code) + 1);
}

static void style_start(struct xml *x, const char *name, const char **attributes)
{
    struct xlsx *w = x->context;
    const char *id_text = xml_attribute(attributes, "numFmtId");
    long id = id_text ? strtol(id_text, NULL, 10) : 0;
    if (strcmp(name, "cellXfs") == 0)
        w->in_styles = true;
    if (strcmp(name, "numFmts") == 0)
        w->in_formats = true;
    if (w->styles == limit_of(LIMIT_STYLES) || w->formats == limit_of(LIMIT_STYLES)) {
        x->fault = limit_fault(LIMIT_STYLES);
    } else if (strcmp(name, "numFmt") == 0 && w->in_formats) {
        add_format(w, id, str_c(xml_attribute(attributes, "formatCode")));
    } else if (strcmp(name, "xf") == 0 && w->in_styles) {
        w->style = room(w->style, w->styles, 1);
        w->style[w->styles++] = (unsigned char)kind_of_format(w, id);
    }
}

static void style_end(struct xml *x, const char *name)
{
    struct xlsx *w = x->context;
    if (strcmp(name, "cellXfs") == 0)
        w->in_styles = false;
    if (strcmp(name, "numFmts") == 0)
        w->in_formats = false;
}

/* --- shared strings --- */

/* Nothing at its ends that is taken away, and nothing that CSV must quote. */
static bool is_plain(struct str s, unsigned kinds)
{
    return !(kinds & (TEXT_WORK | TEXT_QUOTE)) && s.len > 0 && *s.ptr != ' ' && s.ptr[s.len - 1] != ' ';
}

/* NULL, or a fault. */
static const char *add_string(struct xlsx *w, struct str text, unsigned kinds)
{
    if (kinds & (TEXT_WORK | TEXT_LOW)) {
        arena_reset(&w->scratch);
        struct str as_shown = xml_unescape(&w->scratch, text);
        kinds = as_shown.ptr == text.ptr ? kinds : TEXT_WORK;
        text = as_shown;
    }
    return strings_add(&w->string, text, is_plain(text, kinds));
}

static void string_start(struct xml *x, const char *name, const char **attributes)
{
    struct xlsx *w = x->context;
    (void)attributes;
    if (strcmp(name, "si") == 0) {
        w->in_item = true;
        w->text.len = w->text.row = 0;
        w->phonetic = 0;
    } else if (strcmp(name, "rPh") == 0) {
        w->phonetic++;
    } else if (strcmp(name, "t") == 0) {
        w->in_text = w->in_item && w->phonetic == 0;
    }
}

static void string_end(struct xml *x, const char *name)
{
    struct xlsx *w = x->context;
    w->in_text = false;
    if (strcmp(name, "rPh") == 0)
        w->phonetic--;
    if (strcmp(name, "si") != 0)
        return;
    x->fault = add_string(w, celltext_get(&w->text), TEXT_WORK);
    w->in_item = false;
}

static void string_text(struct xml *x, struct str text)
{
    struct xlsx *w = x->context;
    if (!w->in_text)
        return;
    x->fault = celltext_add(&w->text, text);
}

static bool take_string(void *context, struct str text, unsigned kinds, struct err *e)
{
    struct xlsx *w = context;
    return !limit_refused(add_string(w, text, kinds), w->path, e);
}

/* By scanning; by the general parser when the scanner meets what it does not know. */
static bool read_strings(struct xlsx *w, const struct zip_entry *entry, struct err *e)
{
    struct xml x = {.context = w, .start = string_start, .end = string_end, .text = string_text};
    struct zip_part *part = zip_part_open(w->zip, entry, e);
    if (!part)
        return false;
    switch (scanstrings_read(part, take_string, w, e)) {
    case SCAN_UNKNOWN:
        strings_clear(&w->string);
        return xml_read(w->zip, entry, &x, e);
    case SCAN_FAILED:
        return false;
    default:
        return true;
    }
}

static bool load(struct xlsx *w, struct err *e)
{
    const struct zip_entry *styles = related(w, "/styles"), *strings = related(w, "/sharedStrings");
    struct xml x = {.context = w, .start = style_start, .end = style_end};
    w->loaded = true;
    return (!styles || xml_read(w->zip, styles, &x, e)) && (!strings || read_strings(w, strings, e));
}

bool xlsx_source(struct xlsx *w, size_t i, struct sheetsource *source, struct err *e)
{
    if (!w->loaded && !load(w, e))
        return false;
    if (!w->sheet[i].part) {
        err_set(e, ST_UNREADABLE, "'%s' is damaged: the part of a sheet is missing", w->path);
        return err_place(e, "sheet %.*s", STR_ARG(w->sheet[i].face.name));
    }
    *source = (struct sheetsource){w->zip, w->sheet[i].part, &w->string, w->style, w->styles, w->epoch1904};
    return true;
}
