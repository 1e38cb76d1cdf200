/* table.h - the rows of the sheets that make.c writes: an invented by-name list of children, invented recaps,
 * and what a CSV file holds. */
#ifndef KP2S_BENCH_TABLE_H
#define KP2S_BENCH_TABLE_H

#include <stdbool.h>

enum { MOST_COLS = 30, MOST_TEXT = 48 };
enum kind { BLANK, TEXT, NUMBER };
/* numbers of cellXfs in make.c's styles.xml */
enum style { STYLE_NONE, STYLE_TEXT, STYLE_DATE, STYLE_HEADING };

struct cell {
    enum kind kind;
    enum style style;
    char text[MOST_TEXT]; /* what a reader shows: a date as ISO 8601, a number in its shortest form */
    char stored[32];      /* of a NUMBER: what the workbook holds: a serial number, 17 digits */
};

struct table {
    int cols;
    long rows, number;                                                 /* rows below the headings */
    void (*fill)(const struct table *t, long row, struct cell *cells); /* row 0: the headings */
};

/* 13 columns of text (two nearly unique), 2 of dates, 5 of numbers stored in their shortest form, as the
 * programs of agencies write them; 1 of 20 arm measures is blank. */
struct table table_balita(long rows);
/* Numbers as Excel stores them (17 digits), among them "-", "n/a", "1.234,5" as text, and 5 % blanks. */
struct table table_recap(long number);
/* The rows below the headings of a CSV file without quotes. */
struct table table_listed(const char *path);

#endif
