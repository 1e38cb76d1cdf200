#include "relations.h"
#include "limit.h"
#include "xml.h"

#include <string.h>

struct reader {
    struct arena *arena;
    struct str folder; /* of the part that refers */
    struct relations *into;
    size_t room;
};

static bool ends_with(struct str s, const char *end)
{
    size_t len = strlen(end);
    return s.len >= len && memcmp(s.ptr + s.len - len, end, len) == 0;
}

/* The folder of a part, with its slash. */
static struct str folder_of(struct str part)
{
    while (part.len > 0 && part.ptr[part.len - 1] != '/' && part.ptr[part.len - 1] != '\\')
        part.len--;
    return part;
}

/* A relation's target as a path within the archive: absolute, or from the folder of the part that names it.
 */
static struct str target_path(struct arena *a, struct str folder, struct str target)
{
    if (target.len > 0 && (*target.ptr == '/' || *target.ptr == '\\'))
        return arena_dup(a, (struct str){target.ptr + 1, target.len - 1});
    while (str_starts(target, "../")) {
        target = (struct str){target.ptr + 3, target.len - 3};
        folder.len -= folder.len > 0;
        while (folder.len > 0 && folder.ptr[folder.len - 1] != '/')
            folder.len--;
    }
    while (str_starts(target, "./"))
        target = (struct str){target.ptr + 2, target.len - 2};
    return arena_printf(a, "%.*s%.*s", STR_ARG(folder), STR_ARG(target));
}

static void relation_start(struct xml *x, const char *name, const char **attributes)
{
    struct reader *reader = x->context;
    struct relations *r = reader->into;
    const char *target = xml_attribute(attributes, "Target");
    if (strcmp(name, "Relationship") != 0 || !target)
        return;
    if (r->n == limit_of(LIMIT_PARTS)) {
        x->fault = limit_fault(LIMIT_PARTS);
        return;
    }
    if (r->n == reader->room) {
        struct relation *wider = arena_alloc(reader->arena, (reader->room * 2 + 8) * sizeof *wider);
        reader->room = reader->room * 2 + 8;
        if (r->n > 0)
            memcpy(wider, r->relation, r->n * sizeof *wider);
        r->relation = wider;
    }
    r->relation[r->n++] =
        (struct relation){arena_dup(reader->arena, str_c(xml_attribute(attributes, "Id"))),
                          arena_dup(reader->arena, str_c(xml_attribute(attributes, "Type"))),
                          target_path(reader->arena, reader->folder, str_c(target))};
}

struct str relations_name(struct str part, struct arena *a)
{
    struct str folder = folder_of(part);
    return arena_printf(a, "%.*s_rels/%.*s.rels", STR_ARG(folder), (int)(part.len - folder.len),
                        part.ptr + folder.len);
}

bool relations_read(const struct zip *z, struct str part, struct arena *a, struct relations *r, struct err *e)
{
    const struct zip_entry *entry = zip_find(z, relations_name(part, a));
    struct reader reader = {.arena = a, .folder = folder_of(part), .into = r};
    struct xml x = {.context = &reader, .start = relation_start};
    *r = (struct relations){0};
    return !entry || xml_read(z, entry, &x, e);
}

const struct relation *relations_typed(const struct relations *r, const char *type)
{
    for (size_t i = 0; i < r->n; i++)
        if (ends_with(r->relation[i].type, type))
            return &r->relation[i];
    return NULL;
}

const struct relation *relations_with(const struct relations *r, struct str id)
{
    for (size_t i = 0; i < r->n; i++)
        if (str_eq(r->relation[i].id, id))
            return &r->relation[i];
    return NULL;
}
