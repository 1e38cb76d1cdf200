/* links: transform */
/* Names and codes against a small register; the folder is made by the test. */
#include "regions.h"
#include "regname.h"

#include <criterion/criterion.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char register_text[] = "code,name,valid_from,valid_until,basis\n"
                                    "13,Sumatera Barat,2018-01-01,,a\n"
                                    "13.07,Kabupaten Lima Puluh Kota,2018-01-01,,a\n"
                                    "33,Jawa Tengah,2018-01-01,,a\n"
                                    "33.10,Kabupaten Klaten,2018-01-01,,a\n"
                                    "33.28,Kabupaten Tegal,2018-01-01,,a\n"
                                    "33.28.01,Margasari,2018-01-01,,a\n"
                                    "33.28.01.2001,Sidomulyo,2018-01-01,,a\n"
                                    "33.28.02,Bumijawa,2018-01-01,,a\n"
                                    "33.28.02.2001,Sidomulyo,2018-01-01,,a\n"
                                    "33.76,Kota Tegal,2018-01-01,,a\n"
                                    "33.76.02,Tegal Timur,2018-01-01,,a\n"
                                    "33.76.02.1001,Kejambon,2018-01-01,,a\n"
                                    "33.76.02.1002,Slerok,2018-01-01,2020-01-01,a\n"
                                    "33.76.02.1002,Slerok Baru,2020-01-01,2022-01-01,b\n"
                                    "33.76.02.1002,Slerok,2022-01-01,,c\n"
                                    "33.76.02.1003,Ma'rang/Timur,2018-01-01,,a\n"
                                    "33.76.02.1004,Batu IX,2018-01-01,,a\n"
                                    "33.76.02.1005,Batu XII,2018-01-01,,a\n"
                                    "33.76.02.1006,Kampung Baru,2018-01-01,,a\n"
                                    "33.76.02.1007,Panggung,2018-01-01,,a\n"
                                    "33.76.02.2001,Panggung,2018-01-01,,a\n"
                                    "33.76.02.2002,Lama,2018-01-01,2022-01-01,a\n"
                                    "34,Daerah Istimewa Yogyakarta,2025-01-01,,d\n"
                                    "63,Kalimantan Selatan,2018-01-01,,a\n"
                                    "63.02,Kabupaten Kotabaru,2018-01-01,,a\n";

static char folder[] = "/tmp/kp2s-regions-XXXXXX";
static struct regions *r;
static struct arena a;

static void write_file(const char *name, const char *text)
{
    char path[100];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *f = fopen(path, "w");
    cr_assert(f && fputs(text, f) >= 0 && fclose(f) == 0);
}

static void remove_files(void)
{
    char path[100];
    snprintf(path, sizeof path, "%s/regions.csv.gz", folder);
    unlink(path);
    snprintf(path, sizeof path, "%s/aliases.csv", folder);
    unlink(path);
    snprintf(path, sizeof path, "%s/crosswalk.csv.gz", folder);
    unlink(path);
    rmdir(folder);
}

static void open_register(void)
{
    struct err e = {0};
    cr_assert(mkdtemp(folder));
    write_file("regions.csv.gz", register_text);
    write_file("aliases.csv", "parent_code,alias,code,confirmed_by,confirmed_on,valid_until,note\n"
                              "33.76.02,Srk,33.76.02.1002,petugas,2026-01-01,,\n");
    r = regions_open(folder, NULL, &e);
    cr_assert(r, "%s", e.text);
}

static void close_register(void)
{
    regions_close(r);
    arena_done(&a);
    remove_files();
}

TestSuite(regions, .init = open_register, .fini = close_register);

struct path {
    const char *province, *regency, *district, *village, *code;
    enum region_answer answer;
    const char *found; /* code; where not found, the detail */
    int level;         /* at fault */
};

static void expect(const struct path *p)
{
    struct region_query q = {
        .code = str_c(p->code),
        .name = {{0}, str_c(p->province), str_c(p->regency), str_c(p->district), str_c(p->village)}};
    struct region_result result;
    enum region_answer answer = regions_find(r, &q, &result, &a);
    char what[200];
    snprintf(what, sizeof what, "%s/%s/%s/%s %s", p->province, p->regency, p->district, p->village, p->code);
    cr_expect_eq(answer, p->answer, "%s: answer %d", what, answer);
    struct str text = answer == REGION_FOUND ? regions_code(r, result.region) : result.detail;
    cr_expect(str_is(text, p->found), "%s: '%.*s'", what, STR_ARG(text));
    if (answer != REGION_FOUND)
        cr_expect_eq(result.level, p->level, "%s: level %d", what, result.level);
}

Test(regions, paths)
{
    static const struct path paths[] = {
        {"JAWA TENGAH", "KOTA TEGAL", "TEGAL TIMUR", "SLEROK", "", REGION_FOUND, "33.76.02.1002", 0},
        {"Provinsi Jawa Tengah", "TEGAL", "Kec. Tegaltimur", "Kel. Slerok", "", REGION_FOUND, "33.76.02.1002",
         0},
        {"", "", "TEGAL TIMUR", "Desa/Kel. Slerok", "", REGION_FOUND, "33.76.02.1002", 0},
        {"", "TEGAL", "", "SLEROK", "", REGION_FOUND, "33.76.02.1002", 0},
        {"", "KAB. TEGAL", "TEGAL TIMUR", "", "", REGION_UNKNOWN, "di Kabupaten Tegal (33.28)", 3},
        {"", "TEGAL", "", "", "", REGION_AMBIGUOUS,
         "dapat berarti Kabupaten Tegal (33.28), Kota Tegal (33.76)", 2},
        {"", "KAB. TEGAL", "", "", "", REGION_FOUND, "33.28", 0},
        {"", "Kab Tegal", "", "SIDOMULYO", "", REGION_AMBIGUOUS,
         "di Kabupaten Tegal (33.28); dapat berarti Sidomulyo (33.28.01.2001), Sidomulyo (33.28.02.2001)", 4},
        {"", "TEGAL", "TEGAL TIMUR", "SLEROKK", "", REGION_UNKNOWN,
         "di Tegal Timur (33.76.02); mungkin Slerok (33.76.02.1002)", 4},
        {"", "TEGAL", "TEGAL TIMUR", "Kejambo", "", REGION_UNKNOWN,
         "di Tegal Timur (33.76.02); mungkin Kejambon (33.76.02.1001)", 4},
        {"", "TEGAL", "TEGAL TIMUR", "XYZ", "", REGION_UNKNOWN, "di Tegal Timur (33.76.02)", 4},
        {"", "TEGAL", "TEGAL TIMUR", "Slerok Baru", "", REGION_UNKNOWN, "di Tegal Timur (33.76.02)",
         4}, /* a name of the past */
        {"", "TEGAL", "TEGAL TIMUR", "Lama", "", REGION_UNKNOWN, "di Tegal Timur (33.76.02)",
         4},                                                                       /* no longer in force */
        {"", "TEGAL", "TEGAL TIMUR", "srk", "", REGION_FOUND, "33.76.02.1002", 0}, /* alias */
        {"", "TEGAL", "TEGAL TIMUR", "MARANG TIMUR", "", REGION_FOUND, "33.76.02.1003", 0},
        {"", "TEGAL", "TEGAL TIMUR", "Ma\xE2\x80\x99rang-Timur", "", REGION_FOUND, "33.76.02.1003", 0},
        {"", "TEGAL", "TEGAL TIMUR", "BATU SEMBILAN", "", REGION_FOUND, "33.76.02.1004", 0},
        {"", "TEGAL", "TEGAL TIMUR", "Batu 9", "", REGION_FOUND, "33.76.02.1004", 0},
        {"", "TEGAL", "TEGAL-TIMUR", "BATU-IX", "", REGION_FOUND, "33.76.02.1004", 0},
        {"", "TEGAL", "TEGAL TIMUR", "Batu Dua Belas", "", REGION_FOUND, "33.76.02.1005", 0},
        {"", "TEGAL", "TEGAL TIMUR", "Baru", "", REGION_FOUND, "33.76.02.1006", 0},
        {"", "TEGAL", "TEGAL TIMUR", "KAMPUNG BARU", "", REGION_FOUND, "33.76.02.1006", 0},
        {"", "TEGAL", "TEGAL TIMUR", "Panggung", "", REGION_AMBIGUOUS,
         "di Tegal Timur (33.76.02); dapat berarti Panggung (33.76.02.1007), Panggung (33.76.02.2001)", 4},
        {"", "TEGAL", "TEGAL TIMUR", "Kel. Panggung", "", REGION_FOUND, "33.76.02.1007", 0},
        {"", "TEGAL", "TEGAL TIMUR", "Desa Panggung", "", REGION_FOUND, "33.76.02.2001", 0},
        {"SUMATERA BARAT", "Limapuluh Kota", "", "", "", REGION_FOUND, "13.07", 0},
        {"SUMATERA BARAT", "KAB. LIMA PULUH KOTA", "", "", "", REGION_FOUND, "13.07", 0},
        {"", "50 Kota", "", "", "", REGION_FOUND, "13.07", 0},
        {"", "KOTABARU", "", "", "", REGION_FOUND, "63.02", 0},
        {"", "Kota Baru", "", "", "", REGION_FOUND, "63.02", 0},
        {"", "Kab. Kota Baru", "", "", "", REGION_FOUND, "63.02", 0},
        {"D.I. Yogyakarta", "", "", "", "", REGION_FOUND, "34", 0},
        {"DIY", "", "", "", "", REGION_UNKNOWN, "", 1},
        {"", "", "", "", "", REGION_MISSING, "", 0},
    };
    for (int twice = 0; twice < 2; twice++) /* the second time from memory */
        for (size_t i = 0; i < sizeof paths / sizeof *paths; i++)
            expect(&paths[i]);
}

Test(regions, codes)
{
    static const struct path paths[] = {
        {"", "", "", "", "33.76.02.1002", REGION_FOUND, "33.76.02.1002", 0},
        {"", "", "", "", "3376021002", REGION_FOUND, "33.76.02.1002", 0},
        {"", "", "", "", "3376021002.0", REGION_FOUND, "33.76.02.1002", 0},
        {"", "", "", "", "'3376021002", REGION_FOUND, "33.76.02.1002", 0},
        {"", "", "", "", "3376", REGION_FOUND, "33.76", 0},
        {"", "", "", "", "33,76", REGION_FOUND, "33.76", 0},
        {"", "", "", "", "33.1", REGION_FOUND, "33.10", 0},
        {"", "", "", "", "33.01", REGION_CODE_UNKNOWN, "", 0},
        {"", "", "", "", "33,7a", REGION_CODE_UNKNOWN, "", 0},
        {"", "", "", "", "33.0", REGION_CODE_UNKNOWN, "", 0},
        {"", "KOTA TEGAL", "TEGAL TIMUR", "Slerok", "3376021002", REGION_FOUND, "33.76.02.1002", 0},
        {"", "", "", "Srk", "3376021002", REGION_FOUND, "33.76.02.1002", 0},
        {"", "", "", "Kejambon", "3376021002", REGION_CODE_MISMATCH, "kode 33.76.02.1002 adalah Slerok", 4},
        {"", "KAB. TEGAL", "", "Slerok", "3376021002", REGION_CODE_MISMATCH, "kode 33.76 adalah Kota Tegal",
         2},
        {"", "", "", "Slerok", "33.76.02", REGION_FOUND, "33.76.02.1002", 0},
        {"", "", "", "", "33.76.02.2002", REGION_CODE_UNKNOWN, "", 0},
        {"", "", "", "", "33.760.21.002", REGION_CODE_UNKNOWN, "", 0},
        {"", "", "", "", "337602100", REGION_CODE_UNKNOWN, "", 0},
        {"", "", "", "", "3.376E+09", REGION_CODE_UNKNOWN, "", 0},
    };
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++)
        expect(&paths[i]);
}

Test(regions, looks_inside_the_province_when_none_is_named)
{
    struct region_query q = {.name = {[4] = STR("Sidomulyo"), [3] = STR("Margasari")},
                             .inside = regions_by_code(r, STR("63"))};
    struct region_result result;
    cr_expect_eq(regions_find(r, &q, &result, &a), REGION_UNKNOWN);
    q.inside = regions_by_code(r, STR("33"));
    cr_expect_eq(regions_find(r, &q, &result, &a), REGION_FOUND);
    cr_expect(str_is(regions_name(r, regions_above(r, result.region, 2)), "Kabupaten Tegal"));
}

Test(regions, edition_is_the_newest_day)
{
    cr_expect(str_is(regions_edition(r), "2025-01-01"));
}

Test(regions, every_region_of_the_register_is_found_by_its_own_path)
{
    const char *etc = getenv("KP2S_ETC");
    char path[300];
    struct err e = {0};
    snprintf(path, sizeof path, "%s/catalogue", etc ? etc : "etc");
    struct regions *whole = regions_open(path, NULL, &e);
    cr_assert(whole, "%s", e.text);
    long wrong = 0, twins = 0, n = 0;
    for (uint32_t region = 1; regions_code(whole, region).len > 0; region++, n++) {
        if (regions_by_code(whole, regions_code(whole, region)) != region)
            break; /* behind those in force are those that ended */
        struct region_query q = {0};
        for (int level = 1; level <= regions_level(whole, region); level++)
            q.name[level] = regions_name(whole, regions_above(whole, region, level));
        struct region_result result;
        enum region_answer answer = regions_find(whole, &q, &result, &a);
        twins += answer == REGION_AMBIGUOUS; /* two villages of one name in one kecamatan */
        wrong += answer != REGION_AMBIGUOUS && (answer != REGION_FOUND || result.region != region);
        if (n % 1000 == 0)
            arena_reset(&a);
    }
    cr_expect_eq(wrong, 0, "%ld wrong", wrong);
    cr_expect_gt(n, 90000);
    cr_expect_eq(twins, 46, "%ld twins", twins);
    regions_close(whole);
}

Test(regname, cut)
{
    static const struct {
        const char *name;
        int level;
        const char *left, *district, *regency, *province;
    } rows[] = {
        {"BUNIAYU, Kec. SUKAMULYA", 4, "BUNIAYU", "Kec. SUKAMULYA", "", ""},
        {"Desa Buniayu , KECAMATAN Sukamulya, Kab. Tangerang, Prov. Banten", 4, "Desa Buniayu",
         "KECAMATAN Sukamulya", "Kab. Tangerang", "Prov. Banten"},
        {"Slerok (Kota Tegal)", 4, "Slerok", "", "Kota Tegal", ""},
        {"Kec. Sukamulya, Kabupaten Tangerang", 3, "Kec. Sukamulya", "", "Kabupaten Tangerang", ""},
        {" Batu   , Kec. A  , Kab. B", 4, "Batu", "Kec. A", "Kab. B", ""},
        {"Kec. A, Kec. B", 3, "Kec. A, Kec. B", "", "", ""},
        {"Buniayu, Sukamulya", 4, "Buniayu, Sukamulya", "", "", ""},
        {"Batu (Lama)", 4, "Batu (Lama)", "", "", ""},
        {"Buniayu, Kec", 4, "Buniayu, Kec", "", "", ""},
        {", Kec. A", 4, ", Kec. A", "", "", ""},
        {"", 4, "", "", "", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct str name = str_c(rows[i].name), above[REGION_LEVELS] = {{0}};
        regname_cut(&name, rows[i].level, above);
        cr_expect(str_is(name, rows[i].left), "%s: %.*s", rows[i].name, STR_ARG(name));
        cr_expect(str_is(above[3], rows[i].district), "%s", rows[i].name);
        cr_expect(str_is(above[2], rows[i].regency), "%s", rows[i].name);
        cr_expect(str_is(above[1], rows[i].province), "%s", rows[i].name);
    }
}

Test(regname, forms)
{
    static const struct {
        const char *name;
        int level;
        const char *plain, *stripped, *folded;
    } rows[] = {
        {"Kab. Kota Baru", 2, "KABKOTABARU", "KOTABARU", "KABKOTABARU"},
        {"KOTA ADM. JAKARTA PUSAT", 2, "KOTAADMJAKARTAPUSAT", "JAKARTAPUSAT", "KOTAADMJAKARTAPUSAT"},
        {"Desa", 4, "DESA", "", "DESA"},
        {"KEL. DESA BARU", 4, "KELDESABARU", "BARU", "KELDESABARU"},
        {"Batu XXIX", 4, "BATUXXIX", "", "BATU29"},
        {"Sungai Dua Puluh Satu", 4, "SUNGAIDUAPULUHSATU", "", "SUNGAI21"},
        {"Kep. Seribu", 2, "KEPSERIBU", "", "KEPULAUANSERIBU"},
        {"Blok 02", 4, "BLOK02", "", "BLOK2"},
        {"IIII", 4, "IIII", "", "IIII"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct regname n;
        regname_make(&n, str_c(rows[i].name), rows[i].level);
        cr_expect(str_is(regname_text(&n, REGNAME_PLAIN, 0), rows[i].plain), "%s", rows[i].name);
        cr_expect(str_is(regname_text(&n, REGNAME_PLAIN, 1), rows[i].stripped), "%s", rows[i].name);
        cr_expect(str_is(regname_text(&n, REGNAME_FOLDED, 0), rows[i].folded), "%s", rows[i].name);
    }
}

/* A second register, with what became of its rows. */
static const char changed_text[] = "code,name,valid_from,valid_until,basis\n"
                                   "33,Jawa Tengah,2018-01-01,,a\n"
                                   "33.76,Kota Tegal,2018-01-01,,a\n"
                                   "33.76.01,Barat,2018-01-01,,a\n"
                                   "33.76.01.1001,Satu,2018-01-01,2022-01-01,a\n"
                                   "33.76.01.1001,Lain,2022-01-01,,b\n"
                                   "33.76.01.1002,Dua,2018-01-01,2022-01-01,a\n"
                                   "33.76.01.1003,Tiga,2018-01-01,2022-01-01,a\n"
                                   "33.76.01.1003,Satu,2022-01-01,,b\n"
                                   "33.76.01.1004,Empat,2018-01-01,2022-01-01,a\n"
                                   "33.76.02,Timur,2022-01-01,,b\n"
                                   "33.76.02.1001,Dua,2022-01-01,,b\n";
static const char changes_text[] = "kind,from_code,from_since,to_code,to_since,reused\n"
                                   "renamed,33.76.01.1001,2018-01-01,33.76.01.1001,2022-01-01,no\n"
                                   "recoded,33.76.01.1002,2018-01-01,33.76.02.1001,2022-01-01,no\n"
                                   "renamed,33.76.01.1003,2018-01-01,33.76.01.1003,2022-01-01,no\n"
                                   "ended,33.76.01.1004,2018-01-01,,,no\n"
                                   "begun,,,33.76.02,2022-01-01,no\n";

Test(regions, names_and_codes_of_another_time)
{
    static const struct {
        const char *district, *village, *code, *day;
        enum region_answer answer;
        const char *found;
    } rows[] = {
        {"Barat", "Lain", "", "2024-12-31", REGION_FOUND, "33.76.01.1001"},
        {"Barat", "Lain", "", "2019-12-31", REGION_FOUND, "33.76.01.1001"},
        /* the name of one today, and of another before */
        {"Barat", "Satu", "", "2024-12-31", REGION_AMBIGUOUS,
         "di Barat (33.76.01); dapat berarti Satu (33.76.01.1003), Lain (33.76.01.1001, dahulu Satu)"},
        {"Barat", "Satu", "", "2019-12-31", REGION_AMBIGUOUS,
         "di Barat (33.76.01); dapat berarti Satu (33.76.01.1003), Lain (33.76.01.1001, dahulu Satu)"},
        {"", "Satu", "33.76.01.1003", "2024-12-31", REGION_FOUND, "33.76.01.1003"},
        {"", "Satu", "33.76.01.1001", "2019-12-31", REGION_FOUND, "33.76.01.1001"},
        {"", "Satu", "33.76.01.1001", "2024-12-31", REGION_CODE_MISMATCH, "kode 33.76.01.1001 adalah Lain"},
        /* another code and kecamatan */
        {"Barat", "Dua", "", "2019-12-31", REGION_FOUND, "33.76.02.1001"},
        {"Barat", "Dua", "", "2024-12-31", REGION_UNKNOWN,
         "di Barat (33.76.01); mungkin Dua (33.76.02.1001)"},
        {"Timur", "Dua", "", "2019-12-31", REGION_FOUND, "33.76.02.1001"},
        {"", "", "33.76.01.1002", "2021-12-31", REGION_FOUND, "33.76.02.1001"},
        {"", "", "33.76.01.1002", "2022-01-01", REGION_CODE_UNKNOWN, "kode lama; kini Dua (33.76.02.1001)"},
        {"Barat", "Dua", "33.76.02.1001", "2019-12-31", REGION_CODE_MISMATCH, "kode 33.76.02 adalah Timur"},
        /* ended for good */
        {"Barat", "Empat", "", "2019-12-31", REGION_FOUND, "33.76.01.1004"},
        {"Barat", "Empat", "", "2024-12-31", REGION_UNKNOWN,
         "di Barat (33.76.01); mungkin Empat (33.76.01.1004, tidak ada lagi sejak 2022)"},
        {"", "", "33.76.01.1004", "2019-12-31", REGION_FOUND, "33.76.01.1004"},
        {"", "", "33.76.01.1004", "2024-12-31", REGION_CODE_UNKNOWN, ""},
    };
    struct err e = {0};
    write_file("regions.csv.gz", changed_text);
    write_file("crosswalk.csv.gz", changes_text);
    write_file("aliases.csv", "parent_code,alias,code,confirmed_by,confirmed_on,valid_until,note\n");
    struct regions *changed = regions_open(folder, NULL, &e);
    cr_assert(changed, "%s", e.text);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct region_query q = {.code = str_c(rows[i].code),
                                 .name = {{0}, {0}, {0}, str_c(rows[i].district), str_c(rows[i].village)},
                                 .day = str_c(rows[i].day)};
        struct region_result result;
        enum region_answer answer = regions_find(changed, &q, &result, &a);
        struct str text = answer == REGION_FOUND ? regions_code(changed, result.region) : result.detail;
        cr_expect_eq(answer, rows[i].answer, "row %zu: answer %d", i, answer);
        cr_expect(str_is(text, rows[i].found), "row %zu: '%.*s'", i, STR_ARG(text));
    }
    regions_close(changed);
}

Test(regions, where_a_name_was_looked_for)
{
    static const struct {
        const char *detail, *code;
    } rows[] = {
        {"di Tegal Timur (33.76.02)", "33.76.02"},
        {"di Tegal Timur (33.76.02); mungkin Slerok (33.76.02.1002)", "33.76.02"},
        {"di Mekarwangi (Lama) (33.76); dapat berarti X (33.76.01)", "33.76"},
        {"mungkin Slerok (33.76.02.1002)", ""},
        {"di kolom lain TEGAL (33.76) BARAT", ""},
        {"di Tegal (33.76", ""},
        {"di Tegal ()", ""},
        {"", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        cr_expect(str_is(regions_where_of(str_c(rows[i].detail)), rows[i].code), "%s", rows[i].detail);
}

Test(regions, nearest_names_of_all_levels_below)
{
    struct region_offer best[REGION_OFFERS];
    size_t n = regions_nearest(r, regions_by_code(r, STR("33.76")), 4, STR("Pangung"), best);
    cr_expect_eq(n, 2);
    cr_expect(str_is(regions_code(r, best[0].region), "33.76.02.1007"));
    cr_expect(str_is(regions_code(r, best[1].region), "33.76.02.2001"));
    cr_expect_eq(best[0].distance, 1);
    cr_expect_eq(regions_nearest(r, regions_by_code(r, STR("33.76")), 3, STR("Pangung"), best), 0);
}
