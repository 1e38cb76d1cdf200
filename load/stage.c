#include "stage.h"
#include "crc.h"
#include "loadkind.h"
#include "row.h"

#include "sql/load/most-rejected.sql.h"
#include "sql/load/number.sql.h"
#include "sql/load/stage.sql.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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
    for (s->columns = 0; meant[s->columns]; s->columns++) {
        if ((s->column[s->columns] = stream_column(reader, meant[s->columns])) < 0)
            return err_set(e, ST_REFUSED, "the header has no column '%s' of kind %s", meant[s->columns],
                           kind_names[s->source.kind]);
        s->token[s->columns] = loadkind_token(meant[s->columns]);
    }
    s->at.region = loadkind_first(s->source.kind, FIELD_REGION);
    s->at.period = loadkind_first(s->source.kind, FIELD_PERIOD);
    s->at.item = loadkind_first(s->source.kind, FIELD_ITEM);
    s->at.key = loadkind_column(s->source.kind, "key");
    s->at.person = loadkind_person(s->source.kind);
    s->fields = s->columns + 1 /* a region is two keys */ + 4 + loadkinds[s->source.kind].has_system;
    size_t named = 0;
    for (size_t i = STREAM_LEAD; i < reader->columns; i++)
        named += reader->column[i].len > 0;
    return named == s->columns || err_set(e, ST_REFUSED, "the header has %zu columns where kind %s has %zu",
                                          named, kind_names[s->source.kind], s->columns);
}

static bool find_agency(struct stage *s, struct err *e)
{
    struct arena a = {0};
    struct source *src = &s->source;
    bool found;
    struct str key;
    const char *code = arena_cstr(&a, src->agency);
    bool ok = pg_value(s->pg, &a, "select agency_key from dwh.dim_agency where code = $1", 1, &code, &found,
                       &key, e) &&
              (found || keys_unknown(e, "agency", src->agency)) &&
              (str_to_long(key, &src->agency_key) || err_set(e, ST_BUG, "a key that is no number"));
    arena_done(&a);
    return ok;
}

/* Rows go to the table of `into` if that is of the source's kind. */
static bool goes(struct stage *s, const struct stage_into *into)
{
    bool so = into->table[0] && into->kind == s->source.kind;
    s->into = so ? into->table : "pg_temp.fresh";
    s->frozen = so && into->frozen;
    return so;
}

/* The rows of the table get the number of a new submission. */
static bool number_rows(struct stage *s, struct err *e)
{
    struct arena a = {0};
    struct source *src = &s->source;
    PGresult *next = pg_one(s->pg, sql_load_number, 0, NULL, e);
    if (!next)
        return false;
    snprintf(src->submission, sizeof src->submission, "%s", PQgetvalue(next, 0, 0));
    PQclear(next);
    bool ok =
        pg_run(s->pg,
               arena_printf(
                   &a, "alter table %s alter submission_key set default %s, alter known_from set default %s",
                   s->into, src->submission, src->submission)
                   .ptr,
               e);
    arena_done(&a);
    return ok;
}

bool stage_begin(struct stage *s, struct pg *pg, const struct stream_reader *reader, const struct record *r,
                 const struct stage_into *into, struct err *e)
{
    *s = (struct stage){.pg = pg};
    if (!take_pairs(&s->source, r, e) || !map_columns(s, reader, e) || !find_agency(s, e) ||
        (loadkind_person(s->source.kind) >= 0 && !erased_fetch(&s->source.erased, pg, e)))
        return false;
    struct arena a = {0};
    bool ok = pg_run(pg, loadkind_sql(&a, s->source.kind, sql_load_stage, NULL), e);
    arena_done(&a);
    if (!ok || !goes(s, into)) {
        pg_rows_hold(&s->copy, pg);
        return ok;
    }
    return number_rows(s, e);
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
bool stage_table_no(struct source *src, struct str sheet, size_t *no, struct err *e)
{
    for (*no = src->tables; *no > 0; --*no)
        if (str_eq(src->table[*no - 1].sheet, sheet))
            return true;
    if (!add_table(src, sheet, STR(""), e))
        return false;
    *no = src->tables;
    return true;
}

/* --- one COPY at a time: rows, or now and then the remarks that were held meanwhile --- */

/* Ends the COPY, if one goes, so that the connection can do something else. */
bool stage_pause(struct stage *s, struct err *e)
{
    bool was = s->copying;
    s->copying = false;
    return !was || pg_copy_end(&s->copy, e);
}

static bool begin_copy(struct stage *s, struct err *e)
{
    struct arena a = {0};
    const char *sql = s->frozen ? "copy @within@ (@columns@) from stdin (format binary, freeze)"
                                : "copy @within@ (@columns@) from stdin (format binary)";
    s->copying = pg_rows_begin(&s->copy, s->pg, loadkind_sql(&a, s->source.kind, sql, s->into), e);
    arena_done(&a);
    return s->copying;
}

bool stage_go_on(struct stage *s, struct err *e)
{
    return s->copying || s->copy.held || begin_copy(s, e);
}

long stage_held(const struct stage *s)
{
    return s->copy.held ? s->copy.rows : 0;
}

bool stage_place(struct stage *s, const struct stage_into *into, struct err *e)
{
    return (!goes(s, into) || number_rows(s, e)) && begin_copy(s, e);
}

enum { HELD = 500, REMARK_FIELDS = 9 };
struct held_remark {
    struct str field[REMARK_FIELDS]; /* in the order of pg_temp.remark */
    bool has_row;
};

static bool send_remarks(struct stage *s, struct err *e)
{
    struct pg_copy copy;
    if (s->held_n == 0)
        return true;
    if (!stage_pause(s, e) || !pg_copy_begin(&copy, s->pg, "copy pg_temp.remark from stdin", e))
        return false;
    bool ok = true;
    for (size_t i = 0; ok && i < s->held_n; i++) {
        for (size_t f = 0; ok && f < REMARK_FIELDS; f++)
            ok = pg_copy_field(&copy, s->held[i].field[f], f == 0 && !s->held[i].has_row, f == 0, e);
        ok = ok && pg_copy_row(&copy, e);
    }
    if (!ok) {
        pg_copy_abandon(&copy);
        return false;
    }
    s->held_n = 0;
    arena_reset(&s->held_text);
    return pg_copy_end(&copy, e);
}

static bool put_remark(struct stage *s, const struct record *r, struct err *e)
{
    long row;
    const struct remark *m = &r->remark;
    bool has_row = str_to_long(r->row, &row);
    if (!has_row && r->row.len > 0)
        return err_set(e, ST_REFUSED, "the row of a remark is no row number: '%.*s'", STR_ARG(r->row));
    if (!s->held)
        s->held = mem_alloc(HELD * sizeof *s->held);
    const struct str field[REMARK_FIELDS] = {r->row,
                                             r->cell,
                                             arena_printf(&s->held_text, "%ld", ++s->remarks),
                                             r->sheet,
                                             str_c(severity_name(m->severity)),
                                             m->code,
                                             m->field,
                                             m->value,
                                             m->message};
    struct held_remark *held = &s->held[s->held_n++];
    held->has_row = has_row;
    for (size_t i = 0; i < REMARK_FIELDS; i++)
        held->field[i] = arena_dup(&s->held_text, field[i]);
    return s->held_n < HELD || send_remarks(s, e);
}

/* Sums the texts, each with a comma behind it: those that lie so in the stream in one piece. */
struct summed {
    uint32_t crc;
    struct str piece; /* not yet in it */
};

static void sum_piece(struct summed *sum)
{
    if (sum->piece.ptr)
        sum->crc = crc_add(crc_add(sum->crc, sum->piece.ptr, sum->piece.len), ",", 1);
    sum->piece = (struct str){0};
}

static void sum_text(struct summed *sum, struct str text)
{
    struct str *piece = &sum->piece;
    if (piece->ptr && text.ptr == piece->ptr + piece->len + 1 && text.ptr[-1] == ',') {
        piece->len += 1 + text.len;
        return;
    }
    sum_piece(sum);
    *piece = text;
}

/* What the record says, but for rec and src, and for tokens and their key: under a new key a file reads as
 * before. */
static void add_content(struct stage *s, const struct record *r)
{
    struct source *src = &s->source;
    struct summed sum = {.crc = crc_add(src->content, &r->rec, 1)};
    if (r->rec == 'D' && s->at.person >= 0) {
        sum_text(&sum, r->sheet);
        sum_text(&sum, r->row);
        sum_text(&sum, r->cell);
        for (size_t i = 0; i < s->columns; i++)
            if (!s->token[i])
                sum_text(&sum, r->field[s->column[i]]);
    } else {
        struct str line = r->raw;
        str_cut(&line, ',');
        str_cut(&line, ',');
        sum_text(&sum, line);
    }
    sum_piece(&sum);
    src->content = sum.crc;
}

bool stage_record(struct stage *s, const struct record *r, struct err *e)
{
    add_content(s, r);
    if (r->rec == 'T')
        return add_table(&s->source, r->sheet, record_pair(r, "fields"), e);
    return r->rec == 'D' ? row_put(s, r, e) : put_remark(s, r, e);
}

/* Every record was rejected, or there was none: says what most of them suffer from. */
static bool nothing_left(struct stage *s, struct err *e)
{
    PGresult *most = pg_query(s->pg, sql_load_most_rejected, 0, NULL, e);
    if (!most)
        return false;
    if (s->source.erased.rows > 0)
        err_set(e, ST_REFUSED, "no record is left to load: %ld rejected, %zu of persons who were erased",
                s->source.r, s->source.erased.rows);
    else if (PQntuples(most) == 0)
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
    src->d = reader->d - (long)src->erased.rows;
    src->r = reader->r;
    src->n = reader->n;
    src->remarks = s->remarks;
    static const struct stage_into nowhere;
    if ((stage_held(s) > 0 && !stage_place(s, &nowhere, e)) || !stage_pause(s, e) || !send_remarks(s, e))
        return false;
    if (src->d == 0)
        return nothing_left(s, e);
    if (src->scope.len == 0 || src->period.len == 0)
        return err_set(e, ST_REFUSED, "the E record lacks %s=", src->scope.len == 0 ? "scope" : "period");
    return true;
}

void source_done(struct source *s)
{
    free(s->table);
    free(s->reach.regency);
    erased_done(&s->erased);
    arena_done(&s->arena);
    *s = (struct source){0};
}

void stage_done(struct stage *s)
{
    if (s->copying || s->copy.held)
        pg_copy_abandon(&s->copy);
    free(s->held);
    keys_done(&s->keys);
    arena_done(&s->held_text);
    source_done(&s->source);
    *s = (struct stage){0};
}
