/* The layout of the tables of Aksi 8: etc/report/aksi8.csv */
#include "aksi8.h"

#include "csv.h"

#include <string.h>

static const char *const tables[AKSI8_TABLES] = {
    [AKSI8_COVERAGE] = "cakupan", [AKSI8_ACTIVITIES] = "kegiatan"};

static const char *const figures[AKSI8_FIGURES] = {
    [AKSI8_EMPTY] = "",
    [AKSI8_NUMBER] = "number",
    [AKSI8_CODE] = "code",
    [AKSI8_NAME] = "name",
    [AKSI8_KIND] = "kind",
    [AKSI8_UNIT] = "unit",
    [AKSI8_NUMERATOR_DEFINITION] = "numerator_definition",
    [AKSI8_DENOMINATOR_DEFINITION] = "denominator_definition",
    [AKSI8_NUMERATOR] = "numerator",
    [AKSI8_DENOMINATOR] = "denominator",
    [AKSI8_PERCENT] = "percent",
    [AKSI8_LAST_PERCENT] = "last_percent",
    [AKSI8_CHANGE] = "change",
    [AKSI8_TARGET] = "target",
    [AKSI8_TARGET_SOURCE] = "target_source",
    [AKSI8_ATTAINMENT] = "attainment",
    [AKSI8_SHORT] = "short",
    [AKSI8_STATUS] = "status",
    [AKSI8_CAUSE] = "cause",
    [AKSI8_OWNER] = "owner",
};

/* The place of a word among n, -1 when it is none of them; these are then listed in the hint. */
static int choose(const char *what, struct str word, const char *const *words, int n, struct arena *a,
                  struct err *e)
{
    struct str list = STR("");
    for (int i = 0; i < n; i++) {
        if (str_is(word, words[i]))
            return i;
        if (*words[i])
            list = arena_printf(a, "%.*s%s%s", STR_ARG(list), list.len ? ", " : "", words[i]);
    }
    err_set(e, ST_CONFIG, "unknown %s '%.*s'", what, STR_ARG(word));
    err_hint(e, "one of: %.*s", STR_ARG(list));
    return -1;
}

/* Excel wants the heads of a table to differ, in each language, whatever their case. */
static bool check_head(const struct aksi8_column *column, int n, struct str head, struct str head_en,
                       struct arena *a, struct err *e)
{
    if (head.len == 0 || head_en.len == 0) {
        err_set(e, ST_CONFIG, "a column without %s", head.len == 0 ? "head" : "head_en");
        return err_hint(e, "give it a name in Indonesian and in English");
    }
    for (int i = 0; i < n; i++)
        if (str_eq(str_fold(a, str_c(column[i].head)), str_fold(a, head)) ||
            str_eq(str_fold(a, str_c(column[i].head_en)), str_fold(a, head_en))) {
            err_set(e, ST_CONFIG, "two columns of a table are called '%.*s'",
                    STR_ARG(str_eq(str_fold(a, str_c(column[i].head)), str_fold(a, head)) ? head : head_en));
            return err_hint(e, "name one of them otherwise");
        }
    return true;
}

static bool read_column(struct aksi8_layout *l, const struct table *t, const int *at, struct arena *a,
                        struct err *e)
{
    struct str head = str_trim(table_field(t, at[1])), head_en = str_trim(table_field(t, at[2]));
    int table = choose("table", table_field(t, at[0]), tables, AKSI8_TABLES, a, e);
    int figure = table < 0 ? -1 : choose("figure", table_field(t, at[3]), figures, AKSI8_FIGURES, a, e);
    long width;
    if (figure < 0)
        return false;
    if (table == AKSI8_ACTIVITIES && figure > AKSI8_NUMBER) {
        err_set(e, ST_CONFIG, "nothing is known of activities that '%s' could show", figures[figure]);
        return err_hint(e, "leave the figure empty, or 'number'");
    }
    if (!str_to_long(table_field(t, at[4]), &width) || width < 3 || width > 120) {
        err_set(e, ST_CONFIG, "the width '%.*s' is no number of characters", STR_ARG(table_field(t, at[4])));
        return err_hint(e, "a whole number from 3 to 120");
    }
    if (l->n[table] == AKSI8_COLUMNS) {
        err_set(e, ST_CONFIG, "the table '%s' has more than %d columns", tables[table], AKSI8_COLUMNS);
        return err_hint(e, "take some away");
    }
    if (!check_head(l->column[table], l->n[table], head, head_en, a, e))
        return false;
    l->column[table][l->n[table]++] = (struct aksi8_column){arena_cstr(a, head), arena_cstr(a, head_en),
                                                            (enum aksi8_figure)figure, (double)width};
    return true;
}

bool aksi8_layout(struct aksi8_layout *l, const char *etc, struct arena *a, struct err *e)
{
    static const char *const names[] = {"table", "head", "head_en", "figure", "width"};
    enum { NAMES = sizeof names / sizeof *names };
    const char *path = arena_cstr(a, arena_printf(a, "%s/report/aksi8.csv", etc));
    struct table t;
    int at[NAMES], got = 1;
    *l = (struct aksi8_layout){.n = {0}};
    if (!table_open(&t, path, e))
        return false;
    bool ok = true;
    for (int i = 0; ok && i < NAMES; i++)
        ok = (at[i] = table_column(&t, names[i], e)) >= 0;
    while (ok && (got = table_next(&t, e)) > 0)
        ok = read_column(l, &t, at, a, e) || err_place(e, "%s, line %ld", path, t.record.line);
    table_close(&t);
    if (!ok || got < 0)
        return false;
    if (l->n[AKSI8_COVERAGE] > 0)
        return true;
    err_set(e, ST_CONFIG, "no columns of the table '%s' in '%s'", tables[AKSI8_COVERAGE], path);
    return err_hint(e, "a line like: cakupan,Indikator,Indicator,name,34");
}
