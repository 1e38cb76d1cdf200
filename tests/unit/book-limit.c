/* Limits: how they are set, and what a refusal says. */
#include "limit.h"

#include <criterion/criterion.h>
#include <stdlib.h>

Test(limit, values)
{
    static const struct {
        const char *setting;
        enum limit limit;
        uint64_t value;
    } cases[] = {
        {"ratio=200", LIMIT_RATIO, 200},
        {"memory=1G", LIMIT_MEMORY, UINT64_C(1) << 30},
        {"memory=3m", LIMIT_MEMORY, UINT64_C(3) << 20},
        {"part-bytes=5000K", LIMIT_PART_BYTES, UINT64_C(5000) << 10},
        {"part-bytes=77", LIMIT_PART_BYTES, 77},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct err e = {0};
        cr_assert(limit_set(str_c(cases[i].setting), &e), "%s", cases[i].setting);
        cr_assert_eq(limit_of(cases[i].limit), cases[i].value, "%s", cases[i].setting);
    }
}

Test(limit, settings_that_are_none)
{
    static const struct {
        const char *setting, *text;
    } cases[] = {
        {"ratio=2K", "limit ratio cannot be '2K'"},
        {"memory=", "limit memory cannot be ''"},
        {"memory=0", "limit memory cannot be '0'"},
        {"memory=-1", "limit memory cannot be '-1'"},
        {"memory=G", "limit memory cannot be 'G'"},
        {"memory=1T", "limit memory cannot be '1T'"},
        {"memory=99999999999G", "limit memory cannot be '99999999999G'"},
        {"colour=1", "there is no limit 'colour'"},
        {"", "there is no limit ''"},
    };
    uint64_t before = limit_of(LIMIT_MEMORY);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct err e = {0};
        cr_assert_not(limit_set(str_c(cases[i].setting), &e));
        cr_assert_eq(e.status, ST_USAGE);
        cr_assert_str_eq(e.text, cases[i].text);
    }
    cr_assert_eq(limit_of(LIMIT_MEMORY), before);
}

Test(limit, the_environment)
{
    struct err e = {0};
    setenv("KP2S_LIMITS", "  ratio=7 merged=8 ", 1);
    cr_assert(limit_given(&e));
    cr_assert_eq(limit_of(LIMIT_RATIO), 7);
    cr_assert_eq(limit_of(LIMIT_MERGED), 8);
    setenv("KP2S_LIMITS", "ratio:7", 1);
    cr_assert_not(limit_given(&e));
    cr_assert_str_eq(e.text, "there is no limit 'ratio:7'");
    cr_assert_str_eq(e.place, "KP2S_LIMITS");
}

Test(limit, refusals)
{
    struct err e = {0};
    cr_assert_not(limit_refuse(LIMIT_PART_BYTES, "x.xlsx", &e));
    cr_assert_eq(e.status, ST_UNREADABLE);
    cr_assert_str_eq(e.text, "'x.xlsx' is refused: it passes limit part-bytes=2G (size of a part, unpacked)");
    cr_assert_str_eq(e.hint, "if you know the file to be good, raise the limit: --limit part-bytes=8G");
    e = (struct err){0};
    cr_assert_not(limit_refused("damaged", "x.xlsx", &e));
    cr_assert_eq(e.status, 0);
    cr_assert(limit_refused(limit_fault(LIMIT_MERGED), "x.xlsx", &e));
    cr_assert_str_eq(e.text, "'x.xlsx' is refused: it passes limit merged=200000 (merged ranges of a sheet)");
}
