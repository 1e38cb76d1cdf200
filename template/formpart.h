/* formpart.h - what form.c and columns.c share while a form is laid out. */
#ifndef KP2S_TEMPLATE_FORMPART_H
#define KP2S_TEMPLATE_FORMPART_H

#include "form.h"

/* "no form can be made from layout X: WHY 'WHAT'" (ST_CONFIG); false. */
bool form_refuse(const struct form *f, struct err *e, const char *why, struct str what);

/* The first variant that can be written: without * and ?, but for * at its end, which leave nothing behind;
 * empty when there is none. */
struct str form_plain(const struct variants *v);
/* Adds the columns of a sheet, whose name stands. */
bool form_columns(struct form *f, struct form_sheet *s, struct arena *a, struct err *e);

#endif
