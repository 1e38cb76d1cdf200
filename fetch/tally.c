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

void tally_passed(struct tally *t, const char *origin, const char *why)
{
    prog_log(LOG_WARN, "'%s' passed over: %s", origin, why);
    t->passed++;
}
