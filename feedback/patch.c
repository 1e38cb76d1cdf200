#include "patch.h"
#include "listing.h"
#include "notes.h"
#include "package.h"
#include "paint.h"
#include "workbookpart.h"

#include <stdlib.h>

/* A sheet of the workbook that has marks. */
struct marked {
    struct package_sheet *sheet;
    const struct marks_sheet *marks;
    struct notes *notes;                       /* NULL: nothing is told */
    const struct zip_entry *texts, *relations; /* comments and relations that are there, or NULL */
    struct str new_texts, new_drawing, new_drawing_id;
    struct str has_drawing; /* id of the relation to the one that is there */
};

struct patch {
    struct package p;
    const struct zip_entry *relations; /* the part of the workbook's */
    const struct marks *marks;
    struct archive *into;
    struct styles *styles;
    struct marked *marked;
    size_t n;
    struct str new_styles;
    struct additions additions; /* to the workbook */
    bool *written;              /* by part of the archive */
};

/* --- what is there, what will be new --- */

static const struct zip_entry *rels_of(struct patch *x, const struct zip_entry *part)
{
    return zip_find(x->p.zip, relations_name(part->name, &x->p.arena));
}

static void plan_notes(struct patch *x, struct marked *d)
{
    d->relations = rels_of(x, d->sheet->part);
    d->notes = notes_open(x->marks, d->marks);
    if (notes_none(d->notes)) {
        notes_close(d->notes);
        d->notes = NULL;
        return;
    }
    const struct relation *texts = relations_typed(&d->sheet->relations, "/comments");
    d->texts = texts ? zip_find(x->p.zip, texts->target) : NULL;
    if (!d->texts)
        d->new_texts = package_fresh_part(&x->p, "comments/kp2s", ".xml");
    d->new_drawing = package_fresh_part(&x->p, "drawings/kp2s", ".vml");
    d->new_drawing_id = package_fresh_id(&x->p, &d->sheet->relations);
}

static struct marked *marked_part(struct patch *x, const struct zip_entry *entry)
{
    for (size_t i = 0; i < x->n; i++)
        if (x->marked[i].sheet->part == entry)
            return &x->marked[i];
    return NULL;
}

static bool has_cells(const struct marks_sheet *s)
{
    return s->found && s->n > 0 && s->mark[s->n - 1].row > 0;
}

static void plan_sheets(struct patch *x)
{
    x->marked = mem_alloc((x->p.sheets + 1) * sizeof *x->marked);
    for (size_t i = 0; i < x->p.sheets; i++)
        for (size_t k = 0; k < x->marks->sheets; k++) {
            const struct marks_sheet *s = &x->marks->sheet[k];
            if (!has_cells(s) || !str_eq(s->name, x->p.sheet[i].name) || marked_part(x, x->p.sheet[i].part))
                continue;
            struct marked *d = &x->marked[x->n++];
            *d = (struct marked){.sheet = &x->p.sheet[i], .marks = s};
            plan_notes(x, d);
            break;
        }
}

static void plan_additions(struct patch *x)
{
    struct package *p = &x->p;
    struct additions *a = &x->additions;
    if (!p->styles)
        x->new_styles = package_usual_part(p, "styles", ".xml"); /* some readers look nowhere else */
    *a = (struct additions){.list_name = listing_name(p),
                            .list_part = package_fresh_part(p, "worksheets/kp2s", ".xml"),
                            .list_id = package_fresh_id(p, &p->relations),
                            .styles_part = x->new_styles,
                            .styles_id = package_fresh_id(p, &p->relations)};
    a->texts = arena_alloc(&p->arena, (x->n + 1) * sizeof *a->texts);
    for (size_t i = 0; i < x->n; i++) {
        if (x->marked[i].new_texts.len > 0)
            a->texts[a->texts_n++] = x->marked[i].new_texts;
        a->drawings |= x->marked[i].notes != NULL;
    }
}

/* --- parts, in the archive's order --- */

/* A part is written once: two that share it would each change it. */
static bool claim(struct patch *x, const struct zip_entry *part, struct err *e)
{
    bool *written = &x->written[part - zip_part_at(x->p.zip, 0)];
    if (*written)
        return err_set(e, ST_UNREADABLE, "'%s' is damaged: the part '%.*s' serves two ends",
                       zip_name(x->p.zip), STR_ARG(part->name));
    return *written = true;
}

/* A part that is there, or a new one. */
static bool begin(struct patch *x, const struct zip_entry *old, struct str fresh, struct err *e)
{
    if (old && !claim(x, old, e))
        return false;
    archive_begin(x->into, old ? old->name : fresh, old ? old->modified : (uint32_t)ARCHIVE_NO_TIME);
    return true;
}

/* A part that is written behind the others, when all sheets are known: styles, comments and their relations.
 */
static bool waits(struct patch *x, const struct zip_entry *entry)
{
    if (entry == x->p.styles)
        return true;
    for (size_t i = 0; i < x->n; i++) {
        struct marked *d = &x->marked[i];
        if (d->notes && (entry == d->texts || entry == d->relations))
            return true;
        for (size_t k = 0; d->notes && k < d->sheet->relations.n; k++) {
            const struct relation *r = &d->sheet->relations.relation[k];
            if (r->type.len > 11 && memcmp(r->type.ptr + r->type.len - 11, "/vmlDrawing", 11) == 0 &&
                zip_find(x->p.zip, r->target) == entry)
                return true;
        }
    }
    return false;
}

static bool write_sheet(struct patch *x, struct marked *d, struct err *e)
{
    struct str names = package_type(&x->p, "");
    struct painting g = {.marks = d->marks, .styles = x->styles, .arena = &x->p.arena};
    if (d->notes)
        g.drawing = arena_printf(&x->p.arena, "xmlns:r=\"%.*s\" r:id=\"%.*s\"", (int)names.len - 1, names.ptr,
                                 STR_ARG(d->new_drawing_id));
    if (!paint_sheet(&g, x->p.zip, d->sheet->part, x->into, e))
        return err_place(e, "sheet %.*s", STR_ARG(d->sheet->name));
    d->has_drawing = g.has_drawing;
    return true;
}

static bool write_part(struct patch *x, const struct zip_entry *entry, struct err *e)
{
    struct marked *d = marked_part(x, entry);
    bool types = entry == x->p.types, book = entry == x->p.workbook, rels = entry == x->relations;
    if (!d && !types && !book && !rels)
        return waits(x, entry) || (claim(x, entry, e) && archive_copy(x->into, x->p.zip, entry, e));
    if (!begin(x, entry, STR(""), e))
        return false;
    bool ok = d       ? write_sheet(x, d, e)
              : types ? workbook_types(&x->p, &x->additions, x->into, e)
              : book  ? workbook_part(&x->p, &x->additions, x->into, e)
                      : workbook_relations(&x->p, &x->additions, entry, x->into, e);
    archive_end(x->into);
    return ok;
}

/* --- parts behind the others --- */

/* The relations of a sheet, with what is new. */
static bool write_relations(struct patch *x, const struct marked *d, bool drawing, struct err *e)
{
    const struct zip_entry *old = d->relations;
    struct package *p = &x->p;
    struct str id = d->new_texts.len > 0 ? package_fresh_id(p, &d->sheet->relations) : STR("");
    const struct new_relation fresh[] = {
        {id, package_type(p, "comments"), d->new_texts},
        {d->new_drawing_id, package_type(p, "vmlDrawing"), drawing ? d->new_drawing : STR("")},
    };
    if (old && d->new_texts.len == 0 && !drawing)
        return claim(x, old, e) && archive_copy(x->into, p->zip, old, e);
    if (!begin(x, old, relations_name(d->sheet->part->name, &p->arena), e))
        return false;
    bool ok = relations_write(p, old, fresh, sizeof fresh / sizeof *fresh, x->into, e);
    archive_end(x->into);
    return ok;
}

static bool write_notes(struct patch *x, const struct marked *d, struct err *e)
{
    const struct relation *r = relations_with(&d->sheet->relations, d->has_drawing);
    const struct zip_entry *drawing = d->has_drawing.len > 0 && r ? zip_find(x->p.zip, r->target) : NULL;
    if (d->has_drawing.len > 0 && !drawing)
        return err_set(e, ST_UNREADABLE,
                       "'%s' is damaged: the drawing of comments of sheet '%.*s' is missing",
                       zip_name(x->p.zip), STR_ARG(d->sheet->name));
    if (!begin(x, d->texts, d->new_texts, e))
        return false;
    bool ok = notes_write(d->notes, x->p.zip, d->texts, package_namespace(&x->p), x->into, e);
    archive_end(x->into);
    if (!ok || !begin(x, drawing, d->new_drawing, e))
        return false;
    ok = notes_draw(d->notes, x->p.zip, drawing, x->into, e);
    archive_end(x->into);
    return ok && write_relations(x, d, drawing == NULL, e);
}

/* What waited and was not changed: drawings that are none of comments. */
static bool write_waiting(struct patch *x, struct err *e)
{
    for (size_t i = 0; i < zip_parts(x->p.zip); i++)
        if (!x->written[i] && !archive_copy(x->into, x->p.zip, zip_part_at(x->p.zip, i), e))
            return false;
    return true;
}

static bool write_rest(struct patch *x, bool converted, struct err *e)
{
    for (size_t i = 0; i < x->n; i++)
        if (x->marked[i].notes && !write_notes(x, &x->marked[i], e))
            return false;
    if (!begin(x, x->p.styles, x->new_styles, e))
        return false;
    bool ok = styles_write(x->styles, x->into, e);
    archive_end(x->into);
    archive_begin(x->into, x->additions.list_part, ARCHIVE_NO_TIME);
    listing_write(x->marks, &x->p, x->styles, converted, x->into);
    archive_end(x->into);
    return ok && write_waiting(x, e);
}

/* --- --- */

static bool patch(struct patch *x, bool converted, struct err *e)
{
    x->styles = styles_open(x->p.zip, x->p.styles, package_namespace(&x->p), e);
    if (!x->styles)
        return false;
    x->relations = rels_of(x, x->p.workbook);
    x->written = arena_alloc(&x->p.arena, zip_parts(x->p.zip) * sizeof *x->written);
    plan_sheets(x);
    plan_additions(x);
    for (size_t i = 0; i < zip_parts(x->p.zip); i++)
        if (!write_part(x, zip_part_at(x->p.zip, i), e))
            return false;
    return write_rest(x, converted, e);
}

bool patch_workbook(const struct marks *m, const struct zip *z, bool converted, struct archive *into,
                    struct err *e)
{
    struct patch x = {.marks = m, .into = into};
    if (!package_open(&x.p, z, e))
        return false;
    bool ok = patch(&x, converted, e);
    for (size_t i = 0; i < x.n; i++)
        notes_close(x.marked[i].notes);
    free(x.marked);
    styles_close(x.styles);
    package_close(&x.p);
    return ok;
}
