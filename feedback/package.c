#include "package.h"
#include "limit.h"
#include "xml.h"

#include <stdlib.h>

static const char transitional[] = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/",
                  strict[] = "http://purl.oclc.org/ooxml/officeDocument/relationships/";

static struct str dup_name(struct package *p, const char *name)
{
    struct arena scratch = {0};
    struct str s = arena_dup(&p->arena, xml_unescape(&scratch, str_c(name)));
    arena_done(&scratch);
    return s;
}

static void add_sheet(struct package *p, const char *name, struct str id)
{
    const struct relation *r = relations_with(&p->relations, id);
    const struct zip_entry *part = r ? zip_find(p->zip, r->target) : NULL;
    const char *worksheet = r && r->type.len > 10 ? r->type.ptr + r->type.len - 10 : "";
    p->name[p->names++] = dup_name(p, name);
    if (part && strncmp(worksheet, "/worksheet", 10) == 0)
        p->sheet[p->sheets++] = (struct package_sheet){.name = p->name[p->names - 1], .part = part};
}

static void workbook_start(struct xml *x, const char *name, const char **attributes)
{
    enum { ROOT = 1, SHEET = 3 };
    struct package *p = x->context;
    const char *title = xml_attribute(attributes, "name"), *id = xml_attribute(attributes, "sheetId");
    if (x->depth == SHEET && strcmp(name, "workbookView") == 0)
        p->viewed = true;
    if (x->depth != SHEET || strcmp(name, "sheet") != 0 || !title)
        return;
    if (p->names == limit_of(LIMIT_SHEETS)) {
        x->fault = limit_fault(LIMIT_SHEETS);
        return;
    }
    if ((p->names & (p->names - 1)) == 0) {
        size_t room = p->names ? p->names * 2 : 1;
        p->name = mem_grow(p->name, room * sizeof *p->name);
        p->sheet = mem_grow(p->sheet, room * sizeof *p->sheet);
    }
    long number = id ? strtol(id, NULL, 10) : 0;
    p->last_id = number > p->last_id ? number : p->last_id;
    for (const char **a = attributes; *a; a += 2) /* r:id, not another attribute of that name */
        if (strcmp(xml_local(a[0]), "id") == 0 && a[0] != xml_local(a[0]))
            add_sheet(p, title, str_c(a[1]));
}

static bool read_package(struct package *p, struct err *e)
{
    struct relations archive;
    if (!relations_read(p->zip, STR(""), &p->arena, &archive, e))
        return false;
    const struct relation *document = relations_typed(&archive, "/officeDocument");
    p->types = zip_find(p->zip, STR("[Content_Types].xml"));
    p->workbook = document ? zip_find(p->zip, document->target) : NULL;
    if (!p->workbook)
        p->workbook = zip_find(p->zip, STR("xl/workbook.xml"));
    p->strict = document && str_starts(document->type, strict);
    if (!p->types || !p->workbook)
        return err_set(e, ST_UNREADABLE, "'%s' is damaged: the part '%s' is missing", zip_name(p->zip),
                       p->types ? "xl/workbook.xml" : "[Content_Types].xml");
    struct xml x = {.context = p, .start = workbook_start};
    if (!relations_read(p->zip, p->workbook->name, &p->arena, &p->relations, e) ||
        !xml_read(p->zip, p->workbook, &x, e))
        return false;
    const struct relation *styles = relations_typed(&p->relations, "/styles");
    p->styles = styles ? zip_find(p->zip, styles->target) : NULL;
    for (size_t i = 0; i < p->sheets; i++) {
        struct package_sheet *s = &p->sheet[i];
        s->related = zip_find(p->zip, relations_name(s->part->name, &p->arena)) != NULL;
        if (!relations_read(p->zip, s->part->name, &p->arena, &s->relations, e))
            return false;
    }
    return true;
}

bool package_open(struct package *p, const struct zip *z, struct err *e)
{
    *p = (struct package){.zip = z};
    if (read_package(p, e))
        return true;
    package_close(p);
    return false;
}

void package_close(struct package *p)
{
    free(p->name);
    free(p->sheet);
    arena_done(&p->arena);
}

/* The folder of the workbook's part. */
static struct str folder(const struct package *p)
{
    struct str name = p->workbook->name;
    while (name.len > 0 && name.ptr[name.len - 1] != '/')
        name.len--;
    return name;
}

struct str package_fresh_part(struct package *p, const char *stem, const char *end)
{
    for (;;) {
        struct str name = arena_printf(&p->arena, "%.*s%s%d%s", STR_ARG(folder(p)), stem, ++p->fresh, end);
        if (!zip_find(p->zip, name))
            return name;
    }
}

struct str package_usual_part(struct package *p, const char *stem, const char *end)
{
    struct str name = arena_printf(&p->arena, "%.*s%s%s", STR_ARG(folder(p)), stem, end);
    return zip_find(p->zip, name) ? package_fresh_part(p, stem, end) : name;
}

struct str package_fresh_id(struct package *p, const struct relations *r)
{
    for (;;) {
        struct str id = arena_printf(&p->arena, "kp2s%d", ++p->fresh);
        if (!relations_with(r, id))
            return id;
    }
}

struct str package_type(struct package *p, const char *type)
{
    return arena_printf(&p->arena, "%s%s", p->strict ? strict : transitional, type);
}

const char *package_namespace(const struct package *p)
{
    return p->strict ? "http://purl.oclc.org/ooxml/spreadsheetml/main"
                     : "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
}

static void types_start(struct xml *x, const char *name, const char **attributes)
{
    const char *type = xml_attribute(attributes, "ContentType");
    bool *macros = x->context;
    *macros = *macros || (strcmp(name, "Override") == 0 && type && strstr(type, ".macroEnabled.main+xml"));
}

bool package_macros(const struct zip *z, bool *macros, struct err *e)
{
    const struct zip_entry *types = zip_find(z, STR("[Content_Types].xml"));
    struct xml x = {.context = macros, .start = types_start};
    *macros = false;
    return !types || xml_read(z, types, &x, e);
}
