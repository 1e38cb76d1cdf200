/* What of a text may be shown, and the role that a field gives its cells */
#include "paint.h"

#include <criterion/criterion.h>

static void check_line(const char *text, const char *shown)
{
    struct arena a = {0};
    struct str got = paint_line(str_c(text), &a);
    cr_assert(str_is(got, shown), "'%s' is shown as '%.*s', expected '%s'", text, STR_ARG(got), shown);
    arena_done(&a);
}

Test(paint, long_numbers_are_masked)
{
    static const char *const cases[][2] = {
        {"Tahun : 2024", "Tahun : 2024"},
        {"NIP 999901019999011001", "NIP ##################"},
        {"3301 9001 0100 0001", "#### #### #### ####"},
        {"33.01.90-010100-0001 dan 12", "##.##.##-######-#### dan 12"},
        {"1234567890123", "#############"},
        {"123456789012", "123456789012"}, /* one digit fewer than a card of BPJS */
        {"62.03.01.2001", "62.03.01.2001"},
        {"2024-03-15 22:01:42", "2024-03-15 22:01:42"},
        {"0.6845123456789012", "0.6845123456789012"},
        {"68,45123456789012", "68,45123456789012"},
        {"1234567890123,5", "#############,#"},
        {"3.30101E+15", "3.30101E+15"},
        {"", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check_line(cases[i][0], cases[i][1]);
}

Test(paint, a_line_is_one_line)
{
    check_line("  Jumlah\r\n ibu\t hamil ", "Jumlah ibu hamil");
    check_line(" \n ", "");
}

Test(paint, roles_of_fields)
{
    static const struct {
        enum kind kind;
        const char *field;
        enum role role;
    } cases[] = {
        {KIND_COVERAGE, "district", ROLE_REGION},      {KIND_COVERAGE, "kemendagri_code", ROLE_REGION},
        {KIND_COVERAGE, "numerator", ROLE_NUMERATOR},  {KIND_COVERAGE, "denominator", ROLE_DENOMINATOR},
        {KIND_COVERAGE, "reported", ROLE_REPORTED},    {KIND_COVERAGE, "indicator", ROLE_FIELD},
        {KIND_MEASUREMENT, "nik", ROLE_PERSON},        {KIND_MEASUREMENT, "parent", ROLE_PERSON},
        {KIND_MEASUREMENT, "birth_date", ROLE_PERSON}, {KIND_MEASUREMENT, "sex", ROLE_FIELD},
        {KIND_MEASUREMENT, "weight", ROLE_VALUE},      {KIND_SERVICE, "name", ROLE_PERSON},
        {KIND_SERVICE, "state", ROLE_VALUE},           {KIND_SERVICE, "service", ROLE_FIELD},
        {KIND_ASSESSMENT, "remark", ROLE_VALUE},       {KIND_ASSESSMENT, "item", ROLE_FIELD},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct layout l = {.kind = cases[i].kind};
        for (int f = 0; kind_found[l.kind][f]; f++)
            if (str_is(layout_field(&l, f), cases[i].field))
                cr_assert_eq(paint_role(&l, f), cases[i].role, "%s of %s", cases[i].field,
                             kind_names[l.kind]);
    }
}
