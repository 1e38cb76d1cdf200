/* Numbers as workbooks store them, number formats, and figures as agencies type them: a number, and behind
 * the first line a format code. */
#include "rows.h"

#include "number.h"

#include <math.h>

enum { LONGEST = 400 }; /* that is read as a number */

static void check_plain(struct arena *a, struct str stored)
{
    struct str plain, again;
    if (!number_plain(a, stored, &plain))
        return;
    FUZZ_CHECK(fuzz_is_plain(plain));
    FUZZ_CHECK(strtod(arena_cstr(a, plain), NULL) == strtod(arena_cstr(a, stored), NULL));
    if (plain.len < LONGEST)
        FUZZ_CHECK(number_plain(a, plain, &again) && str_eq(plain, again));
}

static void check_date(struct arena *a, struct str stored, enum number_kind kind, bool epoch1904)
{
    struct str iso;
    if (number_date(a, stored, kind, epoch1904, &iso))
        FUZZ_CHECK(fuzz_is_iso(iso));
}

static void check_exact(struct arena *a, struct str text, char mark)
{
    __int128 value, again, sum;
    if (!number_exact(text, mark, &value))
        return;
    struct str shown = number_text(a, value, mark);
    FUZZ_CHECK(number_exact(shown, mark, &again) && again == value);
    sum = value;
    if (number_add(&sum, value))
        FUZZ_CHECK(sum - value == value);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena a = {0};
    struct str code = {(const char *)data, size}, stored = str_cut(&code, '\n');
    check_plain(&a, stored);
    for (int epoch = 0; epoch < 2; epoch++)
        for (enum number_kind kind = NUMBER_PLAIN; kind <= NUMBER_ELAPSED; kind++)
            check_date(&a, stored, kind, epoch);
    FUZZ_CHECK(number_format(size ? data[0] : 0, code) <= NUMBER_ELAPSED);
    check_exact(&a, stored, ',');
    check_exact(&a, stored, '.');
    arena_done(&a);
    return 0;
}
