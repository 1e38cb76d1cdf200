/* book.h - a workbook with one look: formats, sheets with title and page setup, tables, charts.
 *
 * libxlsxwriter tells of trouble only by return values: the first one is kept in the book with the sheet it
 * happened on, and book_close() reports it. The same data gives the same bytes: the creation date is given,
 * not taken.
 */
#ifndef KP2S_REPORT_BOOK_H
#define KP2S_REPORT_BOOK_H

#include "data.h"

#include <xlsxwriter.h>

/* Looks of cells; those from LOOK_COUNT on are of numbers. */
enum look {
    LOOK_PLAIN,
    LOOK_KICKER,
    LOOK_TITLE,
    LOOK_SUBTITLE,
    LOOK_WARNING,
    LOOK_SECTION,
    LOOK_NOTE,
    LOOK_CARD_LABEL,
    LOOK_CARD_VALUE,
    LOOK_CARD_NOTE,
    LOOK_SENTENCE,
    LOOK_HEAD,
    LOOK_HEAD_LEFT,
    LOOK_HEAD_TURNED,
    LOOK_HEAD_SMALL,
    LOOK_TEXT,
    LOOK_WRAP,
    LOOK_WRAP_STRONG,
    LOOK_SMALL,
    LOOK_CENTER,
    LOOK_STRONG,
    LOOK_FIGURE, /* a figure as words, to the right */
    LOOK_NONE,   /* the dash of a missing value */
    LOOK_REACHED,
    LOOK_NEAR,
    LOOK_BEHIND,
    LOOK_FAR,
    LOOK_COUNT,
    LOOK_PERCENT,
    LOOK_VALUE, /* a number with as many decimals as it has, up to six */
    LOOK_SCORE, /* decimals as the instrument says */
    LOOK_STRONG_SCORE,
    LOOK_CELL, /* one decimal, narrow, of a heat map */
    LOOK_CELL_STRONG,
    LOOK_CHANGE,      /* of points: ▲ 1,2 or ▼ 1,2 */
    LOOK_PLACES,      /* of ranks: ▲ 2, ▼ 2, or = */
    LOOK_MOVED,       /* as LOOK_CHANGE, in a matrix */
    LOOK_MOVED_NOTED, /* the same with an asterisk */
    LOOK_TARGET,
    LOOK_TARGET_UNVERIFIED,
    LOOK_DAY, /* a date, or room for one */
    LOOKS
};

enum {
    COLOUR_INK = 0x1F2A37,
    COLOUR_NAVY = 0x17405C,
    COLOUR_TEAL = 0x2A7F86,
    COLOUR_SAND = 0xD9A441,
    COLOUR_GREY = 0x6B7785,
    COLOUR_LINE = 0xD5DBE1,
    COLOUR_PALE = 0xF2F5F7
};

struct book {
    lxw_workbook *workbook;
    lxw_format *look[LOOKS];
    const struct data *data;
    struct arena *arena;
    lxw_error failed;
    const char *failed_at;
    const char *header, *footer; /* of every page */
};

struct sheet {
    struct book *book;
    lxw_worksheet *worksheet;
    const char *name;
};

/* Begins a workbook that will be written to path. */
bool book_open(struct book *book, const char *path, const struct data *data, struct arena *a, struct err *e);
/* Writes it. path is for messages. */
bool book_close(struct book *book, const char *path, struct err *e);

/* A sheet: A4 landscape, one page wide, header and footer; with a title, the first two rows hold it and what
 * it says. */
struct sheet book_sheet(struct book *book, const char *name, const char *title, const char *subtitle,
                        int colour);
/* Text in the book's arena, by a format. */
#define book_text(book, ...) arena_cstr((book)->arena, arena_printf((book)->arena, __VA_ARGS__))
/* Notes a return value of libxlsxwriter. */
void sheet_check(struct sheet *s, lxw_error error);
/* Rows of one height, for sheets without wrapped text, and the whole sheet on one page: upright when it is
 * tall. */
void sheet_roomy(struct sheet *s, bool tall);
/* The row with a table's heads, and how many columns stay in sight: frozen, and repeated on every page from
 * top on. */
void sheet_heads(struct sheet *s, int top, int row, int columns);
/* Of a sheet with several tables only the title stays, and so many columns. */
void sheet_title(struct sheet *s, int columns);
void sheet_width(struct sheet *s, int first, int last, double width);
void sheet_height(struct sheet *s, int row, double points);

/* Gives a row the height that a wrapped text in a column of this width needs. */
void sheet_fit(struct sheet *s, int row, const char *text, double width);
/* The same for several texts in columns of their own; NULL is none. */
void sheet_fit_all(struct sheet *s, int row, const char *const *text, const double *width, int n);
/* That height, in points. */
double text_points(const char *text, double width);

void put_text(struct sheet *s, int row, int column, const char *text, enum look look);
void put_number(struct sheet *s, int row, int column, double value, enum look look);
/* Text over several columns of a row; never inside data. */
void put_wide(struct sheet *s, int row, int first, int last, const char *text, enum look look);
/* A field of the data: text or number by its look, a dash when it is null. */
void put_field(struct sheet *s, int row, int column, enum set set, int at, const char *field, enum look look);

struct column {
    const char *head;
    const char *field; /* of the set; NULL: left to the caller */
    double width;      /* in characters; 0: as it is */
    enum look look;
};
/* That a set has no rows, or that the edition shown does not have it. */
const char *book_nothing(const struct book *book, enum set set);
/* A named table of a whole set, heads in the row given, from column A on. Returns the row after it; an empty
 * set gives one line saying so. */
int put_table(struct sheet *s, const char *name, int row, enum set set, const struct column *columns, int n);
/* The same of the rows from first on; there must be one. */
int put_rows(struct sheet *s, const char *name, int row, enum set set, int first,
             const struct column *columns, int n);
/* The same where the caller writes the cells: names the range, writes the heads. */
void put_frame(struct sheet *s, const char *name, int row, int rows, const struct column *columns, int n,
               bool filter);

/* Formulas of the four classes reached, near, behind, far: the first that is true colours the cell. */
void put_classes(struct sheet *s, int first_row, int first_column, int last_row, int last_column,
                 const char *const formula[4]);
/* The legend of the classes, in one row. */
void put_legend(struct sheet *s, int row, int column, int span, const char *const label[4]);

struct series {
    const char *name;
    int column;
    int colour;
};
struct chart {
    const char *title, *description;
    bool upright;           /* columns instead of bars */
    int names, first, last; /* column of the names, rows */
    bool stacked, quiet;    /* quiet: no figures at the bars */
    struct series series[6];
    int n;
    double max;        /* of the axis; 0: automatic */
    int row, column;   /* its upper left cell */
    int width, height; /* in pixels */
    const char *sheet; /* of the data; NULL: the sheet the chart is on */
};
void put_chart(struct sheet *s, const struct chart *chart);

#endif
