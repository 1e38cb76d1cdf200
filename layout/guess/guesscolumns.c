/* The columns and groups of a draft. */
#include "guessput.h"

enum { MOST_KNOWN = 60 };

/* --- columns --- */

/* Without a column and a group there is no layout: a heading to be filled in, of a region that no title says.
 */
static void write_no_columns(const struct writer *w)
{
    static const char *const fields[] = {"village", "district", "regency", "province", "puskesmas"};
    const struct gform *lead = w->d->lead;
    size_t f = 0;
    for (size_t i = 0; i < lead->groups.n; i++)
        if (lead->groups.group[i].sure)
            return;
    for (size_t i = 0; i < lead->titles.n && f + 1 < sizeof fields / sizeof *fields;)
        if (strcmp(lead->titles.title[i].field, fields[f]) == 0) {
            f++;
            i = 0;
        } else {
            i++;
        }
    put_section(w, "columns");
    put_comment(
        w,
        "ISI: tidak ada kolom wilayah atau orang yang dikenali; tata letak perlu sedikitnya satu kolom atau "
        "grup");
    put_key(w, "", fields[f], PUT_KEY_WIDTH, STR("ISI"));
}

static void write_columns(const struct writer *w)
{
    const struct gsheet *s = &w->d->lead->sheet;
    size_t n = 0, width = gsheet_field(s, "kemendagri_code") ? strlen("kemendagri_code") : PUT_KEY_WIDTH;
    for (const char *const *field = kind_found[s->kind]; *field; field++) {
        const struct column *c = gsheet_field(s, *field);
        if (!c)
            continue;
        if (n++ == 0)
            put_section(w, "columns");
        put_comment(w, "kolom %.*s: %.*s", STR_ARG(put_column(w, c)), STR_ARG(c->why));
        put_key(w, "", *field, width, c->typed);
    }
    if (n == 0)
        write_no_columns(w);
}

/* A field whose column may be missing from another office's copy of the form; the regions above the last one
 * are often in a title instead. */
static bool is_optional(const struct gsheet *s, const char *field)
{
    static const char *const fields[] = {"puskesmas", "parent",    "age_text",  "position",
                                         "muac",      "oedema",    "waz",       "haz",
                                         "whz",       "wa_status", "ha_status", "wh_status"};
    static const char *const lower[] = {"district", "village"};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (strcmp(field, fields[i]) == 0)
            return true;
    bool above = strcmp(field, "province") == 0 || strcmp(field, "regency") == 0;
    for (size_t i = 0; i < sizeof lower / sizeof *lower && above; i++)
        if (gsheet_field(s, lower[i]))
            return true;
    return false;
}

static void write_required(const struct writer *w)
{
    const struct gsheet *s = &w->d->lead->sheet;
    struct str needed = STR("");
    bool some = false;
    for (const char *const *field = kind_found[s->kind]; *field; field++) {
        bool stands = gsheet_field(s, *field) != NULL;
        some |= stands && is_optional(s, *field);
        if (stands && !is_optional(s, *field))
            needed = arena_printf(w->a, "%.*s%s%s", STR_ARG(needed), needed.len > 0 ? " " : "", *field);
    }
    if (!some || needed.len == 0)
        return;
    put_section(w, "required");
    put_key(w, "", "columns", 7, needed);
}

/* Region columns that are filled in the first row of a block only. */
static void write_fill(const struct writer *w)
{
    static const char *const fields[] = {"province", "regency", "district", "puskesmas"};
    const struct gsheet *s = &w->d->lead->sheet;
    struct str columns = STR("");
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        const struct column *c = gsheet_field(s, fields[i]);
        size_t rows = s->end - s->data;
        if (!c || c->filled == 0 || c->filled * 5 > rows * 4 || !gsheet_cell(&s->row[s->data], c->col))
            continue;
        if (columns.len == 0)
            put_section(w, "fill");
        put_comment(w, "kolom %.*s terisi di %zu dari %zu baris, juga di baris pertama",
                    STR_ARG(put_column(w, c)), c->filled, rows);
        columns = arena_printf(w->a, "%.*s%s%s", STR_ARG(columns), columns.len > 0 ? " " : "", fields[i]);
    }
    if (columns.len > 0)
        put_key(w, "", "columns", 7, columns);
}

/* Whether a field or a group that is no comment reads the column. */
static bool is_read(const struct writer *w, const struct gform *f, const struct column *c)
{
    for (size_t i = 0; i < f->groups.n; i++)
        for (size_t k = 0; k < f->groups.group[i].headings && f->groups.group[i].sure; k++)
            if (glob_match(str_fold(w->a, f->groups.group[i].heading[k].text), str_fold(w->a, c->typed), NULL,
                           NULL))
                return true;
    return c->field != NULL;
}

/* Headings that nothing reads, with the reason where there is one. */
static void write_known(const struct writer *w)
{
    struct str known = STR("");
    size_t n = 0, told = 0;
    for (size_t i = 0; i < w->d->forms; i++) {
        const struct gform *f = &w->d->form[i];
        for (size_t k = 0; k < f->sheet.columns && (f->fate == FATE_LEAD || f->fate == FATE_SAME); k++) {
            const struct column *c = &f->sheet.column[k];
            if (is_read(w, f, c))
                continue;
            if (f->fate == FATE_LEAD && c->why.len > 0 && told++ == 0)
                put_text(w, "\n");
            if (f->fate == FATE_LEAD && c->why.len > 0)
                put_comment(w, "kolom %.*s '%.*s': %.*s", STR_ARG(put_column(w, c)), STR_ARG(c->typed),
                            STR_ARG(c->why));
            bool seen = false;
            struct str rest = known;
            while (rest.len > 0 && !seen)
                seen = str_eq(str_trim(str_cut(&rest, '|')), c->typed);
            if (!seen && n++ < MOST_KNOWN)
                known = known.len > 0 ? arena_printf(w->a, "%.*s | %.*s", STR_ARG(known), STR_ARG(c->typed))
                                      : c->typed;
        }
    }
    if (known.len == 0)
        return;
    if (n > MOST_KNOWN) {
        put_text(w, told > 0 ? "" : "\n");
        put_comment(w, "%zu judul lain tidak dibaca", n);
        return;
    }
    put_section(w, "known");
    put_comment(w, "%zu judul lain tidak dibaca", n);
    put_key(w, "", "headings", 8, known);
}

void draft_columns(const struct writer *w)
{
    write_columns(w);
    write_required(w);
    write_fill(w);
    write_known(w);
}

/* --- groups --- */

static void write_group(const struct writer *w, const struct gform *f, const struct ggroup *g, bool by_sheet,
                        size_t again)
{
    const char *before = g->sure ? "" : "; ";
    put_text(w, "\n");
    put_comment(w, "%s%.*s", g->sure ? "" : "BELUM PASTI, hapus titik koma bila benar: ", STR_ARG(g->why));
    struct str id = again > 0 ? arena_printf(w->a, "%.*s-%zu", STR_ARG(g->id), again + 1) : g->id;
    put_text(w, arena_printf(w->a, "%s[group %.*s]\n", before, STR_ARG(id)).ptr);
    if (by_sheet)
        put_key(w, before, "sheet", PUT_KEY_WIDTH, str_trim(gsheet_pattern(w->a, f->sheet.name)));
    for (size_t i = 0; i < g->constants; i++)
        put_key(w, before, g->constant[i].field, PUT_KEY_WIDTH, g->constant[i].text);
    for (size_t i = 0; i < g->headings; i++)
        put_key(w, before, g->heading[i].field, PUT_KEY_WIDTH, g->heading[i].text);
}

static bool same_group(const struct ggroup *a, const struct ggroup *b)
{
    bool same = str_eq(a->id, b->id) && a->headings == b->headings;
    for (size_t i = 0; same && i < a->headings; i++)
        same = str_eq(a->heading[i].text, b->heading[i].text);
    return same;
}

/* How often the id stood before, in this sheet or in another one. */
static size_t stood_before(const struct draft *d, const struct gform *f, size_t n)
{
    size_t times = 0;
    for (const struct gform *g = d->form; g <= f; g++)
        for (size_t i = 0; i < (g == f ? n : g->groups.n); i++)
            times += (g->fate == FATE_LEAD || g->fate == FATE_SAME) &&
                     str_eq(g->groups.group[i].id, f->groups.group[n].id);
    return times;
}

/* Groups that stand alike on all sheets of the form are written once; else each has its sheet. */
void draft_groups(const struct writer *w)
{
    const struct draft *d = w->d;
    bool alike = true;
    for (size_t i = 0; i < d->forms; i++) {
        const struct gform *f = &d->form[i];
        if (f->fate == FATE_SAME)
            alike = alike && f->groups.n == d->lead->groups.n;
        for (size_t k = 0; alike && f->fate == FATE_SAME && k < f->groups.n; k++)
            alike = same_group(&f->groups.group[k], &d->lead->groups.group[k]);
    }
    size_t written = 0;
    for (size_t i = 0; i < d->forms; i++) {
        const struct gform *f = &d->form[i];
        for (size_t k = 0; k < f->groups.n && (f->fate == FATE_LEAD || (f->fate == FATE_SAME && !alike));
             k++, written++)
            write_group(w, f, &f->groups.group[k], !alike, stood_before(d, f, k));
    }
    if (written > 0 || d->lead->sheet.kind == KIND_MEASUREMENT)
        return;
    put_text(w, "\n");
    put_comment(w, "tidak ada kolom yang mirip definisi katalog: tulis [group …] menurut doc/layouts.md");
}
