#include "choose.h"

#include "hidden.h"

#include "prog.h"

static bool nearer(const struct fit *a, const struct fit *b)
{
    return b->wanted == 0 ? a->found > 0 : a->found * b->wanted > b->found * a->wanted;
}

/* A hidden sheet that the group names; NULL when there is none. */
static const struct sheet *hidden_sheet(const struct book *b, const struct group *g)
{
    struct arena a = {0};
    const struct sheet *hidden = NULL;
    for (size_t i = 0; i < book_sheets(b) && !hidden; i++) {
        const struct sheet *s = book_sheet(b, i);
        if (!s->visible && g->sheet.n > 0 && variants_match(&g->sheet, str_fold(&a, s->name)))
            hidden = s;
    }
    arena_done(&a);
    return hidden;
}

/* A hidden sheet that any layout names; NULL when there is none. */
static const struct sheet *hidden_of_any(const struct layouts *ls, const struct book *b)
{
    const struct sheet *hidden = NULL;
    for (size_t i = 0; i < ls->n && !hidden; i++)
        for (size_t k = 0; k < ls->layout[i].groups && !hidden; k++)
            hidden = hidden_sheet(b, &ls->layout[i].group[k]);
    return hidden;
}

/* Why the layout that came nearest does not fit. */
static bool no_fit(const struct layouts *ls, const struct heads *h, struct str file, const struct layout *l,
                   const struct fit *f, struct err *e)
{
    bool only = ls->n == 1;
    if (only)
        err_set(e, ST_UNREADABLE, "layout '%.*s' does not fit '%.*s'", STR_ARG(l->id), STR_ARG(file));
    else
        err_set(e, ST_UNREADABLE, "no layout fits '%.*s'", STR_ARG(file));
    const struct sheet *hidden = f->found == 0 ? hidden_of_any(ls, h->book) : NULL;
    if (hidden)
        return err_hint(e, "sheet '%.*s' is hidden and not read", STR_ARG(hidden->name));
    if (!only && f->found == 0)
        return err_hint(e,
                        "no heading of any layout was found; give the layout with -l to see what it misses");
    if (h->only.len > 0)
        return err_hint(e, "sheet '%.*s' is not there, or not what the layout takes", STR_ARG(h->only));
    if (f->sheet.len == 0)
        return err_hint(e, "no visible sheet has a name that the layout takes");
    if (f->other.len > 0 && f->missing.len == 0)
        return err_hint(e, "%s%.*s%ssheet '%.*s' has the heading '%.*s' of another form",
                        only ? "" : "nearest is ", only ? 0 : (int)l->id.len, l->id.ptr, only ? "" : ": ",
                        STR_ARG(f->sheet), STR_ARG(f->other));
    if (f->missing.len == 0)
        return err_hint(e, "sheet '%.*s' has nothing in its first rows", STR_ARG(f->sheet));
    return err_hint(e, "%s%.*s%ssheet '%.*s' has no heading %.*s%s%.*s", only ? "" : "nearest is ",
                    only ? 0 : (int)l->id.len, l->id.ptr, only ? "" : ": ", STR_ARG(f->sheet),
                    STR_ARG(f->missing), f->strange.len > 0 ? "; not known to the layout: " : "",
                    STR_ARG(f->strange));
}

/* Both would read the same table: not two of a sheet that they share. */
static bool at_odds(const struct layout *la, const struct fit *a, const struct layout *lb,
                    const struct fit *b, const struct plan **at)
{
    for (size_t i = 0; i < a->plans; i++)
        for (size_t k = 0; k < b->plans; k++) {
            *at = &a->plan[i];
            if (a->plan[i].sheet == b->plan[k].sheet &&
                !(la->shares && lb->shares && a->plan[i].heading != b->plan[k].heading))
                return true;
        }
    return false;
}

static bool several_fit(const struct layout *a, const struct layout *b, const struct sheet *sheet,
                        struct str file, struct err *e)
{
    err_set(e, ST_CONFIRM, "more than one layout fits '%.*s': %.*s, %.*s", STR_ARG(file), STR_ARG(a->id),
            STR_ARG(b->id));
    err_place(e, "%.*s", STR_ARG(sheet->name));
    return err_hint(e, "say which one it is with -l");
}

static bool several_sheets(const struct layout *l, struct str file, const struct fit *f, struct err *e)
{
    err_set(e, ST_CONFIRM, "layout '%.*s' takes one sheet and fits several of '%.*s': %.*s", STR_ARG(l->id),
            STR_ARG(file), STR_ARG(f->missing));
    return err_hint(e, "say which one it is with --sheet");
}

/* Any two of the layouts that fit. */
static bool agree(const struct layouts *ls, const struct heads *h, const struct fit *fit, struct str file,
                  struct err *e)
{
    const struct plan *at;
    for (size_t i = 0; i < ls->n; i++)
        for (size_t k = i + 1; k < ls->n && fit[i].fits; k++)
            if (fit[k].fits && at_odds(&ls->layout[i], &fit[i], &ls->layout[k], &fit[k], &at))
                return several_fit(&ls->layout[i], &ls->layout[k], book_sheet(h->book, at->sheet), file, e);
    return true;
}

bool choose_layouts(const struct layouts *ls, struct heads *h, struct str file, struct arena *a,
                    struct fit *fit, struct err *e)
{
    size_t fitting = 0, nearest = 0, ambiguous = ls->n;
    for (size_t i = 0; i < ls->n; i++) {
        if (!fit_layout(h, &ls->layout[i], a, &fit[i], e))
            return false;
        if (fit[i].ambiguous)
            ambiguous = i;
        fitting += fit[i].fits;
        nearest = nearer(&fit[i], &fit[nearest]) ? i : nearest;
    }
    if (fitting > 0)
        return agree(ls, h, fit, file, e);
    if (ambiguous < ls->n)
        return several_sheets(&ls->layout[ambiguous], file, &fit[ambiguous], e);
    return no_fit(ls, h, file, &ls->layout[nearest], &fit[nearest], e);
}

/* --- what is not read --- */

static void tell_hidden_columns(const struct heads *h, const struct fit *f, struct str file)
{
    struct arena a = {0};
    for (size_t p = 0; p < f->plans; p++) {
        const struct survey *s = h->head[f->plan[p].sheet]->preface;
        if (s->hiddens > 0)
            prog_log(LOG_INFO, "'%.*s': sheet '%.*s': hidden columns passed over: %.*s", STR_ARG(file),
                     STR_ARG(book_sheet(h->book, f->plan[p].sheet)->name), STR_ARG(hidden_columns(s, &a)));
    }
    arena_done(&a);
}

static void tell_groups(const struct book *b, const struct layout *l, const struct fit *f, struct str file)
{
    struct arena a = {0};
    for (size_t i = 0; i < l->groups; i++) {
        bool there = l->group[i].sheet.n == 0;
        for (size_t p = 0; p < f->plans && !there; p++)
            there = variants_match(&l->group[i].sheet, str_fold(&a, book_sheet(b, f->plan[p].sheet)->name));
        const struct sheet *hidden = there ? NULL : hidden_sheet(b, &l->group[i]);
        if (hidden)
            prog_log(LOG_WARN, "'%.*s': sheet '%.*s' is hidden and not read: nothing for group '%.*s'",
                     STR_ARG(file), STR_ARG(hidden->name), STR_ARG(l->group[i].id));
        else if (!there)
            prog_log(LOG_WARN, "'%.*s': no sheet '%.*s' for group '%.*s'", STR_ARG(file),
                     STR_ARG(l->group[i].sheet.typed[0]), STR_ARG(l->group[i].id));
    }
    arena_done(&a);
}

static bool sheet_read(const struct layouts *ls, const struct fit *fit, size_t sheet)
{
    for (size_t i = 0; i < ls->n; i++)
        for (size_t p = 0; p < fit[i].plans && fit[i].fits; p++)
            if (fit[i].plan[p].sheet == sheet)
                return true;
    return false;
}

void choose_tell(const struct layouts *ls, const struct heads *h, const struct fit *fit, struct str file)
{
    for (size_t i = 0; i < ls->n; i++) {
        if (!fit[i].fits)
            continue;
        prog_log(LOG_DEBUG, "'%.*s': layout '%.*s'", STR_ARG(file), STR_ARG(ls->layout[i].id));
        if (ls->layout[i].hidden_columns == HIDDEN_SKIP)
            tell_hidden_columns(h, &fit[i], file);
        tell_groups(h->book, &ls->layout[i], &fit[i], file);
    }
    for (size_t i = 0; i < book_sheets(h->book); i++) {
        const struct sheet *s = book_sheet(h->book, i);
        if (!sheet_read(ls, fit, i))
            prog_log(LOG_INFO, "'%.*s': sheet '%.*s' passed over: %s", STR_ARG(file), STR_ARG(s->name),
                     s->visible ? "not of the layout" : "hidden");
    }
}

/* --- titles --- */

static bool common_title(const struct book *b, const struct fit *f, struct str file, size_t title,
                         struct str *text, struct err *e)
{
    *text = STR("");
    for (size_t p = 0; p < f->plans; p++) {
        struct str said = f->plan[p].title[title];
        if (said.len == 0 || str_eq(said, *text))
            continue;
        if (text->len > 0 && title == 0) {
            *text = STR("");
            return true;
        }
        if (text->len > 0) {
            err_set(e, ST_UNREADABLE, "the sheets disagree on the %s: '%.*s' and '%.*s'",
                    layout_titles[title], STR_ARG(*text), STR_ARG(said));
            err_place(e, "%.*s, %.*s", STR_ARG(file), STR_ARG(book_sheet(b, f->plan[p].sheet)->name));
            return err_hint(e, "a file is one source: divide it, or mend the title");
        }
        *text = said;
    }
    return true;
}

bool choose_titles(const struct book *b, const struct fit *f, struct str file,
                   struct str title[LAYOUT_TITLES], struct err *e)
{
    for (size_t t = 0; t < LAYOUT_TITLES; t++)
        if (!common_title(b, f, file, t, &title[t], e))
            return false;
    return true;
}
