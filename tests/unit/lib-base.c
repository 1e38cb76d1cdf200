/* Slices, arenas, strict CSV, INI files, output files, reasons, hashes. */
#include "csv.h"
#include "inifile.h"
#include "kind.h"
#include "out.h"
#include "reason.h"
#include "sha.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char path[128];

static void write_file(const char *text, size_t len)
{
    snprintf(path, sizeof path, "/tmp/kp2s-base-%ld", (long)getpid());
    FILE *f = fopen(path, "wb");
    cr_assert_not_null(f);
    cr_assert_eq(fwrite(text, 1, len, f), len);
    fclose(f);
}

Test(str, trim_takes_blanks_and_no_break_spaces)
{
    static const struct {
        const char *in, *out;
    } cases[] = {{"", ""},
                 {" a ", "a"},
                 {"\xC2\xA0 a b\xC2\xA0\xC2\xA0", "a b"},
                 {"\t\r\n", ""},
                 {"\xC2\xA0", ""},
                 {"a\xC2", "a\xC2"},
                 {"\xC3\xA0", "\xC3\xA0"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        cr_expect(str_is(str_trim(str_c(cases[i].in)), cases[i].out), "case %zu", i);
}

Test(str, fold_is_the_form_headings_are_compared_in)
{
    struct arena a = {0};
    cr_expect(str_is(str_fold(&a, STR(" Jml.  Saudara\nKandung\xC2\xA0")), "jml. saudara kandung"));
    cr_expect(str_is(str_fold(&a, STR("")), ""));
    cr_expect(str_is(str_fold(&a, STR("\xE2\x89\xA5 3 ANAK")), "\xE2\x89\xA5 3 anak"));
    arena_done(&a);
}

Test(str, bytes_that_are_no_utf8_are_replaced)
{
    static const struct {
        const char *in, *out;
    } cases[] = {
        {"data.csv", "data.csv"},
        {"Dat\xC3\xA9\n\xF0\x9F\x98\x80", "Dat\xC3\xA9\n\xF0\x9F\x98\x80"},
        {"Dat\xE9.csv", "Dat\xEF\xBF\xBD.csv"},
        {"\xC0\xAF", "\xEF\xBF\xBD\xEF\xBF\xBD"},
        {"\xED\xA0\x80x", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBDx"},
        {"a\xE2\x89", "a\xEF\xBF\xBD\xEF\xBF\xBD"},
        {"", ""},
    };
    struct arena a = {0};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        cr_expect(str_is(str_utf8(&a, str_c(cases[i].in)), cases[i].out), "case %zu", i);
    arena_done(&a);
}

Test(str, what_a_terminal_would_obey_is_shown)
{
    static const struct {
        const char *in, *out;
    } cases[] = {
        {"d\xC3\xA9sa\t1\n2\xC2\xA0", "d\xC3\xA9sa\t1\n2\xC2\xA0"},
        {"\x1B[2Jx\r\x7F", "\\x1B[2Jx\\x0D\\x7F"},
        {"a\xC2\x80\xC2\x9F\xC2\xA0", "a\\xC2\\x80\\xC2\\x9F\xC2\xA0"},
        {"\x9B\xE9x\xE2\x89", "\\x9B\\xE9x\\xE2\\x89"},
        {"\xC2", "\\xC2"},
        {"", ""},
    };
    struct arena a = {0};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        cr_expect(str_is(str_visible(&a, str_c(cases[i].in)), cases[i].out), "case %zu", i);
    cr_expect(str_is(str_visible(&a, (struct str){"a\0b", 3}), "a\\x00b"));
    arena_done(&a);
}

Test(str, numbers_and_cuts)
{
    long n = 7;
    struct str rest = STR("a=b=c");
    cr_expect(str_is(str_cut(&rest, '='), "a") && str_is(rest, "b=c"));
    cr_expect(str_is(str_cut(&rest, ';'), "b=c") && rest.len == 0);
    cr_expect(str_to_long(STR("0042"), &n) && n == 42);
    cr_expect(!str_to_long(STR(""), &n) && !str_to_long(STR("-1"), &n) && !str_to_long(STR("1a"), &n) &&
              !str_to_long(STR("1234567890123456789"), &n));
    cr_expect(str_cmp(STR("a"), STR("ab")) < 0 && str_cmp(STR("b"), STR("ab")) > 0 &&
              str_cmp(STR("x"), STR("x")) == 0);
}

Test(arena, gives_zeroed_memory_again_after_a_reset)
{
    struct arena a = {0};
    for (int round = 0; round < 3; round++) {
        for (size_t size = 1; size < 300000; size *= 3) {
            char *p = arena_alloc(&a, size);
            for (size_t i = 0; i < size; i++)
                cr_assert_eq(p[i], 0);
            memset(p, 0xFF, size);
        }
        arena_reset(&a);
    }
    cr_expect(str_is(arena_printf(&a, "%d-%s", 7, "x"), "7-x"));
    arena_done(&a);
}

/* The fields of all records, joined: "a|b;c|d;", or "!text" where the reader fails. */
static void read_csv(char *seen, size_t size)
{
    struct err e = {0};
    struct csv_record r;
    size_t used = 0;
    int got;
    struct csv *c = csv_open(path, &e);
    cr_assert_not_null(c);
    seen[0] = '\0';
    while ((got = csv_next(c, &r, &e)) == 1)
        for (size_t i = 0; i < r.n && used < size; i++)
            used += (size_t)snprintf(seen + used, size - used, "%.*s%s", STR_ARG(r.field[i]),
                                     i + 1 < r.n ? "|" : ";");
    if (got < 0)
        snprintf(seen + used, size - used, "!%s (%s)", e.text,
                 strstr(e.place, "line") ? strstr(e.place, "line") : "");
    csv_close(c);
}

Test(csv, strict_reading)
{
    static const struct {
        const char *in, *out;
    } cases[] = {
        {"", ""},
        {"a,b\nc,d\n", "a|b;c|d;"},
        {"a,b\r\nc,d", "a|b;c|d;"},
        {"\xEF\xBB\xBFx\n", "x;"},
        {" a , b \n", " a | b ;"},
        {",\n\n", "|;;"},
        {"\"a,\"\"b\"\"\nc\",d\n", "a,\"b\"\nc|d;"},
        {"\"\",\"\"\n", "|;"},
        {"a\n\"b", "a;!a quote is opened and never closed (line 2)"},
        {"\"a\nb\"\nx\"y\"\n", "a\nb;!a quote in the middle of a field (line 3)"},
        {"\"a\"b\n", "!text after a closing quote (line 1)"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char seen[200];
        write_file(cases[i].in, strlen(cases[i].in));
        read_csv(seen, sizeof seen);
        cr_expect_str_eq(seen, cases[i].out, "case %zu: %s", i, seen);
    }
    char seen[200];
    write_file("a\0b\n", 4);
    read_csv(seen, sizeof seen);
    cr_expect_str_eq(seen, "!a NUL byte in text (line 1)");
    unlink(path);
}

Test(csv, records_larger_than_the_buffer)
{
    size_t len = 3 * 1024 * 1024;
    char *text = malloc(len + 8);
    struct err e = {0};
    struct csv_record r;
    text[0] = '"';
    memset(text + 1, 'x', len);
    memcpy(text + 1 + len, "\",y\nz\n", 6);
    write_file(text, len + 7);
    struct csv *c = csv_open(path, &e);
    cr_assert_eq(csv_next(c, &r, &e), 1, "%s", e.text);
    cr_expect_eq(r.n, 2);
    cr_expect_eq(r.field[0].len, len);
    cr_expect_eq(r.raw.len, len + 5);
    cr_expect_eq(memcmp(r.raw.ptr, text, r.raw.len), 0, "raw bytes differ from the file's");
    cr_assert_eq(csv_next(c, &r, &e), 1);
    cr_expect(str_is(r.field[0], "z"));
    cr_assert_eq(csv_next(c, &r, &e), 0);
    csv_close(c);
    free(text);
    unlink(path);
}

Test(csv, a_directory_or_nothing_is_told)
{
    struct err e = {0};
    cr_expect_null(csv_open("/tmp", &e));
    cr_expect_eq(e.status, ST_UNREADABLE);
    e = (struct err){0};
    cr_expect_null(csv_open("/nowhere/x.csv", &e));
    cr_expect_eq(e.status, ST_NOINPUT);
    cr_expect_str_eq(e.text, "cannot open '/nowhere/x.csv': No such file or directory");
}

Test(table, names_columns_and_refuses_ragged_rows)
{
    struct table t;
    struct err e = {0};
    write_file("code,name\n1,x\n2\n", 17);
    cr_assert(table_open(&t, path, &e));
    cr_expect_eq(table_column(&t, "name", &e), 1);
    cr_expect_eq(table_next(&t, &e), 1);
    cr_expect(str_is(table_field(&t, 1), "x"));
    cr_expect_eq(table_next(&t, &e), -1);
    cr_expect_eq(e.status, ST_CONFIG);
    cr_expect_str_eq(e.text, "1 fields where the header has 2");
    e = (struct err){0};
    cr_expect_eq(table_column(&t, "none", &e), -1);
    cr_expect_eq(e.status, ST_CONFIG);
    table_close(&t);
    unlink(path);
}

static bool collect(void *context, struct str section, struct str key, struct str value, int line,
                    struct err *e)
{
    char *seen = context;
    size_t used = strlen(seen);
    if (str_is(key, "bad"))
        return err_set(e, ST_CONFIG, "unknown key 'bad'");
    snprintf(seen + used, 500 - used, "%d:%.*s.%.*s=%.*s;", line, STR_ARG(section), STR_ARG(key),
             STR_ARG(value));
    return true;
}

Test(inifile, keys_have_their_lines)
{
    char seen[500] = "";
    struct err e = {0};
    static const char good[] = "; note\n[a]\nx = 1 ; why\ny = a | b\n  c\n[b]\nz=\n";
    write_file(good, strlen(good));
    cr_assert(ini_read(path, collect, seen, &e), "%s", e.text);
    cr_expect_str_eq(seen, "3:a.x=1;4:a.y=a | b;5:a.y=c;7:b.z=;");
    static const char bad[] = "[a]\nx = 1\nbad = 2\nx = 3\n";
    write_file(bad, strlen(bad));
    seen[0] = '\0';
    cr_expect(!ini_read(path, collect, seen, &e));
    cr_expect_str_eq(e.text, "unknown key 'bad'");
    cr_expect_str_eq(strstr(e.place, ", line") ? strstr(e.place, ", line") : "", ", line 3");
    e = (struct err){0};
    write_file("[a]\nno sign\n", 12);
    cr_expect(!ini_read(path, collect, seen, &e));
    cr_expect_str_eq(e.text, "not a line of an INI file (key = value, or [section])");
    char line[400];
    snprintf(line, sizeof line, "[a]\nx = %0300d\n", 1);
    e = (struct err){0};
    write_file(line, strlen(line));
    cr_expect(!ini_read(path, collect, seen, &e));
    cr_expect_str_eq(e.text, "a line longer than 190 bytes");
    unlink(path);
}

Test(out, a_file_appears_whole_or_not_at_all)
{
    struct err e = {0};
    struct stat st;
    snprintf(path, sizeof path, "/tmp/kp2s-base-%ld.out", (long)getpid());
    unlink(path);
    struct out *o = out_open(path, &e);
    out_write(o, "half", 4);
    out_abandon(o);
    cr_expect_neq(stat(path, &st), 0, "an abandoned file is visible");
    o = out_open(path, &e);
    out_field(o, STR("a,\"b\""));
    out_line(o);
    cr_expect_neq(stat(path, &st), 0, "a file is visible before it is whole");
    cr_assert(out_commit(o, &e));
    cr_expect_eq(stat(path, &st), 0);
    cr_expect_eq(st.st_size, 10); /* "a,""b""" and the line's end */
    unlink(path);
    cr_expect_null(out_open("/nowhere/x", &e));
    cr_expect_eq(e.status, ST_CANTCREATE);
}

Test(out, a_device_is_written_to_and_stays_one)
{
    struct err e = {0};
    struct stat st;
    struct out *o = out_open("/dev/null", &e);
    out_write(o, "x", 1);
    cr_assert(out_commit(o, &e), "%s", e.text);
    cr_assert_eq(stat("/dev/null", &st), 0);
    cr_expect(S_ISCHR(st.st_mode));
    o = out_open("/dev/null", &e);
    out_abandon(o);
    cr_assert_eq(stat("/dev/null", &st), 0);
}

Test(out, the_input_is_never_the_output)
{
    struct err e = {0};
    write_file("x", 1);
    cr_expect(!out_apart(path, path, &e));
    cr_expect_eq(e.status, ST_USAGE);
    e = (struct err){0};
    cr_expect(out_apart(path, NULL, &e) && out_apart(NULL, path, &e) && out_apart("/nowhere", path, &e));
    unlink(path);
}

Test(out, a_full_disk_is_not_a_success)
{
    struct err e = {0};
    if (access("/dev/full", W_OK) != 0)
        cr_skip_test("no /dev/full here");
    int saved = dup(STDOUT_FILENO);
    cr_assert_not_null(freopen("/dev/full", "w", stdout));
    struct out *o = out_open(NULL, &e);
    out_write(o, "x", 1);
    bool ok = out_commit(o, &e);
    dup2(saved, STDOUT_FILENO);
    cr_expect(!ok);
    cr_expect_eq(e.status, ST_IO);
    cr_expect_str_eq(e.text, "cannot write 'standard output': No space left on device");
}

Test(reason, codes_are_distinct_and_remarks_are_cut_at_a_character)
{
    struct arena a = {0};
    char longer[300];
    for (int i = 0; i < REASON_COUNT; i++)
        for (int k = i + 1; k < REASON_COUNT; k++)
            cr_expect_str_neq(reasons[i].code, reasons[k].code);
    memset(longer, 'x', 199);
    memcpy(longer + 199, "\xC3\xA9", 3);
    struct remark r = reason_remark(&a, REASON_number_invalid, STR("numerator"), str_c(longer), STR("'x'"));
    cr_expect_eq(r.value.len, 199);
    cr_expect(str_is(r.message, "bukan angka: 'x'"));
    arena_done(&a);
}

Test(sha, known_digest)
{
    char hex[SHA_HEX];
    long long bytes;
    struct err e = {0};
    sha_text(STR("abc"), hex);
    cr_expect_str_eq(hex, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    write_file("abc", 3);
    cr_assert(sha_file(path, hex, &bytes, &e));
    cr_expect_str_eq(hex, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    cr_expect_eq(bytes, 3);
    unlink(path);
}

Test(kind, names_go_both_ways)
{
    for (int k = 0; k < KIND_COUNT; k++)
        cr_expect_eq(kind_of(str_c(kind_names[k])), (enum kind)k);
    cr_expect_eq(kind_of(STR("none")), KIND_COUNT);
    cr_expect(kind_personal(STR("nik")) && kind_personal(STR("name")) && !kind_personal(STR("weight")));
}

Test(str, distance)
{
    static const struct {
        const char *a, *b;
        size_t n;
    } cases[] = {{"", "", 0},
                 {"abc", "", 3},
                 {"", "abc", 3},
                 {"desa", "desa", 0},
                 {"desa", "desaa", 1},
                 {"pukesmas", "puskesmas", 1},
                 {"kitten", "sitting", 3},
                 {"ab", "ba", 2}};
    char longer[300];
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        cr_assert_eq(str_distance(str_c(cases[i].a), str_c(cases[i].b)), cases[i].n, "%s %s", cases[i].a,
                     cases[i].b);
    memset(longer, 'x', sizeof longer);
    cr_assert_eq(str_distance((struct str){longer, sizeof longer}, str_c("")), STR_DISTANCE_MOST);
}
