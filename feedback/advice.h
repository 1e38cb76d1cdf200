/* advice.h - what was expected where a remark was made, and what to do about it, for the officer who gets the
 * file back. */
#ifndef KP2S_ADVICE_H
#define KP2S_ADVICE_H

#include "marks.h"

struct advice {
    const char *code, *expected, *suggestion; /* Indonesian */
};

/* Of a code of lib/reason.h; for others what can be said of any. Never NULL. */
const struct advice *advice_on(struct str code);
/* "DITOLAK", "DIPERBAIKI", "CATATAN". */
const char *advice_paint(enum paint paint);
/* The text of a cell's comment, of its n marks from i on; empty when none of them is told. Lives in the
 * arena.
 */
struct str advice_text(const struct marks *m, const struct marks_sheet *s, size_t i, size_t n,
                       struct arena *a);

#endif
