#include "book.h"
#include "text.h"
#include "xlsx.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

struct book {
    const char *path;
    int fd;
    struct xlsx *xlsx; /* NULL: delimited text */
    struct arena arena;
    struct survey **survey; /* of each sheet, once read */
};

struct rows {
    struct sheetxml *sheet;
    struct text *text;
};

/* --- what a file is, by its bytes --- */

static const char again[] = "open it in a spreadsheet program and save it as .xlsx";
static const char ask[] = "ask the agency for the spreadsheet itself";

struct signature {
    const char *bytes;
    size_t len;
    const char *what, *hint;
};

static const struct signature signatures[] = {
    {"\x89PNG\r\n", 6, "a PNG picture, not a spreadsheet", ask},
    {"\xFF\xD8\xFF", 3, "a JPEG picture, not a spreadsheet", ask},
    {"GIF8", 4, "a GIF picture, not a spreadsheet", ask},
    {"RIFF", 4, "a WebP picture or a sound, not a spreadsheet", ask},
    {"%PDF", 4, "a PDF document, not a spreadsheet", ask},
    {"{\\rtf", 5, "an RTF document, not a spreadsheet", ask},
    {"\x1F\x8B", 2, "compressed with gzip", "unpack it with gunzip first"},
    {"Rar!", 4, "a RAR archive, not a spreadsheet", "unpack it and give the files in it"},
    {"7z\xBC\xAF", 4, "a 7-Zip archive, not a spreadsheet", "unpack it and give the files in it"},
    {"\x09\x00\x04\x00", 4, "a workbook of Excel 2", again},
    {"\x09\x02\x06\x00", 4, "a workbook of Excel 3", again},
    {"\x09\x04\x06\x00", 4, "a workbook of Excel 4", again},
    {"\x09\x08", 2, "a workbook of Excel 5 to 97 without its container", again},
};

static const struct signature markup[] = {
    {"<?xml", 5, "an XML document, not a workbook (.xlsx)", again},
    {"<html", 5, "a web page, not a spreadsheet", again},
    {"<!doctype", 9, "a web page, not a spreadsheet", again},
    {"<head", 5, "a web page, not a spreadsheet", again},
    {"<meta", 5, "a web page, not a spreadsheet", again},
    {"<table", 6, "a web page, not a spreadsheet", again},
    {"<style", 6, "a web page, not a spreadsheet", again},
};

static bool refuse(const char *path, struct err *e, const char *what, const char *hint)
{
    err_set(e, ST_UNREADABLE, "'%s' is %s", path, what);
    return err_hint(e, "%s", hint);
}

/* An OLE container: encrypted workbooks and those of Excel 97 to 2003, told by the names in its directory. */
static bool refuse_ole(int fd, const char *path, const unsigned char *head, size_t len, struct err *e)
{
    unsigned char directory[4096];
    unsigned shift = len > 52 ? head[30] | (unsigned)head[31] << 8 : 9;
    unsigned long sector = len > 52 ? (unsigned long)head[48] | (unsigned long)head[49] << 8 |
                                          (unsigned long)head[50] << 16 | (unsigned long)head[51] << 24
                                    : 0;
    off_t at = (off_t)((sector + 1) << (shift <= 12 ? shift : 9));
    ssize_t n = pread(fd, directory, sizeof directory, at);
    size_t have = n > 0 ? (size_t)n : 0;
    if (memmem(directory, have, "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0", 18))
        return refuse(path, e, "encrypted with a password", "save it without password, or ask the agency to");
    if (memmem(directory, have, "W\0o\0r\0d\0D\0o\0c\0", 14))
        return refuse(path, e, "a Word document, not a spreadsheet", ask);
    return refuse(path, e, "a workbook of Excel 97 to 2003 (.xls)", again);
}

static bool is_markup(const unsigned char *head, size_t len, const struct signature **which)
{
    size_t i = len >= 3 && memcmp(head, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    while (i < len && (head[i] == ' ' || head[i] == '\t' || head[i] == '\r' || head[i] == '\n'))
        i++;
    for (size_t k = 0; k < sizeof markup / sizeof *markup; k++)
        if (len - i >= markup[k].len &&
            strncasecmp((const char *)head + i, markup[k].bytes, markup[k].len) == 0) {
            *which = &markup[k];
            return true;
        }
    return false;
}

/* Bytes that no text holds; UTF-16 has zeros. */
static bool is_binary(const unsigned char *head, size_t len)
{
    size_t skip;
    if (text_encoding((struct str){(const char *)head, len}, &skip) != TEXT_BYTES)
        return false;
    for (size_t i = 0; i < len; i++)
        if (head[i] < 0x20 && !strchr("\t\n\r\f\x1A", head[i] ? head[i] : 1))
            return true;
    return false;
}

static bool format(struct book *b, const unsigned char *head, size_t len, struct err *e)
{
    const struct signature *s;
    if (len == 0)
        return refuse(b->path, e, "empty", "ask the agency for the file again");
    if (len >= 4 && memcmp(head, "PK\3\4", 4) == 0) {
        b->xlsx = xlsx_open(b->fd, b->path, e);
        return b->xlsx != NULL;
    }
    if (len >= 4 && memcmp(head, "\xD0\xCF\x11\xE0", 4) == 0)
        return refuse_ole(b->fd, b->path, head, len, e);
    for (size_t i = 0; i < sizeof signatures / sizeof *signatures; i++)
        if (len >= signatures[i].len && memcmp(head, signatures[i].bytes, signatures[i].len) == 0)
            return refuse(b->path, e, signatures[i].what, signatures[i].hint);
    if (is_markup(head, len, &s))
        return refuse(b->path, e, s->what, s->hint);
    if (is_binary(head, len))
        return refuse(b->path, e, "neither a workbook nor text", ask);
    return true;
}

static bool open_file(struct book *b, struct err *e)
{
    unsigned char head[TEXT_SAMPLE];
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
    return format(b, head, (size_t)n, e);
}

struct book *book_open(const char *path, struct err *e)
{
    struct book *b = mem_alloc(sizeof *b);
    b->path = path;
    b->fd = -1;
    if (!open_file(b, e)) {
        book_close(b);
        return NULL;
    }
    b->survey = arena_alloc(&b->arena, book_sheets(b) * sizeof *b->survey);
    return b;
}

void book_close(struct book *b)
{
    if (!b)
        return;
    xlsx_close(b->xlsx);
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
    return !b->xlsx;
}

size_t book_sheets(const struct book *b)
{
    return b->xlsx ? xlsx_sheets(b->xlsx) : 1;
}

const struct sheet *book_sheet(const struct book *b, size_t i)
{
    static const struct sheet csv = {{"csv", 3}, true};
    return b->xlsx ? xlsx_sheet(b->xlsx, i) : &csv;
}

const struct survey *book_survey(struct book *b, size_t i, struct err *e)
{
    struct sheetxml_source source;
    if (b->survey[i])
        return b->survey[i];
    struct survey *s = arena_alloc(&b->arena, sizeof *s);
    if (b->xlsx && (!xlsx_source(b->xlsx, i, &source, e) || !sheetxml_survey(&source, &b->arena, s, e)))
        return NULL;
    return b->survey[i] = s;
}

struct rows *rows_open(struct book *b, size_t i, struct err *e)
{
    struct rows *r = mem_alloc(sizeof *r);
    struct sheetxml_source source;
    if (!b->xlsx)
        r->text = text_open(b->fd, b->path, e);
    else if (xlsx_source(b->xlsx, i, &source, e))
        r->sheet = sheetxml_open(&source, e);
    if (r->text || r->sheet)
        return r;
    free(r);
    return NULL;
}

int rows_next(struct rows *r, struct row *row, struct err *e)
{
    return r->text ? text_next(r->text, row, e) : sheetxml_next(r->sheet, row, e);
}

void rows_close(struct rows *r)
{
    if (!r)
        return;
    text_close(r->text);
    sheetxml_close(r->sheet);
    free(r);
}

size_t address_column(int col, char *out)
{
    char reversed[ADDRESS_SIZE];
    size_t n = 0;
    for (; col > 0; col = (col - 1) / 26)
        reversed[n++] = (char)('A' + (col - 1) % 26);
    for (size_t i = 0; i < n; i++)
        out[i] = reversed[n - 1 - i];
    out[n] = '\0';
    return n;
}

size_t address(long row, int col, char *out)
{
    char reversed[ADDRESS_SIZE];
    size_t n = address_column(col, out), digits = 0;
    for (; row > 0; row /= 10)
        reversed[digits++] = (char)('0' + row % 10);
    while (digits > 0)
        out[n++] = reversed[--digits];
    out[n] = '\0';
    return n;
}

bool address_parse(struct str s, long *row, int *col)
{
    size_t i = 0;
    int c = 0;
    for (; i < s.len && i < 3 && (s.ptr[i] | 32) >= 'a' && (s.ptr[i] | 32) <= 'z'; i++)
        c = c * 26 + (s.ptr[i] | 32) - 'a' + 1;
    if (c == 0 || c > BOOK_MAX_COL || !str_to_long((struct str){s.ptr + i, s.len - i}, row) || *row < 1 ||
        *row > BOOK_MAX_ROW)
        return false;
    *col = c;
    return true;
}
