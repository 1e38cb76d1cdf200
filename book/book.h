/* book.h - an agency's file as sheets, and a sheet as rows: the same face for workbooks and delimited text.
 *
 * The format is found from the file's bytes, never from its name. Rows come one at a time: a sheet is never a
 * document in memory. What cannot be read is refused by what it is (ST_UNREADABLE), with the remedy as hint.
 */
#ifndef KP2S_BOOK_H
#define KP2S_BOOK_H

#include "cell.h"
#include "err.h"

struct book;
struct rows;
struct zip;

/* NULL on failure. The path is borrowed. */
struct book *book_open(const char *path, struct err *e);
void book_close(struct book *b); /* b may be NULL */
const char *book_path(const struct book *b);
/* True for delimited text, which has no merged cells. */
bool book_is_text(const struct book *b);
/* True for a workbook that counts days from 1904, as Excel for the Mac did: the serial of a date that stands
 * in a cell as a number is so counted. */
bool book_epoch1904(const struct book *b);
/* The parts of an Office Open XML workbook (.xlsx, .xlsm), as long as it is open; NULL for all else. */
const struct zip *book_archive(const struct book *b);
/* True also for a sheet that kp2s-feedback made of delimited text. */
bool book_was_text(const struct book *b, size_t i);
size_t book_sheets(const struct book *b);
const struct sheet *book_sheet(const struct book *b, size_t i);
/* True for the list of remarks that kp2s-feedback puts first into a workbook, by its name: BOOK_LIST, or that
 * and a number. It is none of the agency's sheets. */
#define BOOK_LIST "Catatan KP2S"
bool book_is_list(const struct sheet *s);
/* Reads sheet i through for its merged cells; kept, so that it costs once. NULL on failure. */
const struct survey *book_survey(struct book *b, size_t i, struct err *e);
/* What stands before the rows, perhaps without the merged cells: quick. NULL on failure. */
const struct survey *book_preface(struct book *b, size_t i, struct err *e);

/* The rows of sheet i, from the top; rows without content are left out. NULL on failure. */
struct rows *rows_open(struct book *b, size_t i, struct err *e);
/* 1: a row, valid until the next call; 0: the end; -1: e is filled. */
int rows_next(struct rows *r, struct row *row, struct err *e);
void rows_close(struct rows *r); /* r may be NULL */

#endif
