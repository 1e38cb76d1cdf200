/* layout.h - a layout: where things stand on an agency's sheet. doc/layouts.md is its contract.
 *
 * A layout lives in the arena it was read into. Fields are indexes into kind_found[kind].
 */
#ifndef KP2S_LAYOUT_H
#define KP2S_LAYOUT_H

#include "glob.h"

#include "err.h"
#include "kind.h"
#include "str.h"

enum {
    LAYOUT_MAX_FIELDS = 32,
    LAYOUT_MAX_SEARCH = 100,
    LAYOUT_MAX_ROWS = 6,
    LAYOUT_TITLES = 5, /* that tell of the source; behind them one for each field of a record */
    LAYOUT_MAX_TITLES = LAYOUT_TITLES + LAYOUT_MAX_FIELDS,
};

/* What is done about what a person does not see on the sheet. */
enum hidden { HIDDEN_READ, HIDDEN_SKIP, HIDDEN_REFUSE };

/* What is done about a heading that is gone, or new. */
enum drift { DRIFT_ACCEPT, DRIFT_WARN, DRIFT_REFUSE };

/* Where a title is looked for; what stands earlier in this list goes before. */
enum title_place { TITLE_ABOVE, TITLE_SHEET_NAME, TITLE_FILE_NAME, TITLE_PLACES };

/* A field that is read from the column under a heading. */
struct heading {
    int field;
    struct variants names;
};

struct constant {
    int field;
    struct str value; /* "@" in a group that repeats: what * stands for in its headings */
};

/* A text of a field, and what it means. */
struct word {
    int field;
    struct str to;
    struct variants from;
};

/* Which rows are data, by a column of theirs. */
struct filter {
    struct str name;
    bool skip; /* rows that match are none; else only these are */
    struct variants heading, words;
};

struct group {
    struct str id;
    struct variants sheet; /* none: every sheet */
    struct heading heading[LAYOUT_MAX_FIELDS];
    size_t headings;
    struct constant constant[LAYOUT_MAX_FIELDS];
    size_t constants;
    bool repeats; /* a record for each text that * stands for in its headings */
};

struct layout {
    const char *path;
    struct str id, version, agency, system, title;
    enum kind kind;
    bool first; /* takes the first visible sheet */
    struct variants take;
    bool one_sheet;  /* more than one that fits is an error */
    bool shares;     /* its sheets may hold tables of other layouts */
    bool all_tables; /* further tables stand below the first, under the same heading */
    enum hidden hidden_sheets, hidden_rows, hidden_columns;
    long search, rows;
    bool merged; /* a merged heading counts for all its cells, in headings of one row too */
    struct variants titles[TITLE_PLACES]
                          [LAYOUT_MAX_TITLES]; /* in the order of layout_titles, then by field */
    struct heading column[LAYOUT_MAX_FIELDS];
    size_t columns;
    bool required[LAYOUT_MAX_FIELDS]; /* by field */
    struct constant constant[LAYOUT_MAX_FIELDS];
    size_t constants;
    int fill[LAYOUT_MAX_FIELDS]; /* fields, in the order given */
    size_t fills;
    struct word *word;
    size_t words;
    struct filter *filter;
    size_t filters;
    struct variants known;  /* headings that the form has and that are not read */
    struct variants absent; /* headings by which a sheet is of another form */
    enum drift drift_new, drift_gone;
    struct variants totals, stops;
    bool totals_above; /* of their parts */
    struct str decimal;
    struct str
        states; /* what texts of figures stand for, as the pair of the S record says it; may be empty */
    struct group *group;
    size_t groups;
    bool used[LAYOUT_MAX_FIELDS]; /* by field: filled by a column, a constant or a group */
};

/* Keys of [titles] that tell of the source; the pair of the S record is the key with "_text". */
extern const char *const layout_titles[LAYOUT_TITLES];

/* Reads a layout. path is borrowed. A fault is ST_CONFIG and names file and line. */
bool layout_read(const char *path, struct arena *a, struct layout *l, struct err *e);

/* True when titles fill the field, of a record or (by index as of layout_titles) of the source. */
bool layout_titled(const struct layout *l, size_t title);
/* The name of a field. */
struct str layout_field(const struct layout *l, int field);
/* True for kind_values: fields whose cells are a record's values. */
bool layout_is_value(const struct layout *l, int field);

#endif
