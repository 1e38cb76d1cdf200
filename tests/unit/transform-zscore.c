/* links: transform */
/* WHO z-scores: vectors computed from the tables of WHO's own package, the category cut-offs, and, with
 * KP2S_SHARED, WHO's example survey. */
#include "growth.h"

#include <criterion/criterion.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct growth *g;

static void open_standards(void)
{
    const char *etc = getenv("KP2S_ETC");
    char path[300];
    struct err e = {0};
    snprintf(path, sizeof path, "%s/growth", etc ? etc : "etc");
    g = growth_open(path, &e);
    cr_assert(g, "%s", e.text);
}

static void close_standards(void)
{
    growth_close(g);
}

TestSuite(growth, .init = open_standards, .fini = close_standards);

Test(growth, vectors)
{
    enum { NO = GROWTH_NONE };
    static const struct {
        struct growth_child child;
        int z[GROWTH_INDICES]; /* HAZ, WAZ, WHZ */
        const char *flags;
    } rows[] = {
        {{GROWTH_BOY, 365, 8.0, 70.0, 'l', false}, {-242, -170, -63}, ""},
        {{GROWTH_GIRL, 700, 8.1, 77.5, 'h', false}, {-231, -280, -213}, ""},
        {{GROWTH_BOY, 800, 9.0, 80.0, 'l', false}, {-305, -292, -184}, ""},
        {{GROWTH_GIRL, 1500, 11.0, 88.0, 'h', false}, {-355, -301, -114}, ""},
        {{GROWTH_BOY, 730, 9.5, 78.0, 'h', false}, {-298, -216, -88}, ""},
        {{GROWTH_BOY, 731, 9.5, 78.0, 'l', false}, {-322, -216, -72}, ""},
        {{GROWTH_GIRL, 180, 4.0, 55.0, 'l', false}, {-468, -465, -145}, ""},
        {{GROWTH_BOY, 987, 0, 72.86, 'l', false}, {-609, NO, NO}, "h"},
        /* unknown: lying before day 731, standing from then on */
        {{GROWTH_BOY, 365, 8.0, 70.0, 0, false}, {-242, -170, -63}, ""},
        {{GROWTH_GIRL, 1500, 11.0, 88.0, 0, false}, {-355, -301, -114}, ""},
        /* "standing" at 273 days is not believed, at 274 it is */
        {{GROWTH_GIRL, 180, 4.0, 55.0, 'h', false}, {-468, -465, -145}, ""},
        /* oedema: no weight index */
        {{GROWTH_BOY, 365, 8.0, 70.0, 'l', true}, {-242, NO, NO}, ""},
        {{GROWTH_BOY, 1857, 18.0, 110.0, 'h', false}, {NO, NO, NO}, ""},
        {{GROWTH_BOY, -1, 3.0, 50.0, 'l', false}, {NO, NO, NO}, ""},
    };
    static const char letters[] = "hwx";
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct growth_scores s;
        char flags[4] = "";
        growth_scores(g, &rows[i].child, &s);
        for (enum growth_index k = 0; k < GROWTH_INDICES; k++) {
            cr_expect_eq(s.z[k], rows[i].z[k], "row %zu index %d: %d", i, (int)k, s.z[k]);
            if (s.flagged[k])
                strncat(flags, &letters[k], 1);
        }
        cr_expect_str_eq(flags, rows[i].flags, "row %zu", i);
    }
}

Test(growth, standing_is_believed_from_nine_months)
{
    struct growth_scores lying, standing;
    struct growth_child c = {GROWTH_BOY, 273, 8, 70, 'l', false};
    growth_scores(g, &c, &lying);
    c.position = 'h';
    growth_scores(g, &c, &standing);
    cr_expect_eq(lying.z[GROWTH_HA], standing.z[GROWTH_HA]);
    c.age_days = 274;
    growth_scores(g, &c, &standing);
    c.position = 'l';
    growth_scores(g, &c, &lying);
    cr_expect_gt(standing.z[GROWTH_HA], lying.z[GROWTH_HA]);
}

Test(growth, ends_of_the_tables)
{
    struct growth_scores s;
    struct growth_child c = {GROWTH_BOY, 1856, 18, 120.0, 'h', false};
    growth_scores(g, &c, &s);
    cr_expect_neq(s.z[GROWTH_HA], GROWTH_NONE);
    cr_expect_neq(s.z[GROWTH_WH], GROWTH_NONE);
    c.height = 120.1;
    growth_scores(g, &c, &s);
    cr_expect_eq(s.z[GROWTH_WH], GROWTH_NONE);
    c = (struct growth_child){GROWTH_GIRL, 0, 2.4, 44.9, 'l', false};
    growth_scores(g, &c, &s);
    cr_expect_eq(s.z[GROWTH_WH], GROWTH_NONE);
    c.height = 45;
    growth_scores(g, &c, &s);
    cr_expect_neq(s.z[GROWTH_WH], GROWTH_NONE);
}

Test(growth, categories)
{
    static const struct {
        enum growth_index index;
        int z;
        const char *text;
    } rows[] = {
        {GROWTH_HA, -301, "Sangat pendek"},
        {GROWTH_HA, -300, "Pendek"},
        {GROWTH_HA, -201, "Pendek"},
        {GROWTH_HA, -200, "Normal"},
        {GROWTH_HA, 300, "Normal"},
        {GROWTH_HA, 301, "Tinggi"},
        {GROWTH_WA, -301, "Berat badan sangat kurang"},
        {GROWTH_WA, -300, "Berat badan kurang"},
        {GROWTH_WA, -200, "Berat badan normal"},
        {GROWTH_WA, 100, "Berat badan normal"},
        {GROWTH_WA, 101, "Risiko berat badan lebih"},
        {GROWTH_WH, -301, "Gizi buruk"},
        {GROWTH_WH, -300, "Gizi kurang"},
        {GROWTH_WH, -200, "Gizi baik"},
        {GROWTH_WH, 100, "Gizi baik"},
        {GROWTH_WH, 101, "Berisiko gizi lebih"},
        {GROWTH_WH, 200, "Berisiko gizi lebih"},
        {GROWTH_WH, 201, "Gizi lebih"},
        {GROWTH_WH, 300, "Gizi lebih"},
        {GROWTH_WH, 301, "Obesitas"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        cr_expect_str_eq(growth_category(rows[i].index, rows[i].z), rows[i].text, "row %zu", i);
    cr_expect_str_eq(growth_lowest(GROWTH_WH), "Gizi buruk");
}

Test(growth, words_of_files)
{
    static const struct {
        enum growth_index index;
        const char *word, *means; /* NULL: none */
    } rows[] = {
        {GROWTH_HA, "Sangat Pendek", "Sangat pendek"},
        {GROWTH_WA, "Kurang", "Berat badan kurang"},
        {GROWTH_WA, "Berat Badan Normal", "Berat badan normal"},
        {GROWTH_WA, "Risiko Lebih", "Risiko berat badan lebih"},
        {GROWTH_WA, "Gizi Buruk", "Berat badan sangat kurang"},
        {GROWTH_WH, "Risiko Gizi Lebih", "Berisiko gizi lebih"},
        {GROWTH_WH, "SANGAT KURUS", "Gizi buruk"},
        {GROWTH_WH, "Obesitas", "Obesitas"},
        {GROWTH_HA, "Stunting", NULL},
        {GROWTH_HA, "", NULL},
        {GROWTH_HA, "a very long word that no category of any index has ever had, or will", NULL},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *means = growth_category_of(rows[i].index, rows[i].word);
        if (rows[i].means)
            cr_expect_str_eq(means ? means : "(none)", rows[i].means, "'%s'", rows[i].word);
        else
            cr_expect_null(means, "'%s'", rows[i].word);
    }
}

/* One child of the survey: every z-score within 0.01 and every flag as WHO's macro has it. */
static bool agrees(char *line)
{
    enum { SEX = 2, WEIGHT = 4, HEIGHT = 5, MEASURE = 6, OEDEMA = 7, DAYS = 13, COLUMNS = 32 };
    static const int z_at[] = {17, 16, 18}, flag_at[] = {25, 24, 26};
    char *field[COLUMNS];
    for (size_t i = 0; i < COLUMNS; i++)
        field[i] = strsep(&line, ",");
    struct growth_child child = {atoi(field[SEX]) == 2 ? GROWTH_GIRL : GROWTH_BOY,
                                 atoi(field[DAYS]),
                                 atof(field[WEIGHT]),
                                 atof(field[HEIGHT]),
                                 field[MEASURE][0],
                                 field[OEDEMA][0] == 'y'};
    struct growth_scores s;
    growth_scores(g, &child, &s);
    for (int k = 0; k < GROWTH_INDICES; k++) {
        if ((*field[z_at[k]] != '\0') != (s.z[k] != GROWTH_NONE))
            return false;
        double difference = *field[z_at[k]] ? atof(field[z_at[k]]) * 100 - s.z[k] : 0;
        if (difference > 1.001 || difference < -1.001 || (atoi(field[flag_at[k]]) != 0) != s.flagged[k])
            return false;
    }
    return true;
}

Test(growth, survey)
{
    const char *shared = getenv("KP2S_SHARED");
    if (!shared)
        cr_skip("KP2S_SHARED is not set");
    char path[300], line[2000];
    snprintf(path, sizeof path, "%s/data/who/survey_z_st.csv", shared);
    FILE *f = fopen(path, "r");
    cr_assert(f, "%s", path);
    cr_assert(fgets(line, sizeof line, f));
    int n = 0, agreeing = 0;
    for (; fgets(line, sizeof line, f); n++)
        agreeing += agrees(line);
    fclose(f);
    cr_expect_eq(n, 498);
    cr_expect_eq(agreeing, 498, "%d agree", agreeing);
}
