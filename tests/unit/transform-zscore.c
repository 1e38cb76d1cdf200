/* links: transform */
/* WHO z-scores: vectors computed from the tables of WHO's own package, what must hold of every row of the
 * standards, and, with KP2S_SHARED, WHO's example survey. */
#include "zscore.h"

#include "csv.h"

#include <criterion/criterion.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct zscore *standards;

static const char *etc(void)
{
    const char *folder = getenv("KP2S_ETC");
    return folder ? folder : "etc";
}

static void open_standards(void)
{
    char path[300];
    struct err e = {0};
    snprintf(path, sizeof path, "%s/growth", etc());
    standards = zscore_open(path, &e);
    cr_assert(standards, "%s", e.text);
}

static void close_standards(void)
{
    zscore_close(standards);
}

TestSuite(zscore, .init = open_standards, .fini = close_standards);

enum { NO = ZSCORE_NONE };

static struct zscore_result of(struct zscore_child c)
{
    struct zscore_result r;
    zscore_compute(standards, &c, &r);
    return r;
}

Test(zscore, vectors)
{
    static const struct {
        struct zscore_child child; /* sex, days, weight, height, head, arm, position, oedema */
        double height;
        int z[ZSCORE_INDICES]; /* HAZ, WAZ, WHZ, BAZ, HCZ, ACZ */
        const char *flags;
    } rows[] = {
        {{ZSCORE_BOY, 365, 8.0, 70.0, 46, 14.5, 'l', false}, 70, {-242, -170, -63, -36, -5, -13}, ""},
        {{ZSCORE_GIRL, 700, 8.1, 77.5, 0, 0, 'h', false}, 78.2, {-231, -280, -213, -187, NO, NO}, ""},
        {{ZSCORE_BOY, 800, 9.0, 80.0, 0, 0, 'l', false}, 79.3, {-305, -292, -184, -141, NO, NO}, ""},
        {{ZSCORE_GIRL, 1500, 11.0, 88.0, 0, 0, 'h', false}, 88, {-355, -301, -114, -79, NO, NO}, ""},
        {{ZSCORE_BOY, 730, 9.5, 78.0, 0, 0, 'h', false}, 78.7, {-298, -216, -88, -33, NO, NO}, ""},
        {{ZSCORE_BOY, 731, 9.5, 78.0, 0, 0, 'l', false}, 77.3, {-322, -216, -72, -10, NO, NO}, ""},
        {{ZSCORE_GIRL, 180, 4.0, 55.0, 0, 0, 'l', false}, 55, {-468, -465, -145, -276, NO, NO}, ""},
        {{ZSCORE_BOY, 987, 0, 72.86, 0, 0, 'l', false}, 72.16, {-609, NO, NO, NO, NO, NO}, "h"},
        /* unknown: lying before day 731, standing from then on */
        {{ZSCORE_BOY, 365, 8.0, 70.0, 0, 0, 0, false}, 70, {-242, -170, -63, -36, NO, NO}, ""},
        {{ZSCORE_GIRL, 1500, 11.0, 88.0, 0, 0, 0, false}, 88, {-355, -301, -114, -79, NO, NO}, ""},
        /* "standing" is not believed before nine months */
        {{ZSCORE_GIRL, 180, 4.0, 55.0, 0, 0, 'h', false}, 55, {-468, -465, -145, -276, NO, NO}, ""},
        /* oedema: no weight index */
        {{ZSCORE_BOY, 365, 8.0, 70.0, 46, 14.5, 'l', true}, 70, {-242, NO, NO, NO, -5, -13}, ""},
        {{ZSCORE_BOY, 1857, 18.0, 110.0, 50, 16, 'h', false}, 110, {NO, NO, NO, NO, NO, NO}, ""},
        /* no age: the position decides, else 87 cm; nothing is adjusted */
        {{ZSCORE_BOY, ZSCORE_NO_AGE, 8, 70, 46, 14.5, 'l', false}, 70, {NO, NO, -63, NO, NO, NO}, ""},
        {{ZSCORE_BOY, ZSCORE_NO_AGE, 8, 70, 0, 0, 0, false}, 70, {NO, NO, -63, NO, NO, NO}, ""},
        {{ZSCORE_GIRL, ZSCORE_NO_AGE, 11, 88, 0, 0, 0, false}, 88, {NO, NO, -114, NO, NO, NO}, ""},
        {{ZSCORE_GIRL, ZSCORE_NO_AGE, 11, 88, 0, 0, 'h', false}, 88, {NO, NO, -114, NO, NO, NO}, ""},
        {{ZSCORE_BOY, ZSCORE_NO_AGE, 8, 70, 0, 0, 'l', true}, 70, {NO, NO, NO, NO, NO, NO}, ""},
    };
    static const char letters[] = "hwxbca";
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct zscore_result s = of(rows[i].child);
        char flags[ZSCORE_INDICES + 1] = "";
        for (int k = 0; k < ZSCORE_INDICES; k++) {
            cr_expect_eq(s.z[k], rows[i].z[k], "row %zu index %d: %d", i, k, s.z[k]);
            if (s.flagged[k])
                strncat(flags, &letters[k], 1);
        }
        cr_expect_float_eq(s.height, rows[i].height, 1e-9, "row %zu: %g", i, s.height);
        cr_expect_str_eq(flags, rows[i].flags, "row %zu", i);
    }
    cr_expect_float_eq(of(rows[1].child).bmi, 8.1 / 0.782 / 0.782, 1e-9);
}

Test(zscore, standing_is_believed_from_nine_months)
{
    struct zscore_child c = {ZSCORE_BOY, 273, 8, 70, 0, 0, 'h', false};
    cr_expect_eq(of(c).height, 70);
    cr_expect(zscore_too_young_to_stand(&c));
    c.age_days = 274;
    cr_expect_float_eq(of(c).height, 70.7, 1e-9);
    cr_expect_not(zscore_too_young_to_stand(&c));
}

/* Where each index begins and ends. */
Test(zscore, ends_of_the_tables)
{
    static const struct {
        struct zscore_child child;
        enum zscore_index index;
        bool there;
    } rows[] = {
        {{ZSCORE_BOY, 1856, 18, 100, 50, 16, 'h', false}, ZSCORE_HA, true},
        {{ZSCORE_BOY, 1856, 18, 100, 50, 16, 'h', false}, ZSCORE_AC, true},
        {{ZSCORE_BOY, 1857, 18, 100, 50, 16, 'h', false}, ZSCORE_WH, false},
        {{ZSCORE_GIRL, 90, 5, 60, 38, 12, 'l', false}, ZSCORE_AC, false},
        {{ZSCORE_GIRL, 91, 5, 60, 38, 12, 'l', false}, ZSCORE_AC, true},
        {{ZSCORE_GIRL, 0, 2.4, 44.9, 0, 0, 'l', false}, ZSCORE_WH, false},
        {{ZSCORE_GIRL, 0, 2.4, 45, 0, 0, 'l', false}, ZSCORE_WH, true},
        {{ZSCORE_GIRL, 300, 2.4, 44.3, 0, 0, 'h', false}, ZSCORE_WH, true}, /* 45.0 lying */
        {{ZSCORE_BOY, 730, 18, 110, 0, 0, 'l', false}, ZSCORE_WH, true},
        {{ZSCORE_BOY, 730, 18, 110.01, 0, 0, 'l', false}, ZSCORE_WH, false},
        {{ZSCORE_BOY, 731, 7, 64.9, 0, 0, 'h', false}, ZSCORE_WH, false},
        {{ZSCORE_BOY, 731, 7, 65.7, 0, 0, 'l', false}, ZSCORE_WH, true}, /* 65.0 standing */
        {{ZSCORE_BOY, 1856, 22, 120, 0, 0, 'h', false}, ZSCORE_WH, true},
        {{ZSCORE_BOY, 1856, 22, 120.1, 0, 0, 'h', false}, ZSCORE_WH, false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        cr_expect_eq(of(rows[i].child).z[rows[i].index] != NO, rows[i].there, "row %zu", i);
}

/* Exactly at the limit is plausible. */
Test(zscore, flags)
{
    static const struct {
        enum zscore_index index;
        int low, high;
    } limits[] = {{ZSCORE_HA, -600, 600}, {ZSCORE_WA, -600, 500}, {ZSCORE_WH, -500, 500},
                  {ZSCORE_BA, -500, 500}, {ZSCORE_HC, -500, 500}, {ZSCORE_AC, -500, 500}};
    int seen = 0;
    for (double size = 0.4; size < 1.8; size += 0.0005) {
        struct zscore_result s = of((struct zscore_child){ZSCORE_GIRL, 500, 10 * size, 79 * (0.5 + size / 2),
                                                          46 * size, 14.7 * size, 'l', false});
        for (size_t k = 0; k < sizeof limits / sizeof *limits; k++) {
            int z = s.z[limits[k].index];
            cr_expect_eq(s.flagged[limits[k].index], z != NO && (z < limits[k].low || z > limits[k].high),
                         "index %zu: %d", k, z);
            seen += z == limits[k].low || z == limits[k].high;
        }
    }
    cr_expect_gt(seen, 3, "the limits themselves were met %d times", seen);
}

/* --- every row of the standards --- */

struct standard {
    const char *file;
    enum zscore_index index;
};

/* A child that has the measure y of a row: at that age, or that long. */
static struct zscore_child child_of(const struct standard *t, int sex, double at, double y)
{
    struct zscore_child c = {.sex = sex == 2 ? ZSCORE_GIRL : ZSCORE_BOY, .age_days = (int)at};
    if (t->index == ZSCORE_WH)
        c = (struct zscore_child){c.sex, t->file[2] == 'l' ? 300 : 1000, y, at, 0, 0, 0, false};
    else if (t->index == ZSCORE_BA)
        c.weight = y, c.height = 100;
    else
        *(t->index == ZSCORE_HA   ? &c.height
          : t->index == ZSCORE_WA ? &c.weight
          : t->index == ZSCORE_HC ? &c.head
                                  : &c.arm) = y;
    return c;
}

static void lines_of_sd(const struct standard *t)
{
    char path[300];
    struct err e = {0};
    struct csv_record r;
    snprintf(path, sizeof path, "%s/growth/%s.tsv.gz", etc(), t->file);
    struct csv *csv = csv_open(path, &e);
    cr_assert(csv, "%s", e.text);
    cr_assert_eq(csv_next(csv, &r, &e), 1);
    while (csv_next(csv, &r, &e) == 1) {
        int sex;
        double at, l, m, s;
        char line[200];
        snprintf(line, sizeof line, "%.*s", STR_ARG(r.field[0]));
        cr_assert_eq(sscanf(line, "%d %lf %lf %lf %lf", &sex, &at, &l, &m, &s), 5);
        for (int k = -4; k <= 4; k++) {
            double y = m * pow(1 + l * s * k, 1 / l), sd3 = m * pow(1 + l * s * (k < 0 ? -3 : 3), 1 / l);
            if (k == -4 || k == 4) /* as far from SD3 as SD3 from SD2 */
                y = 2 * sd3 - m * pow(1 + l * s * (k < 0 ? -2 : 2), 1 / l);
            int z = of(child_of(t, sex, at, y)).z[t->index];
            cr_assert_eq(z, 100 * k, "%s: %s: %d SD gives %d", t->file, line, k, z);
        }
    }
    csv_close(csv);
}

Test(zscore, lines_of_sd)
{
    static const struct standard tables[] = {{"lhfa", ZSCORE_HA}, {"wfa", ZSCORE_WA},  {"bfa", ZSCORE_BA},
                                             {"hcfa", ZSCORE_HC}, {"acfa", ZSCORE_AC}, {"wfl", ZSCORE_WH},
                                             {"wfh", ZSCORE_WH}};
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        lines_of_sd(&tables[i]);
}

Test(zscore, heavier_is_higher)
{
    for (int age = 0; age <= ZSCORE_LAST_DAY; age += 53) {
        struct zscore_child c = {
            age % 2 ? ZSCORE_GIRL : ZSCORE_BOY, age, 0.5, 50 + 0.033 * age, 0, 0, 'l', false};
        struct zscore_result before = of(c);
        while ((c.weight += 0.05) < 40) {
            struct zscore_result s = of(c);
            for (int k = ZSCORE_WA; k <= ZSCORE_BA; k++)
                cr_assert(s.z[k] >= before.z[k] && s.z[k] != NO, "age %d, %g kg, index %d: %d after %d", age,
                          c.weight, k, s.z[k], before.z[k]);
            before = s;
        }
    }
}

/* Between two steps of 0.1 cm. */
Test(zscore, interpolates)
{
    struct zscore_child c = {ZSCORE_BOY, 300, 8, 70.0, 0, 0, 'l', false};
    int low = of(c).z[ZSCORE_WH], middle, high;
    c.height = 70.05;
    middle = of(c).z[ZSCORE_WH];
    c.height = 70.1;
    high = of(c).z[ZSCORE_WH];
    cr_expect(low > middle && middle > high, "%d %d %d", low, middle, high);
}

/* One child of the survey: every z-score and every flag as WHO's macro has it. */
static bool agrees(char *line)
{
    enum {
        SEX = 2,
        WEIGHT = 4,
        HEIGHT = 5,
        MEASURE = 6,
        OEDEMA = 7,
        HEAD = 8,
        ARM = 9,
        DAYS = 13,
        COLUMNS = 32
    };
    static const int z_at[] = {17, 16, 18, 19, 20, 21}, flag_at[] = {25, 24, 26, 27, 28, 29};
    char *field[COLUMNS];
    for (size_t i = 0; i < COLUMNS; i++)
        field[i] = strsep(&line, ",");
    struct zscore_result s = of((struct zscore_child){
        .sex = atoi(field[SEX]) == 2 ? ZSCORE_GIRL : ZSCORE_BOY,
        .age_days = *field[DAYS] ? atoi(field[DAYS]) : ZSCORE_NO_AGE,
        .weight = atof(field[WEIGHT]),
        .height = atof(field[HEIGHT]),
        .head = atof(field[HEAD]),
        .arm = atof(field[ARM]),
        .position = field[MEASURE][0],
        .oedema = field[OEDEMA][0] == 'y',
    });
    for (int k = 0; k < ZSCORE_INDICES; k++) {
        if ((*field[z_at[k]] != '\0') != (s.z[k] != NO))
            return false;
        if (s.z[k] != NO &&
            (lround(atof(field[z_at[k]]) * 100) != s.z[k] || (atoi(field[flag_at[k]]) != 0) != s.flagged[k]))
            return false;
    }
    return true;
}

Test(zscore, survey)
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
