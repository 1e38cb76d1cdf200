/* The loader's field types and the marks in its SQL. */
#include "loadkind.h"

#include <criterion/criterion.h>
#include <string.h>

Test(load_kind, fields)
{
    static const struct {
        char type;
        const char *text;
        bool fits;
    } rows[] = {
        {'R', "x", true},
        {'R', "", false},
        {'e', "", true},
        {'n', "", true},
        {'n', "0", true},
        {'n', "-2.31", true},
        {'n', "12.50", true},
        {'n', "007", true},
        {'n', ".5", false},
        {'n', "5.", false},
        {'n', "-", false},
        {'n', "--1", false},
        {'n', "1,5", false},
        {'n', "1e3", false},
        {'n', "NaN", false},
        {'n', "Infinity", false},
        {'n', " 1", false},
        {'n', "1.2.3", false},
        {'n', "1234567890123456789012345678901234567890", true},
        {'n', "12345678901234567890123456789012345678901", false},
        {'c', "", true},
        {'c', "0", true},
        {'c', "12.50", true},
        {'c', "-1", false},
        {'c', "-0", false},
        {'c', "x", false},
        {'a', "700", true},
        {'a', "0", true},
        {'a', "1856", true},
        {'a', "1857", false},
        {'a', "", false},
        {'a', "-1", false},
        {'a', "1.0", false},
        {'S', "L", true},
        {'S', "P", true},
        {'S', "", false},
        {'S', "l", false},
        {'s', "", true},
        {'s', "P", true},
        {'s', "LP", false},
        {'v', "value", true},
        {'v', "missing", true},
        {'v', "na", true},
        {'v', "", false},
        {'v', "Value", false},
        {'y', "Y", true},
        {'y', "T", true},
        {'y', "TS", true},
        {'y', "", false},
        {'y', "ya", false},
        {'d', "2024-02-29", true},
        {'d', "2023-02-29", false},
        {'d', "1900-02-29", false},
        {'d', "2000-02-29", true},
        {'d', "2024-12-31", true},
        {'d', "2024-13-01", false},
        {'d', "2024-00-01", false},
        {'d', "2024-04-31", false},
        {'d', "2024-04-00", false},
        {'d', "0000-01-01", false},
        {'d', "2024-4-1", false},
        {'d', "05/08/2024", false},
        {'d', "", false},
        {'h', "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", true},
        {'h', "0123456789ABCDEF0123456789abcdef0123456789abcdef0123456789abcdef", false},
        {'h', "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcde", false},
        {'h', "", false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        cr_expect_eq(loadkind_fits(rows[i].type, str_c(rows[i].text)), rows[i].fits, "%c '%s'", rows[i].type,
                     rows[i].text);
}

Test(load_kind, every_column_has_a_type)
{
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        size_t n = 0;
        while (kind_meant[kind][n])
            n++;
        cr_expect_eq(strlen(loadkinds[kind].types), n, "%s", kind_names[kind]);
        cr_expect_eq(strspn(loadkinds[kind].types, "ripRencadhSsvy"), n, "%s", kind_names[kind]);
    }
}

Test(load_kind, conflicts)
{
    static const struct {
        const char *state, *numerator, *denominator, *says;
    } rows[] = {
        {"value", "1", "2", NULL},
        {"value", "1", "", NULL},
        {"value", "0", "0", NULL},
        {"value", "", "2", "'numerator' is '' where 'state' is 'value'"},
        {"missing", "", "", NULL},
        {"missing", "1", "", NULL},
        {"missing", "", "2", NULL},
        {"missing", "1", "2", "'numerator' is '1' and 'denominator' '2' where 'state' is 'missing'"},
        {"na", "", "", NULL},
        {"na", "0", "", "'numerator' is '0' where 'state' is 'na'"},
        {"na", "", "7", "'denominator' is '7' where 'state' is 'na'"},
    };
    struct arena a = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct str field[] = {STR("E10"),
                                    STR("62.01"),
                                    STR(""),
                                    STR("2024"),
                                    STR(""),
                                    STR(""),
                                    str_c(rows[i].state),
                                    str_c(rows[i].numerator),
                                    str_c(rows[i].denominator),
                                    STR("")};
        const char *says = loadkind_conflict(KIND_COVERAGE, field, &a);
        cr_expect_eq(says == NULL, rows[i].says == NULL, "row %zu", i);
        if (says && rows[i].says)
            cr_expect_str_eq(says, rows[i].says);
        cr_expect_null(loadkind_conflict(KIND_SERVICE, field, &a));
    }
    arena_done(&a);
}

Test(load_kind, figures_that_a_type_needs)
{
    static const struct {
        const char *type, *numerator, *denominator, *reported, *says;
    } rows[] = {
        {"ratio", "1", "2", "50", NULL},
        {"ratio", "1", "", "50", "'denominator' is '' where 'state' is 'value' and 'E10' is of type ratio"},
        {"count", "1", "", "", NULL},
        {"count", "1", "2", "", "'denominator' is '2' where 'state' is 'value' and 'E10' is of type count"},
        {"count", "", "", "5", "'numerator' is '' where 'state' is 'value' and 'E10' is of type count"},
        {"percent", "", "", "5", NULL},
        {"percent", "1", "", "5", "'numerator' is '1' where 'state' is 'value' and 'E10' is of type percent"},
        {"percent", "", "", "", "'reported' is '' where 'state' is 'value' and 'E10' is of type percent"},
    };
    struct arena a = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct str field[] = {STR("E10"),
                              STR("62.01"),
                              STR(""),
                              STR("2024"),
                              STR(""),
                              STR(""),
                              STR("value"),
                              str_c(rows[i].numerator),
                              str_c(rows[i].denominator),
                              str_c(rows[i].reported)};
        const char *says = loadkind_lacks(KIND_COVERAGE, field, str_c(rows[i].type), &a);
        cr_expect_eq(says == NULL, rows[i].says == NULL, "row %zu", i);
        if (says && rows[i].says)
            cr_expect_str_eq(says, rows[i].says);
        field[6] = STR("missing");
        cr_expect_null(loadkind_lacks(KIND_COVERAGE, field, str_c(rows[i].type), &a));
    }
    arena_done(&a);
}

Test(load_kind, marks)
{
    struct arena a = {0};
    const char *sql =
        loadkind_sql(&a, KIND_SERVICE,
                     "from @kind@ using (@key@) where @match@ or (@fact@) <> (@fresh@) or @within@;", "f.x");
    cr_expect_str_eq(
        sql, "from service using (regency_key, person, service_key, period_key) where n.regency_key = "
             "f.regency_key and n.person = f.person and n.service_key = f.service_key and n.period_key = "
             "f.period_key or (f.region_key, f.subject, f.agency_key, f.key_id, f.household, f.state) <> "
             "(n.region_key, n.subject, n.agency_key, n.key_id, n.household, n.state) or f.x;");
    cr_expect_str_eq(loadkind_sql(&a, KIND_COVERAGE, "(@columns@)", NULL),
                     "(indicator_key, regency_key, region_key, puskesmas, period_key, sex, age_group, state, "
                     "numerator, denominator, "
                     "reported, agency_key, table_no, row_no, cell)");
    cr_expect_str_eq(loadkind_sql(&a, KIND_COVERAGE, "@members@insert", NULL),
                     "with member as (insert into dwh.dim_age_group (code, name, name_en, known) "
                     "select distinct age_group, age_group, '', false from pg_temp.fresh "
                     "on conflict do nothing) insert");
    cr_expect_str_eq(loadkind_sql(&a, KIND_SERVICE, "@members@insert", NULL), "insert");
    cr_expect_str_eq(loadkind_sql(&a, KIND_COVERAGE, "no marks", NULL), "no marks");
    cr_expect_str_eq(loadkind_sql(&a, KIND_COVERAGE, "@pairing@/@versions@/@indicator@", NULL),
                     "region, indicator, period_key, agency_key, puskesmas, sex, age_group/regency_key, "
                     "region_key, indicator_key/(select i.code from dwh.dim_indicator i where "
                     "i.indicator_key = x.indicator_key)");
    cr_expect_str_eq(loadkind_sql(&a, KIND_MEASUREMENT, "@pairing@/@versions@/@indicator@", NULL),
                     "table_no, row_no, measured_on, system/regency_key, region_key/''");
    arena_done(&a);
}

Test(load_kind, told)
{
    struct arena a = {0};
    cr_expect_str_eq(loadkind_told(&a, KIND_COVERAGE, true),
                     "indicator, region, puskesmas, period_key, sex, age_group, state, numerator, "
                     "denominator, reported, agency_key, table_no, row_no, cell");
    cr_expect_str_eq(loadkind_told(&a, KIND_SERVICE, true),
                     "person, key_id, household, subject, region, period_key, service_key, state, "
                     "agency_key, table_no, row_no, cell");
    cr_expect_str_eq(loadkind_told(&a, KIND_SERVICE, false),
                     "subject, region, period_key, service_key, state, agency_key, table_no, row_no, cell");
    const char *measured = loadkind_told(&a, KIND_MEASUREMENT, false);
    cr_expect(strstr(measured, ", system, table_no"));
    cr_expect_null(strstr(measured, "child"));
    cr_expect_null(strstr(measured, "key_id"));
    cr_expect_null(strstr(measured, "household"));
    arena_done(&a);
}
