#include "forms.h"
#include "inifile.h"

#include "sql/load/catalog-forms-check.sql.h"
#include "sql/load/catalog-forms.sql.h"

#include <glob.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>

static const char *const form_columns[] = {"id", "version", "kind", "agency", "system", "title", NULL};
enum { ID, SYSTEM = 4, TITLE, COLUMNS };

struct form {
    struct arena *arena;
    struct str text[COLUMNS];
};

static bool take(void *context, struct str section, struct str key, struct str value, int line, struct err *e)
{
    struct form *f = context;
    (void)line;
    (void)e;
    if (!str_is(section, "layout"))
        return true;
    for (size_t i = 0; i < COLUMNS; i++)
        if (str_is(key, form_columns[i]))
            f->text[i] = arena_dup(f->arena, value);
    return true;
}

static bool put_form(struct pg_copy *copy, const char *path, struct err *e)
{
    struct arena a = {0};
    struct form f = {.arena = &a};
    f.text[SYSTEM] = STR("administrasi"); /* what a layout means that names none */
    bool ok = ini_read(path, take, &f, e);
    if (f.text[TITLE].len == 0)
        f.text[TITLE] = f.text[ID];
    for (size_t i = 0; ok && i < COLUMNS; i++)
        ok = pg_copy_field(copy, f.text[i], false, i == 0, e);
    ok = ok && pg_copy_row(copy, e);
    arena_done(&a);
    return ok;
}

static bool put_forms(struct pg *pg, const glob_t *files, struct err *e)
{
    struct pg_copy copy;
    if (!catalogue_table(pg, "input", form_columns, e) || !catalogue_copy(pg, "input", &copy, e))
        return false;
    bool ok = true;
    for (size_t i = 0; ok && i < files->gl_pathc; i++)
        ok = put_form(&copy, files->gl_pathv[i], e);
    if (!ok)
        pg_copy_abandon(&copy);
    return ok && pg_copy_end(&copy, e);
}

bool forms_load(struct pg *pg, const char *etc, struct catalogue_counts *counts, struct err *e)
{
    char pattern[PATH_MAX];
    glob_t files;
    snprintf(pattern, sizeof pattern, "%s/layouts/*.ini", etc);
    if (glob(pattern, 0, NULL, &files) != 0) {
        err_set(e, ST_NOINPUT, "no layout '%s'", pattern);
        return err_hint(e, "is --etc (or KP2S_ETC) right?");
    }
    *counts = (struct catalogue_counts){.rows = (long)files.gl_pathc};
    bool ok = put_forms(pg, &files, e) &&
              catalogue_merge(pg, sql_load_catalog_forms_check, sql_load_catalog_forms, counts, pattern, e);
    globfree(&files);
    return ok;
}
