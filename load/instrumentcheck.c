/* Whether what was read of an instrument fits together: keys, the tree, and what points into it. */
#include "instrument.h"

#include <stdio.h>
#include <string.h>

bool instrument_is_leaf(const struct instrument_node *n)
{
    return str_is(n->kind, "item") || str_is(n->kind, "number") || str_is(n->kind, "figure");
}

struct instrument_node *instrument_find(struct instrument *in, struct str code)
{
    for (size_t i = 0; i < in->nodes; i++)
        if (str_eq(in->node[i].code, code))
            return &in->node[i];
    return NULL;
}

static void otherwise(struct str *value, const char *usual)
{
    if (value->len == 0)
        *value = str_c(usual);
}

static bool check_keys(struct instrument *in, struct err *e)
{
    const struct {
        const char *key;
        struct str value;
    } needed[] = {
        {"id", in->id},
        {"name", in->name},
        {"performance_year", in->performance_year},
        {"assessment_year", in->assessment_year},
        {"confirmed", in->confirmed},
        {"source", in->source},
        {"decimals", in->decimals},
        {"assessors", in->assessors},
        {"ties", in->ties},
    };
    for (size_t i = 0; i < sizeof needed / sizeof *needed; i++)
        if (needed[i].value.len == 0)
            return err_set(e, ST_CONFIG, "the key '%s' is missing", needed[i].key);
    otherwise(&in->rounding, "half-up");
    otherwise(&in->publication, "all");
    otherwise(&in->tolerance, "0");
    return true;
}

/* "best 10": the word stays in *text, what follows it is returned. */
static struct str cut_word(struct str *text)
{
    struct str rest = *text;
    *text = str_cut(&rest, ' ');
    return str_trim(rest);
}

static bool check_ties(struct instrument *in, struct err *e)
{
    struct str told = in->ties;
    in->tie_by = cut_word(&in->ties);
    bool alone = str_is(in->ties, "competition") || str_is(in->ties, "dense");
    if ((alone && in->tie_by.len == 0) || (str_is(in->ties, "decided") && in->tie_by.len > 0))
        return true;
    if (!str_is(in->ties, "key") || in->tie_by.len == 0)
        return err_set(e, ST_CONFIG,
                       "'ties' must be competition, dense, key NODE or decided ITEM, not '%.*s'",
                       STR_ARG(told));
    return instrument_find(in, in->tie_by) ||
           err_set(e, ST_CONFIG, "'ties' has the key '%.*s', which is no node", STR_ARG(in->tie_by));
}

static bool check_publication(struct instrument *in, struct err *e)
{
    struct str told = in->publication;
    long number;
    in->best = cut_word(&in->publication);
    if (str_is(in->publication, "best") && str_to_long(in->best, &number) && number > 0 && number < 1000)
        return true;
    if (in->best.len > 0 || !(str_is(in->publication, "all") || str_is(in->publication, "categories")))
        return err_set(e, ST_CONFIG, "'publication' must be all, best N or categories, not '%.*s'",
                       STR_ARG(told));
    if (str_is(in->publication, "categories") && in->awards == 0)
        return err_set(e, ST_CONFIG, "publication of categories, but there is no [award …]");
    return true;
}

/* From the node up to its root. */
static bool check_above(struct instrument *in, struct instrument_node *n, struct err *e)
{
    const struct instrument_node *up = n;
    for (size_t steps = 0; up->parent.len > 0; steps++) {
        const struct instrument_node *above = instrument_find(in, up->parent);
        if (!above) {
            err_set(e, ST_CONFIG, "'%.*s' belongs to '%.*s', which is no node", STR_ARG(up->code),
                    STR_ARG(up->parent));
            return err_hint(e, "declare '%.*s' in [nodes]", STR_ARG(up->parent));
        }
        if (instrument_is_leaf(above))
            return err_set(e, ST_CONFIG, "'%.*s' belongs to '%.*s', which is no node with parts",
                           STR_ARG(up->code), STR_ARG(above->code));
        if (steps == in->nodes)
            return err_set(e, ST_CONFIG, "'%.*s' is a part of itself", STR_ARG(n->code));
        if (instrument_is_leaf(n)) {
            if (n->assessors.len == 0)
                n->assessors = above->assessors;
            if (n->roles.len == 0)
                n->roles = above->roles;
        }
        up = above;
    }
    return true;
}

static bool check_parts(const struct instrument *in, struct instrument_node *n, struct err *e)
{
    long sum = 0, weight = 0;
    bool equal = true;
    otherwise(&n->kind, "sum");
    for (size_t i = 0; i < in->nodes; i++)
        if (str_eq(in->node[i].parent, n->code) && instrument_decimal(in->node[i].weight, &weight)) {
            sum += weight;
            equal = equal && (weight == 0 || weight == 1000000);
        }
    if (sum == 0)
        return err_set(e, ST_CONFIG, "node '%.*s' has no part with a weight", STR_ARG(n->code));
    if (str_is(n->kind, "weighted") && sum != 1000000) {
        err_set(e, ST_CONFIG, "the weights of the parts of '%.*s' sum to %ld.%06ld, not to 1",
                STR_ARG(n->code), sum / 1000000, sum % 1000000);
        return err_hint(e, "mend them, or take the rule sum or mean");
    }
    if (str_is(n->kind, "median") && !equal)
        return err_set(e, ST_CONFIG, "the parts of '%.*s' must have weight 1 (or 0) for a median",
                       STR_ARG(n->code));
    return true;
}

static bool check_leaf(const struct instrument *in, const struct instrument_node *n, struct err *e)
{
    static const char *const figures[] = {"cakupan", "konvergensi", "prevalensi", "data"};
    if (str_is(n->kind, "item") && in->grades == 0)
        return err_set(e, ST_CONFIG, "item '%.*s' needs [grades]", STR_ARG(n->code));
    bool known = !str_is(n->kind, "figure");
    for (size_t i = 0; !known && i < sizeof figures / sizeof *figures; i++)
        known = str_is(n->source, figures[i]);
    if (!known) {
        err_set(e, ST_CONFIG, "there is no figure '%.*s'", STR_ARG(n->source));
        return err_hint(e, "figures: cakupan, konvergensi, prevalensi, data");
    }
    for (size_t i = 0; i < in->nodes; i++)
        if (instrument_is_leaf(&in->node[i]) && str_eq(in->node[i].source, n->source) &&
            !str_eq(in->node[i].kind, n->kind))
            return err_set(e, ST_CONFIG, "'%.*s' is told as %.*s and as %.*s", STR_ARG(n->source),
                           STR_ARG(in->node[i].kind), STR_ARG(n->kind));
    return true;
}

static bool check_standard(struct instrument_node *n, struct err *e)
{
    long low = 0, high = 0;
    bool bounds = n->low.len > 0 || n->high.len > 0;
    if (str_is(n->standard, "percent") && str_is(n->kind, "number") && n->maximum.len == 0)
        return err_set(e, ST_CONFIG, "'%.*s' needs a maximum to be a percentage of it", STR_ARG(n->code));
    if (bounds && !str_is(n->standard, "min-max"))
        return err_set(e, ST_CONFIG, "bounds of '%.*s' are for standard = min-max", STR_ARG(n->code));
    if (n->low.len > 0 && n->high.len > 0 && instrument_decimal(n->low, &low) &&
        instrument_decimal(n->high, &high) && low >= high)
        return err_set(e, ST_CONFIG, "'low' of '%.*s' must be below 'high'", STR_ARG(n->code));
    if (str_is(n->direction, "down") && n->standard.len == 0) {
        err_set(e, ST_CONFIG, "'%.*s' can be turned round on a scale of 100 only", STR_ARG(n->code));
        return err_hint(e, "say standard = percent, max or min-max");
    }
    otherwise(&n->standard, "none");
    otherwise(&n->direction, "up");
    otherwise(&n->missing, "zero");
    return true;
}

static bool is_award(const struct instrument *in, struct str node)
{
    for (size_t i = 0; i < in->awards; i++)
        if (str_eq(in->award[i].by, node))
            return true;
    return false;
}

static bool check_root(struct instrument *in, const struct instrument_node *n, struct err *e)
{
    if (n->parent.len > 0)
        return true;
    if (in->ranked.len == 0)
        in->ranked = n->code;
    if (str_eq(in->ranked, n->code) || is_award(in, n->code))
        return true;
    err_set(e, ST_CONFIG, "'%.*s' belongs to no node and no award goes by it", STR_ARG(n->code));
    return err_hint(e, "the first node without one above it, '%.*s', is ranked", STR_ARG(in->ranked));
}

static bool check_nodes(struct instrument *in, int *line, struct err *e)
{
    for (size_t i = 0; i < in->nodes; i++) {
        struct instrument_node *n = &in->node[i];
        *line = n->line;
        if (!check_above(in, n, e) || !check_root(in, n, e))
            return false;
    }
    for (size_t i = 0; i < in->nodes; i++) {
        struct instrument_node *n = &in->node[i];
        *line = n->line;
        if (!(instrument_is_leaf(n) ? check_leaf(in, n, e) : check_parts(in, n, e)) || !check_standard(n, e))
            return false;
    }
    *line = 0;
    if (in->ranked.len == 0)
        return err_set(e, ST_CONFIG, "there is no node to rank: one whose node above is '-'");
    const struct instrument_node *aksi = instrument_find(in, STR("aksi"));
    in->score_max = (aksi ? aksi : instrument_find(in, in->ranked))->maximum;
    return true;
}

static bool check_awards(struct instrument *in, int *line, struct err *e)
{
    for (size_t i = 0; i < in->awards; i++) {
        struct instrument_award *w = &in->award[i];
        *line = w->line;
        if (w->name.len == 0)
            return err_set(e, ST_CONFIG, "award '%.*s' has no name", STR_ARG(w->code));
        if ((w->by.len > 0) == (w->decided.len > 0))
            return err_set(e, ST_CONFIG,
                           "award '%.*s' goes by a node, or by the item of a decision: one of them",
                           STR_ARG(w->code));
        if (w->by.len > 0 && !instrument_find(in, w->by))
            return err_set(e, ST_CONFIG, "award '%.*s' goes by '%.*s', which is no node", STR_ARG(w->code),
                           STR_ARG(w->by));
        otherwise(&w->holders, "1");
    }
    *line = 0;
    return true;
}

static bool has_grade(const struct instrument *in, struct str code)
{
    for (size_t i = 0; i < in->grades; i++)
        if (str_eq(in->grade[i].code, code))
            return true;
    return false;
}

static bool check_descriptors(struct instrument *in, int *line, struct err *e)
{
    for (size_t i = 0; i < in->descriptors; i++) {
        const struct instrument_text *d = &in->descriptor[i];
        const struct instrument_node *n = instrument_find(in, d->item);
        *line = d->line;
        if (!n || !str_is(n->kind, "item"))
            return err_set(e, ST_CONFIG, "a descriptor of '%.*s', which is no item", STR_ARG(d->item));
        if (!has_grade(in, d->grade))
            return err_set(e, ST_CONFIG, "a descriptor of item '%.*s' has the grade '%.*s', which is none",
                           STR_ARG(d->item), STR_ARG(d->grade));
    }
    *line = 0;
    return true;
}

bool instrument_check(struct instrument *in, int *line, struct err *e)
{
    *line = 0;
    return check_keys(in, e) && check_awards(in, line, e) && check_nodes(in, line, e) && check_ties(in, e) &&
           check_publication(in, e) && check_descriptors(in, line, e);
}
