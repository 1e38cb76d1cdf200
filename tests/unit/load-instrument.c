/* Scoring instruments: what is read, and every fault with its line. */
#include "instrument.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const char whole[] = "[instrument]\n"
                            "id = x\n"
                            "name = Nama\n"
                            "  yang panjang\n"
                            "performance_year = 2024\n"
                            "assessment_year = 2025\n"
                            "confirmed = no\n"
                            "source = sumber\n"
                            "[scale]\n"
                            "score_max = 48\n"
                            "decimals = 2\n"
                            "assessors = median\n"
                            "ties = dense\n"
                            "[grades]\n"
                            "A = 3\n"
                            "B = 2.5\n"
                            "[items]\n"
                            "1.1 = 1 | 1 | Butir satu\n"
                            "  dan lagi\n"
                            "8.1 = 8 | 0.25 | Butir dua | dengan garis\n"
                            "[components]\n"
                            "aksi = 0.333333\n"
                            "cakupan = 0.333333\n"
                            "data = 0.333334\n";

/* Reads the text, of which the line that begins with `from` is replaced by `to` (NULL: as it is). */
static bool read_text(const char *from, const char *to, struct arena *a, struct instrument *in, struct err *e)
{
    char path[64];
    snprintf(path, sizeof path, "/tmp/kp2s-instrument-%ld.ini", (long)getpid());
    FILE *f = fopen(path, "w");
    cr_assert_not_null(f);
    const char *at = from ? strstr(whole, from) : whole + sizeof whole - 1;
    cr_assert_not_null(at);
    fprintf(f, "%.*s", (int)(at - whole), whole);
    if (to)
        fprintf(f, "%s%s", to, strchr(at, '\n'));
    fclose(f);
    bool ok = instrument_read(path, a, in, e);
    unlink(path);
    return ok;
}

Test(load_instrument, whole)
{
    struct arena a = {0};
    struct err e = {0};
    static struct instrument in;
    cr_assert(read_text(NULL, NULL, &a, &in, &e), "%s", e.text);
    cr_expect(str_is(in.name, "Nama yang panjang"));
    cr_expect(str_is(in.assessors, "median"));
    cr_expect(str_is(in.score_max, "48"));
    cr_assert_eq(in.items.n, 2);
    cr_expect(str_is(in.items.entry[0].name, "Butir satu dan lagi"));
    cr_expect(str_is(in.items.entry[1].name, "Butir dua | dengan garis"));
    cr_expect(str_is(in.items.entry[1].aksi, "8"));
    cr_expect(str_is(in.items.entry[1].weight, "0.25"));
    cr_assert_eq(in.grades.n, 2);
    cr_expect(str_is(in.grades.entry[1].code, "B") && str_is(in.grades.entry[1].weight, "2.5"));
    cr_assert_eq(in.components.n, 3);
    arena_done(&a);
}

Test(load_instrument, faults)
{
    static const struct {
        const char *from, *to, *text;
        int line; /* 0: found when the file was read whole */
    } rows[] = {
        {"id =", "nomor = x", "unknown key 'nomor' in [instrument]", 2},
        {"[scale]", "[skala]", "unknown key 'score_max' in [skala]", 10},
        {"performance_year", "performance_year = 24", "'performance_year' must be a year, not '24'", 5},
        {"confirmed", "confirmed = ya", "'confirmed' must be yes or no, not 'ya'", 7},
        {"score_max", "score_max = 0", "'score_max' must be a number above 0, not '0'", 10},
        {"decimals", "decimals = 7", "'decimals' must be 0 to 6, not '7'", 11},
        {"assessors", "assessors = max", "'assessors' must be mean, median or chair, not 'max'", 12},
        {"ties", "ties = none", "'ties' must be competition or dense, not 'none'", 13},
        {"B = 2.5", "B = dua", "'B' must be a number, not 'dua'", 16},
        {"B = 2.5", "A = 2", "'A' stands twice", 16},
        {"B = 2.5", "B = 2.1234567", "'B' must be a number, not '2.1234567'", 16},
        {"8.1 =", "8.1 = 9 | 1 | teks", "'8.1' must be aksi (1 to 8) | weight | text, not '…'", 20},
        {"8.1 =", "8.1 = 8 | 1", "'8.1' must be aksi (1 to 8) | weight | text, not '…'", 20},
        {"cakupan", "ranking = 0.333333", "unknown key 'ranking' in [components]", 23},
        {"data =", "data = 0.3", "the weights of [components] sum to 0.966666, not to 1", 0},
        {"data =", "data = 0.333335", "the weights of [components] sum to 1.000001, not to 1", 0},
        {"source", "; nothing", "the key 'source' is missing", 0},
        {"source", "name = lagi", "'name' stands twice", 8},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct arena a = {0};
        struct err e = {0};
        static struct instrument in;
        char place[20];
        cr_expect_not(read_text(rows[i].from, rows[i].to, &a, &in, &e), "%s", rows[i].to);
        cr_expect_eq(e.status, ST_CONFIG);
        cr_expect_str_eq(e.text, rows[i].text);
        snprintf(place, sizeof place, "line %d", rows[i].line);
        cr_expect_eq(strstr(e.place, rows[i].line ? place : ".ini") != NULL, true, "%s: %s", e.text, e.place);
        arena_done(&a);
    }
}
