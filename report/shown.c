#include "shown.h"
#include "names.h"
#include "pgedition.h"
#include "words.h"

#include "sql/report/changes.sql.h"
#include "sql/report/edition.sql.h"
#include "sql/report/provinces.sql.h"
#include "sql/report/show.sql.h"

#include <string.h>

/* The province asked for must have a review of the year; without one asked for, there must be exactly one. */
static bool choose_province(struct data *data, struct pg *pg, struct arena *a, struct err *e)
{
    const char *params[] = {data->year, data->edition};
    PGresult *result = pg_query(pg, sql_report_provinces, 2, params, e);
    if (!result)
        return false;
    bool found = false, ok = true;
    struct str list = STR("");
    for (int i = 0; i < PQntuples(result); i++) {
        found = found || (data->province && strcmp(data->province, PQgetvalue(result, i, 0)) == 0);
        list = arena_printf(a, "%.*s%s%s", STR_ARG(list), i ? ", " : "", PQgetvalue(result, i, 0));
    }
    if (!data->province && PQntuples(result) > 1) {
        ok =
            err_set(e, ST_USAGE, "reviews of %d provinces are there: %.*s", PQntuples(result), STR_ARG(list));
        err_hint(e, "choose one with --province CODE");
    } else if (data->edition && (PQntuples(result) == 0 || (data->province && !found))) {
        ok = err_set(e, ST_NOINPUT, "there is no edition %s of %s%s%s", data->edition, data->year,
                     data->province ? ", province " : "", data->province ? data->province : "");
        err_hint(e, "kp2s-edition list tells which there are");
    } else if (PQntuples(result) == 0 || (data->province && !found)) {
        ok = err_set(e, ST_NOINPUT, "no review of %s%s%s", data->year, data->province ? " for province " : "",
                     data->province ? data->province : "");
        err_hint(e, "kp2s-review --year %s computes it", data->year);
    } else if (!data->province)
        data->province = arena_cstr(a, pg_field(result, 0, 0));
    PQclear(result);
    return ok;
}

/* An edition that was frozen before its head was a view cannot be laid out at all. */
static bool stand_in(struct data *data, struct pg *pg, struct arena *a, struct err *e)
{
    struct edition edition;
    if (!pg_edition(pg, data->year, data->province, data->edition, &edition, e))
        return false;
    const char *key = edition.key;
    PGresult *lacking = pg_one(pg, sql_report_show, 1, &key, e);
    if (!lacking)
        return false;
    data->lacking = arena_cstr(a, pg_field(lacking, 0, 0));
    PQclear(lacking);
    if (!strstr(data->lacking, "review_head"))
        return true;
    err_set(e, ST_REFUSED, "edition %s of %s, province %s, is too old to be shown: it was frozen without %s",
            data->edition, data->year, data->province, data->lacking);
    return err_hint(e, "its figures are in bi.edition_row; kp2s-edition difference sets it beside others");
}

bool shown_begin(struct data *data, struct pg *pg, struct arena *a, struct err *e)
{
    const char *params[] = {data->year, NULL, data->edition};
    if (!pg_run(pg, "begin isolation level repeatable read; set local search_path = bi", e) ||
        !choose_province(data, pg, a, e) || (data->edition && !stand_in(data, pg, a, e)) ||
        !pg_run(pg, "set transaction read only", e))
        return false;
    params[1] = data->province;
    data->set[SET_EDITION] = pg_one(pg, sql_report_edition, 3, params, e);
    return data->set[SET_EDITION] != NULL;
}

bool shown_changes(struct data *data, struct pg *pg, struct err *e)
{
    struct edition former = {.key = ""};
    const char *number = data_text(data, SET_EDITION, 0, "former");
    if (*number && !pg_edition(pg, data->year, data->province, number, &former, e))
        return false;
    const char *params[] = {*number ? former.key : NULL,
                            data->edition ? data_text(data, SET_EDITION, 0, "edition_key") : NULL};
    data->set[SET_CHANGES] = pg_query(pg, sql_report_changes, 2, params, e);
    return data->set[SET_CHANGES] != NULL;
}

/* --- in words --- */

static const char *status(const struct data *d, struct arena *a)
{
    const char *code = data_text(d, SET_EDITION, 0, "status");
    if (strcmp(code, "adopted") != 0)
        return strcmp(code, "draft") == 0 ? words_say("draf", "draft")
                                          : words_say("terverifikasi", "verified");
    struct str text = arena_printf(a, words_say("ditetapkan (%s, %s)", "adopted (%s, %s)"),
                                   data_text(d, SET_EDITION, 0, "decree"),
                                   words_date(a, (long long)data_number(d, SET_EDITION, 0, "decree_date")));
    return arena_cstr(a, text);
}

const char *shown_words(const struct data *d, struct arena *a)
{
    if (!d->edition)
        return words_say("belum dibekukan", "not frozen");
    return arena_cstr(a, arena_printf(a, words_say("edisi %s, %s", "edition %s, %s"),
                                      data_text(d, SET_EDITION, 0, "number"), status(d, a)));
}

const char *shown_foot(const struct data *d, struct arena *a)
{
    const char *day = words_date(a, (long long)data_number(d, SET_HEAD, 0, "computed_at"));
    if (!d->edition)
        return arena_cstr(
            a, arena_printf(a, words_say("dihitung %s, belum dibekukan", "computed on %s, not frozen"), day));
    return arena_cstr(a, arena_printf(a, words_say("%s, sidik %s", "%s, checksum %s"), shown_words(d, a),
                                      data_text(d, SET_EDITION, 0, "seal")));
}

const char *shown_counts(const struct data *d, struct arena *a)
{
    struct str s = STR("");
    int rows = data_rows(d, SET_CHANGES);
    for (int i = 0; i < rows; i++) {
        const char *part = data_text(d, SET_CHANGES, i, "part");
        if (i == 0 || strcmp(part, data_text(d, SET_CHANGES, i - 1, "part")) != 0)
            s = arena_printf(a, "%.*s%s%s: %s", STR_ARG(s), s.len ? "; " : "", names_part(part) + 2,
                             words_number(a, data_number(d, SET_CHANGES, i, "differences_of_part"), 0));
    }
    if (rows > 0 && data_number(d, SET_CHANGES, 0, "differences") > rows)
        s = arena_printf(
            a,
            words_say("%.*s. Di sini %s yang pertama dari %s; kp2s-edition difference menulis semuanya",
                      "%.*s. Here are the first %s of %s; kp2s-edition difference writes all"),
            STR_ARG(s), words_number(a, rows, 0),
            words_number(a, data_number(d, SET_CHANGES, 0, "differences"), 0));
    return rows > 0 ? arena_cstr(a, s) : words_say("Tidak ada perbedaan", "Nothing differs");
}

const char *shown_lacking(const struct data *d, struct arena *a)
{
    struct str list = STR(""), rest = str_c(d->lacking ? d->lacking : "");
    while (rest.len > 0) {
        const char *view = arena_cstr(a, str_cut(&rest, ' '));
        list = arena_printf(a, "%.*s%s%s", STR_ARG(list), list.len ? ", " : "", names_view(view));
    }
    if (list.len == 0)
        return "";
    return arena_cstr(
        a, arena_printf(a,
                        words_say("Edisi ini dibekukan tanpa bagian: %.*s. Bagian itu tidak ditunjukkan.",
                                  "This edition was frozen without: %.*s. These parts are not shown."),
                        STR_ARG(list)));
}
