/* Advice: each reason has what was expected and what to do, and what a comment says of a cell */
#include "advice.h"

#include <criterion/criterion.h>

Test(advice, each_reason_has_its_own)
{
    for (size_t i = 0; i < REASON_COUNT; i++) {
        const struct advice *a = advice_on(str_c(reasons[i].code));
        cr_expect_str_eq(a->code, reasons[i].code, "feedback/advice.c has no line for '%s'", reasons[i].code);
        cr_expect(*a->expected && *a->suggestion, "%s", reasons[i].code);
    }
    cr_assert_str_eq(advice_on(STR("no-such-code"))->suggestion, "periksa isian ini");
}

Test(advice, a_comment_has_five_remarks_at_most)
{
    const struct told told = {.value = STR("x"), .message = STR("bukan angka")};
    struct mark mark[8];
    struct marks_reason reason = {.code = STR("number-invalid")};
    struct marks marks = {.reason = &reason, .reasons = 1};
    struct marks_sheet sheet = {.mark = mark, .n = 8};
    struct arena a = {0};
    for (size_t i = 0; i < 8; i++)
        mark[i] = (struct mark){.row = 1, .col = 1, .told = i < 6 ? &told : NULL};
    enum paint paint;
    cr_assert_eq(marks_cell(&sheet, 0, &paint), 8);
    struct str text = advice_text(&marks, &sheet, 0, 8, &a);
    size_t said = 0;
    for (const char *at = text.ptr; (at = strstr(at, "KP2S: DITOLAK\nbukan angka.\nIsian: x\n")); at++)
        said++;
    cr_assert_eq(said, 5);
    cr_assert(strstr(text.ptr, "\n\nDan 3 catatan lain pada sel ini."));
    cr_assert_eq(advice_text(&marks, &sheet, 6, 2, &a).len, 0);
    arena_done(&a);
}
