#include "limit.h"
#include "xlsbook.h"
#include "spans.h"

#include <stdlib.h>
#include <string.h>

enum { WORKSHEET = 0, BOF_GLOBALS = 0x0005, BOF_WORKSHEET = 0x0010 };

/* Room for one more element, doubling. */
static void *room(void *array, size_t n, size_t size)
{
    return n > 0 && (n & (n - 1)) != 0 ? array : mem_grow(array, (n ? n * 2 : 1) * size);
}

static bool refuse(const char *path, struct err *e, const char *what, const char *hint)
{
    err_set(e, ST_UNREADABLE, "'%s' is %s", path, what);
    return err_hint(e, "%s", hint);
}

/* --- the workbook --- */

static bool add_sheet(struct xls *x, struct biff *b, struct err *e)
{
    unsigned visibility, type, len;
    uint32_t at;
    if (!biff_u32(b, &at, e) || !biff_u8(b, &visibility, e) || !biff_u8(b, &type, e) ||
        !biff_u8(b, &len, e) || !biff_text(b, len, e))
        return false;
    if (x->sheets == limit_of(LIMIT_SHEETS))
        return limit_refuse(LIMIT_SHEETS, x->path, e);
    if (type != WORKSHEET)
        return true; /* charts and macros have no cells */
    x->sheet = room(x->sheet, x->sheets, sizeof *x->sheet);
    x->sheet[x->sheets++] = (struct xls_sheet){
        {arena_dup(&x->arena, (struct str){b->text, b->text_len}), (visibility & 3) == 0}, at};
    return true;
}

/* Some programs count a character too many of a number format: what is there of it counts. */
static bool take_format(struct biff *b, size_t len, struct err *e)
{
    uint32_t next = b->next;
    struct err cut = {0};
    if (biff_text(b, len, &cut))
        return true;
    if (b->text_len + 1 < len) {
        *e = cut;
        return false;
    }
    biff_seek(b, next);
    return true;
}

static bool add_format(struct xls *x, struct biff *b, struct err *e)
{
    unsigned id, len;
    if (!biff_u16(b, &id, e) || !(x->version == BIFF_8 ? biff_u16(b, &len, e) : biff_u8(b, &len, e)) ||
        !take_format(b, len, e))
        return false;
    if (x->formats == limit_of(LIMIT_STYLES))
        return limit_refuse(LIMIT_STYLES, x->path, e);
    x->format = room(x->format, x->formats, sizeof *x->format);
    x->format[x->formats++] =
        (struct xls_format){id, number_format((long)id, (struct str){b->text, b->text_len})};
    return true;
}

static bool add_style(struct xls *x, struct biff *b, struct err *e)
{
    unsigned font, format;
    if (!biff_u16(b, &font, e) || !biff_u16(b, &format, e))
        return false;
    if (x->styles == limit_of(LIMIT_STYLES))
        return limit_refuse(LIMIT_STYLES, x->path, e);
    x->style = room(x->style, x->styles, sizeof *x->style);
    x->style[x->styles++] = (unsigned short)format;
    return true;
}

/* True when the shared strings go on behind what has been read of them. */
static bool more_strings(struct biff *b, struct err *e)
{
    while (b->used == b->len) {
        uint32_t next = b->next;
        if (biff_next(b, e) <= 0 || b->type != BIFF_CONTINUE) {
            biff_seek(b, next);
            return false;
        }
    }
    return true;
}

/* The shared strings. Their declared number is often wrong, so all that are there are read. */
static bool read_strings(struct xls *x, struct biff *b, struct err *e)
{
    uint32_t cells, strings;
    size_t bytes = 0;
    if (!biff_u32(b, &cells, e) || !biff_u32(b, &strings, e))
        return false;
    while (more_strings(b, e)) {
        unsigned len;
        struct err beyond = {0}; /* what follows the declared ones may be anything */
        if (!biff_u16(b, &len, &beyond) || !biff_text(b, len, &beyond)) {
            if (x->strings < strings)
                *e = beyond;
            return x->strings >= strings;
        }
        bytes += b->text_len;
        if (x->strings == limit_of(LIMIT_STRINGS))
            return limit_refuse(LIMIT_STRINGS, x->path, e);
        if (bytes > limit_of(LIMIT_STRING_BYTES))
            return limit_refuse(LIMIT_STRING_BYTES, x->path, e);
        x->string = room(x->string, x->strings, sizeof *x->string);
        x->string[x->strings++] = arena_dup(&x->arena, (struct str){b->text, b->text_len});
    }
    return e->status == 0;
}

/* OpenOffice puts its own name where others put the user's. */
static bool is_by_calc(const struct xls *x, const struct biff *b)
{
    static const char name[] = "Calc    ";
    size_t at = x->version == BIFF_8 ? 3 : 1, len = sizeof name - 1;
    return b->len >= at + len && memcmp(b->data + at, name, len) == 0;
}

static bool read_global(struct xls *x, struct biff *b, struct err *e)
{
    unsigned value;
    switch (b->type) {
    case BIFF_FILEPASS:
        return refuse(x->path, e, "encrypted with a password",
                      "save it without password, or ask the agency to");
    case BIFF_CODEPAGE:
        if (!biff_u16(b, &value, e))
            return false;
        x->code_page = b->code_page = value;
        return true;
    case BIFF_WRITEACCESS:
        x->by_calc = is_by_calc(x, b);
        return true;
    case BIFF_DATEMODE:
        if (!biff_u16(b, &value, e))
            return false;
        x->epoch1904 = value == 1;
        return true;
    case BIFF_BOUNDSHEET:
        return add_sheet(x, b, e);
    case BIFF_FORMAT:
        return add_format(x, b, e);
    case BIFF_XF:
        return add_style(x, b, e);
    case BIFF_SST:
        return read_strings(x, b, e);
    default:
        return true;
    }
}

/* What each cell style shows, once styles and formats are known. */
static void resolve_styles(struct xls *x)
{
    enum { IDS = 65536 };
    short *of = mem_alloc(IDS * sizeof *of); /* kind + 1 of each format */
    for (size_t i = 0; i < x->formats; i++)
        of[x->format[i].id] = (short)(x->format[i].kind + 1);
    x->kind = mem_alloc(x->styles);
    for (size_t i = 0; i < x->styles; i++)
        x->kind[i] =
            (unsigned char)(of[x->style[i]] ? of[x->style[i]] - 1 : (int)number_format(x->style[i], STR("")));
    free(of);
}

static bool read_globals(struct xls *x, struct biff *b, struct err *e)
{
    int got;
    while ((got = biff_next(b, e)) > 0 && b->type != BIFF_EOF)
        if (!read_global(x, b, e))
            return false;
    resolve_styles(x);
    if (got == 0)
        return biff_fault(b, "it is cut short: the end of the workbook's table is missing", e);
    return got > 0 && (x->sheets > 0 ||
                       refuse(x->path, e, "a workbook without sheets", "ask the agency for the file again"));
}

/* The first record tells the version. A bare file may hold nothing but a sheet. */
static bool read_workbook(struct xls *x, struct biff *b, bool bare, struct err *e)
{
    unsigned version, content;
    int got = biff_next(b, e);
    if (got < 0)
        return false;
    if (got == 0 || b->type != BIFF_BOF || b->len < 4)
        return biff_fault(b, "the workbook does not begin as one", e);
    if (!biff_u16(b, &version, e) || !biff_u16(b, &content, e))
        return false;
    if (version != BIFF_8 && version != BIFF_5 && !bare)
        return refuse(x->path, e, "a workbook of Excel 2 to 4",
                      "open it in a spreadsheet program and save it as .xlsx");
    x->version = b->version = version == BIFF_8 ? BIFF_8 : BIFF_5;
    if (content == BOF_GLOBALS)
        return read_globals(x, b, e);
    bool by_hand = bare && version != BIFF_8 && version != BIFF_5; /* it may say anything of its content */
    if (!bare || (content != BOF_WORKSHEET && !by_hand))
        return biff_fault(b, "the workbook does not begin as one", e);
    x->sheet = mem_alloc(sizeof *x->sheet);
    x->sheet[x->sheets++] = (struct xls_sheet){{STR("Sheet1"), true}, 0};
    return true;
}

/* What a compound file without a workbook is. */
static bool refuse_compound(const char *path, const struct ole *o, struct err *e)
{
    static const char ask[] = "ask the agency for the spreadsheet itself";
    if (ole_has(o, "EncryptedPackage"))
        return refuse(path, e, "encrypted with a password", "save it without password, or ask the agency to");
    if (ole_has(o, "WordDocument"))
        return refuse(path, e, "a Word document, not a spreadsheet", ask);
    if (ole_has(o, "PowerPoint Document"))
        return refuse(path, e, "a presentation, not a spreadsheet", ask);
    return refuse(path, e, "a compound file (OLE) without a workbook", ask);
}

static struct ole_stream *open_stream(int fd, const char *path, struct err *e)
{
    struct ole_stream *s = NULL;
    struct ole *o = ole_open(fd, path, e);
    if (!o)
        return NULL;
    if (ole_has(o, "Workbook"))
        s = ole_stream_open(o, "Workbook", e);
    else if (ole_has(o, "Book"))
        s = ole_stream_open(o, "Book", e);
    else
        refuse_compound(path, o, e);
    ole_close(o);
    return s;
}

struct xls *xls_open(int fd, const char *path, bool bare, struct err *e)
{
    struct ole_stream *s = bare ? ole_stream_bare(fd, path, e) : open_stream(fd, path, e);
    if (!s)
        return NULL;
    struct xls *x = mem_alloc(sizeof *x);
    struct biff *b = biff_open(s, path);
    x->stream = s;
    x->path = path;
    x->code_page = b->code_page;
    bool ok = read_workbook(x, b, bare, e);
    biff_close(b);
    if (ok)
        return x;
    xls_close(x);
    return NULL;
}

void xls_close(struct xls *x)
{
    if (!x)
        return;
    ole_stream_close(x->stream);
    arena_done(&x->arena);
    free(x->sheet);
    free(x->string);
    free(x->format);
    free(x->style);
    free(x->kind);
    free(x);
}

size_t xls_sheets(const struct xls *x)
{
    return x->sheets;
}

const struct sheet *xls_sheet(const struct xls *x, size_t i)
{
    return &x->sheet[i].face;
}

bool xls_epoch1904(const struct xls *x)
{
    return x->epoch1904;
}

/* --- the records of a sheet --- */

bool xls_pass_begin(struct sheet_pass *p, const struct xls *x, size_t i, struct err *e)
{
    *p = (struct sheet_pass){x, biff_open(x->stream, x->path), 1};
    p->biff->version = x->version;
    p->biff->code_page = x->code_page;
    biff_seek(p->biff, x->sheet[i].at);
    int got = biff_next(p->biff, e);
    if (got > 0 && p->biff->type == BIFF_BOF)
        return true;
    return got < 0 ? false : biff_fault(p->biff, "the records of a sheet are missing", e);
}

int xls_pass_next(struct sheet_pass *p, struct err *e)
{
    for (;;) {
        int got = biff_next(p->biff, e);
        if (got <= 0)
            return got < 0 ? -1
                           : (biff_fault(p->biff, "it is cut short: the end of a sheet is missing", e), -1);
        if (p->biff->type == BIFF_EOF && --p->depth == 0)
            return 0;
        if (p->biff->type == BIFF_BOF)
            p->depth++;
        if (p->depth == 1 && p->biff->type != BIFF_EOF)
            return 1;
    }
}

static bool read_dimension(const struct xls *x, struct biff *b, struct arena *a, struct survey *s,
                           struct err *e)
{
    uint32_t row1, row2;
    unsigned first, last, col1, col2;
    if (x->version == BIFF_8) {
        if (!biff_u32(b, &row1, e) || !biff_u32(b, &row2, e))
            return false;
    } else {
        if (!biff_u16(b, &first, e) || !biff_u16(b, &last, e))
            return false;
        row1 = first;
        row2 = last;
    }
    if (!biff_u16(b, &col1, e) || !biff_u16(b, &col2, e))
        return false;
    if (row2 <= row1 || row2 > BOOK_MAX_ROW || col2 <= col1 || col2 > BOOK_MAX_COL)
        return true; /* an empty sheet */
    char from[ADDRESS_SIZE], to[ADDRESS_SIZE];
    address((long)row1 + 1, (int)col1 + 1, from);
    address((long)row2, (int)col2, to);
    s->dimension = strcmp(from, to) == 0 ? arena_printf(a, "%s", from) : arena_printf(a, "%s:%s", from, to);
    return true;
}

static bool read_merged(struct biff *b, struct spans *spans, struct err *e)
{
    unsigned n, row1, row2, col1, col2;
    if (!biff_u16(b, &n, e))
        return false;
    for (; n > 0; n--) {
        if (!biff_u16(b, &row1, e) || !biff_u16(b, &row2, e) || !biff_u16(b, &col1, e) ||
            !biff_u16(b, &col2, e))
            return false;
        struct range r = {(long)row1 + 1, (long)row2 + 1, (int)col1 + 1, (int)col2 + 1};
        if (row2 < row1 || col2 < col1 || col1 >= BOOK_MAX_COL)
            return biff_fault(b, "the address of merged cells cannot be read", e);
        if (!spans_add(spans, r))
            return limit_refuse(LIMIT_MERGED, b->file, e);
    }
    return true;
}

/* A column's format, with what makes it hidden. */
static bool read_columns(struct biff *b, struct spans *spans, struct err *e)
{
    enum { HIDDEN = 1 };
    unsigned first, last, width, style, flags;
    if (!biff_u16(b, &first, e) || !biff_u16(b, &last, e) || !biff_u16(b, &width, e) ||
        !biff_u16(b, &style, e) || !biff_u16(b, &flags, e))
        return false;
    if (flags & HIDDEN)
        spans_hide(spans, (long)first + 1, (long)last + 1);
    return true;
}

bool xls_survey(const struct xls *x, size_t i, struct arena *a, struct survey *survey, struct err *e)
{
    struct sheet_pass p;
    struct spans spans = {0};
    *survey = (struct survey){0};
    bool ok = xls_pass_begin(&p, x, i, e);
    int got = 0;
    while (ok && (got = xls_pass_next(&p, e)) > 0) {
        if (p.biff->type == BIFF_DIMENSIONS)
            ok = read_dimension(x, p.biff, a, survey, e);
        else if (p.biff->type == BIFF_MERGEDCELLS)
            ok = read_merged(p.biff, &spans, e);
        else if (p.biff->type == BIFF_COLINFO)
            ok = read_columns(p.biff, &spans, e);
    }
    spans_keep(&spans, a, survey);
    biff_close(p.biff);
    return ok && got == 0;
}
