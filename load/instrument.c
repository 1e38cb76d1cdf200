#include "instrument.h"
#include "inifile.h"

#include <string.h>

enum { SCALE = 1000000 }; /* weights are added up exactly, in millionths */

struct reading {
    struct arena *arena;
    struct instrument *in;
    struct str last; /* the key of the line before, for continued values */
    int last_line;
};

/* The value of a decimal with at most six digits after the point, in millionths. */
static bool decimal(struct str s, long *millionths)
{
    struct str fraction = s, whole = str_cut(&fraction, '.');
    bool point = whole.len < s.len;
    long high, low = 0;
    if (whole.len > 6 || !str_to_long(whole, &high))
        return false;
    if (point && (fraction.len == 0 || fraction.len > 6 || !str_to_long(fraction, &low)))
        return false;
    for (size_t i = fraction.len; point && i < 6; i++)
        low *= 10;
    *millionths = high * SCALE + low;
    return true;
}

static bool whole(struct str s, long low, long high)
{
    long value;
    return str_to_long(s, &value) && value >= low && value <= high;
}

static bool one_of(struct str s, const char *const *words)
{
    for (; *words; words++)
        if (str_is(s, *words))
            return true;
    return false;
}

static bool bad(struct err *e, struct str key, struct str value, const char *wanted)
{
    return err_set(e, ST_CONFIG, "'%.*s' must be %s, not '%.*s'", STR_ARG(key), wanted, STR_ARG(value));
}

/* What a single key must hold. */
static bool fits(struct str key, struct str value, struct err *e)
{
    static const char *const yes_no[] = {"yes", "no", NULL};
    static const char *const assessors[] = {"mean", "median", "chair", NULL};
    static const char *const ties[] = {"competition", "dense", NULL};
    long number;
    if (value.len == 0)
        return bad(e, key, value, "filled");
    if ((str_is(key, "performance_year") || str_is(key, "assessment_year")) && !whole(value, 2000, 2100))
        return bad(e, key, value, "a year");
    if (str_is(key, "confirmed") && !one_of(value, yes_no))
        return bad(e, key, value, "yes or no");
    if (str_is(key, "score_max") && (!decimal(value, &number) || number == 0))
        return bad(e, key, value, "a number above 0");
    if (str_is(key, "decimals") && !whole(value, 0, 6))
        return bad(e, key, value, "0 to 6");
    if (str_is(key, "assessors") && !one_of(value, assessors))
        return bad(e, key, value, "mean, median or chair");
    if (str_is(key, "ties") && !one_of(value, ties))
        return bad(e, key, value, "competition or dense");
    return true;
}

/* Where a key of [instrument] or [scale] goes; NULL: unknown. */
static struct str *single(struct instrument *in, struct str section, struct str key)
{
    const struct {
        const char *section, *key;
        struct str *to;
    } keys[] = {
        {"instrument", "id", &in->id},
        {"instrument", "name", &in->name},
        {"instrument", "performance_year", &in->performance_year},
        {"instrument", "assessment_year", &in->assessment_year},
        {"instrument", "confirmed", &in->confirmed},
        {"instrument", "source", &in->source},
        {"scale", "score_max", &in->score_max},
        {"scale", "decimals", &in->decimals},
        {"scale", "assessors", &in->assessors},
        {"scale", "ties", &in->ties},
    };
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (str_is(section, keys[i].section) && str_is(key, keys[i].key))
            return keys[i].to;
    return NULL;
}

static bool add(struct reading *r, struct instrument_list *list, struct instrument_entry entry, struct err *e)
{
    for (size_t i = 0; i < list->n; i++)
        if (str_eq(list->entry[i].code, entry.code))
            return err_set(e, ST_CONFIG, "'%.*s' stands twice", STR_ARG(entry.code));
    if (list->n == INSTRUMENT_MAX)
        return err_set(e, ST_CONFIG, "more than %d entries in a section", INSTRUMENT_MAX);
    entry.code = arena_dup(r->arena, entry.code);
    entry.aksi = arena_dup(r->arena, entry.aksi);
    entry.weight = arena_dup(r->arena, entry.weight);
    entry.name = arena_dup(r->arena, entry.name);
    list->entry[list->n++] = entry;
    return true;
}

/* code = aksi | weight | text */
static bool add_item(struct reading *r, struct str code, struct str value, struct err *e)
{
    long number;
    struct str aksi = str_trim(str_cut(&value, '|')), weight = str_trim(str_cut(&value, '|'));
    struct str name = str_trim(value);
    if (!whole(aksi, 1, 8) || !decimal(weight, &number) || name.len == 0)
        return bad(e, code, STR("…"), "aksi (1 to 8) | weight | text");
    return add(r, &r->in->items, (struct instrument_entry){code, aksi, weight, name}, e);
}

static bool add_number(struct reading *r, struct instrument_list *list, struct str code, struct str value,
                       struct err *e)
{
    long number;
    if (!decimal(value, &number))
        return bad(e, code, value, "a number");
    return add(r, list, (struct instrument_entry){.code = code, .weight = value}, e);
}

static bool on_key(void *context, struct str section, struct str key, struct str value, int line,
                   struct err *e)
{
    static const char *const components[] = {"aksi", "cakupan", "konvergensi", "prevalensi", "data", NULL};
    struct reading *r = context;
    struct instrument *in = r->in;
    bool continued = str_eq(key, r->last) && line == r->last_line + 1;
    r->last = arena_dup(r->arena, key);
    r->last_line = line;
    if (continued && str_is(section, "items")) {
        struct str *name = &in->items.entry[in->items.n - 1].name;
        *name = arena_printf(r->arena, "%.*s %.*s", STR_ARG(*name), STR_ARG(value));
        return true;
    }
    if (str_is(section, "items"))
        return add_item(r, key, value, e);
    if (str_is(section, "grades"))
        return add_number(r, &in->grades, key, value, e);
    if (str_is(section, "components") && one_of(key, components))
        return add_number(r, &in->components, key, value, e);
    struct str *to = single(in, section, key);
    if (!to)
        return err_set(e, ST_CONFIG, "unknown key '%.*s' in [%.*s]", STR_ARG(key), STR_ARG(section));
    if (to->len > 0 && continued) {
        *to = arena_printf(r->arena, "%.*s %.*s", STR_ARG(*to), STR_ARG(value));
        return fits(key, *to, e);
    }
    if (to->len > 0)
        return err_set(e, ST_CONFIG, "'%.*s' stands twice", STR_ARG(key));
    *to = arena_dup(r->arena, value);
    return fits(key, value, e);
}

static bool complete(const struct instrument *in, struct err *e)
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
        {"score_max", in->score_max},
        {"decimals", in->decimals},
        {"assessors", in->assessors},
        {"ties", in->ties},
    };
    for (size_t i = 0; i < sizeof needed / sizeof *needed; i++)
        if (needed[i].value.len == 0)
            return err_set(e, ST_CONFIG, "the key '%s' is missing", needed[i].key);
    if (in->items.n == 0 || in->grades.n == 0)
        return err_set(e, ST_CONFIG, "the section [%s] is missing or empty",
                       in->items.n == 0 ? "items" : "grades");
    long sum = 0, weight = 0;
    for (size_t i = 0; i < in->components.n; i++) {
        decimal(in->components.entry[i].weight, &weight); /* was checked when read */
        sum += weight;
    }
    if (sum != SCALE)
        return err_set(e, ST_CONFIG, "the weights of [components] sum to %ld.%06ld, not to 1", sum / SCALE,
                       sum % SCALE);
    return true;
}

bool instrument_read(const char *path, struct arena *a, struct instrument *in, struct err *e)
{
    struct reading r = {.arena = a, .in = in};
    *in = (struct instrument){0};
    return ini_read(path, on_key, &r, e) && (complete(in, e) || err_place(e, "%s", path));
}
