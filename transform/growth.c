#include "growth.h"

#include "csv.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct lms {
    double l, m, s;
};

enum { DAYS = GROWTH_LAST_DAY + 1, LENGTH_FROM = 450, LENGTH_TO = 1100, HEIGHT_FROM = 650, HEIGHT_TO = 1200 };

struct growth {
    struct lms height_age[2][DAYS], weight_age[2][DAYS];
    struct lms weight_length[2][LENGTH_TO - LENGTH_FROM + 1]; /* by tenths of a cm */
    struct lms weight_height[2][HEIGHT_TO - HEIGHT_FROM + 1];
};

/* --- reading the standards --- */

struct standard {
    const char *file;
    double step; /* rows per unit of the second column */
    int from, rows;
    struct lms *row[2];
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
    long i = lround(at * t->step) - t->from;
    if ((sex != 1 && sex != 2) || i < 0 || i >= t->rows || row.m <= 0 || row.s <= 0)
        return false;
    t->row[sex == 2][i] = row;
    return true;
}

/* The files are tab-separated and hold no commas: each line is one field of the CSV reader. */
static bool read_standard(const struct standard *t, const char *folder, struct err *e)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", folder, t->file);
    struct csv *csv = csv_open(path, e);
    if (!csv)
        return false;
    struct csv_record line;
    int got = csv_next(csv, &line, e); /* the heading */
    long rows = 0;
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
    if (got == 0 && rows != 2L * t->rows) {
        err_set(e, ST_CONFIG, "growth standard '%s' has %ld rows where %d are needed", path, rows,
                2 * t->rows);
        return false;
    }
    return got == 0;
}

struct growth *growth_open(const char *folder, struct err *e)
{
    struct growth *g = mem_alloc(sizeof *g);
    const struct standard standards[] = {
        {"lhfa.tsv.gz", 1, 0, DAYS, {g->height_age[0], g->height_age[1]}},
        {"wfa.tsv.gz", 1, 0, DAYS, {g->weight_age[0], g->weight_age[1]}},
        {"wfl.tsv.gz",
         10,
         LENGTH_FROM,
         LENGTH_TO - LENGTH_FROM + 1,
         {g->weight_length[0], g->weight_length[1]}},
        {"wfh.tsv.gz",
         10,
         HEIGHT_FROM,
         HEIGHT_TO - HEIGHT_FROM + 1,
         {g->weight_height[0], g->weight_height[1]}},
    };
    for (size_t i = 0; i < sizeof standards / sizeof *standards; i++)
        if (!read_standard(&standards[i], folder, e)) {
            growth_close(g);
            return NULL;
        }
    return g;
}

void growth_close(struct growth *g)
{
    free(g);
}

/* --- scores --- */

/* The measure that lies k standard deviations from the median. */
static double at_sd(struct lms t, double k)
{
    return t.m * pow(1 + t.l * t.s * k, 1 / t.l);
}

static double plain(struct lms t, double y)
{
    return (pow(y / t.m, t.l) - 1) / (t.l * t.s);
}

static double restricted(struct lms t, double y)
{
    double z = plain(t, y);
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

/* L, M, S at a length between two steps of 0.1 cm. False outside the table. */
static bool between(const struct lms *table, int from, int to, double cm, struct lms *t)
{
    double tenths = cm * 10, below = floor(tenths + 1e-6), part = tenths - below;
    if (below < from || below > to || (below == to && part > 1e-6))
        return false;
    const struct lms *a = table + (int)below - from;
    if (part <= 1e-6) {
        *t = *a;
        return true;
    }
    t->l = a[0].l + part * (a[1].l - a[0].l);
    t->m = a[0].m + part * (a[1].m - a[0].m);
    t->s = a[0].s + part * (a[1].s - a[0].s);
    return true;
}

static void put(struct growth_scores *out, enum growth_index index, double z)
{
    static const int low[] = {-600, -600, -500}, high[] = {600, 500, 500};
    if (!isfinite(z) || fabs(z) >= 1000)
        return;
    out->z[index] = (int)lround(z * 100); /* half away from zero */
    out->flagged[index] = out->z[index] < low[index] || out->z[index] > high[index];
}

void growth_scores(const struct growth *g, const struct growth_child *c, struct growth_scores *out)
{
    enum { LYING_BEFORE = 731, NINE_MONTHS = 274 /* 9 × 30.4375 = 273.9 days */ };
    *out = (struct growth_scores){.z = {GROWTH_NONE, GROWTH_NONE, GROWTH_NONE}};
    if (c->age_days < 0 || c->age_days > GROWTH_LAST_DAY)
        return;
    bool length = c->age_days < LYING_BEFORE;
    char position = c->position == 'h' && c->age_days < NINE_MONTHS ? 0 : c->position;
    double cm = c->height;
    if (length && position == 'h')
        cm += 0.7;
    if (!length && position == 'l')
        cm -= 0.7;
    if (c->height > 0)
        put(out, GROWTH_HA, plain(g->height_age[c->sex][c->age_days], cm));
    if (c->weight <= 0 || c->oedema)
        return;
    put(out, GROWTH_WA, restricted(g->weight_age[c->sex][c->age_days], c->weight));
    struct lms t;
    if (c->height > 0 && (length ? between(g->weight_length[c->sex], LENGTH_FROM, LENGTH_TO, cm, &t)
                                 : between(g->weight_height[c->sex], HEIGHT_FROM, HEIGHT_TO, cm, &t)))
        put(out, GROWTH_WH, restricted(t, c->weight));
}

/* --- categories (Permenkes 2/2020): upper bound in hundredths, inclusive except where it is a lower cut-off
 * --- */

struct category {
    int below; /* z < below */
    const char *text;
};

static const struct category height_age[] = {
    {-300, "Sangat pendek"}, {-200, "Pendek"}, {301, "Normal"}, {0, "Tinggi"}};
static const struct category weight_age[] = {{-300, "Berat badan sangat kurang"},
                                             {-200, "Berat badan kurang"},
                                             {101, "Berat badan normal"},
                                             {0, "Risiko berat badan lebih"}};
static const struct category weight_height[] = {{-300, "Gizi buruk"}, {-200, "Gizi kurang"},
                                                {101, "Gizi baik"},   {201, "Berisiko gizi lebih"},
                                                {301, "Gizi lebih"},  {0, "Obesitas"}};

static const struct category *categories(enum growth_index index, size_t *n)
{
    *n = index == GROWTH_WH ? 6 : 4;
    return index == GROWTH_HA ? height_age : index == GROWTH_WA ? weight_age : weight_height;
}

const char *growth_category(enum growth_index index, int z)
{
    size_t n;
    const struct category *c = categories(index, &n);
    for (size_t i = 0; i + 1 < n; i++)
        if (z < c[i].below)
            return c[i].text;
    return c[n - 1].text;
}

const char *growth_lowest(enum growth_index index)
{
    size_t n;
    return categories(index, &n)->text;
}

/* Words without "berat badan", "bb", "gizi", in lower case; the place in the index's table. */
static const struct {
    enum growth_index index;
    const char *word;
    int place;
} words[] = {
    {GROWTH_HA, "sangat pendek", 0}, {GROWTH_HA, "pendek", 1},        {GROWTH_HA, "normal", 2},
    {GROWTH_HA, "tinggi", 3},        {GROWTH_WA, "sangat kurang", 0}, {GROWTH_WA, "buruk", 0},
    {GROWTH_WA, "kurang", 1},        {GROWTH_WA, "normal", 2},        {GROWTH_WA, "baik", 2},
    {GROWTH_WA, "risiko lebih", 3},  {GROWTH_WA, "lebih", 3},         {GROWTH_WH, "buruk", 0},
    {GROWTH_WH, "sangat kurus", 0},  {GROWTH_WH, "kurang", 1},        {GROWTH_WH, "kurus", 1},
    {GROWTH_WH, "baik", 2},          {GROWTH_WH, "normal", 2},        {GROWTH_WH, "berisiko lebih", 3},
    {GROWTH_WH, "risiko lebih", 3},  {GROWTH_WH, "lebih", 4},         {GROWTH_WH, "gemuk", 4},
    {GROWTH_WH, "obesitas", 5},
};

static bool idle(const char *word, size_t len)
{
    return (len == 4 && memcmp(word, "gizi", 4) == 0) || (len == 5 && memcmp(word, "berat", 5) == 0) ||
           (len == 5 && memcmp(word, "badan", 5) == 0) || (len == 2 && memcmp(word, "bb", 2) == 0);
}

const char *growth_category_of(enum growth_index index, const char *word)
{
    char folded[64];
    size_t len = 0;
    while (*word) {
        size_t n = strcspn(word, " ");
        char part[32];
        if (n >= sizeof part || len + n + 1 >= sizeof folded)
            return NULL;
        for (size_t i = 0; i < n; i++)
            part[i] = (char)(word[i] >= 'A' && word[i] <= 'Z' ? word[i] + 32 : word[i]);
        if (n > 0 && !idle(part, n)) {
            if (len > 0)
                folded[len++] = ' ';
            memcpy(folded + len, part, n);
            len += n;
        }
        word += n + (word[n] == ' ');
    }
    folded[len] = '\0';
    size_t count;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (words[i].index == index && strcmp(words[i].word, folded) == 0)
            return categories(index, &count)[words[i].place].text;
    return NULL;
}
