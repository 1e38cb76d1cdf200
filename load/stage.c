#include "stage.h"
#include "loadkind.h"

#include "sql/load/most-rejected.sql.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

static bool is_utf8(struct str s)
{
    const unsigned char *p = (const unsigned char *)s.ptr;
    int length = 1;
    for (size_t i = 0; i < s.len && length > 0; i += (size_t)length)
        length = str_utf8_length(p + i, s.len - i);
    return length > 0;
}

/* S: every pair the loader keeps must be there. */
static bool take_pairs(struct source *src, const struct record *r, struct err *e)
{
    const struct {
        const char *name;
        struct str *to;
    } pairs[] = {
        {"file", &src->file},
        {"sha256", &src->sha256},
        {"bytes", &src->bytes},
        {"layout", &src->form},
        {"layout_version", &src->form_version},
        {"agency", &src->agency},
        {"system", &src->system},
    };
    long number;
    if (!str_is(record_pair(r, "stage"), "transform")) {
        err_set(e, ST_REFUSED, "the source was written by stage '%.*s', not by transform",
                STR_ARG(record_pair(r, "stage")));
        return err_hint(e, "records as found must go through kp2s-transform first");
    }
    src->kind = kind_of(record_pair(r, "kind"));
    if (src->kind == KIND_COUNT)
        return err_set(e, ST_REFUSED, "the source is of no known kind: '%.*s'",
                       STR_ARG(record_pair(r, "kind")));
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        *pairs[i].to = arena_dup(&src->arena, record_pair(r, pairs[i].name));
        if (pairs[i].to->len == 0)
            return err_set(e, ST_REFUSED, "the S record lacks %s=", pairs[i].name);
    }
    if (!is_utf8(src->file)) {
        err_set(e, ST_REFUSED, "the file name is not UTF-8");
        return err_hint(e, "rename the file, then extract it again");
    }
    return str_to_long(src->bytes, &number) ||
           err_set(e, ST_REFUSED, "bytes= of the S record is no number: '%.*s'", STR_ARG(src->bytes));
}

/* The header must name the columns of the kind, all of them and no others, in whatever order. */
static bool map_columns(struct stage *s, const struct stream_reader *reader, struct err *e)
{
    const char *const *meant = kind_meant[s->source.kind];
    for (s->columns = 0; meant[s->columns]; s->columns++)
        if ((s->column[s->columns] = stream_column(reader, meant[s->columns])) < 0)
            return err_set(e, ST_REFUSED, "the header has no column '%s' of kind %s", meant[s->columns],
                           kind_names[s->source.kind]);
    size_t named = 0;
    for (size_t i = STREAM_LEAD; i < reader->columns; i++)
        named += reader->column[i].len > 0;
    return named == s->columns || err_set(e, ST_REFUSED, "the header has %zu columns where kind %s has %zu",
                                          named, kind_names[s->source.kind], s->columns);
}

static bool make_table(struct stage *s, struct err *e)
{
    struct arena a = {0};
    enum kind kind = s->source.kind;
    struct str sql =
        STR("drop table if exists pg_temp.stage; create temp table stage (rec text, table_no smallint, "
            "row_no integer, cell text");
    for (size_t i = 0; i < s->columns; i++)
        sql = arena_printf(&a, "%.*s, %s %s", STR_ARG(sql), kind_meant[kind][i],
                           loadkind_type(loadkinds[kind].types[i]));
    sql =
        arena_printf(&a,
                     "%.*s, remark_no bigint, sheet text, severity text, code text, field text, value text, "
                     "message text)",
                     STR_ARG(sql));
    bool ok = pg_run(s->pg, sql.ptr, e);
    arena_done(&a);
    return ok;
}

bool stage_begin(struct stage *s, struct pg *pg, const struct stream_reader *reader, const struct record *r,
                 struct err *e)
{
    *s = (struct stage){.pg = pg};
    s->source.content = (uint32_t)crc32(0, NULL, 0);
    s->copying = take_pairs(&s->source, r, e) && map_columns(s, reader, e) && make_table(s, e) &&
                 pg_copy_begin(&s->copy, pg, "copy pg_temp.stage from stdin", e);
    return s->copying;
}

static bool add_table(struct source *src, struct str sheet, struct str fields, struct err *e)
{
    if (src->tables == STAGE_MAX_TABLES)
        return err_set(e, ST_REFUSED, "more than %d tables in a source", STAGE_MAX_TABLES);
    if (src->tables == src->room)
        src->table = mem_grow(src->table, (src->room = src->room ? src->room * 2 : 16) * sizeof *src->table);
    src->table[src->tables++] =
        (struct source_table){arena_dup(&src->arena, sheet), arena_dup(&src->arena, fields)};
    return true;
}

/* The number of the table, from 1, in which a record of the sheet stands: the last one begun there. */
static bool table_no(struct source *src, struct str sheet, size_t *no, struct err *e)
{
    for (*no = src->tables; *no > 0; --*no)
        if (str_eq(src->table[*no - 1].sheet, sheet))
            return true;
    if (!add_table(src, sheet, STR(""), e))
        return false;
    *no = src->tables;
    return true;
}

static bool put_number(struct stage *s, size_t number, struct err *e)
{
    char text[24];
    int len = snprintf(text, sizeof text, "%zu", number);
    return pg_copy_field(&s->copy, (struct str){text, (size_t)len}, false, false, e);
}

static bool put_nulls(struct stage *s, size_t n, struct err *e)
{
    for (; n > 0; n--)
        if (!pg_copy_field(&s->copy, STR(""), true, false, e))
            return false;
    return true;
}

static bool put_text(struct stage *s, struct str text, struct err *e)
{
    return pg_copy_field(&s->copy, text, false, false, e);
}

static bool put_data(struct stage *s, const struct record *r, struct err *e)
{
    enum { REMARK_COLUMNS = 7 };
    const struct loadkind *kind = &loadkinds[s->source.kind];
    struct str field[STAGE_MAX_COLUMNS];
    long row;
    size_t table;
    if (!str_to_long(r->row, &row) || row < 1 || row > INT_MAX)
        return err_set(e, ST_REFUSED, "the row of a record is no row number: '%.*s'", STR_ARG(r->row));
    if (!table_no(&s->source, r->sheet, &table, e) || !pg_copy_field(&s->copy, STR("D"), false, true, e) ||
        !put_number(s, table, e) || !put_number(s, (size_t)row, e) || !put_text(s, r->cell, e))
        return false;
    for (size_t i = 0; i < s->columns; i++) {
        struct str text = field[i] = r->field[s->column[i]];
        char type = kind->types[i];
        if (!loadkind_fits(type, text)) {
            err_set(e, ST_REFUSED, "'%s' is not as transform writes it: '%.*s'",
                    kind_meant[s->source.kind][i], text.len > 40 ? 40 : (int)text.len, text.ptr);
            return err_place(e, "%.*s row %ld", STR_ARG(r->sheet), row);
        }
        if (!pg_copy_field(&s->copy, text, text.len == 0 && (type == FIELD_NUMBER || type == FIELD_COUNT),
                           false, e))
            return false;
    }
    const char *conflict = loadkind_conflict(s->source.kind, field, &s->source.arena);
    if (conflict) {
        err_set(e, ST_REFUSED, "%s", conflict);
        return err_place(e, "%.*s row %ld", STR_ARG(r->sheet), row);
    }
    return put_nulls(s, REMARK_COLUMNS, e) && pg_copy_row(&s->copy, e);
}

static bool put_remark(struct stage *s, const struct record *r, struct err *e)
{
    long row;
    const struct remark *m = &r->remark;
    bool has_row = str_to_long(r->row, &row);
    if (!has_row && r->row.len > 0)
        return err_set(e, ST_REFUSED, "the row of a remark is no row number: '%.*s'", STR_ARG(r->row));
    return pg_copy_field(&s->copy, STR("R"), false, true, e) && put_nulls(s, 1, e) &&
           pg_copy_field(&s->copy, r->row, !has_row, false, e) && put_text(s, r->cell, e) &&
           put_nulls(s, s->columns, e) && put_number(s, (size_t)++s->remarks, e) &&
           put_text(s, r->sheet, e) && put_text(s, str_c(severity_name(m->severity)), e) &&
           put_text(s, m->code, e) && put_text(s, m->field, e) && put_text(s, m->value, e) &&
           put_text(s, m->message, e) && pg_copy_row(&s->copy, e);
}

static void add_text(struct source *src, struct str text)
{
    src->content = (uint32_t)crc32(src->content, (const Bytef *)text.ptr, (uInt)text.len);
    src->content = (uint32_t)crc32(src->content, (const Bytef *)",", 1);
}

static bool is_token(const char *column)
{
    static const char *const columns[] = {"child", "person", "household", "key", NULL};
    const char *const *c = columns;
    while (*c && strcmp(*c, column) != 0)
        c++;
    return *c != NULL;
}

/* What the record says, but for rec and src, and for tokens and their key: under a new key a file reads as
 * before. */
static void add_content(struct stage *s, const struct record *r)
{
    struct source *src = &s->source;
    src->content = (uint32_t)crc32(src->content, (const Bytef *)&r->rec, 1);
    if (r->rec == 'D' && (src->kind == KIND_MEASUREMENT || src->kind == KIND_SERVICE)) {
        const struct str lead[] = {r->sheet, r->row, r->cell};
        for (size_t i = 0; i < 3; i++)
            add_text(src, lead[i]);
        for (size_t i = 0; i < s->columns; i++)
            if (!is_token(kind_meant[src->kind][i]))
                add_text(src, r->field[s->column[i]]);
        return;
    }
    struct str line = r->raw;
    str_cut(&line, ',');
    str_cut(&line, ',');
    add_text(src, line);
}

bool stage_record(struct stage *s, const struct record *r, struct err *e)
{
    add_content(s, r);
    if (r->rec == 'T')
        return add_table(&s->source, r->sheet, record_pair(r, "fields"), e);
    return r->rec == 'D' ? put_data(s, r, e) : put_remark(s, r, e);
}

/* Every record was rejected, or there was none: says what most of them suffer from. */
static bool nothing_left(struct stage *s, struct err *e)
{
    PGresult *most = pg_query(s->pg, sql_load_most_rejected, 0, NULL, e);
    if (!most)
        return false;
    if (PQntuples(most) == 0)
        err_set(e, ST_REFUSED, "no record is left to load: %ld rejected", s->source.r);
    else {
        err_set(e, ST_REFUSED, "no record is left to load: %ld rejected, most by %s (first: %s)", s->source.r,
                PQgetvalue(most, 0, 0), PQgetvalue(most, 0, 2));
        err_hint(e, "look at the R lines: kp2s-extract FILE | kp2s-transform | grep ',reject,'");
    }
    PQclear(most);
    return false;
}

bool stage_end(struct stage *s, const struct stream_reader *reader, const struct record *r, struct err *e)
{
    struct source *src = &s->source;
    src->scope = arena_dup(&src->arena, record_pair(r, "scope"));
    src->period = arena_dup(&src->arena, record_pair(r, "period"));
    src->part = arena_dup(&src->arena, record_pair(r, "part"));
    src->sealed = !str_is(record_pair(r, "crc"), "-");
    src->d = reader->d;
    src->r = reader->r;
    src->n = reader->n;
    s->copying = false;
    if (!pg_copy_end(&s->copy, e))
        return false;
    if (src->d == 0)
        return nothing_left(s, e);
    if (src->scope.len == 0 || src->period.len == 0)
        return err_set(e, ST_REFUSED, "the E record lacks %s=", src->scope.len == 0 ? "scope" : "period");
    return pg_run(s->pg, "analyze pg_temp.stage", e);
}

void stage_done(struct stage *s)
{
    if (s->copying)
        pg_copy_abandon(&s->copy);
    free(s->source.table);
    arena_done(&s->source.arena);
    *s = (struct stage){0};
}
