/* row.h - a D record of the stream as a row of the fact: its fields checked, its codes as keys, sent in
 * binary form.
 */
#ifndef KP2S_LOAD_ROW_H
#define KP2S_LOAD_ROW_H

#include "stage.h"

/* The record of the present source; of a person who was erased it is passed over. */
bool row_put(struct stage *s, const struct record *r, struct err *e);

/* --- what stage.c lends for it --- */

/* Ends the COPY of rows, if one goes, so that the connection can do something else; begins it again. */
bool stage_pause(struct stage *s, struct err *e);
bool stage_go_on(struct stage *s, struct err *e);
/* The number of the table, from 1, in which a record of the sheet stands: the last one begun there. */
bool stage_table_no(struct source *src, struct str sheet, size_t *no, struct err *e);

#endif
