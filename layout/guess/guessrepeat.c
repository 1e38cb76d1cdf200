/* Headings that stand side by side and differ in a month, a year, a region or a sex: groups that repeat. */
#include "guessgroup.h"

#include <stdlib.h>

enum { FAMILIES = 64, MEMBERS = 64, LEAST_TOGETHER = 30 };

/* Columns whose headings are alike but for one part, which stands for a value of a field. */
struct family {
    struct str pattern; /* that part is * */
    const char *field;
    enum when when;
    struct column *column[MEMBERS];
    struct str part[MEMBERS];
    size_t n;
    bool done;
};

struct repeat {
    struct gsheet *s;
    const struct gcatalogue *c;
    const struct gplaces *places;
    struct arena *a;
    struct ggroups *groups;
    struct str title;
    struct family *family;
    size_t families;
};

/* --- the part that differs --- */

static bool is_blank_or_end(struct str s, size_t i)
{
    return i >= s.len || s.ptr[i] == ' ';
}

/* What belongs to a period behind its first word: "Triwulan IV", "Januari 2024". */
static size_t whole_period(struct str s, enum when when, size_t to)
{
    size_t end = to;
    if (when == WHEN_OTHER && end < s.len && s.ptr[end] == ' ') {
        size_t k = end + 1;
        while (k < s.len && strchr("0123456789IVX", s.ptr[k]))
            k++;
        end = k > end + 1 && is_blank_or_end(s, k) ? k : end;
    }
    size_t from, until;
    struct str rest = {s.ptr + end, s.len - end};
    if (when != WHEN_YEAR && words_when(rest, &from, &until) == WHEN_YEAR && from == 1)
        end += until;
    return end;
}

static bool is_sex(struct str words)
{
    static const char *const sexes[] = {"l", "p", "lk", "pr", "laki laki", "laki", "perempuan"};
    for (size_t i = 0; i < sizeof sexes / sizeof *sexes; i++)
        if (str_is(words, sexes[i]))
            return true;
    return false;
}

/* Finds that part of a heading; false when it has none. */
static bool part_of(const struct repeat *r, const struct column *c, struct family *kind, struct str *part)
{
    size_t from, to;
    enum when when = words_when(c->typed, &from, &to);
    if (when != WHEN_NONE) {
        to = whole_period(c->typed, when, to);
        kind->field = "period";
        kind->when = when;
    } else if (c->upper.len > 0 && (gplaces_named(r->places, c->upper) & 1 << PLACE_REGENCY)) {
        kind->field = "regency";
        from = 0;
        to = c->upper.len;
    } else if (c->upper.len > 0 && is_sex(words_of(r->a, c->upper))) {
        kind->field = "sex";
        from = 0;
        to = c->upper.len;
    } else {
        return false;
    }
    *part = (struct str){c->typed.ptr + from, to - from};
    kind->pattern =
        arena_printf(r->a, "%.*s*%.*s", (int)from, c->typed.ptr, (int)(c->typed.len - to), c->typed.ptr + to);
    return true;
}

static void add_to_family(struct repeat *r, const struct family *kind, struct column *c, struct str part)
{
    struct family *f = NULL;
    for (size_t i = 0; i < r->families; i++)
        if (str_eq(r->family[i].pattern, kind->pattern) && strcmp(r->family[i].field, kind->field) == 0)
            f = &r->family[i];
    if (!f && r->families < FAMILIES) {
        f = &r->family[r->families++];
        *f = *kind;
    }
    for (size_t i = 0; f && i < f->n; i++)
        if (str_eq(f->part[i], part))
            return; /* the heading stands twice */
    if (f && f->n < MEMBERS) {
        f->part[f->n] = part;
        f->column[f->n++] = c;
    }
}

static bool same_parts(const struct family *a, const struct family *b)
{
    if (a->n != b->n || strcmp(a->field, b->field) != 0)
        return false;
    for (size_t i = 0; i < a->n; i++)
        if (!str_eq(a->part[i], b->part[i]))
            return false;
    return true;
}

/* --- as groups --- */

static enum role role_of(const struct repeat *r, const struct family *f, bool alone)
{
    enum role role = words_role(words_of(r->a, f->pattern));
    if (role == ROLE_NONE && alone)
        role = words_role(words_of(r->a, r->title)) == ROLE_REPORTED ? ROLE_REPORTED : ROLE_NUMERATOR;
    return role;
}

/* The indicator whose definition is like a heading, by the title if the heading says little. */
static const struct indicator *indicator_of(const struct repeat *r, struct str pattern, int *how)
{
    const struct indicator *best = NULL;
    struct gist heading = gist_of(r->a, pattern), title = gist_of(r->a, r->title);
    *how = 0;
    for (size_t i = 0; i < r->c->indicators; i++) {
        const struct indicator *in = &r->c->indicator[i];
        int now = gist_alike(&heading, &in->numerator, NULL), name = gist_alike(&heading, &in->named, NULL),
            above = gist_alike(&title, &in->numerator, NULL) * 9 / 10;
        now = name > now ? name : now;
        now = above > now ? above : now;
        if (now > *how) {
            *how = now;
            best = in;
        }
    }
    return best;
}

static struct str id_of(struct arena *a, struct str text)
{
    struct str words = words_of(a, text);
    char *id = arena_cstr(a, words.len > 0 ? words : STR("ulang"));
    size_t len = strlen(id) < 30 ? strlen(id) : 30;
    for (size_t i = 0; i < len; i++)
        if (id[i] == ' ' || id[i] == '%')
            id[i] = '-';
    return (struct str){id, len};
}

static struct str list_of_parts(struct arena *a, const struct family *f)
{
    struct str list = f->part[0];
    for (size_t i = 1; i < f->n && i < 4; i++)
        list = arena_printf(a, "%.*s, %.*s", STR_ARG(list), STR_ARG(f->part[i]));
    return f->n > 4 ? arena_printf(a, "%.*s, …", STR_ARG(list)) : list;
}

/* One part of a family whose pattern is nothing but the part: the common beginning keeps other headings out.
 */
static size_t common_beginning(const struct family *f)
{
    size_t len = f->part[0].len;
    for (size_t i = 1; i < f->n; i++)
        while (len > 0 && (f->part[i].len < len || memcmp(f->part[0].ptr, f->part[i].ptr, len) != 0))
            len--;
    return len;
}

static bool has_year(struct str text)
{
    size_t from, to;
    for (enum when when; (when = words_when(text, &from, &to)) != WHEN_NONE;
         text = (struct str){text.ptr + to, text.len - to})
        if (when == WHEN_YEAR)
            return true;
    return false;
}

static void fill_group(const struct repeat *r, struct ggroup *g, const struct family *f,
                       const enum role *roles, size_t members, const struct indicator *in, int how)
{
    static const char *const fields[] = {
        [ROLE_NUMERATOR] = "numerator", [ROLE_DENOMINATOR] = "denominator", [ROLE_REPORTED] = "reported"};
    g->sure = g->sure && how >= GGROUP_SURE;
    g->part = f->when != WHEN_NONE && !has_year(f->part[0]);
    g->why =
        arena_printf(r->a, "judul berulang untuk %s %.*s; %.*s: kemiripan %.*s; periksa", f->field,
                     STR_ARG(list_of_parts(r->a, f)), STR_ARG(in ? in->name : STR("indikator tidak dikenal")),
                     STR_ARG(ggroups_alike(r->a, how)));
    g->constant[g->constants++] =
        (struct gpart){"indicator", in && how >= GGROUP_SURE / 2 ? in->code : STR("ISI")};
    for (size_t i = 0; i < members; i++)
        g->heading[g->headings++] = (struct gpart){fields[roles[i]], f[i].pattern};
}

/* Headings that are a year and nothing else share "20*"; months share nothing: a group for each. */
static void bare_parts(struct repeat *r, struct family *f, enum role role, const struct indicator *in,
                       int how)
{
    size_t common = common_beginning(f);
    bool shared = common >= 2 && f->when == WHEN_YEAR;
    common = 2; /* "20": the years to come */
    for (size_t i = 0; i < (shared ? 1 : f->n); i++) {
        struct ggroup *g = ggroups_add(r->groups);
        struct family one = *f;
        if (!g)
            return;
        one.pattern = shared ? arena_printf(r->a, "%.*s*", (int)common, f->part[0].ptr) : f->part[i];
        g->id = id_of(r->a, shared ? STR("tahun") : f->part[i]);
        g->sure = true;
        fill_group(r, g, &one, &role, 1, in, how);
        g->constant[g->constants++] = (struct gpart){
            f->field, shared ? arena_printf(r->a, "%.*s@", (int)common, f->part[0].ptr) : f->part[i]};
    }
}

/* Headings of one thing: about the same, or hardly anything but their role ("Sasaran *", "Dilayani *"). */
static bool belong_together(const struct repeat *r, const struct family *f, const struct family *g)
{
    struct gist a = gist_of(r->a, f->pattern), b = gist_of(r->a, g->pattern);
    return same_parts(f, g) && (a.n <= 1 || b.n <= 1 || gist_alike(&a, &b, NULL) >= LEAST_TOGETHER);
}

static void take_columns(struct family *f)
{
    f->done = true;
    for (size_t i = 0; i < f->n; i++)
        f->column[i]->taken = true;
}

/* A family, with those that stand beside it for the same parts, as one group. */
static void write_family(struct repeat *r, size_t first)
{
    struct family *f = arena_alloc(r->a, 3 * sizeof *f);
    enum role roles[3];
    size_t members = 0;
    bool has[ROLE_REPORTED + 1] = {0}, clear = true;
    for (size_t i = first; i < r->families && members < 3; i++) {
        bool same = i == first || belong_together(r, &r->family[first], &r->family[i]);
        if (r->family[i].done || !same)
            continue;
        enum role role = role_of(r, &r->family[i], false);
        if (role == ROLE_NONE && !has[ROLE_NUMERATOR])
            role = ROLE_NUMERATOR;
        if (role == ROLE_NONE || has[role])
            continue;
        has[role] = true;
        roles[members] = role;
        f[members++] = r->family[i];
        take_columns(&r->family[i]);
    }
    if (members == 0)
        return;
    if (members == 1)
        roles[0] = role_of(r, &f[0], true);
    int how, now;
    const struct indicator *in = indicator_of(r, f[0].pattern, &how);
    for (size_t i = 0; i < members; i++) {
        const struct indicator *other = indicator_of(r, f[i].pattern, &now);
        if (roles[i] == ROLE_NUMERATOR && now >= how) {
            in = other;
            how = now;
        }
        clear = clear && !str_is(f[i].pattern, "*");
    }
    if (!clear) {
        bare_parts(r, &f[0], roles[0], in, how);
        return;
    }
    struct ggroup *g = ggroups_add(r->groups);
    if (!g)
        return;
    g->id = id_of(r->a, f[0].pattern);
    g->sure = true;
    fill_group(r, g, f, roles, members, in, how);
    g->constant[g->constants++] = (struct gpart){f[0].field, STR("@")};
}

/* --- scores --- */

/* Nilai and Keterangan under the name of each kabupaten/kota. */
static void find_scores(struct repeat *r)
{
    struct ggroup *g = NULL;
    size_t regions = 0;
    struct str remark = STR(""), grade = STR("");
    for (size_t i = 0; i < r->s->columns; i++) {
        struct column *c = &r->s->column[i];
        if (c->upper.len == 0 || !(gplaces_named(r->places, c->upper) & 1 << PLACE_REGENCY))
            continue;
        struct str words = words_of(r->a, c->leaf);
        regions += str_is(words, "nilai");
        if (str_is(words, "nilai"))
            grade = c->leaf;
        else if (str_is(words, "keterangan") || str_is(words, "catatan"))
            remark = c->leaf;
        else
            continue;
        c->taken = true;
        c->known = false;
    }
    if (regions < 2 || !(g = ggroups_add(r->groups)))
        return;
    g->id = STR("panel");
    g->sure = true;
    g->why = arena_printf(r->a, "kolom berulang untuk %zu kabupaten/kota", regions);
    g->constant[g->constants++] = (struct gpart){"regency", STR("@")};
    g->heading[g->headings++] = (struct gpart){"grade", arena_printf(r->a, "* > %.*s", STR_ARG(grade))};
    if (remark.len > 0)
        g->heading[g->headings++] = (struct gpart){"remark", arena_printf(r->a, "* > %.*s", STR_ARG(remark))};
}

void grepeat_find(struct gsheet *s, const struct gcatalogue *c, const struct gplaces *places,
                  struct str title, struct arena *a, struct ggroups *groups)
{
    struct repeat r = {s, c, places, a, groups, title, arena_alloc(a, FAMILIES * sizeof *r.family), 0};
    if (s->kind == KIND_ASSESSMENT)
        find_scores(&r);
    for (size_t i = 0; i < s->columns && s->kind == KIND_COVERAGE; i++) {
        struct family kind = {0};
        struct str part;
        if (ggroups_figure(&s->column[i]) && part_of(&r, &s->column[i], &kind, &part))
            add_to_family(&r, &kind, &s->column[i], part);
    }
    for (size_t i = 0; i < r.families; i++)
        if (r.family[i].n >= 2 && !r.family[i].done)
            write_family(&r, i);
}
