/* ods.h - an OpenDocument spreadsheet (.ods): its sheets, and a sheet as rows.
 *
 * All sheets lie in one XML part: to read one, those before it are passed over, but those read in their order
 * are read in one go. Values are those stored with
 * the cell, not what it shows: a percentage is its fraction, a date is ISO 8601, a formula its last result.
 * Comments, shapes and the record of tracked changes are left out. Rows and columns that are repeated without
 * content cost nothing. Refused: encrypted files, documents that are no spreadsheet.
 */
#ifndef KP2S_ODS_H
#define KP2S_ODS_H

#include "cell.h"
#include "zip.h"

struct ods;
struct ods_rows;

/* True when the archive is an OpenDocument file of some kind. */
bool ods_is(const struct zip *z);
/* Takes z over, also on failure; path is borrowed until ods_close(). Reads the file through once, for the
 * names of the sheets, their merged cells and hidden columns. NULL on failure. */
struct ods *ods_open(struct zip *z, const char *path, struct err *e);
void ods_close(struct ods *o); /* o may be NULL */
size_t ods_sheets(const struct ods *o);
const struct sheet *ods_sheet(const struct ods *o, size_t i);
const struct survey *ods_survey(const struct ods *o, size_t i);

/* NULL on failure. To be closed before o. */
struct ods_rows *ods_rows_open(struct ods *o, size_t i, struct err *e);
/* As rows_next(). */
int ods_rows_next(struct ods_rows *r, struct row *row, struct err *e);
void ods_rows_close(struct ods_rows *r); /* r may be NULL */

#endif
