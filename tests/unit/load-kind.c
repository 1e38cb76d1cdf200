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
        {'i', "700", true},
        {'i', "0", true},
        {'i', "", false},
        {'i', "-1", false},
        {'i', "1.0", false},
        {'i', "999999999", true},
        {'i', "1000000000", false},
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
        cr_expect_eq(strspn(loadkinds[kind].types, "Renid"), n, "%s", kind_names[kind]);
    }
}

Test(load_kind, marks)
{
    struct arena a = {0};
    const char *sql =
        loadkind_sql(&a, KIND_SERVICE, "from @kind@ using (@key@) where @match@ or (@fact@) <> (@fresh@);");
    cr_expect_str_eq(
        sql, "from service using (regency_key, person, service_key, period_key) where n.regency_key = "
             "f.regency_key and n.person = f.person and n.service_key = f.service_key and n.period_key = "
             "f.period_key or (f.region_key, f.subject, f.agency_key, f.key_id, f.state) <> "
             "(n.region_key, n.subject, n.agency_key, n.key_id, n.state);");
    cr_expect_str_eq(loadkind_sql(&a, KIND_COVERAGE, "no marks"), "no marks");
    arena_done(&a);
}
