#include "schema.h"
#include "kind.h"
#include "loadkind.h"
#include "migrations.h"
#include "roles.h"
#include "sha.h"

#include "sql/load/divide.sql.h"
#include "sql/load/migration.sql.h"
#include "sql/verify/divided.sql.h"
#include "sql/verify/schema.sql.h"
#include "sql/verify/schemas.sql.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

struct compared {
    struct pg *pg;
    struct out *out;
    struct schema_count *count;
    struct arena arena;
    const char *schemas; /* that the migrations make, an array */
};

static void tell(struct compared *c, const char *difference, struct str class, struct str name,
                 struct str wanted, struct str found)
{
    const struct str fields[] = {str_c(difference), class, name, wanted, found};
    out_fields(c->out, fields, sizeof fields / sizeof *fields);
    out_line(c->out);
    c->count->differences++;
}

/* --- migrations --- */

/* Row of the migration among those applied, which are in the order of their names; -1: not applied. */
static int applied_row(const PGresult *applied, const char *name)
{
    int row = PQntuples(applied);
    while (--row >= 0 && !str_is(pg_field(applied, row, 0), name))
        ;
    return row;
}

static void compare_migrations(struct compared *c, const PGresult *applied)
{
    char sha[SHA_HEX];
    for (const struct migration *m = migrations; m->name; m++) {
        int row = applied_row(applied, m->name);
        sha_text(str_c(m->sql), sha);
        if (row < 0)
            tell(c, "missing", STR("migration"), str_c(m->name), str_c(sha), STR(""));
        else if (!str_is(pg_field(applied, row, 1), sha))
            tell(c, "changed", STR("migration"), str_c(m->name), str_c(sha), pg_field(applied, row, 1));
    }
    for (int row = 0; row < PQntuples(applied); row++) {
        const struct migration *m = migrations;
        while (m->name && !str_is(pg_field(applied, row, 0), m->name))
            m++;
        if (!m->name)
            tell(c, "extra", STR("migration"), pg_field(applied, row, 0), STR(""), pg_field(applied, row, 1));
    }
}

static bool apply(struct pg *pg, const PGresult *applied, struct err *e)
{
    if (!pg_run(pg, sql_load_migration, e))
        return false;
    for (const struct migration *m = migrations; m->name; m++)
        if (applied_row(applied, m->name) >= 0 &&
            !(pg_run(pg, "begin", e) && pg_run(pg, m->sql, e) && pg_run(pg, "commit", e)))
            return err_place(e, "migration %s, in a database of its own", m->name);
    return true;
}

/* --- catalogues --- */

static int order(const PGresult *wanted, int i, const PGresult *found, int k)
{
    if (i == PQntuples(wanted) || k == PQntuples(found))
        return (i == PQntuples(wanted)) - (k == PQntuples(found));
    int by_class = str_cmp(pg_field(wanted, i, 0), pg_field(found, k, 0));
    return by_class ? by_class : str_cmp(pg_field(wanted, i, 1), pg_field(found, k, 1));
}

static void compare_objects(struct compared *c, const PGresult *wanted, const PGresult *found)
{
    int i = 0, k = 0;
    c->count->objects = PQntuples(wanted);
    while (i < PQntuples(wanted) || k < PQntuples(found)) {
        int which = order(wanted, i, found, k);
        if (which < 0)
            tell(c, "missing", pg_field(wanted, i, 0), pg_field(wanted, i, 1), pg_field(wanted, i, 2),
                 STR(""));
        else if (which > 0)
            tell(c, "extra", pg_field(found, k, 0), pg_field(found, k, 1), STR(""), pg_field(found, k, 2));
        else if (!str_eq(pg_field(wanted, i, 2), pg_field(found, k, 2)))
            tell(c, "changed", pg_field(found, k, 0), pg_field(found, k, 1), pg_field(wanted, i, 2),
                 pg_field(found, k, 2));
        i += which <= 0;
        k += which >= 0;
    }
}

/* --- a database of its own --- */

/* A value of a connection string, in quotes. */
static const char *quoted(struct arena *a, const char *value)
{
    char *text = arena_alloc(a, 2 * strlen(value) + 3), *to = text;
    *to++ = '\'';
    for (; *value; value++) {
        if (*value == '\'' || *value == '\\')
            *to++ = '\\';
        *to++ = *value;
    }
    *to = '\'';
    return text;
}

/* How the warehouse's server was reached, with another database. */
static const char *other_database(struct compared *c, const char *name)
{
    struct str s = STR("");
    PQconninfoOption *options = PQconninfo(c->pg->conn);
    if (!options)
        mem_exhausted();
    for (const PQconninfoOption *o = options; o->keyword; o++)
        if (o->val && *o->val && strcmp(o->keyword, "dbname") != 0)
            s = arena_printf(&c->arena, "%.*s%s=%s ", STR_ARG(s), o->keyword, quoted(&c->arena, o->val));
    PQconninfoFree(options);
    return arena_printf(&c->arena, "%.*sdbname=%s", STR_ARG(s), name).ptr;
}

static PGresult *objects_of(const struct compared *c, struct pg *pg, struct err *e)
{
    return pg_query(pg, sql_verify_schema, 1, &c->schemas, e);
}

/* Divides what the warehouse has divided: a load makes months of an empty year (group.h). */
static bool divide(struct compared *c, struct pg *own, enum kind kind, struct err *e)
{
    const char *name = kind_names[kind];
    PGresult *years = pg_query(c->pg, sql_verify_divided, 1, &name, e);
    bool ok = years != NULL;
    for (int i = 0; ok && i < PQntuples(years); i++)
        ok = pg_run(own, loadkind_sql(&c->arena, kind, sql_load_divide, PQgetvalue(years, i, 0)), e);
    PQclear(years);
    return ok;
}

/* The objects that the applied migrations make, with the rights of roles if those were provided. NULL on
 * failure. */
static PGresult *build(struct compared *c, const char *name, const PGresult *applied, struct err *e)
{
    struct pg own;
    if (!pg_connect(&own, other_database(c, name), e))
        return NULL;
    bool found = false;
    struct str schemas = STR("");
    bool provided = false;
    bool ok = apply(&own, applied, e) && divide(c, &own, KIND_MEASUREMENT, e) &&
              roles_provided(c->pg, &provided, e) && (!provided || roles_rights(&own, e)) &&
              pg_value(&own, &c->arena, sql_verify_schemas, 0, NULL, &found, &schemas, e);
    c->schemas = arena_cstr(&c->arena, schemas);
    PGresult *objects = ok ? objects_of(c, &own, e) : NULL;
    pg_close(&own);
    return objects;
}

/* As build(), in a database that is made for it and dropped. */
static PGresult *wanted_objects(struct compared *c, const PGresult *applied, struct err *e)
{
    struct err ignored = {0};
    const char *name = arena_printf(&c->arena, "kp2s_verify_%ld", (long)getpid()).ptr;
    if (!pg_run(c->pg, arena_printf(&c->arena, "create database %s template template0", name).ptr, e)) {
        err_hint(e, "the migrations are applied once more in a database of their own: --schema needs a role "
                    "that may create one (alter role … createdb)");
        return NULL;
    }
    PGresult *objects = build(c, name, applied, e);
    bool dropped =
        pg_run(c->pg, arena_printf(&c->arena, "drop database %s", name).ptr, objects ? e : &ignored);
    if (objects && !dropped) {
        PQclear(objects);
        objects = NULL;
    }
    return objects;
}

bool schema_compare(struct pg *pg, struct out *out, struct schema_count *count, struct err *e)
{
    static const char header[] = "difference,class,object,by_migrations,in_warehouse\n";
    struct compared c = {.pg = pg, .out = out, .count = count};
    PGresult *wanted = NULL, *found = NULL,
             *applied = pg_query(pg, "select name, sha256 from audit.migration order by name", 0, NULL, e);
    if (applied)
        wanted = wanted_objects(&c, applied, e);
    if (wanted)
        found = objects_of(&c, pg, e);
    if (found) {
        out_write(out, header, sizeof header - 1);
        compare_migrations(&c, applied);
        compare_objects(&c, wanted, found);
    }
    PQclear(wanted);
    PQclear(found);
    PQclear(applied);
    arena_done(&c.arena);
    return found != NULL;
}
