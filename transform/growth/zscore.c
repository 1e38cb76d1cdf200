#include "zscore.h"

#include "csv.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct lms {
    double l, m, s;
};

enum {
    DAYS = ZSCORE_LAST_DAY + 1,
    ARM_FROM = 91,
    NINE_MONTHS = 274, /* 9 months are 273.9 days */
    /* tenths of a cm */
    LENGTH_FROM = 450,
    LENGTH_TO = 1100,
    HEIGHT_FROM = 650,
    HEIGHT_TO = 1200,
    STANDING_LENGTH = 870, /* from which a child of unknown age is taken as standing */
};

struct zscore {
    /* all that a child of one day needs stands together; of ZSCORE_WH nothing; an M of 0 before the first day
     */
    struct lms by_age[2][DAYS][ZSCORE_INDICES];
    struct lms by_length[2][LENGTH_TO - LENGTH_FROM + 1];
    struct lms by_height[2][HEIGHT_TO - HEIGHT_FROM + 1];
};

/* --- reading the standards --- */

struct standard {
    const char *file;
    int step; /* rows per unit of the second column */
    int from, to;
    struct lms *first[2]; /* the row of `from`, boys and girls */
    int apart;            /* of rows in memory */
};

static bool number_field(struct str *rest, double *value)
{
    struct str field = str_cut(rest, '\t');
    char text[32];
    if (field.len == 0 || field.len >= sizeof text)
        return false;
    memcpy(text, field.ptr, field.len);
    text[field.len] = '\0';
    char *end;
    *value = strtod(text, &end);
    return *end == '\0';
}

/* One line: sex, age or length, l, m, s. */
static bool take_row(const struct standard *t, struct str line)
{
    double sex, at;
    struct lms row;
    if (!number_field(&line, &sex) || !number_field(&line, &at) || !number_field(&line, &row.l) ||
        !number_field(&line, &row.m) || !number_field(&line, &row.s))
        return false;
    long i = lround(at * t->step);
    if ((sex != 1 && sex != 2) || i < t->from || i > t->to || row.l == 0 || row.m <= 0 || row.s <= 0)
        return false;
    t->first[sex == 2][(i - t->from) * t->apart] = row;
    return true;
}

/* The files are tab-separated and hold no commas: each line is one field of the CSV reader. */
static bool read_standard(const struct standard *t, const char *folder, struct err *e)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/%s.tsv.gz", folder, t->file);
    struct csv *csv = csv_open(path, e);
    if (!csv)
        return false;
    struct csv_record line;
    int got = csv_next(csv, &line, e); /* the heading */
    long rows = 0, needed = 2L * (t->to - t->from + 1);
    while (got == 1 && (got = csv_next(csv, &line, e)) == 1) {
        if (!take_row(t, line.field[0])) {
            err_set(e, ST_CONFIG, "not a row of a growth standard");
            err_place(e, "%s, line %ld", path, line.line);
            got = -1;
        } else {
            rows++;
        }
    }
    csv_close(csv);
    if (got == 0 && rows != needed)
        return err_set(e, ST_CONFIG, "growth standard '%s' has %ld rows where %ld are needed", path, rows,
                       needed);
    return got == 0;
}

struct zscore *zscore_open(const char *folder, struct err *e)
{
    struct zscore *z = mem_alloc(sizeof *z);
#define BY_AGE(index, day) {&z->by_age[0][day][index], &z->by_age[1][day][index]}, ZSCORE_INDICES
    const struct standard standards[] = {
        {"lhfa", 1, 0, ZSCORE_LAST_DAY, BY_AGE(ZSCORE_HA, 0)},
        {"wfa", 1, 0, ZSCORE_LAST_DAY, BY_AGE(ZSCORE_WA, 0)},
        {"bfa", 1, 0, ZSCORE_LAST_DAY, BY_AGE(ZSCORE_BA, 0)},
        {"hcfa", 1, 0, ZSCORE_LAST_DAY, BY_AGE(ZSCORE_HC, 0)},
        {"acfa", 1, ARM_FROM, ZSCORE_LAST_DAY, BY_AGE(ZSCORE_AC, ARM_FROM)},
        {"wfl", 10, LENGTH_FROM, LENGTH_TO, {z->by_length[0], z->by_length[1]}, 1},
        {"wfh", 10, HEIGHT_FROM, HEIGHT_TO, {z->by_height[0], z->by_height[1]}, 1},
    };
#undef BY_AGE
    for (size_t i = 0; i < sizeof standards / sizeof *standards; i++)
        if (!read_standard(&standards[i], folder, e)) {
            zscore_close(z);
            return NULL;
        }
    return z;
}

void zscore_close(struct zscore *z)
{
    free(z);
}

/* --- scores --- */

/* The measure that lies k standard deviations from the median. */
static double at_sd(const struct lms *t, double k)
{
    return t->m * pow(1 + t->l * t->s * k, 1 / t->l);
}

/* Restricted beyond 3 SD; where L is 1 the steps between SDs are equal, and it is the plain formula. */
static double score(const struct lms *t, double y)
{
    if (t->l == 1)
        return (y / t->m - 1) / t->s;
    double z = (pow(y / t->m, t->l) - 1) / (t->l * t->s);
    if (z > 3) {
        double sd3 = at_sd(t, 3);
        return 3 + (y - sd3) / (sd3 - at_sd(t, 2));
    }
    if (z < -3) {
        double sd3 = at_sd(t, -3);
        return -3 + (y - sd3) / (at_sd(t, -2) - sd3);
    }
    return z;
}

static void put(struct zscore_result *out, enum zscore_index index, const struct lms *t, double y)
{
    static const int low[] = {-600, -600, -500, -500, -500, -500}, high[] = {600, 500, 500, 500, 500, 500};
    if (y <= 0 || t->m == 0)
        return;
    double z = score(t, y);
    if (!(fabs(z) < INT_MAX / 100))
        return;
    out->z[index] = (int)lround(z * 100); /* half away from zero */
    out->flagged[index] = out->z[index] < low[index] || out->z[index] > high[index];
}

/* L, M, S at a length between two steps of 0.1 cm. False outside the table. */
static bool between(const struct lms *table, int from, int to, double cm, struct lms *t)
{
    double tenths = cm * 10, below = floor(tenths + 1e-6), part = tenths - below;
    if (below < from || below > to || (below == to && part > 1e-6))
        return false;
    const struct lms *a = table + (int)below - from;
    *t = a[0];
    if (part > 1e-6) {
        t->l += part * (a[1].l - a[0].l);
        t->m += part * (a[1].m - a[0].m);
        t->s += part * (a[1].s - a[0].s);
    }
    return true;
}

bool zscore_too_young_to_stand(const struct zscore_child *c)
{
    return c->age_days != ZSCORE_NO_AGE && c->age_days < NINE_MONTHS && c->position == 'h';
}

/* Whether the standards of length, not of height, are the child's. */
static bool is_length(const struct zscore_child *c)
{
    if (c->age_days != ZSCORE_NO_AGE)
        return c->age_days < ZSCORE_STANDING_FROM;
    return c->position ? c->position == 'l' : c->height * 10 < STANDING_LENGTH;
}

static double adjusted(const struct zscore_child *c)
{
    if (c->height <= 0)
        return 0;
    if (c->age_days == ZSCORE_NO_AGE || zscore_too_young_to_stand(c))
        return c->height;
    if (c->age_days < ZSCORE_STANDING_FROM)
        return c->position == 'h' ? c->height + 0.7 : c->height;
    return c->position == 'l' ? c->height - 0.7 : c->height;
}

void zscore_expect(const struct zscore *z, enum zscore_sex sex, int age_days)
{
    if (age_days < 0 || age_days > ZSCORE_LAST_DAY)
        return;
    const char *day = (const char *)z->by_age[sex][age_days];
    __builtin_prefetch(day);
    __builtin_prefetch(day + sizeof z->by_age[0][0] / 2);
}

void zscore_compute(const struct zscore *z, const struct zscore_child *c, struct zscore_result *out)
{
    double weight = c->oedema ? 0 : c->weight;
    *out = (struct zscore_result){.height = adjusted(c)};
    for (size_t i = 0; i < ZSCORE_INDICES; i++)
        out->z[i] = ZSCORE_NONE;
    if (c->weight > 0 && out->height > 0)
        out->bmi = c->weight / (out->height * out->height / 1e4);
    if (c->age_days > ZSCORE_LAST_DAY)
        return;
    struct lms t;
    if (weight > 0 && (is_length(c) ? between(z->by_length[c->sex], LENGTH_FROM, LENGTH_TO, out->height, &t)
                                    : between(z->by_height[c->sex], HEIGHT_FROM, HEIGHT_TO, out->height, &t)))
        put(out, ZSCORE_WH, &t, weight);
    if (c->age_days == ZSCORE_NO_AGE)
        return;
    const double measure[] = {[ZSCORE_HA] = out->height,
                              [ZSCORE_WA] = weight,
                              [ZSCORE_BA] = c->oedema ? 0 : out->bmi,
                              [ZSCORE_HC] = c->head,
                              [ZSCORE_AC] = c->arm};
    for (enum zscore_index i = 0; i < ZSCORE_INDICES; i++)
        if (i != ZSCORE_WH)
            put(out, i, &z->by_age[c->sex][c->age_days][i], measure[i]);
}
