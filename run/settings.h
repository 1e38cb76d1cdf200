/* settings.h - what kp2s-run is told: by options, else by the file --conf names, else by the environment. */
#ifndef KP2S_SETTINGS_H
#define KP2S_SETTINGS_H

#include "err.h"
#include "str.h"

enum setting {
    INBOX,
    SOURCES,
    ARCHIVE,
    OUT,
    KEY,
    SITE,
    CONNINFO,
    PROVINCE,
    YEAR,
    MAX_REJECTS,
    REPORTS,
    SETTINGS
};

struct settings {
    const char *value[SETTINGS]; /* filled from options before settings_read(); NULL where nothing is set */
};

/* Fills what the options left open, and checks everything that can be checked before the work begins. conf
 * may be NULL. review: a year and a folder for results are needed. Values live in the arena or in the
 * environment. */
bool settings_read(struct settings *s, struct arena *arena, const char *conf, bool review, struct err *e);

#endif
