/* The record stream: what is written reads back; every way of being cut or changed is refused. */
#include "stream.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char path[128];

static void write_text(const char *text, size_t len)
{
    snprintf(path, sizeof path, "/tmp/kp2s-stream-%ld", (long)getpid());
    FILE *f = fopen(path, "wb");
    cr_assert_not_null(f);
    cr_assert_eq(fwrite(text, 1, len, f), len);
    fclose(f);
}

/* Reads path to its end: the last return of stream_next, and the records' letters in seen. */
static int read_all(char *seen, size_t size, struct err *e)
{
    struct stream_reader s;
    struct record r;
    size_t n = 0;
    int got;
    cr_assert(stream_open(&s, path, e));
    while ((got = stream_next(&s, &r, e)) == 1 && n + 1 < size)
        seen[n++] = r.rec;
    seen[n] = '\0';
    stream_close(&s);
    return got;
}

static void write_sample(void)
{
    struct err e = {0};
    struct stream_writer w;
    struct str names[] = {STR("a"), STR("b")};
    struct pair source[] = {{STR("file"), STR("x, \"y\".xlsx")}, {STR("sources"), STR("2")}};
    struct str fields[] = {STR("line\nbreak"), STR("quote \" comma ,")};
    struct remark remark = {SEV_REJECT, STR("number-invalid"), STR("a"), STR("x"), STR("bukan angka")};
    struct remark note = {SEV_NOTE, STR("over-100"), STR("a"), STR("x"), STR("di atas 100 %")};
    snprintf(path, sizeof path, "/tmp/kp2s-stream-%ld", (long)getpid());
    struct out *out = out_open(path, &e);
    cr_assert_not_null(out);
    stream_writer_init(&w, out);
    stream_header(&w, names, 2);
    for (int i = 0; i < 2; i++) {
        stream_source(&w, source, 2);
        stream_table(&w, STR("Lembar 1"), source, 1);
        stream_data(&w, STR("Lembar 1"), STR("3"), STR("D3"), fields, 2);
        stream_remark(&w, STR("Lembar 1"), STR("4"), STR("D4"), &remark);
        stream_remark(&w, STR("Lembar 1"), STR("3"), STR("D3"), &note);
        stream_end(&w, NULL, 0);
    }
    cr_assert(out_commit(out, &e), "%s", e.text);
}

Test(stream, what_is_written_reads_back)
{
    struct err e = {0};
    struct stream_reader s;
    struct record r;
    write_sample();
    cr_assert(stream_open(&s, path, &e));
    cr_assert_eq(stream_next(&s, &r, &e), 1);
    cr_assert_eq(r.rec, 'H');
    cr_assert_eq(stream_column(&s, "b"), 1);
    cr_assert_eq(stream_column(&s, "c"), -1);
    cr_assert_eq(stream_next(&s, &r, &e), 1);
    cr_assert_eq(r.rec, 'S');
    cr_assert(str_is(record_pair(&r, "file"), "x, \"y\".xlsx"));
    cr_assert(str_is(record_pair(&r, "none"), ""));
    cr_assert_eq(stream_next(&s, &r, &e), 1);
    cr_assert_eq(r.rec, 'T');
    cr_assert(str_is(r.sheet, "Lembar 1"));
    cr_assert_eq(stream_next(&s, &r, &e), 1);
    cr_assert_eq(r.rec, 'D');
    cr_assert(str_is(r.field[0], "line\nbreak"));
    cr_assert(str_is(r.field[1], "quote \" comma ,"));
    cr_assert_eq(stream_next(&s, &r, &e), 1);
    cr_assert_eq(r.rec, 'R');
    cr_assert_eq(r.remark.severity, SEV_REJECT);
    cr_assert(str_is(r.remark.message, "bukan angka"));
    cr_assert_eq(stream_next(&s, &r, &e), 1);
    cr_assert_eq(stream_next(&s, &r, &e), 1, "%s", e.text);
    cr_assert_eq(r.rec, 'E');
    cr_assert(str_is(record_pair(&r, "d"), "1"));
    cr_assert(str_is(record_pair(&r, "r"), "1"));
    cr_assert(str_is(record_pair(&r, "n"), "1"));
    stream_close(&s);
    char seen[32];
    cr_assert_eq(read_all(seen, sizeof seen, &e), 0);
    cr_assert_str_eq(seen, "HSTDRRESTDRRE");
    unlink(path);
}

/* Whatever byte the stream is cut at, the reader notices: it never ends in order before the last E. */
Test(stream, every_cut_is_noticed)
{
    char whole[4096], seen[32];
    write_sample();
    FILE *f = fopen(path, "rb");
    size_t len = fread(whole, 1, sizeof whole, f);
    fclose(f);
    for (size_t cut = 0; cut < len; cut++) {
        struct err e = {0};
        write_text(whole, cut);
        int got = read_all(seen, sizeof seen, &e);
        if (cut == len - 1) /* only the last line's end is missing */
            continue;
        cr_expect_eq(got, -1, "cut at %zu of %zu was not noticed (%s)", cut, len, seen);
        cr_expect(e.status == ST_REFUSED || e.status == ST_UNREADABLE, "cut at %zu: status %d", cut,
                  e.status);
    }
    unlink(path);
}

/* Any changed byte is noticed too: by the form, the counts or the checksum. */
Test(stream, every_changed_byte_is_noticed)
{
    char whole[4096], seen[32];
    write_sample();
    FILE *f = fopen(path, "rb");
    size_t len = fread(whole, 1, sizeof whole, f);
    fclose(f);
    char *crc = strstr(whole, "crc=");
    for (char *p = strstr(whole, "\nS,1") + 1; p < crc; p++) {
        struct err e = {0};
        char was = *p;
        *p = was == '7' ? '8' : '7';
        write_text(whole, len);
        cr_expect_eq(read_all(seen, sizeof seen, &e), -1, "change at %zd was not noticed", p - whole);
        *p = was;
    }
    unlink(path);
}

Test(stream, refusals_say_why)
{
    static const struct {
        const char *lines, *text;
    } cases[] = {
        {"", "the stream is empty: the stage before did not finish"},
        {"x,y\n", "no header line (rec,src,sheet,row,cell,…) at the start"},
        {"rec,src,sheet,row,cell,a\nD,1,,,,x\n", "a record outside a source: S must come first"},
        {"rec,src,sheet,row,cell,a\nS,2,,,,file=x\n",
         "the src column does not number the sources 1, 2, 3, …"},
        {"rec,src,sheet,row,cell,a\nS,1,,,,file=x\nS,1,,,,file=y\n",
         "a source begins before the one before it ended with E"},
        {"rec,src,sheet,row,cell,a\nS,1,,,,file=x\nX,1,,,,y\n", "rec is none of S, D, R, E"},
        {"rec,src,sheet,row,cell,a\nS,1,,,,file=x\nD,1,,,,y,z\n",
         "a line has 7 fields where its header has 6"},
        {"rec,src,sheet,row,cell,a\nS,1,,,,file=x\n",
         "the stream ends inside a source, without its E record"},
        {"rec,src,sheet,row,cell,a,b,c,d\nS,1,,,,file=x,,,\nD,1,,,,y,,,\nE,1,,,,d=2,r=0,n=0,crc=-\n",
         "the books do not balance: E says d=2 r=0 n=0, the stream holds d=1 r=0 n=0"},
        {"rec,src,sheet,row,cell,a,b,c,d\nS,1,,,,file=x,,,\nE,1,,,,d=0,r=0,n=0,crc=00000000\n",
         "the checksum differs: E says crc=00000000, the lines give 4b29131f"},
        {"rec,src,sheet,row,cell,a\n", "the stream is empty: the stage before did not finish"},
        {"rec,src,sheet,row,cell,a,b,c,d\nS,1,,,,sources=3,,,\nE,1,,,,d=0,r=0,n=0,crc=-\n",
         "2 of 3 sources are missing: the stage before did not finish"},
        {"rec,src,sheet,row,cell,a\nS,1,,,,file=x\nR,1,,,,y\n",
         "an R record must hold severity, code, field, value, message"},
        {"rec,src,sheet,row,cell,a\nS,1,,,,\"file=x\nD,1,,,,y\n", "a quote is opened and never closed"},
        {"rec,src,sheet,row,cell,a\nS,1,,,,fi\"le=x\"\n", "a quote in the middle of a field"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct err e = {0};
        char seen[32];
        write_text(cases[i].lines, strlen(cases[i].lines));
        cr_expect_eq(read_all(seen, sizeof seen, &e), -1, "case %zu", i);
        cr_expect_str_eq(e.text, cases[i].text, "case %zu: %s", i, e.text);
    }
    unlink(path);
}

Test(stream, a_stream_edited_by_hand_passes_with_an_open_seal)
{
    static const char lines[] =
        "rec,src,sheet,row,cell,a,b,c,d\nS,1,,,,file=x,,,\nD,1,,,,y,,,\nE,1,,,,d=1,r=0,n=0,crc=-\n";
    struct err e = {0};
    char seen[32];
    write_text(lines, strlen(lines));
    cr_assert_eq(read_all(seen, sizeof seen, &e), 0, "%s", e.text);
    cr_assert_str_eq(seen, "HSDE");
    unlink(path);
}

Test(stream, compressed_output_reads_back_and_a_cut_in_it_is_noticed)
{
    struct err e = {0};
    struct stream_writer w;
    struct str names[] = {STR("a")};
    char name[80];
    snprintf(name, sizeof name, "/tmp/kp2s-stream-%ld.csv.gz", (long)getpid());
    struct out *out = out_open(name, &e);
    stream_writer_init(&w, out);
    stream_header(&w, names, 1);
    stream_source(&w, NULL, 0);
    for (int i = 0; i < 1000; i++)
        stream_data(&w, STR("csv"), STR("1"), STR(""), names, 1);
    stream_end(&w, NULL, 0);
    cr_assert(out_commit(out, &e));
    struct csv *c = csv_open(name, &e);
    struct csv_record r;
    long lines = 0;
    while (csv_next(c, &r, &e) == 1)
        lines++;
    csv_close(c);
    cr_assert_eq(lines, 1003);
    FILE *f = fopen(name, "r+b");
    fseek(f, 0, SEEK_END);
    long size = ftell(f);
    cr_assert_eq(ftruncate(fileno(f), size - 9), 0);
    fclose(f);
    struct stream_reader s;
    struct record rec;
    int got;
    e = (struct err){0};
    cr_assert(stream_open(&s, name, &e));
    while ((got = stream_next(&s, &rec, &e)) == 1)
        ;
    stream_close(&s);
    cr_assert_eq(got, -1);
    cr_assert_eq(e.status, ST_UNREADABLE, "%d %s", e.status, e.text);
    unlink(name);
}
