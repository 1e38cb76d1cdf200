/* site.h - the site's own aliases.csv: what spellings mean, who confirmed it when, and what was withdrawn.
 *
 * Lines are added and ended, never removed. Two people at once wait for each other; the file changes whole or
 * not at all.
 */
#ifndef KP2S_SITE_H
#define KP2S_SITE_H

#include "err.h"
#include "str.h"

enum alias_column {
    ALIAS_PARENT,
    ALIAS_TEXT,
    ALIAS_CODE,
    ALIAS_BY,
    ALIAS_ON,
    ALIAS_UNTIL,
    ALIAS_NOTE,
    ALIAS_COLUMNS
};

struct alias {
    struct str field[ALIAS_COLUMNS];
};

struct site {
    struct arena a;
    const char *path; /* of aliases.csv */
    int lock;         /* the folder, locked; -1: none */
    struct alias *alias;
    size_t n, room;
};

/* Locks the folder and reads its file, which may be missing. site_close() in every case. */
bool site_open(struct site *s, const char *folder, struct err *e);
void site_close(struct site *s);
/* The line in force for this spelling below that parent, compared as region names are; NULL: none. */
struct alias *site_find(const struct site *s, struct str parent, int level, struct str text);
/* Texts are borrowed until site_close(). */
void site_add(struct site *s, struct alias alias);
bool site_write(const struct site *s, struct err *e);
/* The day of today, YYYY-MM-DD. */
struct str site_today(struct site *s);

#endif
