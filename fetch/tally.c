#include "tally.h"

#include "prog.h"

void tally_fault(struct tally *t, const struct err *e)
{
    prog_log(LOG_ERROR, "%s%s%s%s%s%s", e->text, *e->place ? " (" : "", e->place, *e->place ? ")" : "",
             *e->hint ? "; hint: " : "", e->hint);
    t->failed++;
    if (t->first.status == 0)
        t->first = *e;
}
