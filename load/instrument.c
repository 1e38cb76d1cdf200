#include "instrument.h"
#include "inifile.h"

#include <stddef.h>
#include <string.h>

struct reading {
    struct arena *arena;
    struct instrument *in;
    struct str section;    /* valid during on_key() */
    struct str last;       /* the key of the line before, for continued values */
    struct str *continued; /* the text that the next line may go on */
    int last_line;
};

/* A key that stands alone, what it must hold, and where it goes. */
struct setting {
    const char *key;
    size_t at;         /* of a struct str */
    const char *words; /* one of these; NULL: as fits says */
    bool (*fits)(struct str);
    const char *wanted;
};

bool instrument_decimal(struct str s, long *millionths)
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
    *millionths = high * 1000000 + low;
    return true;
}

static bool whole(struct str s, long low, long high)
{
    long value;
    return str_to_long(s, &value) && value >= low && value <= high;
}
static bool is_year(struct str s)
{
    return whole(s, 2000, 2100);
}
static bool is_province(struct str s)
{
    return s.len == 2 && whole(s, 11, 99);
}
static bool is_decimals(struct str s)
{
    return whole(s, 0, 6);
}
static bool is_holders(struct str s)
{
    return whole(s, 1, 100);
}
static bool is_number(struct str s)
{
    long value;
    return instrument_decimal(s, &value);
}
static bool is_above_zero(struct str s)
{
    long value;
    return instrument_decimal(s, &value) && value > 0;
}
/* Words of small letters with '_', a blank between them: roles as the warehouse compares them. */
static bool is_roles(struct str s)
{
    for (size_t i = 0; i < s.len; i++)
        if (!((s.ptr[i] >= 'a' && s.ptr[i] <= 'z') || s.ptr[i] == '_' ||
              (s.ptr[i] == ' ' && i > 0 && s.ptr[i - 1] != ' ')))
            return false;
    return true;
}

static bool one_of(struct str s, const char *words)
{
    struct str rest = str_c(words);
    while (rest.len > 0)
        if (str_eq(str_cut(&rest, ' '), s))
            return true;
    return false;
}

#define IN(field) offsetof(struct instrument, field)
#define NODE(field) offsetof(struct instrument_node, field)
#define AWARD(field) offsetof(struct instrument_award, field)
static const char assessor_rules[] = "mean median chair consensus roles";

static const struct setting instrument_keys[] = {
    {"id", IN(id), NULL, NULL, NULL},
    {"name", IN(name), NULL, NULL, NULL},
    {"province", IN(province), NULL, is_province, "a province of two digits"},
    {"performance_year", IN(performance_year), NULL, is_year, "a year"},
    {"assessment_year", IN(assessment_year), NULL, is_year, "a year"},
    {"data_period", IN(data_period), NULL, NULL, NULL},
    {"confirmed", IN(confirmed), "yes no", NULL, NULL},
    {"source", IN(source), NULL, NULL, NULL},
    {0},
};
static const struct setting scale_keys[] = {
    {"decimals", IN(decimals), NULL, is_decimals, "0 to 6"},
    {"rounding", IN(rounding), "half-up half-even down", NULL, NULL},
    {"assessors", IN(assessors), assessor_rules, NULL, NULL},
    {"ties", IN(ties), NULL, NULL, NULL},
    {"publication", IN(publication), NULL, NULL, NULL},
    {0},
};
static const struct setting published_keys[] = {
    {"score", IN(published_score), NULL, NULL, NULL},
    {"rank", IN(published_rank), NULL, NULL, NULL},
    {"tolerance", IN(tolerance), NULL, is_number, "a number"},
    {0},
};
static const struct setting node_keys[] = {
    {"rule", NODE(kind), "sum weighted mean median", NULL, NULL},
    {"standard", NODE(standard), "percent max min-max", NULL, NULL},
    {"direction", NODE(direction), "up down", NULL, NULL},
    {"low", NODE(low), NULL, is_number, "a number"},
    {"high", NODE(high), NULL, is_number, "a number"},
    {"maximum", NODE(maximum), NULL, is_above_zero, "a number above 0"},
    {"decimals", NODE(decimals), NULL, is_decimals, "0 to 6"},
    {"missing", NODE(missing), "zero skip empty", NULL, NULL},
    {"assessors", NODE(assessors), assessor_rules, NULL, NULL},
    {"roles", NODE(roles), NULL, is_roles, "roles in small letters: ketua_panelis tim_teknis"},
    {"given", NODE(given), NULL, NULL, NULL},
    {0},
};
static const struct setting award_keys[] = {
    {"name", AWARD(name), NULL, NULL, NULL},
    {"by", AWARD(by), NULL, NULL, NULL},
    {"decided", AWARD(decided), NULL, NULL, NULL},
    {"holders", AWARD(holders), NULL, is_holders, "1 to 100"},
    {0},
};

static bool bad(struct err *e, struct str key, struct str value, const char *wanted)
{
    return err_set(e, ST_CONFIG, "'%.*s' must be %s, not '%.*s'", STR_ARG(key), wanted, STR_ARG(value));
}

static bool twice(struct err *e, struct str key)
{
    return err_set(e, ST_CONFIG, "'%.*s' stands twice", STR_ARG(key));
}

static bool set(struct reading *r, const struct setting *s, void *base, struct str key, struct str value,
                struct err *e)
{
    while (s->key && !str_is(key, s->key))
        s++;
    if (!s->key)
        return err_set(e, ST_CONFIG, "unknown key '%.*s' in [%.*s]", STR_ARG(key), STR_ARG(r->section));
    struct str *to = (void *)((char *)base + s->at);
    if (value.len == 0)
        return bad(e, key, value, "filled");
    if (s->words && !one_of(value, s->words)) {
        bad(e, key, value, "another word");
        return err_hint(e, "%s is one of: %s", s->key, s->words);
    }
    if (s->fits && !s->fits(value))
        return bad(e, key, value, s->wanted);
    if (to->len > 0)
        return twice(e, key);
    *to = arena_dup(r->arena, value);
    r->continued = s->words || s->fits ? NULL : to;
    return true;
}

/* code = parent | weight | text */
static bool add_node(struct reading *r, struct str kind, struct str code, struct str value, int line,
                     struct err *e)
{
    struct instrument *in = r->in;
    struct str parent = str_trim(str_cut(&value, '|')), weight = str_trim(str_cut(&value, '|'));
    struct str name = str_trim(value), source = code;
    if (parent.len == 0 || !is_number(weight) || name.len == 0)
        return bad(e, code, STR("…"), "node above (- for none) | weight | text");
    if (instrument_find(in, code))
        return twice(e, code);
    if (in->nodes == INSTRUMENT_NODES)
        return err_set(e, ST_CONFIG, "more than %d nodes", INSTRUMENT_NODES);
    while (memchr(source.ptr, '/', source.len))
        str_cut(&source, '/');
    struct instrument_node *n = &in->node[in->nodes++];
    *n = (struct instrument_node){
        .code = arena_dup(r->arena, code),
        .parent = str_is(parent, "-") ? STR("") : arena_dup(r->arena, parent),
        .weight = arena_dup(r->arena, weight),
        .name = arena_dup(r->arena, name),
        .kind = kind,
        .source = kind.len > 0 ? arena_dup(r->arena, source) : STR(""),
        .line = line,
    };
    r->continued = &n->name;
    return true;
}

static bool add_grade(struct reading *r, struct str code, struct str value, struct err *e)
{
    struct instrument *in = r->in;
    if (!is_number(value))
        return bad(e, code, value, "a number");
    for (size_t i = 0; i < in->grades; i++)
        if (str_eq(in->grade[i].code, code))
            return twice(e, code);
    if (in->grades == INSTRUMENT_GRADES)
        return err_set(e, ST_CONFIG, "more than %d grades", INSTRUMENT_GRADES);
    in->grade[in->grades++] =
        (struct instrument_grade){arena_dup(r->arena, code), arena_dup(r->arena, value)};
    return true;
}

/* item grade = text */
static bool add_descriptor(struct reading *r, struct str key, struct str value, int line, struct err *e)
{
    struct instrument *in = r->in;
    if (in->descriptors == INSTRUMENT_TEXTS)
        return err_set(e, ST_CONFIG, "more than %d descriptors", INSTRUMENT_TEXTS);
    struct str grade = arena_dup(r->arena, key), item = str_cut(&grade, ' ');
    struct instrument_text *d = &in->descriptor[in->descriptors++];
    *d = (struct instrument_text){item, str_trim(grade), arena_dup(r->arena, value), line};
    for (const struct instrument_text *x = in->descriptor; x < d; x++)
        if (str_eq(x->item, d->item) && str_eq(x->grade, d->grade))
            return twice(e, key);
    r->continued = &d->text;
    return true;
}

static bool add_requirement(struct reading *r, struct str item, struct str value, struct err *e)
{
    struct instrument_node *n = instrument_find(r->in, item);
    if (!n)
        return err_set(e, ST_CONFIG, "no item '%.*s' stands above its requirement", STR_ARG(item));
    if (n->requirement.len > 0)
        return twice(e, item);
    n->requirement = arena_dup(r->arena, value);
    r->continued = &n->requirement;
    return true;
}

static bool set_node(struct reading *r, struct str code, struct str key, struct str value, struct err *e)
{
    struct instrument_node *n = instrument_find(r->in, code);
    if (!n) {
        err_set(e, ST_CONFIG, "no node '%.*s' stands above its section", STR_ARG(code));
        return err_hint(e, "declare it in [nodes], [items], [numbers] or [figures]");
    }
    if (str_is(key, "rule") && instrument_is_leaf(n))
        return err_set(e, ST_CONFIG, "'%.*s' has no parts, so no rule", STR_ARG(code));
    if (str_is(key, "given") && instrument_is_leaf(n))
        return err_set(e, ST_CONFIG, "'%.*s' is told by assessors itself, nothing can be given instead of it",
                       STR_ARG(code));
    return set(r, node_keys, n, key, value, e);
}

static bool set_award(struct reading *r, struct str code, struct str key, struct str value, int line,
                      struct err *e)
{
    struct instrument *in = r->in;
    struct instrument_award *w = in->award;
    while (w < in->award + in->awards && !str_eq(w->code, code))
        w++;
    if (w == in->award + INSTRUMENT_AWARDS)
        return err_set(e, ST_CONFIG, "more than %d awards", INSTRUMENT_AWARDS);
    if (w == in->award + in->awards) {
        *w = (struct instrument_award){.code = arena_dup(r->arena, code), .line = line};
        in->awards++;
    }
    return set(r, award_keys, w, key, value, e);
}

static bool on_key(void *context, struct str section, struct str key, struct str value, int line,
                   struct err *e)
{
    struct reading *r = context;
    bool goes_on = r->continued && str_eq(key, r->last) && line == r->last_line + 1;
    r->last = arena_dup(r->arena, key);
    r->last_line = line;
    if (goes_on) {
        *r->continued = arena_printf(r->arena, "%.*s %.*s", STR_ARG(*r->continued), STR_ARG(value));
        return true;
    }
    r->continued = NULL;
    r->section = section;
    struct str name = section, word = str_cut(&name, ' ');
    if (str_is(section, "instrument"))
        return set(r, instrument_keys, r->in, key, value, e);
    if (str_is(section, "scale"))
        return set(r, scale_keys, r->in, key, value, e);
    if (str_is(section, "published"))
        return set(r, published_keys, r->in, key, value, e);
    if (str_is(section, "grades"))
        return add_grade(r, key, value, e);
    if (str_is(section, "nodes"))
        return add_node(r, STR(""), key, value, line, e);
    if (str_is(section, "items"))
        return add_node(r, STR("item"), key, value, line, e);
    if (str_is(section, "numbers"))
        return add_node(r, STR("number"), key, value, line, e);
    if (str_is(section, "figures"))
        return add_node(r, STR("figure"), key, value, line, e);
    if (str_is(section, "descriptors"))
        return add_descriptor(r, key, value, line, e);
    if (str_is(section, "requirements"))
        return add_requirement(r, key, value, e);
    if (str_is(word, "node") && name.len > 0)
        return set_node(r, str_trim(name), key, value, e);
    if (str_is(word, "award") && name.len > 0)
        return set_award(r, str_trim(name), key, value, line, e);
    err_set(e, ST_CONFIG, "unknown section [%.*s]", STR_ARG(section));
    return err_hint(e, "sections: instrument, scale, grades, nodes, items, numbers, figures, node CODE, "
                       "award CODE, published, descriptors, requirements");
}

bool instrument_read(const char *path, struct arena *a, struct instrument *in, struct err *e)
{
    struct reading r = {.arena = a, .in = in};
    int line = 0;
    *in = (struct instrument){0};
    if (!ini_read(path, on_key, &r, e))
        return false;
    if (instrument_check(in, &line, e))
        return true;
    return line > 0 ? err_place(e, "%s, line %d", path, line) : err_place(e, "%s", path);
}
