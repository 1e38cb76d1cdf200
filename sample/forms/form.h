/* form.h - further forms of the sample, as data: what stands on their sheets, and which records a right
 * reader takes from them.
 *
 * A form is named by the layout that reads it. Its sheets are tables of columns; rows are villages,
 * kecamatan, kabupaten or persons of the province. Texts may hold marks in braces, which form_fill()
 * replaces; what they may be is told there. doc/sample.md says how to add a form.
 */
#ifndef KP2S_SAMPLE_FORM_H
#define KP2S_SAMPLE_FORM_H

#include "book.h"
#include "reason.h"
#include "sample.h"

/* What a column holds. A value column has a name, by which records and other columns mean it. */
enum form_what {
    COLUMN_TEXT, /* the text given, or nothing */
    COLUMN_NO,   /* running number */
    COLUMN_PROVINCE,
    COLUMN_REGENCY,
    COLUMN_DISTRICT,
    COLUMN_PUSKESMAS,
    COLUMN_VILLAGE,
    COLUMN_CODE,  /* Kemendagri; text: "points" (default), "digits", "number", "last4", "district" */
    COLUMN_OTHER, /* ten digits of another code system: not read */
    COLUMN_NIK,
    COLUMN_KK, /* of a family card; two rows in turn have the same */
    COLUMN_NAME,
    COLUMN_SEX,
    COLUMN_BORN,  /* text: "iso" (default of text files), "slash", "time"; default of workbooks: a typed date
                   */
    COLUMN_COUNT, /* a whole number; of: name of the column it is a part of, else of the village's families */
    COLUMN_CALC,  /* of: names and numbers with + and - between them; from the cells of its row, nothing drawn
                   */
    COLUMN_RATIO, /* of: "N/D", two such sums: 100 N / D with one decimal */
    COLUMN_RATE,  /* a percentage with one decimal, drawn */
    COLUMN_CHOICE, /* text: "cell=meaning|cell=meaning …"; one of them, drawn */
    COLUMN_ITEM,   /* the present one of the sheet's items */
};

struct form_column {
    const char *heading; /* a path, "|" between its levels; "": none */
    enum form_what what;
    const char *name;
    const char *of;
    const char *text; /* other than above: what stands in the cell instead, with marks */
    double share;     /* mean part of the whole (default 0.8), of 1 for rates, chance of the first choice */
};

/* A record that each row gives. A text "@name" is what the cell of that column means, "@item" what the item
 * does. */
struct form_record {
    const char *code;             /* of the indicator or the service */
    const char *n, *d, *reported; /* coverage: names of columns, or NULL: the layout reads none */
    const char *state;            /* services: "@name", or Y, T, TS for all rows */
    const char *subject;          /* services */
    const char *sex, *age;        /* coverage */
    const char *period;           /* else that of the form */
    const char *when;             /* "name=meaning": only rows of which this is true */
};

/* What a right reader remarks on in each row, once for each record. A reason that rejects takes the records
 * away. */
struct form_remark {
    const char *column; /* by name */
    enum reason reason;
    const char *code; /* only for records of this code; NULL: all */
};

enum form_rows { ROWS_VILLAGES, ROWS_DISTRICTS, ROWS_REGENCIES, ROWS_REGENCY, ROWS_PROVINCE, ROWS_PERSONS };

/* A table. Arrays end with an entry of zeros. */
struct form_sheet {
    const char *name;   /* with marks; NULL: below the table before, on the same sheet */
    const char *titles; /* lines above the heading: "\n" between them, "\t" between cells */
    const struct form_column *columns;
    const struct form_record *records;
    const struct form_remark *remarks; /* or NULL */
    enum form_rows rows;
    int persons;          /* of each village; default 2 */
    int youngest, oldest; /* their age at the end of the year, in months; default 240 to 720 */
    char sex;             /* of all of them; default both */
    const char *items;    /* "text=meaning|…": so many rows for each region, or one text without meaning */
    int times;            /* the table stands so often, {n} is 1, 2 …; default once */
    bool each_district;   /* and for each kecamatan of its own */
    bool blocks;          /* the kecamatan stands only in the first row of its villages */
    int levels;           /* rows of the heading, where they are more than its deepest path */
    const char *numbers;  /* row under the heading: "(%d)", "%d", or "a" for letters */
    const char *total;    /* text of the total row, in the column of the smallest region; NULL: none */
    bool total_first, total_left; /* above the rows; in the first column */
    bool total_alone;             /* the records are those of the total, for the kabupaten; rows give none */
    bool filled;                  /* no count is left out */
    bool without_region; /* the sheet names no region: what is of a village is known of the kabupaten */
    const char *notes;   /* below the table, as titles */
    const char *period;  /* with marks; NULL: that of the form */
};

/* Whether a kabupaten/kota sends one file, or one for each of its first kecamatan or villages. */
enum form_each { EACH_REGENCY, EACH_DISTRICT, EACH_VILLAGE };

struct form {
    const char *layout, *folder, *file; /* file: with marks */
    enum book_form book;
    const struct form_sheet *sheets;
    const char *period;  /* of its records, with marks: "{year}", "{year}-{nn}" */
    const char *upload;  /* period that the officer chose at upload, with marks; NULL: none */
    bool upload_region;  /* the officer chose the kabupaten/kota, too: the file names none */
    bool whole_province; /* one file, with the first of the kabupaten/kota at hand */
    enum form_each each;
    bool point;    /* decimals typed as text have a point, not a comma */
    bool spotless; /* no faults: what they would give is not told here */
    /* NULL: form_write(). For forms that are no tables of this kind. */
    bool (*write)(struct sample *s, const struct regency *g, const struct form *form, struct err *e);
};

/* One group for each agency, forms_NAME.c. */
extern const struct form forms_dinkes[], forms_profile[], forms_dinsos[], forms_poor[], forms_pupr[],
    forms_dukcapil[], forms_dpmd[], forms_cadre[], forms_village[], forms_opendk[], forms_disdik[],
    forms_bappeda[], forms_opendata[], forms_siga[], forms_dppkb[], forms_others[];
/* All forms, in groups that each end with a NULL layout; the list ends with NULL (formlist.c). */
extern const struct form *const form_groups[];

/* Writes a form's files of one kabupaten/kota, and their truth. */
bool form_write(struct sample *s, const struct regency *g, const struct form *form, struct err *e);
/* Writes the forms that list names ("id,id…", or "all") for the first so many kabupaten/kota. */
bool form_write_list(struct sample *s, const char *list, size_t regencies, struct err *e);
/* False with e filled (ST_USAGE) when list names one that there is not. */
bool form_list_known(const char *list, struct err *e);

/* --- shared by formfile.c, formrow.c and formvalue.c --- */

struct form_value {
    bool drawn, missing;
    double number;
    const char *cell, *meaning; /* of a choice; length in cell_length, meaning_length */
    int cell_length, meaning_length;
};

struct form_work {
    struct sample *s;
    const struct regency *g;
    const struct form *form;
    const struct form_sheet *sheet;
    struct book *book;
    struct rng rng;
    struct where where;
    struct line line;
    char name[32]; /* of the sheet */
    int n;         /* how often the table stood */
    int number;    /* running number of the row */
    const struct regency *regency;
    const struct district *district;
    const struct village *village; /* NULL in rows of larger regions */
    const struct village *sender;  /* whose file it is, or whose kecamatan's; NULL: the kabupaten's */
    const struct district *block;  /* kecamatan of the row before, where there are blocks */
    const char *item;
    int item_length;
    struct form_value value[BOOK_COLUMNS];
    double sum[BOOK_COLUMNS];
};

/* Writes text with its marks replaced: {year}, {lastyear}, {n} and with two digits {nn}, {bulan} and {romawi}
 * of n, {triwulan} of month n, {provinsi}, {kabupaten} ("Kab. Kapuas"), {kab} ("Kapuas"), {kecamatan},
 * {desa}, {kode} of the village with points, {item}; in capitals where the mark is. */
const char *form_fill(const struct form_work *w, const char *text, char out[CELL_TEXT]);
/* Index of the column of that name; aborts when there is none. */
int form_column(const struct form_work *w, const char *name);
/* What stands in that column of the present row, drawn when first asked for; valid until the next row. */
struct form_value *form_value(struct form_work *w, int column);
/* The first of "cell=meaning|…"; without "=" both are the same. */
void form_choose(const char *options, struct form_value *v);
/* Writes the next row, for the region set in w, and its truth. */
void form_row(struct form_work *w);
/* Writes the row of sums at that row. */
void form_total(struct form_work *w, int row);
#endif
