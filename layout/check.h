/* check.h - which layouts fit a file, and what every row and cell of its sheets became.
 *
 * It is extract that reads the file: what is told here is what it did. The records go nowhere.
 */
#ifndef KP2S_CHECK_H
#define KP2S_CHECK_H

#include "paint.h"

#include "layouts.h"
#include "out.h"

enum { CHECK_NOTES = 20 };

/* A remark that extract made on a sheet. */
struct check_note {
    struct str at, code, message; /* at: cell or row */
};

/* A sheet that is read. */
struct check_sheet {
    struct str name;
    struct palette palette;
    const struct head *head;
    const struct path *path; /* its headings, by columns */
    size_t paths;
    long rows[FATE_FAILED]; /* by what became of them */
    long records, rejected, noted;
    struct check_note note[CHECK_NOTES]; /* the first ones */
    size_t notes;
    struct painted_row *shown; /* on the terminal */
    size_t showns, room;
};

/* A file as one layout that fits reads it. */
struct check_source {
    const struct layout *l;
    const struct fit *fit;
    struct check_sheet *sheet; /* one for each plan */
    struct str title[LAYOUT_TITLES];
};

struct check_file {
    struct str name;
    struct book *book;
    struct check_source *source;
    size_t sources;
};

struct check {
    const struct layouts *layouts;
    struct out *out;    /* the report */
    struct out *sink;   /* for records */
    const char *xlsx;   /* the workbook to write; NULL: none */
    const char *folder; /* for its temporary files */
    const char *sheet;  /* the only one to look at; NULL: all */
    bool colour;
    int width; /* of the terminal */
    long rows; /* of each table to show */
    int told;  /* files that were reported on */
};

/* Reports on one file. False with e filled when extract would not read it. */
bool check_file(struct check *c, const char *path, struct err *e);

#endif
