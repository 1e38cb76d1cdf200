#include "checktell.h"

#include "title.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

/* A line of the report; what comes from files gives no orders to a terminal. */
static void say(struct out *out, const char *format, ...) __attribute__((format(printf, 2, 3)));

static void say(struct out *out, const char *format, ...)
{
    struct arena a = {0};
    va_list args;
    va_start(args, format);
    char *text = NULL;
    int len = vasprintf(&text, format, args);
    va_end(args);
    if (len < 0)
        mem_exhausted();
    struct str line = str_visible(&a, (struct str){text, (size_t)len});
    out_write(out, line.ptr, line.len);
    out_write(out, "\n", 1);
    free(text);
    arena_done(&a);
}

/* --- words --- */

const char *tell_fate(enum fate fate, bool indonesian)
{
    static const char *const names[FATE_FAILED][2] = {
        [FATE_ABOVE] = {"", ""},
        [FATE_DATA] = {"data", "data"},
        [FATE_BLOCK] = {"block heading", "judul blok"},
        [FATE_TOTAL] = {"total", "jumlah"},
        [FATE_OTHER] = {"other", "disaring"},
        [FATE_EMPTY] = {"empty", "kosong"},
        [FATE_CUT] = {"cut", "terpotong"},
        [FATE_HIDDEN] = {"hidden", "tersembunyi"},
        [FATE_HEADING] = {"heading again", "judul kolom lagi"},
        [FATE_TITLE] = {"title", "judul tabel"},
        [FATE_BEHIND] = {"behind", "di luar tabel"},
        [FATE_END] = {"end", "akhir tabel"},
    };
    return names[fate][indonesian];
}

/* What makes the records of a pattern different from others: "E10", "bumil HB1". */
static struct str label(const struct palette *p, const struct pattern *pattern, struct arena *a)
{
    struct str text = STR("");
    for (int f = 0; kind_found[p->l->kind][f]; f++) {
        bool common = pattern->slot[f].col > 0 || pattern->slot[f].text.len == 0;
        for (size_t i = 0; i < p->l->constants && !common; i++)
            common = p->l->constant[i].field == f;
        if (!common)
            text = arena_printf(a, "%.*s%s%.*s", STR_ARG(text), text.len > 0 ? " " : "",
                                STR_ARG(pattern->slot[f].text));
    }
    return text;
}

static struct str also(struct str text, struct str more, struct arena *a)
{
    return text.len > 0 ? arena_printf(a, "%.*s, %.*s", STR_ARG(text), STR_ARG(more)) : more;
}

struct str tell_column(const struct palette *p, int col, struct arena *a)
{
    struct str text = STR("");
    for (size_t i = 0; i < p->plan->patterns; i++)
        for (int f = 0; kind_found[p->l->kind][f]; f++) {
            struct str field = layout_field(p->l, f), of;
            bool all = p->plan->column[f].col == col;
            if (p->plan->pattern[i].slot[f].col != col || (all && i > 0))
                continue;
            of = all ? STR("") : label(p, &p->plan->pattern[i], a);
            text = also(text,
                        of.len > 0 ? arena_printf(a, "%.*s (%.*s)", STR_ARG(field), STR_ARG(of)) : field, a);
        }
    for (size_t i = 0; i < p->l->filters; i++)
        if (p->plan->filter[i] == col)
            text = also(text,
                        arena_printf(a, "[%s %.*s]", p->l->filter[i].skip ? "skip" : "only",
                                     STR_ARG(p->l->filter[i].name)),
                        a);
    return text;
}

struct str tell_title(const struct check_sheet *s, size_t title, bool indonesian, struct arena *a)
{
    const struct palette *p = &s->palette;
    struct str said = p->plan->title[title], field, ignored;
    const struct variants *sheet_name = &p->l->titles[TITLE_SHEET_NAME][title];
    char where[ADDRESS_SIZE];
    const char *place = indonesian ? "nama berkas" : "the file's name";
    long row;
    int col;
    if (said.len == 0)
        return said;
    if (title < LAYOUT_TITLES) {
        field = str_c(layout_titles[title]);
    } else {
        field = layout_field(p->l, (int)(title - LAYOUT_TITLES));
        said = paint_role(p->l, (int)(title - LAYOUT_TITLES)) == ROLE_PERSON ? STR("…") : said;
    }
    if (paint_title(p, title, s->head, &row, &col)) {
        where[address(row, col, where)] = '\0';
        place = where;
    } else if (sheet_name->n > 0 && title_in_text(sheet_name, s->name, a, &ignored)) {
        place = indonesian ? "nama lembar" : "the sheet's name";
    }
    return arena_printf(a, "%.*s '%.*s' (%s)", STR_ARG(field), STR_ARG(paint_line(said, a)), place);
}

/* --- a file --- */

static void say_near(struct out *out, const struct layout *l, const struct fit *f, struct arena *a)
{
    say(out, "  nearly    %.*s: %zu of %zu headings; sheet '%.*s' has no heading %.*s%s%.*s", STR_ARG(l->id),
        f->found, f->wanted, STR_ARG(f->sheet), STR_ARG(paint_line(f->missing, a)),
        f->strange.len > 0 ? "; not known to the layout: " : "", STR_ARG(paint_line(f->strange, a)));
}

/* At least three of four headings are there: columns of regions alone make no form. */
static bool near(const struct fit *f)
{
    return f->missing.len > 0 && !f->ambiguous && f->found * 4 >= f->wanted * 3;
}

void tell_file(struct out *out, const struct check_file *f, const struct layouts *ls, const struct fit *fit)
{
    struct arena a = {0};
    say(out, "%.*s", STR_ARG(f->name));
    for (size_t i = 0; i < f->sources; i++) {
        const struct layout *l = f->source[i].l;
        say(out, "  layout    %.*s %.*s, %s, %.*s: %.*s", STR_ARG(l->id), STR_ARG(l->version),
            kind_names[l->kind], STR_ARG(l->agency), STR_ARG(l->title));
    }
    if (f->sources == 0)
        say(out, "  layout    none fits");
    for (size_t i = 0; i < ls->n && f->sources == 0; i++)
        if (near(&fit[i]))
            say_near(out, &ls->layout[i], &fit[i], &a);
    arena_done(&a);
}

/* --- a sheet --- */

static void say_columns(struct out *out, const struct check_sheet *s, struct arena *a)
{
    enum { SHOWN = 12 };
    struct str unread = STR("");
    char column[ADDRESS_SIZE];
    size_t n = 0;
    for (size_t i = 0; i < s->paths; i++) {
        struct str became = tell_column(&s->palette, s->path[i].col, a),
                   typed = paint_line(s->path[i].typed, a);
        address_column(s->path[i].col, column);
        if (became.len > 0)
            say(out, "  column    %-3s %.*s = %.*s%s", column, STR_ARG(became), STR_ARG(typed),
                s->path[i].hidden ? " (hidden)" : "");
        else if (n++ < SHOWN)
            unread = also(unread, arena_printf(a, "%s '%.*s'", column, STR_ARG(typed)), a);
    }
    if (n > SHOWN)
        unread = also(unread, arena_printf(a, "and %zu more", n - SHOWN), a);
    if (n > 0)
        say(out, "  not read  %.*s", STR_ARG(unread));
}

static void say_rows(struct out *out, const struct check_sheet *s, struct arena *a)
{
    struct str text = STR("");
    for (int f = FATE_DATA; f < FATE_FAILED; f++)
        if (s->rows[f] > 0)
            text = also(text, arena_printf(a, "%s %ld", tell_fate((enum fate)f, false), s->rows[f]), a);
    say(out, "  rows      %.*s; records %ld, rejected %ld, notes %ld",
        STR_ARG(text.len > 0 ? text : STR("none")), s->records, s->rejected, s->noted);
}

void tell_sheet(struct out *out, const struct check_sheet *s)
{
    struct arena a = {0};
    const struct plan *plan = s->palette.plan;
    say(out, "\nsheet '%.*s', %.*s", STR_ARG(s->name), STR_ARG(s->palette.l->id));
    if (s->palette.l->rows > 1)
        say(out, "  heading   rows %ld to %ld", plan->heading, plan->first_row - 1);
    else
        say(out, "  heading   row %ld", plan->heading);
    for (size_t t = 0; t < LAYOUT_MAX_TITLES; t++) {
        struct str title = tell_title(s, t, false, &a);
        if (title.len > 0)
            say(out, "  title     %.*s", STR_ARG(title));
    }
    say_columns(out, s, &a);
    say_rows(out, s, &a);
    for (size_t i = 0; i < s->notes; i++)
        say(out, "  remark    %.*s %.*s: %.*s", STR_ARG(s->note[i].at), STR_ARG(s->note[i].code),
            STR_ARG(s->note[i].message));
    if (s->rejected + s->noted > (long)s->notes)
        say(out, "  remark    … and %ld more", s->rejected + s->noted - (long)s->notes);
    arena_done(&a);
}
