/* guess.h - a first draft of a layout for a file whose form is unknown. */
#ifndef KP2S_GUESS_H
#define KP2S_GUESS_H

#include "err.h"
#include "out.h"

/* Writes a commented first draft of a layout for an unknown workbook to out. etc: the toolkit's data folder
 * (catalogues). sheet: NULL, or the only sheet to look at. A file in which no table is found is refused
 * (ST_UNREADABLE), and so is a sheet that is not there. False on run faults. */
bool guess_file(const char *path, const char *etc, const char *sheet, struct out *out, struct err *e);

#endif
