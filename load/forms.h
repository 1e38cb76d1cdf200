/* forms.h - the forms that the toolkit reads (etc/layouts) as members of the dimension dwh.dim_form. */
#ifndef KP2S_FORMS_H
#define KP2S_FORMS_H

#include "catalogue.h"

/* All of layouts/ below etc, inside a transaction, as catalogue_load. Only what a layout says of itself is
 * read: whether the rest of it can be used, kp2s-layout tells. */
bool forms_load(struct pg *pg, const char *etc, struct catalogue_counts *counts, struct err *e);

#endif
