/* What is done 64 bytes at a time, against what does it one by one: bytes found, sums, records read and
 * written */
#include "bytes.h"
#include "crc.h"
#include "csv.h"
#include "out.h"

#include <criterion/criterion.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <zlib.h>

static uint64_t dice = 3;

/* Each test is a process of its own. */
static const char *path(const char *what)
{
    static char text[2][64];
    char *to = text[what[0] == 'b'];
    snprintf(to, sizeof text[0], "/tmp/kp2s-fast-%s-%ld", what, (long)getpid());
    return to;
}

static unsigned below(unsigned n)
{
    dice = dice * 6364136223846793005u + 1442695040888963407u;
    return (unsigned)((dice >> 33) % n);
}

Test(bytes, found_wherever_they_stand)
{
    char text[3 * BYTES_BLOCK];
    for (int i = 0; i < 20000; i++) {
        for (size_t k = 0; k < sizeof text; k++)
            text[k] = ",\n\"a\xFF"[below(below(2) ? 5 : 1)];
        const char *p = text + below(2 * BYTES_BLOCK);
        for (const char *c = ",\n\"a\xFFz"; *c; c++)
            cr_assert_eq(bytes_equal(p, *c), bytes_equal_plainly(p, *c));
    }
    cr_expect_eq(bytes_equal_plainly("a..a............................................................", 'a'),
                 9u);
    cr_expect_eq(bytes_first(0), 0u);
    cr_expect_eq(bytes_first(3), 7u);
    cr_expect_eq(bytes_first(63), ~UINT64_C(0) >> 1);
    cr_expect_eq(bytes_first(64), ~UINT64_C(0));
    cr_expect_eq(bytes_first(1000), ~UINT64_C(0));
}

Test(crc, is_that_of_zlib_however_it_is_parted)
{
    static char text[5000];
    for (size_t i = 0; i < sizeof text; i++)
        text[i] = (char)below(256);
    cr_expect_eq(crc_add(0, "123456789", 9), 0xCBF43926u);
    for (int i = 0; i < 20000; i++) {
        size_t begin = below(64), len = below(i % 10 ? 300 : 4900), part = below((unsigned)len + 1);
        uint32_t sum = crc_add(crc_add(0, text + begin, part), text + begin + part, len - part);
        cr_assert_eq(sum, (uint32_t)crc32(0, (const Bytef *)text + begin, (uInt)len), "%zu bytes", len);
    }
}

/* A field of few or many bytes; in one record of some, of bytes that must be quoted. */
static struct str field_for(char *to, bool odd)
{
    static const char plain[] = "abcXYZ0189 .-'\xC3\xA9;", special[] = ",\"\n\r";
    size_t len = below(40) ? below(20) : below(900);
    for (size_t i = 0; i < len; i++)
        to[i] = odd && below(20) == 0 ? special[below(4)] : plain[below(sizeof plain - 1)];
    return (struct str){to, len};
}

enum { RECORDS = 20000, MOST_FIELDS = 40 };

/* One record as this test understands RFC 4180: always quoted, or only where it must be. */
static void write_record(FILE *f, const struct str *field, size_t n, bool always)
{
    for (size_t i = 0; i < n; i++) {
        bool quote = always;
        for (size_t k = 0; k < field[i].len; k++)
            quote = quote || memchr(",\"\n\r", field[i].ptr[k], 4);
        if (quote)
            fputc('"', f);
        for (size_t k = 0; k < field[i].len; k++) {
            if (field[i].ptr[k] == '"')
                fputc('"', f);
            fputc(field[i].ptr[k], f);
        }
        if (quote)
            fputc('"', f);
        fputs(i + 1 < n ? "," : "\n", f);
    }
}

/* The same fields for the same round, each time they are asked for. */
static size_t record_of(uint64_t round, struct str *field, bool *always)
{
    static char text[MOST_FIELDS][1000];
    dice = round * 2654435761u + 1;
    below(2);
    bool odd = below(8) == 0;
    size_t n = 1 + below(MOST_FIELDS);
    *always = below(16) == 0;
    for (size_t i = 0; i < n; i++)
        field[i] = field_for(text[i], odd);
    if (n == 1 && field[0].len == 0) /* an empty line is a record, too */
        *always = false;
    return n;
}

Test(csv, records_are_read_as_they_were_written)
{
    struct str field[MOST_FIELDS];
    bool always;
    FILE *f = fopen(path("a"), "w");
    cr_assert_not_null(f);
    for (uint64_t i = 0; i < RECORDS; i++) {
        size_t n = record_of(i, field, &always);
        write_record(f, field, n, always);
    }
    fclose(f);
    struct err e = {0};
    struct csv_record r;
    struct csv *c = csv_open(path("a"), &e);
    cr_assert_not_null(c);
    long line = 1;
    for (uint64_t i = 0; i < RECORDS; i++) {
        size_t n = record_of(i, field, &always);
        cr_assert_eq(csv_next(c, &r, &e), 1, "record %d: %s", (int)i, e.text);
        cr_assert_eq(r.n, n, "record %d", (int)i);
        cr_assert_eq(r.line, line);
        for (size_t k = 0; k < n; k++)
            cr_assert(str_eq(r.field[k], field[k]), "record %d, field %zu", (int)i, k);
        for (size_t k = 0; k < r.raw.len; k++)
            line += r.raw.ptr[k] == '\n';
    }
    cr_expect_eq(csv_next(c, &r, &e), 0);
    csv_close(c);
    unlink(path("a"));
}

Test(csv, faults_are_told_with_their_line_behind_plain_records)
{
    struct err e = {0};
    struct csv_record r;
    FILE *f = fopen(path("a"), "w");
    for (int i = 0; i < 30000; i++)
        fputs("some,plain,fields,in,each,record\r\n", f);
    fputs("a,b\"c\"\n", f);
    fclose(f);
    struct csv *c = csv_open(path("a"), &e);
    for (int i = 0; i < 30000; i++) {
        cr_assert_eq(csv_next(c, &r, &e), 1);
        cr_assert(r.n == 6 && str_is(r.field[5], "record") && r.line == i + 1);
    }
    cr_expect_eq(csv_next(c, &r, &e), -1);
    cr_expect_str_eq(e.text, "a quote in the middle of a field");
    char place[160];
    snprintf(place, sizeof place, "%.100s, line 30001", path("a"));
    cr_expect_str_eq(e.place, place);
    csv_close(c);
    unlink(path("a"));
}

Test(out, fields_together_are_fields_one_by_one)
{
    struct str field[MOST_FIELDS];
    bool always;
    struct err e = {0};
    struct out *a = out_open(path("a"), &e), *b = out_open(path("b"), &e);
    for (uint64_t i = 0; i < RECORDS; i++) {
        size_t n = record_of(i, field, &always);
        out_fields(a, field, n);
        out_line(a);
        for (size_t k = 0; k < n; k++) {
            if (k > 0)
                out_comma(b);
            out_field(b, field[k]);
        }
        out_line(b);
    }
    cr_assert(out_commit(a, &e) && out_commit(b, &e));
    FILE *f = fopen(path("a"), "r"), *g = fopen(path("b"), "r");
    int x, y;
    long at = 0;
    do {
        x = fgetc(f);
        y = fgetc(g);
        cr_assert_eq(x, y, "byte %ld", at);
        at++;
    } while (x != EOF);
    cr_expect_gt(at, 1000000);
    fclose(f);
    fclose(g);
    unlink(path("a"));
    unlink(path("b"));
}
