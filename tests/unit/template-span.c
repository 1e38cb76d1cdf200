#include "span.h"

#include <criterion/criterion.h>

Test(span, days_are_those_of_excel)
{
    static const struct {
        const char *code, *name, *last_day, *first_text, *last_text;
        long first, last;
    } cases[] = {
        {"2024", "2024", "2024-12-31", "01/01/2024", "31/12/2024", 45292, 45657},
        {"2024-02", "Februari 2024", "2024-02-29", "01/02/2024", "29/02/2024", 45323, 45351},
        {"2023-02", "Februari 2023", "2023-02-28", "01/02/2023", "28/02/2023", 44958, 44985},
        {"2024-12", "Desember 2024", "2024-12-31", "01/12/2024", "31/12/2024", 45627, 45657},
        {"2024-Q3", "Triwulan III 2024", "2024-09-30", "01/07/2024", "30/09/2024", 45474, 45565},
        {"2025-S2", "Semester 2 Tahun 2025", "2025-12-31", "01/07/2025", "31/12/2025", 45839, 46022},
    };
    struct arena a = {0};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct span_of_time s;
        struct err e = {0};
        cr_assert(span_read(cases[i].code, &a, &s, &e), "%s", cases[i].code);
        cr_expect(str_is(s.name, cases[i].name), "%s: %.*s", cases[i].code, STR_ARG(s.name));
        cr_expect(str_is(s.last_day, cases[i].last_day), "%s: %.*s", cases[i].code, STR_ARG(s.last_day));
        cr_expect(str_is(s.first_text, cases[i].first_text), "%s: %.*s", cases[i].code,
                  STR_ARG(s.first_text));
        cr_expect(str_is(s.last_text, cases[i].last_text), "%s: %.*s", cases[i].code, STR_ARG(s.last_text));
        cr_expect(s.first == cases[i].first, "%s: %ld", cases[i].code, s.first);
        cr_expect(s.last == cases[i].last, "%s: %ld", cases[i].code, s.last);
    }
    arena_done(&a);
}

Test(span, what_is_no_period_is_refused)
{
    static const char *const codes[] = {"",       "24",      "2014",    "2041",     "2024-",    "2024-0",
                                        "2024-8", "2024-00", "2024-13", "2024-Q0",  "2024-Q5",  "2024-S3",
                                        "2024Q1", "2024-X1", "2024/08", "2024-Q11", "2024-080", "abcd"};
    struct arena a = {0};
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) {
        struct span_of_time s;
        struct err e = {0};
        cr_expect(!span_read(codes[i], &a, &s, &e), "'%s'", codes[i]);
        cr_expect(e.status == ST_USAGE, "'%s'", codes[i]);
    }
    arena_done(&a);
}
