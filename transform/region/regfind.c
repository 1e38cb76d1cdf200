/* regfind.c - one region found by its names and codes along the whole path. Part of regions.h. */
#include "regtree.h"

/* "33.76" is a number to a spreadsheet, so "33.10" comes as 33.1 or 33,1: whatever the mark, two digits are
 * meant behind it. */
static bool number_of_regency(struct str typed, char out[16], struct str *code)
{
    if (typed.len < 4 || typed.len > 5 || (typed.ptr[2] != '.' && typed.ptr[2] != ','))
        return false;
    memcpy(out, "00.00", 5);
    for (size_t i = 0; i < typed.len; i++)
        if (i != 2 && (typed.ptr[i] < '0' || typed.ptr[i] > '9'))
            return false;
        else if (i != 2)
            out[i] = typed.ptr[i];
    *code = (struct str){out, 5};
    return true;
}

/* Code as typed ("3376021002", "33.76.02.1002", "3376021002.0") in dotted form; false when it has another
 * shape. */
static bool dotted(struct str typed, char out[16], struct str *code)
{
    char digits[16];
    size_t n = 0, points = 0;
    if (typed.len > 1 && typed.ptr[0] == '\'')
        typed = (struct str){typed.ptr + 1, typed.len - 1};
    if (number_of_regency(typed, out, code))
        return true;
    if (typed.len > 2 && memcmp(typed.ptr + typed.len - 2, ".0", 2) == 0)
        typed.len -= 2;
    for (size_t i = 0; i < typed.len; i++) {
        if (typed.ptr[i] == '.')
            points++;
        else if (typed.ptr[i] < '0' || typed.ptr[i] > '9' || n == 10)
            return false;
        else
            digits[n++] = typed.ptr[i];
    }
    int level = n == 2 ? 1 : n == 4 ? 2 : n == 6 ? 3 : n == 10 ? 4 : 0;
    if (level == 0 || (points != 0 && points != (size_t)level - 1))
        return false;
    size_t len = 0;
    for (size_t i = 0; i < n; i++) {
        if (i == 2 || i == 4 || i == 6)
            out[len++] = '.';
        out[len++] = digits[i];
    }
    *code = (struct str){out, len};
    return points == 0 || str_eq(typed, *code);
}

/* --- codes --- */

/* A code in dotted form, and the edition in which it is read. */
struct reading {
    struct str code;
    uint8_t edition;
};

static uint32_t region_of(const struct regions *r, const struct reading *x, int level)
{
    return level == 0 ? REGION_NONE : regtree_at(r, regtree_prefix(x->code, level), x->edition);
}

/* The names given at and above the code's level must be those of its regions, today or at the record's time.
 */
static bool names_fit(struct regions *r, const struct region_query *q, const struct reading *x, uint8_t then,
                      struct region_result *result, struct arena *a)
{
    uint32_t region = regtree_at(r, x->code, x->edition);
    for (int level = r->node[region].level; level >= 1; level--) {
        uint32_t at = region_of(r, x, level);
        struct reached above = {region_of(r, x, level - 1), NOW, 0, 0};
        struct regname name;
        bool same = q->name[level].len == 0;
        r->below.n = 0;
        if (!same) {
            regname_make(&name, q->name[level], level);
            regtree_step(r, &above, &name, then, &r->below);
        }
        for (size_t i = 0; i < r->below.n; i++) {
            r->timed = r->timed || (r->below.at[i].standing == ONCE && r->below.at[i].region == at);
            same = same || (r->below.at[i].region == at && r->below.at[i].standing >= THEN);
        }
        if (!same) {
            result->level = level;
            result->detail = arena_printf(a, "kode %.*s adalah %.*s", STR_ARG(regtree_prefix(x->code, level)),
                                          STR_ARG(r->node[at].name));
            return false;
        }
    }
    return true;
}

/* A code that was another one's in an earlier edition, or no longer is one. */
static struct str code_of_the_past(const struct regions *r, struct str code, struct arena *a)
{
    for (uint8_t edition = regtree_newest(r); edition-- > 0;) {
        uint32_t region = regtree_at(r, code, edition);
        if (region != REGION_NONE && region < r->in_force)
            return arena_printf(a, "kode lama; kini %.*s (%.*s)", STR_ARG(r->node[region].name),
                                STR_ARG(r->node[region].code));
    }
    return STR("");
}

/* The regions that a Kemendagri code means and whose names are those given: today's, and that of the record's
 * time where it is another. */
static enum region_answer by_code(struct regions *r, const struct region_query *q, struct str code,
                                  uint8_t then, struct region_result *result, struct arena *a)
{
    struct reading readings[] = {{code, regtree_newest(r)}, {code, then}};
    enum region_answer answer = REGION_CODE_UNKNOWN;
    r->now.n = 0;
    for (int i = 0; i < (then == regtree_newest(r) ? 1 : 2); i++) {
        uint32_t region = regtree_at(r, code, readings[i].edition);
        if (region == REGION_NONE)
            continue;
        struct region_result fault = *result;
        if (names_fit(r, q, &readings[i], then, &fault, a)) {
            regset_add(&r->now, (struct reached){region, i == 0 ? NOW : THEN, 0, 0});
        } else if (answer == REGION_CODE_UNKNOWN) {
            *result = fault;
            answer = REGION_CODE_MISMATCH;
        }
    }
    for (uint8_t edition = regtree_newest(r); edition-- > 0;)
        r->timed = r->timed || regtree_at(r, code, edition) != regtree_at(r, code, regtree_newest(r));
    if (r->now.n > 0)
        return REGION_FOUND;
    if (answer == REGION_CODE_UNKNOWN)
        result->detail = code_of_the_past(r, code, a);
    return answer;
}

static enum region_answer bps_mismatch(const struct regions *r, uint32_t region, struct region_result *result,
                                       struct arena *a)
{
    uint32_t at = result->level > 0 ? regions_above(r, region, result->level) : region;
    result->detail =
        arena_printf(a, "kode BPS adalah %.*s (%.*s)", STR_ARG(r->node[at].name), STR_ARG(r->node[at].code));
    return REGION_CODE_MISMATCH;
}

/* What the BPS code means: by itself, or among what the Kemendagri code beside it does. */
static enum region_answer by_bps(struct regions *r, const struct region_query *q, uint8_t then,
                                 struct region_result *result, struct arena *a)
{
    uint32_t region = regbps_find(r, q->bps);
    struct set *now = &r->now;
    size_t kept = 0;
    result->bps = true;
    if (region == REGION_NONE && q->code.len == 0) {
        result->detail = STR("tidak ada di daftar kode BPS");
        return REGION_CODE_UNKNOWN;
    }
    if (region == REGION_NONE)
        return REGION_FOUND; /* the other code decides */
    if (q->code.len == 0) {
        struct reading reading = {r->node[region].code, regtree_newest(r)};
        now->n = 0;
        regset_add(now, (struct reached){region, NOW, 0, 0});
        return names_fit(r, q, &reading, then, result, a) ? REGION_FOUND : bps_mismatch(r, region, result, a);
    }
    for (size_t i = 0; i < now->n; i++)
        if (regions_above(r, region, r->node[now->at[i].region].level) == now->at[i].region ||
            regions_above(r, now->at[i].region, r->node[region].level) == region)
            now->at[kept++] = now->at[i];
    now->n = kept;
    return kept > 0 ? REGION_FOUND : bps_mismatch(r, region, result, a);
}

/* --- finding --- */

/* Where the search begins: the codes' regions, the province to look in, or above all provinces. */
static enum region_answer begin(struct regions *r, const struct region_query *q, uint8_t then,
                                struct region_result *result, struct arena *a)
{
    char buffer[16];
    struct str code;
    r->now.n = 0;
    regset_add(&r->now, (struct reached){q->name[1].len == 0 ? q->inside : REGION_NONE, NOW, 0, 0});
    enum region_answer answer = REGION_FOUND;
    if (q->code.len > 0)
        answer = dotted(q->code, buffer, &code) ? by_code(r, q, code, then, result, a) : REGION_CODE_UNKNOWN;
    if (answer == REGION_FOUND && q->bps.len > 0)
        answer = by_bps(r, q, then, result, a);
    return answer;
}

/* "Kel. X" and "Desa X" of one kecamatan are told apart by the code: villages count from 1001, desa from
 * 2001. */
static void prefer_type(struct regions *r, char type)
{
    size_t kept = 0;
    char digit = type == 'L' ? '1' : '2';
    for (size_t i = 0; i < r->now.n; i++)
        if (r->node[r->now.at[i].region].code.ptr[9] == digit)
            r->now.at[kept++] = r->now.at[i];
    if (kept > 0)
        r->now.n = kept;
}

/* The puskesmas tells the kecamatan that is not named; what it does not tell stays open. */
static void without_name(struct regions *r, const struct reached *parent, struct str puskesmas, uint8_t then)
{
    size_t before = r->below.n;
    if (r->node[parent->region].level == 2 && puskesmas.len > 0 &&
        regpuskesmas_find(r, parent->region, puskesmas, &r->below))
        for (size_t i = before; i < r->below.n; i++)
            r->below.at[i].standing = parent->standing;
    else
        regtree_children(r, parent, then, &r->below);
}

/* From r->now into r->now. False when nothing that the record may mean is left; then r->below has it. */
static bool one_level_down(struct regions *r, const struct region_query *q, int level, uint8_t then)
{
    struct regname name = {.type = 0};
    bool accepted = false;
    r->below.n = 0;
    if (q->name[level].len > 0)
        regname_make(&name, q->name[level], level);
    for (size_t i = 0; i < r->now.n; i++) {
        if (q->name[level].len > 0)
            regtree_step(r, &r->now.at[i], &name, then, &r->below);
        else
            without_name(r, &r->now.at[i], q->puskesmas, then);
    }
    for (size_t i = 0; i < r->below.n; i++) {
        accepted = accepted || r->below.at[i].standing >= THEN;
        r->timed = r->timed || r->below.at[i].standing == ONCE;
    }
    if (!accepted)
        return false;
    struct set swap = r->now;
    r->now = r->below;
    r->below = swap;
    if (level == REGION_LEVELS && r->now.n > 1 && name.type)
        prefer_type(r, name.type);
    return true;
}

/* One region that the record may mean, and no other that its name or code ever was, is found. */
static enum region_answer settle(struct regions *r, int level, struct str typed, struct region_result *result,
                                 struct arena *a)
{
    const struct reached *x = &r->now.at[0];
    const struct node *node = &r->node[x->region];
    bool adrift = !str_eq(regtree_prefix(node->code, node->level - 1), r->node[node->parent].code);
    result->level = level;
    if (r->now.n == 1 && adrift) {
        /* it ended for good, and what it lay in has another code now: no scope has both */
        result->detail = regtree_list(r, &r->now, level > 0 ? &r->below : NULL, typed, a);
        return level > 0 ? REGION_UNKNOWN : REGION_CODE_UNKNOWN;
    }
    if (r->now.n == 1) {
        result->region = x->region;
        result->alias = x->alias;
        result->former = x->standing == THEN;
        result->former_level = x->former;
        return REGION_FOUND;
    }
    result->detail = regtree_list(r, &r->now, level > 0 ? &r->below : NULL, typed, a);
    return REGION_AMBIGUOUS;
}

static enum region_answer descend(struct regions *r, const struct region_query *q, uint8_t then,
                                  struct region_result *result, struct arena *a)
{
    int level = r->node[r->now.at[0].region].level, deepest = level;
    bool by_name = false;
    for (int i = level + 1; i <= REGION_LEVELS; i++)
        if (q->name[i].len > 0)
            deepest = i;
    if (deepest == 0)
        return REGION_MISSING;
    while (++level <= deepest) {
        by_name = true;
        if (!one_level_down(r, q, level, then)) {
            result->level = level;
            result->detail = regtree_suggest(r, &r->now, q->name[level], level, a);
            return REGION_UNKNOWN;
        }
    }
    return settle(r, by_name ? deepest : 0,
                  by_name       ? q->name[deepest]
                  : q->code.len ? q->code
                                : q->bps,
                  result, a);
}

/* A puskesmas that serves a single kecamatan tells it. */
static void by_puskesmas(struct regions *r, struct str puskesmas, struct region_result *result)
{
    r->below.n = 0;
    if (puskesmas.len > 0 && r->node[result->region].level == 2 &&
        regpuskesmas_find(r, result->region, puskesmas, &r->below) && r->below.n == 1)
        result->region = r->below.at[0].region;
}

enum region_answer regions_find(struct regions *r, const struct region_query *q, struct region_result *result,
                                struct arena *a)
{
    uint8_t then = regtree_edition(r, q->day);
    struct hash key;
    hash_begin(&key);
    hash_add(&key, q->code);
    hash_add(&key, q->bps);
    if (r->puskesmas)
        hash_add(&key, q->puskesmas);
    for (int level = 1; level <= REGION_LEVELS; level++)
        hash_add(&key, q->name[level]);
    hash_add_number(&key, (uint64_t)q->inside * MAX_EDITIONS + then);
    struct remembered *known = &r->remembered[key.a % REMEMBERED];
    const struct reached *x = &known->reached;
    *result = (struct region_result){
        .region = x->region, .alias = x->alias, .former = x->standing == THEN, .former_level = x->former};
    if (x->region != REGION_NONE && known->key.a == key.a && known->key.b == key.b)
        return REGION_FOUND;
    *result = (struct region_result){0};
    r->timed = false;
    enum region_answer answer = begin(r, q, then, result, a);
    if (answer == REGION_FOUND)
        answer = descend(r, q, then, result, a);
    if (answer == REGION_FOUND)
        by_puskesmas(r, q->puskesmas, result);
    result->timed = r->timed && q->day.len == 0;
    if (answer == REGION_FOUND && !result->timed)
        *known = (struct remembered){key,
                                     {result->region, result->former ? THEN : NOW, (uint8_t)result->alias,
                                      (uint8_t)result->former_level}};
    return answer;
}
