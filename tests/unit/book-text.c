/* Delimited text: each form that agencies send, and that the scan and libcsv never differ. */
#include "limit.h"
#include "text.h"
#include "textmessy.h"
#include "textscan.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

static struct err e;

static struct text *open_bytes(const char *bytes, size_t len)
{
    static int fd = -1;
    e = (struct err){0};
    if (fd < 0)
        fd = memfd_create("text", MFD_CLOEXEC);
    cr_assert(ftruncate(fd, 0) == 0 && pwrite(fd, bytes, len, 0) == (ssize_t)len);
    return text_open(fd, "x.csv", &e);
}

/* "A1=text|" of each cell, "!" for CELL_LAST; behind them what failed and where. */
static const char *dump(const char *bytes, size_t len)
{
    static char out[4000];
    size_t n = 0;
    struct text *t = open_bytes(bytes, len);
    struct row row;
    out[0] = '\0';
    while (t && text_next(t, &row, &e) > 0)
        for (size_t i = 0; i < row.n; i++) {
            char where[ADDRESS_SIZE];
            address(row.number, row.cell[i].col, where);
            n += (size_t)snprintf(out + n, sizeof out - n, "%s%s%.*s|", where,
                                  row.cell[i].type == CELL_LAST ? "!" : "=", STR_ARG(row.cell[i].text));
        }
    if (e.status)
        snprintf(out + n, sizeof out - n, "%s, %s", strrchr(e.text, ':') + 2, e.place);
    text_close(t);
    return out;
}
#define DUMP(literal) dump("" literal, sizeof literal - 1)

/* --- forms --- */

enum form { UTF_8, UTF_8_MARK, UTF_16LE, UTF_16LE_MARK, UTF_16BE, UTF_16BE_MARK, WINDOWS_1252, FORMS };

/* The Latin-1 text in a form. */
static size_t put(enum form form, const char *latin, char *out)
{
    static const char *const mark[FORMS] = {"", "\xEF\xBB\xBF", "", "\xFF\xFE", "", "\xFE\xFF", ""};
    size_t n = strlen(mark[form]);
    memcpy(out, mark[form], n);
    for (const char *p = latin; *p; p++) {
        unsigned char c = (unsigned char)*p;
        bool big = form == UTF_16BE || form == UTF_16BE_MARK;
        if (form == WINDOWS_1252 || (form <= UTF_8_MARK && c < 0x80)) {
            out[n++] = (char)c;
        } else if (form <= UTF_8_MARK) {
            out[n++] = (char)(0xC0 | c >> 6);
            out[n++] = (char)(0x80 | (c & 63));
        } else {
            out[n++] = big ? '\0' : (char)c;
            out[n++] = big ? (char)c : '\0';
        }
    }
    return n;
}

/* ^ stands for the delimiter, $ for the line end. */
static void replace(const char *text, char delimiter, const char *line_end, char *out)
{
    for (; *text; text++) {
        if (*text == '$')
            out = stpcpy(out, line_end);
        else
            *out++ = *text == '^' ? delimiter : *text;
    }
    *out = '\0';
}

Test(text, every_form)
{
    static const char text[] = "nama^\"alamat\"^tgl$\"Tumbang \"\"A\"\"\"^caf\xE9^3376\xA0$$$"
                               "\"satu$dua^tiga\"^\"\"^ x $\"\"^^$inci 5\"^b^\"c\" $^1^2^3";
    static const char seen[] = "A1=nama|B1=alamat|C1=tgl|A2=Tumbang \"A\"|B2=café|C2=3376\xC2\xA0|"
                               "A5=satu$dua^tiga|C5= x |A7=inci 5\"|B7=b|C7=c|B8=1|C8=2|D8!3|";
    static const char *const line_ends[] = {"\n", "\r\n", "\r"};
    for (int form = 0; form < FORMS; form++)
        for (const char *delimiter = ",;\t|"; *delimiter; delimiter++)
            for (size_t i = 0; i < 3; i++) {
                char latin[400], bytes[1000], expected[400];
                replace(text, *delimiter, line_ends[i], latin);
                replace(seen, *delimiter, line_ends[i], expected);
                cr_assert_str_eq(dump(bytes, put((enum form)form, latin, bytes)), expected,
                                 "form %d, delimiter '%c', line end %zu", form, *delimiter, i);
            }
}

Test(text, bytes_of_two_encodings_in_one_file)
{
    cr_assert_str_eq(DUMP("a,\xC3\xA9\xE9,\xE2\x80\n\xF0\x9F\x98,\x80\"\xED\xA0\x80\n"),
                     "A1=a|B1=éé|C1=â€|A2=ðŸ˜|B2=€\"í\xC2\xA0€|");
    cr_assert_str_eq(DUMP("\"\xC3\"\"\xA9\",x\n"), "A1=Ã\"©|B1=x|");
    cr_assert_str_eq(DUMP("\xFF\xFE"
                          "a\0\x3D\xD8,\0\x3D\xD8\x00\xDE\n\0b"),
                     "A1=a\xEF\xBF\xBD|B1=\xF0\x9F\x98\x80|");
}

Test(text, small_files)
{
    cr_assert_str_eq(DUMP(""), "");
    cr_assert_str_eq(DUMP("\xEF\xBB\xBF"), "");
    cr_assert_str_eq(DUMP("\xFF\xFE"), "");
    cr_assert_str_eq(DUMP("\n"), "");
    cr_assert_str_eq(DUMP("\r\n\r\n"), "");
    cr_assert_str_eq(DUMP("a"), "A1!a|");
    cr_assert_str_eq(DUMP("\"a\""), "A1!a|");
    cr_assert_str_eq(DUMP("\"\"\"\""), "A1!\"|");
    cr_assert_str_eq(DUMP("\r\r\n\na,b\n"), "A4=a|B4=b|");
    cr_assert_str_eq(DUMP("a,b\r\r\nc"), "A1=a|B1=b|A3!c|");
    cr_assert_str_eq(DUMP("a,b,\"\""), "A1=a|B1=b|C1!|");
}

Test(text, rows_before_a_fault_are_handed_out)
{
    cr_assert_str_eq(DUMP("a,b\n\nc,\0\nd,e\n"), "A1=a|B1=b|a NUL byte, which no text has, row 3");
    cr_assert_str_eq(DUMP("a,b\nc,\"\0\"\"\"\n"), "A1=a|B1=b|a NUL byte, which no text has, row 2");
    cr_assert_str_eq(DUMP("a,b\nc,\0"), "A1=a|B1=b|a NUL byte, which no text has, row 2");
    cr_assert_str_eq(DUMP("a,b\n\"c\" d,e\nf,g\n"), "A1=a|B1=b|text behind a closing quotation mark, row 2");
    cr_assert_str_eq(DUMP("a,b\n\0,\"c\" d\n"), "A1=a|B1=b|a NUL byte, which no text has, row 2");
    cr_assert_str_eq(DUMP("a,b\nc,d\r\ne,\"f\n"),
                     "A1=a|B1=b|A2=c|B2=d|a quotation mark that never closes, row 3");
}

Test(text, columns_beyond_the_last_one)
{
    size_t n = BOOK_MAX_COL;
    char *bytes = malloc(n + 10);
    memset(bytes, ',', n);
    strcpy(bytes + n, "\na,\n");
    cr_assert_str_eq(dump(bytes, n + 4), "A2=a|"); /* empty fields are none */
    strcpy(bytes + n, "x\n");
    cr_assert_str_eq(dump(bytes, n + 2), "a field beyond the last column, row 1");
    cr_assert_str_eq(dump(bytes + 1, n + 1), "XFD1=x|");
    free(bytes);
}

Test(text, a_quotation_mark_that_swallows_too_much)
{
    size_t n = 2 * limit_of(LIMIT_ROW_BYTES) + 1000000;
    char *bytes = malloc(n);
    memset(bytes, 'x', n);
    memcpy(bytes, "a\n\"", 3);
    cr_assert_str_eq(dump(bytes, n), "A1=a|it passes limit row-bytes=8M (text of a row), row 2");
    free(bytes);
}

/* --- the scan against libcsv --- */

Test(text, plain_texts)
{
    static const struct {
        const char *line;
        bool plain;
    } cases[] = {{"abc,d\n", true},
                 {"\"abc\",d\n", true},
                 {" abc,d\n", false},
                 {"abc ,d\n", false},
                 {"\"abc \",d\n", false},
                 {"\"a,c\",d\n", false},
                 {"\"a\nc\",d\n", false},
                 {"\"a\"\"c\",d\n", false},
                 {"caf\xC3\xA9,d\n", false},
                 {"a b,d\n", true},
                 {"x\t,d\n", false},
                 {"a,b;c\n1;2\n3;4\n", false},
                 {"\"a,b\";c\n1;2\n3;4\n", false},
                 {"ab;c\n1;2\n3;4\n", true}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct text *t = open_bytes(cases[i].line, strlen(cases[i].line));
        struct row row;
        cr_assert_eq(text_next(t, &row, &e), 1);
        cr_assert_eq(row.cell[0].plain, cases[i].plain, "%s", cases[i].line);
        text_close(t);
    }
}

static uint64_t seed = 1181783497276652981u;

static unsigned dice(unsigned n)
{
    seed ^= seed << 13;
    seed ^= seed >> 7;
    seed ^= seed << 17;
    return (unsigned)(seed >> 11) % n;
}

/* Reads bytes both ways; returns the rows, all of whose cells were the same, and so was the fault. */
static long both_ways(const char *bytes, size_t len)
{
    struct text *t = open_bytes(bytes, len);
    struct textmessy *m = textmessy_open(',');
    struct row fast, slow;
    long rows = 0, number = 0;
    size_t at = 0, used = 0;
    int got, expected;
    do {
        const char *fault = "", *hint;
        do { /* rows without content are not handed out; the LF of a CRLF is no row */
            if (at > 0 && at < len && bytes[at - 1] == '\r' && bytes[at] == '\n')
                at++;
            expected =
                textmessy_row(m, (struct str){bytes + at, len - at}, true, &slow, &used, &fault, &hint);
            at += expected > 0 ? used : 0;
            number++;
        } while (expected > 0 && slow.n == 0);
        got = text_next(t, &fast, &e);
        cr_assert_eq(got, expected);
        if (got < 0)
            cr_assert(strstr(e.text, fault));
        if (got <= 0)
            break;
        cr_assert_eq(fast.number, number);
        cr_assert_eq(fast.n, slow.n);
        for (size_t i = 0; i < fast.n; i++) {
            cr_assert(fast.cell[i].col == slow.cell[i].col && fast.cell[i].type == slow.cell[i].type);
            cr_assert(str_eq(fast.cell[i].text, slow.cell[i].text));
        }
        rows++;
    } while (true);
    textmessy_close(m);
    text_close(t);
    return rows;
}

Test(text, the_scan_and_libcsv_read_the_same)
{
    static const char *const piece[] = {
        ",",   "\n",     "\r\n",       "\r",       "\"a,b\"", "\"x\ny\"",   "\"\"",
        "5\"", "\"q\" ", "\"d\"\"e\"", "\xC3\xA9", "\xA0",    "2021-01-01", "panjang sekali "};
    enum { PIECES = sizeof piece / sizeof *piece, MOST = 400000 };
    char *bytes = malloc(MOST + 100);
    long rows = 0;
    for (int round = 0; round < 600; round++) {
        size_t len = 6, most = round % 60 == 0 ? MOST : dice(3000);
        unsigned kinds = round % 3 ? 4 + dice(PIECES - 4) : PIECES; /* not every file has everything */
        memcpy(bytes, "a,b,c\n", 6);
        while (len < most) {
            const char *p = piece[dice(kinds)];
            len = (size_t)(stpcpy(bytes + len, p) - bytes);
            if (*p == '"' && dice(300)) /* mostly where it belongs */
                bytes[len++] = dice(4) ? ',' : '\n';
            else if (*p != '"' && *p != ',' && *p != '\n' && *p != '\r' && dice(50))
                bytes[len++] = ',';
            if (!dice(20000))
                bytes[len++] = '\0';
        }
        rows += both_ways(bytes, len);
    }
    cr_assert_gt(rows, 10000);
    free(bytes);
}

/* Each row, quotation mark and line end once lies across the end of what is read at a time. */
Test(text, ends_of_the_buffer)
{
    static const char rows[] = "a,\"b\"\"c\"\r\n\"\",\"d\r\ne\",f\xC3\xA9\r\n5\" x,y\r\r\n\"g\" ,h\n";
    size_t before = SCAN_MAX - sizeof rows - 2, len = 0;
    char *bytes = malloc(SCAN_MAX + 1000);
    while (len < before)
        len = (size_t)(stpcpy(bytes + len, "1,2,3\n") - bytes);
    for (size_t i = 0; i < 2 * sizeof rows; i++) {
        memcpy(bytes + len, rows, sizeof rows - 1);
        memcpy(bytes + len + sizeof rows - 1, rows, sizeof rows - 1);
        cr_assert_gt(both_ways(bytes, len + 2 * (sizeof rows - 1)), 1000);
        bytes[len++] = i % 6 == 5 ? '\n' : ',';
    }
    free(bytes);
}
