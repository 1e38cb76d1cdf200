/* choose.h - which of the layouts a file is read by, and what its sheets then say of each source. */
#ifndef KP2S_CHOOSE_H
#define KP2S_CHOOSE_H

#include "fit.h"
#include "layouts.h"

/* Tries each layout; fit has an element for each, and those that fit read the file. Several may: when they
 * read different sheets, or sheets that both share with others. False with e filled when none fits
 * (ST_UNREADABLE, with what the nearest one misses) or it cannot be told which (ST_CONFIRM). file: its name,
 * for messages. */
bool choose_layouts(const struct layouts *ls, struct heads *h, struct str file, struct arena *a,
                    struct fit *fit, struct err *e);
/* Logs what is not read: hidden columns, sheets passed over, groups whose sheet is not there. */
void choose_tell(const struct layouts *ls, const struct heads *h, const struct fit *fit, struct str file);
/* What the titles of all sheets say, in the order of layout_titles: the period may differ from sheet to sheet
 * (it is empty then), the rest may not. */
bool choose_titles(const struct book *b, const struct fit *f, struct str file,
                   struct str title[LAYOUT_TITLES], struct err *e);

#endif
