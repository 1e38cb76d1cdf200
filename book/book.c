#include "book.h"
#include "foreign.h"
#include "html.h"
#include "limit.h"
#include "ods.h"
#include "sandbox.h"
#include "source.h"
#include "text.h"
#include "xls.h"
#include "sheetsurvey.h"
#include "xlsx.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

enum kind { KIND_TEXT, KIND_XLSX, KIND_XLS, KIND_ODS, KIND_HTML };

struct book {
    const char *path;
    int fd;
    enum kind kind;
    union {
        struct xlsx *xlsx;
        struct xls *xls;
        struct ods *ods;
        struct html *html;
    };
    struct arena arena;
    struct survey **survey, **preface; /* of each sheet, once read */
};

struct rows {
    enum kind kind;
    const char *path;
    uint64_t bytes; /* of text handed out */
    union {
        void *any;
        struct sheetxml *sheet;
        struct xls_rows *xls;
        struct ods_rows *ods;
        struct html_rows *html;
        struct text *text;
    };
};

/* --- what a file is, by its bytes --- */

static bool refuse(const char *path, struct err *e, const char *what, const char *hint)
{
    err_set(e, ST_UNREADABLE, "'%s' is %s", path, what);
    return err_hint(e, "%s", hint);
}

/* A zip archive: OpenDocument, or what must be a workbook of Office Open XML. */
static bool open_archive(struct book *b, struct err *e)
{
    struct zip *z = zip_open(b->fd, b->path, e);
    if (!z)
        return false;
    if (ods_is(z)) {
        b->kind = KIND_ODS;
        b->ods = ods_open(z, b->path, e);
        return b->ods != NULL;
    }
    zip_close(z);
    b->kind = KIND_XLSX;
    b->xlsx = xlsx_open(b->fd, b->path, e);
    return b->xlsx != NULL;
}

static bool open_xls(struct book *b, bool bare, struct err *e)
{
    b->kind = KIND_XLS;
    b->xls = xls_open(b->fd, b->path, bare, e);
    return b->xls != NULL;
}

static bool open_page(struct book *b, struct err *e)
{
    b->kind = KIND_HTML;
    b->html = html_open(b->fd, b->path, e);
    return b->html != NULL;
}

static bool open_packed(struct book *b, struct err *e)
{
    char head[TEXT_SAMPLE];
    size_t n = 0;
    long got = 1;
    struct source *s = source_open(b->fd, b->path, e);
    while (s && got > 0 && n < sizeof head) {
        got = source_read(s, head + n, sizeof head - n, e);
        n += got > 0 ? (size_t)got : 0;
    }
    source_close(s);
    if (!s || got < 0)
        return false;
    const struct foreign *other = foreign_in_gzip((struct str){head, n});
    if (!other)
        return true;
    err_set(e, ST_UNREADABLE, "'%s' is compressed with gzip, and what is in it is %s", b->path, other->what);
    return err_hint(e, "%s", other->hint);
}

static bool format(struct book *b, struct str head, struct err *e)
{
    if (str_starts(head, "PK\3\4"))
        return open_archive(b, e);
    if (str_starts(head, "\xD0\xCF\x11\xE0"))
        return open_xls(b, false, e);
    if (str_starts(head, "\x09\x08"))
        return open_xls(b, true, e);
    if (html_is(head))
        return open_page(b, e);
    if (str_starts(head, "\x1F\x8B"))
        return open_packed(b, e);
    const struct foreign *other = foreign_is(head);
    return !other || refuse(b->path, e, other->what, other->hint);
}

static bool open_file(struct book *b, struct err *e)
{
    char head[TEXT_SAMPLE];
    const char *slash = strrchr(b->path, '/');
    struct stat st;
    if (strncmp(slash ? slash + 1 : b->path, "~$", 2) == 0)
        return refuse(b->path, e, "the lock file of a workbook that is open elsewhere",
                      "give the workbook itself");
    b->fd = open(b->path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (b->fd < 0 || fstat(b->fd, &st) != 0)
        return err_sys(e, "cannot open '%s'", b->path);
    if (S_ISDIR(st.st_mode))
        return refuse(b->path, e, "a directory, not a file", "give the files in it");
    if (!S_ISREG(st.st_mode))
        return refuse(b->path, e, "no ordinary file", "write it to a file first");
    ssize_t n = pread(b->fd, head, sizeof head, 0);
    if (n < 0)
        return err_sys(e, "cannot read '%s'", b->path);
    return format(b, (struct str){head, (size_t)n}, e);
}

struct book *book_open(const char *path, struct err *e)
{
    sandbox_reading(path);
    struct book *b = mem_alloc(sizeof *b);
    b->path = path;
    b->fd = -1;
    if (!open_file(b, e)) {
        book_close(b);
        return NULL;
    }
    b->survey = arena_alloc(&b->arena, book_sheets(b) * sizeof *b->survey);
    b->preface = arena_alloc(&b->arena, book_sheets(b) * sizeof *b->preface);
    return b;
}

static void close_kind(struct book *b)
{
    switch (b->kind) {
    case KIND_TEXT:
        break;
    case KIND_XLSX:
        xlsx_close(b->xlsx);
        break;
    case KIND_XLS:
        xls_close(b->xls);
        break;
    case KIND_ODS:
        ods_close(b->ods);
        break;
    case KIND_HTML:
        html_close(b->html);
        break;
    }
}

void book_close(struct book *b)
{
    if (!b)
        return;
    close_kind(b);
    if (b->fd >= 0)
        close(b->fd);
    arena_done(&b->arena);
    free(b);
}

const char *book_path(const struct book *b)
{
    return b->path;
}

bool book_is_text(const struct book *b)
{
    return b->kind == KIND_TEXT;
}

bool book_epoch1904(const struct book *b)
{
    return b->kind == KIND_XLSX ? xlsx_epoch1904(b->xlsx) : b->kind == KIND_XLS && xls_epoch1904(b->xls);
}

const struct zip *book_archive(const struct book *b)
{
    return b->kind == KIND_XLSX ? xlsx_archive(b->xlsx) : NULL;
}

size_t book_sheets(const struct book *b)
{
    switch (b->kind) {
    case KIND_XLSX:
        return xlsx_sheets(b->xlsx);
    case KIND_XLS:
        return xls_sheets(b->xls);
    case KIND_ODS:
        return ods_sheets(b->ods);
    case KIND_HTML:
        return html_sheets(b->html);
    default:
        return 1;
    }
}

const struct sheet *book_sheet(const struct book *b, size_t i)
{
    static const struct sheet csv = {{"csv", 3}, true};
    switch (b->kind) {
    case KIND_XLSX:
        return xlsx_sheet(b->xlsx, i);
    case KIND_XLS:
        return xls_sheet(b->xls, i);
    case KIND_ODS:
        return ods_sheet(b->ods, i);
    case KIND_HTML:
        return html_sheet(b->html, i);
    default:
        return &csv;
    }
}

bool book_is_list(const struct sheet *s)
{
    const size_t len = sizeof BOOK_LIST - 1;
    long number;
    return str_starts(s->name, BOOK_LIST) &&
           (s->name.len == len ||
            (s->name.ptr[len] == ' ' &&
             str_to_long((struct str){s->name.ptr + len + 1, s->name.len - len - 1}, &number)));
}

bool book_was_text(const struct book *b, size_t i)
{
    return book_is_text(b) || (str_is(book_sheet(b, i)->name, "csv") && book_is_list(book_sheet(b, 0)));
}

static bool survey(struct book *b, size_t i, bool whole, struct survey *s, struct err *e)
{
    struct sheetsource source;
    switch (b->kind) {
    case KIND_XLSX:
        return xlsx_source(b->xlsx, i, &source, e) && sheetsurvey(&source, whole, &b->arena, s, e);
    case KIND_XLS:
        return xls_survey(b->xls, i, &b->arena, s, e);
    case KIND_ODS:
        *s = *ods_survey(b->ods, i);
        return true;
    case KIND_HTML:
        *s = *html_survey(b->html, i);
        return true;
    default:
        return true;
    }
}

static const struct survey *kept_survey(struct book *b, size_t i, bool whole, struct survey **kept,
                                        struct err *e)
{
    if (!*kept) {
        struct survey *s = arena_alloc(&b->arena, sizeof *s);
        if (!survey(b, i, whole, s, e))
            return NULL;
        *kept = s;
    }
    return *kept;
}

const struct survey *book_survey(struct book *b, size_t i, struct err *e)
{
    return kept_survey(b, i, true, &b->survey[i], e);
}

const struct survey *book_preface(struct book *b, size_t i, struct err *e)
{
    if (b->kind != KIND_XLSX || b->survey[i])
        return book_survey(b, i, e);
    return kept_survey(b, i, false, &b->preface[i], e);
}

struct rows *rows_open(struct book *b, size_t i, struct err *e)
{
    struct rows *r = mem_alloc(sizeof *r);
    struct sheetsource source;
    r->kind = b->kind;
    r->path = b->path;
    switch (b->kind) {
    case KIND_TEXT:
        r->text = text_open(b->fd, b->path, e);
        break;
    case KIND_XLSX:
        r->sheet = xlsx_source(b->xlsx, i, &source, e) ? sheetxml_open(&source, e) : NULL;
        break;
    case KIND_XLS:
        r->xls = xls_rows_open(b->xls, i, e);
        break;
    case KIND_ODS:
        r->ods = ods_rows_open(b->ods, i, e);
        break;
    case KIND_HTML:
        r->html = html_rows_open(b->html, i);
        break;
    }
    if (r->any)
        return r;
    free(r);
    return NULL;
}

static int next_of_kind(struct rows *r, struct row *row, struct err *e)
{
    switch (r->kind) {
    case KIND_XLSX:
        return sheetxml_next(r->sheet, row, e);
    case KIND_XLS:
        return xls_rows_next(r->xls, row, e);
    case KIND_ODS:
        return ods_rows_next(r->ods, row, e);
    case KIND_HTML:
        return html_rows_next(r->html, row, e);
    default:
        return text_next(r->text, row, e);
    }
}

/* A small file can say a long text a million times. */
int rows_next(struct rows *r, struct row *row, struct err *e)
{
    int got = next_of_kind(r, row, e);
    uint64_t bytes = 0;
    for (size_t i = 0; got > 0 && i < row->n; i++)
        bytes += row->cell[i].text.len;
    r->bytes += bytes;
    if (bytes > limit_of(LIMIT_ROW_BYTES))
        return limit_refuse(LIMIT_ROW_BYTES, r->path, e), -1;
    if (r->bytes > limit_of(LIMIT_TEXT_BYTES))
        return limit_refuse(LIMIT_TEXT_BYTES, r->path, e), -1;
    return got;
}

void rows_close(struct rows *r)
{
    if (!r)
        return;
    switch (r->kind) {
    case KIND_TEXT:
        text_close(r->text);
        break;
    case KIND_XLSX:
        sheetxml_close(r->sheet);
        break;
    case KIND_XLS:
        xls_rows_close(r->xls);
        break;
    case KIND_ODS:
        ods_rows_close(r->ods);
        break;
    case KIND_HTML:
        html_rows_close(r->html);
        break;
    }
    free(r);
}
