/* guesssheet.h - what is found out about a sheet, step by step; the parts of kp2s-layout guess share it.
 */
#ifndef KP2S_GUESSSHEET_H
#define KP2S_GUESSSHEET_H

#include "guessplace.h"
#include "guesswords.h"

#include "head.h"

enum {
    GSHEET_ROWS = 400,   /* rows looked at closely */
    GSHEET_TOPS = 40,    /* rows in which a heading is looked for */
    GSHEET_COLUMNS = 500 /* columns looked at */
};

/* What a cell looks like. */
enum sort {
    SORT_EMPTY,
    SORT_TEXT,
    SORT_NUMBER, /* also percentages, money and codes */
    SORT_TYPED,  /* digits typed as text in a workbook */
    SORT_YEAR,
    SORT_DATE,
    SORT_NOTHING, /* "-", "NA" */
};

/* A row below the table that begins with one of the words that end or sum it. */
struct wordy {
    long row;
    const char *word;
    bool total;
};

/* A column of the table. */
struct column {
    int col;
    struct str typed;       /* path of its headings, blanks folded */
    struct str upper, leaf; /* the last of them, and those above it */
    struct str words;       /* of the last one, as words_of() */
    struct saying saying;
    size_t filled, figures, years, texts, niks, marks, grades;
    size_t distinct, named[PLACE_LEVELS]; /* different texts, and how many of them are names at a level */
    size_t coded[PLACE_LEVELS];           /* cells that are Kemendagri codes */
    size_t digits7, digits10;             /* cells of so many digits that are none */
    size_t points, commas;                /* figures typed with such a decimal mark */
    const char *field;                    /* it is read into; NULL: none */
    bool known;                           /* a heading that is known and not read */
    bool taken;                           /* a group reads it */
    struct str why;                       /* evidence, in Indonesian; may be empty */
};

/* What is seen where no table is. */
enum lack { LACK_HEADING, LACK_ROWS, LACK_COLUMNS };

struct gsheet {
    struct heads *heads;
    size_t index;
    struct str name;
    bool text; /* delimited text */
    const struct survey *survey;
    struct row *row; /* the first rows that have content */
    size_t rows;
    int width;     /* the last column that is filled, seen or not */
    size_t beyond; /* rows that were not looked at closely */
    struct wordy *wordy;
    size_t wordies;

    long heading, depth, numbers; /* 0: no table, no row of column numbers */
    enum lack lack;               /* when there is none */
    size_t data, end;             /* indexes of the first row of data, and behind the last one */
    enum kind kind;
    struct column *column;
    size_t columns;
};

/* Reads a sheet's rows; what it holds lives in the arena. */
bool gsheet_read(struct gsheet *s, struct heads *h, size_t index, struct arena *a, struct err *e);
/* Finds the heading; heading stays 0 when there is none, and lack says what was seen instead. */
bool gsheet_heading(struct gsheet *s, const struct gplaces *places, struct err *e);
/* The table's columns, with what their cells hold. */
bool gsheet_columns(struct gsheet *s, const struct gplaces *places, struct arena *a, struct err *e);
/* Which field each column is read into, and the kind of the records. */
void gsheet_fields(struct gsheet *s, const struct gplaces *places, struct arena *a);
/* The column that is read into a field; NULL when there is none. */
struct column *gsheet_field(const struct gsheet *s, const char *field);
/* True when rows say a month or the like, and no column of which year. */
bool gsheet_lacks_year(const struct gsheet *s);
/* True when records of the kind have the field. */
bool gsheet_has(enum kind kind, const char *field);
/* Indonesian for a level of regions. */
extern const char *const gsheet_level[PLACE_LEVELS];

/* The cell of a row; NULL when it is empty. */
const struct cell *gsheet_cell(const struct row *row, int col);
enum sort gsheet_sort(const struct gsheet *s, const struct cell *c);
/* Text with its blanks folded to one and none at its ends; what is no printable text is a ?. */
struct str gsheet_plain(struct arena *a, struct str text);
/* The same as a pattern of a layout: what has a meaning there is a ?. */
struct str gsheet_pattern(struct arena *a, struct str text);
/* 15 to 17 digits, as numbers of persons and families have. */
bool gsheet_personal(struct str text);

#endif
