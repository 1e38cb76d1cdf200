#include "review.h"

#include "out.h"

#include <limits.h>
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void review_begin(struct review *r, const struct catalogue *c, const struct province *p, int year)
{
    *r = (struct review){.catalogue = c, .province = p, .year = year};
    r->regency = mem_alloc(p->regencies * sizeof *r->regency);
}

void review_end(struct review *r)
{
    free(r->regency);
}

static struct review_regency *of(struct review *r, const struct regency *g)
{
    return &r->regency[g->ordinal];
}

void review_figure(struct review *r, const struct regency *g, const char *indicator, long numerator,
                   long denominator)
{
    ptrdiff_t i = catalogue_indicator(r->catalogue, indicator) - r->catalogue->indicator;
    of(r, g)->covered[i] = true;
    of(r, g)->numerator[i] += numerator;
    of(r, g)->denominator[i] += denominator;
}

void review_child(struct review *r, const struct regency *g, long haz)
{
    of(r, g)->measured++;
    of(r, g)->stunted += haz < -200;
    of(r, g)->severe += haz < -300;
}

void review_person(struct review *r, const struct regency *g, int quarter, int received, int due)
{
    struct review_regency *v = of(r, g);
    if (quarter < v->quarter)
        return;
    if (quarter > v->quarter) {
        v->received = v->due = v->persons = v->complete = 0;
        v->quarter = quarter;
    }
    v->received += received;
    v->due += due;
    v->persons += due > 0;
    v->complete += due > 0 && received == due;
}

void review_grade(struct review *r, const struct regency *g, int item, double score)
{
    of(r, g)->grade_sum[item] += score;
    of(r, g)->grades[item]++;
}

void review_sent(struct review *r, const struct regency *g, int form)
{
    of(r, g)->sent[form] = true;
    if (form >= r->forms)
        r->forms = form + 1;
}

/* 100 n / d with two decimals, half away from zero; empty when d is 0. */
static const char *percent(long n, long d, char text[32])
{
    if (d == 0)
        return strcpy(text, "");
    long hundredths = (20000 * n + d) / (2 * d);
    snprintf(text, 32, "%ld.%02ld", hundredths / 100, hundredths % 100);
    return text;
}

static void put(struct out *o, const char *format, ...) __attribute__((format(printf, 2, 3)));
static void put(struct out *o, const char *format, ...)
{
    char line[300];
    va_list args;
    va_start(args, format);
    int n = vsnprintf(line, sizeof line, format, args);
    va_end(args);
    if (n < 0 || n >= (int)sizeof line)
        BUG("a line of the review is too long");
    out_write(o, line, (size_t)n);
}

/* --- tables: one function for each file, called for one kabupaten/kota --- */

static void put_coverage(struct out *o, const struct review *r, const struct regency *g)
{
    const struct review_regency *v = &r->regency[g->ordinal];
    char text[32];
    for (int i = 0; i < r->catalogue->indicators; i++)
        if (v->covered[i])
            put(o, "%s,%s,%ld,%ld,%s\n", g->code, r->catalogue->indicator[i].code, v->numerator[i],
                v->denominator[i], percent(v->numerator[i], v->denominator[i], text));
}

static void put_prevalence(struct out *o, const struct review *r, const struct regency *g)
{
    const struct review_regency *v = &r->regency[g->ordinal];
    char text[32];
    if (v->measured > 0)
        put(o, "%s,%ld,%ld,%ld,%s\n", g->code, v->measured, v->stunted, v->severe,
            percent(v->stunted, v->measured, text));
}

static void put_convergence(struct out *o, const struct review *r, const struct regency *g)
{
    const struct review_regency *v = &r->regency[g->ordinal];
    char text[32], complete[32];
    if (v->quarter > 0)
        put(o, "%s,%d-Q%d,%ld,%ld,%s,%ld,%ld,%s\n", g->code, r->year, v->quarter, v->received, v->due,
            percent(v->received, v->due, text), v->persons, v->complete,
            percent(v->complete, v->persons, complete));
}

static double aksi_score(const struct review *r, const struct regency *g, int aksi)
{
    const struct review_regency *v = &r->regency[g->ordinal];
    const struct instrument *in = &r->catalogue->instrument;
    double sum = 0;
    for (int i = 0; i < in->items; i++)
        if (in->item[i].aksi == aksi && v->grades[i] > 0)
            sum += in->item[i].weight * v->grade_sum[i] / v->grades[i];
    return sum;
}

static void put_assessment(struct out *o, const struct review *r, const struct regency *g)
{
    for (int aksi = 1; aksi <= 8; aksi++)
        put(o, "%s,%d,%.6f\n", g->code, aksi, aksi_score(r, g, aksi));
}

/* --- the composite score --- */

static double coverage_component(const struct review *r, const struct regency *g)
{
    const struct review_regency *v = &r->regency[g->ordinal];
    double sum = 0;
    int n = 0;
    for (int i = 0; i < r->catalogue->indicators; i++) {
        const struct indicator *in = &r->catalogue->indicator[i];
        const struct target *t = catalogue_target(r->catalogue, in->code, g->code);
        if (!t || v->denominator[i] == 0)
            continue;
        double reached = 100.0 * (double)v->numerator[i] / (double)v->denominator[i];
        n++;
        if (in->down)
            sum += reached <= t->value ? 100 : 100 * t->value / reached;
        else
            sum += fmin(100, 100 * reached / t->value);
    }
    return n ? sum / n : 0;
}

static double score_of(const struct review *r, const struct regency *g)
{
    const struct review_regency *v = &r->regency[g->ordinal];
    const struct instrument *in = &r->catalogue->instrument;
    double aksi = 0, sent = 0;
    for (int a = 1; a <= 8; a++)
        aksi += aksi_score(r, g, a);
    for (int f = 0; f < r->forms; f++)
        sent += v->sent[f];
    double convergence = v->due ? 100.0 * (double)v->received / (double)v->due : 0;
    double prevalence = v->measured ? 100 - 100.0 * (double)v->stunted / (double)v->measured : 0;
    return in->weight.aksi * 100 * aksi / in->score_max + in->weight.coverage * coverage_component(r, g) +
           in->weight.convergence * convergence + in->weight.prevalence * prevalence +
           in->weight.data * (r->forms ? 100 * sent / r->forms : 0);
}

static void put_ranking(struct out *o, const struct review *r, const struct regency *g)
{
    const double same = 1e-9;
    double score = score_of(r, g);
    int rank = 1;
    for (size_t i = 0; i < r->province->regencies; i++) {
        double other = score_of(r, &r->province->regency[i]);
        bool counts = other > score + same;
        for (size_t j = 0; counts && r->catalogue->instrument.dense && j < i; j++)
            counts = fabs(score_of(r, &r->province->regency[j]) - other) > same;
        rank += counts;
    }
    put(o, "%s,%.6f,%d\n", g->code, score, rank);
}

static bool write_table(const struct review *r, const char *dir, const char *name, const char *columns,
                        void (*fill)(struct out *, const struct review *, const struct regency *),
                        struct err *e)
{
    char path[PATH_MAX];
    snprintf(path, sizeof path, "%s/review-%s.csv", dir, name);
    struct out *o = out_open(path, e);
    if (!o)
        return false;
    put(o, "%s\n", columns);
    for (size_t i = 0; i < r->province->regencies; i++)
        fill(o, r, &r->province->regency[i]);
    return out_commit(o, e);
}

bool review_write(const struct review *r, const char *dir, struct err *e)
{
    if (!write_table(r, dir, "coverage", "region,indicator,numerator,denominator,percent", put_coverage, e) ||
        !write_table(r, dir, "prevalence", "region,measured,stunted,severely_stunted,percent", put_prevalence,
                     e) ||
        !write_table(r, dir, "convergence",
                     "region,period,received,due,percent,persons,complete,complete_percent", put_convergence,
                     e))
        return false;
    if (!r->catalogue->instrument.found)
        return true;
    return write_table(r, dir, "assessment", "region,aksi,score", put_assessment, e) &&
           write_table(r, dir, "ranking", "region,score,rank", put_ranking, e);
}
