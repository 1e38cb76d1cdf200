#include "guess.h"
#include "guessdraft.h"

#include <string.h>

/* What a guess is made with. */
struct means {
    const struct gplaces *places;
    const struct gcatalogue *catalogue;
    struct arena *a;
};

/* --- the sheets of a file --- */

static bool look_at(const struct means *m, struct heads *h, size_t index, struct gform *f, struct err *e)
{
    struct gsheet *s = &f->sheet;
    if (!gsheet_read(s, h, index, m->a, e) || !gsheet_heading(s, m->places, e))
        return false;
    if (s->heading == 0)
        return true;
    if (!gsheet_columns(s, m->places, m->a, e))
        return false;
    gsheet_fields(s, m->places, m->a);
    gtitles_find(s, m->places, m->a, &f->titles);
    ggroups_find(s, m->catalogue, m->places, gtitles_text(s, m->a), m->a, &f->groups);
    f->fate = FATE_OTHER;
    return true;
}

static size_t fields_of(const struct gsheet *s)
{
    size_t n = 0;
    for (size_t i = 0; i < s->columns; i++)
        n += s->column[i].field != NULL;
    return n;
}

/* The same depth, and the same headings for the same fields. */
static bool same_form(const struct gsheet *a, const struct gsheet *b)
{
    if (a->depth != b->depth || a->kind != b->kind || fields_of(a) != fields_of(b) || fields_of(a) == 0)
        return false;
    for (size_t i = 0; i < a->columns; i++) {
        const struct column *c = &a->column[i], *other = c->field ? gsheet_field(b, c->field) : NULL;
        if (c->field && (!other || !str_eq(c->typed, other->typed)))
            return false;
    }
    return true;
}

/* The same persons in the same rows. */
static bool is_copy(const struct gsheet *a, const struct gsheet *b)
{
    const struct column *nik = gsheet_field(a, "nik"), *other = gsheet_field(b, "nik");
    size_t same = 0, n = 0;
    for (size_t i = a->data, k = b->data; nik && other && i < a->end && k < b->end; i++, k++, n++) {
        const struct cell *c = gsheet_cell(&a->row[i], nik->col), *d = gsheet_cell(&b->row[k], other->col);
        same += c && d && str_eq(str_trim(c->text), str_trim(d->text));
    }
    return n > 0 && same * 2 > n;
}

static void choose_lead(struct draft *d)
{
    for (size_t i = 0; i < d->forms; i++) {
        struct gform *f = &d->form[i];
        bool better = !d->lead || (fields_of(&d->lead->sheet) == 0 && fields_of(&f->sheet) > 0);
        if (f->fate != FATE_NONE && better)
            d->lead = f;
    }
    for (size_t i = 0; d->lead && i < d->forms; i++) {
        struct gform *f = &d->form[i];
        if (f == d->lead)
            f->fate = FATE_LEAD;
        else if (f->fate != FATE_NONE && same_form(&d->lead->sheet, &f->sheet))
            f->fate = is_copy(&d->lead->sheet, &f->sheet) ? FATE_COPY : FATE_SAME;
    }
}

static bool refuse(const struct draft *d, const char *path, const char *sheet, struct err *e)
{
    if (d->forms == 0 && sheet) {
        err_set(e, ST_UNREADABLE, "'%s' has no sheet '%s'", path, sheet);
        return err_hint(e, "kp2s-sheet --list shows the sheets");
    }
    err_set(e, ST_UNREADABLE, "no table is found in '%s'", path);
    for (size_t i = 0; i < d->forms; i++)
        if (d->form[i].sheet.rows > 0)
            return err_hint(e, "%s",
                            d->form[i].sheet.lack == LACK_COLUMNS
                                ? "its labels stand one below the other, each beside its value"
                                : "a table has a row of headings above its data");
    return err_hint(e, "its sheets are empty");
}

static bool look_at_book(const struct means *m, struct heads *h, const char *sheet, struct draft *d,
                         struct err *e)
{
    size_t n = book_sheets(h->book);
    d->form = arena_alloc(m->a, n * sizeof *d->form);
    for (size_t i = 0; i < n; i++) {
        const struct sheet *this = book_sheet(h->book, i);
        bool wanted = sheet ? str_is(this->name, sheet) : this->visible && !book_is_list(this);
        if (wanted && !look_at(m, h, i, &d->form[d->forms++], e))
            return false;
    }
    choose_lead(d);
    return true;
}

/* --- the file --- */

static struct str name_of(const char *path)
{
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path, *dot = strrchr(name, '.');
    return (struct str){name, dot && dot > name ? (size_t)(dot - name) : strlen(name)};
}

static bool guess_book(const struct means *m, const char *path, const char *sheet, struct out *out,
                       struct err *e)
{
    struct book *book = book_open(path, e);
    if (!book)
        return false;
    struct heads heads;
    struct draft d = {.file = name_of(path), .all = !sheet, .catalogue = m->catalogue};
    heads_init(&heads, book);
    bool ok = look_at_book(m, &heads, sheet, &d, e);
    if (ok && !d.lead)
        ok = refuse(&d, path, sheet, e);
    if (ok)
        draft_write(&d, out, m->a);
    heads_done(&heads);
    book_close(book);
    return ok;
}

bool guess_file(const char *path, const char *etc, const char *sheet, struct out *out, struct err *e)
{
    struct arena a = {0};
    struct gcatalogue catalogue;
    struct gplaces *places = gplaces_open(etc, e);
    bool ok = places && gcatalogue_read(&catalogue, etc, &a, e);
    if (ok)
        ok = guess_book(&(struct means){places, &catalogue, &a}, path, sheet, out, e);
    gplaces_close(places);
    arena_done(&a);
    return ok;
}
