/* book.h - a file of the sample, written row by row: a workbook (libxlsxwriter) or delimited text.
 *
 * Rows and columns are 1-based, as an officer sees them. The same calls give the same bytes: document
 * properties are fixed. Errors are remembered and reported by book_close().
 */
#ifndef KP2S_SAMPLE_BOOK_H
#define KP2S_SAMPLE_BOOK_H

#include "err.h"

#include <stdbool.h>
#include <stddef.h>

enum { CELL_TEXT = 200, BOOK_COLUMNS = 128 };

enum cell_type { CELL_EMPTY, CELL_TYPED_TEXT, CELL_NUMBER, CELL_DATE, CELL_FORMULA };

/* What stands in one cell. Text: as typed. A number: value. A date: value is the Excel serial. A formula:
 * text is the formula, value its result, or error the error it shows. */
struct cell {
    enum cell_type type;
    double value;
    char text[CELL_TEXT];
    const char *error;
};

/* The cells of one row under construction; cell[0] is column A. */
struct line {
    struct cell cell[BOOK_COLUMNS];
    int used;
};
void line_clear(struct line *l);
void line_text(struct line *l, int column, const char *format, ...) __attribute__((format(printf, 3, 4)));
void line_number(struct line *l, int column, double value);
void line_date(struct line *l, int column, int serial);
/* error NULL: the formula gives value. */
void line_formula(struct line *l, int column, const char *formula, double value, const char *error);

enum book_form {
    BOOK_XLSX,        /* shared strings, merges allowed */
    BOOK_XLSX_STREAM, /* rows written as they come, inline strings, no merges downwards */
    BOOK_CSV,         /* comma, in the old Windows code page: no-break blanks are single bytes */
    BOOK_CSV_BOM,     /* semicolon, UTF-8 with a byte-order mark */
    BOOK_CSV_PLAIN,   /* comma, UTF-8 */
    BOOK_CSV_SEMI,    /* semicolon, UTF-8 */
    BOOK_CSV_PIPE,    /* "|", UTF-8 */
    BOOK_CSV_TAB,     /* tab, UTF-8 */
};

struct book;

/* True for delimited text, which holds text alone: no numbers, dates, formulas, merges. */
bool book_form_is_text(enum book_form form);
/* NULL with e filled when the file cannot be created. */
struct book *book_open(const char *path, enum book_form form, struct err *e);
/* Following rows go to a new sheet; text files ignore the name. */
void book_sheet(struct book *b, const char *name);
/* A sheet that Excel does not show, with one line in it. The present sheet stays. */
void book_hidden_sheet(struct book *b, const char *name, const char *text);
void book_row(struct book *b, int row, const struct line *l);
/* Cells of a block as one; its text is written into the first. Workbooks only. */
void book_merge(struct book *b, int row, int column, int last_row, int last_column, const char *text);
bool book_close(struct book *b, struct err *e);

/* "D14"; written into text, returned. */
const char *book_address(int column, int row, char text[16]);

#endif
