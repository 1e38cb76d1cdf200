/* links: transform */
#include "date.h"
#include "period.h"

#include <criterion/criterion.h>

Test(date, as_typed)
{
    static const struct {
        const char *text;
        enum date_state state;
        const char *iso;
    } rows[] = {
        {"12/01/2021", DATE_READ, "2021-01-12"},
        {"2/1/2021", DATE_READ, "2021-01-02"},
        {"12-01-2021", DATE_READ, "2021-01-12"},
        {"12 - 01 - 2021", DATE_READ, "2021-01-12"},
        {"12.01.2021", DATE_READ, "2021-01-12"},
        {"2021-01-12", DATE_READ, "2021-01-12"},
        {"2021/1/2", DATE_READ, "2021-01-02"},
        {"2021-01-12T04:22:47Z", DATE_READ, "2021-01-12"},
        {"11/7/2022 04:22:47", DATE_READ, "2022-07-11"},
        {"31/12/1999 0:00:00", DATE_READ, "1999-12-31"},
        {"12 Januari 2021", DATE_READ, "2021-01-12"},
        {"12 Peb 2021", DATE_READ, "2021-02-12"},
        {"12-Agt-2021", DATE_READ, "2021-08-12"},
        {"12 ags 2021", DATE_READ, "2021-08-12"},
        {"1 Nop 2021", DATE_READ, "2021-11-01"},
        {"27 Juli 202114:26:52", DATE_READ, "2021-07-27"},
        {"TEGAL, 12/01/2021", DATE_READ, "2021-01-12"},
        {"Selasa, 12 Januari 2021", DATE_READ, "2021-01-12"},
        {"29/02/2024", DATE_READ, "2024-02-29"},
        {"44562", DATE_SERIAL, "2022-01-01"},
        {"44562.75", DATE_SERIAL, "2022-01-01"},
        {"25569", DATE_SERIAL, "1970-01-01"},
        {"", DATE_MISSING, ""},
        {"-", DATE_MISSING, ""},
        {"belum ada", DATE_MISSING, ""},
        {"29/02/2023", DATE_INVALID, ""},
        {"12/25/2021", DATE_INVALID, ""},
        {"12/01/21", DATE_INVALID, ""},
        {"12 Januari 21", DATE_INVALID, ""},
        {"12/01/20211", DATE_INVALID, ""},
        {"12012021", DATE_INVALID, ""},
        {"32/01/2021", DATE_INVALID, ""},
        {"0/01/2021", DATE_INVALID, ""},
        {"12 Foo 2021", DATE_INVALID, ""},
        {"12/01/2021 25:00", DATE_INVALID, ""},
        {"2021", DATE_INVALID, ""},
        {"202-01-01", DATE_INVALID, ""},
        {"abc", DATE_INVALID, ""},
        {"Tegal,", DATE_INVALID, ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct date d;
        char iso[16] = "";
        enum date_state state = date_read(str_c(rows[i].text), &d);
        cr_expect_eq(state, rows[i].state, "'%s' gave %d", rows[i].text, state);
        if (state == DATE_READ || state == DATE_SERIAL)
            date_text(d, iso);
        cr_expect_str_eq(iso, rows[i].iso, "'%s'", rows[i].text);
    }
}

Test(date, days)
{
    cr_expect_eq(date_days((struct date){1970, 1, 1}), 0);
    cr_expect_eq(date_days((struct date){2000, 3, 1}), 11017);
    cr_expect_eq(date_days((struct date){2024, 3, 14}) - date_days((struct date){2023, 3, 15}), 365);
}

Test(period, as_typed)
{
    static const struct {
        const char *text, *code; /* code empty: no period */
    } rows[] = {
        {"2024", "2024"},
        {"Tahun 2024", "2024"},
        {"TA 2024", "2024"},
        {"Tahun Anggaran : 2024", "2024"},
        {"Triwulan I 2024", "2024-Q1"},
        {"Triwulan_III 2024", "2024-Q3"},
        {"TW 3 2024", "2024-Q3"},
        {"TW3 2024", "2024-Q3"},
        {"TRIWULAN IV TAHUN 2024", "2024-Q4"},
        {"2024-Q3", "2024-Q3"},
        {"Semester 1 Tahun 2024", "2024-S1"},
        {"Sem 2 2024", "2024-S2"},
        {"2024-S2", "2024-S2"},
        {"Agustus 2024", "2024-08"},
        {"BULAN : Januari 2019", "2019-01"},
        {"Bulan 8 Tahun 2024", "2024-08"},
        {"2024-08", "2024-08"},
        {"08/2024", "2024-08"},
        {"2019.0", "2019"},
        {"KEADAAN 31 Oktober 2026", "2026-10"},
        {"Data Tanggal : 2024-03-15 22:01:42", "2024-03"},
        {"2024-03-15T22:01:42", "2024-03"},
        {"", ""},
        {"Trim 5 2024", ""},
        {"Triwulan 2024", ""},
        {"Semester 3 2024", ""},
        {"2023/2024", ""},
        {"Tahun 2014", ""},
        {"Tahun 2041", ""},
        {"Tahun 20x4", ""},
        {"Januari - Maret 2024", "2024-Q1"},
        {"Januari - September 2024", ""},
        {"Hingga September 2024", "2024-09"},
        {"2023_Hingga_Bulan_September", "2023-09"},
        {"s/d September 2023", "2023-09"},
        {"Januari s.d. September 2023", "2023-09"},
        {"sampai dengan Triwulan III 2023", "2023-Q3"},
        {"Tahun_2022_Semester_I", "2022-S1"},
        {"Maret s/d September 2023", ""},
        {"September 2023 d", ""},
        {"dengan September 2023", ""},
        {"TAHAP 2 2024", ""},
        {"GEL 5", ""},
        {"13/2024", ""},
        {"44562", ""},
        {"Triwulan I Agustus 2024", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct period p;
        char code[12] = "";
        if (period_read(str_c(rows[i].text), &p)) {
            cr_assert_neq(p.year, 0, "'%s'", rows[i].text);
            period_code(&p, code);
        }
        cr_expect_str_eq(code, rows[i].code, "'%s'", rows[i].text);
    }
}

Test(period, year_from_elsewhere)
{
    static const struct {
        const char *text;
        int year;
        const char *code;
    } rows[] = {{"JANUARI", 2024, "2024-01"},
                {"TW II", 2025, "2025-Q2"},
                {"Semester I", 2023, "2023-S1"},
                {"Maret 2022", 2024, "2022-03"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct period p;
        char code[12];
        cr_assert(period_read(str_c(rows[i].text), &p), "'%s'", rows[i].text);
        cr_assert(period_complete(&p, rows[i].year));
        period_code(&p, code);
        cr_expect_str_eq(code, rows[i].code, "'%s'", rows[i].text);
    }
    struct period p;
    cr_assert(period_read(STR("JANUARI"), &p));
    cr_expect_not(period_complete(&p, 0));
}

Test(period, cumulative)
{
    struct period p;
    cr_assert(period_read(STR("2023 Hingga Bulan September"), &p));
    cr_expect(p.cumulative);
    cr_assert(period_read(STR("SD 2023"), &p));
    cr_expect(p.cumulative);
    cr_assert(period_read(STR("September 2023"), &p));
    cr_expect_not(p.cumulative);
    cr_assert(period_read(STR("S2 2023"), &p));
    cr_expect_not(p.cumulative);
}

Test(period, contradicts)
{
    static const struct {
        const char *a, *b;
        bool contradicts;
    } rows[] = {
        {"Januari 2024", "November 2024", true},
        {"Januari", "November", true},
        {"Januari", "November 2024", true},
        {"Januari 2024", "2024", false},
        {"TW I 2024", "Februari 2024", false},
        {"TW I 2024", "April 2024", true},
        {"TW II 2024", "S1 2024", false},
        {"S2 2024", "TW II 2024", true},
        {"2023", "2024", true},
        {"Januari 2024", "Januari", false},
        {"Januari 2023", "2024", true},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct period a, b;
        cr_assert(period_read(str_c(rows[i].a), &a) && period_read(str_c(rows[i].b), &b));
        cr_expect_eq(period_contradicts(a, b), rows[i].contradicts, "'%s' and '%s'", rows[i].a, rows[i].b);
        cr_expect_eq(period_contradicts(b, a), rows[i].contradicts, "'%s' and '%s'", rows[i].b, rows[i].a);
    }
}

Test(period, last_day)
{
    struct period p;
    cr_assert(period_read(STR("Februari 2024"), &p));
    cr_expect_eq(p.last, date_days((struct date){2024, 2, 29}));
    cr_assert(period_read(STR("Triwulan III 2024"), &p));
    cr_expect_eq(p.last, date_days((struct date){2024, 9, 30}));
}
