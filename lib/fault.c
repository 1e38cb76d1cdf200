#include "fault.h"

#ifdef KP2S_FAULTS
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The first line of a statement that is no comment. */
static const char *name(const char *sql, int *len)
{
    while (strncmp(sql, "--", 2) == 0 || *sql == '\n') {
        const char *end = strchr(sql, '\n');
        if (!end)
            break;
        sql = end + 1;
    }
    *len = (int)strcspn(sql, "\n");
    return sql;
}

void fault_point(const char *when, const char *what)
{
    static long passed;
    const char *die_at = getenv("KP2S_FAULT"), *path = getenv("KP2S_FAULT_LOG");
    passed++;
    if (path) {
        int len;
        const char *first = name(what, &len);
        FILE *log = fopen(path, "a");
        if (log) {
            fprintf(log, "%ld\t%s\t%.*s\n", passed, when, len > 70 ? 70 : len, first);
            fclose(log);
        }
    }
    if (die_at && passed == strtol(die_at, NULL, 10))
        raise(SIGKILL);
}
#endif
