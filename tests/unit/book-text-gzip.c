/* gzip: members one after another, every part of a header, and nothing cut or damaged that is taken for
 * whole. */
#include "book.h"
#include "source.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>
#include <zlib.h>

static struct err e;

/* A member behind the n bytes of out, with the parts of the header that flags tell. Returns the new length.
 */
static size_t member(unsigned char *out, size_t n, const char *text, size_t len, unsigned char flags,
                     int level)
{
    const unsigned char head[10] = {0x1F, 0x8B, 8, flags, 1, 2, 3, 4, 0, 3};
    z_stream z = {0};
    memcpy(out + n, head, sizeof head);
    n += sizeof head;
    if (flags & 4)
        memcpy(out + n, "\5\0extra", 7), n += 7;
    if (flags & 8)
        memcpy(out + n, "name.csv", 9), n += 9;
    if (flags & 16)
        memcpy(out + n, "a comment", 10), n += 10;
    if (flags & 2)
        memcpy(out + n, "\1\2", 2), n += 2;
    cr_assert_eq(deflateInit2(&z, level, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY), Z_OK);
    z.next_in = (Bytef *)(uintptr_t)text;
    z.avail_in = (uInt)len;
    z.next_out = out + n;
    z.avail_out = (uInt)deflateBound(&z, len);
    cr_assert_eq(deflate(&z, Z_FINISH), Z_STREAM_END);
    n += z.total_out;
    deflateEnd(&z);
    uint32_t trailer[2] = {(uint32_t)crc32(0, (const Bytef *)text, (uInt)len), (uint32_t)len};
    for (int i = 0; i < 8; i++)
        out[n++] = (unsigned char)(trailer[i / 4] >> 8 * (i % 4));
    return n;
}

/* Unpacks bytes in readings that end at multiples of `bite`; the length, or -1. */
static long unpack(const void *bytes, size_t len, char *out, size_t bite)
{
    static int fd = -1;
    e = (struct err){0};
    if (fd < 0)
        fd = memfd_create("gzip", MFD_CLOEXEC);
    cr_assert(ftruncate(fd, 0) == 0 && pwrite(fd, bytes, len, 0) == (ssize_t)len);
    struct source *s = source_open(fd, "x.gz", &e);
    long n = 0, got;
    while ((got = source_read(s, out + n, bite - (size_t)n % bite, &e)) > 0)
        n += got;
    source_close(s);
    return got < 0 ? -1 : n;
}

Test(gzip, what_is_not_packed_comes_as_it_is)
{
    char out[200];
    cr_assert_eq(unpack("", 0, out, 10), 0);
    cr_assert_eq(unpack("\x1F", 1, out, 10), 1);
    cr_assert_eq(unpack("a,b\n1,2\n", 8, out, 3), 8);
    cr_assert_eq(memcmp(out, "a,b\n1,2\n", 8), 0);
}

Test(gzip, headers_and_members)
{
    unsigned char packed[1000];
    char out[100];
    for (unsigned flags = 0; flags < 32; flags += 2)
        for (size_t bite = 1; bite < 20; bite += 6) {
            size_t n = member(packed, 0, "a,b\n", 4, (unsigned char)flags, 6);
            n = member(packed, n, "", 0, 0, 6);
            n = member(packed, n, "1,2\n3,", 6, (unsigned char)(30 - flags), 0);
            memset(packed + n, 0, 20);
            cr_assert_eq(unpack(packed, n + (flags > 4 ? 20 : 0), out, bite), 10, "flags %u: %s", flags,
                         e.text);
            cr_assert_eq(memcmp(out, "a,b\n1,2\n3,", 10), 0);
        }
}

/* The end of a member at every place relative to what is read of the file at a time. */
Test(gzip, members_across_readings)
{
    enum { CHUNK = 64 * 1024, MOST = 3 * CHUNK };
    unsigned char *packed = malloc(MOST);
    char *text = malloc(MOST), *out = malloc(MOST);
    uint64_t seed = 88172645463325252u;
    for (size_t i = 0; i < MOST; i++) {
        seed = seed * 6364136223846793005u + 1442695040888963407u;
        text[i] = (char)(seed >> 60 | 64);
    }
    size_t n = member(packed, 0, text, CHUNK, 0, 6), first = n, before = 0;
    for (size_t more = CHUNK - n; n < CHUNK + 20; more += n < CHUNK - 40 ? 16 : 1) {
        before += n >= CHUNK - 10 && n < CHUNK;
        n = member(packed, first, text, more, 0, 1);
        size_t all = member(packed, n, "the end", 7, 0, 9);
        long got = unpack(packed, all, out, more % 2 ? MOST : CHUNK + more - more / 2 % 4);
        cr_assert_eq(got, (long)(CHUNK + more + 7), "%zu: %s", n, e.text);
        cr_assert(memcmp(out, text, CHUNK) == 0 && memcmp(out + CHUNK, text, more) == 0 &&
                  memcmp(out + CHUNK + more, "the end", 7) == 0);
    }
    cr_assert_gt(before, 5);
    free(packed);
    free(text);
    free(out);
}

Test(gzip, cut_at_every_byte)
{
    unsigned char packed[1000];
    char out[100];
    size_t first = member(packed, 0, "a,b\nc,d\n", 8, 30, 6), n = member(packed, first, "e,f\n", 4, 8, 6);
    for (size_t len = 2; len < n; len++) {
        if (len == first)
            continue;
        cr_assert_eq(unpack(packed, len, out, 50), -1);
        cr_assert_eq(e.status, ST_UNREADABLE);
        cr_assert_str_eq(e.text, "'x.gz' is cut short: the gzip data ends in the middle", "%zu", len);
        cr_assert_str_eq(e.hint, "the copy or download was broken off; copy the file again from its origin");
    }
}

Test(gzip, each_byte_damaged)
{
    unsigned char packed[1000];
    char out[5000];
    static const char text[] = "nama,tgl\nsatu,2021-01-01\ndua,2021-01-02\n";
    size_t n = member(packed, 0, text, sizeof text - 1, 0, 6);
    for (size_t i = 2; i < n; i++)
        for (int bit = 0; bit < 8; bit++) {
            bool idle = (i >= 4 && i < 10) || (i == 3 && bit == 0); /* time, system; that it is text */
            if (i == n - 9 && bit > 0)                              /* bits behind the last one */
                continue;
            packed[i] ^= (unsigned char)(1 << bit);
            long got = unpack(packed, n, out, sizeof out);
            cr_assert_eq(got, idle ? (long)sizeof text - 1 : -1, "byte %zu, bit %d", i, bit);
            cr_assert_eq(e.status, idle ? 0 : ST_UNREADABLE);
            packed[i] ^= (unsigned char)(1 << bit);
        }
}

Test(gzip, what_is_told_of_damage)
{
    unsigned char packed[1000];
    char out[100];
    size_t n = member(packed, 0, "a,b\n", 4, 0, 6);
    static const struct {
        size_t from_end; /* of the byte that is changed */
        const char *told;
    } cases[] = {{1, "'x.gz' is damaged: the length of the gzip data is wrong"},
                 {8, "'x.gz' is damaged: the checksum of the gzip data is wrong"}};
    for (size_t i = 0; i < 2; i++) {
        packed[n - cases[i].from_end]++;
        cr_assert_eq(unpack(packed, n, out, 50), -1);
        cr_assert_str_eq(e.text, cases[i].told);
        cr_assert_str_eq(e.hint, "copy the file again from its origin");
        packed[n - cases[i].from_end]--;
    }
    packed[n] = 't';
    cr_assert_eq(unpack(packed, n + 1, out, 50), -1);
    cr_assert_str_eq(e.text, "'x.gz' is damaged: behind the gzip data stands something else");
    packed[3] = 0x20;
    cr_assert_eq(unpack(packed, n, out, 50), -1);
    cr_assert_str_eq(e.text, "'x.gz' is damaged: a gzip header that cannot be");
}

Test(gzip, an_implausible_size)
{
    size_t len = 20 * 1024 * 1024;
    char *text = calloc(1, len), *out = malloc(len);
    unsigned char *packed = malloc(len);
    cr_assert_eq(unpack(packed, member(packed, 0, text, len, 0, 9), out, 65536), -1);
    cr_assert_str_eq(e.text, "'x.gz' is refused: it passes limit ratio=100 "
                             "(unpacked size of a part by its packed size, from 16M on)");
    free(text);
    free(out);
    free(packed);
}

/* --- what a book makes of it --- */

static char path[64];

static void write_packed(const char *text, size_t len)
{
    static unsigned char packed[16 * 1024 * 1024];
    snprintf(path, sizeof path, "/tmp/kp2s-gzip-%ld", (long)getpid());
    FILE *f = fopen(path, "wb");
    fwrite(packed, 1, member(packed, 0, text, len, 0, 6), f);
    fclose(f);
    e = (struct err){0};
}

static const char *book(const char *text, size_t len)
{
    static char seen[200];
    write_packed(text, len);
    struct book *b = book_open(path, &e);
    struct rows *r = b ? rows_open(b, 0, &e) : NULL;
    struct row row;
    seen[0] = '\0';
    while (r && rows_next(r, &row, &e) > 0)
        for (size_t i = 0; i < row.n; i++)
            strncat(seen, row.cell[i].text.ptr, row.cell[i].text.len), strcat(seen, "|");
    if (e.status)
        snprintf(seen, sizeof seen, "%s", e.text + strlen(path) + 3);
    rows_close(r);
    book_close(b);
    unlink(path);
    return seen;
}
#define BOOK(literal) book("" literal, sizeof literal - 1)

Test(gzip, books)
{
    static const char prefix[] = "is compressed with gzip, and what is in it is ";
    static const struct {
        const char *bytes;
        size_t len;
        const char *what;
    } refused[] = {
        {"", 0, "empty"},
        {"PK\3\4abc", 7, "a workbook or another archive"},
        {"\xD0\xCF\x11\xE0\xA1\xB1", 6, "a workbook or another archive"},
        {"\x09\x08\x10\x00", 4, "a workbook or another archive"},
        {"\x1F\x8B\x08", 3, "compressed with gzip again"},
        {"\x89PNG\r\n\x1A\n", 8, "a PNG picture, not a spreadsheet"},
        {"%PDF-1.4", 8, "a PDF document, not a spreadsheet"},
        {"<html><table><tr><td>1</table>", 30, "a web page"},
        {"<?xml version='1.0'?><x/>", 25, "an XML document, not a spreadsheet"},
        {"ab\x01\x02", 4, "neither a workbook nor text"},
    };
    cr_assert_str_eq(BOOK("a,b\n1,2\n"), "a|b|1|2|");
    cr_assert_str_eq(BOOK("\xEF\xBB\xBF"
                          "a;\"b\"\n1,5;2"),
                     "a|b|1,5|2|");
    cr_assert_str_eq(BOOK("\xFF\xFE"
                          "a\0\t\0b\0\r\0\n\0"),
                     "a|b|");
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        const char *seen = book(refused[i].bytes, refused[i].len);
        cr_assert(strncmp(seen, prefix, sizeof prefix - 1) == 0, "%s", seen);
        cr_assert_str_eq(seen + sizeof prefix - 1, refused[i].what);
        cr_assert_eq(e.status, ST_UNREADABLE);
        cr_assert_neq(e.hint[0], '\0');
    }
}

/* Rows that are packed to a hundredth, more than the blocks are made for; and rows enough for a thread. */
Test(gzip, many_rows)
{
    enum { ROWS = 1000000, ROW = 8 };
    static const size_t rows[] = {20000, ROWS};
    char *text = malloc(ROWS * ROW);
    uint64_t seed = 88172645463325252u;
    for (size_t i = 0; i < ROWS; i++) {
        memcpy(text + i * ROW, "1,2,345\n", ROW);
        seed = seed * 6364136223846793005u + 1442695040888963407u;
        if (i < rows[0])
            continue;
        text[i * ROW] = (char)('a' + (seed >> 40) % 26);
        text[i * ROW + 2] = (char)('a' + (seed >> 50) % 26);
    }
    for (size_t i = 0; i < 2; i++) {
        size_t seen = 0;
        struct row row;
        write_packed(text, rows[i] * ROW);
        struct book *b = book_open(path, &e);
        struct rows *r = b ? rows_open(b, 0, &e) : NULL;
        while (r && rows_next(r, &row, &e) > 0)
            seen +=
                row.n == 3 && *row.cell[0].text.ptr == text[seen * ROW] && str_is(row.cell[2].text, "345");
        cr_assert_eq(seen, rows[i], "%s", e.text);
        rows_close(r);
        book_close(b);
        unlink(path);
    }
    free(text);
}
