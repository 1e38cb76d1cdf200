/* Values of the further forms' rows: counts that are drawn, sums and percentages that follow, choices. */
#include "form.h"

#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int column_named(const struct form_work *w, const char *name, size_t length)
{
    const struct form_column *c = w->sheet->columns;
    for (int i = 0; c[i].heading; i++)
        if (c[i].name && strlen(c[i].name) == length && memcmp(c[i].name, name, length) == 0)
            return i;
    fprintf(stderr, "%s: no column '%.*s'\n", w->form->layout, (int)length, name);
    BUG("a form names a column that it does not have");
}

int form_column(const struct form_work *w, const char *name)
{
    return column_named(w, name, strlen(name));
}

/* The sum that names and numbers with + and - between them make, up to a "/" or the end. */
static double sum_of(struct form_work *w, const char **expression, bool *missing)
{
    double sum = 0;
    const char *p = *expression;
    while (*p && *p != '/') {
        int sign = *p == '-' ? -1 : 1;
        p += *p == '-' || *p == '+';
        size_t length = strcspn(p, "+-/");
        if (isdigit((unsigned char)*p)) {
            sum += sign * strtod(p, NULL);
        } else {
            struct form_value *v = form_value(w, column_named(w, p, length));
            sum += sign * v->number;
            *missing = *missing || v->missing;
        }
        p += length;
    }
    *expression = p;
    return sum;
}

static double drawn_share(struct form_work *w, double mean)
{
    return (mean > 0 ? mean : 0.8) * (0.85 + 0.3 * rng_unit(&w->rng));
}

static void draw_count(struct form_work *w, const struct form_column *c, struct form_value *v)
{
    double whole = 0;
    if (c->of) {
        struct form_value *of = form_value(w, form_column(w, c->of));
        whole = of->number;
        v->number = fmin(whole, round(whole * drawn_share(w, c->share)));
    } else {
        const struct regency *g = w->regency ? w->regency : w->g;
        for (size_t i = 0; i < g->villages; i++) {
            const struct village *u = &g->village[i];
            bool inside = w->village ? u == w->village : !w->district || u->district == w->district;
            whole += inside ? u->families : 0;
        }
        v->number = round(whole * drawn_share(w, c->share));
    }
    v->missing = !w->sheet->filled && rng_chance(&w->rng, 0.01);
    if (v->missing)
        v->number = 0;
}

void form_choose(const char *option, struct form_value *v)
{
    size_t length = strcspn(option, "|"), cell = strcspn(option, "=|");
    v->cell = option;
    v->cell_length = (int)cell;
    v->meaning = cell < length ? option + cell + 1 : option;
    v->meaning_length = (int)(cell < length ? length - cell - 1 : length);
}

static const char *option_at(const char *options, int n)
{
    while (n-- > 0)
        options = strchr(options, '|') + 1;
    return options;
}

static int options_in(const char *options)
{
    int n = 1;
    for (const char *p = options; (p = strchr(p, '|')); p++)
        n++;
    return n;
}

static void draw_choice(struct form_work *w, const struct form_column *c, struct form_value *v)
{
    int n = options_in(c->text), at;
    if (c->share > 0 && n > 1)
        at = rng_chance(&w->rng, c->share) ? 0 : rng_between(&w->rng, 1, n - 1);
    else
        at = rng_below(&w->rng, n);
    form_choose(option_at(c->text, at), v);
}

struct form_value *form_value(struct form_work *w, int column)
{
    const struct form_column *c = &w->sheet->columns[column];
    struct form_value *v = &w->value[column];
    if (v->drawn)
        return v;
    *v = (struct form_value){.drawn = true};
    const char *expression = c->of;
    if (c->what == COLUMN_COUNT) {
        draw_count(w, c, v);
    } else if (c->what == COLUMN_CALC) {
        double sum = sum_of(w, &expression, &v->missing);
        v->number = v->missing ? 0 : round(sum * 10) / 10;
    } else if (c->what == COLUMN_RATIO) {
        double n = sum_of(w, &expression, &v->missing);
        expression++;
        double d = sum_of(w, &expression, &v->missing);
        v->missing = v->missing || d == 0;
        v->number = v->missing ? 0 : round(1000 * n / d) / 10;
    } else if (c->what == COLUMN_RATE) {
        v->number = fmin(100, round(1000 * drawn_share(w, c->share)) / 10);
    } else if (c->what == COLUMN_CHOICE) {
        draw_choice(w, c, v);
    } else if (c->what == COLUMN_ITEM) {
        form_choose(w->item, v);
    }
    return v;
}
