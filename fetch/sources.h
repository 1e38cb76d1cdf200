/* sources.h - where files come from: directories and addresses, named by operands or by a list of sources.
 *
 * A list is an INI file, a section for each source (doc: kp2s-fetch(1), example: etc/sources.ini). An address
 * never holds a secret that is shown: user info is refused, and `shown` leaves out what follows a "?".
 */
#ifndef KP2S_SOURCES_H
#define KP2S_SOURCES_H

#include "err.h"
#include "str.h"

struct source {
    const char *title;  /* its section in the list; NULL for an operand */
    const char *agency; /* whom to ask; told with each fault; may be NULL */
    const char *folder; /* a directory, for an operand perhaps a file; NULL for an address */
    const char *url;    /* the whole address, to be given to libcurl alone; NULL for a directory */
    const char *shown;  /* the address as it may be told */
    const char *scheme; /* of the address */
    bool lists;         /* the address is that of a folder: it ends in a slash */
    const char *name;   /* pattern (fnmatch) that names must match; NULL: all do */
    const char *marker; /* what FILE is called when FILE is complete: FILE and this; NULL: no such */
    const char *credentials, *ca, *known_hosts; /* files; NULL where none is named */
    long rest;                                  /* seconds without change before a file counts as complete */
    long megabytes, seconds, tries;             /* limits: of the file, of one try, and how many */
    int line;                                   /* in the list */
};

struct sources {
    struct arena arena;
    struct source *source;
    size_t n;
};

/* Adds an operand: a path, or an address. ST_USAGE when the address cannot be one. */
bool sources_operand(struct sources *s, const char *operand, struct err *e);
/* Adds the sources of a list. ST_CONFIG with file and line when it is at fault. */
bool sources_list(struct sources *s, const char *path, struct err *e);
/* A path as text of its own, without slashes at its end. */
const char *sources_path(struct arena *a, const char *path);
void sources_done(struct sources *s);

/* Adds section and agency to e's place, so that whoever reads of a fault knows whom to ask. */
void source_place(const struct source *s, struct err *e);

#endif
