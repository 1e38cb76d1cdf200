/* Scoring instruments: what is read, and every fault with its line. */
#include "instrument.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const char whole[] = "[instrument]\n"                                     /* 1 */
                            "id = x\n"                                           /* 2 */
                            "name = Nama\n"                                      /* 3 */
                            "  yang panjang\n"                                   /* 4 */
                            "performance_year = 2024\n"                          /* 5 */
                            "assessment_year = 2025\n"                           /* 6 */
                            "confirmed = no\n"                                   /* 7 */
                            "source = sumber\n"                                  /* 8 */
                            "[scale]\n"                                          /* 9 */
                            "decimals = 2\n"                                     /* 10 */
                            "assessors = median\n"                               /* 11 */
                            "ties = key aksi\n"                                  /* 12 */
                            "publication = best 10\n"                            /* 13 */
                            "[grades]\n"                                         /* 14 */
                            "A = 3\n"                                            /* 15 */
                            "B = 2.5\n"                                          /* 16 */
                            "[nodes]\n"                                          /* 17 */
                            "total = - | 1 | Nilai akhir\n"                      /* 18 */
                            "aksi = total | 0.333333 | Aksi\n"                   /* 19 */
                            "1 = aksi | 1 | Aksi 1\n"                            /* 20 */
                            "irama = - | 1 | Dinilai sejawat\n"                  /* 21 */
                            "[items]\n"                                          /* 22 */
                            "1.1 = 1 | 1 | Butir satu\n"                         /* 23 */
                            "  dan lagi\n"                                       /* 24 */
                            "1.2 = 1 | 0.25 | Butir dua | dengan garis\n"        /* 25 */
                            "irama/1.1 = irama | 1 | Butir satu, oleh sejawat\n" /* 26 */
                            "[numbers]\n"                                        /* 27 */
                            "paparan = total | 0.333333 | Nilai paparan\n"       /* 28 */
                            "[figures]\n"                                        /* 29 */
                            "cakupan = total | 0.333334 | Cakupan\n"             /* 30 */
                            "[node total]\n"                                     /* 31 */
                            "rule = weighted\n"                                  /* 32 */
                            "given = nilai-terbit\n"                             /* 33 */
                            "[node aksi]\n"                                      /* 34 */
                            "standard = percent\n"                               /* 35 */
                            "maximum = 3.75\n"                                   /* 36 */
                            "roles = tim_teknis ketua\n"                         /* 37 */
                            "[node paparan]\n"                                   /* 38 */
                            "standard = min-max\n"                               /* 39 */
                            "low = 10\n"                                         /* 40 */
                            "high = 20\n"                                        /* 41 */
                            "direction = down\n"                                 /* 42 */
                            "[node irama]\n"                                     /* 43 */
                            "rule = mean\n"                                      /* 44 */
                            "roles = sejawat\n"                                  /* 45 */
                            "assessors = mean\n"                                 /* 46 */
                            "[award inovatif]\n"                                 /* 47 */
                            "name = Terinovatif\n"                               /* 48 */
                            "by = irama\n"                                       /* 49 */
                            "holders = 2\n"                                      /* 50 */
                            "[published]\n"                                      /* 51 */
                            "score = nilai-terbit\n"                             /* 52 */
                            "tolerance = 0.05\n"                                 /* 53 */
                            "[descriptors]\n"                                    /* 54 */
                            "1.1 A = semua\n"                                    /* 55 */
                            "  lokasi\n"                                         /* 56 */
                            "[requirements]\n"                                   /* 57 */
                            "1.1 = berita acara\n"                               /* 58 */
    ;

/* Reads the text, of which the line that begins with `from` is replaced by `to` (NULL: as it is). */
static bool read_text(const char *from, const char *to, struct arena *a, struct instrument *in, struct err *e)
{
    char path[64];
    snprintf(path, sizeof path, "/tmp/kp2s-instrument-%ld.ini", (long)getpid());
    FILE *f = fopen(path, "w");
    cr_assert_not_null(f);
    const char *at = from ? strstr(whole, from) : whole + sizeof whole - 1;
    cr_assert_not_null(at, "%s", from);
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
    cr_assert(read_text(NULL, NULL, &a, &in, &e), "%s %s", e.text, e.place);
    cr_expect(str_is(in.name, "Nama yang panjang"));
    cr_expect(str_is(in.assessors, "median"));
    cr_expect(str_is(in.ties, "key") && str_is(in.tie_by, "aksi"));
    cr_expect(str_is(in.publication, "best") && str_is(in.best, "10"));
    cr_expect(str_is(in.rounding, "half-up"));
    cr_expect(str_is(in.ranked, "total"));
    cr_expect(str_is(in.score_max, "3.75"));
    cr_expect(str_is(in.published_score, "nilai-terbit") && str_is(in.tolerance, "0.05"));
    cr_assert_eq(in.nodes, 9);
    cr_assert_eq(in.grades, 2);
    cr_expect(str_is(in.grade[1].code, "B") && str_is(in.grade[1].score, "2.5"));
    const struct instrument_node *total = instrument_find(&in, STR("total")),
                                 *aksi = instrument_find(&in, STR("1")),
                                 *item = instrument_find(&in, STR("1.1")),
                                 *second = instrument_find(&in, STR("1.2")),
                                 *peer = instrument_find(&in, STR("irama/1.1")),
                                 *number = instrument_find(&in, STR("paparan"));
    cr_expect(str_is(total->kind, "weighted") && total->parent.len == 0 &&
              str_is(total->given, "nilai-terbit") && str_is(total->standard, "none") &&
              str_is(total->missing, "zero"));
    cr_expect(str_is(aksi->kind, "sum") && str_is(aksi->parent, "aksi") && !instrument_is_leaf(aksi));
    cr_expect(str_is(item->kind, "item") && str_is(item->name, "Butir satu dan lagi") && item->line == 23);
    cr_expect(str_is(item->roles, "tim_teknis ketua") && item->assessors.len == 0);
    cr_expect(str_is(item->requirement, "berita acara"));
    cr_expect(str_is(second->name, "Butir dua | dengan garis") && str_is(second->weight, "0.25"));
    cr_expect(str_is(peer->source, "1.1") && str_is(peer->roles, "sejawat") &&
              str_is(peer->assessors, "mean"));
    cr_expect(str_is(number->kind, "number") && str_is(number->direction, "down") &&
              str_is(number->low, "10"));
    cr_assert_eq(in.awards, 1);
    cr_expect(str_is(in.award[0].by, "irama") && str_is(in.award[0].holders, "2"));
    cr_assert_eq(in.descriptors, 1);
    cr_expect(str_is(in.descriptor[0].text, "semua lokasi") && str_is(in.descriptor[0].grade, "A"));
    arena_done(&a);
}

Test(load_instrument, faults)
{
    static const struct {
        const char *from, *to, *text;
        int line; /* 0: found when the file was read whole */
    } rows[] = {
        {"id =", "nomor = x", "unknown key 'nomor' in [instrument]", 2},
        {"[scale]", "[skala]", "unknown section [skala]", 10},
        {"performance_year", "performance_year = 24", "'performance_year' must be a year, not '24'", 5},
        {"confirmed", "confirmed = ya", "'confirmed' must be another word, not 'ya'", 7},
        {"id =", "province = 5", "'province' must be a province of two digits, not '5'", 2},
        {"decimals", "decimals = 7", "'decimals' must be 0 to 6, not '7'", 10},
        {"assessors", "assessors = max", "'assessors' must be another word, not 'max'", 11},
        {"assessors", "assessors =", "'assessors' must be filled, not ''", 11},
        {"ties", "ties = none", "'ties' must be competition, dense, key NODE or decided ITEM, not 'none'", 0},
        {"ties", "ties = decided",
         "'ties' must be competition, dense, key NODE or decided ITEM, not 'decided'", 0},
        {"ties", "ties = dense aksi",
         "'ties' must be competition, dense, key NODE or decided ITEM, not 'dense aksi'", 0},
        {"ties", "ties = key tiada", "'ties' has the key 'tiada', which is no node", 0},
        {"publication", "publication = best", "'publication' must be all, best N or categories, not 'best'",
         0},
        {"publication", "publication = all 3", "'publication' must be all, best N or categories, not 'all 3'",
         0},
        {"B = 2.5", "B = dua", "'B' must be a number, not 'dua'", 16},
        {"B = 2.5", "A = 2", "'A' stands twice", 16},
        {"B = 2.5", "B = 2.1234567", "'B' must be a number, not '2.1234567'", 16},
        {"total = -", "total = total | 1 | Nilai akhir", "'total' is a part of itself", 18},
        {"total = -", "total = 1 | 1 | Nilai akhir", "'total' is a part of itself", 18},
        {"aksi = total", "aksi = semua | 0.333333 | Aksi", "'aksi' belongs to 'semua', which is no node", 19},
        {"aksi = total", "aksi = paparan | 0.333333 | Aksi",
         "'aksi' belongs to 'paparan', which is no node with parts", 19},
        {"aksi = total", "aksi = total | 0.333333",
         "'aksi' must be node above (- for none) | weight | text, not '…'", 19},
        {"aksi = total", "aksi = total | 0.4 | Aksi",
         "the weights of the parts of 'total' sum to 1.066667, not to 1", 18},
        {"1 = aksi", "1 = - | 1 | Aksi 1", "'1' belongs to no node and no award goes by it", 20},
        {"1 = aksi", "total = aksi | 1 | Aksi 1", "'total' stands twice", 20},
        {"1 = aksi", "1 = irama | 1 | Aksi 1", "node 'aksi' has no part with a weight", 19},
        {"1.2 = 1", "1.2 = 1 | x | Butir", "'1.2' must be node above (- for none) | weight | text, not '…'",
         25},
        {"irama/1.1", "irama/paparan = irama | 1 | Butir", "'paparan' is told as number and as item", 26},
        {"cakupan", "gizi = total | 0.333334 | Gizi", "there is no figure 'gizi'", 30},
        {"rule = weighted", "rule = median", "the parts of 'total' must have weight 1 (or 0) for a median",
         18},
        {"rule = weighted", "aturan = sum", "unknown key 'aturan' in [node total]", 32},
        {"standard = min", "standard = percent", "'paparan' needs a maximum to be a percentage of it", 28},
        {"[node aksi]", "[node tiada]", "no node 'tiada' stands above its section", 35},
        {"maximum", "maximum = 0", "'maximum' must be a number above 0, not '0'", 36},
        {"roles = tim", "roles = Tim Teknis",
         "'roles' must be roles in small letters: ketua_panelis tim_teknis, not 'Tim Teknis'", 37},
        {"standard = min", "standard = max", "bounds of 'paparan' are for standard = min-max", 28},
        {"high", "high = 10", "'low' of 'paparan' must be below 'high'", 28},
        {"standard = min", "rule = sum", "'paparan' has no parts, so no rule", 39},
        {"standard = min", "given = x",
         "'paparan' is told by assessors itself, nothing can be given instead of it", 39},
        {"by = irama", "by = iri", "award 'inovatif' goes by 'iri', which is no node", 48},
        {"by = irama", "decided = x\nby = irama",
         "award 'inovatif' goes by a node, or by the item of a decision: one of them", 48},
        {"holders", "name = Lagi", "'name' stands twice", 50},
        {"holders", "holders = 0", "'holders' must be 1 to 100, not '0'", 50},
        {"tolerance", "tolerance = x", "'tolerance' must be a number, not 'x'", 53},
        {"1.1 A =", "1.9 A = semua", "a descriptor of '1.9', which is no item", 55},
        {"1.1 A =", "1.1 E = semua", "a descriptor of item '1.1' has the grade 'E', which is none", 55},
        {"1.1 = berita", "1.9 = berita acara", "no item '1.9' stands above its requirement", 58},
        {"source = sumber", "data_period = 2024", "the key 'source' is missing", 0},
        {"source = sumber", "name = lagi", "'name' stands twice", 8},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct arena a = {0};
        struct err e = {0};
        static struct instrument in;
        char place[20];
        cr_expect_not(read_text(rows[i].from, rows[i].to, &a, &in, &e), "%s", rows[i].to);
        cr_expect_eq(e.status, ST_CONFIG);
        cr_expect_str_eq(e.text, rows[i].text);
        snprintf(place, sizeof place, ".ini, line %d", rows[i].line);
        const char *at = strstr(e.place, rows[i].line ? place : ".ini");
        cr_expect(at && strcmp(at, rows[i].line ? place : ".ini") == 0, "%s: %s", e.text, e.place);
        arena_done(&a);
    }
}
