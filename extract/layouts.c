#include "layouts.h"

#include "prog.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

static int is_layout(const struct dirent *d)
{
    size_t len = strlen(d->d_name);
    return d->d_name[0] != '.' && len > 4 && strcmp(d->d_name + len - 4, ".ini") == 0;
}

const char **layouts_folder(const char *etc, struct arena *a, size_t *n, struct err *e)
{
    struct dirent **entry;
    const char *folder = arena_printf(a, "%s/layouts", etc).ptr;
    int found = scandir(folder, &entry, is_layout, alphasort);
    if (found < 0) {
        err_sys(e, "cannot read the folder of layouts '%s'", folder);
        e->status = ST_CONFIG;
        err_hint(e, "name the toolkit's data folder with --etc, or a layout with -l");
        return NULL;
    }
    *n = (size_t)found;
    const char **path = arena_alloc(a, *n * sizeof *path);
    for (size_t i = 0; i < *n; i++) {
        path[i] = arena_printf(a, "%s/%s", folder, entry[i]->d_name).ptr;
        free(entry[i]);
    }
    free(entry);
    if (*n > 0)
        return path;
    err_set(e, ST_CONFIG, "no layouts in '%s'", folder);
    return NULL;
}

bool layouts_read(struct layouts *ls, const char *etc, struct err *e)
{
    size_t n = 0;
    const char **path = NULL;
    *ls = (struct layouts){0};
    while (prog_given("layout", n))
        n++;
    if (n == 0 && !(path = layouts_folder(etc, &ls->arena, &n, e)))
        return false;
    ls->layout = arena_alloc(&ls->arena, n * sizeof *ls->layout);
    for (; ls->n < n; ls->n++)
        if (!layout_read(path ? path[ls->n] : prog_given("layout", ls->n), &ls->arena, &ls->layout[ls->n], e))
            return false;
    return true;
}

void layouts_done(struct layouts *ls)
{
    arena_done(&ls->arena);
}
