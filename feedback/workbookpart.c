#include "workbookpart.h"
#include "xmlpipe.h"

#include <strings.h>

/* Text behind the last child of the root, whatever form the root has. */
static void append_to_root(struct xmlpipe *p, const struct tag *t, struct str text, struct arena *a)
{
    if (t->depth != 1 || t->kind == TAG_START)
        return;
    if (t->kind == TAG_EMPTY)
        xmlpipe_instead(p, tag_opened(t, a));
    xmlpipe_before(p, text);
    if (t->kind == TAG_EMPTY)
        xmlpipe_before(p, arena_printf(a, "</%.*s%.*s>", STR_ARG(t->prefix), STR_ARG(t->name)));
}

/* --- the workbook --- */

static void count_on(struct xmlpipe *p, const struct tag *t, const char *attribute, struct arena *a)
{
    long index = tag_number(t, attribute, 0);
    xmlpipe_instead(p, tag_with(t, attribute, arena_printf(a, "%ld", index + 1), a));
}

/* The sheet that was shown stays the one that is shown; its tabs are scrolled to the first. */
static void view(struct xmlpipe *p, const struct tag *t, struct arena *a)
{
    struct str scrolled;
    struct tag changed = *t;
    if (tag_attribute(t, "firstSheet", &scrolled)) {
        changed.raw = tag_with(t, "firstSheet", STR("0"), a);
        changed.name.ptr = changed.raw.ptr + (t->name.ptr - t->raw.ptr);
    }
    count_on(p, &changed, "activeTab", a);
}

static void add_list(struct package *p, const struct additions *added, struct xmlpipe *pipe,
                     const struct tag *t, struct arena *a)
{
    struct str names = package_type(p, ""), x = t->prefix;
    if (!p->viewed)
        xmlpipe_before(pipe,
                       arena_printf(a, "<%.*sbookViews><%.*sworkbookView activeTab=\"1\"/></%.*sbookViews>",
                                    STR_ARG(x), STR_ARG(x), STR_ARG(x)));
    xmlpipe_behind(
        pipe, arena_printf(a, "<%.*ssheet name=\"%.*s\" sheetId=\"%ld\" xmlns:r=\"%.*s\" r:id=\"%.*s\"/>",
                           STR_ARG(x), STR_ARG(added->list_name), p->last_id + 1, (int)names.len - 1,
                           names.ptr, STR_ARG(added->list_id)));
}

bool workbook_part(struct package *p, const struct additions *added, struct archive *into, struct err *e)
{
    struct xmlpipe *pipe = xmlpipe_open(p->zip, p->workbook, into, e);
    struct arena a = {0};
    struct tag t;
    struct str local;
    int got = pipe ? 1 : -1;
    while (got == 1 && (got = xmlpipe_next(pipe, &t, e)) == 1) {
        if (t.depth == 2 && t.kind == TAG_START && str_is(t.name, "sheets"))
            add_list(p, added, pipe, &t, &a);
        else if (t.depth == 3 && tag_begins(&t, "workbookView"))
            view(pipe, &t, &a);
        else if (t.depth == 3 && tag_begins(&t, "definedName") && tag_attribute(&t, "localSheetId", &local))
            count_on(pipe, &t, "localSheetId", &a);
        arena_reset(&a);
    }
    xmlpipe_close(pipe);
    arena_done(&a);
    return got == 0;
}

/* --- relations --- */

static struct str relations_text(const struct new_relation *fresh, size_t n, struct str prefix,
                                 struct arena *a)
{
    struct str text = {0};
    for (size_t i = 0; i < n; i++)
        if (fresh[i].part.len > 0)
            text = arena_printf(a, "%.*s<%.*sRelationship Id=\"%.*s\" Type=\"%.*s\" Target=\"/%.*s\"/>",
                                STR_ARG(text), STR_ARG(prefix), STR_ARG(fresh[i].id), STR_ARG(fresh[i].type),
                                STR_ARG(fresh[i].part));
    return text;
}

bool relations_write(const struct package *p, const struct zip_entry *old, const struct new_relation *fresh,
                     size_t n, struct archive *into, struct err *e)
{
    static const char empty[] =
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"/>";
    struct arena a = {0};
    struct tag t;
    struct xmlpipe *pipe =
        old ? xmlpipe_open(p->zip, old, into, e) : xmlpipe_text(str_c(empty), zip_name(p->zip), into);
    int got = pipe ? 1 : -1;
    while (got == 1 && (got = xmlpipe_next(pipe, &t, e)) == 1)
        append_to_root(pipe, &t, relations_text(fresh, n, t.prefix, &a), &a);
    xmlpipe_close(pipe);
    arena_done(&a);
    return got == 0;
}

bool workbook_relations(struct package *p, const struct additions *added, const struct zip_entry *rels,
                        struct archive *into, struct err *e)
{
    const struct new_relation fresh[] = {
        {added->list_id, package_type(p, "worksheet"), added->list_part},
        {added->styles_id, package_type(p, "styles"), added->styles_part},
    };
    return relations_write(p, rels, fresh, sizeof fresh / sizeof *fresh, into, e);
}

/* --- content types --- */

static struct str override(struct str text, struct str prefix, struct str part, const char *type,
                           struct arena *a)
{
    if (part.len == 0)
        return text;
    return arena_printf(
        a,
        "%.*s<%.*sOverride PartName=\"/%.*s\" "
        "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.%s+xml\"/>",
        STR_ARG(text), STR_ARG(prefix), STR_ARG(part), type);
}

static struct str types_text(const struct additions *added, bool vml, struct str prefix, struct arena *a)
{
    struct str text = {0};
    if (added->drawings && !vml)
        text = arena_printf(a,
                            "<%.*sDefault Extension=\"vml\" "
                            "ContentType=\"application/vnd.openxmlformats-officedocument.vmlDrawing\"/>",
                            STR_ARG(prefix));
    text = override(text, prefix, added->list_part, "worksheet", a);
    text = override(text, prefix, added->styles_part, "styles", a);
    for (size_t i = 0; i < added->texts_n; i++)
        text = override(text, prefix, added->texts[i], "comments", a);
    return text;
}

bool workbook_types(struct package *p, const struct additions *added, struct archive *into, struct err *e)
{
    struct xmlpipe *pipe = xmlpipe_open(p->zip, p->types, into, e);
    struct arena a = {0};
    struct tag t;
    struct str extension;
    bool vml = false;
    int got = pipe ? 1 : -1;
    while (got == 1 && (got = xmlpipe_next(pipe, &t, e)) == 1) {
        if (t.depth == 2 && tag_begins(&t, "Default") && tag_attribute(&t, "Extension", &extension))
            vml = vml || (extension.len == 3 && strncasecmp(extension.ptr, "vml", 3) == 0);
        append_to_root(pipe, &t, types_text(added, vml, t.prefix, &a), &a);
        arena_reset(&a);
    }
    xmlpipe_close(pipe);
    arena_done(&a);
    return got == 0;
}
