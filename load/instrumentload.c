/* All instruments of a folder into the warehouse: review.instrument and what belongs to one. */
#include "catalogue.h"
#include "instrument.h"

#include "sql/load/catalog-instruments.sql.h"

#include <glob.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>

static const char *const instrument_columns[] = {"instrument", "performance_year", "assessment_year",
                                                 "name",       "confirmed",        "source",
                                                 "province",   "data_period",      "decimals",
                                                 "rule",       "rounding",         "ties",
                                                 "tie_by",     "publication",      "best",
                                                 "ranked",     "published_score",  "published_rank",
                                                 "tolerance",  "score_max",        NULL};
static const char *const node_columns[] = {"instrument", "node",   "parent",  "place",    "kind",
                                           "name",       "weight", "source",  "standard", "direction",
                                           "low",        "high",   "maximum", "decimals", "missing",
                                           "assessors",  "roles",  "given",   "needed",   NULL};
static const char *const grade_columns[] = {"instrument", "grade", "score", NULL};
static const char *const descriptor_columns[] = {"instrument", "item", "grade", "description", NULL};
static const char *const award_columns[] = {"instrument", "award", "place",   "name",
                                            "node",       "item",  "holders", NULL};

static bool put_row(struct pg_copy *copy, const struct str *fields, const char *const *columns, struct err *e)
{
    for (size_t i = 0; columns[i]; i++)
        if (!pg_copy_field(copy, fields[i], false, i == 0, e))
            return false;
    return pg_copy_row(copy, e);
}

static struct str number(char text[static 24], size_t value)
{
    snprintf(text, 24, "%zu", value);
    return str_c(text);
}

static bool put_instrument(struct pg_copy *copy, const struct instrument *in, struct err *e)
{
    const struct str fields[] = {in->id,        in->performance_year, in->assessment_year,
                                 in->name,      in->confirmed,        in->source,
                                 in->province,  in->data_period,      in->decimals,
                                 in->assessors, in->rounding,         in->ties,
                                 in->tie_by,    in->publication,      in->best,
                                 in->ranked,    in->published_score,  in->published_rank,
                                 in->tolerance, in->score_max};
    return put_row(copy, fields, instrument_columns, e);
}

static bool put_nodes(struct pg_copy *copy, const struct instrument *in, struct err *e)
{
    for (size_t i = 0; i < in->nodes; i++) {
        const struct instrument_node *n = &in->node[i];
        char place[24];
        const struct str fields[] = {in->id,       n->code,   n->parent,  number(place, i), n->kind,
                                     n->name,      n->weight, n->source,  n->standard,      n->direction,
                                     n->low,       n->high,   n->maximum, n->decimals,      n->missing,
                                     n->assessors, n->roles,  n->given,   n->requirement};
        if (!put_row(copy, fields, node_columns, e))
            return false;
    }
    return true;
}

static bool put_grades(struct pg_copy *copy, const struct instrument *in, struct err *e)
{
    for (size_t i = 0; i < in->grades; i++) {
        const struct str fields[] = {in->id, in->grade[i].code, in->grade[i].score};
        if (!put_row(copy, fields, grade_columns, e))
            return false;
    }
    return true;
}

static bool put_descriptors(struct pg_copy *copy, const struct instrument *in, struct err *e)
{
    for (size_t i = 0; i < in->descriptors; i++) {
        const struct instrument_text *d = &in->descriptor[i];
        const struct str fields[] = {in->id, d->item, d->grade, d->text};
        if (!put_row(copy, fields, descriptor_columns, e))
            return false;
    }
    return true;
}

static bool put_awards(struct pg_copy *copy, const struct instrument *in, struct err *e)
{
    for (size_t i = 0; i < in->awards; i++) {
        const struct instrument_award *w = &in->award[i];
        char place[24];
        const struct str fields[] = {in->id, w->code,    number(place, i), w->name,
                                     w->by,  w->decided, w->holders};
        if (!put_row(copy, fields, award_columns, e))
            return false;
    }
    return true;
}

static const struct part {
    const char *table, *const *columns;
    bool (*put)(struct pg_copy *copy, const struct instrument *in, struct err *e);
} parts[] = {
    {"input", instrument_columns, put_instrument}, {"node", node_columns, put_nodes},
    {"grade", grade_columns, put_grades},          {"descriptor", descriptor_columns, put_descriptors},
    {"award", award_columns, put_awards},
};

static bool put_all(struct pg *pg, const struct instrument *all, size_t n, struct err *e)
{
    for (const struct part *p = parts; p < parts + sizeof parts / sizeof *parts; p++) {
        struct pg_copy copy;
        if (!catalogue_table(pg, p->table, p->columns, e) || !catalogue_copy(pg, p->table, &copy, e))
            return false;
        for (size_t i = 0; i < n; i++)
            if (!p->put(&copy, &all[i], e)) {
                pg_copy_abandon(&copy);
                return false;
            }
        if (!pg_copy_end(&copy, e))
            return false;
    }
    return true;
}

static bool distinct_ids(const struct instrument *all, size_t n, char **paths, struct err *e)
{
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < i; k++)
            if (str_eq(all[i].id, all[k].id)) {
                err_set(e, ST_CONFIG, "two instruments have the id '%.*s'", STR_ARG(all[i].id));
                return err_place(e, "%s, %s", paths[k], paths[i]);
            }
    return true;
}

bool catalogue_instruments(struct pg *pg, const char *etc, struct catalogue_counts *counts, struct err *e)
{
    char pattern[PATH_MAX];
    glob_t files;
    struct arena a = {0};
    bool ok = true;
    snprintf(pattern, sizeof pattern, "%s/instruments/*.ini", etc);
    *counts = (struct catalogue_counts){0};
    if (glob(pattern, 0, NULL, &files) != 0) {
        err_set(e, ST_NOINPUT, "no instrument '%s'", pattern);
        return err_hint(e, "is --etc (or KP2S_ETC) right?");
    }
    struct instrument *all = mem_alloc(files.gl_pathc * sizeof *all);
    for (size_t i = 0; ok && i < files.gl_pathc; i++)
        ok = instrument_read(files.gl_pathv[i], &a, &all[i], e);
    counts->rows = (long)files.gl_pathc;
    ok = ok && distinct_ids(all, files.gl_pathc, files.gl_pathv, e) && put_all(pg, all, files.gl_pathc, e) &&
         catalogue_merge(pg, "select null where false", sql_load_catalog_instruments, counts, pattern, e);
    free(all);
    globfree(&files);
    arena_done(&a);
    return ok;
}
